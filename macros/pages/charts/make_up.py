"""A body as a diagram: who makes it up, what it rests on, how it works together, what it offers.

Its goals have lines of time of their own. The notes on its lists stand with the lists, on the same page.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from macros.pages.charts.drawing import ChartRow, Circle, Panel, Picture, Rect, Sheet, Stroke, em, percent_length
from macros.pages.charts.voice import Voice
from macros.records.listing import Listing
from macros.records.paged_record import Content

DIAGRAM_SPINE = 0.6
TITLES = 2.0
ITEMS = 3.25
"""Where the line down, the titles and the items are, in em."""
PADDING = 0.75


def diagram(voice: Voice, ident: str, record: Content, members: str) -> list[Picture]:
    """What the record says of a body's make-up; nothing where it has no list of the kind ``members``."""
    above = [one for one in record.lists if one.kind == members]
    below = [one for one in record.lists if one.kind != members]
    if not above:
        return []
    return [
        Picture(
            f"{ident}-diagram",
            voice.word("picture-make-up"),
            (),
            (make_up_panel(voice, record, above, below),),
            (voice.word("picture-item"), voice.word("picture-part")),
            rows(voice, [*above, *below]),
            whole_width=True,
            dataset="lists",
        )
    ]


def rows(voice: Voice, lists: Sequence[Listing]) -> tuple[ChartRow, ...]:
    """Every item with the part of the diagram it stands in."""
    return tuple(
        ChartRow(voice.marked(item), (voice.marked(one.title),), item.source or one.source)
        for one in lists
        for item in one.items
    )


def make_up_panel(voice: Voice, record: Content, above: Sequence[Listing], below: Sequence[Listing]) -> Panel:
    """From the members down into the body, and from there to what it shares and offers."""
    name = voice.text(record.title)
    sheet = Sheet()
    for one in above:
        draw_list(sheet, voice, one)
    draw_arrow(sheet)
    draw_box(sheet, "box", lambda: sheet.write(name, "on-box", x=PADDING, free=PADDING))
    bottom = sheet.y
    for one in below:
        sheet.skip(0.75)
        bottom = sheet.y + 0.75
        draw_list(sheet, voice, one)
    sheet.shapes.insert(0, Stroke("flow", em(DIAGRAM_SPINE), em(0.75), em(DIAGRAM_SPINE), em(bottom)))
    return sheet.panel(name, voice.sentences(make_up_in_words(voice, record, [*above, *below])))


def make_up_in_words(voice: Voice, record: Content, lists: Sequence[Listing]) -> list[str]:
    """The diagram in words."""
    return [
        voice.word("picture-make-up-seen", name=voice.text(record.title)),
        *(part for one in lists for part in list_told(voice, one)),
    ]


def list_told(voice: Voice, one: Listing) -> list[str]:
    """A list in words."""
    items = voice.listed(map(voice.text, one.items))
    return [voice.word("picture-list-told", title=voice.text(one.title), items=items), *extent(voice, one)]


def extent(voice: Voice, one: Listing) -> list[str]:
    """Whether there is more than the source lists, and whether it gives classes and no names."""
    words = (("open-ended", one.open_ended), ("names-not-stated", one.names_not_stated))
    return [voice.word(key) for key, applies in words if applies]


def draw_list(sheet: Sheet, voice: Voice, one: Listing) -> None:
    """A list hanging on the line: its title, its items, and whether there are more or names are missing."""
    sheet.add(Circle("stop-here", em(DIAGRAM_SPINE), em(sheet.y + 0.75), em(0.4)))
    sheet.write(voice.text(one.title), "strong", x=TITLES)
    top = bottom = sheet.y
    for item in one.items:
        bottom = sheet.y + 0.75
        sheet.add(Stroke("axis", em(TITLES + 0.1), em(bottom), em(ITEMS - 0.4), em(bottom)))
        sheet.write(voice.text(item), x=ITEMS)
    sheet.add(Stroke("axis", em(TITLES + 0.1), em(top + 0.1), em(TITLES + 0.1), em(bottom)))
    for words in extent(voice, one):
        sheet.write(words, "soft", x=TITLES)


def draw_arrow(sheet: Sheet) -> None:
    """An arrow at the end of the line, pointing down at what follows."""
    sheet.skip(1.25)
    point = em(sheet.y)
    for side in (-0.4, 0.4):
        sheet.add(Stroke("flow", em(DIAGRAM_SPINE + side), em(sheet.y - 0.5), em(DIAGRAM_SPINE), point))


def draw_box(sheet: Sheet, look: str, write: Callable[[], None]) -> None:
    """A box around what ``write`` writes."""
    top, place = sheet.y, len(sheet.shapes)
    sheet.skip(PADDING)
    write()
    sheet.skip(PADDING)
    sheet.shapes.insert(place, Rect(look, percent_length(0), em(top), percent_length(100), em(sheet.y - top)))
