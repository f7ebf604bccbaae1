"""Reads what a finished page says, block by block, for the search index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from macros.pages.fallback import MARK_CLASS, NOT_MARKED, bounds_of, joined_bounds

INLINE = frozenset("a abbr b bdi cite code data del dfn em i ins kbd mark q s small span strong sub sup time u".split())
"""Elements that do not end a block of text."""
NOT_READ = frozenset("caption form h1 nav noscript script style summary svg thead".split())
"""Elements that say how to use the page, not what it is about; ``h1`` is read by itself."""


PLACE_HEADINGS = frozenset("h2 h3 h4 summary".split())
"""Elements whose place goes on behind them: to the next of them, or to the end of what holds them."""


@dataclass(frozen=True)
class PageText:
    """What a page says: its title, its main heading, its blocks of text, and the entries it lists by address.

    ``places`` gives the blocks that stand at a place of the page its id: in an element that has one, or below a heading
    that has one. In templates ``data-search="off"`` leaves an element out, and ``data-entry="address"`` marks one that
    is an entry of its own: the page is then found by that entry.
    """

    title: str
    heading: str
    passages: tuple[str, ...]
    lists: tuple[str, ...]
    places: Mapping[str, str] = field(default_factory=dict)


BLOCK_END = "\x01"
"""Stands where a block of text ends; no page holds it."""
PLACE_MARK = "\x02"
"""Begins a block that is no text but the id of the place where those behind it stand."""
HEADING_TEXT = etree.XPath(f".//text()[not(ancestor::*[@class='{MARK_CLASS}'])]")
"""What a heading says; that it is not translated is no part of it."""
ENTRIES = etree.XPath("//@data-entry")
"""The entries that stand on a page."""


def page_text(title: str, content: str, *, mark: bool = False) -> PageText:
    """The text of a page from the HTML of its content; with ``mark`` its passages mark what is Chinese in them."""
    (tree,) = etree.HTML(f"<div>{content}</div>").find("body")
    heading = next((spaced("".join(map(str, HEADING_TEXT(one)))) for one in tree.iter("h1")), title)
    said = list(blocks_placed(blocks(tree, mark)))
    return PageText(
        title,
        heading,
        tuple(dict.fromkeys(passage for passage, _ in said)),
        tuple(dict.fromkeys(map(str, ENTRIES(tree)))),
        {passage: place for passage, place in reversed(said) if place},
    )


def blocks_placed(found: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each block of text with the id of its place, empty where it stands at none."""
    place = ""
    for block in found:
        if block.startswith(PLACE_MARK):
            place = block.removeprefix(PLACE_MARK)
        elif text := spaced(block):
            yield text, place


def spaced(text: str) -> str:
    """``text`` with single spaces."""
    return " ".join(text.split())


def blocks(tree: Any, mark: bool) -> list[str]:
    """The text of each block in turn, and the places where they stand."""
    held: list[str] = []
    add_text_of(tree, mark, NOT_MARKED, "", held)
    return [joined_bounds(block) for block in "".join(held).split(BLOCK_END)]


def add_text_of(node: Any, mark: bool, bounds: tuple[str, str], place: str, held: list[str]) -> None:
    """Adds the text in a node to what is ``held``, with the marks that are put around it, a sign at both ends of a
    block, and the place at which the text stands wherever that changes.
    """
    own = bounds_of(node.get("lang"), node.get("class"), bounds) if mark else bounds
    end = "" if node.tag in INLINE else BLOCK_END
    held += (end, between_marks(node.text, own))
    here = place
    for child in node:
        if is_read(child):
            at = place_at(child, here, place)
            if at != here:
                held.append(f"{BLOCK_END}{PLACE_MARK}{at}{BLOCK_END}")
            add_text_of(child, mark, own, at, held)
            behind = at if child.tag in PLACE_HEADINGS else here
            if behind != at:
                held.append(f"{BLOCK_END}{PLACE_MARK}{behind}{BLOCK_END}")
            here = behind
        held.append(between_marks(child.tail, own))
    if here != place:
        held.append(f"{BLOCK_END}{PLACE_MARK}{place}{BLOCK_END}")
    held.append(end)


def place_at(node: Any, here: str, around: str) -> str:
    """The place of a node: its own, a heading without one ends that of the heading before, others stand where they
    are; what holds the heading of the page is the page itself."""
    if node.tag in INLINE or (node.get("id") and node.find(".//h1") is not None):
        return here
    return str(node.get("id", around if node.tag in PLACE_HEADINGS else here))


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
