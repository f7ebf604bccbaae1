"""The text that a reading goes through, with its look-around, and what a rule of the Chinese grammar returns."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from decimal import Decimal

from macros.quantities.expression import Expression, Qualifier, Sense

WIDE = (
    "０１２３４５６７８９％﹪＋－﹣−．／～＝｜＜＞"
    "ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ○萬億貳參陸兩餘幾個圓"
)
PLAIN_FORMS = "0123456789%%+---./~=|<>ABCDEFGHIJKLMNOPQRSTUVWXYZ〇万亿贰叁陆两余几个圆"
TO_PLAIN = str.maketrans(WIDE, PLAIN_FORMS)
"""Character for character, so that every place stays what it is: full-width, and the Traditional forms of numerals."""
GAP = r"[ \u00a0\u2009\u202f\u3000]{0,2}"
"""The space that some put between a number and a word."""
HAN_WORD = "㐀-鿿"
CLAUSE_MARKS = re.compile(r"[，；。：！？\n\r]|[,;!?:](?![0-9])")
SENTENCE_MARKS = "\n\r。；;：:！？!?”’」（(【"
NUMERAL_CHARS = "〇零一二三四五六七八九十百千万亿两廿卅"
"""Han characters that make numbers. The financial ones are left out: alone they stand in common words (大陆, 队伍)."""
BLANKS = " \t\u00a0\u2009\u202f\u3000"


@dataclass(frozen=True, slots=True)
class WordSet:
    """Words that are looked up where they may stand in a text."""

    words: frozenset[str]
    longest: int

    def at(self, text: str, start: int) -> str:
        """The longest word that stands at a place of a text; empty where none does."""
        for size in range(min(self.longest, len(text) - start), 0, -1):
            if text[start : start + size] in self.words:
                return text[start : start + size]
        return ""


def word_set(words: Collection[str]) -> WordSet:
    """Words made ready for looking up; the empty word is none."""
    return word_set_of(frozenset(words))


@functools.lru_cache(maxsize=64)
def word_set_of(words: frozenset[str]) -> WordSet:
    """The same, once for the same words."""
    plain = frozenset(word.translate(TO_PLAIN) for word in words if word)
    return WordSet(plain, max(map(len, plain), default=0))


@dataclass(frozen=True, slots=True)
class Passage:
    """A text as it was received, the same in plain characters, and the units that are known."""

    text: str
    plain: str
    units: WordSet

    def before(self, at: int, floor: int, size: int = 14) -> str:
        """The characters before a place, none from before ``floor``."""
        return self.plain[max(floor, at - size, 0) : at]

    def behind(self, at: int, size: int = 14) -> str:
        """The characters from a place on."""
        return self.plain[at : at + size]

    def char(self, at: int) -> str:
        """The character at a place; empty outside the text."""
        return self.plain[at] if 0 <= at < len(self.plain) else ""

    def starts_part(self, at: int) -> bool:
        """Whether a line, a sentence or a bracket begins here, blanks aside."""
        while at > 0 and self.plain[at - 1] in BLANKS:
            at -= 1
        return at == 0 or self.plain[at - 1] in SENTENCE_MARKS


@dataclass(frozen=True, slots=True)
class Read:
    """What a rule found: expressions, none for a plain word, and the place behind all that it read."""

    expressions: tuple[Expression, ...]
    end: int


PassageRule = Callable[[Passage, int, int], Read | None]
"""Reads what stands at a place; ``floor`` is where the expression before ended. None where the rule does not fit."""


def expression_in(
    passage: Passage,
    start: int,
    end: int,
    kind: Sense,
    values: tuple[Decimal, ...] = (),
    unit: str = "",
    qualifier: Qualifier = Qualifier.EXACT,
    named: str = "",
) -> Expression:
    """The expression between two places of a passage."""
    return Expression(passage.text[start:end], start, kind, values, unit, qualifier, named)


def taken_as(passage: Passage, start: int, end: int, kind: Sense, named: str) -> Read:
    """One expression that names something, from ``start`` to ``end``."""
    return Read((expression_in(passage, start, end, kind, named=named),), end)


def word_until(end: int) -> Read:
    """A plain word with a numeral character in it: nothing to tell, and nothing inside it to read."""
    return Read((), end)
