"""What the rows of several tables have in common. Names of keys are the names of columns."""

from __future__ import annotations

from macros.records.base import BilingualText
from macros.records.kinds import Kind
from macros.register.register import Register

RESTS_ON = {"sentence": "sources"}
IN_AREA = {"work_area": "work-areas", **RESTS_ON}


def label_cells(words: BilingualText) -> dict[str, str]:
    """The name of something in both languages."""
    return {"label_zh": words.zh, "label_en": words.en}


def note_cells(words: BilingualText | None) -> dict[str, str | None]:
    """A note in both languages, if there is one."""
    return {"note_zh": words.zh if words else None, "note_en": words.en if words else None}


def proof_cells(sentence: str, quote: str) -> dict[str, str]:
    """What a row rests on."""
    return {"source": sentence.partition("#")[0], "sentence": sentence, "quote": quote}


def mark_of(kind: Kind, ident: str, register: Register) -> str:
    """What begins the anchors of a record that is not the first on a page that several share; nothing for others."""
    if not kind.section or kind.own_pages:
        return ""
    return f"{ident}-" if ident != next(iter(register.sections[kind.section].records), "") else ""
