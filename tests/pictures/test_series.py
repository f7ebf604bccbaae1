"""Series over documents: in order of time and in proportion to it, with the change that the site computes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from macros.pages.charts.bars import signed_bar
from macros.pages.charts.trend import NO_BARS, bar_ends, series_drawn, series_of
from macros.records.periods import dated_period
from macros.register.register import Register
from macros.register.series import equally_long
from macros.text.languages import CHINESE, ENGLISH
from tests.pictures.drawn import Drawn, pages, pictures
from tests.pictures.test_bars import figure


@pytest.fixture(scope="module")
def english(valley: Register) -> dict[str, Drawn]:
    return pictures(valley, ENGLISH)


@pytest.fixture(scope="module")
def told(valley: Register) -> dict[str, tuple[str, str]]:
    """What the pages of the areas say, in English and in Chinese."""
    made = [dict(pages(valley, language)) for language in (ENGLISH, CHINESE)]
    return {
        area: (made[0][f"work-areas/{area}.md"].text_content(), made[1][f"work-areas/{area}.md"].text_content())
        for area in ("harvest", "business")
    }


def test_the_earliest_period_stands_first(english: dict[str, Drawn]) -> None:
    rows = english["picture-harvest-trend"].rows[0]
    assert [row[1] for row in rows] == ["42,000 tonnes", "45,000 tonnes", "48,000 tonnes"]


def test_periods_that_are_not_equally_far_apart_say_so(english: dict[str, Drawn]) -> None:
    """2041, 2042 and 2045."""
    assert "not equally far apart" in english["picture-harvest-trend"].text


CHANGES = {
    # in which language: picture, and what the site computes
    "counts": ("harvest", "Up 3,000 tonnes or 7.1% from 2041 (computed by this site)", "比2041年增加3000吨，即7.1%"),
    "down": ("harvest", "Down 9.5 kilograms or 2.3% from 2042", "比2042年减少9.5公斤，即2.3%"),
    "percentages": ("harvest", "Up 0.4 percentage points from 2041", "比2041年增加0.4个百分点"),
    "ranks": ("business", "Up 2 in rank from 2041", "比2041年前移2位"),
    "what is not exact": ("business", "Not computed how far it changed", "不计算变化"),
    "from below zero": ("business", "Up CNY 47,000 from 2041", "比2041年增加4.7万元"),
}


@pytest.mark.parametrize("case", CHANGES)
def test_the_change_is_computed(case: str, told: dict[str, tuple[str, str]]) -> None:
    area, en, zh = CHANGES[case]
    english, chinese = told[area]
    assert en.replace(" ", "") in "".join(english.split())
    assert zh in "".join(chinese.split())


LENGTHS = {
    # two periods: whether what was counted in them may be compared
    ("2041", "2042"): True,
    ("2041-h1", "2042-h1"): True,
    ("2041-02", "2041-03"): True,
    ("2041", "2042-h1"): False,
    ("2041-h1", "2041-q3"): False,
    ("last-year", "this-year"): True,
    ("first-half", "last-year-first-half"): True,
    ("first-half", "whole-year"): False,
    ("first-half", "2042-h1"): False,
}


@pytest.mark.parametrize("periods", LENGTHS)
def test_only_periods_of_one_length_are_compared(periods: tuple[str, str], valley: Register) -> None:
    given = [valley.figures["harvest.grain"].figure.model_copy(update={"period": one}) for one in periods]
    known = {one: valley.periods.get(one) or dated_period(one) for one in periods}
    register = replace(valley, periods={**valley.periods, **known})
    assert equally_long(register, *given) is LENGTHS[periods]


def test_what_is_below_zero_is_drawn_left_of_it() -> None:
    """Of the range from -4 to 4, zero is in the middle."""
    zero, ends = bar_ends([figure("-4", kind="percent"), figure("2", kind="percent"), figure("4", kind="percent")])
    assert (zero, ends) == (50.0, [0.0, 75.0, 100.0])
    assert [(part.x, part.width) for part in signed_bar(figure("-4", kind="percent"), zero, 0.0)] == [("0%", "50%")]


def test_ranks_and_ratios_have_no_bars(valley: Register) -> None:
    drawn = {one.figure.kind for figures in series_drawn(valley, "business").values() for one in figures}
    every = {one.figure.kind for figures in series_of(valley, "business").values() for one in figures}
    assert NO_BARS & every and not NO_BARS & drawn


def test_relations_stand_with_both_figures(valley: Register) -> None:
    page = dict(pages(valley, ENGLISH))["work-areas/harvest.md"]
    lines = {
        one.xpath("ancestor::li[@class='figure']/@id")[0].removeprefix("figure-"): " ".join(one.text_content().split())
        for one in page.xpath("//*[@class='relations__line']")
    }
    assert lines["grain-change"] == "Up on a year earlier: Grain output"
    assert lines["rice"] == "Part of: Grain output"
    assert lines["rice-share"] == "Part of: Grain output"
    assert lines["yield-change"] == "Down on the year before: Yield of early rice"
    assert lines["yield-next-change"] == "Up on a year earlier: Yield of early rice"
    notes = [
        " ".join(one.text_content().split()) for one in page.xpath("//*[@id='figure-maize-share']//*[@class='note']")
    ]
    assert len(notes) == 1 and "give 21.4%" in notes[0]
