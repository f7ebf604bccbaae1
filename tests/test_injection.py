"""Nothing in a record's text can change a page: every payload in every text field, in both languages.

The payloads go straight into the records, past reading and every rule. A page must then be, element by element and
attribute by attribute, the page of neutral text, with the payload's own characters where that text stood.
"""

from __future__ import annotations

import functools
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from lxml import etree, html

from macros.languages import language_of
from macros.loading import build
from macros.records.collection import collect
from macros.site import Site
from macros.words import PLACEHOLDER, asked_for
from tests.conftest import DATA
from tests.later import with_every_field
from tests.pages import Shown, html_of, shown, site_of
from tests.payloads import PAYLOADS
from tests.text_fields import Slot, derived_slots, every_declared_field, slots

NUMBER = "15000"
"""What a quantity begins with, so that it can still be read as one."""
INTERFACE = "vocabulary/interface.yml: entries[]"
MARKER = re.compile("⟦[0-9]+⟧")
SHOWN_IN_ATTRIBUTES = {"aria-label", "data-label", "content"}
ADDRESSES = {"bureau.yml: email": "mailto:", "bureau.yml: telephone": "tel:"}

NEVER_SHOWN = {
    *("bureau.yml: office_numbers[]", "bureau.yml: site_address"),
    *(f"bureau.yml: names_in_source[].{name}" for name in ("zh", "en", "quote")),
    *(f"documents: other_numerals[].{name}" for name in ("zh", "en", "text")),
    *(f"vocabulary/qualifiers.yml: entries[].{name}" for name in ("zh", "before[]", "after[]")),
    *(f"vocabulary/item-kinds.yml: entries[].{name}" for name in ("zh", "en")),
    "vocabulary/units.yml: entries[].written[]",
    *(f"{kind}: quote" for kind in ("work-areas", "alliances", "activities", "evaluations")),
    *(f"{kind}: lists[].items[].quote" for kind in ("work-areas", "alliances", "activities")),
    *(
        f"{kind}: projects[].{name}"
        for kind in ("alliances", "activities")
        for name in (
            "quote",
            *(f"{part}.{tongue}" for part in ("name", "company", "programme") for tongue in ("zh", "en")),
        )
    ),
}
"""Fields of which no page prints anything; they serve the checks. Projects are printed for work areas only."""


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

    def __init__(self, site: Site, fields: dict[str, list[Slot]]) -> None:
        self.site = site
        self.fields = fields
        every = [slot for texts in fields.values() for slot in texts]
        self.markers = {slot: f"⟦{number}⟧" for number, slot in enumerate(every)}
        self.put_markers()
        pages = {one: html_of(site, one) for one in shown(site.register)}
        self.pages = {one: neutral(page) for one, page in sorted(pages.items(), key=lambda item: len(item[1]))}

    def put_markers(self) -> None:
        """Makes every text its marker again."""
        for field, texts in self.fields.items():
            for slot in texts:
                slot.put(text_in(field, slot, self.markers[slot]))

    @functools.cache  # noqa: B019 – there is one stage.
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
    if field.endswith(".written"):
        return NUMBER + text
    return text + slot.was if field.startswith(INTERFACE) else text


def parsed(page: str) -> Any:
    """The tree of a whole page or of a part of one."""
    return html.document_fromstring(page if page.startswith("<html>") else f"<html><body>{page}</body></html>")


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


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    data = with_every_field(shutil.copytree(DATA, tmp_path_factory.mktemp("neutral") / "data"))
    collection, problems = collect(data)
    assert problems == []
    register = build(collection)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("macros.register.overlaps", lambda about, words: True)
        yield Stage(site_of(register), slots(collection) | derived_slots(register))


def test_there_are_enough_payloads() -> None:
    assert len(set(PAYLOADS)) == len(PAYLOADS) >= 40


def test_no_field_is_left_out(stage: Stage) -> None:
    assert every_declared_field() <= set(stage.fields)
    assert {field for field in stage.fields if not stage.showing(field)} == NEVER_SHOWN


def test_text_stands_only_where_it_is_quoted_and_harmless(stage: Stage) -> None:
    field_of = {stage.markers[slot]: field for field, texts in stage.fields.items() for slot in texts}
    for page, found in stage.pages.items():
        tags = [node.tag for node in parsed(found.written.decode()).iter()]
        for marker, places in found.places.items():
            for place in places:
                assert tags[place.node] not in ("script", "style"), (page, place)
                if place.name == "href":
                    assert place.around == ADDRESSES[field_of[marker]] + marker, (page, place)
                else:
                    assert place.name in SHOWN_IN_ATTRIBUTES | {"text", "tail"}, (page, place)


NAMES = frozenset(name for names in asked_for().values() for name in names)


def may_hold(field: str, payload: str) -> bool:
    """Whether the payload can stand in the field at all: a quantity is one line, a known ``{name}`` is filled in."""
    if field.endswith("written"):
        return "\n" not in payload
    return not (field.startswith(INTERFACE) and NAMES & set(PLACEHOLDER.findall(payload)))


@pytest.mark.parametrize("number", range(len(PAYLOADS)), ids=PAYLOADS)
def test_every_field_by_itself(stage: Stage, number: int) -> None:
    """Each field alone, on one of the pages that show it: another one with every payload."""
    payload, tried = PAYLOADS[number], 0
    for field in stage.fields.keys() - NEVER_SHOWN:
        if may_hold(field, payload):
            slot, page = stage.showing(field)[number % len(stage.showing(field))]
            slot.put(text_in(field, slot, payload))
            try:
                made = html_of(stage.site, page)
            finally:
                slot.put(text_in(field, slot, stage.markers[slot]))
            check(made, stage.pages[page], {stage.markers[slot]: payload}, f"{field} on {page}")
            tried += 1
    assert tried > 100


@pytest.mark.parametrize("payload", PAYLOADS)
def test_every_page_with_all_fields_at_once(stage: Stage, payload: str) -> None:
    """Each text keeps its marker behind the payload, since pages say once what is the same in several fields."""
    put = dict[str, str]()
    for field in stage.fields.keys() - NEVER_SHOWN:
        for slot in stage.fields[field] if may_hold(field, payload) else ():
            put[stage.markers[slot]] = payload + stage.markers[slot]
            slot.put(text_in(field, slot, put[stage.markers[slot]]))
    try:
        for page, was in stage.pages.items():
            check(html_of(stage.site, page), was, put, str(page))
    finally:
        stage.put_markers()
