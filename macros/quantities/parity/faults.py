"""In what a quantity of the English differs from one of the Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from macros.quantities.chinese.rates import AGES
from macros.quantities.expression import Direction, Qualifier, Sense
from macros.quantities.hedges import HEDGE_OF_WORD, Hedge
from macros.quantities.parity.one_form import ONE_HALF_SHARE, Said, Sort
from macros.quantities.parity.units import TIME_NAMES, TIMES_IN_CHINESE, class_of, is_currency


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
    OPPOSITE = "opposite"
    REACHED = "reached"
    """One says by how much it changed, the other to how much."""
    HOPED = "hoped for"
    """It is done in Chinese, and to come in English."""


VERBS_OF_TIMES = re.compile(r"doubl|tripl|trebl|quadrupl|quintupl")
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
    if denied_apart(zh, en):
        yield Fault.NEGATION


def denied_apart(zh: Said, en: Said) -> bool:
    """Whether only one of two quantities is said not to be so.

    What was left undone English may say with a “not” or otherwise (yet to, should have, 3 short).
    """
    hedge = HEDGE_OF_WORD.get(zh.source.negated)
    if hedge is Hedge.UNDONE:
        return False
    return (hedge is Hedge.NOT) != bool(en.source.negated) and 0 not in (*zh.values, *en.values)


def same_values(zh: Said, en: Said) -> bool:
    """Whether two quantities are as large; 增长一倍 is “doubled”, and 增加2倍 no “twice that of last year”."""
    if zh.values == en.values:
        as_much = en.sort is Sort.MULTIPLE and en.source.direction is Direction.NONE
        return not (rose_by_times(zh) and (as_much or VERBS_OF_TIMES.search(en.source.text)))
    if zh.sort is not Sort.MULTIPLE:
        return False
    rises = en.sort is Sort.MULTIPLE and VERBS_OF_MULTIPLES.search(en.source.text) is not None
    return rises and zh.values == (en.values[0] - 1,) and zh.source.direction is Direction.UP


def rose_by_times(zh: Said) -> bool:
    """Whether it grew by so many times (增加了2倍), which makes one more than so many of it."""
    return zh.sort is Sort.MULTIPLE and zh.source.direction is Direction.UP and bool(zh.source.unit)


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
        return zh.values == ONE_HALF_SHARE or (zh.sort is Sort.MULTIPLE and en.source.kind is Sense.PERCENT)
    return zh.sort is Sort.COUNT and en.sort is Sort.MULTIPLE and counts_occasions(zh)


def counts_occasions(zh: Said) -> bool:
    """Whether English says “times” for what a Chinese quantity counts (次, 人次)."""
    return zh.source.unit in TIMES_IN_CHINESE or zh.unit == "person-time"


def unit_faults(zh: Said, en: Said) -> Iterator[Fault]:
    """Whether two quantities differ in currency, unit, or in what they count."""
    if zh.sort is not en.sort or zh.sort is not Sort.COUNT:
        return
    if en.source.text.lower() in ("no", "none") and not any(zh.values):
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
    if zh.source.unit in AGES:
        return en.unit in ("", "year")
    if not en.unit:
        return zh.unit in ("person-time", "vehicle-time", "person-day")
    if zh.unit or is_currency(en.unit) or en.unit in TIME_NAMES:
        return False
    return not zh.source.unit


def conflict(zh: str, en: str) -> bool:
    """Whether two classes of things counted cannot mean the same."""
    return bool(zh and en and zh != en) and "category" not in (zh, en) and frozenset((zh, en)) not in NOT_CONFLICTING


def what_tells_it(quantity: Said) -> str:
    """What tells a quantity from others of its text: its sort, unit, or what it counts; empty if nothing does."""
    if quantity.sort is not Sort.COUNT:
        return quantity.sort
    return quantity.unit or class_of(quantity.source)


def told_apart(one: tuple[Said, Said], other: tuple[Said, Said]) -> bool:
    """Whether what they count shows that two pairs are rightly paired, in whatever order they stand."""
    for zh, en in (one, other):
        mark = what_tells_it(zh)
        apart = [
            what_tells_it(quantity) != mark for pair in (one, other) for quantity in pair if quantity not in (zh, en)
        ]
        if mark and mark == what_tells_it(en) and all(apart):
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
    if zh.qualifier is Qualifier.OVER and en.qualifier is Qualifier.AT_LEAST:
        return en.source.text.endswith(("plus", "+"))
    if zh.qualifier is not Qualifier.EXACT:
        return False
    word = en.source.text.lower()
    if en.qualifier is Qualifier.AT_MOST:
        return word.startswith("within ")
    return en.qualifier is Qualifier.OVER and word.startswith("over ") and zh.unit in TIME_NAMES


def agree(zh: Said, en: Said) -> bool:
    """Whether two quantities are the same ones, though a “not” of one may be elsewhere in the other sentence."""
    return next(faults(zh, en), Fault.NEGATION) is Fault.NEGATION
