"""The plain values that a data file is made of."""

from __future__ import annotations

from collections.abc import Iterator

Value = str | None | list["Value"] | dict[str, "Value"]
FieldPath = tuple[str | int, ...]


def texts_in(value: Value) -> Iterator[str]:
    """Every field name and every text in a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from value
        for one in value.values():
            yield from texts_in(one)
    elif isinstance(value, list):
        for one in value:
            yield from texts_in(one)


def field_name(path: FieldPath) -> str:
    """A path as people write it: ``figures[2].label.zh``."""
    name = ""
    for step in path:
        name += f"[{step}]" if isinstance(step, int) else f".{step}" if name else step
    return name
