"""Trends: the same quantity in two or more periods, in proportion to time where the dates are known."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from decimal import Decimal

from macros.pages.charts.bars import draw_bar, draw_signed_bar, has_length, reading_notes, scale, write_amount
from macros.pages.charts.drawing import Panel, Picture, Sheet
from macros.pages.charts.tables import chart_rows, figure_columns, figure_remarks
from macros.pages.charts.voice import Voice
from macros.quantities.expression import Sense
from macros.records.figure import Figure
from macros.records.kinds import EVALUATIONS
from macros.register.published import PublishedFigure
from macros.register.register import Register
from macros.register.series import in_time, labels_differ, span

MOST_UNEVEN = 6
"""How many times as long one distance in time may be as another to be drawn in proportion."""
NO_BARS = frozenset({Sense.RATIO, Sense.RANK})
"""Kinds of which no length can be as long as they say: a second place is not twice a first."""


def series_of(register: Register, record: str) -> dict[str, list[PublishedFigure]]:
    """The series that a record's figures belong to and that have two or more periods, in order of time.

    The figures of a series may stand in several records; they share a unit and differ in period. Those of evaluations
    count as the work area's, on whose page they stand. A series of which a figure is denied is left out.
    """
    own = [
        *register.figures_by_record.get(record, ()),
        *(one for one in register.figures_by_area.get(record, ()) if one.kind is EVALUATIONS),
    ]
    found = {}
    for name in dict.fromkeys(one.figure.series for one in own if one.figure.series):
        figures = register.series[name]
        if len(figures) > 1 and not any(one.figure.is_denied for one in figures):
            found[name] = in_time(register, figures)
    return found


def trends(voice: Voice, ident: str) -> list[Picture]:
    """The trends of a record's figures; nothing where none has been stated for two periods."""
    series = series_of(voice.register, ident)
    if not series:
        return []
    every = [figure for figures in series.values() for figure in figures]
    notes = [
        *reading_notes(voice, every, len(series)),
        *([voice.word("series-time")] if any(days_between(voice, figures) for figures in series.values()) else []),
        *([voice.word("series-labels")] if any(labels_differ(figures) for figures in series.values()) else []),
    ]
    return [
        Picture(
            f"{ident}-trend",
            voice.word("picture-trend"),
            tuple(notes),
            tuple(trend_panel(voice, figures) for figures in series.values()),
            figure_columns(voice),
            chart_rows(voice, every),
            figure_remarks(voice, ident, every),
        )
    ]


def trend_panel(voice: Voice, figures: Sequence[PublishedFigure]) -> Panel:
    """One series, the earliest period first: bars from zero, but for what no bar can show."""
    title = voice.word("picture-unit", unit=voice.text(voice.register.units[figures[0].figure.unit]))
    changes = ["", *(voice.change(before, after) for before, after in itertools.pairwise(figures))]
    rows = list(zip(figures, bar_ends([one.figure for one in figures]), changes, strict=True))
    sheet = Sheet()
    sheet.write(title, "heading")
    top = sheet.y
    heights = [row_height(voice, *row) for row in rows]
    for row, place in zip(rows, row_places(heights, days_between(voice, figures)), strict=True):
        sheet.skip(top + place - sheet.y)
        draw_row(sheet, voice, *row)
    seen = [voice.word("picture-trend-seen"), *(voice.told(figure.figure) for figure in figures)]
    return sheet.panel(title, voice.sentences([*seen, *(voice.sentence(change) for change in changes if change)]))


def draw_row(sheet: Sheet, voice: Voice, one: PublishedFigure, bar: tuple[float, float] | None, change: str) -> None:
    """One period of a series; ``bar`` is from where to where its bar reaches, in per cent."""
    sheet.skip(1)
    sheet.write(voice.period(one.figure), "strong", capital=True)
    sheet.write(voice.text(one.figure.label))
    write_amount(sheet, voice.amount(one.figure))
    if change:
        sheet.write(change, "soft")
    if bar is not None:
        sheet.skip(0.25)
        zero, end = bar
        if zero == 0:
            draw_bar(sheet, one.figure, end)
        else:
            draw_signed_bar(sheet, one.figure, zero, end)


def row_height(voice: Voice, one: PublishedFigure, bar: tuple[float, float] | None, change: str) -> float:
    """How high the row of a period is, in em."""
    sheet = Sheet()
    draw_row(sheet, voice, one, bar, change)
    return sheet.y


def bar_ends(figures: Sequence[Figure]) -> list[tuple[float, float] | None]:
    """From where to where each bar reaches, in per cent of the axis: from zero, which may lie within it."""
    if any(figure.kind in NO_BARS for figure in figures):
        return [None] * len(figures)
    if all(has_length(figure) for figure in figures):
        return [(0.0, length) for length in scale(figures)]
    values = [Decimal(0), *(figure.value for figure in figures)]
    low, high = min(values), max(values)
    zero = float(-low / (high - low)) * 100
    return [(zero, zero + float(figure.value / (high - low)) * 100) for figure in figures]


def days_between(voice: Voice, figures: Sequence[PublishedFigure]) -> list[int]:
    """The days from each period to the next; none where a date is not known, or they are too uneven to be drawn so."""
    spans = [span(voice.register, one.figure) for one in figures]
    starts = [found[0] for found in spans if found]
    if len(starts) < len(figures):
        return []
    days = [(after - before).days for before, after in itertools.pairwise(starts)]
    return days if len(days) > 1 and min(days) > 0 and max(days) <= MOST_UNEVEN * min(days) else []


def row_places(heights: Sequence[float], days: Sequence[int]) -> list[float]:
    """How far down each row begins, in em: one below the other, or as far apart in proportion as they are in time."""
    if not days:
        return list(itertools.accumulate(heights[:-1], initial=0.0))
    per_day = max(height / day for height, day in zip(heights[:-1], days, strict=True))
    return list(itertools.accumulate((day * per_day for day in days), initial=0.0))
