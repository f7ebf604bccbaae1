"""Figures: each names one quantity of its source; what that says is read there and never typed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.problems import Problem
from macros.quantities.chinese.passage import NUMERAL_CHARS
from macros.quantities.chinese.reader import read_chinese
from macros.quantities.chinese.words import NAMES_AT, PLAIN_AT
from macros.quantities.expression import Expression, Qualifier
from macros.records.collection import Collection
from macros.records.figure import Figure, FigureEntry
from macros.records.glossary import how_to_add
from macros.records.kinds import UNITS, Entry
from macros.records.quantities import bases_of
from macros.records.resolver import quantities_meant
from macros.records.shared_parts import figure_entries
from macros.records.units import NO_UNIT
from macros.text.languages import Bilingual
from macros.yaml_files.reader import FieldPath


def figures_rest_on_words(collection: Collection) -> Iterator[Problem]:
    """A figure names the clause that states it, or the one cell of a table that does."""
    for entry in collection.judged():
        for path, figure in figure_entries(entry.typed or entry.record):
            if figure.cell is None:
                if not figure.quote.strip():
                    yield entry.problem(
                        (*path, "quote"),
                        Bilingual("没有写明这个数的原文。", "No words of a source are named that state this number."),
                        Bilingual(
                            "写 quote（所在的完整分句）；数在表格里的，写 cell。",
                            "Write quote, the whole clause it stands in, or cell, where it stands in a table.",
                        ),
                    )
            elif figure.quote:
                yield entry.problem(
                    (*path, "quote"),
                    Bilingual("写了 cell，就不写 quote。", "With a cell there is no quote."),
                    Bilingual("删去 quote：文字由程序从单元格取得。", "Delete quote: the words are those of the cell."),
                )
            else:
                yield from cell_is_there(collection, entry, path, figure)


def cell_is_there(collection: Collection, entry: Entry, path: FieldPath, figure: FigureEntry) -> Iterator[Problem]:
    """The cell that a figure names is one of one document."""
    standing = collection.sources.cells(figure.cell or "", figure.source)
    documents = {one.sentence.partition("#")[0] for one in entry.cited if one.sentence}
    if not standing and not collection.unread_documents:
        yield entry.problem(
            (*path, "cell"),
            Bilingual(f"没有单元格 {figure.cell}，或它是空的。", f"There is no cell {figure.cell}, or it is empty."),
            Bilingual(
                "在来源文件的网页上查到它的编号：表、行、列都从1数起。",
                "See the page of the document: tables, rows and columns count from 1.",
            ),
        )
    elif len(standing) > 1 and len([one for one in standing if one.partition("#")[0] in documents]) != 1:
        yield entry.problem(
            (*path, "cell"),
            Bilingual(f"几份文件都有这个单元格：{'、'.join(standing[:5])}。", f"It is in {', '.join(standing[:5])}."),
            Bilingual(
                f"写明是哪一份，例如 source: {standing[0].partition('#')[0]}",
                f"Say which document is meant: source: {standing[0].partition('#')[0]}",
            ),
        )


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
    if figure.cell and not meant:
        return entry.problem(
            (*path, "cell"),
            Bilingual(f"单元格“{figure.quote}”里没有数。", f'The cell "{figure.quote}" states no number.'),
            Bilingual("核对行、列；没有数的单元格不登记为数据。", "Check row and column; a cell without one is none."),
        )
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
    start = collection.sources.place_of(figure.quote, figure.source) or 0
    read = collection.sources.expressions(figure.source)
    return [one for one in read if one.is_quantity and start <= one.start and one.end <= start + len(figure.quote)]


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

UNREAD_NUMBER = re.compile(
    f"(?:约|近|超过?|逾|不足|至少|最多)?(?:若干|几(?![乎何])|(?P<numeral>[{NUMERAL_CHARS}]+))[余多来]?[\u4e00-\u9fff]{{0,4}}"
)
"""What a person may have to read: an indefinite number, or a Han numeral before a unit nobody has listed."""


RULES = (figures_rest_on_words, figures_read, readings_needed, units_known, bases_known, qualifiers_agree)
