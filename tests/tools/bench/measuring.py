"""What a command takes: seconds, and the memory of all its processes; and the machine that it ran on."""

from __future__ import annotations

import math
import os
import platform
import signal
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tests.places import ROOT

PROCESSES = Path("/proc")
EVERY = 0.02
"""Seconds between two looks at the memory; more where a look takes long, for a twentieth of a core to be enough."""
LOG, CACHE, SCRATCH = "log.txt", ".cache", "tmp"


class Failed(Exception):
    """A command that ended with an error, or did not end in time."""


@dataclass(frozen=True)
class Run:
    """What one run took: seconds, those of all cores, and the most bytes its processes held together (0: not told)."""

    seconds: float
    cpu: float
    memory: int


def run(command: list[str], folder: Path, limit: float) -> Run:
    """Runs a command in a folder and measures it; it may take ``limit`` seconds."""
    started = time.perf_counter()
    with started_in(command, folder) as process:
        watch = Watch(process.pid, started + limit)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        watch.end()
    if watch.late:
        raise Failed(f"stopped after {limit:.0f} s")
    if process.returncode:
        said = (folder / LOG).read_text("utf-8", "replace").strip().splitlines()
        raise Failed(said[-1] if said else f"exit status {process.returncode}")
    return Run(seconds, usage.ru_utime + usage.ru_stime, watch.peak)


@contextmanager
def started_in(command: list[str], folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A command that runs in a folder and leaves files there alone; whatever is left of it in the end is ended."""
    caches, scratch = folder / CACHE, folder / SCRATCH
    scratch.mkdir(exist_ok=True)
    own = {"XDG_CACHE_HOME": caches, "HUGO_CACHEDIR": caches, "TMPDIR": scratch, "PYTHONPATH": ROOT}
    around = os.environ | {name: str(place) for name, place in own.items()}
    with (folder / LOG).open("wb") as log:
        process = subprocess.Popen(
            command, cwd=folder, env=around, stdout=log, stderr=subprocess.STDOUT, start_new_session=True
        )
    try:
        yield process
    finally:
        end(process.pid)
        process.wait()


def end(group: int) -> None:
    """Ends a command and all that it started."""
    with suppress(ProcessLookupError):
        os.killpg(group, signal.SIGKILL)


class Watch:
    """Looks again and again at the memory of a command until told to end; ends the command when its time is up."""

    def __init__(self, process: int, until: float) -> None:
        self.process, self.until = process, until
        self.peak, self.late = 0, False
        self.ended = threading.Event()
        self.thread = threading.Thread(target=self.look, daemon=True)
        self.thread.start()

    def look(self) -> None:
        """Keeps the highest sum that was seen."""
        pause = 0.0
        while not self.ended.wait(pause):
            began = time.thread_time()
            self.peak = max(self.peak, memory_of(self.process))
            pause = max(EVERY, 20 * (time.thread_time() - began))
            if time.perf_counter() > self.until:
                self.late = True
                end(self.process)
                return

    def end(self) -> None:
        """Looks no more."""
        self.ended.set()
        self.thread.join()


def memory_of(process: int) -> int:
    """Bytes that a process and all below it hold; what several share is counted once (PSS)."""
    return sum(map(held_by, family(process)))


def held_by(process: int) -> int:
    """Bytes that a process holds, its share of what it has in common with others included."""
    try:
        lines = (PROCESSES / f"{process}/smaps_rollup").read_text().splitlines()
    except OSError:  # It has ended meanwhile.
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


def family(process: int) -> list[int]:
    """A process, its children and theirs."""
    found = [process]
    for one in found:
        with suppress(OSError):  # It has ended meanwhile.
            for thread in (PROCESSES / f"{one}/task").glob("*/children"):
                found += map(int, thread.read_text().split())
    return found


def growth(less: tuple[int, float], more: tuple[int, float]) -> float:
    """The exponent with which time grows with pages, from two pairs of both: 1 is in proportion."""
    return math.log(more[1] / less[1]) / math.log(more[0] / less[0])


def machine() -> str:
    """The machine in a line: processor, cores that may be used, memory, system, Python."""
    cpu = next((line.split(":")[1].strip() for line in lines_of("cpuinfo") if line.startswith("model name")), "")
    memory = next((int(line.split()[1]) / 2**20 for line in lines_of("meminfo") if line.startswith("MemTotal")), 0.0)
    system = platform.freedesktop_os_release()["PRETTY_NAME"] if platform.system() == "Linux" else platform.system()
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    parts = [cpu or platform.machine(), f"{cores} cores", f"{memory:.0f} GB of memory" if memory else "", system]
    return ", ".join([*filter(None, parts), f"Python {platform.python_version()}"])


def lines_of(name: str) -> list[str]:
    """The lines of a file of the kernel's, or none on other systems."""
    file = PROCESSES / name
    return file.read_text().splitlines() if file.exists() else []
