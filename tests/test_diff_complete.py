"""The public diff is empty if and only if no public file differs: random edits of any data file and vocabulary."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.judged_edits import EditedBureau
from tests.later import with_every_field
from tests.places import DATA, DISTRICT, DOCS
from tests.random_edits import RandomEdit
from tests.small import few_pages

BATCHES = 100
EDITS = 22
"""Edits that pass the checks in each batch of the night: 2,200 in all."""
TRIES = 40
"""Random edits for each that passes, at most."""


@pytest.fixture(scope="module")
def district(tmp_path_factory: pytest.TempPathFactory) -> EditedBureau:
    """A bureau with a short vocabulary, all of it in use."""
    folder = tmp_path_factory.mktemp("district")
    data = Path(shutil.copytree(DISTRICT / "data", folder / "data"))
    return EditedBureau(data, folder, few_pages(folder / "prose"))


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> EditedBureau:
    """A bureau with every kind of record and field."""
    folder = tmp_path_factory.mktemp("full")
    return EditedBureau(with_every_field(Path(shutil.copytree(DATA, folder / "data"))), folder, DOCS)


@pytest.mark.parametrize(
    "batch", [0, *(pytest.param(number, marks=pytest.mark.night) for number in range(1, BATCHES + 1))]
)
def test_random_edits(batch: int, request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]) -> None:
    """Every tenth batch edits the bureau with every field and all pages; the one of the gate is small."""
    bureau: EditedBureau = request.getfixturevalue("full" if batch % 10 == 3 else "district")
    passed, told, wanted = 0, 0, EDITS if batch else 4
    for number in range(wanted * TRIES):
        edited = RandomEdit(f"{batch} {number}")
        judged = bureau.judge(edited)
        if judged is None:
            continue
        assert judged.faults == [], edited.done
        passed, told = passed + 1, told + (not judged.changes.empty)
        if passed == wanted:
            break
    capsys.readouterr()
    assert passed == wanted and told > 0
