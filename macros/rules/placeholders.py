"""Placeholders: each names a figure that is there, alike in both languages, and is read as that figure."""

from __future__ import annotations

from collections.abc import Iterator

from macros.problems import Problem, Subject
from macros.quantities.chinese.carried_hedges import carried_hedge
from macros.quantities.expression import Direction, Expression, Qualifier, Sense
from macros.quantities.hedges import DENIALS, HEDGE_OF_WORD
from macros.quantities.parity.units import denies_somehow, in_context, is_denied_beside
from macros.records.collection import Collection
from macros.records.commitment import Commitment
from macros.records.erratum import Erratum
from macros.records.figure import Figure
from macros.records.kinds import INTERFACE, Entry
from macros.records.resolution import FIGURE_PLACEHOLDER, holds_placeholders
from macros.records.shared_parts import figure_entries, full_id
from macros.rules.prose_numbers import expressions_in, numbers_in, typed_texts
from macros.rules.references import in_broken_record
from macros.text.languages import Bilingual
from macros.yaml_files.reader import FieldPath

NONE_IN_WORDS = frozenset({"no", "none", "nothing"})
"""English that counts nothing beside a figure: 12 had no complaints."""


def placeholders_exist(collection: Collection) -> Iterator[Problem]:
    """A placeholder names a figure that is there, here or as ``record.figure``; both languages name the same."""
    known = collection.figure_ids
    for entry in collection.judged():
        if not holds_placeholders(entry.kind):
            continue
        for path, part, _ in typed_texts(entry):
            named = {name: FIGURE_PLACEHOLDER.findall(getattr(part, name)) for name in ("zh", "en")}
            for name, found in named.items():
                for one in found:
                    figure = full_id(entry.id, one)
                    if figure not in known and not in_broken_record(collection, figure):
                        yield no_such_placeholder(entry, (*path, name), one)
            exist = all(full_id(entry.id, one) in known for one in (*named["zh"], *named["en"]))
            if exist and part.zh and part.en and named["zh"] != named["en"] and not isinstance(entry.record, Erratum):
                yield names_differ(entry, (*path, "en"), named["zh"])


def names_differ(entry: Entry, path: FieldPath, chinese: list[str]) -> Problem:
    """An English text that names other figures than the Chinese, or in another order."""
    return entry.problem(
        path,
        Bilingual(
            "中英文里的数不同，或次序不同。", "The Chinese and the English name other figures, or in another order."
        ),
        Bilingual(
            f"英文按中文的次序写：{'、'.join(f'{{{one}}}' for one in chinese)}。",
            f"Name these in the English, in this order: {', '.join(f'{{{one}}}' for one in chinese)}.",
        )
        if chinese
        else Bilingual(
            "删去英文里的占位符，或在中文里同样写上。",
            "Take the figures out of the English, or name them in the Chinese too.",
        ),
    )


def placeholders_stand_alone(collection: Collection) -> Iterator[Problem]:
    """What a placeholder prints is read, where it stands, as the figure: no word beside it makes it more or less.

    近20家 behind 超过, 15名 before 万, CNY behind USD would be read as another quantity, or as none.
    """
    figures = collection.figures_by_id
    for entry in collection.judged():
        if not holds_placeholders(entry.kind) or "{" not in entry.reading.said:
            continue
        printed = dict(entry.texts)
        for path, part, holder in typed_texts(entry):
            for language in ("zh", "en"):
                typed, filled = getattr(part, language), getattr(printed[path], language)
                named = [figures.get(full_id(entry.id, one)) for one in FIGURE_PLACEHOLDER.findall(typed)]
                if named and None not in named:
                    read = expressions_in(collection, filled, language)
                    meant = [one for one in named if one is not None]
                    counted = [one for one in read if one.is_quantity and one.text.lower() not in NONE_IN_WORDS]
                    if len(counted) != len(meant) or not all(
                        any(says_the_figure(one, figure, filled) for one in read) for figure in meant
                    ):
                        yield reads_otherwise(entry, (*path, language), filled, meant)
                    elif language == "zh" and not (isinstance(holder, Commitment) and path[-1] == "deadline"):
                        for figure in meant:
                            yield from words_lost(entry, (*path, "zh"), filled, figure, counted)
                        if turned_round := [one for one in meant if told_the_other_way(collection, filled, one)]:
                            yield reads_otherwise(entry, (*path, language), filled, turned_round)


def told_the_other_way(collection: Collection, filled: str, figure: Figure) -> bool:
    """Whether a text says of a figure that it fell, or rose, where its sentence says the opposite."""
    sources = collection.sources
    if figure.source not in sources.sentences:
        return False
    stated = in_context(sources.sentences[figure.source].zh, sources.expressions(figure.source))
    ways = {one.direction for one in stated if one.start == figure.start}
    same = [one for one in in_context(filled, sources.chinese_in(filled)) if one.values == figure.values]
    told = {one.direction for one in same}
    return len(told) == 1 and {*told, *ways} == {Direction.UP, Direction.DOWN}


def words_lost(entry: Entry, path: FieldPath, filled: str, figure: Figure, read: list[Expression]) -> Iterator[Problem]:
    """What is only expected, or counted per so many, is told so wherever it stands; parity sees to English."""
    same = [one for one in read if one.values == figure.values]
    for words, lost in (
        (figure.hedged, not all(one.negated or hedged_elsewhere(filled, one, figure.hedged) for one in same)),
        (figure.per, not all(one.per for one in same)),
    ):
        if words and lost:
            yield entry.problem(
                path,
                Bilingual(
                    f"原文说的是“{words}”，这里没有写：{filled}",
                    f'The source says "{words}", which is left out here: {filled}',
                ),
                Bilingual(
                    f"在“{figure.written}”前照原文写明“{words}”。", f'Write "{words}" before it, as the source does.'
                ),
                follows=(numbers_in(entry, path[:-1]),),
            )


def hedged_elsewhere(filled: str, read: Expression, hedge: str) -> bool:
    """Whether a text says a hedge before the clause of a number, or denies anywhere in that clause: 12件无证经营."""
    denied = HEDGE_OF_WORD.get(hedge) in DENIALS and is_denied_beside(filled, read)
    return denied or bool(carried_hedge(filled, read.start))


def says_the_figure(read: Expression, figure: Figure, text: str) -> bool:
    """Whether what is read says what a figure says: the same numbers, as exactly, and no hedge but its own.

    It is denied only where the clause of the figure may deny it, in whatever words: 不予公开5件.

    3年 may be a time within which.
    """
    kinds = {read.kind, figure.kind}
    within = read.qualifier == Qualifier.AT_MOST and read.text.lower().startswith("within ")
    return (
        read.values == figure.values
        and (not read.negated or bool(figure.hedged) or denies_somehow(figure.quote, text))
        and (read.qualifier == figure.qualifier or within)
        and (len(kinds) == 1 or kinds <= {Sense.COUNT, Sense.FRACTION})
    )


def reads_otherwise(entry: Entry, path: FieldPath, filled: str, figures: list[Figure]) -> Problem:
    """A text in which what stands around a placeholder changes what it says."""
    words = "、".join(one.written for one in figures)
    return entry.problem(
        path,
        Bilingual(
            f"占位符前后的字改变了数的意思：{filled}",
            f"The words beside a placeholder change what it says: {filled}",
        ),
        Bilingual(
            f"占位符印出的是：{words}。它前后不要写数、单位、“近”“超过”一类的词，也不要写否定词。",
            f"The placeholders stand for {words}; write no number, unit, qualifier or negation beside them.",
        ),
        follows=(numbers_in(entry, path[:-1]),),
    )


def no_such_placeholder(entry: Entry, path: FieldPath, name: str) -> Problem:
    """A placeholder for a figure that is not there."""
    figures = [one.id for _, one in figure_entries(entry.record)]
    figure = Subject("figure", full_id(entry.id, name))
    return entry.problem(
        path,
        Bilingual(f"没有编号为“{name}”的数据。", f'There is no figure "{name}".'),
        Bilingual(
            f"本文件的数据有：{'、'.join(figures) or '无'}；别处的写作“记录编号.数据编号”。",
            f"This file has: {', '.join(figures) or 'none'}; name others as record.figure.",
        ),
        about=(figure,),
        follows=(figure,),
    )


def placeholders_filled_in(collection: Collection) -> Iterator[Problem]:
    """No placeholder stands where none is filled in, and where its braces would be printed: names, vocabularies."""
    for entry in collection.judged():
        if holds_placeholders(entry.kind) or entry.kind is INTERFACE or "{" not in entry.reading.said:
            continue
        for path, part in entry.texts:
            for language in ("zh", "en"):
                if found := FIGURE_PLACEHOLDER.search(getattr(part, language)):
                    yield entry.problem(
                        (*path, language),
                        Bilingual(
                            f"这里不填入数据，“{found[0]}”会原样印出。",
                            f'No figure is filled in here; "{found[0]}" would be printed as it is.',
                        ),
                        Bilingual("删去花括号和其中的编号。", "Delete the braces and the id in them."),
                    )


RULES = (placeholders_exist, placeholders_stand_alone, placeholders_filled_in)
