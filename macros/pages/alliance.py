"""The page of the alliance, or of all alliances."""

from __future__ import annotations

from macros.pages.cards import own_figures
from macros.pages.charts.placing import (
    alliance_pictures,
    goal_pictures,
)
from macros.pages.erratum_rows import errata_on
from macros.pages.references import documents_cited, sentences_cited
from macros.pages.rendering import Here, Renderer


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
