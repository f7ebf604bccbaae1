"""Journeys with the search box and the page of results: typed, by keyboard alone, on a phone, without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

from tests.night import some

DONE = "#search-results[data-state=done]"


def results(page: Page, address: str, query: str) -> list[str]:
    """Opens the page of results and returns where its links lead."""
    page.goto(f"{address}search/?q={query}")
    page.wait_for_selector(DONE, state="attached")
    return [str(one.get_attribute("href")) for one in page.locator("#search-results > li a").all()]


def test_nothing_is_fetched_before_a_reader_turns_to_search(page: Page, address: str) -> None:
    fetched: list[str] = []
    page.on("request", lambda one: fetched.append(one.url.removeprefix(address)))
    page.goto(f"{address}work-areas/bases/", wait_until="networkidle")
    assert [one.rsplit("/", 1)[1] for one in fetched if one.endswith(".js")] == ["page.js"]
    assert not [one for one in fetched if one.startswith("search/")]
    page.goto(f"{address}search/", wait_until="networkidle")
    assert not [one for one in fetched if "index.json" in one]
    with page.expect_request("**/search/zh/index.json"):
        page.focus("#search-box")


def test_the_scripts_of_the_results_are_fetched_together(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=15000")
    page.wait_for_selector(DONE)
    named = page.evaluate("[...document.querySelectorAll('link[rel=modulepreload]')].map((one) => one.href)")
    fetched = page.evaluate("performance.getEntriesByType('resource').map((one) => one.name)")
    assert {one for one in fetched if one.endswith(".js") and not one.endswith("/page.js")} == set(named)


def test_what_is_pasted_makes_no_longer_address_than_hosts_take(page: Page, address: str) -> None:
    """Of 8 KB at most, nine bytes for each character; the words to mark at the place of a result are in another."""
    page.goto(address)
    page.locator("#search-box").focus()
    page.keyboard.insert_text("农业" * 3000)
    assert 9 * len(page.locator("#search-box").input_value()) < 6000
    page.keyboard.press("Enter")
    page.wait_for_selector(DONE, state="attached")
    assert len(page.url) < 6000


def test_by_keyboard_from_a_slash_to_the_very_figure(page: Page, address: str) -> None:
    page.goto(f"{address}about/")
    page.keyboard.press("/")
    box = page.locator("#search-box")
    expect(box).to_be_focused()
    page.keyboard.type("15000", delay=20)
    expect(page.locator("[role=option]").first).to_contain_text("科技活动周发放科技资料：15000份")
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(page.locator("form.search [role=status]")).to_contain_text("查到 8 条")
    page.keyboard.press("ArrowDown")
    expect(box).to_have_attribute("aria-activedescendant", "search-option-0")
    expect(page.locator("#search-option-0")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowUp")
    assert box.get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}outreach/science-week/?mark=15000#figure-materials")
    expect(page.locator(":target")).to_contain_text("15000")


def test_a_page_found_marks_what_it_says_and_leaves_citations_closed(page: Page, address: str) -> None:
    page.goto(f"{address}work-areas/projects/?mark=230万#figure-grants")
    expect(page.locator("#figure-grants mark").first).to_have_text("230万")
    assert page.locator(":is(.cite, [data-search=off]) mark").count() == 0
    assert page.locator(".cite details[open]").count() == 0


def test_enter_shows_all_and_escape_leaves(page: Page, address: str) -> None:
    page.goto(f"{address}en/")
    page.keyboard.press("/")
    page.keyboard.type("river crab", delay=20)
    expect(page.locator("[role=option]").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#search-options")).to_be_hidden()
    expect(page.locator("#search-box")).to_have_value("river crab")
    page.keyboard.press("Escape")
    expect(page.locator("#search-box")).not_to_be_focused()
    page.keyboard.press("/")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}en/search/?q=river+crab")
    page.wait_for_selector(DONE)
    assert page.locator("#search-results > li").count() == int(str(page.get_attribute("#search-results", "data-total")))
    assert page.title().startswith("Search: river crab - ")


def test_a_slash_is_a_slash_where_text_is_typed(page: Page, address: str) -> None:
    page.goto(address)
    page.focus("#search-box")
    page.keyboard.type("1/2")
    expect(page.locator("#search-box")).to_have_value("1/2")


@pytest.mark.night
def test_nothing_is_looked_up_in_the_middle_of_a_composition(page: Page, address: str) -> None:
    page.goto(address)
    page.focus("#search-box")
    page.wait_for_load_state("networkidle")
    keyboard = page.context.new_cdp_session(page)
    for typed in ("c", "chi", "chi'ming"):
        keyboard.send(
            "Input.imeSetComposition", {"text": typed, "selectionStart": len(typed), "selectionEnd": len(typed)}
        )
        page.wait_for_timeout(250)
        assert page.locator("[role=option]").count() == 0, typed
        assert page.locator("form.search [role=status]").inner_text() == "", typed
    keyboard.send("Input.insertText", {"text": "驰名"})
    expect(page.locator("#search-box")).to_have_value("驰名")
    expect(page.locator("[role=option]").first).to_be_visible()


@pytest.mark.night
def test_a_suggestion_can_be_clicked(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("#search-box").press_sequentially("驰名商标", delay=20)
    option = page.get_by_role("option").filter(has_text="打造成中国").first
    option.click()
    page.wait_for_url("**/sources/h1-work-summary/?mark=*#s6-2")
    assert "驰名商标" in page.locator(":target").inner_text()


def test_results_can_be_narrowed_and_shared(page: Page, address: str) -> None:
    everything = results(page, address, "科技")
    kind = page.get_by_label("类别")
    assert [text.split("（")[0] for text in kind.locator("option").all_inner_texts()] == [
        *("全部", "工作领域", "产业联盟", "科普活动", "数据", "原文", "栏目")
    ]
    kind.select_option("figure")
    page.wait_for_selector(DONE)
    assert parse_qs(urlsplit(page.url).query) == {"q": ["科技"], "kind": ["figure"]}
    few = page.locator("#search-results > li")
    assert 0 < few.count() < len(everything)
    assert str(few.count()) in str(page.locator("[data-part=count]").text_content())
    assert all("#figure-" in str(one.get_attribute("href")) for one in few.locator("a").all())
    expect(kind).to_be_focused()
    page.get_by_label("工作领域").select_option("outreach")
    page.wait_for_selector(DONE)
    narrowed = few.count()
    shared = page.url
    page.go_back()
    page.go_back()
    page.wait_for_selector(DONE)
    expect(few).to_have_count(len(everything))
    page.goto(shared)
    page.wait_for_selector(DONE)
    assert few.count() == narrowed
    assert page.get_by_label("工作领域").input_value() == "outreach"
    assert page.get_by_label("时期").count() == 1


@pytest.mark.night
def test_an_answer_that_comes_late_is_not_shown(page: Page, address: str) -> None:
    results(page, address, "科技")  # Of what it needs nothing is fetched again, and so nothing is held.
    page.evaluate(
        """() => {
            const real = window.fetch;
            let release;
            window.held = new Promise((seen) => {
                window.fetch = async (address) => {
                    if (!release && address.endsWith(".bin")) {
                        await new Promise((resolve) => { release = resolve; seen(); });
                    }
                    return real(address);
                };
            });
            window.letGo = async () => {
                release();
                await new Promise((resolve) => setTimeout(resolve, 200));
            };
            for (const query of ["驰名商标", "科技"]) {
                history.pushState(null, "", `?q=${query}`);
                dispatchEvent(new PopStateEvent("popstate"));
            }
        }"""
    )
    page.wait_for_selector(DONE)
    page.evaluate("held")
    page.evaluate("letGo()")
    assert page.locator("h1").inner_text() == "搜索：科技"
    shown = page.locator("#search-results > li")
    assert shown.count() == int(str(page.get_attribute("#search-results", "data-total")))
    assert "科技" in shown.first.inner_text()


@pytest.mark.night
def test_nothing_found_is_said_with_ways_on(page: Page, address: str) -> None:
    assert results(page, address, "xyzzy") == []
    expect(page.locator("[data-part=count]")).to_have_text("没有查到")
    expect(page.locator("[data-part=similar]")).to_be_hidden()
    expect(page.locator("[data-part=none]").get_by_role("link", name="数据")).to_be_visible()
    assert results(page, address, "villagers") == []
    other = page.locator("[data-part=others] a")
    expect(other).to_contain_text("在英文页面中查找“villagers”")
    other.click()
    page.wait_for_url(f"{address}en/search/?q=villagers")
    page.wait_for_selector(DONE)
    assert page.get_attribute("#search-results", "data-total") == "4"


@pytest.mark.night
def test_hints_are_words_that_were_found(page: Page, address: str) -> None:
    assert results(page, address, "驰名商标不存在") == []
    hint = page.locator(".similar__by a").first
    expect(hint).to_have_text("驰名商标")
    hint.click()
    page.wait_for_selector(DONE)
    assert page.locator("#search-results > li").count() == 8
    for query in ("经费", "大闸蟹", "补贴", "河解", "养鱼"):
        assert results(page, address, query) == []
        hints = page.locator(".similar__by a").all_inner_texts()
        assert hints and all(len(hint) > 1 for hint in hints), (query, hints)
        for told in hints:
            results(page, address, told)
            assert page.locator("#search-results > li").count() > 0, (query, told)


def test_punctuation_alone_finds_nothing(page: Page, address: str) -> None:
    assert results(page, address, "？！") == []
    expect(page.locator("[data-part=count]")).to_have_text("没有查到")


def test_a_query_is_text_and_never_markup(page: Page, address: str) -> None:
    query = "<img src=x onerror=document.title='hacked'>"
    results(page, address, query.replace("<", "%3C").replace(">", "%3E").replace("'", "%27").replace("=", "%3D"))
    assert page.locator("h1").inner_text() == f"搜索：{query}"
    assert page.locator("main img, #main img").count() == 0 and "hacked" not in page.title()[:6]


def test_a_search_that_takes_long_says_so(browser: Browser, address: str) -> None:
    page = browser.new_page()
    asked: list[Route] = []
    page.route("**/index.json", lambda route: asked.append(route))
    page.goto(f"{address}search/?q=15000")
    expect(page.locator("[data-part=count]")).to_have_text("正在查找……")
    for one in asked:
        one.continue_()
    expect(page.locator("[data-part=count]")).to_contain_text("条结果")
    page.close()


@pytest.mark.night
def test_when_the_index_cannot_be_fetched(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.route("**/index.json", lambda route: route.abort())
    page.goto(f"{address}search/?q=15000")
    page.wait_for_selector("#search-results[data-state=failed]", state="attached")
    expect(page.locator("[data-part=count]")).to_contain_text("搜索暂时打不开")
    page.unroute("**/index.json")
    page.wait_for_load_state("networkidle")  # A key pressed while the page still loads may be lost.
    page.locator("#search-box").press_sequentially("0", delay=20)
    expect(page.locator("form.search [role=status]")).to_contain_text("没有查到")
    page.close()


@pytest.mark.parametrize(("prefix", "words"), [("", "启用脚本功能"), ("en/", "needs JavaScript")])
def test_without_scripts_the_box_says_so(browser: Browser, address: str, prefix: str, words: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}{prefix}work-areas/bases/")
    said = page.locator("form.search")
    expect(said).to_contain_text(words)
    page.locator("#search-box").fill("15000")
    page.locator("#search-box").press("Enter")
    assert urlsplit(page.url).path.endswith(f"/{prefix}search/")
    expect(page.locator("#main")).to_contain_text(words)
    page.locator("#main").get_by_role("link").first.click()
    assert page.url == f"{address}{prefix}figures/"
    context.close()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 800}, has_touch=True)
    yield context.new_page()
    context.close()


@pytest.mark.night
def test_on_a_phone(phone: Page, address: str) -> None:
    phone.goto(f"{address}en/")
    phone.locator("#search-box").tap()
    phone.locator("#search-box").press_sequentially("commissioners", delay=10)
    expect(phone.get_by_role("option").first).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") == 390
    for one in phone.get_by_role("option").all():
        box = one.bounding_box()
        assert box and box["height"] >= 44 and box["x"] >= 0 and box["x"] + box["width"] <= 390
    phone.get_by_role("button", name="Search").tap()
    phone.wait_for_selector(DONE)
    assert phone.evaluate("document.documentElement.scrollWidth") == 390


VIEWS = [(prefix, width, scheme) for prefix in ("", "en/") for width in (390, 1280) for scheme in ("light", "dark")]


@pytest.mark.night
@pytest.mark.parametrize("view", some(VIEWS, len(VIEWS)), ids=str)
def test_no_barriers(browser: Browser, address: str, view: tuple[str, int, str]) -> None:
    prefix, width, scheme = view
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    for query in ("15000", "科技", "money", ""):
        page.goto(f"{address}{prefix}search/?q={query}")
        page.wait_for_selector(DONE, state="attached")
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
    page.goto(address + prefix)
    page.locator("#search-box").press_sequentially("15", delay=10)
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    context.close()
