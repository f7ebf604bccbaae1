"""A page is landed on at the very place where the words stand; and what a first query fetches stays small."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page

from macros.building.build import build
from macros.search.page_text import page_text
from macros.search.rows import encoded
from tests.places import DATA
from tests.search import engine
from tests.serving import served

DONE = "#search-results[data-state=done]"
IN_SIGHT = """(id) => {
    const place = document.getElementById(id);
    const isBefore = (mark) => place.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_PRECEDING;
    const around = place.matches("h2, h3, h4, summary") ? place.parentElement : place;
    const marks = [...around.querySelectorAll("mark")].filter((mark) => !isBefore(mark));
    return marks.some((mark) => {
        const { top, bottom, width } = mark.getBoundingClientRect();
        return width > 0 && top >= 0 && bottom <= innerHeight;
    });
}"""

PLACES = [
    ("", "戴家场", "work-areas/commissioners/#list-places"),
    ("", "科技局电话", "about/#unknown"),
    ("", "这是哪个城市", "about/#unknown"),
    ("", "星火计划是什么", "glossary/#term-spark-programme"),
    ("", "火炬计划", "glossary/#term-torch-programme"),
    ("", "热熔断体", "work-areas/projects/#project-thermal-fuse"),
    ("en/", "email address", "about/#unknown"),
    ("en/", "which year was this", "about/#unknown"),
    ("en/", "what is a mu", "glossary/#term-mu"),
]


@pytest.mark.parametrize(("prefix", "query", "place"), PLACES)
def test_the_place_is_landed_on_with_the_words_in_sight(
    browser: Browser, address: str, prefix: str, query: str, place: str
) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(f"{address}{prefix}search/?q={quote(query)}")
    page.wait_for_selector(DONE, state="attached")
    path, _, ident = place.partition("#")
    (link, *_) = [
        one
        for one in page.locator(".hit__title a:visible").all()
        if f"/{path}?" in str(one.get_attribute("href")) and str(one.get_attribute("href")).endswith(f"#{ident}")
    ]
    link.click()
    page.wait_for_selector("mark", state="attached")
    page.wait_for_function(IN_SIGHT, arg=ident)
    page.close()


def test_what_stands_far_below_a_heading_is_brought_into_sight(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 280})
    page.goto(f"{address}about/?mark={quote('作为对比的往年数据')}#unknown")
    page.wait_for_selector("mark", state="attached")
    page.wait_for_function(IN_SIGHT, arg="unknown")
    page.close()


@pytest.mark.parametrize(
    ("prefix", "query", "said"),
    [
        ("", "哪一年", "年份"),
        ("", "什么时候发布", "发布日期"),
        ("en/", "which year was this", "The year"),
        ("en/", "which city", "The city’s name"),
    ],
)
def test_of_what_is_not_stated_that_is_said_which_was_asked_for(
    page: Page, address: str, prefix: str, query: str, said: str
) -> None:
    page.goto(f"{address}{prefix}search/?q={quote(query)}")
    page.wait_for_selector(DONE, state="attached")
    assert said in page.locator(".hit__excerpt:visible").first.inner_text()


def test_a_place_that_only_its_name_holds_shows_what_stands_below_it(page: Page, address: str) -> None:
    page.goto(f"{address}en/search/?q=villagers")
    page.wait_for_selector(DONE, state="attached")
    first = page.locator("#search-results .hit").first
    assert "What villagers were offered" in first.locator(".hit__kind").inner_text()
    assert "villagers" not in first.locator(".hit__excerpt").inner_text()


@pytest.mark.parametrize("query", ["科技特派员", "产业联盟"])
def test_a_page_that_is_called_so_is_landed_on_at_its_top(page: Page, address: str, query: str) -> None:
    page.goto(f"{address}search/?q={quote(query)}")
    page.wait_for_selector(DONE, state="attached")
    first = page.locator("#search-results .hit__title a").first
    assert "#" not in str(first.get_attribute("href"))


def test_a_place_is_an_element_with_an_id_or_what_stands_below_a_heading_with_one() -> None:
    page = page_text(
        "题",
        '<div id="f"><h1 id="title">题</h1><p>甲</p></div><div><h3 id="a">乙</h3><ul><li>丙</li></ul></div><p>丁</p>'
        '<h2 id="b">戊</h2><p>己</p><h2>庚</h2><p>辛</p>'
        '<div id="c"><p>壬</p><p id="d">癸</p></div><p>子<b id="e">丑</b></p>',
    )
    assert page.places == {"乙": "a", "丙": "a", "戊": "b", "己": "b", "壬": "c", "癸": "d"}


FETCHED_ALWAYS = 115_000
"""Bytes that every query loads: the scripts of the page of results, the head of the index, what results can be narrowed
by, and the words of questions. At 10,000 records the index has 25,000 more; a query has the rest of 300,000."""
FETCHED = (
    """() => performance.getEntriesByType("resource").map(({ name, decodedBodySize }) => [name, decodedBodySize])"""
)


@pytest.mark.parametrize("prefix", ["", "zh-hant/", "en/"])
def test_what_every_query_loads_is_small(page: Page, address: str, prefix: str) -> None:
    page.goto(f"{address}{prefix}search/?q={quote('不存在的词语' if prefix != 'en/' else 'xyzzy')}")
    page.wait_for_selector(DONE, state="attached")
    sizes = {name.rsplit("/", 1)[1]: size for name, size in page.evaluate(FETCHED)}
    fixed = {
        name: size
        for name, size in sizes.items()
        if name.endswith((".js", "index.json", "facets.json", "similar.json")) and name != "page.js"
    }
    assert {"results.js", "index.json", "facets.json", "similar.json"} <= set(fixed)
    assert sum(fixed.values()) < FETCHED_ALWAYS, fixed


@pytest.fixture(scope="module")
def scattered(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The demonstration with hardly two entries in one file of texts, as on a very large site."""
    folder = tmp_path_factory.mktemp("scattered") / "site"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("macros.search.index.TEXT_SIZE", 300)
        patch.setattr("macros.search.index.SMALL_SITE", 0)
        assert build(DATA, folder)
    with served(folder) as address:
        yield address


@pytest.mark.night
@pytest.mark.parametrize("query", ["湖", "en/|crab"])
def test_what_is_shown_at_once_stands_in_few_files(page: Page, scattered: str, query: str) -> None:
    prefix, words = query.split("|") if "|" in query else ("", query)
    page.goto(f"{scattered}{prefix}search/?q={quote(words)}")
    page.wait_for_selector(DONE, state="attached")
    files = [name for name, _ in page.evaluate(FETCHED) if re.search(r"/t[0-9]+\.json$", name)]
    assert page.locator("#search-results > li").count() >= 5
    assert len(files) <= 8, files


def test_longer_words_are_looked_up_only_where_a_word_is_not_held_itself(page: Page, address: str) -> None:
    page.goto(f"{address}en/")
    for query, more in (("commissioners and", []), ("commissioners of", ["1of"])):
        found, beginnings = page.evaluate(engine.BEGINNINGS_ASKED, query)
        assert found > 0 and beginnings == ["1commissioners", *more], "some have an office, but no of"


def test_of_many_common_words_the_commonest_are_not_looked_up(page: Page, address: str) -> None:
    page.goto(address)
    counts = [30_000, 900, 90_000, 25_000]
    assert page.evaluate(engine.COMMON_GROUPS, [[*encoded([count]), 0, 128] for count in counts]) == [0, 2]
    assert page.evaluate(engine.COMMON_GROUPS, [[*encoded([90_000]), 0, 128]]) == []


def test_words_in_latin_letters_are_loaded_once_there_are_letters(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url.rsplit("/", 1)[1]))
    page.goto(f"{address}search/?q={quote('不存在的词语')}")
    page.wait_for_selector(DONE, state="attached")
    assert "similar.json" in asked and "latin.json" not in asked
    page.goto(f"{address}search/?q=crab")
    page.wait_for_selector(DONE, state="attached")
    assert "latin.json" in asked
    assert engine.meant(page, ["crab"])[0][1]
