"""The languages of the site: where their pages live and how they are marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Bilingual:
    """The same words in Chinese and in English: a message, a title, or what a data file holds (records/base.py)."""

    zh: str
    en: str

    def said_in(self, code: str) -> str:
        """The words in the language with a code; nothing where there is no translation."""
        if code == "en":
            return self.en
        return self.zh if code in ("zh", "hant") else ""


@dataclass(frozen=True)
class Language:
    """An edition of the site. ``prefix`` stands in front of every path, ``tag`` in ``<html lang>``; ``locale`` is what
    Open Graph, which knows no scripts, calls the language; ``direction`` is how its script runs, ltr or rtl."""

    code: str
    prefix: str
    tag: str
    name: str
    locale: str
    direction: str = "ltr"

    @property
    def is_chinese(self) -> bool:
        """Whether this edition is in Chinese, in either script."""
        return self.code in ("zh", "hant")

    @property
    def is_english(self) -> bool:
        """Whether this edition is in English: the one language besides Chinese whose numbers and dates are known."""
        return self.code == "en"

    @property
    def han(self) -> str:
        """How Chinese words are marked in this edition: quotes in English pages are Simplified."""
        return self.tag if self.is_chinese else "zh-Hans"

    def text(self, words: Bilingual) -> str:
        """The words of this language, and the Chinese ones where there is no translation.

        Chinese is in Simplified script: Renderer.written turns what is printed.
        """
        return words.said_in(self.code) or words.zh

    def lacks(self, words: Bilingual) -> bool:
        """Whether words are not translated into this language, so that ``text`` gives the Chinese ones."""
        return bool(words.zh) and not words.said_in(self.code)


CHINESE = Language("zh", "", "zh-Hans", "简体", "zh_CN")
TRADITIONAL = Language("hant", "zh-hant/", "zh-Hant", "繁體", "zh_TW")
ENGLISH = Language("en", "en/", "en", "English", "en_GB")
LANGUAGES = (CHINESE, TRADITIONAL, ENGLISH)
"""Those of a bureau that names none. The first is the authoritative one and lives at the root; the second is derived
from it when the site is built."""


def language_of(source: str, languages: Sequence[Language] = LANGUAGES) -> Language:
    """The language of a page, from its place below docs/: ``en/about.md`` is English."""
    return next((language for language in languages if language.prefix and source.startswith(language.prefix)), CHINESE)
