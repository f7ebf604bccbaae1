"""A number with its unit in English."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from macros.quantities.english.numbers import EnglishNumber
from macros.quantities.english.tokens import Tokens
from macros.quantities.english.units import measure_at, money_behind, part_of_100
from macros.quantities.expression import Sense

ONE_IN_TWO = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class EnglishAmount:
    """An amount that ends before the token at ``end``; ``number`` is its number as it stands there."""

    values: tuple[Decimal, ...]
    end: int
    kind: Sense = Sense.COUNT
    unit: str = ""
    number: EnglishNumber | None = None
    money: bool = False

    @property
    def is_bare(self) -> bool:
        """Whether it is a number and no more."""
        return self.kind is Sense.COUNT and not self.unit


def measured(tokens: Tokens, amount: EnglishAmount) -> EnglishAmount:
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
        return replace(amount, kind=Sense.MULTIPLE, end=hyphen + 1)
    measure = measure_at(tokens, at, digits=bool(amount.number and not amount.number.in_words))
    return with_half_behind(tokens, replace(amount, unit=measure[0], end=measure[1])) if measure else amount


def with_half_behind(tokens: Tokens, amount: EnglishAmount) -> EnglishAmount:
    """Two years and a half."""
    if tokens.words(amount.end, 3) == ("and", "a", "half"):
        return replace(amount, values=(amount.values[0] + ONE_IN_TWO,), end=amount.end + 3)
    return amount
