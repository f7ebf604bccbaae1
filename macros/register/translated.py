"""How many of a site's texts are translated into each of its languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.records.base import BilingualText
from macros.records.walk import walk
from macros.register.register import Register
from macros.text.languages import Language


@dataclass(frozen=True)
class TranslationCount:
    """A language of the site, and how many texts, and words of the pages' own, there are in it and in Chinese."""

    language: Language
    texts: int
    all_texts: int
    words: int
    all_words: int

    @property
    def missing(self) -> int:
        """How many texts and words stand in Chinese on the pages of this language."""
        return self.all_texts - self.texts + self.all_words - self.words


def translation_counts(register: Register) -> list[TranslationCount]:
    """The languages other than Chinese, where the bureau lets texts be untranslated; none where nothing may be."""
    if register.bureau.untranslated == "refuse":
        return []
    texts, words = list(texts_of(register)), list(register.interface.values())
    return [
        TranslationCount(
            one,
            sum(1 for text in texts if not one.lacks(text)),
            len(texts),
            sum(1 for word in words if not one.lacks(word)),
            len(words),
        )
        for one in register.languages
        if not one.is_chinese
    ]


def texts_of(register: Register) -> Iterator[BilingualText]:
    """Every text of every record and document, and of the bureau."""
    groups = (
        register.work_areas,
        *(one.records for one in register.sections.values()),
        register.evaluations,
        register.errata,
    )
    declared = [one.section for one in register.sections.values()]
    records = [register.bureau, *declared, *(one for group in groups for one in group.values())]
    for record in (*records, *(text.document for text in register.texts.values())):
        yield from (part for _, part in walk(record) if isinstance(part, BilingualText) and part.zh)
