"""Which quantities of two texts belong together: those that agree, in order, as many as can be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros.quantities.expression import Expression, Sense
from macros.quantities.parity.faults import agree, told_apart
from macros.quantities.parity.one_form import Said

LARGEST_TABLE = 10**6
"""Pairs of quantities that are compared; longer texts are compared place by place."""


def may_stand_there(
    place: int, other: int, pairs: Sequence[tuple[int, int]], zh: Sequence[Said], en: Sequence[Said]
) -> bool:
    """Whether a pair may stand in another order than those that it crosses: what they count tells them apart."""
    crossed = [pair for pair in pairs if (pair[0] < place) != (pair[1] < other)]
    return all(told_apart((zh[place], en[other]), (zh[ours], en[theirs])) for ours, theirs in crossed)


def moved_pairs(zh: list[Said], en: list[Said], in_order: Sequence[tuple[int, int]]) -> list[tuple[int, int, bool]]:
    """The places of further quantities that agree, but in another order, and whether they may stand in it."""
    pairs, moved = list(in_order), []
    for place in sorted(set(range(len(zh))) - {place for place, _ in in_order}):
        taken = {other for _, other in pairs}
        alike = [other for other in range(len(en)) if other not in taken and agree(zh[place], en[other])]
        if alike:
            fitting = [other for other in alike if may_stand_there(place, other, pairs, zh, en)]
            pairs.append((place, (fitting or alike)[0]))
            moved.append((*pairs[-1], bool(fitting)))
    return moved


def paired_in_order(zh: list[Said], en: list[Said]) -> list[tuple[int, int]]:
    """The places of the longest run of quantities that agree one by one, in order."""
    head = 0
    while head < min(len(zh), len(en)) and agree(zh[head], en[head]):
        head += 1
    tail = 0
    while tail < min(len(zh), len(en)) - head and agree(zh[-1 - tail], en[-1 - tail]):
        tail += 1
    middle = longest_common(zh[head : len(zh) - tail], en[head : len(en) - tail])
    return [
        *((place, place) for place in range(head)),
        *((head + ours, head + theirs) for ours, theirs in middle),
        *((len(zh) - 1 - place, len(en) - 1 - place) for place in range(tail)),
    ]


def longest_common(zh: list[Said], en: list[Said]) -> list[tuple[int, int]]:
    """The longest common subsequence, as pairs of places; none where there is too much to compare."""
    if not zh or not en or len(zh) * len(en) > LARGEST_TABLE:
        return []
    best = [[0] * (len(en) + 1) for _ in range(len(zh) + 1)]
    alike = [[agree(ours, theirs) for theirs in en] for ours in zh]
    for row in range(len(zh) - 1, -1, -1):
        for column in range(len(en) - 1, -1, -1):
            best[row][column] = (
                best[row + 1][column + 1] + 1
                if alike[row][column]
                else max(best[row + 1][column], best[row][column + 1])
            )
    row = column = 0
    pairs = []
    while row < len(zh) and column < len(en):
        if alike[row][column]:
            pairs.append((row, column))
            row, column = row + 1, column + 1
        elif best[row + 1][column] >= best[row][column + 1]:
            row += 1
        else:
            column += 1
    return pairs


def dates_exchanged(zh: Sequence[Expression], en: Sequence[Expression]) -> Iterator[tuple[Expression, Expression]]:
    """Two dates that stand for each other, of texts with their quantities in one order: the 2023 budget for 2024.

    A quantity must stand between them: next to each other, dates may change places (compared with 2023, 2024 was …).
    """
    ours, theirs = ([one for one in some if one.kind is Sense.DATE] for some in (zh, en))
    apart = [at for at, (one, other) in enumerate(zip(ours, theirs, strict=False)) if one.named != other.named]
    exchanged = sorted(ours[at].named for at in apart) == sorted(theirs[at].named for at in apart)
    if len(ours) == len(theirs) and apart and exchanged:
        first, last = apart[0], apart[-1]
        between = [
            any(one.is_quantity and dates[first].end <= one.start < dates[last].start for one in some)
            for some, dates in ((zh, ours), (en, theirs))
        ]
        if all(between):
            yield ours[apart[0]], theirs[apart[0]]
