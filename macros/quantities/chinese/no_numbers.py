"""Digits that together make no number the grammar can be sure of: 1·5亿元, 3⁄4, and digits that are struck through."""

from __future__ import annotations

import re

from macros.quantities.chinese.operands import operand_at
from macros.quantities.chinese.passage import NUMERAL_CHARS, Passage, Read, taken_as
from macros.quantities.expression import Sense

OVERLAID = "[\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20ff]"
"""Marks drawn over the character before them, as those that strike it through, or put it in a box."""
JOINED = re.compile(
    rf"(?:[0-9]++{OVERLAID}++)+[.,]?[0-9]*+[{NUMERAL_CHARS}]*+"
    r"|[0-9]++(?:[·•∙⋅‧・⁄∕'`´][0-9]++)+(?:\.[0-9]+)?"
)
LAST_DIGITS = re.compile(r"[0-9]++(?!.*[0-9])")


def read_no_number(passage: Passage, at: int, floor: int) -> Read | None:
    """What begins here and is no number, whole with the unit behind it, so that no part of it is read as a quantity."""
    found = JOINED.match(passage.plain, at)
    if found is None:
        return None
    last = LAST_DIGITS.search(found[0])
    operand = operand_at(passage, at + last.start()) if last else None
    end = max(found.end(), operand.end if operand else 0)
    return taken_as(passage, at, end, Sense.NAME, passage.plain[at:end])
