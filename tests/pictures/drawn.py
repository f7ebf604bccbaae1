"""The pictures of a site, read back from its pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pytest
from lxml import html

from macros.pages.charts.voice import Voice
from macros.pages.rendering import Here
from macros.register.register import Register
from macros.text.languages import CHINESE, ENGLISH, Language, language_of
from tests.pages import html_of, shown, site_of

Tree = Any
"""A parsed page; the parser comes without types."""
EVERY = [pytest.param(one, id=one.code) for one in (CHINESE, ENGLISH)]


@dataclass(frozen=True)
class Drawn:
    """A picture on a page: its panels as elements, the text of each, and the rows of its table."""

    figure: Tree
    panels: Sequence[Tree]
    texts: Sequence[str]
    rows: Sequence[Sequence[str]]

    @property
    def text(self) -> str:
        return " ".join(self.texts)

    def count(self, look: str, panel: int = 0) -> int:
        """How many shapes of a look a panel has."""
        return len(self.panels[panel].xpath(f".//*[@class='picture__{look}']"))


def pages(register: Register, language: Language) -> Iterator[tuple[str, Tree]]:
    """Every page made of macros, by source."""
    site = site_of(register)
    for one in shown(register):
        if one.macro and language_of(one.source) is language:
            yield one.source.removeprefix(language.prefix), html.fromstring(f"<div>{html_of(site, one)}</div>")


def pictures(register: Register, language: Language) -> dict[str, Drawn]:
    """Every picture of the site in one language, by id."""
    return {one.get("id"): drawn(one) for _, page in pages(register, language) for one in page.iter("figure")}


def drawn(found: Tree) -> Drawn:
    panels = found.xpath(".//svg")
    rows = [[cell.text_content().strip() for cell in row.xpath("th|td")] for row in found.xpath(".//tbody/tr")]
    return Drawn(found, panels, [text_of(panel) for panel in panels], rows)


def text_of(panel: Tree) -> str:
    """The text drawn on a panel, its lines joined."""
    return " ".join(one.text_content() for one in panel.xpath(".//text"))


def amount(register: Register, language: Language, ident: str) -> str:
    """How the site prints a figure."""
    renderer = site_of(register).renderer
    return Voice(renderer, Here(language, "")).amount(register.figures[ident].figure)


Drawings = dict[Language, dict[str, Drawn]]
