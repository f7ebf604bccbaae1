"""Where a Traditional character is in doubt: its form depends on what one takes for a word, and no word is known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from macros.text.han_scripts import Traditional, turned_stretch
from macros.text.han_words import COUNTED_MEASURE, longest_of_words, word_lists

RISKY = frozenset("历发干里几斗征制后复系面谷余准冲台松只钟")
"""Characters of everyday words that have several Traditional forms."""
NEIGHBOURS = 3
"""Characters before and behind one that may belong to a word with it."""
HAN_STRETCH = re.compile("[\u3400-\u9fff]+")


class Doubts:
    """Finds the characters of a text whose Traditional form depends on what one takes for a word."""

    def __init__(self, spellings: Mapping[str, str]) -> None:
        self.written = Traditional(spellings)
        self.known = longest_of_words({*word_lists()[1], *spellings})

    def __call__(self, text: str) -> Iterator[tuple[str, str]]:
        """Each such character with its neighbours, as the text has them and as they are printed.

        What stands in a known word, and is printed as in that word alone, is in no doubt; nor is what has one form
        whatever is taken for the word.
        """
        counted = {at for found in COUNTED_MEASURE.finditer(text) for at in range(*found.span())}
        for run in HAN_STRETCH.finditer(text):
            stretch = run[0]
            risky = [at for at, char in enumerate(stretch) if char in RISKY]
            if not risky:
                continue
            printed = self.written(text[: run.end()])[run.start() :]
            sure = {at - run.start() for at in counted}.union(self.sure(stretch, printed))
            for at in risky:
                if at not in sure and len({printed[at], *forms(stretch, at)}) > 1:
                    around = slice(max(0, at - NEIGHBOURS), at + NEIGHBOURS + 1)
                    yield stretch[around], printed[around]

    def sure(self, text: str, printed: str) -> Iterator[int]:
        """The places of known words that are printed as they are by themselves."""
        for start in range(len(text)):
            if found := self.known.match(text, start):
                alone = self.written(found[0])
                yield from (at for at in range(start, found.end()) if printed[at] == alone[at - start])


def forms(text: str, at: int) -> Iterator[str]:
    """The forms that a character takes by the dictionary, by the neighbours that it is taken with."""
    for start in range(max(0, at - NEIGHBOURS), at + 1):
        for end in range(at + 1, min(len(text), at + NEIGHBOURS + 1) + 1):
            yield turned_stretch(text[start:end])[at - start]
