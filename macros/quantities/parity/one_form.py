"""Quantities and rates of either language in the one form in which they are compared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from macros.quantities.expression import Expression, Qualifier, Sense
from macros.quantities.parity.units import UnitWords, unit_in_chinese


class Sort(StrEnum):
    """Kinds that may say the same: half, 50% and 0.5 are all a share."""

    COUNT = "count"
    SHARE = "share"
    POINTS = "points"
    MULTIPLE = "multiple"
    RATIO = "ratio"
    RANK = "rank"


ONE_HALF_SHARE = (Fraction(1, 2),)
ONE_OF_IT = (Fraction(1),)
NONE_OF_IT = (Fraction(0),)
SHARES = {Sense.PERCENT: 100, Sense.PERMILLE: 1000}
SIGNED_UNITS = {"%": 100, "％": 100, "percent": 100, "‰": 1000}
TENTH_OF_YUAN = "角"
MONTHS_OF = {"year": 12, "quarter": 3, "month": 1}
SPANS = (" decade", " century")
BY_HAND = re.compile(r"[0-9０-９]")


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


def said(expressions: Sequence[Expression], units: Mapping[str, UnitWords], chinese: bool) -> list[Said]:
    """The quantities of a text, in order; several values that share a unit are one quantity each."""
    found: list[Said] = []
    for expression in expressions:
        if expression.is_quantity:
            found += [in_one_form(one, units, chinese) for one in each_value(expression)]
    return found


def each_value(expression: Expression) -> Iterator[Expression]:
    """An expression for each of several values that share a unit (0.9、5.9个百分点)."""
    together = expression.kind in (Sense.RANGE, Sense.RATIO, Sense.FRACTION)
    if together or len(expression.values) < 2:
        yield expression
        return
    for value in expression.values:
        yield replace(expression, values=(value,))


def in_one_form(expression: Expression, units: Mapping[str, UnitWords], chinese: bool) -> Said:
    """One quantity in the form that is compared; half years are months, as 半年 is half a year or six months."""
    unit = unit_in_chinese(expression.unit, units) if chinese else expression.unit
    values = tuple(map(Fraction, expression.values))
    if chinese and expression.unit == TENTH_OF_YUAN:
        values = tuple(value / 10 for value in values)
    sort, values, unit = sort_of(expression, values, unit)
    if unit == "year" and any(value.denominator == 2 for value in values):
        unit, values = "month", tuple(value * MONTHS_OF["year"] for value in values)
    negative = bool(values) and values[0] < 0
    return Said(
        sort,
        tuple(abs(value) for value in values) if negative else values,
        unit,
        -1 if negative else 1,
        expression,
        expression.kind is Sense.RANGE,
        optional_in_chinese(expression, values) if chinese else optional_in_english(expression, values, unit),
    )


def sort_of(expression: Expression, values: tuple[Fraction, ...], unit: str) -> tuple[Sort, tuple[Fraction, ...], str]:
    """The sort of a quantity, with its values and unit in that sort."""
    kind = expression.kind
    parts = SHARES.get(kind) or SIGNED_UNITS.get(expression.unit)
    if parts:
        return Sort.SHARE, tuple(value / parts for value in values), ""
    if kind is Sense.FRACTION:
        whole = values[0] / values[1] if len(values) == 2 and values[1] else values[0]
        return Sort.SHARE, (whole,), ""
    if unit == "basis point":
        return Sort.POINTS, tuple(value / 100 for value in values), ""
    if kind is Sense.POINTS or "百分点" in expression.unit or expression.unit == "percentage points":
        return Sort.POINTS, values, ""
    if kind is Sense.MULTIPLE or expression.unit in ("倍", "times"):
        return Sort.MULTIPLE, values, ""
    if kind is Sense.RATIO:
        return Sort.RATIO, values, ""
    if kind is Sense.RANK:
        return Sort.RANK, values, ""
    if values == ONE_HALF_SHARE and not expression.unit and not BY_HAND.search(expression.text):
        return Sort.SHARE, values, ""
    return Sort.COUNT, values, unit


def optional_in_chinese(expression: Expression, values: tuple[Fraction, ...]) -> bool:
    """Whether a Chinese quantity needs no numeral in English: one of something, in Han characters."""
    return (
        values == ONE_OF_IT
        and expression.kind is Sense.COUNT
        and expression.qualifier is Qualifier.EXACT
        and not BY_HAND.search(expression.text)
    )


def optional_in_english(expression: Expression, values: tuple[Fraction, ...], unit: str) -> bool:
    """Whether an English quantity needs no numeral in Chinese: “one” of something, “no” and “none”."""
    word = expression.text.lower()
    return (
        (word in ("no", "none") and values == NONE_OF_IT)
        or (word == "one" and not unit and expression.kind is Sense.COUNT)
        or (values == ONE_OF_IT and word.endswith(SPANS) and not BY_HAND.search(word))
    )


def rates_of(expressions: Sequence[Expression]) -> list[Expression]:
    """The rates that are by more than one of something."""
    return [one for one in expressions if one.kind is Sense.PER and one.values and one.values[0] != 1]


def rate_in_one_form(rate: Expression, units: Mapping[str, UnitWords], chinese: bool) -> tuple[str, Decimal]:
    """The unit that a rate is counted by, and how many; years and quarters are months: 每半年 is every six months."""
    unit = unit_in_chinese(rate.unit, units) if chinese else rate.unit
    months = MONTHS_OF.get(unit)
    return ("month", rate.values[0] * months) if months else (unit, rate.values[0])
