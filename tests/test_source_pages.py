"""Source documents, the list of figures and citing in a real browser, with JavaScript and without."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from lxml import html
from playwright.sync_api import Browser, BrowserContext, Page

from macros.pages.assets import STYLES_OF_DOCUMENTS, STYLES_OF_OTHERS
from macros.records.document import Document
from macros.records.emended_lines import as_received
from macros.register.register import Register
from tests.night import some
from tests.places import ROOT

GRANTS = "#number-s5-4-64"


@pytest.fixture(params=some(["without JavaScript", "with JavaScript"], 2))
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    scripts = request.param == "with JavaScript"
    made = browser.new_context(java_script_enabled=scripts, viewport={"width": 390, "height": 800})
    yield made
    made.close()


RULE = re.compile(r"([^{}]*)\{[^{}]*\}")
CLASS = re.compile(r"\.([a-zA-Z][\w-]*)")


def classes_of_rules(styles: str) -> list[set[str]]:
    """The classes that each selector of a style sheet names, those that name none left out."""
    selectors = [
        one for rule in RULE.findall(re.sub(r"/\*.*?\*/", "", styles, flags=re.DOTALL)) for one in rule.split(",")
    ]
    return [found for one in selectors if (found := set(CLASS.findall(re.sub(r":not\(.*?\)", "", one))))]


@pytest.mark.parametrize("prefix", ["", "zh-hant/", "en/"])
def test_a_document_loads_every_rule_for_what_is_on_its_page(site: Path, prefix: str) -> None:
    page = html.fromstring((site / prefix / "sources/h1-work-summary/index.html").read_bytes())
    shown = {one for classes in page.xpath("//@class") for one in classes.split()}
    for name in STYLES_OF_OTHERS:
        rules = classes_of_rules((ROOT / "overrides/styles" / name).read_text("utf-8"))
        assert rules and [one for one in rules if one <= shown] == [], name


@pytest.mark.parametrize("prefix", ["", "zh-hant/", "en/"])
def test_all_other_pages_load_every_rule_for_what_is_on_them(site: Path, prefix: str) -> None:
    others = [one for one in (site / prefix).rglob("index.html") if one.parent.parent.name != "sources"]
    shown = [
        {one for found in re.findall('class="([^"]*)"', page.read_text("utf-8")) for one in found.split()}
        for page in others
    ]
    for name in STYLES_OF_DOCUMENTS:
        rules = classes_of_rules((ROOT / "overrides/styles" / name).read_text("utf-8"))
        assert rules and len(others) > 20
        assert [
            (one, rule) for one, classes in zip(others, shown, strict=True) for rule in rules if rule <= classes
        ] == []


@pytest.mark.parametrize("prefix", ["", "zh-hant/", "en/"])
def test_what_stood_is_shown_as_it_was_received(site: Path, prefix: str, register: Register) -> None:
    """The source came in Traditional script; no edition says that it writes otherwise."""
    page = html.fromstring((site / prefix / "sources/h1-work-summary/index.html").read_bytes())
    (text,) = register.texts.values()
    rows = page.xpath("//tr[starts-with(@id, 'emendation-')]/td[1]")
    assert len(rows) == len(text.document.emendations) and {row.get("lang") for row in rows} == {"zh-Hant"}
    received = "\n".join(line for _, line in text.lines)
    shown = [word for row in rows for word in row.text_content().split("、")]
    assert [word for word in shown if word not in received] == []
    assert {"叢集", "網路", "迴圈", "資訊"} <= set(shown)


@pytest.mark.parametrize(
    ("script", "lines", "shown"),
    [
        ("zh-Hant", ["網路臺", "網路台"], ("臺", "台")),
        ("zh-Hant", ["臺\u200b臺"], ("臺",)),
        ("zh-Hans", ["网路臺、台"], ("台",)),
        ("zh-Hant", ["網路"], ("台",)),
    ],
)
def test_each_way_in_which_words_were_received(
    script: Literal["zh-Hans", "zh-Hant"], lines: list[str], shown: tuple[str, ...]
) -> None:
    assert as_received("台", Document.model_construct(script=script), lines) == shown


def in_sight(page: Page, selector: str) -> bool:
    """Whether an element stands within the window."""
    box = page.locator(selector).bounding_box()
    return box is not None and box["y"] >= 0 and box["y"] + box["height"] <= 800


@pytest.mark.parametrize(
    ("prefix", "said", "after", "money"),
    [("", "230万元", "下一个", "只看资金"), ("en/", "CNY 2.3 million", "Next", "Money 4")],
    ids=["zh", "en"],
)
def test_a_number_opens_its_figure_in_place(
    context: BrowserContext, address: str, prefix: str, said: str, after: str, money: str
) -> None:
    page = context.new_page()
    page.goto(f"{address}{prefix}sources/h1-work-summary/")
    opened = page.locator(".number-mark + .opened:visible")
    assert opened.count() == 0
    page.locator(GRANTS).click()
    assert page.locator(GRANTS).inner_text() == said and in_sight(page, GRANTS)
    assert opened.count() == 1 and opened.locator("a", has_text="projects") is not None
    opened.get_by_role("link", name=after).click()
    assert page.url.endswith("#number-s5-5-21") and in_sight(page, "#number-s5-5-21")
    page.get_by_text(money).click()
    page.goto(f"{page.url.partition('#')[0]}{GRANTS}")
    page.get_by_text(money).click()
    page.locator(GRANTS).click()
    steps = opened.locator(".opened__steps:visible")
    assert steps.count() == 1 and re.findall("[0-9]+", steps.inner_text()) == ["2", "4"]


def test_notes_and_changes_open_from_their_marks(context: BrowserContext, address: str, register: Register) -> None:
    page = context.new_page()
    page.goto(f"{address}sources/h1-work-summary/")
    (text,) = register.texts.values()
    note = text.document.notes[0]
    shown = page.locator(f"#note-{note.id}")
    assert not shown.is_visible()
    page.locator(f"[id='{note.sentence}'] .note-mark").click()
    assert shown.is_visible() and in_sight(page, f"#note-{note.id}")
    change = page.locator("#emendation-term-project")
    assert not change.is_visible()
    page.locator("a.emended[href='#emendation-term-project']").nth(1).click()
    assert change.is_visible() and in_sight(page, "#emendation-term-project")
    assert page.locator(".emendations tbody tr:visible").count() == 1
    page.get_by_text("列出全部校改").click()
    assert page.locator(".emendations tbody tr:visible").count() > 15


def test_a_line_of_the_verbatim_text_is_found_in_its_fold(browser: Browser, address: str, register: Register) -> None:
    (text,) = register.texts.values()
    line = f"#line-{text.lines[-1][0]}"
    page = browser.new_page()
    page.goto(f"{address}sources/h1-work-summary/")
    assert not page.locator(line).is_visible()
    page.goto(f"{address}sources/h1-work-summary/?again{line}")
    assert page.locator(line).is_visible()
    page.close()


def test_a_line_of_the_verbatim_text_leads_from_a_translation_to_the_chinese_page(
    browser: Browser, address: str, register: Register
) -> None:
    """The received text is the same in every language: a translated page keeps the addresses, not a copy."""
    (text,) = register.texts.values()
    page = browser.new_page()
    for number, _ in text.lines:
        page.goto(f"{address}en/sources/h1-work-summary/?from={number}#line-{number}")
        assert page.locator(f"#line-{number}").is_visible()
    page.locator(f"#line-{number}").click()
    assert page.url == f"{address}sources/h1-work-summary/#line-{number}"
    assert page.locator(f"#line-{number}").inner_text() == text.lines[-1][1]
    page.close()


@pytest.mark.parametrize(
    ("width", "beside"), some([(1000, True), (1280, True), (990, False), (390, False)], 2, spread=True)
)
def test_quotes_stand_beside_figures_where_there_is_room(
    browser: Browser, address: str, register: Register, width: int, beside: bool
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(f"{address}figures/")
    quotes = page.locator(".ledger__quote q:visible")
    assert quotes.count() == (len(register.figures) if beside else 0)
    assert page.locator(".ledger .source > summary:visible").count() == (0 if beside else len(register.figures))
    assert len({one["x"] for one in (each.bounding_box() for each in quotes.all()) if one}) == beside
    page.close()


def test_several_notes_on_a_sentence_open_from_one_mark(
    context: BrowserContext, address: str, register: Register
) -> None:
    page = context.new_page()
    page.goto(f"{address}sources/h1-work-summary/")
    (text,) = register.texts.values()
    sentence, notes = next(pair for pair in text.notes.items() if len(pair[1]) > 1)
    marks = page.locator(f"[id='{sentence}'] .note-mark")
    assert marks.count() == 1 and marks.get_attribute("title") == "".join(f"“{one.about}”" for one in notes)
    marks.click()
    for one in notes:
        assert page.locator(f"#note-{one.id}").is_visible()


def test_figures_are_narrowed_without_a_script(context: BrowserContext, address: str, register: Register) -> None:
    page = context.new_page()
    page.goto(f"{address}figures/")
    rows = page.locator(".ledger__row:visible")
    assert rows.count() == len(register.figures)
    page.locator("label[for=sort-money]").click()
    money = {one.id for one in register.figures.values() if register.sort_of(one) == "money"}
    assert {one.get_attribute("id") for one in rows.all()} == money
    page.locator("label[for=more-choices]").click()
    page.locator("#area-projects").click()
    found = {one.get_attribute("id") for one in rows.all()}
    assert found == {one for one in money if register.figures[one].work_area == "projects"} and found
    assert page.locator(".ledger__sort:visible").count() == 0
    said = page.locator(".ledger-view__found")
    assert not said.is_visible()
    page.locator("label[for=period-4]").click()
    assert rows.count() == 0 and said.is_visible()
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    heard = [one["name"]["value"] for one in tree if one.get("role", {}).get("value") == "StaticText"]
    assert heard[heard.index("符合所选各项的数据项数：") + 1] == "0"


def test_nothing_that_is_asked_for_is_printed_unasked(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.emulate_media(media="print")
    for path in ("work-areas/projects/", "figures/"):
        page.goto(f"{address}{path}")
        assert page.locator(".cite").count() > 5 and page.locator(".cite:visible, .cite :visible").count() == 0
    page.close()


def test_a_citation_can_be_selected_without_a_script(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}work-areas/projects/")
    cite = page.locator("#figure-grants .cite")
    assert not cite.get_by_role("button").is_visible()
    cite.locator("summary").click()
    text = " ".join(cite.locator(".cite__text").inner_text().split())
    for words in (
        "230万元",
        "时期未载",
        "[EB/OL]",
        "成文日期：原文未载",
        "第s5-4句",
        "获得无偿资助金额230万元",
        "projects.grants",
    ):
        assert words in text
    assert text.endswith("/work-areas/projects/#figure-grants. 访问日期：____")
    context.close()


@pytest.mark.parametrize("prefix", some(["", "en/"], 2))
def test_one_click_copies_a_citation_with_the_day(browser: Browser, address: str, prefix: str) -> None:
    context = browser.new_context()
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}{prefix}figures/")
    page.locator("[id='projects.grants'] .cite__button").click()
    page.locator("[id='projects.grants'] .cite__said", has_text=re.compile("已复制|Copied")).wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    day = page.evaluate("new Date().toLocaleDateString('sv')")
    assert f"{address}{prefix}work-areas/projects/#figure-grants" in copied
    assert copied.endswith(day) and "____" not in copied
    assert ("CNY 2.3 million" if prefix else "230万元") in copied
    page.locator("[id='projects.grants'] .cite__button").click()
    page.locator("[id='projects.grants'] .cite__text").wait_for(state="hidden")
    context.close()


def modules_of(svg: html.HtmlElement) -> list[list[int]]:
    """The dark modules of a code, from its path as segno draws it: lines of length h after moves by m."""
    side = int(svg.get("viewbox", svg.get("viewBox")).split()[2]) - 8
    grid = [[0] * side for _ in range(side)]
    x, y = 0.0, 0.0
    for sign, numbers in re.findall("([Mmh])([-0-9. ]+)", svg[0].get("d")):
        values = [float(one) for one in numbers.split()]
        if sign == "M":
            x, y = values
        elif sign == "m":
            x, y = x + values[0], y + values[1]
        else:
            for step in range(int(values[0])):
                grid[int(y) - 4][int(x) + step - 4] = 1
            x += values[0]
    return grid


def decoded(grid: list[list[int]]) -> str:
    """What a QR code of versions 2 to 5 and level L says, read after ISO/IEC 18004: one block, bytes, no damage."""
    side = len(grid)
    fixed = {(r, c) for r in range(9) for c in range(9)} | {(r, c) for r in range(9) for c in range(side - 8, side)}
    fixed |= {(r, c) for r in range(side - 8, side) for c in range(9)}
    fixed |= {(6, at) for at in range(side)} | {(at, 6) for at in range(side)}
    fixed |= {(r, c) for r in range(side - 9, side - 4) for c in range(side - 9, side - 4)}
    mask = int("".join(str(grid[8][c]) for c in (2, 3, 4)), 2) ^ 0b101
    assert mask == 3
    bits, column, upward = "", side - 1, True
    while column > 0:
        column -= column == 6
        for row in range(side - 1, -1, -1) if upward else range(side):
            for c in (column, column - 1):
                if (row, c) not in fixed:
                    bits += str(grid[row][c] ^ ((row + c) % 3 == 0))
        column, upward = column - 2, not upward
    assert bits[:4] == "0100"
    length = int(bits[4:12], 2)
    return bytes(int(bits[12 + 8 * at : 20 + 8 * at], 2) for at in range(length)).decode()


@pytest.mark.parametrize("page", ["", "figures/", "en/sources/h1-work-summary/", "zh-hant/work-areas/projects/"])
def test_a_printed_page_bears_the_code_of_its_address(addressed: Path, page: str) -> None:
    shown = html.fromstring((addressed / page / "index.html").read_text("utf-8"))
    (svg,) = shown.xpath("//*[@class='printed']/svg")
    (canonical,) = shown.xpath("//link[@rel='canonical']/@href")
    assert decoded(modules_of(svg)) == canonical


def test_no_code_without_an_address_and_none_on_the_screen(site: Path, addressed: Path, browser: Browser) -> None:
    assert "printed__code" not in (site / "figures/index.html").read_text("utf-8")
    assert "printed__code" not in (addressed / "404.html").read_text("utf-8")
    page = browser.new_page()
    page.goto((addressed / "figures/index.html").as_uri())
    assert not page.locator(".printed__code").is_visible()
    page.close()


def test_terms_are_explained_as_the_site_s_own(site: Path, register: Register) -> None:
    for prefix, word in (("", "科技特派员"), ("zh-hant/", "科技特派員"), ("en/", "Commissioners")):
        page = html.fromstring((site / prefix / "work-areas/commissioners/index.html").read_text("utf-8"))
        links = page.xpath("//a[@class='term']")
        assert [one.text for one in links].count(word) == 1
        assert len({one.get("href") for one in links}) == len(links)
        assert not page.xpath("//q//a[@class='term'] | //a//a | //button//a[@class='term']")
        explained = html.fromstring((site / prefix / "glossary/index.html").read_text("utf-8"))
        for link in links:
            assert explained.xpath("//*[@id=$id]", id=link.get("href").partition("#")[2])
    assert "不是来源文件的内容" in (site / "glossary/index.html").read_text("utf-8")
    text = "".join(one.zh for one in register.sentences.values())
    assert all(any(word in text for word in one.in_chinese) for one in register.glossary)
    assert (ROOT / ".schemas/glossary.json").is_file()


GLOSSARY = """\
entries:
  - id: own
    zh: 科技特派员
    en: specialist
    explained: {zh: 本局的说明。, en: Ours.}
"""


def test_a_bureau_explains_its_own_words(data: Path) -> None:
    from macros.register.load import load

    (data / "vocabulary/glossary.yml").write_text(GLOSSARY, "utf-8")
    register, problems = load(data)
    assert register is not None, problems
    assert [one.id for one in register.glossary if "科技特派员" in one.in_chinese] == ["own"]
    twice = f"{GLOSSARY}{GLOSSARY.partition(chr(10))[2].replace('own', 'again')}"
    (data / "vocabulary/glossary.yml").write_text(twice, "utf-8")
    _, problems = load(data)
    assert [one.wrong.zh for one in problems] == ["“科技特派员”前面已经写过。", "“specialist”前面已经写过。"]
