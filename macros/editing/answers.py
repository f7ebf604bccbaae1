"""What the page shows: everything it asks of a session, as rows of JSON."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from macros.editing.changes_told import changes_told
from macros.editing.document_view import JsonRow, by_sentence, document_shown
from macros.editing.left_over import left_to_decide, open_texts, problems_shown
from macros.editing.new_parts import title_proposed
from macros.editing.record_view import head_of, record_shown, title_shown, words
from macros.editing.selection import (
    is_cell,
    label_proposed,
    reading_shown,
    selected_names,
    selected_quantities,
    selected_words,
    whole_selection,
)
from macros.editing.session import Session, path_asked
from macros.editing.stored_files import stored_text
from macros.editing.typed_fields import (
    CODES_SAID,
    KEPT_BY_HAND,
    OpenRecord,
    columns_left,
    editable_kinds,
    languages_typed,
    period_called,
)
from macros.records.addresses import document_address, record_address
from macros.records.collection import Collection
from macros.records.kinds import BUREAU, DOCUMENTS, ERRATA, EXPLAINED_TERMS, ITEM_KINDS, WORK_AREAS
from macros.text.languages import Bilingual
from macros.text.placeholders import UNDECIDED
from macros.translating.memory import MOST_OFFERED
from macros.yaml_files.reader import read_bytes
from macros.yaml_files.values import FieldPath, Value, at_path

PAGES_OF_KINDS = {ERRATA.place: "corrections/", EXPLAINED_TERMS.place: "glossary/"}
"""The page on which records of a kind are read that have none of their own."""


def state_shown(session: Session, document: object, record: object) -> JsonRow:
    """Everything that may change with any request: the document and the record that are open, and what is left."""
    collection = session.collection
    records = sorted(session.records(), key=lambda one: place_in_lists(collection, one))
    marks = [mark for one in records for mark in session.marks(one)]
    documents = [one for one in records if one.kind is DOCUMENTS]
    names = [one.id for one in documents]
    shown = str(document) if document in names else next(iter(names), "")
    undecided = {one.key: list(open_texts(one.value)) for one in records}
    open_record = next((one for one in records if one.key == record), None)
    order = {f"{shown}#{one.id}": number for number, one in enumerate(sentences_of(session, shown))}
    return {
        "version": session.version,
        "bureau": bureau_name(session),
        "languages": languages_typed(collection),
        "documents": [[one.id, document_title(session, one.id)] for one in documents],
        "document": document_shown(collection, shown, by_sentence(marks)) if shown else None,
        "records": [
            {
                "key": one.key,
                "title": title_shown(collection, one),
                "kind": words(one.kind.title),
                "place": one.kind.place,
                "left": len(undecided[one.key]),
                "address": page_address(one),
                "lists": lists_of_record(one),
                "columns": [[each.id, each.title.zh, each.title.en] for each in columns_left(collection, one)],
                "takes": [
                    name
                    for name in ("figures", "results", "statements", "lists", "projects", "commitments")
                    if name in one.kind.model.model_fields
                ],
            }
            for one in records
        ],
        "kept": [
            {
                "place": kind.place,
                "title": words(kind.title),
                "many": kind.many,
                "keys": [one.key for one in records if one.kind is kind],
            }
            for kind in KEPT_BY_HAND
        ],
        "kinds": [[one.place, *words(one.title)] for one in collection.paged_kinds],
        "itemKinds": [[one, term.zh, term.en] for one, term in (collection.terms(ITEM_KINDS) or {}).items()],
        "areas": [
            [one, entry.record.title.zh]
            for one, entry in sorted(collection.of(WORK_AREAS).items(), key=lambda one: one[1].record.order)
        ],
        "figures": {f"{entry.id}.{one.id}": one.in_full for entry, _, one in collection.figures()},
        "record": record_shown(collection, open_record) if open_record else None,
        "problems": list(problems_shown(session, undecided)),
        "left": left_to_decide(session, records, marks, undecided, order),
        "changed": session.copy.changed(),
        "canUndo": session.copy.step(session.copy.at) is not None,
        "canRedo": session.copy.step(session.copy.at + 1) is not None,
    }


def place_in_lists(collection: Collection, record: OpenRecord) -> tuple[int, int]:
    """Where a record stands in lists: its kind, and its own place among those of its kind, which pages go by."""
    order = str(record.value.get("order") or "")
    kinds = [one.place for one in editable_kinds(collection)]
    return kinds.index(record.kind.place), int(order) if order.isdecimal() and order.isascii() else sys.maxsize


def page_address(record: OpenRecord) -> str:
    """The page of a record on the site."""
    if record.kind is BUREAU or record.kind in KEPT_BY_HAND:
        return PAGES_OF_KINDS.get(record.kind.place, "")
    if record.kind is DOCUMENTS:
        return document_address(record.id)
    return record_address(record.kind, record.id, str(record.value.get("work_area") or ""))


def sentences_of(session: Session, document: str) -> list[Any]:
    """The sentences of a document in order; none where it cannot be read."""
    entry = session.collection.of(DOCUMENTS).get(document)
    return list(entry.record.sentences()) if entry and hasattr(entry.record, "sections") else []


def document_title(session: Session, document: str) -> str:
    """What a document is called."""
    entry = session.collection.of(DOCUMENTS).get(document)
    title = entry.record.title if entry else None
    return title.zh.replace(UNDECIDED, "") if title else document


def bureau_name(session: Session) -> str:
    """What the bureau is called; empty where that cannot be read."""
    entry = session.collection.single(BUREAU)
    return str(entry.record.name.zh) if entry else ""


def lists_of_record(record: OpenRecord) -> list[list[object]]:
    """The lists of a record, each with its number and what it is called."""
    held = record.value.get("lists")
    named: list[list[object]] = []
    for index, one in enumerate(held if isinstance(held, list) else []):
        title = one.get("title") if isinstance(one, dict) else None
        zh = title.get("zh") if isinstance(title, dict) else None
        named.append([index, str(zh or "…").replace(UNDECIDED, "")])
    return named


def recorded_as(session: Session, sentence: str, start: int) -> list[object] | None:
    """The figure that a quantity is recorded as: its record and place in it; None where it is not."""
    for record in session.records():
        for mark in session.marks(record):
            if mark.shown == "figure" and mark.sentence == sentence and mark.start == start:
                return [mark.record, list(mark.path), title_shown(session.collection, record)]
    return None


def look(session: Session, request: Mapping[str, object]) -> JsonRow:
    """What was selected: the whole clauses, the quantities in them, the names, and a title that could be made of it."""
    collection, place = session.collection, session.place(request)
    wide = whole_selection(collection, place)
    inside = selected_quantities(collection, place)
    found = selected_quantities(collection, wide)
    shown = inside if len(inside) == 1 else found
    return {
        "sentence": place.sentence.partition("#")[2],
        "start": wide.start,
        "end": wide.end,
        "quote": selected_words(collection, wide),
        "words": selected_words(collection, place),
        "cell": is_cell(collection, place),
        "title": title_proposed(selected_words(collection, wide)),
        "names": selected_names(selected_words(collection, place)),
        "quantities": [
            {
                "at": one.start,
                "text": one.text,
                "read": words(reading_shown(collection.sources, one)),
                "label": label_proposed(collection, wide, one),
                "recorded": recorded_as(session, place.sentence, one.start),
            }
            for one in shown
        ],
    }


def sentence_shown_alone(session: Session, request: Mapping[str, object]) -> JsonRow:
    """A sentence and its translations, as they are typed."""
    place = session.place({**request, "start": 0, "end": 1})
    document, _, ident = place.sentence.partition("#")
    record = session.record(f"{DOCUMENTS.place}/{document}")
    held = record.value.get("translations")
    said = held if isinstance(held, dict) else {}
    framing = record.value.get("framing")
    texts = []
    for code in languages_typed(session.collection)[1:]:
        own = said.get(code)
        text = str((own.get(ident) if isinstance(own, dict) else "") or "")
        texts.append({"code": code, "value": text.replace(UNDECIDED, ""), "open": UNDECIDED in text, "fixed": False})
    return {
        "id": ident,
        "record": record.key,
        "zh": session.collection.sentences[place.sentence].zh,
        "texts": texts,
        "framing": isinstance(framing, list) and ident in framing,
    }


def changes_shown(session: Session) -> list[JsonRow]:
    """Every record changed since it was taken, in words."""
    rows = []
    kinds = {file.shown.partition("/")[2]: file.kind for file in session.collection.data_files.values()}
    for path in session.copy.changed():
        values = []
        for folder in (session.copy.base, session.copy.work):
            text = stored_text(folder / path) if path.endswith(".yml") else None
            reading = read_bytes(text.encode(), path)[0] if text is not None else None
            values.append(reading.value if reading else None)
        kind = kinds.get(path) or next((one for one in session.collection.folders if path.startswith(one.place)), None)
        names = names_in_lists(session, path, values)
        lines = changes_told(kind, values[0], values[1], names) if kind else [Bilingual("改动", "Changed")]
        held = values[1] or values[0] or {}
        title = held.get("title") or held.get("name")
        zh = title.get("zh") if isinstance(title, dict) else None
        zh = zh or (document_title(session, Path(path).stem) if kind is DOCUMENTS else None)
        name = [zh or path, (title.get("en") if isinstance(title, dict) else None) or zh or path]
        rows.append(
            {
                "path": path,
                "title": [str(one).replace(UNDECIDED, "") for one in name],
                "kind": words(kind.title) if kind else ["", ""],
                "lines": [words(one) for one in lines],
            }
        )
    return rows


def names_in_lists(session: Session, path: str, values: Sequence[Value]) -> dict[str, str]:
    """By what people know whatever a file names by its id: periods, documents, the figures of all records and, by
    their own ids, those of this one, and its sentences."""
    collection, ident = session.collection, path.rpartition("/")[2].removesuffix(".yml")
    names = {one: said.zh for one, said in CODES_SAID.items() if one not in ("zh", "en")}
    names |= {one.id: one.zh for one in collection.periods.entries}
    for value in values:
        period = value.get("period") if isinstance(value, dict) else None
        names |= {period: period_called(collection, period).zh} if isinstance(period, str) else {}
    names |= {one: f"“{document_title(session, one)}”" for one in collection.of(DOCUMENTS)}
    for entry, _, figure in collection.figures():
        said = figure.label.zh.replace(UNDECIDED, "")
        for key in (f"{entry.id}.{figure.id}", *([figure.id] if entry.id == ident else [])):
            names |= {key: said, f"{{{key}}}": figure.in_full}
    for value in values:
        figures = value.get("figures") if isinstance(value, dict) else None
        for one in figures if isinstance(figures, list) else []:
            if isinstance(one, dict) and one.get("id"):
                names[str(one["id"])] = head_of(one)
    return names | {one.id: f"“{one.zh}”" for one in sentences_of(session, ident)}


def memory_shown(session: Session, request: Mapping[str, object]) -> JsonRow:
    """Earlier translations of the Chinese of a text, or of a sentence, the likest first; and how the sentences that a
    text rests on were translated."""
    path, code = path_asked(request.get("path")), str(request.get("code"))
    record = session.record(request.get("record"))
    if path[:1] == ("translations",):
        sentence = session.collection.sentences.get(f"{record.id}#{path[-1]}")
        zh = sentence.zh if sentence else ""
    else:
        held = at_path(record.value, path)
        zh = str((held.get("zh") or held.get("quote") or "") if isinstance(held, dict) else "")
    zh = zh.replace(UNDECIDED, "")
    if not zh or code not in languages_typed(session.collection):
        return {"rows": [], "sentences": []}
    pairs, terms = session.memory(code).proposals(zh), session.memory(code).terms(zh)
    found = [(one, False) for one in pairs] + [(one, True) for one in terms if one not in pairs]
    rows = [{"text": one.said, "zh": one.zh, "likeness": one.likeness, "term": term} for one, term in found]
    translated = [] if path[:1] == ("translations",) else translated_sentences(session, record, path, code)
    return {"rows": rows[: MOST_OFFERED + 3], "sentences": translated}


def translated_sentences(session: Session, record: OpenRecord, path: FieldPath, code: str) -> list[list[str]]:
    """What a text rests on, each sentence with its translation: those of its part, or of the whole record where its
    part is none, or a note, which speaks of others."""
    part = next((path[: at + 1] for at, step in enumerate(path) if isinstance(step, int)), ())
    marks = [one for one in session.marks(record) if "note" in path or one.path[: len(part)] == part]
    order = list(session.collection.sentences)
    found: list[list[str]] = []
    for full in sorted({one.sentence for one in marks}, key=order.index):
        document, _, ident = full.partition("#")
        holder = session.record(f"{DOCUMENTS.place}/{document}")
        said = str(at_path(holder.value, ("translations", code, ident)) or "")
        if said and UNDECIDED not in said:
            found.append([session.collection.sentences[full].zh, said])
    return found
