"""Reads a whole data folder: every file, every record, every problem of reading and form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from macros.problems import Problem
from macros.records.attached_files import attached_files
from macros.records.base import Declared
from macros.records.collection import Collection
from macros.records.declared import declared_in
from macros.records.document import Document, Edition
from macros.records.editions import edition_of
from macros.records.folder import DataFile, files_below, files_of, folder_missing, no_document
from macros.records.kinds import (
    BUREAU,
    DOCUMENTS,
    FOLDERS,
    FURTHER_LANGUAGES,
    PERIODS,
    SECTIONS,
    UNITS,
    Entry,
    Kind,
    section_kind,
)
from macros.records.ledger import read_ledger
from macros.records.periods import PeriodTable
from macros.records.reading_ahead import read_ahead
from macros.records.resolution import all_resolved
from macros.records.resolver import Resolver
from macros.records.section import DeclaredSection
from macros.records.sources import Paragraph, Sources
from macros.records.units import UnitTable
from macros.records.unread_files import (
    ASTRAY,
    attachable_in,
    bad_file_name,
    in_another_folder,
    is_id,
    is_record,
    not_read,
)
from macros.records.validation import validate
from macros.yaml_files.reader import Reading, listed, read_all

LARGEST_TEXT = 2**20
"""Bytes of the largest verbatim text: some 350,000 characters, four times what its edition may hold."""


def collect(data: Path, before: Collection | None = None) -> tuple[Collection, list[Problem]]:
    """Reads and validates every file below ``data``; problems of all files are listed together.

    What was made ``before`` of a file is kept where it has not been written since, and what follows from it as well.
    """
    before = before or Collection()
    if not data.is_dir():
        return Collection(), [folder_missing(data)]
    paths = sorted(files_below(str(data)))
    sections = declared_sections(data)
    files, problems = files_of(data, paths, sections)
    problems += not_read(data, data.name or data.resolve().name, paths, frozenset(kind.place for kind in sections))
    ids = {kind.place: frozenset(one.id for one in files if one.kind == kind) for kind in (*FOLDERS, *sections)}
    declared = declared_in(data, ids[FURTHER_LANGUAGES.place])
    if declared != before.declared:
        before = Collection()
    kept = {file.shown: old for file in files if (old := unchanged(file, before.data_files))}
    new = [file for file in files if file.shown not in kept]
    readings = read_all([(file.file, file.shown) for file in new])
    read = {
        file.shown: validated(file, *found, ids.get(file.kind.place, frozenset()), declared, (*FOLDERS, *sections))
        for file, found in zip(new, readings, strict=True)
    }
    every = {file.shown: kept.get(file.shown) or read[file.shown] for file in files}
    entries: dict[Kind, dict[str, Entry]] = {}
    for one in every.values():
        problems += one.problems
        if one.entry:
            entries.setdefault(one.kind, {})[one.id] = one.entry
    units = UnitTable.with_own(vocabulary_entries(entries, UNITS))
    periods = PeriodTable.with_own(vocabulary_entries(entries, PERIODS))
    documents = entries.get(DOCUMENTS, {})
    verbatim = verbatim_of_all(data, documents.values())
    for ident, entry in documents.items():
        documents[ident] = with_edition(entry, verbatim.get(ident), before)
    sources = sources_of(documents, units, before)
    further = {code: one.record for code, one in entries.get(FURTHER_LANGUAGES, {}).items()}
    resolver = Resolver(
        sources, units, periods, {ident: one.record.period for ident, one in documents.items()}, further
    )
    given = [one for held in entries.values() for one in held.values()]
    resolution = all_resolved(given, resolver, before.resolution)
    for _, entry in resolution.entries.values():
        entries[entry.kind][entry.id] = entry
    found = Collection(
        entries=entries,
        declared=declared,
        named=frozenset((one.kind.place, one.id) for one in files if one.kind.many),
        verbatim=verbatim,
        resolution=resolution,
        sources=sources,
        units=units,
        periods=periods,
        readings=tuple(one.reading for one in every.values() if one.reading),
        data_files=every,
        ledger=read_ledger(data),
        sections=sections,
        texts=tuple(
            path.rpartition("/")[2] for path in paths if path.startswith("documents/") and path.endswith(".txt")
        ),
        attached=attached_files(
            data / DOCUMENTS.place,
            names_attached(documents.values()),
            {(one.typed or one.record).original for one in documents.values()},
        ),
        attachable=tuple(f"{data.name or data.resolve().name}/{path}" for path in paths if attachable_in(data, path)),
        astray=any(subject.whole == ASTRAY for problem in problems for subject in problem.about),
    )
    bureau = found.single(BUREAU)
    if bureau and not bureau.record.current_document and not ids[DOCUMENTS.place] and not found.texts:
        problems.append(no_document(data.name or data.resolve().name))
    return found, problems


TAKEN = frozenset(
    "about annual-reports assets attachments catalogue changes commitments corrections data editors-notes emendations "
    "en feedback figures glossary handbook lists print projects readiness search site-map sources staff table-cells "
    "vocabulary zh-hant".split()
) | frozenset(kind.place for kind in FOLDERS)
"""Names of folders in data/ and on the site, and of tables, that no section may take."""


def declared_sections(data: Path) -> tuple[Kind, ...]:
    """The kinds that the valid files in data/sections/ declare, by their order; what is wrong with others comes later.

    They are read before all else, for they say which folders hold records. That a title is not translated, or into
    what languages, is no reason not to read them.
    """
    folder = data / SECTIONS.place
    anyway = Declared(frozenset(one.stem for one in (data / FURTHER_LANGUAGES.place).glob("*.yml")), False)
    found = sorted(folder.glob("*.yml")) if folder.is_dir() and not folder.is_symlink() else []
    files = [(one, one.name) for one in found if is_record(one.name) and is_id(one.stem) and one.stem not in TAKEN]
    declared = []
    for (file, shown), (reading, problems) in zip(files, read_all(files), strict=True):
        section = validate(reading, SECTIONS.model, shown, problems, anyway)[0] if reading and not problems else None
        if isinstance(section, DeclaredSection) and section.address not in TAKEN:
            declared.append((section.order, file.stem, section))
    return tuple(section_kind(ident, section) for _, ident, section in sorted(declared, key=lambda one: one[:2]))


def unchanged(file: DataFile, before: Mapping[str, DataFile]) -> DataFile | None:
    """What was made of a file before, where it has not been written since."""
    old = before.get(file.shown)
    return old if old and old.fingerprint == file.fingerprint and old.kind == file.kind else None


def vocabulary_entries(entries: Mapping[Kind, Mapping[str, Entry]], kind: Kind) -> list[Any]:
    """The entries of a vocabulary that a bureau adds to that of the software; none where it has no valid file."""
    entry = entries.get(kind, {}).get(kind.place)
    return entry.record.entries if entry else []


def with_edition(entry: Entry, verbatim: bytes | None, before: Collection) -> Entry:
    """A document with its edition cut out of the verbatim text, if that can be; that of ``before`` where it holds."""
    known = before.resolution.entries.get((DOCUMENTS.place, entry.id)) if before.resolution else None
    if known and known[0].typed is entry.record and before.verbatim.get(entry.id) == verbatim:
        return known[0]
    edition = edition_of(entry.record, verbatim)
    return replace(entry, record=edition, typed=entry.record, parts_typed=entry.parts) if edition else entry


def sources_of(documents: Mapping[str, Entry], units: UnitTable, before: Collection) -> Sources:
    """The sentences of all documents; those of ``before`` where no document and no unit has changed."""
    known = before.resolution.entries if before.resolution else {}
    given = {ident: one for (place, ident), (one, _) in known.items() if place == DOCUMENTS.place}
    same = given.keys() == documents.keys() and all(given[ident] is entry for ident, entry in documents.items())
    if same and before.units == units:
        return before.sources
    sources = Sources(paragraphs(documents.values()), units.words)
    sources.keep(before.sources)
    if before.units == units:
        sources.told |= before.sources.told
    read_ahead(sources, units)
    return sources


def paragraphs(documents: Iterable[Entry]) -> Iterator[Paragraph]:
    """Every paragraph of those documents that could be read, headings too."""
    for one in documents:
        if isinstance(one.record, Edition):
            headings = one.record.headings
            yield from (Paragraph(one.id, them, headings[them[0].id]) for them in one.record.paragraphs)


def validated(
    file: DataFile,
    reading: Reading | None,
    problems: list[Problem],
    ids: frozenset[str],
    declared: Declared,
    kinds: Sequence[Kind],
) -> DataFile:
    """A file with what reading it gave, validated; ``ids`` are those of its folder, ``kinds`` all with one a file."""
    named = list(bad_file_name(file.id, file.shown, ids)) if file.kind.many else []
    if reading is None:
        return replace(file, problems=(*named, *problems))
    name = f"{file.kind.zh} {file.kind.en}: {file.id}"
    record, misfits = validate(reading, file.kind.model, name, problems, declared)
    if record is None and (other := kinds_of(file, reading, kinds)):
        folder = file.shown.partition("/")[0]
        misfits = [in_another_folder(file.shown, file.id, other, folder)]
    if record is None or problems or named:
        return replace(file, reading=reading, problems=(*named, *problems, *listed(misfits)))
    entry = Entry(file.kind, file.id, record, reading.lean())
    _ = entry.parts  # Worked out while other processes still read.
    return replace(file, reading=entry.reading, entry=entry, problems=tuple(named))


def kinds_of(file: DataFile, reading: Reading, kinds: Iterable[Kind]) -> list[Kind]:
    """What a file holds that has fields those of its folder never have: one other kind, or several sections."""
    fields = {field.alias or name for name, field in file.kind.model.model_fields.items()}
    if not file.kind.many or reading.value.keys() <= fields:
        return []
    found = [kind for kind in kinds if validate(reading, kind.model, "")[0] is not None]
    return [one for one in found if one.model is found[0].model]


def names_attached(documents: Iterable[Entry]) -> Iterator[str]:
    """The names of all files that documents name beside their texts."""
    for one in documents:
        document: Document = one.typed or one.record
        yield from (each.file for each in document.attachments)
        if document.original:
            yield document.original


def verbatim_of_all(data: Path, documents: Iterable[Entry]) -> dict[str, bytes]:
    """The verbatim text of every document whose text can be read."""
    return {document.id: text for document in documents if (text := verbatim_of(data, document)) is not None}


def verbatim_of(data: Path, entry: Entry) -> bytes | None:
    """The verbatim text of a document; None where it is no regular file or too large to be one."""
    document: Document = entry.record
    return regular(data / DOCUMENTS.place / document.verbatim)


def regular(file: Path) -> bytes | None:
    """The bytes of a text; None where it is no regular file, too large to be one, or may not be read."""
    try:
        if file.is_symlink() or not file.is_file() or file.stat().st_size > LARGEST_TEXT:
            return None
        return file.read_bytes()
    except OSError:
        return None
