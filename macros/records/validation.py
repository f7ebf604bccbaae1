"""Plain values -> frozen records; what does not fit becomes problems a clerk can act on."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from macros.problems import Problem, Subject
from macros.records.base import AS_EVER, OTHERS_ALIAS, Declared, Strict
from macros.records.field_context import Around
from macros.records.field_messages import MESSAGES, empty, misfit, no_longer_typed, several_missing
from macros.records.retired_fields import retired_field
from macros.text.languages import Bilingual
from macros.yaml_files.knock_on import at_line
from macros.yaml_files.reader import FieldPath, Reading
from macros.yaml_files.values import field_name


def validate(
    reading: Reading, model: type[Strict], name: str, found: Sequence[Problem] = (), declared: Declared = AS_EVER
) -> tuple[Any, list[Problem]]:
    """The record that ``reading`` holds, or every reason why it holds none; ``found`` is wrong with the reading."""
    try:
        return model.model_validate(reading.value, context=declared), []
    except ValidationError as error:
        details = error.errors()
        groups = complaints_grouped(details, model)
        return None, [problem_of(group, details, reading, model, name, found) for group in groups]


def complaints_grouped(details: Sequence[ErrorDetails], model: type[Strict]) -> list[list[ErrorDetails]]:
    """The complaints one by one, but the fields that one group lacks together, and those it need not hold any more."""
    groups: dict[tuple[object, ...], list[ErrorDetails]] = {}
    for detail in details:
        path = path_of(detail)
        group: tuple[object, ...] = (*path, detail["type"])
        if detail["type"] == "missing":
            group = (*path[:-1], "missing")
        elif retired := what_to_do(detail, model):
            group = (*path[:-1], retired)
        groups.setdefault(group, []).append(detail)
    return list(groups.values())


def what_to_do(detail: ErrorDetails, model: type[Strict]) -> Bilingual | None:
    """What to do with a field that is no longer typed; None for any other complaint."""
    path = path_of(detail)
    if detail["type"] != "extra_forbidden":
        return None
    return retired_field(Around.of(model, path).parts[-1], str(path[-1]))


def problem_of(
    group: Sequence[ErrorDetails],
    details: Sequence[ErrorDetails],
    reading: Reading,
    model: type[Strict],
    name: str,
    found: Sequence[Problem],
) -> Problem:
    """One complaint of the validator, in office language and at its place in the file."""
    detail = group[0]
    path = path_of(detail)
    around = Around.of(model, path)
    if retired := what_to_do(detail, model):
        wrong, fix = no_longer_typed([str(one["loc"][-1]) for one in group]), retired
    elif len(group) > 1:
        wrong, fix = several_missing([str(one["loc"][-1]) for one in group])
        path = path[:-1]
    else:
        wrong, fix = (empty if nothing_typed(detail) else MESSAGES.get(detail["type"], misfit))(detail, around)
    at_key = detail["type"] == "extra_forbidden"
    causes = (cause for one in group for cause in causes_of(one, details, reading, found, model))
    follows = tuple(dict.fromkeys(causes))
    return reading.problem(path, wrong, fix, record=name, at_key=at_key, follows=follows)


def path_of(detail: ErrorDetails) -> FieldPath:
    """The field that a complaint is about."""
    return tuple(step for step in detail["loc"] if step not in ("[key]", OTHERS_ALIAS, "others"))


NEAR = 10
"""Lines around a group of fields in which a slip may still have taken one of them."""


def causes_of(
    detail: ErrorDetails,
    details: Sequence[ErrorDetails],
    reading: Reading,
    found: Sequence[Problem],
    model: type[Strict],
) -> tuple[Subject, ...]:
    """Why a field may be missing, empty or unknown: a wrong name or indentation, or a line that cannot be read."""
    path = path_of(detail)
    if detail["type"] != "missing" and not nothing_typed(detail):
        line = (reading.keys.get(path) or reading.place(path)).line
        return (at_line(reading.path, line),)
    group, field = path[:-1], str(path[-1])
    others = [path_of(one) for one in details if one["type"] != "missing"]
    astray = [
        other for other in others if other[-1:] == (field,) and other != path and one_holds_other(other[:-1], group)
    ]
    beside = [
        str(path_of(one)[-1])
        for one in details
        if one["type"] == "extra_forbidden" and path_of(one)[:-1] == group and not what_to_do(one, model)
    ]
    lacking = [one for one in details if one["type"] == "missing" and path_of(one)[:-1] == group]
    near = difflib.get_close_matches(field, beside, n=1, cutoff=0.5)
    if not near and len(beside) == len(lacking) == 1:
        near = beside
    first = reading.place(group).line
    last = max((place.line for path, place in reading.places.items() if path[: len(group)] == group), default=first)
    return (
        *(Subject(reading.path, field_name((*group, one))) for one in near),
        *(Subject(reading.path, field_name(one)) for one in astray),
        *(at_line(reading.path, one.place.line) for one in found if first - NEAR <= one.place.line <= last + NEAR),
    )


def one_holds_other(one: FieldPath, other: FieldPath) -> bool:
    """Whether one of two groups of fields is inside the other: a wrong indentation moves a field no further."""
    shorter = min(len(one), len(other))
    return one[:shorter] == other[:shorter]


def nothing_typed(detail: ErrorDetails) -> bool:
    """Whether a known field stands there with nothing after its colon, whatever it should hold."""
    return detail["input"] is None and detail["type"] not in ("missing", "extra_forbidden")
