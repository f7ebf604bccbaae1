"""Fragments that show figures and where they come from."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import partial
from typing import Any

from macros.pages.rendering import Here, Renderer
from macros.records import addresses
from macros.records.kinds import WORK_AREAS
from macros.register.register import PublishedFigure


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


def sources(renderer: Renderer, here: Here) -> str:
    """The source documents."""
    page = renderer.lists.on(here.address)
    texts = ((ident, renderer.register.texts[ident]) for ident in page.rows)
    return renderer.fill(
        "sources.html",
        here,
        page=page,
        documents=[
            {
                "id": ident,
                "document": text.document,
                "address": addresses.document_address(ident),
                "sentences": len(text.document.sentences()),
                "places": sum(1 for _ in text.changes()) + len(text.document.omitted),
            }
            for ident, text in texts
        ],
    )


def document(renderer: Renderer, here: Here, ident: str) -> str:
    """A source document: the edition with its emendations and notes, and the verbatim text; or one part of these."""
    register = renderer.register
    text = register.texts[ident]
    page = renderer.lists.on(here.address)
    (shown,) = page.rows
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
        page=page,
        part_shown=shown,
        place=partial(register.place, ident),
        text=text,
        document=text.document,
        download=addresses.verbatim_address(ident, text.document.verbatim),
        used=sum(1 for one in sentences if register.citations.get(one)),
        total=len(sentences),
        places=sum(places.values()),
        changes=[{"emendation": one, "count": places[one.id], "sentences": where[one.id]} for one in shown.emendations],
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
        places=sum(sum(1 for _ in text.changes()) for text in register.texts.values()),
        notes_count=sum(len(one.notes) for one in documents),
    )
