"""Where every word and every pair of neighbouring units stands: the part of the index that is looked up.

An entry has two fields, its names (``2 * number``) and its passages (``2 * number + 1``). A key is one of

- ``1科`` – the fields that hold a unit;
- ``2科 技`` – the places where two units stand side by side, from which any longer phrase is put together;
- ``~fisheri`` – the fields that hold a word of this stem;
- ``=15000`` – the fields that hold this number by itself, and not inside a longer one.

What is listed under a key is a row of whole numbers, each written as in LEB128: for ``2`` keys field, count and
places, else fields alone; fields and places as distances from the one before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from macros.search.entries import Entry
from macros.search.folding import counted, fold, is_word, numbers, units
from macros.search.stems import stem

START, END = "^", "$"
"""Units before and behind a name, so that a whole name can be told from a part."""


class Postings:
    """Collects what is listed under each key; entries are added in the order of their numbers."""

    def __init__(self) -> None:
        self.rows: defaultdict[str, bytearray] = defaultdict(bytearray)
        self.last: dict[str, int] = {}

    def add(self, number: int, entry: Entry) -> None:
        """Adds an entry."""
        self.add_field(2 * number, [variant for name in entry.names for variant in variants(name)], names=True)
        self.add_field(2 * number + 1, [variant for text in entry.passages + entry.also for variant in variants(text)])

    def add_field(self, field: int, folded: Iterable[str], names: bool = False) -> None:
        """Adds one field of an entry; no phrase reaches from one of its texts into the next."""
        found: dict[str, list[int]] = {}
        at, before = 0, ""
        for text in folded:
            row = units(text)
            if names:
                row = [START, *row, END]
            for place, unit in enumerate(row, at):
                found.setdefault(f"1{unit}", [])
                if place > at:
                    found.setdefault(f"2{before} {unit}", []).append(place - 1)
                before = unit
                if is_word(unit):
                    found.setdefault(f"~{stem(unit)}", [])
            found |= {f"={value}": [] for value in numbers(text)}
            at += len(row) + 1
        for key, places in found.items():
            self.list_field(key, field, places)

    def list_field(self, key: str, field: int, places: Sequence[int]) -> None:
        """Lists a field under a key."""
        row = self.rows[key]
        row += encoded([field - self.last.get(key, 0)])
        if key[0] == "2":
            row += encoded([len(places), *distances(places)])
        self.last[key] = field

    def shards(self, size: int) -> Iterator[tuple[str, bytes]]:
        """Files of about ``size`` bytes, each with its first key, in the order of keys that browsers use.

        A file is the length of its head (4 bytes, little-endian), the head – the keys, a line each – and for each
        key the length of its row, then all rows.
        """
        keys: list[str] = []
        held = 0
        for key in sorted(self.rows, key=lambda one: one.encode("utf-16-be")):
            if keys and held + len(self.rows[key]) > size:
                yield keys[0], self.shard(keys)
                keys, held = [], 0
            keys.append(key)
            held += len(self.rows[key]) + len(key)
        if keys:
            yield keys[0], self.shard(keys)

    def shard(self, keys: list[str]) -> bytes:
        """One file."""
        head = "\n".join(keys).encode()
        rows = [self.rows[key] for key in keys]
        return len(head).to_bytes(4, "little") + head + encoded([len(row) for row in rows]) + b"".join(rows)


def variants(text: str) -> Iterator[str]:
    """``text`` folded, and once more with large numbers written out if it holds any."""
    folded = fold(text)
    yield folded
    if (plain := counted(folded)) != folded:
        yield plain


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


def postings(found: Sequence[Entry]) -> Postings:
    """What is listed for all entries of a language."""
    rows = Postings()
    for number, entry in enumerate(found):
        rows.add(number, entry)
    return rows
