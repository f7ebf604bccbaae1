"""Where two lists differ, and which words of two texts do."""

from __future__ import annotations

import difflib
import itertools
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence

WORD_OR_CHARACTER = re.compile(r"[A-Za-z0-9][A-Za-z0-9.,’'-]*[A-Za-z0-9]|\s+|.", re.DOTALL)
"""A word or number of Latin script, and else a single character, as of Chinese."""
MOST_COMPARED = 250_000
"""Pairs of items, or of words, that are held against each other; beyond that a stretch counts as exchanged whole."""
ALIKE = 0.4
"""How alike two texts are, from 0 to 1, that are told as one text that has changed."""

Range = tuple[int, int, int, int]
"""From and to in the first list, from and to in the second."""


def differing(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[Range]:
    """The stretches in which two lists differ, in order. Takes about as long as the lists are (patience diff)."""
    work: list[Range] = [(0, len(old), 0, len(new))]
    while work:
        first, last, begin, end = work.pop()
        while first < last and begin < end and old[first] == new[begin]:
            first, begin = first + 1, begin + 1
        while first < last and begin < end and old[last - 1] == new[end - 1]:
            last, end = last - 1, end - 1
        if first == last or begin == end:
            if first < last or begin < end:
                yield first, last, begin, end
        elif anchors := in_both_once(old, new, (first, last, begin, end)):
            edges = [(first - 1, begin - 1), *anchors, (last, end)]
            gaps = [(a + 1, c, b + 1, d) for (a, b), (c, d) in itertools.pairwise(edges)]
            work += reversed(gaps)
        elif (last - first) * (end - begin) <= MOST_COMPARED:
            matcher = difflib.SequenceMatcher(None, old[first:last], new[begin:end], autojunk=False)
            for tag, a, b, c, d in matcher.get_opcodes():
                if tag != "equal":
                    yield first + a, first + b, begin + c, begin + d
        else:
            yield first, last, begin, end


def in_both_once(old: Sequence[Hashable], new: Sequence[Hashable], part: Range) -> list[tuple[int, int]]:
    """The longest row of items that are in both stretches once each, in the same order."""
    first, last, begin, end = part
    counts = Counter(old[first:last]), Counter(new[begin:end])
    places = {new[at]: at for at in range(begin, end) if counts[1][new[at]] == 1}
    pairs = [(at, places[old[at]]) for at in range(first, last) if counts[0][old[at]] == 1 and old[at] in places]
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for number, (_, place) in enumerate(pairs):
        length = bisect_left(tails, place)
        before.append(ends[length - 1] if length else -1)
        tails[length : length + 1] = [place]
        ends[length : length + 1] = [number]
    found: list[tuple[int, int]] = []
    number = ends[-1] if ends else -1
    while number >= 0:
        found.append(pairs[number])
        number = before[number]
    return found[::-1]


def word_changes(old: str, new: str) -> list[tuple[str, str, str]]:
    """Two texts as parts in order, each as what both have, or as what only the old and only the new one has there."""
    words = WORD_OR_CHARACTER.findall(old), WORD_OR_CHARACTER.findall(new)
    if len(words[0]) * len(words[1]) > MOST_COMPARED:
        return [("", old, new)]
    matcher = difflib.SequenceMatcher(None, *words, autojunk=False)
    parts: list[tuple[str, str, str]] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        was, now = "".join(words[0][a:b]), "".join(words[1][c:d])
        parts.append((was, "", "") if tag == "equal" else ("", was, now))
    return parts


def alike(old: str, new: str) -> bool:
    """Whether a text is another one changed, rather than a text of its own."""
    if len(old) * len(new) > MOST_COMPARED:
        return False
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    return all(ratio() >= ALIKE for ratio in (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio))
