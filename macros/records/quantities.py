"""Reads a quantity as the source writes it (``近3000万元``) and prints it in English."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from macros.records.figure import EXACT, Figure
from macros.records.vocabulary import Qualifier, Unit
from macros.text.numerals import DIGITS, HAN_SCALE, grouped_digits, han, scale_of

MILLION = Decimal(10**6)
BILLION = Decimal(10**9)
ONE_HALF = Decimal("0.5")


@dataclass(frozen=True)
class Written:
    """The parts of a written quantity, and what they amount to; ``tail`` is all behind the number."""

    before: str
    number: str
    after: str
    unit: str
    tail: str
    value: Decimal


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of the words, longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@functools.cache
def quantity(before: tuple[str, ...], after: tuple[str, ...]) -> re.Pattern[str]:
    """The form of a quantity, given the words that qualifiers put before and after its number."""
    lead, late = alternatives(before), alternatives(after)
    return re.compile(
        rf"(?P<before>{lead})?(?P<number>{DIGITS}|[〇零一二两三四五六七八九十半]+)"
        rf"(?P<tail>(?P<after>{late})?(?P<scale>{HAN_SCALE})?(?P<late>{late})?"
        rf"(?P<unit>.*?)(?P<last>{late})?)"
    )


def parse(written: str, qualifiers: Mapping[str, Qualifier]) -> Written | None:
    """The parts of ``written``, or None where it is no quantity.

    Form: words before, a number in digits or Han characters, a scale (万, 亿), the unit; words
    after may stand behind the number, the scale or the unit (3000多万元, 1万多份, 15份左右).
    """
    before = tuple(word for qualifier in qualifiers.values() for word in qualifier.before)
    after = tuple(word for qualifier in qualifiers.values() for word in qualifier.after)
    found = quantity(before, after).fullmatch(written)
    if found is None:
        return None
    number = found["number"]
    value = grouped_digits(number) if number[0].isascii() else han(number)
    if value is None:
        return None
    return Written(
        before=found["before"] or "",
        number=number,
        after=found["after"] or found["late"] or found["last"] or "",
        unit=found["unit"],
        tail=found["tail"],
        value=value * scale_of(found["scale"]),
    )


def qualifier_of(parts: Written, qualifiers: Mapping[str, Qualifier]) -> str:
    """The qualifier that the words around the number express; ``exact`` where there are none."""
    for ident, one in qualifiers.items():
        if parts.before and parts.before in one.before:
            return ident
        if parts.after and parts.after in one.after:
            return ident
    return EXACT


def english_number(value: Decimal) -> str:
    """``30 million``, ``2.3 million``, ``15,000``: as English readers write it."""
    for size, word in ((BILLION, "billion"), (MILLION, "million")):
        if value >= size and (value / size * 100) % 1 == 0:
            return f"{(value / size).normalize():f} {word}"
    return f"{value.normalize():,f}" if value % 1 else f"{value:,.0f}"


def english_parts(figure: Figure, unit: Unit, qualifier: Qualifier) -> tuple[str, str, str]:
    """``(nearly, CNY 30 million, )`` or ``(more than, 50, people)``: words before, number, unit."""
    before = "" if qualifier.id == EXACT else qualifier.en
    number = english_number(figure.value)
    if unit.currency:
        return before, f"{unit.en} {number}", ""
    if figure.value == ONE_HALF and unit.one:
        return before, "half", f"a {unit.one}"
    if unit.bare_in_english:
        return before, number, ""
    return before, number, unit.one if figure.value == 1 and unit.one else unit.en


def english(figure: Figure, unit: Unit, qualifier: Qualifier) -> str:
    """The whole quantity in English: ``nearly CNY 30 million``."""
    return " ".join(part for part in english_parts(figure, unit, qualifier) if part)
