"""The text of one data file, and how to point at a place in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, Protocol

from yaml import ScalarEvent

from macros.problems import Place, Problem
from macros.text.languages import Bilingual

MOST_LISTED = 100
"""Problems of one kind that are listed for a file; a damaged file would list thousands."""


class Message(NamedTuple):
    """What is wrong and how to fix it, in both languages, not yet tied to a place."""

    wrong: Bilingual
    fix: Bilingual


def message(wrong_zh: str, fix_zh: str, wrong_en: str, fix_en: str) -> Message:
    """One message, Chinese first."""
    return Message(Bilingual(wrong_zh, wrong_en), Bilingual(fix_zh, fix_en))


@dataclass(frozen=True)
class Source:
    """A file as its editor shows it, lines ended by line feeds. Lines and columns count from 0, as YAML marks do."""

    path: str
    text: str

    @cached_property
    def lines(self) -> list[str]:
        """The lines, without their ends; a text that ends with a line feed has an empty one last."""
        return self.text.split("\n")

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


BLOCK = ("|", ">")
"""Styles of text that begins on the line below."""

Found = tuple[int, int, Message]
"""Line, column (both from 0) and what is wrong there."""


class Scalar(NamedTuple):
    """A value or field name, how it was quoted ("" if it was not), and where it stands."""

    value: str
    style: str
    line: int
    column: int
    end_line: int
    end_column: int

    @classmethod
    def of(cls, event: ScalarEvent) -> Scalar:
        """The part of an event that the rules look at."""
        marks = (*spot(event.start_mark), *spot(event.end_mark))
        return cls(event.value, event.style or "", *marks)
