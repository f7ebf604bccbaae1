"""Rows of text on pages: whether one goes on in the next, because only the width of the page parts them."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from macros.received.joining import NO_BEGINNING, is_wide_character
from macros.received.placed import PageRow, PlacedCharacter
from macros.received.ruled_tables import RuledTable

ITEM_MARK = re.compile(r"[•●■◆➢✓□○▪·*\-–—]|[（(]?[0-9a-zA-Z]{1,3}[.)、）．]")
"""What a paragraph begins with whose further rows are indented."""


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A row of running text: its page, the part of that page, whether that is one of several columns, its margins."""

    row: PageRow
    page: int
    part: int
    column: bool
    left: float
    right: float


PageItem = PlacedRow | RuledTable


LARGEST_INDENT = 3.2
"""Characters by which the first row of a paragraph may be indented; text that is set in further is so altogether."""


def usual_step(items: Sequence[PageItem]) -> float:
    """How far down the next row of a paragraph is, in heights of its characters."""
    steps = sorted(
        (after.row.bottom - one.row.bottom) / one.row.size
        for one, after in pairwise(items)
        if isinstance(one, PlacedRow) and isinstance(after, PlacedRow) and is_below(one, after) and is_full(one, after)
    )
    return steps[len(steps) // 4] if steps else 0


def body_size(items: Sequence[PageItem]) -> float:
    """The height of most characters."""
    sizes = Counter(round(one.row.size, 1) for one in items if isinstance(one, PlacedRow) for _ in one.row.characters)
    return sizes.most_common(1)[0][0] if sizes else 0


def is_below(one: PlacedRow, after: PlacedRow) -> bool:
    """Whether a row stands below another in the same column."""
    return (one.page, one.part) == (after.page, after.part)


def is_full(one: PlacedRow, after: PlacedRow) -> bool:
    """Whether the first word of the next row would not have fitted behind a row."""
    return one.row.x1 + first_word(after.row) > one.right - one.row.size * 0.3


def first_word(row: PageRow) -> float:
    """How wide the beginning of a row is that cannot be parted: a word or number, or a Chinese character, with the
    marks that cannot stand without it."""
    begun, end = False, row.characters[0].x0
    before: PlacedCharacter | None = None
    for one in row.characters:
        opens = unicodedata.category(one.text[0]) in ("Ps", "Pi")
        if begun and one.text[0] not in NO_BEGINNING:
            parted = before is not None and one.x0 - before.x1 > row.size * 0.22
            if is_wide_character(one.text[0]) or (before is not None and is_wide_character(before.text[-1])) or parted:
                break
        begun = begun or not opens
        end, before = one.x1, one
    return end - row.characters[0].x0


def goes_on(one: PlacedRow, after: PlacedRow, usual: float, size: float, inside: bool) -> bool:
    """Whether a row goes on in the next; ``inside`` tells whether the row before went on in it."""
    if abs(one.row.size - after.row.size) > 0.1 * one.row.size or is_parted(one.row) or is_parted(after.row):
        return False
    below = is_below(one, after)
    step = (after.row.bottom - one.row.bottom) / one.row.size
    if below and usual and step > usual * 1.18 + 0.1:
        return False
    if is_title(one, size) and is_title(after, size):
        return below and step < 2.5
    if not is_full(one, after):
        return False
    indent = (after.row.x0 - after.left) - (one.row.x0 - one.left)
    if ITEM_MARK.match(one.row.text) and not ITEM_MARK.match(after.row.text) and 0 <= indent < 3 * one.row.size:
        return True  # The further rows of an item of a list are indented, or stand below its first.
    inset = after.row.x0 - after.left
    is_block = LARGEST_INDENT * one.row.size < inset < (after.right - after.left) / 4  # And no date at the right.
    if abs(after.row.x0 - one.row.x0) < one.row.size * 0.3 and (inside or is_block):
        return True
    return inset < one.row.size * 0.9


def is_parted(row: PageRow) -> bool:
    """Whether a wide blank parts a row, as those of tables without lines, and of forms."""
    return any(after.x0 - before.x1 > 2 * row.size for before, after in pairwise(row.characters))


def is_title(one: PlacedRow, size: float) -> bool:
    """Whether a row stands in the middle, in larger characters than most."""
    before, behind = one.row.x0 - one.left, one.right - one.row.x1
    return one.row.size > 1.15 * size and abs(before - behind) < 2 * one.row.size
