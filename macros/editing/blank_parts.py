"""Records and parts that rest on no words of a source: what a new one holds before a person has filled it in."""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import Any

from macros.drafting.names import id_from
from macros.editing.new_parts import ids_in
from macros.editing.session import NO_SUCH_PART, NOT_KNOWN, Edit, Session, path_asked
from macros.editing.typed_fields import KEPT_BY_HAND, declared_at, declared_fields, languages_typed, may_be_blank
from macros.problems import Refused
from macros.records.base import BilingualText, Strict, Whole
from macros.records.kinds import DOCUMENTS, INTERFACE, Kind
from macros.records.project import Stage
from macros.records.shipped import shipped_words
from macros.staff.fields import order_at
from macros.staff.schemas import schema_line
from macros.text.languages import Bilingual
from macros.text.placeholders import UNDECIDED
from macros.yaml_files.editing import new_file, with_entry, with_value
from macros.yaml_files.values import Value, at_path
from macros.yaml_files.written import Writable

NAME_NEEDED = Bilingual("请先写名称。", "Write a name first.")
LONGEST_NEW_NAME = 60
SAID_BY_NAME = ("zh", "written")
"""Fields that say what a new part is called: a word, or the words for it."""


def begin_file(session: Session, request: Mapping[str, object]) -> Edit:
    """Starts a record of a kind that rests on no source: the file of a vocabulary, or one of many, named as typed."""
    kind = next((one for one in KEPT_BY_HAND if one.place == request.get("kind")), None)
    name = name_typed(request)
    if kind is None or not name:
        raise Refused(NOT_KNOWN if kind is None else NAME_NEEDED)
    ident = id_from(name, session.copy.names(), "record")
    path = f"{kind.place}/{ident}.yml" if kind.many else kind.place
    if session.copy.text(path) is not None:
        raise Refused(NO_SUCH_PART)
    if kind.many:
        value = blank_part(session, kind.model, name, set(), {})
    elif kind is INTERFACE:
        value = {"entries": dict([own_word(session, name, ())])}
    else:
        value = {"entries": [blank_entry(session, kind, name)]}
    key = f"{kind.place}/{ident if kind.many else kind.place}"
    return Edit(Bilingual(f"新建“{name}”", f'New: "{name}"'), {path: new_file(value, schema_line(kind))}, key)


def blank_entry(session: Session, kind: Kind, name: str) -> dict[str, Any]:
    """The first entry of a file of entries."""
    part = declared_fields(kind.model)["entries"].field.part
    assert part is not None
    return blank_part(session, part, name, set(), {})


def name_typed(request: Mapping[str, object]) -> str:
    """The name that was typed for something new; empty for none."""
    given = request.get("name")
    return " ".join(given.replace(UNDECIDED, "").split())[:LONGEST_NEW_NAME] if isinstance(given, str) else ""


def add_blank(session: Session, request: Mapping[str, object]) -> Edit:
    """Adds an entry to a list whose entries quote nothing: a text to be written, a stage to be chosen, a new word."""
    record, path = session.record(request.get("record")), path_asked(request.get("path"))
    declared, held = declared_at(record.kind.model, path, record.value), at_path(record.value, path)
    part = declared.field.part if declared and declared.field.shape == "list" else None
    if record.kind is INTERFACE and path == ("entries",):
        word, texts = own_word(session, name_typed(request), held if isinstance(held, dict) else ())
        text = with_value(session.whole_text(record), (*path, word), texts)
        return Edit(Bilingual("添加一项", "Add one"), {record.path: text}, record.key, (*path, word))
    listed = held if isinstance(held, list) else []
    figures = record.value.get("figures")
    if part is BilingualText:
        entry: Writable = {**session.maker.text("")}
    elif part is Stage and isinstance(figures, list) and ids_in(figures):
        first = next(iter(one["id"] for one in figures if isinstance(one, dict) and one.get("id")), "")
        entry = {"stage": UNDECIDED, "figures": [str(first)]}
    elif part and record.kind is not DOCUMENTS and may_be_blank(part):
        name = name_typed(request)
        if not name:
            raise Refused(NAME_NEEDED)
        entry = blank_part(session, part, name, ids_in(listed), last_of(listed))
    else:
        raise Refused(NO_SUCH_PART)
    text = with_entry(session.whole_text(record), path, entry, None, order_at(record.kind.model, path[:-1]))
    return Edit(Bilingual("添加一项", "Add one"), {record.path: text}, record.key, (*path, len(listed)))


def own_word(session: Session, name: str, taken: Container[str]) -> tuple[str, dict[str, str]]:
    """The key of the interface word that says, or else the one that holds, what was typed, and its wording as it comes
    with the software, to be decided. Raises Refused where there is none, or several."""
    if not name:
        raise Refused(NAME_NEEDED)
    left = {key: word for key, word in shipped_words().items() if key not in taken}
    same = [key for key, word in left.items() if name in (word.zh, word.en)]
    holding = [key for key, word in left.items() if name in word.zh or name.lower() in word.en.lower()]
    found = same[:1] or holding
    if len(found) != 1:
        number = len(found)
        said = Bilingual(
            f"有 {number} 条界面用语含有“{name}”，请照网页上的文字多写几个字。"
            if number
            else f"没有说“{name}”的界面用语。",
            f'{number} interface words hold "{name}"; type more of it as it stands on the page.',
        )
        raise Refused(said)
    word = left[found[0]]
    texts = {"zh": word.zh, "en": word.en}
    return found[0], {code: UNDECIDED + texts.get(code, "") for code in languages_typed(session.collection)}


def last_of(listed: list[Value]) -> Mapping[str, Value]:
    """The last part of a list; nothing where there is none."""
    last = listed[-1] if listed else None
    return last if isinstance(last, dict) else {}


def blank_part(
    session: Session, part: type[Strict], name: str, taken: Container[str], before: Mapping[str, Value]
) -> dict[str, Any]:
    """A part that bears a name: what must be said of it is to be decided; a number goes on from the part before."""
    made: dict[str, Any] = session.maker.text(name, True) if issubclass(part, BilingualText) else {}
    for field, declared in declared_fields(part).items():
        is_text = declared.field.part is not None and issubclass(declared.field.part, BilingualText)
        if field in made:
            continue
        if field == "id":
            made["id"] = id_from(name, taken, "entry")
        elif field == "title" and is_text:
            made["title"] = session.maker.text(name, True)
        elif field in SAID_BY_NAME:
            made[field] = [name] if declared.field.shape == "list" else name
        elif not declared.field.required:
            continue
        elif is_text:
            made[field] = session.maker.text("")
        elif declared.kind == Whole:
            last = str(before.get(field) or "")
            made[field] = int(last) + 1 if last.isdecimal() else 1
        else:
            made[field] = [UNDECIDED] if declared.field.shape == "list" else UNDECIDED
    order = order_at(part, ())
    return {one: made[one] for one in (*order, *made) if one in made}
