"""What every reader of received files gives: the lines of a document, and what it left out because it is no part of it.

A table is consecutive lines, a cell and a TAB and the next cell; ``<<`` is a cell merged with the one to its left,
``^^`` one merged with the one above (records/tables.py reads them).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from macros.text.languages import Bilingual

LARGEST_RECEIVED = 25 * 2**20
"""Bytes of the largest file that is read: more, some hosts of static sites do not take."""
LEFT, ABOVE, TAB = "<<", "^^", "\t"

Reason = Literal[
    "navigation",
    "publication-line",
    "control",
    "furniture",
    "hidden",
    "covered",
    "picture",
    "comment",
    "script",
    "attribute",
    "header",
    "footer",
    "page-number",
    "deleted",
    "inserted",
    "annotation",
    "object",
    "computed",
    "empty-page",
]
"""Why something is told: no part of the document, or a part that may not stay (inserted, and computed by the program).

The interface has words for each.
"""


COVERED = "█"
"""Stands for a character that something dark covers: it is told, and not shown again."""
DARK = 0.35
"""The part of white up to which a colour is so dark that nobody reads black words below it."""

WHITEST = 0.97
"""The part of white above which a colour is that of the page to everybody who reads on it."""


class CannotReadError(Exception):
    """A file that was received holds no text that can be read; ``reason`` is why, and what to do instead."""

    def __init__(self, reason: Bilingual) -> None:
        self.reason = reason
        super().__init__(f"{reason.zh}\n{reason.en}")


MOST_TOLD = 80
"""Characters of something left out that are told."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something of a file that is no part of the document, and why."""

    why: Reason
    text: str

    @property
    def shown(self) -> str:
        """As much of it as is told."""
        return self.text if len(self.text) <= MOST_TOLD else f"{self.text[:MOST_TOLD]}…"


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """The lines of a document, none of them empty, and what was left out, both in the order of the file."""

    lines: tuple[str, ...]
    left_out: tuple[LeftOut, ...] = ()
    headings: Mapping[int, int] = field(default_factory=dict)
    """Lines, from 0, that the file itself formats as headings, and the level of each: 0 is a title, 1 the highest."""

    @property
    def text(self) -> str:
        """It as a text file."""
        return "".join(f"{line}\n" for line in self.lines)


@dataclass(frozen=True, slots=True)
class SpanningCell:
    """A cell of a received table: what it says, and over how many rows and columns it reaches."""

    text: str
    rows: int = 1
    columns: int = 1


MOST_COLUMNS = 200
"""Columns up to which cells reach; one of its own has every cell, so that a file cannot ask for a table of millions."""


def table_lines(rows: Sequence[Sequence[SpanningCell]]) -> list[str]:
    """A table as lines: each cell at the first free place of its row; a row in which no cell begins is none."""
    grid: list[dict[int, str]] = [{} for _ in rows]
    for at, row in enumerate(rows):
        column = 0
        for cell in row:
            while column in grid[at]:
                column += 1
            columns = range(column, max(min(column + cell.columns, MOST_COLUMNS), column + 1))
            for down, line in enumerate(grid[at : at + max(cell.rows, 1)]):
                for place in columns:
                    line.setdefault(place, LEFT if place > column else ABOVE if down else cell.text)
    kept = [line for line, row in zip(grid, rows, strict=True) if row]
    width = max((max(line, default=-1) + 1 for line in kept), default=0)
    return [TAB.join(line.get(place, "") for place in range(width)) for line in kept]


def differing_line(read: Sequence[str], text: Sequence[str]) -> tuple[int, str] | None:
    """The first line of a text, from 1, that is not the next one read, and the one that was; None where all agree.

    Blank lines, and blanks around a line or a cell, are no difference. The number is one past the end where lines
    are missing there; the line read is empty where the text goes on.
    """
    given = [(number, cells(line)) for number, line in enumerate(text, 1) if line.strip()]
    for at, line in enumerate(read):
        if at >= len(given):
            return len(text) + 1, line
        if given[at][1] != cells(line):
            return given[at][0], line
    return (given[len(read)][0], "") if len(given) > len(read) else None


def cells(line: str) -> list[str]:
    """The cells of a line, without the blanks around them; a line of text is one."""
    found = [one.strip() for one in line.split(TAB)]
    while len(found) > 1 and not found[-1]:
        found.pop()
    return found
