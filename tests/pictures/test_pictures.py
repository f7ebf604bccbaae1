"""Pictures: only where they tell what the numbers beside them do not; their words are text, and their bars shapes."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from macros.pages.charts.trend import series_drawn
from macros.records.base import BilingualText
from macros.register.load import load
from macros.register.register import Register
from macros.text.languages import CHINESE, ENGLISH, Language
from tests.odd_figures import with_odd_figures
from tests.pictures.drawn import EVERY, amount, pages, pictures
from tests.places import DATA, FIXTURES

SERIES = ("commissioners.sent-last-year", "commissioners.appointed-this-year", "later.appointed-second-half")


@pytest.mark.parametrize("language", EVERY)
def test_two_numbers_and_numbers_of_no_period_make_no_picture(register: Register, language: Language) -> None:
    """The demonstration has one series, of two periods, and figures that do not say when they are."""
    assert pictures(register, language) == {}
    assert not [source for source, page in pages(register, language) if page.xpath("//svg | //*[@id='pictures']")]


def test_what_the_site_computes_of_two_periods_stands_with_the_later_figure(register: Register) -> None:
    page = dict(pages(register, CHINESE))["work-areas/commissioners.md"]
    told = {one.get("id"): one.text_content() for one in page.xpath("//li[@class='figure']")}
    assert [one for one, text in told.items() if "与去年相同（本站计算）" in text] == ["figure-appointed-this-year"]


@pytest.mark.parametrize("language", EVERY)
def test_a_series_is_a_trend_on_every_page_of_its_figures(later_register: Register, language: Language) -> None:
    found = pictures(later_register, language)
    for ident in ("picture-commissioners-trend", "picture-later-trend"):
        picture = found[ident]
        assert [row[1] for row in picture.rows[0]] == [amount(later_register, language, one) for one in SERIES]
        assert picture.widths() == [["83.33%"], ["83.33%"], ["100%"]]


@pytest.mark.parametrize("language", EVERY)
def test_words_of_a_picture_are_text_and_its_bars_shapes(later_register: Register, language: Language) -> None:
    """So that they wrap, grow with the reader's type and are read aloud; the bars repeat what the cells say."""
    for picture in pictures(later_register, language).values():
        assert picture.figure.xpath("figcaption/strong/text()") and picture.figure.get("data-search") == "off"
        assert all(panel.xpath("caption/text()") for panel in picture.panels)
        assert picture.figure.xpath(".//tbody//th[not(@scope='row')]") == []
        for drawing in picture.figure.iter("svg"):
            assert drawing.get("aria-hidden") == "true" and not drawing.text_content().strip()
            assert {one.tag for one in drawing.iter()} <= {"svg", "rect", "line"}
            assert drawing.xpath(".//@style | .//@font-size") == []


def test_a_series_of_what_is_denied_is_no_trend(later_register: Register) -> None:
    """A bar that ends at nothing would say that the figure is zero."""
    assert series_drawn(later_register, "commissioners")
    (name,) = series_drawn(later_register, "commissioners")
    first = later_register.series[name][0]
    denied = replace(first, figure=first.figure.model_copy(update={"hedged": "未"}))
    register = replace(later_register, figures={**later_register.figures, first.id: denied})
    assert not series_drawn(register, "commissioners")


@pytest.mark.parametrize("fixture", ["district", "valley", "yunling"])
def test_other_bureaus_have_pictures_of_three_bars_or_none(fixture: str) -> None:
    register, problems = load(FIXTURES / fixture / "data")
    assert register is not None, problems
    for picture in pictures(register, CHINESE).values():
        assert all(len(rows) >= 3 for rows in picture.rows), picture.text


def test_figures_of_every_kind_without_a_period_are_not_drawn(tmp_path: Path) -> None:
    register, problems = load(with_odd_figures(Path(shutil.copytree(DATA, tmp_path / "data"))))
    assert register is not None, problems
    assert {one for one in pictures(register, ENGLISH) if "odd" in one} == set()
    for language, told in ((CHINESE, "每万亩1.2名"), (ENGLISH, "1.2 people per 10,000 mu")):
        assert amount(register, language, "odd.rate") == told


def test_a_label_that_is_not_translated_is_marked(later_register: Register) -> None:
    one = later_register.figures[SERIES[0]]
    label = BilingualText.model_construct(zh=one.figure.label.zh, en="", others={})
    made = replace(one, figure=one.figure.model_copy(update={"label": label}))
    groups = later_register.figures_by_record
    register = replace(
        later_register,
        figures={**later_register.figures, one.id: made},
        figures_by_record={name: tuple(made if each is one else each for each in of) for name, of in groups.items()},
    )
    picture = pictures(register, ENGLISH)["picture-later-trend"]
    assert picture.figure.xpath(".//*[@lang='zh-Hans']/text()")[0] == one.figure.label.zh
