"""Which earlier figure another one goes on from: it has the same name and unit, or is the same of one that does."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from macros.drafting.figures import Quantity, label_of, quantities_of
from macros.drafting.names import untaken
from macros.quantities.chinese.relations import RelationKind
from macros.quantities.expression import Sense
from macros.records.collection import Collection
from macros.records.figure import Figure
from macros.records.resolution import Resolver
from macros.records.shared_parts import full_id
from macros.text.placeholders import without_marker

ROUNDING = Decimal("0.005")
NamedFigure = tuple[str, Figure]
"""A figure and its full id."""


class EarlierFigures:
    """The figures of earlier documents, by what the program would call them, and what goes on from them."""

    def __init__(self, collection: Collection, resolver: Resolver) -> None:
        self.collection, self.resolver = collection, resolver
        self.called: dict[tuple[str, str], list[NamedFigure]] = {}
        """By label and unit, the latest first; those that are of no other."""
        self.related: dict[tuple[str, str, str], list[NamedFigure]] = {}
        """By the full id of the figure that they are of, unit and relation."""
        self.goes_on: dict[Quantity, str] = {}
        """The full id of the earlier figure that a new one goes on from."""
        self.given: dict[str, str] = {}
        """The series that earlier figures get, by their full ids."""
        self.periods: dict[str, set[str]] = {}
        """The periods of each series."""
        every = [(f"{entry.id}.{figure.id}", entry.id, figure) for entry, _, figure in collection.figures()]
        every.sort(key=lambda one: order_of_period(one[2].period), reverse=True)
        for ident, record, figure in every:
            if figure.series:
                self.periods.setdefault(figure.series, set()).add(figure.period)
            if figure.of:
                key = (full_id(record, figure.of), figure.unit, str(figure.relation or ""))
                self.related.setdefault(key, []).append((ident, figure))
                continue
            for label in dict.fromkeys(self.labels(figure)):
                self.called.setdefault((label, figure.unit), []).append((ident, figure))

    def labels(self, figure: Figure) -> Iterator[str]:
        """What a figure is called, and what the program would have called it."""
        yield without_marker(figure.label.zh)
        for one in quantities_of(self.resolver.sources, figure.source):
            if one.one.start == figure.start:
                yield label_of(one, self.collection.periods)

    def before(self, one: Quantity, label: str, base: Quantity | None, record: str) -> NamedFigure | None:
        """The latest figure that a quantity with a label goes on from, of its record rather than of another.

        ``base`` is the quantity that it is of, which must go on from one too. No two go on from the same, and no
        series has two figures for one period.
        """
        unit = self.collection.units.of(one.one) or ""
        if base is None:
            found = self.called.get((label, unit), [])
            found = sorted(found, key=lambda named: not named[0].startswith(f"{record}."))
        else:
            found = self.related.get((self.goes_on.get(base, ""), unit, str(one.kind or "")), [])
        period = self.resolver.period(one.sentence, one.one.start)
        used = set(self.goes_on.values())
        for ident, figure in found[:MOST_TRIED]:
            taken = self.periods.get(figure.series or self.given.get(ident, ""), {figure.period})
            if ident not in used and period not in taken:
                self.goes_on[one] = ident
                self.periods.setdefault(self.series_of((ident, figure)), {figure.period}).add(period)
                return ident, figure
        return None

    def series_of(self, named: NamedFigure) -> str:
        """The series of an earlier figure; a new one by its id where it has none."""
        ident, figure = named
        if figure.series:
            return figure.series
        if ident not in self.given:
            self.given[ident] = untaken(ident.partition(".")[2], self.periods, "series")
        return self.given[ident]

    def reached(self, rate: Quantity, result: Quantity, record: str) -> str:
        """The only figure of a record of which a result is the share that a rate says: 到位率60% of 9000万元."""
        if result.kind is not RelationKind.RESULT or len(rate.one.values) != 1:
            return ""
        unit = self.collection.units.of(result.one)
        share, value = rate.one.values[0] / 100, result.one.values[-1]
        found = {
            f"{entry.id}.{figure.id}"
            for entry, _, figure in self.collection.figures()
            if entry.id == record and figure.unit == unit and figure.kind is Sense.COUNT and not figure.of
            if figure.value > 0 and abs(value / figure.value - share) < ROUNDING
        }
        return found.pop() if len(found) == 1 else ""


MOST_TRIED = 50


def order_of_period(period: str) -> tuple[str, str]:
    """Where a period stands in time, as far as its id says."""
    return "".join(char for char in period if char.isdigit())[:4], period
