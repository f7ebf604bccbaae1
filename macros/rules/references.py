"""References: whatever a record names by id must exist."""

from __future__ import annotations

import functools
from collections.abc import Container, Iterator, Sequence

from macros.problems import Problem, Subject
from macros.records.bureau import Bureau
from macros.records.collection import Collection
from macros.records.commitment import NO_RESULT, Commitment, Progress
from macros.records.document import Document, Emendation
from macros.records.evaluation import Evaluation
from macros.records.figure import FigureEntry, StatedReading
from macros.records.glossary import Thing, called, how_to_add, id_choice, near
from macros.records.kinds import (
    DOCUMENTS,
    EMENDATION_KINDS,
    EVALUATIONS,
    ITEM_KINDS,
    PERIODS,
    STAGES,
    STATUSES,
    UNITS,
    WORK_AREAS,
    Entry,
    Kind,
)
from macros.records.listing import Listing
from macros.records.paged_record import Content
from macros.records.project import Project, Stage
from macros.records.section import DeclaredSection, SectionRecord
from macros.records.shared_parts import figure_entries, full_id
from macros.records.unread_files import ASTRAY
from macros.records.vocabulary import OwnTable
from macros.text.languages import Bilingual
from macros.yaml_files.reader import FieldPath

VOCABULARY_FIELDS: tuple[tuple[type, str, Kind], ...] = (
    (StatedReading, "unit", UNITS),
    (Document, "period", PERIODS),
    (SectionRecord, "period", PERIODS),
    (Evaluation, "period", PERIODS),
    (Progress, "period", PERIODS),
    (Progress, "status", STATUSES),
    (Listing, "kind", ITEM_KINDS),
    (DeclaredSection, "members", ITEM_KINDS),
    (OwnTable, "lists", ITEM_KINDS),
    (OwnTable, "carriers", ITEM_KINDS),
    (Emendation, "kind", EMENDATION_KINDS),
    (Project, "stage", STAGES),
    (Stage, "stage", STAGES),
)

RECORD_FIELDS: tuple[tuple[type, str, Kind], ...] = (
    (SectionRecord, "work_area", WORK_AREAS),
    (Evaluation, "work_area", WORK_AREAS),
    (Bureau, "current_document", DOCUMENTS),
)

FIGURE_FIELDS: tuple[tuple[type, str], ...] = (
    (Content, "lead_figure"),
    (FigureEntry, "of"),
    (Listing, "of"),
    (Project, "grant"),
    (Project, "grant_together"),
    (Stage, "figures"),
    (Commitment, "term"),
    (Bureau, "key_figures"),
)

BUILT_IN: tuple[tuple[Kind, str], ...] = ((STATUSES, NO_RESULT),)
"""Entries that records stand for without naming them."""


@functools.cache
def words_of(part: type) -> list[tuple[str, Kind]]:
    """The fields of a kind of part that name an entry of a vocabulary."""
    return [(name, kind) for owner, name, kind in VOCABULARY_FIELDS if issubclass(part, owner)]


@functools.cache
def figures_named_by(part: type) -> list[str]:
    """The fields of a kind of part that name figures."""
    return [name for owner, name in FIGURE_FIELDS if issubclass(part, owner)]


def nothing_so_called(
    collection: Collection, entry: Entry, path: FieldPath, given: str, kind: Kind, word: str = ""
) -> Problem:
    """An entry of a vocabulary, or a record, that does not exist; ``word`` is what a missing entry is called.

    The first place that names it leads; those that name it too follow.
    """
    things, about = collection.glossary.of(kind), Subject(kind.place, given)
    folder = entry.reading.path.partition("/")[0]
    what = kind.en if kind.many else f"entry of {kind.en}"
    wrong = Bilingual(f"没有编号为“{given}”的{kind.zh}。", f'There is no {what} "{given}".')
    if called(given, things):
        wrong = Bilingual(f"“{given}”不是{kind.zh}的编号。", f'"{given}" is not the id of any {what}.')
    wanted = word if word and called(word, things) and not called(given, things) else given
    fix = id_choice(wanted, things, how_to_add(kind, given, folder, word))
    return entry.problem(
        path, wrong, fix, about=(about,), follows=(*(astray(given, things) if kind.many else ()), about)
    )


def astray(given: str, things: Sequence[Thing]) -> tuple[Subject, ...]:
    """What a file that may be the record looked for is about: one of that name, or any if no name there is is near."""
    return (Subject(ASTRAY, given), *(() if near(given, things) else (Subject(ASTRAY),)))


def words_exist(collection: Collection) -> Iterator[Problem]:
    """Units, periods, kinds, stages and statuses are those of the software or of the vocabulary files."""
    known: dict[Kind, Container[str] | None] = {kind: collection.terms(kind) for _, _, kind in VOCABULARY_FIELDS}
    known |= {UNITS: collection.units.by_id, PERIODS: collection.periods}
    for entry in collection.judged():
        for path, part in entry.parts:
            for name, kind in words_of(type(part)):
                terms, value = known[kind], getattr(part, name)
                for index, given in enumerate(value if isinstance(value, list) else [value]):
                    if terms is not None and given is not None and given not in terms:
                        at: FieldPath = (*path, name, index) if isinstance(value, list) else (*path, name)
                        yield nothing_so_called(collection, entry, at, given, kind)


def built_in_words_exist(collection: Collection) -> Iterator[Problem]:
    """The entry that a record means when it leaves its progress out is there."""
    for kind, ident in BUILT_IN:
        for entry in collection.judged(kind):
            if ident not in {one.id for one in entry.record.entries}:
                yield entry.problem(
                    ("entries",),
                    Bilingual(f"缺少词条“{ident}”。", f'The entry "{ident}" is missing.'),
                    Bilingual("补上这一条，编号不能改。", "Put it back under this very id."),
                )


def records_exist(collection: Collection) -> Iterator[Problem]:
    """The work area that a record belongs to exists, and so does the document that the bureau names as current."""
    for entry in collection.judged():
        for owner, name, kind in RECORD_FIELDS:
            given = getattr(entry.record, name) if isinstance(entry.record, owner) else None
            if given is not None and not collection.exists(kind, given):
                yield nothing_so_called(collection, entry, (name,), given, kind)


def figures_exist(collection: Collection) -> Iterator[Problem]:
    """A figure named elsewhere exists, as ``figure`` in the same record or as ``record.figure``."""
    known = collection.figure_ids
    for entry in collection.judged():
        own = {one.id for _, one in figure_entries(entry.record)}
        for path, part in entry.parts:
            for name in figures_named_by(type(part)):
                value = getattr(part, name)
                for index, given in enumerate(value if isinstance(value, list) else [value]):
                    at: FieldPath = (*path, name, index) if isinstance(value, list) else (*path, name)
                    if given is None or given in own or given in known or in_broken_record(collection, given):
                        continue
                    yield no_such_figure(collection, entry, at, given)


def no_such_figure(collection: Collection, entry: Entry, path: FieldPath, given: str) -> Problem:
    """A figure that does not exist; where its very record does not, that is what is wrong."""
    record, dot, _ = given.partition(".")
    entries = {one.id: one for one in (*collection.paged(), *collection.of(EVALUATIONS).values())}
    if dot and record not in entries:
        return no_such_record(collection, entry, path, record)
    holder = entries[record] if dot else entry
    prefix = f"{holder.id}." if dot else ""
    figures = [Thing(prefix + one.id, (one.label.zh, one.label.en)) for _, one in figure_entries(holder.record)]
    about = Subject("figure", full_id(entry.id, given))
    where = holder.reading.path
    return entry.problem(
        path,
        Bilingual(f"{where} 中没有编号为“{given}”的数据。", f'There is no figure "{given}" in {where}.'),
        id_choice(
            given,
            figures,
            Bilingual(
                f"如果误删或改了编号，请在 {where} 中恢复。", f"If it was deleted or renamed, restore it in {where}."
            ),
        ),
        about=(about,),
        follows=(about,),
    )


def no_such_record(collection: Collection, entry: Entry, path: FieldPath, record: str) -> Problem:
    """A record that is named for one of its figures and does not exist."""
    things = [thing for kind in collection.paged_kinds for thing in collection.glossary.of(kind)]
    folder, about = entry.reading.path.partition("/")[0], Subject("record", record)
    places = [f"{folder}/{kind.place}/" for kind in collection.paged_kinds]
    return entry.problem(
        path,
        Bilingual(
            f"没有编号为“{record}”的记录：{'、'.join(places)} 中都没有 {record}.yml。",
            f'There is no record "{record}": none of {", ".join(places)} holds {record}.yml.',
        ),
        id_choice(
            record,
            things,
            Bilingual("如果误删或改了文件名，请恢复原来的文件。", "If the file was deleted or renamed, restore it."),
        ),
        about=(about,),
        follows=(*astray(record, things), about),
    )


def in_broken_record(collection: Collection, given: str) -> bool:
    """Whether the figure may stand in a record that could not be read: that record's problem comes first."""
    record = given.partition(".")[0]
    return any(
        collection.exists(kind, record) and record not in collection.of(kind)
        for kind in (*collection.paged_kinds, EVALUATIONS)
    )


def is_any_record_broken(collection: Collection) -> bool:
    """Whether any record that may hold figures could not be read."""
    places = {kind.place: collection.of(kind) for kind in (*collection.paged_kinds, EVALUATIONS)}
    return any(place in places and ident not in places[place] for place, ident in collection.named)


RULES = (
    words_exist,
    built_in_words_exist,
    records_exist,
    figures_exist,
)
