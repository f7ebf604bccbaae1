"""Clauses: what stands from one ，；。：！？ to the next. A quote is made of whole clauses."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

Span = tuple[int, int]
"""Where a stretch of a text begins and ends."""
ENDING_A_CLAUSE = re.compile("[，；。：！？,;!?]")
PAIRED = {"“": "”", "‘": "’", "（": "）", "《": "》", "〈": "〉", "【": "】", "「": "」", "『": "』", "(": ")"}
CLOSED_BY = frozenset(PAIRED.values())
OF_A_PAIR = re.compile(f"[{re.escape(''.join((*PAIRED, *CLOSED_BY)))}]")
ENUMERATOR = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}[是、]|其[一二三四五六七八九十]|第[一二三四五六七八九十]{1,3}(?=，)"
    r"|[（(][一二三四五六七八九十0-9]{1,3}[）)]|[0-9]{1,2}[.．、](?![0-9])|[①-⑳])"
)
"""What numbers a clause and is no part of what it says: 一是, 二、, （三）, 4."""


@functools.lru_cache(maxsize=2**14)
def clauses_of(text: str) -> tuple[Span, ...]:
    """Where each clause of a sentence begins and ends, its closing mark and its number left out, in order.

    It begins with its first character that is no blank, as a field of a file does.
    A mark inside a pair of quotation marks or brackets ends none: what is quoted there is a name or a saying, whole.
    Where such marks have no partner, they are not looked at.
    """
    inside = balanced(text)
    marks = (one.start() for one in ENDING_A_CLAUSE.finditer(text))
    found: list[Span] = []
    start = 0
    for at in (*(one for one in marks if not inside[one] and not inside_number(text, one)), len(text)):
        number = ENUMERATOR.match(text, start, at)
        begins = number.end() if number and number.end() < at else start
        if said := text[begins:at].lstrip():
            found.append((at - len(said), at))
        start = at + 1
    return tuple(found)


def balanced(text: str) -> list[bool]:
    """For each place of a text, whether it is inside quotation marks or brackets; nowhere if these do not pair."""
    inside, waiting, since = [False] * len(text), list[str](), 0
    for found in OF_A_PAIR.finditer(text):
        char, at = found[0], found.start()
        if char in PAIRED:
            since = at if not waiting else since
            waiting.append(PAIRED[char])
        elif not waiting or waiting.pop() != char:
            return [False] * len(text)
        elif not waiting:
            inside[since:at] = [True] * (at - since)
    return [False] * len(text) if waiting else inside


def inside_number(text: str, at: int) -> bool:
    """Whether a mark stands between two digits: 1,200 and 9:30 go on."""
    return 0 < at < len(text) - 1 and text[at - 1].isdecimal() and text[at + 1].isdecimal()


def whole_clauses(text: str, words: str) -> Iterator[int]:
    """Where words stand in a sentence so that they begin and end with a clause, the marks between them included.

    They may begin with the clause, with what numbers it or with the blanks before it.
    """
    at = text.find(words)
    if not words or at < 0:
        return
    spans = clauses_of(text)
    ends = {end for _, end in spans}
    starts = {0, *(start for start, _ in spans), *(end + 1 for end in ends)}
    while at >= 0:
        end = at + len(words)
        if {at, end - len(words.lstrip())} & starts and (end in ends or end - 1 in ends):
            yield at
        at = text.find(words, at + 1)


def clauses_around(text: str, start: int, end: int) -> str:
    """The whole clauses that hold what stands from ``start`` to ``end``; the text itself where none does."""
    touched = [one for one in clauses_of(text) if one[0] < end and start < one[1]]
    return text[touched[0][0] : touched[-1][1]] if touched else text
