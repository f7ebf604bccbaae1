"""Rules on one value or field name: what YAML allows there and data files do not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from yaml import CollectionStartEvent, ScalarEvent

from macros.yaml_files import typing_slips
from macros.yaml_files.characters import hidden_characters, not_composed, readable
from macros.yaml_files.messages import (
    ADD_QUOTES_EN,
    ADD_QUOTES_ZH,
    BAD_ESCAPE,
    CURLY_CLOSE,
    NO_ANCHOR,
    NO_MERGE,
    NO_NAME,
    NO_TAG,
    NUMBER_SPLIT,
    ONE_ENTRY,
    UNCLOSED,
)
from macros.yaml_files.source import BLOCK, MOST_LISTED, Found, Message, Scalar, Source, message, spot
from macros.yaml_files.text_loss import unfolded

INDENT_GIVEN = re.compile(r"[|>][-+]?[0-9]")
NO_BREAK_SPACE = re.compile(r"(?<!\\)(?:\\\\)*(\\_)")
THOUSANDS = re.compile(r"(?<=[0-9]),[0-9]{3}(?![0-9])")


def tag_or_anchor(event: ScalarEvent | CollectionStartEvent) -> Iterator[Message]:
    """No value carries a tag or an anchor."""
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
    elif slips := list(slips_in_lines_of(scalar, source)):
        yield from slips
    else:
        rows = range(scalar.line + 1, scalar.end_line + 1)
        row = next((row for row in rows if source.lines[row].strip(" ")), scalar.end_line)
        line = source.lines[row]
        if slip := typing_slips.in_whole_line(line):
            yield row, slip.column, slip.said
        else:
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


def slips_in_lines_of(scalar: Scalar, source: Source) -> Iterator[Found]:
    """Typing slips in text that took in other lines: one a line, of the first lines."""
    if scalar.style in BLOCK:
        return
    line = source.lines[scalar.line]
    if line[: scalar.column].strip(" -"):  # Blank out the field name, so that columns stay true.
        line = " " * scalar.column + line[scalar.column :]
    lines = [line, *source.lines[scalar.line + 1 : scalar.end_line + 1][:MOST_LISTED]]
    found = False
    for row, slip in typing_slips.slips_in_lines(enumerate(lines, scalar.line)):
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
    """An escape may not bring in what may not be typed, such as half a surrogate pair."""
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


def indent_given(scalar: Scalar, source: Source) -> Iterator[Found]:
    """No digit follows | or >, where it would be the width of an indent: ``>5``, for more than 5, would be no text."""
    if scalar.style not in BLOCK:
        return
    if found := INDENT_GIVEN.match(source.lines[scalar.line], scalar.column):
        said = message(
            f"“{found[0]}”会被当成排版指令，其中的数字会丢掉。",
            f"{ADD_QUOTES_ZH}如果是几行文字，请只写“|”，正文另起一行并缩进。",
            f"“{found[0]}” is read as an instruction for layout, so the number would be lost.",
            f"{ADD_QUOTES_EN} For text of several lines write | alone and begin on the next line, indented.",
        )
        yield scalar.line, scalar.column, said


def no_break_space(scalar: Scalar, source: Source) -> Iterator[Found]:
    r"""No text in quotes holds ``\_``, which would become a space, and not the underscore that was typed."""
    if scalar.style == '"' and scalar.line == scalar.end_line:
        raw = source.lines[scalar.line][: scalar.end_column]
        if found := NO_BREAK_SPACE.search(raw, scalar.column):
            yield scalar.line, found.start(1), BAD_ESCAPE


def number_split(event: ScalarEvent, source: Source, *, in_brackets: bool) -> Iterator[Found]:
    """Between brackets, no comma stands inside a number: ``[15,000]`` would be 15 and 000."""
    end = event.end_mark
    if in_brackets and not event.style and end and THOUSANDS.match(source.text, end.index):
        yield *spot(end), NUMBER_SPLIT


def checked(event: ScalarEvent, source: Source, *, is_name: bool, in_brackets: bool) -> tuple[str, list[Found]]:
    """The text of a scalar as it was meant, and all that is wrong with how it was typed."""
    scalar = Scalar.of(event)
    text, unclear = unfolded(scalar, source, readable(event.value))
    return text, [
        *((scalar.line, scalar.column, said) for said in tag_or_anchor(event)),
        *runs_over(scalar, source),
        *escaped(scalar, source),
        *no_break_space(scalar, source),
        *indent_given(scalar, source),
        *number_split(event, source, in_brackets=in_brackets),
        *unclear,
        *mistyped(scalar, source, is_name=is_name, in_brackets=in_brackets),
    ]
