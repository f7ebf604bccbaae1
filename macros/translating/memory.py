"""Translation memory: what was translated before, exactly so or nearly, and the words of the bureau's glossary."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from macros.records.collection import Collection
from macros.records.shipped import shipped_qualifiers, shipped_words
from macros.text.placeholders import UNDECIDED
from macros.translating.texts import Translatable, translatables

LEAST_LIKE = 0.6
"""The least likeness of a text that is offered, from 0 to 1: characters in common, in the same order."""
MOST_OFFERED = 5
COMPARED_IN_WHOLE = 60
"""How many texts, those with most pairs of characters in common, are compared in whole."""
LONGEST_TERM = 20
NO_TERM = re.compile("[，。；：！？、\\s{}]")


@dataclass(frozen=True)
class Proposal:
    """What an earlier text was translated as: the translation, that text, how like it is, and where it stands."""

    said: str
    zh: str
    likeness: float
    where: str

    @property
    def en(self) -> str:
        """The translation, in a memory of English."""
        return self.said


@dataclass(frozen=True)
class Memory:
    """Pairs of a Chinese text and its translation, each with where it stands."""

    pairs: tuple[tuple[str, str, str], ...]

    @cached_property
    def by_text(self) -> Mapping[str, list[Proposal]]:
        """What each text was translated as; the same translation once."""
        found: dict[str, dict[str, Proposal]] = defaultdict(dict)
        for zh, said, where in self.pairs:
            found[without_end(zh)].setdefault(said, Proposal(said, zh, 1.0, where))
        return {zh: list(those.values()) for zh, those in found.items() if zh}

    @cached_property
    def with_characters(self) -> Mapping[str, list[str]]:
        """The texts in which two characters stand together."""
        found: dict[str, list[str]] = defaultdict(list)
        for zh in self.by_text:
            for pair in pairs_in(zh):
                found[pair].append(zh)
        return found

    def proposals(self, zh: str) -> tuple[Proposal, ...]:
        """What the text was translated as, and what texts like it were, the likest first."""
        text = without_end(zh)
        found = list(self.by_text.get(text, ()))
        common = Counter(one for pair in pairs_in(text) for one in self.with_characters.get(pair, ()) if one != text)
        likely = sorted(common, key=lambda one: (-2 * common[one] / (len(one) + len(text)), one))[:COMPARED_IN_WHOLE]
        near = [(SequenceMatcher(None, text, one, autojunk=False).ratio(), one) for one in likely]
        for likeness, one in sorted(near, key=lambda each: (-each[0], each[1])):
            if likeness >= LEAST_LIKE:
                found += [Proposal(each.said, each.zh, round(likeness, 2), each.where) for each in self.by_text[one]]
        return tuple(found[:MOST_OFFERED])

    def terms(self, zh: str) -> tuple[Proposal, ...]:
        """The words and names of the glossary that stand in a text, in its order; the longest where they overlap."""
        text, at, found = without_end(zh), 0, dict[str, Proposal]()
        while at < len(text):
            lengths = range(min(LONGEST_TERM, len(text) - at), 1, -1)
            word = next(
                (text[at : at + length] for length in lengths if self.is_term(text[at : at + length], text)), ""
            )
            if word:
                found.setdefault(word, self.by_text[word][0])
            at += len(word) or 1
        return tuple(found.values())

    def is_term(self, word: str, text: str) -> bool:
        """Whether a part of a text is a word or name that was translated by itself."""
        return word != text and word in self.by_text and not NO_TERM.search(word)


def without_end(zh: str) -> str:
    """A text without the mark that ends it."""
    return zh.rstrip("。；，")


def pairs_in(text: str) -> set[str]:
    """Every two characters that stand together."""
    return {text[at : at + 2] for at in range(len(text) - 1)}


def memory_of(collection: Collection, code: str = "en") -> Memory:
    """All that the data holds in Chinese and in the language with this code, and for English the software's words."""
    return Memory(
        tuple(dict.fromkeys((*decided_pairs(translatables(collection, code)), *shipped_pairs(collection, code))))
    )


def decided_pairs(texts: Iterable[Translatable]) -> Iterator[tuple[str, str, str]]:
    """The texts on which a person has decided, and on their translations."""
    return ((one.zh, one.said, one.name) for one in texts if one.said and UNDECIDED not in f"{one.zh}{one.typed}")


def shipped_pairs(collection: Collection, code: str) -> Iterator[tuple[str, str, str]]:
    """Words of the software and of the vocabularies, which stand in English beside Chinese."""
    words = {**shipped_words(), **shipped_qualifiers(), **{one.id: one for one in collection.periods.entries}}
    if code == "en":
        yield from ((one.zh, one.en, key) for key, one in words.items() if one.en)
