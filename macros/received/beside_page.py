"""What a web page holds beside what a browser shows of it: comments, scripts, and words in attributes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree, html

from macros.received.lines import LeftOut

CODE_ELEMENTS = frozenset({"script", "style", "noscript", "template"})
WORDS = re.compile("[\u4e00-\u9fff]")
"""What is no mere name, size or address."""
NOT_TOLD = frozenset({"alt", "face"})
"""Attributes that are told with the picture that they are of, or name fonts."""


def what_browsers_hide(text: str) -> Iterator[LeftOut]:
    """Every comment and script of a page, in order, and every attribute that holds words; ``text`` can be parsed."""
    page = html.document_fromstring(text, parser=html.HTMLParser(huge_tree=True))
    for one in page.xpath("//node()[not(self::text())]"):  # Above the root too.
        if one.tag in (etree.Comment, etree.ProcessingInstruction):
            if said := on_one_line(one.text):
                yield LeftOut("comment", said)
            continue
        if one.tag in CODE_ELEMENTS and (said := on_one_line("".join(one.itertext()))):
            yield LeftOut("script", said)
        for name, value in one.attrib.items():
            if name not in NOT_TOLD and WORDS.search(value):
                yield LeftOut("attribute", on_one_line(value))


def on_one_line(text: str | None) -> str:
    """A text on one line."""
    return " ".join((text or "").split())
