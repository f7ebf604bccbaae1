"""Editor schemas: up to date, fit for every data file, and never stricter than our own reader."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from macros.records.base import Strict
from macros.records.document import Document, Edition
from macros.records.figure import Figure, FigureEntry
from macros.records.kinds import EVALUATIONS, FILES, FOLDERS, PERIODS, SECTION_RECORDS, UNITS, Kind
from macros.records.validation import validate
from macros.staff.schemas import FOLDER, kinds_by_name, schema_line, schema_name, schema_of, stale, write_schemas
from macros.yaml_files.reader import read_bytes
from tests.places import DATA, ROOT
from tests.yaml12 import load


def files_of(data: Path) -> Iterator[tuple[Kind, Path]]:
    """Every data file with its kind."""
    for kind in FILES:
        if (data / kind.place).is_file():  # The interface words come with the software.
            yield kind, data / kind.place
    for kind in FOLDERS:
        for file in sorted((data / kind.place).glob("*.yml")):
            yield kind, file


DEMONSTRATED = list(files_of(DATA))
NAMES = [file.relative_to(DATA).as_posix() for _, file in DEMONSTRATED]


def schema(kind: Kind) -> dict[str, Any]:
    """The schema as it is committed."""
    found: dict[str, Any] = json.loads((ROOT / FOLDER / f"{schema_name(kind)}.json").read_text("utf-8"))
    return found


def mistakes(kind: Kind, text: str) -> list[str]:
    """What an editor would mark in a file of this kind."""
    return [error.message for error in jsonschema.Draft7Validator(schema(kind)).iter_errors(load(text))]


def test_the_committed_schemas_are_up_to_date() -> None:
    assert stale(ROOT / FOLDER) == [], "请运行 make schemas 并提交 .schemas/。 Run make schemas and commit .schemas/."


def test_what_is_missing_changed_or_left_over_is_stale(tmp_path: Path) -> None:
    assert stale(tmp_path) == sorted(f"{name}.json" for name in kinds_by_name())
    write_schemas(tmp_path)
    assert stale(tmp_path) == []
    (tmp_path / "section-record.json").unlink()
    (tmp_path / "bureau.json").write_text("{}")
    (tmp_path / "retired.json").write_text("{}")
    assert stale(tmp_path) == ["bureau.json", "retired.json", "section-record.json"]
    write_schemas(tmp_path)
    assert stale(tmp_path) == []


@pytest.mark.parametrize("name", kinds_by_name())
def test_each_schema_is_one(name: str) -> None:
    jsonschema.Draft7Validator.check_schema(schema_of(kinds_by_name()[name]))


def properties(part: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every field in a schema, however deep, with its name."""
    for one in (part.get("items", {}), *part.get("patternProperties", {}).values()):
        if one:
            yield from properties(one)
    for name, one in part.get("properties", {}).items():
        yield name, one
        yield from properties(one)


@pytest.mark.parametrize("name", kinds_by_name())
def test_every_field_is_explained_in_both_languages(name: str) -> None:
    found = list(properties(schema_of(kinds_by_name()[name])))
    assert found
    for field, one in found:
        zh, _, en = one["description"].partition("\n\n")
        assert any("\u4e00" <= char <= "\u9fff" for char in zh) and en.strip(), field


@pytest.mark.parametrize(("kind", "file"), DEMONSTRATED, ids=NAMES)
def test_valid_data_fits_its_schema(kind: Kind, file: Path) -> None:
    assert mistakes(kind, file.read_text("utf-8")) == []


@pytest.mark.parametrize("kind", (*FILES, *FOLDERS), ids=schema_name)
def test_the_first_line_of_a_file_leads_to_its_schema(kind: Kind) -> None:
    place = ROOT / "data" / (kind.place if kind in FILES else f"{kind.place}/x.yml")
    pointed = Path(os.path.normpath(place.parent / schema_line(kind).partition("$schema=")[2]))
    assert pointed == ROOT / FOLDER / f"{schema_name(kind)}.json" and pointed.is_file()


EVALUATION = """quote: 三成
work_area: bases
title:
  zh: 甲
  en: A
period: first-half
results:
  - quote: 三成
    id: {id}
    label:
      zh: {zh}
      en: A
    numeral: 三成
    reading:
      value: {value}
      unit: count
      why:
        zh: 甲
        en: A
"""
USUAL = {"id": "one", "zh": "甲", "value": "3"}


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        *[("value", one) for one in ("15000", '"15000"', "0.5", "007", "0")],
        *[("zh", one) for one in ("15000", "0.5", "yes", "true", "2001-12-31", "第1批", '"a: b"')],
        *[("id", one) for one in ("2001", "007", "no", "true", "1e5")],
    ],
)
def test_what_our_reader_takes_no_editor_refuses(field: str, typed: str) -> None:
    text = EVALUATION.format(**(USUAL | {field: typed}))
    reading, problems = read_bytes(text.encode(), "x.yml")
    assert reading is not None and problems == []
    assert validate(reading, EVALUATIONS.model, "x")[1] == []
    assert mistakes(EVALUATIONS, text) == []


@pytest.mark.parametrize("typed", ["yes", "no", "true", "false", '"yes"', '"true"'])
def test_yes_and_no_as_people_type_them(typed: str) -> None:
    text = f"entries:\n  - id: a\n    zh: 甲\n    en: a\n    written: []\n    classifier: {typed}\n"
    reading, _ = read_bytes(text.encode(), "x.yml")
    assert reading is not None and validate(reading, UNITS.model, "x")[1] == []
    assert mistakes(UNITS, text) == []


@pytest.mark.parametrize("line", ["from: 2001-07-01", 'from: "2001-07-01"', "from:", "order: '60'"])
def test_dates_and_what_is_left_empty(line: str) -> None:
    order = "" if "order" in line else "    order: 60\n"
    text = f"entries:\n  - id: a\n    zh: 甲\n    en: a\n{order}    {line}\n"
    reading, _ = read_bytes(text.encode(), "x.yml")
    assert reading is not None and validate(reading, PERIODS.model, "x")[1] == []
    assert mistakes(PERIODS, text) == []


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("order: 1", "ordre: 1", "'ordre' was unexpected"),
        ("order: 1", "order: first", "'first' does not match"),
        ("order: 1", "order: 0", "0 is less than the minimum"),
        ("work_area: outreach", "", "'work_area' is a required property"),
        ("work_area: outreach", "work_area: Out Reach", "'Out Reach' does not match"),
        ("  - id: materials", "  - id: Materials", "'Materials' does not match"),
        ("  - id: materials", "  - id: materials\n    value: 15000", "'value' was unexpected"),
        ("    kind: topic\n", "    kind: topic\n    names_not_stated: 是\n", "'是' is not one of"),
        ("  - id: materials", "  - id: materials\n    source: 第7节", "'第7节' does not match"),
    ],
)
def test_mistakes_are_marked_while_typing(old: str, new: str, words: str) -> None:
    text = (DATA / "activities/science-week.yml").read_text("utf-8")
    assert old in text
    found = mistakes(SECTION_RECORDS, text.replace(old, new, 1))
    assert any(words in one for one in found), found


def test_what_an_editor_offers() -> None:
    offered = dict(properties(schema(SECTION_RECORDS)))
    assert offered["value"]["examples"] == [15000]
    assert offered["unit"]["examples"] == ["copy"]
    defaults = [offered[name]["default"] for name in ("order", "names_not_stated", "qualifier")]
    assert defaults == [1, "no", "exact"]


@pytest.mark.parametrize("name", [schema_name(kind) for kind in FOLDERS])
def test_what_is_computed_is_never_asked_for(name: str) -> None:
    """Values, sentences, runs and checksums are fields of resolved records alone."""
    pairs: tuple[tuple[type[Strict], type[Strict]], ...] = ((Figure, FigureEntry), (Edition, Document))
    computed = {field for read, typed in pairs for field in read.model_fields.keys() - typed.model_fields.keys()}
    computed -= {"kind", "values", "unit", "qualifier"}  # Lists, emendations and readings have fields so called.
    assert {"written", "start", "sha256", "sections", "runs"} <= computed
    assert computed.isdisjoint(field for field, _ in properties(schema_of(kinds_by_name()[name])))


def test_the_editor_is_set_up() -> None:
    extensions = json.loads((ROOT / ".vscode/extensions.json").read_text("utf-8"))
    assert extensions["recommendations"] == ["redhat.vscode-yaml"]
    settings = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))
    assert settings["yaml.validate"] and settings["files.encoding"] == "utf8"
    assert settings["[plaintext]"]["files.trimTrailingWhitespace"] is False, "verbatim texts stay as received"
    assert settings["[plaintext]"]["files.insertFinalNewline"] is False, "verbatim texts stay as received"
