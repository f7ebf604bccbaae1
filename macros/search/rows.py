"""Turns long columns of numbers into the rows of the index, all at once."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

NumberColumn = NDArray[np.integer[Any]]
Flags = NDArray[np.bool_]


def field_rows(keys: NumberColumn, fields: NumberColumn) -> list[bytes]:
    """For each key, in order of the keys, the fields it stands in; repeated pairs count once.

    A row is a byte, the number of low bits, and then bits, the highest of a byte first (a Rice code): of how
    many fields lie between one and the next so many low bits, behind as many zeros as the rest of it says, and a one.
    """
    if not len(keys):
        return []
    count = int(fields.max()) + 1
    pairs: NumberColumn = keys.astype(np.int64)
    pairs *= count
    pairs += fields
    pairs.sort()
    keys, fields = np.divmod(pairs[change_points(pairs)], count)
    starts = np.flatnonzero(change_points(keys))
    lengths = np.diff(np.append(starts, len(keys)))
    lasts = fields[starts + lengths - 1]
    lows = low_bits(lasts, lengths)
    row_of = np.repeat(np.arange(len(starts)), lengths)
    steps = distances(fields + 1, change_points(keys)) - 1
    zeros, low = steps >> lows[row_of], lows[row_of]
    ends = np.cumsum(zeros + 1 + low)
    before = np.append(0, ends)[starts]
    sizes = 1 + (np.diff(np.append(before, ends[-1])) + 7) // 8
    begins = np.cumsum(sizes) - sizes
    made = np.zeros(8 * int(sizes.sum()), np.uint8)
    ones = ends - low - 1 - before[row_of] + 8 * (begins[row_of] + 1)
    made[ones] = 1
    for bit in range(int(lows.max(initial=0))):
        held = np.flatnonzero(low > bit)
        made[ones[held] + low[held] - bit] = steps[held] >> bit & 1
    content = np.packbits(made)
    content[begins] = lows
    whole = content.tobytes()
    return [whole[start : start + size] for start, size in zip(begins.tolist(), sizes.tolist(), strict=True)]


def low_bits(lasts: NumberColumn, counts: NumberColumn) -> NumberColumn:
    """How many low bits of each distance are written as they are, for rows by last field and count of fields: about as
    many as a usual distance has."""
    return np.searchsorted(1 << np.arange(1, 32), 2 * (lasts + 1) // (3 * counts), side="right")


def row_of_fields(fields: Sequence[int]) -> bytes:
    """Some rising fields as one row."""
    column = np.array(fields, np.int64)
    return b"".join(field_rows(np.zeros_like(column), column))


def read_fields(row: bytes) -> list[int]:
    """The fields of a row that lists fields alone."""
    low, content = row[0], row[1:]
    bits = f"{int.from_bytes(content):0{8 * len(content)}b}"
    fields, field, at = list[int](), -1, 0
    while (end := bits.find("1", at)) >= 0:
        start, at = at, end + 1 + low
        field += (end - start << low) + int(bits[end + 1 : at] or "0", 2) + 1
        fields.append(field)
    return fields


def place_rows(keys: NumberColumn, fields: NumberColumn, places: NumberColumn) -> list[bytes]:
    """For each of the ``keys``, which are in order: field and places by turns, as distances.

    A field's distance is doubled, and one more where it has several places: then their count stands behind it. Of one
    key fields must not fall, nor places of one field.
    """
    new_key = change_points(keys)
    new_field = new_key | change_points(fields)
    groups = np.flatnonzero(new_field)
    counts = np.diff(np.append(groups, len(keys)))
    heads = 1 + (counts > 1).astype(np.int32)
    at = np.arange(len(keys), dtype=np.int32) + np.cumsum(heads, dtype=np.int32)[np.cumsum(new_field) - 1]
    numbers = np.empty(len(keys) + int(heads.sum()), np.int32)
    numbers[at] = distances(places, new_field)
    starts = at[groups] - heads
    numbers[starts] = 2 * distances(fields[groups], new_key[groups]) + (heads - 1)
    numbers[starts[counts > 1] + 1] = counts[counts > 1]
    return cut(numbers, starts[new_key[groups]])


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
