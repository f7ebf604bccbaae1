"""Bars share a scale, and only figures that may; they look as sure as their number is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from macros.pages.charts.bars import bar, has_length, in_panels, scale, sliced_part
from macros.pages.charts.voice import Voice
from macros.pages.rendering import Here
from macros.records.figure import Figure
from macros.register.register import Register
from macros.text.languages import CHINESE
from tests.pages import site_of


def figure(*values: str, qualifier: str = "exact", kind: str = "count", hedged: str = "") -> Figure:
    """A figure of which only the quantity matters."""
    fields = {"id": "f", "label": {"zh": "数", "en": "number"}, "qualifier": qualifier, "unit": "person"}
    read = {"kind": kind, "values": values, "start": 0, "period": "first-half", "hedged": hedged, "written": values[0]}
    return Figure.model_validate(fields | read | {"source": "d#s1", "quote": values[0]})


@pytest.mark.parametrize(
    ("figures", "lengths"),
    [
        ([figure("15000"), figure("10000")], [100, 66.67]),
        ([figure("15"), figure("15"), figure("18")], [83.33, 83.33, 100]),
        ([figure("20", qualifier="nearly"), figure("10")], [100, 50]),
        ([figure("50", qualifier="over"), figure("25")], [94, 47]),  # Room for the open end.
        ([figure("10", qualifier="about")], [97]),
        ([figure("0"), figure("0")], [0, 0]),
        ([figure("0"), figure("8")], [0, 100]),
        ([figure("15", "20", kind="range"), figure("10")], [100, 50]),
        ([figure("1", "3", kind="fraction"), figure("1", "2", kind="fraction")], [66.67, 100]),
        ([], []),
    ],
)
def test_bars_begin_at_nothing_and_share_a_scale(figures: list[Figure], lengths: list[float]) -> None:
    assert [round(one, 2) for one in scale(figures)] == lengths


@pytest.mark.parametrize(
    ("one", "part"),
    [
        (figure("15", "20", kind="range"), (75, 100)),
        (figure("0", "20", kind="range"), (0, 100)),
        (figure("0", "0", kind="range"), (100, 100)),
        (figure("20"), (100, 100)),
        (figure("20", qualifier="nearly"), (94, 100)),
        (figure("20", qualifier="about"), (97, 103)),
    ],
)
def test_a_bar_is_in_slices_where_its_number_is_not_sure(one: Figure, part: tuple[float, float]) -> None:
    assert sliced_part(one, 100) == part


@pytest.mark.parametrize(
    ("one", "drawn"),
    [
        (figure("20"), True),
        (figure("0"), True),
        (figure("98", kind="percent"), True),
        (figure("15", "20", kind="range"), True),
        (figure("20", hedged="力争"), True),
        (figure("-3.5", kind="percent"), False),
        (figure("-5", "5", kind="range"), False),
        (figure("3", "1", kind="ratio"), False),
        (figure("3", kind="rank"), False),
        (figure("20", hedged="未"), False),
    ],
)
def test_no_bar_shows_what_has_no_length(one: Figure, drawn: bool) -> None:
    assert has_length(one) is drawn


@pytest.mark.parametrize(
    ("one", "looks"),
    [
        (figure("20"), ["bar"]),
        (figure("20", qualifier="nearly"), ["bar"] * 4),
        (figure("20", hedged="预计"), ["bar-expected"]),
    ],
    ids=["exact", "nearly", "expected"],
)
def test_a_bar_looks_as_sure_as_its_number_is(one: Figure, looks: list[str]) -> None:
    assert [part.look for part in bar(one, 100)] == looks


PERIODS = {
    # the periods of three figures of one unit, and how many bars share an axis
    "one stated period": (["2041", "2041", "2041"], [3]),
    "none stated": (["not-stated-first-half"] * 3, []),
    "too few of one period": (["2041", "2041", "2042"], []),
    "two": (["2041", "2041"], []),
}


@pytest.mark.parametrize("case", PERIODS)
def test_only_figures_of_one_stated_period_share_a_scale(register: Register, case: str) -> None:
    periods, panels = PERIODS[case]
    one = register.figures["science-week.materials"]
    figures = [
        replace(one, id=f"x.f{at}", figure=one.figure.model_copy(update={"period": period}))
        for at, period in enumerate(periods)
    ]
    voice = Voice(site_of(register).renderer, Here(CHINESE, ""))
    assert [len(panel) for panel in in_panels(voice, figures)] == panels


def test_units_that_name_no_thing_share_no_scale(register: Register) -> None:
    """个 and 家 name no thing, so that figures of one of them may count different things."""
    counts = [one for one in register.figures_by_record["commissioners"] if one.figure.unit == "count"]
    assert len(counts) > 3 and len({one.figure.period for one in counts}) == 1
    assert in_panels(Voice(site_of(register).renderer, Here(CHINESE, "")), counts) == []
