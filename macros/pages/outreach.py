"""The pages of outreach: all activities, and one by itself."""

from __future__ import annotations

from macros.pages.cards import activity_cards, own_figures
from macros.pages.charts.placing import (
    activity_pictures,
    goal_pictures,
    outreach_pictures,
)
from macros.pages.erratum_rows import errata_on
from macros.pages.references import documents_cited, neighbours, sentences_cited
from macros.pages.rendering import Here, Renderer
from macros.records.kinds import ACTIVITIES


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
