"""What real summaries say with a number: how each is shown in Chinese and in English, and exported."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from macros.exports.table import Row
from macros.exports.tables.figures import figure_row
from macros.records.collecting import collect
from macros.records.quantities import further_parts
from macros.records.vocabulary import FurtherLanguage
from macros.register.assembly import register_of
from macros.register.published import PublishedFigure
from macros.register.register import Register
from macros.text.languages import CHINESE, ENGLISH
from tests.pages import site_of
from tests.rules.bureau import bureau, figure, figures

CASES = {
    # sentence: the numeral meant, in Chinese (before, number, behind), in English, and kind, value, low, high, ratio
    "水稻总产占全部的63%": ("63%", "|63%|", "63%", "percent 63"),
    "生猪存栏同比-4.6%": ("-4.6%", "|-4.6%|", "-4.6%", "percent -4.6"),
    "抽检合格率99.5%以上": ("99.5%以上", "|99.5%|以上", "at least 99.5%", "percent 99.5"),
    "发病率为3.2‰": ("3.2‰", "|3.2‰|", "3.2 per mille", "permille 3.2"),
    "较上年提高0.8个百分点": ("0.8个百分点", "|0.8|个百分点", "0.8 percentage points", "points 0.8"),
    "两者之比为2.4:1": ("2.4:1", "|2.4:1|", "2.4:1", "ratio 2.4:1"),
    "三次产业结构为6.0:46.9:47.1": ("6.0:46.9:47.1", "|6.0:46.9:47.1|", "6.0:46.9:47.1", "ratio 6:46.9:47.1"),
    "在县区评比中列第9": ("第9", "第|9|", "9th", "rank 9"),
    "全市排名第十一位": ("第十一位", "第|十一|位", "11th", "rank 11"),
    "认证率不足三分之一": ("不足三分之一", "不足|三分之一|", "less than 1/3", "fraction 1/3"),
    "八成以上的农户参加": ("八成以上", "|八|成以上", "at least 8 in 10", "fraction 8/10"),
    "地块多为30至50亩": ("30至50亩", "|30至50|亩", "30–50 mu", "range 30 50"),
    "高标准农田3000—4000亩": ("3000—4000亩", "|3000—4000|亩", "3,000–4,000 mu", "range 3000 4000"),
    "增速为5%—8%": ("5%—8%", "|5%—8%|", "5–8%", "range 5 8"),
    "面积30万至50万亩": ("30万至50万亩", "|30万至50万|亩", "300,000–500,000 mu", "range 300000 500000"),
    "家庭农场七八家": ("七八家", "|七八|家", "7 or 8", "range 7 8"),
    "家庭农场三五家": ("三五家", "|三五|家", "3–5", "range 3 5"),
    "技术人员每万亩1.2人": ("1.2人", "每万亩|1.2|人", "1.2 people per 10,000 mu", "count 1.2"),
    "总数突破75家": ("突破75家", "突破|75|家", "more than 75", "count 75"),
    "获批资金1亿5千万元": ("1亿5千万元", "|1亿5千万|元", "CNY 150 million", "count 150000000"),
    "出栏3万6千头": ("3万6千头", "|3万6千|头", "36,000 animals", "count 36000"),
    "市级资金二千八百万元": ("二千八百万元", "|二千八百万|元", "CNY 28 million", "count 28000000"),
    "产量近20万吨": ("近20万吨", "近|20万|吨", "nearly 200,000 tonnes", "count 200000"),
    "服务约3000人次": ("约3000人次", "约|3000|人次", "about 3,000 person-times", "count 3000"),
    "培训班二十多期": ("二十多期", "|二十多|期", "more than 20", "count 20"),
    "受训1500余人（次）": ("1500余人（次）", "|1500余|人（次）", "more than 1,500 person-times", "count 1500"),
    "补助分别为3、5、8万元": ("3", "|3万|元", "CNY 30,000", "count 30000"),
    "分别增长3.1、2.5个百分点": ("3.1", "|3.1|个百分点", "3.1 percentage points", "points 3.1"),
    "分别占20、35%": ("20", "|20%|", "20%", "percent 20"),
    "净收入-3.2万元": ("-3.2万元", "|-3.2万|元", "CNY -32,000", "count -32000"),
    "最低气温零下5度": ("零下5度", "|零下5|度", "-5 degrees Celsius", "count -5"),
    "产值是上年的1.5倍": ("1.5倍", "|1.5|倍", "1.5 times", "multiple 1.5"),
}


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Register:
    folder: Path = tmp_path_factory.mktemp("constructions")
    made = [
        figure(sentence, f"numeral: '{numeral}'", ident=f"f{at}")
        for at, (sentence, (numeral, *_)) in enumerate(CASES.items())
    ]
    quote = next(iter(CASES))
    data = bureau(folder, [f"{sentence}。" for sentence in CASES], figures(*made, quote=quote))
    return register_of(collect(data)[0])


def of(register: Register, sentence: str) -> PublishedFigure:
    return register.figures[f"area.f{list(CASES).index(sentence)}"]


def cells(row: Row) -> str:
    """The cells that hold what the quantity is, numbers without noughts at their end."""
    found = [row[name] for name in ("kind", "value", "low", "high", "ratio") if row[name] is not None]
    return " ".join(f"{one.normalize():f}" if isinstance(one, Decimal) else str(one) for one in found)


@pytest.mark.parametrize("sentence", CASES)
def test_shown_and_exported(sentence: str, register: Register) -> None:
    numeral, chinese, english, exported = CASES[sentence]
    one, renderer = of(register, sentence), site_of(register).renderer
    shown = renderer.amount(one.figure, CHINESE)
    assert one.figure.written == numeral
    assert f"{shown.before}|{shown.number}|{shown.after}" == chinese
    assert " ".join(renderer.amount(one.figure, ENGLISH).parts()) == english
    assert cells(figure_row(one, lambda address: address)) == exported


JAPANESE = FurtherLanguage(
    name="日本語",
    tag="ja",
    locale="ja_JP",
    units={"mu": "ムー", "percentage-point": "ポイント", "multiple": "倍"},
    qualifiers={"under": "未満の", "at-least": "少なくとも"},
)
ELSEWHERE = {
    "水稻总产占全部的63%": "63%",
    "生猪存栏同比-4.6%": "-4.6%",
    "抽检合格率99.5%以上": "少なくとも 99.5%",
    "发病率为3.2‰": "3.2‰",
    "较上年提高0.8个百分点": "0.8 ポイント",
    "三次产业结构为6.0:46.9:47.1": "6:46.9:47.1",
    "认证率不足三分之一": "未満の 1/3",
    "地块多为30至50亩": "30–50 ムー",
    "增速为5%—8%": "5–8%",
    "产值是上年的1.5倍": "1.5 倍",
    # Where a word is lacking, and for ranks, the Chinese stands.
    "在县区评比中列第9": None,
    "产量近20万吨": None,
    "技术人员每万亩1.2人": None,
}


@pytest.mark.parametrize("sentence", ELSEWHERE)
def test_shown_in_a_language_of_data_alone(sentence: str, register: Register) -> None:
    figure = of(register, sentence).figure
    shown = further_parts(figure, register.units[figure.unit], JAPANESE)
    assert (" ".join(shown.parts()) if shown else None) == ELSEWHERE[sentence]
