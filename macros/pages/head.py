"""What the head of a page holds for machines: meta tags, feeds, and JSON-LD."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from macros.exports import feeds
from macros.pages.json_ld import Linked, script
from macros.pages.meta_tags import Tag, article_tags, column_tags, site_tags
from macros.pages.rendering import Here, Renderer
from macros.register.catalogue import CatalogueItem
from macros.register.news import news
from macros.register.register import Register
from macros.register.site_pages import Page
from macros.text.languages import Language

MOST_KEYWORDS = 20
"""Records whose titles are keywords of their column."""


class Head:
    """The heads of the pages of a site."""

    def __init__(self, register: Register, renderer: Renderer, pages: Mapping[str, Page]) -> None:
        self.register = register
        self.root = renderer.root
        self.pages = pages
        self.linked = Linked(register, renderer.root)
        self.has_news = bool(news(register))
        self.items: dict[str, CatalogueItem] = {}
        for one in renderer.items:
            if "#" not in one.address:
                self.items.setdefault(one.address, one)
        self.columns: defaultdict[str, list[Page]] = defaultdict(list)
        for page in pages.values():
            if page.found and not page.of:
                self.columns[f"{page.address.partition('/')[0]}/"].append(page)

    def words(self, here: Here, title: str, description: str) -> dict[str, Any]:
        """What head.html is filled with, beside the page's alternates."""
        item = self.item_of(here)
        return {
            "title": title,
            "description": description,
            "kind": "article" if item else "website",
            "tags": self.tags(here, title, description, item),
            "feeds": self.feed_files(here.language),
        }

    def linked_data(self, here: Here, title: str, description: str) -> Markup:
        """What a page tells machines of itself, as JSON-LD."""
        return script(self.linked.graph(here, title, description, self.item_of(here)))

    def item_of(self, here: Here) -> CatalogueItem | None:
        """The record that a page shows, if any; a further page of a list shows what its first page does."""
        page = self.pages.get(f"{here.address.rstrip('/')}.md")
        return self.items.get(page.of if page and page.of else here.address)

    def tags(self, here: Here, title: str, description: str, item: CatalogueItem | None) -> list[Tag]:
        """The meta tags of a page, by its type: a record, a column, or neither (the error page)."""
        tags = list(site_tags(self.register.bureau, here.language, self.root))
        if item:
            tags += article_tags(item, title, here.language)
        elif here.base is None:
            tags += column_tags(here.address, title, description, self.below(here), self.column_type(here))
        return tags

    def column_type(self, here: Here) -> str | None:
        """The type of column that a section declares, if any."""
        return next(
            (one.section.column for one in self.register.sections.values() if one.address == here.address), None
        )

    def below(self, here: Here) -> list[str]:
        """The titles of the first records in a column."""
        return [
            here.language.text(one.title)
            for one in self.columns.get(here.address, ())[: MOST_KEYWORDS + 1]
            if one.address != here.address
        ]

    def feed_files(self, language: Language) -> list[tuple[str, str]]:
        """The feeds of a language that there are: media type and address."""
        atom = [("application/atom+xml", feeds.atom_address(language))] if self.has_news else []
        return [*atom, ("application/feed+json", feeds.json_address(language))]
