"""Where units, and rows of units, stand: the part of the index that is looked up.

An entry has two fields, its names (``2 * number``) and its passages (``2 * number + 1``). A key is one of

- ``1科`` – the fields that hold a unit;
- ``2科 技`` – the places where these units stand side by side, from which any longer phrase is put together;
- ``~fisheri`` – the fields that hold a word of this stem;
- ``=15000`` – the fields that hold this number by itself, and not inside a longer one.

No row of places is long, so that no query is dear. Where one would be, as of ``2科 技`` in a science bureau's site,
it is left empty; ``3科 技`` then lists the fields, and every row of one unit more, as ``2科 技 局``, has a key too.

A row is whole numbers written as in LEB128: for ``2`` keys field, count and places, else fields alone; fields and
places as distances from the one before.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from macros.search import rows
from macros.search.entries import Entry
from macros.search.folding import counted, fold, is_word, numbers, units
from macros.search.rows import Column, Flags
from macros.search.stems import stem

START, END = "^", "$"
"""Units before and behind a name, so that a whole name can be told from a part."""
GAP = ""
"""Stands between two texts of a field; no phrase reaches across it."""
LONG_ROW = 16 * 1024
"""Bytes from which a row of places is replaced by rows of one unit more."""
LONGEST = 8
"""Units of which a key is made up at most."""


class Postings:
    """What is listed under each key for all entries of a language, which are numbered in order."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.rows: dict[str, bytes] = {}
        known: dict[str, int] = {GAP: 0}
        values: dict[str, int] = {}
        row, ends, valued, value_fields = (array("i") for _ in range(4))
        for entry in entries:
            for texts, names in ((entry.names, True), ((*entry.passages, *entry.also), False)):
                folded = [variant for text in texts for variant in variants(text)]
                row.extend(known.setdefault(unit, len(known)) for unit in row_of(folded, names))
                for value in {f"={value}" for text in folded for value in numbers(text)}:
                    valued.append(values.setdefault(value, len(values)))
                    value_fields.append(len(ends))
                ends.append(len(row))
        self.units = np.array(list(known), object)
        self.row: Column = np.frombuffer(row, np.int32)
        lengths = rows.distances(np.frombuffer(ends, np.int32))
        self.fields = np.repeat(np.arange(len(lengths), dtype=np.int32), lengths)
        self.places = np.arange(len(row), dtype=np.int32)
        self.places -= np.repeat((np.cumsum(lengths) - lengths).astype(np.int32), lengths)
        self.list_fields(list(values), np.frombuffer(valued, np.int32), np.frombuffer(value_fields, np.int32))
        self.list_units()
        self.list_pairs()

    def list_units(self) -> None:
        """Lists the fields of each unit, and of each stem."""
        held = self.row != 0
        self.list_fields([f"1{unit}" for unit in self.units], self.row[held], self.fields[held])
        stems: dict[str, int] = {}
        of_unit = [stems.setdefault(stem(unit), len(stems)) if is_word(unit) else -1 for unit in self.units]
        of_row = np.array(of_unit, np.int32)[self.row]
        held = of_row >= 0
        self.list_fields([f"~{one}" for one in stems], of_row[held], self.fields[held])

    def list_fields(self, names: Sequence[str], keys: Column, fields: Column) -> None:
        """Lists the fields of keys that are given by their number among ``names``."""
        found = rows.field_rows(keys, fields)
        self.rows |= zip((names[key] for key in np.unique(keys)), found, strict=True)

    def list_pairs(self) -> None:
        """Lists the places of pairs of units, and of longer rows of units where those of a shorter are too many."""
        starts: Column = np.flatnonzero((self.row[:-1] != 0) & (self.row[1:] != 0)).astype(np.int32)
        keys: Column = self.row[starts].astype(np.int32 if len(self.units) ** 2 < 2**31 else np.int64)
        keys *= len(self.units)
        keys += self.row[starts + 1]
        for length in range(2, LONGEST + 1):
            long = self.list_places(length, starts, keys, last=length == LONGEST)
            if not long.any():
                break
            starts, keys = self.longer(length, starts, keys, long)

    def list_places(self, length: int, starts: Column, keys: Column, last: bool) -> Flags:
        """Lists the places of rows of ``length`` units; tells of each place if there were too many to list."""
        order = np.argsort(keys, kind="stable")
        in_order = keys[order]
        new = np.flatnonzero(rows.changes(in_order))
        first, counts = order[new], np.diff(np.append(new, len(keys)))
        found = rows.place_rows(in_order, starts[order], self.fields, self.places)
        too_long = np.array([len(one) > LONG_ROW and not last for one in found], bool)
        names = self.units[self.row[starts[first]]]
        for step in range(1, length):
            names = names + " " + self.units[self.row[starts[first] + step]]
        self.rows |= {f"2{name}": b"" if long else row for name, row, long in zip(names, found, too_long, strict=True)}
        is_long = np.empty(len(keys), bool)
        is_long[order] = np.repeat(too_long, counts)
        if is_long.any():
            which = np.empty(len(keys), np.int32)
            which[order] = np.repeat(np.arange(len(new), dtype=np.int32), counts)
            self.list_fields([f"3{name}" for name in names], which[is_long], self.fields[starts[is_long]])
        return is_long

    def longer(self, length: int, starts: Column, keys: Column, long: Flags) -> tuple[Column, Column]:
        """Where rows of one unit more stand that begin or end with one of the ``long``, and their keys.

        Such a row is told by the long row it begins with and its last unit, else by its first unit and the long row.
        """
        numbers = np.full(len(self.row), -1, np.int64)
        numbers[starts[long]] = np.unique(keys[long], return_inverse=True)[1]
        firsts, lasts = self.row[:-length], self.row[length:]
        begins, ends = numbers[:-length], numbers[1 : len(numbers) - length + 1]
        at = np.flatnonzero(((begins >= 0) & (lasts != 0)) | ((ends >= 0) & (firsts != 0)))
        count = len(self.units)
        by_begin = begins[at] * count + lasts[at]
        by_end = (numbers.max() + 1 + ends[at]) * count + firsts[at]
        return at, np.where((begins[at] >= 0) & (lasts[at] != 0), by_begin, by_end)

    def shards(self, size: int) -> Iterator[tuple[str, bytes]]:
        """Files of about ``size`` bytes, each with as much of its first key as tells it from the file before.

        Keys stand in the order that browsers use. A file is the length of its head (4 bytes, little-endian), the head
        – the keys, a line each – and for each key the length of its row, then all rows.
        """
        keys: list[str] = []
        held, last = 0, ""
        for key in sorted(self.rows, key=lambda one: one.encode("utf-16-be")):
            length = len(self.rows[key]) + len(key.encode()) + 2
            if keys and held + length > size:
                yield beginning(keys[0], last), self.shard(keys)
                last = keys[-1]
                keys, held = [], 0
            keys.append(key)
            held += length
        if keys:
            yield beginning(keys[0], last), self.shard(keys)

    def shard(self, keys: list[str]) -> bytes:
        """One file."""
        head = "\n".join(keys).encode()
        held = [self.rows[key] for key in keys]
        return len(head).to_bytes(4, "little") + head + rows.encoded([len(row) for row in held]) + b"".join(held)


def beginning(key: str, before: str) -> str:
    """As much of a key as stands behind another that comes before it."""
    same = next((at for at, (one, other) in enumerate(zip(key, before, strict=False)) if one != other), len(before))
    return key[: same + 1]


def variants(text: str) -> Iterator[str]:
    """``text`` folded, and once more with large numbers written out if it holds any."""
    folded = fold(text)
    yield folded
    if (plain := counted(folded)) != folded:
        yield plain


def row_of(folded: Iterable[str], names: bool) -> list[str]:
    """The units of a field, its texts one after another with gaps between them."""
    row: list[str] = []
    for text in folded:
        row += [START, *units(text), END, GAP] if names else [*units(text), GAP]
    return row
