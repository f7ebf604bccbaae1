"""What a person does in the editor, one request at a time: each is looked up in the data, and changes texts of files.

A request names records, fields and places of documents, and carries words that people type. What the source states
(quotes, numerals, values, units, qualifiers) is read in the documents and is in no request.
"""

from __future__ import annotations

import difflib
import re
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.drafting.names import id_from
from macros.editing.document_view import OpenRecord, undecided_in
from macros.editing.new_parts import Maker, ids_in
from macros.editing.selection import Selection, figure_fields, quoted, selected, words_of
from macros.editing.typed_fields import (
    DeclaredField,
    choices,
    declared_at,
    editable_kinds,
    form_of_field,
    languages_typed,
    may_be_typed,
)
from macros.editing.working_copy import WorkingCopy
from macros.problems import Refused
from macros.records.base import DAY_PATTERN, MOMENT_PATTERN, WHOLE_PATTERN, BilingualText
from macros.records.collection import Collection
from macros.records.document import Document, Edition
from macros.records.kinds import DOCUMENTS, ITEM_KINDS, WORK_AREAS
from macros.register.load import Loaded, load_since
from macros.staff.fields import fields_of
from macros.staff.schemas import schema_line
from macros.system.clock import today
from macros.text.languages import Bilingual
from macros.text.placeholders import UNDECIDED
from macros.yaml_files.editing import at_path, new_file, with_entry, with_value, without
from macros.yaml_files.values import FieldPath, Value

LONGEST_TYPED = 4000
"""Characters that a field takes, as in the record classes."""
NOT_KNOWN = Bilingual("程序不认识这个请求，没有改动。", "This request is not known; nothing was changed.")
NO_SUCH_RECORD = Bilingual("没有这条记录，或者读不出来。", "There is no such record, or it cannot be read.")
NOT_TYPED_HERE = Bilingual(
    "这一栏由程序从原文读出，不能填写。", "This field is read in the source by the program and cannot be filled in."
)
NOT_A_CHOICE = Bilingual("只能从所列的各项中选。", "Choose one of those listed.")
NOT_IN_FORM = Bilingual("写法不对，没有改动。", "This is not written as it should be; nothing was changed.")
NO_TITLE = Bilingual("请先写标题。", "Write a title first.")
NO_SUCH_PART = Bilingual("这条记录没有这样的部分。", "The record has no such part.")
DRAFT_PATHS = {"text": None, "whole": WHOLE_PATTERN, "day": DAY_PATTERN, "moment": MOMENT_PATTERN}
"""How what is typed must be written, by the form of its field."""


@dataclass(frozen=True)
class Change:
    """What one request comes to: how people call it, the new texts, and the part it made or changed."""

    said: Bilingual
    texts: Mapping[str, str | None]
    record: str = ""
    path: FieldPath = ()
    typing: str = ""


class Session:
    """A data folder being edited."""

    def __init__(self, data: Path) -> None:
        """Takes up the working copy of the data folder."""
        self.copy = WorkingCopy(data)
        self.lock = threading.RLock()
        self.version = 0
        self.loaded: Loaded = load_since(None, self.copy.work, today())
        self.known: dict[str, tuple[object, dict[str, Value]]] = {}
        """The values of files that were read, by path; they are read again where the file was."""

    @property
    def collection(self) -> Collection:
        """Everything as it stands."""
        return self.loaded.collection

    def refresh(self) -> None:
        """Reads again what was written."""
        self.loaded = load_since(self.loaded, self.copy.work, today())
        self.version += 1

    def records(self) -> Iterator[OpenRecord]:
        """Every record that can be opened and read, in order."""
        kinds = editable_kinds(self.collection)
        for file in self.collection.data_files.values():
            if file.kind in kinds and file.reading is not None:
                path = file.shown.partition("/")[2]
                held = self.known.get(path)
                if held is None or held[0] is not file.reading:
                    held = self.known[path] = (file.reading, file.reading.value)
                yield OpenRecord(f"{file.kind.place}/{file.id}", path, file.kind, file.id, file.reading.text, held[1])

    def record(self, key: object) -> OpenRecord:
        """A record by its key; raises Refused where there is none."""
        found = next((one for one in self.records() if one.key == key), None)
        if found is None:
            raise Refused(NO_SUCH_RECORD)
        return found

    def whole_text(self, record: OpenRecord) -> str:
        """The text of a record's file, with its line ends."""
        return self.copy.text(record.path) or ""

    @property
    def maker(self) -> Maker:
        """Makes new parts."""
        return Maker(self.collection, self.proposed)

    def proposed(self, zh: str, code: str) -> str:
        """What the texts of the data say in a language for the same Chinese words; empty where they do not."""
        for entry in self.collection.all():
            for _, text in entry.texts:
                if text.zh == zh and (said := text.said_in(code)) and UNDECIDED not in said:
                    return said
        return ""

    def proposals(self, zh: str, code: str) -> list[tuple[str, str, float]]:
        """Earlier translations of the same or like Chinese words: each with these, and how like they are, up to 1."""
        found: dict[str, tuple[str, float]] = {}
        for entry in self.collection.all():
            for _, text in entry.texts:
                said = text.said_in(code)
                likeness = difflib.SequenceMatcher(None, zh, text.zh).ratio() if said and UNDECIDED not in said else 0
                if likeness > 0.6 and likeness > found.get(said, ("", 0.0))[1]:
                    found[said] = (text.zh, likeness)
        ranked = sorted(((text, like, likeness) for text, (like, likeness) in found.items()), key=lambda one: -one[2])
        return ranked[:3]

    def act(self, request: Mapping[str, object]) -> Change:
        """Does what a request asks and reads the result; raises Refused where it asks for what cannot be."""
        actions = {
            "put": self.put,
            "accept": self.accept,
            "remove": self.remove,
            "move": self.move,
            "add": self.add,
            "requote": self.requote,
            "fill": self.fill,
            "new": self.new,
            "framing": self.framing,
            "blank": self.blank,
        }
        action = actions.get(str(request.get("action")))
        if action is None:
            raise Refused(NOT_KNOWN)
        change = action(request)
        self.copy.change(change.said, change.texts, change.typing)
        self.refresh()
        return change

    def place(self, request: Mapping[str, object]) -> Selection:
        """The stretch of a document that a request names."""
        document = request.get("document")
        entry = self.collection.of(DOCUMENTS).get(str(document))
        if entry is None or not isinstance(entry.record, Edition):
            raise Refused(NO_SUCH_RECORD)
        return selected(self.collection, entry.id, *(request.get(name) for name in ("sentence", "start", "end")))

    def put(self, request: Mapping[str, object]) -> Change:
        """Types or chooses what a field says; nothing typed means that it is still to be decided, or left out."""
        record, path = self.record(request.get("record")), path_of(request.get("path"))
        declared = may_be_typed(record.kind.model, path, record.value, self.collection)
        if declared is None or path[0] == "translations" and path[-1] not in self.sentence_ids(record.id):
            raise Refused(NOT_TYPED_HERE)
        value = self.typed(record, declared, request.get("value"))
        texts = self.with_typed(record, path, declared, value)
        said = Bilingual(f"填写：{record.id}", f"Typing: {record.id}")
        return Change(said, {record.path: texts}, record.key, path, f"{record.key} {path} {request.get('typing', '')}")

    def typed(self, record: OpenRecord, declared: DeclaredField, given: object) -> str | list[str] | bool | int:
        """What was typed or chosen, in the form of its field; empty for nothing."""
        form = form_of_field(declared)
        if form == "choices":
            if not isinstance(given, list) or not all(isinstance(one, str) for one in given):
                raise Refused(NOT_IN_FORM)
            chosen = [str(one) for one in given]
            options = choices(self.collection, record.kind.place, record.id, declared, record.value)
            if not set(chosen) <= options.keys():
                raise Refused(NOT_A_CHOICE)
            return chosen
        if not isinstance(given, str) or len(given) > LONGEST_TYPED:
            raise Refused(NOT_IN_FORM)
        text = " ".join(given.replace(UNDECIDED, "").split("\n")).strip()
        if form == "choice":
            options = choices(self.collection, record.kind.place, record.id, declared, record.value)
            if text and text not in options:
                raise Refused(NOT_A_CHOICE)
            return text
        if form == "yes-no":
            if text not in ("", "yes", "no"):
                raise Refused(NOT_A_CHOICE)
            return text == "yes" and True or ""
        pattern = DRAFT_PATHS[form]
        if text and pattern and not re.fullmatch(pattern, text):
            raise Refused(NOT_IN_FORM)
        return int(text) if text and form == "whole" else text

    def sentence_ids(self, document: str) -> set[str]:
        """The sentences of a document whose translations stand in its file."""
        entry = self.collection.of(DOCUMENTS).get(document)
        return {one.id for one in entry.record.sentences()} if entry and isinstance(entry.record, Edition) else set()

    def with_typed(
        self, record: OpenRecord, path: FieldPath, declared: DeclaredField, value: str | list[str] | bool | int
    ) -> str:
        """The text of a record's file with a field as it was typed.

        Another Chinese text leaves its translations to be decided again; an optional text goes once all of it is empty.
        """
        text = self.whole_text(record)
        model, own = declared.owner, path[:-1]
        order = [one.name for one in fields_of(model)]
        if path[0] == "translations":
            return with_value(text, path, value) if value else without_part(text, record.value, path)
        if issubclass(model, BilingualText) and path[-1] in (codes := languages_typed(self.collection)):
            held = at_path(record.value, own)
            texts: dict[str, Value] = held if isinstance(held, dict) else {}
            if not value and own and self.may_go(record, own, {**texts, str(path[-1]): ""}):
                return without_part(text, record.value, own)
            if not texts:
                made = {code: UNDECIDED for code in codes} | {str(path[-1]): value}
                holder = may_be_typed(record.kind.model, (*own, "zh"), record.value, self.collection)
                return with_value(text, own, made, self.order_at(record, own)) if holder else text
            if not value and path[-1] == "zh" and not declared.field.required:
                return without_part(text, record.value, path)
            text = with_value(text, path, value or UNDECIDED, order)
            if path[-1] == "zh" and texts.get("zh") != value:
                for code in codes[1:]:
                    if (said := texts.get(code)) and UNDECIDED not in str(said):
                        text = with_value(text, (*own, code), UNDECIDED + str(said), order)
            return text
        if value or value == 0:
            return with_value(text, path, value, order)
        return with_value(text, path, UNDECIDED, order) if declared.field.required else without_part(
            text, record.value, path
        )

    def may_go(self, record: OpenRecord, own: FieldPath, texts: Mapping[str, Value]) -> bool:
        """Whether an optional text may be left out: nothing is left in it."""
        empty = all(not str(texts.get(code) or "").replace(UNDECIDED, "") for code in languages_typed(self.collection))
        holder = self.field_at(record, own)
        return empty and holder is not None and not holder.field.required and holder.field.shape == "one"

    def field_at(self, record: OpenRecord, path: FieldPath) -> DeclaredField | None:
        """How the field at a path is declared."""
        return declared_at(record.kind.model, path, record.value)

    def order_at(self, record: OpenRecord, path: FieldPath) -> list[str]:
        """The names of the fields beside the one at a path, in the order of their class."""
        declared = self.field_at(record, path)
        return [one.name for one in fields_of(declared.owner)] if declared else []

    def accept(self, request: Mapping[str, object]) -> Change:
        """Decides that what was proposed stands: the marker goes from every text at a path that says something."""
        record, path = self.record(request.get("record")), path_of(request.get("path"))
        text, found = self.whole_text(record), 0
        for at, said in marked_texts(at_path(record.value, path), path):
            text = with_value(text, at, said.replace(UNDECIDED, ""))
            found += 1
        if not found:
            raise Refused(NO_SUCH_PART)
        return Change(Bilingual("核定", "Accept"), {record.path: text}, record.key, path)

    def remove(self, request: Mapping[str, object]) -> Change:
        """Takes a part out of a record; without a path, the whole record."""
        record, path = self.record(request.get("record")), path_of(request.get("path"))
        if not path and record.kind is not DOCUMENTS:
            return Change(Bilingual(f"删除 {record.id}", f"Delete {record.id}"), {record.path: None})
        if not self.is_part(record, path):
            raise Refused(NO_SUCH_PART)
        text = without_part(self.whole_text(record), record.value, path)
        return Change(Bilingual("删除", "Delete"), {record.path: text}, record.key)

    def is_part(self, record: OpenRecord, path: FieldPath) -> bool:
        """Whether a path leads to an entry of a list of parts."""
        held = at_path(record.value, path)
        return bool(path) and isinstance(path[-1], int) and isinstance(held, dict)

    def move(self, request: Mapping[str, object]) -> Change:
        """Puts a part into another record that holds such parts."""
        record, path = self.record(request.get("record")), path_of(request.get("path"))
        other = self.record(request.get("to"))
        names = [one.name for one in fields_of(other.kind.model)]
        part = at_path(record.value, path)
        if len(path) != 2 or not self.is_part(record, path) or path[0] not in names or other.key == record.key:
            raise Refused(NO_SUCH_PART)
        assert isinstance(part, dict)
        held = other.value.get(str(path[0]))
        if part.get("id") in ids_in(held):
            part = part | {"id": id_from("", ids_in(held), str(part["id"]))}
        added = with_entry(self.whole_text(other), path[:1], part, None, names)
        taken = without_part(self.whole_text(record), record.value, path)
        at = len(held) if isinstance(held, list) else 0
        said = Bilingual(f"移到 {other.id}", f"Move to {other.id}")
        return Change(said, {record.path: taken, other.path: added}, other.key, (path[0], at))

    def add(self, request: Mapping[str, object]) -> Change:
        """Makes a part of a record from the words selected."""
        record, place, what = self.record(request.get("record")), self.place(request), str(request.get("what"))
        maker = self.maker
        if what == "item":
            return self.add_entries(request, record, place)
        listed = {"figure": "figures", "statement": "statements", "project": "projects", "goal": "commitments"}
        name = "notes" if what in ("note", "no-quantity") else listed.get(what, "")
        if name == "notes":
            record = self.record(f"{DOCUMENTS.place}/{place.sentence.partition('#')[0]}")
        order = [one.name for one in fields_of(record.kind.model)]
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
        text = with_entry(self.whole_text(record), (name,), part, None, order)
        at = len(held) if isinstance(held, list) else 0
        said = Bilingual(f"记入 {record.id}", f"Record in {record.id}")
        return Change(said, {record.path: text}, record.key, (name, at))

    def add_entries(self, request: Mapping[str, object], record: OpenRecord, place: Selection) -> Change:
        """Makes entries of a list from the names selected; without ``list``, a new list of them."""
        order = [one.name for one in fields_of(record.kind.model)]
        lists, at, text = record.value.get("lists"), request.get("list"), self.whole_text(record)
        held = lists if isinstance(lists, list) else []
        if "lists" not in order:
            raise Refused(NO_SUCH_PART)
        if at is None:
            kind, title = request.get("kind"), request.get("title")
            terms = self.collection.terms(ITEM_KINDS) or {}
            if kind not in terms:
                raise Refused(NOT_A_CHOICE)
            title = one_line(title) or terms[str(kind)].zh
            part = self.maker.listing(place, str(kind), title, ids_in(held))
            text = with_entry(text, ("lists",), part, None, order)
            return Change(Bilingual("新建名单", "New list"), {record.path: text}, record.key, ("lists", len(held)))
        listing = held[at] if type(at) is int and 0 <= at < len(held) else None
        if not isinstance(listing, dict):
            raise Refused(NO_SUCH_PART)
        items = listing.get("items")
        entries = self.maker.entries(place, ids_in(items), str(listing.get("quote") or ""))
        for entry in entries:
            text = with_entry(text, ("lists", at, "items"), entry)
        number = len(items) if isinstance(items, list) else 0
        path: FieldPath = ("lists", at, "items", number)
        return Change(Bilingual("名单条目", "List entry"), {record.path: text}, record.key, path)

    def requote(self, request: Mapping[str, object]) -> Change:
        """Has a part rest on the words selected in place of those it quotes."""
        record, path, place = self.record(request.get("record")), path_of(request.get("path")), self.place(request)
        part = at_path(record.value, path)
        if not isinstance(part, dict) or not ("quote" in part or "cell" in part):
            raise Refused(NO_SUCH_PART)
        figure = len(path) == 2 and path[0] in ("figures", "results")
        fields = figure_fields(self.collection, place, request.get("at"))[1] if figure else quoted(self.collection, place)
        text = self.whole_text(record)
        holder = self.field_at(record, path) if path else None
        order = [one.name for one in fields_of(holder.field.part if holder and holder.field.part else record.kind.model)]
        for name in ("quote", "source", "cell", "numeral"):
            if name in fields:
                text = with_value(text, (*path, name), fields[name], order)
            elif name in part:
                text = without(text, (*path, name))
        return Change(Bilingual("重新选取原文", "Other words of the source"), {record.path: text}, record.key, path)

    def fill(self, request: Mapping[str, object]) -> Change:
        """Fills a text with the very words selected."""
        record, path, place = self.record(request.get("record")), path_of(request.get("path")), self.place(request)
        return self.put({"record": record.key, "path": list(path), "value": words_of(self.collection, place)})

    def new(self, request: Mapping[str, object]) -> Change:
        """Starts a record that is named after the clauses selected; its title is typed, its id made of that."""
        place, title = self.place(request), one_line(request.get("title"))
        kind = next((one for one in self.collection.paged_kinds if one.place == request.get("kind")), None)
        if kind is None:
            raise Refused(NOT_KNOWN)
        if not title:
            raise Refused(NO_TITLE)
        areas = self.collection.of(WORK_AREAS)
        area = str(request.get("work_area") or "")
        if area and area not in areas:
            raise Refused(NOT_A_CHOICE)
        taken = {one.id for one in self.records()}
        ident = id_from(title, taken, "record")
        order = 1 + max((one.record.order for one in self.collection.of(kind).values()), default=0)
        value = self.maker.record(kind, place, title, area, order)
        path = f"{kind.place}/{ident}.yml"
        said = Bilingual(f"新建“{title}”", f'New record "{title}"')
        return Change(said, {path: new_file(value, schema_line(kind))}, f"{kind.place}/{ident}")

    def framing(self, request: Mapping[str, object]) -> Change:
        """Marks a sentence as one that only introduces or closes, or takes the mark away."""
        place = self.place(request)
        document, _, ident = place.sentence.partition("#")
        record = self.record(f"{DOCUMENTS.place}/{document}")
        marked = record.value.get("framing")
        held = marked if isinstance(marked, list) else []
        text, order = self.whole_text(record), [one.name for one in fields_of(Document)]
        if ident in held:
            text = without_part(text, record.value, ("framing", held.index(ident)))
        else:
            text = with_entry(text, ("framing",), ident, None, order)
        return Change(Bilingual("只引导、收尾的句子", "Introduces or closes"), {record.path: text}, record.key)


    def blank(self, request: Mapping[str, object]) -> Change:
        """Adds a text to a list of texts, to be written."""
        record, path = self.record(request.get("record")), path_of(request.get("path"))
        declared = self.field_at(record, path)
        if declared is None or declared.field.part is not BilingualText or declared.field.shape != "list":
            raise Refused(NO_SUCH_PART)
        held = at_path(record.value, path)
        text = with_entry(self.whole_text(record), path, self.maker.text(""), None, self.order_at(record, path))
        at = len(held) if isinstance(held, list) else 0
        return Change(Bilingual("添加一项", "Add one"), {record.path: text}, record.key, (*path, at))


def without_part(text: str, value: Value, path: FieldPath) -> str:
    """A text without what stands at a path, and without the list or set of fields that is then empty; as it was where
    nothing stands there."""
    while len(path) > 1 and len(at_path(value, path[:-1]) or ()) == 1:  # type: ignore[arg-type]
        path = path[:-1]
    return without(text, path) if at_path(value, path) is not None else text


def path_of(given: object) -> FieldPath:
    """The path that a request names: names and numbers of fields and entries; raises Refused for anything else."""
    if not isinstance(given, list) or len(given) > 8 or not all(type(step) in (str, int) for step in given):
        raise Refused(NOT_KNOWN)
    return tuple(given)


def one_line(given: object) -> str:
    """A title as it was typed; empty for nothing. Raises Refused for what is too long."""
    text = " ".join(given.replace(UNDECIDED, "").split()) if isinstance(given, str) else ""
    if len(text) > 200:
        raise Refused(NOT_IN_FORM)
    return text


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


__all__ = ["Session", "undecided_in"]
