"""Writes datasets as a workbook: a sheet of contents and a sheet of columns in both languages, then a sheet a table."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import xlsxwriter
from lxml import etree

from macros.exports.in_languages import both
from macros.exports.table import CellValue, Column, Dataset, Row, as_number
from macros.text.languages import Bilingual

HEADER_ROW = 2
"""The row of a table, from 0, that holds the column names; the title and the columns' Chinese names stand above."""
NARROWEST, WIDEST = 8, 60
SAME_TIME = (1980, 1, 1, 0, 0, 0)
"""The time every file inside a workbook bears: the earliest that its format knows."""
DATES = {"{http://purl.org/dc/terms/}created", "{http://purl.org/dc/terms/}modified"}
NUMBERS = {"number": "General", "boolean": "General", "integer": "0", "date": "yyyy-mm-dd"}


@dataclass(frozen=True)
class Formats:
    """The looks of cells."""

    title: Any
    head: Any
    name: Any
    text: Any
    link: Any
    by_type: Mapping[str, Any]


def as_workbook(tables: Sequence[tuple[Dataset, Sequence[Row]]], title: Bilingual, terms: Bilingual) -> bytes:
    """A workbook of tables under a title, with the terms for reuse.

    Nothing in it tells when it was made: dates come from data, never from the clock.
    """
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True, "default_date_format": NUMBERS["date"]})
    book.set_properties({"title": both(title, " ")})
    formats = formats_of(book)
    contents_sheet(book, formats, tables, title, terms)
    explanations(book, formats, [dataset for dataset, _ in tables])
    for dataset, rows in tables:
        table(book, formats, dataset, rows)
    book.close()
    return timeless(file.getvalue())


def formats_of(book: Any) -> Formats:
    """The looks of cells in a workbook."""
    head = {"bold": True, "bg_color": "#E6F0F2", "bottom": 1, "text_wrap": True, "valign": "top"}
    return Formats(
        title=book.add_format({"bold": True, "font_size": 14}),
        head=book.add_format(head),
        name=book.add_format({**head, "bold": False, "font_name": "Consolas"}),
        text=book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"}),
        link=book.add_format({"font_color": "#0B4A5E", "underline": 1, "valign": "top"}),
        by_type={
            name: book.add_format({"num_format": number, "valign": "top", "align": "left" if name == "date" else ""})
            for name, number in NUMBERS.items()
        },
    )


def contents_sheet(
    book: Any, formats: Formats, tables: Sequence[tuple[Dataset, Sequence[Row]]], title: Bilingual, terms: Bilingual
) -> None:
    """The first sheet: what the workbook is, on what terms, and which sheets it has."""
    english = bool(title.en)
    sheet = book.add_worksheet(both(Bilingual("目录", "Contents" if english else ""), " "))
    sheet.write_string(0, 0, both(title, " "), formats.title)
    for row, text in enumerate((terms.zh, terms.en), 1):
        sheet.write_string(row, 0, text)
    heads = ("工作表 Sheet", "名称", "Title", "行数 Rows", "说明", "About")
    for column, text in enumerate(heads if english else ("工作表", "名称", "", "行数", "说明", "")):
        sheet.write_string(4, column, text, formats.head)
    for row, (dataset, rows) in enumerate(tables, 5):
        sheet.write_url(row, 0, f"internal:'{dataset.name}'!A1", formats.link, dataset.name)
        for column, text in (
            (1, dataset.title.zh),
            (2, dataset.title.en),
            (4, dataset.about.zh),
            (5, dataset.about.en),
        ):
            sheet.write_string(row, column, text, formats.text)
        sheet.write_number(row, 3, len(rows), formats.by_type["integer"])
    for column, width in enumerate((18, 16, 22, 12, 50, 60)):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(5, 0)


def explanations(book: Any, formats: Formats, datasets: Sequence[Dataset]) -> None:
    """The second sheet: what each column means."""
    english = any(one.title.en for one in datasets)
    sheet = book.add_worksheet("各列 Columns" if english else "各列")
    sheet.write_string(0, 0, "各列的含义 What each column means" if english else "各列的含义", formats.title)
    heads = ("工作表 Sheet", "列 Column", "类型 Type", "名称", "Title", "含义", "Meaning")
    for column, text in enumerate(heads if english else ("工作表", "列", "类型", "名称", "", "含义", "")):
        sheet.write_string(1, column, text, formats.head)
    lines = [(dataset, one) for dataset in datasets for one in dataset.columns]
    for row, (dataset, one) in enumerate(lines, 2):
        texts = (dataset.name, one.name, one.type, one.title.zh, one.title.en, one.about.zh, one.about.en)
        for column, text in enumerate(texts):
            sheet.write_string(row, column, text, formats.text)
    for column, width in enumerate((18, 18, 10, 20, 22, 45, 50)):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(2, 2)


def table(book: Any, formats: Formats, dataset: Dataset, rows: Sequence[Row]) -> None:
    """The sheet of a dataset: its title in A1, the columns' Chinese and plain names, and the rows below them."""
    sheet = book.add_worksheet(dataset.name)
    sheet.write_string(0, 0, both(dataset.title, " "), formats.title)
    for column, one in enumerate(dataset.columns):
        sheet.write_string(HEADER_ROW - 1, column, one.title.zh, formats.head)
        sheet.write_string(HEADER_ROW, column, one.name, formats.name)
        sheet.set_column(column, column, width(one, rows))
        for row, values in enumerate(rows, HEADER_ROW + 1):
            put(sheet, formats, row, column, one, values[one.name])
    sheet.freeze_panes(HEADER_ROW + 1, 1)
    sheet.autofilter(HEADER_ROW, 0, HEADER_ROW + max(len(rows), 1), len(dataset.columns) - 1)


def put(sheet: Any, formats: Formats, row: int, column: int, one: Column, value: CellValue) -> None:
    """Writes one cell: text stays text, whatever it looks like, and what is not stated stays empty."""
    if isinstance(value, Decimal):
        value = as_number(value)  # type: ignore[assignment]
    if value is None:
        return
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value, formats.by_type["boolean"])
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value, formats.by_type[one.type])
    elif isinstance(value, date):
        sheet.write_datetime(row, column, value, formats.by_type["date"])
    else:
        sheet.write_string(row, column, str(value), formats.text)


def width(one: Column, rows: Sequence[Row]) -> int:
    """The width of a column: that of its longest text, within bounds; a Han character takes two."""
    texts = (one.name, one.title.zh, *(str(row[one.name])[:WIDEST] for row in rows))
    longest = max(len(text) if text.isascii() else len(text.encode("gb18030")) for text in texts)
    return min(max(longest + 2, NARROWEST), WIDEST)


def timeless(content: bytes) -> bytes:
    """A workbook without the times at which it and its parts were made."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(made, "w") as after:
        for name in before.namelist():
            part = before.read(name)
            if name == "docProps/core.xml":
                part = without_dates(part)
            info = zipfile.ZipInfo(name, SAME_TIME)
            info.create_system = 3  # Else it tells on which system it was made.
            after.writestr(info, part, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def without_dates(part: bytes) -> bytes:
    """The properties of a workbook without when it was created and modified."""
    tree = etree.fromstring(part)
    for one in list(tree):
        if one.tag in DATES:
            tree.remove(one)
    return bytes(etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True))
