"""Reads a PDF file with pdfplumber, in a process of its own: what was made to take time or memory takes them there.

``python -m macros.received.pdf_pages FILE`` writes what was read as JSON (macros/received/pdf.py reads it).
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdftypes import PDFStream, resolve1
from pdfplumber.page import Page
from pdfplumber.pdf import PDF
from pdfplumber.utils.exceptions import PdfminerException

from macros.received.lines import COVERED, CannotReadError, LeftOut, Reason
from macros.received.page_ends import PlacedPage
from macros.received.paragraphs import LOST_CHARACTER, MOST_CHARACTERS, MOST_PAGES, read_pages
from macros.received.pdf_unseen import why_unseen
from macros.received.placed import Edge, PlacedCharacter, typed_character
from macros.received.reasons import DAMAGED, FALSE_DIGITS, LOCKED, SCAN, TOO_LARGE

MOST_SECONDS = 120
"""Seconds of computing after which the process ends itself."""
MEMORY = 3 * 2**29
"""Bytes of address space that the process may take."""
TURNED = 0.1
"""How much a character may slope."""
WHOLE_PAGE = 0.85
"""The part of a page that the picture of a scan covers."""


def limit_process() -> None:
    """Limits time and memory of this process, where the system can."""
    try:
        import resource
    except ImportError:
        return
    for kind, most in ((resource.RLIMIT_CPU, MOST_SECONDS), (resource.RLIMIT_AS, MEMORY)):
        hard = resource.getrlimit(kind)[1]
        resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def read(file: Path) -> dict[str, Any]:
    """What a file holds: ``searched``, every text in it, and ``lines`` and ``left_out``, or ``reason`` for none."""
    searched: list[tuple[str, str]] = []
    if b"startxref" not in file.read_bytes():  # Without it pdfminer looks for objects line by line, for minutes.
        return {"reason": [DAMAGED.zh, DAMAGED.en]}
    try:
        with pdfplumber.open(file) as pdf:
            searched += [("metadata", str(one)) for one in pdf.metadata.values()]
            lines, left_out = document_on_pages(pdf, searched)
    except CannotReadError as error:
        return {"searched": searched, "reason": [error.reason.zh, error.reason.en], "is_scan": error.reason == SCAN}
    return {"searched": searched, "lines": lines, "left_out": left_out}


def document_on_pages(pdf: PDF, searched: list[tuple[str, str]]) -> tuple[list[str], list[tuple[str, str]]]:
    """The lines of a file and what was left out; raises ``CannotReadError``."""
    if len(pdf.pages) > MOST_PAGES:
        raise CannotReadError(TOO_LARGE)
    pages: list[PlacedPage] = []
    beside: list[LeftOut] = []
    fonts: dict[int, frozenset[int]] = {}
    total = 0
    for page in pdf.pages:
        placed = list(characters_of(page, beside, fonts))
        total += len(placed)
        if total > MOST_CHARACTERS:
            raise CannotReadError(TOO_LARGE)
        searched.append((f"page {page.page_number}", "".join(str(one["text"]) for one in page.chars)))
        for note in page.annots:
            if said := " ".join(str(note[key]) for key in ("contents", "title") if note.get(key)):
                beside.append(LeftOut("annotation", said))
            searched.append((f"page {page.page_number}", " ".join(str(value) for value in note.values())))
        covered = any(image_part(page, image) > WHOLE_PAGE for image in page.images)
        if covered and is_invisible(page):
            placed = []
        way = sideways(page)
        edges = tuple(Edge(*upright(page, way, one)) for one in page.edges)
        drawn = bool(page.images or page.curves or page.rects)
        size = (float(page.width), float(page.height))
        pages.append(PlacedPage(*(size[::-1] if way else size), tuple(placed), edges, drawn))
        page.close()
    found = read_pages(pages, beside)
    searched += [("text", line) for line in found.lines]
    return list(found.lines), [(one.why, one.text) for one in found.left_out]


def characters_of(page: Page, beside: list[LeftOut], fonts: dict[int, frozenset[int]]) -> Iterator[PlacedCharacter]:
    """The characters of a page that stand upright in what is shown of it; others, as those of watermarks, are told.

    Raises ``CannotReadError`` where the file says that a digit is another than its font shows.
    """
    astray: dict[Reason, str] = {"furniture": "", "hidden": "", "deleted": "", "covered": ""}
    left, top, right, bottom = shown_part(page)
    way = sideways(page)
    for one, why in zip(page.chars, why_unseen(page, streams_of(page), fonts), strict=True):
        text = LOST_CHARACTER if one["text"].startswith("(cid:") else "".join(map(typed_character, one["text"]))
        inside = left <= (one["x0"] + one["x1"]) / 2 <= right and top <= (one["top"] + one["bottom"]) / 2 <= bottom
        if turn_of(one) != way:
            astray["furniture"] += text
        elif not inside:
            astray["hidden"] += text
        elif why == "false":
            raise CannotReadError(FALSE_DIGITS)
        elif why:
            astray[why] += COVERED if why == "covered" else text  # Told, and not shown again.
        elif text:
            yield PlacedCharacter(text, *upright(page, way, one))
    beside += [LeftOut(why, said.strip()) for why, said in astray.items() if said.strip()]


def shown_part(page: Page) -> tuple[float, float, float, float]:
    """What programs show of a page: it may be cropped."""
    outer, inner = page.bbox, page.cropbox
    left, top = (max(outer[at], inner[at]) for at in (0, 1))
    right, bottom = (min(outer[at], inner[at]) for at in (2, 3))
    return (left, top, right, bottom) if left < right and top < bottom else outer


def turn_of(char: Mapping[str, Any]) -> int | None:
    """How a character is turned: 0 for upright, 1 where its line runs up the page, -1 where it runs down; None for any
    other way, as watermarks are."""
    along, up = char["matrix"][0], char["matrix"][1]
    if char["upright"] and abs(up) <= abs(along) * TURNED:
        return 0
    return (1 if up > 0 else -1) if abs(along) <= abs(up) * TURNED else None


def sideways(page: Page) -> int:
    """How a page is turned that is set sideways, as wide tables are: as most of its characters; 0 for upright."""
    ways = Counter(turn_of(one) for one in page.chars if one["text"].strip())
    return next((way for way in (1, -1) if ways[way] > ways.total() / 2), 0)


def upright(page: Page, way: int, one: Mapping[str, Any]) -> tuple[float, float, float, float]:
    """The place of something on a page, from the left and from the top, once the page is turned as it is to be read."""
    x0, top, x1, bottom = (float(one[name]) for name in ("x0", "top", "x1", "bottom"))
    if way == 1:
        return float(page.height) - bottom, x0, float(page.height) - top, x1
    return (top, float(page.width) - x1, bottom, float(page.width) - x0) if way else (x0, top, x1, bottom)


def image_part(page: Page, image: dict[str, Any]) -> float:
    """The part of a page that a picture covers."""
    width = min(image["x1"], page.width) - max(image["x0"], 0)
    height = min(image["bottom"], page.height) - max(image["top"], 0)
    return float(max(width, 0) * max(height, 0) / (page.width * page.height or 1))


def is_invisible(page: Page) -> bool:
    """Whether text is laid invisibly over the picture of a page, as programs do that recognise it in scans."""
    return any(b"3 Tr" in one for one in streams_of(page))


def streams_of(page: Page) -> list[bytes]:
    """What a page is drawn by, with the forms that it uses."""
    forms = resolve1((page.page_obj.resources or {}).get("XObject")) or {}
    streams = [resolve1(one) for one in (*page.page_obj.contents, *forms.values())]
    return [one.get_data() for one in streams if is_drawing(one)]


def is_drawing(stream: object) -> bool:
    """Whether a stream draws on a page, rather than being a picture."""
    return isinstance(stream, PDFStream) and "Image" not in str(stream.attrs.get("Subtype", ""))


def write_found(file: Path) -> None:
    """Writes what a file holds; a file that makes pdfplumber fail is damaged, whatever the error."""
    limit_process()
    try:
        found = read(file)
    except PdfminerException as error:
        locked = any(isinstance(one, PDFPasswordIncorrect) for one in error.args)
        reason = LOCKED if locked else DAMAGED
        found = {"reason": [reason.zh, reason.en]}
    except MemoryError:
        found = {"reason": [TOO_LARGE.zh, TOO_LARGE.en]}
    except Exception:  # pdfminer raises errors of all kinds where a file is damaged.
        found = {"reason": [DAMAGED.zh, DAMAGED.en]}
    sys.stdout.buffer.write(json.dumps(found, ensure_ascii=False).encode("utf-8", "replace"))


if __name__ == "__main__":
    write_found(Path(sys.argv[1]))
