"""Work areas from the headings of a document: which sentences belong together, and which record they go into."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from macros.records.cutting import IN_A_TABLE
from macros.records.document import Edition, Section, Sentence
from macros.records.document_lines import NUMBER_STYLES
from macros.text.clauses import clauses_of
from macros.text.placeholders import UNDECIDED

FILLING = re.compile(
    "工作|情况|方面|主要|存在的|进展|开展|推进|加强|扎实|切实|积极|大力|全面|持续|深入|进一步|不断|的|“|”"
)
"""Words of headings that say nothing of what a work area is about."""
NUMBERED_WITH_BLANK = re.compile(r"\A\s*[0-9０-９]{1,2}(?:[.．][0-9０-９]{1,2}){0,3}[ \u3000]+")
"""What numbers a heading that says no quantity: 1 概况, 1.1 人员."""
LEAST_HELD = 3
"""Characters of a title that may stand in a longer one."""


@dataclass(frozen=True)
class Area:
    """A heading, and the sentences that a record under it is made of; the title where there is no heading."""

    heading: Sentence
    sentences: tuple[Sentence, ...]
    guessed: frozenset[str] = frozenset()
    """The sentences, by id, that do not stand under the heading: the program put them there, and a person decides."""
    counts: bool = False
    """Whether the heading says a quantity."""

    @property
    def title(self) -> str:
        """The heading without its number and its marks."""
        said = self.heading.zh if self.counts else NUMBERED_WITH_BLANK.sub("", self.heading.zh)
        return bare_heading(said).replace(UNDECIDED, "")

    @property
    def quote(self) -> str:
        """The whole clauses of the heading."""
        spans = clauses_of(self.heading.zh)
        return self.heading.zh[spans[0][0] : spans[-1][1]].strip() if spans else self.heading.zh


def bare_heading(text: str) -> str:
    """A heading without its number and without the mark that ends it."""
    style = next((found for one in NUMBER_STYLES if (found := one.match(text))), None)
    return text[style.end() if style else 0 :].strip(" \u3000、.．。：:；，")


def areas_of(edition: Edition, counted: Iterable[str]) -> list[Area]:
    """The areas of a document, in order.

    Each begins at a heading of the first level or, where such a one has no text of its own, at those below it. What
    stands before the first goes into that one by guess. ``counted`` are the sentences with a quantity, which headings
    may hold.
    """
    with_quantity = frozenset(counted)
    parts = edition.sections
    found: list[tuple[Sentence, list[Sentence]]] = []
    waiting: list[Sentence] = []
    guessed: set[str] = set()
    over = False
    for at, part in enumerate(parts):
        below = parts[at + 1] if at + 1 < len(parts) else None
        own = [one for one in part.sentences if one.role not in IN_A_TABLE]
        if part.level <= 1:
            over = bool(part.level and below and below.level > 1 and not any(one.role is None for one in own))
        begins = (part.level == 1 and not over) or (part.level == 2 and over)
        if begins:
            found.append((part.heading, waiting))
            guessed.update(one.id for one in waiting)
            waiting = []
        held = found[-1][1] if found and not (part.level == 1 and over) else waiting
        held += [one for one in (part.heading, *own) if is_recorded(one, part, with_quantity)]
    if waiting and found:
        found[-1][1].extend(waiting)
        guessed.update(one.id for one in waiting)
    elif waiting:
        found = [(parts[0].heading, waiting)]
    return [
        Area(heading, tuple(held), frozenset(guessed & {one.id for one in held}), heading.id in with_quantity)
        for heading, held in found
        if held
    ]


def is_recorded(sentence: Sentence, part: Section, with_quantity: frozenset[str]) -> bool:
    """Whether a record must cite a sentence: it says something, or it has a quantity wherever it stands."""
    return sentence.id in with_quantity or (sentence.role is None and sentence is not part.heading)


def record_for(title: str, records: Mapping[str, Sequence[str]]) -> str | None:
    """The record that a heading belongs to, by its titles: with the same words, or one holding all those of the other.

    Numbers must be the same: plans for another year are another matter.
    """
    alike = {ident: max(title_likeness(title, one) for one in titles) for ident, titles in records.items()}
    best = max(alike, key=lambda ident: alike[ident], default=None)
    return best if best and alike[best] else None


def title_likeness(title: str, other: str) -> float:
    """How much of the longer of two titles the shorter is, from 0 to 1; 0 where it does not stand in it whole."""
    if re.findall("[0-9]+", title) != re.findall("[0-9]+", other):
        return 0.0
    short, long = sorted((FILLING.sub("", title), FILLING.sub("", other)), key=len)
    if title == other:
        return 1.0
    return len(short) / (len(long) + 1) if len(short) >= LEAST_HELD and short in long else 0.0
