"""Fragments that show records: home, work areas, alliances, outreach."""

from __future__ import annotations

from macros import addresses
from macros.fragments.shared import (
    activity_cards,
    alliance_cards,
    area_cards,
    documents_cited,
    errata_on,
    neighbours,
    own_figures,
    sentences_cited,
)
from macros.pictures.placing import (
    activity_pictures,
    alliance_pictures,
    goal_pictures,
    outreach_pictures,
    pipeline_pictures,
    record_pictures,
)
from macros.records.kinds import ACTIVITIES, ALLIANCES, WORK_AREAS
from macros.records.work_area import WorkArea
from macros.rendering import Here, Renderer

RECENT = 3
"""Corrections that the home page shows."""


def home(renderer: Renderer, here: Here) -> str:
    """The home page."""
    register = renderer.register
    commitments = [
        {"commitment": one, "title": record.title, "address": addresses.record_address(kind, ident, ident)}
        for kind, records in (
            (WORK_AREAS, register.work_areas),
            (ALLIANCES, register.alliances),
            (ACTIVITIES, register.activities),
        )
        for ident, record in records.items()
        for one in record.commitments
    ]
    current = register.bureau.current_document
    document = register.texts[current].document
    return renderer.fill(
        "home.html",
        here,
        document=document,
        download=addresses.verbatim_address(current, document.verbatim),
        errata=errata_on(register)[:RECENT],
        key_figures=[register.figures[one] for one in register.bureau.key_figures],
        areas=area_cards(renderer),
        activities=activity_cards(renderer),
        commitments=commitments,
    )


def work_areas(renderer: Renderer, here: Here) -> str:
    """The overview of work areas."""
    return renderer.fill("work_areas.html", here, areas=area_cards(renderer))


def work_area(renderer: Renderer, here: Here, ident: str) -> str:
    """One work area, with the figures of its alliances and activities."""
    register = renderer.register
    record: WorkArea = register.work_areas[ident]
    rounds = [
        {"id": name, "record": one, "figures": own_figures(register, name)}
        for name, one in register.evaluations.items()
        if one.work_area == ident
    ]
    in_area = register.figures_by_area.get(ident, ())
    return renderer.fill(
        "work_area.html",
        here,
        id=ident,
        record=record,
        number=list(register.work_areas).index(ident) + 1,
        figures=own_figures(register, ident),
        evaluations=rounds,
        related=alliance_cards(renderer, ident) + activity_cards(renderer, ident),
        title=record.title,
        errata=errata_on(register, {ident} | {one.record for one in in_area}),
        cited=sentences_cited(register, [record]),
        documents=documents_cited(register, [record]),
        timelines=goal_pictures(renderer, here, ident, record),
        pictures=record_pictures(renderer, here, ident, record),
        pipeline=pipeline_pictures(renderer, here, ident, record),
        **neighbours(
            list(register.work_areas),
            ident,
            lambda other: addresses.record_address(WORK_AREAS, other),
            register.work_areas,
            here,
        ),
    )


def outreach(renderer: Renderer, here: Here) -> str:
    """The overview of outreach activities."""
    return renderer.fill(
        "outreach.html", here, activities=activity_cards(renderer), pictures=outreach_pictures(renderer, here)
    )


def activity(renderer: Renderer, here: Here, ident: str) -> str:
    """One outreach activity."""
    register = renderer.register
    record = register.activities[ident]
    return renderer.fill(
        "activity.html",
        here,
        id=ident,
        record=record,
        figures=own_figures(register, ident),
        title=record.title,
        errata=errata_on(register, {ident}),
        cited=sentences_cited(register, [record]),
        documents=documents_cited(register, [record]),
        timelines=goal_pictures(renderer, here, ident, record),
        pictures=activity_pictures(renderer, here, ident, record),
        **neighbours(
            list(register.activities),
            ident,
            lambda other: addresses.record_address(ACTIVITIES, other),
            register.activities,
            here,
        ),
    )


def alliance(renderer: Renderer, here: Here) -> str:
    """All alliances; most bureaus have one."""
    register = renderer.register
    return renderer.fill(
        "alliance.html",
        here,
        alliances=[
            {
                "id": ident,
                "record": one,
                "figures": own_figures(register, ident),
                "pictures": alliance_pictures(renderer, here, ident, one),
                "timelines": goal_pictures(renderer, here, ident, one),
            }
            for ident, one in register.alliances.items()
        ],
        title=next(iter(register.alliances.values())).title,
        errata=errata_on(register, set(register.alliances)),
        cited=sentences_cited(register, list(register.alliances.values())),
        documents=documents_cited(register, list(register.alliances.values())),
        previous=None,
        next=None,
    )
