"""The table ``table-cells``: the cells of the tables of source documents, one a row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from macros.exports.table import CellValue, Dataset, Link, Row
from macros.exports.tables import columns as c
from macros.exports.tables.columns import column, needed
from macros.quantities.expression import Sense
from macros.records.document import Sentence
from macros.records.sources import read_sentence
from macros.records.units import UnitTable
from macros.register.register import Register
from macros.text.languages import Bilingual

NO_QUANTITY: Row = {"kind": None, "value": None, "low": None, "high": None, "qualifier": None, "unit": None}


def cell_rows(register: Register, link: Link) -> Iterator[Row]:
    """Every cell that is not blank, table by table and row by row; a merged one once, at its first place."""
    units = UnitTable(tuple(register.units.values()))
    for ident, text in register.texts.items():
        for table in text.document.tables:
            for cell in table.cells:
                reference = f"{ident}#{table.cell_id(cell)}"
                if reference not in register.sentences:
                    continue  # a blank one
                said = register.sentences[reference]
                yield {
                    "id": reference,
                    "source": ident,
                    "table": table.id,
                    "row": cell.row,
                    "column": cell.column,
                    "head": cell.head or table.names_row(cell),
                    "row_head": " / ".join(table.row_heads(cell)) or None,
                    "column_head": " / ".join(table.column_heads(cell)) or None,
                    "text_zh": said.zh,
                    "text_en": said.en,
                    **(NO_QUANTITY if cell.head else quantity_of(said, units)),
                    "url": link(register.sentence_address(reference)),
                }


def quantity_of(cell: Sentence, units: UnitTable) -> dict[str, CellValue]:
    """What the one quantity of a cell says; nothing where it has none, or several."""
    found = [one for one in read_sentence(cell, units.words) if one.is_quantity]
    if len(found) != 1:
        return dict(NO_QUANTITY)
    (one,) = found
    is_range = one.kind is Sense.RANGE
    return {
        "kind": str(one.kind),
        "value": one.values[0] if len(one.values) == 1 else None,
        "low": one.values[0] if is_range else None,
        "high": one.values[-1] if is_range else None,
        "qualifier": str(one.qualifier),
        "unit": units.of(one) or one.unit or None,
    }


TABLE_CELLS_TABLE = Dataset(
    "table-cells",
    Bilingual("表格单元格", "Cells of tables"),
    Bilingual(
        "来源文件中各表格的单元格，一行一个，附行标题、列标题和读出的数；没有表格时不列本表。",
        "The cells of the tables in the source documents, one a row, with the heads of row and column and the number "
        "read in it; this table is published only where there are any.",
    ),
    (
        c.ID,
        c.SOURCE,
        needed("table", "表格", "Table", ("表格在文件内的编号，如 t1", "Id of the table in its document, such as t1")),
        needed("row", "行", "Row", ("行号，从1起", "Number of the row, from 1"), "integer"),
        needed("column", "列", "Column", ("列号，从1起", "Number of the column, from 1"), "integer"),
        needed("head", "是否表头", "Head", ("行标题、列标题为 true", "true for a head of a row or column"), "boolean"),
        column("row_head", "行标题", "Row head", ("所在行的标题，多级的用 / 隔开", "Heads of its row, divided by /")),
        column("column_head", "列标题", "Column head", ("上方的标题，多级的用 / 隔开", "Heads above it, divided by /")),
        needed("text_zh", "原文", "Text", ("单元格的文字", "What the cell says, in Chinese")),
        column("text_en", "译文", "Translation", ("英文译文；数字照录", "In English; numbers as they stand")),
        replace(c.QUANTITY, required=False),
        c.VALUE,
        c.LOW,
        c.HIGH,
        replace(c.QUALIFIER, required=False),
        replace(c.UNIT, required=False),
        c.URL,
    ),
    cell_rows,
    {"id": "sources"},
)
