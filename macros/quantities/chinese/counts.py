"""Chinese counts and measures: by themselves, in a range, or several that share a unit, with what qualifies them."""

from __future__ import annotations

import re
from dataclasses import replace

from macros.quantities.chinese.apart import apart_by_measure
from macros.quantities.chinese.numbers import DIGIT_VALUES, sharing_scale
from macros.quantities.chinese.operands import Operand, number_written, operand_at, with_minus
from macros.quantities.chinese.passage import GAP, HAN_WORD, Passage, Read, expression_in, taken_as, word_until
from macros.quantities.chinese.qualifiers import Bounds, qualified_before, qualified_behind, together_zh
from macros.quantities.chinese.units import SIGNS_OF_MONEY, UnitFound, counts_after_digit
from macros.quantities.expression import Expression, Sense

TO_NUMBER = re.compile(
    rf"{GAP}(?:至|到|—{{1,2}}|–{{1,2}}|-{{1,2}}|~{{1,2}}|―|−|‒|…{{1,2}}){GAP}(?P<sign>负|-|−)?(?=[0-9{''.join(DIGIT_VALUES)}两十百千半])"
)
LIST_SIGN = re.compile(f"{GAP}(?:、|和|与|及|以及|或){GAP}(?:[约近超逾])?(?=[0-9一二两三四五六七八九十])")
MINUS_BEFORE = re.compile(r"(?:(?<![担自肩抱欺胜辜背减正])负|零下|(?<![0-9A-Za-z%‰）)])[-−]|(?<![0-9A-Za-z%‰])[+±])\Z")
AND_UP = re.compile(
    f"{GAP}(?:[（(]含[^（()）]{{0,8}}[）)])?以上{GAP}[、至到]?(?:不超过)?{GAP}(?=[0-9{''.join(DIGIT_VALUES)}两十百千])"
)
AND_DOWN = re.compile(f"{GAP}(?:[（(]不?含[^（()）]{{0,8}}[）)])?以下")
LONGEST_SHARING = 12
"""Numbers that may share one unit."""
UNIT_LABEL = re.compile(r"(?:单位[：:为]?|[（(]|计量单位[：:]?)[ ]?\Z")
OUTPUT_BASIS = re.compile(
    "(?:的)?(?:规模以上|规上|全部)?(?:GDP|gdp|地区生产总值|生产总值|国内生产总值|产值|工业增加值|增加值|产出|能耗)(?:能耗|用水量|综合能耗|电耗|水耗|用水|二氧化碳|碳排放)?"
)
PEOPLE_BASIS = re.compile(
    "(?:均)?(?:拥有)?(?:医疗机构|医院|养老|托位|床位|病床|执业|医师|医生|注册护士|全科|(?:高价值)?发明专利)"
)
"""What a rate of so many people is of: 千人床位数, 万人发明专利拥有量."""
WHOLE_UNITS = frozenset(
    "家 名 人 户 个 场 件 元 亩 吨 份 人次 公里 立方米 平方米 千瓦 千瓦时 美元 项 "
    "册 头 只 台 辆 套 万 位 斤 公斤 株 棵 度 次 公顷 米".split()
)
"""Units that a scale by itself counts: 百名专家, 亿元企业; of 百年 and 万里 only with a qualifier."""
STATED_AS_ZERO = re.compile(r"(?:为|等于|降至|降为|降到|保持|是)\Z")
ENDS_NUMBER = re.compile("[，。；、：！？）)》”]|$")
SCALES_WRITTEN = "十百千万亿"
GREAT = re.compile(f"大(?=[{HAN_WORD}])(?![于多家小批量概约])")
OF_A_LEVEL = re.compile("级(?!别|以上|联动)")


def read_quantity(passage: Passage, at: int, floor: int) -> Read | None:
    """The quantity that begins here; what is no number is taken whole, as a name or a plain word."""
    operand = operand_at(passage, at)
    if operand is None:
        return no_number(passage, at)
    if several := sharing_unit(passage, operand, floor):
        return several
    return (
        from_up_to(passage, operand, floor)
        or one_range(passage, operand, floor)
        or one_quantity(passage, operand, floor)
    )


def no_number(passage: Passage, at: int) -> Read | None:
    """Numeral characters that make no number: two or more together are a name (一二九), one is a plain word."""
    written = number_written(passage, at)
    if not written:
        return None
    end = at + len(written)
    return taken_as(passage, at, end, Sense.NAME, written) if len(written) > 1 else word_until(end)


def one_quantity(passage: Passage, operand: Operand, floor: int) -> Read:
    """A single quantity, or a range in itself (五六十人)."""
    start, negative = signed(passage, operand.start, floor)
    before = qualified_before(passage, start, floor, operand.number_end, operand.bare_scale)
    behind = qualified_behind(passage, operand.end)
    if basis := basis_of_rate(passage, operand, before, behind) or of_a_level(passage, operand):
        return basis
    if start == operand.start and not counts(passage, operand, before, behind):
        return word_until(rejected_until(operand))
    made = as_expression_of(passage, operand, before, behind, negative)
    return Read((made,), made.end)


def rejected_until(operand: Operand) -> int:
    """Where reading goes on behind a numeral that counts nothing: right behind it."""
    return operand.number_end


def signed(passage: Passage, start: int, floor: int) -> tuple[int, bool]:
    """Where a quantity begins with its sign, and whether that is a minus."""
    window = passage.before(start, floor, 3)
    found = MINUS_BEFORE.search(window)
    return (start - len(found[0]), found[0] not in ("+", "±")) if found else (start, False)


def as_expression_of(passage: Passage, operand: Operand, before: Bounds, behind: Bounds, negative: bool) -> Expression:
    """The expression of one quantity."""
    start, unit = before.at, operand.unit
    if money := SIGNS_OF_MONEY.search(passage.before(before.at, 0, 5)):
        start -= len(money[0])
        unit = unit or money[0].strip()
    kind = Sense.RANGE if operand.low < operand.high and operand.kind is not Sense.COUNT else operand.kind
    apart = apart_by_measure(passage, before.at, behind.at, kind)
    qualifier = together_zh((*apart, *before.qualifiers, *operand.qualifiers, *behind.qualifiers))
    low, high = operand.low, operand.high
    if low < high:
        kind, unit = (
            Sense.RANGE,
            unit or {Sense.PERCENT: "%", Sense.PERMILLE: "‰"}.get(operand.kind, ""),
        )
        return expression_in(passage, start, behind.at, kind, (low, high), unit, qualifier)
    value = with_minus(low, negative)
    return expression_in(passage, start, behind.at, operand.kind, (value,), unit, qualifier)


def counts(passage: Passage, operand: Operand, before: Bounds, behind: Bounds) -> bool:
    """Whether a numeral says how many. In digits it always does; in Han it needs a unit, a qualifier, or a scale."""
    if operand.in_digits or operand.kind is not Sense.COUNT or operand.low % 1:
        return True
    if (
        UNIT_LABEL.search(passage.before(operand.start, 0, 6))
        and operand.bare_scale
        and ENDS_NUMBER.match(passage.plain, operand.end)
    ):
        return False
    qualified = bool(before.qualifiers or operand.qualifiers or behind.qualifiers)
    if operand.bare_scale and operand.written != "十":
        return qualified or operand.unit in WHOLE_UNITS
    if len(operand.written) > 1:
        scaled = any(char in SCALES_WRITTEN for char in operand.written)
        return operand.low == operand.high or scaled or bool(operand.unit) or qualified
    if operand.written == "零":
        return (
            STATED_AS_ZERO.search(passage.before(operand.start, 0, 3)) is not None
            and ENDS_NUMBER.match(passage.plain, operand.end) is not None
        )
    if not operand.unit:
        return (operand.written == "十" and qualified) or is_great(passage, operand)
    unit = UnitFound(operand.unit, operand.unit_end)
    return counts_after_digit(passage, operand.written, operand.start, unit)


def is_great(passage: Passage, operand: Operand) -> bool:
    """Whether it counts what 大 stands before: 四大行动. 一大批 says “many”."""
    return operand.written != "一" and GREAT.match(passage.plain, operand.end) is not None


def basis_of_rate(passage: Passage, operand: Operand, before: Bounds, behind: Bounds) -> Read | None:
    """万元GDP能耗, 千人床位数: the scale and its unit say what a rate is counted by."""
    if not operand.bare_scale or not operand.unit or before.qualifiers or behind.qualifiers:
        return None
    of_people = operand.unit in ("人", "人口") and operand.written[-1] in "千万"
    if not (PEOPLE_BASIS if of_people else OUTPUT_BASIS).match(passage.plain, operand.end):
        return None
    made = expression_in(passage, operand.start, operand.end, Sense.PER, (operand.low,), operand.unit)
    return Read((made,), operand.end)


def of_a_level(passage: Passage, operand: Operand) -> Read | None:
    """百万吨级, 千亿级: how large things of a class are, which is part of a name."""
    level = OF_A_LEVEL.match(passage.plain, operand.end)
    if level is None or not operand.bare_scale or operand.written == "十":
        return None
    return taken_as(passage, operand.start, level.end(), Sense.NAME, passage.text[operand.start : level.end()])


def one_range(passage: Passage, low: Operand, floor: int) -> Read | None:
    """15至20家, 30—50万元, 5%—10%: two numbers that a sign of a range joins, the first smaller than the second."""
    sign = TO_NUMBER.match(passage.plain, low.end)
    high = operand_at(passage, sign.end()) if sign else None
    if sign is None or high is None or (low.has_unit and (low.kind, low.unit) != (high.kind, high.unit)):
        return None
    if (
        not low.has_unit
        and high.unit
        and not low.in_digits
        and not high.in_digits
        and len(low.written + high.written) == 2
        and high.unit in "级线"
    ):
        return None
    start, negative = signed(passage, low.start, floor)
    low_value, high_value = low.low, high.high
    if not low.has_unit:
        low_value = sharing_scale(low.written, high.written) or low_value
    low_value = with_minus(low_value, negative)
    high_value = with_minus(high_value, bool(sign["sign"]))
    if low_value >= high_value or not (low.in_digits or high.has_unit):
        return None
    before = qualified_before(passage, start, floor, high.number_end, low.bare_scale)
    behind = qualified_behind(passage, high.end)
    whole = replace(high, low=low_value, high=high_value, qualifiers=(*low.qualifiers, *high.qualifiers))
    made = as_expression_of(passage, whole, before, behind, False)
    return Read((made,), made.end)


def from_up_to(passage: Passage, low: Operand, floor: int) -> Read | None:
    """三年以上十年以下: a range that includes both its ends, as laws write it."""
    sign = AND_UP.match(passage.plain, low.end) if low.has_unit else None
    high = operand_at(passage, sign.end()) if sign else None
    down = AND_DOWN.match(passage.plain, high.end) if high else None
    if high is None or down is None or (low.kind, low.unit) != (high.kind, high.unit) or low.high >= high.low:
        return None
    before = qualified_before(passage, low.start, floor, high.number_end, low.bare_scale)
    whole = replace(high, start=low.start, low=low.low, qualifiers=(*low.qualifiers, *high.qualifiers))
    made = as_expression_of(passage, whole, before, Bounds(down.end()), False)
    return Read((made,), made.end)


def sharing_unit(passage: Passage, first: Operand, floor: int) -> Read | None:
    """0.9、5.9个百分点: several numbers of which only the last has the unit, which is then that of them all."""
    numbers, last = [first], first
    while not last.has_unit and len(numbers) < LONGEST_SHARING:
        sign = LIST_SIGN.match(passage.plain, last.end)
        following = operand_at(passage, sign.end()) if sign else None
        if following is None or following.in_digits != first.in_digits or following.written == "半":
            break
        last = following
        numbers.append(last)
    if len(numbers) < 2 or not last.has_unit or one_range(passage, last, last.start):
        return None
    if not all(number.in_digits or shares(passage, number, last) for number in numbers):
        return None
    made: list[Expression] = []
    for number in numbers:
        shared = replace(number, kind=last.kind, unit=last.unit, unit_end=number.end)
        if number is not last:
            scaled = sharing_scale(number.written, last.written) or number.low
            shared = replace(shared, low=scaled, high=max(scaled, number.high))
            made.append(part_of_list(passage, shared, made[-1].end if made else floor))
        else:
            made.extend(one_quantity(passage, last, made[-1].end).expressions)
    return Read(tuple(made), made[-1].end)


def shares(passage: Passage, number: Operand, last: Operand) -> bool:
    """Whether a Han number may share the unit of the last."""
    unit = UnitFound(last.unit, last.unit_end)
    return (
        len(number.written) > 1
        or last.kind is not Sense.COUNT
        or counts_after_digit(passage, number.written, number.start, unit)
    )


def part_of_list(passage: Passage, operand: Operand, floor: int) -> Expression:
    """One of several numbers that share a unit."""
    start, negative = signed(passage, operand.start, floor)
    before = qualified_before(passage, start, floor, operand.end, operand.bare_scale)
    return as_expression_of(passage, operand, before, Bounds(operand.end), negative)
