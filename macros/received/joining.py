"""Lines that were parted only because a page or a cell is so wide are joined again; Chinese goes on without a blank."""

from __future__ import annotations

import re
import unicodedata

OTHER_BLANKS = re.compile(r"[\t\xa0\u2000-\u200a\u202f\u205f]")
INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\xad"))
NO_BEGINNING = frozenset("，。、；：？！）》〉」』】〕”’…—％%,.;:?!)]}·")
"""Marks that no line of Chinese begins with."""
NUMBERS_APART = "\u3000\u3000"
"""Stands between two numbers that stand one below the other in a cell: with one blank, 15 200 would be one."""
TO_RAISED = str.maketrans("0123456789+-−=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾")
TO_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")


def as_set(text: str, way: str, before: str) -> str:
    """Digits that are set higher as characters that are, and lower ones behind a digit, or they would belong to the
    number ``before`` them."""
    if way == "superscript":
        return text.translate(TO_RAISED)
    return text.translate(TO_LOWERED) if way == "subscript" and before[-1:].isdecimal() else text


def is_wide_character(char: str) -> bool:
    """Whether a character is Chinese, or a mark as wide; quotation marks and dashes are in Chinese text."""
    return unicodedata.east_asian_width(char) in "FWA"


def clean(text: str) -> str:
    """A line without characters that nobody sees, each other blank an ordinary one, none at its ends."""
    return OTHER_BLANKS.sub(" ", text).translate(INVISIBLE).strip(" \u3000")


def joined(text: str) -> str:
    """The lines of a cell on one."""
    said = ""
    for line in filter(None, map(clean, text.split("\n"))):
        said = f"{said}{NUMBERS_APART}{line}" if numbers_meet(said, line) else joint(said, line) if said else line
    return said


def numbers_meet(before: str, after: str) -> bool:
    """Whether a line ends in a digit and the next begins with one: 15 and 200 in one cell are no 15200."""
    return before[-1:].isdecimal() and after[:1].isdecimal()


def joint(before: str, after: str) -> str:
    """Two lines of one paragraph as one: a blank only between words of other scripts."""
    if (
        is_wide_character(before[-1])
        or is_wide_character(after[0])
        or after[0] in NO_BEGINNING
        or before.endswith(("-", "/"))
    ):
        return before + after
    return f"{before} {after}"
