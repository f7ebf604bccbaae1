"""From a data folder to the register: reads it, runs every rule, and hands on what may be published."""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from macros.assembly import build
from macros.parallel import shared_out
from macros.problems import Problem
from macros.reading.reader import listed
from macros.reading.source import MOST_LISTED
from macros.records.alike import figures_of
from macros.records.collection import Collection, Taken, collect
from macros.records.kinds import (
    ACTIVITIES,
    ALLIANCES,
    ERRATA,
    EVALUATIONS,
    WORK_AREAS,
)
from macros.register import Register
from macros.rules import (
    coverage,
    editions,
    identity,
    interface,
    parity,
    permanence,
    privacy,
    provenance,
    references,
    retirement,
    security,
    spellings,
    wording,
)

RULES = (
    *references.RULES,
    *identity.RULES,
    *editions.RULES,
    *provenance.RULES,
    *parity.RULES,
    *privacy.RULES,
    *wording.RULES,
    *interface.RULES,
    *spellings.RULES,
    *security.RULES,
)
"""Rules on one file at a time, whatever they look up elsewhere."""
WHOLE = (*identity.WHOLE, *coverage.WHOLE, *permanence.WHOLE, *retirement.WHOLE)
"""Rules on all files together."""
IN_A_PART = 500
"""Files that a process judges at a time."""


ALONE = (WORK_AREAS, ALLIANCES, ACTIVITIES, EVALUATIONS, ERRATA)
"""Kinds whose records others look up only for being there and for the ids of their figures."""


@dataclass(frozen=True)
class Loaded:
    """A data folder as it was read: what was found, what the rules say of each file, and what may be published.

    ``last`` is the last register that could be published.
    """

    collection: Collection
    judged: tuple[Problem, ...]
    problems: tuple[Problem, ...]
    register: Register | None
    last: Register | None


def load(data: Path, today: date | None = None) -> tuple[Register | None, list[Problem]]:
    """Reads, validates and cross-checks a data folder: the register, or every problem there is.

    What has expired by ``today`` is a problem; without a day, as for a state of the past, nothing expires.
    """
    loaded = load_anew(data, today)
    return loaded.register, list(loaded.problems)


def load_anew(data: Path, today: date | None = None, before: Loaded | None = None) -> Loaded:
    """The same, and what it takes to do it faster when a few files have been written since."""
    with no_collecting():
        return loaded_anew(data, today, before)


@contextmanager
def no_collecting() -> Iterator[None]:
    """Keeps Python from looking for garbage again and again among millions of values, all of which stay."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def loaded_anew(data: Path, today: date | None, before: Loaded | None) -> Loaded:
    """A data folder as it is now."""
    collection, problems = collect(data, before.collection.taken if before else None)
    judged = judge(collection, before)
    problems += [*judged, *judge_whole(collection), *(security.still_valid(collection, today) if today else ())]
    if problems:
        told = privacy.redacted(problems, privacy.secrets_in(collection))
        return Loaded(collection, tuple(judged), tuple(told), None, before.last if before else None)
    register = build(collection, before.last if before else None)
    return Loaded(collection, (), (), register, register)


def judge(collection: Collection, before: Loaded | None = None) -> list[Problem]:
    """What the rules find in each file; what they found before still holds where nothing has changed for them."""
    files = [one.path for one in collection.readings]
    kept: list[Problem] = []
    changed = changed_alone(collection, before.collection) if before else None
    if before and changed is not None:
        files = [path for path in files if path in changed]
        kept = [one for one in before.judged if one.place.path not in changed]
    parts = [files[at : at + IN_A_PART] for at in range(0, len(files), IN_A_PART)]
    _ = collection.sentences, collection.figure_ids  # Worked out once, before the processes part.

    def judged(part: int) -> list[Problem]:
        few = collection.narrowed(parts[part])
        return [problem for rule in RULES for problem in listed_by_file(rule(few))]

    return [*kept, *(problem for found in shared_out(judged, len(parts)) for problem in found)]


def judge_whole(collection: Collection) -> list[Problem]:
    """What the rules find in all files together."""
    return [problem for rule in WHOLE for problem in listed_by_file(rule(collection))]


def changed_alone(collection: Collection, before: Collection) -> frozenset[str] | None:
    """The files that have been written since, or None where what other files look up may have changed with them."""
    new, old = collection.taken, before.taken
    if new.keys() != old.keys() or collection.verbatim != before.verbatim:
        return None
    changed = [(new[path], old[path]) for path in new if new[path] is not old[path]]
    if any(now.kind not in ALONE or looked_up(now) != looked_up(was) for now, was in changed):
        return None
    return frozenset(now.shown for now, _ in changed)


def looked_up(file: Taken) -> list[str] | None:
    """What other files may look up of a record: that it can be read, and the ids of its figures."""
    return [one.id for one in figures_of(file.entry.record)] if file.entry else None


def listed_by_file(found: Iterable[Problem]) -> Iterator[Problem]:
    """At most MOST_LISTED problems that one rule finds in a file, then a word that there are more."""
    files: defaultdict[str, list[Problem]] = defaultdict(list)
    for one in found:
        if len(files[one.place.path]) <= MOST_LISTED:
            files[one.place.path].append(one)
    for few in files.values():
        yield from listed(few)
