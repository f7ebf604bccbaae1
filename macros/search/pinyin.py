"""How Chinese words are typed in pinyin, and which others sound alike."""

from __future__ import annotations

import functools
import itertools
from collections import defaultdict
from collections.abc import Iterator, Mapping

from pypinyin import Style, lazy_pinyin, pinyin

MOST_READINGS = 3
"""Readings of a character that are tried beside the one it has in the word."""
MOST_SPELLINGS = 8
INITIALS_FROM = 3
"""Characters of a word from which it is found by its initials."""


@functools.cache
def readings(char: str) -> tuple[str, ...]:
    """The commonest readings of a character, without tones."""
    found = pinyin(char, style=Style.NORMAL, heteronym=True)[0]
    return tuple(dict.fromkeys(found))[:MOST_READINGS]


def spellings(word: str) -> tuple[str, ...]:
    """How a word may be typed: as it is read, with the other readings of its characters, and by its initials."""
    usual = tuple(lazy_pinyin(word))
    ways = itertools.islice(itertools.product(*map(readings, word)), MOST_SPELLINGS)
    read = dict.fromkeys((usual, *ways))
    found = ["".join(way) for way in read]
    if len(word) >= INITIALS_FROM:
        found += ["".join(syllable[:1] for syllable in way) for way in read]
    return tuple(one for one in dict.fromkeys(found) if one.isascii() and one.isalpha())


def homophones(word: str) -> Iterator[str]:
    """A word with one of its characters taken for another common one that sounds alike."""
    for at, reading in enumerate(lazy_pinyin(word)):
        char = word[at]
        for other in sounding(reading):
            if other != char:
                yield word[:at] + other + word[at + 1 :]


def sounding(reading: str) -> tuple[str, ...]:
    """The common characters of a reading."""
    return common_characters().get(reading, ())


@functools.cache
def common_characters() -> Mapping[str, tuple[str, ...]]:
    """The 3,755 common characters of GB 2312, level one, by each of their readings."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for row, cell in itertools.product(range(0xB0, 0xD8), range(0xA1, 0xFF)):
        char = bytes((row, cell)).decode("gb2312", "ignore")
        for reading in readings(char) if char else ():
            found[reading].append(char)
    return {reading: tuple(chars) for reading, chars in found.items()}
