"""The lines of one data file, and how to point at a place in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, Protocol

from macros.problems import Place, Problem, Said

MOST_LISTED = 100
"""Problems of one kind that are listed for a file; a damaged file would list thousands."""


class Message(NamedTuple):
    """What is wrong and how to mend it, in both languages, not yet tied to a place."""

    wrong: Said
    mend: Said


def message(wrong_zh: str, mend_zh: str, wrong_en: str, mend_en: str) -> Message:
    """One message, Chinese first."""
    return Message(Said(wrong_zh, wrong_en), Said(mend_zh, mend_en))


@dataclass(frozen=True)
class Source:
    """A file as its editor shows it. Lines and columns count from 0, as YAML marks do."""

    path: str
    lines: tuple[str, ...]

    def place(self, line: int, column: int) -> Place:
        """The same place counted from 1, as people and editors count."""
        return Place(self.path, line + 1, column + 1)

    def problem(self, line: int, column: int, said: Message, field: str = "") -> Problem:
        """A problem at a line and column, with that line as its excerpt."""
        excerpt = self.lines[line] if line < len(self.lines) else ""
        return Problem(self.place(line, column), *said, field=field, excerpt=excerpt)


class Mark(Protocol):
    """A place in the parser's terms, line and column from 0."""

    line: int
    column: int


def spot(mark: Mark | None) -> tuple[int, int]:
    """Line and column of a mark, from 0. Events always have one; only their types doubt it."""
    return (mark.line, mark.column) if mark else (0, 0)
