"""The elements of a Word file: what holds what, which of two forms is shown, where the cells of a row stand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from macros.received.docx_styles import child, is_on, number_in, value
from macros.received.package import local

CONTAINERS = frozenset({"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "hyperlink", "dir", "bdo"})
"""Elements that hold parts of a text and say nothing themselves."""
SYMBOL_FONTS = re.compile("(?i)wingdings|webdings|symbol$")
"""Fonts that show pictures for letters and digits."""


@dataclass(frozen=True, slots=True)
class CellPlace:
    """A cell of a table, the column it begins in, its width in columns, and whether it goes on from above."""

    cell: etree._Element
    column: int
    columns: int
    cell_goes_on: bool


def columns_of(row: etree._Element, cells: Sequence[etree._Element]) -> Iterator[CellPlace]:
    """Where the cells of a row stand in the grid of their table."""
    column = number_in(child(row, "trPr", "gridBefore"), 0) or 0
    at = 0
    while at < len(cells):
        cell = cells[at]
        width = max(number_in(child(cell, "tcPr", "gridSpan"), 1) or 1, 1)
        while at + 1 < len(cells) and cell_goes_on(cells[at + 1], "hMerge"):  # As older programs merge cells across.
            at += 1
            width += max(number_in(child(cells[at], "tcPr", "gridSpan"), 1) or 1, 1)
        yield CellPlace(cell, column, width, cell_goes_on(cell, "vMerge"))
        column += width
        at += 1


def cell_goes_on(cell: etree._Element, merged: str) -> bool:
    """Whether a cell is one with that above it (``vMerge``), or that before it (``hMerge``)."""
    found = child(cell, "tcPr", merged)
    return found is not None and value(found, default="continue") == "continue"


def reach_down(rows: Sequence[Sequence[CellPlace]], column: int) -> int:
    """How many rows the cell above in a column goes on through."""
    reached = 0
    for row in rows:
        if not any(one.cell_goes_on and one.column == column for one in row):
            break
        reached += 1
    return reached


def below(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """The rows of a table, or the cells of a row, whatever holds them; not those of tables within."""
    for one in element:
        if local(one) == name:
            yield one
        elif local(one) in CONTAINERS:
            yield from below(one, name)


def shown_form(alternatives: etree._Element) -> etree._Element:
    """Of several forms of the same, the one that newer programs show."""
    choice, fallback = child(alternatives, "Choice"), child(alternatives, "Fallback")
    if choice is not None:
        return choice
    return alternatives if fallback is None else fallback


def up_to(element: etree._Element, top: etree._Element) -> Iterator[etree._Element]:
    """What an element stands in, below another."""
    for up in element.iterancestors():
        if up is top:
            return
        yield up


def is_to_be_filled_in(element: etree._Element) -> bool:
    """Whether an element only shows what is to be filled in there, and nothing was."""
    return any(is_on(child(up, "sdtPr", "showingPlcHdr")) for up in element.iterancestors("{*}sdt"))


def is_drop_cap(paragraph: etree._Element) -> bool:
    """Whether a paragraph is the large first character of the next."""
    return value(child(paragraph, "pPr", "framePr"), "dropCap") in ("drop", "margin")


def in_fallback(element: etree._Element, top: etree._Element) -> bool:
    """Whether an element stands in the form that older programs show."""
    return any(local(up) == "Fallback" for up in up_to(element, top))


def characters(element: etree._Element) -> str:
    """The characters that an element of a run stands for."""
    name = local(element)
    if name == "t":
        return (element.text or "").replace("\n", " ")
    if name in ("sym", "symEx"):
        code = "" if SYMBOL_FONTS.match(value(element, "font")) else value(element, "char")
        said = chr(int(code, 16)) if re.fullmatch("[0-9A-Fa-f]{4,5}", code) else ""
        return said if said and unicodedata.category(said) not in ("Co", "Cs", "Cc", "Cn") else ""
    return {"br": "\n", "cr": "\n", "tab": "\t", "ptab": "\t", "noBreakHyphen": "-"}.get(name, "")


def chosen_in(begin: etree._Element) -> str:
    """What was chosen in a field of an older form, by the mark that begins it; nothing for other fields."""
    listed = child(begin, "ffData", "ddList")
    if listed is not None:
        entries = [value(one) for one in listed.iterfind("{*}listEntry")]
        number = number_in(child(listed, "result"), number_in(child(listed, "default"), 0)) or 0
        return entries[number] if 0 <= number < len(entries) else ""
    box = child(begin, "ffData", "checkBox")
    if box is None:
        return ""
    checked = child(box, "checked")
    return "☒" if is_on(child(box, "default") if checked is None else checked) else "☐"


def plain_text(element: etree._Element | None) -> str:
    """All words of an element, deleted ones too, without instructions of fields."""
    found = () if element is None else element.iter("{*}t", "{*}delText", "{*}p", "{*}tab", "{*}br")
    return "".join((one.text or "") if local(one) in ("t", "delText") else " " for one in found).strip()
