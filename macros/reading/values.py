"""What reading hands on: plain values, and where in the file each of them stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from macros.problems import Place, Problem, Said

Value = str | None | list["Value"] | dict[str, "Value"]
FieldPath = tuple[str | int, ...]


def field_name(path: FieldPath) -> str:
    """A path as people write it: ``figures[2].label.zh``."""
    name = ""
    for step in path:
        name += f"[{step}]" if isinstance(step, int) else f".{step}" if name else step
    return name


@dataclass(frozen=True)
class Reading:
    """A data file as it was typed: every scalar is text, an empty one is ``None``.

    It may come with problems, so that the checks that follow can list theirs in the
    same run; nothing is published while any problem is left.
    """

    path: str
    value: dict[str, Value]
    places: Mapping[FieldPath, Place]
    keys: Mapping[FieldPath, Place]
    lines: tuple[str, ...]

    def place(self, path: FieldPath) -> Place:
        """Where the value begins, or else the nearest enclosing value that has a place."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path) or Place(self.path)

    def problem(
        self,
        path: FieldPath,
        wrong: Said,
        mend: Said,
        *,
        record: str = "",
        at_key: bool = False,
        place: Place | None = None,
    ) -> Problem:
        """A problem with the value at ``path`` (or with its key), with its place and line."""
        if place is None:
            place = (self.keys.get(path) if at_key else None) or self.place(path)
        known = place.path == self.path and place.line <= len(self.lines)
        excerpt = self.lines[place.line - 1] if known else ""
        return Problem(place, wrong, mend, record, field_name(path), excerpt)
