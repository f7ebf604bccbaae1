"""Runs git so that neither its hooks, its questions nor the surroundings change what it does."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from macros.problems import Refused
from macros.text.languages import Bilingual

ALWAYS = (
    *("-c", f"core.hooksPath={os.devnull}", "-c", "commit.gpgSign=false", "-c", "gc.auto=0"),
    *("-c", "http.lowSpeedLimit=1", "-c", "http.lowSpeedTime=60"),
)
"""Among them: a host that sends nothing for a minute is given up."""


def refusal(zh: str, en: str) -> Refused:
    """Why nothing was done, in both languages."""
    return Refused(Bilingual(zh, en))


def run_git(folder: Path, *words: str, given: str = "", **around: str) -> str:
    """What a git command says. Raises Refused with git's reason where it fails, or where git is not there.

    It runs in a session of its own, so that neither an interrupt at the keyboard nor the end of this process ends it
    half-way.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    try:
        done = subprocess.run(
            ["git", *ALWAYS, "-C", str(folder), *words],
            env=kept | {"GIT_TERMINAL_PROMPT": "0"} | around,
            input=given.encode("utf-8", "surrogateescape"),
            capture_output=True,
            start_new_session=True,
            check=False,
        )
    except FileNotFoundError:
        raise refusal("本机没有 git。请先安装 git。", "git is not there. Install it first.") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip() or f"{done.returncode}"
        raise refusal(f"git 未能完成（{said}）。没有改动任何文件。", f"git failed ({said}). No file was changed.")
    return done.stdout.decode("utf-8", "surrogateescape")


def zero_ended(answer: str) -> list[str]:
    """The paths of an answer of git's that ends each with a zero byte (``-z``)."""
    return [path for path in answer.split("\0") if path]
