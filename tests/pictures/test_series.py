"""Series over documents: in order of time and in proportion to it, with the change that the site computes."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from macros.records.periods import dated_period
from macros.register.load import load
from macros.register.register import Register
from macros.register.series import equally_long
from macros.text.languages import CHINESE, ENGLISH
from tests.pictures.drawn import Drawn, pages, pictures
from tests.places import VALLEY


@pytest.fixture(scope="module")
def valley() -> Register:
    found, problems = load(VALLEY / "data")
    assert found is not None, problems
    return found


@pytest.fixture(scope="module")
def english(valley: Register) -> dict[str, Drawn]:
    return pictures(valley, ENGLISH)


@pytest.fixture(scope="module")
def chinese(valley: Register) -> dict[str, Drawn]:
    return pictures(valley, CHINESE)


def places(picture: Drawn, panel: int, words: str) -> list[float]:
    """How far down each of some words begins on a panel, in em."""
    found = []
    for text in picture.panels[panel].iter("text"):
        if re.search(words, text.text_content()):
            line = next(iter(text.iter("tspan")), text)
            found.append(float(line.get("y").removesuffix("em")))
    return found


def test_the_earliest_period_stands_first(english: dict[str, Drawn]) -> None:
    picture = english["picture-harvest-trend"]
    assert [row[1] for row in picture.rows][:3] == ["42,000 tonnes", "45,000 tonnes", "48,000 tonnes"]


def test_periods_are_as_far_apart_as_in_time(english: dict[str, Drawn]) -> None:
    """2041, 2042 and 2045."""
    first, second, third = places(english["picture-harvest-trend"], 0, r"^2041$|document: 204[0-9]")
    assert third - second == pytest.approx(3 * (second - first), rel=0.01)
    notes = english["picture-harvest-trend"].figure.text_content()
    assert "in proportion to the time" in notes
    assert "in proportion to the time" not in english["picture-business-trend"].figure.text_content()


CHANGES = {
    # in which language: picture, and what the site computes
    "counts": ("harvest", "Up 3,000 tonnes or 7.1% from 2041 (computed by this site)", "比2041年增加3000吨，即7.1%"),
    "down": ("harvest", "Down 9.5 kilograms or 2.3% from 2042", "比2042年减少9.5公斤，即2.3%"),
    "percentages": ("harvest", "Up 0.4 percentage points from 2041", "比2041年增加0.4个百分点"),
    "ranks": ("business", "Up 2 in rank from 2041", "比2041年前移2位"),
    "what is not exact": ("business", "Not computed how far it changed", "不计算变化"),
    "from below zero": ("business", "Up CNY 47,000 from 2041", "比2041年增加4.7万元"),
    "two labels": ("business", "are called differently in the sources", "原文说法不一"),
}


@pytest.mark.parametrize("case", CHANGES)
def test_the_change_is_computed(case: str, english: dict[str, Drawn], chinese: dict[str, Drawn]) -> None:
    area, en, zh = CHANGES[case]
    told = " ".join(english[f"picture-{area}-trend"].figure.text_content().split())
    assert en.replace(" ", "") in told.replace(" ", "")
    assert zh in "".join(chinese[f"picture-{area}-trend"].figure.text_content().split())


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


def test_what_is_below_zero_is_drawn_left_of_it(english: dict[str, Drawn]) -> None:
    panel = english["picture-business-trend"].panels[3]
    (left, right) = panel.xpath(".//rect[@class='picture__bar']")
    assert (left.get("x"), left.get("width")) == ("0%", right.get("x"))


def test_ranks_and_ratios_have_no_bars(english: dict[str, Drawn]) -> None:
    for panel in (1, 2):
        assert english["picture-business-trend"].count("bar", panel) == 0


def test_relations_stand_with_both_figures(valley: Register) -> None:
    page = dict(pages(valley, ENGLISH))["work-areas/harvest.md"]
    lines = {
        one.xpath("ancestor::li[@class='figure']/@id")[0].removeprefix("figure-"): " ".join(one.text_content().split())
        for one in page.xpath("//*[@class='relations__line']")
    }
    assert lines["grain-change"] == "Up 1.2% on a year earlier: Grain output 42,000 tonnes"
    assert lines["rice"] == "Part of: Grain output 42,000 tonnes"
    assert lines["rice-share"] == "69% of: Grain output 42,000 tonnes"
    assert lines["yield-change"] == "Down 1.8% on the year before: Yield of early rice 412.5 kilograms"
    assert lines["yield-next"] == "Up 6 kilograms on a year earlier: Rise in the yield of early rice"
    notes = [
        " ".join(one.text_content().split()) for one in page.xpath("//*[@id='figure-maize-share']//*[@class='note']")
    ]
    assert len(notes) == 1 and "give 21.4%" in notes[0]
