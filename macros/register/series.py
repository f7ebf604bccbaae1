"""Series: the same quantity over documents, in order of time, and how far it changed from one period to the next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from macros.quantities.expression import Sense
from macros.records.document import Edition
from macros.records.figure import NO_PERIOD, Figure
from macros.records.periods import span_of
from macros.register.published import PublishedFigure
from macros.register.register import Register

MOST_DAYS_APART = 5
"""By how many days periods of one length may differ: half-years, months."""
WHICH_YEAR = re.compile("^(?:last|this|next|whole)-(?:year-)?")
"""Before what a period is called: last-year and this-year are both years."""
WITH_CHANGE = frozenset({Sense.COUNT, Sense.PERCENT, Sense.PERMILLE, Sense.RANK})
"""Kinds whose change can be computed: of a ratio, a range or a fraction no one number would say it."""


@dataclass(frozen=True)
class ComputedChange:
    """By how much a figure differs from the one before; ``share`` as part of that one, for what counts or measures."""

    amount: Decimal
    share: Decimal | None


def document_of(register: Register, figure: Figure) -> Edition:
    """The document that states a figure."""
    return register.texts[figure.source.partition("#")[0]].document


def needs_document(figure: Figure) -> bool:
    """Whether only the period of its document tells when a figure is, since its sentence states none."""
    return figure.period.startswith(f"{NO_PERIOD}-")


def period_meant(register: Register, figure: Figure) -> str:
    """The id of a figure's period, or of its document's where it states none."""
    return document_of(register, figure).period if needs_document(figure) else figure.period


def span(register: Register, figure: Figure) -> tuple[date, date] | None:
    """First and last day of a figure's period; of its document's where it states none."""
    return span_of(register.periods[period_meant(register, figure)])


def equally_long(register: Register, before: Figure, after: Figure) -> bool:
    """Whether two figures are of periods of one length: by their dates or, where neither has any, by their names.

    What was counted in half a year says nothing of a change against what was counted in a year.
    """
    one, other = span(register, before), span(register, after)
    if one and other:
        return abs((one[1] - one[0]).days - (other[1] - other[0]).days) <= MOST_DAYS_APART
    names = [WHICH_YEAR.sub("", period_meant(register, figure)) for figure in (before, after)]
    return one is other and names[0] == names[1]


def in_time(register: Register, figures: Sequence[PublishedFigure]) -> list[PublishedFigure]:
    """Figures from the earliest to the latest."""
    return sorted(figures, key=lambda one: register.periods[one.figure.period].order)


def change_since(before: Figure, after: Figure) -> ComputedChange | None:
    """How far a figure changed from the period before; None unless both are exact numbers of one kind that has one."""
    if before.kind is not after.kind or after.kind not in WITH_CHANGE or not (before.is_exact and after.is_exact):
        return None
    amount = after.value - before.value
    share = amount / before.value if after.kind is Sense.COUNT and before.value > 0 else None
    return ComputedChange(amount, share)


def labels_differ(figures: Sequence[PublishedFigure]) -> bool:
    """Whether the figures of a series are called differently in any language."""
    return len({(one.figure.label.zh, one.figure.label.en) for one in figures}) > 1
