"""Units of figures: a word behind a number that has no unit may be one, and what a rate is counted by is known."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.problems import Problem
from macros.records.collection import Collection
from macros.records.figure import Figure
from macros.records.glossary import how_to_add
from macros.records.kinds import UNITS
from macros.records.quantities import bases_of
from macros.records.shared_parts import figure_entries
from macros.records.units import NO_UNIT
from macros.text.languages import Bilingual


def units_known(collection: Collection) -> Iterator[Problem]:
    """A quantity said to have no unit has none: a word that follows it at once may be a unit nobody has listed."""
    for entry in collection.judged():
        for path, figure in figure_entries(entry.record):
            if not isinstance(figure, Figure) or figure.reading or figure.unit != NO_UNIT:
                continue
            end = figure.start + len(figure.written)
            following = UNIT_WORD.match(collection.sentences[figure.source].zh, end)
            if following:
                yield entry.problem(
                    (*path, "quote"),
                    Bilingual(
                        f"“{figure.written}”后面的“{following[0]}”不是已知的计量单位。",
                        f'"{following[0]}", which follows "{figure.written}", is no known unit.',
                    ),
                    or_none(how_to_add(UNITS, "", entry.reading.path.partition("/")[0], following[0])),
                )


def bases_known(collection: Collection) -> Iterator[Problem]:
    """What a rate is counted by has a unit that is known: without it nobody could say in English what it is per."""
    for entry in collection.judged():
        for path, figure in figure_entries(entry.record):
            if not isinstance(figure, Figure) or figure.reading:
                continue
            text = collection.sentences[figure.source].zh
            behind = text.rfind(figure.per, 0, figure.start) + len(figure.per)
            for base in bases_of(figure, collection.units):
                word = UNIT_WORD.match(text, behind) if not base.unit else None
                unknown = word[0] if word else base.unit if collection.units.of(base) is None else ""
                if unknown:
                    yield entry.problem(
                        (*path, "quote"),
                        Bilingual(
                            f"“{figure.per}”后面的“{unknown}”里没有已知的计量单位。",
                            f'"{unknown}", which follows "{figure.per}", begins with no known unit.',
                        ),
                        how_to_add(UNITS, "", entry.reading.path.partition("/")[0], "…"),
                    )


def or_none(how: Bilingual) -> Bilingual:
    """How to add a unit, or what to do where there is none."""
    return Bilingual(
        f"{how.zh}。原文确实没有写单位的，写 numeral 和 reading（unit: {NO_UNIT}）。",
        f"{how.en}. If the source states no unit, write numeral and reading (unit: {NO_UNIT}).",
    )


UNIT_WORD = re.compile(
    "(?!大|左右|上下|的|了|之|等|和|与|及|或|并|而|以|到|至|增|提|升|降|减|下降|上升)[\u4e00-\u9fff]{1,4}"
)
"""What may be a unit behind a number: a Chinese word that is none of those which often follow a bare number."""

RULES = (units_known, bases_known)
