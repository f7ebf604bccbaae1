"""Marks: one for each thing counted, so that a small number can be seen at a glance."""

from __future__ import annotations

from collections.abc import Sequence

from macros.pages.charts.drawing import Circle, Rect, Sheet, em
from macros.pages.charts.voice import Voice
from macros.quantities.expression import Sense
from macros.records.figure import Figure
from macros.records.units import NO_UNIT

MOST = 60
"""The largest number shown as marks; more than that nobody counts."""
IN_A_ROW = 10
MARK_STEP = 1.5
"""From one mark to the next, in em."""
GROUP_GAP = 0.75
"""More space behind every fifth mark, so that fives can be counted."""
SIZE = 1.0

SURE, OPEN = "mark", "mark-open"
"""How marks look: whole and hollow."""


def can_be_marks(voice: Voice, figure: Figure) -> bool:
    """Whether the figure counts things exactly, and few enough to show each: 近20家 is not 20 marks, nor 19.

    15% or 第3名 counts none, nor does a rate; and of 15个 that are denied there are none.
    """
    if figure.kind is not Sense.COUNT or figure.is_denied or figure.per:
        return False
    whole = figure.value == int(figure.value) and 1 <= figure.value <= MOST
    return whole and figure.is_exact and figure.unit != NO_UNIT and not voice.register.units[figure.unit].currency


def looks_of(figure: Figure, filled: int | None = None) -> list[str]:
    """How each mark looks: ``filled`` are whole, by default all or, if the figure is expected, none; others hollow."""
    count = int(figure.value)
    if filled is None:
        filled = 0 if figure.hedge else count
    return [SURE if number < filled else OPEN for number in range(count)]


def draw_marks(sheet: Sheet, looks: Sequence[str], round_ones: bool = False) -> None:
    """Marks in rows of ten."""
    for number, look in enumerate(looks):
        row, place = divmod(number, IN_A_ROW)
        draw_mark(sheet, look, place * MARK_STEP + place // 5 * GROUP_GAP, row * MARK_STEP, round_ones)
    sheet.skip(-(-len(looks) // IN_A_ROW) * MARK_STEP)


def draw_mark(sheet: Sheet, look: str, x: float, down: float = 0.0, round_one: bool = False) -> None:
    """One mark, ``x`` em from the left and ``down`` em below the place reached, which does not change."""
    y = sheet.y + down + 0.1
    if round_one:
        half = SIZE / 2
        sheet.add(Circle(look, em(x + half + 0.1), em(y + half), em(half)))
    else:
        sheet.add(Rect(look, em(x + 0.1), em(y), em(SIZE), em(SIZE)))
