"""Shares work out among the machine's cores where there is enough of it; a core more is a process more."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, wait
from contextlib import contextmanager
from multiprocessing.connection import wait as wait_for_any
from typing import Any, TypeVar

Result = TypeVar("Result")

_task: Callable[[int], Any] | None = None
"""What this process has been made to do, if it is one of several; a fork sees all that its parent has in memory."""


def cores() -> int:
    """How many processes can run at a time."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def can_fork() -> bool:
    """Whether processes can be forked; where threads run, a fork could inherit what one of them has locked."""
    return "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1


def shared_out(
    task: Callable[[int], Result], parts: int, waiting: Callable[[], None] = lambda: None
) -> Iterator[Result]:
    """What ``task`` makes of each part, from 0 on and in order; results travel between processes, so keep them small.

    Where processes cannot be forked, or there is one core or one part, all is done here. Elsewhere ``waiting`` is
    called now and then until a result comes. What a task raises is raised here; so is the death of a process.
    """
    if parts < 2 or cores() < 2 or not can_fork():
        yield from map(task, range(parts))
        return
    with processes(min(parts, cores()), task) as pool:
        yield from results([pool.submit(run, part) for part in range(parts)], waiting)


def side_by_side(
    task: Callable[[int], Result], parts: int, waiting: Callable[[], None] = lambda: None
) -> Iterator[Result]:
    """The same for a few large parts, one a core: the first is done here and each other in a process of its own.

    A process comes to hold all that it looks at, if only to count who else does; so this takes less memory.
    """
    if parts < 2 or not can_fork():
        yield from map(task, range(parts))
        return
    with processes(parts - 1, task) as pool:
        others = [pool.submit(run, part) for part in range(1, parts)]
        yield task(0)
        yield from results(others, waiting)


@contextmanager
def processes(count: int, task: Callable[[int], Any]) -> Iterator[ProcessPoolExecutor]:
    """Processes that do parts of a task; should it fail, none begins another part."""
    pool = ProcessPoolExecutor(count, multiprocessing.get_context("fork"), initializer=begin, initargs=(task,))
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def results(futures: Sequence[Future[Result]], waiting: Callable[[], None]) -> Iterator[Result]:
    """What comes of each, in order."""
    for future in futures:
        while not wait([future], timeout=0.1).done:
            waiting()
        yield future.result()


def begin(task: Callable[[int], Any]) -> None:
    """Tells a process that was just forked what it will do, and lets it end with its parent, however that ends; Ctrl-C,
    which reaches all processes, ends it without a word.
    """
    global _task
    _task = task
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        threading.Thread(target=end_with_parent, daemon=True).start()
    except RuntimeError:  # The system starts no more threads; that a process has died is told by its parent.
        os._exit(1)


def end_with_parent() -> None:
    """Waits for the parent's end, then ends this process at once: nobody is left to take what it makes."""
    parent = multiprocessing.parent_process()
    assert parent is not None
    wait_for_any([parent.sentinel])
    os._exit(1)


def run(part: int) -> Any:
    """One part, in a process of its own."""
    assert _task is not None
    return _task(part)
