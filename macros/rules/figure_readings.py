"""Readings: how a person says that a number is to be read, where the program does not read it, and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.problems import Problem
from macros.quantities.chinese.passage import NUMERAL_CHARS
from macros.quantities.chinese.reader import read_chinese
from macros.quantities.chinese.words import NAMES_AT, PLAIN_AT
from macros.quantities.expression import Expression, Qualifier
from macros.records.collection import Collection
from macros.records.figure import Figure
from macros.records.shared_parts import figure_entries
from macros.records.units import NO_UNIT
from macros.rules.figure_units import UNIT_WORD
from macros.text.languages import Bilingual


def readings_needed(collection: Collection) -> Iterator[Problem]:
    """A reading is stated only where the program cannot read the quantity: nobody words over what is written."""
    for entry in collection.judged():
        for path, figure in figure_entries(entry.record):
            if not isinstance(figure, Figure) or not figure.reading:
                continue
            touched = [
                one
                for one in collection.sources.expressions(figure.source)
                if one.start < figure.start + len(figure.written) and figure.start < one.end
            ]
            if not touched and not is_unread_number(collection, figure):
                yield entry.problem(
                    (*path, "numeral"),
                    Bilingual(f"“{figure.written}”不是一个数。", f'"{figure.written}" is no number.'),
                    Bilingual(
                        "在 numeral 中只照抄一个数和它的单位；没有数的，删去这项数据。",
                        "Copy the words of one number and its unit alone; where there is none, delete the figure.",
                    ),
                )
            elif touched and not all(may_be_read(collection, figure, one) for one in touched):
                yield entry.problem(
                    (*path, "reading"),
                    Bilingual(
                        f"程序读得出“{touched[0].text}”，不能另写读法。",
                        f'The program reads "{touched[0].text}"; no other reading can be stated.',
                    ),
                    Bilingual("删去 reading。", "Delete reading."),
                )
            elif touched and not (len(touched) == 1 and is_whole(figure, touched[0])):
                yield entry.problem(
                    (*path, "numeral"),
                    Bilingual(
                        f"“{figure.written}”不正好是“{touched[0].text}”这一个数。",
                        f'"{figure.written}" is not the number "{touched[0].text}" and no more.',
                    ),
                    Bilingual(f"写 numeral: {touched[0].text}", f"Write numeral: {touched[0].text}"),
                )


def may_be_read(collection: Collection, figure: Figure, found: Expression) -> bool:
    """Whether a person may say how words are to be read: that contradict each other, or state no unit.

    The reading has the value that is written (one of those of a range) and its unit; only contradictory qualifiers
    are left to the person.
    """
    if figure.values[0] not in found.values or figure.unit != collection.units.of(found):
        return False
    same = (found.values, str(found.qualifier)) == (figure.values, figure.qualifier)
    return found.qualifier is Qualifier.CONTRADICTORY or (figure.unit == NO_UNIT and same)


def is_whole(figure: Figure, found: Expression) -> bool:
    """Whether a figure is written with the very words of a number; a word behind it may be its unknown unit."""
    behind = figure.written[len(found.text) :]
    return figure.start == found.start and (not behind or (not found.unit and bool(UNIT_WORD.fullmatch(behind))))


def is_unread_number(collection: Collection, figure: Figure) -> bool:
    """Whether words that the program reads nothing in are one number and its unit: 若干户, 三沓.

    A numeral has the value that is written, and is no part of a word that counts nothing (进一步).
    """
    found = UNREAD_NUMBER.fullmatch(figure.written)
    if not found or not found["numeral"]:
        return bool(found)
    at, text = figure.start + found.start("numeral"), collection.sentences[figure.source].zh
    read = read_chinese(f"{found['numeral']}个", collection.units.words)
    return [one.values for one in read] == [figure.values] and not in_plain_word(text, at)


def in_plain_word(text: str, at: int) -> bool:
    """Whether the character at a place is part of a word or name whose numeral counts nothing."""
    return any(
        start + len(words.at(text, start)) > at
        for words in (PLAIN_AT, NAMES_AT)
        for start in range(max(0, at - words.longest), at + 1)
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


UNREAD_NUMBER = re.compile(
    f"(?:约|近|超过?|逾|不足|至少|最多)?(?:若干|几(?![乎何])|(?P<numeral>[{NUMERAL_CHARS}]+))[余多来]?[\u4e00-\u9fff]{{0,4}}"
)
"""What a person may have to read: an indefinite number, or a Han numeral before a unit nobody has listed."""

RULES = (readings_needed, qualifiers_agree)
