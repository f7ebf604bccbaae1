"""Relations between figures: stated by the sentence of the one that names another, and never in a circle."""

from __future__ import annotations

from collections.abc import Iterator

from macros.problems import Problem
from macros.records.collection import Collection
from macros.records.figure import Figure
from macros.records.shared_parts import figure_entries, full_id
from macros.text.languages import Bilingual


def relations_stated(collection: Collection) -> Iterator[Problem]:
    """A figure names another in ``of`` only where its sentence says what it is of it."""
    for entry in collection.judged():
        for path, figure in figure_entries(entry.record):
            if not isinstance(figure, Figure) or not figure.of or figure.relation:
                continue
            yield entry.problem(
                (*path, "of"),
                Bilingual(
                    f"原文没有说“{figure.written}”是另一个数的变化、一部分、份额还是完成情况。",
                    f'The source does not say whether "{figure.written}" is a change, a part, a share or the result '
                    "of another number.",
                ),
                Bilingual(
                    "删去 of；原文写有“同比”“其中”“占”“完成”等词的，检查引文和 numeral 是否指这个数。",
                    "Delete of; where the source has such words (同比, 其中, 占, 完成), see that quote and numeral "
                    "mean this number.",
                ),
            )


def relations_lead_on(collection: Collection) -> Iterator[Problem]:
    """No figure is of itself, be it through others."""
    for entry in collection.judged():
        for path, figure in figure_entries(entry.record):
            own = full_id(entry.id, figure.id)
            if own in named_on(collection, entry.id, figure.of):
                yield entry.problem(
                    (*path, "of"),
                    Bilingual("数据不能是它自己的变化或一部分。", "A figure is no change or part of itself."),
                    Bilingual(
                        "在 of 中写这个数所说的另一个数的编号。", "Name in of the other figure that this one is about."
                    ),
                )


def named_on(collection: Collection, record: str, given: str | None) -> list[str]:
    """The figures that a name leads to, one naming the next, each once."""
    found: list[str] = []
    while given:
        ident = full_id(record, given)
        figure = collection.figures_by_id.get(ident)
        if ident in found:
            break
        found.append(ident)
        record, given = ident.partition(".")[0], figure.of if figure else None
    return found


RULES = (relations_stated, relations_lead_on)
