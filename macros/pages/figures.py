"""The pages of figures: all of them, and those of one work area, by what they count: money first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from macros.pages.glossary import terms_of_labels
from macros.pages.rendering import Here, Renderer
from macros.records import addresses
from macros.records.kinds import WORK_AREAS
from macros.register.numbers_in_text import SORTS
from macros.register.published import PublishedFigure

MOST_CHOICES = 16
"""Work areas and periods that a list can be narrowed to: so many the style sheet knows (figures.css)."""


def figures(renderer: Renderer, here: Here) -> str:
    """Every figure; where they are too many for one page, the work areas with the pages of theirs."""
    register, lists = renderer.register, renderer.lists
    page = lists.on(here.address)
    areas = [area_with_figures(renderer, ident) for ident in page.rows]
    if not lists.figures_together:
        return renderer.fill("figure_areas.html", here, page=page, areas=areas, units_explained=lists.units_explained)
    shown = [figure for area in areas for figure in area["figures"]]
    return renderer.fill(
        "figures.html",
        here,
        page=page,
        areas=areas,
        units_explained=lists.units_explained,
        terms=terms_of_labels(renderer, here, shown),
        **narrowing(renderer, shown, tuple(register.figures_by_area)),
    )


def area_figures(renderer: Renderer, here: Here) -> str:
    """The figures of one work area, where there are too many of all for one page."""
    page = renderer.lists.on(here.address)
    ident = page.rows[0].work_area
    return renderer.fill(
        "area_figures.html",
        here,
        page=page,
        area=area_with_figures(renderer, ident),
        **narrowing(renderer, page.rows, (ident,)),
    )


def area_with_figures(renderer: Renderer, ident: str) -> dict[str, Any]:
    """A work area with its figures and the pages that show it."""
    return {
        "id": ident,
        "record": renderer.register.work_areas[ident],
        "address": addresses.record_address(WORK_AREAS, ident),
        "listed": addresses.figures_address(ident),
        "figures": renderer.register.figures_by_area[ident],
    }


def narrowing(renderer: Renderer, shown: Sequence[PublishedFigure], areas: Sequence[str]) -> dict[str, Any]:
    """Figures by what they count, money first, and what a reader may narrow the list to.

    Periods are the latest first; those that are as late as each other stand in the order of their figures.
    """
    register = renderer.register
    by_sort: dict[str, list[PublishedFigure]] = {sort: [] for sort in SORTS}
    for one in shown:
        by_sort[register.sort_of(one)].append(one)
    found = dict.fromkeys(one.figure.period for one in shown)
    periods = sorted(found, key=lambda ident: register.periods[ident].order, reverse=True)[:MOST_CHOICES]
    return {
        "groups": [(sort, figures) for sort, figures in by_sort.items() if figures],
        "shown_periods": periods,
        "shown_areas": [ident for ident in register.work_areas if ident in areas][:MOST_CHOICES],
        "total": len(shown),
    }
