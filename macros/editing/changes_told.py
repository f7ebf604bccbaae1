"""What was changed, in words: each record that differs from what was taken, and what of it."""

from __future__ import annotations

from collections.abc import Iterator

from macros.editing.record_view import head_of
from macros.editing.typed_fields import field_called
from macros.records.base import Strict
from macros.records.kinds import Kind
from macros.staff.fields import Field, fields_of
from macros.text.languages import Bilingual
from macros.text.placeholders import UNDECIDED
from macros.yaml_files.values import Value

LONGEST_SHOWN = 60
"""Characters of a text that are shown of each side of a change."""


def changes_told(kind: Kind, before: Value, after: Value) -> list[Bilingual]:
    """What is different in a record, line by line; ``before`` or ``after`` is None where it was not, or is no more."""
    if before is None or after is None:
        return [Bilingual("新建", "New record") if before is None else Bilingual("删除", "Deleted")]
    return list(told_in(kind.model, before, after, None))


def told_in(model: type[Strict] | None, before: Value, after: Value, within: Bilingual | None) -> Iterator[Bilingual]:
    """The differences of two values, each with what it is called."""
    if before == after:
        return
    fields = {one.name: one for one in fields_of(model)} if model else {}
    if isinstance(before, dict) and isinstance(after, dict):
        for name in dict.fromkeys((*before, *after)):
            field = fields.get(name)
            named = named_within(within, field_called(field) if field else language_called(name))
            yield from told_of_field(field, before.get(name), after.get(name), named)
    else:
        said = within or Bilingual("", "")
        yield Bilingual(f"{said.zh}：{short(before)} → {short(after)}", f"{said.en}: {short(before)} → {short(after)}")


def told_of_field(field: Field | None, before: Value, after: Value, named: Bilingual) -> Iterator[Bilingual]:
    """The differences of one field; entries of a list are told apart by their ids, or by what they say."""
    lists = isinstance(before, list) or isinstance(after, list)
    if not lists or not field or field.part is None:
        if before is None and isinstance(after, dict):
            before = dict.fromkeys(after)
        yield from told_in(field.part if field else None, before, after, named)
        return
    old, new = ({entry_key(one): one for one in held} if isinstance(held, list) else {} for held in (before, after))
    for key in dict.fromkeys((*old, *new)):
        one = new.get(key, old.get(key))
        head = short(head_of(one) if isinstance(one, dict) else one)
        here = Bilingual(f"{named.zh}“{head}”", f"{named.en} “{head}”")
        if key not in old or key not in new:
            way = Bilingual("新增", "Added: ") if key not in old else Bilingual("删除", "Deleted: ")
            yield Bilingual(f"{way.zh}{here.zh}", f"{way.en}{here.en}")
        else:
            yield from told_in(field.part, old[key], new[key], here)


def entry_key(value: Value) -> str:
    """By what an entry of a list is known."""
    if isinstance(value, dict):
        return str(value.get("id") or value.get("quote") or value.get("field") or value.get("stage") or value)
    return str(value)


def named_within(within: Bilingual | None, named: Bilingual) -> Bilingual:
    """A field within what it belongs to."""
    return named if within is None else Bilingual(f"{within.zh}·{named.zh}", f"{within.en} · {named.en}")


def language_called(code: str) -> Bilingual:
    """What the text in a language is called."""
    return {"zh": Bilingual("中文", "Chinese"), "en": Bilingual("英文", "English")}.get(code, Bilingual(code, code))


def short(value: Value) -> str:
    """The beginning of a text; the marker is told as that."""
    text = "—" if value in (None, "", []) else "、".join(map(str, value)) if isinstance(value, list) else str(value)
    text = text.replace(UNDECIDED, "")
    return f"{text[:LONGEST_SHOWN]}…" if len(text) > LONGEST_SHOWN else text
