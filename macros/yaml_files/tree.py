"""The values of a file while they are put together, each with its place."""

from __future__ import annotations

from dataclasses import dataclass, field

from macros.problems import Place, Problem
from macros.yaml_files.nodes import Scalar
from macros.yaml_files.source import Message, Source, message
from macros.yaml_files.values import FieldPath, Value, field_name


@dataclass
class Group:
    """A list, or a set of fields, that is still open."""

    path: FieldPath
    value: list[Value] | dict[str, Value]
    in_brackets: bool
    name: str | None = None

    def awaits_name(self) -> bool:
        """Whether the next value is the name of a field."""
        return isinstance(self.value, dict) and self.name is None


def repeated(name: str, line: int) -> Message:
    """A field stands once in its set: row "duplicate keys: last wins"."""
    return message(
        f"字段“{name[:40]}”在同一组里重复了，第一次在第 {line} 行。",
        "只留一个；如果有两份内容，请写成列表，每条以“- ”开头。",
        f"The field “{name[:40]}” stands twice in one set; the first is on line {line}.",
        "Keep one; if there are two contents, write a list, each entry beginning with “- ”.",
    )


@dataclass
class Tree:
    """What one pass over a file gathers; ``whole`` when the pass reached its end."""

    source: Source
    value: Value = None
    places: dict[FieldPath, Place] = field(default_factory=dict)
    keys: dict[FieldPath, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    scalars: list[tuple[Scalar, FieldPath]] = field(default_factory=list)
    whole: bool = False

    def refuse(self, line: int, column: int, said: Message, path: FieldPath = ()) -> None:
        """Notes a problem with the value (or field name) at ``path``."""
        self.problems.append(self.source.problem(line, column, said, field_name(path)))

    def next_path(self) -> FieldPath:
        """The path of the value, or of the field name, that comes next."""
        if not self.groups:
            return ()
        group = self.groups[-1]
        step = len(group.value) if isinstance(group.value, list) else group.name
        return group.path if step is None else (*group.path, step)

    def add_name(self, name: str, line: int, column: int) -> None:
        """Takes the name of the field whose value comes next."""
        group = self.groups[-1]
        group.name = name
        path = (*group.path, name)
        if name in group.value:
            self.refuse(line, column, repeated(name, self.keys[path].line), path)
        self.keys.setdefault(path, self.source.place(line, column))

    def add_value(self, value: Value, line: int, column: int) -> None:
        """Puts a value where it belongs; the first of two fields with one name stays."""
        self.places.setdefault(self.next_path(), self.source.place(line, column))
        if not self.groups:
            self.value = value
            return
        group = self.groups[-1]
        if isinstance(group.value, list):
            group.value.append(value)
        elif group.name is not None:
            group.value.setdefault(group.name, value)
            group.name = None
