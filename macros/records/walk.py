"""A record taken apart: every part inside it, and where it stands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel

from macros.yaml_files.reader import FieldPath

HOLD_PARTS = (BaseModel, list, dict)
"""What can hold a part of a record: a tuple, as it is asked of everything, and a union would be made each time."""
HOLD_NONE = frozenset({str, int, bool, type(None)})
"""Classes of most values, which hold no part: to ask a class of pydantic's whether it has made a value takes longer."""


def walk(part: Any, path: FieldPath = ()) -> list[tuple[FieldPath, BaseModel]]:
    """``part`` and every record part inside it, each with its field path, in file order."""
    found: list[tuple[FieldPath, BaseModel]] = []
    walk_into(found, part, path)
    return found


def walk_into(found: list[tuple[FieldPath, BaseModel]], part: Any, path: FieldPath) -> None:
    """Adds ``part``, if it is one, and every part inside it."""
    if isinstance(part, BaseModel):
        found.append((path, part))
        inner: Iterable[tuple[Any, Any]] = part.__dict__.items()
    elif isinstance(part, list):
        inner = enumerate(part)
    else:
        inner = part.items()
    for step, one in inner:
        if type(one) not in HOLD_NONE and isinstance(one, HOLD_PARTS):
            walk_into(found, one, (*path, step))
