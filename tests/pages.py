"""Every page that a register has, as the macros that show it, without the engine."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from macros.exports.table import Root
from macros.pages.site import Site, begin, mark
from macros.register.paging import ROWS
from macros.register.register import Register
from macros.text.languages import LANGUAGES, TRADITIONAL
from tests.places import DOCS, ROOT

CALL = re.compile(r"\{\{ (\w+)(\(.*?\)) \}\}")


@dataclass(frozen=True)
class Shown:
    """One call of a macro on a page; no macro stands for what surrounds the content: head, header and footer."""

    source: str
    macro: str = ""
    arguments: tuple[str, ...] = ()


def shown(register: Register, rows: int = ROWS) -> Iterator[Shown]:
    """Every call of a macro on every page, prose pages first, and the surroundings of each page."""
    texts = {file.relative_to(DOCS).as_posix(): file.read_text("utf-8") for file in sorted(DOCS.rglob("*.md"))}
    for source, text in texts.items():
        yield Shown(source)
        for name, arguments in CALL.findall(text):
            given = ast.literal_eval(arguments.replace(")", ",)") if arguments != "()" else "()")
            yield Shown(source, name, given)
    for page in site_of(register, rows).pages.values():
        for language in LANGUAGES:
            yield Shown(language.prefix + page.source)
            yield Shown(language.prefix + page.source, page.macro[0], page.macro[1:])
    for ident in register.retired:
        yield from (Shown(f"{language.prefix}retired/{ident}.md", "retired", (ident,)) for language in LANGUAGES)


def site_of(register: Register, rows: int = ROWS) -> Site:
    """The site of a register, ready to show pages."""
    return begin(register, ROOT / "overrides", Root.at("https://bureau.example/record/"), rows)


def front_matter(source: str) -> tuple[str, str]:
    """Title and description of a page in docs/."""
    given = yaml.safe_load((DOCS / source.removeprefix(TRADITIONAL.prefix)).read_text("utf-8").split("---")[1])
    return given.get("title", ""), given["description"]


def html_of(site: Site, one: Shown) -> str:
    """The HTML of one call, or of the surroundings of a page."""
    site.folders.clear()  # Tests change words behind its back.
    site.for_traditional.clear()
    if one.macro:
        return site.fill_in(one.source, mark(one.macro, *one.arguments)).strip()
    title, description = site.named(one.source) or front_matter(one.source)
    parts = site.shell(one.source, title, description)
    linked = f'<script type="application/ld+json">{parts["linked"]}</script>'
    around = f"{parts['header']}{parts['printed']}{parts['staff']}{parts['footer']}"
    return f"<html><head>{parts['head']}{linked}</head><body>{around}</body></html>"
