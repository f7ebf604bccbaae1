"""A register of neutral text and every page of it, and how a page with other text is compared with them."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree, html

from macros.records.collecting import collect
from macros.register.assembly import register_of
from macros.text.languages import language_of
from tests.pages import Shown, html_of, shown, site_of
from tests.text_fields import RUNS, WRITTEN, Slot, derived_slots, slots

NUMBER = "15000份"
"""What a quantity begins with, so that pages print it as one."""
INTERFACE = "vocabulary/interface.yml: entries[]"
LAYOUT = {"x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "height", "text-anchor"}
LENGTH = re.compile(r"-?[0-9.]+(em|%)|end")
MARKER = re.compile("⟦[0-9]+⟧")


@dataclass(frozen=True)
class Place:
    """Where a marker stands in a parsed page: the element's number, the attribute or text, and the text around it."""

    node: int
    name: str
    around: str


@dataclass
class Neutral:
    """A page of neutral text: its tree, written out, and where each marker stands in it."""

    written: bytes
    places: dict[str, list[Place]]


class Stage:
    """A register in which every text is a marker of its own, and the pages that show it."""

    def __init__(self, data: Path) -> None:
        collection, problems = collect(data)
        assert problems == []
        register = register_of(collection)
        self.fields = slots(collection) | derived_slots(register)
        self.site = site_of(register)
        every = [slot for texts in self.fields.values() for slot in texts]
        self.markers = {slot: f"⟦{number}⟧" for number, slot in enumerate(every)}
        self.put_markers()
        pages = {one: html_of(self.site, one) for one in shown(register)}
        self.pages = {one: neutral(page) for one, page in sorted(pages.items(), key=lambda item: len(item[1]))}

    def put_markers(self) -> None:
        """Makes every text its marker again."""
        for field, texts in self.fields.items():
            for slot in texts:
                slot.put(text_in(field, slot, self.markers[slot]))

    @functools.cache  # noqa: B019 – there are two stages.
    def showing(self, field: str) -> list[tuple[Slot, Shown]]:
        """For each macro and language that shows a field, the smallest page that does."""
        found: dict[tuple[str, str], tuple[Slot, Shown]] = {}
        for page, was in self.pages.items():
            slot = next((one for one in self.fields[field] if self.markers[one] in was.places), None)
            if slot:
                found.setdefault((page.macro, language_of(page.source).code), (slot, page))
        return list(found.values())


def text_in(field: str, slot: Slot, text: str) -> str:
    """``text`` as a field holds it: behind a number in a quantity, before what is filled into an interface word."""
    if field == WRITTEN:
        return NUMBER + text
    if field == RUNS:
        return slot.was + text
    return text + slot.was if field.startswith(INTERFACE) else text


def parsed(page: str) -> Any:
    """The tree of a whole page or of a part of one, its drawings without their layout."""
    tree = html.document_fromstring(page if page.startswith("<html>") else f"<html><body>{page}</body></html>")
    for drawing in tree.iter("svg"):
        undo_layout(drawing)
    for held in tree.findall(".//span[@class='unbroken']"):
        held.drop_tag()  # The last characters of a text are its own.
    for size in tree.iterfind(".//span[@class='whole-data__size']"):
        size.text = None  # How large a file is depends on all that is in it.
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        strings, script.text = list(strings_in(json.loads(script.text))), None
        script.tag = "linked"
        for text in strings:
            etree.SubElement(script, "json").text = text
    return tree


def strings_in(value: Any) -> Iterator[str]:
    """Every string in JSON; each becomes an element, so that what JSON holds is compared like what HTML holds."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for one in value.values() if isinstance(value, dict) else value:
            yield from strings_in(one)


def undo_layout(drawing: Any) -> None:
    """Drawings break text into lines and make room for them: joins the lines, and takes out what depends on them.

    What is taken out is a length or an alignment and nothing else.
    """
    for node in drawing.iter():
        for name in LAYOUT & set(node.keys()):
            assert LENGTH.fullmatch(node.attrib.pop(name)), html.tostring(node)
    for words in list(drawing.iter("text")):
        lines = list(words.iterdescendants())
        assert {line.tag for line in lines} <= {"tspan"}, html.tostring(words)
        joined = words.text_content()
        for line in list(words):
            words.remove(line)
        words.text = joined


def texts_of(node: Any) -> Iterator[tuple[str, str]]:
    """Every text that belongs to a node: what it holds, what follows it, its attributes."""
    yield from (("text", node.text or ""), ("tail", node.tail or ""), *node.attrib.items())


def neutral(page: str) -> Neutral:
    """A page of markers, looked through once."""
    tree, places = parsed(page), dict[str, list[Place]]()
    for number, node in enumerate(tree.iter()):
        for name, text in texts_of(node):
            for marker in MARKER.findall(text):
                places.setdefault(marker, []).append(Place(number, name, text))
    return Neutral(etree.tostring(tree, encoding="utf-8"), places)


def check(page: str, was: Neutral, put: dict[str, str], where: str) -> None:
    """The page shows each text of ``put`` in the place of its marker, and is otherwise what it was."""
    tree = parsed(page)
    nodes = list(tree.iter())
    for place in {place for marker in put for place in was.places.get(marker, ())}:
        assert place.node < len(nodes), f"{where}: elements are gone"
        node, expected = nodes[place.node], MARKER.sub(lambda one: put.get(one[0], one[0]), place.around)
        assert dict(texts_of(node)).get(place.name) == expected, f"{where}: {html.tostring(node)!r}"
        if place.name in ("text", "tail"):
            setattr(node, place.name, place.around)
        else:
            node.set(place.name, place.around)
    assert etree.tostring(tree, encoding="utf-8") == was.written, f"{where}: the page has changed"
