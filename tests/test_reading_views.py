"""The large-type view, reading aloud, the menu on a phone and print, in a real browser, with JavaScript and without."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.night import some

PAGES = ("", "work-areas/projects/", "en/figures/", "zh-hant/sources/h1-work-summary/")
WITH_SCRIPT = pytest.mark.parametrize(
    "script", [True, pytest.param(False, marks=pytest.mark.night)], ids=["with JavaScript", "without JavaScript"]
)

SUMMARY = "Projects remain the bureau’s top priority for the whole year."
SPOKEN = """
window.spoken = [];
window.speechSynthesis.speak = (words) => {
  const marked = [...document.querySelectorAll("mark.reading")].map((one) => one.textContent).join("");
  window.spoken.push([words.lang, words.text.trim(), marked.trim()]);
  setTimeout(() => words.onend(), 0);
};
"""
"""Stands in for the voice, of which a browser on a server has none; all else of reading aloud is real."""


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    yield context.new_page()
    context.close()


def opened(browser: Browser, script: bool, **more: Any) -> BrowserContext:
    return browser.new_context(java_script_enabled=script, **more)


def pixels(page: Page, selector: str) -> float:
    """The size of the text of an element, measured by CSS and not by script."""
    return page.locator(selector).first.bounding_box()["height"]  # type: ignore[index]


def size_of_text(page: Page) -> float:
    style = page.locator("#main p >> nth=1").evaluate("(one) => getComputedStyle(one).fontSize")
    return float(str(style).removesuffix("px"))


@WITH_SCRIPT
def test_the_large_type_view_is_entered_by_keyboard(browser: Browser, address: str, script: bool) -> None:
    context = opened(browser, script)
    page = context.new_page()
    page.goto(f"{address}work-areas/projects/")
    before = pixels(page, "h1")
    expect(page.locator(".elder-bar")).to_be_hidden()
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.locator("#elder:focus").count():
            break
    page.keyboard.press("Space")
    expect(page.locator("#elder")).to_be_checked()
    expect(page.locator(".elder-bar")).to_be_visible()
    large = pixels(page, "h1")
    assert large > before * 1.2
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#elder-30")).to_be_checked()
    assert pixels(page, "h1") > large * 1.2
    context.close()


def test_the_large_type_view_is_remembered_on_every_page(browser: Browser, address: str) -> None:
    context = opened(browser, script=True)
    page = context.new_page()
    page.goto(address)
    assert size_of_text(page) < 20
    page.get_by_label("长者版").check()
    page.get_by_label("特大").check()
    for path in PAGES:
        page.goto(address + path)
        expect(page.locator("#elder")).to_be_checked()
        assert size_of_text(page) >= 29.9, path
    page.locator("#elder-18").check()
    page.reload()
    assert size_of_text(page) >= 17.9
    page.locator("#elder").uncheck()
    page.goto(address)
    assert size_of_text(page) < 20 and page.locator(".elder-bar").is_hidden()
    context.close()


def test_controls_are_as_tall_as_a_thumb_in_large_type(browser: Browser, address: str) -> None:
    context = opened(browser, script=True)
    context.add_init_script("localStorage.setItem('elder', 'yes 18')")
    page = context.new_page()
    for path in PAGES:
        page.goto(address + path)
        small = page.evaluate(
            """() => [...document.querySelectorAll("header.top a, header.top button, .elder-bar label, .elder-switch,"
                + "footer a, summary, .trail a, .steps a, .more a, .card__title a, .overview__title a")]
                .filter((one) => one.checkVisibility() && !one.matches(".skip"))
                .filter((one) => one.getBoundingClientRect().height < 59.5).map((one) => one.outerHTML)"""
        )
        assert small == [], path
    context.close()


def test_in_large_type_what_a_number_counts_stands_below_it(browser: Browser, address: str) -> None:
    for width in (360, 1280):
        context = opened(browser, script=True, viewport={"width": width, "height": 800})
        context.add_init_script("localStorage.setItem('elder', 'yes 22')")
        page = context.new_page()
        page.goto(f"{address}work-areas/commissioners/")
        wrong = page.evaluate(
            """() => [...document.querySelectorAll(".figure")].filter((one) => {
              const place = (part) => one.querySelector(part).getBoundingClientRect();
              const number = place(".figure__amount"), words = place(".figure__said"), cite = place(".cite__button");
              return words.left !== number.left || words.top < number.bottom || cite.left < number.right;
            }).map((one) => one.textContent)"""
        )
        assert wrong == [], width
        context.close()


def test_reading_aloud_sentence_by_sentence(browser: Browser, address: str) -> None:
    context = opened(browser, script=True)
    context.add_init_script("localStorage.setItem('elder', 'yes 22')")
    context.add_init_script(SPOKEN)
    page = context.new_page()
    for path, language, said in (
        ("work-areas/projects/", "zh-CN", "科技局仍把项目建设做为全年工作的重中之重。"),
        ("zh-hant/work-areas/projects/", "zh-TW", "科技局仍把項目建設做為全年工作的重中之重。"),
        ("en/work-areas/projects/", "en", SUMMARY),
    ):
        page.goto(address + path)
        text = page.locator("#main").inner_text()
        button = page.locator(".elder-bar button")
        button.click()
        expect(button).to_have_attribute("aria-pressed", "true")
        expect(button).to_have_attribute("aria-pressed", "false")
        spoken = page.evaluate("spoken")
        assert [language, said, said] in spoken
        assert all(marked == words for _, words, marked in spoken)
        assert page.locator("mark.reading").count() == 0
        assert page.locator("#main").inner_text() == text, "the page is left as it was"
        assert not any(words == "出处" or words == "Source" for _, words, _ in spoken)
    context.close()


@pytest.mark.night
def test_reading_aloud_can_be_stopped_and_says_when_it_cannot(browser: Browser, address: str) -> None:
    context = opened(browser, script=True)
    context.add_init_script("localStorage.setItem('elder', 'yes 22')")
    context.add_init_script("speechSynthesis.speak = (words) => { window.words = words; }")
    page = context.new_page()
    page.goto(address)
    button = page.get_by_role("button", name="朗读本页")
    button.click()
    stop = page.get_by_role("button", name="停止朗读")
    expect(page.locator("mark.reading").first).to_be_visible()  # Words that stand in several elements have several.
    stop.click()
    expect(page.locator("mark.reading")).to_have_count(0)
    button.click()
    expect(page.locator("mark.reading").first).to_be_visible()
    page.evaluate("words.onerror({ error: 'language-unavailable' })")
    expect(page.locator(".elder-bar__said")).to_contain_text("不能朗读")
    expect(page.locator("mark.reading")).to_have_count(0)
    expect(page.locator(".elder-bar button")).to_be_hidden()
    context.close()


NO_VOICE = {
    "none that it tells of": "speechSynthesis.speak = () => {}; const wait = setTimeout;"
    " window.setTimeout = (does, after) => wait(does, after / 10);",
    "nothing to read with": "Object.defineProperty(window, 'speechSynthesis', { value: undefined });",
}


@pytest.mark.parametrize("browsers", NO_VOICE)
def test_without_a_voice_the_button_goes_and_the_reader_is_told(browser: Browser, address: str, browsers: str) -> None:
    context = opened(browser, script=True)
    context.add_init_script("localStorage.setItem('elder', 'yes 22')")
    context.add_init_script(NO_VOICE[browsers])
    page = context.new_page()
    page.goto(address)
    page.get_by_role("button", name="朗读本页").click()
    expect(page.locator(".elder-bar__said")).to_contain_text("不能朗读")
    expect(page.locator(".elder-bar button")).to_be_hidden()
    expect(page.locator("mark.reading")).to_have_count(0)
    context.close()


@WITH_SCRIPT
def test_the_menu_on_a_phone(browser: Browser, address: str, script: bool) -> None:
    context = opened(browser, script, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(address)
    link = page.get_by_role("navigation", name="主菜单").get_by_role("link", name="来源文件")
    expect(link).to_be_hidden()
    page.get_by_role("button", name="菜单").click()
    expect(link).to_be_visible()
    page.keyboard.press("Escape")
    expect(link).to_be_hidden()
    page.get_by_role("button", name="菜单").click()
    page.get_by_role("button", name="关闭").click()
    expect(link).to_be_hidden()
    page.get_by_role("button", name="菜单").press("Enter")
    link.click()
    assert page.url == f"{address}sources/"
    context.close()


def test_home_says_the_main_things_on_the_first_screen_of_a_phone(phone: Page, address: str) -> None:
    phone.goto(address)
    for selector in (
        "h1",
        ".headline__item:first-child .receiver:last-child",
        ".headline__item:nth-child(2) p >> nth=1",
    ):
        box = phone.locator(selector).bounding_box()
        assert box is not None and box["y"] + box["height"] <= 844, selector


COLLIDING = """() => {
  document.querySelectorAll("details").forEach((one) => { one.open = true; });
  return [...document.querySelectorAll("td[data-label]")].filter((cell) => {
    const label = getComputedStyle(cell, "::before");
    const room = parseFloat(getComputedStyle(cell).paddingInlineStart);
    return parseFloat(label.width) > room || parseFloat(label.height) > cell.getBoundingClientRect().height;
  }).map((cell) => cell.dataset.label);
}"""
"""The names of columns that run into their cell, or into the row below, on a phone."""


@pytest.mark.parametrize("name", some(["sources/h1-work-summary/", "catalogue/", "print/", "data/"], 3))
def test_the_name_of_a_column_has_room_beside_its_cell(phone: Page, address: str, name: str) -> None:
    for width in (390, 320):
        phone.set_viewport_size({"width": width, "height": 844})
        phone.goto(f"{address}en/{name}")
        assert phone.locator("td[data-label]").count() and phone.evaluate(COLLIDING) == []


@pytest.mark.parametrize("prefix", some(["", "zh-hant/", "en/"], 2))
def test_print(browser: Browser, address: str, prefix: str) -> None:
    context = opened(browser, script=False)
    page = context.new_page()
    page.goto(f"{address}{prefix}outreach/science-week/")
    page.emulate_media(media="print")
    mark = {"": "网页打印稿", "zh-hant/": "網頁打印稿", "en/": "Printed from the web page"}[prefix]
    expect(page.locator(".printed")).to_be_visible()
    assert mark in page.locator(".printed").inner_text()
    for hidden in (".top", ".bottom", ".trail", ".report"):
        expect(page.locator(hidden).first).to_be_hidden()
    finding = page.locator(".finding", has=page.locator("#figure-materials"))
    expect(finding.locator(".quote")).to_be_visible()
    link = finding.locator(".passage__source")
    assert link.get_attribute("data-address") == f"/{prefix}sources/h1-work-summary/#s7-3"
    context.close()
