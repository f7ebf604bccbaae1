"""Turns long columns of numbers into the rows of the index, all at once."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
from numpy.typing import NDArray

NumberColumn = NDArray[np.integer[Any]]
Flags = NDArray[np.bool_]


def field_rows(keys: NumberColumn, fields: NumberColumn) -> list[bytes]:
    """For each key, in order of the keys, the fields it stands in, as distances; repeated pairs count once."""
    count = int(fields.max()) + 1 if len(fields) else 1
    pairs: NumberColumn = keys.astype(np.int64)
    pairs *= count
    pairs += fields
    pairs.sort()
    keys, fields = np.divmod(pairs[change_points(pairs)], count)
    starts = change_points(keys)
    return cut(distances(fields, starts), np.flatnonzero(starts))


def place_rows(keys: NumberColumn, fields: NumberColumn, places: NumberColumn) -> list[bytes]:
    """For each of the ``keys``, which are in order: field, count and places by turns, as distances.

    Of one key fields must not fall, nor places of one field.
    """
    new_key = change_points(keys)
    new_field = new_key | change_points(fields)
    groups = np.flatnonzero(new_field)
    at = np.arange(len(keys), dtype=np.int32) + 2 * np.cumsum(new_field, dtype=np.int32)
    numbers = np.empty(len(keys) + 2 * len(groups), np.int32)
    numbers[at] = distances(places, new_field)
    numbers[at[groups] - 1] = np.diff(np.append(groups, len(keys)))
    numbers[at[groups] - 2] = distances(fields[groups], new_key[groups])
    return cut(numbers, at[np.flatnonzero(new_key)] - 2)


def change_points(column: NumberColumn) -> Flags:
    """Where a column holds something else than just before; at the beginning in any case."""
    return np.append(True, column[1:] != column[:-1])[: len(column)]


def distances(column: NumberColumn, restarts: Flags | None = None) -> NumberColumn:
    """Each number less the one before, but in full where a row ``restarts``."""
    before: NumberColumn = np.append(0, column[:-1])[: len(column)]
    if restarts is not None:
        before[restarts] = 0
    return column - before


def cut(numbers: NumberColumn, starts: NDArray[np.intp]) -> list[bytes]:
    """Numbers as bytes (LEB128: seven bits a byte, the eighth says that more follow), cut where rows start."""
    sizes = np.ones(len(numbers), np.uint8)
    for bits in (7, 14, 21, 28):
        sizes += numbers >= 1 << bits
    ends = np.cumsum(sizes, dtype=np.int64)
    made = np.empty(int(ends[-1]) if len(ends) else 0, np.uint8)
    for step in range(5):
        held = np.flatnonzero(sizes > step)
        more = np.where(sizes[held] > step + 1, 128, 0)
        made[ends[held] - sizes[held] + step] = numbers[held] >> 7 * step & 127 | more
    content = made.tobytes()
    edges = [*(ends[starts] - sizes[starts]).tolist(), len(content)] if len(starts) else [0]
    return [content[start:end] for start, end in itertools.pairwise(edges)]


def encoded(numbers: list[int]) -> bytes:
    """A few numbers as one row."""
    return b"".join(cut(np.array(numbers, np.int64), np.array([0])))


def read_row(row: bytes) -> list[int]:
    """The numbers of a row."""
    column = np.frombuffer(row, np.uint8)
    ends = np.flatnonzero(column < 128)
    starts = np.append(0, ends[:-1] + 1)[: len(ends)]
    number_of = np.repeat(np.arange(len(ends)), ends - starts + 1)
    bits = 7 * (np.arange(len(column)) - starts[number_of]) if len(column) else column
    numbers = np.bincount(number_of, (column & 127).astype(np.int64) << bits, len(ends))
    return [int(number) for number in numbers.tolist()]
