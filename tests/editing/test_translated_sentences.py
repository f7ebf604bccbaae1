"""English in the editor: the sentence that a text rests on, as it was translated, stands beside it to be taken from."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from macros.editing.server import editing
from tests.editing.clerk import FIND_TRANSLATED
from tests.editing.desk import DOCUMENT, asked, field, opened, said
from tests.places import DATA

RECORD = "work-areas/commissioners"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The demonstration."""
    return Path(shutil.copytree(DATA, tmp_path / "data"))


OFFERED = {
    # the path of a text, how many sentences it rests on, and words of the first, translated
    "a statement": (["statements", 0], 1, "Last year our city ran a pilot"),
    "the label of a figure": (["figures", 1, "label"], 1, "again appointed"),
    "an entry of a list": (["lists", 0, "items", 0], 1, "Last year our city ran a pilot"),
    "a summary": (["summary"], None, "Part 2. Building up skilled staff"),
    "a note, which speaks of others": (["figures", 3, "note"], None, "Part 2. Building up skilled staff"),
}


@pytest.mark.parametrize("case", OFFERED)
def test_the_sentences_that_a_text_rests_on_are_offered_as_translated(data: Path, case: str) -> None:
    path, number, words = OFFERED[case]
    with editing(data, 0) as server:
        found = asked(server, ask="memory", record=RECORD, path=path, code="en")["sentences"]
        chinese = [one.zh for one in server.session.collection.sentences.values()]
        assert words in found[0][1] and (len(found) == number if number else len(found) > 1)
        assert [chinese.index(zh) for zh, _ in found] == sorted(chinese.index(zh) for zh, _ in found)
        sentence = next(key for key, one in server.session.collection.sentences.items() if one.zh == found[0][0])
        there = {"record": f"documents/{DOCUMENT}", "path": ["translations", "en", sentence.partition("#")[2]]}
        asked(server, ask="act", action="put", **there, value="")
        left = asked(server, ask="memory", record=RECORD, path=path, code="en")["sentences"]
        assert left == found[1:]


def test_words_of_a_translated_sentence_are_dragged_over_and_figures_inserted(data: Path, browser: Browser) -> None:
    with opened(data, browser) as (page, server):
        page.select_option("#side select.open", RECORD)
        card_of = ("figures", 1)
        page.locator("html:not([data-busy])").wait_for(state="attached")
        page.locator("#side .card").first.wait_for()
        page.locator("#side .card[data-path='[\"figures\",1]'] .card__toggle").click()
        label = field(page, *card_of, "label", "en")
        label.fill("")
        said(page, "填写")
        page.locator("html:not([data-busy])").wait_for(state="attached")
        offered = page.locator("#side .field:focus-within .memory__sentence p")
        offered.wait_for()
        at = offered.inner_text().index("again appointed")
        x0, y0, x1, y1 = page.evaluate(FIND_TRANSLATED, [0, at, at + len("again appointed")])
        page.mouse.move(x0 + 0.5, y0)
        page.mouse.down()
        page.mouse.move(x1 - 0.5, y1, steps=4)
        page.mouse.up()
        expect(label).to_have_value("again appointed")
        expect(label).to_be_focused()
        page.keyboard.type(" this year")
        page.keyboard.press("Enter")
        page.locator("html:not([data-busy])").wait_for(state="attached")
        summary = field(page, "summary", "en")
        summary.focus()
        page.keyboard.press("End")
        page.locator("#side select[aria-label=插入数据]").first.select_option("appointed-this-year")
        expect(summary).to_have_value(re.compile(r"\{appointed-this-year\}$"))
        page.locator("html:not([data-busy])").wait_for(state="attached")
        value = server.session.record(RECORD).value
    figures = value["figures"]
    assert isinstance(figures, list) and isinstance(figures[1], dict)
    assert figures[1]["label"] == {"zh": "继续聘任科技特派员", "en": "again appointed this year"}
