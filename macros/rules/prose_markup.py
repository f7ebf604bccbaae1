"""The markup of prose pages: it marks words up, and none of it hides, runs, loads or leads away."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from macros.problems import Place, Problem
from macros.text.languages import Bilingual
from macros.yaml_files.characters import hidden_characters


def unseen_characters(text: str, shown: str) -> Iterator[Problem]:
    """No character of a page is invisible, turns text round, or was lost."""
    for number, line in enumerate(text.replace("\t", "    ").split("\n"), 1):
        for at, (wrong, fix) in () if line.isascii() and line.isprintable() else hidden_characters(line):
            yield Problem(Place(shown, number, at + 1), wrong, fix)


def attributes_that_act(text: str, shown: str) -> Iterator[Problem]:
    """A list of attributes names its heading, {: #id }, and does nothing else: hidden, style or a class would hide it.

    Macros, {{ name() }}, are none, and nor is what stands between backticks.
    """
    for number, line in enumerate(text.split("\n"), 1):
        for found in ATTRIBUTES.finditer(NOT_ATTRIBUTES.sub(lambda call: " " * len(call[0]), line)):
            if not NAMES_ALONE.fullmatch(found[1]):
                yield Problem(
                    Place(shown, number, found.start() + 1),
                    Bilingual(f"网页文字里不能写“{found[0]}”。", f'A page cannot hold "{found[0]}".'),
                    Bilingual(
                        "花括号里只写标题的编号，如 {: #checked }。",
                        "Braces hold the id of a heading alone, as {: #checked }.",
                    ),
                    excerpt=line,
                )


NOT_ATTRIBUTES = re.compile(r"`[^`]*`|\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
ATTRIBUTES = re.compile(r"\{:?[ ]*([^}\n ][^}\n]*?)[ ]*\}")
"""As Python-Markdown finds lists of attributes, with a colon or without."""
NAMES_ALONE = re.compile(r"#[\w-]+(?: +\.visually-hidden)?")
"""An id, and the class of headings that are read out alone."""


def markup_that_acts(text: str, shown: str) -> Iterator[Problem]:
    """Prose holds no HTML but what marks words up, and no address that is a program.

    What loads, runs, leads away, hides or turns text round would show other words than those that are reviewed. HTML
    that is to be read as text is written with &lt;.
    """
    for number, line in enumerate(text.split("\n"), 1):
        plain = html.unescape(line)
        found = [tag for tag in HTML_TAG.finditer(line) if tag[1].lower() not in PLAIN_TAGS or STYLED.search(tag[2])]
        program = PROGRAM.search("".join(char for char in plain if char > " "))
        if found or program:
            words = found[0][0] if found else "javascript:"
            wrong, fix = (Bilingual(zh.format(words), en.format(words)) for zh, en in NO_MARKUP)
            yield Problem(Place(shown, number, found[0].start() + 1 if found else 1), wrong, fix, excerpt=line)


HTML_TAG = re.compile(r"<[/!?]?([A-Za-z][A-Za-z0-9-]*)([^<>]*)>?")
"""A tag, closed on its line or not."""
PLAIN_TAGS = frozenset(
    "abbr b br caption code dd del details dl dt em figcaption figure hr i ins kbd li mark ol p pre q rp rt ruby s "
    "small strong sub summary sup table tbody td tfoot th thead tr u ul var wbr".split()
)
"""HTML that only marks words up."""
STYLED = re.compile(r"(?i)\b(?:on[a-z]+|style|class|hidden|dir|id|src|href|srcdoc)\s*=|\bhidden\b")
PROGRAM = re.compile(r"(?i)(?:\]\(<?|\]:<?|<)(?:(?:java|vb)script|data):")
"""An address in Markdown that is a program, its line without white space."""
NO_MARKUP = (
    ("网页文字里不能写“{}”。", 'A page cannot hold "{}".'),
    (
        "只用 Markdown；要把尖括号当文字显示的，写 &lt; 和 &gt;。",
        "Use Markdown alone; write &lt; and &gt; for angle brackets that are to be read.",
    ),
)
