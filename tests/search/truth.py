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
    return [(one[1] or one[0], one[1] is not None) for one in PHRASE.finditer(query.strip()) if units(fold(one[0]))]


@functools.cache
def rows(text: str) -> tuple[str, ...]:
    """The units of a text in a row, each between spaces; once more with large numbers written out if it holds any."""
    folded = fold(text)
    return tuple(f" {' '.join(units(one))} " for one in dict.fromkeys((folded, numbers_written_out(folded))))


@functools.cache
def words(text: str) -> frozenset[str]:
    """The Latin words of a text."""
    return frozenset(one for one in units(fold(text)) if is_word(one))


def holds(text: str, term: str, quoted: bool, stems: bool) -> bool:
    """Whether a text holds a term: its characters in a row, or for one loose Latin word a word that begins so."""
    row = units(fold(term))
    if not quoted and len(row) == 1 and is_word(row[0]):
        wanted, long = row[0], len(row[0]) > 1
        return any(
            one == wanted or (long and one.startswith(wanted)) or (stems and stem(one) == stem(wanted))
            for one in words(text)
        )
    return any(wanted in held for wanted in rows(term) for held in rows(text))


def found(entries: Sequence[SearchEntry], query: str, stems: bool) -> set[str]:
    """Addresses of the entries that hold every term of a query, by themselves or through entries on their page."""
    asked = terms(query)
    by_term = []
    for term, quoted in asked:
        holding = {
            one.address
            for one in entries
            if any(holds(text, term, quoted, stems) for text in (*one.names, *one.passages, *one.also))
        }
        by_term.append(holding | {one.address for one in entries if holding & set(one.lists)})
    return set.intersection(*by_term) if by_term else set()
