"""Which pictures a page shows: those that its records have something to draw for."""

from __future__ import annotations

from collections.abc import Sequence

from macros.pages.charts.bars import bars
from macros.pages.charts.dots import dots
from macros.pages.charts.drawing import Picture
from macros.pages.charts.make_up import diagram
from macros.pages.charts.pipeline import money, pipeline
from macros.pages.charts.timeline import timelines
from macros.pages.charts.trend import trends
from macros.pages.charts.voice import Voice
from macros.pages.rendering import Here, Renderer
from macros.records.paged_record import Content
from macros.register.published import PublishedFigure, PublishedSection


def record_pictures(renderer: Renderer, here: Here, ident: str, record: Content) -> list[Picture]:
    """What any record may have: trends, and lists that name some of a number."""
    voice = Voice(renderer, here)
    return [*trends(voice, ident), *dots(voice, ident, record)]


def goal_pictures(renderer: Renderer, here: Here, ident: str, record: Content) -> list[Picture]:
    """The line of time of each of a record's goals."""
    return timelines(Voice(renderer, here), ident, record.commitments)


def pipeline_pictures(renderer: Renderer, here: Here, ident: str, record: Content) -> list[Picture]:
    """The pipeline of a record and its money."""
    if not record.pipeline:
        return []
    voice = Voice(renderer, here)
    return [*pipeline(voice, ident, record), *money(voice, ident, voice.register.figures_by_record.get(ident, ()))]


def shared_pictures(renderer: Renderer, here: Here, ident: str, record: Content, members: str | None) -> list[Picture]:
    """What a body is made of, where its section says which list tells, and what any record may have."""
    made_up = diagram(Voice(renderer, here), ident, record, members) if members else []
    return [*made_up, *record_pictures(renderer, here, ident, record)]


def own_page_pictures(renderer: Renderer, here: Here, ident: str, record: Content) -> list[Picture]:
    """The figures of one record, and what any record may have."""
    voice = Voice(renderer, here)
    figures = voice.register.figures_by_record.get(ident, ())
    return [
        *bars(voice, f"{ident}-figures", voice.word("picture-record"), figures, ident),
        *record_pictures(renderer, here, ident, record),
    ]


def section_pictures(renderer: Renderer, here: Here, section: PublishedSection) -> list[Picture]:
    """The figures of all records of a section."""
    voice = Voice(renderer, here)
    figures: Sequence[PublishedFigure] = [
        one for ident in section.records for one in voice.register.figures_by_record.get(ident, ())
    ]
    return bars(voice, f"{section.address.rstrip('/')}-figures", voice.word("picture-records"), figures)
