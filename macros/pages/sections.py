"""The pages of sections that a bureau declares: all records of one, and one record by itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from macros.pages.cards import own_figures, section_cards
from macros.pages.charts.placing import goal_pictures, own_page_pictures, section_pictures, shared_pictures
from macros.pages.erratum_rows import errata_on
from macros.pages.references import documents_cited, neighbours, sentences_cited
from macros.pages.rendering import Here, Renderer
from macros.records.periods import dated_period
from macros.records.section import DatedValue, FieldValue, SectionField
from macros.register.published import PublishedSection


def section(renderer: Renderer, here: Here, name: str) -> str:
    """A section: a table of what its records say in its columns, else cards; the records too where they share it."""
    register = renderer.register
    shown = register.sections[name]
    page = renderer.lists.on(here.address)
    rows = [row(renderer, shown, ident) for ident in page.rows]
    alone = shown.kind.own_pages
    records = [] if alone else [whole_record(renderer, here, shown, ident) for ident in page.rows]
    return renderer.fill(
        "section.html",
        here,
        page=page,
        section=shown,
        title=shown.sole.title if shown.sole else page.title,
        table=name,
        pictures=section_pictures(renderer, here, shown) if alone and page.total == 1 else [],
        rows=rows if shown.section.fields else [],
        cards=section_cards(renderer, shown.kind, page.rows) if alone and not shown.section.fields else [],
        records=records,
        errata=[] if alone else errata_on(register, page.rows),
        cited=[] if alone else sentences_cited(register, [shown.records[ident] for ident in page.rows]),
        documents=[] if alone else documents_cited(register, [shown.records[ident] for ident in page.rows]),
        previous=None,
        next=None,
    )


def section_record(renderer: Renderer, here: Here, name: str, ident: str) -> str:
    """One record of a section that has a page for each."""
    register = renderer.register
    shown = register.sections[name]
    record = shown.records[ident]
    return renderer.fill(
        "section_record.html",
        here,
        section=shown,
        id=ident,
        record=record,
        title=record.title,
        row=row(renderer, shown, ident),
        figures=own_figures(register, ident),
        errata=errata_on(register, (ident,)),
        cited=sentences_cited(register, [record]),
        documents=documents_cited(register, [record]),
        timelines=goal_pictures(renderer, here, ident, record),
        pictures=own_page_pictures(renderer, here, ident, record),
        **neighbours(renderer, shown.kind, ident, shown.records, here),
    )


def whole_record(renderer: Renderer, here: Here, shown: PublishedSection, ident: str) -> dict[str, Any]:
    """A record as it stands on the page that all share."""
    record = shown.records[ident]
    return {
        "id": ident,
        "record": record,
        "cells": row(renderer, shown, ident)["cells"],
        "figures": own_figures(renderer.register, ident),
        "pictures": shared_pictures(renderer, here, ident, record, shown.section.members),
        "timelines": goal_pictures(renderer, here, ident, record),
    }


def row(renderer: Renderer, shown: PublishedSection, ident: str) -> dict[str, Any]:
    """A record in the table of its section: where it is read, and a cell for each column."""
    values = {one.field: one for one in shown.records[ident].values}
    return {
        "id": ident,
        "record": shown.records[ident],
        "address": shown.address + (f"{ident}/" if shown.kind.own_pages else f"#{ident}"),
        "cells": [cell(renderer, ident, column, values) for column in shown.section.fields],
    }


def cell(renderer: Renderer, ident: str, column: SectionField, values: Mapping[str, FieldValue]) -> dict[str, Any]:
    """What a record says in a column, words or a figure; neither where it says nothing."""
    value = values.get(column.id)
    if value is None:
        return {"column": column, "words": None, "figure": None, "value": None}
    terms = {one.id: one.title for one in column.terms}
    words = dated_period(value.date) if isinstance(value, DatedValue) else value.words or terms.get(value.term or "")
    figure = renderer.figure(ident, value.figure) if value.figure else None
    return {"column": column, "words": words, "figure": figure, "value": value}
