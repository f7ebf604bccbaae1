"""Which part of the site one run of MkDocs makes."""

from __future__ import annotations

from dataclasses import dataclass

from macros.languages import LANGUAGES, Language


@dataclass(frozen=True)
class Scope:
    """The pages of some languages, or one page of them; and whether what belongs to no page is made too."""

    languages: tuple[Language, ...] = LANGUAGES
    page: str | None = None
    """The Markdown file of the only page to make, such as ``en/about.md``."""
    shared: bool = True
    """Open data, styles, scripts, the sitemap."""

    def makes(self, source: str, language: Language) -> bool:
        """Whether the page of a Markdown file in a language is made."""
        return language in self.languages and self.page in (None, source)


WHOLE = Scope()
