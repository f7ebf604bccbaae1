"""Periods: of a figure, of a report, an activity and a round, each is stated in the source.

Whether there is such a period at all is asked in references.py, but for figures, whose period must be stated anyway.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from macros.problems import Problem
from macros.quantities.dates_printed import date_in_chinese, date_in_english
from macros.quantities.expression import Sense
from macros.records.collection import Collection
from macros.records.commitment import Progress
from macros.records.document import Edition
from macros.records.evaluation import Evaluation
from macros.records.figure import Figure, FigureEntry
from macros.records.kinds import DOCUMENTS, Entry
from macros.records.periods import NEEDS_NO_ENTRY, dated_id, of_the_year
from macros.records.section import SectionRecord
from macros.records.shared_parts import figure_entries
from macros.text.clauses import clauses_of
from macros.text.languages import Bilingual
from macros.yaml_files.reader import FieldPath


def figure_periods_stated(collection: Collection) -> Iterator[Problem]:
    """A period that a record names for a figure stands before it in its paragraph or in its clause.

    One that stands behind its clause may be named where none stands before.
    """
    for entry in collection.judged():
        resolved = dict(figure_entries(entry.record))
        for path, figure in figure_entries(entry.typed or entry.record):
            source = resolved[path].source
            if figure.period is None or source not in collection.sentences:
                continue
            stated = periods_up_to(collection, resolved[path])
            if figure.period not in stated:
                yield period_not_stated(entry, (*path, "period"), figure.period, stated, leave_out=True)


def other_periods_stated(collection: Collection) -> Iterator[Problem]:
    """The period of a report, a section's record or a round is stated where it is quoted, or is the document's.

    For a record of a section or a round every sentence counts that its record cites.
    """
    for entry in collection.judged():
        for path, part in entry.parts:
            if not isinstance(part, Progress | SectionRecord | Evaluation) or not part.period:
                continue
            stated = periods_cited(collection, entry, part)
            if stated and part.period in collection.periods and part.period not in stated:
                yield period_not_stated(entry, (*path, "period"), part.period, stated)


def periods_cited(collection: Collection, entry: Entry, part: Progress | SectionRecord | Evaluation) -> set[str]:
    """The periods that may be those of a report, a section's record or a round; none where it cites no sentence."""
    cited = [part.source] if isinstance(part, Progress) else [one.sentence for one in entry.cited]
    cited = [one for one in dict.fromkeys(cited) if one in collection.sentences]
    documents = {one.partition("#")[0] for one in cited}
    of_documents = {collection.of(DOCUMENTS)[one].record.period for one in documents}
    stated = periods_of(collection, cited) | of_documents
    return stated | {of_the_year(one, document) for one in stated for document in of_documents}


def periods_allowed(collection: Collection, entry: Entry, path: FieldPath) -> set[str]:
    """The periods that a record may name for the part of it at a path, as the rules here accept them."""
    part = dict(entry.parts).get(path)
    if isinstance(part, FigureEntry):
        return periods_up_to(collection, part) if part.source in collection.sentences else set()
    if isinstance(part, Progress | SectionRecord | Evaluation):
        return periods_cited(collection, entry, part)
    if isinstance(part, Edition):
        dates = dates_of(collection, entry.id, part)
        dated = {one[: found.end()] for one in dates for found in re.finditer("(?=-)|$", one)}
        dated = {one for one in dated if NEEDS_NO_ENTRY.fullmatch(one)}
        return dated | {one.id for one in collection.periods.entries if not NEEDS_NO_ENTRY.fullmatch(one.id)}
    return set()


def periods_up_to(collection: Collection, figure: FigureEntry) -> set[str]:
    """The periods that may be those of a figure, by where they stand."""
    text, read = collection.sentences[figure.source].zh, collection.sources.expressions(figure.source)
    quoted = collection.sources.place_of(figure.quote, figure.source) or 0
    start = figure.start if isinstance(figure, Figure) else quoted
    end = min((stop for _, stop in clauses_of(text) if stop > start), default=len(text))
    within = collection.periods.stated(text, read)
    near = {one.id for one in within if one.start < end}
    document = figure.source.partition("#")[0]
    earlier = periods_of(collection, (f"{document}#{one.id}" for one in collection.sources.before(figure.source)[-1:]))
    return near | earlier or {one.id for one in within}


def periods_of(collection: Collection, cited: Iterable[str]) -> set[str]:
    """The periods that sentences state, or those before them in their paragraphs."""
    sources, periods = collection.sources, collection.periods
    return {
        one.id
        for ident in cited
        for key in (*(f"{ident.partition('#')[0]}#{one.id}" for one in sources.before(ident)), ident)
        for one in periods.stated(sources.sentences[key].zh, sources.expressions(key))
    }


def period_not_stated(
    entry: Entry, path: FieldPath, period: str, stated: Iterable[str], *, leave_out: bool = False
) -> Problem:
    """A period that no words cited state."""
    known = sorted(stated)
    return entry.problem(
        path,
        Bilingual(
            f"所引的句子和本段前文都没有写明“{period}”这一时期。",
            f'Neither the sentence nor the paragraph before it states the period "{period}".',
        ),
        Bilingual(
            f"{'删去 period' if leave_out else '改写 period'}；写明的时期有：{'、'.join(known) or '无'}。",
            f"{'Delete period' if leave_out else 'Change period'}; what is stated: {', '.join(known) or 'none'}.",
        ),
    )


def document_period_stated(collection: Collection) -> Iterator[Problem]:
    """A year, or a part of one, that a document is said to be of stands in its text; nobody adds a year to it."""
    for entry in collection.judged(DOCUMENTS):
        period = entry.record.period
        if not NEEDS_NO_ENTRY.fullmatch(period) or not isinstance(entry.record, Edition):
            continue
        dates = dates_of(collection, entry.id, entry.record)
        if not any(one == period or one.startswith(f"{period}-") for one in dates):
            yield entry.problem(
                ("period",),
                Bilingual(
                    f"文件里没有写明“{date_in_chinese(period.upper())}”。",
                    f"The document does not state {date_in_english(period.upper())}.",
                ),
                Bilingual(
                    "改为文件写明的时期；文件没有写年份的，用 first-half、this-year 等不带年份的时期。",
                    "Give the period that it states; where it states no year, one without a year, such as first-half "
                    "or this-year.",
                ),
            )


def dates_of(collection: Collection, ident: str, edition: Edition) -> set[str]:
    """The dates that a document states, as periods are called."""
    return {
        dated_id(found.named)
        for sentence in edition.sentences()
        for found in collection.sources.expressions(f"{ident}#{sentence.id}")
        if found.kind is Sense.DATE
    }


RULES = (figure_periods_stated, other_periods_stated, document_period_stated)
