"""Reads what a finished page says, block by block, for the search index."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lxml import etree

from macros.pages.fallback import MARK_CLASS, NOT_MARKED, bounds_of, joined_bounds

INLINE = frozenset("a abbr b bdi cite code data del dfn em i ins kbd mark q s small span strong sub sup time u".split())
"""Elements that do not end a block of text."""
NOT_READ = frozenset("caption form h1 nav noscript script style summary svg thead".split())
"""Elements that say how to use the page, not what it is about; ``h1`` is read by itself."""


@dataclass(frozen=True)
class PageText:
    """What a page says: its title, its main heading, its blocks of text, and the entries it lists by address.

    In templates ``data-search="off"`` leaves an element out, and ``data-entry="address"`` marks one that is an entry
    of its own: the page is then found by that entry.
    """

    title: str
    heading: str
    passages: tuple[str, ...]
    lists: tuple[str, ...]


BLOCK_END = "\x01"
"""Stands where a block of text ends; no page holds it."""
HEADING_TEXT = etree.XPath(f".//text()[not(ancestor::*[@class='{MARK_CLASS}'])]")
"""What a heading says; that it is not translated is no part of it."""
ENTRIES = etree.XPath("//@data-entry")
"""The entries that stand on a page."""


def page_text(title: str, content: str, *, mark: bool = False) -> PageText:
    """The text of a page from the HTML of its content; with ``mark`` its passages mark what is Chinese in them."""
    (tree,) = etree.HTML(f"<div>{content}</div>").find("body")
    heading = next((spaced("".join(map(str, HEADING_TEXT(one)))) for one in tree.iter("h1")), title)
    passages = (spaced(block) for block in blocks(tree, mark))
    return PageText(
        title,
        heading,
        tuple(dict.fromkeys(passage for passage in passages if passage)),
        tuple(dict.fromkeys(map(str, ENTRIES(tree)))),
    )


def spaced(text: str) -> str:
    """``text`` with single spaces."""
    return " ".join(text.split())


def blocks(tree: Any, mark: bool) -> list[str]:
    """The text of each block in turn."""
    held: list[str] = []
    add_text_of(tree, mark, NOT_MARKED, held)
    return [joined_bounds(block) for block in "".join(held).split(BLOCK_END)]


def add_text_of(node: Any, mark: bool, bounds: tuple[str, str], held: list[str]) -> None:
    """Adds the text in a node to what is ``held``, with the marks that are put around it, and a sign at both ends of a
    block.
    """
    if not is_read(node):
        return
    own = bounds_of(node.get("lang"), node.get("class"), bounds) if mark else bounds
    end = "" if node.tag in INLINE else BLOCK_END
    held += (end, between_marks(node.text, own))
    for child in node:
        add_text_of(child, mark, own, held)
        held.append(between_marks(child.tail, own))
    held.append(end)


def between_marks(text: str | None, bounds: tuple[str, str]) -> str:
    """A text between its marks; space alone needs none."""
    return f"{bounds[0]}{text}{bounds[1]}" if text and not text.isspace() else text or ""


def is_read(node: Any) -> bool:
    """Whether the text of a node belongs to the page itself."""
    return (
        isinstance(node.tag, str)
        and node.tag not in NOT_READ
        and node.get("data-search") != "off"
        and node.get("data-entry") is None
        and node.get("aria-hidden") != "true"
        and "visually-hidden" not in (node.get("class") or "").split()
    )
