"""The files that pages load, styles joined into one; named after their content, so that each can be kept for ever."""

from __future__ import annotations

from pathlib import Path

from macros.system.content_names import named_after

STYLES = (
    "tokens.css",
    "base.css",
    "layout.css",
    "header.css",
    "home.css",
    "components.css",
    "pager.css",
    "records.css",
    "sources.css",
    "document.css",
    "figures.css",
    "glossary.css",
    "tables.css",
    "pictures.css",
    "search.css",
    "data.css",
    "service.css",
    "elder.css",
    "print.css",
    "paper.css",
)
"""The style sheets, in the order in which they are joined."""
WHOLE = ":root { --whole: yes; }\n"
"""The last rule of all styles; a page that lacks it has not got them, or not to the end (fragments/head.html)."""

SCRIPTS = (
    "aloud.js",
    "box.js",
    "catalogue.js",
    "cite.js",
    "english-stemmer.js",
    "english-stemmer.licence.txt",
    "excerpt.js",
    "fold.js",
    "found.js",
    "hits.js",
    "index.js",
    "numerals.js",
    "results.js",
    "search.js",
    "similar.js",
    "terms.js",
    "vocabulary.js",
    "words.js",
)
"""The scripts of the search, the catalogue, citing and reading aloud, and a licence; none is fetched before a reader
turns to it."""


def joined_assets(overrides: Path) -> dict[str, tuple[str, str]]:
    """The files that pages load, by name: their address (it changes when they do) and content."""
    styles = "\n".join((overrides / "styles" / name).read_text("utf-8") for name in STYLES) + WHOLE
    icon = (overrides / "icon.svg").read_text("utf-8")
    scripts = {name: (overrides / "scripts" / name).read_text("utf-8") for name in SCRIPTS}
    folder = f"assets/scripts.{named_after({name: content.encode() for name, content in scripts.items()})}"
    return {
        "site.css": (f"assets/site.{named_after({'site.css': styles.encode()})}.css", styles),
        "icon.svg": (f"assets/icon.{named_after({'icon.svg': icon.encode()})}.svg", icon),
        **{name: (f"{folder}/{name}", content) for name, content in scripts.items()},
    }
