"""Reads what a finished page says, block by block, for the search index."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import html

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


HEADING_TEXT = f".//text()[not(ancestor::*[@class='{MARK_CLASS}'])]"
"""What a heading says; that it is not translated is no part of it."""


def page_text(title: str, content: str, *, mark: bool = False) -> PageText:
    """The text of a page from the HTML of its content; with ``mark`` its passages mark what is Chinese in them."""
    tree = html.fromstring(f"<div>{content}</div>")
    heading = next((spaced("".join(one.xpath(HEADING_TEXT))) for one in tree.iter("h1")), title)
    passages = (spaced(block) for block in blocks(tree, mark))
    return PageText(
        title,
        heading,
        tuple(dict.fromkeys(passage for passage in passages if passage)),
        tuple(dict.fromkeys(one.get("data-entry") for one in tree.iterfind(".//*[@data-entry]"))),
    )


def spaced(text: str) -> str:
    """``text`` with single spaces."""
    return " ".join(text.split())


def blocks(tree: Any, mark: bool) -> Iterator[str]:
    """The text of each block in turn."""
    held: list[str] = []
    for text, ends, (before, behind) in text_pieces(tree, mark, NOT_MARKED):
        held.append(f"{before}{text}{behind}" if text.strip() else text)
        if ends:
            yield joined_bounds("".join(held))
            held.clear()


def text_pieces(node: Any, mark: bool, bounds: tuple[str, str]) -> Iterator[tuple[str, bool, tuple[str, str]]]:
    """The text in a node piece by piece, whether a block ends behind it, and the marks to put around it."""
    if not is_read(node):
        return
    block = node.tag not in INLINE
    own = bounds_of(node.get("lang"), node.get("class"), bounds) if mark else bounds
    yield "", block, own
    yield node.text or "", False, own
    for child in node:
        yield from text_pieces(child, mark, own)
        yield child.tail or "", False, own
    yield "", block, own


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
