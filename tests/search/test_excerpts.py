"""Every result shows what was looked for: in its title, in what it belongs to, or in its excerpt."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from playwright.sync_api import Page

from tests.night import some

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
