"""Translations: Chinese and English of a record carry the same figures (docs/maintainers/honesty-rules.md, 5)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from macros.problems import Problem, Subject
from macros.records.collection import Collection
from macros.records.document import Emendation, Note, Sentence
from macros.records.kinds import INTERFACE, Entry
from macros.records.vocabulary import Term
from macros.rules.emendations import departure_at
from macros.text.languages import Bilingual
from macros.text.numerals import printable_numbers, unmatched
from macros.yaml_files.values import FieldPath, field_name

HAN_CHARACTER = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
LATIN = re.compile("[A-Za-z]")
WORD = re.compile(r"\b[A-Za-z]*[a-z]\b")
FEWEST_WORDS = 3
"""Words that make an English text, and no name."""
UNTRANSLATED = (Emendation, Note, Term)
"""Texts about the Chinese wording itself, whose English may name other numbers or none."""


def numbers_carried_over(collection: Collection) -> Iterator[Problem]:
    """A number in either language stands in the other with the same value (15000 = 15,000 = 1.5万)."""
    for entry in collection.judged():
        if entry.kind is INTERFACE:
            continue
        for path, part in entry.texts:
            if isinstance(part, UNTRANSLATED):
                continue
            lacking_en, lacking_zh = unmatched(part.zh, part.en)
            if lacking_en or lacking_zh:
                follows = [numbers_in(entry, path)]
                if isinstance(part, Sentence):
                    follows.append(departure_at(entry, part.id))
                wrong, fix = unlike(lacking_en, lacking_zh, part.zh)
                yield entry.problem((*path, "en"), wrong, fix, follows=tuple(follows))


def numbers_in(entry: Entry, path: FieldPath) -> Subject:
    """What a problem with the numbers of the Chinese text is about: that they differ from the English follows."""
    return Subject(f"numbers {entry.reading.path}", field_name(path))


def unlike(lacking_en: list[Decimal], lacking_zh: list[Decimal], zh: str) -> tuple[Bilingual, Bilingual]:
    """Numbers that one language lacks, or has otherwise."""
    fix = Bilingual(f"改成与中文一致。中文：{zh}", f"Make it agree with the Chinese: {zh}")
    if lacking_en and lacking_zh:
        ours, theirs = printable_numbers(lacking_en), printable_numbers(lacking_zh)
        wrong = Bilingual(f"中文的数是 {ours}，英文却是 {theirs}。", f"The Chinese says {ours}, the English {theirs}.")
        return wrong, fix
    if lacking_zh:
        number = printable_numbers(lacking_zh)
        return Bilingual(
            f"英文多出中文没有的数：{number}。", f"The English has a number the Chinese lacks: {number}."
        ), fix
    number = printable_numbers(lacking_en)
    return (
        Bilingual(f"英文缺少中文里的数：{number}。", f"The English lacks a number of the Chinese: {number}."),
        Bilingual(f"在英文中补上。中文：{zh}", f"Put it into the English. The Chinese reads: {zh}"),
    )


def each_in_its_language(collection: Collection) -> Iterator[Problem]:
    """The Chinese is not English, nor the English Chinese; a name or an abbreviation may be the same in both."""
    for entry in collection.judged():
        for path, part in () if entry.kind is INTERFACE else entry.texts:
            if HAN_CHARACTER.search(part.en) and not LATIN.search(part.en):
                yield entry.problem(
                    (*path, "en"),
                    Bilingual("这里应是英文，却只有中文。", "English belongs here, but this is Chinese."),
                    Bilingual("译成英文；中文写在 zh。", "Translate it; the Chinese goes into zh."),
                )
            if not HAN_CHARACTER.search(part.zh) and len(WORD.findall(part.zh)) >= FEWEST_WORDS:
                yield entry.problem(
                    (*path, "zh"),
                    Bilingual("这里应是中文，却只有英文。", "Chinese belongs here, but this is English."),
                    Bilingual("改成中文；英文写在 en。", "Write it in Chinese; the English goes into en."),
                )


RULES = (numbers_carried_over, each_in_its_language)
