"""What counts as the same text."""

from __future__ import annotations

import pytest

from macros.search.folding import fold, in_plain_digits, numbers, numbers_written_out, units
from macros.search.stems import stem

SAME = [
    ("馳名商標", "驰名商标"),
    ("乾隆", "干隆"),
    ("１５，０００份", "15000份"),
    ("15,000", "15000"),
    ("“洪湖清水”牌", "洪湖清水牌"),
    ("科技 特派员", "科技特派员"),
    ("产、学、研", "产学研"),
    ("ＺＬ（Ｇ）ＮＦ", "zl(g)nf"),
    ("Café", "CAFE"),
    ("㎡", "m2"),
    ("5０％", "50%"),
    ("甲。\n乙", "甲乙"),
]
DIFFERENT = [("1.5", "15"), ("50%", "50"), ("twoway", "two-way"), ("驰名", "弛名"), ("后", "候")]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same(one: str, other: str) -> None:
    assert units(fold(one)) == units(fold(other)) != []


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_not_the_same(one: str, other: str) -> None:
    assert units(fold(one)) != units(fold(other))


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("1万份", "10000份"),
        ("近３０００万元", "近30000000元"),
        ("1.5萬", "15000"),
        ("2亿", "200000000"),
        ("1.2万亿", "1200000000000"),
        ("0.05万", "500"),
        ("0万", "0"),
        ("1.23456万", "12345.6"),
        ("CNY 30 million", "cny 30000000"),
        ("1,500 thousand", "1500000"),
        ("30 millions", "30 millions"),
        ("万亩", "万亩"),
        ("十万", "十万"),
        ("3千万", "30000000"),
        ("5百亿", "50000000000"),
        ("1亿2千万元", "120000000元"),
        ("1亿2000万", "120000000"),
        ("1.5亿", "150000000"),
        ("1亿、3万", "100000000 30000"),
        ("3千余人", "3000余人"),
        ("2千克", "2千克"),
        ("提高3百分点", "提高3百分点"),
    ],
)
def test_large_numbers_are_written_out(text: str, plain: str) -> None:
    assert numbers_written_out(fold(text)).strip() == plain


def test_written_out_in_plain_digits() -> None:
    assert [in_plain_digits(*one) for one in (("1.5", 4), ("30", 6), ("007", 4), ("1.25", 1))] == [
        *("15000", "30000000", "70000", "12.5")
    ]


def test_numbers_stand_by_themselves() -> None:
    assert numbers(numbers_written_out(fold("发放15,000份、1万份，增长2.5%"))) == {"15000", "10000", "2.5"}


def test_words_share_a_stem() -> None:
    assert stem("fishery") == stem("fisheries") != stem("fish")
