"""Pictures: they say what the records say, in words and in a table too, and never more than that."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from macros.pages.charts.bars import in_panels
from macros.pages.charts.voice import Voice
from macros.pages.rendering import Here
from macros.register.load import load
from macros.register.register import Register
from macros.text.languages import CHINESE, ENGLISH, Language
from tests.odd_figures import LINES, with_odd_figures
from tests.pages import site_of
from tests.pictures.drawn import EVERY, Drawings, amount, pages, pictures
from tests.places import DATA

SHOWN = {
    "picture-outreach-figures": [
        *("science-week.materials", "science-week.advice", "technology-to-the-countryside.materials"),
        *("technology-to-the-countryside.handbooks", "technology-to-the-countryside.seedlings"),
        "technology-to-the-countryside.advice",
    ],
    "picture-projects-pipeline": [
        *("projects.projects-prepared", "projects.applicants", "projects.recommended-national"),
        *("projects.applied-provincial", "projects.projects-funded", "projects.grants"),
    ],
    "picture-projects-money": ["projects.grants", "projects.outside-investment"],
    "picture-commissioners-trend": ["commissioners.sent-last-year", "commissioners.appointed-this-year"],
    "picture-commissioners-named": ["commissioners.places-served", "commissioners.new-breeds"],
    "picture-bases-named": ["bases.bases-built"],
    "picture-river-crab-diagram": [],
    "picture-river-crab-well-known-trademark-timeline": [],
}
"""Every picture of the register of the demonstration, and the figures it must show."""


@pytest.mark.parametrize("language", EVERY)
def test_every_figure_of_a_picture_is_drawn_and_in_its_table(
    drawings: Drawings, register: Register, language: Language
) -> None:
    found = drawings[language]
    assert set(found) == set(SHOWN)
    for ident, figures in SHOWN.items():
        picture = found[ident]
        for figure in figures:
            record = register.figures[figure].figure
            quantity = amount(register, language, figure)
            assert quantity in picture.text, (ident, figure)
            head, _, exactness, unit, period, *_, source = next(
                row for row in picture.rows if row[:2] == [language.text(record.label), quantity]
            )
            assert exactness == language.text(register.qualifiers[record.qualifier])
            assert unit == language.text(register.units[record.unit])
            assert period == site_of(register).renderer.when(record, language)
            assert head in picture.text and head in source
        if figures:
            assert len(picture.rows) == len(figures), ident


@pytest.mark.parametrize("language", EVERY)
def test_a_picture_prints_no_number_but_those_of_its_records(
    drawings: Drawings, register: Register, language: Language
) -> None:
    numbers = re.compile(r"[0-9][0-9,.]*")
    printed = [amount(register, language, figure) for figure in register.figures]
    known = {number for text in printed for number in numbers.findall(text)}
    alliances = register.sections["alliances"].records.values()
    goals = [commitment.deadline for record in alliances for commitment in record.commitments]
    items = [one for record in register.work_areas.values() for part in record.lists for one in part.items]
    known |= {number for one in (*goals, *items) for number in numbers.findall(language.text(one))}
    for ident, picture in drawings[language].items():
        assert {one.rstrip(".,") for one in numbers.findall(picture.text)} <= known, ident


@pytest.mark.parametrize("language", EVERY)
def test_every_drawing_is_named_described_and_of_harmless_parts(register: Register, language: Language) -> None:
    for source, page in pages(register, language):
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids)), source
        for figure_ in page.iter("figure"):
            assert figure_.xpath("figcaption/strong/text()") and figure_.xpath(".//table/caption")
            assert figure_.xpath(".//thead//th[not(@scope='col')] | .//tbody//th[not(@scope='row')]") == []
            assert figure_.get("data-search") == "off"
            for drawing in figure_.iter("svg"):
                title, desc = drawing.xpath("title")[0], drawing.xpath("desc")[0]
                assert drawing.get("role") == "img" and drawing.get("viewbox") is None
                assert drawing.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"
                assert title.text.strip() and len(desc.text) > 10
                tags = {one.tag for one in drawing.iter()}
                assert tags <= {"svg", "title", "desc", "text", "tspan", "rect", "circle", "line"}
                assert drawing.xpath(".//@style") == []


@pytest.mark.parametrize("language", EVERY)
def test_the_description_says_what_is_drawn(drawings: Drawings, language: Language) -> None:
    for ident, picture in drawings[language].items():
        told = " ".join(panel.xpath("desc")[0].text for panel in picture.panels)
        for row in picture.rows:
            assert row[0] in told, (ident, row)
            if len(row) > 4:
                assert row[1] in told, (ident, row)


def test_no_two_units_share_a_panel(drawings: Drawings) -> None:
    picture = drawings[CHINESE]["picture-outreach-figures"]
    headings = [panel.xpath("(.//text)[1]")[0].text_content() for panel in picture.panels]
    assert headings == ["单位：份", "单位：人次", "单位：套", "原文未载单位"]
    bars = [picture.count("bar", number) for number in range(len(headings))]
    assert bars == [2, 2, 0, 0]  # A bar alone has nothing to be compared with.


def test_no_figure_ever_meets_another_unit_on_its_axis(register: Register) -> None:
    voice = Voice(site_of(register).renderer, Here(CHINESE, ""))
    panels = in_panels(voice, list(register.figures.values()))
    assert all(len({one.figure.unit for one in together}) == 1 for together in panels)
    assert sum(map(len, panels)) == len(register.figures)


def test_counts_of_different_things_share_no_axis(register: Register) -> None:
    """个 and 家 name no thing, so that two figures of one of them may count different things."""
    area = register.figures_by_record["commissioners"]
    counts = [one for one in area if one.figure.unit == "count"]
    voice = Voice(site_of(register).renderer, Here(CHINESE, ""))
    assert [len(panel) for panel in in_panels(voice, counts)] == [1] * len(counts) and len(counts) > 3


def test_no_picture_where_there_is_nothing_to_draw(register: Register) -> None:
    found = dict(pages(register, CHINESE))
    for source in ("work-areas/outreach.md", "work-areas/enterprises-rate-offices.md", "outreach/science-week.md"):
        assert found[source].xpath("//figure | //*[@id='pictures']") == [], source


def test_money_is_drawn_beside_a_pipeline_only(register: Register) -> None:
    projects = register.work_areas["projects"].model_copy(update={"pipeline": []})
    other = replace(register, work_areas={**register.work_areas, "projects": projects})
    assert not {picture for picture in pictures(other, CHINESE) if picture.startswith("picture-projects")}


def test_another_bureau_has_its_own_pictures_or_none(register: Register) -> None:
    """Nothing of this bureau is built in: without the records that pictures are drawn from, there are none."""
    areas = {ident: one.model_copy(update={"lists": [], "pipeline": []}) for ident, one in register.work_areas.items()}
    other = replace(register, work_areas=areas, sections={}, figures_by_record={})
    assert pictures(other, CHINESE) == {}


@pytest.mark.parametrize("language", EVERY)
def test_what_looks_wrong_or_must_be_known_is_said_and_only_once(register: Register, language: Language) -> None:
    """A figure brings its notes to its own page; on another page they stand below the picture."""
    for source, page in pages(register, language):
        for drawing in page.iter("figure"):
            below = 1 if source == "outreach.md" else 0
            for name in SHOWN[drawing.get("id")]:
                one = register.figures[name].figure
                for note in (*((one.note,) if one.note else ()), *register.notes_on_figure(register.figures[name])):
                    assert language.text(note) in page.text_content(), (source, one.id)
                    assert drawing.text_content().count(language.text(note)) == below, (source, one.id)


@pytest.mark.parametrize("language", EVERY)
def test_a_note_on_a_list_of_the_alliance_stands_on_its_page_once(register: Register, language: Language) -> None:
    page = dict(pages(register, language))["alliance.md"]
    notes = [note for text in register.texts.values() for note in text.document.notes if note.about == "风险公担"]
    assert [page.text_content().count(language.text(note)) for note in notes] == [1]


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Register:
    """A register with figures of every kind: shares, ranges, ratios, denied ones, some below zero."""
    data = with_odd_figures(Path(shutil.copytree(DATA, tmp_path_factory.mktemp("odd") / "data")))
    found, problems = load(data)
    assert found is not None, problems
    return found


@pytest.mark.parametrize("language", EVERY)
def test_figures_of_every_kind_are_drawn_in_their_own_way(odd: Register, language: Language) -> None:
    """Bars compare people with people and copies with copies; marks are drawn for what is counted out."""
    found = pictures(odd, language)
    bars = found["picture-odd-activity-figures"]
    drawn = {
        panel.xpath("(.//text)[1]")[0].text_content(): [one.get("width") for one in panel.xpath(".//rect")]
        for panel in bars.panels
        if panel.xpath(".//line")
    }
    people, copies = (language.text(odd.units[one]) for one in ("person", "copy"))
    titles = [language.text(odd.interface["picture-unit"]).replace("{unit}", one) for one in (people, copies)]
    assert [title.lower() for title in drawn] == [title.lower() for title in titles]
    assert len(bars.panels) == 2 + len(LINES) - 5 - 2, "all others stand alone, without a bar"
    marks = found["picture-odd-named"]
    assert len(marks.panels) == 2, "12名 and 30名 are counted out; 0名 and 9名 that were not taken on are not"
    for figure in odd.figures_by_record["odd-activity"]:
        assert amount(odd, language, figure.id) in bars.text
        row = next(row for row in bars.rows if row[0] == language.text(figure.figure.label))
        assert row[1] == amount(odd, language, figure.id)


def test_a_rate_says_what_it_is_per(odd: Register) -> None:
    assert amount(odd, CHINESE, "odd.rate") == "每万亩1.2名"
    assert amount(odd, ENGLISH, "odd.rate") == "1.2 people per 10,000 mu"


@pytest.mark.parametrize("language", EVERY)
def test_what_is_not_so_or_not_yet_says_so_in_a_picture(odd: Register, language: Language) -> None:
    bars = pictures(odd, language)["picture-odd-activity-figures"]
    for figure in odd.figures_by_record["odd-activity"]:
        hedge = figure.figure.hedge
        if hedge:
            assert language.text(odd.interface[f"hedge-{hedge}"]) in bars.text, figure.id
    assert bars.text.count(language.text(odd.interface["hedge-not"])) == 1


def test_a_series_of_what_is_denied_is_no_trend(odd: Register) -> None:
    """A bar that ends at nothing would say that the figure is zero."""
    figures = [one for one in odd.figures_by_record["odd-activity"] if one.figure.id in ("people", "denied")]
    made = tuple(replace(one, figure=one.figure.model_copy(update={"series": "people"})) for one in figures)
    register = replace(odd, figures_by_record={**odd.figures_by_record, "odd-activity": made})
    register = replace(register, figures={**odd.figures, **{one.id: one for one in made}})
    assert "people" in register.series
    assert "picture-odd-activity-trend" not in pictures(register, CHINESE)
