"""The whole record on one page, to be printed and filed."""

from __future__ import annotations

from typing import Any

from macros.pages.cards import own_figures
from macros.pages.references import sentences_cited
from macros.pages.rendering import Here, Renderer
from macros.records.kinds import WORK_AREAS
from macros.register.catalogue import CatalogueItem
from macros.register.whole_record import by_section, of_document


def whole(renderer: Renderer, here: Here) -> str:
    """What rests on the current document: the records of each work area, then the document."""
    register = renderer.register
    page = renderer.lists.on(here.address)
    sections = by_section(page.rows)
    sentences = of_document(sections.pop("", ()))
    document = register.texts[register.current_document].document

    def entry(item: CatalogueItem) -> dict[str, Any]:
        return {
            "id": item.id,
            "record": item.record,
            "address": item.address,
            "is_area": item.kind == WORK_AREAS,
            "figures": own_figures(register, item.id),
            "cited": sentences_cited(register, [item.record]),
        }

    areas: list[dict[str, Any]] = [
        {"id": ident, "entries": [entry(row.shown) for row in rows if isinstance(row.shown, CatalogueItem)]}
        for ident, rows in sections.items()
    ]
    return renderer.fill(
        "whole.html",
        here,
        page=page,
        areas=areas,
        figures_shown=[figure for area in areas for one in area["entries"] for figure in one["figures"]],
        ident=register.current_document,
        document=document,
        sentence_of={one.id: one for one in document.sentences()},
        sentences=sentences,
        units_explained=renderer.lists.units_explained,
        only_current=len(register.texts) > 1,
    )
