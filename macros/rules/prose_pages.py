"""The prose in docs/, of which MkDocs asks little: the head of a page is held to the rules of data files.

MkDocs drops what follows `` #`` in a title as YAML does, takes a title like ``2024-01-01`` for a date, and leaves the
whole head out where it is no YAML, each without a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from macros.problems import Problem, Said
from macros.yaml_files.encoding import decode
from macros.yaml_files.reader import read_bytes

HEAD = re.compile(r"---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
TEXTS = ("title", "description")
"""Fields at the head of a page that are shown."""


def problems_in(docs: Path) -> list[Problem]:
    """All that is wrong with the pages of a folder: files that are not UTF-8, and heads that would be read wrongly."""
    return [one for file in sorted(docs.rglob("*.md")) for one in problems_of(file, docs)]


def problems_of(file: Path, docs: Path) -> Iterator[Problem]:
    """All that is wrong with one page."""
    shown = f"{docs.name}/{file.relative_to(docs).as_posix()}"
    text, problems = decode(file.read_bytes(), shown)
    yield from problems
    found = HEAD.match((text or "").replace("\r\n", "\n"))
    if problems or not found:
        return
    reading, problems = read_bytes(f"\n{found[1]}".encode("utf-8", "surrogatepass"), shown)  # The first line is ---.
    yield from problems
    if reading is None or problems:
        return
    taken = yaml.safe_load(found[1])
    for name in TEXTS:
        if name in taken and not isinstance(taken[name], str):
            yield reading.problem((name,), NOT_TEXT, IN_QUOTES)


NOT_TEXT = Said(
    "此处会被读成日期、数或空值，不是文字。", "This would be read as a date, a number or nothing, not as text."
)
IN_QUOTES = Said("给整段内容加半角双引号。", "Put the whole value in straight quotes.")
