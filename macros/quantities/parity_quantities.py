"""Quantities of either language in one form, and whether two of them say the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from macros.quantities.expression import Direction, Expression, Kind, Qualifier
from macros.quantities.parity_units import (
    TIME_NAMES,
    TIMES_IN_CHINESE,
    YEARS_OF_AGE,
    UnitWords,
    class_of,
    is_currency,
    unit_in_chinese,
)


class Fault(StrEnum):
    """In what the English differs from the Chinese."""

    NOT_IN_ENGLISH = "not in English"
    NOT_IN_CHINESE = "not in Chinese"
    VALUE = "value"
    SCALE = "scale"
    ORDER = "order"
    KIND = "kind"
    UNIT = "unit"
    CURRENCY = "currency"
    COUNTED = "counted"
    QUALIFIER = "qualifier"
    SIGN = "sign"
    DIRECTION = "direction"
    NEGATION = "negation"


class Sort(StrEnum):
    """Kinds that may say the same: half, 50% and 0.5 are all a share."""

    COUNT = "count"
    SHARE = "share"
    POINTS = "points"
    MULTIPLE = "multiple"
    RATIO = "ratio"
    RANK = "rank"


HALF_OF_ONE = (Fraction(1, 2),)
ONE_OF_IT = (Fraction(1),)
NONE_OF_IT = (Fraction(0),)
SHARES = {Kind.PERCENT: 100, Kind.PERMILLE: 1000}
SIGNED_UNITS = {"%": 100, "％": 100, "percent": 100, "‰": 1000}
NEGATIVE = frozenset("未 没有 没 不 无 没能 尚无".split())
"""Hedges of the Chinese that deny; the others (将, 力争) put it into the future."""
BY_HAND = re.compile(r"[0-9０-９]")
VERBS_OF_MULTIPLES = re.compile(r"doubl|tripl|trebl|quadrupl|quintupl|\bfold|fold\b")
NOT_CONFLICTING = frozenset(
    map(
        frozenset[str],
        (
            ("copy", "set"), ("organisation", "base"), ("organisation", "household"), ("project", "technique"),
            ("project", "measure"), ("project", "patent"), ("visit", "time"), ("project", "base"), ("copy", "patent"),
            ("technique", "patent"), ("project", "problem"), ("technique", "problem"), ("base", "place"),
            ("measure", "technique"), ("organisation", "project"),
        ),
    )
)  # fmt: skip
"""Classes of things counted that translators may put for each other."""


@dataclass(frozen=True, slots=True)
class Said:
    """A quantity as it is compared: shares are fractions of 1, units and currencies have one name in both languages."""

    sort: Sort
    values: tuple[Fraction, ...]
    unit: str
    sign: int
    source: Expression
    is_range: bool = False
    optional: bool = False
    """Whether the other language may do without it: a 一 that English says with “a”, a “no” that Chinese says as 无."""

    @property
    def qualifier(self) -> Qualifier:
        """How exact it is."""
        return self.source.qualifier


def said(expressions: Sequence[Expression], units: Sequence[UnitWords], chinese: bool) -> list[Said]:
    """The quantities of a text, in order; several values that share a unit are one quantity each."""
    found: list[Said] = []
    for expression in expressions:
        if expression.is_quantity:
            found += [in_one_form(one, units, chinese) for one in each_value(expression)]
    return found


def each_value(expression: Expression) -> Iterator[Expression]:
    """An expression for each of several values that share a unit (0.9、5.9个百分点)."""
    together = expression.kind in (Kind.RANGE, Kind.RATIO, Kind.FRACTION)
    if together or len(expression.values) < 2:
        yield expression
        return
    for value in expression.values:
        yield replace(expression, values=(value,))


def in_one_form(expression: Expression, units: Sequence[UnitWords], chinese: bool) -> Said:
    """One quantity in the form that is compared."""
    unit = unit_in_chinese(expression.unit, units) if chinese else expression.unit
    values = tuple(Fraction(value) for value in expression.values)
    sort, values, unit = sort_of(expression, values, unit)
    negative = bool(values) and values[0] < 0
    return Said(
        sort,
        tuple(abs(value) for value in values) if negative else values,
        unit,
        -1 if negative else 1,
        expression,
        expression.kind is Kind.RANGE,
        optional_in_chinese(expression, values) if chinese else optional_in_english(expression, values, unit),
    )


def sort_of(expression: Expression, values: tuple[Fraction, ...], unit: str) -> tuple[Sort, tuple[Fraction, ...], str]:
    """The sort of a quantity, with its values and unit in that sort."""
    kind = expression.kind
    parts = SHARES.get(kind) or SIGNED_UNITS.get(expression.unit)
    if parts:
        return Sort.SHARE, tuple(value / parts for value in values), ""
    if kind is Kind.FRACTION:
        whole = values[0] / values[1] if len(values) == 2 and values[1] else values[0]
        return Sort.SHARE, (whole,), ""
    if kind is Kind.POINTS or "百分点" in expression.unit or expression.unit == "percentage points":
        return Sort.POINTS, values, ""
    if kind is Kind.MULTIPLE or expression.unit in ("倍", "times"):
        return Sort.MULTIPLE, values, ""
    if kind is Kind.RATIO:
        return Sort.RATIO, values, ""
    if kind is Kind.RANK:
        return Sort.RANK, values, ""
    if values == HALF_OF_ONE and not expression.unit:
        return Sort.SHARE, values, ""
    return Sort.COUNT, values, unit


def optional_in_chinese(expression: Expression, values: tuple[Fraction, ...]) -> bool:
    """Whether a Chinese quantity needs no numeral in English: one of something, in Han characters."""
    return (
        values == ONE_OF_IT
        and expression.kind is Kind.COUNT
        and expression.qualifier is Qualifier.EXACT
        and not BY_HAND.search(expression.text)
    )


def optional_in_english(expression: Expression, values: tuple[Fraction, ...], unit: str) -> bool:
    """Whether an English quantity needs no numeral in Chinese: “one” of something, “no” and “none”."""
    word = expression.text.lower()
    return (word in ("no", "none") and values == NONE_OF_IT) or (
        word == "one" and not unit and expression.kind is Kind.COUNT
    )


def faults(zh: Said, en: Said) -> Iterator[Fault]:
    """In what two quantities differ, what weighs most first."""
    if not same_values(zh, en):
        yield Fault.SCALE if scaled_only(zh, en) else Fault.VALUE
    if not same_sort(zh, en):
        yield Fault.KIND
    yield from unit_faults(zh, en)
    if zh.sign != en.sign and not says_fall(zh, en):
        yield Fault.SIGN
    if not same_qualifier(zh, en):
        yield Fault.QUALIFIER
    if opposite(zh, en):
        yield Fault.DIRECTION
    if (zh.source.negated in NEGATIVE) != bool(en.source.negated) and 0 not in (*zh.values, *en.values):
        yield Fault.NEGATION


def same_values(zh: Said, en: Said) -> bool:
    """Whether two quantities are as large; 增长一倍 is “doubled”."""
    if zh.values == en.values:
        return True
    rises = zh.sort is en.sort is Sort.MULTIPLE and VERBS_OF_MULTIPLES.search(en.source.text) is not None
    return rises and zh.values == (en.values[0] - 1,) and zh.source.direction is Direction.UP


def scaled_only(zh: Said, en: Said) -> bool:
    """Whether two quantities differ by noughts only."""
    if len(zh.values) != len(en.values) or not (zh.values and zh.values[0] and en.values[0]):
        return False
    times = en.values[0] / zh.values[0]
    large = times if times > 1 else 1 / times
    power = large.denominator == 1 and str(large.numerator).strip("0") == "1"
    return power and all(ours * times == theirs for ours, theirs in zip(zh.values, en.values, strict=True))


def same_sort(zh: Said, en: Said) -> bool:
    """Whether two quantities are of one sort, or of sorts that say the same."""
    if zh.is_range != en.is_range:
        return False
    if zh.sort is en.sort:
        return True
    sorts = {zh.sort, en.sort}
    if sorts == {Sort.SHARE, Sort.MULTIPLE}:
        return zh.values == HALF_OF_ONE
    return zh.sort is Sort.COUNT and en.sort is Sort.MULTIPLE and counts_occasions(zh)


def counts_occasions(zh: Said) -> bool:
    """Whether English says “times” for what a Chinese quantity counts (次, 人次)."""
    return zh.source.unit in TIMES_IN_CHINESE or zh.unit == "person-time"


def unit_faults(zh: Said, en: Said) -> Iterator[Fault]:
    """Whether two quantities differ in currency, unit, or in what they count."""
    if zh.sort is not en.sort or zh.sort is not Sort.COUNT:
        return
    if not same_unit(zh.unit, en.unit) and not may_be_left_out(zh, en):
        money = is_currency(zh.unit) or is_currency(en.unit)
        yield Fault.CURRENCY if money else Fault.UNIT
    elif conflict(class_of(zh.source), class_of(en.source)):
        yield Fault.COUNTED


def same_unit(zh: str, en: str) -> bool:
    """Whether two units are one; what a rate is of (kg/mu) may stand elsewhere in the other sentence (亩产600公斤)."""
    if "/" in zh and "/" in en:
        return zh == en
    return zh.partition("/")[0] == en.partition("/")[0]


def may_be_left_out(zh: Said, en: Said) -> bool:
    """Whether a unit that stands in one language only leaves the quantity what it is: person-times, an open unit."""
    if not en.unit:
        return zh.unit in ("person-time", "vehicle-time", "person-day")
    if en.unit == "year" and zh.source.unit in YEARS_OF_AGE:
        return True
    if zh.unit or is_currency(en.unit) or en.unit in TIME_NAMES:
        return False
    return not zh.source.unit


def conflict(zh: str, en: str) -> bool:
    """Whether two classes of things counted cannot mean the same."""
    return bool(zh and en and zh != en) and frozenset((zh, en)) not in NOT_CONFLICTING


def mark_of(quantity: Said) -> str:
    """What tells a quantity from others of its text: its sort, unit, or what it counts; empty if nothing does."""
    if quantity.sort is not Sort.COUNT:
        return quantity.sort
    return quantity.unit or class_of(quantity.source)


def told_apart(one: tuple[Said, Said], other: tuple[Said, Said]) -> bool:
    """Whether what they count shows that two pairs are rightly paired, in whatever order they stand."""
    for zh, en in (one, other):
        mark = mark_of(zh)
        apart = [mark_of(quantity) != mark for pair in (one, other) for quantity in pair if quantity not in (zh, en)]
        if mark and mark == mark_of(en) and all(apart):
            return True
    return False


def says_fall(zh: Said, en: Said) -> bool:
    """Whether the one that has no minus says in words that it fell: -2.3% is “down 2.3%”."""
    plain = en if zh.sign < 0 else zh
    return plain.source.direction is Direction.DOWN


def opposite(zh: Said, en: Said) -> bool:
    """Whether one language says that it rose by so much and the other that it fell."""
    ways = {way_of(zh), way_of(en)}
    return ways == {Direction.UP, Direction.DOWN}


def way_of(quantity: Said) -> Direction:
    """Which way a quantity says that something went; a minus says down."""
    return Direction.DOWN if quantity.sign < 0 else quantity.source.direction


def same_qualifier(zh: Said, en: Said) -> bool:
    """Whether two quantities are as exact; words that mean duration (within, over) may stand for none."""
    if zh.qualifier == en.qualifier or zh.qualifier is Qualifier.CONTRADICTORY:
        return True
    if zh.qualifier is not Qualifier.EXACT:
        return False
    word = en.source.text.lower()
    if en.qualifier is Qualifier.AT_MOST:
        return word.startswith("within ")
    return en.qualifier is Qualifier.OVER and word.startswith("over ") and zh.unit in TIME_NAMES


def agree(zh: Said, en: Said) -> bool:
    """Whether two quantities say the same."""
    return next(faults(zh, en), None) is None
