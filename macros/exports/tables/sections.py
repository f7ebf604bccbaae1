"""The table of each section that a bureau declares: ``<id>``, its columns as its fields say."""

from __future__ import annotations

from collections.abc import Iterator

from macros.exports.table import Column, Dataset, Link, Row
from macros.exports.tables import columns as c
from macros.exports.tables.columns import column
from macros.exports.tables.records import RECORD_COLUMNS, record_row
from macros.exports.tables.shared import IN_AREA
from macros.quantities.expression import Sense
from macros.records.section import DatedValue, FieldValue, SectionField
from macros.records.shared_parts import full_id
from macros.register.published import PublishedSection
from macros.register.register import Register
from macros.text.languages import Bilingual


def section_tables(register: Register) -> tuple[Dataset, ...]:
    """The tables of all sections that have records."""
    return tuple(section_table(ident, one) for ident, one in register.sections.items())


def section_table(ident: str, one: PublishedSection) -> Dataset:
    """A row for each record of a section."""
    section = one.section

    periods = (c.PERIOD,) if any(record.period for record in one.records.values()) else ()

    def rows(register: Register, link: Link) -> Iterator[Row]:
        shown = register.sections[ident]
        for record_id, record in shown.records.items():
            values = {value.field: value for value in record.values}
            row = record_row(one.kind, record_id, record, record.work_area, link)
            if periods:
                row["period"] = record.period
            for field in section.fields:
                row |= field_cells(register, record_id, field, values.get(field.id))
            at = "" if one.kind.own_pages or shown.sole else f"#{record_id}"
            yield row | {"url": row["url"] + at}

    return Dataset(
        ident,
        section.title,
        section.description,
        (
            *RECORD_COLUMNS,
            *periods,
            *(each for field in section.fields for each in field_columns(field)),
            *c.PROOF_COLUMNS,
        ),
        rows,
        {
            **IN_AREA,
            **{f"{name_of_value(field)}_figure": "figures" for field in section.fields if field.type == "figure"},
        },
        declared=True,
    )


def name_of_value(field: SectionField) -> str:
    """The name of a column, in the manner of all others."""
    return field.id.replace("-", "_")


def field_columns(field: SectionField) -> Iterator[Column]:
    """The columns that a field takes: one for a date, a number and its figure, or words in both languages."""
    name, title = name_of_value(field), field.title
    if field.type == "date":
        yield column(name, title.zh, title.en, ("原文写明的日期", "The date that the source states"))
    elif field.type == "figure":
        about = ("化为基本单位的数；不止一个数的不在此列", "In base units; empty where it is more than one number")
        yield column(name, title.zh, title.en, about, "number")
        where = ("数据编号，见数据表", "Id of the figure; see figures")
        yield column(f"{name}_figure", f"{title.zh}（数据）", f"{title.en} (figure)", where)
    else:
        yield column(
            f"{name}_zh", f"{title.zh}（中文）", f"{title.en} (Chinese)", ("按原文照录", "As the source has it")
        )
        translation = ("上一列的译文", "The same in English")
        yield column(f"{name}_en", f"{title.zh}（英文）", f"{title.en} (English)", translation)


def field_cells(register: Register, record: str, field: SectionField, value: FieldValue | None) -> Row:
    """What a record says in those columns."""
    name = name_of_value(field)
    if field.type == "date":
        return {name: value.date if isinstance(value, DatedValue) else None}
    if field.type == "figure":
        if value is None or value.figure is None:
            return {name: None, f"{name}_figure": None}
        ident = full_id(record, value.figure)
        figure = register.figures[ident].figure
        single = figure.values[0] if len(figure.values) == 1 and figure.kind is not Sense.RANGE else None
        return {name: single, f"{name}_figure": ident}
    terms = {one.id: one.title for one in field.terms}
    words: Bilingual | None = (value.words or terms.get(value.term or "")) if value else None
    return {f"{name}_zh": words.zh if words else None, f"{name}_en": words.en if words else None}
