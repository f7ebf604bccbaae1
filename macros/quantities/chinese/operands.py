"""A number with its unit, as it stands by itself or at either end of a range: 3000多万元, 3个半月, 15%, 0.9个百分点."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Context, Decimal

from macros.quantities.chinese.numbers import HAN_DECIMALS, NUMBER_ZH, spoken
from macros.quantities.chinese.passage import GAP, NUMERAL_CHARS, Passage
from macros.quantities.chinese.qualifiers import MORE_BEHIND_UNIT, qualified_inside
from macros.quantities.chinese.units import unit_at
from macros.quantities.expression import Qualifier, Sense

EXACTLY = Context(prec=400)
"""Digits enough that no sum of two numbers is rounded."""
HALF_OF_ONE = Decimal("0.5")
SIGNS = (
    (re.compile(f"{GAP}%"), Sense.PERCENT),
    (re.compile(f"{GAP}‰"), Sense.PERMILLE),
    (re.compile(f"{GAP}(?:(?:多|余)?个?(?:多|余)?百分点|pct|PCT)"), Sense.POINTS),
    (re.compile(f"{GAP}倍(?!数|率)"), Sense.MULTIPLE),
)
HALVED_COUNTED = re.compile(f"{GAP}个半(?=月|小时|世纪|学期|星期|钟头|百分点|工作日)")
MORE_COUNTED = re.compile(f"{GAP}个(?P<more>多|余|来)(?=月|小时|世纪|学期|星期|钟头|工作日|季度)")
HALF_BEHIND = re.compile("半(?![数径导成山夜价岛程年天日月封自])")
HALF_MEASURES = re.compile(
    r"半(?P<more>个多?)?(?=(?:年|天|日(?!制)|月(?!谈|刊|板)|小时|钟头|世纪|学期|星期|斤|公斤|亩|公里|里|吨|米|季度|工作日|百分点))"
)
MEASURED = frozenset(
    "年 天 日 月 个月 小时 个小时 分钟 周 星期 米 公里 千米 里 吨 斤 公斤 千克 亩 公顷 元 岁 周岁 世纪 季度 "
    "平方米 平方公里 立方米 厘米 度 升 克 倍 公分 美元 欧元 人民币 元人民币 年度 页 层 折 尺 寸 丈".split()
)
"""Units that may be followed by 多 or 半: 三年多, 三年半."""
ONE_DIGIT = "[0-9一二两三四五六七八九壹贰叁肆伍陆柒捌玖]"
SMALL_MONEY = re.compile(rf"(?:(?P<jiao>{ONE_DIGIT})角)?(?:零?(?P<fen>{ONE_DIGIT})分)?")


def with_minus(value: Decimal, negative: bool) -> Decimal:
    """The value, or what it is below zero; of nothing there is no less."""
    return value.copy_negate() if negative and value else value


@dataclass(frozen=True, slots=True)
class Operand:
    """A number, its unit and all that stands between and right behind them."""

    start: int
    end: int
    written: str
    low: Decimal
    high: Decimal
    kind: Sense = Sense.COUNT
    unit: str = ""
    unit_end: int = 0
    """Where the unit ends, without a half or 多 behind it."""
    qualifiers: tuple[Qualifier, ...] = ()

    @property
    def number_end(self) -> int:
        """Where the number ends, without its unit."""
        return self.start + len(self.written)

    @property
    def in_digits(self) -> bool:
        """Whether it is written in digits."""
        return self.written[:1].isdigit()

    @property
    def bare_scale(self) -> bool:
        """Whether it is a scale and nothing else: 百, 万, 百万."""
        return all(char in "十百千万亿" for char in self.written)

    @property
    def has_unit(self) -> bool:
        """Whether it says what it is measured in."""
        return self.kind is not Sense.COUNT or bool(self.unit)


def number_written(passage: Passage, at: int) -> str:
    """The number that begins here as it is written, Han decimals included; empty where none does."""
    found = NUMBER_ZH.match(passage.plain, at)
    if found is None:
        return ""
    decimals = HAN_DECIMALS.match(passage.plain, found.end())
    if decimals is None or found[0][0].isdigit() or not decimals_follow(passage, decimals.end(), len(found[0]) > 1):
        return found[0]
    end = decimals.end()
    scale = re.compile("[百千]?[万亿]+").match(passage.plain, end)
    return passage.plain[at : scale.end() if scale else end]


def decimals_follow(passage: Passage, end: int, long: bool) -> bool:
    """Whether what ends here may be the decimals of 三点五, and no time (三点五分) or idiom (两点一线)."""
    behind = passage.char(end)
    if behind in ("分", "刻", "是", "十"):
        return False
    return long or not behind or behind in "万亿百千%倍个，。；、）至到—-" or bool(unit_at(passage, end).word)


def operand_at(passage: Passage, at: int) -> Operand | None:
    """The number that begins here, with its unit; None where what stands here is no number."""
    if halved := HALF_MEASURES.match(passage.plain, at):
        return half_measure(passage, at, halved)
    written = number_written(passage, at)
    said = value_with_decimals(written) if written else None
    if said is None:
        return None
    operand = Operand(at, at + len(written), written, said[0], said[1], qualifiers=said[2])
    return with_sign(passage, operand) or with_counted(passage, operand) or with_unit(passage, operand)


def value_with_decimals(written: str) -> tuple[Decimal, Decimal, tuple[Qualifier, ...]] | None:
    """What a number says; a scale behind Han decimals (三点五亿) multiplies them."""
    _, point, tail = written.partition("点")
    scale = re.search("[百千万亿]+$", tail) if point else None
    if scale is None:
        said = spoken(written)
        return (said.low, said.high, said.qualifiers) if said else None
    said, factor = (
        spoken(written.removesuffix(scale[0])),
        spoken(f"一{scale[0]}" if scale[0][0] in "百千" else scale[0]),
    )
    if said is None or factor is None:
        return None
    value = EXACTLY.multiply(said.low, factor.low)
    return value, value, ()


def with_sign(passage: Passage, operand: Operand) -> Operand | None:
    """15%, 3‰, 0.9个百分点, 3倍, with 多 between or behind."""
    inside = qualified_inside(passage, operand.end)
    for at, qualifiers in ((operand.end, ()), (inside.at, inside.qualifiers)):
        for pattern, kind in SIGNS:
            found = pattern.match(passage.plain, at)
            if found is None:
                continue
            written = found[0].strip(" \u00a0\u2009\u202f\u3000")
            more = (Qualifier.OVER,) if "多" in written or "余" in written else ()
            unit = written.replace("多", "").replace("余", "") if kind in (Sense.POINTS, Sense.MULTIPLE) else ""
            made = replace(operand, kind=kind, unit=unit, end=found.end(), unit_end=found.end())
            made = replace(made, qualifiers=(*operand.qualifiers, *qualifiers, *more))
            return half_behind(passage, more_behind(passage, made))
    return None


def with_counted(passage: Passage, operand: Operand) -> Operand | None:
    """3个半月, 3个多月."""
    if halved := HALVED_COUNTED.match(passage.plain, operand.end):
        unit = unit_at(passage, halved.end())
        word = unit.word or passage.plain[halved.end()]
        end = unit.end if unit.word else halved.end() + 1
        low, high = EXACTLY.add(operand.low, HALF_OF_ONE), EXACTLY.add(operand.high, HALF_OF_ONE)
        return replace(operand, low=low, high=high, unit=word, end=end, unit_end=end)
    if counted := MORE_COUNTED.match(passage.plain, operand.end):
        unit = unit_at(passage, counted.end())
        word = f"个{unit.word or passage.plain[counted.end()]}"
        end = unit.end if unit.word else counted.end() + 1
        more = Qualifier.ABOUT if counted["more"] == "来" else Qualifier.OVER
        return replace(operand, unit=word, end=end, unit_end=end, qualifiers=(*operand.qualifiers, more))
    return None


def with_unit(passage: Passage, operand: Operand) -> Operand:
    """A number with the unit behind it, if there is one: 50多个, 三年半, 3元5角."""
    inside = qualified_inside(passage, operand.end)
    if inside.qualifiers:
        unit = unit_at(passage, inside.at)
        if unit.word or ends_here(passage, inside.at) or operand.in_digits or operand.written[-1] in "十百千万亿":
            qualifiers = (*operand.qualifiers, *inside.qualifiers)
            return replace(operand, unit=unit.word, end=unit.end, unit_end=unit.end, qualifiers=qualifiers)
    unit = unit_at(passage, operand.end)
    made = replace(operand, unit=unit.word, end=unit.end, unit_end=unit.end)
    if not unit.word:
        return made
    return half_behind(passage, more_behind(passage, small_money(passage, made)))


def ends_here(passage: Passage, at: int) -> bool:
    """Whether no word goes on here."""
    return not passage.char(at) or passage.char(at) in "，。；、）)！？\n "


def small_money(passage: Passage, operand: Operand) -> Operand:
    """3元5角 is 3.5元."""
    found = SMALL_MONEY.match(passage.plain, operand.end)
    if found is None or not found[0] or operand.unit not in ("元", "圆"):
        return operand
    value = operand.low
    for digit, size in ((found["jiao"], "0.1"), (found["fen"], "0.01")):
        said = spoken(digit) if digit else None
        value = EXACTLY.add(value, EXACTLY.multiply(said.low, Decimal(size))) if said else value
    return replace(operand, low=value, high=value, end=found.end(), unit_end=found.end())


def more_behind(passage: Passage, operand: Operand) -> Operand:
    """三年多: more than three years."""
    found = MORE_BEHIND_UNIT.match(passage.plain, operand.end)
    if found is None or (operand.kind is Sense.COUNT and operand.unit not in MEASURED):
        return operand
    return replace(operand, end=found.end(), qualifiers=(*operand.qualifiers, Qualifier.OVER))


def half_behind(passage: Passage, operand: Operand) -> Operand:
    """三年半: three and a half."""
    found = HALF_BEHIND.match(passage.plain, operand.end)
    if found is None or (operand.kind is Sense.COUNT and operand.unit not in MEASURED) or operand.kind is Sense.PERCENT:
        return operand
    low, high = EXACTLY.add(operand.low, HALF_OF_ONE), EXACTLY.add(operand.high, HALF_OF_ONE)
    return more_behind(passage, replace(operand, low=low, high=high, end=found.end()))


def half_measure(passage: Passage, at: int, halved: re.Match[str]) -> Operand | None:
    """半年, 半个月, 半小时; with 多: 半个多月."""
    unit = unit_at(passage, halved.end())
    if not unit.word or (at and passage.char(at - 1) in f"上下前后夜{NUMERAL_CHARS}"):
        return None
    more = (Qualifier.OVER,) if halved["more"] == "个多" else ()
    kind = Sense.POINTS if unit.word == "百分点" else Sense.COUNT
    word = f"个{unit.word}" if kind is Sense.POINTS else unit.word
    made = Operand(at, unit.end, "半", HALF_OF_ONE, HALF_OF_ONE, kind, word, unit.end, more)
    return more_behind(passage, made)
