"""Every result shows what was looked for: in its title, in what it belongs to, or in its excerpt."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import Page

from tests.night import some
from tests.search import engine

UNMARKED = """() => [...document.querySelectorAll(".hit")]
    .filter((one) => !one.querySelector("mark")).map((one) => one.querySelector("a").getAttribute("href"))"""


FOUND = [
    ("", "15000"),  # On the page of figures it stands in an entry of its own.
    ("", "1.5万"),
    ("", "上半年"),  # A period.
    ("", "科技活动周"),  # What figures belong to.
    ("", "洪湖 15000"),
    ("", "水产"),
    ("zh-hant/", "水產"),
    ("en/", "15000"),
    ("en/", "first half"),
    ("en/", "Luoshan"),  # Far down on long pages.
    ("en/", "farming"),
    ("en/", "crab aquatic"),
]


@pytest.mark.parametrize("searched", some(FOUND, 4), ids=" ".join)
def test_a_result_shows_what_was_looked_for(page: Page, address: str, searched: tuple[str, str]) -> None:
    prefix, query = searched
    page.goto(f"{address}{prefix}search/?q={quote(query)}")
    page.wait_for_selector("#search-results[data-state=done]")
    while page.locator("[data-part=more]").is_visible():
        shown = page.locator(".hit").count()
        page.locator("[data-part=more]").click()
        page.wait_for_function("(shown) => document.querySelectorAll('.hit').length > shown", arg=shown)
    assert page.locator(".hit").count() > 0
    assert page.evaluate(UNMARKED) == []


@pytest.mark.parametrize(
    ("query", "before", "number", "behind"),
    [
        ("水产", "水产{}得到", "230.5万元以上", "，共{}"),
        ("水产", "{}得到", "近三千五百万元", "，用于{}水产"),
        ("fish", "fish {} got ", "CNY 2.3 million or more", " for {}"),
        ("fish", "{} got ", "nearly CNY 2,300,000", " for {} fish"),
    ],
)
def test_no_excerpt_holds_a_part_of_a_number(
    page: Page, address: str, query: str, before: str, number: str, behind: str
) -> None:
    """Wherever it is cut: 2… of CNY 2.3 million would be another sum, and so would a sum without what is said of it."""
    page.goto(address)
    filler = "甲" if query == "水产" else "word "
    texts = [before.format(filler * many) + number + behind.format(filler * 60) for many in range(100)]
    texts += [before.format(filler * 60) + number + behind.format(filler * many) for many in range(60)]
    shown: list[str] = page.evaluate(engine.EXCERPTS, [query, texts])
    assert all(query in one for one in shown) and any("…" in one for one in shown)
    assert [one for one in shown if re.search("[0-9三五]", one) and number not in one] == []
    assert any(number in one for one in shown)
