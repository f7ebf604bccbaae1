"""The JSON Schema of each kind of data file: editors complete field names, show help and mark mistakes with it.

Editors read YAML 1.2, in which ``15000`` is a number and ``true`` a truth value, while our own reader takes
every value as the text that was typed. A schema therefore allows every form in which such text may reach it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

from macros.records.base import DAY_PATTERN, MOMENT_PATTERN, NUMBER_PATTERN, OTHERS_ALIAS, WHOLE_PATTERN
from macros.records.kinds import FILES, FOLDERS, SECTION_RECORDS, Kind
from macros.records.vocabulary import Terms
from macros.staff.fields import as_typed

FOLDER = ".schemas"
"""The folder, beside data/, that holds the schemas."""
DRAFT = "http://json-schema.org/draft-07/schema#"
"""The newest draft that every version of the YAML extension knows."""

TYPED_TEXT = ["string", "number", "boolean"]
TYPED_NUMBER = ["number", "string"]
WHOLE_NUMBER = ["integer", "string"]
"""As what text, a number and a whole number may reach an editor; the first is the likeliest."""

LIMITS_KEPT = (
    "type",
    "enum",
    "pattern",
    "format",
    "minLength",
    "maxLength",
    "minimum",
    "maximum",
    "minItems",
    "maxItems",
)
"""Limits that are taken over as they are."""

LANGUAGE_KEY = r"^(?!(?:{})$)[a-z]{{2,3}}(-[a-z0-9]{{2,8}})*$"
"""How the keys of a text in further languages are formed; none is the name of another field."""
Schema = dict[str, Any]


class AsTyped(GenerateJsonSchema):
    """What pydantic tells of a class, for values as an editor reads them."""

    def str_schema(self, schema: core_schema.StringSchema) -> Schema:
        """Text may look like a number or a truth value."""
        return super().str_schema(schema) | {"type": TYPED_TEXT}

    def decimal_schema(self, schema: core_schema.DecimalSchema) -> Schema:
        """A number may stand in quotes."""
        limits = {"minimum": schema.get("ge"), "maximum": schema.get("le")}
        return {"type": TYPED_NUMBER, "pattern": NUMBER_PATTERN} | given(limits)

    def int_schema(self, schema: core_schema.IntSchema) -> Schema:
        """A whole number may stand in quotes."""
        limits = {"minimum": schema.get("ge"), "maximum": schema.get("le")}
        return {"type": WHOLE_NUMBER, "pattern": WHOLE_PATTERN} | given(limits)

    def date_schema(self, schema: core_schema.DateSchema) -> Schema:
        """A date is text to YAML 1.2."""
        return {"type": "string", "format": "date", "pattern": DAY_PATTERN}

    def datetime_schema(self, schema: core_schema.DatetimeSchema) -> Schema:
        """A date with a time of day is text to YAML 1.2."""
        return {"type": "string", "pattern": MOMENT_PATTERN}

    def bool_schema(self, schema: core_schema.BoolSchema) -> Schema:
        """Yes and no are text to YAML 1.2, true and false are not unless they stand in quotes."""
        return {"enum": ["yes", "no", True, False, "true", "false"]}


def given(limits: Schema) -> Schema:
    """The limits that are set, as whole numbers where they are."""
    return {name: int(limit) for name, limit in limits.items() if limit is not None}


def schema_name(kind: Kind) -> str:
    """What the schema of a kind is called; also how a kind is named on the command line.

    Plain lists share one, and so do the records of all sections.
    """
    if kind.model is Terms:
        return "terms"
    if kind.section:
        return schema_name(SECTION_RECORDS)
    return kind.en.replace(" ", "-") if kind.many else Path(kind.place).stem


def schema_line(kind: Kind) -> str:
    """The first line of every data file of a kind: it tells the editor where the schema is."""
    up = "../" * (kind.place.count("/") + (2 if kind.many else 1))
    return f"# yaml-language-server: $schema={up}{FOLDER}/{schema_name(kind)}.json"


def kinds_by_name() -> dict[str, list[Kind]]:
    """The kinds that each schema is for."""
    found: dict[str, list[Kind]] = {}
    for kind in (*FOLDERS, SECTION_RECORDS, *FILES):
        found.setdefault(schema_name(kind), []).append(kind)
    return found


def schema_of(kinds: list[Kind]) -> Schema:
    """The schema of kinds that are read by one class."""
    raw = kinds[0].model.model_json_schema(by_alias=True, schema_generator=AsTyped)
    zh, en = "、".join(kind.zh for kind in kinds), ", ".join(kind.en for kind in kinds)
    made = without_help(cleaned(raw, raw.get("$defs", {})))
    return {"$schema": DRAFT, "title": f"{zh} {en}", "description": f"{zh}\n\n{en}"} | made


def cleaned(part: Schema, parts: Schema) -> Schema:
    """A part of a schema with all it refers to written out, and only what an editor uses.

    Beside a reference, draft 7 ignores a field's own help; so there are no references.
    """
    part = resolved(part, parts)
    made = {name: part[name] for name in ("description", *LIMITS_KEPT) if name in part}
    if part.get("example"):
        made["examples"] = [int(part["example"]) if part["type"] == TYPED_NUMBER else part["example"]]
    if part.get("default") is not None:
        default = part["default"]
        if isinstance(default, dict):
            default = {name: value for name, value in default.items() if name != OTHERS_ALIAS}
        made["default"] = as_typed(default) if isinstance(default, bool) else default
    if "items" in part:
        made["items"] = without_help(cleaned(part["items"], parts))
    if "properties" in part:
        made["properties"] = {name: cleaned(one, parts) for name, one in part["properties"].items()}
        made["required"] = part.get("required", [])
        made["additionalProperties"] = False
        names = made["properties"].keys()
        if {"zh", "en"} <= names or names == {"en"}:  # A text: which languages it must be in, the bureau decides.
            made["required"] = [name for name in made["required"] if name != "en"]
            others = LANGUAGE_KEY.format("|".join(sorted(names)))
            made["patternProperties"] = {others: made["properties"]["en"]}
    if "patternProperties" in part:
        entries = part["patternProperties"].items()
        made["patternProperties"] = {name: without_help(cleaned(one, parts)) for name, one in entries}
        made["additionalProperties"] = False
    return made


def resolved(part: Schema, parts: Schema) -> Schema:
    """A part with its reference replaced by what it refers to, and ``X or nothing`` by an X that may be nothing."""
    if "anyOf" in part:
        inner, nothing = part["anyOf"]
        assert nothing == {"type": "null"}, part
        inner = resolved(inner, parts)
        types = inner["type"] if isinstance(inner["type"], list) else [inner["type"]]
        return inner | {"type": [*types, "null"]} | left_out(part, "anyOf")
    if "$ref" in part:
        meant: Schema = parts[part["$ref"].removeprefix("#/$defs/")]
        return meant | left_out(part, "$ref")
    return part


def left_out(part: Schema, name: str) -> Schema:
    """A part of a schema but for one key."""
    return {key: value for key, value in part.items() if key != name}


def without_help(part: Schema) -> Schema:
    """A part whose help its list, or the file, gives in both languages."""
    return left_out(part, "description")


def schema_files() -> dict[str, str]:
    """Every schema file by its name, as it is written to disk."""
    return {
        f"{name}.json": json.dumps(schema_of(kinds), ensure_ascii=False, indent=2) + "\n"
        for name, kinds in kinds_by_name().items()
    }


def write_schemas(folder: Path) -> list[str]:
    """Writes every schema into ``folder`` and removes those that are no longer made; returns the names written."""
    folder.mkdir(exist_ok=True)
    made = schema_files()
    for file in folder.glob("*.json"):
        if file.name not in made:
            file.unlink()
    for name, text in made.items():
        (folder / name).write_text(text, "utf-8", newline="\n")
    return list(made)


def stale(folder: Path) -> list[str]:
    """The schema files in ``folder`` that are missing, out of date or no longer made."""
    there = {file.name: file.read_text("utf-8") for file in folder.glob("*.json")}
    made = schema_files()
    return sorted(name for name in {*there, *made} if there.get(name) != made.get(name))
