"""Dates as each language prints them, from what the grammars name them; what is printed is read as the same date."""

from __future__ import annotations

import pytest

from macros.quantities.chinese.reader import read_chinese
from macros.quantities.dates_printed import date_in_chinese
from macros.records.periods import dated_id, dated_period

DATES = {
    # as a sentence has it: as it is printed in Chinese, and in English
    "2023年6月30日": ("2023年6月30日", "30 June 2023"),
    "二〇二三年六月": ("2023年6月", "June 2023"),
    "2023年": ("2023年", "2023"),
    "6月30日": ("6月30日", "30 June"),
    "8月中旬": ("8月", "August"),
    "1—6月": ("1月至6月", "January to June"),
    "2021—2025年": ("2021年至2025年", "2021 to 2025"),
    "2031年上半年": ("2031年上半年", "the first half of 2031"),
    "2031年下半年": ("2031年下半年", "the second half of 2031"),
    "2031年第三季度": ("2031年第三季度", "the third quarter of 2031"),
    "上世纪90年代": ("20世纪90年代", "1990s"),
    "21世纪": ("21世纪", "the 21st century"),
    "2019年1月1日到12月31日": ("2019年1月1日至2019年12月31日", "1 January 2019 to 31 December 2019"),
}


@pytest.mark.parametrize("written", DATES)
def test_a_date_as_a_period(written: str) -> None:
    (found,) = read_chinese(written, frozenset())
    period = dated_period(dated_id(found.named))
    assert (period.zh, period.en) == DATES[written]
    (again,) = read_chinese(date_in_chinese(found.named), frozenset())
    assert again.named == found.named
