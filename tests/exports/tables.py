"""Reads the tables back, each form by itself."""

from __future__ import annotations

import csv
import functools
import io
import json
import shutil
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import openpyxl

from macros.exports.datasets import datasets_held
from macros.exports.table import Dataset
from macros.register.load import load
from tests.later import with_every_field
from tests.places import DATA


@functools.cache
def loaded(*, full: bool) -> tuple[Dataset, ...]:
    """The datasets of the demonstration, or of all that a bureau may supply."""
    with TemporaryDirectory() as folder:
        copied = Path(shutil.copytree(DATA, Path(folder, "data")))
        register, problems = load(with_every_field(copied) if full else copied)
    assert register is not None, problems
    return datasets_held(register)


def shown() -> tuple[Dataset, ...]:
    """The datasets of the demonstration, which has had no round of evaluation."""
    return loaded(full=False)


def every() -> tuple[Dataset, ...]:
    """Every dataset that there may be but for a section's."""
    return loaded(full=True)


ROWS: dict[str, Any] = json.loads((Path(__file__).parent / "rows.json").read_text("utf-8"))
"""A row of each of them, by name, compared by eye with the data it was made from."""
NOT_SHOWN = {"evaluations", "attachments", "notices"}
"""What the demonstration has none of; the last is a section of a fixture's own."""

HEADER = 3
"""The row, from 1, that holds the column names in a workbook."""


def from_csv(content: bytes) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def from_json(content: bytes) -> list[dict[str, Any]]:
    """The rows of a JSON file."""
    rows: list[dict[str, Any]] = json.loads(content)
    return rows


def from_xlsx(content: bytes, sheet: str) -> list[dict[str, Any]]:
    """The rows of a sheet, read by a library that had no part in writing it."""
    rows = openpyxl.load_workbook(io.BytesIO(content))[sheet].iter_rows(min_row=HEADER, values_only=True)
    names = next(rows)
    return [dict(zip(map(str, names), row, strict=True)) for row in rows]


def as_text(value: Any) -> str:
    """A value of JSON or of a workbook as CSV writes it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return str(int(value)) if value == int(value) else repr(value)
    text = str(value)
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def all_text(rows: list[dict[str, Any]]) -> list[dict[str, str]]:
    """Rows as CSV writes them."""
    return [{name: as_text(value) for name, value in row.items()} for row in rows]
