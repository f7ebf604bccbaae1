"""What a page of records may not do: say a list twice, a number more than twice, or be a doorway."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pytest
from lxml import html

from macros.register.areas_told_by_sections import told_by_sections
from macros.register.load import load
from macros.register.register import Register
from macros.text.languages import CHINESE, ENGLISH, Language
from tests.night import some
from tests.pages import html_of, shown, site_of
from tests.pictures.drawn import voice_of
from tests.places import DATA, FIXTURES, VALLEY

BUREAUS = {
    "demonstration": DATA,
    "district": FIXTURES / "district/data",
    "yunling": FIXTURES / "yunling/data",
    "valley": VALLEY / "data",
}
OF_RECORDS = ("work_area", "section_record", "section", "home")
"""Pages of records. Tables of all figures and the source itself hold every number by their nature."""
NOT_READ = (
    ".//details//*[not(self::summary)] | .//*[contains(@class, 'visually-hidden')] | .//*[contains(@class, 'on-paper')]"
)
"""What a reader of the page does not see until asking for it, or only on paper."""
COMPUTED = (
    ".//*[contains(@class, 'bars__change')]"
    " | .//p[contains(@class, 'note')][strong[contains(., '本站计算') or contains(., 'Computed')]]"
)
"""Where the site shows its arithmetic, and names the numbers of it."""


@pytest.fixture(scope="module", params=list(BUREAUS))
def bureau(request: pytest.FixtureRequest) -> Register:
    register, problems = load(BUREAUS[request.param])
    assert register is not None, problems
    return register


def pages_of_records(register: Register, language: Language) -> dict[str, Any]:
    """Pages of records, without what is not seen at first."""
    site, found = site_of(register), {}
    for one in shown(register):
        if (
            one.macro in OF_RECORDS
            and one.source.startswith(language.prefix)
            and site.language_of(one.source) is language
        ):
            page = html.fromstring(f"<div>{html_of(site, one)}</div>")
            for hidden in page.xpath(f"{NOT_READ} | {COMPUTED}"):
                hidden.clear()
            found[one.source] = page
    return found


@pytest.mark.parametrize("language", [CHINESE, ENGLISH], ids=lambda one: one.code)
def test_the_same_number_stands_on_a_page_twice_at_most(bureau: Register, language: Language) -> None:
    """Beside its label and in the words of the source; a number that several figures share counts for each of them."""
    voice = voice_of(bureau, language)
    printed = Counter(voice.amount(one.figure).replace(" ", "") for one in bureau.figures.values())
    alone = {number: re.compile(rf"(?<![0-9.,]){re.escape(number)}") for number in printed if len(number) > 2}
    for source, page in pages_of_records(bureau, language).items():
        text = re.sub(r"\s", "", " ".join(page.itertext()))
        for number, pattern in alone.items():
            times = len(pattern.findall(text))
            assert times <= 2 * printed[number], (source, number, times)


@pytest.mark.parametrize("language", [CHINESE, ENGLISH], ids=lambda one: one.code)
def test_each_list_stands_once_on_the_site(bureau: Register, language: Language) -> None:
    found = Counter(
        (source, one)
        for source, page in pages_of_records(bureau, language).items()
        for one in page.xpath("//*[contains(@class, 'list__items')]/../h3/@id")
    )
    lists = [one for area in bureau.work_areas.values() for one in area.lists]
    lists += [
        one for section in bureau.sections.values() for record in section.records.values() for one in record.lists
    ]
    assert set(found.values()) <= {1} and len(found) == len(lists)


def test_each_sentence_of_praise_is_in_the_words_of_the_source(bureau: Register) -> None:
    """Statements stand under a heading that says whose words they are."""
    words = bureau.interface["what-was-done"].zh
    for source, page in pages_of_records(bureau, CHINESE).items():
        for one in page.xpath("//ul[@class='statements']"):
            assert one.xpath("preceding-sibling::h2/text()") == [words], source


def test_no_page_is_a_doorway(bureau: Register) -> None:
    """A work area with a page of its own has more on it than links to records of sections."""
    told = told_by_sections(bureau.work_areas, bureau.sections, bureau.evaluations)
    pages = pages_of_records(bureau, CHINESE)
    for ident, area in bureau.work_areas.items():
        assert (f"work-areas/{ident}.md" in pages) == (ident not in told)
        if ident in told:
            assert not (area.figures or area.lists or area.projects or area.commitments)


@pytest.mark.parametrize(
    ("change", "told"),
    [("", {"alliance", "outreach"}), ("a list", {"outreach"}), ("a record of another area", {"alliance"})],
)
def test_an_area_is_told_by_its_section_only_where_that_is_all(register: Register, change: str, told: set[str]) -> None:
    areas, sections = dict(register.work_areas), dict(register.sections)
    if change == "a list":
        areas["alliance"] = areas["alliance"].model_copy(update={"lists": areas["bases"].lists})
    elif change:
        records = dict(sections["activities"].records)
        records["science-week"] = records["science-week"].model_copy(update={"work_area": "bases"})
        sections["activities"] = type(sections["activities"])(
            sections["activities"].kind, sections["activities"].section, records
        )
    assert set(told_by_sections(areas, sections, register.evaluations)) == told


LIMITS = {
    "": 3500,
    "work-areas/projects/": 3500,
    "work-areas/commissioners/": 3500,
    "alliance/": 3500,
    "data/": 3500,
    "figures/": 5000,
    "sources/h1-work-summary/": 7000,
}
"""How high a page of the demonstration may be on a phone, in pixels."""


@pytest.mark.parametrize("prefix", ["", "en/"])
@pytest.mark.parametrize("page", some(LIMITS, 3))
def test_pages_are_as_short_as_promised(browser: Any, address: str, prefix: str, page: str) -> None:
    opened = browser.new_page(viewport={"width": 390, "height": 844})
    opened.goto(address + prefix + page)
    height = opened.evaluate("document.documentElement.scrollHeight")
    opened.close()
    assert height <= LIMITS[page]


@pytest.mark.parametrize("page", ["", "work-areas/projects/"])
def test_large_type_leaves_the_first_screen_to_the_page(browser: Any, address: str, page: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    context.add_init_script("localStorage.setItem('elder', 'yes 30')")
    opened = context.new_page()
    opened.goto(address + page)
    assert opened.evaluate("document.querySelector('h1').getBoundingClientRect().bottom") < 844
    context.close()


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_large_type_has_room_for_what_is_counted(browser: Any, address: str, prefix: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    context.add_init_script("localStorage.setItem('elder', 'yes 26')")
    opened = context.new_page()
    opened.goto(f"{address}{prefix}work-areas/projects/")
    boxes = opened.eval_on_selector_all(
        ".figure__label, .figure .note", "(all) => all.map((one) => one.getBoundingClientRect().width)"
    )
    assert len(boxes) > 5 and min(boxes) > 250
    context.close()


SHEETS = {"": 2, "work-areas/projects/": 5, "figures/": 6, "sources/h1-work-summary/": 8, "print/": 12}
"""On how many sheets a page of the demonstration may be printed."""


@pytest.mark.parametrize("page", some(SHEETS, 3))
@pytest.mark.parametrize("prefix", ["", "en/"])
def test_pages_print_on_as_few_sheets_as_promised(browser: Any, address: str, prefix: str, page: str) -> None:
    opened = browser.new_page()
    opened.goto(address + prefix + page)
    sheets = re.findall(rb"/Type\s*/Page\b", opened.pdf(prefer_css_page_size=True))
    opened.close()
    assert 1 < len(sheets) <= SHEETS[page]
