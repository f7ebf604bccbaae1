"""An English amount: its sign, currency, number and unit; fractions and multiples in words and figures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from macros.quantities.english_numbers import ENGLISH_SCALES, HALVES, ONES, EnglishNumber, number_at, part_of_scale
from macros.quantities.english_ordinals import ORDINALS, value_of_word
from macros.quantities.english_tokens import Tokens
from macros.quantities.english_units import measure_at, money_before, money_behind, part_of_100
from macros.quantities.expression import Kind

ONE_IN_TWO = Decimal("0.5")
MULTIPLES: dict[str, int | Decimal] = {
    "doubled": 2, "doubling": 2, "doubles": 2, "twice": 2, "twofold": 2, "tripled": 3, "tripling": 3, "triples": 3,
    "trebled": 3, "thrice": 3, "threefold": 3, "quadrupled": 4, "quadrupling": 4, "fourfold": 4, "quintupled": 5,
    "fivefold": 5, "sixfold": 6, "eightfold": 8, "tenfold": 10, "hundredfold": 100, "halved": ONE_IN_TWO,
    "halving": ONE_IN_TWO,
}  # fmt: skip
DOUBLE: dict[str, int | Decimal] = {"double": 2, "triple": 3, "quadruple": 4, "treble": 3, "halve": ONE_IN_TWO}
BEFORE_DOUBLE = frozenset("to than nearly almost about will would could should roughly at may can did does".split())
BEHIND_DOUBLE = frozenset("the that what its their last".split())
MINUS = frozenset({"-", "–"})
NOT_ONE_BEFORE = frozenset("no this that the which any every another at as someone each whichever what".split())
NOT_ONE_BEHIND = frozenset(
    "of another by after and is was are were who which that can must should may will has had to 's where when from or "
    "on for in at with as it they he she we you i but if than because so being itself".split()
)
POWERS = frozenset(10**power for power in range(1, 13))
SMALL_CHANCE = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 20, 50, 200, 500})
"""“One in five”: of so many; of a power of ten, any number may be (3 in 10,000)."""


@dataclass(frozen=True, slots=True)
class EnglishAmount:
    """An amount that ends before the token at ``end``; ``number`` is its number as it stands there."""

    values: tuple[Decimal, ...]
    end: int
    kind: Kind = Kind.COUNT
    unit: str = ""
    number: EnglishNumber | None = None
    money: bool = False

    @property
    def is_bare(self) -> bool:
        """Whether it is a number and no more."""
        return self.kind is Kind.COUNT and not self.unit


def amount_at(tokens: Tokens, at: int, joins: bool = True) -> EnglishAmount | None:
    """The longest amount that begins at a token: its sign, currency, number and unit; qualifiers stand outside it."""
    found = multiple_at(tokens, at) or fraction_at(tokens, at)
    if found:
        return found
    place, sign, money = before_number(tokens, at)
    number = number_at(tokens, place, money=bool(money), joins=joins)
    if number is None:
        return None
    amount = with_unit(
        tokens, EnglishAmount((number.value * sign,), number.end, unit=money, number=number, money=bool(money))
    )
    return None if is_pronoun(tokens, at, amount) else amount


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


def with_unit(tokens: Tokens, amount: EnglishAmount) -> EnglishAmount:
    """The amount with the unit behind it: %, yuan, times, years, km."""
    at = amount.end
    if found := part_of_100(tokens, at):
        return replace(amount, kind=found[0], end=found[1])
    if (found_money := money_behind(tokens, at)) and (not amount.money or found_money[0] == amount.unit):
        unit, _, part = found_money[0].partition("-")
        share = {"cent": 100, "fen": 100, "jiao": 10}.get(part, 1)
        return replace(amount, values=(amount.values[0] / share,), unit=unit, end=found_money[1], money=True)
    if amount.money:
        return amount
    hyphen = at + (tokens[at].text == "-" and tokens[at].glued and tokens[at + 1].glued)
    if tokens[hyphen].text in ("times", "fold") or (tokens[at].text in ("x", "×") and tokens[at].glued):
        return replace(amount, kind=Kind.MULTIPLE, end=hyphen + 1)
    measure = measure_at(tokens, at, digits=bool(amount.number and not amount.number.in_words))
    return with_half_behind(tokens, replace(amount, unit=measure[0], end=measure[1])) if measure else amount


def with_half_behind(tokens: Tokens, amount: EnglishAmount) -> EnglishAmount:
    """Two years and a half."""
    if tokens.words(amount.end, 3) == ("and", "a", "half"):
        return replace(amount, values=(amount.values[0] + ONE_IN_TWO,), end=amount.end + 3)
    return amount


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
    return EnglishAmount((Decimal(value),), at + 1, Kind.MULTIPLE)


def fraction_at(tokens: Tokens, at: int) -> EnglishAmount | None:
    """A fraction in words or figures, or half a unit."""
    if part_of_scale(tokens, at):
        return None
    return half_at(tokens, at) or parts_at(tokens, at) or chance_at(tokens, at) or slashed_at(tokens, at)


def half_at(tokens: Tokens, at: int) -> EnglishAmount | None:
    """Half a year; half of them; one half; a quarter of an hour; a year and a half."""
    if tokens[at].text in ("a", "an") and (one := measure_at(tokens, at + 1, digits=False)):
        whole = with_half_behind(tokens, EnglishAmount((Decimal(1),), one[1], unit=one[0]))
        return whole if whole.end > one[1] else None
    place = at + (tokens[at].text in ("a", "one") and tokens[at + 1].text in HALVES)
    part = HALVES.get(tokens[place].text)
    if part is None or number_at(tokens, at) or (tokens[place].text == "quarter" and place == at):
        return None
    behind = place + 1
    if tokens[behind].text == "-" and tokens[behind].glued:
        joined = measure_at(tokens, behind + 1, digits=False)
        return EnglishAmount((part,), joined[1], unit=joined[0]) if joined and tokens[place].text == "half" else None
    article = behind + (tokens[behind].text == "of")
    if tokens[article].text in ("a", "an") and (share := part_of_100(tokens, article + 1)):
        return EnglishAmount((part,), share[1], share[0])
    if tokens[article].text in ("a", "an") and (unit := measure_at(tokens, article + 1, digits=False)):
        return EnglishAmount((part,), unit[1], unit=unit[0])
    if tokens[place].text == "quarter" and tokens[behind].text != "of":
        return None
    return EnglishAmount((Decimal(1), 1 / part), behind, Kind.FRACTION)


def parts_at(tokens: Tokens, at: int) -> EnglishAmount | None:
    """One third; two-thirds; three quarters; nine tenths; a third of; three ten-thousandths."""
    above = tokens[at].text
    if above == "a":
        counted: Decimal | None = Decimal(1)
    else:
        counted = Decimal(ONES[above]) if ONES.get(above) else tokens[at].number
    place = at + 1 + (tokens[at + 1].text == "-" and tokens[at + 1].glued)
    if counted is None:
        return None
    found = denominator_at(tokens, place)
    if found is None:
        return None
    below, end = found
    plural = tokens[end - 1].text.endswith("s")
    if plural != (counted != 1) or below < 2 or tokens[end].text in ("place", "position"):
        return None
    if above == "a" and tokens[end].text != "of" and tokens[end].is_word:
        return None
    if (
        above != "a"
        and tokens[place].text == "quarters"
        and tokens[at - 1].text in ("past", "last", "next", "for", "over")
    ):
        return EnglishAmount((counted,), end, unit="quarter")
    return EnglishAmount((counted, Decimal(below)), end, Kind.FRACTION)


def denominator_at(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Thirds, quarters, hundredths, ten-thousandths: into how many parts, and the place behind it."""
    word = tokens[at].text
    single = word.removesuffix("s")
    if single in ("quarter", "half", "halve"):
        return (4 if single == "quarter" else 2), at + 1
    if single == "second" or single == "first":
        return None
    if single in ORDINALS:
        return value_of_word(ORDINALS[single]), at + 1
    if word in ("ten", "hundred") and tokens[at + 1].text in ("-", "thousandth", "thousandths"):
        last = at + 1 + (tokens[at + 1].text == "-")
        large = ORDINALS.get(tokens[last].text.removesuffix("s"))
        if large and value_of_word(large) >= 1000:
            return value_of_word(word) * value_of_word(large), last + 1
    return None


def chance_at(tokens: Tokens, at: int) -> EnglishAmount | None:
    """3 in 10,000; one in five; 3 out of every 10."""
    above = number_at(tokens, at)
    if above is None or above.vague or above.scale > 1 or above.value % 1:
        return None
    place = above.end
    place += tokens[place].text == "out" and tokens[place + 1].text == "of"
    if tokens[place].text not in ("in", "of") or (tokens[place].text == "of" and place == above.end):
        return None
    place += 1 + (tokens[place + 1].text == "every")
    below = number_at(tokens, place)
    if below is None or below.vague or below.value <= above.value or below.value % 1:
        return None
    every = tokens[place - 1].text in ("every",) or tokens[above.end].text == "out"
    if not every and below.value not in POWERS and not (above.value == 1 and below.value in SMALL_CHANCE):
        return None
    if with_unit(tokens, EnglishAmount((below.value,), below.end)).end != below.end:
        return None
    return EnglishAmount((above.value, below.value), below.end, Kind.FRACTION)


def slashed_at(tokens: Tokens, at: int) -> EnglishAmount | None:
    """1/3."""
    above, slash, below = tokens[at].number, tokens[at + 1], tokens[at + 2].number
    if above is None or below is None or slash.text != "/" or not (slash.glued and tokens[at + 2].glued):
        return None
    if not 0 < above < below or tokens[at + 3].text == "/" or above % 1 or below % 1:
        return None
    return EnglishAmount((above, below), at + 3, Kind.FRACTION)


def scaled_like(tokens: Tokens, low: EnglishAmount, high: EnglishAmount) -> EnglishAmount:
    """The low end of a range with the scale that stands behind the high one: 2 to 3 million."""
    if low.number is None or high.number is None or low.number.scale > 1 or high.number.scale == 1:
        return low
    if abs(low.values[0]) >= high.number.value / high.number.scale:
        return low
    return replace(low, values=(low.values[0] * high.number.scale,))
