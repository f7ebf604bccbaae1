"""The end of a text in two columns on a page of its own: too few rows to show by themselves that they are columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from macros.received.placed import PageRow, PlacedCharacter, crosses, cut_at, halves, text_rows
from macros.received.row_flow import PageItem, PlacedRow

FEWEST_IN_COLUMNS = 6
"""Rows that each column of the page before has at least."""
NEAR_GUTTER = 3
"""Characters between the gutter and where a full row of the left column ends, or the right column begins, at most."""


def gutter_of_columns(items: Sequence[PageItem]) -> float | None:
    """Where the blank between the last two columns of a page is; None where it has none beside each other."""
    parts: dict[int, list[PageRow]] = {}
    for one in items:
        if isinstance(one, PlacedRow) and one.column:
            parts.setdefault(one.part, []).append(one.row)
    found = None
    for left, right in pairwise(parts.values()):
        reaches, begins = max(row.x1 for row in left), min(row.x0 for row in right)
        if min(len(left), len(right)) >= FEWEST_IN_COLUMNS and reaches < begins:
            found = (reaches + begins) / 2
    return found


def tail_of_columns(characters: Sequence[PlacedCharacter], gutter: float) -> list[list[PlacedCharacter]]:
    """The characters of a page in parts where the columns of the page before end on it; else all of them as one.

    Rows that stand on both sides of the gutter and reach it from both are columns; so are those right below them that
    stand on its left alone.
    """
    rows = text_rows(characters)
    before = len(list(takewhile(lambda row: not is_in_columns(row, gutter), rows)))
    both = len(list(takewhile(lambda row: is_in_columns(row, gutter), rows[before:])))
    if not both:
        return [list(characters)]
    first, end = rows[before], before + both
    while end < len(rows) and goes_on_left(rows[end - 1], rows[end], gutter):
        end += 1
    edges = [first.top, *(row.top for row in rows[end : end + 1])]
    above, within, *below = cut_at(characters, edges)
    return [part for part in (above, *halves(within, gutter), *below) if part]


def is_in_columns(row: PageRow, gutter: float) -> bool:
    """Whether a row is one of each of two columns: the left is full, and the right begins at the gutter."""
    left = [one for one in row.characters if one.x1 <= gutter]
    right = [one for one in row.characters if one.x0 >= gutter]
    if not left or not right or any(crosses(one, gutter) and one not in left + right for one in row.characters):
        return False
    near = NEAR_GUTTER * row.size
    return gutter - left[-1].x1 < near and right[0].x0 - gutter < near


def goes_on_left(row: PageRow, after: PageRow, gutter: float) -> bool:
    """Whether a row below one in columns is one more of the left column."""
    return after.x1 <= gutter and after.top - row.bottom < row.size
