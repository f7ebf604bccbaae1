"""A source document in parts: a long one takes several pages, each with the sentences and lines that come next.

How it is parted depends on the document alone, which never changes once published; so the address of a sentence
stays what it was.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from macros.records.document import Edition, Emendation, OmittedLine, Sentence
from macros.records.editions import IN_A_TABLE
from macros.records.tables import Table, table_of_cell
from macros.register.paging import ROOM
from macros.text.chunks import sliced

NumberedLine = tuple[int, str]
"""A line of the verbatim text and its number."""
SENTENCE_BYTES = 900
"""Bytes of HTML around a sentence: its anchors, and the records and figures that use it."""
CELL_BYTES = 120
"""Bytes of HTML around a cell of a table."""
ROW = 600
"""Bytes of HTML around an emendation."""
LINE_BYTES = 50
"""Bytes of HTML around a line of the verbatim text."""


@dataclass(frozen=True)
class Piece:
    """What is never parted: a sentence, a table, an emendation, a line left out or a verbatim line, and its place.

    ``block`` is the anchor of what it stands in on the page; ``section``, for sentences, the id of their heading.
    """

    shown: Sentence | Table | Emendation | OmittedLine | NumberedLine
    anchor: str
    size: int
    block: str
    section: str = ""


@dataclass
class DocumentPart:
    """What one page of a document shows, in the order of the page; sentences by section."""

    sections: dict[str, list[Sentence | Table]] = field(default_factory=dict)
    emendations: list[Emendation] = field(default_factory=list)
    omitted: list[OmittedLine] = field(default_factory=list)
    lines: list[NumberedLine] = field(default_factory=list)


def document_pieces(document: Edition, lines: Sequence[NumberedLine]) -> Iterator[Piece]:
    """Everything that is printed of a document, in order."""
    tables = {one.id: one for one in document.tables}
    for section in document.sections:
        for sentence in (section.heading, *section.sentences):
            if sentence.role not in IN_A_TABLE:
                room = size(sentence.zh, sentence.en) + SENTENCE_BYTES
                yield Piece(sentence, sentence.id, room, "edition", section.heading.id)
            elif table := tables.pop(table_of_cell(sentence.id), None):
                room = sum(2 * size(cell.text) + CELL_BYTES for cell in table.cells)
                yield Piece(table, table.id, room, "edition", section.heading.id)
    for emendation in document.emendations:
        yield Piece(
            emendation,
            f"emendation-{emendation.id}",
            size(emendation.stood, emendation.printed, emendation.zh, emendation.en) + ROW,
            "emendations",
        )
    for left_out in document.omitted:
        yield Piece(left_out, "", size(left_out.stood, left_out.zh, left_out.en) + ROW, "emendations")
    for line in lines:
        yield Piece(line, f"line-{line[0]}", size(line[1]) + LINE_BYTES, "verbatim")


def size(*texts: str) -> int:
    """How many bytes texts take."""
    return sum(len(text.encode()) for text in texts)


def document_parts(
    document: Edition, lines: Sequence[NumberedLine]
) -> tuple[tuple[DocumentPart, ...], Mapping[str, int]]:
    """The parts of a document, and for each anchor the number of the part that it stands in, from 1."""
    parts: list[DocumentPart] = []
    found: dict[str, int] = {}
    for number, some in enumerate(sliced(document_pieces(document, lines), ROOM, lambda one: one.size), 1):
        parts.append(part_of(some))
        for one in some:
            found.setdefault(one.anchor, number)
            if isinstance(one.shown, Table):
                found |= dict.fromkeys(map(one.shown.cell_id, one.shown.cells), number)
            found.setdefault(one.block, number)
    return tuple(parts), found


def part_of(some: Sequence[Piece]) -> DocumentPart:
    """One part from its pieces."""
    part = DocumentPart()
    for piece in some:
        match piece.shown:
            case Sentence() | Table():
                part.sections.setdefault(piece.section, []).append(piece.shown)
            case Emendation():
                part.emendations.append(piece.shown)
            case OmittedLine():
                part.omitted.append(piece.shown)
            case line:
                part.lines.append(line)
    return part
