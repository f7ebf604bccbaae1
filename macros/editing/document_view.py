"""A document as the page shows it: its text, what is recorded of it and where, and what is left to decide."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from macros.editing.selection import standing_of
from macros.editing.typed_fields import OpenRecord
from macros.records.collection import Collection
from macros.records.document import Edition, Sentence
from macros.records.figure import FigureEntry
from macros.records.kinds import DOCUMENTS
from macros.records.resolver import quantities_meant
from macros.records.sources import Sources
from macros.text.clauses import clauses_of
from macros.text.placeholders import UNDECIDED
from macros.yaml_files.values import FieldPath, Value, texts_in

JsonRow = dict[str, Any]
SHOWN_AS = {
    "figures": "figure",
    "results": "figure",
    "statements": "statement",
    "lists": "list",
    "items": "item",
    "projects": "project",
    "commitments": "goal",
    "progress": "goal",
    "values": "value",
}
"""What a part of a record is shown as, by the list it stands in."""


@dataclass(frozen=True)
class RecordedMark:
    """A part of a record and the stretch of a sentence that it rests on."""

    record: str
    path: FieldPath
    shown: str
    sentence: str
    start: int
    end: int
    undecided: bool

    def row(self) -> JsonRow:
        """As the page takes it."""
        return {
            "record": self.record,
            "path": self.path,
            "as": self.shown,
            "start": self.start,
            "end": self.end,
            "open": self.undecided,
        }


def marks_in(sources: Sources, record: OpenRecord) -> Iterator[RecordedMark]:
    """Every part of a record that rests on words, where these can be found; whether it is valid does not matter."""
    parts = list(quoting(record.value))
    standing = {path: sources.standing(*quote_of(part)) for path, part in parts if part.get("quote")}
    documents = list({found[0].partition("#")[0] for found in standing.values() if len(found) == 1})
    for path, part in parts:
        open_texts = undecided_in({name: one for name, one in part.items() if not isinstance(one, list)})
        if isinstance(part.get("cell"), str):
            found = sources.cells(str(part["cell"]), str(part.get("source") or ""))
            own = found if len(found) == 1 else [one for one in found if one.partition("#")[0] in documents]
            if len(own) == 1:
                yield RecordedMark(record.key, path, "figure", own[0], 0, len(sources.sentences[own[0]].zh), open_texts)
            continue
        place = standing_of(sources, part, documents)
        if place is None:
            continue
        sentence, start = place
        end = start + len(str(part["quote"]))
        shown = SHOWN_AS.get(str(path[-2]), "value") if path else "title"
        if shown == "figure":
            named: dict[str, Any] = {"quote": part.get("quote"), "numeral": part.get("numeral"), "reading": None}
            meant = quantities_meant(sources, FigureEntry.model_construct(**named), sentence)
            if len(meant) == 1:
                start, end = meant[0].start, meant[0].end
        if shown == "item":
            yield from item_marks(record, [(path, part)], sentence, start, str(part["quote"]))
        else:
            yield RecordedMark(record.key, path, shown, sentence, start, end, open_texts)
        items = part.get("items")
        if shown == "list" and isinstance(items, list):
            own_quote = [
                ((*path, "items", index), one)
                for index, one in enumerate(items)
                if isinstance(one, dict) and not one.get("quote")
            ]
            yield from item_marks(record, own_quote, sentence, start, str(part["quote"]))


def item_marks(
    record: OpenRecord, items: list[tuple[FieldPath, dict[str, Value]]], sentence: str, start: int, quote: str
) -> Iterator[RecordedMark]:
    """The names of list entries where they stand in the words that the list quotes."""
    for path, item in items:
        name = str(item.get("zh") or "")
        at = quote.find(name) if name else -1
        if at >= 0:
            yield RecordedMark(
                record.key, path, "item", sentence, start + at, start + at + len(name), undecided_in(item)
            )


def quote_of(part: Mapping[str, Value]) -> tuple[str, str]:
    """The words of a part and the source it names."""
    return str(part["quote"]), str(part.get("source") or "")


def quoting(value: Value, path: FieldPath = ()) -> Iterator[tuple[FieldPath, dict[str, Value]]]:
    """Every part of a file that quotes words or names a cell, with its path."""
    if isinstance(value, dict):
        if isinstance(value.get("quote"), str) or isinstance(value.get("cell"), str):
            yield path, value
        for name, one in value.items():
            yield from quoting(one, (*path, name))
    elif isinstance(value, list):
        for index, one in enumerate(value):
            yield from quoting(one, (*path, index))


def undecided_in(value: Value) -> bool:
    """Whether some text within a value still bears the marker."""
    return any(UNDECIDED in text for text in texts_in(value))


def document_shown(collection: Collection, document: str, marks: Mapping[str, list[RecordedMark]]) -> JsonRow:
    """A document in blocks: headings, paragraphs and tables, each of sentences. Nothing where it cannot be read."""
    entry = collection.of(DOCUMENTS).get(document)
    if entry is None or not isinstance(entry.record, Edition):
        return {"id": document, "title": document, "blocks": []}
    edition = entry.record
    levels = {part.heading.id: part.level for part in edition.sections}
    cells = {table.cell_id(cell): (table, cell) for table in edition.tables for cell in table.cells}
    free = edition.without_record
    blocks: list[JsonRow] = []
    tables: dict[str, JsonRow] = {}
    for paragraph in edition.paragraphs:
        for sentence in paragraph:
            shown = sentence_shown(collection, document, sentence, marks, sentence.id not in free)
            if sentence.id in cells:
                table, cell = cells[sentence.id]
                if table.id not in tables:
                    tables[table.id] = {"table": [[] for _ in range(table.height)]}
                    blocks.append(tables[table.id])
                shown |= {"rows": cell.rows, "columns": cell.columns, "head": cell.head or table.names_row(cell)}
                tables[table.id]["table"][cell.row - 1].append(shown)
            elif sentence.id in levels:
                blocks.append({"heading": levels[sentence.id], "sentences": [shown]})
            elif sentence is paragraph[0] or not blocks or "heading" in blocks[-1] or "table" in blocks[-1]:
                blocks.append({"sentences": [shown]})
            else:
                blocks[-1]["sentences"].append(shown)
    return {"id": document, "title": edition.title.zh, "blocks": blocks}


def sentence_shown(
    collection: Collection, document: str, sentence: Sentence, marks: Mapping[str, list[RecordedMark]], needed: bool
) -> JsonRow:
    """A sentence, its clauses, the parts of records that rest on it, and the quantities that no figure has."""
    key = f"{document}#{sentence.id}"
    own = marks.get(key, [])
    figures = [(one.start, one.end) for one in own if one.shown == "figure"]
    counted = [one for one in collection.sources.expressions(key) if one.is_quantity] if needed else []
    left = [
        (one.start, one.end)
        for one in counted
        if not any(start < one.end and one.start < end for start, end in figures)
    ]
    return {
        "id": sentence.id,
        "text": sentence.zh,
        "mark": sentence.mark or "",
        "clauses": clauses_of(sentence.zh),
        "marks": [one.row() for one in own],
        "left": left,
        "unused": needed and not own,
        "open": UNDECIDED in sentence.en,
    }


def by_sentence(marks: list[RecordedMark]) -> dict[str, list[RecordedMark]]:
    """Marks by the full id of their sentence."""
    found: defaultdict[str, list[RecordedMark]] = defaultdict(list)
    for one in marks:
        found[one.sentence].append(one)
    return found
