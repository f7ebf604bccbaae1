"""Fonts of a PDF file that show another digit than the file says they do: what is copied is then not what is seen."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Mapping, Set
from contextlib import suppress
from typing import Any

from pdfminer.pdffont import PDFCIDFont, PDFFont, PDFSimpleFont, TrueTypeFont
from pdfminer.pdftypes import PDFObjRef, PDFStream
from pdfplumber.page import Page

from macros.received.pdf_layers import dict_of, literal_name, resources_of

MOST_GLYPHS = 2**16


def false_digits_of(page: Page, known: dict[int, frozenset[int]]) -> Mapping[int, Set[int]]:
    """The codes that the file says are another digit than the font shows, by the id of each font of a page.

    ``known`` is what was found of fonts of earlier pages, by their numbers; those of this page are added.
    """
    found = {}
    for resources in resources_of(page):
        for given in dict_of(resources.get("Font")).values():
            spec = dict_of(given)
            if not isinstance(given, PDFObjRef) or "ToUnicode" not in spec:
                continue
            font = page.pdf.rsrcmgr.get_font(given.objid, spec)
            if given.objid not in known:
                known[given.objid] = false_codes(font, spec)
            if known[given.objid]:
                found[id(font)] = known[given.objid]
    return found


def false_codes(font: PDFFont, spec: Mapping[str, Any]) -> frozenset[int]:
    """The codes of a font that the file says are another digit than they show, as far as that can be told."""
    if not isinstance(font, PDFSimpleFont | PDFCIDFont) or font.unicode_map is None:
        return frozenset()
    shown = shown_by_names(font, spec) if isinstance(font, PDFSimpleFont) else shown_by_font(spec)
    false = set()
    for code, seen in shown.items():
        digit = digit_of(seen)
        if digit is None:
            continue
        with suppress(KeyError):
            said = digit_of(font.unicode_map.get_unichr(code))
            if said is not None and said != digit:
                false.add(code)
    return frozenset(false)


def digit_of(text: str) -> int | None:
    """The digit that a text is, in whatever form."""
    return unicodedata.digit(text, None) if len(text) == 1 else None


def shown_by_names(font: PDFSimpleFont, spec: Mapping[str, Any]) -> Mapping[int, str]:
    """What the codes of a simple font show, by the names of its glyphs; nothing where the file does not name them."""
    encoding = spec.get("Encoding")
    named = dict_of(encoding)
    if "Differences" in named or literal_name(named.get("BaseEncoding", encoding)).endswith("Encoding"):
        return font.cid2unicode
    return {}


def shown_by_font(spec: Mapping[str, Any]) -> Mapping[int, str]:
    """What the codes of a composite font show, as the font that is embedded says itself; nothing where it does not."""
    listed = spec.get("DescendantFonts")
    first = next(iter(listed_in(listed)), None)
    descendant = dict_of(first)
    if literal_name(descendant.get("CIDToGIDMap", "Identity")) != "Identity":
        return {}
    file = dict_of(descendant.get("FontDescriptor")).get("FontFile2")
    stream = file.resolve() if isinstance(file, PDFObjRef) else file
    if not isinstance(stream, PDFStream):
        return {}
    try:
        made = TrueTypeFont("embedded", io.BytesIO(stream.get_data())).create_unicode_map()
    except Exception:  # A font that is cut down, or damaged, tells nothing; pdfminer raises errors of all kinds.
        return {}
    return {code: text for code, text in made.cid2unichr.items() if code < MOST_GLYPHS}


def listed_in(given: object) -> list[Any]:
    """The entries of a list."""
    found = given.resolve() if isinstance(given, PDFObjRef) else given
    return found if isinstance(found, list) else []
