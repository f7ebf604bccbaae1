"""A problem found in the data, and the one place that prints problems.

Every check in the project yields :class:`Problem` and prints nothing itself.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from macros.personal import masked

Language = Literal["zh", "en", "both"]
Format = Literal["text", "github", "gitlab", "json"]

LONGEST_EXCERPT = 88
"""Columns of the offending line that are shown around the caret."""


@dataclass(frozen=True, order=True)
class Place:
    """Where in a file something stands; line and column count from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Said:
    """One message in both languages."""

    zh: str
    en: str


@dataclass(frozen=True, order=True)
class Problem:
    """Something in the data that must be mended before anything is published.

    ``wrong`` says what is wrong, ``mend`` what is allowed or meant, ``record`` and
    ``field`` name what is concerned, ``excerpt`` is the offending line as it stands.
    """

    place: Place
    wrong: Said
    mend: Said
    record: str = ""
    field: str = ""
    excerpt: str = ""


def columns(text: str) -> int:
    """Terminal columns that ``text`` takes: Han characters take two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def printable(text: str) -> str:
    """``text`` with a dot for every character that a terminal or a log would obey instead of showing it."""
    return "".join(char if char.isprintable() else "·" for char in text)


def plain(problem: Problem) -> Problem:
    """The problem as it may be printed, whatever the data and file names hold; ``caret`` sees to the excerpt."""
    return replace(
        problem,
        place=replace(problem.place, path=printable(problem.place.path)),
        wrong=Said(printable(problem.wrong.zh), printable(problem.wrong.en)),
        mend=Said(printable(problem.mend.zh), printable(problem.mend.en)),
        record=printable(problem.record),
        field=printable(problem.field),
    )


def caret(problem: Problem) -> list[str]:
    """The offending line, cut to fit, and below it a caret under the offending column."""
    if not problem.excerpt.strip():
        return []
    at = min(problem.place.column - 1, len(problem.excerpt))
    start = max(0, at - LONGEST_EXCERPT // 4)
    shown = printable(problem.excerpt[start : start + LONGEST_EXCERPT])
    lead = "…" if start else ""
    return [f"    {lead}{shown}", "    " + " " * columns(lead + shown[: at - start]) + "^"]


def as_text(problem: Problem, language: Language) -> str:
    """One problem for a person: place, record and field, what is wrong, how to mend it, the line."""
    where = " ".join(part for part in (problem.record, problem.field) if part)
    lines = [f"{problem.place}" + (f"  {where}" if where else "")]
    if language != "en":
        lines += [f"  {problem.wrong.zh}", f"  改法：{problem.mend.zh}"]
    if language != "zh":
        lines += [f"  {problem.wrong.en}", f"  Mend: {problem.mend.en}"]
    return "\n".join(lines + caret(problem))


def as_github(problem: Problem, language: Language) -> str:
    """One problem as a GitHub annotation, which shows at its line in the pull request."""

    def escaped(text: str) -> str:
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

    file = escaped(problem.place.path).replace(":", "%3A").replace(",", "%2C")
    said = escaped("\n".join(told(problem, language)))
    return f"::error file={file},line={problem.place.line},col={problem.place.column}::{said}"


def told(problem: Problem, language: Language) -> list[str]:
    """What is wrong and how to mend it, one sentence pair a language."""
    zh = f"{problem.wrong.zh} 改法：{problem.mend.zh}"
    en = f"{problem.wrong.en} Mend: {problem.mend.en}"
    return {"zh": [zh], "en": [en], "both": [zh, en]}[language]


def as_gitlab(problems: Iterable[Problem], language: Language) -> str:
    """All problems as a GitLab code quality report, which shows each at its line in the merge request."""
    rows = [
        {
            "description": " ".join(told(problem, language)),
            "check_name": problem.field or "data",
            "fingerprint": fingerprint(problem),
            "severity": "blocker",
            "location": {"path": problem.place.path, "lines": {"begin": problem.place.line}},
        }
        for problem in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def fingerprint(problem: Problem) -> str:
    """Tells problems apart; in letters mostly, so that it never looks like a personal number, and made from none."""
    return base64.b32encode(hashlib.sha256(masked(f"{problem.place} {problem.wrong.en}").encode()).digest()).decode()


def as_json(problems: Iterable[Problem]) -> str:
    """All problems as one JSON list, for tools."""
    rows = [
        {
            "file": problem.place.path,
            "line": problem.place.line,
            "column": problem.place.column,
            "record": problem.record,
            "field": problem.field,
            "wrong": {"zh": problem.wrong.zh, "en": problem.wrong.en},
            "mend": {"zh": problem.mend.zh, "en": problem.mend.en},
        }
        for problem in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def report(problems: Iterable[Problem], form: Format = "text", language: Language = "both") -> str:
    """All problems, sorted by place, each once, then the count; personal numbers are masked in all of it."""
    text = masked(listing(sorted({plain(one) for one in problems}), form, language))
    return in_ascii(text) if form in ("json", "gitlab") else text


def in_ascii(text: str) -> str:
    """JSON that is the same in every encoding, so that tools can read it whatever the console writes."""
    return re.sub("[^\0-\x7f]", lambda char: json.dumps(char[0])[1:-1], text)


def listing(found: list[Problem], form: Format, language: Language) -> str:
    """The problems in the form and language asked for."""
    if form == "json":
        return as_json(found)
    if form == "gitlab":
        return as_gitlab(found, language)
    if form == "github":
        return "\n".join(as_github(problem, language) for problem in found)
    count = {
        "zh": f"共 {len(found)} 处问题。",
        "en": f"{len(found)} problem{'' if len(found) == 1 else 's'}.",
        "both": f"共 {len(found)} 处问题。 {len(found)} problem{'' if len(found) == 1 else 's'}.",
    }[language]
    return "\n\n".join([*(as_text(problem, language) for problem in found), count])
