"""Trends: the same quantity in two or more periods."""

from __future__ import annotations

from collections.abc import Sequence

from macros.pages.charts.bars import draw_bar, has_length, reading_notes, scale, write_amount
from macros.pages.charts.drawing import Panel, Picture, Sheet
from macros.pages.charts.tables import chart_rows, figure_columns, figure_remarks
from macros.pages.charts.voice import Voice
from macros.records.kinds import EVALUATIONS
from macros.register.register import PublishedFigure, Register


def series_of(register: Register, record: str) -> dict[str, list[PublishedFigure]]:
    """The series that a record's figures belong to and that have two or more periods, in order of time.

    The figures of a series may stand in several records; they share a unit and differ in period. Those of evaluations
    count as the work area's, on whose page they stand. A series of which a figure cannot be a bar is left out.
    """
    own = [
        *register.figures_by_record.get(record, ()),
        *(one for one in register.figures_by_area.get(record, ()) if one.kind is EVALUATIONS),
    ]
    found = {}
    for name in dict.fromkeys(one.figure.series for one in own if one.figure.series):
        figures = register.series[name]
        if len(figures) > 1 and all(has_length(one.figure) for one in figures):
            found[name] = sorted(figures, key=lambda one: register.periods[one.figure.period].order)
    return found


def trends(voice: Voice, ident: str) -> list[Picture]:
    """The trends of a record's figures; nothing where none has been stated for two periods."""
    series = series_of(voice.register, ident)
    if not series:
        return []
    every = [figure for figures in series.values() for figure in figures]
    return [
        Picture(
            f"{ident}-trend",
            voice.word("picture-trend"),
            reading_notes(voice, every, len(series)),
            tuple(trend_panel(voice, figures) for figures in series.values()),
            figure_columns(voice),
            chart_rows(voice, every),
            figure_remarks(voice, ident, every),
        )
    ]


def trend_panel(voice: Voice, figures: Sequence[PublishedFigure]) -> Panel:
    """One series, the earliest period first, on one axis from zero."""
    title = voice.word("picture-unit", unit=voice.text(voice.register.units[figures[0].figure.unit]))
    sheet = Sheet()
    sheet.write(title, "heading")
    for one, length in zip(figures, scale([figure.figure for figure in figures]), strict=True):
        sheet.skip(1)
        sheet.write(voice.period(one.figure), "strong", capital=True)
        sheet.write(voice.text(one.figure.label))
        write_amount(sheet, voice.amount(one.figure))
        sheet.skip(0.25)
        draw_bar(sheet, one.figure, length)
    seen = [voice.word("picture-trend-seen"), *(voice.told(figure.figure) for figure in figures)]
    return sheet.panel(title, voice.sentences(seen))
