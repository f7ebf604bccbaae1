"""Sums that a table itself says hold, reckoned up: its totals, and what it says of its rows (勾稽关系).

A disagreement is told as it stands; nothing of the source is changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from macros.records.tables import Cell, Table
from macros.text.languages import Bilingual

TOTALS = frozenset({"总计", "合计", "总数"})
PARTIAL = re.compile("小计|其中")
"""What a table with subtotals or of-whiches has; its sums are of some of its rows only, and are left to readers."""
NO_PART = re.compile("率|占比|比重|增长|增幅")
"""What heads a column whose numbers cannot be added up."""
NUMBER_BEFORE = re.compile("^(?:[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+、|[0-9]+[.．、])")
"""The number of an item: （七）总计."""
HAN_DIGITS = "零一二三四五六七八九十"
ITEM = r"第?([一二三四五六七八九])项"
BALANCE = re.compile(f"{ITEM}加{ITEM}之和[，,]?等于{ITEM}(?:加{ITEM}之和)?")
"""The balance of the second table of the statutory annual report: 第一项加第二项之和，等于第三项加第四项之和."""


@dataclass(frozen=True)
class TableSum:
    """A sum that a table says holds: where it stands, what is stated there, and what its parts add up to."""

    row: int
    column: int
    stated: Decimal
    added: Decimal

    @property
    def words(self) -> Bilingual:
        """What to tell of one that does not hold."""
        return Bilingual(
            f"第{self.row}行第{self.column}列：原文为{self.stated}，按表中所列相加为{self.added}。",
            f"Row {self.row}, column {self.column}: the source states {self.stated}; "
            f"what it lists adds up to {self.added}.",
        )


def sums_stated(table: Table) -> list[TableSum]:
    """Every sum that the table says holds and that can be reckoned up."""
    if any(PARTIAL.search(cell.text) for cell in table.cells):
        return list(balances(table))
    return [*row_totals(table), *column_totals(table), *balances(table)]


def sums_that_differ(table: Table) -> list[Bilingual]:
    """Every sum that the table says holds and that does not, in words."""
    return [one.words for one in sums_stated(table) if one.stated != one.added]


def cell_number(table: Table, row: int, column: int) -> Decimal | None:
    """The number of a cell of the body; None where it is none."""
    cell = table.places.get((row, column))
    if cell is None or cell.column != column or cell.row != row or not table.states_number(cell):
        return None
    return cell.number


def row_totals(table: Table) -> Iterator[TableSum]:
    """A number in the one column headed 总计 is the sum of the others of its row, if all of these are numbers.

    A share or a rate among them is none that could be added.
    """
    first = table.name_columns[-1] + 1
    totals = [column for column in range(first, table.width + 1) if heads(table, column) & TOTALS]
    others = [column for column in range(first, table.width + 1) if column not in totals]
    if len(totals) != 1 or any(NO_PART.search(one) for column in others for one in heads(table, column)):
        return
    for row in range(1, table.height + 1):
        stated = cell_number(table, row, totals[0])
        parts = [cell_number(table, row, column) for column in others]
        if stated is not None and len(parts) > 1:
            yield from compared(row, totals[0], stated, parts)


def heads(table: Table, column: int) -> set[str]:
    """What the heads of a column say."""
    return {without_blanks(cell) for (_, at), cell in table.places.items() if at == column and cell.head}


def column_totals(table: Table) -> Iterator[TableSum]:
    """A row named 总计 holds the sums of the rows above it: of those of its item, or up to the head above."""
    for cell in table.cells:
        if (
            cell.head
            or cell.column > table.name_columns[-1]
            or NUMBER_BEFORE.sub("", without_blanks(cell)) not in TOTALS
        ):
            continue
        item = table.places.get((cell.row, cell.column - 1))
        start = item.row if item is not None and item.rows > 1 else head_above(table, cell.row) + 1
        for column in range(table.name_columns[-1] + 1, table.width + 1):
            stated = cell_number(table, cell.row, column)
            parts = [cell_number(table, row, column) for row in range(start, cell.row)]
            rate = any(NO_PART.search(one) for one in heads(table, column))
            if stated is not None and len(parts) > 1 and not rate:
                yield from compared(cell.row, column, stated, parts)


def without_blanks(cell: Cell) -> str:
    """What a cell says, without the blanks that set it: 合 计."""
    return cell.text.replace(" ", "").replace("\u3000", "")


def head_above(table: Table, row: int) -> int:
    """The last head row above a row; 0 where there is none."""
    return max((one for one in table.head_rows if one < row), default=0)


def balances(table: Table) -> Iterator[TableSum]:
    """The rows numbered 一、 and 二、 add up to 三、, where the table says so; column by column."""
    found = next((said for cell in table.cells if (said := BALANCE.search(cell.text))), None)
    if found is None:
        return
    rows = [item_row(table, HAN_DIGITS.index(one)) for one in found.groups() if one]
    if None in rows:
        return
    first, second, *result = [row for row in rows if row is not None]
    for column in range(table.name_columns[-1] + 1, table.width + 1):
        left = [cell_number(table, row, column) for row in (first, second)]
        right = [cell_number(table, row, column) for row in result]
        if None not in left and None not in right:
            stated = sum((one for one in right if one is not None), Decimal(0))
            yield from compared(result[0], column, stated, left)


def item_row(table: Table, number: int, word: str = "") -> int | None:
    """The row of the item with a number that says a word; of one that takes several rows, that of its total.

    It takes the rows below it too whose first cell is blank or merged with its own.
    """
    starts = f"{HAN_DIGITS[number]}、"
    items = (cell for cell in table.cells if cell.column == 1 and cell.text.startswith(starts) and word in cell.text)
    item = next(items, None)
    if item is None:
        return None
    last = item.row
    while (below := table.places.get((last + 1, 1))) is not None and (below is item or not below.text):
        last += 1
    rows = range(item.row, last + 1)
    total = (cell.row for cell in table.cells if cell.row in rows and re.search("总计|合计", cell.text))
    return next(total, None) if len(rows) > 1 else item.row


def compared(row: int, column: int, stated: Decimal, parts: list[Decimal | None]) -> Iterator[TableSum]:
    """What is stated and what its parts add up to, where these are all numbers."""
    numbers = [one for one in parts if one is not None]
    if len(numbers) == len(parts):
        yield TableSum(row, column, stated, sum(numbers, Decimal(0)))
