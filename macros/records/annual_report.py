"""The statutory annual report (政府信息公开工作年度报告): how a document is known to be one, and the totals it states.

《中华人民共和国政府信息公开条例》, articles 49 and 50: each authority publishes by 31 January its report for the year
before (docs/maintainers/disclosure-rules.md, rule 8). One of its tables holds the applications: 一、 received, 二、
carried over from the year before, 三、 dealt with, 四、 carried over to the next.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from typing import Literal

from macros.records.document import Edition
from macros.records.table_sums import TOTALS, heads, item_row
from macros.records.tables import Cell, Table

REPORT = re.compile(r"政府信息公开(?:年度|工作|情况|的)*(?:报告|年报)(?:\([^()]*\))?\Z")
"""How its title ends, the year perhaps in brackets behind; a notice of one or an explanation ends otherwise."""
OF_A_YEAR = re.compile("年度|年报")
OF_A_PART = re.compile("半年|季度|[0-9一二三四五六七八九十]月")
YEAR_OF_REPORT = re.compile("([12][0-9]{3}|[一二][〇○零一二三四五六七八九]{3})年")
FROM_HAN_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")

Total = Literal["received", "carried-in", "dealt-with", "carried-over"]
ITEMS_OF_TOTALS: Mapping[Total, tuple[int, str]] = {
    "received": (1, "新收"),
    "carried-in": (2, "结转"),
    "dealt-with": (3, "办理"),
    "carried-over": (4, "结转"),
}
"""The number of the item of the third table that states each total, and a word that it says."""


def annual_report_year(document: Edition) -> int | None:
    """The year that an annual report is for, as its title says, else its period; None for any other document."""
    title = "".join(unicodedata.normalize("NFKC", document.title.zh).split())
    if not REPORT.search(title) or OF_A_PART.search(title):
        return None
    if found := YEAR_OF_REPORT.search(title):
        return int(found[1].translate(FROM_HAN_DIGITS))
    is_year = re.fullmatch("[12][0-9]{3}", document.period) and OF_A_YEAR.search(title)
    return int(document.period) if is_year else None


def due_day(year: int) -> date:
    """The last day for publishing the report for a year (article 49)."""
    return date(year + 1, 1, 31)


def report_totals(document: Edition) -> dict[Total, tuple[Table, Cell]]:
    """The cells that state the totals of an annual report; without those that it does not state as a number."""
    for table in document.tables:
        if item_row(table, *ITEMS_OF_TOTALS["received"]) is not None:
            cells = {name: total_of_item(table, *item) for name, item in ITEMS_OF_TOTALS.items()}
            return {name: (table, cell) for name, cell in cells.items() if cell is not None}
    return {}


def total_of_item(table: Table, number: int, word: str) -> Cell | None:
    """The cell below 总计 of the item with a number, if it says a word and the cell is a number."""
    row = item_row(table, number, word)
    columns = [column for column in range(1, table.width + 1) if heads(table, column) & TOTALS]
    cell = table.places.get((row, columns[0])) if row is not None and len(columns) == 1 else None
    return cell if cell is not None and table.states_number(cell) else None
