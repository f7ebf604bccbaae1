"""Figures: each names one quantity of its source; what that says is read there and never typed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.problems import Problem
from macros.quantities.expression import Expression, Qualifier
from macros.records.collection import Collection
from macros.records.figure import Figure, FigureEntry
from macros.records.glossary import how_to_add
from macros.records.kinds import UNITS, Entry
from macros.records.quantities import bases_of
from macros.records.resolution import quantities_meant
from macros.records.shared_parts import figure_entries
from macros.records.units import NO_UNIT
from macros.text.languages import Bilingual
from macros.yaml_files.reader import FieldPath


def figures_read(collection: Collection) -> Iterator[Problem]:
    """A figure names one quantity: the only one of its quote, or the one that its ``numeral`` stands in."""
    for entry in collection.judged():
        for path, figure in figure_entries(entry.record):
            if figure.reading and figure.reading.unit not in collection.units.by_id:
                continue  # rules/references.py says so
            if not isinstance(figure, Figure) and figure.source in collection.sentences:
                yield figure_not_read(collection, entry, path, figure)


def figure_not_read(collection: Collection, entry: Entry, path: FieldPath, figure: FigureEntry) -> Problem:
    """Why it cannot be told what a figure says."""
    own = (entry.subject(*path, "source"), entry.subject(*path, "quote"))
    if figure.numeral and figure.quote.count(figure.numeral) != 1:
        often = figure.numeral in figure.quote
        return entry.problem(
            (*path, "numeral"),
            Bilingual(f"引文中有几处“{figure.numeral}”。", f'"{figure.numeral}" stands in the quote more than once.')
            if often
            else Bilingual(f"引文中没有“{figure.numeral}”。", f'The quote does not contain "{figure.numeral}".'),
            Bilingual(
                f"连同旁边的字一起照抄，直到只有一处。引文：{figure.quote}",
                f"Copy it with the words beside it, until there is only one: {figure.quote}",
            )
            if often
            else Bilingual(f"从引文照抄。引文：{figure.quote}", f"Copy it from the quote: {figure.quote}"),
            follows=own,
        )
    if figure.reading and not figure.numeral:
        return entry.problem(
            (*path, "reading"),
            Bilingual("没有写明读的是引文中的哪几个字。", "It is not said which words of the quote are read so."),
            Bilingual("在 numeral 中照抄这几个字。", "Copy these words into numeral."),
        )
    meant = quantities_meant(collection.sources, figure, figure.source)
    return which_is_meant(collection, entry, path, figure, meant)


def which_is_meant(
    collection: Collection, entry: Entry, path: FieldPath, figure: FigureEntry, meant: list[Expression]
) -> Problem:
    """A quote that holds no quantity, or several of which none is named."""
    if meant:
        every, first = "、".join(one.text for one in meant), meant[0].text
        return entry.problem(
            (*path, "numeral" if figure.numeral else "quote"),
            Bilingual(f"引文中有几个数：{every}。", f"There are several numbers: {every.replace('、', ', ')}."),
            Bilingual(f"写明是哪一个，例如 numeral: {first}", f"Say which one is meant: numeral: {first}"),
        )
    held = [one.text for one in quantities_of_quote(collection, figure)]
    return entry.problem(
        (*path, "numeral" if figure.numeral else "quote"),
        Bilingual(
            f"引文中的数是：{'、'.join(held)}。" if held else "引文中没有读到数量。",
            f"The numbers of the quote are: {', '.join(held)}." if held else "No quantity is read in the quote.",
        ),
        Bilingual("改正 numeral。", "Correct numeral.")
        if held
        else Bilingual(
            "摘录有这个数的分句；程序读不出的，写 numeral 和 reading。",
            "Quote the clause that has it; where the program cannot read it, write numeral and reading.",
        ),
    )


def quantities_of_quote(collection: Collection, figure: FigureEntry) -> list[Expression]:
    """The quantities of a figure's quote, as they are read in its sentence."""
    start = collection.sentences[figure.source].zh.find(figure.quote)
    read = collection.sources.expressions(figure.source)
    return [one for one in read if one.is_quantity and start <= one.start and one.end <= start + len(figure.quote)]


def readings_needed(collection: Collection) -> Iterator[Problem]:
    """A reading is stated only where the program cannot read the quantity: nobody words over what is written."""
    for entry in collection.judged():
        for path, figure in figure_entries(entry.record):
            if not isinstance(figure, Figure) or not figure.reading:
                continue
            if not (
                "若干" in figure.written or any(char.isdecimal() or char in HAN_NUMERALS for char in figure.written)
            ):
                yield entry.problem(
                    (*path, "numeral"),
                    Bilingual(f"“{figure.written}”里没有数字。", f'There is no numeral in "{figure.written}".'),
                    Bilingual(
                        "在 numeral 中照抄写有数字的字；没有数的，删去这项数据。",
                        "Copy the words that hold the numeral; where there is none, delete the figure.",
                    ),
                )
                continue
            touched = [
                one
                for one in collection.sources.expressions(figure.source)
                if one.start < figure.start + len(figure.written) and figure.start < one.end
            ]
            if touched and not any(may_be_read(figure, one) for one in touched):
                yield entry.problem(
                    (*path, "reading"),
                    Bilingual(
                        f"程序读得出“{touched[0].text}”，不能另写读法。",
                        f'The program reads "{touched[0].text}"; no other reading can be stated.',
                    ),
                    Bilingual("删去 reading。", "Delete reading."),
                )


def may_be_read(figure: Figure, found: Expression) -> bool:
    """Whether a person may say how words are to be read: that contradict each other, or state no unit."""
    same = (found.values, str(found.qualifier)) == (figure.values, figure.qualifier)
    return found.qualifier is Qualifier.CONTRADICTORY or (figure.unit == NO_UNIT and not found.unit and same)


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


def qualifiers_agree(collection: Collection) -> Iterator[Problem]:
    """Words that contradict each other (近50多个) are read by a person, who says why."""
    for entry in collection.judged():
        for path, figure in figure_entries(entry.record):
            if isinstance(figure, Figure) and figure.qualifier == Qualifier.CONTRADICTORY:
                yield entry.problem(
                    (*path, "quote"),
                    Bilingual(
                        f"“{figure.written}”的限定词互相矛盾。",
                        f'The words of "{figure.written}" contradict each other.',
                    ),
                    Bilingual(
                        f"照录，并写明怎样读：numeral: {figure.written}，另写 reading。",
                        f"Keep it, and say how it is to be read: numeral: {figure.written}, and a reading.",
                    ),
                )


UNIT_WORD = re.compile(
    "(?!大|左右|上下|的|了|之|等|和|与|及|或|并|而|以|到|至|增|提|升|降|减|下降|上升)[\u4e00-\u9fff]{1,4}"
)
"""What may be a unit behind a number: a Chinese word that is none of those which often follow a bare number."""

HAN_NUMERALS = frozenset("〇零一二两三四五六七八九十百千万亿半几数廿卅壹贰叁肆伍陆柒捌玖拾佰仟")
"""Characters that may stand for a number where a person has to read it."""


RULES = (figures_read, readings_needed, units_known, bases_known, qualifiers_agree)
