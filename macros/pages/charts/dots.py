"""Dots: how many of a stated number of things the source names, and which."""

from __future__ import annotations

from macros.pages.charts.bars import AMOUNT, write_amount
from macros.pages.charts.drawing import ChartRow, Panel, Picture, Sheet
from macros.pages.charts.marks import OPEN, SURE, can_be_marks, draw_mark, draw_marks, looks_of
from macros.pages.charts.tables import chart_row, figure_columns, figure_remarks
from macros.pages.charts.voice import Voice
from macros.records.listing import Listing
from macros.records.paged_record import Content
from macros.register.published import PublishedFigure

BESIDE_MARK = 1.75
"""Where the words beside a mark begin, in em."""


def dots(voice: Voice, ident: str, record: Content) -> list[Picture]:
    """The lists of a record that name some of a number stated elsewhere; nothing where it has none."""
    named = [(one, voice.renderer.figure(ident, one.of)) for one in record.lists if one.of]
    drawn = [(listing, total) for listing, total in named if can_be_marks(voice, total.figure)]
    if not drawn:
        return []
    return [
        Picture(
            f"{ident}-named",
            voice.word("picture-named"),
            (),
            tuple(dots_panel(voice, listing, total) for listing, total in drawn),
            figure_columns(voice, "picture-names"),
            tuple(dots_row(voice, listing, total) for listing, total in drawn),
            figure_remarks(voice, ident, [total for _, total in drawn]),
        )
    ]


def dots_row(voice: Voice, listing: Listing, total: PublishedFigure) -> ChartRow:
    """The number, and the names that the source gives."""
    return chart_row(voice, total, voice.listed(map(voice.marked, listing.items)))


def dots_panel(voice: Voice, listing: Listing, total: PublishedFigure) -> Panel:
    """A mark for each thing: whole ones for those named, hollow ones for those that are not."""
    title = voice.text(listing.title)
    names = voice.listed(map(voice.text, listing.items))
    looks = looks_of(total.figure, len(listing.items))
    sheet = Sheet()
    sheet.write(title, "heading")
    sheet.skip(0.75)
    sheet.write(voice.text(total.figure.label))
    write_amount(sheet, voice.amount(total.figure), voice.beside(total.figure))
    sheet.skip(AMOUNT * 0.3)
    draw_marks(sheet, looks)
    sheet.skip(0.5)
    draw_mark(sheet, SURE, 0, 0.25)
    sheet.write(names, "label", x=BESIDE_MARK)
    seen = [voice.word("picture-dots-seen", total=voice.told(total.figure), names=names)]
    if OPEN in looks:
        draw_mark(sheet, OPEN, 0, 0.25)
        sheet.write(voice.word("picture-not-named"), "soft", x=BESIDE_MARK)
        seen.append(voice.word("picture-dots-open"))
    return sheet.panel(title, voice.sentences(seen))
