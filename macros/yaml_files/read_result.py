"""The result of reading: the values of a file, and where in it each of them stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from macros.problems import Place, Problem, Subject
from macros.text.languages import Bilingual
from macros.yaml_files.composing import compose
from macros.yaml_files.source import Source
from macros.yaml_files.values import FieldPath, Value, field_name, texts_in

WRITTEN_OTHERWISE = ("''", "|", ">", "\\")
"""Signs of a quotation mark inside quotes, of text blocks, whose lines are indented, and of escapes."""


class Places(NamedTuple):
    """Where every value and every field name of a file stands."""

    values: Mapping[FieldPath, Place]
    names: Mapping[FieldPath, Place]


@dataclass(frozen=True)
class Reading:
    """A data file as it was typed: every scalar is text, an empty one is ``None``.

    It may come with problems, so that the checks that follow can list theirs in the
    same run; nothing is published while any problem is left.
    """

    path: str
    text: str
    values: dict[str, Value] | None = field(repr=False, compare=False)
    known: Places | None = field(default=None, repr=False, compare=False)

    @property
    def value(self) -> dict[str, Value]:
        """Every value of the file; read again where they are not kept."""
        if self.values is not None:
            return self.values
        found = compose(Source(self.path, self.text), []).value
        assert isinstance(found, dict), "values are left out only where nothing is wrong"
        return found

    def lean(self) -> Reading:
        """The same without the values, of which a record was made: few rules ask for more, and mostly of no file."""
        return self if self.known or self.written_otherwise else replace(self, values=None)

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The file as its editor shows it."""
        return tuple(self.text.split("\n"))

    @property
    def written_otherwise(self) -> bool:
        """Whether a text of the file may read otherwise than it is written."""
        return any(sign in self.text for sign in WRITTEN_OTHERWISE)

    @cached_property
    def said(self) -> str:
        """A text that holds every name and text of the file, so that what is not in it is in none of them.

        That is the file itself where nothing is wrong with it and no text in it is written otherwise than it reads.
        """
        if self.known is None and not self.written_otherwise:
            return self.text
        return "".join(f"{one}\0" for one in texts_in(self.value))

    @cached_property
    def found(self) -> Places:
        """Every place; where nothing is wrong with the file, they are looked up when first asked for."""
        return self.known or Places(*compose(Source(self.path, self.text), [], places=True).places())

    @property
    def places(self) -> Mapping[FieldPath, Place]:
        """Where each value begins."""
        return self.found.values

    @property
    def keys(self) -> Mapping[FieldPath, Place]:
        """Where each field name stands."""
        return self.found.names

    def place(self, path: FieldPath) -> Place:
        """Where the value begins, or else the nearest enclosing value that has a place."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path) or Place(self.path)

    def problem(
        self,
        path: FieldPath,
        wrong: Bilingual,
        fix: Bilingual,
        *,
        record: str = "",
        at_key: bool = False,
        place: Place | None = None,
        about: tuple[Subject, ...] = (),
        follows: tuple[Subject, ...] = (),
    ) -> Problem:
        """A problem with the value at ``path`` (or with its key), with its place and line."""
        if place is None:
            place = (self.keys.get(path) if at_key else None) or self.place(path)
        known = place.path == self.path and place.line <= len(self.lines)
        excerpt = self.lines[place.line - 1] if known else ""
        return Problem(place, wrong, fix, record, field_name(path), excerpt, about, follows)
