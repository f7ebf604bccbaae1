"""Requests made by hand: none makes a record say what its sentence does not, and none reaches what it should not."""

from __future__ import annotations

import http.client
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from macros.editing.server import LARGEST_REQUEST, EditingServer, editing
from macros.quantities.chinese.reader import read_chinese
from macros.text.placeholders import UNDECIDED
from tests.editing.desk import DOCUMENT, asked, post
from tests.places import DATA

BASES = "work-areas/bases"
PLACE = {"document": DOCUMENT, "sentence": "s5-5", "start": 16, "end": 26}
"""Within 该批项目的实施将引导社会资金、企业科技投入近3000万元."""
NO_NUMBER = {"document": DOCUMENT, "sentence": "s1-3", "start": 0, "end": 4}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EditingServer]:
    data = Path(shutil.copytree(DATA, tmp_path_factory.mktemp("requests") / "data"))
    with editing(data, 0) as server:
        yield server


def files_below(folder: Path) -> dict[str, bytes]:
    return {one.relative_to(folder).as_posix(): one.read_bytes() for one in folder.rglob("*") if one.is_file()}


def put(record: str, *path: object, value: object = "9999万元") -> dict[str, object]:
    return {"ask": "act", "action": "put", "record": record, "path": list(path), "value": value}


def add(**more: object) -> dict[str, object]:
    return {"ask": "act", "action": "add", "what": "figure", "record": BASES, **PLACE, **more}


ATTEMPTS: dict[str, dict[str, object]] = {
    "a quote": put(BASES, "figures", 0, "quote"),
    "a numeral": put(BASES, "figures", 0, "numeral"),
    "a source": put(BASES, "figures", 0, "source", value=DOCUMENT),
    "a cell": put(BASES, "figures", 0, "cell", value="t1-r1c1"),
    "an id": put(BASES, "figures", 0, "id", value="other"),
    "a value": put(BASES, "figures", 0, "value"),
    "a unit": put(BASES, "figures", 0, "unit", value="yuan"),
    "a qualifier": put(BASES, "figures", 0, "qualifier", value="over"),
    "a reading": put(BASES, "figures", 0, "reading", value={"value": "9", "unit": "yuan"}),
    "the value of a reading": put(BASES, "figures", 0, "reading", "value"),
    "the unit of a reading": put(BASES, "figures", 0, "reading", "unit", value="yuan"),
    "why a reading": put(BASES, "figures", 0, "reading", "why", "zh"),
    "a whole figure": put(BASES, "figures", 0, value={"id": "x", "label": {"zh": "x"}, "quote": "x"}),
    "all figures": put(BASES, "figures", value=[{"id": "x", "quote": "9999万元"}]),
    "a label that is no text": put(BASES, "figures", 0, "label", value={"zh": "x"}),
    "a label of many lines that are too many": put(BASES, "figures", 0, "label", "zh", value="长" * 4001),
    "a label that is a number of JSON": put(BASES, "figures", 0, "label", "zh", value=9999),
    "a figure that is not there": put(BASES, "figures", 9, "label", "zh"),
    "a figure counted from the end": put(BASES, "figures", -1, "label", "zh"),
    "a figure by a truth value": put(BASES, "figures", True, "label", "zh"),
    "the quote of a statement": put(BASES, "statements", 0, "quote"),
    "the quote of a list": put(BASES, "lists", 0, "quote"),
    "the name of a list entry": put(BASES, "lists", 0, "items", 0, "zh"),
    "the quote of a record": put(BASES, "quote"),
    "a period that there is not": put(BASES, "figures", 0, "period", value="2099-q9"),
    "a relation to a figure that there is not": put(BASES, "figures", 0, "of", value="nobody.nothing"),
    "a kind of list that there is not": put(BASES, "lists", 0, "kind", value="nothing"),
    "a lead figure that there is not": put(BASES, "lead_figure", value="nothing"),
    "a field that there is not": put(BASES, "hedged", value="将"),
    "the words of an emendation": put(f"documents/{DOCUMENT}", "emendations", 0, "printed"),
    "what a note is about": put(f"documents/{DOCUMENT}", "notes", 0, "about"),
    "that a note denies a quantity": put(f"documents/{DOCUMENT}", "notes", 0, "no_quantity", value="yes"),
    "the text of a document": put(f"documents/{DOCUMENT}", "verbatim", value="other.txt"),
    "the Chinese of a sentence": put(f"documents/{DOCUMENT}", "translations", "zh", "s1-1"),
    "a sentence that there is not": put(f"documents/{DOCUMENT}", "translations", "en", "s99-1", value="x"),
    "a record of the vocabulary": put("vocabulary/units.yml", "entries", 0, "zh", value="x"),
    "a record above the data": put("../data/work-areas/bases", "title", "zh", value="x"),
    "a record by its file": put("work-areas/bases.yml", "title", "zh", value="x"),
    "a path that is a word": put(BASES, "title.zh", value="x"),
    "no path": put(BASES, value="x"),
    "a quantity that does not begin there": add(at=3),
    "a quantity by a word": add(at="近3000万元"),
    "a quantity where there is none": add(**NO_NUMBER, at=None),
    "a sentence of no document": add(sentence="s99-9", at=None),
    "a document by a path": add(document="../documents/h1-work-summary", at=None),
    "a place that ends before it begins": add(start=20, end=10, at=None),
    "a place before the sentence": add(start=-5, at=None),
    "a place behind the sentence": add(end=9999, at=None),
    "a place by truth values": add(start=False, end=True, at=None),
    "a place by fractions": add(start=1.5, end=20.5, at=None),
    "a figure in a document": add(record=f"documents/{DOCUMENT}", at=None),
    "a part of a kind that there is not": add(what="reading", at=None),
    "entries of a list that is not there": add(what="item", list=99),
    "entries of a kind that is not there": add(what="item", kind="nothing"),
    "other words for a figure where there is no number": {
        **{"ask": "act", "action": "requote", "record": BASES, "path": ["figures", 0]},
        **NO_NUMBER,
    },
    "other words for what quotes none": {
        "ask": "act",
        "action": "requote",
        "record": BASES,
        "path": ["title"],
        **PLACE,
    },
    "words into a quote": {
        "ask": "act",
        "action": "fill",
        "record": BASES,
        "path": ["figures", 0, "quote"],
        **PLACE,
        "places": [PLACE],
    },
    "a new record of a kind that there is not": {
        "ask": "act",
        "action": "new",
        "kind": "documents",
        "title": "x",
        **PLACE,
    },
    "a new record without a title": {"ask": "act", "action": "new", "kind": "work-areas", "title": " ", **PLACE},
    "a new record with its file": {"ask": "act", "action": "new", "kind": "../work-areas", "title": "x", **PLACE},
    "a document taken away": {"ask": "act", "action": "remove", "record": f"documents/{DOCUMENT}", "path": []},
    "a field taken away": {"ask": "act", "action": "remove", "record": BASES, "path": ["figures", 0, "quote"]},
    "a figure moved into a document": {
        **{"ask": "act", "action": "move", "record": BASES, "path": ["figures", 0], "to": f"documents/{DOCUMENT}"}
    },
    "a list of texts made of figures": {"ask": "act", "action": "blank", "record": BASES, "path": ["figures"]},
    "an action that there is not": {"ask": "act", "action": "write", "text": "figures: []"},
    "a request that there is not": {"ask": "write", "path": "work-areas/bases.yml", "text": "figures: []"},
    "a conflict that there is not": {"ask": "settle", "path": "../../etc/passwd", "keep": "ours"},
}
"""What is asked for by hand; all of it is refused."""


@pytest.mark.parametrize("request_made", ATTEMPTS.values(), ids=ATTEMPTS.keys())
def test_no_request_writes_what_the_source_does_not_state(
    server: EditingServer, request_made: dict[str, object]
) -> None:
    before = files_below(server.session.copy.work)
    answer = asked(server, **request_made)
    assert all(answer["refused"]), answer
    assert files_below(server.session.copy.work) == before


def test_what_else_a_request_says_is_not_heard(server: EditingServer) -> None:
    """A figure is what its sentence states, whatever value, unit, qualifier, quote, numeral and id come with it."""
    lies = {
        "value": "9",
        "unit": "yuan",
        "qualifier": "over",
        "quote": "9亿元",
        "numeral": "9",
        "id": "x",
        "cell": "t1-r1c1",
    }
    answer = asked(server, **add(at=None, **lies))
    record, path = answer["select"]["record"], answer["select"]["path"]
    value: Any = server.session.record(record).value
    made = value["figures"][path[1]]
    assert made == {
        "id": made["id"],
        "label": {"zh": f"{UNDECIDED}该批项目的实施将引导社会资金、企业科技投入", "en": UNDECIDED},
        "quote": "该批项目的实施将引导社会资金、企业科技投入近3000万元",
    }
    assert made["id"] != "x"
    asked(server, ask="undo")


def test_a_typed_number_is_a_mistake_that_keeps_it_from_being_saved(server: EditingServer) -> None:
    asked(server, **put(BASES, "title", "zh", value="示范基地9999个"))
    answer = asked(server, ask="save", draft=False)
    assert any("9999" in one["wrong"][0] for one in answer["mistakes"])
    assert "9999" not in (server.session.copy.data / f"{BASES}.yml").read_text("utf-8")
    asked(server, ask="undo")


def test_lines_and_markers_in_what_is_typed_are_words_of_it(server: EditingServer) -> None:
    typed = f"基地\nfigures:\n  - id: x {UNDECIDED}\n# \"'"
    asked(server, **put(BASES, "title", "zh", value=typed))
    value: Any = server.session.record(BASES).value
    assert value["title"]["zh"] == "基地 figures:   - id: x  # \"'"
    assert len(value["figures"]) == 1
    asked(server, ask="undo")


def test_every_figure_still_stands_in_its_sentence(server: EditingServer) -> None:
    """Whatever was tried before: what pages would print is what the grammar reads in the documents."""
    collection = server.session.collection
    figures = [figure for _, _, figure in collection.figures()]
    assert len(figures) > 20
    for figure in figures:
        text = collection.sentences[figure.source].zh
        assert any(
            one.text == figure.written and one.values == figure.values
            for one in read_chinese(text, collection.units.words)
        )


LOOKS = {"ask": "state"}
STRANGERS: dict[str, tuple[Any, dict[str, str], int]] = {
    # what is sent, with which headers: the status of the answer
    "without the token": (LOOKS, {"X-Token": ""}, 403),
    "with another token": (LOOKS, {"X-Token": "x" * 43}, 403),
    "a name that was rebound to this machine": (LOOKS, {"Host": "bureau.example:8010"}, 403),
    "this machine by another port": (LOOKS, {"Host": "127.0.0.1:1"}, 403),
    "from another site": (LOOKS, {"Origin": "https://bureau.example"}, 403),
    "from a page without an origin": (LOOKS, {"Origin": "null"}, 403),
    "that the browser says is of another site": (LOOKS, {"Sec-Fetch-Site": "cross-site"}, 403),
    "as a form would send it": (LOOKS, {"Content-Type": "text/plain"}, 404),
    "that is no JSON": (b"figures: []", {}, 400),
    "that is a list": ([LOOKS], {}, 400),
    "that is deeply nested": (b"[" * 60000, {}, 400),
    "that is too large": (b" " * (LARGEST_REQUEST + 1), {}, 413),
    "of no length": (LOOKS, {"Content-Length": "-1"}, 413),
}


@pytest.mark.parametrize(("body", "headers", "status"), STRANGERS.values(), ids=STRANGERS.keys())
def test_strangers_are_refused(server: EditingServer, body: Any, headers: dict[str, str], status: int) -> None:
    assert post(server, body, **headers) == (status, {})


GETS = {
    # an address, with which headers: the status of the answer
    "the page": ("/_edit/", {}, 200),
    "its script": ("/_edit/editor.js", {}, 200),
    "a file beside it": ("/_edit/../server.py", {}, 404),
    "a file above it": ("/_edit/%2e%2e/server.py", {}, 404),
    "the page by a rebound name": ("/_edit/", {"Host": "bureau.example"}, 403),
    "a page of the site without having known the token": ("/", {}, 403),
    "data of the site": ("/data/figures.csv", {}, 403),
    "with another cookie": ("/", {"Cookie": "editing=0"}, 403),
}


@pytest.mark.parametrize(("path", "headers", "status"), GETS.values(), ids=GETS.keys())
def test_addresses(server: EditingServer, path: str, headers: dict[str, str], status: int) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=20)
    connection.request("GET", path, headers={"Host": f"127.0.0.1:{server.server_port}"} | headers)
    answer = connection.getresponse()
    assert answer.status == status
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy and "frame-ancestors 'none'" in policy
    connection.close()


def test_a_page_that_shows_an_earlier_state_changes_nothing(server: EditingServer) -> None:
    before = files_below(server.session.copy.work)
    _, answer = post(server, {**put(BASES, "title", "zh", value="x"), "version": server.session.version - 1})
    assert "别的窗口" in answer["refused"][0] and answer["state"]["version"] == server.session.version
    assert files_below(server.session.copy.work) == before
