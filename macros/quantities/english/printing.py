"""How a quantity is printed in English: nearly CNY 30 million; 15,000; 300,000 mu; half a year; 0.9 percentage points.

What is printed is read back by read_english (macros/quantities/english/reader.py) as the same quantity.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from macros.quantities.expression import Expression, Qualifier, Sense

ONE_MILLION = Decimal(10**6)
SCALE_WORDS = ((Decimal(10**12), "trillion"), (Decimal(10**9), "billion"), (ONE_MILLION, "million"))
BEFORE_WORDS = {
    Qualifier.EXACT: "",
    Qualifier.NEARLY: "nearly",
    Qualifier.OVER: "more than",
    Qualifier.ABOUT: "about",
    Qualifier.AT_LEAST: "at least",
    Qualifier.AT_MOST: "at most",
    Qualifier.UNDER: "less than",
    Qualifier.CONTRADICTORY: "",
}
BEFORE_COUNTED = {Qualifier.UNDER: "fewer than"}
"""Before things that are counted one by one."""
ONE_IN_TWO_PARTS = (Decimal(1), Decimal(2))
HALF_A_UNIT = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class PrintedUnit:
    """How a unit is printed: its plural and singular, or the code of a currency; empty for a classifier (个, 家)."""

    plural: str = ""
    singular: str = ""
    currency: str = ""


ONE_OR_THE_OTHER = re.compile("一二|一两|两三|二三|三四|四五|五六|六七|七八|八九")
"""Two digits that follow each other say that it is one or the other, and no measured range."""

NOTHING_PRINTED = PrintedUnit()


@dataclass(frozen=True, slots=True)
class PrintedQuantity:
    """A quantity in English: the words before the number, the number with its currency, and the unit behind it."""

    before: str
    number: str
    behind: str

    def __str__(self) -> str:
        """All of it."""
        glue = "" if self.behind.startswith(("%", "‰")) else " "
        whole = f"{self.number}{glue}{self.behind}" if self.behind else self.number
        return f"{self.before} {whole}" if self.before else whole


def number_in_english(value: Decimal) -> str:
    """30 million, 2.3 million, 15,000, -2.3: as English readers write it."""
    for size, word in SCALE_WORDS:
        if abs(value) >= size and (value / size * 100) % 1 == 0:
            return f"{grouped_in_threes(value / size)} {word}"
    return grouped_in_threes(value)


def grouped_in_threes(value: Decimal) -> str:
    """15,000; 0.5; 2.3: digits in groups of three, and no nought at the end behind a point."""
    return f"{value.normalize():,f}" if value % 1 else f"{value:,.0f}"


def quantity_in_english(quantity: Expression, unit: PrintedUnit = NOTHING_PRINTED) -> PrintedQuantity:
    """A quantity as English prints it, given how its unit is printed."""
    words = BEFORE_WORDS
    if quantity.kind is Sense.COUNT and not unit.currency and quantity.qualifier in BEFORE_COUNTED:
        words = words | BEFORE_COUNTED
    number, behind = number_and_unit(quantity, unit)
    return PrintedQuantity(words[quantity.qualifier], number, behind)


def number_and_unit(quantity: Expression, unit: PrintedUnit) -> tuple[str, str]:
    """The number with its currency, and what stands behind it."""
    values = quantity.values
    match quantity.kind:
        case Sense.PERCENT:
            return values_in_english(values), "%"
        case Sense.PERMILLE:
            return values_in_english(values), "per mille"
        case Sense.POINTS:
            return values_in_english(values), "percentage points" if values != (Decimal(1),) else "percentage point"
        case Sense.FRACTION:
            return fraction_in_english(values), ""
        case Sense.RATIO:
            return ":".join(f"{value:f}" for value in values), ""
        case Sense.RANK:
            return ordinal_in_english(int(values[0])), ""
        case Sense.MULTIPLE:
            return values_in_english(values), "times"
        case Sense.RANGE:
            return range_in_english(values, unit, either=bool(ONE_OR_THE_OTHER.search(quantity.text))), behind_range(
                quantity, unit
            )
    return counted_in_english(values, unit)


def rate_in_english(base: Expression, unit: PrintedUnit) -> str:
    """What a rate is counted by, given how its unit is printed: per 100,000 people; every half year."""
    if base.values == (HALF_A_UNIT,):
        return f"every half {unit.singular}"
    return f"per {' '.join(part for part in counted_in_english(base.values, unit) if part)}"


def fraction_in_english(values: tuple[Decimal, ...]) -> str:
    """Half; 3 in 10,000; 2/3: “in” where it is so many of a power of ten."""
    if values == ONE_IN_TWO_PARTS:
        return "half"
    above, below = values
    power = f"{below:f}".strip("0") == "1" and below > 1
    return f"{grouped_in_threes(above)} in {grouped_in_threes(below)}" if power else f"{above:f}/{below:f}"


def counted_in_english(values: tuple[Decimal, ...], unit: PrintedUnit) -> tuple[str, str]:
    """A count, an amount of money or a measure."""
    if unit.currency:
        return f"{unit.currency} {values_in_english(values)}", ""
    if values == (HALF_A_UNIT,) and unit.singular:
        return "half", f"{'an' if unit.singular[0] in 'aeio' or unit.singular == 'hour' else 'a'} {unit.singular}"
    return values_in_english(values), unit.singular if values == (Decimal(1),) and unit.singular else unit.plural


def values_in_english(values: tuple[Decimal, ...]) -> str:
    """One value, or several with “and” before the last."""
    printed = [number_in_english(value) for value in values]
    return printed[0] if len(printed) == 1 else f"{', '.join(printed[:-1])} and {printed[-1]}"


def range_in_english(values: tuple[Decimal, ...], unit: PrintedUnit, *, either: bool = False) -> str:
    """15–20; 300,000–500,000; CNY 2 million to 3 million: words of scale keep a dash away; 7 or 8 of 七八."""
    low, high = map(number_in_english, values)
    if (" " in low) != (" " in high):  # CNY 2 to 10 million would be read as 2 million.
        low, high = (f"{value.normalize():,f}" if value % 1 else f"{value:,.0f}" for value in values)
    joint = " to " if " " in low + high or "-" in low + high else "–"
    if either and not unit.currency and joint == "–":
        joint = " or "
    return f"{unit.currency} {low}{joint}{high}" if unit.currency else f"{low}{joint}{high}"


def behind_range(quantity: Expression, unit: PrintedUnit) -> str:
    """What stands behind a range: %, percentage points, times, or the plural of its unit."""
    if quantity.unit in ("%", "％"):
        return "%"
    if quantity.unit == "‰":
        return "per mille"
    if quantity.unit in ("个百分点", "百分点", "percentage points"):
        return "percentage points"
    if quantity.unit in ("倍", "times"):
        return "times"
    return "" if unit.currency else unit.plural


def ordinal_in_english(number: int) -> str:
    """1st, 2nd, 11th, 23rd."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number:,}{ending}"
