"""An English amount: its sign, currency, number and unit; fractions and multiples in words and figures."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from macros.quantities.english.fractions import fraction_at
from macros.quantities.english.measured import ONE_IN_TWO, EnglishAmount, measured
from macros.quantities.english.numbers import ENGLISH_SCALES, ONES, number_at
from macros.quantities.english.tokens import Tokens
from macros.quantities.english.units import money_before
from macros.quantities.expression import Sense

MULTIPLES: dict[str, int | Decimal] = {
    "doubled": 2, "doubling": 2, "doubles": 2, "twice": 2, "twofold": 2, "tripled": 3, "tripling": 3, "triples": 3,
    "trebled": 3, "thrice": 3, "threefold": 3, "quadrupled": 4, "quadrupling": 4, "fourfold": 4, "quintupled": 5,
    "fivefold": 5, "sixfold": 6, "eightfold": 8, "tenfold": 10, "hundredfold": 100, "halved": ONE_IN_TWO,
    "halving": ONE_IN_TWO,
}  # fmt: skip
DOUBLE: dict[str, int | Decimal] = {"double": 2, "triple": 3, "quadruple": 4, "treble": 3, "halve": ONE_IN_TWO}
BEFORE_DOUBLE = frozenset("to than nearly almost about will would could should roughly at may can did does".split())
BEHIND_DOUBLE = frozenset("the that what its their last".split())
BEFORE_SPAN = frozenset("a past last next coming following previous".split())
MINUS = frozenset({"-", "–"})
NOT_ONE_BEFORE = frozenset("no this that the which any every another at as someone each whichever what".split())
NOT_ONE_BEHIND = frozenset(
    "of another by after and is was are were who which that can must should may will has had to 's where when from or "
    "on for in at with as it they he she we you i but if than because so being itself".split()
)


def amount_at(tokens: Tokens, at: int, joins: bool = True) -> EnglishAmount | None:
    """The longest amount that begins at a token: its sign, currency, number and unit; qualifiers stand outside it."""
    found = multiple_at(tokens, at) or fraction_at(tokens, at) or span_at(tokens, at)
    if found:
        return found
    place, sign, money = before_number(tokens, at)
    number = number_at(tokens, place, money=bool(money), joins=joins)
    if number is None:
        return None
    amount = measured(
        tokens, EnglishAmount((number.value * sign,), number.end, unit=money, number=number, money=bool(money))
    )
    return None if is_pronoun(tokens, at, amount) else amount


def span_at(tokens: Tokens, at: int) -> EnglishAmount | None:
    """A decade; the past century: ten or a hundred years without a numeral."""
    span = tokens[at + 1].text
    if tokens[at].text in BEFORE_SPAN and span in ("decade", "century") and tokens[at + 2].text != "and":
        return EnglishAmount((Decimal(1),), at + 2, unit=span)
    return None


def before_number(tokens: Tokens, at: int) -> tuple[int, int, str]:
    """The place of the number, its sign (1 or -1) and its currency."""
    place, sign, money = at, 1, ""
    for _ in range(3):
        if tokens[place].text in ("minus", "negative") or is_minus(tokens, place):
            place, sign = place + 1, -1
        elif not money and (found := money_before(tokens, place)):
            money, place = found
        elif money and tokens[place].text in ("¥", "$", "-") and tokens[place + 1].glued:
            place += 1
        else:
            break
    return place, sign, money


def is_minus(tokens: Tokens, at: int) -> bool:
    """Whether a dash is the sign of the number that it touches, and neither a hyphen nor a range."""
    before = tokens[at - 1]
    apart = not tokens[at].glued or not (before.is_word or before.number is not None or before.text in ("%", ")"))
    return tokens[at].text in MINUS and apart and tokens[at + 1].glued and tokens[at + 1].number is not None


def is_pronoun(tokens: Tokens, at: int, amount: EnglishAmount) -> bool:
    """Whether “one” stands for a thing, and counts none: no one, one another, one of them, one-stop, the one."""
    if tokens[at].text != "one" or amount.end != at + 1 or not amount.is_bare:
        return False
    behind = tokens[at + 1]
    if behind.number is not None or behind.text in ENGLISH_SCALES:
        return False
    return (
        tokens[at - 1].text in NOT_ONE_BEFORE or behind.text in NOT_ONE_BEHIND or not behind.is_word
    ) and not range_behind(tokens, at + 1)


def range_behind(tokens: Tokens, at: int) -> bool:
    """Whether a number goes on behind “one”: one to three, one or two, one–two."""
    return tokens[at].text in ("to", "or", "–", "-", "in") and (
        tokens[at + 1].text in ONES or tokens[at + 1].number is not None
    )


def multiple_at(tokens: Tokens, at: int) -> EnglishAmount | None:
    """Doubled; twice; tenfold; double the."""
    word = tokens[at].text
    value = MULTIPLES.get(word)
    if value is None and (tokens[at - 1].text in BEFORE_DOUBLE or tokens[at + 1].text in BEHIND_DOUBLE):
        value = DOUBLE.get(word)
    if value is None or (tokens[at + 1].text == "-" and tokens[at + 1].glued):
        return None
    return EnglishAmount((Decimal(value),), at + 1, Sense.MULTIPLE)


def scaled_like(tokens: Tokens, low: EnglishAmount, high: EnglishAmount) -> EnglishAmount:
    """The low end of a range with the scale that stands behind the high one: 2 to 3 million."""
    if low.number is None or high.number is None or low.number.scale > 1 or high.number.scale == 1:
        return low
    if abs(low.values[0]) >= high.number.value / high.number.scale:
        return low
    return replace(low, values=(low.values[0] * high.number.scale,))
