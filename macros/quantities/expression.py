"""What the grammars find in a text: an expression with a numeral, whole, and what it says."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Sense(StrEnum):
    """What sort of thing an expression is. The first group are quantities, which a page must account for."""

    COUNT = "count"
    PERCENT = "percent"
    PERMILLE = "permille"
    POINTS = "points"
    """Percentage points."""
    FRACTION = "fraction"
    RANGE = "range"
    RATIO = "ratio"
    RANK = "rank"
    MULTIPLE = "multiple"
    """So many times as much (3倍, 翻一番)."""

    PER = "per"
    """What a rate is counted by (每万人): it belongs to the quantity beside it."""
    DATE = "date"
    NAME = "name"
    """Part of a name: 5G, “1+3+N”, 十四五, a document number, a telephone number."""
    ORDINAL = "ordinal"
    """第3批: which one, and not how many; a place in an order of merit is a RANK."""
    ENUMERATOR = "enumerator"
    """Numbers the parts of a text: 一是, （一）, First."""


QUANTITIES = frozenset(
    {
        Sense.COUNT,
        Sense.PERCENT,
        Sense.PERMILLE,
        Sense.POINTS,
        Sense.FRACTION,
        Sense.RANGE,
        Sense.RATIO,
        Sense.RANK,
        Sense.MULTIPLE,
    }
)
"""Kinds that state how much or how many."""


class Qualifier(StrEnum):
    """How exact a quantity is."""

    EXACT = "exact"
    NEARLY = "nearly"
    OVER = "over"
    ABOUT = "about"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    UNDER = "under"
    CONTRADICTORY = "contradictory"
    """Words that contradict each other (近50多个): a person must say how it is to be read."""


class Direction(StrEnum):
    """Whether the clause says that something went up or down by a quantity."""

    NONE = ""
    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression as it stands in a text: the longest, with everything that touches it.

    ``values`` are in base units (230万元 is 2300000): one for most kinds, low and high for a range, two or three for
    a ratio, numerator and denominator for a fraction written as one. A date, a name, an ordinal or an enumerator
    says what it names in ``named`` (2023-06-30, 2023, 01..06; 5G; 3).
    """

    text: str
    start: int
    kind: Sense
    values: tuple[Decimal, ...] = ()
    unit: str = ""
    """As written, without the scale of the number: 元 of 万元. Empty where none is written, and for % and ratios."""
    qualifier: Qualifier = Qualifier.EXACT
    named: str = ""
    negated: str = ""
    """The word of the clause that says that it is not so, or not yet (未, 将, 力争); empty where none does."""
    direction: Direction = Direction.NONE
    counted: str = ""
    """The noun that is counted, where the words behind tell (14个镇, 15 commissioners); empty where none is known."""

    per: str = ""
    """What it is counted by, where a PER expression beside it says so (每10万人 of 每10万人156.3例): the words of that
    expression. A quantity with it says nothing true without it. Empty for what is no rate."""

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.start + len(self.text)

    @property
    def is_quantity(self) -> bool:
        """Whether it says how much or how many."""
        return self.kind in QUANTITIES
