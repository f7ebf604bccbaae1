"""Every text field of every record, found by walking the classes; and each of its texts, to be changed in place."""

from __future__ import annotations

import re
import types
import typing
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from macros.records.base import English, Strict, Text
from macros.records.bureau import Address, Email, SecureAddress, Telephone
from macros.records.collection import Collection
from macros.records.document import Edition
from macros.records.kinds import FILES, FOLDERS, FURTHER_LANGUAGES
from macros.records.walk import walk
from macros.register.register import Register
from macros.yaml_files.values import field_name

FREE = (Text, English, Email, Telephone, Address, SecureAddress)
"""Types of text that is typed freely; identifiers, file names and digests are words of few letters."""


WRITTEN = "verbatim text: figures[].written"
"""A quantity as it is read in a text: what the grammar takes, or whatever a reading of a person names."""


RUNS = "verbatim text: runs[].printed"
"""A part of a sentence as it is printed; the first keeps room in front for the numbers that are marked in it."""
ROOM = 40
"""Characters by which a number may be longer than it was."""


@dataclass(frozen=True, eq=False)
class Slot:
    """One text of a register: what holds it, under which name or index, the text as it was, its file and field."""

    owner: Any
    key: Any
    was: str
    place: tuple[str, str] = ("", "")

    def put(self, text: str) -> None:
        """Changes the text behind the back of frozen records and of every rule."""
        if isinstance(self.owner, list | dict):
            self.owner[self.key] = text
        else:
            object.__setattr__(self.owner, self.key, text)


def declared_fields(model: type[Strict]) -> Iterator[str]:
    """The text fields that a class may hold, indexes folded: ``figures[].label.zh``."""
    hints = typing.get_type_hints(model, include_extras=True)
    for name in model.model_fields:
        marks, kind = unfolded(hints[name])
        if kind in FREE:
            yield f"{name}{marks}"
        elif isinstance(kind, type) and issubclass(kind, Strict):
            yield from (f"{name}{marks}.{inner}" for inner in declared_fields(kind))


def unfolded(hint: Any) -> tuple[str, Any]:
    """A type without what makes it optional or many, and the mark of the latter."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        (hint,) = (argument for argument in arguments if argument is not types.NoneType)
        return unfolded(hint)
    if origin in (list, dict):
        return "[]", arguments[-1]
    return "", hint


def every_declared_field() -> set[str]:
    """Every text field of every kind of file but those of further languages: tests/test_languages.py has these."""
    kinds = (kind for kind in (*FILES, *FOLDERS) if kind is not FURTHER_LANGUAGES)
    return {f"{kind.place}: {name}" for kind in kinds for name in declared_fields(kind.model)}


def slots(collection: Collection, typed: bool = False) -> dict[str, list[Slot]]:
    """Every text of every record, by kind and folded field path: as pages have them, or as the files do (``typed``)."""
    declared, found = every_declared_field(), defaultdict[str, list[Slot]](list)
    for entry in collection.all():
        record = (entry.typed if typed else None) or entry.record
        if isinstance(record, Edition):
            found["documents: translations.en[]"] += [
                Slot(one, "en", one.en, (entry.reading.path, field_name(one.path))) for one in record.sentences()
            ]
        for path, part in walk(record):
            for name in type(part).model_fields:
                value, field = getattr(part, name), f"{entry.kind.place}: {folded((*path, name))}"
                place = entry.reading.path, field_name((*path, name))
                if isinstance(value, str) and field in declared:
                    found[field].append(Slot(part, name, value, place))
                elif isinstance(value, list) and f"{field}[]" in declared:
                    found[f"{field}[]"] += [Slot(value, at, one, place) for at, one in enumerate(value)]
                elif isinstance(value, dict) and typed and f"{field}[]" in declared:
                    where = field_name((*path, name))
                    found[f"{field}[]"] += [
                        Slot(value, key, one, (place[0], f"{where}.{key}")) for key, one in value.items()
                    ]
    return dict(found)


def folded(path: tuple[str | int, ...]) -> str:
    """A field path without indexes and without keys that anyone may choose."""
    return re.sub(r"\[\d+\]|(?<=^entries)\.[^.[]+(?=\.(zh|en)$)", "[]", field_name(path))


def derived_slots(register: Register) -> dict[str, list[Slot]]:
    """Texts that a register takes from the verbatim text: its lines, the sentences cut from them, and quantities."""
    found = defaultdict[str, list[Slot]](list)
    found[WRITTEN] = [Slot(one.figure, "written", one.figure.written) for one in register.figures.values()]
    for text in register.texts.values():
        lines: Any = [list(line) for line in text.lines]
        object.__setattr__(text, "lines", lines)
        found["verbatim text: lines[]"] += [Slot(line, 1, line[1]) for line in lines]
        sentences = text.document.sentences()
        found["verbatim text: sentences[].zh"] += [Slot(one, "zh", one.zh) for one in sentences]
        omitted = text.document.omitted
        found["verbatim text: omitted[].stood"] += [Slot(one, "stood", one.stood) for one in omitted]
        for runs in text.runs.values():
            room = "字" * (sum(len(run.printed) for run in runs) + ROOM)
            found[RUNS] += [Slot(run, "printed", room if run is runs[0] else "") for run in runs]
    return dict(found)
