"""Putting a part of a record into another record, so that it says there what it said before."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping

from macros.drafting.names import id_from
from macros.editing.new_parts import ids_in
from macros.editing.record_view import record_title
from macros.editing.session import NO_SUCH_PART, Edit, Session, path_asked
from macros.editing.typing_in import leads_to_part, without_part
from macros.problems import Refused
from macros.records.resolution import FIGURE_PLACEHOLDER
from macros.staff.fields import fields_of
from macros.text.languages import Bilingual
from macros.text.placeholders import UNDECIDED
from macros.yaml_files.editing import with_entry
from macros.yaml_files.values import Value, at_path

FIGURES_NAMED = frozenset({"of", "grant", "grant_together", "term", "figure", "figures"})
"""Fields of a part that name figures: of the same record by their ids alone."""


def move(session: Session, request: Mapping[str, object]) -> Edit:
    """Puts a part into another record that holds such parts."""
    record, path = session.record(request.get("record")), path_asked(request.get("path"))
    other = session.record(request.get("to"))
    names = [one.name for one in fields_of(other.kind.model)]
    part = at_path(record.value, path)
    if len(path) != 2 or not leads_to_part(session, record, path) or path[0] not in names or other.key == record.key:
        raise Refused(NO_SUCH_PART)
    assert isinstance(part, dict)
    part = {
        name: as_seen_elsewhere(one, name, record.id, ids_in(record.value.get("figures"))) for name, one in part.items()
    }
    if path[0] == "lists" and part.get("of"):
        part["of"] = UNDECIDED  # The total of a list is a figure of its own record.
    held = other.value.get(str(path[0]))
    if part.get("id") in ids_in(held):
        part = part | {"id": id_from("", ids_in(held), str(part["id"]))}
    added = with_entry(session.whole_text(other), path[:1], part, None, names)
    taken = without_part(session.whole_text(record), record.value, path)
    at = len(held) if isinstance(held, list) else 0
    said = Bilingual(f"移到“{record_title(other)}”", f'Move to "{record_title(other)}"')
    return Edit(said, {record.path: taken, other.path: added}, other.key, (path[0], at))


def as_seen_elsewhere(value: Value, name: str, record: str, figures: Container[str]) -> Value:
    """A value with the figures that it names called as another record calls them: ``grain`` is ``farming.grain``."""
    if isinstance(value, dict):
        return {field: as_seen_elsewhere(one, field, record, figures) for field, one in value.items()}
    if isinstance(value, list):
        return [as_seen_elsewhere(one, name, record, figures) for one in value]
    if not isinstance(value, str) or name == "quote":
        return value
    if name in FIGURES_NAMED:
        return f"{record}.{value}" if value in figures else value

    def called(found: re.Match[str]) -> str:
        return f"{{{record}.{found[1]}}}" if found[1] in figures else found[0]

    return FIGURE_PLACEHOLDER.sub(called, value)
