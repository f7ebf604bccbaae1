"""Where everything stands in the text of a data file: the marks that changes of the text go by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import yaml

from macros.yaml_files.characters import readable
from macros.yaml_files.composing import LIBYAML
from macros.yaml_files.source import BLOCK
from macros.yaml_files.values import FieldPath

COLON = re.compile(r"\s*:")


@dataclass(frozen=True)
class Marked:
    """A value in the text: ``begin`` is behind its colon or dash, ``start`` and ``end`` are those of the value itself.

    ``name`` is where the name of the field begins and ends, or the dash of the entry; ``flow`` whether it stands
    between brackets, ``bracketed`` whether it is a list or a set of fields in brackets of its own.
    """

    kind: Literal["text", "fields", "list"]
    begin: int
    start: int
    end: int
    column: int
    flow: bool
    bracketed: bool
    name: tuple[int, int]
    style: str = ""
    steps: tuple[str | int, ...] = ()
    inside: tuple[Marked, ...] = ()

    def at(self, path: FieldPath) -> Marked | None:
        """The value at a path below this one; of two fields with one name, the first."""
        if not path:
            return self
        found = next((one for step, one in zip(self.steps, self.inside, strict=True) if step == path[0]), None)
        return found.at(path[1:]) if found else None

    def texts(self) -> Iterator[Marked]:
        """Every text in it."""
        if self.kind == "text":
            yield self
        for one in self.inside:
            yield from one.texts()


def marks_of(text: str) -> Marked:
    """The marks of a text that our reader can read, whose lines end with line feeds; raises ValueError where it has
    parts that only other programs write, such as aliases."""
    try:
        root = yaml.compose(readable(text), LIBYAML)
    except yaml.YAMLError as error:
        raise ValueError("cannot be marked") from error
    if not isinstance(root, yaml.MappingNode):
        raise ValueError("not a set of fields")
    return mark_value(readable(text), root, 0, (0, 0), False)


def mark_value(text: str, node: yaml.Node, begin: int, name: tuple[int, int], in_flow: bool) -> Marked:
    """The marks of one value and of all that it holds."""
    start, end, column = node.start_mark.index, node.end_mark.index, node.start_mark.column
    if isinstance(node, yaml.ScalarNode):
        style = node.style or ""
        if not node.value and not style:  # Where nothing was typed, parsers differ about the place.
            start = end = begin
        return Marked("text", begin, start, end_of(text, start, end, style), column, in_flow, False, name, style)
    assert isinstance(node, yaml.CollectionNode)
    bracketed = text[start : start + 1] in ("[", "{") and bool(node.flow_style)
    inside, steps = [], list[str | int]()
    at = start
    for number, one in enumerate(node.value):
        if isinstance(node, yaml.MappingNode):
            key, held = one
            colon = COLON.match(text, key.end_mark.index)
            begins = colon.end() if colon else key.end_mark.index
            named = (key.start_mark.index, key.end_mark.index)
            steps.append(readable(key.value) if isinstance(key, yaml.ScalarNode) else "?")
        else:
            held = one
            at_dash = -1 if node.flow_style else dash_before(text, at, held.start_mark.index, column)
            named = (at_dash, at_dash + 1) if at_dash >= 0 else (held.start_mark.index,) * 2
            begins = named[1]
            steps.append(number)
        inside.append(mark_value(text, held, begins, named, in_flow or bool(node.flow_style)))
        at = max(at, inside[-1].end)
    if not bracketed:
        end = at
    kind: Literal["fields", "list"] = "fields" if isinstance(node, yaml.MappingNode) else "list"
    return Marked(kind, begin, start, end, column, in_flow, bracketed, name, "", tuple(steps), tuple(inside))


def dash_before(text: str, after: int, start: int, column: int) -> int:
    """Where the dash of an entry stands: in the column of its list, on the line of the entry or above it."""
    line = text.rfind("\n", 0, start) + 1
    while True:
        dash = line + column
        if text[dash : dash + 1] == "-" and dash >= after and not text[dash + 1 : dash + 2].strip():
            return dash
        if line <= after:
            return -1
        line = text.rfind("\n", 0, line - 1) + 1


def end_of(text: str, start: int, end: int, style: str) -> int:
    """Where a text ends: the end of its last line, for a block that a parser takes to reach down to what follows."""
    if style not in BLOCK:
        return end
    header = text[start : text.find("\n", start) + 1 or len(text)]
    if "+" in header:  # Its blank lines are part of it.
        return end - (text[end - 1 : end] == "\n")
    kept = text[start:end].rstrip(" \n")
    newline = text.find("\n", start + len(kept))
    return newline if 0 <= newline < end else end
