"""Figures: each names one quantity of its source; what that says is read there and never typed."""

from __future__ import annotations

from collections.abc import Iterator

from macros.problems import Problem
from macros.quantities.expression import Expression
from macros.records.collection import Collection
from macros.records.figure import Figure, FigureEntry
from macros.records.glossary import how_to_add
from macros.records.kinds import UNITS, Entry
from macros.records.resolver import quantities_meant
from macros.records.shared_parts import figure_entries
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
    if len(meant) == 1:  # It is told which, and not what it counts.
        word = meant[0].unit
        return entry.problem(
            (*path, "numeral" if figure.numeral else "quote"),
            Bilingual(
                f"“{meant[0].text}”的“{word}”不是已知的计量单位。", f'"{word}" of "{meant[0].text}" is no known unit.'
            ),
            how_to_add(UNITS, "", entry.reading.path.partition("/")[0], word),
        )
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


RULES = (figures_rest_on_words, figures_read)
