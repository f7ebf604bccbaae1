"""Measures text without a font and breaks it into lines, since text in SVG does not wrap by itself."""

from __future__ import annotations

import functools
import itertools
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

COLUMN = 18.0
"""How many em fit on the narrowest line that is promised: 288 px at 16 px a character, a 320 px wide phone."""

OPENING = frozenset("（《〈“‘「『【([")
"""Marks that never end a line."""
CLOSING = frozenset("，。、；：！？）》〉”’」』】…—·,.;:!?)]%")
"""Marks that never begin a line."""
WIDTHS = {**dict.fromkeys("ijl.,;:'!|I ", 0.34), **dict.fromkeys("rtf()[]-/", 0.45), **dict.fromkeys("mwMW@%", 0.98)}
"""Characters much narrower or wider than others, in em, as in the widest typeface that is common (Verdana)."""
BOLD_WIDTH = 1.14
"""How much wider Latin letters are in bold type; Han characters keep their square."""


NARROWING_STEP = 0.5
"""By how much lines are narrowed at a time to make them alike, in em."""


def width_of(text: str, bold: bool = False) -> float:
    """The width of ``text`` in em, rather too wide than too narrow: Han characters 1, Latin letters about 0.6."""
    return sum(width_of_one(one) * (BOLD_WIDTH if bold and not is_wide(one) else 1) for one in text)


@functools.cache
def width_of_one(character: str) -> float:
    """The width of one character in plain type, in em."""
    if is_wide(character):
        return 1
    return WIDTHS.get(character, 0.77 if character.isupper() else 0.64)


@functools.cache
def is_wide(character: str) -> bool:
    """Whether a character fills a square; those of which East Asian fonts decide, such as quotation marks, do."""
    return unicodedata.east_asian_width(character) in "WFA"


def broken(text: str, width: float = COLUMN, bold: bool = False) -> tuple[str, ...]:
    """``text`` in as few lines as fit ``width`` em, of about the same length, which together are it to the letter.

    Rule: a line ends behind a space or hyphen, or between Han characters, but never before a closing mark, behind an
    opening one, or between a number and its unit. A word wider than a line is broken anywhere.
    """
    parts = [
        TextPart(one, width_of(one, bold), width_of(one.rstrip(), bold))
        for piece in unbreakable_pieces(text)
        for one in parts_that_fit(piece, width, bold)
    ]
    lines, least = broken_into_lines(parts, width), max(part.seen for part in parts)
    while len(lines) > 1 and width - NARROWING_STEP >= least:
        width -= NARROWING_STEP
        narrower = broken_into_lines(parts, width)
        if len(narrower) > len(lines):
            break
        lines = narrower
    return tuple(lines)


@dataclass(frozen=True)
class TextPart:
    """A part of a text that stays whole, its width in em, and its width where it ends a line."""

    text: str
    width: float
    seen: float


def broken_into_lines(parts: Sequence[TextPart], width: float) -> list[str]:
    """The parts in lines that are each as long as fits."""
    lines, reached = [""], 0.0
    for part in parts:
        if lines[-1] and reached + part.seen > width:
            lines.append("")
            reached = 0.0
        lines[-1] += part.text
        reached += part.width
    return lines


def unbreakable_pieces(text: str) -> list[str]:
    """The smallest parts of ``text`` that stay whole."""
    found = [text[:1]]
    for before, after in itertools.pairwise(text):
        if may_break(before, after):
            found.append("")
        found[-1] += after
    return found


def may_break(before: str, after: str) -> bool:
    """Whether a line may end between two characters."""
    if after.isspace() or before in OPENING or after in CLOSING:
        return False
    if before.isspace() or (before == "-" and after.isalpha()):
        return True
    return (is_wide(before) or is_wide(after)) and not before.isdigit()


def parts_that_fit(piece: str, width: float, bold: bool) -> list[str]:
    """A piece as it is, or cut where it is wider than a line."""
    found = [""]
    for character in piece:
        if found[-1] and not character.isspace() and width_of(found[-1] + character, bold) > width:
            found.append("")
        found[-1] += character
    return found
