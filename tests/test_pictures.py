"""Pictures: they say what the records say, in words and in a table too, and never more than that."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from macros.languages import CHINESE, ENGLISH, Language, language_of
from macros.loading import load
from macros.pictures.bars import in_panels, scale
from macros.pictures.marks import looks_of
from macros.pictures.measure import COLUMN, broken, width_of
from macros.pictures.voice import Voice
from macros.records.figure import Figure
from macros.register import Register
from macros.rendering import Here
from tests.conftest import Change
from tests.later import half_a_year_on
from tests.pages import html_of, shown, site_of

Tree = Any
"""A parsed page; the parser comes without types."""
EVERY = [pytest.param(one, id=one.code) for one in (CHINESE, ENGLISH)]


def figure(value: str, qualifier: str = "exact", period: str = "first-half") -> Figure:
    """A figure of which only the quantity matters."""
    words = {"zh": "数", "en": "number"}
    fields = {"id": "f", "label": words, "value": value, "qualifier": qualifier, "unit": "person", "period": period}
    return Figure.model_validate(fields | {"written": value, "source": "d#s1", "quote": value})


# Text and scales.


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 5, [""]),
        ("科技资料", 4, ["科技资料"]),
        ("发放科技资料", 4, ["发放科", "技资料"]),
        ("科技资料。", 4, ["科技资", "料。"]),  # A closing mark never begins a line.
        ("一二（三四）", 3, ["一二", "（三", "四）"]),  # An opening one never ends one.
        ("资料15000份", 5, ["资料", "15000份"]),  # A number stays with its unit.
        ("nearly 20 enterprises", 8, ["nearly 20 ", "enterprises"]),
        ("well-known mark", 6, ["well-", "known ", "mark"]),
        ("abcdefghij", 3, ["abcd", "efghi", "j"]),  # A word wider than a line.
    ],
)
def test_text_is_broken_where_it_may_be(text: str, width: float, lines: list[str]) -> None:
    assert "".join(lines) == text
    assert list(broken(text, width)) == lines


@given(st.text(alphabet="科技（），。a bWi1-\n“”", max_size=60), st.sampled_from([4.0, 7.5, COLUMN]), st.booleans())
def test_breaking_loses_nothing_and_every_line_fits(text: str, width: float, bold: bool) -> None:
    lines = broken(text, width, bold)
    assert "".join(lines) == text
    assert all(width_of(line.rstrip(), bold) <= width for line in lines)


def test_bold_latin_is_wider_and_bold_han_is_not() -> None:
    assert width_of("科技", bold=True) == width_of("科技") == 2
    assert width_of("Honghu", bold=True) > width_of("Honghu") > 6 * 0.5


@pytest.mark.parametrize(
    ("figures", "lengths"),
    [
        ([figure("15000"), figure("10000")], [100, 66.67]),
        ([figure("15"), figure("15"), figure("18")], [83.33, 83.33, 100]),
        ([figure("20", "nearly"), figure("10")], [100, 50]),
        ([figure("50", "over"), figure("25")], [94, 47]),  # Room for the open end.
        ([figure("10", "about")], [97]),
        ([figure("0"), figure("0")], [0, 0]),
        ([], []),
    ],
)
def test_bars_begin_at_nothing_and_share_a_scale(figures: list[Figure], lengths: list[float]) -> None:
    assert [round(one, 2) for one in scale(figures)] == lengths


@pytest.mark.parametrize(
    ("one", "filled", "looks"),
    [
        (figure("3"), None, "mark mark mark"),
        (figure("3"), 1, "mark mark-open mark-open"),
        (figure("2", period="expected"), None, "mark-open mark-open"),
    ],
)
def test_marks_look_as_sure_as_the_number_is(one: Figure, filled: int | None, looks: str) -> None:
    assert looks_of(one, filled) == looks.split()


# Pictures as the pages show them.


@dataclass(frozen=True)
class Drawn:
    """A picture on a page: its panels as elements, the text of each, and the rows of its table."""

    figure: Tree
    panels: Sequence[Tree]
    texts: Sequence[str]
    rows: Sequence[Sequence[str]]

    @property
    def text(self) -> str:
        return " ".join(self.texts)

    def count(self, look: str, panel: int = 0) -> int:
        """How many shapes of a look a panel has."""
        return len(self.panels[panel].xpath(f".//*[@class='picture__{look}']"))


def pages(register: Register, language: Language) -> Iterator[tuple[str, Tree]]:
    """Every page made of macros, by source."""
    site = site_of(register)
    for one in shown(register):
        if one.macro and language_of(one.source) is language:
            yield one.source.removeprefix(language.prefix), html.fromstring(f"<div>{html_of(site, one)}</div>")


def pictures(register: Register, language: Language) -> dict[str, Drawn]:
    """Every picture of the site in one language, by id."""
    return {one.get("id"): drawn(one) for _, page in pages(register, language) for one in page.iter("figure")}


def drawn(found: Tree) -> Drawn:
    panels = found.xpath(".//svg")
    rows = [[cell.text_content().strip() for cell in row.xpath("th|td")] for row in found.xpath(".//tbody/tr")]
    return Drawn(found, panels, [text_of(one) for one in panels], rows)


def text_of(panel: Tree) -> str:
    """The text drawn on a panel, its lines joined."""
    return " ".join(one.text_content() for one in panel.xpath(".//text"))


def amount(register: Register, language: Language, ident: str) -> str:
    """How the site prints a figure."""
    renderer = site_of(register).renderer
    return Voice(renderer, Here(language, "")).amount(register.figures[ident].figure)


Drawings = dict[Language, dict[str, Drawn]]


@pytest.fixture(scope="module")
def drawings(register: Register) -> Drawings:
    """Every picture of the real register."""
    return {language: pictures(register, language) for language in (CHINESE, ENGLISH)}


@pytest.fixture
def later_register(data: Path) -> Register:
    found, problems = load(half_a_year_on(data))
    assert found is not None, problems
    return found


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
    "picture-river-crab-timeline": [],
}
"""Every picture of the real register, and the figures it must show."""


@pytest.mark.parametrize("language", EVERY)
def test_every_figure_of_a_picture_is_drawn_and_in_its_table(
    drawings: Drawings, register: Register, language: Language
) -> None:
    found = drawings[language]
    assert set(found) == set(SHOWN)
    for ident, figures in SHOWN.items():
        picture = found[ident]
        for one in figures:
            record = register.figures[one].figure
            quantity = amount(register, language, one)
            assert quantity in picture.text, (ident, one)
            head, _, exactness, unit, period, *_, source = next(
                row for row in picture.rows if row[:2] == [language.text(record.label), quantity]
            )
            assert exactness == language.text(register.qualifiers[record.qualifier])
            assert unit == language.text(register.units[record.unit])
            assert period == language.text(register.periods[record.period])
            assert head in picture.text and head in source
        if figures:
            assert len(picture.rows) == len(figures), ident


@pytest.mark.parametrize("language", EVERY)
def test_a_picture_prints_no_number_but_those_of_its_records(
    drawings: Drawings, register: Register, language: Language
) -> None:
    numbers = re.compile(r"[0-9][0-9,.]*")
    printed = [amount(register, language, one) for one in register.figures]
    known = {number for text in printed for number in numbers.findall(text)}
    goals = [one.deadline for record in register.alliances.values() for one in record.commitments]
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
        told = " ".join(one.xpath("desc")[0].text for one in picture.panels)
        for row in picture.rows:
            assert row[0] in told, (ident, row)
            if len(row) > 4:
                assert row[1] in told, (ident, row)


def test_no_two_units_share_a_panel(drawings: Drawings) -> None:
    picture = drawings[CHINESE]["picture-outreach-figures"]
    headings = [one.xpath("(.//text)[1]")[0].text_content() for one in picture.panels]
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
    assert [len(one) for one in in_panels(voice, counts)] == [1] * len(counts) and len(counts) > 3


def test_what_is_not_exact_or_only_expected_looks_so(drawings: Drawings) -> None:
    found = drawings[CHINESE]
    money = found["picture-projects-money"]
    assert (money.count("bar"), money.count("bar-expected")) == (1 + 3, 1)  # 230万元; three slices of 近3000万元.
    assert "近3000万元" in money.text and "预期" in money.text
    assert len(money.figure.xpath(".//*[@class='picture__note']")) == 2
    stages = found["picture-projects-pipeline"]
    assert stages.count("mark") == 10, "10个 is counted out, 近20家 is not"
    assert "近20家" in stages.text


def test_the_pipeline_warns_against_comparing_its_stages(drawings: Drawings, register: Register) -> None:
    for language in (CHINESE, ENGLISH):
        picture = drawings[language]["picture-projects-pipeline"]
        assert language.text(register.interface["pipeline-note"]) in picture.figure.text_content()
        assert picture.count("bar") == 0 and len(picture.panels) == 3
        stages = [language.text(register.stages[one.stage]) for one in register.work_areas["projects"].pipeline]
        assert [one.xpath("(.//text)[1]")[0].text_content() for one in picture.panels] == stages
        assert list(dict.fromkeys(row[-2] for row in picture.rows)) == stages


def test_three_of_fourteen_places_are_named(drawings: Drawings) -> None:
    picture = drawings[ENGLISH]["picture-commissioners-named"]
    assert (picture.count("mark"), picture.count("mark-open")) == (3 + 1, 11 + 1)  # And one of each in the key.
    assert "Luoshan, Chahe, Daijiachang" in picture.text and "Luoshan, Chahe, Daijiachang" in picture.rows[0]
    assert (picture.count("mark", 1), picture.count("mark-open", 1)) == (1 + 1, 9 + 1)


def test_the_alliance_is_drawn_whole(drawings: Drawings, register: Register) -> None:
    record = register.alliances["river-crab"]
    for language in (CHINESE, ENGLISH):
        picture = drawings[language]["picture-river-crab-diagram"]
        words = [one for part in record.lists for one in (part.title, *part.items)] + [
            record.title,
            *record.commitments,
        ]
        assert [language.text(one) for one in words if language.text(one) not in picture.text] == []
        items = [item for part in sorted(record.lists, key=lambda one: one.kind != "member") for item in part.items]
        assert [row[0] for row in picture.rows] == [language.text(one) for one in (*items, *record.commitments)]
        assert language.text(record.commitments[0].deadline) in picture.text
    assert "具体名称原文未载" in drawings[CHINESE]["picture-river-crab-diagram"].text


def test_the_line_of_time_invents_no_date(drawings: Drawings) -> None:
    picture = drawings[CHINESE]["picture-river-crab-timeline"]
    assert "起算日期：原文未载" in picture.text and "尚未载明结果" in picture.text
    assert picture.count("axis-unsure") == 1 and picture.count("axis") == 0 and picture.count("stop-unsure") == 1
    assert [row[1] for row in picture.rows] == ["上半年", "此后", "3年内（起算日期原文未载）"]


def test_progress_stands_on_the_line_of_time(later_register: Register) -> None:
    picture = pictures(later_register, ENGLISH)["picture-river-crab-timeline"]
    assert picture.count("stop-unsure") == 0 and "no result stated" not in picture.text
    assert [row[1] for row in picture.rows][:2] == ["first half of the year", "second half of the year"]
    assert picture.rows[1][0] == "An application has been made." and picture.rows[1][2] == "in progress"


def test_progress_after_the_deadline_stands_behind_it(later_register: Register, data: Path) -> None:
    path = data / "alliances/river-crab.yml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("    term: goal-term\n", "    term: goal-term\n    due: 2001-06-30\n"), "utf-8")
    register, problems = load(data)
    assert register is not None, problems
    picture = pictures(register, CHINESE)["picture-river-crab-timeline"]
    assert [row[1] for row in picture.rows] == ["上半年", "3年内（起算日期原文未载） 2001年6月30日", "下半年"]
    assert picture.count("axis") == 1 and "起算日期：原文未载" not in picture.texts[0].replace(
        "（起算日期原文未载）", ""
    )


@pytest.mark.parametrize("language", EVERY)
def test_a_series_is_a_trend_on_every_page_of_its_figures(later_register: Register, language: Language) -> None:
    found = pictures(later_register, language)
    series = ["commissioners.sent-last-year", "commissioners.appointed-this-year", "later.appointed-second-half"]
    for ident in ("picture-commissioners-trend", "picture-later-trend"):
        picture = found[ident]
        assert [row[1] for row in picture.rows] == [amount(later_register, language, one) for one in series]
        widths = [one.get("width") for one in picture.panels[0].xpath(".//rect[@class='picture__bar']")]
        assert widths == ["83.33%", "83.33%", "100%"]


def test_a_series_of_one_period_is_no_trend(data: Path, change: Change) -> None:
    change("work-areas/commissioners.yml", "sent-last-year\n    series: commissioners\n", "sent-last-year\n")
    register, problems = load(data)
    assert register is not None, problems
    assert "picture-commissioners-trend" not in pictures(register, CHINESE)


def test_rounds_of_evaluation_are_a_trend_of_their_work_area(later_register: Register, data: Path) -> None:
    rounds = data / "evaluations"
    text = (rounds / "second-half-round.yml").read_text("utf-8")
    text = text.replace("  - id: satisfied\n", "  - id: satisfied\n    series: satisfied\n")
    (rounds / "second-half-round.yml").write_text(text, "utf-8")
    (rounds / "first-half-round.yml").write_text(text.replace("period: second-half", "period: first-half"), "utf-8")
    register, problems = load(data)
    assert register is not None, problems
    picture = pictures(register, ENGLISH)["picture-enterprises-rate-offices-trend"]
    assert [row[4] for row in picture.rows] == ["first half of the year", "second half of the year"]


def test_no_picture_where_there_is_nothing_to_draw(register: Register) -> None:
    found = dict(pages(register, CHINESE))
    for source in ("work-areas/outreach.md", "work-areas/enterprises-rate-offices.md", "outreach/science-week.md"):
        assert found[source].xpath("//figure | //*[@id='pictures']") == [], source


def test_money_is_drawn_beside_a_pipeline_only(register: Register) -> None:
    projects = register.work_areas["projects"].model_copy(update={"pipeline": []})
    other = replace(register, work_areas={**register.work_areas, "projects": projects})
    assert not {one for one in pictures(other, CHINESE) if one.startswith("picture-projects")}


def test_another_bureau_has_its_own_pictures_or_none(register: Register) -> None:
    """Nothing of this bureau is built in: without the records that pictures are drawn from, there are none."""
    areas = {ident: one.model_copy(update={"lists": [], "pipeline": []}) for ident, one in register.work_areas.items()}
    other = replace(register, work_areas=areas, alliances={}, activities={}, figures_by_record={})
    assert pictures(other, CHINESE) == {}


@pytest.mark.parametrize("language", EVERY)
def test_what_looks_wrong_or_must_be_known_is_said_below(
    drawings: Drawings, register: Register, language: Language
) -> None:
    found = drawings[language]
    for ident, figures in SHOWN.items():
        said = found[ident].figure.text_content()
        for one in (register.figures[name].figure for name in figures):
            assert one.note is None or language.text(one.note) in said, (ident, one.id)
            for note in register.notes_on(one.source, one.quote):
                assert said.count(language.text(note)) == 1, (ident, note.id)
    (slip,) = (one for text in register.texts.values() for one in text.document.notes if one.about == "风险公担")
    assert language.text(slip) in found["picture-river-crab-diagram"].figure.text_content()
