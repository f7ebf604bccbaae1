"""Cards that lead to records: work areas and records of sections."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from macros.pages.rendering import Renderer
from macros.records import addresses
from macros.records.kinds import WORK_AREAS, Kind
from macros.records.paged_record import Content
from macros.register.published import PublishedFigure
from macros.register.register import Register


def own_figures(register: Register, record: str) -> Sequence[PublishedFigure]:
    """The figures that stand in one record."""
    return register.figures_by_record.get(record, ())


def lead(renderer: Renderer, ident: str, record: Content) -> PublishedFigure | None:
    """The figure a record leads with, if it names one."""
    return renderer.figure(ident, record.lead_figure) if record.lead_figure else None


def area_cards(renderer: Renderer, idents: Iterable[str]) -> list[dict[str, Any]]:
    """Work areas, each with the figure it leads with, else the first in the area, those of its records included."""
    register = renderer.register
    cards = []
    for ident in idents:
        one = register.work_areas[ident]
        figure = lead(renderer, ident, one) or next(iter(register.figures_by_area.get(ident, ())), None)
        address = addresses.record_address(WORK_AREAS, ident)
        cards.append({"id": ident, "record": one, "address": address, "figure": figure})
    return cards


def section_cards(renderer: Renderer, kind: Kind, idents: Iterable[str]) -> list[dict[str, Any]]:
    """Records of a section as cards that lead to their pages, or to their place on the page of all."""
    register = renderer.register
    cards = []
    for ident in idents:
        one = register.sections[kind.section].records[ident]
        own = own_figures(register, ident)
        figure = lead(renderer, ident, one) or (own[0] if own and kind.own_pages else None)
        address = addresses.record_address(kind, ident)
        shared = not kind.own_pages and not register.sections[kind.section].sole
        cards.append({"record": one, "address": f"{address}#{ident}" if shared else address, "figure": figure})
    return cards


def related_cards(renderer: Renderer, records: Iterable[tuple[Kind, str]]) -> list[dict[str, Any]]:
    """Records of sections that belong to a work area, as cards."""
    return [card for kind, ident in records for card in section_cards(renderer, kind, [ident])]
