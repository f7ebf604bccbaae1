"""Characters at places on pages, as PDF and OFD files hold them -> rows of text, in the order in which people read."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from macros.received.joining import as_set, is_wide_character
from macros.received.number_formats import BULLETS

RADICALS = str.maketrans(
    "⻑⺠⺟⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳",
    "長民母虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟",
)
"""Radicals that some fonts give for the characters that look like them, and that have no other form in Unicode."""


class PlacedCharacter(NamedTuple):
    """A character on a page, in points or any other unit, from the page's top left."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def size(self) -> float:
        """Its height."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """How far down its middle is."""
        return (self.top + self.bottom) / 2


class Edge(NamedTuple):
    """A ruled line on a page, across or down."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class PageRow:
    """Characters that stand beside each other: a line of a page, or of a column of it."""

    characters: tuple[PlacedCharacter, ...]
    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float


SMALLER = 0.85
"""The part of the usual size up to which a character is smaller."""


def typed_character(char: str) -> str:
    """A character as people type it: what only looks like another (⼀ for 一) is that one."""
    if (char != "\u2f3e" and "\u2f00" <= char <= "\u2fdf") or "\uf900" <= char <= "\ufb06":  # And ligatures: ﬁ.
        return unicodedata.normalize("NFKC", char)
    return BULLETS.get(char) or char.translate(RADICALS)


def text_rows(characters: Sequence[PlacedCharacter]) -> list[PageRow]:
    """Characters in rows from the top, each from the left; blanks that were printed, or left, part words."""
    rows: list[list[PlacedCharacter]] = []
    bounds: list[tuple[float, float]] = []  # Top and bottom of the largest character of each row.
    for one in sorted(characters, key=lambda one: (one.middle, one.x0)):
        at = next((at for at in range(len(rows) - 1, max(len(rows) - 4, -1), -1) if beside(one, bounds[at])), None)
        if at is None:
            rows.append([one])
            bounds.append((one.top, one.bottom))
            continue
        rows[at].append(one)
        if one.size > bounds[at][1] - bounds[at][0]:
            bounds[at] = (one.top, one.bottom)
    made = (text_row(sorted(row, key=lambda one: one.x0)) for row in rows)
    return sorted((row for row in made if row.text), key=lambda row: row.top)


def beside(one: PlacedCharacter, bounds: tuple[float, float]) -> bool:
    """Whether a character stands in a row: the middle of the smaller of them is within the larger."""
    top, bottom = bounds
    if one.size <= bottom - top:
        return top <= one.middle <= bottom
    return one.top <= (top + bottom) / 2 <= one.bottom


def text_row(characters: Sequence[PlacedCharacter]) -> PageRow:
    """A row of characters that are in order from the left."""
    shown = [one for one in characters if one.text.strip(" \u3000\xa0")]
    if not shown:
        return PageRow((), "", 0, 0, 0, 0, 0)
    size = sorted(one.size for one in shown)[len(shown) // 2]
    return PageRow(
        tuple(shown),
        "".join(with_blanks(characters, size)).strip(" \u3000"),
        min(one.x0 for one in shown),
        max(one.x1 for one in shown),
        min(one.top for one in shown),
        max(one.bottom for one in shown),
        size,
    )


def with_blanks(characters: Sequence[PlacedCharacter], size: float) -> Iterator[str]:
    """The characters of a row, with a blank wherever one was printed or left.

    Between Chinese and other characters programs leave up to a third of a character by themselves; no blank is meant.
    """
    before: PlacedCharacter | None = None
    said = ""
    blank = False
    base = baseline_of(characters, size)
    for one in characters:
        if not one.text.strip(" \u3000\xa0"):
            blank = True
            continue
        if before is not None:
            gap = one.x0 - before.x1
            wide = is_wide_character(before.text[-1]) or is_wide_character(one.text[0])
            if gap > size * (0.7 if wide else 0.22) or (blank and not (wide and gap < size * 0.15)):
                yield " "
                said = ""
        way = way_set(one, base, size)
        said = as_set(one.text, way, said) if way else one.text
        yield said
        before, blank = one, False


def baseline_of(characters: Sequence[PlacedCharacter], size: float) -> float:
    """How far down most characters of a row reach."""
    feet = sorted(one.bottom for one in characters if one.size > SMALLER * size and one.text.strip(" \u3000\xa0"))
    return feet[len(feet) // 2] if feet else 0


def way_set(one: PlacedCharacter, base: float, size: float) -> str:
    """Whether a smaller character is set higher than the others of its row, or lower."""
    if one.size > SMALLER * size:
        return ""
    return "superscript" if one.bottom < base - 0.2 * size else "subscript" if one.bottom > base + 0.03 * size else ""


def reading_parts(characters: Sequence[PlacedCharacter]) -> list[list[PlacedCharacter]]:
    """The characters of a page in parts, to be read one after the other: a page in two columns has several.

    What no wide blank parts is looked at by itself, and so, where it is not set in columns as a whole, is what stands
    between rows over its whole width: a page may be set in columns below its title, or in its lower half alone.
    """
    parts: list[list[PlacedCharacter]] = []
    goes_on = False
    for band in bands_of(characters):
        columns = columns_in(band)
        inside = [(band, columns)] if columns else [(one, columns_in(one)) for one in between_whole_rows(band)]
        for one, columns in inside:
            if goes_on and not columns:
                parts[-1] += one
            else:
                parts += columns or [one]
            goes_on = not columns
    return [part for part in parts if part]


WIDE_BLANK = 1
"""Heights of a row above which a blank from one side to the other parts a page, where most rows leave less."""


def bands_of(characters: Sequence[PlacedCharacter]) -> list[list[PlacedCharacter]]:
    """The characters of a page in parts, one below the other, which wide blanks part."""
    rows = text_rows(characters)
    gaps = [after.top - before.bottom for before, after in pairwise(rows)]
    usual = sorted(gaps)[len(gaps) // 2] if gaps else 0
    begins = [
        after.top
        for (before, after), gap in zip(pairwise(rows), gaps, strict=True)
        if gap > 2 * usual + WIDE_BLANK * max(before.size, after.size)
    ]
    return cut_at(characters, begins)


def between_whole_rows(characters: Sequence[PlacedCharacter]) -> list[list[PlacedCharacter]]:
    """The characters of a part of a page, cut wherever rows over its whole width begin or end."""
    shown = [one for one in characters if one.text.strip()]
    if not shown:
        return [list(characters)]
    places = middle_places(shown)
    begins = []
    before = None
    for row in text_rows(characters):
        is_whole = stands_at_all(row, places)
        if before is not None and is_whole != before:
            begins.append(row.top)
        before = is_whole
    return cut_at(characters, begins)


def stands_at_all(row: PageRow, places: Sequence[float]) -> bool:
    """Whether characters of a row stand at every one of some places, which are in order."""
    reached = float("-inf")
    for begin, end in [(one.x0 - one.size / 2, one.x1 + one.size / 2) for one in row.characters] + [
        (float("inf"),) * 2
    ]:
        if bisect_right(places, begin) > bisect_right(places, reached):
            return False
        reached = max(reached, end)
    return True


def cut_at(characters: Sequence[PlacedCharacter], begins: Sequence[float]) -> list[list[PlacedCharacter]]:
    """Characters in parts, one below the other: all but the first begin at some places from the top."""
    parts: list[list[PlacedCharacter]] = [[] for _ in range(len(begins) + 1)]
    for one in characters:
        parts[bisect_right(begins, one.middle)].append(one)
    return parts


def columns_in(characters: Sequence[PlacedCharacter]) -> list[list[PlacedCharacter]]:
    """The columns of a part of a page, in the order in which they are read, and the rows across both; else nothing."""
    gutter = gutter_of(characters)
    if gutter is None:
        return []
    across = sorted(
        (row.top, row.bottom) for row in text_rows(characters) if any(crosses(one, gutter) for one in row.characters)
    )
    parts: list[list[PlacedCharacter]] = []
    rest = list(characters)
    for top, bottom in across:
        above = [one for one in rest if one.middle < top]
        within = [one for one in rest if top <= one.middle <= bottom]
        rest = [one for one in rest if one.middle > bottom]
        parts += [*halves(above, gutter), within]
    return [part for part in [*parts, *halves(rest, gutter)] if part]


def halves(characters: Sequence[PlacedCharacter], gutter: float) -> list[list[PlacedCharacter]]:
    """The characters left of the gutter, and those right of it."""
    left = [one for one in characters if one.x0 < gutter]
    return [left, [one for one in characters if one.x0 >= gutter]]


FEWEST_ROWS = 6
"""Rows of a column."""
NARROWEST = 8
"""Characters of a row of a column: what is narrower is a table of names and numbers, whose rows are all as long."""


def middle_places(characters: Sequence[PlacedCharacter]) -> list[float]:
    """Where the blank between two columns may be: places around the middle."""
    low, high = min(one.x0 for one in characters), max(one.x1 for one in characters)
    return [low + (high - low) * (0.4 + 0.2 * step / 40) for step in range(41)]


def crosses(one: PlacedCharacter, place: float) -> bool:
    """Whether a character stands at a place, or nearer to it than a gutter leaves."""
    return one.x0 - one.size / 2 < place < one.x1 + one.size / 2


def gutter_of(characters: Sequence[PlacedCharacter]) -> float | None:
    """Where the blank between two columns of running text is; None where a page is not set in columns.

    Few rows cross it, and on both sides most rows reach to the end of their column, as those of a table do not.
    """
    shown = [one for one in characters if one.text.strip()]
    if len(shown) < 4 * FEWEST_ROWS:
        return None
    size = sorted(one.size for one in shown)[len(shown) // 2]
    best, fewest = 0.0, len(shown)
    for place in middle_places(shown):
        crossing = sum(crosses(one, place) for one in shown)
        if crossing < fewest:
            best, fewest = place, crossing
    if fewest == len(shown):
        return None
    for side in halves(shown, best):
        rows = text_rows(side)
        inner = [row for row in rows if row.x0 >= best or row.x1 <= best]
        if len(inner) < FEWEST_ROWS or fewest > len(inner) / 3:
            return None
        begin, end = min(row.x0 for row in inner), max(row.x1 for row in inner)
        if end - begin < NARROWEST * size or sum(end - row.x1 < 2 * size for row in inner) < 0.6 * len(inner):
            return None
    return best
