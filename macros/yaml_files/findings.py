"""What one pass over a file finds: where its values and field names stand, and what is wrong with them."""

from __future__ import annotations

from itertools import islice
from typing import Any, NoReturn

import yaml

from macros.problems import Place, Problem
from macros.yaml_files.messages import MOST_VALUES, TOO_MANY
from macros.yaml_files.source import BLOCK, MOST_LISTED, Message, Scalar, Source, spot
from macros.yaml_files.text_loss import comments_behind
from macros.yaml_files.values import FieldPath, field_name
from macros.yaml_files.yaml_errors import syntax_error

Node = tuple[FieldPath, yaml.NodeEvent, bool]
"""The path of a value, the event that it begins with, and whether it is the name of that field instead."""


class Stop(Exception):
    """What follows in the file is not read."""


class Findings:
    """What is found in a file until more than ``most`` problems are: then Stop is raised."""

    def __init__(self, source: Source, problems: list[Problem], most: int) -> None:
        self.source = source
        self.problems = problems
        self.most = most
        self.nodes: list[Node] = []

    def note(self, event: Any, path: FieldPath, *, is_name: bool = False) -> None:
        """Keeps where the value, or the field name, at ``path`` stands."""
        if len(self.nodes) == MOST_VALUES:
            self.stop(event, TOO_MANY, path[:-1] if is_name else path)
        self.nodes.append((path, event, is_name))

    def places(self) -> tuple[dict[FieldPath, Place], dict[FieldPath, Place]]:
        """Where each value begins, and each field name, if kept; of several with one path, the first."""
        values: dict[FieldPath, Place] = {}
        names: dict[FieldPath, Place] = {}
        for path, event, is_name in self.nodes:
            (names if is_name else values).setdefault(path, self.source.place(*spot(event.start_mark)))
        return values, names

    def line_of_name(self, path: FieldPath) -> int:
        """The line, counted from 1, of the first field name at ``path``; 1 where no names are kept."""
        return next((spot(one.start_mark)[0] + 1 for at, one, is_name in self.nodes if is_name and at == path), 1)

    def refuse_comments(self, last: int) -> None:
        """Names every comment that stands behind something else, up to the line ``last``, and the field it is in."""
        scalars = [(Scalar.of(one), path) for path, one, _ in self.nodes if isinstance(one, yaml.ScalarEvent)]
        fields = {scalar.line: path for scalar, path in scalars}
        found = comments_behind(self.source, (scalar for scalar, _ in scalars), last)
        for line, column, said in islice(found, MOST_LISTED):
            self.refuse(line, column, said, fields.get(line, ()))

    def refuse_syntax(self, error: yaml.MarkedYAMLError, before: yaml.Event | None) -> None:
        """Names the cause of a syntax error, which ends the file; ``before`` is the last event before it, if any."""
        last = 0
        if before:
            in_block = isinstance(before, yaml.ScalarEvent) and before.style in BLOCK
            last, _ = spot(before.end_mark if in_block else before.start_mark)
        in_quotes = " quoted scalar" in (error.context or "")
        self.refuse_comments(last - in_quotes)  # What is quoted, but does not end, may hold any sign.
        if found := syntax_error(error, self.source, {one.place.line for one in self.problems}, last):
            self.refuse(*found)

    def refuse(self, line: int, column: int, said: Message, path: FieldPath = ()) -> None:
        """Notes a problem with the value (or field name) at ``path``."""
        self.problems.append(self.source.problem(line, column, said, field_name(path)))
        if len(self.problems) > self.most:
            raise Stop

    def stop(self, event: yaml.Event, said: Message, path: FieldPath) -> NoReturn:
        """Notes why what begins with ``event``, and all that follows, is not read."""
        self.refuse(*spot(event.start_mark), said, path)
        raise Stop
