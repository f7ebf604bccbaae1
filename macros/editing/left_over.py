"""What is left to do: texts to decide, in the order of the document, and problems, each with what sort of one it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from macros.editing.document_view import JsonRow, RecordedMark
from macros.editing.record_view import own_text_called, title_shown, words
from macros.editing.session import Session
from macros.editing.typed_fields import SHORT_NAMES, OpenRecord, declared_at, field_called, languages_typed
from macros.problems import Problem, causes, printable_problem
from macros.records.collection import Collection
from macros.records.document import Edition
from macros.records.kinds import DOCUMENTS
from macros.text.languages import Bilingual
from macros.text.personal_numbers import masked
from macros.text.placeholders import UNDECIDED
from macros.yaml_files.values import FieldPath, Value, at_path, field_name


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


OF_SENTENCE = ["句子的译文", "sentence"]


def text_label(collection: Collection, record: OpenRecord, path: FieldPath) -> list[str]:
    """What the field of a text is called, the language apart."""
    field = path[:-1] if path[-1:] and isinstance(path[-1], str) and len(path) > 1 else path
    declared = declared_at(record.kind.model, field if isinstance(field[-1], str) else path, record.value)
    if path[:1] == ("translations",):
        return OF_SENTENCE
    if declared and isinstance(field[-1], str):
        return words(field_called(declared.field))
    return words(own_text_called(collection, declared.owner if declared else record.kind.model))


def untranslated_sentences(session: Session, record: OpenRecord) -> Iterator[tuple[str, str]]:
    """The sentences of a document, tables apart, that lack their first translation; none on a site in Chinese alone."""
    codes = languages_typed(session.collection)[1:]
    entry = session.collection.of(DOCUMENTS).get(record.id) if record.kind is DOCUMENTS and codes else None
    if entry and isinstance(entry.record, Edition):
        said = at_path(record.value, ("translations", codes[0]))
        held = said if isinstance(said, dict) else {}
        yield from ((one.id, one.zh) for one in entry.record.text_sentences() if not held.get(one.id))


def left_to_decide(
    session: Session,
    records: list[OpenRecord],
    marks: list[RecordedMark],
    undecided: Mapping[str, list[tuple[FieldPath, str]]],
    order: Mapping[str, int],
) -> list[JsonRow]:
    """Everything to decide, in the order of the document: where it stands, and what is proposed."""
    placed = {(one.record, one.path): (order[one.sentence], one.start) for one in marks if one.sentence in order}
    last = len(order)
    rows: list[tuple[tuple[int, int], int, JsonRow]] = []
    for record in records:
        for path, text in undecided[record.key]:
            above = (path[:end] for end in range(len(path), -1, -1))
            at = next((placed[record.key, one] for one in above if (record.key, one) in placed), (last, 0))
            if path[:1] == ("translations",):
                at = (order.get(f"{record.id}#{path[-1]}", last), 0)
            row = {"record": record.key, "path": path, "text": text, "title": title_shown(session.collection, record)}
            rows.append((at, len(rows), row | {"label": text_label(session.collection, record, path)}))
    for record in records:
        for ident, zh in untranslated_sentences(session, record):
            path = ("translations", languages_typed(session.collection)[1], ident)
            at = (order.get(f"{record.id}#{ident}", last), 0)
            rows.append(
                (at, len(rows), {"record": record.key, "path": path, "text": "", "title": zh, "label": OF_SENTENCE})
            )
    rows.sort(key=lambda one: one[:2])
    return [row for _, _, row in rows]


def problems_shown(session: Session, undecided: Mapping[str, list[tuple[FieldPath, str]]]) -> Iterator[JsonRow]:
    """Every cause of problems: the record and field, what is wrong and what to do, and what sort of problem it is.

    What follows from something undecided is told as well, unless it is about an undecided text itself.
    """
    keys = {one.path: one.key for one in session.records()}
    sort_of_cause = ""
    for cause in causes(session.loaded.problems):
        for found in (cause.problem, *cause.consequences):
            path = found.place.path.partition("/")[2]
            sort = problem_sort(found, undecided.get(keys.get(path, ""), []))
            if found is not cause.problem and (sort == "open" or sort_of_cause != "open"):
                continue
            if found is cause.problem:
                sort_of_cause = sort
            one = printable_problem(found)
            yield {
                "record": keys.get(path, ""),
                "file": path,
                "field": one.field,
                "wrong": [masked(one.wrong.zh), masked(one.wrong.en)],
                "fix": words(fix_in_form(found, Bilingual(masked(one.fix.zh), masked(one.fix.en)))),
                "sort": sort,
            }


def fix_in_form(problem: Problem, fix: Bilingual) -> Bilingual:
    """What to do in the form, where a field is called otherwise than in its file, and is not deleted but left empty."""
    name = problem.field.rpartition(".")[2]
    called = SHORT_NAMES.get(name)
    if not called:
        return fix
    zh = re.sub(rf"删去 ?{name}(?![a-z_])", f"请把“{called.zh}”改为“（不写）”", fix.zh)
    zh = re.sub(rf" ?(?<![a-z_]){name}(?![a-z_]) ?", f"“{called.zh}”", zh)
    return Bilingual(zh, re.sub(rf"Delete {name}(?![a-z_])", f'Set "{called.en}" to "(none)"', fix.en))


def problem_sort(problem: Problem, undecided: list[tuple[FieldPath, str]]) -> str:
    """What sort of problem it is: open (undecided), left (of a document, to record or translate), or wrong."""
    if any(near_field(problem.field, field_name(path)) for path, _ in undecided):
        return "open"
    of_document = problem.place.path.split("/")[1:2] == [DOCUMENTS.place]
    lacking = re.fullmatch(r"translations(\.[a-z-]+)?", problem.field)
    return "left" if of_document and (problem.stage == 2 or lacking) else "wrong"


def near_field(field: str, other: str) -> bool:
    """Whether a problem at a field is about a text, itself or what it is part of."""
    return field == other or other.startswith((f"{field}.", f"{field}[")) or field.startswith(f"{other}.")


def blocking(session: Session) -> list[JsonRow]:
    """The problems that are mistakes."""
    undecided = {one.key: list(open_texts(one.value)) for one in session.records()}
    return [one for one in problems_shown(session, undecided) if one["sort"] == "wrong"]


def tolerated(session: Session, problem: Problem) -> bool:
    """Whether pages can be shown in spite of a problem: it only says that something is left to do."""
    path = problem.place.path.partition("/")[2]
    record = next((one for one in session.records() if one.path == path), None)
    return problem_sort(problem, list(open_texts(record.value)) if record else []) != "wrong"
