"""How much a number that is stated leaves open: the values that would be written with the same digits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from macros.quantities.expression import Qualifier, Sense

NO_END = Decimal("Infinity")
DIGITS_AND_SCALE = re.compile("[0-9]+(?:[.．][0-9]+)?(?P<scale>[十百千万亿]*)")
SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
FULL_WIDTH_DIGITS = str.maketrans("０１２３４５６７８９．", "0123456789.")
ROUGHLY = Decimal("0.1")
"""How far 近 and 约 reach, of the number itself."""


@dataclass(frozen=True, slots=True)
class Interval:
    """The values that a number as it is stated may stand for, both ends included."""

    low: Decimal
    high: Decimal

    def meets(self, other: Interval) -> bool:
        """Whether two numbers may stand for the same value."""
        return self.low <= other.high and other.low <= self.high

    def __add__(self, other: Interval) -> Interval:
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Interval) -> Interval:
        return Interval(self.low - other.high, self.high - other.low)

    def times(self, other: Interval) -> Interval:
        """The product of two numbers, neither below zero."""
        return Interval(self.low * other.low, NO_END if NO_END in (self.high, other.high) else self.high * other.high)

    def over(self, other: Interval) -> Interval:
        """The quotient of two numbers above zero."""
        low = self.low / other.high if other.high != NO_END else Decimal(0)
        return Interval(low, self.high / other.low if other.low > 0 and self.high != NO_END else NO_END)


def last_place(written: str, value: Decimal) -> Decimal:
    """What one more of the last digit that is written adds: 1000000 of 3亿200万, 0.1 of 99.5%, 10000000 of 1亿5千万.

    ``value`` tells of a number in Han characters, which writes no noughts at its end.
    """
    found = list(DIGITS_AND_SCALE.finditer(written.translate(FULL_WIDTH_DIGITS)))
    if found:
        decimals = len(found[-1][0].removesuffix(found[-1]["scale"]).partition(".")[2])
        size = Decimal(1)
        for sign in found[-1]["scale"]:
            size *= SCALES[sign]
        return size.scaleb(-decimals)
    _, digits, exponent = value.normalize().as_tuple()
    return Decimal(1).scaleb(int(exponent)) if any(digits) else Decimal(1)


def interval_of(
    kind: Sense, values: Sequence[Decimal], qualifier: str = Qualifier.EXACT, written: str = ""
) -> Interval | None:
    """What a quantity as it is stated may be, half a unit of its last digit each way and as far as its qualifier goes.

    Percent and per mille are given as parts of one. None for what is no amount: a ratio, a rank.
    """
    if kind in (Sense.RATIO, Sense.RANK) or not values:
        return None
    whole = Decimal({Sense.PERCENT: 100, Sense.PERMILLE: 1000}.get(kind, 1))
    if kind is Sense.RANGE:
        whole = Decimal(100 if "%" in written or "％" in written else 1000 if "‰" in written else 1)
        return Interval(values[0] / whole, values[1] / whole)
    if kind is Sense.FRACTION:
        above, below = values
        step = Decimal("0.5") if f"{below:f}".strip("0") == "1" else ROUGHLY
        return widened(above / below, step / below, qualifier)
    return widened(values[0] / whole, last_place(written, values[0]) / 2 / whole, qualifier)


def widened(value: Decimal, half: Decimal, qualifier: str) -> Interval:
    """A number with what its last digit and its qualifier leave open."""
    low, high = value - half, value + half
    match qualifier:
        case Qualifier.OVER | Qualifier.AT_LEAST:
            return Interval(low, NO_END)
        case Qualifier.UNDER | Qualifier.AT_MOST:
            return Interval(min(Decimal(0), low), high)
        case Qualifier.NEARLY:
            return Interval(low - abs(value) * ROUGHLY, high)
        case Qualifier.ABOUT:
            return Interval(low - abs(value) * ROUGHLY, high + abs(value) * ROUGHLY)
    return Interval(low, high)
