"""A source document in parts: a long one takes several pages, each with the sentences and lines that come next.

How it is parted depends on the document alone, which never changes once published; so the address of a sentence
stays what it was.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from macros.records.cutting import IN_A_TABLE
from macros.records.document import Edition, Emendation, OmittedLine, Sentence
from macros.records.table_parts import TablePart, table_parts
from macros.records.tables import table_of_cell
from macros.register.paging import ROOM
from macros.text.chunks import sliced

NumberedLine = tuple[int, str]
"""A line of the verbatim text and its number."""
SENTENCE_BYTES = 900
"""Bytes of HTML around a sentence: its anchors, and the records and figures that use it."""
CELL_BYTES = 250
"""Bytes of HTML around a cell of a table."""
ROW = 600
"""Bytes of HTML around an emendation."""
LINE_BYTES = 50
"""Bytes of HTML around a line of the verbatim text."""


@dataclass(frozen=True)
class Piece:
    """What is never parted: a sentence, a row of a table, an emendation, a line left out or as received; and its place.

    ``block`` is the anchor of what it stands in on the page; ``section``, for sentences, the id of their heading.
    """

    shown: Sentence | TablePart | Emendation | OmittedLine | NumberedLine
    anchor: str
    size: int
    block: str
    section: str = ""


@dataclass
class DocumentPart:
    """What one page of a document shows, in the order of the page; sentences by section."""

    sections: dict[str, list[Sentence | TablePart]] = field(default_factory=dict)
    emendations: list[Emendation] = field(default_factory=list)
    omitted: list[OmittedLine] = field(default_factory=list)
    lines: list[NumberedLine] = field(default_factory=list)


def printed_pieces(document: Edition) -> Iterator[Piece]:
    """The sentences of a document and the rows of its tables, in order."""
    tables = {one.id: one for one in document.tables}
    for section in document.sections:
        for sentence in (section.heading, *section.sentences):
            if sentence.role not in IN_A_TABLE:
                room = size(sentence.zh, sentence.en) + SENTENCE_BYTES
                yield Piece(sentence, sentence.id, room, "edition", section.heading.id)
            elif table := tables.pop(table_of_cell(sentence.id), None):
                for part in table_parts(table):
                    room = sum(2 * size(cell.text) + CELL_BYTES for row in part.rows for cell in row)
                    yield Piece(part, table.id, room, "edition", section.heading.id)


def document_pieces(document: Edition, lines: Sequence[NumberedLine]) -> Iterator[Piece]:
    """Everything that is printed of a document, in order."""
    yield from printed_pieces(document)
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
            if isinstance(one.shown, TablePart):
                found |= {one.shown.table.cell_id(cell): number for row in one.shown.rows for cell in row}
            found.setdefault(one.block, number)
    return tuple(parts), found


def part_of(some: Sequence[Piece]) -> DocumentPart:
    """One part from its pieces."""
    part = DocumentPart()
    for piece in some:
        match piece.shown:
            case Sentence() | TablePart():
                add_shown(part.sections.setdefault(piece.section, []), piece.shown)
            case Emendation():
                part.emendations.append(piece.shown)
            case OmittedLine():
                part.omitted.append(piece.shown)
            case line:
                part.lines.append(line)
    return part


def add_shown(shown: list[Sentence | TablePart], one: Sentence | TablePart) -> None:
    """Adds what comes next on a page; a row joins the rows of its table before it."""
    before = shown[-1] if shown else None
    if isinstance(one, TablePart) and isinstance(before, TablePart) and before.table is one.table:
        shown[-1] = TablePart(one.table, before.start, one.end)
    else:
        shown.append(one)
