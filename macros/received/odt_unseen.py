"""Sections and paragraphs of a file of LibreOffice that it does not show, and would show in the Word file it makes."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from macros.received.lines import LeftOut
from macros.received.package import open_package

BODY_OF_ODT = "content.xml"
TEXT_SPACE = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def copy_without_hidden(file: Path, copy: Path) -> list[LeftOut]:
    """Copies a file without what it hides; returns that. Raises ``CannotReadError`` where it is damaged."""
    with open_package(file) as package:
        root = package.xml(BODY_OF_ODT)
        hidden = [] if root is None else list(hidden_in(root))
        left_out = [LeftOut("hidden", "".join(one.itertext()).strip()) for one in hidden]
        for one in hidden:
            take_out(one)
        with zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as made:
            for part in package.archive.infolist():
                changed = root is not None and hidden and part.filename == BODY_OF_ODT
                made.writestr(part, etree.tostring(root) if changed else package.archive.read(part))
    return [one for one in left_out if one.text]


def hidden_in(root: etree._Element) -> Iterator[etree._Element]:
    """The outermost sections and paragraphs that are hidden, whatever the condition was."""
    for one in root.iter(f"{TEXT_SPACE}section", f"{TEXT_SPACE}p", f"{TEXT_SPACE}h"):
        if is_hidden(one) and not any(is_hidden(above) for above in one.iterancestors(f"{TEXT_SPACE}section")):
            yield one


def is_hidden(element: etree._Element) -> bool:
    """Whether a section, or a paragraph by the field in it, is hidden."""
    if element.tag == f"{TEXT_SPACE}section":
        display = element.get(f"{TEXT_SPACE}display", "true")
        return bool(display == "none" or (display == "condition" and element.get(f"{TEXT_SPACE}is-hidden") == "true"))
    fields = element.iterchildren(f"{TEXT_SPACE}hidden-paragraph")
    return any(one.get(f"{TEXT_SPACE}is-hidden", "true") == "true" for one in fields)


def take_out(element: etree._Element) -> None:
    """Takes an element out of what holds it, but not the text behind it."""
    above, before = element.getparent(), element.getprevious()
    assert above is not None
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        above.text = (above.text or "") + element.tail
    above.remove(element)
