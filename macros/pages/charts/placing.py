"""Which pictures a page shows: those that its records have something to draw for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from macros.pages.charts.bars import bars
from macros.pages.charts.picture import Picture
from macros.pages.charts.trend import trends
from macros.pages.charts.voice import Voice
from macros.pages.rendering import Here, Renderer
from macros.register.published import PublishedFigure, PublishedSection


def record_pictures(renderer: Renderer, here: Here, ident: str) -> list[Picture]:
    """The series of one record, and those of its figures that share a scale."""
    voice = Voice(renderer, here)
    trend = trends(voice, ident)
    shown = figures_drawn(trend)
    others = [one for one in voice.register.figures_by_record.get(ident, ()) if one.id not in shown]
    return [*trend, *bars(voice, f"{ident}-figures", voice.word("picture-record"), others, ident)]


def section_pictures(renderer: Renderer, here: Here, section: PublishedSection) -> list[Picture]:
    """The figures of all records of a section."""
    voice = Voice(renderer, here)
    figures: Sequence[PublishedFigure] = [
        one for ident in section.records for one in voice.register.figures_by_record.get(ident, ())
    ]
    return bars(voice, f"{section.address.rstrip('/')}-figures", voice.word("picture-records"), figures)


def figures_drawn(pictures: Iterable[Picture]) -> set[str]:
    """The ids of the figures that pictures show."""
    return {row.one.id for one in pictures for panel in one.panels for row in panel.rows}
