"""What the page of a record says of its figures and statements, once and where it belongs."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from lxml import html

from macros.pages.passages import figure_of_list
from macros.pages.rendering import period_in_prose, written_unlike
from macros.records.listing import Item, Listing
from macros.records.vocabulary import Period
from macros.register.register import Register
from macros.text.languages import CHINESE, ENGLISH, LANGUAGES, Language
from tests.pages import Shown, html_of, site_of
from tests.pages import shown as every_call

GAP = re.compile("[：，。；、（“] (?:<(?:a|span|strong|code)[^>]*>)?[^<\\s→]")
"""A space behind full-width punctuation, which has its own."""


def page(register: Register, language: Language, macro: str, *arguments: str) -> Any:
    """The content of one page."""
    places = {"work_area": "work-areas", "section_record": "outreach", "document": "sources"}
    lists = {"home": "index.md", "work_areas": "work-areas/index.md", "section": "outreach.md"}
    source = f"{places[macro]}/{arguments[-1]}.md" if macro in places else lists.get(macro, f"{macro}.md")
    shown = Shown(language.prefix + source, macro, arguments)
    return html.fromstring(f"<div>{html_of(site_of(register), shown)}</div>")


@pytest.mark.parametrize("language", [CHINESE, ENGLISH], ids=lambda one: one.code)
def test_that_no_period_is_stated_is_explained_once(register: Register, language: Language) -> None:
    words = language.text(register.interface["period-none"])
    shown = page(register, language, "figures")
    said = [one.text_content() for one in shown.xpath("//*[@class='ledger__when']")]
    assert 0 < len(said) < len(register.figures) and not [one for one in said if words in one or "文件" in one]
    assert len(shown.xpath("//p[@class='figures__period']")) == 1


@pytest.mark.parametrize("language", [CHINESE, ENGLISH], ids=lambda one: one.code)
@pytest.mark.parametrize(("area", "beside"), [("projects", 0), ("commissioners", 8)], ids=["none stated", "stated"])
def test_where_no_figure_has_a_period_that_is_said_once_for_all(
    register: Register, language: Language, area: str, beside: int
) -> None:
    shown = page(register, language, "work_area", area)
    words = language.text(register.interface["period-none-all"]).partition("{")[0]
    said = [one.text for one in shown.xpath("//p[@class='figures__period']") if (one.text or "").startswith(words)]
    assert len(said) == (not beside)
    periods = [(one.text or "").strip() for one in shown.xpath("//li[@class='figure']//p[@class='figure__period']")]
    assert len([one for one in periods if one and "本站" not in one and "computed" not in one]) == beside


@pytest.mark.parametrize("language", [CHINESE, ENGLISH], ids=lambda one: one.code)
def test_where_documents_of_two_periods_meet_figures_say_which(full_register: Register, language: Language) -> None:
    shown = page(full_register, language, "figures")
    assert shown.xpath("//p[@class='figures__period']") == []
    said = {" ".join((one.text or "").split()) for one in shown.xpath("//*[@class='ledger__when']")}
    periods = ("first-half", "second-half-2001")
    assert {language.text(full_register.periods[f"not-stated-{one}"]) for one in periods} <= said


@pytest.mark.parametrize("language", [CHINESE, ENGLISH], ids=lambda one: one.code)
def test_an_area_without_figures_says_so(register: Register, language: Language) -> None:
    shown = page(register, language, "home").xpath("//*[@class='areas']/li")
    none = language.text(register.interface["area-no-figures"])
    counts = {one.xpath("a/@href")[0]: one.xpath("string(*[@class='areas__count'])") for one in shown}
    assert [one for one, said in counts.items() if said == none] == ["work-areas/enterprises-rate-offices/"]
    assert all(counts.values())


@pytest.mark.parametrize("language", [CHINESE, ENGLISH], ids=lambda one: one.code)
def test_what_is_only_expected_is_marked(register: Register, language: Language) -> None:
    shown = page(register, language, "work_area", "projects")
    marked = {one.get("id"): one.xpath(".//*[contains(@class, 'hedge ')]/text()") for one in shown.xpath("//li[@id]")}
    words = language.text(register.interface["hedge-expected"])
    assert {ident for ident, said in marked.items() if said} == {"figure-outside-investment"}
    assert marked["figure-outside-investment"] == [words]


@pytest.mark.parametrize("language", [CHINESE, ENGLISH], ids=lambda one: one.code)
@pytest.mark.parametrize(
    ("macro", "arguments", "hedged"),
    [
        ("home", (), {"hedge-expected"}),
        ("work_areas", (), {"hedge-aimed"}),
    ],
    ids=["home", "work areas"],
)
def test_an_amount_in_an_overview_says_its_hedge_and_the_period_that_it_has(
    register: Register, language: Language, macro: str, arguments: tuple[str, ...], hedged: set[str]
) -> None:
    shown = page(register, language, macro, *arguments)
    items = shown.xpath("//li[.//*[@class='amount__number']]")
    periods = [one.xpath(".//*[@class='figure-facts__period']") for one in items]
    assert [] in periods and all(one[0].text_content().strip() for one in periods if one)
    words = language.text(register.interface["period-none"])
    assert not [one for one in items if words in one.text_content()]
    above = [language.text(register.interface[f"period-none-{how}"]).partition("{")[0] for how in ("all", "why")]
    assert sum(shown.text_content().count(words) for words in above) == 1
    said = {one.strip() for one in shown.xpath("//*[contains(@class, 'figure-facts__hedge')]/text()")}
    assert said == {language.text(register.interface[word]) for word in hedged}


@pytest.mark.parametrize("language", [CHINESE, ENGLISH], ids=lambda one: one.code)
def test_what_is_of_no_stage_stands_apart_from_the_last_and_the_caveat_before_all(
    register: Register, language: Language
) -> None:
    found = page(register, language, "work_area", "projects").xpath("//*[contains(@class, 'findings')]")[0]
    stages = [one.text_content() for one in found.xpath(".//p[starts-with(@class, 'stage')]")]
    none = language.text(register.interface["no-one-stage"])
    assert stages.index(none) == len(stages) - 1 >= 3
    caveat = language.text(register.interface["pipeline-note"])
    assert 0 < found.text_content().index(caveat) < found.text_content().index(stages[0])
    apart = found.xpath(".//p[contains(@class, 'stage--none')]/following-sibling::div//li/@id")
    assert apart == ["figure-time-spent", "figure-outside-investment"]


WRITTEN = {
    "in full and in units of ten thousand": (["15000份", "1万份"], [], True),
    "both in units of ten thousand": (["30万亩", "1万份"], [], False),
    "of two units": (["15000份", "1万份"], ["1万份"], False),
    "the one in full below ten thousand": (["5000套", "1万份"], [], False),
    "none": ([], [], False),
}
"""The numbers as they are written, those that are of a unit of their own, and whether readers are told of it."""


@pytest.mark.parametrize("case", WRITTEN)
def test_numbers_of_one_unit_that_are_written_in_two_ways(register: Register, case: str) -> None:
    written, alone, unlike = WRITTEN[case]
    by_words = {one.figure.written: one for one in register.figures.values()}
    copies, other = by_words["15000份"].figure.unit, by_words["30万亩"].figure.unit
    figures = [
        replace(
            by_words[each], figure=by_words[each].figure.model_copy(update={"unit": other if each in alone else copies})
        )
        for each in written
    ]
    assert written_unlike(figures) == unlike


def test_where_a_page_shows_two_ways_of_writing_it_says_whose_they_are(register: Register) -> None:
    said = register.interface["written-as-source"]
    assert said.zh in page(register, CHINESE, "section", "activities").text_content()
    assert said.zh not in page(register, CHINESE, "work_area", "commissioners").text_content()
    assert said.en not in page(register, ENGLISH, "section", "activities").text_content(), "English writes both alike"


@pytest.mark.parametrize(
    ("language", "words"),
    [(CHINESE, ["科技特派员", "科技活动周", "科技下乡"]), (ENGLISH, ["commissioners", "Science and Technology Week"])],
    ids=lambda one: getattr(one, "code", ""),
)
def test_terms_of_labels_that_are_links_lead_to_their_explanation(
    register: Register, language: Language, words: list[str]
) -> None:
    (said,) = page(register, language, "home").xpath("//p[@class='figures__terms']")
    assert said.xpath("a/text()") == words
    assert all("glossary/#term-" in one for one in said.xpath("a/@href"))


def test_the_site_map_names_the_page_of_a_work_area_as_its_heading_does(register: Register) -> None:
    listed = page(register, CHINESE, "site_map").xpath("//ul/li/a/text()")
    assert {"河蟹产业技术创新战略联盟", "科普宣传与科技下乡"} <= set(listed)
    assert not {"产业联盟", "科普与下乡"} & set(listed)


def test_a_statement_that_is_its_clause_is_not_said_twice(register: Register) -> None:
    shown = page(register, CHINESE, "section_record", "activities", "science-week")
    plain, reworded = shown.xpath("//*[@class='statements']/li")
    assert plain.text_content().count("积极开展科普宣传活动") == 1
    assert not plain.xpath(".//q")
    assert reworded.xpath(".//q/text()") == ["科技局联合其他部门开展现场咨询活动"]
    for language in (CHINESE, ENGLISH):
        shown = page(register, language, "section_record", "activities", "science-week")
        assert len(shown.xpath("//*[@class='statements']//a[contains(@href, '#s')]")) == 2


@pytest.mark.parametrize(("figure", "notes"), [("sent-last-year", 0), ("places-served", 1), ("new-breeds", 0)])
def test_a_note_stands_with_the_number_its_words_are_beside(register: Register, figure: str, notes: int) -> None:
    """镇场所 is said of the 14, and not of the 15 commissioners in the same clause."""
    found = register.notes_on_figure(register.figures[f"commissioners.{figure}"])
    assert [note.about for note in found] == ["14个镇场所"] * notes


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda one: one.code)
def test_a_reading_is_said_to_be_one(full_register: Register, language: Language) -> None:
    figure = full_register.figures["full-area.letters"].figure
    assert figure.reading is not None
    for shown in (
        page(full_register, language, "work_area", "full-area"),
        page(full_register, language, "figures"),
    ):
        written = site_of(full_register).renderer.written
        why = written(language, language.text(figure.reading.why))
        (note,) = {one.text_content() for one in shown.xpath("//p[contains(., $why)]", why=why)}
        assert "40" in note and written(language, language.text(full_register.interface["reading"])) in note


@pytest.mark.parametrize("language", [CHINESE, ENGLISH], ids=lambda one: one.code)
def test_a_document_shows_the_corrections_of_its_text(full_register: Register, language: Language) -> None:
    shown = page(full_register, language, "document", "later-report")
    (erratum,) = shown.xpath("//*[@id='erratum-report-reissued']/..")
    assert language.text(full_register.errata["report-reissued"].why) in erratum.text_content()
    corrections = page(full_register, language, "corrections")
    (link,) = corrections.xpath("//*[@id='erratum-report-reissued']/a/@href")
    assert link.endswith("sources/later-report/")
    assert not page(full_register, language, "document", "h1-work-summary").xpath("//*[@id='errata']")


def test_no_space_stands_behind_full_width_punctuation(register: Register) -> None:
    site = site_of(register)
    chinese = [one for one in every_call(register) if not one.source.startswith(ENGLISH.prefix) and one.macro]
    found = {one: GAP.findall(html_of(site, one)) for one in chinese}
    assert len(found) > 20 and not {one: gaps for one, gaps in found.items() if gaps}


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("first half of the year", "the first half of the year"),
        ("whole year", "the whole year"),
        ("the first half of 2031", "the first half of 2031"),
        ("2031", "2031"),
        ("last year", "last year"),
    ],
)
def test_a_period_within_an_english_sentence(name: str, said: str) -> None:
    assert period_in_prose(Period(id="one", zh="某时", en=name, order=1), ENGLISH) == said
    assert period_in_prose(Period(id="one", zh="某时", en=name, order=1), CHINESE) == "某时"


def test_what_surrounds_a_page_is_as_if_filled_for_it_alone(full_register: Register) -> None:
    """It is filled once for all pages of a folder; a link of the header to one of them would not be the shortest."""
    site = site_of(full_register)
    places = [site.here(language.prefix + source) for source in site.pages for language in LANGUAGES]
    assert sum(here.address.count("/") > 1 for here in places) > 30
    assert [here.address for here in places if site.around(here) != site.filled_around(here)] == []
    assert len(site.folders) < 20


@pytest.mark.parametrize(
    ("area", "name", "figure"),
    [
        ("commissioners", "breeds", "new-breeds"),  # It says of which figure.
        ("bases", "bases", "bases-built"),
        ("leading-enterprises", "companies", "projects-applied"),  # The one figure of its clause stands behind it.
        ("projects", "programmes", "recommended-national"),
        ("projects", "provincial-programme", "applied-provincial"),
        ("commissioners", "fields", None),
    ],
)
def test_a_list_hangs_on_the_figure_that_it_names(register: Register, area: str, name: str, figure: str | None) -> None:
    shown = page(register, CHINESE, "work_area", area)
    (found,) = shown.xpath(f"//h3[@id='list-{name}']/..")
    rows = found.xpath("preceding-sibling::ul[@class='figures'][1]/li[last()]/@id")
    assert rows == ([f"figure-{figure}"] if figure else [])


@pytest.mark.parametrize(
    ("quote", "names", "figures", "hung"),
    [
        ("3家企业申报甲、乙，2家入选", ["甲", "乙"], ["3家", "2家"], "3家"),
        ("3家企业入选，2家申报甲、乙", ["甲", "乙"], ["3家", "2家"], "2家"),
        ("甲、乙等3家企业入选，2家落选", ["甲", "乙"], ["3家", "2家"], "3家"),
        ("甲、乙入选", ["甲", "乙"], [], None),
    ],
)
def test_a_list_hangs_on_the_nearest_figure_of_its_clause(
    register: Register, quote: str, names: list[str], figures: list[str], hung: str | None
) -> None:
    grants = register.figures["projects.grants"]
    some = [
        replace(grants, figure=grants.figure.model_copy(update={"source": "a#s1", "quote": quote, "written": one}))
        for one in figures
    ]
    items = [Item.model_construct(zh=one, en="", id="a", quote=None, source="") for one in names]
    one = Listing.model_construct(source="a#s1", quote=quote, of=None, items=items)
    found = figure_of_list(one, "projects", some)
    assert (found and found.figure.written) == hung
    elsewhere = items[0].model_copy(update={"quote": "另有甲"})
    assert figure_of_list(one.model_copy(update={"items": [elsewhere, *items[1:]]}), "projects", some) is None
