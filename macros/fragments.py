"""What each macro shows. A function takes the renderer and the page, and returns HTML."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from typing import Any

from macros import addresses
from macros.forms.reference import fields
from macros.pages import menu, record_pages
from macros.records.alike import citations_of
from macros.records.content import Content
from macros.records.kinds import ACTIVITIES, ALLIANCES, WORK_AREAS
from macros.records.work_area import WorkArea
from macros.register import PublishedFigure, Register
from macros.rendering import Here, Renderer

Fragment = Callable[..., str]

SUPPLIED_BY_BUREAU = (
    "site_address",
    "site_code",
    "icp",
    "police_record",
    "address",
    "telephone",
    "email",
    "data_terms",
)
"""Fields of the bureau's record that the site names as not supplied while they are empty."""


def own_figures(register: Register, record: str) -> Sequence[PublishedFigure]:
    """The figures that stand in one record."""
    return register.figures_by_record.get(record, ())


def sentences_cited(records: Sequence[Any]) -> list[str]:
    """Every sentence the records rest on, in order of first use."""
    return list(dict.fromkeys(one.sentence for record in records for one in citations_of(record)))


def errata_on(register: Register, records: set[str] | None = None) -> list[dict[str, Any]]:
    """Corrections of the figures of some records, or of all, newest first."""
    found = [
        {"id": ident, "record": one, "figure": register.figures.get(one.figure)}
        for ident, one in register.errata.items()
        if records is None or one.figure.partition(".")[0] in records
    ]
    return sorted(found, key=lambda one: one["record"].date, reverse=True)


def lead(renderer: Renderer, ident: str, record: Content) -> PublishedFigure | None:
    """The figure a record leads with, if it names one."""
    return renderer.figure(ident, record.lead_figure) if record.lead_figure else None


def area_cards(renderer: Renderer) -> list[dict[str, Any]]:
    """The work areas as cards."""
    return [
        {"record": one, "address": addresses.record_address(WORK_AREAS, ident), "figure": lead(renderer, ident, one)}
        for ident, one in renderer.register.work_areas.items()
    ]


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
    return renderer.fill(
        "home.html",
        here,
        document=register.texts[register.bureau.current_document].document,
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
        errata=errata_on(register, {ident} | {one.record for one in in_area}),
        cited=sentences_cited([record]),
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
    return renderer.fill("outreach.html", here, activities=activity_cards(renderer))


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
        errata=errata_on(register, {ident}),
        cited=sentences_cited([record]),
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
            {"id": ident, "record": one, "figures": own_figures(register, ident)}
            for ident, one in register.alliances.items()
        ],
        errata=errata_on(register, set(register.alliances)),
        cited=sentences_cited(list(register.alliances.values())),
        previous=None,
        next=None,
    )


def figures(renderer: Renderer, here: Here) -> str:
    """Every figure, by work area."""
    register = renderer.register
    used = {one.figure.unit for one in register.figures.values()}
    return renderer.fill(
        "figures.html",
        here,
        areas=[
            {
                "id": ident,
                "record": one,
                "address": addresses.record_address(WORK_AREAS, ident),
                "figures": register.figures_by_area.get(ident, ()),
            }
            for ident, one in register.work_areas.items()
        ],
        units_explained=[one for ident, one in register.units.items() if one.explained and ident in used],
    )


def sources(renderer: Renderer, here: Here) -> str:
    """The source documents."""
    return renderer.fill(
        "sources.html",
        here,
        documents=[
            {
                "id": ident,
                "document": text.document,
                "address": addresses.document_address(ident),
                "sentences": len(text.document.sentences()),
                "places": sum(1 for _ in text.changes()) + len(text.document.omitted),
            }
            for ident, text in renderer.register.texts.items()
        ],
    )


def document(renderer: Renderer, here: Here, ident: str) -> str:
    """A source document: the edition with its emendations and notes, and the verbatim text."""
    register = renderer.register
    text = register.texts[ident]
    places: Counter[str] = Counter()
    where: defaultdict[str, list[str]] = defaultdict(list)
    for sentence, _, emendation in text.changes():
        places[emendation.id] += 1
        if sentence.id not in where[emendation.id]:
            where[emendation.id].append(sentence.id)
    sentences = [f"{ident}#{one.id}" for one in text.document.sentences()]
    return renderer.fill(
        "document.html",
        here,
        id=ident,
        text=text,
        document=text.document,
        download=verbatim_address(ident, text.document.verbatim),
        used=sum(1 for one in sentences if register.citations.get(one)),
        total=len(sentences),
        places=sum(places.values()) + len(text.document.omitted),
        changes=[
            {"emendation": one, "count": places[one.id], "sentences": where[one.id]}
            for one in text.document.emendations
        ],
    )


def verbatim_address(ident: str, name: str) -> str:
    """Where the verbatim text can be downloaded; the same in every language."""
    return f"{addresses.document_address(ident)}{name}"


def coverage(renderer: Renderer, here: Here) -> str:
    """How much of the sources is used, and what was changed in them."""
    register = renderer.register
    used, total = register.coverage()
    documents = [text.document for text in register.texts.values()]
    return renderer.fill(
        "coverage.html",
        here,
        used=used,
        total=total,
        kinds=sum(len(one.emendations) for one in documents),
        places=sum(sum(1 for _ in text.changes()) + len(text.document.omitted) for text in register.texts.values()),
        notes_count=sum(len(one.notes) for one in documents),
    )


def not_stated(renderer: Renderer, here: Here) -> str:
    """What the sources do not state and what the bureau has not supplied."""
    bureau = renderer.register.bureau
    return renderer.fill(
        "not_stated.html",
        here,
        not_stated=[one for text in renderer.register.texts.values() for one in text.document.not_stated],
        not_supplied=[name for name in SUPPLIED_BY_BUREAU if getattr(bureau, name) is None],
    )


def contact(renderer: Renderer, here: Here) -> str:
    """How to reach the bureau, or that it has not said."""
    return renderer.fill("contact.html", here)


def corrections(renderer: Renderer, here: Here) -> str:
    """All corrections, newest first."""
    return renderer.fill("corrections.html", here, errata=errata_on(renderer.register))


def site_map(renderer: Renderer, here: Here) -> str:
    """Every page, by section."""
    register = renderer.register
    word = renderer.interface(here.language)
    pages = list(record_pages(register))
    sections = [
        *menu(register),
        ("corrections", addresses.CORRECTIONS_PAGE),
        ("fields", addresses.FIELDS_PAGE),
    ]
    return renderer.fill(
        "site_map.html",
        here,
        site_pages=[
            {
                "address": address,
                "title": word(key),
                "children": [
                    {"address": page.address, "title": here.language.text(page.title)}
                    for page in pages
                    if address and page.address != address and page.address.startswith(address)
                ],
            }
            for key, address in sections
        ],
    )


FRAGMENTS: dict[str, Fragment] = {
    one.__name__: one
    for one in (
        home,
        work_areas,
        work_area,
        outreach,
        activity,
        alliance,
        figures,
        sources,
        document,
        coverage,
        not_stated,
        contact,
        corrections,
        site_map,
        fields,
    )
}
"""The macros that pages in docs/ may call, by name."""
