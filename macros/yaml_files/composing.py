"""YAML events -> values. Nothing is resolved: every scalar is the text that was typed, an empty plain one is None."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import yaml
from yaml import AliasEvent, MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from macros.problems import Problem
from macros.yaml_files.characters import readable
from macros.yaml_files.findings import Findings, Stop
from macros.yaml_files.messages import (
    BAD_ESCAPE,
    DEEPEST,
    DOUBLE_BRACES,
    MOST_VALUES,
    NAME_NOT_TEXT,
    NO_ALIAS,
    NO_CONTENT,
    TOO_DEEP,
    TWO_DOCUMENTS,
    not_fields,
    repeated,
)
from macros.yaml_files.scalars import THOUSANDS, checked, field_name_refused, slips_in_lines_of, tag_or_anchor
from macros.yaml_files.source import MOST_LISTED, Message, Scalar, Source, spot
from macros.yaml_files.values import FieldPath, Value

LIBYAML = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Parses ten times as fast as PyYAML's own parser; where PyYAML was built without libyaml, its own."""

HASH_BEHIND = re.compile(r"#(?<=[^\w\n]#)")
"""A # that may begin a comment behind something else; behind a letter or digit it is part of a plain text."""
HARMLESS = re.compile(r"[0-9A-Za-z\u4e00-\u9fff][0-9A-Za-z\u4e00-\u9fff.#%/_-]*(?: [0-9A-Za-z\u4e00-\u9fff]+)*")
"""Plain values to which no rule on typing slips can object; texts of letters and digits alone are others."""


def compose(source: Source, problems: list[Problem], places: bool = False) -> Composition:
    """Composes the values of a file; what is wrong with them is added to the ``problems`` its characters have.

    A file in which nothing is wrong is composed from the events of libyaml; where each value stands is kept only if
    ``places`` are asked for. Any other is composed from those of PyYAML's own parser, with all places: the events are
    the same, but its errors say what was found and what was expected.
    """
    if not problems:
        places = places or HASH_BEHIND.search(source.text) is not None
        composition = Composition(source, LIBYAML, [], most=0, keep=places)
        composition.run()
        if composition.whole and not composition.problems:
            return composition
    composition = Composition(source, yaml.SafeLoader, problems, most=MOST_LISTED, keep=True)
    composition.run()
    return composition


class Composition(Findings):
    """The values of a file, composed in one pass that ends when more than ``most`` problems are found.

    It nests no deeper than DEEPEST, so that recursion is safe. ``whole`` tells whether the pass reached the end.
    """

    def __init__(
        self, source: Source, loader: type[yaml.SafeLoader], problems: list[Problem], *, most: int, keep: bool
    ) -> None:
        super().__init__(source, problems, most)
        self.keep = keep
        self.parser = loader(source.text)
        self.last: yaml.Event | None = None
        self.get: Callable[[], Any] = self.get_event if most else self.parser.get_event
        self.escapes = "\\" in source.text
        self.seen = 1
        self.value: Value = None
        self.whole = False

    def get_event(self) -> Any:
        """The next event, noted as the last before an error that may follow."""
        self.last = self.parser.get_event()  # type: ignore[no-untyped-call]
        return self.last

    def run(self) -> None:
        """Composes the file; whatever is in it, this ends without an exception."""
        if len(self.problems) > self.most:
            return
        try:
            try:
                self.documents()
            except yaml.MarkedYAMLError as error:
                if self.most:
                    self.refuse_syntax(error, self.last)
            except (ValueError, OverflowError):  # PyYAML passes "\UFFFFFFFF" to chr() unchecked.
                path, _, is_name = self.nodes[-1] if self.nodes else ((), None, False)
                self.refuse(self.parser.line, self.parser.column, BAD_ESCAPE, path if is_name else ())
        except Stop:
            pass

    def documents(self) -> None:
        """A file is one document, which is a set of fields."""
        begun: yaml.NodeEvent | None = None
        while event := self.get():
            if isinstance(event, yaml.NodeEvent):
                begun = event
                self.value = self.document(event)
            elif isinstance(event, yaml.DocumentStartEvent) and begun:
                self.stop(event, TWO_DOCUMENTS, ())
        if self.seen > MOST_VALUES:
            raise Stop
        self.whole = True
        if self.value is None and not self.problems:
            self.refuse(*spot(begun.start_mark if begun else None), NO_CONTENT)
        if HASH_BEHIND.search(self.source.text):
            self.refuse_comments(len(self.source.lines))

    def document(self, event: Any) -> Value:
        """The value of a whole file, which must be a set of fields."""
        if type(event) is ScalarEvent:
            self.lone_scalar(event)
            return None
        if type(event) is SequenceStartEvent:
            self.refuse(*spot(event.start_mark), not_fields("列表", "a list"))
        return self.node(event, (), 0, False)

    def lone_scalar(self, event: ScalarEvent) -> None:
        """A file that is one piece of text: full-width colons usually made it so."""
        if not self.most:
            raise Stop
        line, column = spot(event.start_mark)
        self.note(event, ())
        for said in tag_or_anchor(event):
            self.refuse(line, column, said)
        if event.value:
            lone = not_fields("一段文字", "a piece of text")
            for found in list(slips_in_lines_of(Scalar.of(event), self.source)) or [(line, column, lone)]:
                self.refuse(*found)

    def node(self, event: Any, path: FieldPath, depth: int, in_brackets: bool) -> Value:
        """The value at ``path`` that begins with ``event``, inside ``depth`` groups, the last in brackets or not."""
        if self.keep:
            self.note(event, path)
        kind = type(event)
        if kind is ScalarEvent:
            text: str = event.value
            style = event.style
            if (
                (not self.escapes if style == '"' else text.isalnum() or HARMLESS.fullmatch(text))
                and event.start_mark.line == event.end_mark.line
                and not (in_brackets and THOUSANDS.match(self.source.text, event.end_mark.index))
                and event.tag is None
                and event.anchor is None
            ):
                return text  # No rule can object.
            return self.scalar(event, path, is_name=False, in_brackets=in_brackets)
        return self.group(event, path, depth)

    def group(self, event: Any, path: FieldPath, depth: int, refused: Message | None = None) -> Value:
        """A set of fields, or a list, that may have been ``refused`` where it stands; an alias is neither."""
        if type(event) is AliasEvent:
            self.refuse(*spot(event.start_mark), NO_ALIAS, path)
            return None
        if depth >= DEEPEST:
            self.stop(event, TOO_DEEP, path)
        if event.tag is not None or event.anchor is not None or refused:
            for said in (*tag_or_anchor(event), *filter(None, (refused,))):
                self.refuse(*spot(event.start_mark), said, path)
        parts = self.fields if type(event) is MappingStartEvent else self.entries
        return parts(path, depth + 1, bool(event.flow_style))

    def entries(self, path: FieldPath, depth: int, in_brackets: bool) -> list[Value]:
        """The entries of a list, up to its end."""
        found: list[Value] = []
        while type(event := self.get()) is not SequenceEndEvent:
            found.append(self.node(event, (*path, len(found)), depth, in_brackets))
        self.seen += len(found)
        return found

    def fields(self, path: FieldPath, depth: int, in_brackets: bool) -> dict[str, Value]:
        """A set of fields, up to its end; of two with one name, the first stays."""
        found: dict[str, Value] = {}
        get, keep = self.get, self.keep
        while type(event := get()) is not MappingEndEvent:
            name: str = event.value if type(event) is ScalarEvent else ""
            if name.isidentifier() and name not in found and event.tag is None and event.anchor is None:
                if keep:
                    self.note(event, (*path, name), is_name=True)  # No rule can object.
            else:
                name = self.name(event, path, depth, found, in_brackets)
            value = self.node(get(), (*path, name), depth, in_brackets)
            found.setdefault(name, value)
        self.seen += 2 * len(found)
        return found

    def name(self, event: Any, path: FieldPath, depth: int, found: dict[str, Value], in_brackets: bool) -> str:
        """The name of a field: a text, not empty, that is not among those ``found`` in its set before."""
        line, column = spot(event.start_mark)
        if type(event) is not ScalarEvent:
            name = "*" if type(event) is AliasEvent else "?"
            self.note(event, (*path, name), is_name=True)
            if name == "*":
                self.refuse(line, column, NO_ALIAS, path)
            else:
                braces = self.source.lines[line][max(column - 1, 0) : column + 1] == "{{"
                self.group(event, path, depth, DOUBLE_BRACES if braces else NAME_NOT_TEXT)
            return name
        name = readable(event.value)
        at = (*path, name)
        if name in found:
            self.refuse(line, column, repeated(name, self.line_of_name(at)), at)
        self.note(event, at, is_name=True)
        if said := field_name_refused(name):
            self.refuse(line, column, said, at)
        self.scalar(event, at, is_name=True, in_brackets=in_brackets)
        return name

    def scalar(self, event: ScalarEvent, path: FieldPath, *, is_name: bool, in_brackets: bool) -> str | None:
        """A value or a field name as it was typed, held to every rule on what may be typed."""
        if not self.most and self.differs(event, in_brackets):
            raise Stop
        text, found = checked(event, self.source, is_name=is_name, in_brackets=in_brackets)
        for one in found:
            self.refuse(*one, path)
        return text if text or event.style else None

    def differs(self, event: ScalarEvent, in_brackets: bool) -> bool:
        """Whether PyYAML's own parser may read something else: where an empty value stands, or ? between brackets."""
        start = event.start_mark
        if event.style or event.value or not start:
            return in_brackets and not event.style and "?" in event.value
        return start.column == 0 or self.source.text[start.index - 1] not in ":-"
