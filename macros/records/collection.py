"""What was read from a data folder, as rules and pages look it up."""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from macros.received.received_text import received_text
from macros.records.attached_files import AttachedFile
from macros.records.base import AS_EVER, Declared
from macros.records.declared import languages_chosen
from macros.records.document import Edition, Sentence
from macros.records.figure import Figure
from macros.records.folder import DataFile
from macros.records.glossary import Glossary
from macros.records.kinds import (
    BUREAU,
    DOCUMENTS,
    FILES,
    FOLDERS,
    FURTHER_LANGUAGES,
    PAGED,
    Entry,
    Kind,
)
from macros.records.ledger import Ledger
from macros.records.periods import PeriodTable
from macros.records.resolution import Resolution
from macros.records.shared_parts import figure_entries, figures_of
from macros.records.sources import Sources
from macros.records.units import UnitTable
from macros.text.languages import LANGUAGES, Language
from macros.yaml_files.reader import FieldPath, Reading


@dataclass(frozen=True)
class Collection:
    """Everything valid that was read; ``named`` also knows the records that could not be read."""

    entries: dict[Kind, dict[str, Entry]] = field(default_factory=dict)
    named: frozenset[tuple[str, str]] = frozenset()
    declared: Declared = AS_EVER
    """What the bureau has chosen about translations."""
    verbatim: dict[str, bytes] = field(default_factory=dict)
    readings: tuple[Reading, ...] = ()
    """Every file that could be read, its record valid or not."""
    judging: Sequence[str] | None = None
    """The files that rules judge this time; all of them if None. What a rule looks up is never narrowed."""
    entries_judged: Sequence[Entry] = ()
    """The valid records in those."""
    data_files: Mapping[str, DataFile] = field(default_factory=dict)
    ledger: Ledger = field(default_factory=Ledger)
    """What was ever published."""
    astray: bool = False
    """Whether some record may be in a file that is not read."""
    resolution: Resolution | None = None
    """How the records were resolved, for the next time that they are read."""
    sources: Sources = field(default_factory=lambda: Sources((), frozenset()))
    """Every sentence of every valid document, and the quantities in them."""
    units: UnitTable = field(default_factory=lambda: UnitTable.with_own(()))
    periods: PeriodTable = field(default_factory=lambda: PeriodTable.with_own(()))
    sections: tuple[Kind, ...] = ()
    """The kinds that the bureau declares, in the order of its menu."""
    texts: tuple[str, ...] = ()
    """The names of all verbatim texts, whether any document names them or not."""

    attached: Mapping[str, AttachedFile] = field(default_factory=dict)
    """The files that documents name beside their texts, by name; those that are there."""
    attachable: tuple[str, ...] = ()
    """The paths of all files that documents could name so."""

    @property
    def folders(self) -> tuple[Kind, ...]:
        """The kinds with one record a file."""
        return (*FOLDERS, *self.sections)

    @property
    def paged_kinds(self) -> tuple[Kind, ...]:
        """The kinds whose records have pages and figures."""
        return (*PAGED, *self.sections)

    def received(self, document: str) -> list[str]:
        """The lines of the text received of a document; none where it cannot be read."""
        read = received_text(self.verbatim[document]) if document in self.verbatim else None
        return read.lines if read else []

    def of(self, kind: Kind) -> dict[str, Entry]:
        """The valid records of a kind, by id."""
        return self.entries.get(kind, {})

    def single(self, kind: Kind) -> Entry | None:
        """The record of a kind that has one file, if it is valid."""
        return self.of(kind).get(kind.place)

    def exists(self, kind: Kind, ident: str) -> bool:
        """Whether a file for this record exists, valid or not."""
        return (kind.place, ident) in self.named

    def narrowed(self, files: Sequence[str]) -> Collection:
        """The same with only some files to be judged; what was worked out of all of it already is kept."""
        view = copy.copy(self)
        held = (self.data_files[path].entry for path in files)
        object.__setattr__(view, "judging", files)
        object.__setattr__(view, "entries_judged", tuple(self.entries[one.kind][one.id] for one in held if one))
        return view

    def judged(self, *kinds: Kind) -> Iterator[Entry]:
        """The valid records of some kinds, or of all, that rules judge this time."""
        if self.judging is None:
            yield from (entry for kind in kinds or (*FILES, *self.folders) for entry in self.of(kind).values())
        else:
            wanted = frozenset(kinds)
            yield from (one for one in self.entries_judged if not wanted or one.kind in wanted)

    def judged_readings(self) -> Iterator[Reading]:
        """The files, their records valid or not, that rules judge this time."""
        if self.judging is None:
            return iter(self.readings)
        return (reading for path in self.judging if (reading := self.data_files[path].reading))

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages of the site, as far as they can be read."""
        bureau = self.single(BUREAU)
        further = {code: one.record for code, one in self.of(FURTHER_LANGUAGES).items()}
        return languages_chosen(bureau.record, further) if bureau else LANGUAGES

    @cached_property
    def figure_ids(self) -> frozenset[str]:
        """Every figure, read or not, by its full id ``record.figure``."""
        return frozenset(f"{entry.id}.{one.id}" for entry in self.all() for _, one in figure_entries(entry.record))

    @cached_property
    def figures_by_id(self) -> Mapping[str, Figure]:
        """Every figure that could be read, by its full id ``record.figure``."""
        return {f"{entry.id}.{figure.id}": figure for entry in self.all() for figure in figures_of(entry.record)}

    def figures(self) -> Iterator[tuple[Entry, FieldPath, Figure]]:
        """Every figure that could be read, with its record and its place in it."""
        for entry in self.all():
            for path, figure in figure_entries(entry.record):
                if isinstance(figure, Figure):
                    yield entry, path, figure

    @cached_property
    def citing(self) -> Counter[str]:
        """How many records cite each document, whether it exists or not."""
        named = ({one.sentence.partition("#")[0] for one in entry.cited} for entry in self.all())
        return Counter(document for documents in named for document in documents)

    @cached_property
    def glossary(self) -> Glossary:
        """What staff call the entries of vocabularies and the records."""
        titles = ((ident, one.record.title) for ident, one in self.of(DOCUMENTS).items() if one.record.title)
        return Glossary(tuple(self.data_files.values()), {ident: (title.zh, title.en) for ident, title in titles})

    @cached_property
    def unread_documents(self) -> frozenset[str]:
        """Documents whose file or verbatim text could not be read: what is quoted may stand there."""
        read = {ident for ident, one in self.of(DOCUMENTS).items() if isinstance(one.record, Edition)}
        return frozenset(ident for place, ident in self.named if place == DOCUMENTS.place) - read

    @property
    def sentences(self) -> dict[str, Sentence]:
        """Every sentence of every valid document by ``document#sentence``."""
        return self.sources.sentences

    @property
    def complete(self) -> bool:
        """Whether every record is valid: only then is it known what no record uses."""
        if self.astray:
            return False
        records = ((kind, ident) for kind in self.folders for place, ident in self.named if place == kind.place)
        return all(ident in self.of(kind) for kind, ident in ((BUREAU, BUREAU.place), *records))

    def all(self) -> Iterator[Entry]:
        """Every valid record, kind by kind, by id."""
        for kind in (*FILES, *self.folders):
            yield from self.of(kind).values()

    def paged(self) -> Iterator[Entry]:
        """Every valid record that has a page."""
        for kind in self.paged_kinds:
            yield from self.of(kind).values()

    def terms(self, kind: Kind) -> dict[str, Any] | None:
        """The entries of a vocabulary by id, or None where its file is not valid."""
        entry = self.single(kind)
        return None if entry is None else {one.id: one for one in entry.record.entries}
