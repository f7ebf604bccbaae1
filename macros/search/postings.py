"""Where units, and rows of units, stand: the part of the index that is looked up.

An entry has two fields, its names (``2 * number``) and its passages (``2 * number + 1``). A key is one of

- ``1科`` – the fields that hold a unit;
- ``2科 技`` – the places where these units stand side by side, from which any longer phrase is put together;
- ``~fisheri`` – the fields that hold a word of this stem;
- ``=15000`` – the fields that hold this number by itself, and not inside a longer one.

No row of places is long, so that no query is dear. Where one would be, as of ``2科 技`` in a science bureau's site,
it is left empty; ``1科 技`` then lists the fields, and every row of one unit more, as ``2科 技 局``, has a key too.

A row is whole numbers written as in LEB128: for ``2`` keys field, count and places, else fields alone; fields and
places as distances from the one before.
"""

from __future__ import annotations

import itertools
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from macros.search.entries import Entry
from macros.search.folding import counted, fold, is_word, numbers, units
from macros.search.stems import stem

START, END = "^", "$"
"""Units before and behind a name, so that a whole name can be told from a part."""
GAP = ""
"""Stands between two texts of a field; no phrase reaches across it."""
LONG_ROW = 8 * 1024
"""Bytes from which a row of places is replaced by rows of one unit more."""
LONGEST = 12
"""Units of which a key is made up at most."""


class Postings:
    """What is listed under each key for all entries of a language, which are numbered in order."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.rows: dict[str, bytes] = {}
        self.fields: list[list[str]] = []
        listed: defaultdict[str, list[int]] = defaultdict(list)
        pairs: defaultdict[str, array[int]] = defaultdict(empty)
        for entry in entries:
            for texts, names in ((entry.names, True), ((*entry.passages, *entry.also), False)):
                field = len(self.fields)
                folded = [variant for text in texts for variant in variants(text)]
                self.fields.append(row_of(folded, names))
                for key in single_keys(self.fields[-1], folded):
                    listed[key].append(field)
                for place, pair in enumerate(pairs_of(self.fields[-1])):
                    if pair:
                        pairs[pair].extend((field, place))
        self.rows |= {key: encoded(distances(fields)) for key, fields in listed.items()}
        self.list_places(pairs)

    def list_places(self, grams: Mapping[str, array[int]]) -> None:
        """Lists the places of rows of units; for those that stand in too many places, of rows of one unit more."""
        rows = {gram: encoded(numbers_of(places)) for gram, places in grams.items()}
        long = {gram for gram, row in rows.items() if len(row) > LONG_ROW and len(gram.split(" ")) < LONGEST}
        for gram, row in rows.items():
            self.rows[f"2{gram}"] = b"" if gram in long else row
        for gram in long:
            self.rows[f"1{gram}"] = encoded(distances(list(dict.fromkeys(grams[gram][::2]))))
        if long:
            self.list_places(self.longer(grams, long))

    def longer(self, grams: Mapping[str, array[int]], long: set[str]) -> dict[str, array[int]]:
        """The rows of units that hold one of ``long`` and one unit more, each once."""
        found: defaultdict[str, array[int]] = defaultdict(empty)
        for gram in long:
            parts = gram.split(" ")
            body = " ".join(parts[:-1])
            for field, place in by_twos(grams[gram]):
                row = self.fields[field]
                if after := row[place + len(parts)]:
                    found[f"{gram} {after}"].extend((field, place))
                before = row[place - 1] if place else GAP
                if before and f"{before} {body}" not in long:
                    found[f"{before} {gram}"].extend((field, place - 1))
        return found

    def shards(self, size: int) -> Iterator[tuple[str, bytes]]:
        """Files of about ``size`` bytes, each with its first key, in the order of keys that browsers use.

        A file is the length of its head (4 bytes, little-endian), the head – the keys, a line each – and for each
        key the length of its row, then all rows.
        """
        keys: list[str] = []
        held = 0
        for key in sorted(self.rows, key=lambda one: one.encode("utf-16-be")):
            length = len(self.rows[key]) + len(key.encode()) + 2
            if keys and held + length > size:
                yield keys[0], self.shard(keys)
                keys, held = [], 0
            keys.append(key)
            held += length
        if keys:
            yield keys[0], self.shard(keys)

    def shard(self, keys: list[str]) -> bytes:
        """One file."""
        head = "\n".join(keys).encode()
        rows = [self.rows[key] for key in keys]
        return len(head).to_bytes(4, "little") + head + encoded(len(row) for row in rows) + b"".join(rows)


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


def single_keys(row: Sequence[str], folded: Iterable[str]) -> set[str]:
    """The keys of a field under which no places are listed."""
    held = set(row) - {GAP}
    stems = {f"~{stem(unit)}" for unit in held if is_word(unit)}
    return {f"1{unit}" for unit in held} | stems | {f"={value}" for text in folded for value in numbers(text)}


def pairs_of(row: Sequence[str]) -> Iterator[str]:
    """Each unit of a field with the one behind it; nothing where either is a gap."""
    for one, other in itertools.pairwise(row):
        yield f"{one} {other}" if one and other else ""


def empty() -> array[int]:
    """Fields and places by turns, none yet."""
    return array("I")


def by_twos(places: array[int]) -> Iterator[tuple[int, int]]:
    """Fields and places in pairs."""
    return zip(places[::2], places[1::2], strict=True)


def numbers_of(places: array[int]) -> Iterator[int]:
    """A row of fields and places as it is written."""
    before = 0
    for field, group in itertools.groupby(by_twos(places), key=lambda one: one[0]):
        inside = [place for _, place in group]
        yield field - before
        yield len(inside)
        yield from distances(inside)
        before = field


def distances(numbers: Sequence[int]) -> Iterator[int]:
    """Each number less the one before."""
    before = 0
    for number in numbers:
        yield number - before
        before = number


def encoded(numbers: Iterable[int]) -> bytes:
    """Whole numbers, seven bits a byte, the eighth saying that more follow."""
    row = bytearray()
    for number in numbers:
        while number > 127:
            row.append(number & 127 | 128)
            number >>= 7
        row.append(number)
    return bytes(row)
