"""What a register publishes, one by one: figures, documents, files, sections, and what cites them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from macros.records.addresses import (
    figure_anchor,
    record_address,
    verbatim_address,
)
from macros.records.attached_files import AttachedFile, ending_of, published_name
from macros.records.base import BilingualText
from macros.records.document import Edition, Emendation, Note, Run, Sentence
from macros.records.figure import Figure
from macros.records.kinds import Kind
from macros.records.section import DeclaredSection, SectionRecord
from macros.register.document_parts import DocumentPart, document_parts


@dataclass(frozen=True, slots=True)
class PublishedFigure:
    """A figure with its full id ``record.figure`` and the record and work area it belongs to."""

    id: str
    figure: Figure
    kind: Kind
    record: str
    work_area: str
    title: BilingualText

    @property
    def address(self) -> str:
        """Where the figure is shown, to the very place."""
        return f"{record_address(self.kind, self.record, self.work_area)}#{self.anchor}"

    @property
    def anchor(self) -> str:
        """Its place on the page of its record."""
        return figure_anchor(self.kind, self.record, self.figure.id)


@dataclass(frozen=True, slots=True)
class Citation:
    """A record that uses a sentence, the work area it belongs to, if any, and the figures it takes from it."""

    title: BilingualText
    address: str
    work_area: str
    figures: tuple[PublishedFigure, ...]


@dataclass(frozen=True)
class PrintedDocument:
    """A source document ready to print: lines as published, sentences as runs, notes by sentence."""

    document: Edition
    lines: tuple[tuple[int, str], ...]
    runs: Mapping[str, tuple[Run, ...]]
    notes: Mapping[str, tuple[Note, ...]]

    def changes(self) -> Iterator[tuple[Sentence, Run, Emendation]]:
        """Every place that was emended, in order of the text."""
        for sentence in self.document.sentences():
            for run in self.runs.get(sentence.id, ()):
                if run.emendation:
                    yield sentence, run, run.emendation

    @cached_property
    def parted(self) -> tuple[tuple[DocumentPart, ...], Mapping[str, int]]:
        """The document in parts, one a page, and the part that each anchor stands in."""
        return document_parts(self.document, self.lines)


@dataclass(frozen=True)
class SentencesUsed:
    """How many sentences and headings there are, cells apart, how many records use, and what the others are.

    ``others`` names the kinds of those that need no record (a heading, or a role of document.LineRole), each once.
    """

    total: int
    used: int
    others: tuple[str, ...]
    headings: int

    @property
    def sentences(self) -> int:
        """How many there are that are no headings."""
        return self.total - self.headings

    @property
    def rest(self) -> int:
        """How many no record uses."""
        return self.total - self.used


@dataclass(frozen=True)
class NumbersCovered:
    """How many numbers of a document's sentences are figures; its tables, their cells, and those that are figures."""

    numbers: int
    tables: int
    cells: int
    cells_recorded: int


def size_for_people(size: int) -> str:
    """A number of bytes in KB, 1 at least, or in MB from one on."""
    kilobytes = max(1, round(size / 1024))
    return f"{kilobytes} KB" if kilobytes < 1024 else f"{size / 2**20:.1f} MB"


@dataclass(frozen=True)
class FileBeside:
    """A file that is published beside a document's text; an original has no title of its own."""

    document: str
    name: str
    title: BilingualText | None
    file: AttachedFile

    @property
    def ending(self) -> str:
        """What kind of file it is."""
        return ending_of(self.name)

    @property
    def size(self) -> str:
        """How large it is, for people."""
        return size_for_people(self.file.size)

    @property
    def address(self) -> str:
        """Where it can be downloaded; the same in every language."""
        return verbatim_address(self.document, published_name(self.name))


@dataclass(frozen=True)
class PublishedSection:
    """A section with its records, in their order."""

    kind: Kind
    section: DeclaredSection
    records: Mapping[str, SectionRecord]

    @property
    def address(self) -> str:
        """The page of the section."""
        return self.kind.address

    @property
    def sole(self) -> SectionRecord | None:
        """The only record of a section without columns whose records share a page: the page is its own."""
        alone = len(self.records) == 1 and not self.kind.own_pages and not self.section.fields
        return next(iter(self.records.values()), None) if alone else None
