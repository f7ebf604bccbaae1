"""Characters at places on pages, as PDF and OFD files hold them -> rows of text, in the order in which people read."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from macros.received.joining import as_set, is_wide_character

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
    return char.translate(RADICALS)


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
    """The characters of a page in parts, to be read one after the other: a page in two columns has several."""
    gutter = gutter_of(characters)
    if gutter is None:
        return [list(characters)]
    across = sorted(
        (row.top, row.bottom)
        for row in text_rows(characters)
        if any(one.x0 - one.size / 2 < gutter < one.x1 + one.size / 2 for one in row.characters)
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


FEWEST_ROWS = 8
"""Rows of a column."""


def gutter_of(characters: Sequence[PlacedCharacter]) -> float | None:
    """Where the blank between two columns of running text is; None where a page is not set in columns.

    Few rows cross it, and on both sides most rows reach to the end of their column, as those of a table do not.
    """
    shown = [one for one in characters if one.text.strip()]
    if len(shown) < 4 * FEWEST_ROWS:
        return None
    low, high = min(one.x0 for one in shown), max(one.x1 for one in shown)
    size = sorted(one.size for one in shown)[len(shown) // 2]
    best, fewest = None, len(shown)
    for step in range(41):
        place = low + (high - low) * (0.4 + 0.2 * step / 40)
        crossing = sum(one.x0 - size / 2 < place < one.x1 + size / 2 for one in shown)
        if crossing < fewest:
            best, fewest = place, crossing
    if best is None:
        return None
    for side in halves(shown, best):
        rows = text_rows(side)
        inner = [row for row in rows if row.x0 >= best or row.x1 <= best]
        if len(inner) < FEWEST_ROWS or fewest > len(inner) / 3:
            return None
        end = max(row.x1 for row in inner)
        if sum(end - row.x1 < 2 * size for row in inner) < 0.6 * len(inner):
            return None
    return best
