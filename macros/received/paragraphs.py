"""Pages of placed characters -> the lines of a document: rows that only the width of the page parts are joined again.

A row goes on in the next where the first word of that one would not have fitted behind it, and no indent, larger gap or
change of size says that a paragraph begins. What stands at the head or foot of several pages is left out and told.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from macros.received.joining import NO_BEGINNING, clean, is_wide, joint
from macros.received.lines import CannotReadError, LeftOut, ReadDocument, Reason
from macros.received.placed import Edge, Placed, Row, columns, each_once, rows_of
from macros.received.reasons import NO_CHARACTERS, SCAN
from macros.received.ruled_tables import RuledTable, tables_on

DASHES = r"[-—–－·\s]*"
PAGE_NUMBER = re.compile(
    rf"{DASHES}(?:第?\s*[0-9０-９]{{1,4}}\s*页?|[ivx]{{1,5}})[，,\s]*(?:[/／共]\s*共?\s*[0-9０-９]{{1,4}}\s*页?)?{DASHES}"
)
UNKNOWN = "\ufffd"
MOST_UNKNOWN = 0.05
"""The part of the letters and digits that may be unknown: with more, what is read is no text."""
EDGE_OF_PAGE = 0.14
"""The part of a page, at its top and at its bottom, where heads and feet stand."""
LISTED = re.compile(r"[•●■◆➢✓□○▪·*\-–—]|[（(]?[0-9a-zA-Z]{1,3}[.)、）．]")
"""What a paragraph begins with whose further rows are indented."""


@dataclass(frozen=True, slots=True)
class PlacedPage:
    """A page: its size, the characters on it, and the lines that are ruled on it."""

    width: float
    height: float
    characters: tuple[Placed, ...]
    edges: tuple[Edge, ...] = ()
    drawn: bool = False
    """Whether anything else is on it: pictures, drawings."""


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A row of running text: its page, the part of that page, whether that is one of several columns, its margins."""

    row: Row
    page: int
    part: int
    column: bool
    left: float
    right: float


Item = PlacedRow | RuledTable


def read_pages(pages: Sequence[PlacedPage], beside: Sequence[LeftOut] = ()) -> ReadDocument:
    """The document on some pages; ``beside`` is what was left out of them already.

    Raises ``CannotReadError`` where they hold no text, or characters of which nobody can tell what they are.
    """
    check_characters(pages)
    empty = [number for number, page in enumerate(pages, 1) if page.drawn and not has_text(page)]
    beside = [*beside, *(LeftOut("empty-page", f"{number}/{len(pages)}") for number in empty)]
    laid = [list(items_of(number, page)) for number, page in enumerate(pages)]
    left_out, laid = without_furniture(pages, laid)
    items = with_margins(laid, pages)
    usual = usual_step(items)
    size = body_size(items)
    lines: list[str] = []
    before: Item | None = None
    inside = False
    heads: list[str] = []
    for item in items:
        if isinstance(item, RuledTable):
            lines += continued(item, before, heads, left_out)
        else:
            if inside := isinstance(before, PlacedRow) and goes_on(before, item, usual, size, inside):
                lines[-1] = joint(lines[-1], clean(item.row.text))
            else:
                lines.append(clean(item.row.text))
        before = item
    return ReadDocument(tuple(lines), (*left_out, *beside))


def has_text(page: PlacedPage) -> bool:
    """Whether there are characters on a page."""
    return any(one.text.strip() for one in page.characters)


def check_characters(pages: Sequence[PlacedPage]) -> None:
    """Raises ``CannotReadError`` where no characters are on any page, or too many are not known."""
    every = [one.text for page in pages for one in page.characters if one.text.strip()]
    if not every:
        raise CannotReadError(SCAN)
    unknown = sum(map(is_unknown, every))
    if unknown > MOST_UNKNOWN * sum(text.isalnum() or is_unknown(text) for text in every):
        raise CannotReadError(NO_CHARACTERS)


def is_unknown(text: str) -> bool:
    """Whether a character is none that people write."""
    return UNKNOWN in text or unicodedata.category(text[0]) in ("Co", "Cn", "Cs")


def items_of(number: int, page: PlacedPage) -> Iterator[Item]:
    """The rows and tables of a page, in the order in which they are read."""
    characters = each_once(page.characters)
    tables = tables_on(page.edges, characters)
    rest = [one for one in characters if not any(one in table.held for table in tables)]
    part = 0
    for table in [*tables, None]:
        above = [one for one in rest if table is None or one.middle < table.top]
        rest = [one for one in rest if table is not None and one.middle >= table.top]
        for group in (groups := columns(above)):
            part += 1
            for row in rows_of(group):
                yield PlacedRow(row, number, part, len(groups) > 1, row.x0, row.x1)
        if table:
            yield table


def without_furniture(
    pages: Sequence[PlacedPage], laid: Sequence[list[Item]]
) -> tuple[list[LeftOut], list[list[Item]]]:
    """The pages without page numbers and what stands at the same end of several of them, each told once."""
    ends = [
        {head: end_of_page(page, items, head) for head in (True, False)}
        for page, items in zip(pages, laid, strict=True)
    ]
    seen = Counter(end for both in ends for end in {(head, words) for head in both for _, words in both[head]})
    told: dict[str, LeftOut] = {}
    kept: list[list[Item]] = []
    for items, both in zip(laid, ends, strict=True):
        gone: set[int] = set()
        for head, end in both.items():
            for at, words in end:
                text = text_of(items[at])
                why = furniture(text, head, repeated=seen[head, words] > max(1, len(pages) * 0.3))
                if why is None:
                    break
                gone.add(at)
                told.setdefault(why if why == "page-number" else words, LeftOut(why, text))
        kept.append([item for at, item in enumerate(items) if at not in gone])
    return list(told.values()), kept


def end_of_page(page: PlacedPage, items: Sequence[Item], head: bool) -> list[tuple[int, str]]:
    """The rows at the head of a page from its top, or at its foot from its bottom: their places, and words.

    At the foot all digits are alike, as what numbers pages differs in these; at the head 附件1 and 附件2 are not.
    """
    found: list[tuple[int, str]] = []
    for at in range(len(items)) if head else reversed(range(len(items))):
        item = items[at]
        if isinstance(item, RuledTable):
            break
        if (item.row.bottom if head else page.height - item.row.top) > page.height * EDGE_OF_PAGE:
            break
        found.append((at, item.row.text if head else re.sub("[0-9０-９]+", "#", item.row.text)))
    return found


def text_of(item: Item) -> str:
    """The words of a row; of a table, none."""
    return item.row.text if isinstance(item, PlacedRow) else ""


def furniture(text: str, head: bool, repeated: bool) -> Reason | None:
    """Why a row at the head or foot of a page is no part of the document; None where it may be."""
    if PAGE_NUMBER.fullmatch(text):
        return "page-number"
    if not repeated:
        return None
    return "header" if head else "footer"


def with_margins(laid: Sequence[Sequence[Item]], pages: Sequence[PlacedPage]) -> list[Item]:
    """Every item of all pages, the rows with the margins of their column, or of all pages as wide as theirs."""
    items = [item for page in laid for item in page]
    groups: defaultdict[tuple[float, ...], list[Row]] = defaultdict(list)
    for item in items:
        if isinstance(item, PlacedRow):
            groups[(pages[item.page].width,)].append(item.row)
            groups[(item.page, item.part)].append(item.row)
    margins: dict[tuple[float, ...], tuple[float, float]] = {}
    for group, rows in groups.items():
        left, right = left_of(rows), right_of(rows)
        margins[group] = (left, max(right, group[0] - left) if len(rows) < FEW_ROWS else right)
    made: list[Item] = []
    for item in items:
        if isinstance(item, PlacedRow):
            own = (item.page, item.part)
            group = own if item.column and len(groups[own]) >= FEW_ROWS else (pages[item.page].width,)
            made.append(replace(item, left=margins[group][0], right=margins[group][1]))
        else:
            made.append(item)
    return made


def left_of(rows: Sequence[Row]) -> float:
    """Where rows begin: the leftmost place in which several do, as one alone may hang out."""
    places = sorted(row.x0 for row in rows)
    more = min(len(rows) // SEVERAL, 2)
    return next(
        (one for one, other in zip(places, places[more:], strict=False) if other - one < rows[0].size), places[0]
    )


def right_of(rows: Sequence[Row]) -> float:
    """How far rows reach to the right; marks may hang out behind that."""
    return max((row.x1 for row in rows if row.text[-1] not in NO_BEGINNING), default=max(row.x1 for row in rows))


SEVERAL = 6
"""Rows of which one may stand out beyond the margins."""
FEW_ROWS = 4
"""Rows that do not show how far rows reach; the margins of their page are taken to be equal."""


def usual_step(items: Sequence[Item]) -> float:
    """How far down the next row of a paragraph is, in heights of its characters."""
    steps = sorted(
        (after.row.bottom - one.row.bottom) / one.row.size
        for one, after in pairwise(items)
        if isinstance(one, PlacedRow) and isinstance(after, PlacedRow) and is_below(one, after) and is_full(one, after)
    )
    return steps[len(steps) // 4] if steps else 0


def body_size(items: Sequence[Item]) -> float:
    """The height of most characters."""
    sizes = Counter(round(one.row.size, 1) for one in items if isinstance(one, PlacedRow) for _ in one.row.characters)
    return sizes.most_common(1)[0][0] if sizes else 0


def is_below(one: PlacedRow, after: PlacedRow) -> bool:
    """Whether a row stands below another in the same column."""
    return (one.page, one.part) == (after.page, after.part)


def is_full(one: PlacedRow, after: PlacedRow) -> bool:
    """Whether the first word of the next row would not have fitted behind a row."""
    return one.row.x1 + first_word(after.row) > one.right - one.row.size * 0.3


def first_word(row: Row) -> float:
    """How wide the beginning of a row is that cannot be parted: a word or number, or a Chinese character, with the
    marks that cannot stand without it."""
    begun, end = False, row.characters[0].x0
    before: Placed | None = None
    for one in row.characters:
        opens = unicodedata.category(one.text[0]) in ("Ps", "Pi")
        if begun and one.text[0] not in NO_BEGINNING:
            parted = before is not None and one.x0 - before.x1 > row.size * 0.22
            if is_wide(one.text[0]) or (before is not None and is_wide(before.text[-1])) or parted:
                break
        begun = begun or not opens
        end, before = one.x1, one
    return end - row.characters[0].x0


def goes_on(one: PlacedRow, after: PlacedRow, usual: float, size: float, inside: bool) -> bool:
    """Whether a row goes on in the next; ``inside`` tells whether the row before went on in it."""
    if abs(one.row.size - after.row.size) > 0.1 * one.row.size or is_parted(one.row) or is_parted(after.row):
        return False
    below = is_below(one, after)
    step = (after.row.bottom - one.row.bottom) / one.row.size
    if below and usual and step > usual * 1.18 + 0.1:
        return False
    if is_title(one, size) and is_title(after, size):
        return below and step < 2.5
    if not is_full(one, after):
        return False
    indent = (after.row.x0 - after.left) - (one.row.x0 - one.left)
    if LISTED.match(one.row.text) and not LISTED.match(after.row.text) and 0 <= indent < 3 * one.row.size:
        return True  # The further rows of an item of a list are indented, or stand below its first.
    if inside and abs(after.row.x0 - one.row.x0) < one.row.size * 0.3:
        return True
    return after.row.x0 - after.left < one.row.size * 0.9


def is_parted(row: Row) -> bool:
    """Whether a wide blank parts a row, as those of tables without lines, and of forms."""
    return any(after.x0 - before.x1 > 2 * row.size for before, after in pairwise(row.characters))


def is_title(one: PlacedRow, size: float) -> bool:
    """Whether a row stands in the middle, in larger characters than most."""
    before, behind = one.row.x0 - one.left, one.right - one.row.x1
    return one.row.size > 1.15 * size and abs(before - behind) < 2 * one.row.size


def continued(table: RuledTable, before: Item | None, heads: list[str], left_out: list[LeftOut]) -> list[str]:
    """The lines of a table; where it goes on from the page before, without the head that is repeated, which is told."""
    lines = list(table.lines)
    goes_on = isinstance(before, RuledTable) and len(before.columns) == len(table.columns)
    if not goes_on:
        heads[:] = lines
        return lines
    repeated = next((at for at, (one, head) in enumerate(zip(lines, heads, strict=False)) if one != head), 0)
    left_out += [LeftOut("header", line) for line in lines[:repeated]]
    return lines[repeated:]
