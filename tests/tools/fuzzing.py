"""Spoils the demonstration in many ways and looks at what checking it says: ``make fuzz``.

``python -m tests.tools.fuzzing --count 20000 --seed 1 --jobs 2``. A case that fails is repeated by itself with
``--seed S --first CASE --count 1``.
"""

from __future__ import annotations

import argparse
import functools
import multiprocessing
import os
import resource
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from types import FrameType
from unittest.mock import patch

from macros.problems import Problem
from macros.system import console
from macros.yaml_files import reader
from macros.yaml_files.reader import Reading, read_bytes
from tests.judging import judge
from tests.later import with_every_field
from tests.mutate.folder import Draft, Thing, spoil
from tests.places import DATA, ROOT

MEMORY = 2**30
"""Bytes of address space that a worker may take, the script converter's tables included."""
SECONDS = 20
"""Time on the processor that one case may take."""
CHUNK = 50
"""Cases that a worker is handed at a time."""


@dataclass(frozen=True)
class Tally:
    """What came of some cases; ``slowest`` is seconds and case, ``memory`` the bytes a worker held at most and case."""

    cases: int = 0
    accepted: int = 0
    problems: int = 0
    failures: tuple[str, ...] = ()
    slowest: tuple[float, int] = (0.0, 0)
    memory: tuple[int, int] = (0, 0)

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.cases + other.cases,
            self.accepted + other.accepted,
            self.problems + other.problems,
            self.failures + other.failures,
            max(self.slowest, other.slowest),
            max(self.memory, other.memory, key=lambda one: one[0]),
        )


class Workshop:
    """A copy of the data in which one case after another is spoiled, judged and put right again."""

    def __init__(self, folder: Path) -> None:
        self.data = with_every_field(Path(shutil.copytree(DATA, folder / "spoiled")))
        files = [path for path in self.data.rglob("*") if path.is_file()]
        self.originals = {file.relative_to(self.data).as_posix(): file.read_bytes() for file in files}

    def run(self, seed: int, case: int) -> list[Problem]:
        """The problems of one case; raises where anything is amiss."""
        draft = Draft(self.originals)
        spoil(Random(f"{seed}:{case}"), draft)
        try:
            for path, content in draft.changed.items():
                put(self.data / path, content)
            with quick_reading(self.originals, self.data.name), time_limit(SECONDS):
                return judge(self.data)
        finally:
            for path in draft.changed:
                put(self.data / path, self.originals.get(path, Thing.NOTHING))


def put(path: Path, content: bytes | Thing) -> None:
    """Makes a path hold a file, something else, or nothing."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, bytes):
        path.write_bytes(content)
    elif content is Thing.LINK:
        path.symlink_to(ROOT / "README.md")
    elif content is Thing.FOLDER:
        path.mkdir()
    elif content is Thing.PIPE:
        os.mkfifo(path)


@contextmanager
def quick_reading(originals: Mapping[str, bytes], folder: str) -> Iterator[None]:
    """Reads a file that is as it was only once; reading takes three quarters of the time."""
    known = {(content, f"{folder}/{path}") for path, content in originals.items()}

    def read_or_remember(data: bytes, shown: str) -> tuple[Reading | None, list[Problem]]:
        reading, problems = (read_once if (data, shown) in known else read_bytes)(data, shown)
        return reading, [*problems]

    with patch.object(reader, "read_bytes", read_or_remember):
        yield


@functools.cache
def read_once(data: bytes, shown: str) -> tuple[Reading | None, list[Problem]]:
    """A file as it was, read."""
    return read_bytes(data, shown)


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Ends what takes too long; only time on the processor counts, so that a busy machine fails nothing."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise TimeoutError(f"more than {seconds} seconds")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    except TimeoutError as late:
        # Told anew: where a signal ended it a traceback may have no line, and pytest ends the whole run at that.
        raise TimeoutError(str(late)) from None
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def run_cases(seed: int, cases: range) -> Tally:
    """Some cases, one after another, in one folder."""
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        workshop = Workshop(Path(folder))
        for case in cases:
            started, problems, failures = time.process_time(), 0, tuple[str, ...]()
            try:
                problems = len(workshop.run(seed, case))
            except Exception:
                failures = (f"--seed {seed} --first {case} --count 1\n{traceback.format_exc(limit=-6)}",)
            seconds = time.process_time() - started
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
            tally += Tally(1, int(not problems and not failures), problems, failures, (seconds, case), (memory, case))
    return tally


def limit_memory() -> None:
    """Every worker gets on with ``MEMORY``."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def run_all(seed: int, first: int, count: int, jobs: int) -> Tally:
    """All cases, in several processes; cases in which a process dies count as failures."""
    tally = Tally()
    chunks = [range(at, min(at + CHUNK, first + count)) for at in range(first, first + count, CHUNK)]
    with ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), limit_memory) as pool:
        waiting = {pool.submit(run_cases, seed, chunk): chunk for chunk in chunks}
        for done in as_completed(waiting):
            try:
                tally += done.result()
            except BrokenProcessPool:
                cases = waiting[done]
                tally += Tally(failures=(f"--seed {seed} --first {cases.start} --count {len(cases)}: a process died",))
    return tally


def told(tally: Tally, seed: int) -> str:
    """What came of a run, in a few lines, every failure first."""
    (seconds, slow), (memory, large) = tally.slowest, tally.memory
    lines = [
        *tally.failures,
        f"cases: {tally.cases} (seed {seed}); passed the check: {tally.accepted}; problems listed: {tally.problems}",
        f"exceptions: {len(tally.failures)}",
        f"slowest: {seconds:.2f} s (case {slow}); most memory: {memory / 2**20:.0f} MiB (case {large})",
    ]
    return "\n".join(lines)


def main(arguments: list[str]) -> int:
    """Runs the cases asked for; fails if any of them does."""
    parser = argparse.ArgumentParser(prog="python -m tests.tools.fuzzing", description=__doc__)
    parser.add_argument("--count", type=int, default=20000, help="how many cases")
    parser.add_argument("--seed", type=int, default=1, help="which cases")
    parser.add_argument("--first", type=int, default=0, help="the number of the first case")
    parser.add_argument("--jobs", type=int, default=2, help="how many processes")
    given = parser.parse_args(arguments)
    tally = run_all(given.seed, given.first, given.count, given.jobs)
    print(told(tally, given.seed))
    return 1 if tally.failures or tally.cases != given.count else 0


if __name__ == "__main__":
    console.prepare()
    sys.exit(main(sys.argv[1:]))
