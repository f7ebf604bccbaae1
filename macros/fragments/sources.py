"""Fragments that show figures and where they come from."""

from __future__ import annotations

from collections import Counter, defaultdict

from macros import addresses
from macros.records.kinds import WORK_AREAS
from macros.rendering import Here, Renderer


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
        download=addresses.verbatim_address(ident, text.document.verbatim),
        used=sum(1 for one in sentences if register.citations.get(one)),
        total=len(sentences),
        places=sum(places.values()) + len(text.document.omitted),
        changes=[
            {"emendation": one, "count": places[one.id], "sentences": where[one.id]}
            for one in text.document.emendations
        ],
    )


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
