"""The home page."""

from __future__ import annotations

from itertools import islice

from macros.pages.cards import area_cards
from macros.pages.erratum_rows import errata
from macros.pages.glossary import terms_of_labels
from macros.pages.rendering import Here, Renderer
from macros.records import addresses
from macros.records.periods import span_of
from macros.records.project import Project
from macros.records.shared_parts import full_id
from macros.register.catalogue import paged_records
from macros.register.published import PublishedFigure
from macros.register.register import Register

RECENT = 3
"""Corrections that the home page shows."""
MOST_AREAS, MOST_GOALS = 20, 12
"""Work areas and goals that it shows; where there are more areas it leads to all of them."""


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
    told = {one.address for one in register.told.values()}
    return renderer.fill(
        "home.html",
        here,
        document=document,
        document_address=addresses.document_address(current),
        errata=errata(register, register.errata_listed[0][:RECENT]),
        key_figures=key_figures,
        older={one.id for one in key_figures if is_older(register, one)},
        receivers={one.id: receivers(register, one) for one in key_figures},
        areas=area_cards(renderer, islice(register.work_areas, MOST_AREAS)),
        counts={ident: len(figures) for ident, figures in register.figures_by_area.items()},
        money=money_listed(renderer),
        terms=terms_of_labels(renderer, here, key_figures),
        sections=[one for one in register.sections.values() if one.address not in told],
        commitments=list(islice(commitments, MOST_GOALS)),
    )


def money_listed(renderer: Renderer) -> int:
    """How many figures are of money, where the page of figures has a part for them: it has others, and is one page."""
    register = renderer.register
    money = sum(register.sort_of(one) == "money" for one in register.figures.values())
    return money if renderer.lists.figures_together and money < len(register.figures) else 0


def receivers(register: Register, one: PublishedFigure) -> list[Project]:
    """The projects that a sum of money went to, whether it is that of one or of all together."""
    records = (record for _, ident, record, _ in paged_records(register) if ident == one.record)
    return [
        project
        for record in records
        for project in record.projects
        if one.id in {full_id(one.record, name) for name in (project.grant, project.grant_together) if name}
    ]


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
