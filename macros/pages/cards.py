"""Cards that lead to records: work areas, activities, alliances."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from macros.pages.rendering import Renderer
from macros.records import addresses
from macros.records.kinds import ACTIVITIES, ALLIANCES, WORK_AREAS, Kind
from macros.records.paged_record import Content
from macros.register.register import PublishedFigure, Register


def own_figures(register: Register, record: str) -> Sequence[PublishedFigure]:
    """The figures that stand in one record."""
    return register.figures_by_record.get(record, ())


def lead(renderer: Renderer, ident: str, record: Content) -> PublishedFigure | None:
    """The figure a record leads with, if it names one."""
    return renderer.figure(ident, record.lead_figure) if record.lead_figure else None


def area_cards(renderer: Renderer, idents: Iterable[str]) -> list[dict[str, Any]]:
    """Work areas, each with the figure it leads with, else the first in the area, its activities' included."""
    register = renderer.register
    cards = []
    for ident in idents:
        one = register.work_areas[ident]
        figure = lead(renderer, ident, one) or next(iter(register.figures_by_area.get(ident, ())), None)
        address = addresses.record_address(WORK_AREAS, ident)
        cards.append({"id": ident, "record": one, "address": address, "figure": figure})
    return cards


def activity_cards(renderer: Renderer, idents: Iterable[str]) -> list[dict[str, Any]]:
    """Outreach activities as cards."""
    cards = []
    for ident in idents:
        one = renderer.register.activities[ident]
        own = own_figures(renderer.register, ident)
        figure = lead(renderer, ident, one) or (own[0] if own else None)
        cards.append({"record": one, "address": addresses.record_address(ACTIVITIES, ident), "figure": figure})
    return cards


def section_cards(renderer: Renderer, kind: Kind, idents: Iterable[str]) -> list[dict[str, Any]]:
    """Records of a section as cards that lead to their pages, or to their place on the page of all."""
    register = renderer.register
    cards = []
    for ident in idents:
        one = register.sections[kind.section].records[ident]
        own = own_figures(register, ident)
        figure = lead(renderer, ident, one) or (own[0] if own else None)
        address = addresses.record_address(kind, ident)
        cards.append({"record": one, "address": address if kind.own_pages else f"{address}#{ident}", "figure": figure})
    return cards


def related_cards(renderer: Renderer, records: Iterable[tuple[Kind, str]]) -> list[dict[str, Any]]:
    """Alliances and activities of a work area as cards."""
    alliances = renderer.register.alliances
    cards: list[dict[str, Any]] = []
    for kind, ident in records:
        if kind == ALLIANCES:
            address = addresses.record_address(ALLIANCES, ident)
            cards.append({"record": alliances[ident], "address": address, "figure": None})
        elif kind.section:
            cards += section_cards(renderer, kind, [ident])
        else:
            cards += activity_cards(renderer, [ident])
    return cards
