"""Text is broken where it may be, bars share a scale, and marks look as sure as their number is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.pages.charts.bars import has_length, scale, sliced_part
from macros.pages.charts.marks import looks_of
from macros.pages.charts.measure import COLUMN, broken, width_of
from macros.records.figure import Figure


def figure(*values: str, qualifier: str = "exact", kind: str = "count", hedged: str = "") -> Figure:
    """A figure of which only the quantity matters."""
    fields = {"id": "f", "label": {"zh": "数", "en": "number"}, "qualifier": qualifier, "unit": "person"}
    read = {"kind": kind, "values": values, "start": 0, "period": "first-half", "hedged": hedged, "written": values[0]}
    return Figure.model_validate(fields | read | {"source": "d#s1", "quote": values[0]})


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
    ("one", "filled", "looks"),
    [
        (figure("3"), None, "mark mark mark"),
        (figure("3"), 1, "mark mark-open mark-open"),
        (figure("2", hedged="预计"), None, "mark-open mark-open"),
    ],
)
def test_marks_look_as_sure_as_the_number_is(one: Figure, filled: int | None, looks: str) -> None:
    assert looks_of(one, filled) == looks.split()
