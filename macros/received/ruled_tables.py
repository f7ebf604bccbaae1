"""Tables on a page, by the lines that are ruled around their cells."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from macros.received.joining import joined
from macros.received.lines import SpanningCell, table_lines
from macros.received.placed import Edge, PlacedCharacter, text_rows

TOLERANCE = 3
"""Points by which lines that are meant to meet may miss each other."""
SHORTEST_EDGE = 3
MOST_EDGES = 3000
"""Lines on a page with a table; with more it is a drawing."""

Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""


@dataclass(frozen=True, slots=True)
class RuledTable:
    """A table: where its columns end, where it lies from top to bottom, and its lines."""

    columns: tuple[float, ...]
    top: float
    bottom: float
    lines: tuple[str, ...]
    held: frozenset[PlacedCharacter]
    """The characters in it."""


def tables_on(edges: Sequence[Edge], characters: Sequence[PlacedCharacter]) -> list[RuledTable]:
    """The tables of a page, from the top: of two rows and two columns at least, with words in two cells at least."""
    long = [edge for edge in edges if max(edge.x1 - edge.x0, edge.bottom - edge.top) >= SHORTEST_EDGE]
    if not 4 <= len(long) <= MOST_EDGES:
        return []
    # It takes half a second to be imported, which every check would take.
    from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges

    found = merge_edges([as_edge(edge) for edge in long], *[TOLERANCE] * 4)
    cells = intersections_to_cells(edges_to_intersections(found, TOLERANCE, TOLERANCE))
    tables = (ruled_table(list(boxes), characters) for boxes in cells_to_tables(cells))
    return sorted((table for table in tables if table), key=lambda table: table.top)


def as_edge(edge: Edge) -> dict[str, object]:
    """A line as pdfplumber describes one."""
    across = edge.x1 - edge.x0 >= edge.bottom - edge.top
    middle = (edge.top + edge.bottom) / 2 if across else (edge.x0 + edge.x1) / 2
    x0, x1 = (edge.x0, edge.x1) if across else (middle, middle)
    top, bottom = (middle, middle) if across else (edge.top, edge.bottom)
    sizes = {"x0": x0, "x1": x1, "top": top, "bottom": bottom, "doctop": top, "width": x1 - x0, "height": bottom - top}
    return {**sizes, "orientation": "h" if across else "v", "object_type": "line"}


def ruled_table(boxes: Sequence[Box], characters: Sequence[PlacedCharacter]) -> RuledTable | None:
    """The table that cells make; None where they make none."""
    across = sorted({place for box in boxes for place in (box[0], box[2])})
    down = sorted({place for box in boxes for place in (box[1], box[3])})
    if len(across) < 3 or len(down) < 3:
        return None
    owner: dict[tuple[int, int], Box] = {}
    for box in boxes:
        for row in range(down.index(box[1]), down.index(box[3])):
            for column in range(across.index(box[0]), across.index(box[2])):
                owner[row, column] = box
    held: defaultdict[object, list[PlacedCharacter]] = defaultdict(list)
    for one in characters:
        row, column = bisect_right(down, one.middle) - 1, bisect_right(across, (one.x0 + one.x1) / 2) - 1
        if 0 <= row < len(down) - 1 and 0 <= column < len(across) - 1:
            held[owner.get((row, column), (row, column))].append(one)
    if sum(any(one.text.strip() for one in cell) for cell in held.values()) < 2:
        return None
    rows = [list(cells_of_row(row, across, down, owner, held)) for row in range(len(down) - 1)]
    everything = frozenset(one for cell in held.values() for one in cell)
    return RuledTable(tuple(across), down[0], down[-1], tuple(table_lines(rows)), everything)


def cells_of_row(
    row: int,
    across: Sequence[float],
    down: Sequence[float],
    owner: dict[tuple[int, int], Box],
    held: dict[object, list[PlacedCharacter]],
) -> Iterator[SpanningCell]:
    """The cells that begin in a row; where nothing is ruled, an empty one."""
    for column in range(len(across) - 1):
        box = owner.get((row, column))
        if box is None:
            yield SpanningCell(cell_text(held.get((row, column), ())))
        elif (across[column], down[row]) == box[:2]:
            reach_down, reach_right = down.index(box[3]) - row, across.index(box[2]) - column
            yield SpanningCell(cell_text(held.get(box, ())), reach_down, reach_right)


def cell_text(characters: Sequence[PlacedCharacter]) -> str:
    """All that a cell says, on one line."""
    return joined("\n".join(row.text for row in text_rows(characters)))
