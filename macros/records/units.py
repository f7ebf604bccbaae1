"""The units of the software and those that a bureau adds, found by how a source writes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from macros.quantities.expression import Expression, Sense
from macros.records.shipped import shipped_units
from macros.records.vocabulary import Unit

NO_UNIT = "not-stated"
DEGREE = "degree-celsius"
BY_KIND = {
    Sense.PERCENT: "percent",
    Sense.PERMILLE: "per-mille",
    Sense.POINTS: "percentage-point",
    Sense.RATIO: "ratio",
    Sense.FRACTION: "fraction",
    Sense.MULTIPLE: "multiple",
    Sense.RANK: "rank",
}
"""Units of quantities that are none of things: what kind they are says what they count."""


@dataclass(frozen=True)
class UnitTable:
    """All units that figures may have; a bureau's stand behind those of the software and replace none."""

    entries: tuple[Unit, ...]

    @classmethod
    def with_own(cls, own: Iterable[Unit]) -> UnitTable:
        """The units of the software and a bureau's own."""
        return cls((*shipped_units(), *own))

    @cached_property
    def by_id(self) -> Mapping[str, Unit]:
        """Units by id."""
        return {one.id: one for one in reversed(self.entries)}

    @cached_property
    def by_writing(self) -> Mapping[str, Unit]:
        """Units by how a source writes them."""
        return {word: one for one in reversed(self.entries) for word in one.written}

    @cached_property
    def words(self) -> frozenset[str]:
        """Every way in which a source may write a unit."""
        return frozenset(self.by_writing)

    def of(self, expression: Expression) -> str | None:
        """The id of a quantity's unit: that of its kind, or of the word written; None for a word that none has."""
        if expression.kind in BY_KIND:
            return BY_KIND[expression.kind]
        if expression.unit == "度" and "零下" in expression.text:
            return DEGREE
        if not expression.unit:
            return NO_UNIT
        unit = self.by_writing.get(expression.unit)
        return unit.id if unit else None
