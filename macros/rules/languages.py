"""The languages that a bureau chooses, and texts in those that it adds by a file of its own."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from macros.problems import Problem
from macros.records.collection import Collection
from macros.records.document import Edition, Sentence
from macros.records.kinds import BUREAU, DOCUMENTS, ERRATA, FURTHER_LANGUAGES, Entry
from macros.records.resolution import FIGURE_PLACEHOLDER
from macros.records.shipped import shipped_qualifiers, shipped_words
from macros.rules.prose_numbers import typed_texts
from macros.text.languages import LANGUAGES, Bilingual
from macros.text.placeholders import PLACEHOLDER
from macros.yaml_files.reader import FieldPath

SHIPPED_CODES = tuple(one.code for one in LANGUAGES)
DIGITS = re.compile(r"[0-9\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]")


def languages_known(collection: Collection) -> Iterator[Problem]:
    """A language of the site is Chinese, English or one with a file of its own; Chinese is the first."""
    codes = (*SHIPPED_CODES, *sorted(collection.declared.codes))
    for entry in collection.judged(BUREAU):
        listed = entry.record.languages
        for index, code in enumerate(listed):
            if code not in codes or code in listed[:index]:
                yield entry.problem(
                    ("languages", index),
                    Bilingual(
                        f"没有语言“{code}”，或写了两次。", f'There is no language "{code}", or it is listed twice.'
                    ),
                    Bilingual(
                        f"可用的语言：{'、'.join(codes)}；其他语言先添加 languages/{code}.yml。",
                        f"Languages there are: {', '.join(codes)}; for another, add languages/{code}.yml first.",
                    ),
                )
        if listed and listed[0] != "zh":
            yield entry.problem(
                ("languages",),
                Bilingual("第一种语言不是中文。", "The first language is not Chinese."),
                Bilingual("把 zh 写在最前面。", "List zh first."),
            )


def names_of_words_known(collection: Collection) -> Iterator[Problem]:
    """What the file of a language names is an interface word, a unit, a qualifier or a period that there is."""
    known = {
        "words": shipped_words().keys(),
        "units": collection.units.by_id.keys(),
        "qualifiers": shipped_qualifiers().keys(),
        "periods": collection.periods.by_id.keys(),
    }
    for entry in collection.judged(FURTHER_LANGUAGES):
        if entry.id in SHIPPED_CODES or not re.fullmatch(r"[a-z]{2,3}(-[a-z0-9]{2,8})*", entry.id):
            yield entry.problem(
                (),
                Bilingual(f"“{entry.id}”不能作语言代码。", f'"{entry.id}" is no code for a further language.'),
                Bilingual("文件名改为语言代码，如 ug.yml。", "Name the file by the code of the language: ug.yml."),
            )
        for name, ids in known.items():
            for ident in getattr(entry.record, name):
                if ident not in ids:
                    near = difflib.get_close_matches(ident, ids, n=1)
                    yield entry.problem(
                        (name, ident),
                        Bilingual(f"没有编号“{ident}”。", f'Nothing is called "{ident}".'),
                        Bilingual(
                            f"改为 {near[0]}。" if near else "删去这一行。",
                            f"Write {near[0]}." if near else "Delete this line.",
                        ),
                    )
        for key, text in entry.record.words.items():
            word = shipped_words().get(key)
            if word and set(PLACEHOLDER.findall(text)) != set(PLACEHOLDER.findall(word.zh)):
                yield entry.problem(("words", key), *other_braces(PLACEHOLDER.findall(word.zh)))


def further_texts_by_figures(collection: Collection) -> Iterator[Problem]:
    """A text in a language whose numbers the program cannot read names the figures of the Chinese, and has no digit.

    The sentences of a document, and what was corrected, are quoted as they are.
    """
    for entry in collection.judged():
        if entry.kind in (DOCUMENTS, ERRATA):
            continue
        for path, part, _ in typed_texts(entry):
            for code, text in part.others.items():
                named = sorted(FIGURE_PLACEHOLDER.findall(part.zh))
                if sorted(FIGURE_PLACEHOLDER.findall(text)) != named:
                    yield entry.problem((*path, code), *other_braces(named))
                elif DIGITS.search(FIGURE_PLACEHOLDER.sub("", text)) and not DIGITS.search(part.zh):
                    yield entry.problem((*path, code), *DIGITS_TYPED)


def further_translations(collection: Collection) -> Iterator[Problem]:
    """Translations of sentences belong to sentences; where the bureau refuses what is untranslated, none is missing."""
    bureau = collection.single(BUREAU)
    if bureau is None:
        return
    wanted = [code for code in bureau.record.languages if code in collection.declared.codes]
    refused = wanted if bureau.record.untranslated == "refuse" else []
    for entry in collection.judged():
        if isinstance(entry.record, Edition):
            ids = {one.id for one in entry.record.sentences()}
            for code, said in entry.record.translations.others.items():
                for ident in sorted(said.keys() - ids):
                    yield entry.problem(
                        ("translations", code, ident),
                        Bilingual(f"没有编号为“{ident}”的句子。", f'There is no sentence "{ident}".'),
                        Bilingual("删去这一行，或改正编号。", "Delete this line, or correct the id."),
                    )
        for code in refused:
            lacking = [
                translations_path(path, part) for path, part in entry.texts if part.zh and code not in part.others
            ]
            if lacking:
                yield not_translated(entry, lacking, code)
        if entry.kind is FURTHER_LANGUAGES and entry.id in refused:
            words = sorted(shipped_words().keys() - entry.record.words.keys())
            yield from (not_translated(entry, [("words",)] * len(words), entry.id, one) for one in words[:1])


def translations_path(path: FieldPath, part: object) -> FieldPath:
    """Where the translations of a text stand in its file."""
    return ("translations",) if isinstance(part, Sentence) else path


def not_translated(entry: Entry, lacking: list[FieldPath], code: str, words: str = "") -> Problem:
    """Texts of a file that lack a language of the site."""
    named = f"（{words} ……）" if words else ""
    in_english = f" ({words} …)" if words else ""
    return entry.problem(
        lacking[0],
        Bilingual(
            f"有{len(lacking)}处没有“{code}”的译文{named}。",
            f'Texts without a translation into "{code}": {len(lacking)}{in_english}.',
        ),
        Bilingual(
            f"补上 {code}；暂不翻译的，在 bureau.yml 写 untranslated: mark，网站显示中文并注明。",
            f"Add {code}; or write untranslated: mark in bureau.yml, and the site shows the Chinese and says so.",
        ),
    )


def other_braces(named: list[str]) -> tuple[Bilingual, Bilingual]:
    """Words in a further language that name other values than the Chinese."""
    braces = " ".join(f"{{{one}}}" for one in named)
    return (
        Bilingual("花括号里的内容与中文不同。", "What stands in braces is not what the Chinese has."),
        Bilingual(
            f"写上 {braces}，不写别的。" if named else "删去花括号。",
            f"Write {braces} and no other." if named else "Delete the braces.",
        ),
    )


DIGITS_TYPED = (
    Bilingual("这种语言的数只能写成占位符。", "In this language numbers stand only as placeholders."),
    Bilingual("把数写成 {数据编号}，或删去。", "Write it as {figure}, or take it out."),
)

RULES = (languages_known, names_of_words_known, further_texts_by_figures, further_translations)
