"""A bureau with one document and one record, whose words a test chooses."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from macros.problems import Problem
from macros.register.load import load
from tests.places import DATA
from tests.small import BUREAU

DOCUMENT = "documents/report.yml"
AREA = "work-areas/area.yml"
HEAD = """issuer:
  zh: 某局
  en: A bureau
period: this-year
verbatim: report.txt
script: zh-Hans
"""
RECORD = """title:
  zh: 工作
  en: Work
summary:
  zh: 做了工作。
  en: Work was done.
"""


def bureau(
    folder: Path, lines: Sequence[str], record: str, english: dict[str, str] | None = None, document: str = ""
) -> Path:
    """Writes a data folder: the lines of its document below the title 简报, more of its file, and its record."""
    data = folder / "data"
    shutil.copytree(DATA / "vocabulary", data / "vocabulary", ignore=shutil.ignore_patterns("tables.yml"))
    (data / "documents").mkdir()
    (data / "work-areas").mkdir()
    (data / "documents/report.txt").write_text("\n".join(["简报", *lines]) + "\n", "utf-8")
    sentences = "".join(f"    {ident}: {text}\n" for ident, text in ({"s0": "Bulletin"} | (english or {})).items())
    (data / DOCUMENT).write_text(f"{HEAD}{document}translations:\n  en:\n{sentences}", "utf-8")
    (data / AREA).write_text(RECORD + record, "utf-8")
    (data / "bureau.yml").write_text(BUREAU.replace("all-of-it.first", "area.first"), "utf-8")
    return data


def figure(quote: str, *more: str, ident: str = "first") -> str:
    """A figure of a record, with more lines."""
    lines = [f"  - id: {ident}", "label:", "  zh: 数", "  en: Number", f"quote: {quote}", *more]
    return "\n    ".join(lines) + "\n"


def figures(*each: str, quote: str) -> str:
    """The rest of a record: its quote and its figures."""
    return f"quote: {quote}\nfigures:\n{''.join(each)}"


def said(data: Path, file: str = AREA) -> list[tuple[str, str]]:
    """Field and English words of each problem of a file."""
    problems: list[Problem] = load(data)[1]
    return [(one.field, f"{one.wrong.en} {one.fix.en}") for one in problems if one.place.path == f"data/{file}"]
