"""The site in the engines that readers have: Chromium 73 to today's, page by page and function by function.

All of it works in 80; in 73 it does too, but for sizes that grow with the window. What no engine can run says so.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.engine import Engine, View, running_engine
from tests.old_engines import BUILDS, program
from tests.serving import served
from tests.test_site import PAGES

pytestmark = pytest.mark.night

ENGINES = [*BUILDS, None]
PHONE = 390
WHOLE = "document.documentElement.scrollWidth <= innerWidth"
APART = """[...document.querySelectorAll("body *")].flatMap((one) => {
  const { display, columnGap } = getComputedStyle(one);
  const gap = parseFloat(columnGap);
  if (!/flex/.test(display) || !(gap > 0)) return [];
  const boxes = [...one.children].map((each) => [each, each.getBoundingClientRect()]);
  const seen = boxes.filter(([, { width }]) => width > 1);
  return seen.slice(1).flatMap(([each, box], at) => {
    const before = seen[at][1];
    const sameLine = box.top < before.bottom && before.top < box.bottom && box.left >= before.left;
    if (!sameLine || box.left - before.right >= gap - 1) return [];
    return [`${one.className} ${each.className || each.localName}`];
  });
})"""
"""Neighbours in a row that stand closer than the row says."""
BARE = """[...document.querySelectorAll("#main p, #main h1, #main h2, #main li, #main td")].filter((one) => {
  const { left, right, width } = one.getBoundingClientRect();
  return width > 1 && !one.closest(".table") && (left < 12 || right > innerWidth - 12);
}).map((one) => one.textContent.slice(0, 30))"""
"""Text that touches the edge of the window."""


@pytest.fixture(scope="module", params=ENGINES, ids=lambda one: str(one or "today"))
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """A running engine of each version, which is the one that it is said to be."""
    with running_engine(*program(request.param)) as started:
        product = started.ask("Browser.getVersion")["product"]
        assert request.param is None or f"/{request.param}." in product
        yield started


@pytest.fixture(scope="module")
def root(site: Path) -> Iterator[str]:
    """The address of the site."""
    with served(site) as address:
        yield address


@pytest.fixture
def view(engine: Engine) -> Iterator[View]:
    """A window."""
    shown = View(engine)
    yield shown
    shown.close()


@pytest.mark.parametrize("page", sorted(PAGES | {"zh-hant/", "zh-hant/figures/", "en/", "en/figures/"}))
@pytest.mark.parametrize("width", [PHONE, 1280])
def test_a_page_can_be_read(engine: Engine, root: str, page: str, width: int) -> None:
    """Nothing fails, nothing sticks out, text keeps off the edges, and what stands in a row stands apart."""
    view = View(engine, width)
    view.go(root + page)
    assert view.trouble() == []
    assert view.value(WHOLE)
    assert view.value(BARE) == []
    assert view.value(APART) == []
    assert view.value("document.querySelector('#not-loaded').hidden")
    view.close()


def large_type(view: View) -> None:
    """Type grows by the switch, more by the choice of a size, and stays so on the next page."""
    assert view.value("parseFloat(getComputedStyle(document.body).fontSize)") == 17
    view.click("label[for=elder]")
    assert round(view.value("parseFloat(getComputedStyle(document.body).fontSize)")) == 22
    view.click("#elder-30")
    assert round(view.value("parseFloat(getComputedStyle(document.body).fontSize)")) == 30
    view.go(view.value("document.querySelector('.sections li:nth-child(2) a').href"))
    assert round(view.value("parseFloat(getComputedStyle(document.body).fontSize)")) == 30
    assert view.value(APART) == [] and view.value(WHOLE)
    view.click("label[for=elder]")
    assert view.value("parseFloat(getComputedStyle(document.body).fontSize)") == 17


def menus(view: View) -> None:
    """Every section and language can be clicked, and leads on."""
    for link in ("nav.sections li:nth-child(2) a", "nav.languages li:nth-child(3) a"):
        address = view.value(f"document.querySelector('{link}').href")
        view.click(link)
        view.until(f"location.href === {json.dumps(address)} && document.readyState === 'complete'")


def suggestions(view: View) -> None:
    """The box suggests while one types, and the arrow and Enter lead to a suggestion."""
    view.click("#search-box")
    view.type("特派员")
    view.until("document.querySelectorAll('.search__option').length > 2")
    address = view.value("new URL(document.querySelector('.search__option').dataset.address, location.href).href")
    view.press("ArrowDown", 40)
    view.press("Enter", 13)
    view.until(f"location.href === {json.dumps(address)} && document.querySelector('#main mark')")


def composing(view: View) -> None:
    """The Enter that ends a composition, as Safari and Chromium tell of it, opens nothing."""
    view.click("#search-box")
    view.type("特派员")
    view.until("document.querySelectorAll('.search__option').length > 2")
    view.press("ArrowDown", 40)
    for told in ("keyCode: 229", "isComposing: true"):
        assert view.value(
            f"""document.querySelector("#search-box").dispatchEvent(
                new KeyboardEvent("keydown", {{ key: "Enter", bubbles: true, cancelable: true, {told} }}))"""
        )
    assert "mark=" not in view.value("location.href")


def results(view: View) -> None:
    """The page of results lists, narrows, and leads to a page with the words marked."""
    view.go(view.value("document.querySelector('form.search').action") + "?q=15000")
    view.until("document.querySelector('#search-results').dataset.state === 'done'")
    all_found = view.value("Number(document.querySelector('#search-results').dataset.total)")
    assert all_found > 1
    view.value(
        """(() => { const one = document.querySelector("#search-by-kind");
        one.value = one.options[1].value; one.dispatchEvent(new Event("change")); })()"""
    )
    view.until(f"Number(document.querySelector('#search-results').dataset.total) < {all_found}")
    view.click(".hit__title a")
    view.until("document.querySelector('#main mark')")


def like_words(view: View) -> None:
    """Pinyin finds what it spells, and a question its figure."""
    action = view.value("document.querySelector('form.search').action")
    view.go(f"{action}?q=tepaiyuan")
    view.until("document.querySelector('.similar .hit')")
    view.go(f"{action}?q=多少名特派员")
    view.until("document.querySelector('.answer__value')")


def english_words(view: View) -> None:
    """English words are found by their stems."""
    view.go(view.value("document.querySelector('nav.languages li:nth-child(3) a').href") + "search/?q=enterprise")
    view.until("document.querySelectorAll('.hit mark').length > 1")


def catalogue(view: View) -> None:
    """The catalogue is narrowed down by words."""
    view.go(view.value("document.querySelector('nav.languages li:first-child a').href") + "catalogue/")
    before = view.value("document.querySelectorAll('.catalogue tbody tr:not([hidden])').length")
    view.click("#narrow-words")
    view.type("没有这样的字")
    view.until("document.querySelectorAll('.catalogue tbody tr:not([hidden])').length === 0")
    assert before > 0


def paper(view: View) -> None:
    """Printed, the page is some sheets, and what was folded is open."""
    view.go(view.value("document.querySelector('.sections li:nth-child(5) a').href"))
    assert view.ask("Page.printToPDF")["data"].startswith("JVBERi0")
    view.value("dispatchEvent(new Event('beforeprint'))")
    assert view.value("document.querySelectorAll('#main details:not([open])').length") == 0


def fonts(view: View) -> None:
    """Traditional pages are set in fonts of Traditional characters, Simplified ones in those of theirs."""
    for number, font in ((1, "PingFang SC"), (2, "PingFang TC")):
        view.go(view.value(f"document.querySelector('nav.languages li:nth-child({number}) a').href"))
        assert font in view.value("getComputedStyle(document.body).fontFamily").split(",")[0]


def no_script(view: View) -> None:
    """Without script the search says what it needs, with links that lead on."""
    view.ask("Emulation.setScriptExecutionDisabled", value=True)
    view.ask("Page.reload")
    view.until("document.readyState === 'complete' && !document.documentElement.classList.contains('js')")
    assert view.value("document.querySelector('.search__without').getBoundingClientRect().height") > 10
    assert view.value("document.querySelectorAll('.search__without a').length") == 2


FUNCTIONS: list[Callable[[View], None]] = [
    *(large_type, menus, suggestions, composing, results, like_words, english_words, catalogue, paper, fonts, no_script)
]


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda one: one.__name__)
def test_what_the_site_does(view: View, root: str, function: Callable[[View], None]) -> None:
    view.go(root)
    function(view)
    assert view.trouble() == []


TOO_NEW = {
    "a script that is imported": ("assets/scripts.*/box.js", "import {", "let new = #;\nimport {"),
    "what happens at a key": ("assets/scripts.*/box.js", "\n_key(event) {", "\n_key(event) {\ndocument.lacking();"),
    "what answers": ("assets/scripts.*/search.js", "return termsOf(", "return document.lacking("),
    "the script of the page": ("assets/scripts.*/page.js", 'form.dataset.started = "yes";', "let new = #;"),
}
"""A file, and what in it an engine does not know: syntax or a method, as those of the future will be for today's."""

TYPED = """(() => {
  const box = document.querySelector("#search-box");
  if (!box.value) box.value = "15000";
  box.focus();
  box.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown" }));
})()"""
"""A reader types; done again and again, since the box listens only once it has come."""


@pytest.mark.parametrize("name", TOO_NEW)
def test_what_an_engine_cannot_run_is_told(view: View, site: Path, tmp_path: Path, name: str) -> None:
    """There is a notice with links to what needs no script, and nothing is fetched for ever."""
    pattern, known, unknown = TOO_NEW[name]
    copy = Path(shutil.copytree(site, tmp_path / "site"))
    (file,) = copy.glob(pattern)
    text = file.read_text("utf-8")
    assert known in text
    file.write_text(text.replace(known, unknown), "utf-8")
    with served(copy) as address:
        view.go(address)
        for _ in range(2):
            view.until("document.readyState === 'complete'")
            view.value("window.before = true")
            view.until(f"({TYPED}, !window.before || !document.querySelector('#not-loaded').hidden)")
        view.until("!document.querySelector('#not-loaded').hidden")
        assert view.value("document.querySelectorAll('#not-loaded a').length") == 2
