"""What the page to print and file holds: the records that rest on the current document, and its sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from macros.records.document import Sentence
from macros.records.kinds import WORK_AREAS
from macros.register.catalogue import CatalogueItem
from macros.register.document_parts import size
from macros.register.register import Register

FIGURE_BYTES = 700
"""Bytes of HTML around a figure."""
RECORD_BYTES = 1500
"""Bytes of HTML around a record."""
PRINTED_SENTENCE_BYTES = 150
"""Bytes of HTML around a sentence."""


@dataclass(frozen=True)
class Printed:
    """A record in its work area, or a sentence of a document."""

    section: str
    shown: CatalogueItem | Sentence


def printed(register: Register, items: Iterable[CatalogueItem]) -> Iterator[Printed]:
    """Everything to print, in order: each work area with the records that belong to it, then the document."""
    current = register.bureau.current_document
    by_area: defaultdict[str, list[CatalogueItem]] = defaultdict(list)
    for one in items:
        if (one.kind.section or one.kind == WORK_AREAS) and one.work_area and current in one.documents:
            by_area[one.work_area].append(one)
    for ident in register.work_areas:
        for one in by_area[ident]:
            yield Printed(ident, one)
    for sentence in register.texts[current].document.sentences():
        yield Printed("", sentence)


def weight(one: Printed) -> int:
    """About how many bytes of HTML it takes."""
    if isinstance(one.shown, Sentence):
        return size(one.shown.zh, one.shown.en) + PRINTED_SENTENCE_BYTES
    record = one.shown.record
    return (
        size(record.model_dump_json(exclude_none=True, serialize_as_any=True))
        + FIGURE_BYTES * len(record.figures)
        + RECORD_BYTES
    )


def by_section(rows: Sequence[Printed]) -> dict[str, list[Printed]]:
    """What a page prints, by work area; sentences come last and belong to none."""
    found: dict[str, list[Printed]] = {}
    for row in rows:
        found.setdefault(row.section, []).append(row)
    return found
