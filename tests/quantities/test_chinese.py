"""The grammar of Chinese numerals: tables of cases, running prose, and what holds for any text."""

from __future__ import annotations

import decimal
import functools
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from macros.quantities.chinese.reader import read_chinese
from macros.quantities.expression import Qualifier, Sense
from macros.quantities.reading import reading_of
from macros.records.units import UnitTable
from tests.groups import in_groups
from tests.night import some
from tests.quantities.marked import HERE, facts, table, unmarked, value_of
from tests.quantities.work import steps

CASES = table("chinese.tsv")
PLAIN = [line for line in (HERE / "plain-words.txt").read_text("utf-8").splitlines() if line and line[0] != "#"]
UNITS = UnitTable.with_own(()).words


def test_there_are_cases_enough() -> None:
    assert len(CASES) > 300
    assert {case[2] for case in CASES} == {kind.value for kind in Sense}
    assert {case[4] for case in CASES if case[4]} == {qualifier.value for qualifier in Qualifier}


@in_groups(CASES)
def test_an_expression_is_read_whole(case: list[str]) -> None:
    words, sentence, kind, value, qualifier, unit, negated = case
    found = [one for one in read_chinese(sentence, UNITS) if one.text == words]
    assert [(one.kind.value, value_of(one), one.qualifier.value, one.unit, one.negated) for one in found] == [
        (kind, value, qualifier or "exact", unit, negated)
    ] * max(len(found), 1)


@pytest.mark.parametrize("sentence", PLAIN)
def test_plain_words_are_no_numerals(sentence: str) -> None:
    assert read_chinese(sentence, UNITS) == ()


@pytest.mark.parametrize(
    ("sentence", "bases"),
    [
        ("发病率为每10万人156.3例", {"156.3例": "每10万人"}),
        ("每千人口执业医师2.1人", {"2.1人": "每千人口"}),
        ("每万人12.6件", {"12.6件": "每万人"}),
        ("每万人口发明专利拥有量达12.6件，增长5.2%", {"12.6件": "每万人口", "5.2%": ""}),
        ("每千人口床位6.2张、医师2.1人", {"6.2张": "每千人口", "2.1人": "每千人口"}),
        ("按每万人3个的标准建设15个站点", {"3个": "每万人", "15个": ""}),
        ("每3个项目配备1名专员", {"1名": "每3个"}),
        ("医师2.1人每千人口", {"2.1人": "每千人口"}),
        ("每半年至少1次", {"至少1次": "每半年"}),
        ("万元GDP能耗0.45吨标准煤", {"0.45吨标准煤": "万元"}),
        ("死亡率为每百万工时0.3人", {"0.3人": "每百万"}),
        ("每10万孕产妇死亡8.6人", {"8.6人": "每10万"}),
        ("共12.6件，每万人计", {"12.6件": ""}),
        ("12.6件/万人", {"12.6件/万人": ""}),
        ("《每万人3件》工作方案", {}),
        ("每千人口拥有3岁以下婴幼儿托位数4.2个", {"3岁以下": "", "4.2个": "每千人口"}),
    ],
)
def test_a_rate_keeps_what_it_is_counted_by(sentence: str, bases: dict[str, str]) -> None:
    found = [one for one in read_chinese(sentence, UNITS) if one.is_quantity]
    assert {one.text: one.per for one in found} == bases
    per = next((reading_of(one).get("per", "") for one in found), "")
    assert per == next(iter(bases.values()), "")


PROSE = ("prose-1.txt", "prose-2.txt", "prose-3.txt")
SENTENCES = [line for line in (HERE / "sentences.txt").read_text("utf-8").splitlines() if line and line[0] != "#"]
MARKED = {name: (HERE / name).read_text("utf-8") for name in PROSE} | {line: line for line in SENTENCES}


@in_groups(MARKED.values())
def test_a_text_has_all_that_is_marked_and_nothing_else(marked: str) -> None:
    text, told = unmarked(marked)
    assert facts(read_chinese(text, UNITS)) == told


def test_the_prose_is_long_enough() -> None:
    texts = [unmarked(MARKED[name])[0] for name in PROSE]
    assert sum(map(len, texts)) > 6000


HAN = "零一二三四五六七八九"
FINANCIAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")


def in_han(number: int) -> str:
    """A whole number below 10^16 in Han characters."""
    if number < 10:
        return HAN[number]
    for scale, char in ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十")):
        if number >= scale:
            count, rest = divmod(number, scale)
            zero = "零" if rest and rest < scale // 10 else ""
            return f"{in_han(count)}{char}{zero}{in_han(rest) if rest else ''}"
    raise AssertionError(number)


def mixed(number: int) -> str:
    """A whole number in digits with the scales 亿 and 万: 3亿2000万."""
    hundred_million, rest = divmod(number, 10**8)
    ten_thousand, ones = divmod(rest, 10**4)
    if ones or not number:
        return str(number)
    return f"{f'{hundred_million}亿' if hundred_million else ''}{f'{ten_thousand}万' if ten_thousand else ''}"


WAYS: dict[str, Callable[[int], str]] = {
    "Han": in_han,
    "financial": lambda number: in_han(number).translate(FINANCIAL),
    "mixed": mixed,
    "grouped": lambda number: f"{number:,}",
    "grouped full-width": lambda number: f"{number:,}".translate(
        str.maketrans("0123456789,", "０１２３４５６７８９，")
    ),
    "digits": str,
}


@pytest.mark.parametrize("way", WAYS)
@given(number=st.integers(0, 10**16 - 1) | st.integers(0, 10**5) | st.integers(1, 9999).map(lambda n: n * 10**6))
@example(number=10)
@example(number=10**8 + 5)
def test_a_number_is_read_back(way: str, number: int) -> None:
    written = WAYS[way](number)
    if way in ("Han", "financial") and len(written) == 1:
        return
    (found,) = read_chinese(f"合计{written}元", UNITS)
    assert (found.text, found.values, found.unit) == (f"{written}元", (Decimal(number),), "元")


@given(number=st.decimals(0, 10**9, places=3), scale=st.sampled_from(["", "万", "亿", "万亿"]))
def test_decimals_are_exact_whatever_the_context(number: Decimal, scale: str) -> None:
    with decimal.localcontext(decimal.Context(prec=2)):
        (found,) = read_chinese(f"-{number:f}{scale}元", UNITS)
    factor = {"": 0, "万": 4, "亿": 8, "万亿": 12}[scale]
    assert found.values == (Decimal(f"-{number:f}E{factor}") if number else Decimal(0),)


CHARS = (
    "一二三十百千万亿半几数两零〇多余近约超过上不足以上至到—-:：/%‰.,，。、；（）()《》“” \n0123456789"
    "第每翻成分之个家元年月日时点倍番号级期"
)
WORDS = "百分之 个百分点 年代 世纪 COVID-19 5G http://a.cn/1 〔2019〕12号 一是 未 力争 将 计划".split()
PIECES = st.sampled_from([*CHARS, *WORDS])
ANY_TEXT = st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=60)


@given(text=ANY_TEXT)
@example(text="零" * 100)
@example(text="三点五分之一")
@example(text="1" * 5000 + "万")
def test_any_text_is_read_in_order_without_overlaps(text: str) -> None:
    end = 0
    for one in read_chinese(text, UNITS):
        assert one.start >= end and one.text and text[one.start : one.end] == one.text
        assert bool(one.values) == (one.is_quantity or one.kind is Sense.PER)
        assert one.values or one.named
        end = one.end


@given(text=ANY_TEXT, before=st.text(alphabet="甲乙丙丁。\n", max_size=5))
def test_a_line_is_read_alike_wherever_it_stands(text: str, before: str) -> None:
    line = text.replace("\n", "")
    alone = [(one.start, one.text, one.kind, one.values) for one in read_chinese(line, UNITS)]
    lead = f"{before}\n"
    there = [(one.start - len(lead), one.text, one.kind, one.values) for one in read_chinese(lead + line, UNITS)]
    assert there == alone


HOSTILE = {
    "digits": "1",
    "scales": "万",
    "bare tens": "十",
    "lists": "1、",
    "Han lists": "一、",
    "ranges": "1-",
    "ratios": "1:",
    "groups": "1,234,",
    "sums": "1+",
    "brackets": "（1",
    "quotes": "“一",
    "titles": "《1",
    "letters": "a1-",
    "dots": "1.",
    "dotted parts": "；1.1",
    "hedges": "未1个",
    "fractions": "百分之",
    "vague": "几十",
    "years": "2021年至",
    "dates": "1月1日、",
    "blanks": "1 ",
    "doubts": "近约超",
    "slashes": "1/",
    "half": "半",
    "ordinals": "第一、",
    "e-mail": "a.b@",
    "addresses": "http://1",
}


@pytest.mark.parametrize("piece", some(HOSTILE.values(), 3), ids=HOSTILE)
def test_the_work_grows_with_the_text_and_no_faster(piece: str) -> None:
    short, long = (steps(functools.partial(read_chinese, piece * count, UNITS)) for count in (250, 1000))
    assert long < 4 * short * 1.3 + 2000
