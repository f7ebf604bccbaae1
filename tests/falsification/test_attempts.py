"""Every attempt to falsify is refused; or, where it is worded so that no program can tell, the public diff tells it."""

from __future__ import annotations

import html
import re
import shutil
from pathlib import Path

import pytest

from macros.register.load import load, load_since
from macros.staff.diff_markdown import markdown
from macros.staff.public_diff import data_changes, public_changes
from tests.falsification.edits import ATTEMPTS, Attempt
from tests.judged_edits import EditedBureau
from tests.night import some
from tests.places import DATA, DOCS

REFUSED = [one for one in ATTEMPTS if not one.told]


TOLD = [one for one in ATTEMPTS if one.told]


def falsify(attempt: Attempt, data: Path) -> Path:
    """Makes the changes of an attempt in a copy of the demonstration's data."""
    for change in attempt.changes:
        file = data / change.file
        if not change.old:
            file.write_text(change.new, "utf-8")
            continue
        text = file.read_text("utf-8")
        assert change.old in text, change.old
        file.write_text(text.replace(change.old, change.new, 1), "utf-8")
    return data


@pytest.mark.parametrize("attempt", some(REFUSED, 6), ids=lambda one: one.id if isinstance(one, Attempt) else None)
def test_it_is_refused(attempt: Attempt, tmp_path: Path) -> None:
    register, problems = load(falsify(attempt, Path(shutil.copytree(DATA, tmp_path / "data"))))
    assert register is None
    assert problems


@pytest.fixture(scope="module")
def bureau(tmp_path_factory: pytest.TempPathFactory) -> EditedBureau:
    return EditedBureau(DATA, tmp_path_factory.mktemp("falsified"), DOCS)


@pytest.mark.parametrize("attempt", some(TOLD, 20), ids=lambda one: one.id if isinstance(one, Attempt) else None)
def test_it_is_told(attempt: Attempt, bureau: EditedBureau) -> None:
    """In the words of the site, for whoever approves the change."""
    judged = bureau.judge(lambda data: falsify(attempt, data))
    assert judged is not None, "refused"
    data = data_changes(
        load_since(None, DATA), DATA, load_since(None, bureau.folder / "edited"), bureau.folder / "edited"
    )
    changes = public_changes("main", data, bureau.folder / "site", bureau.folder / "edited-site")
    told = html.unescape(re.sub("[⟦⟧]", "", markdown(changes, every=True)))
    assert not changes.site.empty if changes.site else False
    for words in attempt.told:
        assert words in told, told
