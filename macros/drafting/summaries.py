"""The summary of a new record: its first figures in the words of their clauses, each number a placeholder."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from macros.drafting.figures import Quantity
from macros.drafting.prose import tidy_marks
from macros.quantities.chinese.reader import read_chinese
from macros.records.resolver import as_sentence
from macros.records.sources import Sources
from macros.text.clauses import clauses_of

MOST_FIGURES = 4
LONGEST_SUMMARY = 90
"""Characters of the clauses of a summary, placeholders included; the first stands however long it is."""
FEWEST_CLAUSES = 2
"""With fewer clauses that state a figure a summary says what else is said, too."""
LONGEST_OPENING = 120
"""Characters of the first sentence that are taken up in a summary which has nothing better."""
LONGEST_CLAUSE = 40
"""Characters of a clause that is taken up in a summary."""


def summary_of(
    figures: Sequence[tuple[Quantity, str]],
    statements: Sequence[Mapping[str, Any]],
    title: str,
    heading: str,
    sources: Sources,
) -> str:
    """A sentence of the first clauses that state one figure each, and with few of these the first statement; else that
    alone, else the first sentence.

    The title, which says nothing new, only where there is no sentence at all.
    """
    clauses = up_to_length(filled for one, ident in figures if (filled := clause_with(one, ident, sources)))
    plain = (one["quote"] for one in statements)
    short = (one for one in plain if len(one) <= 2 * LONGEST_CLAUSE and "{" not in one)
    told = [one for one in short if not read_chinese(one, sources.units)]
    if clauses:
        behind = told[:1] if len(clauses) < FEWEST_CLAUSES else []
        return "".join(tidy_marks(as_sentence(one)) for one in ("，".join(clauses), *behind))
    named = dict(figures)
    sentences = dict.fromkeys(one.sentence for one in named if one.sentence != heading)
    openings = (opening_with([one for one in named if one.sentence == key], named, sources) for key in sentences)
    said = next((one for one in (*told, *openings) if one), title)
    return tidy_marks(as_sentence(said))


def up_to_length(clauses: Iterable[str]) -> list[str]:
    """The first clauses that make up a sentence of a fair length."""
    kept: list[str] = []
    for one in clauses:
        if kept and (len(kept) == MOST_FIGURES or len("，".join((*kept, one))) > LONGEST_SUMMARY):
            break
        kept.append(one)
    return kept


def opening_with(quantities: Sequence[Quantity], named: Mapping[Quantity, str], sources: Sources) -> str:
    """The first clauses of a sentence with a placeholder for each of its figures.

    Nothing where the first is too long, or where what hedges a figure stands outside the sentence.
    """
    text = quantities[0].text
    end = max((stop for _, stop in clauses_of(text) if stop <= LONGEST_OPENING), default=0)
    said = text[:end]
    for one in sorted(quantities, key=lambda one: -one.one.start):
        if one.one.end <= end:
            said = f"{said[: one.one.start]}{{{named[one]}}}{said[one.one.end :]}"
    hedged = (sources.hedge_over(one.sentence, one.one.start) for one in quantities if not one.one.negated)
    return "" if "{" in text or any(one not in text for one in hedged) else said


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
