"""Lists that take several pages: every row is on exactly one, the pager leads to all of them, and no page grows."""

from __future__ import annotations

import posixpath
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urldefrag

import pytest
from lxml import html

from macros.pages.site import Site
from macros.records.addresses import CORRECTIONS_PAGE, PRINT_PAGE, document_address, record_address
from macros.records.kinds import WORK_AREAS
from macros.register.lists import AREA_FIGURES, Slice
from macros.register.load import load
from macros.register.news import news
from macros.register.paging import ROWS, numbered
from macros.register.register import Register
from macros.text.chunks import sliced
from macros.text.languages import CHINESE, ENGLISH, LANGUAGES, TRADITIONAL, Bilingual, Language, language_of
from tests.pages import Shown, html_of, shown, site_of
from tests.tools.bench.generator import generate

LARGEST = 300 * 1024
"""No page may have more bytes of HTML."""
RECORDS = 130
"""Enough for more than one page of every list that grows with records, and for a document in parts."""


@pytest.mark.parametrize(
    ("sizes", "room", "made"),
    [
        ([], 3, [[]]),
        ([1], 3, [[1]]),
        ([1, 1, 1], 3, [[1, 1, 1]]),
        ([1, 1, 1, 1], 3, [[1, 1, 1], [1]]),
        ([1, 1, 1, 1, 1, 1], 3, [[1, 1, 1], [1, 1, 1]]),
        ([2, 2, 1, 3], 3, [[2], [2, 1], [3]]),
        ([9], 3, [[9]]),
        ([1, 9, 1], 3, [[1], [9], [1]]),
        ([9, 9], 3, [[9], [9]]),
        ([0, 0, 3, 0], 3, [[0, 0, 3, 0]]),
    ],
)
def test_rows_are_shared_out_in_order(sizes: list[int], room: int, made: list[list[int]]) -> None:
    assert [list(one) for one in sliced(sizes, room, lambda one: one)] == made


def test_rows_added_at_the_end_move_none() -> None:
    before, after = sliced(range(10), 3), sliced(range(14), 3)
    assert after[: len(before) - 1] == before[:-1] and after[len(before) - 1][:1] == before[-1]


@pytest.mark.parametrize(
    ("number", "total", "links"),
    [
        (1, 1, [1]),
        (1, 3, [1, 2, 3]),
        (1, 9, [1, 2, 3, None, 9]),
        (5, 9, [1, None, 3, 4, 5, 6, 7, None, 9]),
        (4, 9, [1, 2, 3, 4, 5, 6, None, 9]),
        (9, 9, [1, None, 7, 8, 9]),
    ],
)
def test_pager_names_first_last_and_near_pages(number: int, total: int, links: list[int | None]) -> None:
    word = Bilingual("数据", "Figures")
    found = list(Slice[str]("a/", number, total, word, word, (), (), False).links())
    assert [one and one[0] for one in found] == links
    assert all(one is None or one[1] == numbered("a/", one[0]) for one in found)


@dataclass(frozen=True)
class Shelf:
    """A site and the HTML of its pages by address."""

    site: Site
    pages: dict[str, str]
    languages: tuple[Language, ...]

    def page(self, address: str) -> Any:
        """The tree of a page."""
        return html.fromstring(self.pages[address])

    def of(self, address: str) -> list[Slice[Any]]:
        """The pages of a list."""
        return [one for one in self.site.renderer.lists.slices.values() if one.of == address]


def shelf(register: Register, rows: int, *languages: Language) -> Shelf:
    """Every page of a site in some languages, without the engine: its surroundings and its macros in turn."""
    site = site_of(register, rows)
    pages: defaultdict[str, str] = defaultdict(str)
    calls = list(shown(register, rows))
    prose = [call for call in calls if language_of(call.source) is CHINESE and call.source not in site.pages]
    for one in (*calls, *(replace(one, source=TRADITIONAL.prefix + one.source) for one in prose)):
        if language_of(one.source) in languages:
            pages[address_of(one.source)] += html_of(site, one)
    return Shelf(site, dict(pages), languages)


def address_of(source: str) -> str:
    """Where the page of a file is."""
    inner = source.removesuffix(".md")
    return inner.removesuffix("index") if inner.rpartition("/")[2] == "index" else f"{inner}/"


@pytest.fixture(scope="module")
def short(full_register: Register) -> Shelf:
    """A site with everything that a bureau may supply, at one row a page: every list is long."""
    return shelf(full_register, 1, *LANGUAGES)


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """A site of many records, at the real number of rows a page; in English, which is the longest."""
    register, problems = load(generate(tmp_path_factory.mktemp("grown") / "data", RECORDS))
    assert register is not None, problems
    return shelf(register, ROWS, ENGLISH)


@pytest.fixture(scope="module", params=["short", pytest.param("long", marks=pytest.mark.night)])
def either(request: pytest.FixtureRequest) -> Shelf:
    """Both, one after the other."""
    found: Shelf = request.getfixturevalue(request.param)
    return found


LISTS = {
    "work-areas/": "//*[@class='overview__title']/a",
    "outreach/": "//ul[@class='cards']//*[@class='card__title']/a | //*[@class='line__title']/a",
    "sources/": "//ul[@class='cards']//*[@class='card__title']/a",
    "catalogue/": "//table[contains(@class, 'catalogue')]/tbody/tr/th/a",
    "changes/": "//li[@class='news__item']//h2/a",
}
"""Where the rows of each list are on its pages."""


def test_every_row_is_on_one_page(either: Shelf) -> None:
    for language in either.languages:
        check_rows(either, language)


def check_rows(either: Shelf, language: Language) -> None:
    """Every row of every list is on exactly one page of it, and the pages are as many as that takes."""
    register, lists = either.site.register, either.site.renderer.lists
    expected = {
        "work-areas/": [either.site.renderer.led_to(record_address(WORK_AREAS, area)) for area in register.work_areas],
        **{
            one.address: [record_address(one.kind, ident) for ident in one.records]
            for one in register.sections.values()
            if one.kind.own_pages
        },
        "sources/": [document_address(text) for text in register.texts],
        "catalogue/": [either.site.renderer.led_to(one.address) for one in either.site.renderer.items],
        "changes/": [one.item.address for one in news(register)],
    }
    for of, path in LISTS.items():
        found = [link for one in either.of(of) for link in links(either, language.prefix + one.address, path)]
        assert found == [posixpath.normpath(language.prefix + one) for one in expected[of]], of
        assert len(either.of(of)) == max(1, -(-len(found) // lists.rows)), of
    assert not lists.figures_together
    figures = [
        ident
        for one in lists.slices.values()
        if one.macro == (AREA_FIGURES,)
        for ident in either.page(language.prefix + one.address).xpath("//table/tbody/tr/@id")
    ]
    assert Counter(figures) == Counter(list(register.figures))
    for ident in set(register.work_areas) - set(register.told):
        path = "//*[@id='related']/following-sibling::ul[@class='cards']//*[@class='card__title']/a"
        cards = [
            link
            for one in either.of(f"work-areas/{ident}/")
            for link in links(either, language.prefix + one.address, path)
        ]
        assert len(cards) == len(set(cards)) == len(lists.below.get(ident, ()))


def links(shelf: Shelf, address: str, path: str) -> list[str]:
    """Where the links that an XPath finds on a page lead."""
    return [posixpath.normpath(posixpath.join(address, one.get("href"))) for one in shelf.page(address).xpath(path)]


def test_every_link_leads_somewhere(either: Shelf) -> None:
    """Every link to a page of the site has a page behind it, and every anchor is there."""
    known = {address: set(html.fromstring(text).xpath("//@id")) for address, text in either.pages.items()}
    wrong = {
        (here, link)
        for here, text in either.pages.items()
        if not here.endswith("404/")
        for link in dict.fromkeys(html.fromstring(text).xpath("//a[not(@download) and not(@class='skip')]/@href"))
        if not leads(either, known, here, link)
    }
    assert not wrong


def leads(shelf: Shelf, known: dict[str, set[str]], here: str, link: str) -> bool:
    """Whether a link leads to a page and to its anchor; files and what is not on the shelf are not looked at."""
    path, anchor = urldefrag(link)
    if ":" in path or "." in path.rpartition("/")[2].strip("."):
        return True
    target = f"{posixpath.normpath(posixpath.join(here, path))}/".removeprefix("./") if path else here
    if language_of(target) not in shelf.languages:
        return True
    return target in known and (not anchor or anchor in known[target] or target.endswith(PROSE))


PROSE = ("about/",)
"""Pages with anchors in their prose, which is not made here."""


def test_pagers_lead_on(either: Shelf) -> None:
    for language in either.languages:
        for one in either.site.renderer.lists.slices.values():
            pagers = either.page(language.prefix + one.address).xpath("//nav[@class='pager']")
            assert len(pagers) == (0 if one.total == 1 else 1), one.address
            for pager in pagers:
                assert pager.get("aria-label")
                assert pager.xpath(".//*[@aria-current='page']/text()") == [str(one.number)]
                assert len(pager.xpath(".//a[@rel='next']")) == (one.number < one.total)
                assert len(pager.xpath(".//a[@rel='prev']")) == (one.number > 1)
                word = either.site.renderer.interface(language)("pager-here", number=one.number, total=one.total)
                assert either.site.renderer.written(language, word) in pager.text_content()


def test_every_further_page_has_a_heading_of_its_own(either: Shelf) -> None:
    for page in either.site.pages.values():
        if page.of:
            (heading,) = either.page(ENGLISH.prefix + page.address).xpath("//h1")
            assert heading.text_content() == page.title.en
    titles = Counter(page.title.en for page in either.site.pages.values() if page.of)
    assert titles and set(titles.values()) == {1}


def test_no_page_is_larger_than_allowed(long: Shelf) -> None:
    sizes = {address: len(text.encode()) for address, text in long.pages.items()}
    assert max(sizes.values()) < LARGEST, max(sizes, key=lambda one: sizes[one])
    for of in ("outreach/", "catalogue/", "figures/area-00000/", "sources/report-000/"):
        assert len(long.of(of)) > 1, of


def test_document_is_whole_in_its_parts(long: Shelf) -> None:
    """Every sentence, emendation and line is in one part, and its address leads to the page that shows it."""
    register = long.site.register
    for ident, text in register.texts.items():
        parts, places = text.parted
        said = [[one for run in part.sections.values() for one in run] for part in parts]
        assert [one for some in said for one in some] == list(text.document.sentences())
        assert [emendation for part in parts for emendation in part.emendations] == text.document.emendations
        assert [one for part in parts for one in part.omitted] == text.document.omitted
        assert tuple(line for part in parts for line in part.lines) == text.lines
        for number, some in enumerate(said, 1):
            page = numbered(document_address(ident), number)
            shown_there = set(long.page(ENGLISH.prefix + page).xpath("//@id"))
            for one in some:
                assert one.id in shown_there and places[one.id] == number
                assert register.sentence_address(f"{ident}#{one.id}") == f"{page}#{one.id}"


def test_corrections_take_pages_and_are_found_at_their_addresses(full_register: Register) -> None:
    first = next(iter(full_register.errata.values()))
    site = site_of(replace(full_register, errata={f"e{at}": first for at in range(2 * ROWS + 50)}))
    pages = {
        one.address: html_of(site, Shown(f"en/{one.address}index.md", "corrections"))
        for one in site.renderer.lists.slices.values()
        if one.of == CORRECTIONS_PAGE
    }
    assert list(pages) == ["corrections/", "corrections/page/2/", "corrections/page/3/"]
    assert max(len(text.encode()) for text in pages.values()) < LARGEST
    found = [f"{address}#{ident}" for address, text in pages.items() for ident in html.fromstring(text).xpath(ERRATA)]
    assert found == [site.register.erratum_address(ident) for ident in site.register.errata]


ERRATA = "//h3[starts-with(@id, 'erratum-')]/@id"


def test_whole_record_is_printed_in_parts(long: Shelf) -> None:
    """Only what rests on the current document; here with the first generated one as the current one."""
    register = replace(
        long.site.register, bureau=long.site.register.bureau.model_copy(update={"current_document": DOC})
    )
    site = site_of(register)
    slices = [one for one in site.renderer.lists.slices.values() if one.of == PRINT_PAGE]
    pages = [html_of(site, Shown(f"en/{one.address}index.md", "whole")) for one in slices]
    assert len(pages) > 1 and max(len(one.encode()) for one in pages) < LARGEST
    records = [ident for one in pages for ident in html.fromstring(one).xpath("//section/h3/@id")]
    resting = [one.id for one in site.renderer.items if DOC in one.documents and one.kind.section]
    assert sorted(records) == sorted(resting)
    numbers = [one for page in pages for one in html.fromstring(page).xpath("//*[@class='whole__number']/text()")]
    assert numbers == [sentence.id for sentence in register.texts[DOC].document.sentences()]


DOC = "report-000"


def test_further_pages_of_lists_are_not_searched(short: Shelf) -> None:
    """Their rows are entries of their own; parts of documents are searched, for they say what no entry does."""
    left_out = {page.address for page in short.site.pages.values() if not page.found}
    assert "outreach/page/2/" in left_out and "outreach/" not in left_out
    assert not any(one.startswith("sources/h1") for one in left_out)
