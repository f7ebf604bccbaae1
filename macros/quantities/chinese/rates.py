"""What a Chinese quantity is counted by, where a rate states it: 每10万人156.3例 is no 156.3例."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from macros.quantities.chinese.passage import CLAUSE_MARKS, GAP, HAN_WORD
from macros.quantities.expression import Expression, Sense

ONLY_GAP = re.compile(GAP)
LISTED_ON = re.compile(f"{GAP}(?:[、和及与或]|以及)[{HAN_WORD}]{{0,10}}")
"""Between two quantities that one rate is of: 床位6.2张、医师2.1人."""
AGES = frozenset({"岁", "周岁"})
SHARE_A_BASE = frozenset({Sense.COUNT, Sense.RANGE})


def with_bases(plain: str, found: Sequence[Expression]) -> list[Expression]:
    """The expressions, each quantity of a rate with the words that it is counted by in ``per``.

    They belong to the first quantity behind them in their clause, and to those listed with it; where there is none,
    to the quantity that they touch (2.1人每千人).
    """
    made = list(found)
    for at, one in enumerate(found):
        if one.kind is not Sense.PER:
            continue
        behind = next((place for place in range(at + 1, len(found)) if is_rated(found[place])), None)
        if behind is not None and not CLAUSE_MARKS.search(plain, one.end, found[behind].start):
            for place in listed_with(plain, found, behind):
                made[place] = replace(made[place], per=made[place].per + one.text)
        elif at and found[at - 1].is_quantity and ONLY_GAP.fullmatch(plain, found[at - 1].end, one.start):
            made[at - 1] = replace(made[at - 1], per=one.text)
    return made


def is_rated(one: Expression) -> bool:
    """Whether a rate may be of it: an age says who is counted (每千人口3岁以下婴幼儿托位4.2个)."""
    return one.is_quantity and one.unit not in AGES


def listed_with(plain: str, found: Sequence[Expression], first: int) -> range:
    """The places of a quantity and of those that are listed behind it."""
    last = first
    while (
        last + 1 < len(found)
        and found[last].kind in SHARE_A_BASE
        and found[last + 1].kind in SHARE_A_BASE
        and LISTED_ON.fullmatch(plain, found[last].end, found[last + 1].start)
    ):
        last += 1
    return range(first, last + 1)
