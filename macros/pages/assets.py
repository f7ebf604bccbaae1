"""The files that pages load, styles joined into one; named after their content, so that each can be kept for ever."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from macros.pages.theme_style import theme_style
from macros.system.content_names import named_after

ELDER = ("elder-records.css", "elder.css")
"""The style sheets of the large-type view, in rules for the class that a script puts on the root."""
STYLES = (
    "tokens.css",
    "base.css",
    "layout.css",
    "header.css",
    "home.css",
    "components.css",
    "cards.css",
    "pager.css",
    "records.css",
    "sources.css",
    "document.css",
    "whole.css",
    "figures.css",
    "glossary.css",
    "tables.css",
    "pictures.css",
    "search.css",
    "results.css",
    "data.css",
    "service.css",
    "elder-switch.css",
    "older.css",
    *ELDER,
    "print.css",
    "paper.css",
    "paper-records.css",
)
"""The style sheets, in the order in which they are joined."""
STYLES_OF_OTHERS = frozenset(
    f"{name}.css"
    for name in (
        "home cards records elder-records paper-records whole figures glossary pictures results data service"
    ).split()
)
"""Those of them that say nothing of a source document. Its page is the longest: its readers load what it shows."""
STYLES_OF_DOCUMENTS = frozenset({"document.css"})
"""Those that say nothing of any other page."""
WHOLE = ":root { --whole: yes; }\n"
"""The last rule of all styles; a page that lacks it has not got them, or not to the end (fragments/head.html)."""

ALL_STYLES = "site.css"
DOCUMENT_STYLES = "document.css"
"""The styles of all pages, and those that a page of a source document takes in their place."""
PROSE = "prose.css"
"""The style sheet of pages of prose that need the theme's: that, and then its look in our tokens."""

SCRIPTS = (
    "aloud.js",
    "box.js",
    "catalogue.js",
    "cite.js",
    "copy.js",
    "english-stemmer.js",
    "english-stemmer.licence.txt",
    "excerpt.js",
    "fold.js",
    "mark_found.js",
    "hits.js",
    "index_reader.js",
    "numerals.js",
    "page.js",
    "pieces.js",
    "pinyin.js",
    "report.js",
    "results.js",
    "search.js",
    "similar.js",
    "terms.js",
    "vocabulary.js",
    "words.js",
)
"""The scripts of the search, the catalogue, citing, reports and reading aloud, and a licence; none but page.js, which
fetches the others, is fetched before a reader turns to it."""


BETWEEN_RULES = re.compile(
    r'/\*.*?\*/\s*|(?<=\n)\s+|(?<=[{};,])\s*\n|[ \t]+(?=\n|\{)|;(?=\s*\})|(?<=[a-z]:) (?=[^"])', re.DOTALL
)
"""Comments, indents, ends of lines and the like, which are for those who write style sheets: a fifth of what would be
loaded."""

BETWEEN_STATEMENTS = re.compile(r"^[ \t]*(?:/\*.*?\*/|//[^\n]*)\n|^[ \t]+|^\n", re.DOTALL | re.MULTILINE)
"""The same of scripts: comments on lines of their own, indents and empty lines; a sixth of what readers would load."""


def published_script(name: str, text: str) -> str:
    """A script as readers load it; what somebody else made, with its licence, stays as it is."""
    return text if name.startswith("english-stemmer") else BETWEEN_STATEMENTS.sub("", text)


def elder_view(styles: str) -> str:
    """The rules of the large-type view, for screens alone, and the same once more for readers without script.

    Theirs rest on the boxes ticked (``:has()``). A rule for both would be dropped by engines that do not know it.
    """
    sized = re.sub(r'\.elder\[data-size="(\d+)"\]', r":has(#elder:checked):has(#elder-\1:checked)", styles)
    boxes = re.sub(r"\.elder(?![-\w])", ":has(#elder:checked)", re.sub(r"/\*.*?\*/\n*", "", sized, flags=re.DOTALL))
    return f"@media screen {{\n{styles}}}\n@media screen {{\n{boxes}}}\n"


def joined_styles(sheets: Iterable[str]) -> str:
    """One style sheet of several."""
    return BETWEEN_RULES.sub("", "\n".join(sheets)) + WHOLE


def joined_assets(overrides: Path) -> dict[str, tuple[str, str]]:
    """The files that pages load, by name: their address (it changes when they do) and content."""
    sheets = {name: (overrides / "styles" / name).read_text("utf-8") for name in STYLES}
    sheets |= {name: elder_view(sheets[name]) for name in ELDER}
    styles = joined_styles(style for name, style in sheets.items() if name not in STYLES_OF_DOCUMENTS)
    document = joined_styles(style for name, style in sheets.items() if name not in STYLES_OF_OTHERS)
    prose = theme_style() + "\n" + BETWEEN_RULES.sub("", (overrides / "styles" / PROSE).read_text("utf-8"))
    icon = (overrides / "icon.svg").read_text("utf-8")
    scripts = {name: published_script(name, (overrides / "scripts" / name).read_text("utf-8")) for name in SCRIPTS}
    folder = f"assets/scripts.{named_after({name: content.encode() for name, content in scripts.items()})}"
    return {
        ALL_STYLES: (f"assets/site.{named_after({ALL_STYLES: styles.encode()})}.css", styles),
        DOCUMENT_STYLES: (f"assets/document.{named_after({DOCUMENT_STYLES: document.encode()})}.css", document),
        PROSE: (f"assets/prose.{named_after({PROSE: prose.encode()})}.css", prose),
        "icon.svg": (f"assets/icon.{named_after({'icon.svg': icon.encode()})}.svg", icon),
        **{name: (f"{folder}/{name}", content) for name, content in scripts.items()},
    }
