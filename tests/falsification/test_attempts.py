"""Every attempt to falsify is refused; or, where it is worded so that no program can tell, the public diff tells it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.register.load import load
from tests.falsification.edits import ATTEMPTS, Attempt
from tests.night import some
from tests.places import DATA

REFUSED = [one for one in ATTEMPTS if not one.told]


def falsified(attempt: Attempt, folder: Path) -> Path:
    """A copy of the demonstration's data with the changes of an attempt."""
    data = shutil.copytree(DATA, folder / "data")
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
    register, problems = load(falsified(attempt, tmp_path))
    assert register is None
    assert problems
