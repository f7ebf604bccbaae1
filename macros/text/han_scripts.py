"""Conversion between the two scripts of Chinese: plain, character by character; no word is swapped for another."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence

import opencc

from macros.text.han_words import MEASURE_FORMS, first_words, word_lists

KEEP_FROM, KEEP_TO = "\x02", "\x03"
"""Stand around text that is to stay as it is; no data file may hold them (macros/yaml_files/characters.py)."""
STRETCH = re.compile("[^\x00-\x7f]+")
"""What the conversion concerns: no word of its dictionaries has an ASCII character in it."""
ASCII_DIGITS = frozenset("0123456789")
HAN_BLOCKS = (range(0x3400, 0x4DC0), range(0x4E00, 0xA000), range(0x20000, 0x32000))
"""Where Unicode has the characters that the two scripts share or differ in."""
KEPT_TEXT = re.compile(f"{KEEP_FROM}([^{KEEP_TO}]*){KEEP_TO}")


@functools.cache
def simplifier() -> opencc.OpenCC:
    """Traditional to Simplified."""
    return opencc.OpenCC("t2s")


@functools.cache
def traditionaliser() -> opencc.OpenCC:
    """Simplified to Traditional in the character forms that the half-year summary itself is written in.

    ``s2tw`` changes characters only. ``s2twp``, which also swaps words, is what had spoiled that text.
    """
    return opencc.OpenCC("s2tw")


@functools.cache
def word_swapper() -> opencc.OpenCC:
    """Simplified to Traditional with Taiwan's words for those of the mainland, as many converters do it unasked."""
    return opencc.OpenCC("s2twp")


OTHER_SWAPS = {"通过": "透过"}
"""Words that other converters swap too, in Simplified characters; OpenCC has all others that we have met."""


def machine_swapped(words: str) -> frozenset[str]:
    """What a converter that swaps words may have made of words of the mainland, in Simplified characters again."""
    swapped = {simplifier().convert(word_swapper().convert(words))}
    return frozenset(swapped | {OTHER_SWAPS[words]} if words in OTHER_SWAPS else swapped) - {words}


@functools.cache
def word_swapper_of_hong_kong() -> opencc.OpenCC:
    """Simplified to Traditional with Hong Kong's words."""
    return opencc.OpenCC("s2hkp")


def regional_words(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Words that are others in Taiwan or Hong Kong: each with what it is there, in Simplified characters."""
    lines = "\n".join(words)
    for swapper in (word_swapper(), word_swapper_of_hong_kong()) if words else ():
        swapped = simplifier().convert(swapper.convert(lines)).split("\n")
        yield from ((word, other) for word, other in zip(words, swapped, strict=True) if folded(other) != folded(word))


@functools.cache
def simplified() -> dict[str, str]:
    """Every Traditional character with its Simplified one, by plain conversion.

    A few Simplified characters do not come back from Traditional as they were (着, 著, 著); they are folded alike too.
    """
    chars = "\n".join(chr(code) for block in HAN_BLOCKS for code in block)
    plain = simplifier().convert(chars)
    there_and_back = simplifier().convert(traditionaliser().convert(plain))
    columns = (text.split("\n") for text in (chars, there_and_back))
    return {char: other for char, other in zip(*columns, strict=True) if char != other and len(other) == 1}


class FoldingTable(dict[int, str]):
    """The same as a table for ``str.translate`` that grows by the characters asked for: texts have few of them."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if any(code in block for block in HAN_BLOCKS):
            other = simplifier().convert(traditionaliser().convert(simplifier().convert(char)))
            char = other if len(other) == 1 else char
        self[code] = char
        return char


@functools.cache
def _to_simplified() -> FoldingTable:
    return FoldingTable()


def same_words(one: str, other: str) -> bool:
    """Whether two texts are the same but for their script."""
    return folded(one) == folded(other)


def folded(text: str) -> str:
    """``text`` in a form that does not tell the two scripts apart; for comparing, not for showing."""
    return text.translate(_to_simplified())


def traditional(text: str) -> str:
    """``text`` in Traditional script; markup and whatever else is ASCII stands between the stretches to be turned."""

    def turned(found: re.Match[str]) -> str:
        before = text[found.start() - 1 : found.start()]
        return turned_behind_digit(found[0]) if before in ASCII_DIGITS else turned_by_words(found[0])

    return STRETCH.sub(turned, text)


def turned_behind_digit(text: str) -> str:
    """A stretch behind a digit in Traditional script: it may begin with a measure."""
    return turned_by_words(f"0{text}")[1:]


@functools.lru_cache(maxsize=2**15)  # Pages of a site say much in the same words.
def turned_by_words(text: str) -> str:
    """A stretch, or one behind a digit with a digit, in Traditional script.

    Words that the longest match of the dictionary would tear apart are turned by themselves: 被发明 is 被 and 发明, and
    not 被发 and 明.
    """
    made: list[str] = []
    done = 0
    for found in first_words().finditer(text):
        made += (turned_stretch(text[done : found.start()]), turned_word(found[0], found["counted"] is not None))
        done = found.end()
    return "".join([*made, turned_stretch(text[done:])])


def turned_word(word: str, counted: bool) -> str:
    """Such a word, or a measure behind digits, in Traditional script."""
    return word.translate(MEASURE_FORMS) if counted else word_lists()[2].get(word) or turned_stretch(word)


@functools.lru_cache(maxsize=2**16)
def turned_stretch(text: str) -> str:
    """A stretch in Traditional script, and no character of it exchanged for another.

    Some words are written with another character in Taiwan (答覆 for 答复, 想像 for 想象). There the character is only
    turned by itself (答復, 想象), so that what is found in one script is found in the other.
    """
    turned: str = traditionaliser().convert(text)
    if same_words(turned, text):
        return turned
    if len(turned) != len(text):
        turned = text
    pairs = zip(text, turned, strict=True)
    return "".join(new if same_words(old, new) else traditionaliser().convert(old) for old, new in pairs)


def kept(text: str) -> str:
    """``text`` marked to stay as it is."""
    return f"{KEEP_FROM}{text}{KEEP_TO}"


class Traditional:
    """Turns Simplified text into Traditional; ``spellings`` are words that the plain conversion would get wrong."""

    def __init__(self, spellings: Mapping[str, str]) -> None:
        self.spellings = spellings
        longest_first = sorted(spellings, key=lambda word: (-len(word), word))
        self.apart = re.compile("|".join([KEPT_TEXT.pattern, *map(re.escape, longest_first)]))

    def __call__(self, text: str) -> str:
        """``text`` in Traditional script, but for what is marked as kept, whose marks fall away."""
        made, done = [], 0
        for found in self.apart.finditer(text):
            made.append(traditional(text[done : found.start()]))
            made.append(self.spellings[found[0]] if found[1] is None else found[1])
            done = found.end()
        made.append(traditional(text[done:]))
        return "".join(made)
