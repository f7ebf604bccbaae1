"""Long lists in pages: how rows are shared out, and where the further pages are.

The first page of a list keeps its address. Page n stands at ``address/page/n/``: nothing made from a record lies so
deep, so no record's id can collide with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

Row = TypeVar("Row")

ROWS = 100
"""Rows or cards on a page; one takes about 1 KB of HTML, and no page is to pass 300 KB."""
ROOM = 200_000
"""For what differs much in length: about so many bytes of HTML on a page, as its parts are reckoned."""


def sliced(rows: Iterable[Row], room: int, size: Callable[[Row], int] = lambda _: 1) -> tuple[tuple[Row, ...], ...]:
    """The rows in order, shared out so that no slice is larger than ``room``; a row that is has a slice to itself.

    A slice depends on the rows before it and in it alone, so rows added at the end move none. There is at least one
    slice, which may be empty.
    """
    found: list[list[Row]] = [[]]
    taken = 0
    for row in rows:
        weight = size(row)
        if found[-1] and taken + weight > room:
            found.append([])
            taken = 0
        found[-1].append(row)
        taken += weight
    return tuple(map(tuple, found))


def numbered(address: str, number: int) -> str:
    """Where a page of a list is."""
    return address if number == 1 else f"{address}page/{number}/"
