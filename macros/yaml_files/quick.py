"""The short way through a file in which nothing can be wrong; any doubt sends it the long way, gate by gate.

libyaml parses, which is ten times as fast as PyYAML's own parser. Only what both read alike is taken from it. Whatever
the long way could complain of is a doubt here, so that its messages, and its values, stay the only ones there are.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

import yaml

from macros.yaml_files.bytes_gate import CONFLICT, LARGEST
from macros.yaml_files.characters import readable
from macros.yaml_files.messages import DEEPEST, MOST_VALUES
from macros.yaml_files.silent import INDENT_GIVEN, THOUSANDS
from macros.yaml_files.source import spot
from macros.yaml_files.typing_slips import in_text

NAME = re.compile(r"[a-z][a-z0-9_-]*")
"""Field names that no rule on names can object to."""
HAN = "\u4e00-\u9fff"
PLAIN = re.compile(rf"[0-9A-Za-z{HAN}][0-9A-Za-z{HAN}.#%/_-]*(?: [0-9A-Za-z{HAN}]+)*")
"""Values without quotes that no rule on typing slips can object to."""
DOUBTFUL_LINE = re.compile(rf"^(?:%|---|\.\.\.|{CONFLICT.pattern})", re.MULTILINE)
COMMENT_BEHIND = re.compile(r"^ *(?=[^\s#]).*[^\w\n]#", re.MULTILINE)
"""Where a comment may begin behind something else."""

COMMON = re.compile(rf"[\n -~{HAN}，。、；：“”《》（）]+")
"""Characters that may stand in any text; those of nearly all texts are told apart at once."""

_harmless: set[str] = set()
"""Other characters met so far that may stand in any text."""
_names: set[str] = set()
"""Field names met so far that no rule on names can object to."""


class Doubt(Exception):
    """The file must go the long way."""


def quick(data: bytes) -> tuple[str, dict[str, Any]] | None:
    """The text of a data file and its fields, or None where anything in it is in doubt."""
    text = text_of(data)
    if text is None:
        return None
    events = Events(text)
    try:
        return text, events.file()
    except (yaml.YAMLError, Doubt):
        return None
    finally:
        events.parser.dispose()


def text_of(data: bytes) -> str | None:
    """The text of a file that holds no character, and no line, that is refused or needs a second look."""
    if len(data) > LARGEST:
        return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    if "\\" in text or any(one.search(text) for one in (DOUBTFUL_LINE, COMMENT_BEHIND, INDENT_GIVEN)):
        return None
    new = set(COMMON.sub("", text)) - _harmless
    if not all(map(harmless, new)):
        return None
    _harmless.update(new)
    return text if text.isascii() or unicodedata.is_normalized("NFC", text) else None


def harmless(char: str) -> bool:
    """Whether a character is never refused, ends no line but a line feed, and stacks on no other."""
    return char != "\r" and readable(char) == char and not unicodedata.combining(char)


class Events:
    """What libyaml finds in a text, put together; it nests no deeper than DEEPEST, so that recursion is safe."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.parser = yaml.CSafeLoader(text)
        self.left = MOST_VALUES

    def file(self) -> dict[str, Any]:
        """The fields of a file: one document, which is a set of fields."""
        get = self.parser.get_event
        get(), get()  # Stream and document begin.
        value = self.value(get(), 1, in_brackets=False, starts_line=True)
        get()  # The document ends.
        if type(value) is not dict or not isinstance(get(), yaml.StreamEndEvent):
            raise Doubt
        return value

    def value(self, event: yaml.Event | None, depth: int, *, in_brackets: bool, starts_line: bool) -> Any:
        """The value that begins with ``event``: text, a set of fields or a list."""
        self.left -= 1
        if self.left < 0 or getattr(event, "anchor", 1) is not None:
            raise Doubt  # Too many, an alias, or a value that others refer to.
        if isinstance(event, yaml.ScalarEvent):
            if in_brackets and event.end_mark and THOUSANDS.match(self.text, event.end_mark.index):
                raise Doubt
            return scalar(event, in_brackets=in_brackets, starts_line=starts_line)
        if depth > DEEPEST:
            raise Doubt
        if isinstance(event, yaml.MappingStartEvent) and event.tag is None:
            return self.fields(depth, in_brackets=in_brackets or bool(event.flow_style))
        if isinstance(event, yaml.SequenceStartEvent) and event.tag is None:
            return self.entries(depth, in_brackets=in_brackets or bool(event.flow_style))
        raise Doubt

    def fields(self, depth: int, *, in_brackets: bool) -> dict[str, Any]:
        """A set of fields up to its end; each name is plain and stands once."""
        found: dict[str, Any] = {}
        get = self.parser.get_event
        while not isinstance(name := get(), yaml.MappingEndEvent):
            self.left -= 1
            if not isinstance(name, yaml.ScalarEvent) or name.style or name.tag is not None or name.anchor is not None:
                raise Doubt
            key = name.value
            if key in found or not (key in _names or NAME.fullmatch(key)):
                raise Doubt
            _names.add(key)
            event = get()
            below = event is not None and spot(event.start_mark)[0] != spot(name.start_mark)[0]
            found[key] = self.value(event, depth + 1, in_brackets=in_brackets, starts_line=below)
        return found

    def entries(self, depth: int, *, in_brackets: bool) -> list[Any]:
        """A list up to its end."""
        found: list[Any] = []
        get = self.parser.get_event
        while not isinstance(event := get(), yaml.SequenceEndEvent):
            found.append(self.value(event, depth + 1, in_brackets=in_brackets, starts_line=not in_brackets))
        return found


def scalar(event: yaml.ScalarEvent, *, in_brackets: bool, starts_line: bool) -> str | None:
    """A value as it was typed; an empty one without quotes is None."""
    text = event.value
    if event.tag is not None:
        raise Doubt
    if event.style == ">":
        raise Doubt  # Its line breaks may not be spaces.
    if event.style == "|":
        return text
    if spot(event.start_mark)[0] != spot(event.end_mark)[0]:
        raise Doubt  # What runs over to the next line may have swallowed a field.
    if event.style or not text:
        return text if event.style else None
    if not PLAIN.fullmatch(text) and (in_brackets or in_text(text, starts_line=starts_line, broken=False)):
        raise Doubt
    return text
