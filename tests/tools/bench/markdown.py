"""The content of a finished page as Markdown that says the same: what the other engines are given to build.

Headings, paragraphs, lists, tables, quotations, links and bold stay what they are. Left out is what Markdown has no
words for: drawings (the table beside each stays), forms, and the trail and steps that an engine makes itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import html

from macros.search.page_text import INLINE

LEFT_OUT = frozenset("button fieldset form input label nav noscript script select style svg template textarea".split())
HIDDEN = frozenset(["printed", "visually-hidden"])
HEADINGS = {f"h{level}": "#" * level for level in range(1, 7)}
LISTS = {"ul": "-   ", "ol": "1.  "}
"""Four characters wide, for every Markdown to see the same nesting."""
ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", "~": "&#126;"} | {one: f"\\{one}" for one in "\\`*_[]|"}
)
AT_THE_START = re.compile(r"^(\d*)([#+.)=-])")
"""What would make a paragraph a list, a heading or a line."""


def markdown_of(content: str) -> str:
    """The Markdown of the HTML of a page's content."""
    return "\n\n".join(blocks(html.fromstring(f"<div>{content}</div>"))) + "\n"


def blocks(node: Any) -> Iterator[str]:
    """The blocks in a node in turn; text that stands between blocks is a paragraph."""
    held = escaped(node.text)
    for child in node:
        if is_block(child):
            yield from paragraph(held)
            yield from block(child)
            held = ""
        elif is_shown(child):
            held += inline(child)
        held += escaped(child.tail)
    yield from paragraph(held)


def paragraph(text: str) -> Iterator[str]:
    """A paragraph, if there is any text."""
    line = " ".join(text.split())
    if line:
        yield AT_THE_START.sub(r"\1\\\2", line)


def block(node: Any) -> Iterator[str]:
    """A block by itself."""
    if node.tag in HEADINGS:
        if heading := flat(node):
            yield f"{HEADINGS[node.tag]} {heading}"
    elif node.tag in LISTS:
        yield from listed(node)
    elif node.tag == "table":
        yield from table(node)
    elif node.tag == "blockquote":
        yield "\n>\n".join(f"> {one}" for one in blocks(node))
    elif node.tag == "dt":
        yield f"**{flat(node)}**"
    else:
        yield from blocks(node)


def listed(node: Any) -> Iterator[str]:
    """A list; its items may hold blocks, lists and tables as well."""
    items = [list(blocks(item)) for item in node.iterchildren("li") if is_shown(item)]
    between = "\n" if all(len(item) < 2 for item in items) else "\n\n"
    lines = [LISTS[node.tag] + "\n\n".join(item).replace("\n", "\n    ") for item in items if item]
    if lines:
        yield between.join(line.replace("\n    \n", "\n\n") for line in lines)


def table(node: Any) -> Iterator[str]:
    """A table of plain cells, under its caption; a Markdown table has one row of headings."""
    for caption in node.iterchildren("caption"):
        yield from blocks(caption) if is_shown(caption) else ()
    rows = [[flat(cell) for cell in row.iterchildren("th", "td")] for row in node.iter("tr")]
    width = max(map(len, rows), default=0)
    if width:
        head, *body = [f"| {' | '.join(row + [''] * (width - len(row)))} |" for row in rows]
        yield "\n".join([head, "|" + " --- |" * width, *body])


def flat(node: Any) -> str:
    """All of a node on one line."""
    parts = [escaped(node.text)]
    for child in node:
        if is_block(child):
            parts.append(f" {flat(child)} ")
        elif is_shown(child):
            parts.append(inline(child))
        parts.append(escaped(child.tail))
    return " ".join("".join(parts).split())


def inline(node: Any) -> str:
    """A piece of a line: a link, bold words, or plain ones."""
    within = escaped(node.text) + "".join(
        (inline(child) if is_shown(child) else "") + escaped(child.tail) for child in node
    )
    text = within.strip()
    if not text or node.tag not in ("a", "b", "strong"):
        return within
    before, after = within[: len(within) - len(within.lstrip())], within[len(within.rstrip()) :]
    marked = f"[{text}]({address(node.get('href', ''))})" if node.tag == "a" else f"**{text}**"
    return before + marked + after


def address(href: str) -> str:
    """The target of a link as Markdown can hold it."""
    return href.replace(" ", "%20").replace("(", "%28").replace(")", "%29")


def escaped(text: str | None) -> str:
    """Text as Markdown that shows it as it is, with no more escapes than someone who writes would put."""
    return (text or "").translate(ESCAPES)


def is_shown(node: Any) -> bool:
    """Whether a node is part of what a reader sees and Markdown can say."""
    return (
        isinstance(node.tag, str)
        and node.tag not in LEFT_OUT
        and node.get("aria-hidden") != "true"
        and HIDDEN.isdisjoint((node.get("class") or "").split())
    )


def is_block(node: Any) -> bool:
    """Whether a node is a block, or holds one."""
    return is_shown(node) and (node.tag not in INLINE or any(map(is_block, node)))
