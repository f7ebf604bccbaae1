"""How quantities are printed in English, and that what is printed is read back as the same quantity."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.quantities.dates_printed import date_in_english
from macros.quantities.english.printing import NOTHING_PRINTED, PrintedUnit, quantity_in_english, rate_in_english
from macros.quantities.english.reader import read_english
from macros.quantities.expression import Expression, Qualifier, Sense

CNY = PrintedUnit(currency="CNY")
USD = PrintedUnit(currency="USD")
YEAR = PrintedUnit("years", "year")
HOUR = PrintedUnit("hours", "hour")
MU = PrintedUnit("mu")
COPIES = PrintedUnit("copies", "copy")
PERSON_TIMES = PrintedUnit("person-times", "person-time")
UNITS = {CNY: "CNY", USD: "USD", YEAR: "year", HOUR: "hour", MU: "mu", COPIES: "", PERSON_TIMES: "person-time"}
UNITS |= {NOTHING_PRINTED: ""}
"""Units, with what the reader calls them."""


def quantity(kind: Sense, *values: str, qualifier: Qualifier = Qualifier.EXACT, unit: str = "") -> Expression:
    return Expression("", 0, kind, tuple(map(Decimal, values)), unit, qualifier)


@pytest.mark.parametrize(
    ("base", "unit", "printed"),
    [
        (("100000", "人"), PrintedUnit("people", "person"), "per 100,000 people"),
        (("1000000", ""), NOTHING_PRINTED, "per 1 million"),
        (("15", "亩"), MU, "per 15 mu"),
        (("0.5", "年"), YEAR, "every half year"),
        (("10000", "元"), CNY, "per CNY 10,000"),
    ],
)
def test_what_a_rate_is_counted_by_is_printed_and_read_back(
    base: tuple[str, str], unit: PrintedUnit, printed: str
) -> None:
    assert rate_in_english(quantity(Sense.PER, base[0], unit=base[1]), unit) == printed
    (read,) = read_english(f"cases {printed} were found")
    assert (read.kind, read.values) == (Sense.PER, (Decimal(base[0]),))


@pytest.mark.parametrize(
    ("given_quantity", "unit", "printed"),
    [
        (quantity(Sense.COUNT, "30000000", qualifier=Qualifier.NEARLY), CNY, "nearly CNY 30 million"),
        (quantity(Sense.COUNT, "2300000"), CNY, "CNY 2.3 million"),
        (quantity(Sense.COUNT, "100000000", qualifier=Qualifier.AT_LEAST), CNY, "at least CNY 100 million"),
        (quantity(Sense.COUNT, "980", qualifier=Qualifier.OVER), CNY, "more than CNY 980"),
        (quantity(Sense.COUNT, "50", qualifier=Qualifier.OVER), NOTHING_PRINTED, "more than 50"),
        (quantity(Sense.COUNT, "20", qualifier=Qualifier.UNDER), NOTHING_PRINTED, "fewer than 20"),
        (quantity(Sense.COUNT, "20", qualifier=Qualifier.UNDER), CNY, "less than CNY 20"),
        (quantity(Sense.COUNT, "15000"), NOTHING_PRINTED, "15,000"),
        (quantity(Sense.COUNT, "1234567"), NOTHING_PRINTED, "1,234,567"),
        (quantity(Sense.COUNT, "300000"), MU, "300,000 mu"),
        (quantity(Sense.COUNT, "0.5", qualifier=Qualifier.NEARLY), YEAR, "nearly half a year"),
        (quantity(Sense.COUNT, "0.5"), HOUR, "half an hour"),
        (quantity(Sense.COUNT, "1"), YEAR, "1 year"),
        (quantity(Sense.COUNT, "3"), YEAR, "3 years"),
        (quantity(Sense.COUNT, "0"), COPIES, "0 copies"),
        (quantity(Sense.PERCENT, "15"), NOTHING_PRINTED, "15%"),
        (quantity(Sense.PERCENT, "-2.3"), NOTHING_PRINTED, "-2.3%"),
        (quantity(Sense.PERMILLE, "3"), NOTHING_PRINTED, "3 per mille"),
        (quantity(Sense.POINTS, "0.9"), NOTHING_PRINTED, "0.9 percentage points"),
        (quantity(Sense.POINTS, "0.9", "5.9"), NOTHING_PRINTED, "0.9 and 5.9 percentage points"),
        (quantity(Sense.POINTS, "1"), NOTHING_PRINTED, "1 percentage point"),
        (quantity(Sense.RANGE, "15", "20"), NOTHING_PRINTED, "15–20"),
        (quantity(Sense.RANGE, "300000", "500000", unit="元"), CNY, "CNY 300,000–500,000"),
        (quantity(Sense.RANGE, "2000000", "3000000", unit="元"), CNY, "CNY 2 million to 3 million"),
        (quantity(Sense.RANGE, "3", "5", unit="年"), YEAR, "3–5 years"),
        (quantity(Sense.RANGE, "30", "50", unit="%"), NOTHING_PRINTED, "30–50%"),
        (quantity(Sense.RANGE, "2", "3", unit="倍"), NOTHING_PRINTED, "2–3 times"),
        (quantity(Sense.RATIO, "3", "1"), NOTHING_PRINTED, "3:1"),
        (quantity(Sense.RATIO, "6.0", "46.9", "47.1"), NOTHING_PRINTED, "6.0:46.9:47.1"),
        (quantity(Sense.RANK, "2"), NOTHING_PRINTED, "2nd"),
        (quantity(Sense.RANK, "11"), NOTHING_PRINTED, "11th"),
        (quantity(Sense.RANK, "23"), NOTHING_PRINTED, "23rd"),
        (quantity(Sense.FRACTION, "3", "10000"), NOTHING_PRINTED, "3 in 10,000"),
        (quantity(Sense.FRACTION, "1", "2", qualifier=Qualifier.ABOUT), NOTHING_PRINTED, "about half"),
        (quantity(Sense.FRACTION, "2", "3"), NOTHING_PRINTED, "2/3"),
        (quantity(Sense.MULTIPLE, "3"), NOTHING_PRINTED, "3 times"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_printed(given_quantity: Expression, unit: PrintedUnit, printed: str) -> None:
    assert str(quantity_in_english(given_quantity, unit)) == printed


@pytest.mark.parametrize(
    ("named", "printed"),
    [
        ("2023-06-30", "30 June 2023"),
        ("06-30", "30 June"),
        ("2023-06", "June 2023"),
        ("05", "May"),
        ("2023", "2023"),
        ("01..06", "January to June"),
        ("2021..2025", "2021 to 2025"),
        ("2019-01-01..2019-12-31", "1 January 2019 to 31 December 2019"),
        ("1990s", "1990s"),
        ("90s", "the 90s"),
        ("21c", "the 21st century"),
        ("H1", "the first half"),
        ("2023-H2", "the second half of 2023"),
        ("2023-Q3", "the third quarter of 2023"),
        ("09:30", "09:30"),
    ],
)
def test_dates_are_printed_and_read_back(named: str, printed: str) -> None:
    assert date_in_english(named) == printed
    assert [expression.named for expression in read_english(f"since {printed}")] == [named]


whole = st.one_of(
    st.integers(2, 99),
    st.integers(100, 10**7),
    st.builds(lambda number, power: number * 10**power, st.integers(1, 999), st.integers(0, 13)),
).map(Decimal)
decimal = st.builds(lambda number, places: Decimal(number).scaleb(-places), st.integers(11, 10**6), st.integers(0, 3))
values = st.one_of(whole, decimal).filter(lambda value: value not in (0, 1))
qualifiers = st.sampled_from([qualifier for qualifier in Qualifier if qualifier is not Qualifier.CONTRADICTORY])
plain_kinds = st.sampled_from([Sense.PERCENT, Sense.PERMILLE, Sense.POINTS, Sense.MULTIPLE])
PLACES = ("{}", "It was {} in all.", "({} in all)", "has {}, and", "CNY or not: {}; so", "“{}”")


def read_back(printed: str, place: str) -> Expression:
    (found,) = read_english(place.format(printed))
    assert found.text == printed
    return found


@given(values, qualifiers, st.sampled_from(list(UNITS)), st.sampled_from(PLACES), st.booleans())
def test_a_count_is_read_back(
    value: Decimal, qualifier: Qualifier, unit: PrintedUnit, place: str, negative: bool
) -> None:
    value = -value if negative else value
    printed = quantity_in_english(Expression("", 0, Sense.COUNT, (value,), qualifier=qualifier), unit)
    text = str(printed)
    if unit is COPIES:
        text = text.removesuffix(" copies")
    found = read_back(text, place)
    assert (found.kind, found.values, found.unit, found.qualifier) == (
        Sense.COUNT,
        (value,),
        UNITS[unit],
        qualifier,
    )


@given(values, qualifiers, plain_kinds, st.sampled_from(PLACES), st.booleans())
def test_a_share_is_read_back(value: Decimal, qualifier: Qualifier, kind: Sense, place: str, negative: bool) -> None:
    value = -value if negative and kind is not Sense.MULTIPLE else value
    printed = str(quantity_in_english(Expression("", 0, kind, (value,), qualifier=qualifier)))
    found = read_back(printed, place)
    assert (found.kind, found.values, found.qualifier) == (kind, (value,), qualifier)


@given(values, values, qualifiers, st.sampled_from(list(UNITS)), st.sampled_from(PLACES))
def test_a_range_is_read_back(
    one: Decimal, other: Decimal, qualifier: Qualifier, unit: PrintedUnit, place: str
) -> None:
    if one == other:
        return
    ends = (min(one, other), max(one, other))
    text = str(quantity_in_english(Expression("", 0, Sense.RANGE, ends, qualifier=qualifier), unit))
    text = text.removesuffix(" copies")
    found = read_back(text, place)
    assert (found.kind, found.values, found.unit, found.qualifier) == (Sense.RANGE, ends, UNITS[unit], qualifier)


@given(st.integers(1, 99), st.integers(2, 10**6), qualifiers, st.sampled_from(PLACES))
def test_a_fraction_is_read_back(above: int, below: int, qualifier: Qualifier, place: str) -> None:
    if above >= below:
        return
    printed = str(
        quantity_in_english(Expression("", 0, Sense.FRACTION, (Decimal(above), Decimal(below)), qualifier=qualifier))
    )
    found = read_back(printed, place)
    assert (found.kind, found.values, found.qualifier) == (
        Sense.FRACTION,
        (Decimal(above), Decimal(below)),
        qualifier,
    )


@given(st.integers(1, 10**4), st.sampled_from(("ranked {} in the city", "came {}", "{} place")))
def test_a_rank_is_read_back(place_of_merit: int, place: str) -> None:
    printed = str(quantity_in_english(Expression("", 0, Sense.RANK, (Decimal(place_of_merit),))))
    (found,) = read_english(place.format(printed))
    assert (found.kind, found.values) == (Sense.RANK, (Decimal(place_of_merit),))
