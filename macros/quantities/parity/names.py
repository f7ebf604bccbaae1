"""Dates, ordinals and names of two languages compared as sets: what one says and the other does not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from macros.quantities.chinese.numbers import DIGIT_VALUES, value_of_number
from macros.quantities.expression import Expression, Sense

RANGE_OF_MONTHS = {"Q1": "01..03", "Q2": "04..06", "Q3": "07..09", "Q4": "10..12", "H1": "01..06", "H2": "07..12"}
RANGE_OF_MONTHS |= {"Q1..Q2": "01..06", "Q1..Q3": "01..09", "Q2..Q3": "04..09", "Q3..Q4": "07..12", "Q1..Q4": "01..12"}
MONTHS_ONLY = re.compile(r"(?:\d{4}-)?\d\d\.\.(?:\d{4}-)?\d\d")
YEAR_FIRST = re.compile(r"(\d{4})(?:-|$)")
PLAN_IN_CHINESE = re.compile(
    r"[“\"‘「]?(十?)([一二三四五六七八九])五[”\"’」]?(?:规划|计划|时期|期间|五年规划|五年计划)?"
)
PLAN_IN_ENGLISH = re.compile(r"(\d+) Five-Year Plan")
BORN_IN = re.compile(r"(\d0|\d\d|[〇零五六七八九]0?|[〇零五六七八九][〇零])后")
HAN_NUMERAL = re.compile("[〇零一二两三四五六七八九十百千万亿]+")
DIGITS_IN_NAME = re.compile(r"\d+(?:\.\d+)?")
WORDS_WITH_DIGITS = re.compile(r"[A-Za-z0-9.+/-]*\d[A-Za-z0-9.+/-]*")
WITHOUT_NUMERAL_IN_CHINESE = frozenset({"covid-19"})
"""Names that Chinese writes without a numeral (新冠)."""
NAMED = frozenset({Sense.NAME, Sense.ORDINAL, Sense.ENUMERATOR})


@dataclass(frozen=True, slots=True)
class Point:
    """A date: its year, where it says one, and the rest of it (06-30, 01..06, 09:30, 1990s)."""

    year: str
    rest: str
    source: Expression


@dataclass(frozen=True, slots=True)
class NameKey:
    """What makes two names the same: the numbers in them, and the letters that stand with these."""

    numbers: tuple[str, ...]
    letters: str
    source: Expression


def points(expressions: Sequence[Expression]) -> list[Point]:
    """The dates of a text, both ends of a range apart unless it is one of months."""
    return [point for expression in expressions if expression.kind is Sense.DATE for point in points_of(expression)]


def points_of(expression: Expression) -> Iterator[Point]:
    """The dates of one expression."""
    named = expression.named
    year = YEAR_FIRST.match(named)
    rest = named[5:] if year else named
    if rest in RANGE_OF_MONTHS:
        yield Point(year[1] if year else "", RANGE_OF_MONTHS[rest], expression)
    elif MONTHS_ONLY.fullmatch(named):
        first, last = (part[-2:] for part in named.split(".."))
        years = re.findall(r"\d{4}", named)
        yield Point(years[0] if years else "", f"{first}..{last}", expression)
        if len(set(years)) > 1:
            yield Point(years[-1], "", expression)
    else:
        for end in named.split(".."):
            yield from points_at(end, expression)


def points_at(named: str, expression: Expression) -> Iterator[Point]:
    """The dates of one end: a day and a time of day are two."""
    day, _, time = named.partition("T")
    if day:
        year = YEAR_FIRST.match(day)
        yield Point(year[1] if year else "", day[5:] if year else day, expression)
    if time:
        yield Point("", time, expression)


def dates_apart(zh: Sequence[Expression], en: Sequence[Expression]) -> tuple[list[Expression], list[Expression]]:
    """Dates of the Chinese that the English lacks, and of the English that the Chinese lacks."""
    ours, theirs = points(zh), points(en)
    lacking = [point.source for point in years_apart(ours, theirs)]
    invented = [point.source for point in years_apart(theirs, ours)]
    open_ours = [point for point in ours if point.rest]
    open_theirs = [point for point in theirs if point.rest]
    for strict in (True, False):
        for point in list(open_ours):
            match = next((other for other in open_theirs if same_point(point, other, strict)), None)
            if match:
                open_ours.remove(point)
                open_theirs.remove(match)
    repeated = {point.rest for point in theirs}
    lacking += [point.source for point in open_ours if point.rest not in repeated or point in unlike_years(ours)]
    known = {point.rest for point in ours}
    invented += [point.source for point in open_theirs if point.rest not in known or point in unlike_years(theirs)]
    return each_once(lacking), each_once(invented)


def unlike_years(dates: Sequence[Point]) -> list[Point]:
    """Dates that another one of the text is like but for its year."""
    return [
        point
        for point in dates
        if any(point.rest == other.rest and point.year and other.year and point.year != other.year for other in dates)
    ]


def years_apart(some: Sequence[Point], others: Sequence[Point]) -> list[Point]:
    """Dates with a year that no date of the other text has."""
    known = {point.year for point in others}
    return [point for point in some if point.year and point.year not in known]


def same_point(one: Point, other: Point, strict: bool) -> bool:
    """Whether two dates agree; a year that only one of them states agrees with any, unless ``strict``."""
    if not same_rest(one.rest, other.rest):
        return False
    return one.year == other.year if strict else not (one.year and other.year) or one.year == other.year


def same_rest(one: str, other: str) -> bool:
    """Whether two dates agree but for their years; a decade may leave out its century, a half-year which half."""
    if one == other:
        return True
    if one.endswith("s") and other.endswith("s"):
        return one[-3:] == other[-3:] and (len(one) == 3 or len(other) == 3)
    halves = ("01..06", "07..12")
    return (one == "half-year" and other in halves) or (other == "half-year" and one in halves)


def each_once(expressions: Sequence[Expression]) -> list[Expression]:
    """Each expression once, in order."""
    return list(dict.fromkeys(expressions))


def born_as_dates(expressions: Sequence[Expression]) -> tuple[Expression, ...]:
    """The expressions with 80后 as the decade that it names."""
    return tuple(as_decade(expression) for expression in expressions)


def as_decade(expression: Expression) -> Expression:
    """80后, or any other expression as it is."""
    found = BORN_IN.fullmatch(expression.text) or BORN_IN.fullmatch(expression.named)
    if found is None or expression.kind not in (Sense.NAME, Sense.DATE):
        return expression
    digits = "".join(str(DIGIT_VALUES.get(char, char)) for char in found[1])[:2].ljust(2, "0")
    return Expression(expression.text, expression.start, Sense.DATE, named=f"{digits}s")


def key_of(expression: Expression) -> NameKey:
    """What a name, an ordinal or an enumerator is compared by."""
    named = expression.named or expression.text
    plan = PLAN_IN_CHINESE.fullmatch(named) or PLAN_IN_CHINESE.fullmatch(expression.text)
    if plan and expression.kind is Sense.NAME:
        return NameKey((f"plan {DIGIT_VALUES[plan[2]] + 10 * bool(plan[1])}",), "", expression)
    if english := PLAN_IN_ENGLISH.fullmatch(named):
        return NameKey((f"plan {english[1]}",), "", expression)
    letters = "".join(char for word in WORDS_WITH_DIGITS.findall(named) for char in word.lower() if char.isalpha())
    numbers = DIGITS_IN_NAME.findall(HAN_NUMERAL.sub(lambda found: f" {value_of_number(found[0]) or 0:f} ", named))
    return NameKey(tuple(sorted(number.lstrip("0") or "0" for number in numbers)), letters, expression)


def names_apart(zh: Sequence[Expression], en: Sequence[Expression]) -> tuple[list[Expression], list[Expression]]:
    """Names and ordinals of the Chinese that the English lacks, and of the English that the Chinese lacks."""
    ours = [key_of(expression) for expression in zh if expression.kind in NAMED]
    theirs = [key_of(expression) for expression in en if expression.kind in NAMED]
    for key in list(ours):
        match = next((other for other in theirs if same_name(key, other)), None)
        if match:
            ours.remove(key)
            theirs.remove(match)
    several = [[*key.numbers] for key in ours if len(key.numbers) > 1 and not needs_english(key)]
    theirs = [key for key in theirs if not part_of_one(key, several)]
    known = {key.numbers for key in (key_of(expression) for expression in zh if expression.kind in NAMED)}
    return (
        [key.source for key in ours if needs_english(key)],
        [key.source for key in theirs if needs_chinese(key) and key.numbers not in known],
    )


def part_of_one(key: NameKey, several: Sequence[list[str]]) -> bool:
    """Whether an English ordinal is part of a Chinese name of several numbers: 二十届三中全会."""
    for numbers in several:
        if len(key.numbers) == 1 and key.numbers[0] in numbers:
            numbers.remove(key.numbers[0])
            return True
    return False


def same_name(zh: NameKey, en: NameKey) -> bool:
    """Whether two names are the same; letters count where both have some."""
    return zh.numbers == en.numbers and (not zh.letters or not en.letters or zh.letters == en.letters)


def needs_english(key: NameKey) -> bool:
    """Whether the English must have it; 一是 and names in Han characters only (三农) may be said without a numeral."""
    if key.source.kind is Sense.ENUMERATOR:
        return False
    in_digits = any(char.isdigit() and char.isascii() for char in key.source.text)
    return key.source.kind is Sense.ORDINAL or in_digits or key.numbers[:1] > ("plan",)


def needs_chinese(key: NameKey) -> bool:
    """Whether the Chinese must have it: all but names that it writes without a numeral, and “first” (首)."""
    if key.source.named.lower() in WITHOUT_NUMERAL_IN_CHINESE or not key.numbers:
        return False
    return not (key.source.kind is Sense.ORDINAL and key.source.text.lower() == "first")
