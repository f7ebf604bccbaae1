"""The pages of sections that a bureau declares: all records of one, and one record by itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from macros.pages.cards import own_figures, section_cards
from macros.pages.charts.placing import figures_drawn, record_pictures, section_pictures
from macros.pages.erratum_rows import errata_on
from macros.pages.passages import SaidByRecord, said_by_record
from macros.pages.references import documents_cited, neighbours, sentences_cited
from macros.pages.rendering import Here, Renderer
from macros.records import addresses
from macros.records.base import Statement
from macros.records.kinds import WORK_AREAS
from macros.records.periods import dated_period
from macros.records.section import DatedValue, FieldValue, SectionField
from macros.register.published import PublishedSection

NO_NEIGHBOURS: Mapping[str, None] = {"previous": None, "next": None}


def section(renderer: Renderer, here: Here, name: str) -> str:
    """A section: a table of what its records say in its columns, else cards; the records too where they share it.

    Where it is the page of a work area (register/areas_told_by_sections.py), what that says stands on it too, and the
    figures of its records in place of cards.
    """
    register = renderer.register
    shown = register.sections[name]
    page = renderer.lists.on(here.address)
    rows = [row(renderer, shown, ident) for ident in page.rows]
    alone = shown.kind.own_pages
    area = next((ident for ident, one in register.told.items() if one.kind.section == name), None)
    told = register.work_areas[area] if area else None
    also = told.statements if told else []
    records = [] if alone else [whole_record(renderer, here, shown, ident, also) for ident in page.rows]
    on_page = [*([told] if told else []), *([] if alone else [shown.records[ident] for ident in page.rows])]
    return renderer.fill(
        "section.html",
        here,
        page=page,
        section=shown,
        title=told.title if told and not shown.sole else shown.sole.title if shown.sole else page.title,
        area=told,
        said=said_by_record(renderer, here, area, told) if area and told and alone else None,
        table=name,
        pictures=section_pictures(renderer, here, shown) if alone and page.total == 1 else [],
        rows=rows if shown.section.fields else [],
        cards=section_cards(renderer, shown.kind, page.rows) if alone and not told and not shown.section.fields else [],
        lines=[line(renderer, shown, ident) for ident in page.rows] if alone and told else [],
        records=records,
        errata=errata_on(register, [*([area] if area else []), *(page.rows if area or not alone else [])]),
        cited=sentences_cited(register, on_page),
        documents=documents_cited(register, on_page),
        **(neighbours(renderer, WORK_AREAS, area, register.work_areas, here) if area else NO_NEIGHBOURS),
    )


def line(renderer: Renderer, shown: PublishedSection, ident: str) -> dict[str, Any]:
    """A record on the page of its work area: its title, and its figures, which stand on its own page."""
    record = shown.records[ident]
    address = addresses.record_address(shown.kind, ident)
    return {"record": record, "address": address, "figures": own_figures(renderer.register, ident)}


def section_record(renderer: Renderer, here: Here, name: str, ident: str) -> str:
    """One record of a section that has a page for each."""
    register = renderer.register
    shown = register.sections[name]
    record = shown.records[ident]
    pictures = record_pictures(renderer, here, ident)
    in_table = row(renderer, shown, ident)
    return renderer.fill(
        "section_record.html",
        here,
        section=shown,
        of_area=any(one.kind.section == name for one in register.told.values()),
        id=ident,
        record=record,
        title=record.title,
        row=in_table,
        said=said_by_record(renderer, here, ident, record, figures_drawn(pictures) | figures_in(in_table)),
        errata=errata_on(register, (ident,)),
        cited=sentences_cited(register, [record]),
        documents=documents_cited(register, [record]),
        pictures=pictures,
        **neighbours(renderer, shown.kind, ident, shown.records, here),
    )


def whole_record(
    renderer: Renderer, here: Here, shown: PublishedSection, ident: str, also: Sequence[Statement]
) -> dict[str, Any]:
    """A record as it stands on the page that all share; ``also`` is what its work area says there."""
    record = shown.records[ident]
    pictures = record_pictures(renderer, here, ident)
    in_table = row(renderer, shown, ident)
    said = said_by_record(renderer, here, ident, record, figures_drawn(pictures) | figures_in(in_table), also)
    return {
        "id": ident,
        "record": record,
        "cells": in_table["cells"],
        "said": led_by(said, shown.section.members),
        "pictures": pictures,
    }


def led_by(said: SaidByRecord, members: str | None) -> SaidByRecord:
    """The same with the lists first that say who makes up a record, where its section names their kind."""
    return replace(said, lists=tuple(sorted(said.lists, key=lambda one: one.list.kind != members)))


def figures_in(in_table: Mapping[str, Any]) -> set[str]:
    """The figures that stand in the cells of a record."""
    return {cell["figure"].id for cell in in_table["cells"] if cell["figure"]}


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
