"""Where a field stands: the classes of the parts around it, and what may be typed there."""

from __future__ import annotations

import types
import typing
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from macros.text.languages import Bilingual
from macros.yaml_files.reader import FieldPath


@dataclass(frozen=True)
class Around:
    """The classes that a field stands in, from the file down to the part that holds it; None where there is none."""

    parts: tuple[type[BaseModel] | None, ...]

    @classmethod
    def of(cls, model: type[BaseModel], path: FieldPath) -> Around:
        """The classes around the field at ``path``."""
        part: Any = model
        parts: list[type[BaseModel] | None] = [model]
        for step in path[:-1]:
            part = inner(typing.get_args(part)[-1] if of_many(part) else field_type(part, str(step)))
            parts.append(part if isinstance(part, type) and issubclass(part, BaseModel) else None)
        return cls(tuple(parts))

    @property
    def fields(self) -> list[str]:
        """The fields that may stand here."""
        return names_in(self.parts[-1])

    def holds_texts(self, name: str) -> bool:
        """Whether a field is a list of texts."""
        items = typing.get_args(inner(field_type(self.parts[-1], name)))
        return bool(items) and not (isinstance(items[0], type) and issubclass(items[0], BaseModel))

    def inside(self, name: str) -> list[str]:
        """The fields of what stands in a field; none where it holds a plain value."""
        held = inner(field_type(self.parts[-1], name))
        return names_in(held) if isinstance(held, type) and issubclass(held, BaseModel) else []

    def meaning(self, name: str) -> Bilingual:
        """What a field is for; nothing where that is not told."""
        part = self.parts[-1]
        for field, info in part.model_fields.items() if part else ():
            if name == (info.alias or field) and info.description:
                zh, _, en = info.description.partition("\n\n")
                return Bilingual(zh, en)
        return Bilingual("", "")


def names_in(part: type[BaseModel] | None) -> list[str]:
    """The names of the fields of a part, as they are typed."""
    return [info.alias or name for name, info in part.model_fields.items() if name != "others"] if part else []


def field_type(part: Any, name: str) -> Any:
    """The declared type of a field, or None where there is no such field."""
    if isinstance(part, type) and issubclass(part, BaseModel) and name in part.model_fields:
        return part.model_fields[name].annotation
    return None


def of_many(declared: Any) -> bool:
    """Whether the next step of a path chooses one of many: an entry of a list, or a key."""
    return typing.get_origin(declared) in (list, dict)


def inner(declared: Any) -> Any:
    """``X | None`` reduced to ``X``."""
    if typing.get_origin(declared) in (types.UnionType, typing.Union):
        (declared,) = (one for one in typing.get_args(declared) if one is not types.NoneType)
    return declared
