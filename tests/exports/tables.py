"""Reads the tables back, each form by itself."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, datetime
from typing import Any

import openpyxl

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
