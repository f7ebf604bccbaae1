"""The units that come with the software: valid, each written form once, and each read as a unit by the grammar."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest

from macros.quantities.chinese.reader import read_chinese
from macros.quantities.expression import Sense
from macros.quantities.reading import reading_of
from macros.records.shipped import SHIPPED_UNITS, shipped_units
from macros.records.units import UnitTable
from macros.records.vocabulary import Units
from macros.yaml_files.reader import read_bytes
from tests.groups import in_groups

UNITS = {unit.id: unit for unit in shipped_units()}
OTHERWISE = {"月": "3个半月", "世纪": "半个世纪", "点": "三点要求", "成": "3—5成"}
"""Sentences for units that a bare number makes something else of: 15月, 15点."""


def test_every_entry_is_valid_and_in_the_file_once() -> None:
    reading, problems = read_bytes(SHIPPED_UNITS.read_bytes(), SHIPPED_UNITS.name)
    assert reading is not None and problems == []
    entries = Units.model_validate(reading.value).entries
    assert [unit.id for unit in entries] == list(UNITS)


def test_every_written_form_is_of_one_unit() -> None:
    forms = Counter(form for unit in UNITS.values() for form in unit.written)
    assert [form for form, count in forms.items() if count > 1] == []
    more = UnitTable.with_own(()).words - set(forms)
    assert set(forms) <= UnitTable.with_own(()).words and all(one[-1] in "）)" for one in more)


BRACKETED = {
    "户（次）": "household-time",
    "人(次)": "person-time",
    "场（次）": "event",
    "场(次)": "event",
    "批(次)": "batch",
    "（次）": None,
    "户（季）": None,
}
"""Units as a source writes them, and what they are; what is listed as it stands comes first."""


@pytest.mark.parametrize("written", BRACKETED)
def test_what_may_be_left_out_of_a_unit_stands_in_brackets(written: str) -> None:
    found = UnitTable.with_own(()).by_writing.get(written)
    assert (found and found.id) == BRACKETED[written]


def test_the_units_in_use_today_keep_their_words() -> None:
    words = {unit.id: (unit.zh, unit.en, unit.one) for unit in UNITS.values()}
    assert {
        "count": ("个（项）", "items", "item"),
        "person": ("名", "people", "person"),
        "enterprise": ("家", "enterprises", "enterprise"),
        "copy": ("份", "copies", "copy"),
        "set": ("套", "sets", "set"),
        "person-time": ("人次", "person-times", "person-time"),
        "mu": ("亩", "mu", None),
        "cny": ("元", "CNY", None),
        "year": ("年", "years", "year"),
        "not-stated": ("原文未载单位", "unit not stated in the source", None),
    }.items() <= words.items()


def test_a_currency_is_named_by_its_code_and_counts_nothing_else() -> None:
    currencies = [unit for unit in UNITS.values() if unit.currency]
    assert {unit.currency for unit in currencies} >= {"CNY", "USD", "EUR", "JPY", "GBP", "HKD"}
    assert all(unit.en == unit.currency and unit.explained and not unit.classifier for unit in currencies)


@in_groups(sorted(UnitTable.with_own(()).words))
def test_every_written_form_is_read_as_a_unit(written: str) -> None:
    sentence = OTHERWISE.get(written, f"共计15{written}。")
    found = read_chinese(sentence, UnitTable.with_own(()).words)
    assert reading_of(found[-1])["unit"] == written


@in_groups(sorted(form for unit in UNITS.values() if unit.classifier for form in unit.written))
def test_every_classifier_counts_behind_a_han_number(written: str) -> None:
    (found,) = read_chinese(f"共计二十五{written}要求", UnitTable.with_own(()).words)
    assert (found.kind, found.values, found.unit) == (Sense.COUNT, (Decimal(25),), written)


COURSES = {
    "举办培训班二十多期": "training-course",
    "举办培训班、讲座近20期": "training-course",
    "培训班共举办12期": "training-course",
    "举办农民培训班，共12期": "training-course",
    "办班12期": "training-course",
    "开展专题讲座活动累计达12期": "training-course",
    "举办12期新型职业农民培训班": "training-course",
    "开展了12期业务培训": "training-course",
    "编发简报12期": "issue",
    "编发培训简报12期": "issue",
    "出版12期《科普》杂志": "issue",
    "编印12期培训简报": "issue",
    "编发12期简报宣传培训班": "issue",
    "编发12期简报，举办培训班": "issue",
    "开展培训，编发信息12期": "issue",
}


@pytest.mark.parametrize("text", COURSES)
def test_courses_are_no_issues(text: str) -> None:
    table = UnitTable.with_own(())
    (found,) = read_chinese(text, table.words)
    assert table.of(found, text) == COURSES[text]
    assert table.of(found) == "issue"
