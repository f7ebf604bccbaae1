"""What a picture is made of. A row is words, which templates set as text, and the shapes of its bar.

Positions are percentages of the axis, so that a bar grows with its column and its words with the reader's type.
"""

from __future__ import annotations

from dataclasses import dataclass

from macros.register.published import PublishedFigure


@dataclass(frozen=True)
class BarPart:
    """A stretch of a bar, from where and how wide in per cent; ``look`` names how it looks."""

    look: str
    x: str
    width: str


@dataclass(frozen=True)
class BarRow:
    """A figure of a picture: what it is called there, what the site computes of it, and its bar."""

    one: PublishedFigure
    head: str
    change: str
    parts: tuple[BarPart, ...]
    zero: str = ""
    """Where the axis has its zero, in per cent, if not at its left end."""


@dataclass(frozen=True)
class Panel:
    """Figures of one unit on one axis."""

    title: str
    rows: tuple[BarRow, ...]
    by_period: bool = False
    """Whether its rows differ in period, which each then names."""


@dataclass(frozen=True)
class Remark:
    """What a reader of a picture must know; ``label`` says of what, or who says so."""

    label: str
    text: str


@dataclass(frozen=True)
class Picture:
    """Panels under one caption."""

    id: str
    caption: str
    notes: tuple[str, ...]
    panels: tuple[Panel, ...]
    remarks: tuple[Remark, ...] = ()


def percent_length(value: float) -> str:
    """A length in per cent as SVG writes it."""
    return f"{round(value, 2):g}%"
