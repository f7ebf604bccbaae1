"""What the page shows: everything it asks of a session, as rows of JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from macros.editing.changes_told import changes_told
from macros.editing.document_view import Mark, OpenRecord, Row, by_sentence, document_shown, marks_of
from macros.editing.new_parts import title_proposed
from macros.editing.record_view import record_shown, title_of, words
from macros.editing.selection import (
    is_cell,
    label_proposed,
    names_in,
    quantities_in,
    reading_shown,
    widened,
    words_of,
)
from macros.editing.session import Session, path_of
from macros.editing.typed_fields import declared_at, languages_typed
from macros.editing.working_copy import text_of
from macros.problems import Problem, causes, printable_problem
from macros.records.addresses import document_address, record_address
from macros.records.kinds import BUREAU, DOCUMENTS, ITEM_KINDS, WORK_AREAS
from macros.text.languages import Bilingual
from macros.text.personal_numbers import masked
from macros.text.placeholders import UNDECIDED
from macros.yaml_files.editing import at_path
from macros.yaml_files.reader import read_bytes
from macros.yaml_files.values import FieldPath, Value, field_name

MOST_LEFT = 400
"""Things to decide that are listed at a time."""


def state_shown(session: Session, document: object, record: object) -> Row:
    """Everything that may change with any request: the document and the record that are open, problems, what is left."""
    collection = session.collection
    records = list(session.records())
    marks = [mark for one in records for mark in marks_of(collection, one)]
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
                "title": title_of(one),
                "kind": words(one.kind.title),
                "place": one.kind.place,
                "left": len(undecided[one.key]),
                "address": address_of(one),
                "lists": lists_of_record(one),
                "takes": [name for name in ("figures", "results", "statements", "lists", "projects", "commitments")
                          if declared_at(one.kind.model, (name,), {})],
            }
            for one in records
        ],
        "kinds": [[one.place, *words(one.title)] for one in collection.paged_kinds],
        "itemKinds": [[one, term.zh, term.en] for one, term in (collection.terms(ITEM_KINDS) or {}).items()],
        "areas": [[one, entry.record.title.zh] for one, entry in collection.of(WORK_AREAS).items()],
        "record": record_shown(collection, open_record) if open_record else None,
        "problems": list(problems_shown(session, undecided)),
        "left": left_to_decide(records, marks, undecided, order),
        "changed": session.copy.changed(),
        "canUndo": session.copy.step(session.copy.at) is not None,
        "canRedo": session.copy.step(session.copy.at + 1) is not None,
    }


def address_of(record: OpenRecord) -> str:
    """The page of a record on the site."""
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


def open_texts(value: Value, path: FieldPath = ()) -> Iterator[tuple[FieldPath, str]]:
    """Every text that bears the marker, with its place."""
    if isinstance(value, str):
        if UNDECIDED in value:
            yield path, value.replace(UNDECIDED, "")
    elif isinstance(value, dict):
        for name, one in value.items():
            yield from open_texts(one, (*path, name))
    elif isinstance(value, list):
        for index, one in enumerate(value):
            yield from open_texts(one, (*path, index))


def left_to_decide(
    records: list[OpenRecord],
    marks: list[Mark],
    undecided: Mapping[str, list[tuple[FieldPath, str]]],
    order: Mapping[str, int],
) -> Row:
    """Everything to decide, in the order of the document: where it stands, and what is proposed."""
    placed = {(one.record, one.path): (order[one.sentence], one.start) for one in marks if one.sentence in order}
    last = len(order)
    rows = []
    for record in records:
        for path, text in undecided[record.key]:
            above = (path[:end] for end in range(len(path), -1, -1))
            at = next((placed[record.key, one] for one in above if (record.key, one) in placed), (last, 0))
            if path[:1] == ("translations",):
                at = (order.get(f"{record.id}#{path[-1]}", last), 0)
            rows.append((at, len(rows), {"record": record.key, "path": path, "text": text, "title": title_of(record)}))
    rows.sort(key=lambda one: one[:2])
    return {"count": len(rows), "rows": [row for _, _, row in rows[:MOST_LEFT]]}


def problems_shown(session: Session, undecided: Mapping[str, list[tuple[FieldPath, str]]]) -> Iterator[Row]:
    """Every cause of problems: the record and field, what is wrong and what to do, and what sort of problem it is."""
    keys = {one.path: one.key for one in session.records()}
    for cause in causes(session.loaded.problems):
        one = printable_problem(cause.problem)
        path = one.place.path.partition("/")[2]
        yield {
            "record": keys.get(path, ""),
            "file": path,
            "field": one.field,
            "wrong": [masked(one.wrong.zh), masked(one.wrong.en)],
            "fix": [masked(one.fix.zh), masked(one.fix.en)],
            "sort": sort_of(cause.problem, undecided.get(keys.get(path, ""), [])),
        }


def sort_of(problem: Problem, undecided: list[tuple[FieldPath, str]]) -> str:
    """What sort of problem it is: something undecided, something of a document not yet recorded, or a mistake."""
    if any(near(problem.field, field_name(path)) for path, _ in undecided):
        return "open"
    folder = problem.place.path.split("/")[1:2]
    return "left" if problem.stage == 2 and folder == [DOCUMENTS.place] else "wrong"


def near(field: str, other: str) -> bool:
    """Whether a problem at a field is about a text, itself or what it is part of."""
    return field == other or other.startswith((f"{field}.", f"{field}[")) or field.startswith(f"{other}.")


def blocking(session: Session) -> list[Row]:
    """The problems that are mistakes."""
    undecided = {one.key: list(open_texts(one.value)) for one in session.records()}
    return [one for one in problems_shown(session, undecided) if one["sort"] == "wrong"]


def tolerated(session: Session, problem: Problem) -> bool:
    """Whether pages can be shown in spite of a problem: it only says that something is left to do."""
    path = problem.place.path.partition("/")[2]
    record = next((one for one in session.records() if one.path == path), None)
    return sort_of(problem, list(open_texts(record.value)) if record else []) != "wrong"


def look(session: Session, request: Mapping[str, object]) -> Row:
    """What was selected: the whole clauses, the quantities in them, the names, and a title that could be made of it."""
    collection, place = session.collection, session.place(request)
    wide = widened(collection, place)
    inside = quantities_in(collection, place)
    found = quantities_in(collection, wide)
    shown = inside if len(inside) == 1 else found
    return {
        "sentence": place.sentence.partition("#")[2],
        "start": wide.start,
        "end": wide.end,
        "quote": words_of(collection, wide),
        "words": words_of(collection, place),
        "cell": is_cell(collection, place),
        "title": title_proposed(words_of(collection, wide)),
        "names": names_in(words_of(collection, place)),
        "quantities": [
            {
                "at": one.start,
                "text": one.text,
                "read": words(reading_shown(collection.sources, one)),
                "label": label_proposed(collection, wide, one),
            }
            for one in shown
        ],
    }


def sentence_shown_alone(session: Session, request: Mapping[str, object]) -> Row:
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


def changes_shown(session: Session) -> list[Row]:
    """Every record changed since it was taken, in words."""
    rows = []
    kinds = {file.shown.partition("/")[2]: file.kind for file in session.collection.data_files.values()}
    for path in session.copy.changed():
        values = []
        for folder in (session.copy.base, session.copy.work):
            text = text_of(folder / path) if path.endswith(".yml") else None
            reading = read_bytes(text.encode(), path)[0] if text is not None else None
            values.append(reading.value if reading else None)
        kind = kinds.get(path) or next((one for one in session.collection.folders if path.startswith(one.place)), None)
        lines = changes_told(kind, *values) if kind else [Bilingual("改动", "Changed")]
        held = values[1] or values[0] or {}
        title = held.get("title")
        zh = title.get("zh") if isinstance(title, dict) else None
        name = [zh or path, (title.get("en") if isinstance(title, dict) else None) or zh or path]
        rows.append({"path": path, "title": [str(one).replace(UNDECIDED, "") for one in name],
                     "kind": words(kind.title) if kind else ["", ""], "lines": [words(one) for one in lines]})
    return rows


def memory_shown(session: Session, request: Mapping[str, object]) -> Row:
    """Earlier translations of the Chinese of a text, or of a sentence, the likest first."""
    path, code = path_of(request.get("path")), str(request.get("code"))
    record = session.record(request.get("record"))
    if path[:1] == ("translations",):
        sentence = session.collection.sentences.get(f"{record.id}#{path[-1]}")
        zh = sentence.zh if sentence else ""
    else:
        held = at_path(record.value, path)
        zh = str((held.get("zh") or held.get("quote") or "") if isinstance(held, dict) else "")
    zh = zh.replace(UNDECIDED, "")
    rows = session.proposals(zh, code) if zh and code in languages_typed(session.collection) else []
    return {"rows": [{"text": text, "zh": like, "likeness": likeness} for text, like, likeness in rows]}
