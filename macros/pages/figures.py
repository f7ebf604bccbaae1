"""The pages of figures: all of them, and those of one work area."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from macros.pages.rendering import Here, Renderer
from macros.records import addresses
from macros.records.kinds import WORK_AREAS
from macros.register.published import PublishedFigure


def figures(renderer: Renderer, here: Here) -> str:
    """Every figure, by work area; where they are too many for one page, the work areas with the pages of theirs."""
    register, lists = renderer.register, renderer.lists
    page = lists.on(here.address)
    template = "figures.html" if lists.figures_together else "figure_areas.html"
    return renderer.fill(
        template,
        here,
        page=page,
        areas=[ledger(renderer, ident, register.figures_by_area[ident]) for ident in page.rows],
        units_explained=lists.units_explained,
    )


def area_figures(renderer: Renderer, here: Here) -> str:
    """The figures of one work area, where there are too many of all for one page."""
    page = renderer.lists.on(here.address)
    area = ledger(renderer, page.rows[0].work_area, page.rows)
    return renderer.fill("area_figures.html", here, page=page, area=area)


def ledger(renderer: Renderer, ident: str, figures: Sequence[PublishedFigure]) -> dict[str, Any]:
    """A work area with its figures, or some of them."""
    return {
        "id": ident,
        "record": renderer.register.work_areas[ident],
        "address": addresses.record_address(WORK_AREAS, ident),
        "listed": addresses.figures_address(ident),
        "figures": figures,
    }
