"""Whether an English text says the quantities of its Chinese one: a table of pairs, and what a person is told."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest

from macros.quantities.chinese.reader import read_chinese
from macros.quantities.english.printing import PrintedUnit, quantity_in_english
from macros.quantities.parity.disagreements import Disagreement, text_disagreements
from macros.quantities.parity.faults import Fault
from macros.quantities.parity.messages import how_to_fix, what_disagrees
from macros.quantities.parity.units import UnitWords
from macros.records.shipped import shipped_units
from macros.records.units import UnitTable
from macros.records.vocabulary import Unit
from tests.groups import in_groups
from tests.quantities.test_english import rows
from tests.quantities.work import steps


@dataclass(frozen=True)
class UnitOfABureau:
    """A unit that only a bureau's own vocabulary has."""

    written: tuple[str, ...]
    en: str
    one: str | None = None
    currency: str | None = None
    classifier: bool = False


NUMBER = re.compile(r"(?<![\d.,])\d[\d,]*(?![\d.,]*\d)")
OWN_UNITS = (UnitOfABureau(("石磅",), "kilograms", "kilogram"),)
EVERY_UNIT: tuple[UnitWords, ...] = (*shipped_units(), *OWN_UNITS)
UNITS = {word: one for one in reversed(EVERY_UNIT) for word in one.written}
WORDS = UnitTable.with_own(()).words | {word for unit in OWN_UNITS for word in unit.written}


def found_in(zh: str, en: str) -> tuple[Disagreement, ...]:
    return text_disagreements(zh, read_chinese(zh, WORDS), en, UNITS)


@in_groups(rows("parity.tsv", 3), spread=True)
def test_pairs(zh: str, en: str, expected: str) -> None:
    found = found_in(zh, en)
    assert ("refuse" if found else "ok") == expected, found


def test_a_wrong_digit_in_any_number_is_told() -> None:
    """Every number in digits of every English text that agrees is made larger in turn; none passes."""
    tried, passed = 0, []
    for zh, en, expected in rows("parity.tsv", 3):
        for number in NUMBER.finditer(en) if expected == "ok" else ():
            wrong = f"{en[: number.start()]}{int(number[0].replace(',', '')) + 1}{en[number.end() :]}"
            tried += 1
            if not found_in(zh, wrong):
                passed.append(wrong)
    assert (tried > 150, passed) == (True, [])


@pytest.mark.parametrize(
    ("zh", "en", "fault", "wrong", "fix"),
    [
        ("发放15000份", "handed out", Fault.NOT_IN_ENGLISH, "lacks “15000份”", "Put “15000份” into the English."),
        (
            "发放",
            "handed out 15,000",
            Fault.NOT_IN_CHINESE,
            "“15,000”, which the Chinese does not",
            "Take “15,000” out",
        ),
        (
            "发放15000份",
            "handed out 1,600",
            Fault.VALUE,
            "“15000份” and the English “1,600”: they differ",
            "Change “1,600”",
        ),
        ("发放15000份", "handed out 1,500", Fault.SCALE, "the number of noughts differs", "Change “1,500”"),
        ("投入近3000万元", "over CNY 30 million", Fault.QUALIFIER, "has “nearly”", "Change “over CNY 30 million”"),
        ("资助230万元", "USD 2.3 million", Fault.CURRENCY, "the currencies differ", "Change “USD 2.3 million”"),
        ("3年", "3 months", Fault.UNIT, "the units differ", "Change “3 months”"),
        ("向14个镇派出", "14 commissioners", Fault.COUNTED, "count different things", "Change “14”"),
        ("增长15%", "fell by 15%", Fault.DIRECTION, "one says a rise and the other a fall", "Change “15%”"),
        ("同比-2.3%", "2.3%", Fault.SIGN, "one is negative", "Change “2.3%”"),
        (
            "提高15个百分点",
            "a 15-fold rise",
            Fault.KIND,
            "percentage points; the English “15-fold” is a multiple",
            "Change",
        ),
        ("未完成15个", "finished 15", Fault.NEGATION, "“15” is not denied", "Change “15”"),
        ("完成15个", "did not finish 15", Fault.NEGATION, "says “not” about “15”", "Change “15”"),
        ("不予公开3件", "3 were granted", Fault.NEGATION, "leaves out the “不予”", "what “不予” says (not)"),
        ("将投入近3000万元", "nearly CNY 30 million was invested", Fault.NEGATION, "the “将” that", "says (will, is"),
        (
            "力争新增20家",
            "20 were added",
            Fault.NEGATION,
            "“力争” that the Chinese says of “20家”",
            "(aims to, strives",
        ),
        ("5项尚待验收", "5 were accepted", Fault.NEGATION, "leaves out the “尚待”", "what “尚待” says (not, yet to)"),
        ("每月1次", "once a year", Fault.UNIT, "lacks “每月”", "Put “每月”"),
        ("盈利2万元", "a loss of CNY 20,000", Fault.OPPOSITE, "“盈利” and the English “loss”", "Change “loss”"),
        ("出口2万元", "imports of CNY 20,000", Fault.OPPOSITE, "what is said of them is opposite", "Change “imports”"),
        ("去年2家", "2 this year", Fault.VALUE, "“去年” and the English “this year”", "Change “this year”"),
        ("降至5天", "cut by 5 days", Fault.REACHED, "by how much it changed, the other to how", "Change “5 days”"),
        ("已培训5人", "5 people will be trained", Fault.HOPED, "the other that it is to come", "Change “5”"),
        ("2021年5项，2022年8项", "5 in 2022 and 8 in 2021", Fault.ORDER, "another order", "Keep to the order"),
        ("A占12%，B占15%", "A has 15%, B 12%", Fault.ORDER, "another order", "Keep to the order"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_a_person_is_told(zh: str, en: str, fault: Fault, wrong: str, fix: str) -> None:
    first = found_in(zh, en)[0]
    assert first.fault is fault
    assert wrong in what_disagrees(first).en and fix in how_to_fix(first).en
    for said in (what_disagrees(first), how_to_fix(first)):
        assert said.zh.endswith("。") and said.en.endswith(".")


def test_a_unit_of_the_bureau_is_known() -> None:
    assert found_in("收获50石磅", "50 kilograms were harvested") == ()
    assert [one.fault for one in found_in("收获50石磅", "50 tonnes were harvested")] == [Fault.UNIT]


@pytest.mark.night
def test_the_work_of_comparing_very_many_numbers_grows_with_them_and_no_faster() -> None:
    def compared(numbers: int) -> int:
        zh = "、".join(f"{number}个" for number in range(3, numbers))
        en = ", ".join(str(number) for number in range(2, numbers - 1))
        return steps(lambda: found_in(zh, en))

    short, long = compared(1100), compared(2200)
    assert long < 2 * short * 1.3


NO_COUNT_OF_THREE = {"角", "月", "季度", "世纪", "折", "旬", "件/万人"}
"""共3月 is a date, 3折 a price cut to three tenths; ten-day periods and per 10,000 have numerals."""


@in_groups(shipped_units())
def test_each_unit_printed_in_english_agrees_with_its_chinese(unit: Unit) -> None:
    """Every shipped unit, in every way of writing it: what is printed says the same; another unit does not."""
    nouns = ("", "") if unit.classifier else (unit.en, unit.one or "")
    for written in (word for word in unit.written if word not in NO_COUNT_OF_THREE):
        zh = f"共3{written}"
        (quantity,) = read_chinese(zh, WORDS)
        printed = str(quantity_in_english(quantity, PrintedUnit(*nouns, unit.currency or "")))
        assert text_disagreements(zh, (quantity,), f"It was {printed} in all.", UNITS) == ()
        other = "3 minutes" if "hour" in unit.en else "3 hours"
        assert text_disagreements(zh, (quantity,), f"It was {other} in all.", UNITS)
