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
from tests.test_public_diff import replacing, told

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


DREDGING = "work-areas/dredging.yml"


def test_an_edit_is_told_and_one_that_changes_nothing_public_is_not(district: EditedBureau) -> None:
    district.judge(replacing((DREDGING, "zh: 清淤河道\n", "zh: 清淤河道长度\n")))
    said = told(district)
    assert "清淤河道⟦长度⟧" in said and "data/figures.csv" in said and "Nothing changes" not in said, said
    district.judge(replacing((DREDGING, "quote: 清淤疏浚\n", "# 说明\nquote: 清淤疏浚\n")))
    assert "公开内容没有变化 · Nothing changes for the public" in told(district)


@pytest.mark.parametrize("batch", [pytest.param(number, marks=pytest.mark.night) for number in range(BATCHES + 1)])
def test_random_edits(batch: int, request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]) -> None:
    """Every tenth batch edits the bureau with every field and all pages; the one of the gate is small."""
    bureau: EditedBureau = request.getfixturevalue("full" if batch % 10 == 3 else "district")
    passed, told, wanted = 0, 0, EDITS if batch else 3
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
