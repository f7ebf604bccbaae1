"""References: whatever a record names by id must exist."""

from __future__ import annotations

import difflib
import functools
from collections.abc import Iterable, Iterator

from macros.problems import Problem, Said
from macros.reading.reader import FieldPath
from macros.records.alike import figures_of
from macros.records.bureau import Bureau
from macros.records.collection import Collection
from macros.records.commitment import NO_RESULT, Commitment, Progress
from macros.records.content import Content
from macros.records.document import Document
from macros.records.evaluation import Evaluation
from macros.records.figure import EXACT, Figure
from macros.records.kinds import (
    DOCUMENTS,
    EMENDATION_KINDS,
    EVALUATIONS,
    ITEM_KINDS,
    PAGED,
    PERIODS,
    QUALIFIERS,
    STAGES,
    STATUSES,
    UNITS,
    WORK_AREAS,
    Entry,
    Kind,
)
from macros.records.listing import Listing
from macros.records.project import Project, Stage
from macros.records.work_area import Activity, Alliance

VOCABULARY_FIELDS: tuple[tuple[type, str, Kind], ...] = (
    (Figure, "unit", UNITS),
    (Figure, "qualifier", QUALIFIERS),
    (Figure, "period", PERIODS),
    (Document, "period", PERIODS),
    (Activity, "period", PERIODS),
    (Evaluation, "period", PERIODS),
    (Progress, "period", PERIODS),
    (Progress, "status", STATUSES),
    (Listing, "kind", ITEM_KINDS),
    (Project, "stage", STAGES),
    (Stage, "stage", STAGES),
)

FIGURE_FIELDS: tuple[tuple[type, str], ...] = (
    (Content, "lead_figure"),
    (Listing, "of"),
    (Project, "grant"),
    (Project, "grant_together"),
    (Stage, "figures"),
    (Commitment, "term"),
    (Bureau, "key_figures"),
)

BUILT_IN: tuple[tuple[Kind, str], ...] = ((QUALIFIERS, EXACT), (STATUSES, NO_RESULT))
"""Entries that records stand for without naming them."""


@functools.cache
def words_of(part: type) -> list[tuple[str, Kind]]:
    """The fields of a kind of part that name an entry of a vocabulary."""
    return [(name, kind) for owner, name, kind in VOCABULARY_FIELDS if issubclass(part, owner)]


@functools.cache
def figures_named_by(part: type) -> list[str]:
    """The fields of a kind of part that name figures."""
    return [name for owner, name in FIGURE_FIELDS if issubclass(part, owner)]


def unknown(entry: Entry, path: FieldPath, given: str, known: Iterable[str], zh: str, en: str) -> Problem:
    """An id that names nothing, with the nearest one that exists, and those there are."""
    allowed = sorted(known)
    near = difflib.get_close_matches(given, allowed, n=1, cutoff=0.5)
    listed = allowed if len(allowed) <= 24 else [*allowed[:24], "…"]
    choices = (
        Said(f"现有：{'、'.join(listed)}。", f"There are: {', '.join(listed)}.")
        if listed
        else Said(
            f"现在还没有任何{zh}；先补上，或删去这一处。",
            f"There is no {en} at all yet; add it first, or leave this out.",
        )
    )
    return entry.problem(
        path,
        Said(f"没有编号为“{given}”的{zh}。", f'There is no {en} "{given}".'),
        Said(
            (f"是不是想写“{near[0]}”？" if near else "") + choices.zh,
            (f'Did you mean "{near[0]}"? ' if near else "") + choices.en,
        ),
    )


def words_exist(collection: Collection) -> Iterator[Problem]:
    """Units, qualifiers, periods, kinds, stages and statuses are those of the vocabulary files."""
    known = {kind: collection.terms(kind) for _, _, kind in VOCABULARY_FIELDS}
    for entry in collection.judged():
        for path, part in entry.parts:
            for name, kind in words_of(type(part)):
                terms = known[kind]
                if terms is not None and getattr(part, name) not in terms:
                    yield unknown(entry, (*path, name), getattr(part, name), terms, kind.zh, f"entry of {kind.en}")
            if isinstance(part, Document):
                yield from emendation_kinds_exist(collection, entry, part)


def built_in_words_exist(collection: Collection) -> Iterator[Problem]:
    """The entries that a record means when it leaves its qualifier or its progress out are there."""
    for kind, ident in BUILT_IN:
        for entry in collection.judged(kind):
            if ident not in {one.id for one in entry.record.entries}:
                yield entry.problem(
                    ("entries",),
                    Said(f"缺少词条“{ident}”。", f'The entry "{ident}" is missing.'),
                    Said("补上这一条，编号不能改。", "Put it back under this very id."),
                )


def emendation_kinds_exist(collection: Collection, entry: Entry, document: Document) -> Iterator[Problem]:
    """An emendation's kind is one of the vocabulary."""
    terms = collection.terms(EMENDATION_KINDS)
    for index, one in enumerate(document.emendations):
        if terms is not None and one.kind not in terms:
            yield unknown(entry, ("emendations", index, "kind"), one.kind, terms, "校改种类", "kind of emendation")


def work_areas_exist(collection: Collection) -> Iterator[Problem]:
    """Alliances, activities and evaluations belong to a work area that exists."""
    for entry in collection.judged():
        if not isinstance(entry.record, Alliance | Activity | Evaluation):
            continue
        area = entry.record.work_area
        if not collection.exists(WORK_AREAS, area):
            yield unknown(entry, ("work_area",), area, collection.of(WORK_AREAS), WORK_AREAS.zh, WORK_AREAS.en)


def current_document_exists(collection: Collection) -> Iterator[Problem]:
    """The document that the bureau's record names as current exists."""
    for entry in collection.judged():
        if isinstance(entry.record, Bureau) and not collection.exists(DOCUMENTS, entry.record.current_document):
            yield unknown(
                entry,
                ("current_document",),
                entry.record.current_document,
                collection.of(DOCUMENTS),
                DOCUMENTS.zh,
                DOCUMENTS.en,
            )


def figures_exist(collection: Collection) -> Iterator[Problem]:
    """A figure named elsewhere exists, as ``figure`` in the same record or as ``record.figure``."""
    known = collection.figure_ids
    for entry in collection.judged():
        own = {one.id for one in figures_of(entry.record)}
        for path, part in entry.parts:
            for name in figures_named_by(type(part)):
                value = getattr(part, name)
                for index, given in enumerate(value if isinstance(value, list) else [value]):
                    at: FieldPath = (*path, name, index) if isinstance(value, list) else (*path, name)
                    if given is None or given in own or given in known or in_broken_record(collection, given):
                        continue
                    yield unknown(entry, at, given, own or known, "数据", "figure")


def in_broken_record(collection: Collection, given: str) -> bool:
    """Whether the figure may stand in a record that could not be read: that record's problem comes first."""
    record = given.partition(".")[0]
    return any(collection.exists(kind, record) and record not in collection.of(kind) for kind in (*PAGED, EVALUATIONS))


RULES = (
    words_exist,
    built_in_words_exist,
    work_areas_exist,
    current_document_exists,
    figures_exist,
)
