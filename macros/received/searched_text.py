"""A file as received -> every text in it that a program can find, shown or not, to be searched for personal numbers.

Web pages, the packages of XML that office programs write (.docx, .xlsx, .ofd), and .pdf. Nothing is read of other
formats, nor of the pictures in these.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from xml.etree import ElementTree

from macros.received.html import read_html, text_of_page
from macros.received.lines import CannotReadError
from macros.received.package import is_xml, open_package
from macros.received.pdf import texts_of_pdf

PACKED = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml", "ofd": "OFD.xml"}
"""What is in a file that is a ZIP archive, by its ending."""
SEARCHED = frozenset({*PACKED, "html", "pdf"})
READ_AS_ONE = frozenset({"p", "si", "is", "TextObject"})
"""Elements whose text is read as one, however their markup parts it: paragraphs, words in cells, lines of a page."""
BREAKS = frozenset({"br", "cr", "tab"})
PLACES_ON_PAGES = re.compile(
    r"(?=[^.]*\.[0-9])(?:\s*(?:-?(?:[0-9]{1,7}|[0-9]{0,7}\.[0-9]+)(?:[eE]-?[0-9]+)?|g)(?!\S))+\s*"
)
"""Attributes that give places on a page, at least one of them with a decimal point: 69.99999999999999 0.3528."""
NUMBER_IN_A_CELL = re.compile(r"[0-9]+")


class CannotBeSearchedError(Exception):
    """A file is damaged, locked, or holds more than can be searched."""


@dataclass(frozen=True, slots=True)
class SearchedText:
    """A text of a file: where it stands there, and whether people typed it, rather than a program."""

    where: str
    text: str
    typed: bool = True


def searched_texts(file: Path) -> Iterator[SearchedText]:
    """Every text of a file of one of the endings ``SEARCHED``; raises ``CannotBeSearchedError``."""
    try:
        if file.suffix == ".html":
            yield from texts_of_page(file.read_bytes())
        elif file.suffix == ".pdf":
            yield from (SearchedText(where, text, where == "text") for where, text in texts_of_pdf(file))
        else:
            yield from texts_of_package(file)
    except CannotReadError as error:
        raise CannotBeSearchedError from error


def texts_of_page(data: bytes) -> Iterator[SearchedText]:
    """What a web page says, what was left out of it, and its source, where scripts and attributes stand too."""
    read = read_html(data)
    if read is not None:
        yield from (SearchedText("html", line) for line in read.lines)
        yield from (SearchedText("html", one.text, one.why not in ("script", "attribute")) for one in read.left_out)
    yield SearchedText("html", html.unescape(text_of_page(data) or ""), typed=False)


def texts_of_package(file: Path) -> Iterator[SearchedText]:
    """Every text of the XML parts of a package."""
    with open_package(file) as package:
        for part in filter(is_xml, package.archive.infolist()):
            with package.archive.open(part) as opened:
                yield from (SearchedText(part.filename, text, typed) for text, typed in texts_of_xml(opened) if text)


def texts_of_xml(opened: IO[bytes]) -> Iterator[tuple[str, bool]]:
    """The texts of an XML part and whether people typed them: paragraphs whole, all else by itself."""
    inside, number = 0, False
    for event, element in ElementTree.iterparse(opened, events=("start", "end")):
        name = element.tag.rpartition("}")[2]
        if event == "start":
            inside += name in READ_AS_ONE
            number = element.get("t", "n") == "n" if name == "c" else number
            yield from ((value, False) for value in element.attrib.values() if not PLACES_ON_PAGES.fullmatch(value))
            continue
        inside -= name in READ_AS_ONE
        if name in BREAKS:
            element.text = "\n"
        if inside:
            continue
        if name in READ_AS_ONE:
            yield "".join(element.itertext()), True
        elif not (name == "v" and number and not NUMBER_IN_A_CELL.fullmatch(element.text or "")):
            yield element.text or "", True  # The digits of a calculated fraction may be those of anything.
            yield from ((one.tail or "", True) for one in element)
        element.clear()
