"""Tables in a received text: consecutive lines with tabs. What each cell is, what it stands under, in what unit.

In a cell ``<<`` says that it is one with the cell to its left, and ``^^`` with the one above: so merged heads are
written in plain text.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from macros.received.lines import ABOVE, LEFT, TAB

LEADING_BLANKS = "\u3000 \ufeff"
SAYS_NOTHING = frozenset({"", "—", "——", "-", "－", "–", "/", "／", "…", "无"})
"""What stands in a cell that states nothing."""
LIST_MARK = re.compile(r"[（(]?[0-9０-９一二三四五六七八九十]{1,3}[）)、.．]|[●■◆·•①-⑳]")
"""What an office program sets a tab behind, where it numbers items."""
HAS_DIGIT = re.compile("[0-9０-９]")
NUMBER_ALONE = re.compile(r"[-−－]?[0-9０-９][0-9０-９,，]*(?:[.．][0-9０-９]+)?")
"""A number without a unit, which then is that of its head."""
UNIT_LINE = re.compile(r"(?<![\u4e00-\u9fff])(?:计量|金额)?单位[：:]\s*(?P<unit>[^\s）)，、；：]{1,8})")
"""What a line above a table says of its numbers; 填报单位：某局 is none."""
UNIT_IN_HEAD = re.compile(r"[（(](?:(?:计量)?单位[：:]\s*)?(?P<unit>[^（()）：，、；\s0-9]{1,6})[）)]\s*\Z")
COUNTED = re.compile(r"(?P<unit>[件家人名个项次户篇条份场期宗处所座台套])数\Z")
"""A head that says what is counted: 制发件数."""
YEAR_IN_HEAD = re.compile("[0-9０-９]{4}年")
NUMBERING = frozenset({"序号", "编号", "行次", "项次", "排序", "NO", "No.", "No"})
"""Heads of a column that only numbers the rows."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell where it begins: its place from 1, how far it reaches, what it says, and whether it is a head."""

    row: int
    column: int
    text: str
    rows: int = 1
    columns: int = 1
    head: bool = False

    @property
    def number(self) -> Decimal:
        """The value of a bare number, in the unit of its heads."""
        return Decimal(unicodedata.normalize("NFKC", self.text).replace(",", "").replace("−", "-"))


@dataclass(frozen=True)
class Table:
    """A table of a document: its id (t1), the lines it stands on, its cells in order, and the unit of all of it."""

    id: str
    first: int
    last: int
    cells: tuple[Cell, ...]
    unit: str = ""

    def cell_id(self, cell: Cell) -> str:
        """The id of a cell within its document: t1-r4c2."""
        return f"{self.id}-r{cell.row}c{cell.column}"

    @cached_property
    def width(self) -> int:
        """How many columns it has."""
        return max(cell.column + cell.columns - 1 for cell in self.cells)

    @cached_property
    def height(self) -> int:
        """How many rows it has."""
        return max(cell.row + cell.rows - 1 for cell in self.cells)

    @cached_property
    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        """The cells that begin in each row, in order."""
        by_row: dict[int, list[Cell]] = {}
        for cell in self.cells:
            by_row.setdefault(cell.row, []).append(cell)
        return tuple(tuple(by_row.get(row, ())) for row in range(1, self.height + 1))

    @cached_property
    def places(self) -> dict[tuple[int, int], Cell]:
        """The cell at each place, a merged one at all that it reaches over."""
        return {
            (row, column): cell
            for cell in self.cells
            for row in range(cell.row, cell.row + cell.rows)
            for column in range(cell.column, cell.column + cell.columns)
        }

    @cached_property
    def torn(self) -> tuple[int, int] | None:
        """The first place, row and column, that no cell or more than one reaches: merged places are no rectangle."""
        reached = Counter(
            (row, column)
            for cell in self.cells
            for row in range(cell.row, cell.row + cell.rows)
            for column in range(cell.column, cell.column + cell.columns)
        )
        rows = range(1, self.last - self.first + 2)
        places = ((row, column) for row in rows for column in range(1, self.width + 1))
        return next((place for place in places if reached[place] != 1), None)

    @cached_property
    def head_rows(self) -> frozenset[int]:
        """The rows that are heads."""
        return frozenset(cell.row for cell in self.cells if cell.head)

    @cached_property
    def name_column(self) -> int:
        """The column whose cells say what a row is about: the first that does more than number the rows."""
        first = self.places.get((1, 1))
        return 2 if self.width > 2 and first is not None and first.text.replace(" ", "") in NUMBERING else 1

    @cached_property
    def name_columns(self) -> range:
        """The columns that say what a row is about: the name column, and those behind it while these divide it.

        One divides the one before it where that has a cell over several rows, and itself holds words alone: 不公开,
        of 三、办理结果.
        """
        body = [cell for cell in self.cells if not cell.head]
        last = self.name_column
        while last + 2 <= self.width and any(one.column == last and one.rows > 1 for one in body):
            behind = [one.text for one in body if one.column == last + 1]
            if not behind or any(one in SAYS_NOTHING or NUMBER_ALONE.fullmatch(one) for one in behind):
                break
            last += 1
        return range(self.name_column, last + 1)

    def names_row(self, cell: Cell) -> bool:
        """Whether a cell of the body says what its row is about."""
        return not cell.head and cell.column in self.name_columns

    @cached_property
    def head_groups(self) -> tuple[tuple[int, ...], ...]:
        """The head rows in groups of consecutive ones, from the top."""
        groups: list[list[int]] = []
        for row in sorted(self.head_rows):
            if groups and row == groups[-1][-1] + 1:
                groups[-1].append(row)
            else:
                groups.append([row])
        return tuple(map(tuple, groups))

    def only_names_rows(self, group: Sequence[int]) -> bool:
        """Whether head rows are all one cell from side to side: then they name the rows below, not the columns."""
        return all(len(self.rows[row - 1]) == 1 and self.rows[row - 1][0].columns == self.width for row in group)

    def heads_above(self, cell: Cell) -> tuple[Cell, ...]:
        """The heads that stand above a cell, from the top: those of the last group above it.

        Below a group that only names rows the columns keep the heads that they had. Above a head stands what is
        above it in its own group.
        """
        if cell.head:
            own = [row for group in self.head_groups if cell.row in group for row in group]
            return self.saying(self.places.get((row, cell.column)) for row in own if row < cell.row)
        found: list[Cell | None] = []
        named = False
        for group in (one for one in reversed(self.head_groups) if one[-1] < cell.row):
            if self.only_names_rows(group):
                found = [*([] if named else (self.rows[row - 1][0] for row in group)), *found]
                named = True
                continue
            above = (self.places.get((row, cell.column)) for row in group)
            found = [*(one for one in above if one is None or not named or one.columns < self.width), *found]
            break
        return self.saying(found)

    def heads_before(self, cell: Cell) -> tuple[Cell, ...]:
        """What names the row of a cell of the body, from the left: the cells of the name columns before it."""
        columns = () if cell.head else self.name_columns
        return self.saying(self.places.get((cell.row, at)) for at in columns if at < cell.column)

    @staticmethod
    def saying(cells: Iterable[Cell | None]) -> tuple[Cell, ...]:
        """Those of some cells that are there and say something, each once."""
        return tuple(dict.fromkeys(one for one in cells if one is not None and one.text not in SAYS_NOTHING))

    def column_heads(self, cell: Cell) -> tuple[str, ...]:
        """What the heads above a cell say, each once."""
        return tuple(dict.fromkeys(one.text for one in self.heads_above(cell)))

    def row_heads(self, cell: Cell) -> tuple[str, ...]:
        """What a row is about, each once."""
        return tuple(dict.fromkeys(one.text for one in self.heads_before(cell)))

    def unit_of(self, cell: Cell) -> str:
        """The unit of a bare number, as the heads write it: 万元 of 金额（单位：万元）; empty where none says it."""
        for head in (*reversed(self.column_heads(cell)), *reversed(self.row_heads(cell))):
            if found := UNIT_IN_HEAD.search(head) or COUNTED.search(head):
                return found["unit"]
        return self.unit

    @cached_property
    def over_numbers(self) -> frozenset[Cell]:
        """The heads right above bare numbers alone, or above what states nothing for them."""
        numbers: set[Cell] = set()
        others: set[Cell] = set()
        for cell in self.cells:
            if not cell.head and cell.text not in SAYS_NOTHING:
                (numbers if self.states_number(cell) else others).update(self.heads_above(cell)[-1:])
        return frozenset(numbers - others)

    def states_number(self, cell: Cell) -> bool:
        """Whether a cell is a bare number of the table's body, and does not only number its row."""
        numbers_rows = self.name_column == 2 and cell.column == 1
        return not cell.head and not numbers_rows and NUMBER_ALONE.fullmatch(cell.text) is not None


def table_of_cell(ident: str) -> str:
    """The id of the table that a cell stands in: t1 of t1-r4c2."""
    return ident.partition("-")[0]


def tables_of(lines: Sequence[tuple[int, str]], heads: frozenset[int] = frozenset()) -> list[Table]:
    """The tables of a text, from its numbered lines, each as it was received; ``heads`` are lines marked as heads.

    A table has at least two rows, and one of two cells that say something; a line with a tab that stands alone is text,
    and so are lines that a tab only sets in.
    """
    found: list[Table] = []
    group: list[tuple[int, list[str]]] = []
    before = ""
    for number, line in (*lines, (0, "")):
        if TAB in line.strip(LEADING_BLANKS) and (not group or number == group[-1][0] + 1):
            group.append((number, [one.strip(LEADING_BLANKS) for one in line.rstrip("\r").split(TAB)]))
            continue
        if len(group) > 1 and any(has_columns(row) for _, row in group):
            unit = UNIT_LINE.search(before)
            found.append(table_of(f"t{len(found) + 1}", group, unit["unit"] if unit else "", heads))
        group = [(number, line.split(TAB))] if TAB in line.strip(LEADING_BLANKS) else []
        before = line if line.strip() else before
    return found


def has_columns(row: Sequence[str]) -> bool:
    """Whether the tabs of a line part cells: neither an indent nor what stands behind the number of an item do."""
    first = next((at for at, one in enumerate(row) if one), len(row))
    return len(row) - first - (first < len(row) and LIST_MARK.fullmatch(row[first]) is not None) > 1


def table_of(ident: str, rows: Sequence[tuple[int, list[str]]], unit: str, heads: frozenset[int]) -> Table:
    """One table from its lines."""
    width = max(len(row) for _, row in rows)
    grid = [row + [""] * (width - len(row)) for _, row in rows]
    cells = tuple(
        Cell(at + 1, place + 1, text, reach(grid, at, place, down=True), reach(grid, at, place, down=False))
        for at, row in enumerate(grid)
        for place, text in enumerate(row)
        if text not in (LEFT, ABOVE)
    )
    head = head_rows(cells, width) | {at for at, (number, _) in enumerate(rows, 1) if number in heads}
    marked = tuple(replace(cell, head=cell.row in head) for cell in cells)
    return Table(ident, rows[0][0], rows[-1][0], marked, unit)


def reach(grid: Sequence[Sequence[str]], row: int, column: int, *, down: bool) -> int:
    """Over how many rows, or columns, the cell that begins at a place reaches."""
    places = range(row + 1, len(grid)) if down else range(column + 1, len(grid[row]))
    size = 1
    for at in places:
        if (grid[at][column] if down else grid[row][at]) != (ABOVE if down else LEFT):
            break
        size += 1
    return size


def head_rows(cells: Sequence[Cell], width: int) -> set[int]:
    """The rows that are heads.

    These are the first; one that a single cell takes up from side to side; one into which a head reaches down; and
    one that stands behind a head of which a cell is merged, and has neither a number, but for years, nor a dash.
    """
    by_row: dict[int, list[Cell]] = {}
    for cell in cells:
        by_row.setdefault(cell.row, []).append(cell)
    found: set[int] = set()
    down_to = 0
    for row, them in sorted(by_row.items()):
        alone = len(them) == 1 and them[0].columns == width and not NUMBER_ALONE.fullmatch(them[0].text)
        reached = row <= down_to
        merged = row - 1 in found and any(cell.columns > 1 for cell in by_row.get(row - 1, ()))
        if row == 1 or alone or reached or (merged and all(may_head(cell) for cell in them)):
            found.add(row)
            down_to = max([down_to, *(cell.row + cell.rows - 1 for cell in them)])
    return found


def may_head(cell: Cell) -> bool:
    """Whether a cell may be a head by what it says: no number but a year, and no dash."""
    return cell.text not in SAYS_NOTHING - {""} and not HAS_DIGIT.search(YEAR_IN_HEAD.sub("", cell.text))
