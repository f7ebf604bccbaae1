"""Texts of the tests with what is to be found marked in them: {近百家|count|100|nearly|家}."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from macros.quantities.expression import Expression, Sense

HERE = Path(__file__).parent
MARKED = re.compile(r"\{([^{}]*)\}")
BETWEEN = {Sense.RANGE: "..", Sense.FRACTION: "/"}

Fact = tuple[int, str, str, str, str, str, str]
"""Place, text, kind, value or name, qualifier, unit, and the word that negates it."""


def value_of(expression: Expression) -> str:
    """What an expression says, as the tables of these tests write it; the parts of a ratio stay as they are written."""
    if expression.named:
        return expression.named
    if expression.kind is Sense.RATIO:
        return ":".join(map(str, expression.values))
    return BETWEEN.get(expression.kind, "").join(f"{value.normalize():f}" for value in expression.values)


def fact(expression: Expression) -> Fact:
    """An expression as a fact."""
    kind, qualifier = expression.kind.value, expression.qualifier.value
    return (
        *(expression.start, expression.text, kind, value_of(expression), qualifier),
        *(expression.unit, expression.negated),
    )


def facts(expressions: Iterable[Expression]) -> list[Fact]:
    """Expressions as facts."""
    return [fact(expression) for expression in expressions]


def unmarked(marked: str) -> tuple[str, list[Fact]]:
    """A text without its marks, and the facts that they tell."""
    text, told, done = "", [], 0
    for found in MARKED.finditer(marked):
        text += marked[done : found.start()]
        words, kind, value, qualifier, unit, negated = (*found[1].split("|"), "", "", "", "", "")[:6]
        told.append((len(text), words, kind, value, qualifier or "exact", unit, negated))
        text += words
        done = found.end()
    return text + marked[done:], told


def table(name: str) -> list[list[str]]:
    """The rows of a table of cases, without its comments, each of seven columns."""
    lines = (HERE / name).read_text("utf-8").splitlines()
    return [(line.split("\t") + [""] * 7)[:7] for line in lines if line and not line.startswith("#")]
