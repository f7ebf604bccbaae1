"""The tables of source documents as files: cell for cell as the source has them, merged heads said of each column."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping

import xlsxwriter

from macros.exports.table import as_number
from macros.exports.workbook import timeless
from macros.exports.writers import csv_cell
from macros.records.document import Sentence
from macros.records.tables import Cell, Table
from macros.register.register import Register

TABLES_FOLDER = "data/tables/"


def document_table_files(register: Register) -> Iterator[tuple[str, bytes]]:
    """Every table of every document as CSV and as a workbook, each with its address."""
    for ident, text in register.texts.items():
        said = {one.id: one for one in text.document.sentences()}
        for table in text.document.tables:
            yield f"{TABLES_FOLDER}{ident}-{table.id}.csv", table_csv(table)
            yield f"{TABLES_FOLDER}{ident}-{table.id}.xlsx", table_workbook(table, f"{ident} {table.id}", said)


def table_csv(table: Table) -> bytes:
    """A table in UTF-8 with a byte order mark, which Excel needs; what is merged is said at each of its places."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    for row in range(1, table.height + 1):
        cells = (table.places.get((row, column)) for column in range(1, table.width + 1))
        writer.writerow([csv_cell(cell.text if cell else None) for cell in cells])
    return file.getvalue().encode("utf-8-sig")


def table_workbook(table: Table, name: str, said: Mapping[str, Sentence]) -> bytes:
    """A table as a sheet, merged as in the source, bare numbers as numbers; a second sheet has its translation."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    book.set_properties({"title": name})
    sheets = [("原文 Source", {cell: cell.text for cell in table.cells})]
    english = {cell: one.en for cell in table.cells if (one := said.get(table.cell_id(cell)))}
    if any(text and text != cell.text for cell, text in english.items()):
        sheets.append(("英文 English", {cell: english.get(cell, "") or cell.text for cell in table.cells}))
    heads = {"bold": True, "text_wrap": True, "valign": "top", "border": 1, "bg_color": "#E6F0F2"}
    head, body = book.add_format(heads), book.add_format({"text_wrap": True, "valign": "top", "border": 1})
    for title, texts in sheets:
        sheet = book.add_worksheet(title)
        sheet.set_column(0, table.width - 1, 18)
        for cell, text in texts.items():
            put_cell(sheet, table, cell, text, head if cell.head else body)
    book.close()
    return timeless(file.getvalue())


def put_cell(sheet: xlsxwriter.worksheet.Worksheet, table: Table, cell: Cell, text: str, look: object) -> None:
    """Writes one cell; text stays text, whatever it looks like."""
    row, column = cell.row - 1, cell.column - 1
    if cell.rows > 1 or cell.columns > 1:
        sheet.merge_range(row, column, row + cell.rows - 1, column + cell.columns - 1, "", look)
    if table.states_number(cell):
        number = as_number(cell.number)
        write = sheet.write_string if isinstance(number, str) else sheet.write_number
        write(row, column, number, look)
    else:
        sheet.write_string(row, column, text, look)
