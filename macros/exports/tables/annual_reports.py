"""The table ``annual-reports``: the statutory annual reports on disclosure, a row for each."""

from __future__ import annotations

from collections.abc import Iterator

from macros.exports.table import Dataset, Link, Row
from macros.exports.tables import columns as c
from macros.exports.tables.columns import column, needed
from macros.records.addresses import document_address
from macros.records.annual_report import report_totals
from macros.records.table_sums import sums_stated
from macros.register.register import Register
from macros.text.languages import Bilingual

AS_STATED = ("件数，照录报告表格的总计列；未载的为空", "In the column of totals of its table; empty if not stated")


def annual_report_rows(register: Register, link: Link) -> Iterator[Row]:
    """Every annual report, newest first."""
    for ident, year in register.annual_reports.items():
        document = register.texts[ident].document
        totals = {name: cell.number for name, (_, cell) in report_totals(document).items()}
        sums = [one for table in document.tables for one in sums_stated(table)]
        yield {
            "id": ident,
            "year": year,
            "label_zh": document.title.zh,
            "label_en": document.title.en,
            "issuer_zh": document.issuer.zh,
            "issuer_en": document.issuer.en,
            "date": document.date,
            "published": document.published and f"{document.published:%Y-%m-%d %H:%M}",
            "received": totals.get("received"),
            "carried_in": totals.get("carried-in"),
            "dealt_with": totals.get("dealt-with"),
            "carried_over": totals.get("carried-over"),
            "sums": len(sums),
            "sums_differing": sum(1 for one in sums if one.stated != one.added),
            "url": link(document_address(ident)),
        }


ANNUAL_REPORTS_TABLE = Dataset(
    "annual-reports",
    Bilingual("政府信息公开年报", "Annual disclosure reports"),
    Bilingual(
        "各年度的政府信息公开工作年度报告，一行一份，附报告表格中申请办理的总计；没有年度报告时不列本表。",
        "The annual reports on disclosure, one a row, with the totals of requests that they state; this table is "
        "published only where there are any.",
    ),
    (
        c.ID,
        needed("year", "年度", "Year", ("报告所说的年度", "The year that the report is for"), "integer"),
        *c.LABELS,
        needed("issuer_zh", "制发单位", "Issuing body (Chinese)", ("报告是谁的", "Whose report it is")),
        needed("issuer_en", "制发单位（英文）", "Issuing body (English)", ("译文", "The same in English")),
        c.DATE,
        column("published", "发布时间", "Published", ("年-月-日 时:分；不知道的为空", "Empty if not known")),
        column("received", "本年新收申请", "Received", AS_STATED, "number"),
        column("carried_in", "上年结转申请", "Carried in", AS_STATED, "number"),
        column("dealt_with", "本年度办理结果", "Dealt with", AS_STATED, "number"),
        column("carried_over", "结转下年度", "Carried over", AS_STATED, "number"),
        needed("sums", "核对的合计", "Sums", ("表中可以核对的合计数", "Sums that could be added up"), "integer"),
        needed(
            "sums_differing",
            "不符的合计",
            "Sums that differ",
            ("其中按所列各数相加不符的", "Those of them that differ from what the table lists"),
            "integer",
        ),
        c.URL,
    ),
    annual_report_rows,
    {},
)
