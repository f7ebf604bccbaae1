"""Work shared out among real processes; each case runs apart, since the test runner has threads of its own."""

from __future__ import annotations

import subprocess
import sys

import pytest

BEGIN = "import os, sys, threading, time\nfrom macros import parallel\nparallel.cores = lambda: 2\n"

CASES = {
    "in order, in more than one process": (
        "def task(part):\n"
        "    time.sleep(0.3 if part == 0 else 0.1)\n"
        "    return part, os.getpid()\n"
        "found = list(parallel.shared_out(task, 4))\n"
        "print([part for part, _ in found], len({pid for _, pid in found}), os.getpid() in {pid for _, pid in found})",
        "[0, 1, 2, 3] 2 False",
    ),
    "told while it waits": (
        "told = []\n"
        "list(parallel.shared_out(lambda part: time.sleep(0.5), 2, lambda: told.append(1)))\n"
        "print(len(told) > 1)",
        "True",
    ),
    "here where threads run": (
        "threading.Thread(target=time.sleep, args=(5,), daemon=True).start()\n"
        "print(set(parallel.shared_out(lambda part: os.getpid(), 4)) == {os.getpid()})",
        "True",
    ),
    "here if it is one part": (
        "print(list(parallel.shared_out(lambda part: os.getpid(), 1)) == [os.getpid()])",
        "True",
    ),
    "what a task raises": (
        "def task(part):\n"
        "    raise SystemExit(f'part {part}')\n"
        "try:\n"
        "    list(parallel.shared_out(task, 2))\n"
        "except SystemExit as stopped:\n"
        "    print(stopped)",
        "part 0",
    ),
    "a time-out of a task's own": (
        "def task(part):\n"
        "    raise TimeoutError('its own')\n"
        "try:\n"
        "    list(parallel.shared_out(task, 2))\n"
        "except TimeoutError as stopped:\n"
        "    print(stopped)",
        "its own",
    ),
    "side by side, the first part here": (
        "here = os.getpid()\n"
        "found = list(parallel.side_by_side(lambda part: (part, os.getpid()), 3))\n"
        "print([part for part, _ in found], [pid == here for _, pid in found])",
        "[0, 1, 2] [True, False, False]",
    ),
    "side by side, told while it waits": (
        "told = []\n"
        "list(parallel.side_by_side(lambda part: time.sleep(part / 2), 2, lambda: told.append(1)))\n"
        "print(len(told) > 1)",
        "True",
    ),
    "side by side, all here where threads run": (
        "threading.Thread(target=time.sleep, args=(5,), daemon=True).start()\n"
        "print(set(parallel.side_by_side(lambda part: os.getpid(), 2)) == {os.getpid()})",
        "True",
    ),
    "side by side, what a task raises elsewhere": (
        "def task(part):\n"
        "    if part:\n"
        "        raise SystemExit(f'part {part}')\n"
        "try:\n"
        "    list(parallel.side_by_side(task, 2))\n"
        "except SystemExit as stopped:\n"
        "    print(stopped)",
        "part 1",
    ),
    "side by side, what a task raises here": (
        "def task(part):\n"
        "    if not part:\n"
        "        raise SystemExit(f'part {part}')\n"
        "try:\n"
        "    list(parallel.side_by_side(task, 2))\n"
        "except SystemExit as stopped:\n"
        "    print(stopped)",
        "part 0",
    ),
    "side by side, a process that dies": (
        "def task(part):\n"
        "    if part:\n"
        "        os.kill(os.getpid(), 9)\n"
        "try:\n"
        "    list(parallel.side_by_side(task, 2))\n"
        "except Exception as stopped:\n"
        "    print(type(stopped).__name__)",
        "BrokenProcessPool",
    ),
    "a process that dies": (
        "try:\n"
        "    list(parallel.shared_out(lambda part: os.kill(os.getpid(), 9), 2))\n"
        "except Exception as stopped:\n"
        "    print(type(stopped).__name__)",
        "BrokenProcessPool",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_shared_out(case: str) -> None:
    program, told = CASES[case]
    ran = subprocess.run([sys.executable, "-c", BEGIN + program], capture_output=True, text=True, timeout=60)
    assert (ran.stdout.strip(), ran.stderr, ran.returncode) == (told, "", 0)
