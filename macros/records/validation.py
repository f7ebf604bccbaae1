"""Plain values -> frozen records; what does not fit becomes problems a clerk can act on."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from macros.problems import Problem, Subject
from macros.reading.reader import FieldPath, Reading
from macros.reading.values import field_name
from macros.records.base import Strict
from macros.records.misfits import WORDS, Around, empty, misfit


def validate(
    reading: Reading, model: type[Strict], name: str, found: Sequence[Problem] = ()
) -> tuple[Any, list[Problem]]:
    """The record that ``reading`` holds, or every reason why it holds none; ``found`` is wrong with the reading."""
    try:
        return model.model_validate(reading.value), []
    except ValidationError as error:
        details = error.errors()
        return None, [problem_of(one, reading, model, name, causes_of(one, details, reading, found)) for one in details]


def problem_of(
    detail: ErrorDetails, reading: Reading, model: type[Strict], name: str, follows: tuple[Subject, ...]
) -> Problem:
    """One complaint of the validator, in office language and at its place in the file."""
    path = path_of(detail)
    words = empty if nothing_typed(detail) else WORDS.get(detail["type"], misfit)
    wrong, mend = words(detail, Around.of(model, path))
    at_key = detail["type"] == "extra_forbidden"
    return reading.problem(path, wrong, mend, record=name, at_key=at_key, follows=follows)


def path_of(detail: ErrorDetails) -> FieldPath:
    """The field that a complaint is about."""
    return tuple(step for step in detail["loc"] if step != "[key]")


NEAR = 5
"""Lines below a group of fields in which a slip may still have taken one of them."""


def at_line(path: str, line: int) -> Subject:
    """What a problem of reading is about: the line that could not be read as it was meant."""
    return Subject(f"line of {path}", str(line))


def causes_of(
    detail: ErrorDetails, details: Sequence[ErrorDetails], reading: Reading, found: Sequence[Problem]
) -> tuple[Subject, ...]:
    """Why a field may be missing: its name is misspelt, or it stands where the file could not be read."""
    if detail["type"] != "missing":
        return ()
    *above, field = path_of(detail)
    group = tuple(above)
    beside = [path_of(one)[-1] for one in details if one["type"] == "extra_forbidden" and path_of(one)[:-1] == group]
    lacking = [one for one in details if one["type"] == "missing" and path_of(one)[:-1] == group]
    near = difflib.get_close_matches(str(field), map(str, beside), n=1, cutoff=0.5)
    if not near and len(beside) == len(lacking) == 1:
        near = [str(beside[0])]
    first = reading.place(group).line
    last = max((place.line for path, place in reading.places.items() if path[: len(group)] == group), default=first)
    return (
        *(Subject(reading.path, field_name((*group, one))) for one in near),
        *(at_line(reading.path, one.place.line) for one in found if first <= one.place.line <= last + NEAR),
    )


def nothing_typed(detail: ErrorDetails) -> bool:
    """Whether a known field stands there with nothing after its colon, whatever it should hold."""
    return detail["input"] is None and detail["type"] not in ("missing", "extra_forbidden")
