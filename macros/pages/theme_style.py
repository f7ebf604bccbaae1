"""The style sheet of the theme, as far as pages of prose have what it styles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

LICENCE = (
    "/* Material for MkDocs, (c) Martin Donath, MIT licence; without the rules for parts that no page here has. */\n"
)
PARTS_HERE = frozenset(
    "md-typeset md-typeset__scrollwrap md-typeset__table md-ellipsis "
    "md-nav md-nav--secondary md-nav__title md-nav__list md-nav__item md-nav__link".split()
)
"""The parts of the theme that pages here have: prose, wide tables and the table of contents."""
PART = re.compile(r"\.(md-[\w-]+|giscus|mermaid)")
BRACE = re.compile(r""""(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[{}]""")
BETWEEN_SELECTORS = re.compile(r",(?![^(]*\))")
SOURCE_MAP = re.compile(r"/\*# sourceMappingURL=.*?\*/")


def theme_style() -> str:
    """The style sheet that the installed theme has for its pages, by our choice of parts.

    Raises LookupError where the theme is not installed, or has no such file any more.
    """
    found = find_spec("material")
    folder = Path(found.origin).parent / "templates/assets/stylesheets" if found and found.origin else None
    sheets = sorted(folder.glob("main.*.min.css")) if folder else []
    if len(sheets) != 1:
        raise LookupError("mkdocs-material: main.*.min.css")
    return LICENCE + with_parts_here(SOURCE_MAP.sub("", sheets[0].read_text("utf-8")))


def with_parts_here(css: str) -> str:
    """A style sheet without the selectors that name a part of the theme which no page here has."""
    kept: list[str] = []
    for head, body in rules_of(css):
        if head.startswith(("@media", "@supports")):
            within = with_parts_here(body)
            kept += [f"{head}{{{within}}}"] if within else []
        elif head.startswith("@"):
            kept.append(f"{head}{{{body}}}")
        else:
            selectors = [one for one in BETWEEN_SELECTORS.split(head) if PARTS_HERE.issuperset(PART.findall(one))]
            kept += [f"{','.join(selectors)}{{{body}}}"] if selectors else []
    return "\n".join(kept)


def rules_of(css: str) -> Iterator[tuple[str, str]]:
    """The outermost rules of a style sheet: what stands before their braces, and within them."""
    depth = begun = opened = 0
    for found in BRACE.finditer(css):
        if found[0] == "{":
            opened = found.start() if depth == 0 else opened
            depth += 1
        elif found[0] == "}":
            depth -= 1
            if depth == 0:
                yield css[begun:opened].strip(), css[opened + 1 : found.start()]
                begun = found.end()
