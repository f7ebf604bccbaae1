"""The numbers of a source document that are recorded as figures, where they stand in its text, in order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from macros.records.figure import Figure
from macros.records.shared_parts import full_id
from macros.records.units import NO_UNIT
from macros.records.vocabulary import Unit
from macros.register.published import PublishedFigure

SORTS = ("money", "people", "things")
"""What figures count, in the order in which they are listed."""
BY_ITS_WHOLE = ("percent", "per-mille", "percentage-point", "multiple", "fraction", "tenth")
"""Units of figures that count what the figure counts that they are a change or a share of."""
SUM_BEFORE = re.compile(
    "(?:价值|产值|总值|总价|单价|售价|造价|价格|价款|货款|金额|资金|经费|款项|费用|贷款|投资|预算|销售额|营业额|成交额"
    "|交易额|利润|税收|补助|奖金)"
    "(?:总额|总量|合计|总计|累计|共计?|达到?|为|是|计|折合|[：:])*$"
)
"""Words right before a number that say that it is a value or a sum of money."""


@dataclass(frozen=True)
class NumberInText:
    """A number of a sentence and the figures that it is recorded as; ``sort`` is what the first of them counts."""

    figures: tuple[PublishedFigure, ...]
    sort: str
    start: int
    end: int

    @property
    def source(self) -> str:
        """The sentence, or the cell of a table, that it stands in."""
        return self.figures[0].figure.source

    @property
    def anchor(self) -> str:
        """Its place on the page of the document: sentence and character."""
        return f"number-{self.source.partition('#')[2]}-{self.start}"


def what_it_counts(one: PublishedFigure, figures: Mapping[str, PublishedFigure], units: Mapping[str, Unit]) -> str:
    """What a figure counts: money, people or things; a share or a change of another what that one counts.

    Where its source leaves the unit open, money if the words before the number say that it is a value or a sum.
    """
    seen = {one.id}
    while one.figure.unit in BY_ITS_WHOLE and one.figure.of:
        whole = figures.get(full_id(one.record, one.figure.of))
        if whole is None or whole.id in seen:
            break
        one = whole
        seen.add(one.id)
    return "money" if states_sum(one.figure) else units[one.figure.unit].counted


def states_sum(figure: Figure) -> bool:
    """Whether a number without a unit stands behind words that say that it is a value or a sum: 价值30万."""
    return figure.unit == NO_UNIT and bool(SUM_BEFORE.search(figure.quote.partition(figure.written)[0]))


def numbers_by_document(
    figures: Mapping[str, PublishedFigure], units: Mapping[str, Unit], order: Mapping[str, int]
) -> dict[str, tuple[NumberInText, ...]]:
    """The numbers of each document in the order of its text, which ``order`` gives for its sentences."""

    def place(one: PublishedFigure) -> tuple[int, int]:
        return order[one.figure.source], one.figure.start

    found: dict[str, list[NumberInText]] = {}
    for (_, start), group in groupby(sorted(figures.values(), key=place), place):
        together = tuple(group)
        source = together[0].figure.source
        end = start + max(len(one.figure.written) for one in together)
        before = found.setdefault(source.partition("#")[0], [])
        if not before or before[-1].source != source or before[-1].end <= start:
            before.append(NumberInText(together, what_it_counts(together[0], figures, units), start, end))
    return {ident: tuple(numbers) for ident, numbers in found.items()}


@dataclass(frozen=True)
class Steps:
    """The numbers before and after one, among all of a document or among those that count the same."""

    place: int
    total: int
    before: NumberInText | None
    after: NumberInText | None


def with_neighbours(numbers: Sequence[NumberInText]) -> Iterator[tuple[NumberInText, Steps]]:
    """Each number with its neighbours."""
    total = len(numbers)
    for at, one in enumerate(numbers):
        after = numbers[at + 1] if at + 1 < total else None
        yield one, Steps(at + 1, total, numbers[at - 1] if at else None, after)
