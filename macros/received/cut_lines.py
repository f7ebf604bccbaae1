"""Lines that were parted at a fixed width, as those of mail and of copies of printed pages are, within sentences."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from macros.received.lines import TAB

CLOSES = re.compile(r"[。！？；：…”’》）】〕.!?;:)\]]$")
"""What a line ends with that may be whole."""
BEGINS_ANEW = re.compile(
    r"[（(]?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[）).．、]|第[一二三四五六七八九十0-9]+|[①-⑳•●■]"
)
"""What a paragraph begins with that is numbered."""
CUT_NUMBER = re.compile(r"[^0-9０-９\s][0-9０-９]+[.,，．]?$")
GOES_ON_WITH_NUMBER = re.compile("[0-9０-９%％‰万亿]|公[里顷斤]|[平立]方|个百分点|吨|亩(?!均)|元(?![旦宵素件月])")
"""What a line that goes on with a number begins with: a digit, or what it is measured in."""
LEAST_WIDTH, MOST_WIDTH = 30, 160
"""Columns of the longest line of a text that was parted at a fixed width; a Chinese character takes two."""
FULL = 0.85
"""The part of that which a full line has at least."""
FEWEST, LEAST_PART = 3, 0.25
"""Full lines, and the part of all lines that they are, from which a text was parted so."""


def lines_cut(lines: Sequence[str]) -> list[tuple[str, str]]:
    """Each line that goes on in the next though it should not, and that one: it ends in the middle of a number,
    or before its unit; or it closes no sentence and is full, as many lines of the text are."""
    pairs = [(one, after) for one, after in pairwise(lines) if TAB not in f"{one}{after}"]
    pairs = [(one, after) for one, after in pairs if not CLOSES.search(one) and not BEGINS_ANEW.match(after)]
    widest = max(map(shown_width, lines), default=0)
    full = [pair for pair in pairs if shown_width(pair[0]) >= FULL * widest]
    at_a_width = LEAST_WIDTH <= widest <= MOST_WIDTH and len(full) >= max(FEWEST, LEAST_PART * len(lines))
    in_numbers = [pair for pair in pairs if CUT_NUMBER.search(pair[0]) and GOES_ON_WITH_NUMBER.match(pair[1])]
    return [pair for pair in pairs if pair in in_numbers or (at_a_width and pair in full)]


def shown_width(line: str) -> int:
    """How wide a line is, where every Chinese character is as wide as two others."""
    return sum(2 if unicodedata.east_asian_width(char) in "FWA" else 1 for char in line)
