"""The index of one language as files. A browser reads ``index.json`` and then only the files it needs."""

from __future__ import annotations

import hashlib
import itertools
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from macros.languages import ENGLISH, Language
from macros.rendering import Renderer
from macros.search.entries import KINDS, Entry, entries
from macros.search.folding import simplified
from macros.search.page_text import PageText
from macros.search.postings import Postings, postings
from macros.words import IN_SCRIPTS

SHARD_SIZE = 16 * 1024
"""Bytes of a file of postings; a key with more has a file of its own."""
TEXT_SIZE = 4 * 1024
"""Bytes of a file of texts."""
SHOWN = 4000
"""Characters of an entry that are kept to show where it was found."""


def index_files(renderer: Renderer, language: Language, pages: Mapping[str, PageText]) -> dict[str, bytes]:
    """The files of a language's index by name; ``pages`` are its finished pages by address."""
    found = entries(renderer, language, dict(pages))
    rows = postings(found)
    files: dict[str, bytes] = {}
    shards = list(rows.shards(SHARD_SIZE))
    files |= {f"k{number}.bin": content for number, (_, content) in enumerate(shards)}
    texts = list(text_files(found))
    files |= {f"t{number}.json": as_json(shown) for number, (_, shown) in enumerate(texts)}
    digest = hashlib.sha256(b"".join(files[name] for name in sorted(files))).hexdigest()[:10]
    head = {
        "folder": digest,
        "shards": [first for first, _ in shards],
        "texts": [first for first, _ in texts],
        "kinds": KINDS,
        "script": script_table(rows),
        "lists": lists(found),
        "stems": language is ENGLISH,
        "words": {key: language.text(renderer.register.interface[key]) for key in IN_SCRIPTS},
        **facets(renderer, language, found),
    }
    return {f"{digest}/{name}": content for name, content in files.items()} | {"index.json": as_json(head)}


def as_json(content: Any) -> bytes:
    """JSON in few bytes."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def text_files(found: Sequence[Entry]) -> Iterator[tuple[int, list[list[Any]]]]:
    """What is shown of entries – address, title, context, passages – in files with the number of the first."""
    shown: list[list[Any]] = []
    held = first = 0
    for number, entry in enumerate(found):
        one = [entry.address, entry.title, entry.context, kept(entry.shown or entry.passages)]
        size = len(as_json(one))
        if shown and held + size > TEXT_SIZE:
            yield first, shown
            shown, held, first = [], 0, number
        shown.append(one)
        held += size
    if shown:
        yield first, shown


def kept(passages: Sequence[str]) -> list[str]:
    """The first passages, as many as are shown."""
    lengths = itertools.accumulate(len(one) for one in passages)
    return [one for one, length in zip(passages, lengths, strict=True) if length <= SHOWN]


def script_table(rows: Postings) -> list[str]:
    """Traditional characters and their Simplified ones, as two strings; only those that this index can find."""
    pairs = [(char, other) for char, other in simplified().items() if f"1{other}" in rows.rows]
    return ["".join(char for char, _ in pairs), "".join(other for _, other in pairs)]


def lists(found: Sequence[Entry]) -> list[list[int]]:
    """For each page with entries on it: its number, then first and last number of each run of those entries."""
    numbers = {entry.address: number for number, entry in enumerate(found)}
    listed = []
    for number, entry in enumerate(found):
        if entry.lists:
            listed.append([number, *runs(sorted(numbers[address] for address in entry.lists))])
    return listed


def runs(numbers: Sequence[int]) -> list[int]:
    """First and last of each run of consecutive numbers."""
    ends: list[int] = []
    for number in numbers:
        if ends and number == ends[-1] + 1:
            ends[-1] = number
        else:
            ends += [number, number]
    return ends


def facets(renderer: Renderer, language: Language, found: Sequence[Entry]) -> dict[str, Any]:
    """What results can be narrowed by. ``runs`` holds counts of consecutive entries and what they have in common."""
    register = renderer.register
    areas = {ident: number for number, ident in enumerate(register.work_areas)}
    periods = {ident: number for number, ident in enumerate(register.periods)}
    common: dict[tuple[Any, ...], int] = {}
    counted: list[int] = []
    for same, group in itertools.groupby(found, key=lambda one: (one.kind, one.areas, one.periods)):
        counted += [sum(1 for _ in group), common.setdefault(same, len(common))]
    return {
        "areaIds": list(areas),
        "periodIds": list(periods),
        "areas": [language.text(one.title) for one in register.work_areas.values()],
        "periods": [language.text(one) for one in register.periods.values()],
        "common": [
            [KINDS.index(kind), [areas[one] for one in in_areas], [periods[one] for one in in_periods]]
            for kind, in_areas, in_periods in common
        ],
        "runs": counted,
    }
