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


def at_path(value: Value, path: FieldPath) -> Value:
    """What stands at a path; None where nothing does."""
    for step in path:
        if isinstance(step, str) and isinstance(value, dict):
            value = value.get(step)
        elif isinstance(step, int) and isinstance(value, list) and 0 <= step < len(value):
            value = value[step]
        else:
            return None
    return value


def present(value: Value, path: FieldPath) -> bool:
    """Whether there is something at a path, be it an empty field."""
    holder = at_path(value, path[:-1])
    return not path or (path[-1] in holder if isinstance(holder, dict) else at_path(value, path) is not None)


def changed_at(value: Value, path: FieldPath, new: Value) -> Value:
    """A value with another one at a path, made on the way where sets of fields are missing.

    Raises LookupError where there is no such place.
    """
    if not path:
        return new
    step, rest = path[0], path[1:]
    if isinstance(step, int) and isinstance(value, list) and 0 <= step < len(value):
        return [*value[:step], changed_at(value[step], rest, new), *value[step + 1 :]]
    if isinstance(step, str) and isinstance(value or {}, dict):
        fields: dict[str, Value] = value if isinstance(value, dict) else {}
        return fields | {step: changed_at(fields.get(step), rest, new)}
    raise LookupError("no such place")


def removed(value: Value, path: FieldPath) -> Value:
    """A value without what stands at a path."""
    holder = at_path(value, path[:-1])
    if isinstance(holder, list):
        return changed_at(value, path[:-1], [one for at, one in enumerate(holder) if at != path[-1]])
    assert isinstance(holder, dict)
    return changed_at(value, path[:-1], {name: one for name, one in holder.items() if name != path[-1]})
