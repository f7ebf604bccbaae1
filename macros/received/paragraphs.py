"""Pages of placed characters -> the lines of a document: rows that only the width of the page parts are joined again.

A row goes on in the next where the first word of that one would not have fitted behind it, and no indent, larger gap or
change of size says that a paragraph begins. What stands at the head or foot of several pages is left out and told.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from macros.received.column_tails import gutter_of_columns, tail_of_columns
from macros.received.joining import NO_BEGINNING, clean, joint
from macros.received.lines import CannotReadError, LeftOut, ReadDocument
from macros.received.overprinted import watermark_on, without_doubles
from macros.received.page_ends import PlacedPage, without_furniture
from macros.received.placed import PageRow, reading_parts, text_rows
from macros.received.reasons import NO_CHARACTERS, SCAN
from macros.received.row_flow import PageItem, PlacedRow, body_size, goes_on, usual_step
from macros.received.ruled_tables import RuledTable, tables_on
from macros.text.han_scripts import simplifier, traditionaliser

MOST_PAGES = 500
MOST_CHARACTERS = 1_000_000
"""Pages and characters of a file; with more it is too large."""
DOOR = "\u2f3e"
LOST_CHARACTER = "\ufffd"
BROKEN_NUMBER = re.compile(r"[\u3000-\uffef][0-9]+(?:,[0-9]{3})*(?:[,.][0-9]*)?$")
"""The beginning of a number in Chinese text, at the end of a row."""
MOST_UNKNOWN = 0.05
"""The part of the letters and digits that may be unknown: with more, what is read is no text."""


def read_pages(pages: Sequence[PlacedPage], beside: Sequence[LeftOut] = ()) -> ReadDocument:
    """The document on some pages; ``beside`` is what was left out of them already.

    Raises ``CannotReadError`` where they hold no text, or characters of which nobody can tell what they are.
    """
    check_characters(pages)
    empty = [number for number, page in enumerate(pages, 1) if page.drawn and not has_text(page)]
    beside = [*beside, *(LeftOut("empty-page", f"{number}/{len(pages)}") for number in empty)]
    marks = [watermark_on(page.characters) for page in pages]
    beside += [LeftOut("furniture", "".join(one.text for one in mark)) for mark in marks if mark]
    pages = [
        replace(page, characters=tuple(one for one in page.characters if one not in {*mark})) if mark else page
        for page, mark in zip(pages, marks, strict=True)
    ]
    laid: list[list[PageItem]] = []
    for number, page in enumerate(pages):
        gutter = gutter_of_columns(laid[-1]) if laid else None
        laid.append(list(items_of(number, page, gutter)))
    left_out, laid = without_furniture(pages, laid)
    items = with_margins(laid, pages)
    usual = usual_step(items)
    size = body_size(items)
    lines: list[str] = []
    before: PageItem | None = None
    inside = False
    heads: list[str] = []
    for item in items:
        if isinstance(item, RuledTable):
            lines += continued(item, before, heads, left_out)
        else:
            if inside := isinstance(before, PlacedRow) and goes_on(before, item, usual, size, inside):
                lines[-1] = in_one_paragraph(lines[-1], clean(item.row.text))
            else:
                lines.append(clean(item.row.text))
        before = item
    return ReadDocument(tuple(in_one_script(lines)), (*left_out, *beside))


def in_one_paragraph(before: str, after: str) -> str:
    """Two rows of a paragraph as one line; digits at the end of a full row go on in those of the next."""
    if BROKEN_NUMBER.search(before) and after[:1].isdecimal():
        return before + after
    return joint(before, after)


def in_one_script(lines: Sequence[str]) -> list[str]:
    """Lines in which the radical ⼾ is 户, or 戶 where they are in Traditional script: some fonts have one for both."""
    if not any(DOOR in line for line in lines):
        return list(lines)
    text = "".join(lines)
    simplified, traditional = (
        sum(one != other for one, other in zip(text, converter().convert(text), strict=False))
        for converter in (traditionaliser, simplifier)
    )
    return [line.replace(DOOR, "戶" if traditional > simplified else "户") for line in lines]


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
    return LOST_CHARACTER in text or unicodedata.category(text[0]) in ("Co", "Cn", "Cs")


def items_of(number: int, page: PlacedPage, gutter: float | None) -> Iterator[PageItem]:
    """The rows and tables of a page, in the order in which they are read; ``gutter`` is that of the page before."""
    characters = without_doubles(page.characters)
    tables = tables_on(page.edges, characters)
    rest = [one for one in characters if not any(one in table.held for table in tables)]
    part = 0
    for table in [*tables, None]:
        above = [one for one in rest if table is None or one.middle < table.top]
        rest = [one for one in rest if table is not None and one.middle >= table.top]
        groups = reading_parts(above)
        if gutter is not None and len(groups) == 1:
            groups = tail_of_columns(groups[0], gutter)
        for group in groups:
            part += 1
            for row in text_rows(group):
                yield PlacedRow(row, number, part, len(groups) > 1, row.x0, row.x1)
        if table:
            yield table


def with_margins(laid: Sequence[Sequence[PageItem]], pages: Sequence[PlacedPage]) -> list[PageItem]:
    """Every item of all pages, the rows with the margins of their column, or of all pages as wide as theirs."""
    items = [item for page in laid for item in page]
    groups: defaultdict[tuple[float, ...], list[PageRow]] = defaultdict(list)
    rows = [item for item in items if isinstance(item, PlacedRow)]
    inner = [one for one in rows if is_inner(one, pages[one.page])]
    for one in inner if len(inner) >= FEW_ROWS else rows:
        groups[(pages[one.page].width,)].append(one.row)
    for one in rows:
        groups.setdefault((pages[one.page].width,), [one.row])
        groups[(one.page, one.part)].append(one.row)
    margins: dict[tuple[float, ...], tuple[float, float]] = {}
    for group, those in groups.items():
        left, right = left_of(those), right_of(those)
        margins[group] = (left, max(right, group[0] - left) if len(those) < FEW_ROWS else right)
    made: list[PageItem] = []
    for item in items:
        if isinstance(item, PlacedRow):
            group = column_like(item, groups) or (pages[item.page].width,)
            made.append(replace(item, left=margins[group][0], right=margins[group][1]))
        else:
            made.append(item)
    return made


def column_like(one: PlacedRow, groups: Mapping[tuple[float, ...], Sequence[PageRow]]) -> tuple[float, ...]:
    """The group of rows that shows how far the column of a row reaches: its own, or where that has few rows that of the
    same column on the page before; none for a row in no column."""
    if not one.column:
        return ()
    own = (one.page, one.part)
    if len(groups[own]) >= FEW_ROWS:
        return own
    near = 2 * one.row.size
    for group in [group for group in groups if len(group) > 1 and group[0] == one.page - 1]:
        rows = groups[group]
        within = left_of(rows) - near < one.row.x0 and one.row.x1 < right_of(rows) + near
        if len(rows) >= FEW_ROWS and within:
            return group
    return ()


def is_inner(one: PlacedRow, page: PlacedPage) -> bool:
    """Whether a row is far enough from the head and foot of its page to be no part of these."""
    return page.height * OUTER < one.row.top and one.row.bottom < page.height * (1 - OUTER)


OUTER = 0.07
"""The part of a page, at its top and at its bottom, whose rows do not show how far others reach."""


def left_of(rows: Sequence[PageRow]) -> float:
    """Where rows begin: the leftmost place in which several do, as one alone may hang out."""
    places = sorted(row.x0 for row in rows)
    more = min(len(rows) // ROWS_FOR_ONE_ASTRAY, 2)
    return next(
        (one for one, other in zip(places, places[more:], strict=False) if other - one < rows[0].size), places[0]
    )


def right_of(rows: Sequence[PageRow]) -> float:
    """How far rows reach to the right; marks may hang out behind that, and so may few of many rows."""
    places = sorted((row.x1 for row in rows if row.text[-1] not in NO_BEGINNING), reverse=True)
    places = places or sorted((row.x1 for row in rows), reverse=True)
    more, near = len(rows) // ROWS_FOR_ONE_WIDE, 2 * rows[0].size
    return next((one for one, other in zip(places, places[more:], strict=False) if one - other < near), places[0])


ROWS_FOR_ONE_WIDE = 30
"""Rows of which one may stand out to the right."""
ROWS_FOR_ONE_ASTRAY = 6
"""Rows of which one may stand out beyond the margins."""
FEW_ROWS = 4
"""Rows that do not show how far rows reach; the margins of their page are taken to be equal."""


def continued(table: RuledTable, before: PageItem | None, heads: list[str], left_out: list[LeftOut]) -> list[str]:
    """The lines of a table; where it goes on from the page before, without the head that is repeated, which is told."""
    lines = list(table.lines)
    goes_on = isinstance(before, RuledTable) and len(before.columns) == len(table.columns)
    if not goes_on:
        heads[:] = lines
        return lines
    repeated = next((at for at, (one, head) in enumerate(zip(lines, heads, strict=False)) if one != head), 0)
    left_out += [LeftOut("header", line) for line in lines[:repeated]]
    return lines[repeated:]
