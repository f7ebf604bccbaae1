"""The page of the statutory annual reports (政府信息公开工作年度报告), of which there is none without a report."""

from __future__ import annotations

from macros.pages.rendering import Here, Renderer
from macros.records import addresses
from macros.records.annual_report import ITEMS_OF_TOTALS, due_day, report_totals
from macros.records.table_sums import sums_stated


def annual_reports(renderer: Renderer, here: Here) -> str:
    """Every annual report, newest first: its totals, whether the sums of its tables hold, and its files."""
    register, word = renderer.register, renderer.interface(here.language)
    reports = []
    for ident, year in register.annual_reports.items():
        document = register.texts[ident].document
        totals = report_totals(document)
        sums = [(table.id, one) for table in document.tables for one in sums_stated(table)]
        reports.append(
            {
                "id": ident,
                "year": year,
                "document": document,
                "address": addresses.document_address(ident),
                "totals": [(word(f"annual-report-{name}"), totals.get(name)) for name in ITEMS_OF_TOTALS]
                if totals
                else [],
                "sums": len(sums),
                "differ": [(table, one.words) for table, one in sums if one.stated != one.added],
                "verbatim": addresses.verbatim_address(ident, document.verbatim),
                "files": register.files_beside(ident),
            }
        )
    latest = max(register.annual_reports.values(), default=0)
    return renderer.fill("annual_reports.html", here, reports=reports, latest=latest, due=due_day(latest + 1))
