"""What people type and choose in fields, accept, take away and move.

A request names a record and a field, and carries words. What the source states is in no request.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from macros.editing.record_view import record_title
from macros.editing.session import NO_SUCH_PART, NOT_A_CHOICE, NOT_IN_FORM, Edit, Session, path_asked
from macros.editing.typed_fields import (
    DeclaredField,
    OpenRecord,
    choices_for,
    declared_at,
    form_of_field,
    languages_typed,
    may_be_typed,
)
from macros.problems import Refused
from macros.records.base import DAY_PATTERN, MOMENT_PATTERN, WHOLE_PATTERN, BilingualText
from macros.records.document import Edition
from macros.records.kinds import DOCUMENTS
from macros.staff.fields import order_at
from macros.text.languages import Bilingual
from macros.text.placeholders import UNDECIDED
from macros.yaml_files.editing import with_value, without
from macros.yaml_files.values import FieldPath, Value, at_path

LONGEST_TYPED = 4000
"""Characters that a field takes, as in the record classes."""
IN_SENTENCES = {"summary", "note"}
"""Texts that are written in whole sentences."""
NOT_TYPED_HERE = Bilingual(
    "这一栏由程序从原文读出，不能填写。", "This field is read in the source by the program and cannot be filled in."
)
BETWEEN_WORDS = re.compile("[、，,；;]")
"""What stands between the words of a list as it is typed."""
FORMS_TYPED = {"text": None, "whole": WHOLE_PATTERN, "day": DAY_PATTERN, "moment": MOMENT_PATTERN}
"""How what is typed must be written, by the form of its field."""


def put_value(session: Session, request: Mapping[str, object]) -> Edit:
    """Types or chooses what a field says; nothing typed means that it is still to be decided, or left out.

    What is ``open`` stays to be decided where it was: who types is not done before the key or button that says so.
    """
    record, path = session.record(request.get("record")), path_asked(request.get("path"))
    declared = may_be_typed(record.kind.model, path, record.value, session.collection)
    if declared is None or (path[0] == "translations" and path[-1] not in sentence_ids(session, record.id)):
        raise Refused(NOT_TYPED_HERE)
    value = typed(session, record, path, declared, request.get("value"))
    if isinstance(value, str) and value:
        value = ended(path, value) if request.get("open") is not True else value
        still_open = request.get("open") is True and UNDECIDED in str(at_path(record.value, path))
        value = UNDECIDED + value if still_open else value
    texts = with_typed(session, record, path, declared, value)
    said = Bilingual(f"填写：{record_title(record)}", f"Typing: {record_title(record)}")
    return Edit(said, {record.path: texts}, record.key, path, f"{record.key} {path} {request.get('typing', '')}")


def typed(
    session: Session, record: OpenRecord, path: FieldPath, declared: DeclaredField, given: object
) -> str | list[str] | bool | int:
    """What was typed or chosen, in the form of its field; empty for nothing."""
    form = form_of_field(declared)
    if form == "choices":
        if not isinstance(given, list) or not all(isinstance(one, str) for one in given):
            raise Refused(NOT_IN_FORM)
        chosen = [str(one) for one in given]
        options = choices_for(session.collection, record, declared, path)
        if not set(chosen) <= options.keys():
            raise Refused(NOT_A_CHOICE)
        return chosen
    if not isinstance(given, str) or len(given) > LONGEST_TYPED:
        raise Refused(NOT_IN_FORM)
    text = " ".join(given.replace(UNDECIDED, "").split("\n")).strip()
    if form == "words":
        return list(dict.fromkeys(one for word in BETWEEN_WORDS.split(text) if (one := word.strip())))
    if form == "choice":
        options = choices_for(session.collection, record, declared, path)
        if text and text not in options:
            raise Refused(NOT_A_CHOICE)
        return text
    if form == "yes-no":
        if text not in ("", "yes", "no"):
            raise Refused(NOT_A_CHOICE)
        return (text == "yes" and True) or ""
    pattern = FORMS_TYPED[form]
    if text and pattern and not re.fullmatch(pattern, text):
        raise Refused(NOT_IN_FORM)
    return int(text) if text and form == "whole" else text


def ended(path: FieldPath, value: str) -> str:
    """A text in Chinese as it is decided on: a summary or a note does not end in a mark after which it would go on."""
    prose = path[-1:] == ("zh",) and IN_SENTENCES & {*path}
    return re.sub("[；，：、;,:]+$", "。", value) if prose else value


def sentence_ids(session: Session, document: str) -> set[str]:
    """The sentences of a document whose translations stand in its file."""
    entry = session.collection.of(DOCUMENTS).get(document)
    return {one.id for one in entry.record.sentences()} if entry and isinstance(entry.record, Edition) else set()


def with_typed(
    session: Session, record: OpenRecord, path: FieldPath, declared: DeclaredField, value: str | list[str] | bool | int
) -> str:
    """The text of a record's file with a field as it was typed.

    Another Chinese text leaves its translations to be decided again; an optional text goes once all of it is empty.
    """
    text = session.whole_text(record)
    model, own = declared.owner, path[:-1]
    order = order_at(record.kind.model, own)
    if path[0] == "translations":
        return with_value(text, path, value) if value else without_part(text, record.value, path)
    if issubclass(model, BilingualText) and path[-1] in (codes := languages_typed(session.collection)):
        held = at_path(record.value, own)
        texts: dict[str, Value] = held if isinstance(held, dict) else {}
        if not value and own and may_go(session, record, own, {**texts, str(path[-1]): ""}):
            return without_part(text, record.value, own)
        if not texts:
            made = dict.fromkeys(codes, UNDECIDED) | {str(path[-1]): value}
            holder = may_be_typed(record.kind.model, (*own, "zh"), record.value, session.collection)
            return with_value(text, own, made, order_at(record.kind.model, own[:-1])) if holder else text
        if not value and path[-1] == "zh" and not declared.field.required:
            return without_part(text, record.value, path)
        text = with_value(text, path, value or UNDECIDED, order)
        was = str(texts.get("zh") or "").replace(UNDECIDED, "")
        if path[-1] == "zh" and was != str(value).replace(UNDECIDED, ""):
            for code in codes[1:]:
                if (said := texts.get(code)) and UNDECIDED not in str(said):
                    text = with_value(text, (*own, code), UNDECIDED + str(said), order)
        return text
    if value or (isinstance(value, list) and declared.field.required):
        return with_value(text, path, value, order)
    return (
        with_value(text, path, UNDECIDED, order) if declared.field.required else without_part(text, record.value, path)
    )


def may_go(session: Session, record: OpenRecord, own: FieldPath, texts: Mapping[str, Value]) -> bool:
    """Whether an optional text may be left out: nothing is left in it."""
    empty = all(not str(texts.get(code) or "").replace(UNDECIDED, "") for code in languages_typed(session.collection))
    holder = declared_at(record.kind.model, own, record.value)
    return empty and holder is not None and not holder.field.required and holder.field.shape == "one"


def accept(session: Session, request: Mapping[str, object]) -> Edit:
    """Decides that what was proposed stands: the marker goes from every text at a path that says something."""
    record, path = session.record(request.get("record")), path_asked(request.get("path"))
    text, found = session.whole_text(record), 0
    for at, said in marked_texts(at_path(record.value, path), path):
        text = with_value(text, at, ended(at, said.replace(UNDECIDED, "")))
        found += 1
    if not found:
        raise Refused(NO_SUCH_PART)
    return Edit(Bilingual("核定", "Accept"), {record.path: text}, record.key, path)


def remove_part(session: Session, request: Mapping[str, object]) -> Edit:
    """Takes a part out of a record; without a path, the whole record."""
    record, path = session.record(request.get("record")), path_asked(request.get("path"))
    if not path and record.kind.many and record.kind is not DOCUMENTS:
        return Edit(Bilingual(f"删除“{record_title(record)}”", f'Delete "{record_title(record)}"'), {record.path: None})
    if not leads_to_part(session, record, path):
        raise Refused(NO_SUCH_PART)
    text = without_part(session.whole_text(record), record.value, path)
    return Edit(Bilingual("删除", "Delete"), {record.path: text}, record.key)


def leads_to_part(session: Session, record: OpenRecord, path: FieldPath) -> bool:
    """Whether a path leads to an entry of a list of parts, or to one that goes by a key."""
    held, above = at_path(record.value, path), declared_at(record.kind.model, path[:-1], record.value)
    keyed = len(path) > 1 and above is not None and above.field.shape == "by key"
    return bool(path) and (keyed or isinstance(path[-1], int)) and isinstance(held, dict)


def without_part(text: str, value: Value, path: FieldPath) -> str:
    """A text without what stands at a path, and without the list or set of fields that is then empty; as it was where
    nothing stands there."""
    while len(path) > 1 and len(at_path(value, path[:-1]) or ()) == 1:
        path = path[:-1]
    return without(text, path) if at_path(value, path) is not None else text


def marked_texts(value: Value, path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    """The texts in a value that bear the marker and say something beside it."""
    if isinstance(value, str):
        if UNDECIDED in value and value.replace(UNDECIDED, "").strip():
            yield path, value
    elif isinstance(value, dict):
        for name, one in value.items():
            yield from marked_texts(one, (*path, name))
    elif isinstance(value, list):
        for index, one in enumerate(value):
            yield from marked_texts(one, (*path, index))
