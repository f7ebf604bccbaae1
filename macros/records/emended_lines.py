"""The lines of a document as they are printed: in Simplified script and emended, each stretch with what stood there."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from macros.received.lines import TAB
from macros.records.document import (
    Document,
    Emendation,
    Run,
)
from macros.records.tables import LEADING_BLANKS
from macros.text.han_scripts import simplifier
from macros.yaml_files.characters import UNSEEN

AS_SPACES = {
    ord(char): " " for char in "\t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
}
"""Blanks of every width but the Chinese one, which sentences hold as plain spaces."""


@dataclass(frozen=True)
class Line:
    """A line of the received text that belongs to the document, in Simplified script and emended."""

    number: int
    plain: str
    runs: tuple[Run, ...]
    cells: tuple[tuple[Run, ...], ...] = ()
    """Of a line with tabs: what stands between them."""

    @cached_property
    def printed(self) -> str:
        """The line as it is printed."""
        return printed_text(self.runs)

    @cached_property
    def begins(self) -> list[int]:
        """Where in what is printed every run begins."""
        return [0, *accumulate(len(run.printed) for run in self.runs)][:-1]

    def runs_between(self, start: int, end: int) -> tuple[Run, ...]:
        """The runs from one place of the printed line to another; an emendation two sentences share is in the first."""
        found: list[Run] = []
        first_number = max(bisect_left(self.begins, start) - 1, 0)  # The run before may reach beyond where it starts.
        for number in range(first_number, bisect_right(self.begins, end)):
            run, at = self.runs[number], self.begins[number]
            first, last = max(start, at), min(end, at + len(run.printed))
            if (run.emendation and start <= at < end) or (run.emendation and at == end == start):
                found.append(run)
            elif first < last and not run.emendation:
                found.append(Run(run.printed[first - at : last - at], run.stood[first - at : last - at]))
        return tuple(found)


def document_lines(document: Document, received: list[str]) -> list[Line]:
    """The lines of the verbatim text that belong to the document."""
    omitted = {one.line for one in document.omitted}
    by_words = {one.stood: one for one in document.emendations}
    words = re.compile("|".join(re.escape(word) for word in sorted(by_words, key=len, reverse=True)))
    found = []
    for number, line in enumerate(received, 1):
        seen = without_invisible(line)
        if number not in omitted and seen:
            whole = in_simplified(seen, document)
            parts = line.strip(LEADING_BLANKS).split(TAB)
            simplified = [in_simplified(without_invisible(one), document) for one in parts if len(parts) > 1]
            cells = tuple(emended(one, words, by_words) for one in simplified)
            found.append(Line(number, whole, emended(whole, words, by_words), cells))
    return found


def in_simplified(text: str, document: Document) -> str:
    """A text of a document in Simplified script."""
    return text if document.script == "zh-Hans" else str(simplifier().convert(text))


def as_received(stood: str, document: Document, received: Iterable[str]) -> tuple[str, ...]:
    """How what stood is written in the lines received, in their own script: each way once, in order.

    As it was converted where no line holds it so that the place of every character is known.
    """
    found: dict[str, None] = {}
    for line in map(without_invisible, received):
        plain = in_simplified(line, document)
        if len(plain) == len(line):
            found |= {line[one.start() : one.end()]: None for one in re.finditer(re.escape(stood), plain)}
    return tuple(found) or (stood,)


def printed_text(runs: Sequence[Run]) -> str:
    """Runs as they are printed."""
    return "".join(run.printed for run in runs)


def without_invisible(line: str) -> str:
    """A line of the received text as readers see it; empty where they see nothing."""
    return UNSEEN.sub("", line).translate(AS_SPACES).strip()


def emended(plain: str, words: re.Pattern[str], by_words: Mapping[str, Emendation]) -> tuple[Run, ...]:
    """A line in runs, every emendation applied wherever its words stand; ``words`` finds the longest first."""
    if not by_words or not plain:
        return (Run(plain, plain),)
    runs: list[Run] = []
    at = 0
    for found in words.finditer(plain):
        if at < found.start():
            runs.append(Run(plain[at : found.start()], plain[at : found.start()]))
        one = by_words[found[0]]
        runs.append(Run(one.printed, one.stood, one))
        at = found.end()
    if at < len(plain):
        runs.append(Run(plain[at:], plain[at:]))
    return tuple(runs)


def as_row(line: Line) -> str:
    """A line as tables are read from it: with its tabs, where it has any."""
    return TAB.join(map(printed_text, line.cells)) or line.printed
