"""What a long page says beyond its first passages is read only where words lie in it, and is shown there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page

from macros.exports.table import Root
from macros.search.entries import SearchEntry
from macros.search.index import EXCERPT_SIZE, FIRST_SIZE, further_passages, shown_entry
from tests.search import engine

ROOT = Root.at("https://bureau.example/")
PASSAGES = tuple(f"{number}{'字' * 999}" for number in range(20))


def test_a_long_entry_is_cut_in_two_and_loses_nothing_that_is_kept() -> None:
    entry = SearchEntry("page", "a/", "甲", ("甲",), PASSAGES)
    address, title, context, first, answer, more = json.loads(shown_entry(entry, ROOT))
    assert (title, context, answer, more) == ("甲", "", None, 1) and address.endswith("a/")
    further = further_passages(entry)
    assert sum(map(len, first)) <= FIRST_SIZE < EXCERPT_SIZE and further
    kept = [*first, *further]
    assert tuple(kept) == PASSAGES[: len(kept)]
    assert sum(map(len, kept)) <= EXCERPT_SIZE < sum(map(len, PASSAGES[: len(kept) + 1]))


@pytest.mark.parametrize(
    "entry",
    [
        pytest.param(SearchEntry("page", "a/", "甲", ("甲",), PASSAGES[:1]), id="short"),
        pytest.param(SearchEntry("page", "a/", "甲", ("甲",), PASSAGES, shown=PASSAGES[:1]), id="short as shown"),
    ],
)
def test_a_short_entry_is_whole(entry: SearchEntry) -> None:
    assert not further_passages(entry) and json.loads(shown_entry(entry, ROOT))[3:] == [list(PASSAGES[:1])]


SHOWN = f"""async (number) => {{
    const {{ openSearch }} = await import(new URL("search.js", {engine.SCRIPTS}));
    const search = await openSearch(document.querySelector("form.search").dataset.index);
    const last = (await search.index.further(number)).at(-1);
    const said = async (words) => (await search.shown(number, search.termsOf(`"${{words}}"`))).passages.includes(last);
    return [await said(last), await said((await search.index.text(number)).title)];
}}"""


@pytest.mark.parametrize("prefix", ["zh-hant/", "en/"])
def test_further_passages_are_shown_of_what_is_said_there(page: Page, address: str, site: Path, prefix: str) -> None:
    (folder,) = (path for path in (site / "search" / prefix.removeprefix("zh-")).iterdir() if path.is_dir())
    numbers = [int(file.stem[1:]) for file in folder.glob("m*.json")]
    assert numbers
    page.goto(address + prefix)
    assert [page.evaluate(SHOWN, number) for number in numbers] == [[True, False]] * len(numbers)
