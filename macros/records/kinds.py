"""Which files data/ holds, and which record class reads each of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from pydantic import BaseModel

from macros.problems import Place, Problem, Subject
from macros.records.base import BilingualText, Strict
from macros.records.bureau import Bureau
from macros.records.document import Document
from macros.records.erratum import Erratum
from macros.records.evaluation import Evaluation
from macros.records.retired import Retired
from macros.records.section import DeclaredSection, SectionRecord
from macros.records.shared_parts import Cited, cited_in, named_period
from macros.records.vocabulary import (
    ExplainedTerms,
    FurtherLanguage,
    Interface,
    OwnTables,
    Periods,
    Spellings,
    Synonyms,
    Terms,
    Units,
)
from macros.records.walk import walk
from macros.records.work_area import WorkArea
from macros.text.languages import Bilingual
from macros.yaml_files.reader import FieldPath, Reading
from macros.yaml_files.values import field_name


@dataclass(frozen=True)
class Kind:
    """A kind of data file: its place below data/ and the class that reads it."""

    place: str
    model: type[Strict]
    zh: str
    en: str
    optional: bool = False
    """Whether a site can do without the file."""
    section: str = ""
    """The section in data/sections/ that declares it; empty for the kinds of the software."""
    address: str = ""
    """Where the section is on the site."""
    name: str = ""
    """What one of its records is called in commands and tables."""
    own_pages: bool = True
    """Whether each of its records has a page; else they share one."""

    def __hash__(self) -> int:
        return hash(self.place)  # Which no two kinds share: records are looked up by kind again and again.

    @property
    def title(self) -> Bilingual:
        """What the kind is called."""
        return Bilingual(self.zh, self.en)

    @property
    def many(self) -> bool:
        """Whether ``place`` is a folder with one record a file."""
        return not self.place.endswith(".yml")


WORK_AREAS = Kind("work-areas", WorkArea, "工作领域", "work area")
EVALUATIONS = Kind("evaluations", Evaluation, "评议结果", "evaluation")
ERRATA = Kind("errata", Erratum, "更正", "erratum")
RETIRED = Kind("retired", Retired, "停用网址", "retired address")
DOCUMENTS = Kind("documents", Document, "来源文件", "document")
FURTHER_LANGUAGES = Kind("languages", FurtherLanguage, "其他语言", "language")
SECTIONS = Kind("sections", DeclaredSection, "栏目", "section")
BUREAU = Kind("bureau.yml", Bureau, "机构", "bureau")
UNITS = Kind("vocabulary/units.yml", Units, "计量单位", "units", optional=True)
PERIODS = Kind("vocabulary/periods.yml", Periods, "时期", "periods", optional=True)
ITEM_KINDS = Kind("vocabulary/item-kinds.yml", Terms, "名单种类", "item kinds")
STAGES = Kind("vocabulary/project-stages.yml", Terms, "项目阶段", "project stages")
STATUSES = Kind("vocabulary/commitment-statuses.yml", Terms, "目标状态", "statuses of goals")
EMENDATION_KINDS = Kind("vocabulary/emendation-kinds.yml", Terms, "校改种类", "emendation kinds")
TABLES = Kind("vocabulary/tables.yml", OwnTables, "数据表", "tables", optional=True)
INTERFACE = Kind("vocabulary/interface.yml", Interface, "界面用语", "interface words", optional=True)
SPELLINGS = Kind("vocabulary/traditional.yml", Spellings, "繁体用字", "Traditional spellings")
SYNONYMS = Kind("vocabulary/synonyms.yml", Synonyms, "近义词", "synonyms", optional=True)
EXPLAINED_TERMS = Kind("vocabulary/glossary.yml", ExplainedTerms, "词语说明", "glossary", optional=True)

FOLDERS = (WORK_AREAS, EVALUATIONS, ERRATA, RETIRED, DOCUMENTS, SECTIONS, FURTHER_LANGUAGES)
FILES = (
    BUREAU,
    UNITS,
    PERIODS,
    ITEM_KINDS,
    STAGES,
    STATUSES,
    EMENDATION_KINDS,
    TABLES,
    INTERFACE,
    SPELLINGS,
    SYNONYMS,
    EXPLAINED_TERMS,
)
PAGED = (WORK_AREAS,)
"""Kinds whose records are read on pages of their own and whose figures are numbered ``record.figure``.

A bureau's sections are such kinds too (``Collection.paged_kinds``).
"""
SECTION_RECORDS = Kind("<section>", SectionRecord, "栏目记录", "section record")
"""Stands for the kinds of all sections where only the form of their records matters: help, schemas, blank files."""


def section_kind(ident: str, section: DeclaredSection) -> Kind:
    """The kind that a section declares."""
    called, own_pages = section.one or section.title, section.pages == "each"
    address, name = f"{section.address or ident}/", section.name or ident
    return Kind(
        ident, SectionRecord, called.zh, section.name or called.en or ident, False, ident, address, name, own_pages
    )


@dataclass(frozen=True)
class Entry:
    """A valid record together with the file it was read from."""

    kind: Kind
    id: str
    record: Any
    reading: Reading
    typed: Any = None
    """The record as the file holds it, where ``record`` is resolved (records/resolver.py)."""
    parts_typed: tuple[tuple[FieldPath, BaseModel], ...] = field(default=(), repr=False, compare=False)
    """The parts of that, as ``parts`` are those of the record."""

    @cached_property
    def parts(self) -> tuple[tuple[FieldPath, BaseModel], ...]:
        """The record and every part inside it, each with its field path, in file order; most rules look at them."""
        return tuple(walk(self.record))

    @cached_property
    def cited(self) -> tuple[Cited, ...]:
        """The parts that rest on a sentence."""
        return tuple(cited_in(self.parts))

    @cached_property
    def texts(self) -> tuple[tuple[FieldPath, BilingualText], ...]:
        """The parts that are a text in both languages."""
        return tuple((path, part) for path, part in self.parts if isinstance(part, BilingualText))

    @cached_property
    def periods_named(self) -> tuple[str, ...]:
        """The periods that its parts name, each once; those of figures apart."""
        return tuple(dict.fromkeys(period for _, part in self.parts if (period := named_period(part))))

    @property
    def name(self) -> str:
        """What messages call the record."""
        return f"{self.kind.zh} {self.kind.en}: {self.id}"

    def problem(
        self,
        path: FieldPath,
        wrong: Bilingual,
        fix: Bilingual,
        *,
        about: tuple[Subject, ...] = (),
        follows: tuple[Subject, ...] = (),
    ) -> Problem:
        """A problem at the field ``path`` of this record."""
        return self.reading.problem(path, wrong, fix, record=self.name, about=about, follows=follows)

    def subject(self, *path: str | int) -> Subject:
        """What a problem at a field of this record is about."""
        return Subject(self.reading.path, field_name(path))

    def place(self, path: FieldPath) -> Place:
        """Where the field ``path`` stands in the file."""
        return self.reading.place(path)
