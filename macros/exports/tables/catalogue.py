"""The table ``catalogue``: columns and rows."""

from __future__ import annotations

from collections.abc import Iterator

from macros.exports.table import Dataset, Link, Row
from macros.exports.tables import columns as c
from macros.exports.tables.columns import column, needed
from macros.records.kinds import DOCUMENTS
from macros.register.catalogue import CatalogueItem, catalogue_items
from macros.register.register import Register
from macros.text.languages import Bilingual


def catalogue_rows(register: Register, link: Link) -> Iterator[Row]:
    """Everything published, as the catalogue lists it."""
    for one in catalogue_items(register):
        yield {
            "id": f"{one.kind_name}.{one.id}",
            "kind": one.listed_as,
            "label_zh": one.title.zh,
            "label_en": one.title.en,
            "issuer_zh": "、".join(issuer.zh for issuer in one.issuers),
            "issuer_en": ", ".join(issuer.en for issuer in one.issuers),
            "date": one.date,
            "published": one.published and f"{one.published:%Y-%m-%d %H:%M}",
            "index_number": one.index_number,
            "document_number": one.document_number,
            "work_area": one.work_area,
            "sources": " ".join(one.documents) or None,
            "files": file_names_of(register, one) or None,
            "languages": " ".join(language.tag for language in register.languages),
            "status": " ".join(one.status),
            "url": link(one.address),
        }


def file_names_of(register: Register, item: CatalogueItem) -> str:
    """The names of the files that are published beside a document's text; nothing for other records."""
    return " ".join(one.name for one in register.files_beside(item.id)) if item.kind is DOCUMENTS else ""


FILES_COLUMN = column("files", "原件与附件", "Files", ("文件名，空格隔开", "Names of its original and attachments"))
"""Only where there are any."""
CATALOGUE_TABLE = Dataset(
    "catalogue",
    Bilingual("公开目录", "Catalogue"),
    Bilingual(
        "已公开的全部文件和记录，一行一条，附制发单位、日期、出处和状态；原文未载的为空。",
        "Every document and record published, one a row, with issuer, dates, source, status; empty where not stated.",
    ),
    (
        c.ID,
        needed("kind", "种类", "Kind", ("文件、工作领域、栏目的记录、评议或更正", "Kind of item")),
        *c.LABELS,
        needed("issuer_zh", "制发单位", "Issuing body (Chinese)", ("来源文件是谁的", "Whose document it rests on")),
        needed("issuer_en", "制发单位（英文）", "Issuing body (English)", ("译文", "The same in English")),
        c.DATE,
        column("published", "发布时间", "Published", ("年-月-日 时:分；原文未载则为空", "Empty if not stated")),
        column("index_number", "索引号", "Index number", ("没有则为空", "Empty if there is none")),
        column("document_number", "文号", "Document number", ("没有则为空", "Empty if there is none")),
        column("work_area", "主题（工作领域）", "Subject", ("所属工作领域的编号", "Id of its work area")),
        column("sources", "来源文件", "Sources", ("来源文件的编号，空格隔开", "Ids of its source documents")),
        needed("languages", "语言", "Languages", ("页面的语言，空格隔开", "Languages of its page")),
        needed("status", "有效性", "Status", ("in-force、corrected、superseded", "in-force, corrected, superseded")),
        c.URL,
        FILES_COLUMN,
    ),
    catalogue_rows,
    {},
)
