"""From a data folder to the register: reads it, runs every rule, and hands on what may be published."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from pathlib import Path

from macros.problems import Problem
from macros.records.collecting import collect
from macros.records.collection import Collection
from macros.records.folder import DataFile
from macros.records.kinds import (
    ERRATA,
    EVALUATIONS,
    WORK_AREAS,
    Kind,
)
from macros.records.shared_parts import figure_entries
from macros.register.assembly import register_of
from macros.register.git_history import ledgers_committed
from macros.register.register import Register
from macros.rules import (
    attachments,
    coverage,
    editor_notes,
    emendations,
    ends_stated,
    errata,
    evaluations,
    example_gone,
    explained_terms,
    figure_readings,
    figure_units,
    figures,
    figures_named,
    goals,
    ids,
    interface_words,
    languages,
    ledger_kept,
    names_quoted,
    numbers_as_shown,
    own_tables,
    own_terms,
    periods_stated,
    placeholders,
    privacy,
    projects,
    prose_numbers,
    published_documents,
    published_errata,
    published_figures,
    quotes,
    references,
    relations,
    retirement_records,
    rewordings,
    section_values,
    security_contact,
    synonyms,
    traditional_spellings,
    translations,
    undecided,
    vanished_from_data,
    verbatim_text,
    wording,
    years_told,
)
from macros.system.collector import gc_paused
from macros.system.processes import map_in_processes
from macros.text.chunks import sliced
from macros.yaml_files.reader import listed
from macros.yaml_files.source import MOST_LISTED

Rule = Callable[[Collection], Iterator[Problem]]

FILE_RULES: tuple[Rule, ...] = (
    *references.RULES,
    *ids.RULES,
    *verbatim_text.RULES,
    *numbers_as_shown.RULES,
    *attachments.RULES,
    *editor_notes.RULES,
    *emendations.RULES,
    *quotes.RULES,
    *names_quoted.RULES,
    *section_values.RULES,
    *figures.RULES,
    *figure_readings.RULES,
    *figure_units.RULES,
    *periods_stated.RULES,
    *ends_stated.RULES,
    *years_told.RULES,
    *rewordings.RULES,
    *prose_numbers.RULES,
    *placeholders.RULES,
    *projects.RULES,
    *figures_named.RULES,
    *relations.RULES,
    *goals.RULES,
    *evaluations.RULES,
    *own_tables.RULES,
    *own_terms.RULES,
    *translations.RULES,
    *privacy.RULES,
    *wording.RULES,
    *interface_words.RULES,
    *languages.RULES,
    *traditional_spellings.RULES,
    *synonyms.RULES,
    *explained_terms.RULES,
    *security_contact.RULES,
    *undecided.RULES,
)
"""Rules on one file at a time, whatever they look up elsewhere."""
FOLDER_RULES: tuple[Rule, ...] = (
    *ids.WHOLE_RULES,
    *example_gone.RULES_OF_ALL_DOCUMENTS,
    *attachments.RULES_OF_ALL_FILES,
    *section_values.RULES_OF_ALL_SECTIONS,
    *own_tables.RULES_OF_ALL_FIGURES,
    *coverage.RULES,
    *ledger_kept.RULES,
    *vanished_from_data.RULES,
    *published_documents.RULES,
    *published_errata.RULES,
    *retirement_records.RULES,
    *published_figures.RULES,
    *errata.RULES,
)
"""Rules on all files together."""
CHUNK_CHARACTERS = 2**18
"""Characters of files that a process judges at a time."""


INDEPENDENT_KINDS = (WORK_AREAS, EVALUATIONS, ERRATA)
"""Kinds whose records others look up only for being there and for their figures."""


@dataclass(frozen=True)
class Loaded:
    """A data folder as it was read, and what came of it."""

    collection: Collection
    judged: tuple[Problem, ...]
    """What the rules found in each file."""
    problems: tuple[Problem, ...]
    """All that is wrong."""
    register: Register | None
    """What may be published; nothing while there is a problem."""
    last: Register | None
    """What could be published last."""


def load(data: Path, today: date | None = None) -> tuple[Register | None, list[Problem]]:
    """Reads, validates and cross-checks a data folder: the register, or every problem there is.

    What has expired by ``today`` is a problem, and so is a ledger that has lost what it held in earlier commits;
    without a day, as for a state of the past, neither is asked.
    """
    loaded = load_since(None, data, today)
    return loaded.register, list(loaded.problems)


def load_since(before: Loaded | None, data: Path, today: date | None = None) -> Loaded:
    """Loads a data folder, and keeps what was loaded ``before`` of all that has not been written since."""
    with gc_paused(keep=True):
        return loaded_since(before, data, today)


def loaded_since(before: Loaded | None, data: Path, today: date | None) -> Loaded:
    """As ``load_since``, whatever the garbage collector does meanwhile."""
    collection, problems = collect(data, before.collection if before else None)
    judged, whole = judge(collection, before)
    problems += [*judged, *whole]
    if today and before is None:
        problems += ledger_kept.ledger_only_grows(collection, ledgers_committed(data))
    if today:
        expired = [*security_contact.still_valid(collection, today), *errata.dated_by_today(collection, today)]
        problems += [replace(one, stage=1) for one in expired]
    if problems:
        told = privacy.redacted(undecided.after_undecided(problems), privacy.secrets_in(collection))
        return Loaded(collection, judged, tuple(told), None, before.last if before else None)
    register = register_of(collection, before.last if before else None)
    return Loaded(collection, (), (), register, register)


def judge(collection: Collection, before: Loaded | None = None) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """What the rules find in each file, and in all files together; where there is much, all cores are used.

    What was found in a file ``before`` still holds where nothing has changed for it.
    """
    files = collection.readings
    kept: list[Problem] = []
    changed = changed_alone(collection, before.collection) if before else None
    if before and changed is not None:
        files = tuple(one for one in files if one.path in changed)
        kept = [entry for entry in before.judged if entry.place.path not in changed]
    parts = sliced(files, CHUNK_CHARACTERS, lambda file: len(file.text))
    # Worked out once, before the processes part: the register, and another load, ask for it too.
    _ = collection.figure_ids, collection.figures_by_id, [entry.cited for entry in collection.all()]

    def judged(part: int) -> list[Problem]:
        if part == 0:
            return [replace(one, stage=2) for one in found_by(FOLDER_RULES, collection)]
        found = found_by(FILE_RULES, collection.narrowed([one.path for one in parts[part - 1]]))
        return [replace(one, stage=1) for one in found]

    tasks = 1 + len(parts)
    # To start processes takes longer than to judge what is not even two chunks.
    whole, *found = map_in_processes(judged, tasks) if len(parts) > 1 else map(judged, range(tasks))
    return (*kept, *chain.from_iterable(found)), tuple(whole)


def found_by(rules: Iterable[Rule], collection: Collection) -> list[Problem]:
    """What some rules find."""
    return [problem for rule in rules for problem in listed_by_file(rule(collection))]


def changed_alone(collection: Collection, before: Collection) -> frozenset[str] | None:
    """The files that have been written since, or None where what other files look up may have changed with them."""
    new, old = collection.data_files, before.data_files
    if new.keys() != old.keys() or (collection.verbatim, collection.attached) != (
        before.verbatim,
        before.attached,
    ):
        return None
    changed = [(new[path], old[path]) for path in new if new[path] is not old[path]]
    if any(not looked_up_alone(now.kind) or looked_up(now) != looked_up(was) for now, was in changed):
        return None
    return frozenset(now.shown for now, _ in changed)


def looked_up_alone(kind: Kind) -> bool:
    """Whether others look up records of a kind only for being there and for their figures."""
    return kind in INDEPENDENT_KINDS or bool(kind.section)


def looked_up(file: DataFile) -> list[tuple[object, ...]] | None:
    """What other files look up of a record: that it can be read, and what its figures rest on."""
    if file.entry is None:
        return None
    figures = (figure for _, figure in figure_entries(file.entry.record))
    return [(one.id, one.quote, one.source, one.numeral, one.period, one.reading, one.of) for one in figures]


def listed_by_file(found: Iterable[Problem]) -> Iterator[Problem]:
    """At most MOST_LISTED problems that one rule finds in a file, then a word that there are more."""
    files: defaultdict[str, list[Problem]] = defaultdict(list)
    for one in found:
        if len(files[one.place.path]) <= MOST_LISTED:
            files[one.place.path].append(one)
    for few in files.values():
        yield from listed(few)
