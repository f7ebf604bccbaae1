"""Series: the same quantity over documents, in order of time, and how far it changed from one period to the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from macros.quantities.expression import Sense
from macros.records.document import Edition
from macros.records.figure import NO_PERIOD, Figure
from macros.records.periods import span_of
from macros.register.register import PublishedFigure, Register

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


def span(register: Register, figure: Figure) -> tuple[date, date] | None:
    """First and last day of a figure's period; of its document's where it states none."""
    period = document_of(register, figure).period if needs_document(figure) else figure.period
    return span_of(register.periods[period])


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
