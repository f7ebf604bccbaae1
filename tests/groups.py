"""Long tables of small cases: a test of its own costs pytest several times what a reader of one sentence takes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest

SIZE = 60
"""Cases that one test goes through."""


def in_groups(cases: Iterable[Any], *, spread: bool = False) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Has a test of one case go through many of them at a time; every case that fails is told, with what it fails on.

    ``spread``: every case is a tuple that holds a value for each of several parameters.
    """
    every = list(cases)
    groups = [every[at : at + SIZE] for at in range(0, len(every), SIZE)]

    def grouped(test: Callable[..., None]) -> Callable[..., None]:
        def run(group: list[Any]) -> None:
            failed: list[Exception] = []
            for case in group:
                try:
                    test(*case) if spread else test(case)
                except Exception as error:
                    error.add_note(f"Case: {case!r}")
                    failed.append(error)
            if failed:
                raise ExceptionGroup(f"{len(failed)} of {len(group)} cases", failed)

        run.__name__, run.__qualname__, run.__doc__ = test.__name__, test.__qualname__, test.__doc__
        run.__module__ = test.__module__
        marked: Callable[..., None] = pytest.mark.parametrize("group", groups, ids=range(len(groups)))(run)
        return marked

    return grouped
