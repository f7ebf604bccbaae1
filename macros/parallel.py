"""Shares work out among the machine's cores where there is enough of it; a core more is a process more."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator
from multiprocessing.pool import IMapIterator
from typing import Any, TypeVar

Result = TypeVar("Result")

_task: Callable[[int], Any] | None = None
"""What the processes that are about to be forked will do; a fork sees all that its parent has in memory."""


def cores() -> int:
    """How many processes can run at a time."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def shared_out(
    task: Callable[[int], Result], parts: int, waiting: Callable[[], None] = lambda: None
) -> Iterator[Result]:
    """What ``task`` makes of each part, from 0 on and in order; results travel between processes, so keep them small.

    Where processes cannot be forked, or there is one core or one part, all is done here. Elsewhere ``waiting`` is
    called now and then until a result comes.
    """
    if parts < 2 or cores() < 2 or "fork" not in multiprocessing.get_all_start_methods():
        yield from map(task, range(parts))
        return
    global _task
    _task = task
    try:
        with multiprocessing.get_context("fork").Pool(min(parts, cores())) as pool:
            results = pool.imap(run, range(parts))
            for _ in range(parts):
                yield awaited(results, waiting)
    finally:
        _task = None


def awaited(results: IMapIterator[Result], waiting: Callable[[], None]) -> Result:
    """The next result."""
    while True:
        try:
            return results.next(timeout=0.1)
        except multiprocessing.TimeoutError:
            waiting()


def run(part: int) -> Any:
    """One part, in a process of its own."""
    assert _task is not None
    return _task(part)
