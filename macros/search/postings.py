"""Where units, and rows of units, stand: the part of the index that is looked up.

An entry has two fields, its names (``2 * number``) and its passages (``2 * number + 1``). A key is one of

- ``1科`` – the fields that hold a unit;
- ``2科 技`` – the places where these units stand side by side, from which any longer phrase is put together;
- ``~fisheri`` – the fields that hold a word of this stem, or, of a stem with one word, its key (SAME_ROW);
- ``=15000`` – the fields that hold this number by itself, and not inside a longer one.

Posting lists are capped, so that no query downloads much. Where one would be longer, as of ``2科 技`` in a science
bureau's site, it is left empty; ``3科 技`` then lists the fields, and every row of one unit more, as ``2科 技 局``, has
a key too.

For ``2`` keys a row has fields and places, as whole numbers written as in LEB128 (rows.place_rows), else fields alone,
in still fewer bits (rows.field_rows); both as distances from the one before.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from macros.search import rows
from macros.search.entries import SearchEntry
from macros.search.folding import fold, is_word, numbers, numbers_written_out, units
from macros.search.rows import NumberColumn
from macros.search.stems import stem

START, END = "^", "$"
"""Units before and behind a name, so that a whole name can be told from a part."""
FIELD_GAP = ""
"""Stands between two texts of a field; no phrase reaches across it."""
LONG_ROW = 8 * 1024
"""Bytes from which a row of places is replaced by rows of one unit more."""
LONGEST_KEY = 8
"""Units of which a key is made up at most."""
SAME_ROW = b"\xff"
"""Begins the row of a stem in the place of which that of its word is read, whose key follows: no row begins so."""
BATCH = 2**18
"""Places that are sorted at once, if those of one unit are no more."""


class Postings:
    """What is listed under each key for all entries of a language, which are numbered in order."""

    def __init__(self, entries: Iterable[SearchEntry]) -> None:
        self.rows: dict[str, bytes] = {}
        known: dict[str, int] = {FIELD_GAP: 0}
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
        self.row: NumberColumn = np.frombuffer(row, np.int32)
        self.ends: NumberColumn = np.frombuffer(ends, np.int32)
        self.list_fields(list(values), np.frombuffer(valued, np.int32), np.frombuffer(value_fields, np.int32))
        self.list_units()
        self.list_stems()
        self.list_rows()

    def fields(self, at: NumberColumn) -> NumberColumn:
        """The field of each place, counted from the beginning of all fields."""
        return np.searchsorted(self.ends, at, side="right").astype(np.int32)

    def list_units(self) -> None:
        """Lists the fields of each unit."""
        names = [f"1{unit}" for unit in self.units]
        for at in self.batches(np.arange(len(self.units))):
            self.list_fields(names, self.row[at], self.fields(at))

    def list_stems(self) -> None:
        """Lists the fields of each stem."""
        stems: dict[str, int] = {}
        of_units = np.array(
            [stems.setdefault(stem(unit), len(stems)) if is_word(unit) else -1 for unit in self.units], np.int32
        )
        names = [f"~{one}" for one in stems]
        for at in self.batches(of_units):
            self.list_fields(names, of_units[self.row[at]], self.fields(at))
        for unit, number in zip(self.units, of_units, strict=True):
            word = f"1{unit}"
            # Who types a word asks for it and for its stem: what they list alike is fetched once.
            if number >= 0 and self.rows[names[number]] == self.rows[word] and len(word) < len(self.rows[word]):
                self.rows[names[number]] = SAME_ROW + word.encode()

    def list_fields(self, names: Sequence[str], keys: NumberColumn, fields: NumberColumn) -> None:
        """Lists the fields of keys that are given by their number among ``names``."""
        found = rows.field_rows(keys, fields)
        self.rows |= zip((names[key] for key in np.unique(keys)), found, strict=True)

    def batches(self, groups: NumberColumn) -> Iterator[NumberColumn]:
        """The places of all units, as many at a time as take little memory; those of a group stay together.

        ``groups`` holds the number of each unit's group, or -1 for none. Gaps are no units.
        """
        counts = np.bincount(self.row, minlength=len(self.units))
        counts[0] = 0
        grouped = np.flatnonzero(groups >= 0)
        sizes = np.bincount(groups[grouped], counts[grouped])
        batch_of = np.full(len(self.units), -1, np.int32)
        batch_of[grouped] = (np.cumsum(sizes) // BATCH)[groups[grouped]]
        batch_of[0] = -1
        for batch in np.unique(batch_of[batch_of >= 0]):
            yield np.flatnonzero((batch_of == batch)[self.row]).astype(np.int32)

    def list_rows(self) -> None:
        """Lists the places of pairs of units, and of longer rows of units where those of a shorter are too many."""
        long = np.full(len(self.row), -1, np.int32)
        for length in range(2, LONGEST_KEY + 1):
            found: list[tuple[NumberColumn, NumberColumn]] = []
            count = 0
            for at in self.batches(np.arange(len(self.units))):
                starts, keys = self.pairs(at) if length == 2 else self.longer(at, length, long)
                places, numbers = self.list_places(length, starts, keys, count)
                found.append((places, numbers))
                count = int(numbers.max(initial=count - 1)) + 1
            if not count:
                break
            long.fill(-1)
            for places, numbers in found:
                long[places] = numbers

    def pairs(self, at: NumberColumn) -> tuple[NumberColumn, NumberColumn]:
        """Which of some places begin a pair of units, and the keys of the pairs."""
        starts = at[self.row[at + 1] != 0]  # A gap is last of all, so there is a next one.
        return starts, self.row[starts].astype(np.int64) * len(self.units) + self.row[starts + 1]

    def longer(self, at: NumberColumn, length: int, long: NumberColumn) -> tuple[NumberColumn, NumberColumn]:
        """Which of some places begin a row of ``length`` units that begins or ends with a ``long`` one, and its keys.

        ``long`` has the number of the long row, a unit shorter, that begins at each place, or -1. A row is told by the
        long row it begins with and its last unit, else by its first unit and the long row.
        """
        at = at[(long[at] >= 0) | (long[at + 1] >= 0)]
        begins, ends, last = long[at].astype(np.int64), long[at + 1].astype(np.int64), self.row[at + length - 1]
        by_begin = (begins >= 0) & (last != 0)
        # Keys of the second sort are below zero, so that none is of both.
        keys = np.where(by_begin, begins * len(self.units) + last, ~(ends * len(self.units) + self.row[at]))
        held = by_begin | (ends >= 0)
        return at[held], keys[held]

    def list_places(
        self, length: int, starts: NumberColumn, keys: NumberColumn, count: int
    ) -> tuple[NumberColumn, NumberColumn]:
        """Lists the places of rows of ``length`` units, each with its key.

        Returns where rows begin that have too many places to list, and their numbers, from ``count`` on.
        """
        order = np.argsort(keys, kind="stable")
        keys, starts = keys[order], starts[order]
        new = np.flatnonzero(rows.change_points(keys))
        fields = self.fields(starts)
        found = rows.place_rows(keys, fields, starts - np.append(np.int32(0), self.ends)[fields])
        too_long = np.array([len(one) > LONG_ROW and length < LONGEST_KEY for one in found], bool)
        names = [" ".join(self.units[self.row[start : start + length]]) for start in starts[new]]
        self.rows |= {f"2{name}": b"" if left else row for name, row, left in zip(names, found, too_long, strict=True)}
        numbers = np.where(too_long, np.cumsum(too_long) - 1, -1).astype(np.int32)
        numbers = np.repeat(numbers, np.diff(np.append(new, len(keys))))
        is_long = numbers >= 0
        starts, fields, numbers = starts[is_long], fields[is_long], numbers[is_long]
        self.list_fields([f"3{name}" for name, left in zip(names, too_long, strict=True) if left], numbers, fields)
        return starts, numbers + np.int32(count)


def shards(listed: Mapping[str, bytes], size: int) -> Iterator[tuple[str, bytes]]:
    """Files of about ``size`` bytes, each with what tells it from the file before.

    Keys stand in the order that browsers use. A file is the length of its head (4 bytes, little-endian), the head
    – the keys, a line each – and for each key the length of its row, then all rows.
    """
    keys: list[str] = []
    held, last, told_by = 0, "", ""
    for key in sorted(listed, key=lambda one: one.encode("utf-16-be")):
        length = len(listed[key]) + len(key.encode()) + 2
        if keys and held + length > size:
            yield told_by, shard(listed, keys)
            last = f"{keys[0]} " if held > size else keys[-1]
            keys, held = [], 0
        if not keys:
            told_by = first_told(key, last, length > size)
        keys.append(key)
        held += length
    if keys:
        yield told_by, shard(listed, keys)


def first_told(key: str, before: str, is_long: bool) -> str:
    """What tells a file from the one before: as little of its first ``key`` as will do. Of a file of one long row the
    whole key does, and of the next what comes just behind that, so that hardly another key leads to the long one."""
    return key if is_long else before if before.endswith(" ") else beginning(key, before)


def shard(listed: Mapping[str, bytes], keys: Sequence[str]) -> bytes:
    """One file."""
    head = "\n".join(keys).encode()
    held = [listed[key] for key in keys]
    return len(head).to_bytes(4, "little") + head + rows.encoded([len(row) for row in held]) + b"".join(held)


def beginning(key: str, before: str) -> str:
    """As much of a key as stands behind another that comes before it."""
    same = next((at for at, (one, other) in enumerate(zip(key, before, strict=False)) if one != other), len(before))
    return key[: same + 1]


def variants(text: str) -> Iterator[str]:
    """``text`` folded, and once more with large numbers written out if it holds any."""
    folded = fold(text)
    yield folded
    if (plain := numbers_written_out(folded)) != folded:
        yield plain


def row_of(folded: Iterable[str], names: bool) -> list[str]:
    """The units of a field, its texts one after another with gaps between them."""
    row: list[str] = []
    for text in folded:
        row += [START, *units(text), END, FIELD_GAP] if names else [*units(text), FIELD_GAP]
    return row
