"""How a figure is printed: as its source writes it in Chinese, and as English readers write it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from macros.quantities.expression import Kind, Qualifier
from macros.records.figure import Figure
from macros.records.vocabulary import Unit

MILLION = Decimal(10**6)
BILLION = Decimal(10**9)
ONE_HALF = Decimal("0.5")
NUMERAL = re.compile(
    "(?P<number>[-−－负正]?(?:百分之|千分之|万分之)?[0-9０-９〇零一二两三四五六七八九十百千万亿半数几廿卅壹贰叁肆伍陆柒捌玖拾佰仟]"
    "[0-9０-９〇零一二两三四五六七八九十百千半点廿卅壹贰叁肆伍陆柒捌玖拾佰仟.．,:：∶至到~—–-]*)"
)
"""The numeral in a quantity as a source writes it, without its scale."""


@dataclass(frozen=True)
class Amount:
    """A quantity ready to print: words before the number, the number, what follows it."""

    before: str
    number: str
    after: str
    missing: str = ""
    """Says that the source states no unit; empty where it does."""

    def parts(self) -> list[str]:
        """All there is to print, in order."""
        return [part for part in (self.before, self.number, self.after + self.missing) if part]


def chinese_amount(written: str) -> Amount:
    """A quantity as its source writes it, its numeral apart from the words around it."""
    found = NUMERAL.search(written)
    if found is None:
        return Amount("", written, "")
    return Amount(written[: found.start()], found[0], written[found.end() :])


def english_number(value: Decimal) -> str:
    """``30 million``, ``2.3 million``, ``15,000``: as English readers write it."""
    for size, word in ((BILLION, "billion"), (MILLION, "million")):
        if abs(value) >= size and (value / size * 100) % 1 == 0:
            return f"{(value / size).normalize():f} {word}"
    return f"{value.normalize():,f}" if value % 1 else f"{value:,.0f}"


def english_values(figure: Figure) -> str:
    """The number of a figure: ``15,000``, ``15–20``, ``3:1``, ``3 in 10,000``, ``15%``."""
    numbers = [english_number(value) for value in figure.values]
    match figure.kind:
        case Kind.RANGE:
            return "–".join(numbers)
        case Kind.RATIO:
            return ":".join(numbers)
        case Kind.FRACTION:
            return " in ".join(numbers)
        case Kind.PERCENT:
            return f"{numbers[0]}%"
        case Kind.PERMILLE:
            return f"{numbers[0]}‰"
        case _:
            return numbers[0]


WORDS = {
    Qualifier.EXACT: "",
    Qualifier.NEARLY: "nearly",
    Qualifier.OVER: "more than",
    Qualifier.ABOUT: "about",
    Qualifier.AT_LEAST: "at least",
    Qualifier.AT_MOST: "at most",
    Qualifier.UNDER: "fewer than",
}
"""English words before a number."""


def english_parts(figure: Figure, unit: Unit) -> tuple[str, str, str]:
    """``(nearly, CNY 30 million, )`` or ``(more than, 50, people)``: words before, number, unit."""
    before, number = WORDS.get(Qualifier(figure.qualifier), ""), english_values(figure)
    if unit.currency:
        return before, f"{unit.currency} {number}", ""
    if figure.value == ONE_HALF and unit.one:
        return before, "half", f"a {unit.one}"
    if unit.bare_in_english or not unit.written:
        return before, number, ""
    return before, number, unit.one if figure.value == 1 and unit.one else unit.en


def english(figure: Figure, unit: Unit) -> str:
    """The whole quantity in English: ``nearly CNY 30 million``."""
    return " ".join(part for part in english_parts(figure, unit) if part)


def english_in_prose(figure: Figure, unit: Unit) -> str:
    """The quantity within a sentence: what a classifier (个, 家, 名) counts is said by the noun that follows."""
    before, number, after = english_parts(figure, unit)
    return " ".join(part for part in (before, number, "" if unit.classifier else after) if part)
