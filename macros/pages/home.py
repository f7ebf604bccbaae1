"""The home page."""

from __future__ import annotations

from itertools import islice

from macros.pages.cards import area_cards, section_cards
from macros.pages.erratum_rows import errata
from macros.pages.rendering import Here, Renderer
from macros.records import addresses
from macros.records.periods import span_of
from macros.register.catalogue import paged_records
from macros.register.published import PublishedFigure
from macros.register.register import Register

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
    key_figures = register.key_figures
    current = register.current_document
    document = register.texts[current].document
    return renderer.fill(
        "home.html",
        here,
        document=document,
        download=addresses.verbatim_address(current, document.verbatim),
        errata=errata(register, register.errata_listed[0][:RECENT]),
        key_figures=key_figures,
        older={one.id for one in key_figures if is_older(register, one)},
        areas=area_cards(renderer, islice(register.work_areas, MOST_AREAS)),
        sections=[
            {"section": one, "cards": section_cards(renderer, one.kind, islice(one.records, MOST_CARDS))}
            for one in register.sections.values()
            if one.kind.own_pages
        ],
        commitments=list(islice(commitments, MOST_CARDS)),
    )


def is_older(register: Register, one: PublishedFigure) -> bool:
    """Whether a figure is of an older period than the newest document.

    It is where its own period ended before that of the newest began or, where nobody says when it ended, where its
    document is of an older one.
    """
    periods = register.periods
    newest = max((periods[text.document.period] for text in register.texts.values()), key=lambda period: period.order)
    own, latest = span_of(periods[one.figure.period]), span_of(newest)
    if own and latest:
        return own[1] < latest[0]
    document = register.texts[one.figure.source.partition("#")[0]].document
    return periods[document.period].order < newest.order
