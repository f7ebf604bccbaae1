"""The plain values that a data file is made of."""

from __future__ import annotations

Value = str | None | list["Value"] | dict[str, "Value"]
FieldPath = tuple[str | int, ...]


def field_name(path: FieldPath) -> str:
    """A path as people write it: ``figures[2].label.zh``."""
    name = ""
    for step in path:
        name += f"[{step}]" if isinstance(step, int) else f".{step}" if name else step
    return name
