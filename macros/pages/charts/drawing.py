"""What a picture is made of. Templates draw these parts; nothing here knows HTML or colours.

Positions across are percentages of the panel or em, positions down are em: a panel grows with its column, its text
only with the reader's type size.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from macros.pages.charts.measure import COLUMN, broken
from macros.pages.fallback import chinese_runs, without_bounds

LEADING = 1.5
"""Height of a line of text, in its own em."""
BOLD_LOOKS = frozenset({"heading", "strong", "amount", "on-box"})
"""Looks that are set in bold type."""
BASELINE = 1.1
"""From the top of a line down to its baseline, in its own em."""


def em(value: float) -> str:
    """A length in em as SVG writes it."""
    return f"{round(value, 3):g}em"


def percent_length(value: float) -> str:
    """A length in per cent as SVG writes it."""
    return f"{round(value, 2):g}%"


@dataclass(frozen=True)
class TextLine:
    """One line of text and where its baseline is; ``runs`` are its parts with whether they are untranslated Chinese."""

    text: str
    y: str
    runs: tuple[tuple[str, bool], ...] = ()


@dataclass(frozen=True)
class TextBlock:
    """Words, line by line; ``look`` names how they look and ``size`` is in em.

    ``end`` sets them flush right; ``capital`` shows their first letter as a capital, without changing it.
    """

    kind: ClassVar[str] = "text"
    look: str
    x: str
    lines: tuple[TextLine, ...]
    size: float = 1.0
    end: bool = False
    capital: bool = False


@dataclass(frozen=True)
class Rect:
    """A rectangle."""

    kind: ClassVar[str] = "rect"
    look: str
    x: str
    y: str
    width: str
    height: str


@dataclass(frozen=True)
class Circle:
    """A circle."""

    kind: ClassVar[str] = "circle"
    look: str
    x: str
    y: str
    radius: str


@dataclass(frozen=True)
class Stroke:
    """A straight line."""

    kind: ClassVar[str] = "line"
    look: str
    x: str
    y: str
    to_x: str
    to_y: str


ChartShape = TextBlock | Rect | Circle | Stroke


@dataclass(frozen=True)
class Panel:
    """One drawing: what it is called, what is to be seen on it in words, how high it is, and its parts."""

    title: str
    description: str
    height: str
    shapes: tuple[ChartShape, ...]


@dataclass(frozen=True)
class ChartRow:
    """A row of the table below a picture: where its head leads, and the sentence it rests on, if there is one."""

    head: str
    cells: tuple[str, ...]
    sentence: str
    address: str = ""


@dataclass(frozen=True)
class Remark:
    """What a reader of a picture must know; ``label`` says of what, or who says so."""

    label: str
    text: str


@dataclass(frozen=True)
class Picture:
    """Panels under one caption, with all they show in a table; ``columns`` names head and cells of its rows."""

    id: str
    caption: str
    notes: tuple[str, ...]
    panels: tuple[Panel, ...]
    columns: tuple[str, ...]
    rows: tuple[ChartRow, ...]
    remarks: tuple[Remark, ...] = ()
    whole_width: bool = False
    """Whether each panel takes the width of the picture, rather than standing beside the next."""
    dataset: str = "figures"
    """The open data that its table is taken from."""


class Sheet:
    """A panel being drawn from top to bottom; ``y`` is how far it has come, in em."""

    def __init__(self) -> None:
        self.y = 0.0
        self.shapes: list[ChartShape] = []

    def skip(self, height: float) -> None:
        """Leaves space."""
        self.y += height

    def write(
        self,
        text: str,
        look: str = "label",
        *,
        x: float = 0.0,
        free: float = 0.0,
        size: float = 1.0,
        capital: bool = False,
    ) -> None:
        """Writes ``text`` below what is there, ``x`` em from the left and ``free`` em from the right."""
        # Lengths in a text are counted in its own em.
        lines, top = broken(without_bounds(text), (COLUMN - x - free) / size, look in BOLD_LOOKS), self.y / size
        placed = tuple(
            TextLine("".join(part for part, _ in runs), em(top + BASELINE + LEADING * number), runs)
            for number, runs in enumerate(chinese_runs(lines, text))
        )
        self.shapes.append(TextBlock(look, em(x / size), placed, size, capital=capital))
        self.y += LEADING * size * len(lines)

    def add(self, *shapes: ChartShape) -> None:
        """Puts shapes where they say; the place reached does not change."""
        self.shapes.extend(shapes)

    def panel(self, title: str, description: str) -> Panel:
        """The finished panel, with room for what hangs below the last baseline."""
        return Panel(title, description, em(self.y + 0.25), tuple(self.shapes))
