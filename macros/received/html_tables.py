"""The tables of a web page: which of them are some, and what their cells say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html

from macros.received.html_unseen import Unseen
from macros.received.html_words import HEADING_ELEMENTS, TellLeftOut, element_words, one_line_shown
from macros.received.lines import Reason, SpanningCell


def is_data_table(table: html.HtmlElement) -> bool:
    """Whether a table is one, and no means to lay out a page: two rows, two columns, nothing large within."""
    if any(one.tag in ("table", *HEADING_ELEMENTS) for one in table.iterdescendants()):
        return False
    rows = list(rows_in(table))
    return sum(bool(row) for row in rows) > 1 and max(sum(cell.columns for cell in row) for row in rows) > 1


def rows_in(
    table: html.HtmlElement, unseen: Unseen | None = None, told: TellLeftOut = lambda why, said: None
) -> Iterator[tuple[SpanningCell, ...]]:
    """The rows of a table that is not within another; what is ``unseen`` of it is told and left out."""
    for row in table.iter("tr"):
        parts = [row, *row.iterancestors("thead", "tbody", "tfoot")]
        hidden: Reason | None = next(filter(None, map(unseen.why, parts)), None) if unseen else None
        if hidden:
            told(hidden, element_words(row))
            continue
        cells = []
        for cell in row.iterchildren("td", "th"):
            why = unseen.why(cell) if unseen else None
            if why:
                told(why, element_words(cell))
            if why and unseen and not unseen.keeps_its_place(cell):
                continue
            words = "" if why else element_words(cell, unseen, told)
            cells.append(SpanningCell(words, reach_of(cell, "rowspan"), reach_of(cell, "colspan")))
        yield tuple(cells)


def around_cells(table: html.HtmlElement, unseen: Unseen, told: TellLeftOut) -> Iterator[str]:
    """What stands in a table and in none of its cells: its caption, and words that a browser shows above it."""
    for one in table.iter():
        if one.tag == "caption":
            if why := unseen.why(one):
                told(why, element_words(one))
            else:
                yield element_words(one, unseen, told)
        elif one.tag in ("table", "thead", "tbody", "tfoot", "tr"):
            yield one_line_shown(one.text or "")
        if one is not table and one.tag in ("caption", "thead", "tbody", "tfoot", "tr", "td", "th", "colgroup", "col"):
            yield one_line_shown(one.tail or "")


def reach_of(cell: html.HtmlElement, name: str) -> int:
    """How far a cell reaches; 1 where that is not said, or not as a number; rowspan 0 is to the end."""
    given = cell.get(name, "1").strip()
    number = int(given[:5]) if re.fullmatch("[0-9]+", given) else 1
    return number or (65534 if name == "rowspan" else 1)
