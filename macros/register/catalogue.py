"""The catalogue (公开目录): every published item, with what is known of it, and whether it still stands.

What a catalogue entry holds follows the catalogues of local governments: 索引号, 主题分类, 发布机构,
成文日期, 名称, 文号, 发布日期, 有效性. What nobody has stated stays empty.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date as Date
from datetime import datetime
from typing import Any, Literal, TypeVar

from macros.records.addresses import document_address, record_address
from macros.records.base import BilingualText
from macros.records.document import Document
from macros.records.kinds import DOCUMENTS, ERRATA, EVALUATIONS, WORK_AREAS, Kind
from macros.records.paged_record import Content
from macros.register.register import Register

DayOrMoment = TypeVar("DayOrMoment", Date, datetime)
Status = Literal["in-force", "corrected", "superseded"]
ITEM_STATUSES: tuple[Status, ...] = ("in-force", "corrected", "superseded")


@dataclass(frozen=True)
class CatalogueItem:
    """One entry of the catalogue; ``documents`` are the ids of the source documents it rests on."""

    kind: Kind
    id: str
    record: Any
    title: BilingualText
    address: str
    issuers: tuple[BilingualText, ...]
    documents: tuple[str, ...]
    status: tuple[Status, ...]
    work_area: str | None = None
    is_annual_report: bool = False
    date: Date | None = None
    published: datetime | None = None

    @property
    def index_number(self) -> str | None:
        """The index number of a document, if it has one."""
        return getattr(self.record, "index_number", None)

    @property
    def document_number(self) -> str | None:
        """The number of a document, if it has one."""
        return getattr(self.record, "document_number", None)

    @property
    def kind_name(self) -> str:
        """The kind as files and interface words name it: ``work-area``."""
        return self.kind.name or self.kind.en.replace(" ", "-")

    @property
    def listed_as(self) -> str:
        """The kind as the catalogue names it, which tells annual reports from other documents."""
        return "annual-report" if self.is_annual_report else self.kind_name


def catalogue_items(register: Register) -> list[CatalogueItem]:
    """Every published item, kind by kind, in the order of the site."""
    return [
        *(document_item(register, ident) for ident in register.texts),
        *(record_item(register, *document) for document in records_with_documents(register)),
        *(erratum_item(register, ident) for ident in register.errata),
    ]


def paged_records(register: Register) -> Iterator[tuple[Kind, str, Content, str]]:
    """Every record with a page: its kind, id, the record, and its work area."""
    for ident, area in register.work_areas.items():
        yield WORK_AREAS, ident, area, ident
    for section in register.sections.values():
        for ident, record in section.records.items():
            yield section.kind, ident, record, record.work_area


def records_with_documents(register: Register) -> Iterator[tuple[Kind, str, Any, str]]:
    """Every record that rests on documents: its kind, id, the record, and its work area."""
    yield from paged_records(register)
    for ident, record in register.evaluations.items():
        yield EVALUATIONS, ident, record, record.work_area


def document_item(register: Register, ident: str) -> CatalogueItem:
    """The entry of a source document."""
    document = register.texts[ident].document
    return CatalogueItem(
        kind=DOCUMENTS,
        id=ident,
        record=document,
        title=document.title,
        address=document_address(ident),
        issuers=(document.issuer,),
        documents=(ident,),
        status=status(register, [document], ()),
        is_annual_report=ident in register.annual_reports,
        date=document.date,
        published=document.published,
    )


def record_item(register: Register, kind: Kind, ident: str, record: Any, area: str) -> CatalogueItem:
    """The entry of a record; its dates are those of the latest document it rests on."""
    found = rests_on(register, kind, ident)
    documents = [register.texts[one].document for one in found]
    anchor = f"#evaluation-{ident}" if kind is EVALUATIONS else ""
    return CatalogueItem(
        kind=kind,
        id=ident,
        record=record,
        title=record.title,
        address=f"{record_address(kind, ident, area)}{anchor}",
        issuers=tuple({document.issuer.zh: document.issuer for document in documents}.values()),
        documents=found,
        status=status(register, documents, (ident,)),
        work_area=area,
        date=latest(document.date for document in documents),
        published=latest(document.published for document in documents),
    )


def erratum_item(register: Register, ident: str) -> CatalogueItem:
    """The entry of a correction, which is the bureau's own."""
    erratum = register.errata[ident]
    figure = register.figures.get(erratum.figure)
    return CatalogueItem(
        kind=ERRATA,
        id=ident,
        record=erratum,
        title=register.erratum_title(erratum),
        address=register.erratum_address(ident),
        issuers=(register.bureau.name,),
        documents=(figure.figure.source.partition("#")[0],) if figure else (),
        status=("in-force",),
        work_area=figure.work_area if figure else None,
        date=erratum.date,
    )


def rests_on(register: Register, kind: Kind, ident: str) -> tuple[str, ...]:
    """The ids of the documents that a record cites, in the order of the register."""
    cited = {one.partition("#")[0] for one in register.cited[kind.place, ident]}
    return tuple(sorted(cited & register.text_order.keys(), key=register.text_order.__getitem__))


def latest(moments: Iterable[DayOrMoment | None]) -> DayOrMoment | None:
    """The latest of some dates, of which any may be unknown."""
    return max((moment for moment in moments if moment is not None), default=None)


def status(register: Register, documents: Iterable[Document], records: Iterable[str]) -> tuple[Status, ...]:
    """Whether an item still stands as it was first published.

    It is corrected where an erratum concerns a figure of its record, and superseded where one who issued what it rests
    on has issued a document of a later period; where neither is so, it is in force.
    """
    found: list[Status] = []
    if any(record in register.errata_by_record for record in records):
        found.append("corrected")
    rested_on = list(documents)
    newest = max((register.periods[document.period].order for document in rested_on), default=0)
    if any(register.newest_periods.get(document.issuer.zh, 0) > newest for document in rested_on):
        found.append("superseded")
    return tuple(found) or ("in-force",)
