"""The languages of the site: where their pages live and how they are marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


class InBoth(Protocol):
    """Whatever is said in Chinese and in English."""

    @property
    def zh(self) -> str:
        """The Chinese words."""

    @property
    def en(self) -> str:
        """The English words."""


@dataclass(frozen=True)
class Language:
    """An edition of the site. ``prefix`` stands in front of every path, ``tag`` in ``<html lang>``."""

    code: str
    prefix: str
    tag: str
    name: str

    def text(self, words: InBoth) -> str:
        """The words of this language."""
        return words.en if self.code == "en" else words.zh


CHINESE = Language("zh", "", "zh-Hans", "中文")
ENGLISH = Language("en", "en/", "en", "English")
LANGUAGES = (CHINESE, ENGLISH)
"""The first is the authoritative one and lives at the root."""


def language_of(source: str) -> Language:
    """The language of a page, from its place below docs/: ``en/about.md`` is English."""
    return next((one for one in LANGUAGES if one.prefix and source.startswith(one.prefix)), CHINESE)
