"""Periods: of a figure, of a report, an activity and a round, each is stated in the source.

Whether there is such a period at all is asked in references.py, but for figures, whose period must be stated anyway.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from macros.problems import Problem
from macros.records.activity import Activity
from macros.records.collection import Collection
from macros.records.commitment import Progress
from macros.records.evaluation import Evaluation
from macros.records.kinds import DOCUMENTS, Entry
from macros.records.shared_parts import figure_entries
from macros.text.languages import Bilingual
from macros.yaml_files.reader import FieldPath


def figure_periods_stated(collection: Collection) -> Iterator[Problem]:
    """A period that a record names for a figure stands in the figure's sentence or earlier in its paragraph."""
    for entry in collection.judged():
        resolved = dict(figure_entries(entry.record))
        for path, figure in figure_entries(entry.typed or entry.record):
            source = resolved[path].source
            if figure.period is None or source not in collection.sentences:
                continue
            stated = periods_of(collection, [source])
            if figure.period not in stated:
                yield period_not_stated(entry, (*path, "period"), figure.period, stated, leave_out=True)


def other_periods_stated(collection: Collection) -> Iterator[Problem]:
    """The period of a report on a goal, an activity or a round is stated where it is quoted, or is the document's.

    For an activity or a round every sentence counts that its record cites.
    """
    for entry in collection.judged():
        for path, part in entry.parts:
            if isinstance(part, Progress):
                cited = [part.source]
            elif isinstance(part, Activity | Evaluation):
                cited = [one.sentence for one in entry.cited]
            else:
                continue
            cited = [one for one in dict.fromkeys(cited) if one in collection.sentences]
            documents = {one.partition("#")[0] for one in cited}
            stated = periods_of(collection, cited) | {collection.of(DOCUMENTS)[one].record.period for one in documents}
            if cited and part.period in collection.periods.by_id and part.period not in stated:
                yield period_not_stated(entry, (*path, "period"), part.period, stated)


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


RULES = (figure_periods_stated, other_periods_stated)
