"""Requests that nobody foresaw: each is answered, none takes the place of a file, no record says what it did not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from macros.editing.server import LENGTH_OF_TOKEN, EditingServer, editing, token_in
from macros.text.placeholders import UNDECIDED
from tests.conftest import Change
from tests.editing.desk import DOCUMENT, asked, post
from tests.night import BOTH

BASES, COMMISSIONERS = "work-areas/bases", "work-areas/commissioners"
PLACE = {"document": DOCUMENT, "sentence": "s5-5", "start": 16, "end": 26}
"""Within 该批项目的实施将引导社会资金、企业科技投入近3000万元."""
ACTS: tuple[dict[str, object], ...] = (
    {"action": "put", "record": BASES, "path": ["title", "zh"], "value": "x", "typing": "1"},
    {"action": "put", "record": BASES, "path": ["lists", 0, "kind"], "value": "x"},
    {"action": "put", "record": BASES, "path": ["order"], "value": "3"},
    {"action": "accept", "record": BASES, "path": ["title"]},
    {"action": "remove", "record": BASES, "path": ["figures", 0]},
    {"action": "move", "record": BASES, "path": ["figures", 0], "to": COMMISSIONERS},
    {"action": "blank", "record": BASES, "path": ["pipeline"]},
    {"action": "add", "what": "figure", "record": BASES, "at": None, **PLACE},
    {"action": "add", "what": "item", "record": BASES, "list": 0, **PLACE},
    {"action": "add", "what": "item", "record": BASES, "kind": "topic", "title": "x", **PLACE},
    {"action": "add", "what": "value", "record": "activities/science-week", "column": "x", **PLACE},
    {"action": "requote", "record": BASES, "path": ["figures", 0], "at": None, **PLACE},
    {"action": "only-frames", "record": BASES, "path": ["statements", 0]},
    {"action": "fill", "record": BASES, "path": ["summary", "zh"], **PLACE, "places": [PLACE]},
    {"action": "new", "kind": "work-areas", "title": "x", "work_area": "bases", **PLACE},
    {"action": "framing", **PLACE},
)
REQUESTS: tuple[dict[str, object], ...] = (
    *({"ask": "act", **one} for one in ACTS),
    {"ask": "look", **PLACE},
    {"ask": "sentence", **PLACE},
    {"ask": "memory", "record": BASES, "path": ["title"], "code": "en"},
    {"ask": "settle", "path": "x", "keep": "ours", "seen": "x"},
    {"ask": "branch", "name": "a", "email": "b", "message": "c"},
    {"ask": "state", "showing": {"document": DOCUMENT, "record": BASES}},
)
ODD: tuple[object, ...] = (
    *(None, [], {}, -1, 1e308, True, 10**40, "", "\x00", "\ud800", "x" * 5000, [[]], {"a": []}, [0]),
    *(["title", "\ud800"], ["figures"], ["figures", 10**30]),
)
"""What may stand in the place of anything in a request."""


@pytest.fixture
def server(data: Path) -> Iterator[EditingServer]:
    with editing(data, 0) as server:
        yield server


@pytest.mark.parametrize("which", BOTH)
def test_whatever_stands_in_a_request_it_is_answered(server: EditingServer, which: str) -> None:
    for number, request in enumerate(REQUESTS):
        for place, name in enumerate(request):
            for odd in ODD[(number + place) % 10 :: 10] if which == "some" else ODD:
                answer = asked(server, **{**request, name: odd})
                if answer.get("select"):
                    asked(server, ask="undo")
    assert server.session.copy.changed() == []


@pytest.mark.parametrize("length", ["9" * 5000, "1e3", "0x10", "٣", "+5", " "])
def test_lengths_that_are_none(server: EditingServer, length: str) -> None:
    assert post(server, b"", **{"Content-Length": length.encode().decode("latin-1")}) == (413, {})


IN_THE_WAY = {
    # a file that no record of the title broken may take the place of, and what it is
    "a file that cannot be read": "broken.yml",
    "a file of another kind": "../activities/broken.yml",
    "a file in capitals": "Broken.yml",
    "a link": "link",
    "a file with the other ending": "broken.yaml",
}


@pytest.mark.parametrize("name", IN_THE_WAY.values(), ids=IN_THE_WAY.keys())
def test_a_new_record_takes_the_place_of_no_file(data: Path, name: str) -> None:
    if name == "link":
        (data / "work-areas/broken.yml").symlink_to("bases.yml")
    else:
        (data / "work-areas" / name).write_text("title: [unclosed\nkept: yes\n", "utf-8", newline="\n")
    with editing(data, 0) as server:
        answer = asked(server, ask="act", action="new", kind="work-areas", title="broken", **PLACE)
        assert answer["select"]["record"] == "work-areas/broken-2"
        assert server.session.copy.changed() == ["work-areas/broken-2.yml"]


def requoted(server: EditingServer, record: str, *path: str | int) -> Any:
    """A part of a record that is made to rest on other words."""
    asked(server, ask="act", action="requote", record=record, path=list(path), at=None, **PLACE)
    value: Any = server.session.record(record).value
    for step in path:
        value = value[step]
    return value


def test_what_rests_on_other_words_is_to_be_decided_again(server: EditingServer) -> None:
    """Its wording, its translation and its label said what the words before said."""
    figure = requoted(server, BASES, "figures", 0)
    assert figure["label"] == {
        "zh": f"{UNDECIDED}重点建设科技创新示范基地",
        "en": f"{UNDECIDED}Priority demonstration bases",
    }
    statement = requoted(server, BASES, "statements", 0)
    assert statement["en"].startswith(f"{UNDECIDED}The bureau pushed ahead") and "3000万" in statement["quote"]
    again = requoted(server, BASES, "statements", 0)
    assert again["en"].count(UNDECIDED) == 1
    item = requoted(server, BASES, "lists", 0, "items", 0)
    assert (item["zh"], item["en"]) == ("滨湖河蟹", "Binhu river crab"), "a name that the words hold or not"


def test_a_reading_of_other_words_does_not_stay(data: Path, change: Change) -> None:
    reading = "    reading:\n      value: 9\n      unit: base\n      why:\n        zh: 甲\n        en: x\n"
    quote = "    quote: 重点建设“滨湖河蟹”、“乌林泥鳅”等8个科技创新示范基地\n"
    change(f"{BASES}.yml", f"{quote}    note", f"{quote}{reading}    note")
    with editing(data, 0) as server:
        assert "reading" not in requoted(server, BASES, "figures", 0)


def test_what_is_moved_names_the_figures_that_it_named(data: Path, change: Change) -> None:
    """Another record may have a figure of the same id, and another number would be printed."""
    change(f"{BASES}.yml", "  - id: bases-built\n", "  - id: appointed-this-year\n")
    change(f"{COMMISSIONERS}.yml", "  - id: new-breeds\n", "  - id: new-breeds\n    of: places-served\n")
    with editing(data, 0) as server:
        values: Any = server.session.record(COMMISSIONERS).value
        at = next(n for n, one in enumerate(values["statements"]) if "{appointed-this-year}" in one["en"])
        asked(server, ask="act", action="move", record=COMMISSIONERS, path=["statements", at], to=BASES)
        moved: Any = server.session.record(BASES).value
        assert "{commissioners.appointed-this-year} commissioners" in moved["statements"][-1]["en"]
        asked(server, ask="act", action="move", record=COMMISSIONERS, path=["lists", 0], to=BASES)
        moved = server.session.record(BASES).value
        assert moved["lists"][-1]["of"] == UNDECIDED
        of = next(n for n, one in enumerate(values["figures"]) if one.get("of") == "places-served")
        asked(server, ask="act", action="move", record=COMMISSIONERS, path=["figures", of], to=BASES)
        moved = server.session.record(BASES).value
        assert moved["figures"][-1]["of"] == "commissioners.places-served"


def test_a_token_is_never_empty_and_readable_by_nobody_else(tmp_path: Path) -> None:
    file = tmp_path / "token"
    for content in (b"", b"x"):
        file.write_bytes(content)
        file.chmod(0o644)
        assert len(token_in(file)) == LENGTH_OF_TOKEN and file.stat().st_mode & 0o077 == 0
    assert token_in(file) == token_in(file)
