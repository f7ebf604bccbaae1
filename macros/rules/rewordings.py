"""Rewordings: a statement in other words than its clause denies and hopes no more and no less than the clause."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from macros.problems import Problem
from macros.quantities.hedges import DENIALS, HEDGE_OF_WORD, Hedge
from macros.records.base import Statement
from macros.records.collection import Collection
from macros.records.kinds import BUREAU
from macros.rules.hedged_clauses import hedges
from macros.text.languages import Bilingual

NOT_STATED = re.compile("原文[^，。；：（）]*")
"""What says of the source that it does not state something: 原文未载."""


def rewordings_hedge_alike(collection: Collection) -> Iterator[Problem]:
    """A rewording denies, expects, plans or aims at what its clause does, and at nothing else."""
    for entry in collection.judged():
        for path, part in entry.parts:
            if not isinstance(part, Statement) or entry.kind is BUREAU or not part.quote or not part.is_reworded:
                continue
            stated, reworded = hedges(part.quote), hedges(NOT_STATED.sub("", part.zh))
            if left_out := said_only_in(stated, reworded):
                yield entry.problem(
                    (*path, "zh"),
                    Bilingual(
                        f"原文说的是“{left_out}”，这里没有写。", f'The source says "{left_out}", which is left out.'
                    ),
                    Bilingual("照原文写明，或删去 zh，用原文。", "Say so too, or delete zh and use the clause."),
                )
            elif added := said_only_in(reworded, stated):
                yield entry.problem(
                    (*path, "zh"),
                    Bilingual(f"原文没有说“{added}”。", f'The source does not say "{added}", as this does.'),
                    Bilingual("照原文改写，或删去 zh，用原文。", "Word it as the source does, or delete zh."),
                )


def said_only_in(words: Sequence[str], others: Sequence[str]) -> str:
    """The first hedge that says what none of the others says; words that deny (未, 尚待) all say the same."""
    known = {claim_of(one) for one in others}
    return next((one for one in words if claim_of(one) not in known), "")


def claim_of(word: str) -> Hedge:
    """What a hedge says of its clause: that it is not so, or that it is expected, planned or aimed at."""
    hedge = HEDGE_OF_WORD[word]
    return Hedge.NOT if hedge in DENIALS else hedge


RULES = (rewordings_hedge_alike,)
