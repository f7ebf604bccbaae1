"""Writes the rows of a dataset as CSV and as JSON. The same rows give the same bytes."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from macros.exports.table import CellValue, Dataset, Row, as_number, plain_number

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula when it opens a CSV file."""


def as_csv(dataset: Dataset, rows: Sequence[Row]) -> bytes:
    """A CSV file in UTF-8 with a byte order mark, which Excel needs in Chinese; lines end as RFC 4180 says."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    names = [column.name for column in dataset.columns]
    writer.writerow(names)
    writer.writerows([[csv_cell(row[name]) for name in names] for row in rows])
    return file.getvalue().encode("utf-8-sig")


def csv_cell(value: CellValue) -> str:
    """A value as CSV holds it; nothing for what is not stated.

    Text that a spreadsheet would run as a formula is led by an apostrophe, as the data page says.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return plain_number(value)
    if isinstance(value, str) and value.startswith(FORMULA):
        return f"'{value}"
    return str(value)


def table_json(dataset: Dataset, rows: Sequence[Row]) -> bytes:
    """A JSON list with an object, on a line, for each row; what is not stated is null."""
    objects = ({column.name: row[column.name] for column in dataset.columns} for row in rows)
    lines = (json.dumps(one, ensure_ascii=False, default=json_value) for one in objects)
    return ("[\n" + ",\n".join(lines) + "\n]\n").encode()


def json_bytes(content: Any) -> bytes:
    """JSON in UTF-8 that people can read as well."""
    return (json.dumps(content, ensure_ascii=False, indent=1, default=json_value) + "\n").encode()


def json_value(value: object) -> object:
    """Numbers and dates as JSON holds them."""
    if isinstance(value, Decimal):
        return as_number(value)
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"not for JSON: {value!r}")
