"""Numbers in prose: none is typed. A text names a figure, ``{figure}``, and each language prints it its own way.

Dates, names and ordinals are typed as the cited sentences have them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from macros.problems import Problem, Subject
from macros.quantities.expression import Expression, Sense
from macros.quantities.parity.names import dates_apart, names_apart
from macros.records.base import BilingualText, Strict
from macros.records.collection import Collection
from macros.records.document import Edition, Note
from macros.records.erratum import Erratum
from macros.records.kinds import DOCUMENTS, ERRATA, RETIRED, Entry
from macros.records.listing import Item
from macros.records.project import Project
from macros.records.resolution import FIGURE_PLACEHOLDER, holds_placeholders
from macros.records.shared_parts import figure_entries
from macros.text.languages import Bilingual
from macros.text.personal_numbers import masked
from macros.yaml_files.reader import FieldPath
from macros.yaml_files.values import field_name

MASKED = re.compile(r"[0-9][0-9 -]*[*][*0-9 -]*")
"""What a personal number looks like where it is masked."""
WEB_ADDRESS = re.compile(r"https?://[^\s，。；：（）“”]+")
OF_A_TEXT = re.compile(
    r"[错漏别]?(?:[字词句]|汉字|标点|符号|数字)"
    r"|\s*(?:wrong |missing )?(?:character|word|digit|letter|mark|sign|sentence)s?\b"
)
"""Behind a number that only says how much of a text was changed: 改了一个词, the last two digits."""
PARTS_OF_A_TEXT = frozenset("部分 章 节 条 款 项 段".split())
"""What an ordinal may point to by the number that stands before it."""
COUNTS_NOTHING = frozenset({"no", "none", "nobody", "nothing"})
"""Words that deny, as 没有 does, and count nothing."""


def numbers_in(entry: Entry, path: FieldPath) -> Subject:
    """What a problem with the numbers of a text is about: that the languages differ follows."""
    return Subject(f"numbers {entry.reading.path}", field_name(path))


def typed_texts(entry: Entry) -> Iterator[tuple[FieldPath, BilingualText, Strict]]:
    """The texts that staff word themselves, as the file has them, each with the part that holds it.

    What is named to the letter of the source – items of lists, projects and whose they are – is none of these.
    """
    holders: dict[FieldPath, Any] = {}
    for path, part in entry.parts_typed or entry.parts:
        holders[path] = part
        holder = holders.get(path[:-1], part)
        if isinstance(part, BilingualText) and not (isinstance(part, Item) or isinstance(holder, Project)):
            yield path, part, holder


def no_number_typed(collection: Collection) -> Iterator[Problem]:
    """A quantity in a summary, label, note or any other text is a placeholder for a figure, in every language.

    Errata say what was published, in numbers that no figure has any more; rules/errata.py looks at these, and the next
    rule at the others.
    """
    for entry in collection.judged():
        if not holds_placeholders(entry.kind) or entry.kind is ERRATA or sources_lost(entry):
            continue
        known: list[Expression] | None = None
        for path, part, _ in typed_texts(entry):
            zh, en = map(without_other_numbers, (without_words_noted(part), part.en))
            chinese, english = collection.sources.chinese_in(zh), collection.sources.english_in(en)
            if not chinese and not english:
                continue
            known = expressions_cited(collection, entry) if known is None else known
            typed = [one for one in chinese if one.is_quantity or not is_named(one, known)]
            if typed:
                yield number_typed(entry, (*path, "zh"), part.zh, typed)
            if typed := only_in_english(known, english):
                yield number_typed(entry, (*path, "en"), part.en, typed)


def is_named(one: Expression, known: Iterable[Expression]) -> bool:
    """Whether a date, name or ordinal is one of those known; 第三部分 is the part that the document numbers 三、."""
    same = {other.kind for other in known if not other.is_quantity and other.named == one.named}
    return one.kind in same or (one.unit in PARTS_OF_A_TEXT and Sense.ENUMERATOR in same)


def errata_explain_with_their_own_numbers(collection: Collection) -> Iterator[Problem]:
    """Why a figure was corrected, and what one withdrawn was called, says no number but those of the correction.

    These are what stood and what stands, and what the figure says or was published as; others are placeholders. How
    much of a text was changed may be said: 改了一个词.
    """
    for entry in collection.judged(ERRATA):
        erratum: Erratum = entry.typed or entry.record
        figure = collection.figures_by_id.get(erratum.figure)
        own = {
            one.values for one in (*((figure,) if figure else ()), *collection.ledger.figures.get(erratum.figure, ()))
        }
        for side in (erratum.stood, erratum.stands):
            for language in ("zh", "en"):
                own |= {one.values for one in expressions_in(collection, getattr(side, language), language)}
        for name in ("why", "withdrawn"):
            for language in ("zh", "en") if getattr(erratum, name) else ():
                text = without_other_numbers(getattr(getattr(erratum, name), language))
                read = expressions_in(collection, text, language)
                told = (one for one in read if one.is_quantity and not denies(one) and one.values not in own)
                others = [one.text for one in told if not OF_A_TEXT.match(text, one.end)]
                if others:
                    yield entry.problem((name, language), *number_of_no_correction(others))


def number_of_no_correction(others: Sequence[str]) -> tuple[Bilingual, Bilingual]:
    """What is wrong with numbers that are neither what was corrected nor what it was corrected to, and what to do."""
    return (
        Bilingual(
            f"更正前后都没有这个数：{'、'.join(others)}。", f"Neither what stood nor what stands: {', '.join(others)}."
        ),
        Bilingual(
            "只写更正前后的数；别的数写成占位符，例如 {record.figure}，或删去。",
            "Write only numbers of stood and stands; name others as in {record.figure}, or leave them out.",
        ),
    )


def no_number_in_retired_titles(collection: Collection) -> Iterator[Problem]:
    """What stood at a retired address is called without a quantity: no figure is left that could prove one."""
    for entry in collection.judged(RETIRED):
        for path, part in entry.texts:
            for language, text in (("zh", part.zh), ("en", part.en)):
                read = expressions_in(collection, without_other_numbers(text), language)
                if quantities := [one for one in read if one.is_quantity and not denies(one)]:
                    yield number_typed(entry, (*path, language), text, quantities)


def expressions_in(collection: Collection, text: str, language: str) -> tuple[Expression, ...]:
    """What the grammar of a language reads in a text."""
    return collection.sources.chinese_in(text) if language == "zh" else collection.sources.english_in(text)


def denies(one: Expression) -> bool:
    """Whether an expression is a word that denies, as “no” does, and counts nothing."""
    return one.text.lower() in COUNTS_NOTHING


def without_words_noted(part: BilingualText) -> str:
    """The Chinese of a text; of an editor's note, without the words that it is about where it quotes them."""
    return part.zh.replace(f"“{part.about}”", "\ufffc") if isinstance(part, Note) else part.zh


def without_other_numbers(text: str) -> str:
    """A text without its placeholders and without personal numbers, which rules/privacy.py looks at."""
    return without_personal_numbers(without_placeholders(text))


def without_personal_numbers(text: str) -> str:
    """A text without personal numbers, which rules/privacy.py looks at."""
    text = masked(text)
    return MASKED.sub("", text) if "*" in text else text


def sources_lost(entry: Entry) -> bool:
    """Whether some sentence that an entry rests on was not found, so that nobody knows what it states."""
    if entry.kind is DOCUMENTS:
        return not isinstance(entry.record, Edition)
    return any(not one.sentence for one in entry.cited)


def only_in_english(known: list[Expression], english: tuple[Expression, ...]) -> list[Expression]:
    """What an English text states that must not be typed: quantities, and dates and names of no sentence cited."""
    invented = [*dates_apart(known, english)[1], *names_apart(known, english)[1]]
    counted = [one for one in english if not denies(one)]
    return [one for one in counted if one.is_quantity or one in invented]


def without_placeholders(text: str) -> str:
    """A text without its placeholders, and without addresses, whose digits count nothing."""
    text = WEB_ADDRESS.sub("\ufffc", text) if "://" in text else text
    return FIGURE_PLACEHOLDER.sub("\ufffc", text) if "{" in text else text


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


RULES = (no_number_typed, errata_explain_with_their_own_numbers, no_number_in_retired_titles)
