"""Many fields or entries added to a data file at once: to read it back after each would take long."""

from __future__ import annotations

from collections.abc import Sequence

from macros.yaml_files.data_text import NOT_SO, DataText, verified
from macros.yaml_files.editing import adding, under, with_value
from macros.yaml_files.values import FieldPath, Value, at_path, changed_at, present
from macros.yaml_files.written import CannotWriteError, Writable, as_read, written_part

Addition = tuple[FieldPath, str, Sequence[str]]
"""Where a field is put, what it holds, and the order of the fields beside it."""


def with_fields_added(text: str, additions: Sequence[Addition]) -> str:
    """The text of a data file with some fields set that it does not have; raises CannotWriteError."""
    try:
        return added_at_once(text, additions)
    except CannotWriteError:  # Some of them touch each other, or a field is there.
        for path, value, order in additions:
            text = with_value(text, path, value, order)
        return text


def added_at_once(text: str, additions: Sequence[Addition]) -> str:
    """The same, read back once; raises CannotWriteError too where a field is there or the changes touch each other."""
    given = DataText(text)
    wanted: Value = given.value
    inserted = []
    for path, value, order in additions:
        holder = given.root.at(path[:-1])
        if holder is None or holder.kind != "fields" or present(given.value, path):
            raise CannotWriteError(NOT_SO)
        made = adding(given, holder, str(path[-1]), value, order)
        at = next((at for at, (old, new) in enumerate(zip(text, made, strict=False)) if old != new), len(text))
        inserted.append((at, made[at : at + len(made) - len(text)]))
        wanted = changed_at(wanted, path, value)
    for at, new in sorted(inserted, reverse=True):
        text = text[:at] + new + text[at:]
    return verified(given, text, wanted)


def with_entries_added(text: str, path: FieldPath, entries: Sequence[Writable], order: Sequence[str]) -> str:
    """The text of a data file with entries behind those of the list at a path, which is made, standing where ``order``
    says, if there is none; raises CannotWriteError."""
    given = DataText(text)
    there, place = at_path(given.value, path), given.root.at(path)
    if not there:
        return with_value(text, path, list(entries), order)
    if not isinstance(there, list) or place is None or place.bracketed:
        return with_value(text, path, [*there, *entries], order)
    wanted = changed_at(given.value, path, [*there, *(as_read(one) for one in entries)])
    new = "".join(under(written_part(one), place.column) for one in entries)
    return verified(given, given.spliced(*(given.line_end(place.inside[-1].end),) * 2, new), wanted)
