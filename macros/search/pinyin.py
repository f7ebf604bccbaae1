"""How Chinese words are typed in pinyin, and how common characters are read.

The tables of pypinyin take 60 MB and 0.15 s. They are read when the first word is spelt, which only the build of the
Chinese edition does, and only at its end; read with the module, they were in every process, and each collection of
garbage went through them.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Mapping

MOST_READINGS = 3
"""Readings of a character that are tried beside the one it has in the word."""
MOST_SPELLINGS = 8
INITIALS_FROM = 3
"""Characters of a word from which it is found by its initials."""


@functools.cache
def readings(char: str) -> tuple[str, ...]:
    """The commonest readings of a character, without tones."""
    from pypinyin import Style, pinyin

    found = pinyin(char, style=Style.NORMAL, heteronym=True)[0]
    return tuple(dict.fromkeys(found))[:MOST_READINGS]


def spellings(word: str) -> tuple[str, ...]:
    """How a word may be typed: as it is read, with the other readings of its characters, and by its initials."""
    from pypinyin import lazy_pinyin

    usual = tuple(lazy_pinyin(word))
    ways = itertools.islice(itertools.product(*map(readings, word)), MOST_SPELLINGS)
    read = dict.fromkeys((usual, *ways))
    found = ["".join(way) for way in read]
    if len(word) >= INITIALS_FROM:
        found += ["".join(syllable[:1] for syllable in way) for way in read]
    return tuple(one for one in dict.fromkeys(found) if one.isascii() and one.isalpha())


def loosely_spelt(spelling: str) -> str:
    """A spelling without what many do not tell apart: zh and z, ang and an, and ü, which is typed v or u."""
    return re.sub("([zcs])h", r"\1", spelling).replace("ng", "n").replace("v", "u")


@functools.cache
def common_characters() -> Mapping[str, tuple[str, ...]]:
    """The 3,755 common characters of GB 2312, level one, each with its readings."""
    codes = (bytes(code) for code in itertools.product(range(0xB0, 0xD8), range(0xA1, 0xFF)))
    chars = filter(None, (code.decode("gb2312", "ignore") for code in codes))
    return {char: readings(char) for char in chars}
