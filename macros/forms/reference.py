"""The field reference for staff: every kind of data file and every part of one, as a table of its fields."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from macros.forms.fields import Field, every_part, fields_of, part_word
from macros.forms.schemas import kinds_by_name
from macros.languages import InBoth, Language
from macros.records.kinds import Kind
from macros.rendering import Here, Renderer


@dataclass(frozen=True)
class Run:
    """A stretch of text: plain words of the page's language, a name as typed in a file, or Chinese in English."""

    text: str
    mark: Literal["plain", "code", "chinese"] = "plain"


FOREIGN = {
    True: re.compile(r"(?P<code>[a-z0-9.]*[a-z][A-Za-z0-9:/._#-]*)"),
    False: re.compile(r"(?P<code>[a-z/-]*\.(?:yml|txt)|https?://|\w+#\w+)|(?P<chinese>[0-9]*[\u4e00-\u9fff]+)"),
}
"""What stands out in Chinese text and in English: names as typed in a file, and Chinese words in English."""


def runs(text: str, language: Language) -> Iterator[Run]:
    """The text as stretches, each with how it is to be marked."""
    at = 0
    for found in FOREIGN[language.is_chinese].finditer(text):
        if at < found.start():
            yield Run(text[at : found.start()])
        yield Run(found[0], "code" if found["code"] else "chinese")
        at = found.end()
    if at < len(text):
        yield Run(text[at:])


def row(field: Field, language: Language) -> dict[str, Any]:
    """A field as a row of its table."""

    def said(words: InBoth) -> list[Run]:
        return list(runs(language.text(words), language))

    return {
        "name": field.name,
        "required": field.required,
        "default": field.default,
        "meaning": said(field.meaning),
        "form": said(field.form),
        "example": field.example,
        "part": part_word(field.part) if field.part else None,
    }


def kind_section(name: str, kinds: list[Kind], language: Language) -> dict[str, Any]:
    """The section of the kinds that one class reads: their names, files and fields."""
    return {
        "id": name,
        "names": [language.text(one) for one in kinds],
        "folders": [one.place for one in kinds if one.many],
        "files": [one.place for one in kinds if not one.many],
        "rows": [row(one, language) for one in fields_of(kinds[0].model)],
    }


def fields(renderer: Renderer, here: Here) -> str:
    """The field reference."""
    return renderer.fill(
        "fields.html",
        here,
        kinds=[kind_section(name, group, here.language) for name, group in kinds_by_name().items()],
        parts=[
            {"id": word, "rows": [row(field, here.language) for field in fields_of(part)]}
            for word, part in every_part().items()
        ],
    )
