"""The garbage collector is out of the way while much is made, and finds what is garbage afterwards."""

from __future__ import annotations

import gc
import weakref

from macros.system.collector import gc_paused


class Knot:
    """Something that refers to itself, so that the collector alone can free it."""

    def __init__(self) -> None:
        self.itself = self


def test_what_is_made_again_and_again_is_freed() -> None:
    """Else a preview would grow with every save."""
    for _ in range(3):
        with gc_paused(keep=True):
            assert not gc.isenabled()
            made = weakref.ref(Knot())
        assert gc.isenabled()
    gc.collect()
    assert made() is None


def test_what_a_pause_alone_leaves_is_freed() -> None:
    frozen = gc.get_freeze_count()
    with gc_paused():
        made = weakref.ref(Knot())
    gc.collect()
    assert made() is None and gc.get_freeze_count() <= frozen
