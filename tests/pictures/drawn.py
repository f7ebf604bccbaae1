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
    """A picture on a page: its tables, the rows of each as text, and the bars of each row as elements."""

    figure: Tree
    panels: Sequence[Tree]
    rows: Sequence[Sequence[Sequence[str]]]
    bars: Sequence[Sequence[Sequence[Tree]]]

    @property
    def text(self) -> str:
        return " ".join(self.figure.text_content().split())

    def widths(self, panel: int = 0) -> list[list[str]]:
        """How wide the parts of each bar of a panel are."""
        return [[part.get("width") for part in row] for row in self.bars[panel]]


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
    panels = found.xpath(".//table")
    rows = [panel.xpath("tbody/tr") for panel in panels]
    return Drawn(
        found,
        panels,
        [[[" ".join(cell.text_content().split()) for cell in row.xpath("th|td")[:2]] for row in of] for of in rows],
        [[row.xpath(".//rect") for row in of] for of in rows],
    )


def amount(register: Register, language: Language, ident: str) -> str:
    """How the site prints a figure."""
    return voice_of(register, language).amount(register.figures[ident].figure)


def voice_of(register: Register, language: Language) -> Voice:
    """What prints the figures of the site in a language."""
    return Voice(site_of(register).renderer, Here(language, ""))
