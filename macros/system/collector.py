"""Python's garbage collector, out of the way while much is made that lives on."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def gc_paused(keep: bool = False) -> Iterator[None]:
    """Pauses the garbage collector; with ``keep`` it freezes what was made, which then lives until the process ends.

    Of what is made again and again, as by a preview that loads the data after every save, only the first is kept: what
    is frozen and refers to itself is never freed.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if keep and not gc.get_freeze_count():
            gc.freeze()
        if was:
            gc.enable()


SELDOM = (20_000, 10, 10)
"""How many objects more there are before Python looks for garbage, how many such looks before it looks further, and how
many of those before it looks at everything."""


@contextmanager
def gc_seldom() -> Iterator[None]:
    """Has the garbage collector look less often while pages are made: each leaves some, and it is small beside what
    lives on. As often as Python does by itself, it took a twentieth of the time.
    """
    was = gc.get_threshold()
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*was)
