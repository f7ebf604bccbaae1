"""What a query must find, told without any index: literal comparison after folding."""

from __future__ import annotations

import re
from collections.abc import Sequence

from macros.search.entries import Entry
from macros.search.folding import counted, fold, is_word, units
from macros.search.stems import stem

PHRASE = re.compile(r'["“”「『＂]([^"“”「」『』＂]+)["“”」』＂](?=\s|$)|\S+')


def terms(query: str) -> list[tuple[str, bool]]:
    """The terms of a query and whether each is quoted."""
    return [(one[1] or one[0], one[1] is not None) for one in PHRASE.finditer(query.strip()) if units(fold(one[0]))]


def holds(text: str, term: str, quoted: bool, stems: bool) -> bool:
    """Whether a text holds a term: its characters in a row, or for one loose Latin word a word that begins so."""
    wanted, folded = fold(term), fold(text)
    row, alone = units(wanted), not quoted and len(units(wanted)) == 1 and is_word(units(wanted)[0])
    if alone:
        words = [one for one in units(folded) if is_word(one)]
        long = len(row[0]) > 1
        return any(
            one == row[0] or (long and one.startswith(row[0])) or (stems and stem(one) == stem(row[0])) for one in words
        )
    return any(
        in_a_row(units(this), units(that)) for this in {folded, counted(folded)} for that in {wanted, counted(wanted)}
    )


def in_a_row(row: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether ``wanted`` stands in ``row``."""
    return any(list(row[at : at + len(wanted)]) == list(wanted) for at in range(len(row) - len(wanted) + 1))


def found(entries: Sequence[Entry], query: str, stems: bool) -> set[str]:
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
