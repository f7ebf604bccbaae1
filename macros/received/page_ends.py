"""What stands at the head and foot of pages and is no part of the document: page numbers, and what is repeated."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from macros.received.lines import LeftOut, Reason
from macros.received.placed import Edge, PlacedCharacter
from macros.received.row_flow import PageItem, PlacedRow
from macros.received.ruled_tables import RuledTable

DASHES = r"[-—–－·\s]*"
PAGE_NUMBER = re.compile(
    rf"{DASHES}(?:第?\s*[0-9０-９]{{1,4}}\s*页?|[ivx]{{1,5}})[，,\s]*(?:[/／共]\s*共?\s*[0-9０-９]{{1,4}}\s*页?)?{DASHES}"
)
PAGE_COUNT = re.compile(r"[0-9０-９]+|\b[ivx]+\b")
"""What numbers a page."""
BY_BROWSERS = re.compile(
    r"[0-9]{1,4}[/.-][0-9]{1,2}[/.-][0-9]{1,4}[,，]?\s*(?:上午|下午)?\s*[0-9]{1,2}:[0-9]{2}(?:\s*[AP]M)?(?:\s.*)?|"
    r"(?:https?|file|about):\S*(?:\s+[0-9]+/[0-9]+)?"
)
"""What browsers print at the head and foot of each page: when, the title of the page, and its address."""
EDGE_OF_PAGE = 0.14
"""The part of a page, at its top and at its bottom, where heads and feet stand."""


@dataclass(frozen=True, slots=True)
class PlacedPage:
    """A page: its size, the characters on it, and the lines that are ruled on it."""

    width: float
    height: float
    characters: tuple[PlacedCharacter, ...]
    edges: tuple[Edge, ...] = ()
    drawn: bool = False
    """Whether anything else is on it: pictures, drawings."""


def without_furniture(
    pages: Sequence[PlacedPage], laid: Sequence[list[PageItem]]
) -> tuple[list[LeftOut], list[list[PageItem]]]:
    """The pages without page numbers and what stands at the same end of several of them, each told once."""
    ends = [
        {head: end_of_page(page, items, head) for head in (True, False)}
        for page, items in zip(pages, laid, strict=True)
    ]
    seen = Counter(end for both in ends for end in {(head, words) for head in both for _, words in both[head]})
    told: dict[str, LeftOut] = {}
    kept: list[list[PageItem]] = []
    for items, both in zip(laid, ends, strict=True):
        gone: set[int] = set()
        for head, end in both.items():
            for at, words in end:
                text = row_text(items[at])
                why = why_furniture(text, head, repeated=seen[head, words] > max(1, len(pages) * 0.3))
                if why is None:
                    break
                gone.add(at)
                told.setdefault(why if why == "page-number" else words, LeftOut(why, text))
        kept.append([item for at, item in enumerate(items) if at not in gone])
    return list(told.values()), kept


def end_of_page(page: PlacedPage, items: Sequence[PageItem], head: bool) -> list[tuple[int, str]]:
    """The rows at the head of a page from its top, or at its foot from its bottom: their places, and words.

    At the foot all numbers are alike, as what numbers pages differs in these; at the head 附件1 and 附件2 are not.
    """
    found: list[tuple[int, str]] = []
    for at in range(len(items)) if head else reversed(range(len(items))):
        item = items[at]
        if isinstance(item, RuledTable):
            break
        if (item.row.bottom if head else page.height - item.row.top) > page.height * EDGE_OF_PAGE:
            break
        found.append((at, item.row.text if head else PAGE_COUNT.sub("#", item.row.text)))
    return found


def row_text(item: PageItem) -> str:
    """The words of a row; of a table, none."""
    return item.row.text if isinstance(item, PlacedRow) else ""


def why_furniture(text: str, head: bool, repeated: bool) -> Reason | None:
    """Why a row at the head or foot of a page is no part of the document; None where it may be."""
    if PAGE_NUMBER.fullmatch(text):
        return "page-number"
    if not repeated and not BY_BROWSERS.fullmatch(text):
        return None
    return "header" if head else "footer"
