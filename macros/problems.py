"""A problem found in the data, and the one place that prints problems.

Every check in the project yields :class:`Problem` and prints nothing itself.
"""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from macros.text.languages import Bilingual
from macros.text.personal_numbers import masked

MessageLanguage = Literal["zh", "en", "both"]
Format = Literal["text", "github", "gitlab", "json"]

LONGEST_EXCERPT = 88
"""Columns of the offending line that are shown around the caret."""
PLACES_SHOWN = 3
"""Places of consequences that are named below their cause; JSON lists all of them."""


@dataclass(frozen=True, order=True)
class Place:
    """Where in a file something stands; line and column count from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Refused(Exception):
    """A command that would do harm as it was asked, or cannot be done; ``said`` is why, and what to do instead."""

    def __init__(self, said: Bilingual) -> None:
        self.said = Bilingual(printable(said.zh), printable(said.en))
        super().__init__(f"{self.said.zh}\n{self.said.en}")


@dataclass(frozen=True, order=True)
class Subject:
    """What a problem is about: a field of a file, or a thing of some kind by its id. No part means all of it."""

    whole: str
    part: str = ""

    def holds(self, other: Subject) -> bool:
        """Whether the other subject is this one or a part of it: ``figures[0]`` holds ``figures[0].quote``."""
        if self.whole != other.whole:
            return False
        return self.part in ("", other.part) or other.part.startswith((f"{self.part}.", f"{self.part}["))


@dataclass(frozen=True, order=True)
class Problem:
    """Something in the data that must be fixed before anything is published.

    ``wrong`` says what is wrong, ``fix`` what is allowed or meant, ``record`` and
    ``field`` name what is concerned, ``excerpt`` is the offending line as it stands.
    A problem is a consequence if there is one about any of the subjects that it ``follows``; the first counts.
    """

    place: Place
    wrong: Bilingual
    fix: Bilingual
    record: str = ""
    field: str = ""
    excerpt: str = ""
    about: tuple[Subject, ...] = dataclasses.field(default=(), compare=False)
    """What it is about beside its field."""
    follows: tuple[Subject, ...] = dataclasses.field(default=(), compare=False)
    stage: int = dataclasses.field(default=0, compare=False)
    """When it was found: 0 while reading, 1 by a rule on a file, 2 by a rule on all files. Earlier ones come first."""
    rank: tuple[int, ...] = dataclasses.field(default=(), compare=False)
    """Its place among those found at the same time, where another order than that of files is meant."""

    @property
    def subjects(self) -> tuple[Subject, ...]:
        """All that it is about, its field first."""
        return Subject(self.place.path, self.field), *self.about


@dataclass(frozen=True)
class Cause:
    """A problem that follows from no other, and all that follow from it."""

    problem: Problem
    consequences: tuple[Problem, ...] = ()


def causes(problems: Iterable[Problem]) -> list[Cause]:
    """Every problem once, below the one that it follows from; early ones come first, then by rank and place."""
    found = sorted(dict.fromkeys(problems), key=lambda one: (one.stage, one.rank, one))
    about: defaultdict[str, list[tuple[Subject, Problem]]] = defaultdict(list)
    for one in found:
        for subject in one.subjects:
            about[subject.whole].append((subject, one))
    above = {one: cause for one in found if (cause := cause_of(one, about))}
    below: dict[Problem, list[Problem]] = {one: [] for one in found if root(one, above) is one}
    for one in found:
        if one not in below:
            below[root(one, above)].append(one)
    return [Cause(one, tuple(others)) for one, others in below.items()]


def cause_of(problem: Problem, about: Mapping[str, list[tuple[Subject, Problem]]]) -> Problem | None:
    """The first problem about what a problem follows; of several that follow what they are about, the first leads."""
    for subject in problem.follows:
        first = next((one for part, one in about.get(subject.whole, ()) if subject.holds(part)), problem)
        if first is not problem:
            return first
    return None


def root(problem: Problem, above: Mapping[Problem, Problem]) -> Problem:
    """The problem from which one follows in the end; itself where problems follow from each other."""
    seen, one = {problem}, problem
    while (cause := above.get(one)) and cause not in seen:
        seen.add(cause)
        one = cause
    return problem if cause else one


def columns(text: str) -> int:
    """Terminal columns that ``text`` takes: Han characters take two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def printable(text: str) -> str:
    """``text`` with a dot for every character that a terminal or a log would obey instead of showing it."""
    return "".join(char if char.isprintable() else "·" for char in text)


def printable_problem(problem: Problem) -> Problem:
    """The problem as it may be printed, whatever the data and file names hold; ``caret`` sees to the excerpt."""
    return replace(
        problem,
        place=replace(problem.place, path=printable(problem.place.path)),
        wrong=Bilingual(printable(problem.wrong.zh), printable(problem.wrong.en)),
        fix=Bilingual(printable(problem.fix.zh), printable(problem.fix.en)),
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


def problem_text(cause: Cause, language: MessageLanguage, said: bool = False) -> str:
    """One problem for a person: place, record and field, what is wrong, how to fix it, what follows, the line.

    Where the same was ``said`` of the problem above it, it is not said again.
    """
    problem, more = cause.problem, following(cause)
    where = " ".join(part for part in (problem.record, problem.field) if part)
    lines = [f"{problem.place}" + (f"  {where}" if where else "")]
    if said:
        return "\n".join(lines + caret(problem))
    if language != "en":
        lines += [f"  {problem.wrong.zh}", f"  改法：{problem.fix.zh}", *(f"  {one.zh}" for one in more)]
    if language != "zh":
        lines += [f"  {problem.wrong.en}", f"  Fix: {problem.fix.en}", *(f"  {one.en}" for one in more)]
    return "\n".join(lines + caret(problem))


def following(cause: Cause) -> list[Bilingual]:
    """How many problems follow from a cause, and where the first of them are; nothing where none do."""
    count = len(cause.consequences)
    if not count:
        return []
    places = list(dict.fromkeys(str(consequence.place) for consequence in cause.consequences))
    zh, en = "、".join(places[:PLACES_SHOWN]), ", ".join(places[:PLACES_SHOWN])
    zh, en = (f"{zh} 等", f"{en} …") if len(places) > PLACES_SHOWN else (zh, en)
    return [
        Bilingual(
            f"由此引起的还有 {count} 处（{zh}），改好这一处后再检查一次。",
            f"{count} more {'follows' if count == 1 else 'follow'} from this ({en}): fix this, then check again.",
        )
    ]


def as_github(cause: Cause, language: MessageLanguage) -> str:
    """One problem as a GitHub annotation, which shows at its line in the pull request."""

    def escaped(text: str) -> str:
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

    place = cause.problem.place
    file = escaped(place.path).replace(":", "%3A").replace(",", "%2C")
    message = escaped("\n".join(problem_lines(cause, language)))
    return f"::error file={file},line={place.line},col={place.column}::{message}"


def problem_lines(cause: Cause, language: MessageLanguage) -> list[str]:
    """What is wrong, how to fix it and what follows, one line a language."""
    problem, more = cause.problem, following(cause)
    zh = " ".join([problem.wrong.zh, f"改法：{problem.fix.zh}", *(one.zh for one in more)])
    en = " ".join([problem.wrong.en, f"Fix: {problem.fix.en}", *(one.en for one in more)])
    return {"zh": [zh], "en": [en], "both": [zh, en]}[language]


def as_gitlab(found: Iterable[Cause], language: MessageLanguage) -> str:
    """All problems as a GitLab code quality report, which shows each at its line in the merge request."""
    rows = [
        {
            "description": " ".join(problem_lines(cause, language)),
            "check_name": cause.problem.field or "data",
            "fingerprint": fingerprint(cause.problem),
            "severity": "blocker",
            "location": {"path": cause.problem.place.path, "lines": {"begin": cause.problem.place.line}},
        }
        for cause in found
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def fingerprint(problem: Problem) -> str:
    """Tells problems apart; in letters mostly, so that it never looks like a personal number, and made from none."""
    return base64.b32encode(hashlib.sha256(masked(f"{problem.place} {problem.wrong.en}").encode()).digest()).decode()


def as_json(found: Iterable[Cause]) -> str:
    """All problems as one JSON list, for tools; each with the list of its consequences."""
    rows = [
        json_row(cause.problem) | {"consequences": [json_row(consequence) for consequence in cause.consequences]}
        for cause in found
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def json_row(problem: Problem) -> dict[str, object]:
    """One problem for tools."""
    return {
        "file": problem.place.path,
        "line": problem.place.line,
        "column": problem.place.column,
        "record": problem.record,
        "field": problem.field,
        "wrong": {"zh": problem.wrong.zh, "en": problem.wrong.en},
        "fix": {"zh": problem.fix.zh, "en": problem.fix.en},
    }


def report(problems: Iterable[Problem], form: Format = "text", language: MessageLanguage = "both") -> str:
    """All problems, causes first and each once, then the count; personal numbers are masked in all of it."""
    found = [
        Cause(printable_problem(cause.problem), tuple(map(printable_problem, cause.consequences)))
        for cause in causes(problems)
    ]
    text = masked(listing(found, form, language))
    return in_ascii(text) if form in ("json", "gitlab") else text


def in_ascii(text: str) -> str:
    """JSON that is the same in every encoding, so that tools can read it whatever the console writes."""
    return re.sub("[^\0-\x7f]", lambda char: json.dumps(char[0])[1:-1], text)


def listing(found: list[Cause], form: Format, language: MessageLanguage) -> str:
    """The problems in the form and language asked for."""
    if form == "json":
        return as_json(found)
    if form == "gitlab":
        return as_gitlab(found, language)
    if form == "github":
        return "\n".join(as_github(cause, language) for cause in found)
    text = ""
    for before, cause in zip([None, *found], found, strict=False):
        said = before is not None and says_the_same(before, cause)
        text += ("\n" if said else "\n\n" if text else "") + problem_text(cause, language, said)
    return "\n\n".join(filter(None, [text, counted(found, language)]))


def says_the_same(before: Cause, cause: Cause) -> bool:
    """Whether two problems differ in nothing but their place."""
    one, other = before.problem, cause.problem
    return (one.wrong, one.fix) == (other.wrong, other.fix) and not before.consequences and not cause.consequences


def for_terminal(said: Bilingual, language: MessageLanguage) -> str:
    """Words for a terminal, in the language asked for."""
    return {"zh": said.zh, "en": said.en, "both": f"{said.zh} {said.en}"}[language]


def counted(found: list[Cause], language: MessageLanguage) -> str:
    """How many problems there are, and how many follow from them."""
    more = sum(len(cause.consequences) for cause in found)
    zh = f"共 {len(found)} 处问题" + (f"，由此引起的还有 {more} 处。" if more else "。")
    en = f"{len(found)} problem{'' if len(found) == 1 else 's'}" + (
        f", and {more} that follow{'s' if more == 1 else ''}." if more else "."
    )
    return for_terminal(Bilingual(zh, en), language)
