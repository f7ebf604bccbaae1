"""Rewordings: a statement in other words than its clause denies and hopes no more and no less than the clause."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.problems import Problem
from macros.records.base import Statement
from macros.records.collection import Collection
from macros.records.kinds import BUREAU
from macros.rules.hedged_clauses import hedges
from macros.text.languages import Bilingual

NOT_STATED = re.compile("原文[^，。；：（）]*")
"""What says of the source that it does not state something: 原文未载."""


def rewordings_hedge_alike(collection: Collection) -> Iterator[Problem]:
    """A rewording has a hedge where its clause has one, and none where the clause has none."""
    for entry in collection.judged():
        for path, part in entry.parts:
            if not isinstance(part, Statement) or entry.kind is BUREAU or not part.quote or not part.is_reworded:
                continue
            stated, reworded = hedges(part.quote), hedges(NOT_STATED.sub("", part.zh))
            if stated and not reworded:
                yield entry.problem(
                    (*path, "zh"),
                    Bilingual(
                        f"原文说的是“{stated[0]}”，这里没有写。", f'The source says "{stated[0]}", which is left out.'
                    ),
                    Bilingual("照原文写明，或删去 zh，用原文。", "Say so too, or delete zh and use the clause."),
                )
            elif reworded and not stated:
                yield entry.problem(
                    (*path, "zh"),
                    Bilingual(
                        f"原文没有说“{reworded[0]}”。", f'The source does not say "{reworded[0]}", as this does.'
                    ),
                    Bilingual("照原文改写，或删去 zh，用原文。", "Word it as the source does, or delete zh."),
                )


RULES = (rewordings_hedge_alike,)
