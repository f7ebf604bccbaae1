"""How the program writes YAML: texts, lists and sets of fields, in the form that the files of this project have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from macros.problems import Problem
from macros.text.languages import Bilingual
from macros.text.placeholders import UNDECIDED
from macros.yaml_files.composing import HARMLESS
from macros.yaml_files.reader import read_bytes
from macros.yaml_files.values import Value

Writable = str | int | bool | None | Sequence["Writable"] | Mapping[str, "Writable"]
"""What can be written: True and False as yes and no, None as a field left empty."""
Standing = Literal["value", "entry", "brackets", "name"]
"""Where a text stands: behind a field name, as an entry of a list, between brackets, or as a field name."""

STEP = 2
"""Columns by which what is inside something is indented."""
WIDEST = 80
"""Columns of a line that ends with a list between brackets; a longer list has a line for each entry."""
OTHERWISE_READ = re.compile(
    r"~|null|Null|NULL|true|True|TRUE|false|False|FALSE|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"
    r"|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
)
"""Texts that YAML 1.2 reads as a number, a truth value or nothing; our own reader reads every text as text."""
TRIED = {"value": "x: {}\n", "entry": "x:\n  - {}\n", "brackets": "x: [{}, y]\n", "name": "{}: y\n"}
"""A file that holds one text, by where it stands."""
ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n"}


class CannotWriteError(Exception):
    """A text cannot stand in a data file, or not there; ``said`` is why, and what to do."""

    def __init__(self, said: Bilingual) -> None:
        super().__init__(f"{said.zh}\n{said.en}")
        self.said = said


def as_refusal(problem: Problem) -> CannotWriteError:
    """What the reader says is wrong, as the reason why something cannot be written."""
    wrong, fix = problem.wrong, problem.fix
    return CannotWriteError(Bilingual(f"{wrong.zh}改法：{fix.zh}", f"{wrong.en} Fix: {fix.en}"))


def as_read(value: Writable) -> Value:
    """A value as our reader reads it once it is written: all but lists and sets of fields is text."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str | int):
        return str(value)
    if isinstance(value, Mapping):
        return {name: as_read(one) for name, one in value.items()}
    return None if value is None else [as_read(one) for one in value]


def said_of(written: str, place: Standing) -> tuple[Value, list[Problem]]:
    """What our reader reads of a text as it is written at a place, and what it finds wrong."""
    reading, problems = read_bytes(TRIED[place].format(written).encode("utf-8", "surrogatepass"), "")
    value: Value = reading.value if reading else None
    if place == "name":
        return next(iter(value), None) if isinstance(value, dict) and len(value) == 1 else None, problems
    inside = value.get("x") if isinstance(value, dict) else None
    return (inside[0] if inside else None) if place != "value" and isinstance(inside, list) else inside, problems


def quoted(text: str, sign: str) -> str:
    """A text between quotation marks, on one line."""
    if sign == "'":
        return "'" + text.replace("'", "''") + "'"
    return '"' + "".join(ESCAPES.get(char, char) for char in text) + '"'


def scalar(value: str | int | bool, place: Standing = "value", style: str = "") -> str:
    """A text on one line, in the first form in which it is read as it is: in the quotes that are its ``style``, without
    quotes, or in double ones; in single ones where that saves escapes.

    A text that another program would take for a number, a truth value or nothing gets quotes. Raises CannotWriteError.
    """
    if not isinstance(value, str):
        return str(as_read(value))
    if (bare := value.removeprefix(UNDECIDED)) not in ("", value) and (form := scalar(bare, place, style)) != bare:
        return quoted(value, form[0])  # So that it still reads as it should once a person has deleted the marker.
    plain = not OTHERWISE_READ.fullmatch(value)
    if plain and not style and HARMLESS.fullmatch(value):
        return value
    signs = "'\"" if re.search(r'["\\]', value) and not re.search(r"['\n]", value) else "\"'"
    forms = [quoted(value, style)] if style in ('"', "'") else []
    forms += [value] if plain else []
    problems: list[Problem] = []
    for form in (*forms, *(quoted(value, sign) for sign in signs)):
        read, problems = said_of(form, place)
        if read == value and not problems:
            return form
    raise (
        as_refusal(problems[0])
        if problems
        else CannotWriteError(
            Bilingual(
                "这段文字无法写进数据文件。请删去其中特殊的字符。",
                "This text cannot be written. Delete its unusual characters.",
            )
        )
    )


@dataclass(frozen=True)
class Part:
    """A field or an entry of a list as it is to be written, with the comments and blank lines that stand above it.

    ``text`` is a text as it is written, its first line and those of a block below it; ``inside`` are the parts of a set
    of fields or of a list; ``below`` is what stands below the last of them.
    """

    name: str | None
    kind: Literal["text", "fields", "list"]
    text: tuple[str, ...] = ()
    inside: tuple[Part, ...] = ()
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()


def written_part(value: Writable, name: str | None = None) -> Part:
    """A plain value as a part without comments."""
    place: Standing = "entry" if name is None else "value"
    if isinstance(value, Mapping):
        return Part(name, "fields", inside=tuple(written_part(one, key) for key, one in value.items()))
    if isinstance(value, str) and (lines := block(value)):
        return Part(name, "text", lines)
    if value is None or isinstance(value, str | int):
        return Part(name, "text", () if value is None else (scalar(value, place),))
    return Part(name, "list", inside=tuple(written_part(one) for one in value))


def block(text: str) -> tuple[str, ...]:
    """A text of several lines below ``|``; nothing where it has one line, or lines that need quotes to be kept."""
    lines = text.removesuffix("\n").split("\n")
    if len(lines) < 2 or any(not line.strip() or line != line.strip() for line in lines):
        return ()
    return ("|" if text.endswith("\n") else "|-", *lines)


def in_brackets(part: Part) -> str | None:
    """A list of short texts as it stands between brackets; None where each entry has a line of its own."""
    texts = [one.text[0] for one in part.inside if one.kind == "text" and len(one.text) == 1 and not one.above]
    if part.kind != "list" or part.below or len(texts) < len(part.inside) or any(text[0] in "\"'" for text in texts):
        return None
    return f"[{', '.join(texts)}]" if all(said_of(text, "brackets") == (text, []) for text in texts) else None


def part_lines(part: Part, indent: int) -> Iterator[str]:
    """The lines of a part whose name, or dash, stands in the column ``indent``."""
    space = " " * indent
    yield from (f"{space}{line}".rstrip() for line in part.above)
    begin = space + ("-" if part.name is None else f"{scalar(part.name, 'name')}:")
    if part.kind == "text":
        first, *rest = part.text or ("",)
        yield f"{begin} {first}".rstrip(" ")
        yield from (f"{space}{' ' * STEP}{line}" if line else "" for line in rest)
    elif not part.inside and not part.below:
        yield f"{begin} {'{}' if part.kind == 'fields' else '[]'}"
    elif (short := in_brackets(part)) and len(f"{begin} {short}") <= WIDEST:
        yield f"{begin} {short}"
    else:
        first, *rest = lines_inside(part, indent + STEP)
        if part.name is None:  # The first field of an entry stands behind its dash.
            first = begin + first[len(begin) :]
        else:
            yield begin
        yield from (first, *rest)


def lines_inside(part: Part, indent: int) -> Iterator[str]:
    """The lines of all that a list or a set of fields holds."""
    for one in part.inside:
        yield from part_lines(one, indent)
    yield from (f"{' ' * indent}{line}".rstrip() for line in part.below)


def flow(value: Writable) -> str:
    """A value on one line, between brackets where it holds others."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{scalar(key, 'name')}: {flow(one)}" for key, one in value.items()) + "}"
    if value is None or isinstance(value, str | int):
        return '""' if value is None else scalar(value, "brackets")
    return "[" + ", ".join(flow(one) for one in value) + "]"
