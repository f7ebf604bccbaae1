"""The home page."""

from __future__ import annotations

from itertools import islice

from macros.pages.cards import area_cards, section_cards
from macros.pages.erratum_rows import errata
from macros.pages.rendering import Here, Renderer
from macros.records import addresses
from macros.register.catalogue import paged_records

RECENT = 3
"""Corrections that the home page shows."""
MOST_AREAS, MOST_CARDS = 20, 12
"""Work areas, and records of a section or commitments, that it shows; where there are more it leads to all of them."""


def home(renderer: Renderer, here: Here) -> str:
    """The home page."""
    register = renderer.register
    commitments = (
        {"commitment": commitment, "title": record.title, "address": addresses.record_address(kind, ident, area)}
        for kind, ident, record, area in paged_records(register)
        for commitment in record.commitments
    )
    current = register.bureau.current_document
    document = register.texts[current].document
    return renderer.fill(
        "home.html",
        here,
        document=document,
        download=addresses.verbatim_address(current, document.verbatim),
        errata=errata(register, register.errata_listed[0][:RECENT]),
        key_figures=[register.figures[figure] for figure in register.bureau.key_figures],
        areas=area_cards(renderer, islice(register.work_areas, MOST_AREAS)),
        sections=[
            {"section": one, "cards": section_cards(renderer, one.kind, islice(one.records, MOST_CARDS))}
            for one in register.sections.values()
            if one.kind.own_pages
        ],
        commitments=list(islice(commitments, MOST_CARDS)),
    )
