"""Bars: figures of one unit on one axis, each unit in a panel of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from macros.pages.charts.drawing import (
    BASELINE,
    Panel,
    Picture,
    Rect,
    Sheet,
    Stroke,
    TextBlock,
    TextLine,
    em,
    percent_length,
)
from macros.pages.charts.measure import COLUMN, width_of
from macros.pages.charts.tables import chart_rows, figure_columns, figure_remarks
from macros.pages.charts.voice import Voice
from macros.pages.fallback import chinese_runs, without_bounds
from macros.quantities.expression import Qualifier, Sense
from macros.records.figure import Figure
from macros.records.units import NO_UNIT
from macros.register.published import PublishedFigure

THICK = 0.75
"""Height of a bar in em."""
REACH = 6.0
"""How much of a bar that is not exact is broken into slices, in per cent of the axis."""
SLICES = 3
ENDS = {
    "nearly": (-REACH, 0.0),
    "under": (-REACH, 0.0),
    "at-most": (-REACH, 0.0),
    "over": (0.0, REACH),
    "at-least": (0.0, REACH),
}
"""From where to where, seen from its value, a bar is in slices; any other qualifier leaves both sides open."""
EITHER = (-REACH / 2, REACH / 2)
AMOUNT = 1.25
"""Size of quantities, in em."""


def has_length(figure: Figure) -> bool:
    """Whether a bar can be as long as the figure says: no ratio or rank, nothing below zero, nothing that is denied."""
    return figure.kind not in (Sense.RATIO, Sense.RANK) and min(figure.values) >= 0 and not figure.is_denied


def counts_things(voice: Voice, figure: Figure) -> bool:
    """Whether its unit says what it counts: 份, 人次; not 个, per cent, times as many, or a unit not stated."""
    named = figure.unit != NO_UNIT and not voice.register.units[figure.unit].bare_in_english
    return named and figure.kind in (Sense.COUNT, Sense.RANGE)


def scale(figures: Sequence[Figure]) -> list[float]:
    """How long the bar of each figure is, in per cent: from zero, the largest taking all but the room for open ends."""
    room = max((ends(figure)[1] for figure in figures), default=0.0)
    largest = max((figure.value for figure in figures), default=Decimal(0))
    return [float(figure.value / largest) * (100 - room) if largest else 0.0 for figure in figures]


def ends(figure: Figure) -> tuple[float, float]:
    """From where to where, seen from the value, the bar of a figure is in slices; nowhere for an exact one."""
    return (0.0, 0.0) if figure.qualifier == Qualifier.EXACT else ENDS.get(figure.qualifier, EITHER)


def sliced_part(figure: Figure, length: float) -> tuple[float, float]:
    """From where to where the bar of a figure is in slices, in per cent: of a range from its lower end to its upper."""
    if figure.kind is Sense.RANGE and figure.value:
        return float(figure.values[0] / figure.value) * length, length
    before, behind = ends(figure)
    return max(0.0, length + before), max(0.0, length + behind)


def draw_bar(sheet: Sheet, figure: Figure, length: float) -> None:
    """A bar on its axis: whole where the number is exact, in slices where it is not, hollow where only expected."""
    y, height = em(sheet.y), em(THICK)
    start, end = sliced_part(figure, length)
    sheet.add(Stroke("axis", "0%", em(sheet.y + THICK), "100%", em(sheet.y + THICK)))
    if start > 0:
        look = "bar-expected" if figure.hedge else "bar"
        sheet.add(Rect(look, "0%", y, percent_length(start), height))
    step = (end - start) / SLICES
    for number in range(SLICES if step else 0):
        sheet.add(Rect("bar", percent_length(start + step * (number + 0.4)), y, percent_length(step * 0.6), height))
    sheet.skip(THICK)


def draw_signed_bar(sheet: Sheet, figure: Figure, zero: float, end: float) -> None:
    """A bar from zero within its axis to the right or to the left; its outer end in slices if not exact."""
    y, height = em(sheet.y), em(THICK)
    sheet.add(Stroke("axis", "0%", em(sheet.y + THICK), "100%", em(sheet.y + THICK)))
    sheet.add(Stroke("axis", percent_length(zero), y, percent_length(zero), em(sheet.y + THICK)))
    open_end = 0.0 if figure.qualifier == Qualifier.EXACT else min(REACH, abs(end - zero))
    whole = abs(end - zero) - open_end
    look = "bar-expected" if figure.hedge else "bar"
    sheet.add(Rect(look, percent_length(zero if end >= zero else zero - whole), y, percent_length(whole), height))
    step = open_end / SLICES
    for number in range(SLICES if step else 0):
        at = whole + step * (number + 0.4)
        x = zero + at if end >= zero else zero - at - step * 0.6
        sheet.add(Rect("bar", percent_length(x), y, percent_length(step * 0.6), height))
    sheet.skip(THICK)


def write_amount(sheet: Sheet, amount: str, beside: str = "") -> None:
    """A quantity, and ``beside`` it at the right what else there is to say, or below where both are too wide."""
    top, seen = sheet.y, without_bounds(beside)
    wide = width_of(without_bounds(amount), bold=True) * AMOUNT + 1 + width_of(seen)
    sheet.write(amount, "amount", size=AMOUNT)
    if not beside:
        return
    if wide > COLUMN:
        sheet.write(beside, "soft")
        return
    line = TextLine(seen, em(top + BASELINE * AMOUNT), *chinese_runs([seen], beside))
    sheet.add(TextBlock("soft", "100%", (line,), end=True))


def draw_figures(sheet: Sheet, voice: Voice, figures: Sequence[PublishedFigure]) -> None:
    """Label, quantity, period and bar of each figure, all on the same axis; no bar where there is only one to see."""
    for one, length in zip(figures, scale([figure.figure for figure in figures]), strict=True):
        sheet.skip(1)
        sheet.write(voice.text(one.figure.label))
        write_amount(sheet, voice.amount(one.figure), voice.beside(one.figure))
        if len(figures) > 1:
            sheet.skip(0.25)
            draw_bar(sheet, one.figure, length)


def in_panels(voice: Voice, figures: Sequence[PublishedFigure]) -> list[list[PublishedFigure]]:
    """Figures that may share an axis, together.

    Rule: one unit a panel, and of rates one base. A unit that names no thing, such as 个 or %, counts different things,
    which are not compared, and what no bar can show stands alone too.
    """
    panels = defaultdict[tuple[str, str, str], list[PublishedFigure]](list)
    for figure in figures:
        compared = counts_things(voice, figure.figure) and has_length(figure.figure)
        panels[figure.figure.unit, figure.figure.per, "" if compared else figure.id].append(figure)
    return list(panels.values())


def bars_panel(voice: Voice, figures: Sequence[PublishedFigure]) -> Panel:
    """A panel of figures of one unit."""
    unit = figures[0].figure.unit
    name = voice.text(voice.register.units[unit])
    title = name if unit == NO_UNIT else voice.word("picture-unit", unit=name)
    sheet = Sheet()
    sheet.write(title, "heading", capital=True)
    draw_figures(sheet, voice, figures)
    seen = [voice.word("picture-bars-seen")] if len(figures) > 1 else []
    seen += [voice.told(figure.figure) for figure in figures]
    return sheet.panel(title, voice.sentences(seen))


def reading_notes(voice: Voice, figures: Sequence[PublishedFigure], panels: int = 1) -> tuple[str, ...]:
    """What a reader of bars must know, as far as it applies."""
    return tuple(
        voice.word(key)
        for key, applies in (
            ("picture-own-scale", panels > 1),
            ("picture-not-exact", any(not figure.figure.is_exact for figure in figures)),
            ("picture-expected", any(figure.figure.hedge and not figure.figure.is_denied for figure in figures)),
        )
        if applies
    )


def bars(voice: Voice, ident: str, caption: str, figures: Sequence[PublishedFigure], page: str = "") -> list[Picture]:
    """Figures as bars, in a panel for each unit; nothing where no two share one, since a bar alone shows nothing.

    ``page`` is the record whose page it is, if it is the page of one.
    """
    together = in_panels(voice, figures)
    if all(len(one) == 1 for one in together):
        return []
    panels = tuple(bars_panel(voice, one) for one in together)
    return [
        Picture(
            ident,
            caption,
            reading_notes(voice, figures, len(panels)),
            panels,
            figure_columns(voice),
            chart_rows(voice, figures),
            figure_remarks(voice, page, figures),
        )
    ]
