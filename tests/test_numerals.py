"""Numbers in Chinese and English text, and quantities as the source writes them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from macros.records.quantities import english, parse, qualifier_of
from macros.register.register import Register
from macros.text.numerals import arabic_en, arabic_zh, han, unmatched


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("发放科技资料15000份", [15000]),
        ("1万份和15,000份", [10000, 15000]),
        ("近3000万元", [30000000]),
        ("3000多万元", [30000000]),
        ("1.5亿元、30万亩", [150000000, 300000]),
        ("2千万、3百万", [20000000, 3000000]),
        ("3个，不是三个", [3]),
        ("没有数字", []),
    ],
)
def test_numbers_in_chinese(text: str, values: list[int]) -> None:
    assert list(arabic_zh(text)) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("15,000 copies", [15000]),
        ("CNY 2.3 million and 30 Million", [2300000, 30000000]),
        ("within 3 years, three times", [3]),
        ("Zhongke No. 3", [3]),
        ("none", []),
    ],
)
def test_numbers_in_english(text: str, values: list[int]) -> None:
    assert arabic_en(text) == values


@pytest.mark.parametrize(
    ("text", "value"),
    [("半", "0.5"), ("三", "3"), ("十五", "15"), ("二十", "20"), ("三百零五", "305"), ("两万", "20000")],
)
def test_han_numbers(text: str, value: str) -> None:
    assert han(text) == Decimal(value)


@pytest.mark.parametrize(
    ("zh", "en", "lacking_en", "lacking_zh"),
    [
        ("15000份", "15,000 copies", [], []),
        ("15000份", "1,500 copies", [15000], [1500]),
        ("1万份", "10,000 copies", [], []),
        ("230万元", "CNY 2.3 million", [], []),
        ("3个项目", "three projects", [], []),
        ("中科三号", "Zhongke No. 3", [], []),
        ("一是", "first", [], []),
        ("10个和10项", "10 of each", [10], []),
        ("没有", "in 1998", [], [1998]),
    ],
)
def test_both_languages_carry_the_same_numbers(zh: str, en: str, lacking_en: list[int], lacking_zh: list[int]) -> None:
    assert [[*map(int, one)] for one in unmatched(zh, en)] == [lacking_en, lacking_zh]


@pytest.mark.parametrize(
    ("written", "value", "qualifier", "unit", "tail"),
    [
        ("15000份", "15000", "exact", "份", "份"),
        ("近3000万元", "30000000", "nearly", "元", "万元"),
        ("50多个", "50", "over", "个", "多个"),
        ("3000多万元", "30000000", "over", "元", "多万元"),
        ("1万多份", "10000", "over", "份", "万多份"),
        ("980多元", "980", "over", "元", "多元"),
        ("约20家", "20", "about", "家", "家"),
        ("20家左右", "20", "about", "家", "家左右"),
        ("近半年", "0.5", "nearly", "年", "年"),
        ("30万", "300000", "exact", "", "万"),
        ("1.5亿元", "150000000", "exact", "元", "亿元"),
        ("十五名", "15", "exact", "名", "名"),
    ],
)
def test_quantities(register: Register, written: str, value: str, qualifier: str, unit: str, tail: str) -> None:
    parts = parse(written, register.qualifiers)
    assert parts is not None
    said = (parts.value, qualifier_of(parts, register.qualifiers), parts.unit, parts.tail)
    assert said == (Decimal(value), qualifier, unit, tail)


@pytest.mark.parametrize("written", ["", "很多份", "份15000", "近"])
def test_no_quantities(register: Register, written: str) -> None:
    assert parse(written, register.qualifiers) is None


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        ("projects.outside-investment", "nearly CNY 30 million"),
        ("projects.grants", "CNY 2.3 million"),
        ("commissioners.problems-solved", "more than 50"),
        ("leading-enterprises.raw-material-land", "300,000 mu"),
        ("leading-enterprises.funds-secured", "more than CNY 980"),
        ("projects.applicants", "nearly 20"),
        ("projects.time-spent", "nearly half a year"),
        ("technology-to-the-countryside.seedlings", "300,000 unit not stated in the source"),
    ],
)
def test_quantities_in_english(register: Register, figure: str, words: str) -> None:
    one = register.figures[figure].figure
    assert english(one, register.units[one.unit], register.qualifiers[one.qualifier]) == words
