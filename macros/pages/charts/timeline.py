"""Timelines: a commitment from the document that states it, through what has been reported, to its deadline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from macros.pages.charts.drawing import ChartRow, Circle, Panel, Picture, Sheet, Stroke, em
from macros.pages.charts.voice import Voice
from macros.pages.rendering import long_date
from macros.records.commitment import NO_RESULT, Commitment, Progress

TIME_SPINE = 0.6
"""Where the line of time runs, in em."""
WORDS_AT = 2.0
"""Where the words beside it begin, in em."""
ARROW = " → "
"""What stands between events told one after the other."""


@dataclass(frozen=True)
class Event:
    """Something on the line: how its mark looks, when it is, what it is, and the sentence that says so, if any."""

    look: str
    when: str
    what: str
    status: str
    sentence: str = ""


def timelines(voice: Voice, ident: str, commitments: Sequence[Commitment]) -> list[Picture]:
    """The line of time of each commitment, in their order."""
    return [timeline(voice, ident, commitment, list(events(voice, commitment))) for commitment in commitments]


def timeline(voice: Voice, ident: str, one: Commitment, on_line: Sequence[Event]) -> Picture:
    """One commitment; it stands below the words of the commitment, which are not drawn again."""
    return Picture(
        f"{ident}-{one.id}-timeline",
        voice.word("picture-timeline"),
        (voice.word("timeline-order-only"),),
        (timeline_panel(voice, one, on_line),),
        tuple(voice.word(key) for key in ("figure-label", "timeline-when", "status")),
        tuple(
            ChartRow(event.what, (event.when, event.status or voice.word("timeline-no-status")), event.sentence)
            for event in on_line
        ),
        whole_width=True,
        dataset="commitments",
    )


def events(voice: Voice, one: Commitment) -> Iterator[Event]:
    """What is known of a commitment, in order.

    Rule: it begins with the period of the document that states it, never with a date that nobody gave. Progress stands
    before the deadline, unless the dates of both are known and say otherwise.
    """
    document = one.source.partition("#")[0]
    stated = voice.text(voice.register.periods[voice.register.texts[document].document.period])
    yield Event("stop-here", stated, voice.text(one), "", one.source)
    late = [step for step in one.progress if is_late(voice, one, step)]
    yield from (reported(voice, step) for step in one.progress if step not in late)
    if not one.progress:
        none = voice.text(voice.register.statuses[NO_RESULT])
        yield Event("stop-unsure", voice.word("timeline-since"), none, none)
    due = [long_date(one.due, voice.here.language)] if one.due else []
    yield Event("stop", " ".join([voice.text(one.deadline), *due]), voice.word("deadline"), "", one.source)
    yield from (reported(voice, step) for step in late)


def reported(voice: Voice, step: Progress) -> Event:
    """Progress that a document reports."""
    status = voice.text(voice.register.statuses[step.status])
    return Event("stop-here", voice.text(voice.register.periods[step.period]), voice.text(step), status, step.source)


def is_late(voice: Voice, one: Commitment, step: Progress) -> bool:
    """Whether progress is known to have been reported of a time after the deadline."""
    start = voice.register.periods[step.period].start
    return one.due is not None and start is not None and start > one.due


def timeline_panel(voice: Voice, one: Commitment, on_line: Sequence[Event]) -> Panel:
    """The line of time, broken where the source does not say when it begins."""
    title = voice.text(one)
    sheet = Sheet()
    stops = []
    for number, event in enumerate(on_line):
        stops.append(sheet.y + 0.75)
        sheet.write(event.when, "strong", x=WORDS_AT, capital=True)
        sheet.write(event.what if number else voice.word("timeline-stated"), x=WORDS_AT, capital=True)
        if event.status and event.status != event.what:
            sheet.write(event.status, "soft", x=WORDS_AT, capital=True)
        if number == 0 and one.due is None:
            sheet.write(voice.word("timeline-no-start"), "soft", x=WORDS_AT)
        sheet.skip(1)
    sheet.skip(-1)
    line = "axis-unsure" if one.due is None else "axis"
    sheet.shapes.insert(0, Stroke(line, em(TIME_SPINE), em(stops[0]), em(TIME_SPINE), em(stops[-1])))
    sheet.add(*(Circle(event.look, em(TIME_SPINE), em(y), em(0.4)) for event, y in zip(on_line, stops, strict=True)))
    return sheet.panel(title, timeline_in_words(voice, one, on_line))


def timeline_in_words(voice: Voice, one: Commitment, on_line: Sequence[Event]) -> str:
    """The line of time in words."""
    seen = [voice.word("timeline-told", when=event.when, what=event.what) for event in on_line]
    if one.due is None:
        seen.insert(1, voice.word("timeline-no-start"))
    return ARROW.join(seen)
