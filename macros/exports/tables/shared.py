"""What the rows of several tables have in common. Names of keys are the names of columns."""

from __future__ import annotations

from collections.abc import Iterator

from macros.records.base import Bilingual
from macros.records.content import Content
from macros.records.kinds import ACTIVITIES, ALLIANCES, WORK_AREAS, Kind
from macros.register.register import Register

RESTS_ON = {"sentence": "sources"}
IN_AREA = {"work_area": "work-areas", **RESTS_ON}


def labels(words: Bilingual) -> dict[str, str]:
    """The name of something in both languages."""
    return {"label_zh": words.zh, "label_en": words.en}


def notes(words: Bilingual | None) -> dict[str, str | None]:
    """A note in both languages, if there is one."""
    return {"note_zh": words.zh if words else None, "note_en": words.en if words else None}


def proof(sentence: str, quote: str) -> dict[str, str]:
    """What a row rests on."""
    return {"source": sentence.partition("#")[0], "sentence": sentence, "quote": quote}


def contents(register: Register) -> Iterator[tuple[Kind, str, Content, str]]:
    """Every record with a page: kind, id, record, work area."""
    for ident, area in register.work_areas.items():
        yield WORK_AREAS, ident, area, ident
    for ident, alliance in register.alliances.items():
        yield ALLIANCES, ident, alliance, alliance.work_area
    for ident, activity in register.activities.items():
        yield ACTIVITIES, ident, activity, activity.work_area


def full_id(record: str, figure: str | None, register: Register) -> str | None:
    """The full id of a figure that a record names by ``figure`` or by ``record.figure``."""
    if figure is None or figure in register.figures:
        return figure
    return f"{record}.{figure}"


def mark_of(kind: Kind, ident: str, register: Register) -> str:
    """What begins the anchors of an alliance that is not the first on its page; nothing for other records."""
    return f"{ident}-" if kind is ALLIANCES and ident != next(iter(register.alliances), "") else ""
