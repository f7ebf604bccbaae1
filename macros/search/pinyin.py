"""How Chinese words are typed in pinyin, and how common characters are read.

The tables of pypinyin take 60 MB and 0.15 s. They are read when the first word is spelt, which only the build of the
Chinese edition does, and only at its end; read with the module, they were in every process, and each collection of
garbage went through them.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Mapping

MOST_READINGS = 3
"""Readings of a character that are tried beside the one it has in the word."""
MOST_SPELLINGS = 8
MOST_REMEMBERED = 10_000
"""Words whose spellings a process keeps for the next site that it builds; a site of 100 pages has some 7,000."""
TYPED_ALIKE = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ng", "n"), ("v", "u"))
"""What many type alike, and how the index spells it."""
INITIALS_FROM = 3
"""Characters of a word from which it is found by its initials."""


@functools.cache
def readings(char: str) -> tuple[str, ...]:
    """The commonest readings of a character, without tones."""
    from pypinyin import Style, pinyin

    found = pinyin(char, style=Style.NORMAL, heteronym=True)[0]
    return tuple(dict.fromkeys(found))[:MOST_READINGS]


@functools.lru_cache(MOST_REMEMBERED)
def spellings(word: str) -> tuple[str, ...]:
    """How a word may be typed: as it is read, with the other readings of its characters, and by its initials."""
    read = dict.fromkeys(itertools.islice(itertools.product(*map(readings, word)), MOST_SPELLINGS))
    if len(read) > 1:  # Else it is read in one way whatever word it is.
        read = dict.fromkeys((usual_reading(word), *read))
    found = ["".join(way) for way in read]
    if len(word) >= INITIALS_FROM:
        found += ["".join(syllable[:1] for syllable in way) for way in read]
    return tuple(one for one in dict.fromkeys(found) if one.isascii() and one.isalpha())


def usual_reading(word: str) -> tuple[str, ...]:
    """The syllables of a word, each character read as it is in that word."""
    from pypinyin import lazy_pinyin

    return tuple(lazy_pinyin(word))


def loosely_spelt(spelling: str) -> str:
    """A spelling without what many do not tell apart: zh and z, ang and an, and ü, which is typed v or u."""
    for typed, meant in TYPED_ALIKE:
        spelling = spelling.replace(typed, meant)
    return spelling


@functools.cache
def common_characters() -> Mapping[str, tuple[str, ...]]:
    """The 3,755 common characters of GB 2312, level one, each with its readings."""
    codes = (bytes(code) for code in itertools.product(range(0xB0, 0xD8), range(0xA1, 0xFF)))
    chars = filter(None, (code.decode("gb2312", "ignore") for code in codes))
    return {char: readings(char) for char in chars}
