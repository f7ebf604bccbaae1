"""Goals: when one is due, and whether it was met, stand in the source."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator

from macros.problems import Problem
from macros.quantities.expression import Sense
from macros.records.collection import Collection
from macros.records.commitment import NO_RESULT, Commitment, Progress
from macros.rules.hedged_clauses import not_reached
from macros.text.languages import Bilingual

UNDER_WAY = ("in-progress", NO_RESULT)
"""Statuses that claim no result; any other, a bureau's own as well, says that a goal was reached or that it was not."""
MISSED = "missed"


def due_dates_stated(collection: Collection) -> Iterator[Problem]:
    """The day by which a goal is due is a date that its sentence states, or the last day of a month or year in it."""
    for entry in collection.judged():
        for path, part in entry.parts:
            if not isinstance(part, Commitment) or part.due is None or part.source not in collection.sentences:
                continue
            dates = {one.named for one in collection.sources.expressions(part.source) if one.kind is Sense.DATE}
            due = part.due.isoformat()
            if not any(due == day_due(one) for one in dates):
                yield entry.problem(
                    (*path, "due"),
                    Bilingual(f"该句没有写明 {due} 这一日期。", f"The sentence does not state the date {due}."),
                    Bilingual(
                        "删去 due，或引用写明日期的句子；只写到月或年的，写该月或该年的最后一天。",
                        "Delete due, or quote the sentence that states it; of a month or a year, write the last day.",
                    ),
                )


def day_due(named: str) -> str:
    """The day that a date names or, of a month or a year, its last; anything else as it is named."""
    if re.fullmatch("[0-9]{4}", named):
        return f"{named}-12-31"
    if re.fullmatch("[0-9]{4}-[0-9]{2}", named):
        year, month = map(int, named.split("-"))
        return f"{named}-{calendar.monthrange(year, month)[1]}"
    return named


def results_stated(collection: Collection) -> Iterator[Problem]:
    """That a goal was met rests on a clause without hedge or denial, that it was missed on one that denies.

    Neither rests on the sentence of the goal itself.
    """
    for entry in collection.judged():
        for path, part in entry.parts:
            if not isinstance(part, Commitment):
                continue
            for index, step in enumerate(part.progress):
                if step.status not in UNDER_WAY and not (step.source != part.source and says_result(step)):
                    yield entry.problem(
                        (*path, "progress", index, "status"),
                        Bilingual(
                            "所引的话没有说目标未实现。" if step.status == MISSED else "所引的话没有说目标已实现。",
                            f"The words quoted do not say that the goal was {step.status}.",
                        ),
                        Bilingual(
                            "摘录写明结果的分句；没有的，status 写 in-progress。",
                            "Quote the clause that says so; if there is none, write status: in-progress.",
                        ),
                    )


def says_result(step: Progress) -> bool:
    """Whether the clause of a report can say what its status does."""
    return bool(step.quote) and bool(not_reached(step.quote)) == (step.status == MISSED)


RULES = (due_dates_stated, results_stated)
