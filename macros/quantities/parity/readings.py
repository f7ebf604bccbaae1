"""Expressions that may be read in two ways, read as the other language has them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from macros.quantities.english.dates import year_as_count
from macros.quantities.expression import Expression, Qualifier, Sense
from macros.quantities.parity.names import key_of
from macros.quantities.parity.one_form import Sort, said
from macros.quantities.parity.units import UnitWords, is_currency

PAIRS_OF_A_RANGE = ((Qualifier.EXACT, Qualifier.EXACT), (Qualifier.AT_LEAST, Qualifier.AT_MOST))
YEARS_OF_SPANS = {"decade": 10, "century": 100, "世纪": 100, "个世纪": 100}
Both = tuple[tuple[Expression, ...], tuple[Expression, ...]]


def read_alike(zh: tuple[Expression, ...], en: tuple[Expression, ...], units: Mapping[str, UnitWords]) -> Both:
    """The expressions, those that may be read in two ways as the other language has them."""
    if all(one.kind is Sense.COUNT and one.unit not in YEARS_OF_SPANS for one in (*zh, *en)):
        return currencies_alike(zh, en, units)  # Nothing else can be read in two ways.
    zh, en = years_alike(zh, en)
    zh, en = ranks_alike(zh, en)
    zh, en = rates_as_fractions(zh, en, units)
    zh, en = ranges_alike(zh, en)
    zh, en = halves_alike(zh, en)
    zh, en = quarters_alike(zh, en)
    zh, en = currencies_alike(zh, en, units)
    zh, en = spans_alike(zh, en), spans_alike(en, zh)
    return named_counts_alike(anniversaries_alike(zh, en), en)


def years_alike(zh: tuple[Expression, ...], en: tuple[Expression, ...]) -> Both:
    """A bare 2000 that English leaves open is a count where the Chinese counts 2000, and a year where it has one."""
    is_count_of_things = {expression.values for expression in zh if expression.kind is Sense.COUNT}
    years = {expression.named for expression in zh if expression.kind is Sense.DATE}
    made = []
    for expression in en:
        count = year_as_count(expression)
        value = f"{expression.values[0]:f}" if expression.kind is Sense.COUNT and expression.values else ""
        if count and count.values in is_count_of_things and expression.named not in years:
            made.append(count)
        elif value in years and expression.values not in is_count_of_things and not expression.unit and len(value) == 4:
            made.append(Expression(expression.text, expression.start, Sense.DATE, named=value))
        else:
            made.append(expression)
    return zh, tuple(made)


def ranks_alike(zh: tuple[Expression, ...], en: tuple[Expression, ...]) -> Both:
    """A place in an order of merit that one language says plainly is one in the other, which may leave it open."""

    def as_ranks(some: tuple[Expression, ...], others: tuple[Expression, ...]) -> tuple[Expression, ...]:
        ranks = {key_of(expression).numbers for expression in others if expression.kind is Sense.RANK}
        ranks -= {key_of(expression).numbers for expression in some if expression.kind is Sense.RANK}
        return tuple(
            rank_of(one) if one.kind is Sense.ORDINAL and key_of(one).numbers in ranks else one for one in some
        )

    zh = tuple(with_rank_named(one) for one in zh)
    return as_ranks(zh, en), as_ranks(en, zh)


def with_rank_named(expression: Expression) -> Expression:
    """A rank with its number as its name."""
    if expression.kind is not Sense.RANK or not expression.values:
        return expression
    return replace(expression, named=f"{expression.values[0]:f}")


def rank_of(ordinal: Expression) -> Expression:
    """An ordinal read as a rank."""
    return replace(ordinal, kind=Sense.RANK, values=(Decimal(key_of(ordinal).numbers[0]),))


def rates_as_fractions(zh: tuple[Expression, ...], en: tuple[Expression, ...], units: Mapping[str, UnitWords]) -> Both:
    """“3 per 10,000” is a fraction where the Chinese has one and no rate."""
    if not any(one.kind is Sense.PER for one in en):
        return zh, en
    shares = {one.values for one in said(zh, units, chinese=True) if one.sort is Sort.SHARE}
    made: list[Expression] = []
    for expression in en:
        before = made[-1] if made else None
        if (
            before
            and expression.kind is Sense.PER
            and before.kind is Sense.COUNT
            and before.end + 1 == expression.start
        ):
            fraction = replace(before, kind=Sense.FRACTION, values=(before.values[0], expression.values[0]))
            if said((fraction,), units, chinese=False)[0].values in shares:
                made[-1] = fraction
                continue
        made.append(expression)
    return zh, tuple(made)


def ranges_alike(zh: tuple[Expression, ...], en: tuple[Expression, ...]) -> Both:
    """“From 15 to 20” is a range where the Chinese has that range."""
    ranges = {expression.values for expression in zh if expression.kind is Sense.RANGE}
    made: list[Expression] = []
    for expression in en:
        before = made[-1] if made else None
        exact = before and (before.qualifier, expression.qualifier) in PAIRS_OF_A_RANGE
        if before and exact and before.kind is expression.kind and (*before.values, *expression.values) in ranges:
            sign = {Sense.PERCENT: "%", Sense.POINTS: "percentage points"}.get(expression.kind, expression.unit)
            both = (*before.values, *expression.values)
            made[-1] = replace(expression, kind=Sense.RANGE, values=both, unit=sign, qualifier=Qualifier.EXACT)
            continue
        made.append(expression)
    return zh, tuple(made)


def currencies_alike(zh: tuple[Expression, ...], en: tuple[Expression, ...], units: Mapping[str, UnitWords]) -> Both:
    """In “CNY 100,000, 200,000 and 300,000”, or “from 5 days to 3”, the unit is of all, where the Chinese has it so."""
    if len(en) < 2:
        return zh, en
    amounts = {(one.values, one.unit) for one in said(zh, units, chinese=True)}
    made: list[Expression] = []
    for one in en:
        before = made[-1] if made else None
        bare = one.kind is Sense.COUNT and not one.unit and not one.counted
        if before and bare and before.unit and one.start - before.end <= len(", and "):
            shared = replace(one, unit=before.unit)
            values = said((shared,), units, chinese=False)[0].values
            one = shared if (values, shared.unit) in amounts and (values, "") not in amounts else one
        made.append(one)
    return zh, tuple(made)


def spans_alike(some: tuple[Expression, ...], others: tuple[Expression, ...]) -> tuple[Expression, ...]:
    """Decades and centuries of one language as years, where the other has so many years: 上百年, over a century."""
    years = {one.values for one in others if one.unit in ("年", "year", "周年")}

    def in_years(one: Expression) -> Expression:
        times = YEARS_OF_SPANS.get(one.unit)
        values = tuple(value * times for value in one.values) if times and one.kind is Sense.COUNT else ()
        unit = "year" if one.unit.isascii() else "年"
        return replace(one, values=values, unit=unit) if values and values in years else one

    return tuple(map(in_years, some))


def anniversaries_alike(zh: tuple[Expression, ...], en: tuple[Expression, ...]) -> tuple[Expression, ...]:
    """75周年 as an ordinal, where English has “the 75th anniversary”."""
    ordinals = {one.named for one in en if one.kind is Sense.ORDINAL}
    return tuple(
        replace(one, kind=Sense.ORDINAL, named=f"{one.values[0]:f}", values=(), unit="")
        if one.unit == "周年" and f"{one.values[0]:f}" in ordinals
        else one
        for one in zh
    )


def quarters_alike(zh: tuple[Expression, ...], en: tuple[Expression, ...]) -> Both:
    """“Three quarters” are quarters of a year where the Chinese counts 3个季度."""
    quarters = {one.values for one in zh if one.kind is Sense.COUNT and one.unit.endswith("季度")}
    return zh, tuple(
        replace(one, kind=Sense.COUNT, values=one.values[:1], unit="quarter")
        if one.kind is Sense.FRACTION and "quarters" in one.text and one.values[:1] in quarters
        else one
        for one in en
    )


def halves_alike(zh: tuple[Expression, ...], en: tuple[Expression, ...]) -> Both:
    """“Half-year” as an adjective is half a year where the Chinese says 半年, and one of the halves elsewhere."""
    halves = [one for one in zh if one.kind is Sense.COUNT and one.unit == "年" and f"{one.values[0]:f}" == "0.5"]
    if not halves:
        return zh, en
    half = replace(halves[0], unit="year", negated="")
    return zh, tuple(replace(half, text=one.text, start=one.start) if one.named == "half-year" else one for one in en)


def named_counts_alike(zh: tuple[Expression, ...], en: tuple[Expression, ...]) -> Both:
    """A count that English has for a Chinese name or ordinal (三农: three rural issues; 第3个: 3) is part of that."""
    names = {key_of(one).numbers for one in zh if one.kind is Sense.NAME}
    names -= {key_of(one).numbers for one in en if one.kind in (Sense.NAME, Sense.ORDINAL)}
    names |= {(number,) for numbers in names if len(numbers) > 1 for number in numbers}
    is_count_of_things = {one.values for one in zh if one.is_quantity}

    def is_named(one: Expression) -> bool:
        if one.kind is Sense.RANK and one.text.lower().startswith("top"):
            return (f"{one.values[0]:f}",) in names
        bare = one.kind is Sense.COUNT and not is_currency(one.unit) and one.values not in is_count_of_things
        return bare and (f"{one.values[0]:f}",) in names

    return zh, tuple(
        replace(one, kind=Sense.NAME, named=f"{one.values[0]:f}", values=()) if is_named(one) else one for one in en
    )
