"""What several fragments show alike: cards, errata, neighbours."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from macros import addresses
from macros.addresses import figure_anchor
from macros.languages import LANGUAGES
from macros.records.alike import citations_of
from macros.records.content import Content
from macros.records.erratum import Erratum
from macros.records.kinds import ACTIVITIES, ALLIANCES, WORK_AREAS
from macros.register import PublishedFigure, Register
from macros.rendering import Here, Renderer


def own_figures(register: Register, record: str) -> Sequence[PublishedFigure]:
    """The figures that stand in one record."""
    return register.figures_by_record.get(record, ())


def sentences_cited(register: Register, records: Sequence[Any]) -> list[str]:
    """Every sentence the records rest on, in the order of their documents."""
    cited = {one.sentence for record in records for one in citations_of(record)}
    return [one for one in register.sentences if one in cited]


def documents_cited(register: Register, records: Sequence[Any]) -> list[dict[str, Any]]:
    """The documents that the records rest on."""
    idents = dict.fromkeys(one.partition("#")[0] for one in sentences_cited(register, records))
    return [
        {"document": register.texts[ident].document, "address": addresses.document_address(ident)} for ident in idents
    ]


def errata_on(register: Register, records: set[str] | None = None) -> list[dict[str, Any]]:
    """Corrections of the figures of some records, or of all, newest first.

    On the page of its record a figure that was withdrawn leaves its anchor to the correction that says so.
    """
    found = [
        {
            "id": ident,
            "record": one,
            "figure": register.figures.get(one.figure),
            "anchor": anchor_left(register, one) if records is not None else None,
        }
        for ident, one in register.errata.items()
        if records is None or one.figure.partition(".")[0] in records
    ]
    return sorted(found, key=lambda one: one["record"].date, reverse=True)


def anchor_left(register: Register, erratum: Erratum) -> str | None:
    """The anchor of a figure that was withdrawn, on the page of its record."""
    record, _, figure = erratum.figure.partition(".")
    kinds = ((WORK_AREAS, register.work_areas), (ACTIVITIES, register.activities), (ALLIANCES, register.alliances))
    kind = next(kind for kind, found in kinds if record in found)
    return figure_anchor(kind, record, figure) if erratum.withdrawn else None


def lead(renderer: Renderer, ident: str, record: Content) -> PublishedFigure | None:
    """The figure a record leads with, if it names one."""
    return renderer.figure(ident, record.lead_figure) if record.lead_figure else None


def area_cards(renderer: Renderer) -> list[dict[str, Any]]:
    """The work areas, each with the figure it leads with, else the first in the area, its activities' included."""
    register = renderer.register
    cards = []
    for ident, one in register.work_areas.items():
        figure = lead(renderer, ident, one) or next(iter(register.figures_by_area.get(ident, ())), None)
        address = addresses.record_address(WORK_AREAS, ident)
        cards.append({"id": ident, "record": one, "address": address, "figure": figure})
    return cards


def activity_cards(renderer: Renderer, area: str | None = None) -> list[dict[str, Any]]:
    """The outreach activities as cards, of one work area or of all."""
    cards = []
    for ident, one in renderer.register.activities.items():
        if area in (None, one.work_area):
            own = own_figures(renderer.register, ident)
            figure = lead(renderer, ident, one) or (own[0] if own else None)
            cards.append({"record": one, "address": addresses.record_address(ACTIVITIES, ident), "figure": figure})
    return cards


def alliance_cards(renderer: Renderer, area: str) -> list[dict[str, Any]]:
    """The alliances of a work area as cards."""
    return [
        {"record": one, "address": addresses.record_address(ALLIANCES, ident), "figure": None}
        for ident, one in renderer.register.alliances.items()
        if one.work_area == area
    ]


def languages_of(here: Here, address: str) -> list[dict[str, str]]:
    """A page in every language."""
    return [{"href": here.link(address, one), "tag": one.tag, "name": one.name} for one in LANGUAGES]


def neighbours(
    idents: Sequence[str], ident: str, address: Callable[[str], str], records: Any, here: Here
) -> dict[str, Any]:
    """The records before and after this one."""
    at = list(idents).index(ident)

    def step(position: int) -> dict[str, str] | None:
        if not 0 <= position < len(idents):
            return None
        other = idents[position]
        return {"address": address(other), "title": here.language.text(records[other].title)}

    return {"previous": step(at - 1), "next": step(at + 1)}
