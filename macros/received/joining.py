"""Lines that were parted only because a page or a cell is so wide are joined again; Chinese goes on without a blank."""

from __future__ import annotations

import re
import unicodedata

OTHER_BLANKS = re.compile(r"[\t\xa0\u2000-\u200a\u202f\u205f]")
INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\xad"))
NO_BEGINNING = frozenset("，。、；：？！）》〉」』】〕”’…—％%,.;:?!)]}·")
"""Marks that no line of Chinese begins with."""
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
    """A text of several lines on one."""
    said = ""
    for line in filter(None, map(clean, text.split("\n"))):
        said = joint(said, line) if said else line
    return said


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
