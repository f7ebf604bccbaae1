"""Reads English text: every expression with a numeral, whole, with what it says."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from macros.quantities.english.amounts import BEFORE_SPAN, DOUBLE, MINUS, MULTIPLES, amount_at
from macros.quantities.english.dates import dates_in
from macros.quantities.english.measured import EnglishAmount
from macros.quantities.english.names import numbered_names
from macros.quantities.english.numbers import ENGLISH_SCALES, FIRST_WORDS
from macros.quantities.english.ordinals import ORDINALS, enumerators_in, ordinal_expression, ranks_in
from macros.quantities.english.qualifiers import (
    before_at,
    behind_at,
    behind_what_was_expected,
    direction_of,
    negation_before,
    negation_behind,
    together,
)
from macros.quantities.english.ranges import between_at, ranged_at
from macros.quantities.english.tokens import Tokens, plain, tokens_of
from macros.quantities.english.units import CODES, MONEY_SIGNS, TIME_UNITS, counted_at, part_of_100
from macros.quantities.expression import Expression, Qualifier, Sense

RANGE_OF_DATES = re.compile(r" ?[–—-] ?| (?:to|until|through|till) (?:the )?")
BETWEEN_DATES = re.compile(r" and ")
NOT_COUNTED_BY_NO = frozenset(
    "doubts others less means ways news matters needs ideas regards signs limits bounds grounds terms series".split()
)
IS = frozenset("was is were are has have had".split())
SHARED = re.compile(r"(?:,| and|, and| or| to) ")


LONGEST_LEAD = 8
"""Tokens of the qualifiers before a numeral, at most: no more than a total of nearly CNY 30 million."""
NUMERAL_MAY_STAND = re.compile(
    r"[0-9\u00bc-\u00be\u2150-\u218b\u2460-\u24ff\uff10-\uff19]|%|‰|\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve|thir|fif|for?ty|fourt|hundred|thousand|million|billion|trillion|dozen|score|half|halv|quarter|third|first|second"
    r"|ninth|twice|thrice|double|doubling|triple|tripl|treble|quadrupl|nil\b|none\b|no\b|twent|decade|centur|both\b"
    r"|couple|tens\b|per\b|every\b|twel|eigh|jan|feb|mar|apr|may\b|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|"
    r"[ivxlcdm]+\b)"
)
"""What a text in small letters has in which any numeral stands: most texts have none, and need no closer look."""
BEGINNING_WORDS = frozenset(
    {
        *FIRST_WORDS, *ORDINALS, *MULTIPLES, *DOUBLE, *BEFORE_SPAN, *MINUS, "minus", "negative", "between",
        "per", "every", "no", "none", *(code.lower() for code in CODES),
        *(tokens_of(sign)[0].text for sign in MONEY_SIGNS),
    }
)  # fmt: skip
"""All that an expression can begin with but a number in digits and a qualifier; most tokens are none of these."""


@functools.lru_cache(maxsize=2**15)
def read_english(text: str) -> tuple[Expression, ...]:
    """Every expression with a numeral in an English text: in order, apart, each the longest that stands there."""
    if NUMERAL_MAY_STAND.search(text.lower()) is None:
        return ()
    flat = plain(text)
    named = not_overlapping(flat, (ranks_in(flat), numbered_names(flat)))
    dated = not_overlapping(flat, (named, dates_in(flat)))
    numbered = not_overlapping(flat, (ranges_of_dates(flat, dated), enumerators_in(flat)))
    found = sharing_units(flat, list(quantities_in(flat, Tokens(tokens_of(flat, numbered)))))
    whole = sorted((*numbered, *found), key=lambda expression: expression.start)
    return tuple(
        replace(expression, text=text[expression.start : expression.end], values=plain_values(expression))
        for expression in whole
    )


def plain_values(expression: Expression) -> tuple[Decimal, ...]:
    """The values without noughts behind a point; a ratio keeps its own (6.0:46.9:47.1)."""
    values = expression.values
    if expression.kind is Sense.RATIO:
        return values
    return tuple(value.to_integral_value() if value == value.to_integral_value() else value for value in values)


def not_overlapping(text: str, sources: Sequence[Iterable[Expression]]) -> tuple[Expression, ...]:
    """Expressions that do not overlap, in order; where some do, the one found first counts."""
    taken = bytearray(len(text))
    found = []
    for expressions in sources:
        for expression in expressions:
            if not any(taken[expression.start : expression.end]):
                taken[expression.start : expression.end] = b"\x01" * len(expression.text)
                found.append(expression)
    return tuple(sorted(found, key=lambda expression: expression.start))


def ranges_of_dates(text: str, read: Sequence[Expression]) -> tuple[Expression, ...]:
    """The expressions with two dates that a dash or “to” joins as one: 1 January to 31 December 2019."""
    found: list[Expression] = []
    for expression in read:
        last = found[-1] if found else None
        if last and last.kind is expression.kind is Sense.DATE and ".." not in last.named + expression.named:
            gap = text[last.end : expression.start]
            between = text[max(last.start - 8, 0) : last.start].lower() == "between "
            if RANGE_OF_DATES.fullmatch(gap) or (between and BETWEEN_DATES.fullmatch(gap)):
                named = f"{last.named}..{expression.named}"
                found[-1] = Expression(text[last.start : expression.end], last.start, Sense.DATE, named=named)
                continue
        found.append(expression)
    return tuple(found)


def quantities_in(text: str, tokens: Tokens) -> Iterator[Expression]:
    """Every quantity and ordinal of a text whose names and dates are opaque tokens."""
    at, may_begin = 0, places_to_begin(tokens)
    while at < len(tokens):
        if not may_begin[at]:
            at += 1
            continue
        found = (
            ordinal_expression(text, tokens, at)
            or rate_at(text, tokens, at)
            or quantity_at(text, tokens, at)
            or nothing_at(text, tokens, at)
        )
        if found is None:
            at += 1
            continue
        expression, at = found
        yield expression


def places_to_begin(tokens: Tokens) -> list[bool]:
    """For each token, whether an expression may begin with it, and a numeral stands there or few tokens on."""
    may_begin, last = [False] * len(tokens), len(tokens) + LONGEST_LEAD + 1
    for at in range(len(tokens) - 1, -1, -1):
        text = tokens.texts[at]
        if may_be_of_numeral(text):
            last = at
        may_begin[at] = last - at <= LONGEST_LEAD and (
            tokens[at].number is not None or text in BEGINNING_WORDS or before_at(tokens, at) is not None
        )
    return may_begin


@functools.lru_cache(maxsize=2**13)
def may_be_of_numeral(word: str) -> bool:
    """Whether a numeral may stand in a token; texts are made of the same words again and again."""
    return NUMERAL_MAY_STAND.match(word) is not None


Placed = tuple[Expression, int] | None
"""An expression and the place behind it."""


def rate_at(text: str, tokens: Tokens, at: int) -> Placed:
    """Per 10,000 people; for every 15 mu; per thousand."""
    if tokens[at].text not in ("per", "every") or part_of_100(tokens, at):
        return None
    amount = amount_at(tokens, at + 1)
    if tokens.words(at + 1, 2) == ("half", "year"):
        amount = EnglishAmount((Decimal("0.5"),), at + 3, unit="year")
    if amount is None and (scale := ENGLISH_SCALES.get(tokens[at + 1].text)):
        amount = EnglishAmount((Decimal(scale),), at + 2)
    if amount is None or amount.kind is not Sense.COUNT:
        return None
    expression = Expression(
        text[tokens[at].start : tokens[amount.end - 1].end],
        tokens[at].start,
        Sense.PER,
        amount.values,
        amount.unit,
        counted=counted_at(tokens, amount.end, one=False),
    )
    return expression, amount.end


def quantity_at(text: str, tokens: Tokens, at: int) -> Placed:
    """A quantity with its qualifiers, range and unit, that begins at a token."""
    qualifiers: list[Qualifier] = []
    place = at
    while len(qualifiers) < 4 and (before := before_at(tokens, place)):
        qualifiers.append(before[0])
        place = before[1]
    place += bool(qualifiers) and tokens[place].text in ("a", "the") and tokens[place + 1].text == "total"
    place = behind_what_was_expected(tokens, place) if qualifiers else place
    amount = between_at(tokens, place) or ranged_at(tokens, at, place)
    if amount is None:
        return None
    if tokens.words(amount.end, 2) == ("below", "zero"):
        amount = replace(amount, values=tuple(-value for value in amount.values), end=amount.end + 2)
    end, behind = behind_all(tokens, amount.end)
    qualifiers += behind
    if amount.number is not None and amount.number.vague:
        qualifiers = [Qualifier.OVER, *(one for one in qualifiers if one is not Qualifier.ABOUT)]
    start = tokens[at].start
    counted = "" if amount.unit else counted_at(tokens, amount.end, one=amount.values[-1] == 1)
    unit = TIME_UNITS.get(counted.removesuffix("s"), amount.unit)
    expression = Expression(
        text[start : tokens[end - 1].end],
        start,
        amount.kind,
        amount.values,
        unit,
        qualifier=together(qualifiers),
        negated=negation_before(tokens, at) or negation_behind(tokens, end),
        direction=direction_of(tokens, at, end),
        counted=counted,
    )
    return expression, end


def behind_all(tokens: Tokens, at: int) -> tuple[int, list[Qualifier]]:
    """The place behind the qualifiers that follow an amount, at once or behind one noun (50 enterprises or more)."""
    qualifiers: list[Qualifier] = []
    noun = tokens[at].is_word and tokens[at + 1].text in ("or", "and", "at") and behind_at(tokens, at) is None
    place = at + noun
    while len(qualifiers) < 3 and (found := behind_at(tokens, place)):
        qualifiers.append(found[0])
        place = found[1]
    return (place, qualifiers) if qualifiers else (at, [])


def nothing_at(text: str, tokens: Tokens, at: int) -> Placed:
    """“None was handled”, “no applications”: nought, where things are counted."""
    word, behind = tokens[at].text, tokens[at + 1]
    none = word == "none" and behind.text not in ("the", "other")
    if not (none or (word == "no" and behind.is_word and counts_none(tokens, at + 1))):
        return None
    start, end = tokens[at].start, tokens[at].end
    return Expression(text[start:end], start, Sense.COUNT, (Decimal(0),)), at + 1


def counts_none(tokens: Tokens, at: int) -> bool:
    """Whether the words behind “no” are things that could be counted: a plural, or one with a verb."""
    for place in range(at, at + 3):
        word = tokens[place].text
        if not tokens[place].is_word or word in NOT_COUNTED_BY_NO:
            return False
        if word.endswith("s") and not word.endswith(("ss", "us", "is")) and word not in IS:
            return True
        if tokens[place + 1].text in IS and word not in ("one", "doubt", "there"):
            return True
    return False


def sharing_units(text: str, found: list[Expression]) -> list[Expression]:
    """Bare numbers of a list with the unit of the last one: 0.9 and 5.9 percentage points."""
    for place in range(len(found) - 2, -1, -1):
        here, following = found[place], found[place + 1]
        bare = here.kind is Sense.COUNT and not here.unit and not here.counted and len(here.values) == 1
        shares = following.kind in (Sense.PERCENT, Sense.PERMILLE, Sense.POINTS) or following.unit
        values_in_english = SHARED.fullmatch(text[here.end : following.start]) is not None
        if bare and shares and values_in_english and len(following.values) == 1 and here.values[0] != 0:
            found[place] = replace(here, kind=following.kind, unit=following.unit)
    return found
