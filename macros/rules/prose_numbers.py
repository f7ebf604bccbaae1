"""Numbers in prose: none is typed. A text names a figure, ``{figure}``, and each language prints it its own way.

Dates, names and ordinals are typed as the cited sentences have them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from macros.problems import Problem, Subject
from macros.quantities.chinese import read_chinese
from macros.quantities.english import read_english
from macros.quantities.expression import Expression, Qualifier, Sense
from macros.quantities.parity_names import dates_apart, names_apart
from macros.records.base import BilingualText, Strict
from macros.records.collection import Collection
from macros.records.document import Edition
from macros.records.erratum import Erratum
from macros.records.figure import Figure
from macros.records.kinds import BUREAU, DOCUMENTS, ERRATA, RETIRED, Entry
from macros.records.listing import Item
from macros.records.project import Project
from macros.records.resolution import FIGURE_PLACEHOLDER, WITH_TEXTS
from macros.records.shared_parts import figure_entries
from macros.records.walk import walk
from macros.text.languages import Bilingual
from macros.text.personal_numbers import masked
from macros.yaml_files.reader import FieldPath
from macros.yaml_files.values import field_name

AS_PUBLISHED = (ERRATA, RETIRED)
"""Kinds whose texts say what was published, in numbers that no figure has any more; rules/errata.py looks at them."""
OF_NO_SOURCE = (BUREAU,)
"""Kinds whose texts rest on no document: a bureau's own address has a house number."""
MASKED = re.compile(r"[0-9][0-9 -]*[*][*0-9 -]*")
"""What a personal number looks like where it is masked."""
WEB_ADDRESS = re.compile(r"https?://[^\s，。；：（）“”]+")
COUNTS_NOTHING = frozenset({"no", "none", "nobody", "nothing"})
"""Words that deny, as 没有 does, and count nothing."""


def numbers_in(entry: Entry, path: FieldPath) -> Subject:
    """What a problem with the numbers of a text is about: that the languages differ follows."""
    return Subject(f"numbers {entry.reading.path}", field_name(path))


def typed_texts(entry: Entry) -> Iterator[tuple[FieldPath, BilingualText, Strict]]:
    """The texts that staff word themselves, as the file has them, each with the part that holds it.

    What is named to the letter of the source – items of lists, projects and whose they are – is none of these, nor is
    the bureau's own address, which no source states.
    """
    holders: dict[FieldPath, Any] = {}
    for path, part in walk(entry.typed or entry.record):
        holders[path] = part
        holder = holders.get(path[:-1], part)
        own_address = entry.kind is BUREAU and path == ("address",)
        named = own_address or isinstance(part, Item) or isinstance(holder, Project)
        if isinstance(part, BilingualText) and not named:
            yield path, part, holder


def no_number_typed(collection: Collection) -> Iterator[Problem]:
    """A quantity in a summary, label, note or any other text is a placeholder for a figure, in every language."""
    for entry in collection.judged():
        if entry.kind not in WITH_TEXTS or entry.kind in (*AS_PUBLISHED, *OF_NO_SOURCE) or sources_lost(entry):
            continue
        known: list[Expression] | None = None
        for path, part, _ in typed_texts(entry):
            zh, en = map(without_other_numbers, (part.zh, part.en))
            chinese = read_chinese(zh, collection.units.words)
            english = tuple(one for one in read_english(en) if not only_denies(one, part.zh))
            if not chinese and not english:
                continue
            known = expressions_cited(collection, entry) if known is None else known
            names = {one.named for one in known if not one.is_quantity}
            typed = [one for one in chinese if one.is_quantity or one.named not in names]
            if typed:
                yield number_typed(entry, (*path, "zh"), part.zh, typed)
            if typed := only_in_english(known, english):
                yield number_typed(entry, (*path, "en"), part.en, typed)


def without_other_numbers(text: str) -> str:
    """A text without its placeholders and without personal numbers, which rules/privacy.py looks at."""
    return MASKED.sub("", masked(without_placeholders(text)))


def only_denies(one: Expression, zh: str) -> bool:
    """Whether “no” or “none” says in English what 未, 没有 or 无 says in the Chinese, and counts nothing."""
    return one.values == (Decimal(0),) and one.text.lower() in ("no", "none") and any(char in "未没无不" for char in zh)


def sources_lost(entry: Entry) -> bool:
    """Whether some sentence that an entry rests on was not found, so that nobody knows what it states."""
    if entry.kind is DOCUMENTS:
        return not isinstance(entry.record, Edition)
    return any(not one.sentence for one in entry.cited)


def only_in_english(known: list[Expression], english: tuple[Expression, ...]) -> list[Expression]:
    """What an English text states that must not be typed: quantities, and dates and names of no sentence cited."""
    invented = [*dates_apart(known, english)[1], *names_apart(known, english)[1]]
    counted = [one for one in english if one.text.lower() not in COUNTS_NOTHING]
    return [one for one in counted if one.is_quantity or one in invented]


def without_placeholders(text: str) -> str:
    """A text without its placeholders, and without addresses, whose digits count nothing."""
    text = WEB_ADDRESS.sub("\ufffc", text)
    return FIGURE_PLACEHOLDER.sub("\ufffc", text)


def expressions_cited(collection: Collection, entry: Entry) -> list[Expression]:
    """What the sentences that an entry rests on state, and the titles of their documents; of a document, all of it."""
    if entry.kind is DOCUMENTS:
        document = entry.record
        ids = [f"{entry.id}#{one.id}" for one in document.sentences()] if isinstance(document, Edition) else []
    else:
        cited = dict.fromkeys(one.sentence for one in entry.cited if one.sentence)
        titles = dict.fromkeys(f"{one.partition('#')[0]}#s0" for one in cited)
        ids = [one for one in (*cited, *titles) if one in collection.sentences]
    return [one for ident in ids for one in collection.sources.expressions(ident)]


def number_typed(entry: Entry, path: FieldPath, text: str, typed: Iterable[Expression]) -> Problem:
    """A number that stands in a text and is no placeholder."""
    words = [one.text for one in typed]
    example = next((figure.id for _, figure in figure_entries(entry.record)), "figure")
    return entry.problem(
        path,
        Bilingual(
            f"文字里不能直接写数：{'、'.join(f'“{one}”' for one in words)}。",
            f"Numbers are not typed into texts: {', '.join(words)}.",
        ),
        Bilingual(
            f"写成占位符，例如 {{{example}}}，网站会照数据印出；日期、名称、序数要与所引的原文一致。",
            f"Name the figure, as in {{{example}}}, and the site prints it; dates, names and ordinals must be those "
            "of the sentences cited.",
        ),
        about=(numbers_in(entry, path[:-1]),),
    )


def placeholders_exist(collection: Collection) -> Iterator[Problem]:
    """A placeholder names a figure that is there, here or as ``record.figure``; both languages name the same."""
    known = collection.figure_ids
    for entry in collection.judged():
        if entry.kind not in WITH_TEXTS:
            continue
        for path, part, _ in typed_texts(entry):
            named = {name: FIGURE_PLACEHOLDER.findall(getattr(part, name)) for name in ("zh", "en")}
            for name, found in named.items():
                for one in found:
                    if one not in known and f"{entry.id}.{one}" not in known:
                        yield no_such_placeholder(entry, (*path, name), one)
            exist = all(one in known or f"{entry.id}.{one}" in known for one in (*named["zh"], *named["en"]))
            if exist and part.zh and named["zh"] != named["en"] and not isinstance(entry.record, Erratum):
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
    figures = {f"{entry.id}.{figure.id}": figure for entry, _, figure in collection.figures()}
    for entry in collection.judged():
        if entry.kind not in WITH_TEXTS or "{" not in entry.reading.said:
            continue
        printed = dict(entry.texts)
        for path, part, _ in typed_texts(entry):
            for language in ("zh", "en"):
                typed, filled = getattr(part, language), getattr(printed[path], language)
                named = [
                    figures.get(one) or figures.get(f"{entry.id}.{one}") for one in FIGURE_PLACEHOLDER.findall(typed)
                ]
                if named and None not in named:
                    read = expressions_in(collection, filled, language)
                    meant = [one for one in named if one is not None]
                    if not all(any(says_the_figure(one, figure) for one in read) for figure in meant) or len(
                        [one for one in read if one.is_quantity]
                    ) != len(meant):
                        yield reads_otherwise(entry, (*path, language), filled, meant)


def expressions_in(collection: Collection, text: str, language: str) -> tuple[Expression, ...]:
    """What the grammar of a language reads in a text."""
    return read_chinese(text, collection.units.words) if language == "zh" else read_english(text)


def says_the_figure(read: Expression, figure: Figure) -> bool:
    """Whether what is read says what a figure says: the same numbers, as exactly. 3年 may be a time within which."""
    kinds = {read.kind, figure.kind}
    within = read.qualifier == Qualifier.AT_MOST and read.text.lower().startswith("within ")
    return (
        read.values == figure.values
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
    figures = [figure.id for _, figure in figure_entries(entry.record)]
    return entry.problem(
        path,
        Bilingual(f"没有编号为“{name}”的数据。", f'There is no figure "{name}".'),
        Bilingual(
            f"本文件的数据有：{'、'.join(figures) or '无'}；别处的写作“记录编号.数据编号”。",
            f"This file has: {', '.join(figures) or 'none'}; name others as record.figure.",
        ),
        about=(Subject("figure", name if "." in name else f"{entry.id}.{name}"),),
        follows=(Subject("figure", name if "." in name else f"{entry.id}.{name}"),),
    )


RULES = (no_number_typed, placeholders_exist, placeholders_stand_alone)
