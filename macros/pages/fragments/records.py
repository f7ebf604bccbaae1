"""Fragments that show records: home, work areas, alliances, outreach."""

from __future__ import annotations

from itertools import islice

from macros.pages.charts.placing import (
    activity_pictures,
    alliance_pictures,
    goal_pictures,
    outreach_pictures,
    pipeline_pictures,
    record_pictures,
)
from macros.pages.fragments.shared import (
    activity_cards,
    area_cards,
    documents_cited,
    errata,
    errata_on,
    neighbours,
    own_figures,
    related_cards,
    sentences_cited,
)
from macros.pages.rendering import Here, Renderer
from macros.records import addresses
from macros.records.kinds import ACTIVITIES, ALLIANCES, WORK_AREAS
from macros.records.work_area import WorkArea

RECENT = 3
"""Corrections that the home page shows."""
MOST_AREAS, MOST_CARDS = 20, 12
"""Work areas, and activities or commitments, that it shows; where there are more it leads to all of them."""


def home(renderer: Renderer, here: Here) -> str:
    """The home page."""
    register = renderer.register
    commitments = (
        {"commitment": one, "title": record.title, "address": addresses.record_address(kind, ident, ident)}
        for kind, records in (
            (WORK_AREAS, register.work_areas),
            (ALLIANCES, register.alliances),
            (ACTIVITIES, register.activities),
        )
        for ident, record in records.items()
        for one in record.commitments
    )
    current = register.bureau.current_document
    document = register.texts[current].document
    return renderer.fill(
        "home.html",
        here,
        document=document,
        download=addresses.verbatim_address(current, document.verbatim),
        errata=errata(register, register.errata_listed[0][:RECENT]),
        key_figures=[register.figures[one] for one in register.bureau.key_figures],
        areas=area_cards(renderer, islice(register.work_areas, MOST_AREAS)),
        activities=activity_cards(renderer, islice(register.activities, MOST_CARDS)),
        activities_count=len(register.activities),
        commitments=list(islice(commitments, MOST_CARDS)),
    )


def work_areas(renderer: Renderer, here: Here) -> str:
    """The overview of work areas."""
    page = renderer.lists.on(here.address)
    return renderer.fill("work_areas.html", here, page=page, areas=area_cards(renderer, page.rows))


def work_area(renderer: Renderer, here: Here, ident: str) -> str:
    """One work area, with its alliances and activities; where those take more pages, the further ones list no more."""
    register = renderer.register
    record: WorkArea = register.work_areas[ident]
    page = renderer.lists.on(here.address)
    related = related_cards(renderer, page.rows)
    if page.number > 1:
        return renderer.fill("related.html", here, page=page, record=record, address=page.of, related=related)
    rounds = [
        {"id": name, "record": register.evaluations[name], "figures": own_figures(register, name)}
        for name in renderer.lists.evaluations.get(ident, ())
    ]
    in_area = {one.record: None for one in register.figures_by_area.get(ident, ())}
    return renderer.fill(
        "work_area.html",
        here,
        id=ident,
        record=record,
        number=renderer.lists.orders[WORK_AREAS.place].places[ident] + 1,
        figures=own_figures(register, ident),
        evaluations=rounds,
        page=page,
        related=related,
        title=record.title,
        errata=errata_on(register, (ident, *in_area)),
        cited=sentences_cited(register, [record]),
        documents=documents_cited(register, [record]),
        timelines=goal_pictures(renderer, here, ident, record),
        pictures=record_pictures(renderer, here, ident, record),
        pipeline=pipeline_pictures(renderer, here, ident, record),
        **neighbours(renderer, WORK_AREAS, ident, register.work_areas, here),
    )


def outreach(renderer: Renderer, here: Here) -> str:
    """The overview of outreach activities; their figures are drawn while they all stand on one page."""
    page = renderer.lists.on(here.address)
    pictures = outreach_pictures(renderer, here) if page.total == 1 else []
    return renderer.fill(
        "outreach.html", here, page=page, activities=activity_cards(renderer, page.rows), pictures=pictures
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
        errata=errata_on(register, (ident,)),
        cited=sentences_cited(register, [record]),
        documents=documents_cited(register, [record]),
        timelines=goal_pictures(renderer, here, ident, record),
        pictures=activity_pictures(renderer, here, ident, record),
        **neighbours(renderer, ACTIVITIES, ident, register.activities, here),
    )


def alliance(renderer: Renderer, here: Here) -> str:
    """All alliances; most bureaus have one."""
    register = renderer.register
    first, *_ = register.alliances.values()
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
        title=first.title,
        errata=errata_on(register, register.alliances),
        cited=sentences_cited(register, list(register.alliances.values())),
        documents=documents_cited(register, list(register.alliances.values())),
        previous=None,
        next=None,
    )
