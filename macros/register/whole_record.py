"""What the page to print and file holds: the records that rest on the current document, and its sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from macros.records.document import Sentence
from macros.records.kinds import WORK_AREAS
from macros.records.table_parts import TablePart
from macros.register.catalogue import CatalogueItem
from macros.register.document_parts import CELL_BYTES, add_shown, printed_pieces, size
from macros.register.register import Register

FIGURE_BYTES = 700
"""Bytes of HTML around a figure."""
RECORD_BYTES = 1500
"""Bytes of HTML around a record."""
PRINTED_SENTENCE_BYTES = 150
"""Bytes of HTML around a sentence."""


@dataclass(frozen=True)
class Printed:
    """A record in its work area, or a sentence or a row of a table of a document."""

    section: str
    shown: CatalogueItem | Sentence | TablePart


def printed(register: Register, items: Iterable[CatalogueItem]) -> Iterator[Printed]:
    """Everything to print, in order: each work area with the records that belong to it, then the document."""
    current = register.current_document
    by_area: defaultdict[str, list[CatalogueItem]] = defaultdict(list)
    for one in items:
        if (one.kind.section or one.kind == WORK_AREAS) and one.work_area and current in one.documents:
            by_area[one.work_area].append(one)
    for ident in register.work_areas:
        for one in by_area[ident]:
            yield Printed(ident, one)
    for piece in printed_pieces(register.texts[current].document):
        if isinstance(piece.shown, Sentence | TablePart):
            yield Printed("", piece.shown)


def weight(one: Printed) -> int:
    """About how many bytes of HTML it takes."""
    if isinstance(one.shown, Sentence):
        return size(one.shown.zh, one.shown.en) + PRINTED_SENTENCE_BYTES
    if isinstance(one.shown, TablePart):
        return sum(2 * size(cell.text) + CELL_BYTES for row in one.shown.rows for cell in row)
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


def of_document(rows: Sequence[Printed]) -> list[Sentence | TablePart]:
    """What a page prints of the document, the rows of a table together."""
    found: list[Sentence | TablePart] = []
    for row in rows:
        if isinstance(row.shown, Sentence | TablePart):
            add_shown(found, row.shown)
    return found
