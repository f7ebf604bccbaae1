"""What was changed, in words: each record that differs from what was taken, and what of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from macros.editing.record_view import head_of
from macros.editing.typed_fields import field_called
from macros.records.base import Strict
from macros.records.kinds import Kind
from macros.staff.fields import Field, fields_of
from macros.text.languages import Bilingual
from macros.text.placeholders import UNDECIDED
from macros.yaml_files.values import Value

NAMED_FIGURE = re.compile(r"\{([^{}]+)\}")
LONGEST_SHOWN = 60
"""Characters of a text that are shown of each side of a change."""


def changes_told(kind: Kind, before: Value, after: Value, names: Mapping[str, str]) -> list[Bilingual]:
    """What is different in a record, line by line; ``before`` or ``after`` is None where it was not, or is no more.

    ``names`` are the words by which people know what has an id: figures, sentences, documents, periods.
    """
    if before is None or after is None:
        return [Bilingual("新建", "New record") if before is None else Bilingual("删除", "Deleted")]
    return list(told_in(kind.model, before, after, None, names))


def told_in(
    model: type[Strict] | None, before: Value, after: Value, within: Bilingual | None, names: Mapping[str, str]
) -> Iterator[Bilingual]:
    """The differences of two values, each with what it is called."""
    if before == after:
        return
    fields = {one.name: one for one in fields_of(model)} if model else {}
    if isinstance(before, dict) and isinstance(after, dict):
        for name in dict.fromkeys((*before, *after)):
            field = fields.get(name)
            named = named_within(within, name_alone(field_called(field)) if field else language_called(name, names))
            yield from told_of_field(field, before.get(name), after.get(name), named, names)
        return
    said, old, new = within or Bilingual("", ""), short(before, names), short(after, names)
    if isinstance(before, str) and before != after == before.replace(UNDECIDED, ""):
        yield Bilingual(f"已核定：{new}", f"Decided: {new}")
    elif "yes" in (before, after) and {before, after} <= {"yes", "no", None}:
        yes = after == "yes"
        yield Bilingual(f"{'注明' if yes else '不再注明'}：{said.zh}", f"{'Now' if yes else 'No longer'}: {said.en}")
    else:
        yield Bilingual(f"{said.zh}：{old} → {new}", f"{said.en}: {old} → {new}")


def told_of_field(
    field: Field | None, before: Value, after: Value, named: Bilingual, names: Mapping[str, str]
) -> Iterator[Bilingual]:
    """The differences of one field; entries of a list are told apart by their ids, or by what they say."""
    lists = isinstance(before, list) or isinstance(after, list)
    if not lists or not field or field.part is None:
        if before is None and isinstance(after, dict):
            before = dict.fromkeys(after)
        yield from told_in(field.part if field else None, before, after, named, names)
        return
    old, new = ({entry_key(one): one for one in held} if isinstance(held, list) else {} for held in (before, after))
    for key in dict.fromkeys((*old, *new)):
        one = new.get(key, old.get(key))
        head = short(head_of(one) if isinstance(one, dict) else one, names)
        here = Bilingual(f"{named.zh}“{head}”", f"{named.en} “{head}”")
        if key not in old or key not in new:
            way = Bilingual("新增", "Added: ") if key not in old else Bilingual("删除", "Deleted: ")
            yield Bilingual(f"{way.zh}{here.zh}", f"{way.en}{here.en}")
        else:
            yield from told_in(field.part, old[key], new[key], here, names)


def name_alone(said: Bilingual) -> Bilingual:
    """What a field is called, without what a form says beside it of its meaning."""
    return Bilingual(said.zh.partition("：")[0], said.en.partition(": ")[0])


def entry_key(value: Value) -> str:
    """By what an entry of a list is known."""
    if isinstance(value, dict):
        return str(value.get("id") or value.get("quote") or value.get("field") or value.get("stage") or value)
    return str(value)


def named_within(within: Bilingual | None, named: Bilingual) -> Bilingual:
    """A field within what it belongs to."""
    return named if within is None else Bilingual(f"{within.zh}·{named.zh}", f"{within.en} · {named.en}")


def language_called(code: str, names: Mapping[str, str]) -> Bilingual:
    """What the text in a language is called, or in a list of translations the sentence that it is of."""
    said = {"zh": Bilingual("中文", "Chinese"), "en": Bilingual("英文", "English")}
    return said.get(code, Bilingual(*(short(code, names),) * 2))


def short(value: Value, names: Mapping[str, str]) -> str:
    """The beginning of a text, in words in place of ids; without the marker."""
    if isinstance(value, list):
        return "、".join(short(one, names) for one in value) or "—"
    text = names.get(str(value), str(value)) if value not in (None, "") else "—"
    text = NAMED_FIGURE.sub(lambda found: names.get(found[0], found[0]), text.replace(UNDECIDED, ""))
    return f"{text[:LONGEST_SHOWN]}…" if len(text) > LONGEST_SHOWN else text
