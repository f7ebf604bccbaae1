"""Lets the live preview see edited code: Python alone keeps every module as it was first imported."""

from __future__ import annotations

import os
import sys
import time

from macros.system.checkout import ROOT

STARTED = time.time()


def start_again_if_code_changed() -> None:
    """Replaces this process by a new one with the same command line if any file of this package is newer.

    Raises SyntaxError, and lets this process be, where one of them is no Python: the new one would end at once.
    """
    newer = [file for file in (ROOT / "macros").rglob("*.py") if file.stat().st_mtime > STARTED]
    for file in newer:
        compile(file.read_bytes(), file, "exec")
    if newer:
        os.execv(sys.executable, sys.orig_argv)
