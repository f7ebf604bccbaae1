"""A copy of a frozen record, with some of its parts changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from macros.records.base import Strict
from macros.records.walk import HOLD_NONE

Change = Callable[[Strict, Mapping[str, Any]], Strict]
"""Makes a changed copy of a part: the part as it was, and those of its fields whose parts have changed."""

HOLD_STRICT = (Strict, list)
"""What can hold a part that changes."""


def rebuilt(part: Any, change: Change) -> Any:
    """``part`` with every record part in it put through ``change``, innermost first; itself where none changes."""
    if isinstance(part, Strict):
        fields: dict[str, Any] = {}
        for name, value in part.__dict__.items():
            if type(value) in HOLD_NONE or not isinstance(value, HOLD_STRICT):
                continue
            if (new := rebuilt(value, change)) is not value:
                fields[name] = new
        return change(part, fields)
    if isinstance(part, list):
        items = [rebuilt(one, change) for one in part]
        return part if all(new is old for new, old in zip(items, part, strict=True)) else items
    return part


def with_fields(part: Strict, fields: Mapping[str, Any], model: type[Strict] | None = None) -> Strict:
    """A part with some fields replaced, which are known to fit; of another class, if one is given."""
    if model is not None:
        return model.model_construct(**{**part.__dict__, **fields})
    if not fields:
        return part
    made = part.model_copy(update=fields)
    made.model_post_init(None)
    return made
