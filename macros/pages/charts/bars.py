"""Bars: figures of one unit and one period on one axis, each unit in a panel of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal

from macros.pages.charts.picture import BarPart, BarRow, Panel, Picture, Remark, percent_length
from macros.pages.charts.voice import Voice
from macros.quantities.expression import Qualifier, Sense
from macros.records.figure import Figure
from macros.records.units import NO_UNIT
from macros.register.published import PublishedFigure
from macros.register.series import needs_document

FEWEST = 3
"""Bars that tell what the numbers beside them do not: two numbers are compared as fast by reading them."""
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


def bar(figure: Figure, length: float) -> tuple[BarPart, ...]:
    """A bar from zero: whole where the number is exact, in slices where it is not, hollow where only expected."""
    start, end = sliced_part(figure, length)
    whole = (BarPart(look_of(figure), "0%", percent_length(start)),) if start > 0 else ()
    return whole + slices(start, end)


def signed_bar(figure: Figure, zero: float, end: float) -> tuple[BarPart, ...]:
    """A bar from zero within its axis to the right or to the left; its outer end in slices if not exact."""
    open_end = 0.0 if figure.qualifier == Qualifier.EXACT else min(REACH, abs(end - zero))
    whole = abs(end - zero) - open_end
    first = BarPart(look_of(figure), percent_length(zero if end >= zero else zero - whole), percent_length(whole))
    return (first, *(slices(end - open_end, end) if end >= zero else slices(end, end + open_end)))


def look_of(figure: Figure) -> str:
    """How a bar looks: whole, or hollow where the figure is not so yet."""
    return "bar-expected" if figure.hedge else "bar"


def slices(start: float, end: float) -> tuple[BarPart, ...]:
    """A stretch of a bar that is not sure, broken into slices; nothing where it has no length."""
    step = (end - start) / SLICES
    places = [start + step * (number + 0.4) for number in range(SLICES if step else 0)]
    return tuple(BarPart("bar", percent_length(place), percent_length(step * 0.6)) for place in places)


def in_panels(voice: Voice, figures: Iterable[PublishedFigure]) -> list[list[PublishedFigure]]:
    """Figures that share an axis, together.

    Rule: one unit and one stated period a panel, and of rates one base. A unit that names no thing, such as 个 or %,
    counts different things, which are not compared; nor is what no bar can show, nor what is of no stated period.
    """
    panels = defaultdict[tuple[str, str, str], list[PublishedFigure]](list)
    for figure in figures:
        if counts_things(voice, figure.figure) and has_length(figure.figure) and not needs_document(figure.figure):
            panels[figure.figure.unit, figure.figure.per, figure.figure.period].append(figure)
    return [panel for panel in panels.values() if len(panel) >= FEWEST]


def bars_panel(voice: Voice, figures: Sequence[PublishedFigure]) -> Panel:
    """A panel of figures of one unit and period."""
    first = figures[0].figure
    lengths = scale([one.figure for one in figures])
    rows = [
        BarRow(one, voice.text(one.figure.label), "", bar(one.figure, length))
        for one, length in zip(figures, lengths, strict=True)
    ]
    title = voice.word(
        "picture-unit-period", unit=voice.text(voice.register.units[first.unit]), period=voice.period(first)
    )
    return Panel(title, tuple(rows))


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


def figure_remarks(voice: Voice, page: str, figures: Iterable[PublishedFigure]) -> tuple[Remark, ...]:
    """The notes of figures, each under its label, those of the editor on their words, and what the site computes.

    What looks wrong is never without its note, and a page says it once: ``page`` is the record whose page this is, if
    any, and the figures that stand there bring their notes with them.
    """
    rounds = [ident for ident, one in voice.register.evaluations.items() if one.work_area == page]
    drawn = [figure for figure in figures if figure.record not in (page, *rounds)]
    own = [Remark(voice.text(one.figure.label), voice.text(one.figure.note)) for one in drawn if one.figure.note]
    notes = [note for one in drawn for note in voice.register.notes_on_figure(one)]
    computed = [note for one in drawn for note in voice.renderer.computed.get(one.id, ())]
    return (
        *own,
        *dict.fromkeys(Remark(voice.word("editors-note"), voice.text(note)) for note in notes),
        *dict.fromkeys(Remark(voice.word("computed-note"), voice.text(note)) for note in computed),
    )


def bars(voice: Voice, ident: str, caption: str, figures: Sequence[PublishedFigure], page: str = "") -> list[Picture]:
    """Figures as bars, in a panel for each unit and period; nothing where too few share one.

    ``page`` is the record whose page it is, if it is the page of one.
    """
    together = in_panels(voice, figures)
    if not together:
        return []
    drawn = [one for panel in together for one in panel]
    panels = tuple(bars_panel(voice, one) for one in together)
    notes = reading_notes(voice, drawn, len(panels))
    return [Picture(ident, caption, notes, panels, figure_remarks(voice, page, drawn))]
