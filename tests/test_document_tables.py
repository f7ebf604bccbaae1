"""Pages with tables of source documents: heads that name each other, narrow screens, no barriers, print."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser

from macros.building.build import build
from tests.night import some
from tests.places import FIXTURES
from tests.serving import served
from tests.test_barriers import ALL, AXE, RUN

TABLES = {"sources/disclosure-2031/": 2, "sources/key-tasks-2031/": 1, "print/": 1}
"""Pages, and how many tables of documents they show."""
PAGES = [prefix + page for prefix in ("", "en/") for page in TABLES]
STAYS = """(frame) => {
    frame.scrollLeft = frame.scrollWidth;
    const left = frame.getBoundingClientRect().left;
    const names = [...frame.querySelectorAll(".document-table__name")];
    return [frame.scrollLeft > 0, names.length > 2, names.map((one) => one.getBoundingClientRect().left - left)];
}"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bureau whose current document holds a table, built."""
    folder = tmp_path_factory.mktemp("tables")
    shutil.copytree(FIXTURES / "yunling/data", folder / "data")
    bureau = folder / "data/bureau.yml"
    text = bureau.read_text("utf-8")
    assert "current_document: first-half-2032" in text
    bureau.write_text(text.replace("current_document: first-half-2032", "current_document: key-tasks-2031"), "utf-8")
    assert build(folder / "data", folder / "site")
    return folder / "site"


@pytest.fixture(scope="module")
def address(built: Path) -> Iterator[str]:
    with served(built) as one:
        yield one


@pytest.mark.parametrize("page", PAGES)
def test_cells_name_heads_of_their_table(built: Path, page: str) -> None:
    """What reads a page aloud tells the heads of each cell by these."""
    tables = html.parse(str(built / page / "index.html")).xpath("//table[contains(@class, 'document-table')]")
    assert len(tables) == TABLES[page.removeprefix("en/")]
    for table in tables:
        heads = table.xpath(".//th/@id")
        cells = table.xpath(".//td")
        assert cells and all(set(cell.get("headers").split()) <= set(heads) for cell in cells)
        assert len(set(table.xpath(".//th/@id | .//td/@id"))) == len(table.xpath(".//th | .//td"))


@pytest.mark.parametrize("page", some(PAGES, 3))
def test_a_narrow_page_scrolls_its_tables_and_keeps_what_rows_are_about(
    browser: Browser, address: str, page: str
) -> None:
    """The names of the rows, and the head above them, stay at the left edge together; the page itself never scrolls."""
    shown = browser.new_page(viewport={"width": 390, "height": 844})
    shown.goto(address + page)
    assert shown.evaluate("document.documentElement.scrollWidth") == 390
    found = [frame.evaluate(STAYS) for frame in shown.query_selector_all(".table--document")]
    shown.close()
    assert "key-tasks" not in page or found[0][0]
    for scrolls, several, places in found:
        assert several
        assert not scrolls or (min(places) >= -2 and max(places) <= min(places) + 2), places


@pytest.mark.parametrize("page", some(PAGES, 3))
def test_no_barriers(browser: Browser, address: str, page: str) -> None:
    shown = browser.new_page(viewport={"width": 390, "height": 844}, bypass_csp=True)
    shown.goto(address + page)
    shown.add_script_tag(content=AXE)
    found = shown.evaluate(RUN, {"context": ".document-table", "options": ALL})
    shown.close()
    assert found == []


def test_what_lacks_a_translation_says_so(built: Path) -> None:
    """Cells of words without a translation; numbers need none."""
    page = html.parse(str(built / "en/sources/disclosure-2031/index.html"))
    missing = page.xpath("//*[@class='document-table__missing']")
    words = page.xpath("//table//*[@class='document-table__zh']")
    assert len(missing) == len(words) > 10


def test_the_page_counts_cells_apart(built: Path) -> None:
    page = (built / "sources/key-tasks-2031/index.html").read_text("utf-8")
    assert "原文2句和1个标题，全部用于各页" in page
    assert "表格1个，单元格42个全部刊出，其中记为数据的4个" in page


def test_open_data_holds_the_cells(built: Path) -> None:
    rows = (built / "data/table-cells.csv").read_text("utf-8")
    assert "key-tasks-2031#t1-r3c3,key-tasks-2031,t1,3,3,false,技术合同登记额,年度目标,不低于3.5亿元" in rows
    for catalogue in ("data/datapackage.json", "data/catalogue.jsonld", "data/index.html"):
        assert "table-cells.csv" in (built / catalogue).read_text("utf-8"), catalogue
