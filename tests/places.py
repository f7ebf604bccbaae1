"""Where tests find the software and the bureaus they publish. No test reads the repository's own data/ and docs/."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
FIXTURES = ROOT / "tests/fixtures"
DEMONSTRATION = FIXTURES / "demonstration"
"""A frozen copy of the demonstration: its data and its prose."""
DISTRICT = FIXTURES / "district"
"""A small bureau with an own vocabulary and one short document: no alliance, no outreach, no figure of two periods."""
VALLEY = FIXTURES / "valley"
"""A bureau with figures of every kind, related to each other, in the summaries of three years."""
DATA = DEMONSTRATION / "data"
DOCS = DEMONSTRATION / "docs"
SOFTWARE = (
    "macros",
    "overrides",
    "mkdocs.yml",
    "requirements",
    "Makefile",
    "CODEOWNERS",
    ".gitattributes",
    ".gitignore",
)
"""What a copy of the project consists of, beside a bureau's data and prose."""
CONTENT = tuple(f"{ROOT / name}{os.sep}" for name in ("data", "docs"))
HANDBOOK = {language: ROOT / folder for language, folder in (("zh", "docs/handbook"), ("en", "docs/en/handbook"))}
"""The handbook in both languages."""
OF_THE_SOFTWARE = tuple(f"{folder}{os.sep}" for folder in (ROOT / "docs/maintainers", *HANDBOOK.values()))
"""What comes with the software (macros/adopting/ownership.toml), which is no prose of a bureau."""


def project_copy(folder: Path) -> Path:
    """Copies the software into ``folder`` with data and prose of the demonstration, as a repository has them.

    What Python has compiled comes with it (the times of files are kept): else every copy would be compiled anew.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for source in (*(ROOT / name for name in SOFTWARE), DATA, DOCS):
        if source.is_dir():
            shutil.copytree(source, folder / source.name, ignore=shutil.ignore_patterns("*.pyc.*"))
        else:
            shutil.copyfile(source, folder / source.name)
    shutil.copytree(ROOT / "docs/maintainers", folder / "docs/maintainers")
    return folder


def district_copy(folder: Path) -> Path:
    """Copies the software as a new bureau has it: its own data and home page, and no prose of what it does not do."""
    project_copy(folder)
    for name in ("data",):
        shutil.rmtree(folder / name)
    return Path(shutil.copytree(DISTRICT, folder, dirs_exist_ok=True))


def environment_of_a_copy(**added: str) -> dict[str, str]:
    """The environment in which a copy of the project shows its own prose, and not that of the tests."""
    return {name: value for name, value in os.environ.items() if name != "DOCS"} | added


def refuse_content(event: str, arguments: tuple[Any, ...]) -> None:
    """An audit hook: a test that opens a file of the repository's data/ or docs/ depends on what this bureau publishes.

    Folders may be listed: whatever looks for Python packages lists all that lie beside ``tests``.
    """
    if event == "open" and isinstance(arguments[0], str | os.PathLike):
        if arguments[1] is None and not os.path.isabs(arguments[0]):  # noqa: PTH117
            return  # os.open, which may count from a folder that is not told.
        path = os.path.abspath(arguments[0])  # noqa: PTH100 – resolving would read links at every event
        if path.startswith(CONTENT) and not path.startswith(OF_THE_SOFTWARE):
            raise AssertionError(f"a test reads {path}; tests read tests/fixtures/ (tests/places.py)")


MEMORY = Path("/dev/shm")
ROOM_IN_MEMORY = 6 * 2**30
"""Bytes that must be free for tests to write to memory; they take up to a third of that."""


def write_to_memory() -> None:
    """Has tests, and what they start, write to memory where there is room and nobody chose a folder.

    They write some hundred thousand small files, which takes a third of their time on a slow disk.
    """
    if "TMPDIR" in os.environ or not os.access(MEMORY, os.W_OK):
        return
    free = os.sysconf("SC_AVPHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    if min(free, shutil.disk_usage(MEMORY).free) > ROOM_IN_MEMORY:
        os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)


def guard() -> None:
    """Has every test read the demonstration's prose, and fail where it reads the repository's data or prose."""
    os.environ["DOCS"] = str(DOCS)
    write_to_memory()
    sys.addaudithook(refuse_content)
