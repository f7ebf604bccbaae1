"""What several fragments show alike: cards, errata, neighbours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from macros.pages.rendering import Here, Renderer
from macros.records import addresses
from macros.records.addresses import figure_anchor
from macros.records.content import Content
from macros.records.erratum import Erratum
from macros.records.kinds import ACTIVITIES, ALLIANCES, EVALUATIONS, WORK_AREAS, Kind
from macros.records.shared_parts import citations_of
from macros.register.register import PublishedFigure, Register
from macros.text.languages import LANGUAGES


def own_figures(register: Register, record: str) -> Sequence[PublishedFigure]:
    """The figures that stand in one record."""
    return register.figures_by_record.get(record, ())


def sentences_cited(register: Register, records: Sequence[Any]) -> list[str]:
    """Every sentence the records rest on, in the order of their documents."""
    cited = {one.sentence for record in records for one in citations_of(record)}
    return sorted(cited & register.sentence_order.keys(), key=register.sentence_order.__getitem__)


def documents_cited(register: Register, records: Sequence[Any]) -> list[dict[str, Any]]:
    """The documents that the records rest on."""
    idents = dict.fromkeys(one.partition("#")[0] for one in sentences_cited(register, records))
    return [
        {"document": register.texts[ident].document, "address": addresses.document_address(ident)} for ident in idents
    ]


def errata_on(register: Register, records: Iterable[str]) -> list[dict[str, Any]]:
    """Corrections of the figures of some records, newest first.

    On the page of its record a figure that was withdrawn leaves its anchor to the correction that says so.
    """
    found = {ident for record in records for ident in register.errata_by_record.get(record, ())}
    listed = errata(register, sorted(found, key=register.erratum_order.__getitem__))
    return [one | {"anchor": anchor_left(register, one["record"])} for one in listed]


def errata(register: Register, idents: Iterable[str]) -> list[dict[str, Any]]:
    """Some corrections with the figures they concern, and what those are called."""
    records = ((ident, register.errata[ident]) for ident in idents)
    return [
        {
            "id": ident,
            "record": one,
            "figure": register.figures.get(one.figure),
            "title": register.erratum_title(one),
            "anchor": None,
        }
        for ident, one in records
    ]


def anchor_left(register: Register, erratum: Erratum) -> str | None:
    """The anchor of a figure that was withdrawn and has not come back, on the page of its record."""
    if erratum.withdrawn is None or erratum.figure in register.figures:
        return None
    record, _, figure = erratum.figure.partition(".")
    kinds = ((WORK_AREAS, register.work_areas), (ACTIVITIES, register.activities), (ALLIANCES, register.alliances))
    kind = next((kind for kind, found in kinds if record in found), EVALUATIONS)
    return figure_anchor(kind, record, figure)


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


def related_cards(renderer: Renderer, records: Iterable[tuple[Kind, str]]) -> list[dict[str, Any]]:
    """Alliances and activities of a work area as cards."""
    alliances = renderer.register.alliances
    cards: list[dict[str, Any]] = []
    for kind, ident in records:
        if kind == ALLIANCES:
            address = addresses.record_address(ALLIANCES, ident)
            cards.append({"record": alliances[ident], "address": address, "figure": None})
        else:
            cards += activity_cards(renderer, [ident])
    return cards


def languages_of(here: Here, address: str) -> list[dict[str, str]]:
    """A page in every language."""
    return [{"href": here.link(address, one), "tag": one.tag, "name": one.name} for one in LANGUAGES]


def neighbours(
    renderer: Renderer, kind: Kind, ident: str, records: Mapping[str, Content], here: Here
) -> dict[str, Any]:
    """The records before and after this one."""
    order = renderer.lists.orders[kind.place]

    def step(by: int) -> dict[str, str] | None:
        other = order.step(ident, by)
        if other is None:
            return None
        return {"address": addresses.record_address(kind, other), "title": here.language.text(records[other].title)}

    return {"previous": step(-1), "next": step(1)}
