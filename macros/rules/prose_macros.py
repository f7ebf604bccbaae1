"""The macros that pages of prose call, and that a page holds no other code."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import yaml

from macros.problems import Problem
from macros.records.addresses import (
    CATALOGUE_PAGE,
    CHANGES_PAGE,
    CORRECTIONS_PAGE,
    FIGURES_PAGE,
    PRINT_PAGE,
    SOURCES_INDEX,
    WORK_AREA_INDEX,
)
from macros.rules.prose_heads import PAGE_HEAD
from macros.text.languages import Language

ANY_PAGE = ""
MACROS: Mapping[str, str] = dict.fromkeys(
    (
        "home",
        "annual_reports",
        "contact",
        "coverage",
        "datasets",
        "feedback",
        "fields",
        "glossary",
        "not_stated",
        "readiness",
        "search",
        "site_map",
        "survey",
    ),
    ANY_PAGE,
) | {
    "catalogue": CATALOGUE_PAGE,
    "changes": CHANGES_PAGE,
    "corrections": CORRECTIONS_PAGE,
    "figures": FIGURES_PAGE,
    "sources": SOURCES_INDEX,
    "whole": PRINT_PAGE,
    "work_areas": WORK_AREA_INDEX,
}
"""The macros that prose may call, each with the address of the one page that it belongs on: what it lists may go on
over further pages, which are below that address."""
CALL = re.compile(r"\{\{ *(\w+)\(\) *\}\}")
"""A macro called without anything else, as pages call them."""
CODE = ("{{", "{%", "{#")
"""What begins a template, and with it code that can do anything on the machine of whoever builds the page."""


def belongs_on(name: str, address: str, languages: Sequence[Language] = ()) -> bool:
    """Whether a macro may be called on the page at an address, in any of the languages.

    Without these, as long as the data does not say which there are, any folder may be that of one.
    """
    own = MACROS.get(name)
    folders = [one.prefix for one in languages] or ["", f"{address.partition('/')[0]}/"]
    return own == ANY_PAGE or address in [f"{folder}{own}" for folder in folders]


def problems_of_calls(text: str, shown: str, address: str, languages: Sequence[Language] = ()) -> Iterator[Problem]:
    """Every call is of a macro that there is, with nothing between its parentheses, on the page that it belongs on.

    ``text`` is the whole file, ``address`` that of its page, in any language. What else a template holds is for the
    engine to judge.
    """
    plain = CALL.sub(lambda call: "" if belongs_on(call[1], address, languages) else call[0], text)
    if any(sign in plain for sign in CODE):
        from macros.rules.prose_templates import problems_of_template  # The engine takes long to import.

        yield from problems_of_template(text, shown, address, languages)


def pages_with_code(docs: Path) -> list[str]:
    """The pages of a folder that hold more code than calls of known macros; a page nobody could read counts as one.

    A page from elsewhere is built only without any. A head can write the signs in other ways, and a title is a template
    too, so a head is looked at as it is read.
    """
    return [file.relative_to(docs).as_posix() for file in sorted(docs.rglob("*.md")) if holds_code(file)]


def holds_code(file: Path) -> bool:
    """Whether a page is more than text and calls of known macros."""
    try:
        text = file.read_bytes().decode("utf-8-sig")
        found = PAGE_HEAD.match(re.sub("\r\n?", "\n", text))
        head = json.dumps(yaml.safe_load(found[1]), ensure_ascii=False, default=str) if found else ""
    except (OSError, ValueError, TypeError, yaml.YAMLError, RecursionError):
        return True
    plain = CALL.sub(lambda call: "" if call[1] in MACROS else call[0], text)
    return any(sign in one for sign in CODE for one in (plain, html.unescape(plain), head, html.unescape(head)))
