"""Long lists in pages: how rows are shared out, and where the further pages are.

The first page of a list keeps its address. Page n stands at ``address/page/n/``: nothing made from a record lies so
deep, so no record's id can collide with it.
"""

from __future__ import annotations

ROWS = 80
"""Rows or cards on a page; one takes 1 to 3.6 KB of HTML, and no page is to pass 300 KB."""
ROOM = 200_000
"""For what differs much in length: about so many bytes of HTML on a page, as its parts are reckoned."""


def numbered(address: str, number: int) -> str:
    """Where a page of a list is."""
    return address if number == 1 else f"{address}page/{number}/"
