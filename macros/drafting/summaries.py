"""The summary of a new record: its first figures in the words of their clauses, each number a placeholder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from macros.drafting.figures import Quantity
from macros.drafting.prose import tidy_marks
from macros.quantities.chinese.reader import read_chinese
from macros.records.resolution import as_sentence
from macros.records.sources import Sources

MOST_FIGURES = 2
LONGEST_CLAUSE = 40
"""Characters of a clause that is taken up in a summary."""


def summary_of(
    figures: Sequence[tuple[Quantity, str]], statements: Sequence[Mapping[str, Any]], title: str, sources: Sources
) -> str:
    """A sentence of the first clauses that state one figure each; else the first statement, else the title."""
    clauses = [filled for one, ident in figures if (filled := clause_with(one, ident, sources))]
    if clauses:
        return tidy_marks("，".join(clauses[:MOST_FIGURES]) + "。")
    plain = (one["quote"] for one in statements)
    said = next(
        (one for one in plain if len(one) <= 2 * LONGEST_CLAUSE and not read_chinese(one, sources.units)), title
    )
    return tidy_marks(as_sentence(said))


def clause_with(one: Quantity, ident: str, sources: Sources) -> str:
    """The clause of a quantity with a placeholder for it; nothing where it says another number, or says it otherwise
    by itself than in its sentence."""
    clause = one.clause
    if len(clause) > LONGEST_CLAUSE or one.kind is not None or one.one.negated or one.one.per or "{" in clause:
        return ""
    read = read_chinese(clause, sources.units)
    if len(read) != 1 or sources.hedge_over(one.sentence, one.one.start):
        return ""
    same = (read[0].text, read[0].values, read[0].qualifier) == (one.one.text, one.one.values, one.one.qualifier)
    if not same:
        return ""
    return f"{clause[: read[0].start]}{{{ident}}}{clause[read[0].end :]}"
