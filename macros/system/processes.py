"""Runs the parts of a task in forked processes, one per CPU core, where there is more than one of each."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor
from multiprocessing.connection import Connection, wait
from typing import Any, TypeVar

TaskResult = TypeVar("TaskResult")


class WorkerDied(BrokenExecutor):
    """A worker process ended before its task did, perhaps because memory ran out."""


def cores() -> int:
    """How many processes can run at a time."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def can_fork() -> bool:
    """Whether processes can be forked; where threads run, a fork could inherit a lock that one of them holds."""
    return "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1


def map_in_processes(task: Callable[[int], TaskResult], parts: int, one_here: bool = False) -> Iterator[TaskResult]:
    """Yields what ``task`` makes of each part, from 0 on and in order, while the parts that follow are being run.

    Worker ``w`` of ``n`` runs the parts ``w``, ``w + n`` …, one after the other; it inherits all that this process has
    in memory, and its results are pickled, so keep them small. With ``one_here`` this process runs the parts of the
    first worker itself: a process comes to hold all that it looks at, if only to count who else does, so one less takes
    less memory. Where processes cannot be forked, or there is one core or one part, this process runs all parts.

    Raises what a task raised, and WorkerDied where a worker did.
    """
    count = min(parts, cores())
    if count < 2 or not can_fork():
        yield from map(task, range(parts))
        return
    workers = {first: Worker(task, range(first, parts, count)) for first in range(int(one_here), count)}
    try:
        for part in range(parts):
            worker = workers.get(part % count)
            if worker is None:
                yield task(part)
                continue
            take_results(workers.values(), 0)
            while not worker.results:
                take_results(workers.values(), None)
            yield worker.results.popleft()
    finally:
        for worker in workers.values():
            worker.end()


class Worker:
    """A forked process that runs some parts of a task and ends with its parent, however that ends."""

    def __init__(self, task: Callable[[int], Any], parts: range) -> None:
        self.to_come = len(parts)
        self.results = deque[Any]()
        self.answers, mine = multiprocessing.Pipe(duplex=False)
        self.process = multiprocessing.get_context("fork").Process(
            target=run_worker, args=(task, parts, mine), daemon=False
        )
        self.process.start()
        mine.close()

    def receive(self) -> None:
        """Takes a result; raises what the task raised, or WorkerDied."""
        try:
            raised, found = self.answers.recv()
        except EOFError:
            self.process.join()
            raise WorkerDied(f"exit status {self.process.exitcode}") from None
        if raised is not None:
            raise raised
        self.to_come -= 1
        self.results.append(found)

    def end(self) -> None:
        """Ends the process, which has nothing left to do or whose work is no longer wanted."""
        if self.to_come:
            self.process.terminate()
        self.process.join()
        self.answers.close()


def take_results(workers: Iterable[Worker], seconds: float | None) -> None:
    """Takes a result of every worker that has one; waits so long for the first, or until there is one."""
    ready = wait([worker.answers for worker in workers if worker.to_come], seconds)
    for worker in workers:
        if worker.answers in ready:
            worker.receive()


def run_worker(task: Callable[[int], Any], parts: range, answers: Connection) -> None:
    """In a worker: runs its parts and sends the result of each, or what it raised.

    Ctrl-C, which reaches all processes, ends it without a word.
    """
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        threading.Thread(target=end_with_parent, daemon=True).start()
    except RuntimeError:  # The system starts no more threads; that a process has died is told by its parent.
        os._exit(1)
    try:
        for part in parts:
            answers.send((None, task(part)))
    except BaseException as raised:
        answers.send((raised, None))


def end_with_parent() -> None:
    """Waits for the parent's end, then ends this process at once: nobody is left to take its results."""
    parent = multiprocessing.parent_process()
    assert parent is not None
    wait([parent.sentinel])
    os._exit(1)
