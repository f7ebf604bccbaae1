"""Characters of a page that are printed over others: twice to look bold, as a shadow, or large behind the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from macros.received.placed import PlacedCharacter

LOST = "\ufffd"
LARGER = 1.6
"""How many times as large as most characters those of a watermark are at least."""


def without_doubles(characters: Iterable[PlacedCharacter]) -> list[PlacedCharacter]:
    """Characters without those that were printed twice, a hair apart to look bold, or aslant as a shadow."""
    kept: list[PlacedCharacter] = []
    last: dict[str, list[PlacedCharacter]] = {}
    for one in characters:
        near = last.setdefault(one.text, [])
        if not any(is_double(one, other) for other in near[-8:]):
            kept.append(one)
        near.append(one)
    return unreadable_lost(kept)


def unreadable_lost(characters: Sequence[PlacedCharacter]) -> list[PlacedCharacter]:
    """Characters in which digits that were printed over each other are lost: nobody can tell which is meant."""
    digits = sorted(
        (at for at, one in enumerate(characters) if one.text.isdecimal()),
        key=lambda at: (round(characters[at].top), characters[at].x0),
    )
    pairs = ((at, after) for at, after in pairwise(digits) if is_printed_over(characters[at], characters[after]))
    lost = {at for pair in pairs for at in pair}
    return [one._replace(text=LOST) if at in lost else one for at, one in enumerate(characters)]


def is_printed_over(one: PlacedCharacter, other: PlacedCharacter) -> bool:
    """Whether two characters are at one place."""
    return abs(one.x0 - other.x0) < 0.1 * one.size and abs(one.top - other.top) < 0.3 * one.size


def is_double(one: PlacedCharacter, other: PlacedCharacter) -> bool:
    """Whether two equal characters are one that was printed twice; equal ones side by side are level."""
    across, down = abs(one.x0 - other.x0), abs(one.top - other.top)
    reach = one.size * (0.35 if down > 0.02 * one.size else 0.15)
    return across < reach and down < reach and abs(one.size - other.size) < 0.1 * one.size


def watermark_on(characters: Sequence[PlacedCharacter]) -> list[PlacedCharacter]:
    """The large characters of a page that smaller text is printed over, with all that stand in a row with them."""
    shown = [one for one in characters if one.text.strip()]
    if not shown:
        return []
    usual = sorted(one.size for one in shown)[len(shown) // 2]
    large = [one for one in shown if one.size > LARGER * usual]
    small = [one for one in shown if one.size <= LARGER * usual]
    rows = {(round(one.top), round(one.size)) for one in large if any(is_over(other, one) for other in small)}
    return [one for one in large if (round(one.top), round(one.size)) in rows]


def is_over(small: PlacedCharacter, large: PlacedCharacter) -> bool:
    """Whether the middle of a character lies well within a larger one."""
    inset = 0.1 * large.size
    x = (small.x0 + small.x1) / 2
    return large.x0 + inset < x < large.x1 - inset and large.top + inset < small.middle < large.bottom - inset
