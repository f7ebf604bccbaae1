"""Trends: the same quantity in three or more periods, the earliest first."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from decimal import Decimal

from macros.pages.charts.bars import FEWEST, bar, figure_remarks, has_length, reading_notes, scale, signed_bar
from macros.pages.charts.picture import BarRow, Panel, Picture, percent_length
from macros.pages.charts.voice import Voice
from macros.quantities.expression import Sense
from macros.records.figure import Figure
from macros.records.kinds import EVALUATIONS
from macros.register.published import PublishedFigure
from macros.register.register import Register
from macros.register.series import in_time, labels_differ, span

MOST_UNEVEN_DAYS = 5
"""By how many days the steps from one period to the next may differ and still be called even."""
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


def series_drawn(register: Register, record: str) -> dict[str, list[PublishedFigure]]:
    """Those of its series that are drawn: of three periods or more, and of what a bar can be as long as."""
    return {
        name: figures
        for name, figures in series_of(register, record).items()
        if len(figures) >= FEWEST and not any(one.figure.kind in NO_BARS for one in figures)
    }


def trends(voice: Voice, ident: str) -> list[Picture]:
    """The trends of a record's figures; nothing where none has been stated for three periods."""
    series = series_drawn(voice.register, ident)
    if not series:
        return []
    every = [figure for figures in series.values() for figure in figures]
    notes = [
        *reading_notes(voice, every, len(series)),
        *([voice.word("series-uneven")] if any(uneven(voice, figures) for figures in series.values()) else []),
        *([voice.word("series-labels")] if any(labels_differ(figures) for figures in series.values()) else []),
    ]
    panels = tuple(trend_panel(voice, figures) for figures in series.values())
    caption = voice.word("picture-trend")
    return [Picture(f"{ident}-trend", caption, tuple(notes), panels, figure_remarks(voice, ident, every))]


def trend_panel(voice: Voice, figures: Sequence[PublishedFigure]) -> Panel:
    """One series, the earliest period first: bars from zero. What it is called heads it, if it has one name."""
    unit = voice.text(voice.register.units[figures[0].figure.unit])
    alike = not labels_differ(figures)
    title = voice.word("picture-unit", unit=unit)
    if alike:
        title = voice.word("picture-title", picture=voice.text(figures[0].figure.label), panel=title)
    changes = ["", *(voice.change(before, after) for before, after in itertools.pairwise(figures))]
    zero, ends = bar_ends([one.figure for one in figures])
    rows = [
        BarRow(
            one,
            "" if alike else voice.text(one.figure.label),
            change,
            signed_bar(one.figure, zero, end) if zero else bar(one.figure, end),
            percent_length(zero) if zero else "",
        )
        for one, change, end in zip(figures, changes, ends, strict=True)
    ]
    return Panel(title, tuple(rows), by_period=True)


def bar_ends(figures: Sequence[Figure]) -> tuple[float, list[float]]:
    """Where zero is and how far each bar reaches from it, in per cent of the axis: zero may lie within it."""
    if all(has_length(figure) for figure in figures):
        return 0.0, scale(figures)
    values = [Decimal(0), *(figure.value for figure in figures)]
    low, high = min(values), max(values)
    zero = float(-low / (high - low)) * 100
    return zero, [zero + float(figure.value / (high - low)) * 100 for figure in figures]


def uneven(voice: Voice, figures: Sequence[PublishedFigure]) -> bool:
    """Whether the periods, whose dates are known, are not equally far apart, as their rows are."""
    spans = [span(voice.register, one.figure) for one in figures]
    starts = [found[0] for found in spans if found]
    if len(starts) < len(figures):
        return False
    days = [(after - before).days for before, after in itertools.pairwise(starts)]
    return max(days) - min(days) > MOST_UNEVEN_DAYS
