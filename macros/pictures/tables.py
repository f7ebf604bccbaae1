"""The table below a picture of figures: every value, how exact it is, its unit, its period and its sentence."""

from __future__ import annotations

from collections.abc import Iterable

from macros.pictures.drawing import Row
from macros.pictures.voice import Voice
from macros.register import PublishedFigure

FIGURE_COLUMNS = ("figure-label", "figure-value", "picture-exactness", "picture-unit-column", "figure-period")
"""Interface words for the columns of ``figure_row``."""


def figure_columns(voice: Voice, *more: str) -> tuple[str, ...]:
    """The columns of a table of figures, and more of them, by interface word."""
    return tuple(voice.word(key) for key in (*FIGURE_COLUMNS, *more))


def figure_row(voice: Voice, one: PublishedFigure, *more: str) -> Row:
    """A figure as a row; ``more`` is what further columns say of it."""
    figure, register = one.figure, voice.register
    return Row(
        voice.text(figure.label),
        (
            voice.amount(figure),
            voice.text(register.qualifiers[figure.qualifier]),
            voice.text(register.units[figure.unit]),
            voice.period(figure),
            *more,
        ),
        figure.source,
        one.address,
    )


def figure_rows(voice: Voice, figures: Iterable[PublishedFigure]) -> tuple[Row, ...]:
    """Figures as rows."""
    return tuple(figure_row(voice, one) for one in figures)
