"""What the digits of a number leave open."""

from __future__ import annotations

from decimal import Decimal

import pytest

from macros.quantities.chinese.reader import read_chinese
from macros.quantities.precision import NO_END, interval_of, last_place
from macros.records.units import UnitTable

UNITS = UnitTable.with_own(()).words
CASES: dict[str, tuple[Decimal | str, Decimal | str]] = {
    "5.08万吨": ("50750", "50850"),
    "1亿5千万元": ("145000000", "155000000"),
    "9000万元": ("89995000", "90005000"),
    "二千八百万元": ("27500000", "28500000"),
    "３５００亩": ("3499.5", "3500.5"),
    "3万6千头": ("35500", "36500"),
    "63%": ("0.625", "0.635"),
    "99.5%以上": ("0.9945", NO_END),
    "3.2‰": ("0.00315", "0.00325"),
    "不足20家": ("0", "20.5"),
    "近20万吨": ("175000", "205000"),
    "约3000人次": ("2699.5", "3300.5"),
    "30至50亩": ("30", "50"),
    "5%—8%": ("0.05", "0.08"),
    "三成": ("0.25", "0.35"),
    "-3.4%": ("-0.0345", "-0.0335"),
    "十二座": ("11.5", "12.5"),
}


@pytest.mark.parametrize("written", CASES)
def test_interval(written: str) -> None:
    (one,) = read_chinese(written, UNITS)
    found = interval_of(one.kind, one.values, one.qualifier, one.text)
    assert found is not None
    assert (found.low, found.high) == tuple(Decimal(one) for one in CASES[written])


@pytest.mark.parametrize("written", ["2.4:1", "第9"])
def test_what_is_no_amount_has_none(written: str) -> None:
    (one,) = read_chinese(f"排名{written}", UNITS)
    assert interval_of(one.kind, one.values, one.qualifier, one.text) is None


def test_a_nought_that_is_written_counts() -> None:
    assert last_place("3.20万吨", Decimal(32000)) == 100
    assert last_place("3.2万吨", Decimal(32000)) == 1000
