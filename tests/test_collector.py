"""The garbage collector is out of the way while much is made, and finds what is garbage afterwards."""

from __future__ import annotations

import gc
import shutil
import weakref
from pathlib import Path

import pytest

from macros.register import load
from macros.system.clock import today
from macros.system.collector import gc_paused
from tests.places import DATA


class Knot:
    """Something that refers to itself, so that the collector alone can free it."""

    def __init__(self) -> None:
        self.itself = self


def test_what_a_pause_leaves_is_freed() -> None:
    with gc_paused():
        assert not gc.isenabled()
        made = weakref.ref(Knot())
    assert gc.isenabled()
    gc.collect()
    assert made() is None


@pytest.mark.parametrize("from_the_beginning", [False, True])
def test_what_is_loaded_again_and_again_is_freed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, from_the_beginning: bool
) -> None:
    """Else a preview would grow with every save, ours and that of MkDocs, which loads everything anew; the first load
    alone is kept for good.
    """
    data = Path(shutil.copytree(DATA, tmp_path / "data"))
    gc.unfreeze()  # What the tests have frozen would count as the first load.
    loaded, knots = load.load_since(None, data, today()), list[weakref.ref[Knot]]()
    judge = load.judge

    def judge_and_leave_a_knot(*given: object) -> object:
        knots.append(weakref.ref(Knot()))
        return judge(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(load, "judge", judge_and_leave_a_knot)
    for _ in range(2):
        loaded = load.load_since(None if from_the_beginning else loaded, data, today())
    gc.collect()
    assert [one() for one in knots] == [None, None] and loaded.register
