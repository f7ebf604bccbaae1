"""Rules on one value or field name: what YAML allows there and data files do not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

import yaml

from macros.yaml_files import typing_slips
from macros.yaml_files.characters import hidden_characters, not_composed, readable
from macros.yaml_files.messages import (
    CURLY_CLOSE,
    NO_ANCHOR,
    NO_MERGE,
    NO_NAME,
    NO_TAG,
    ONE_ENTRY,
    UNCLOSED,
)
from macros.yaml_files.source import MOST_LISTED, Message, Source, message, spot

BLOCK = ("|", ">")
"""Styles of text that begins on the line below."""

Found = tuple[int, int, Message]
"""Line, column (both from 0) and what is wrong there."""


class Scalar(NamedTuple):
    """A value or field name, how it was quoted ("" if it was not), and where it stands."""

    value: str
    style: str
    line: int
    column: int
    end_line: int
    end_column: int

    @classmethod
    def of(cls, event: yaml.ScalarEvent) -> Scalar:
        """The part of an event that the rules look at."""
        marks = (*spot(event.start_mark), *spot(event.end_mark))
        return cls(event.value, event.style or "", *marks)


def tag_or_anchor(event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> Iterator[Message]:
    """No value carries a tag or an anchor: rows "!!python/… or any tag" and "anchors"."""
    if event.tag is not None:
        yield NO_TAG
    if event.anchor is not None:
        yield NO_ANCHOR


def field_name_refused(name: str) -> Message | None:
    """A field has a name, and << (which would merge other fields in) is not one."""
    return NO_MERGE if name == "<<" else None if name else NO_NAME


def runs_over(scalar: Scalar, source: Source) -> Iterator[Found]:
    """Only text after | or > takes several lines.

    Plain and quoted text that runs on swallows the next field whenever a colon, a dash
    or a closing quote was mistyped, and joins Chinese lines with a space nobody typed.
    """
    if scalar.style in BLOCK or scalar.line == scalar.end_line:
        return
    if scalar.style:
        yield unclosed(source, scalar.line, scalar.column)
    elif slips := list(slips_in_lines(scalar, source)):
        yield from slips
    else:
        rows = range(scalar.line + 1, scalar.end_line + 1)
        row = next((row for row in rows if source.lines[row].strip(" ")), scalar.end_line)
        line = source.lines[row]
        yield row, len(line) - len(line.lstrip(" ")), swallowed(scalar.line + 1)


def swallowed(line: int) -> Message:
    """A line became part of the value that begins on an earlier one."""
    return message(
        f"此行被并入了第 {line} 行的内容：不加引号的内容只能写在一行里。",
        "如果此行是字段或列表条目，请检查冒号、减号后面的空格，并与同级对齐；"
        "如果是续文，请并成一行，或在字段名后写“|”，正文另起一行；如果上面有左括号，请补上右括号。",
        f"This line was joined to the value that begins on line {line}.",
        "If it is a field or an entry, check its colon or dash, the space after it and the "
        "indentation; if it is more text, keep it on one line, or write | after the field "
        "name and begin the text on the next line; close any bracket left open above.",
    )


def slips_in_lines(scalar: Scalar, source: Source) -> Iterator[Found]:
    """Typing slips in text that took in other lines: one a line, of the first lines."""
    if scalar.style in BLOCK:
        return
    line = source.lines[scalar.line]
    if line[: scalar.column].strip(" -"):  # Blank out the field name, so that columns stay true.
        line = " " * scalar.column + line[scalar.column :]
    lines = [line, *source.lines[scalar.line + 1 : scalar.end_line + 1][:MOST_LISTED]]
    found = False
    for row, slip in typing_slips.in_lines(enumerate(lines, scalar.line)):
        if not (found and slip.weak):
            yield row, slip.column, slip.said
        found = True


def unclosed(source: Source, line: int, column: int) -> Found:
    """Text in quotes closes on the line it begins; a full-width quote at its end is named."""
    ending = re.compile("[^“”＂‘’＇]*([“”＂‘’＇]) *$").match(source.lines[line], column + 1)
    return (line, ending.start(1), CURLY_CLOSE) if ending else (line, column, UNCLOSED)


def mistyped(
    scalar: Scalar,
    source: Source,
    *,
    is_name: bool,
    in_brackets: bool,
) -> Iterator[Found]:
    """Plain text on one line that YAML took as text, though a sign in it meant more."""
    if scalar.style or scalar.line != scalar.end_line:
        return
    line = source.lines[scalar.line]
    text = line[scalar.column : scalar.end_column]
    starts_line = is_name or (not in_brackets and not line[: scalar.column].strip(" -"))
    if slip := typing_slips.in_text(text, starts_line=starts_line, broken=is_name):
        yield scalar.line, scalar.column + slip.column, slip.said
    elif in_brackets and not is_name and (comma := re.search("[，、]", text)):
        yield scalar.line, scalar.column + comma.start(), ONE_ENTRY


def escaped(scalar: Scalar, source: Source) -> Iterator[Found]:
    """An escape may not bring in what may not be typed: row "lone surrogate escapes"."""
    if scalar.style != '"':
        return
    raw = source.lines[scalar.line]
    if scalar.line == scalar.end_line:
        raw = raw[scalar.column : scalar.end_column]
    else:
        raw = "\n".join(source.lines[scalar.line : scalar.end_line + 1])
    if "\\" not in raw:
        return
    for _, said in islice(hidden_characters(scalar.value), MOST_LISTED):
        yield scalar.line, scalar.column, said
    if not_composed(raw) is None and (found := not_composed(readable(scalar.value))):
        yield scalar.line, scalar.column, found[1]
