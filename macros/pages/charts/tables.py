"""Below a picture: the table of its figures, and what a reader of them must know."""

from __future__ import annotations

from collections.abc import Iterable

from macros.pages.charts.drawing import ChartRow, Remark
from macros.pages.charts.voice import Voice
from macros.register.published import PublishedFigure

CHART_COLUMNS = ("figure-label", "figure-value", "picture-exactness", "picture-unit-column", "figure-period")
"""Interface words for the columns of ``figure_row``."""


def figure_columns(voice: Voice, *more: str) -> tuple[str, ...]:
    """The columns of a table of figures, and more of them, by interface word."""
    return tuple(voice.word(key) for key in (*CHART_COLUMNS, *more))


def chart_row(voice: Voice, one: PublishedFigure, *more: str) -> ChartRow:
    """A figure as a row; ``more`` is what further columns say of it."""
    figure, register = one.figure, voice.register
    return ChartRow(
        voice.marked(figure.label),
        (
            voice.amount(figure),
            voice.marked(register.qualifiers[figure.qualifier]),
            voice.marked(register.units[figure.unit]),
            voice.renderer.when(figure, voice.here.language),
            *more,
        ),
        figure.source,
        one.address,
    )


def chart_rows(voice: Voice, figures: Iterable[PublishedFigure]) -> tuple[ChartRow, ...]:
    """Figures as rows."""
    return tuple(chart_row(voice, figure) for figure in figures)


def figure_remarks(voice: Voice, page: str, figures: Iterable[PublishedFigure]) -> tuple[Remark, ...]:
    """The notes of figures, each under its label, those of the editor on their words, and what the site computes.

    What looks wrong is never without its note, and a page says it once: ``page`` is the record whose page this is, if
    any, and the figures that stand there bring their notes with them.
    """
    rounds = [ident for ident, one in voice.register.evaluations.items() if one.work_area == page]
    drawn = [figure for figure in figures if figure.record not in (page, *rounds)]
    own = [Remark(voice.marked(one.figure.label), voice.marked(one.figure.note)) for one in drawn if one.figure.note]
    notes = [note for one in drawn for note in voice.register.notes_on_figure(one)]
    computed = [note for one in drawn for note in voice.renderer.computed.get(one.id, ())]
    return (
        *own,
        *dict.fromkeys(Remark(voice.word("editors-note"), voice.marked(note)) for note in notes),
        *dict.fromkeys(Remark(voice.word("computed-note"), voice.marked(note)) for note in computed),
    )
