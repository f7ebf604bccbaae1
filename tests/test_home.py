"""The home page of a bureau with papers of several periods: what is older says so, and titles break where they may."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser

from macros.building.build import build
from macros.pages.headings import unbroken
from macros.pages.home import is_older
from macros.pages.rendering import states_year
from macros.records.periods import dated_period
from macros.records.vocabulary import Period
from macros.register.load import load
from macros.register.register import Register
from macros.text.languages import LANGUAGES, Language
from tests.night import some
from tests.pages import Shown, html_of, site_of
from tests.places import DISTRICT, FIXTURES
from tests.serving import served
from tests.test_barriers import ALL, AXE, RUN

YUNLING = FIXTURES / "yunling/data"
OLDER = {
    # key figures, and whether they are of an older period than the newest document, a half-year's of 2032
    "industry.harbour-paid": False,  # without a period, in that document
    "grain.output": True,  # of the year 2031
    "food.vegetable-area": True,  # without a period, in the summary of 2031
    "plan-2032.grain": False,  # aimed at for 2032, in that summary
}


@pytest.fixture(scope="module")
def district() -> Register:
    register, problems = load(YUNLING)
    assert register is not None, problems
    return register


def with_key_figures(register: Register, *figures: str) -> Register:
    return replace(register, bureau=register.bureau.model_copy(update={"key_figures": list(figures)}))


def home(register: Register, language: Language) -> html.HtmlElement:
    return html.fromstring(html_of(site_of(register), Shown(f"{language.prefix}index.md", "home", ())))


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda one: one.code)
def test_key_figures_of_an_older_period_say_so(language: Language, district: Register) -> None:
    items = home(with_key_figures(district, *OLDER), language).xpath("//li[@class='headline__item']")
    told = language.text(district.interface["earlier-period"])
    marks = {"zh": told, "en": told, "hant": "較早時期"}
    shown = [[one.text for one in item.xpath(".//span[@class='tag']")] for item in items]
    assert shown == [[marks[language.code]] if older else [] for older in OLDER.values()]


def test_what_the_bureau_does_not_name_is_found(district: Register) -> None:
    """The newest document, and of several that say the most numbers; the first of its figures in each work area."""
    bureau = district.bureau.model_copy(update={"current_document": None, "key_figures": []})
    register = replace(district, bureau=bureau)
    assert register.current_document == "first-half-2032"
    found = [one.id for one in register.key_figures]
    own = {one.figure.source.partition("#")[0] for one in register.key_figures}
    assert own == {"first-half-2032"} and len(found) == len({one.partition(".")[0] for one in found}) > 2
    texts = {one: text for one, text in register.texts.items() if one != "first-half-2032"}
    assert replace(register, texts=texts).current_document == "summary-2031"
    assert html_of(site_of(register), Shown("index.md", "home", ()))


@pytest.mark.parametrize(("period", "older"), [("2031", True), ("2032-h1", False), ("2032", False)])
def test_a_figure_of_the_newest_document_may_be_of_an_older_period(
    period: str, older: bool, district: Register
) -> None:
    one = district.figures["industry.harbour-paid"]
    dated = replace(one, figure=one.figure.model_copy(update={"period": period}))
    periods = {**district.periods, period: dated_period(period)}
    assert is_older(replace(district, periods=periods), dated) == older


@pytest.mark.parametrize(
    ("figure", "told"), [("industry.harbour-paid", []), ("food.vegetable-area", ["时期未载（2031年文件）"])]
)
def test_a_period_that_is_not_stated_is_said_above_only_of_the_document_named_there(
    figure: str, told: list[str], district: Register
) -> None:
    page = home(with_key_figures(district, figure), LANGUAGES[0])
    assert [one.text for one in page.xpath("//li[@class='headline__item']//*[@class='figure-facts__period']")] == told
    (above,) = page.xpath("//p[@class='home__source']")
    assert ("文件时期为2032年上半年" in above.text_content()) is not bool(told)


def test_without_figures_nothing_is_promised_of_them(district: Register) -> None:
    alone = replace(with_key_figures(district), figures={}, figures_by_area={}, figures_by_record={}, work_areas={})
    for register, promised in ((district, True), (alone, False)):
        (above,) = home(register, LANGUAGES[0]).xpath("//p[@class='home__source']")
        assert ("每个数" in above.text_content()) == promised


def test_it_leads_to_money_and_says_what_is_in_an_area(district: Register) -> None:
    page = home(district, LANGUAGES[0])
    (link,) = page.xpath("//*[contains(@class, 'headline__more')]/a[contains(@href, '#')]")
    money = [one for one in district.figures.values() if district.sort_of(one) == "money"]
    assert link.get("href") == "figures/#sort-of-money" and str(len(money)) in link.text
    counts = page.xpath("//ul[@class='areas']//span/text()")
    assert sum(int(one.removesuffix("项数据")) for one in counts) == len(district.figures)
    alone = replace(with_key_figures(district), figures={one.id: one for one in money}, work_areas={})
    assert not home(alone, LANGUAGES[0]).xpath("//*[contains(@class, 'headline__more')]/a[contains(@href, '#')]")


def test_without_changes_and_notes_that_is_said_in_words() -> None:
    register, problems = load(DISTRICT / "data")
    assert register is not None, problems
    said = html_of(site_of(register), Shown("about.md", "coverage"))
    assert "没有校改" in said and not re.search(r"\b0(类|处|<)", said)


HEADINGS = {
    "a year and a half of it": (
        "<h1>某局2032年上半年工作</h1>",
        "<h1>某局<2032年><上半年>工作</h1>",
    ),
    "in a link": (
        '<h3 id="a-2032年"><a href="?1月">一季度</a></h3>',
        '<h3 id="a-2032年"><a href="?1月"><一季度></a></h3>',
    ),
    "months": ("<h2>1月至11月</h2>", "<h2><1月>至<11月></h2>"),
    "no period": ("<h2>年轻人</h2>", "<h2>年轻人</h2>"),
    "no heading": ("<p>2032年</p><header>上半年</header>", "<p>2032年</p><header>上半年</header>"),
}


@pytest.mark.parametrize("case", HEADINGS)
def test_periods_in_headings_are_in_one_piece(case: str) -> None:
    given, expected = HEADINGS[case]
    made = unbroken(given).replace('<span class="unbroken">', "<").replace("</span>", ">")
    assert made == expected


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder: Path = tmp_path_factory.mktemp("home")
    assert build(YUNLING, folder / "site")
    with served(folder / "site") as one:
        yield one


@pytest.mark.parametrize(
    ("width", "page"), some(product([390, 1280], ["", "en/", "annual-reports/", "en/annual-reports/"]), 3, spread=True)
)
def test_no_barriers(browser: Browser, address: str, width: int, page: str) -> None:
    """On the pages that tell of periods and of the annual report: no other bureau of the tests has these."""
    shown = browser.new_page(viewport={"width": width, "height": 844}, bypass_csp=True)
    shown.goto(address + page)
    shown.add_script_tag(content=AXE)
    found = shown.evaluate(RUN, {"context": "main", "options": ALL})
    wide = shown.evaluate("document.documentElement.scrollWidth")
    shown.close()
    assert (found, wide) == ([], width)


@pytest.mark.parametrize("page", ["", "sources/first-half-2032/"])
def test_no_line_begins_within_a_period(browser: Browser, address: str, page: str) -> None:
    """In a title of any width that a screen may have."""
    shown = browser.new_page()
    shown.goto(address + page)
    for width in range(320, 1300, 35):
        shown.set_viewport_size({"width": width, "height": 800})
        lines = shown.evaluate(
            "[...document.querySelectorAll('h1 .unbroken')].map((one) => one.getClientRects().length)"
        )
        assert lines == [1, 1], width
        assert shown.evaluate("document.documentElement.scrollWidth") <= width
    shown.close()


BROKEN = """() => {
    const units = document.querySelectorAll(".amount__number + .amount__unit:not(.amount__unit--missing)");
    return [...units].filter((unit) => {
        const [number] = [...unit.previousElementSibling.getClientRects()].slice(-1);
        const [own] = unit.getClientRects();
        return number && own && own.left < number.right - 1;
    }).map((unit) => unit.parentElement.textContent);
}"""
"""Units that stand at the beginning of the line below their number."""


@pytest.mark.parametrize("page", ["", "work-areas/services/", "figures/"])
def test_no_line_begins_with_a_unit(browser: Browser, address: str, page: str) -> None:
    shown = browser.new_page()
    shown.goto(address + page)
    for width in (320, 360, 390, 430):
        shown.set_viewport_size({"width": width, "height": 800})
        assert shown.locator(".amount__unit").count() > 2
        assert shown.evaluate(BROKEN) == [], width
    shown.close()


@pytest.mark.parametrize(
    ("period", "stated"),
    [
        ({"id": "2031-h1"}, True),
        ({"id": "second-half-2031", "from": date(2031, 7, 1), "to": date(2031, 12, 31)}, True),
        ({"id": "since-opening", "from": date(2031, 5, 1)}, True),
        ({"id": "first-half"}, False),
    ],
)
def test_whether_a_period_states_a_year(period: dict[str, object], stated: bool) -> None:
    assert states_year(Period.model_validate({"order": 1, "zh": "一段时间", "en": "a time"} | period)) is stated
