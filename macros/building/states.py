"""States of the project, as they are and as they were at commits, each built into a folder of its own.

Nothing of the working tree is touched. The software of a commit is run only if this checkout has taken that commit in,
and only in its own repository: a proposal is data, which this checkout's software builds.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from macros.publishing.build_record import BUILT_FROM
from macros.register.git_history import data_at, day_of, named, taken_in, write_tree
from macros.rules.prose_macros import pages_with_code
from macros.system.checkout import ROOT, docs_folder
from macros.text.languages import Bilingual

MOST_SAID = 600
"""Characters that are shown of why a state cannot be built."""


@dataclass(frozen=True)
class ProjectState:
    """What a site is built from: the folder of the software, the data, the prose; and the day to build it on, if not
    today (seconds since 1970)."""

    software: Path
    data: Path
    docs: Path
    day: str = ""


@dataclass
class RunningBuild:
    """A build in a process of its own; what it prints goes into a file."""

    state: ProjectState
    site: Path
    log: Path
    process: subprocess.Popen[bytes] = field(init=False)

    def __post_init__(self) -> None:
        command = [sys.executable, "-m", "macros", "build", "--data", str(self.state.data), "--site", str(self.site)]
        places = {"DATA": str(self.state.data), "DOCS": str(self.state.docs), "PYTHONPATH": str(self.state.software)}
        day = {"SOURCE_DATE_EPOCH": self.state.day} if self.state.day and "SOURCE_DATE_EPOCH" not in os.environ else {}
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                command,
                cwd=self.state.software,
                env=os.environ | places | day,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,  # All its processes are ended together, see ``end``.
            )

    def done(self) -> bool:
        """Waits for the end; whether there is a site now."""
        return self.process.wait() == 0 and self.site.is_dir()

    def said(self) -> str:
        """What the build printed."""
        return self.log.read_text("utf-8", "replace").strip()

    def end(self) -> None:
        """Ends the build with all its processes, so that nothing is written any more."""
        if self.process.poll() is None:
            if hasattr(os, "killpg"):
                with suppress(ProcessLookupError):
                    os.killpg(self.process.pid, signal.SIGKILL)
            else:
                self.process.kill()
            self.process.wait()


@contextmanager
def building(state: ProjectState, folder: Path) -> Iterator[RunningBuild]:
    """Builds a state into ``folder`` while the block runs; what is not ready at its end is given up."""
    folder.mkdir(parents=True)
    build = RunningBuild(state, folder / "site", folder / "log")
    try:
        yield build
    finally:
        build.end()


def state_now(data: Path) -> ProjectState:
    """The files as they are."""
    return ProjectState(ROOT, data, docs_folder())


def state_proposed(commit: str, data: Path, folder: Path) -> tuple[ProjectState, list[str]]:
    """The data and the prose of a commit, written into ``folder``, to be built by this checkout's software.

    Also the pages of prose that hold code: macros are called in templates, which can do anything, so that a state with
    such a page must not be built. Raises as ``data_at``.
    """
    found = data_at(commit, data, folder)
    docs = docs_at(named(commit, data), data, folder)
    return ProjectState(ROOT, found, docs or docs_folder()), pages_with_code(docs) if docs else []


def docs_at(commit: str, data: Path, folder: Path) -> Path | None:
    """The prose of a commit, written into ``folder``; None where the data or the prose is not in this checkout."""
    place = within_checkout(docs_folder())
    if place is None or within_checkout(data) is None:
        return None
    write_tree(commit, ROOT / place, folder / "docs")
    return folder / "docs"


def states_before(
    commit: str, data: Path, folder: Path, data_before: Path
) -> Iterator[tuple[ProjectState, Bilingual | None]]:
    """The ways to build what a commit held, the best one first, each with what is to be said of it.

    ``data_before`` is the data of that commit, written out already. First with the software of that time, so that a
    change of the software is seen too; else with this checkout's software.
    """
    ident = named(commit, data)
    trusted, day = taken_in(ident, data), day_of(ident, data)
    place, prose = within_checkout(data), within_checkout(docs_folder())
    if trusted and place is not None:
        tree = folder / "tree"
        write_tree(ident, ROOT, tree, sorted({*BUILT_FROM, place.as_posix(), *([prose.as_posix()] if prose else [])}))
        docs = tree / prose if prose else docs_folder()
        if (tree / "macros/__main__.py").is_file() and docs.is_dir() and (tree / place).is_dir():
            yield ProjectState(tree, tree / place, docs, day), None
    found = docs_at(ident, data, folder / "prose")
    if found is None or trusted or not pages_with_code(found):
        yield ProjectState(ROOT, data_before, found or docs_folder(), day), WITH_TODAYS_SOFTWARE if place else None


PROSE_WITH_CODE = Bilingual(
    "那个提交没有并入本分支或 main，它的网页文字里有程序代码，没有运行。",
    "That commit is not part of this branch or of main, and its prose holds code, which was not run.",
)
WITH_TODAYS_SOFTWARE = Bilingual(
    "原来的网页用现在的程序生成，程序本身改动引起的变化没有列出。",
    "The earlier pages are built with the software of today; "
    "what a change of the software itself changes is not listed.",
)


def within_checkout(folder: Path) -> Path | None:
    """The path of a folder from the top of this checkout; None for one elsewhere."""
    resolved, root = folder.resolve(), ROOT.resolve()
    return resolved.relative_to(root) if resolved.is_relative_to(root) and resolved != root else None


def first_problem(said: str, *folders: Path) -> str:
    """The beginning of what a build printed, without names of temporary folders."""
    for folder in folders:
        said = said.replace(f"{folder.resolve()}{os.sep}", "").replace(f"{folder}{os.sep}", "")
    lines = [line for line in re.sub(r"\x1b\[[0-9;]*m", "", said).splitlines() if line.strip()]
    return "\n".join(lines[:4])[:MOST_SAID]
