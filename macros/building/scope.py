"""Which part of the site one run of MkDocs makes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from macros.text.languages import Language

Made = TypeVar("Made")


@dataclass(frozen=True)
class Scope:
    """The pages of some languages, or one page of them; and whether what belongs to no page is made too."""

    languages: tuple[Language, ...] | None = None
    """None is all that the site has."""
    page: str | None = None
    """The Markdown file of the only page to make, such as ``en/about.md``."""
    shared: bool = True
    """Open data, styles, scripts, the sitemap."""

    def chosen(self, languages: Sequence[Language]) -> Sequence[Language]:
        """Those of a site's languages that are made."""
        return languages if self.languages is None else self.languages

    def records(self, pages: Mapping[str, Made], languages: Sequence[Language]) -> Iterator[tuple[Language, str, Made]]:
        """The record pages that are made, by the Markdown files that they stand for below docs/; the editions of a page
        one after another.
        """
        for source, page in pages.items():
            for language in self.chosen(languages):
                if self.makes(language.prefix + source, language):
                    yield language, source, page

    def makes(self, source: str, language: Language) -> bool:
        """Whether the page of a Markdown file in a language is made."""
        return (self.languages is None or language in self.languages) and self.page in (None, source)


WHOLE_SITE = Scope()
