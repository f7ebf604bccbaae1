"""Shares things out in order: rows among the pages of a list, files among processes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

Chunked = TypeVar("Chunked")


def sliced(
    items: Iterable[Chunked], room: int, size: Callable[[Chunked], int] = lambda _: 1
) -> tuple[tuple[Chunked, ...], ...]:
    """The items in order, shared out so that no slice is larger than ``room``; a item that is has a slice to itself.

    A slice depends on the items before it and in it alone, so items added at the end move none. There is at least one
    slice, which may be empty.
    """
    found: list[list[Chunked]] = [[]]
    taken = 0
    for item in items:
        weight = size(item)
        if found[-1] and taken + weight > room:
            found.append([])
            taken = 0
        found[-1].append(item)
        taken += weight
    return tuple(map(tuple, found))
