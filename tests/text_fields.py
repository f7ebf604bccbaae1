"""Every text field of every record, found by walking the classes; and each of its texts, to be changed in place."""

from __future__ import annotations

import re
import types
import typing
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from macros.records.base import Strict, Text
from macros.records.bureau import Address, Email, SecureAddress, Telephone
from macros.records.collection import Collection
from macros.records.kinds import FILES, FOLDERS
from macros.records.walk import walk
from macros.register.register import Register
from macros.yaml_files.values import field_name

FREE = (Text, Email, Telephone, Address, SecureAddress)
"""Types of text that is typed freely; identifiers, file names and digests are words of few letters."""


@dataclass(frozen=True, eq=False)
class Slot:
    """One text of a register: what holds it, under which name or index, the text as it was, its file and field."""

    owner: Any
    key: Any
    was: str
    place: tuple[str, str] = ("", "")

    def put(self, text: str) -> None:
        """Changes the text behind the back of frozen records and of every rule."""
        if isinstance(self.owner, list):
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
    """Every text field of every kind of file."""
    return {f"{kind.place}: {name}" for kind in (*FILES, *FOLDERS) for name in declared_fields(kind.model)}


def slots(collection: Collection) -> dict[str, list[Slot]]:
    """Every text of every record, by kind and folded field path."""
    declared, found = every_declared_field(), defaultdict[str, list[Slot]](list)
    for entry in collection.all():
        for path, part in walk(entry.record):
            for name in type(part).model_fields:
                value, field = getattr(part, name), f"{entry.kind.place}: {folded((*path, name))}"
                place = entry.reading.path, field_name((*path, name))
                if isinstance(value, str) and field in declared:
                    found[field].append(Slot(part, name, value, place))
                elif isinstance(value, list) and f"{field}[]" in declared:
                    found[f"{field}[]"] += [Slot(value, at, one, place) for at, one in enumerate(value)]
    return dict(found)


def folded(path: tuple[str | int, ...]) -> str:
    """A field path without indexes and without keys that anyone may choose."""
    return re.sub(r"\[\d+\]|(?<=^entries)\.[^.[]+(?=\.(zh|en)$)", "[]", field_name(path))


def derived_slots(register: Register) -> dict[str, list[Slot]]:
    """Texts that a register takes from the verbatim text: the sentences as printed, and the lines as received."""
    found = defaultdict[str, list[Slot]](list)
    for text in register.texts.values():
        lines: Any = [list(line) for line in text.lines]
        object.__setattr__(text, "lines", lines)
        found["verbatim text: lines[]"] += [Slot(line, 1, line[1]) for line in lines]
        runs = [run for one in text.runs.values() for run in one]
        found["verbatim text: runs[].printed"] += [Slot(run, "printed", run.printed) for run in runs]
    return dict(found)
