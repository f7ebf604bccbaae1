"""Runs code in a process that is killed at a chosen one of its accesses to the system, the same one every time."""

from __future__ import annotations

import subprocess
import sys

from tests.places import ROOT

ACCESSES = ("open", "os.mkdir", "os.rename", "os.rmdir", "shutil.copyfile", "subprocess.Popen")
KILLED = """
import os, pathlib, signal, sys
import macros.adopting.adopt, macros.adopting.upgrade
point, first, code, accesses, seen = int(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4:], 0
def count(event, arguments):
    global seen
    if event == first or seen and event in accesses:
        seen += 1
        if seen == point:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(count)
exec(code)
print(seen)
"""


def killed_at(point: int, first: str, code: str, accesses: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    """Runs code that is killed at an access, counted from the first of a kind; at none where the point is 0.

    Only those of that kind count, and of the others that are named.
    What it says, where it was not killed, is how many there were. No other process is at work when it is killed.
    """
    command = [sys.executable, "-c", KILLED, str(point), first, code, *accesses]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
