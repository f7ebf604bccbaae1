"""Tables in parts: a long one takes several pages, each with the rows that come next below the heads of all."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from macros.records.tables import Cell, Table


@dataclass(frozen=True)
class TablePart:
    """Some rows of a table that follow each other, as a page shows them; from 1, the last among them."""

    table: Table
    start: int
    end: int

    @property
    def id(self) -> str:
        """The id of the table."""
        return self.table.id

    @property
    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        """The cells that begin in each of its rows."""
        return self.table.rows[self.start - 1 : self.end]

    @cached_property
    def heads(self) -> tuple[tuple[Cell, ...], ...]:
        """The head rows that stand over its first row on a page before, to be shown again."""
        over = {head.row for cell in self.table.rows[self.start - 1] for head in self.table.heads_above(cell)}
        return tuple(self.table.rows[row - 1] for row in sorted(over) if row < self.start)

    @property
    def leading(self) -> int:
        """How many of its rows are the heads that the table begins with."""
        return len(self.table.head_groups[0]) if self.start == 1 else 0

    @property
    def is_last(self) -> bool:
        """Whether the table ends here."""
        return self.end == self.table.height


def table_parts(table: Table) -> list[TablePart]:
    """The smallest parts of a table: single rows, or as many as a merged cell holds together."""
    found: list[TablePart] = []
    start = end = 1
    for row in range(1, table.height + 1):
        end = max([end, *(row + cell.rows - 1 for cell in table.rows[row - 1])])
        if row == end:
            found.append(TablePart(table, start, end))
            start = end = row + 1
    return found
