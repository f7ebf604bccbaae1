"""A blank record: every field of its class in order, explained, ready to be filled in.

Lines beginning with ``## `` explain. Required fields stand empty; optional ones are switched off with a leading
``# ``, which is taken away to use them: what is then left is YAML at the right depth, and the explanations inside
it are still comments.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from macros.records.base import BilingualText, Strict
from macros.records.kinds import Kind
from macros.staff.fields import Field, fields_of
from macros.staff.schemas import schema_line

HOW_TO = """\
## {kind.zh}。以“##”开头的行是说明，可以删去。必填的字段在冒号后填写；
## 选填的字段都用“# ”关掉了，要用时把那几行开头的“# ”（井号和一个空格）去掉，不用就不必管。
## A record of the kind {kind.en}. Lines with ## explain and may be deleted. Fill in the required fields after their
## colons. Optional fields are switched off: to use one, take the "# " (hash and one space) off its lines.
"""
INDENT = "  "


def blank(kind: Kind, english: bool = True) -> str:
    """The text of a blank record of a kind that has one record a file; ``english``: whether texts must have English."""
    blocks = ["\n".join(field_lines(field, english)) for field in required_first(kind.model, english)]
    return schema_line(kind) + "\n" + HOW_TO.format(kind=kind) + "\n" + "\n\n".join(blocks) + "\n"


def required_first(model: type[Strict], english: bool = True) -> list[Field]:
    """The fields of a part as they stand in a blank record: those that are required first.

    ``english`` says whether a text must have its English.
    """
    fields = [one if english or one.name != "en" else replace(one, required=False) for one in fields_of(model)]
    return sorted(fields, key=lambda field: not field.required)


def field_lines(field: Field, english: bool) -> Iterator[str]:
    """A field with its explanation above it; an optional one switched off."""
    yield from help_of(field)
    for line in typed_lines(field, english):
        yield line if field.required else f"# {line}"


def help_of(field: Field) -> Iterator[str]:
    """What a field means and how it is written, in Chinese, then in English."""
    zh = f"（{'必填' if field.required else '选填'}）{field.meaning.zh}。写法：{field.form.zh}。"
    en = f"({'required' if field.required else 'optional'}) {field.meaning.en}. Form: {field.form.en}."
    yield f"## {zh}" + (f"例：{field.example}" if field.example else "")
    yield f"## {en}" + (f" Example: {field.example}" if field.example else "")


def typed_lines(field: Field, english: bool) -> Iterator[str]:
    """The lines that are typed for a field: its name, and below it the fields of what it holds."""
    if field.part is None and field.shape == "one":
        yield f"{field.name}: {field.default}".rstrip()
        return
    yield f"{field.name}:"
    if field.part is None and field.shape == "by key":
        yield f"{INDENT}{field.example.partition(':')[0]}:"
        return
    inside = list(fields_inside(field.part, english)) if field.part else [""]
    for line in inside if field.shape == "one" else as_entry(inside):
        yield (INDENT + line).rstrip()


def fields_inside(part: type[Strict], english: bool) -> Iterator[str]:
    """The lines of a part's own fields. Chinese and English need no explanation of their own."""
    for field in required_first(part, english):
        if part is not BilingualText:
            yield from field_lines(field, english)
        elif field.required:
            yield from typed_lines(field, english)


def as_entry(lines: list[str]) -> Iterator[str]:
    """Lines as one entry of a list: the dash goes before the first field, which is a required one."""
    first = [line.startswith("## ") for line in lines].index(False)
    for number, line in enumerate(lines):
        yield line if number < first else f"- {line}" if number == first else INDENT + line
