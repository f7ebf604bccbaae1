"""What selections become: parts of records, made of the words that stand where a request says."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from macros.drafting.names import id_from
from macros.editing.new_parts import ids_in
from macros.editing.record_view import record_title
from macros.editing.selection import Selection, figure_fields, quoting_fields, words_with_figures
from macros.editing.session import NO_SUCH_PART, NOT_A_CHOICE, NOT_IN_FORM, NOT_KNOWN, Edit, Session, path_asked
from macros.editing.typed_fields import OpenRecord, columns_left, languages_typed
from macros.editing.typing_in import put_value, without_part
from macros.problems import Refused
from macros.records.document import Document
from macros.records.kinds import DOCUMENTS, ITEM_KINDS, WORK_AREAS
from macros.staff.fields import order_at
from macros.staff.schemas import schema_line
from macros.text.languages import Bilingual
from macros.text.placeholders import UNDECIDED
from macros.yaml_files.editing import new_file, with_entry, with_value, without
from macros.yaml_files.values import FieldPath, Value, at_path

MOST_SENTENCES = 50
"""Sentences from which a text is filled at once."""
NO_TITLE = Bilingual("请先写标题。", "Write a title first.")
LONGEST_TITLE = 200
FILLED_IN = Bilingual("已填入所选文字，按回车核定", "What was selected is filled in; press Enter to accept")
SAYING_WHAT_IS_QUOTED = {"figures", "results", "statements", "commitments"}
"""Lists of parts whose own texts say what their quote says; elsewhere they are names that stand in it."""


def add_part(session: Session, request: Mapping[str, object]) -> Edit:
    """Makes a part of a record from the words selected."""
    record, place, what = session.record(request.get("record")), session.place(request), str(request.get("what"))
    maker = session.maker
    if what == "item":
        return add_entries(session, request, record, place)
    if what == "value":
        return add_value(session, request, record, place)
    listed = {"figure": "figures", "statement": "statements", "project": "projects", "goal": "commitments"}
    name = "notes" if what in ("note", "no-quantity") else listed.get(what, "")
    if name == "notes":
        record = session.record(f"{DOCUMENTS.place}/{place.sentence.partition('#')[0]}")
    order = order_at(record.kind.model, ())
    if name == "figures" and "results" in order:
        name = "results"
    if name not in order:
        raise Refused(NO_SUCH_PART)
    held = record.value.get(name)
    taken = ids_in(held)
    if what == "figure":
        part = maker.figure(place, request.get("at"), taken)
    elif what == "statement":
        part = maker.statement(place)
    elif what == "project":
        part = maker.project(place, taken)
    elif what == "goal":
        part = maker.commitment(place, taken)
    else:
        part = maker.note(place, taken, what == "no-quantity")
    text = with_entry(
        session.whole_text(record), (name,), in_class_order(part, order_at(record.kind.model, (name, 0))), None, order
    )
    at = len(held) if isinstance(held, list) else 0
    said = Bilingual(f"记入“{record_title(record)}”", f'Recorded in "{record_title(record)}"')
    return Edit(said, {record.path: text}, record.key, (name, at))


def add_value(session: Session, request: Mapping[str, object], record: OpenRecord, place: Selection) -> Edit:
    """Says in one column of a section what the words selected say, or which term or figure it is to be."""
    column = next((one for one in columns_left(session.collection, record) if one.id == request.get("column")), None)
    if column is None:
        raise Refused(NO_SUCH_PART)
    part = session.maker.value(place, column, str(record.value.get("quote") or ""))
    held, order = record.value.get("values"), order_at(record.kind.model, ())
    text = with_entry(session.whole_text(record), ("values",), part, None, order)
    said = Bilingual(f"填写“{column.title.zh}”", f'Fill in "{column.title.en}"')
    return Edit(said, {record.path: text}, record.key, ("values", len(held) if isinstance(held, list) else 0))


def add_entries(session: Session, request: Mapping[str, object], record: OpenRecord, place: Selection) -> Edit:
    """Makes entries of a list from the names selected; without ``list``, a new list of them."""
    order = order_at(record.kind.model, ())
    lists, at, text = record.value.get("lists"), request.get("list"), session.whole_text(record)
    held = lists if isinstance(lists, list) else []
    if "lists" not in order:
        raise Refused(NO_SUCH_PART)
    if at is None:
        kind, title = request.get("kind"), request.get("title")
        terms = session.collection.terms(ITEM_KINDS) or {}
        if not isinstance(kind, str) or kind not in terms:
            raise Refused(NOT_A_CHOICE)
        title = title_typed(title) or terms[kind].zh
        part = session.maker.listing(place, kind, title, ids_in(held))
        part = in_class_order(part, order_at(record.kind.model, ("lists", 0)))
        text = with_entry(text, ("lists",), part, None, order)
        return Edit(Bilingual("新建名单", "New list"), {record.path: text}, record.key, ("lists", len(held)))
    listing = held[at] if type(at) is int and 0 <= at < len(held) else None
    if not isinstance(listing, dict):
        raise Refused(NO_SUCH_PART)
    items = listing.get("items")
    entries = session.maker.entries(place, ids_in(items), str(listing.get("quote") or ""))
    path: FieldPath = ("lists", held.index(listing), "items")
    for entry in entries:
        text = with_entry(text, path, entry)
    number = len(items) if isinstance(items, list) else 0
    return Edit(Bilingual("名单条目", "List entry"), {record.path: text}, record.key, (*path, number))


def requote(session: Session, request: Mapping[str, object]) -> Edit:
    """Has a part rest on the words selected in place of those it quotes."""
    record, path, place = session.record(request.get("record")), path_asked(request.get("path")), session.place(request)
    part = at_path(record.value, path)
    if not isinstance(part, dict) or not ("quote" in part or "cell" in part):
        raise Refused(NO_SUCH_PART)
    figure = len(path) == 2 and path[0] in ("figures", "results")
    fields = (
        figure_fields(session.collection, place, request.get("at"))[1]
        if figure
        else quoting_fields(session.collection, place)
    )
    text = session.whole_text(record)
    order = order_at(record.kind.model, path)
    for name in ("quote", "source", "cell", "numeral", "reading"):
        if name in fields:
            text = with_value(text, (*path, name), fields[name], order)
        elif name in part:
            text = without(text, (*path, name))
    if any(part.get(name) != fields.get(name) for name in ("quote", "cell", "numeral")):
        text = to_decide_again(session, text, path, part)
    return Edit(Bilingual("重新选取原文", "Other words of the source"), {record.path: text}, record.key, path)


def to_decide_again(session: Session, text: str, path: FieldPath, part: Mapping[str, Value]) -> str:
    """The text with the marker before all that says in our words what a part quotes: it quotes something else now."""
    if not {*path} & SAYING_WHAT_IS_QUOTED:
        return text
    label = part.get("label")
    for code in languages_typed(session.collection):
        at: FieldPath = ("label", code) if isinstance(label, dict) else (code,)
        said = at_path(dict(part), at)
        if isinstance(said, str) and UNDECIDED not in said:
            text = with_value(text, (*path, *at), UNDECIDED + said)
    return text


def fill_in_words(session: Session, request: Mapping[str, object]) -> Edit:
    """Fills a text with all words selected, to be decided on; numbers that are figures are named.

    ``places`` are the stretches, one of each sentence. They go behind what was decided of the text or, with ``append``,
    behind what the person has filled in already; what the program proposed gives way.
    """
    record, path, places = session.record(request.get("record")), path_asked(request.get("path")), request.get("places")
    if not isinstance(places, list) or not 0 < len(places) <= MOST_SENTENCES:
        raise Refused(NOT_KNOWN)
    named = [session.place({"document": request.get("document"), **one}) for one in places if isinstance(one, dict)]
    held = at_path(record.value, path)
    keeps = isinstance(held, str) and (request.get("append") is True or UNDECIDED not in held)
    before = str(held).replace(UNDECIDED, "") if keeps else ""
    owner = record.id if figures_named(path) else ""
    words = "".join(words_with_figures(session.collection, place, owner) for place in named)
    words = before + (re.sub("[；;]$", "。", words) if figures_named(path) else words)
    filled = put_value(session, {"record": record.key, "path": list(path), "value": words, "open": True})
    text = with_value(filled.texts[record.path] or "", path, UNDECIDED + words.strip())
    return replace(filled, said=FILLED_IN, texts={record.path: text})


def figures_named(path: FieldPath) -> bool:
    """Whether numbers stand in a text as the names of figures: not in names, which are those of the source."""
    return bool({"summary", "note", "deadline"} & set(path))


def new(session: Session, request: Mapping[str, object]) -> Edit:
    """Starts a record that is named after the clauses selected; its title is typed, its id made of that."""
    place, title = session.place(request), title_typed(request.get("title"))
    kind = next((one for one in session.collection.paged_kinds if one.place == request.get("kind")), None)
    if kind is None:
        raise Refused(NOT_KNOWN)
    if not title:
        raise Refused(NO_TITLE)
    areas = session.collection.of(WORK_AREAS)
    area = str(request.get("work_area") or "")
    if area and area not in areas:
        raise Refused(NOT_A_CHOICE)
    taken = session.copy.names()
    ident = id_from(title, taken, "record")
    order = 1 + max((one.record.order for one in session.collection.of(kind).values()), default=0)
    value = session.maker.record(kind, place, title, area, order)
    path = f"{kind.place}/{ident}.yml"
    said = Bilingual(f"新建“{title}”", f'New record "{title}"')
    return Edit(
        said,
        {path: new_file(in_class_order(value, order_at(kind.model, ())), schema_line(kind))},
        f"{kind.place}/{ident}",
    )


def framing(session: Session, request: Mapping[str, object]) -> Edit:
    """Marks a sentence as one that only introduces or closes, or takes the mark away."""
    place = session.place(request)
    document, _, ident = place.sentence.partition("#")
    record = session.record(f"{DOCUMENTS.place}/{document}")
    marked = record.value.get("framing")
    held = marked if isinstance(marked, list) else []
    text, order = session.whole_text(record), order_at(Document, ())
    if ident in held:
        text = without_part(text, record.value, ("framing", held.index(ident)))
    else:
        text = with_entry(text, ("framing",), ident, None, order)
    return Edit(Bilingual("只引导、收尾的句子", "Introduces or closes"), {record.path: text}, record.key)


def only_frames(session: Session, request: Mapping[str, object]) -> Edit:
    """Takes a statement out of a record and marks its sentence as one that only introduces or closes."""
    record, path = session.record(request.get("record")), path_asked(request.get("path"))
    rests_on = next((one for one in session.marks(record) if one.path == path), None)
    if len(path) != 2 or path[0] != "statements" or rests_on is None:
        raise Refused(NO_SUCH_PART)
    document, _, sentence = rests_on.sentence.partition("#")
    marked = framing(session, {"document": document, "sentence": sentence, "start": 0, "end": 1})
    text = without_part(session.whole_text(record), record.value, path)
    return Edit(marked.said, {**marked.texts, record.path: text}, record.key)


def title_typed(given: object) -> str:
    """A title as it was typed; empty for nothing. Raises Refused for what is too long."""
    text = " ".join(given.replace(UNDECIDED, "").split()) if isinstance(given, str) else ""
    if len(text) > LONGEST_TITLE:
        raise Refused(NOT_IN_FORM)
    return text


def in_class_order(part: Mapping[str, Any], order: Sequence[str]) -> dict[str, Any]:
    """The fields of a part in the order of its class; those that it does not know, further languages, last."""
    return {name: part[name] for name in (*order, *part) if name in part}
