"""What a query must find, told without any index: literal comparison after folding."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from macros.search.entries import SearchEntry
from macros.search.folding import fold, is_word, numbers_written_out, units
from macros.search.stems import stem

PHRASE = re.compile(r'["“”「『＂]([^"“”「」『』＂]+)["“”」』＂](?=\s|$)|\S+')


def terms(query: str) -> list[tuple[str, bool]]:
    """The terms of a query and whether each is quoted."""
    return [
        (match[1] or match[0], match[1] is not None)
        for match in PHRASE.finditer(query.strip())
        if units(fold(match[0]))
    ]


@functools.cache
def rows(text: str) -> tuple[str, ...]:
    """The units of a text in a row, each between spaces; once more with large numbers written out if it holds any."""
    folded = fold(text)
    return tuple(f" {' '.join(units(fromkey))} " for fromkey in dict.fromkeys((folded, numbers_written_out(folded))))


@functools.cache
def words(text: str) -> frozenset[str]:
    """The Latin words of a text."""
    return frozenset(unit for unit in units(fold(text)) if is_word(unit))


def holds(text: str, term: str, quoted: bool, stems: bool) -> bool:
    """Whether a text holds a term: its characters in a row, or for one loose Latin word a word that begins so."""
    row = units(fold(term))
    if not quoted and len(row) == 1 and is_word(row[0]):
        wanted, long = row[0], len(row[0]) > 1
        return any(
            word == wanted or (long and word.startswith(wanted)) or (stems and stem(word) == stem(wanted))
            for word in words(text)
        )
    return any(wanted in held for wanted in rows(term) for held in rows(text))


def found(entries: Sequence[SearchEntry], query: str, stems: bool) -> set[str]:
    """Addresses of the entries that hold every term of a query, by themselves or through entries on their page."""
    asked = terms(query)
    by_term = []
    for term, quoted in asked:
        holding = {
            entry.address
            for entry in entries
            if any(holds(text, term, quoted, stems) for text in (*entry.names, *entry.passages, *entry.also))
        }
        by_term.append(holding | {entry.address for entry in entries if holding & set(entry.lists)})
    return set.intersection(*by_term) if by_term else set()
