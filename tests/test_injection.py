"""Nothing in a record's text can change a page: every payload in every text field, in both languages.

The payloads go straight into the records, past reading and every rule. A page must then be, element by element and
attribute by attribute, the page of neutral text, with the payload's own characters where that text stood.
"""

from __future__ import annotations

import functools
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from macros.text.placeholders import PLACEHOLDER
from tests.asked_words import asked_for
from tests.later import with_every_field, with_own_words
from tests.night import some
from tests.pages import html_of
from tests.payloads import PAYLOADS
from tests.places import DATA
from tests.stage import INTERFACE, Stage, check, parsed, text_in
from tests.text_fields import WRITTEN, every_declared_field

SHOWN_IN_ATTRIBUTES = {
    "aria-label",
    "content",
    "data-busy",
    "data-count",
    "data-copied",
    "data-not-copied",
    "data-title",
    "data-label",
    "data-name",
    "data-stands",
    "data-start",
    "data-stop",
    "data-unavailable",
    "placeholder",
}
SHOWN_IN_ATTRIBUTES |= {"title"}
ADDRESSES = {
    "bureau.yml: email": "mailto:",
    "bureau.yml: telephone": "tel:",
    "bureau.yml: issue_tracker": "",
    "bureau.yml: feedback_form": "",
}

NEVER_SHOWN = {
    *(f"vocabulary/traditional.yml: entries[].why.{name}" for name in ("zh", "en")),
    *("bureau.yml: office_numbers[]", "bureau.yml: site_address"),
    *("bureau.yml: security.email", "bureau.yml: security.page"),
    *(f"bureau.yml: names_in_source[].{name}" for name in ("zh", "en", "quote")),
    "work-areas: figures[].numeral",
    "evaluations: results[].numeral",
    *(f"vocabulary/item-kinds.yml: entries[].{name}" for name in ("zh", "en")),
    *(f"vocabulary/units.yml: entries[].{name}" for name in ("written[]", "english[]")),
    "vocabulary/periods.yml: entries[].words[]",
    *(f"{kind}: quote" for kind in ("work-areas", "evaluations")),
    *(f"sections: one.{name}" for name in ("zh", "en")),
}
"""Fields of which no page prints anything, which serve the checks, and what interface words are made of before."""


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """All that a bureau can supply. Every editor's note concerns every quote, so that it is shown wherever it may."""
    data = with_every_field(Path(shutil.copytree(DATA, tmp_path_factory.mktemp("neutral") / "data")))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("macros.register.register.overlaps", lambda about, words: True)
        patch.setattr("macros.pages.marked_text.read_english", lambda text: [])  # Payloads hold numbers of their own.
        yield Stage(data)


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Stage:
    """The demonstration, in which much is not supplied, with an interface in words of its own."""
    return Stage(with_own_words(Path(shutil.copytree(DATA, tmp_path_factory.mktemp("bare") / "data"))))


def test_there_are_enough_payloads() -> None:
    assert len(set(PAYLOADS)) == len(PAYLOADS) >= 40


def test_no_field_is_left_out(stage: Stage) -> None:
    assert every_declared_field() <= set(stage.fields)
    found = {field for field in stage.fields if not stage.showing(field)}
    assert found == NEVER_SHOWN, (found - NEVER_SHOWN, NEVER_SHOWN - found)


def test_text_stands_only_where_it_is_quoted_and_harmless(stage: Stage) -> None:
    field_of = {stage.markers[slot]: field for field, texts in stage.fields.items() for slot in texts}
    for page, found in stage.pages.items():
        tags = [node.tag for node in parsed(found.written.decode()).iter()]
        for marker, places in found.places.items():
            for place in places:
                assert tags[place.node] not in ("script", "style"), (page, place)
                if place.name in ("href", "action"):
                    assert place.around == ADDRESSES[field_of[marker]] + marker, (page, place)
                else:
                    assert place.name in SHOWN_IN_ATTRIBUTES | {"text", "tail"}, (page, place)


ONE_OF_A_UNIT = "vocabulary/units.yml: entries[].one"


@functools.cache
def filled_in() -> frozenset[str]:
    """The names that interface words are filled in for."""
    return frozenset(name for names in asked_for().values() for name in names)


def may_hold(field: str, payload: str) -> bool:
    """Whether the payload can stand in the field at all: a quantity is one line, a known ``{name}`` is filled in."""
    if field == WRITTEN:
        return "\n" not in payload
    if field == ONE_OF_A_UNIT and payload != payload.strip():
        return False  # It is printed behind a number, and what stands at its edges is no part of it.
    return not (field.startswith(INTERFACE) and filled_in() & set(PLACEHOLDER.findall(payload)))


@pytest.mark.parametrize("number", some(range(len(PAYLOADS)), 15), ids=PAYLOADS)
def test_every_field_by_itself(stage: Stage, number: int) -> None:
    """Each field alone, on one of the pages that show it, another one with every payload; half of the fields at a time,
    but always those that are addresses. Below, all fields hold every payload on every page.
    """
    payload, tried = PAYLOADS[number], 0
    for place, field in enumerate(sorted(stage.fields.keys() - NEVER_SHOWN)):
        if may_hold(field, payload) and ((place + number) % 2 or field in ADDRESSES):
            slot, page = stage.showing(field)[number // 2 % len(stage.showing(field))]
            slot.put(text_in(field, slot, payload))
            try:
                made = html_of(stage.site, page)
            finally:
                slot.put(text_in(field, slot, stage.markers[slot]))
            check(made, stage.pages[page], {stage.markers[slot]: payload}, f"{field} on {page}")
            tried += 1
    assert tried > 50


def check_pages(stage: Stage, fields: set[str], payloads: Sequence[str], only: tuple[str, ...] = ()) -> None:
    """Checks every page, or those of some sources, with payloads, one after another, in all texts of some fields.

    Each text keeps its marker behind them, since pages say once what is the same in several fields.
    """
    put = dict[str, str]()
    for field in fields:
        joined = "".join(payload for payload in payloads if may_hold(field, payload))
        for slot in stage.fields[field]:
            put[stage.markers[slot]] = joined + stage.markers[slot]
            slot.put(text_in(field, slot, put[stage.markers[slot]]))
    try:
        for page, was in stage.pages.items():
            if not only or page.source in only:
                check(html_of(stage.site, page), was, put, str(page))
    finally:
        stage.put_markers()


@pytest.mark.parametrize("number", some(range(0, len(PAYLOADS), 4), 24))
def test_every_page_with_all_fields_at_once(stage: Stage, number: int) -> None:
    """Four payloads in a text."""
    check_pages(stage, stage.fields.keys() - NEVER_SHOWN, PAYLOADS[number : number + 4])


@pytest.mark.parametrize("payload", some(PAYLOADS, 15))
def test_the_words_for_what_is_missing(bare: Stage, payload: str) -> None:
    """Pages of a bureau that has supplied nothing and corrected nothing say so in words of their own."""
    words = {field for field in bare.fields if field.startswith(INTERFACE)}
    assert words
    check_pages(bare, words, [payload], ("about.md", "en/about.md", "corrections.md", "en/corrections.md"))
