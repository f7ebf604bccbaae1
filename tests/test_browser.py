"""Journeys in a real browser over the demonstration."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from macros.register.register import Register
from macros.text.languages import LANGUAGES, Language
from tests.night import BOTH, some
from tests.serving import served

WIDTH = "document.documentElement.scrollWidth"
CLICK = "(id) => document.getElementById(id).click()"


@pytest.fixture(params=some(["without JavaScript", "with JavaScript"], 2))
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    made = browser.new_context(java_script_enabled=request.param == "with JavaScript")
    yield made
    made.close()


@pytest.mark.parametrize(("prefix", "see"), [("", "查看原句"), ("en/", "See the sentence")])
def test_from_a_figure_to_its_sentence(context: BrowserContext, address: str, prefix: str, see: str) -> None:
    page = context.new_page()
    page.goto(f"{address}{prefix}outreach/science-week/")
    card = page.locator(".finding", has=page.locator("#figure-materials"))
    assert card.locator(".passage").get_by_text("发放科技资料15000份").is_visible() == (not prefix)
    card.get_by_role("link", name=see).click()
    assert page.url == f"{address}{prefix}sources/h1-work-summary/#s7-3"
    sentence = page.locator(":target")
    assert "发放科技资料15000份" in sentence.inner_text()
    assert sentence.bounding_box() is not None
    assert shade(page, ":target") != shade(page, "#s7-2")


def shade(page: Page, selector: str) -> bytes:
    """What is beside the last line of a sentence, taken from a picture, so that it works without JavaScript."""
    words = page.locator(f"{selector} .sentence__text, {selector} .sentence__translation").first
    words.scroll_into_view_if_needed()
    box = words.bounding_box()
    assert box is not None
    return page.screenshot(clip={"x": box["x"] - 2, "y": box["y"] + box["height"] - 10, "width": 2, "height": 2})


@pytest.mark.parametrize(
    ("switch", "prefix", "title"),
    some(
        [
            ("English", "en/", "Science and technology projects"),
            ("繁體", "zh-hant/", "科技項目申報"),
            ("简体", "", "科技项目申报"),
        ],
        3,
        spread=True,
    ),
)
def test_the_language_switch_stays_on_the_record(
    context: BrowserContext, address: str, switch: str, prefix: str, title: str
) -> None:
    page = context.new_page()
    for start in ("", "en/", "zh-hant/"):
        page.goto(f"{address}{start}work-areas/projects/")
        page.get_by_role("link", name=switch, exact=True).click()
        assert page.url == f"{address}{prefix}work-areas/projects/"
        assert page.get_by_role("heading", level=1).inner_text() == title


def test_from_the_home_page_to_any_area(context: BrowserContext, address: str, register: Register) -> None:
    page = context.new_page()
    for area in register.work_areas.values():
        page.goto(address)
        page.locator(".areas").get_by_role("link", name=area.title.zh, exact=True).first.click()
        assert page.get_by_role("heading", level=1).inner_text().endswith(area.title.zh)


@pytest.mark.parametrize("which", BOTH)
@pytest.mark.parametrize("language", some(reversed(LANGUAGES), 3), ids=lambda one: one.code)
def test_nothing_scrolls_sideways(browser: Browser, site: Path, language: Language, which: str) -> None:
    """At every width, and on a phone in the sizes of large type; at a root, where an error page finds its styles."""
    page = browser.new_page()
    wide = []
    with served(site, at_root=True) as address:
        for file in pages_of(site, language)[:: 5 if which == "some" else 1]:
            page.goto(address + file)
            for width in (1280, 320, 390):
                page.set_viewport_size({"width": width, "height": 800})
                wide += [f"{file} {width}"] if page.evaluate(WIDTH) > width else []
            page.evaluate(CLICK, "elder")
            for size in (18, 30):
                page.evaluate(CLICK, f"elder-{size}")
                wide += [f"{file} large type {size}"] if page.evaluate(WIDTH) > 390 else []
            page.evaluate(CLICK, "elder")
        page.close()
    assert wide == []


def pages_of(site: Path, language: Language) -> list[str]:
    """The HTML files of a language; what only leads on to another page is none."""
    others = tuple(one.prefix for one in LANGUAGES if one.prefix and one is not language)
    every = sorted(file.relative_to(site).as_posix() for file in site.rglob("*.html"))
    own = [file for file in every if file.startswith(language.prefix) and not file.startswith(others)]
    return [file for file in own if 'http-equiv="refresh"' not in (site / file).read_text("utf-8")]


def test_the_skip_link_is_the_first_stop(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    assert page.locator(".skip").bounding_box()["y"] >= 0  # type: ignore[index]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.close()
