"""The period of a document, where its own words leave no doubt; else a person says it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from macros.records.collection import Collection
from macros.records.document import Edition, Sentence
from macros.records.ends_borne import A_DAY, days_named
from macros.records.periods import OF_THE_YEAR, PeriodTable
from macros.records.sources import read_sentence
from macros.text.placeholders import UNDECIDED


def document_period(edition: Edition, collection: Collection) -> str:
    """The period of a document: the one that its title states, or its first text, or the month of its date.

    Where none is stated, or more than one, a person says it.
    """
    title, *rest = edition.text_sentences()
    opening = [one for one in rest if one.role in (None, "framing")][:3]
    for sentence in (title, *opening):
        if said := periods_named(sentence, collection):
            return one_period(said, collection)
    days = (day for one in rest if one.role == "date" for day in days_named(one, collection))
    return next((day[:7] for day in days), UNDECIDED)


def one_period(said: Sequence[str], collection: Collection) -> str:
    """The only period among those that a sentence names; words beside a year count nothing.

    None where the years are several (2030年总结和2031年计划), or the words, or where these are of another year (去年).
    """
    years = {year for ident in said for year in re.findall("[0-9]{4}", ident)}
    if years:
        found = next((ident for ident in said if re.match("[0-9]{4}", ident)), UNDECIDED)
        return found if len(years) == 1 and found in collection.periods else UNDECIDED
    other_year = OF_THE_YEAR.get(said[0], (0, ""))[0] != 0
    return said[0] if len({*said}) == 1 and said[0] in collection.periods and not other_year else UNDECIDED


def periods_named(sentence: Sentence, collection: Collection) -> list[str]:
    """The periods that a sentence names, in order, but for days, and for those that something is compared with."""
    read = read_sentence(sentence, collection.units.words)
    periods: PeriodTable = collection.periods
    return [one.id for one in periods.stated(sentence.zh, read, of_things=True) if not A_DAY.match(one.id)]
