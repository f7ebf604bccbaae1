"""The pipeline: a panel a stage, each figure by itself, since nothing says that one stage is part of another."""

from __future__ import annotations

from collections.abc import Sequence

from macros.pages.charts.bars import bars, reading_notes, write_amount
from macros.pages.charts.drawing import Circle, Panel, Picture, Sheet, Stroke, em, percent_length
from macros.pages.charts.marks import can_be_marks, draw_marks, looks_of
from macros.pages.charts.tables import chart_row, figure_columns, figure_remarks
from macros.pages.charts.voice import Voice
from macros.records.paged_record import Content
from macros.register.published import PublishedFigure

FIRST, LAST = 3.0, 97.0
"""Where the first and the last stage stand on the way, in per cent."""


def pipeline(voice: Voice, ident: str, record: Content) -> list[Picture]:
    """The stages of a record, with the caution that they cannot be compared; nothing where it has none."""
    stages = [
        (voice.text(voice.register.stages[one.stage]), [voice.renderer.figure(ident, at) for at in one.figures])
        for one in record.pipeline
    ]
    if not stages:
        return []
    units = list(dict.fromkeys(figure.figure.unit for _, figures in stages for figure in figures))
    every = [figure for _, figures in stages for figure in figures]
    drawn = [one for one in every if can_be_marks(voice, one.figure)]
    panels = (
        stage_panel(voice, number, len(stages), stage, figures, units) for number, (stage, figures) in enumerate(stages)
    )
    return [
        Picture(
            f"{ident}-pipeline",
            voice.word("picture-pipeline"),
            (voice.word("pipeline-note"), *reading_notes(voice, drawn)),
            tuple(panels),
            figure_columns(voice, "stage"),
            tuple(chart_row(voice, figure, stage) for stage, figures in stages for figure in figures),
            figure_remarks(voice, ident, every),
        )
    ]


def money(voice: Voice, ident: str, figures: Sequence[PublishedFigure]) -> list[Picture]:
    """The sums of a record that has a pipeline, on one axis a currency; nothing where it has none."""
    sums = [figure for figure in figures if voice.register.units[figure.figure.unit].currency]
    return bars(voice, f"{ident}-money", voice.word("picture-money"), sums, ident)


def stage_panel(
    voice: Voice, number: int, count: int, stage: str, figures: Sequence[PublishedFigure], units: Sequence[str]
) -> Panel:
    """One stage: where it stands on the way, and its figures, counts as marks of a shape for each unit."""
    sheet = Sheet()
    draw_way(sheet, number, count)
    sheet.write(stage, "heading", capital=True)
    for figure in figures:
        sheet.skip(1)
        sheet.write(voice.text(figure.figure.label))
        write_amount(sheet, voice.amount(figure.figure), voice.beside(figure.figure))
        if can_be_marks(voice, figure.figure):
            sheet.skip(0.25)
            draw_marks(sheet, looks_of(figure.figure), round_ones=figure.figure.unit != units[0])
    return sheet.panel(stage, voice.sentences(voice.told(figure.figure) for figure in figures))


def draw_way(sheet: Sheet, number: int, count: int) -> None:
    """The stages as stops on a way, this one filled."""
    y = em(0.5)
    step = (LAST - FIRST) / (count - 1) if count > 1 else 0.0
    sheet.add(Stroke("axis", percent_length(FIRST), y, percent_length(LAST if count > 1 else FIRST), y))
    for stop in range(count):
        look = "stop-here" if stop == number else "stop"
        sheet.add(Circle(look, percent_length(FIRST + step * stop), y, em(0.4)))
    sheet.skip(1.25)
