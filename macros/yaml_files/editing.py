"""Changes to the text of a data file that leave every other byte of it as it is: comments, order, quotes, line ends.

A text is given and returned as it stands in the file, decoded from UTF-8, with its line ends and its mark (BOM) kept.
Every function returns a text that our reader reads as before with just that change and no new problem, or raises
CannotWriteError; files are written by whoever calls.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from macros.yaml_files.data_text import NO_SUCH_PLACE, NOT_SO, DataText, verified
from macros.yaml_files.marked import Marked
from macros.yaml_files.values import FieldPath, Value, at_path, changed_at, present, removed
from macros.yaml_files.written import (
    CannotWriteError,
    Part,
    Writable,
    as_read,
    block,
    flow,
    lines_inside,
    part_lines,
    scalar,
    written_part,
)


def with_value(text: str, path: FieldPath, value: Writable, order: Sequence[str] = ()) -> str:
    """Sets the field or entry at ``path``, or adds the field: behind those that ``order`` names before it, else last.

    Of a set of fields, or a list, only what differs is changed.
    """
    given = DataText(text)
    old, new = at_path(given.value, path), as_read(value)
    if old == new and present(given.value, path):
        return text
    if isinstance(old, dict) and isinstance(value, Mapping) and old and value:
        return fields_made(text, path, old, value)
    if isinstance(old, list) and isinstance(value, list | tuple) and old and value:
        return entries_made(text, path, old, value)
    try:
        wanted = changed_at(given.value, path, new)
    except LookupError:
        raise CannotWriteError(NO_SUCH_PLACE) from None
    if given.root.at(path):
        return verified(given, replacing(given, path, value), wanted)
    if not path or not isinstance(path[-1], str):
        raise CannotWriteError(NO_SUCH_PLACE)
    holder = given.root.at(path[:-1])
    if not at_path(given.value, path[:-1]):  # No such set of fields yet, or an empty one.
        return with_value(text, path[:-1], {path[-1]: value})
    if holder is None or holder.kind != "fields":
        raise CannotWriteError(NO_SUCH_PLACE)
    return verified(given, adding(given, holder, path[-1], value, order), wanted)


def fields_made(text: str, path: FieldPath, old: dict[str, Value], value: Mapping[str, Writable]) -> str:
    """A set of fields made another, field by field."""
    for name, one in value.items():
        text = with_value(text, (*path, name), one, tuple(value))
    for name in old:
        if name not in value:
            text = without(text, (*path, name))
    return text


def entries_made(text: str, path: FieldPath, old: list[Value], value: Sequence[Writable]) -> str:
    """A list made another: entries that both have at the beginning and at the end stay as they are."""
    new = [as_read(one) for one in value]
    same = next((at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    left = min(len(old), len(new)) - same
    behind = next((at for at in range(left) if old[-1 - at] != new[-1 - at]), left)
    for at in range(same, min(len(old), len(new)) - behind):
        text = with_value(text, (*path, at), value[at])
    for at in range(len(old) - behind, len(new) - behind):
        text = with_entry(text, path, value[at], at)
    for at in reversed(range(len(new) - behind, len(old) - behind)):
        text = without(text, (*path, at))
    return text


def with_entry(text: str, path: FieldPath, entry: Writable, at: int | None = None, order: Sequence[str] = ()) -> str:
    """Puts an entry into the list at ``path``, before the entry number ``at`` or at the end; makes the list if there is
    none, its field standing where ``order`` says."""
    given = DataText(text)
    there = at_path(given.value, path)
    if not there:
        return with_value(text, path, [entry], order)
    place = given.root.at(path)
    if (
        not isinstance(there, list)
        or place is None
        or not 0 <= (number := len(there) if at is None else at) <= len(there)
    ):
        raise CannotWriteError(NO_SUCH_PLACE)
    wanted = changed_at(given.value, path, [*there[:number], as_read(entry), *there[number:]])
    before, after = place.inside[number - 1 : number], place.inside[number : number + 1]
    if place.bracketed:
        made = given.spliced(*put_beside(before, after, flow(entry)))
    elif not before and "\n" in given.text[place.begin : place.start]:
        made = given.spliced(*(given.line_end(place.begin),) * 2, under(written_part(entry), place.column))
    elif not before:
        made = given.spliced(place.start, place.start, ahead(written_part(entry), place.column))
    else:
        made = given.spliced(*(given.line_end(before[0].end),) * 2, under(written_part(entry), place.column))
    return verified(given, made, wanted)


def without(text: str, path: FieldPath) -> str:
    """Takes the field or entry at ``path`` away; comments above it stay. What held nothing else is left empty."""
    given = DataText(text)
    part, holder = given.root.at(path), given.root.at(path[:-1])
    if part is None or holder is None or not path:
        raise CannotWriteError(NO_SUCH_PLACE)
    wanted = removed(given.value, path)
    at = holder.inside.index(part)
    if len(holder.inside) == 1:
        if len(path) == 1:
            raise CannotWriteError(NOT_SO)
        return verified(given, replacing(given, path[:-1], {} if holder.kind == "fields" else []), wanted)
    start, end = part.name[0], part.end
    if holder.bracketed:
        start, end = (holder.inside[at - 1].end, end) if at else (start, holder.inside[1].name[0])
    else:
        end = given.line_end(end)
        first = given.line_start(start)
        if not given.text[first:start].strip(" "):
            start, end = (first, end + 1) if end < len(given.text) else (max(first - 1, 0), end)
        elif not given.text[end : (following := holder.inside[at + 1].name[0])].strip():
            end = following
    return verified(given, given.spliced(start, end, ""), wanted)


def new_file(value: Mapping[str, Writable], schema_line: str = "") -> str:
    """The text of a new data file, its first line the comment that tells editors where the schema is."""
    part = written_part(value)
    text = "".join(f"{line}\n" for line in ([schema_line] if schema_line else []) + list(lines_inside(part, 0)))
    return verified(None, text, as_read(value))


def replacing(given: DataText, path: FieldPath, value: Writable) -> str:
    """The text with another value in place of the one at ``path``."""
    old = given.root.at(path)
    if old is None or not path:
        raise CannotWriteError(NO_SUCH_PLACE)
    space = "" if given.text[old.begin - 1 : old.begin] in ("", " ", "[", ",") else " "
    if old.flow:
        colon = ":" if isinstance(path[-1], str) and given.text[old.begin - 1 : old.begin] != ":" else ""
        new = flow(value)
        return given.spliced(old.start, old.end, (f"{colon} {new}" if old.start == old.begin and space else new))
    named = path[-1] if isinstance(path[-1], str) else None
    if isinstance(value, str | int) and not (isinstance(value, str) and block(value)):
        new = scalar(value, "entry" if named is None else "value", old.style)
        if old.kind == "text" and old.start > old.begin and "\n" not in given.text[old.begin : old.end]:
            return given.spliced(old.start, old.end, new)
        return given.spliced(old.begin, old.end, f" {new}")
    if old.bracketed and value and (lines := in_one_line(value)):
        return given.spliced(old.start, old.end, lines)
    column = old.name[0] - given.line_start(old.name[0])
    first, *rest = part_lines(written_part(value, named or None), column)
    begin = len(" " * column + ("-" if named is None else scalar(named, "name") + ":"))
    end = given.line_end(old.end)
    end = old.end if given.text[old.end : end].strip(" ") else end  # Spaces at the end would be part of a block.
    return given.spliced(old.begin, end, "\n".join((first[begin:], *rest)))


def in_one_line(value: Writable) -> str:
    """A value between brackets; nothing where a text in it has several lines."""
    try:
        return flow(value) if "\\n" not in flow(value) else ""
    except CannotWriteError:
        return ""


def adding(given: DataText, holder: Marked, name: str, value: Writable, order: Sequence[str]) -> str:
    """The text with a new field in the set of fields ``holder``, which has some."""
    names = list(order)
    place = names.index(name) if name in names else len(names)
    earlier = [at for at, step in enumerate(holder.steps) if name not in names or step in names[:place]]
    number = earlier[-1] + 1 if earlier else 0
    before, after = holder.inside[number - 1 : number] if number else (), holder.inside[number : number + 1]
    if holder.bracketed:
        return given.spliced(*put_beside(before, after, f"{scalar(name, 'name')}: {flow(value)}"))
    if before:
        return given.spliced(*(given.line_end(before[0].end),) * 2, under(written_part(value, name), holder.column))
    return given.spliced(holder.start, holder.start, ahead(written_part(value, name), holder.column))


def under(part: Part, column: int) -> str:
    """A part on lines of its own, put behind the end of a line."""
    return "".join(f"\n{line}" for line in part_lines(part, column))


def ahead(part: Part, column: int) -> str:
    """A part put where another begins in the same column, which moves to the next line."""
    return "\n".join(part_lines(part, column))[column:] + "\n" + " " * column


def put_beside(before: Sequence[Marked], after: Sequence[Marked], new: str) -> tuple[int, int, str]:
    """Where something new stands between brackets, behind ``before`` or else in front of ``after``, with its comma."""
    if before:
        return before[0].end, before[0].end, f", {new}"
    return after[0].name[0], after[0].name[0], f"{new}, "
