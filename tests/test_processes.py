"""Work shared out among real processes; each case runs apart, since the test runner has threads of its own."""

from __future__ import annotations

import subprocess
import sys

import pytest

BEGIN = "import os, sys, threading, time\nfrom macros.system import processes\nprocesses.cores = lambda: 2\n"

CASES = {
    "in order, in more than one process": (
        "def task(part):\n"
        "    time.sleep(0.3 if part == 0 else 0.1)\n"
        "    return part, os.getpid()\n"
        "found = list(processes.map_in_processes(task, 4))\n"
        "print([part for part, _ in found], len({pid for _, pid in found}), os.getpid() in {pid for _, pid in found})",
        "[0, 1, 2, 3] 2 False",
    ),
    "every second part here": (
        "found = list(processes.map_in_processes(lambda part: os.getpid(), 4, one_here=True))\n"
        "print([one == os.getpid() for one in found], found[1] == found[3])",
        "[True, False, True, False] True",
    ),
    "here where threads run": (
        "threading.Thread(target=time.sleep, args=(5,), daemon=True).start()\n"
        "print(set(processes.map_in_processes(lambda part: os.getpid(), 4)) == {os.getpid()})",
        "True",
    ),
    "here if it is one part": (
        "print(list(processes.map_in_processes(lambda part: os.getpid(), 1)) == [os.getpid()])",
        "True",
    ),
    "what a task raises": (
        "def task(part):\n"
        "    if part == 1:\n"
        "        raise SystemExit(f'part {part}')\n"
        "try:\n"
        "    list(processes.map_in_processes(task, 2))\n"
        "except SystemExit as stopped:\n"
        "    print(stopped)",
        "part 1",
    ),
    "a time-out of a task's own": (
        "def task(part):\n"
        "    raise TimeoutError('its own')\n"
        "try:\n"
        "    list(processes.map_in_processes(task, 2))\n"
        "except TimeoutError as stopped:\n"
        "    print(stopped)",
        "its own",
    ),
    "a process that dies": (
        "try:\n"
        "    list(processes.map_in_processes(lambda part: os.kill(os.getpid(), 9), 2))\n"
        "except Exception as stopped:\n"
        "    print(type(stopped).__name__)",
        "WorkerDied",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_parts_are_run(case: str) -> None:
    program, told = CASES[case]
    ran = subprocess.run([sys.executable, "-c", BEGIN + program], capture_output=True, text=True, timeout=60)
    assert (ran.stdout.strip(), ran.stderr, ran.returncode) == (told, "", 0)
