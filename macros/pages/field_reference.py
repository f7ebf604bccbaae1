"""The field reference for staff: every kind of data file and every part of one, as a table of its fields."""

from __future__ import annotations

from typing import Any

from macros.pages.highlighting import MarkedRun, marked_runs
from macros.pages.rendering import Here, Renderer
from macros.records.kinds import Kind
from macros.register.register import Register
from macros.staff.fields import Field, every_part, fields_of, part_word
from macros.staff.schemas import kinds_by_name
from macros.text.languages import ENGLISH, Bilingual, Language


def english_is_required(register: Register) -> bool:
    """Whether a text must have its English: where the site has English pages and shows no Chinese in its place."""
    return ENGLISH in register.languages and register.bureau.untranslated == "refuse"


def field_row(field: Field, language: Language, english: bool) -> dict[str, Any]:
    """A field as a row of its table; ``english`` says whether a text must have its English."""

    def said(words: Bilingual) -> list[MarkedRun]:
        return list(marked_runs(language.text(words), language))

    return {
        "name": field.name,
        "required": field.required and (english or field.name != "en"),
        "default": field.default,
        "meaning": said(field.meaning),
        "form": said(field.form),
        "example": field.example,
        "part": part_word(field.part) if field.part else None,
    }


def kind_section(name: str, kinds: list[Kind], language: Language, english: bool) -> dict[str, Any]:
    """The section of the kinds that one class reads: their names, files and fields."""
    return {
        "id": name,
        "names": [language.text(kind.title) for kind in kinds],
        "folders": [kind.place for kind in kinds if kind.many],
        "files": [kind.place for kind in kinds if not kind.many],
        "rows": [field_row(one, language, english) for one in fields_of(kinds[0].model)],
    }


def fields(renderer: Renderer, here: Here) -> str:
    """The field reference."""
    english = english_is_required(renderer.register)
    return renderer.fill(
        "fields.html",
        here,
        kinds=[kind_section(name, group, here.language, english) for name, group in kinds_by_name().items()],
        parts=[
            {"id": word, "rows": [field_row(field, here.language, english) for field in fields_of(part)]}
            for word, part in every_part().items()
        ],
    )
