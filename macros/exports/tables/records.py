"""The table ``work-areas``, and what the tables of sections share with it: columns and rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from macros.exports.table import Dataset, Link, Row
from macros.exports.tables import columns as c
from macros.exports.tables.columns import needed
from macros.exports.tables.shared import RESTS_ON, label_cells, proof_cells
from macros.records.addresses import record_address
from macros.records.kinds import WORK_AREAS, Kind
from macros.records.paged_record import Content
from macros.register.register import Register
from macros.text.languages import Bilingual


def record_row(kind: Kind, ident: str, record: Content, area: str, link: Link) -> dict[str, Any]:
    """What work areas and records of sections have in common."""
    return {
        "id": ident,
        **label_cells(record.title),
        "summary_zh": record.summary.zh,
        "summary_en": record.summary.en,
        "work_area": area,
        "figures": len(record.figures),
        **proof_cells(record.source, record.quote),
        "url": link(record_address(kind, ident, area)),
    }


def work_area_rows(register: Register, link: Link) -> Iterator[Row]:
    """Every work area, in the order of the site."""
    return (record_row(WORK_AREAS, ident, one, ident, link) for ident, one in register.work_areas.items())


FIGURES = needed("figures", "数据项数", "Figures", ("本记录的数据项数", "How many figures the record has"), "integer")
RECORD_COLUMNS = (c.ID, *c.LABELS, *c.SUMMARIES, c.WORK_AREA, FIGURES)
WORK_AREAS_TABLE = Dataset(
    "work-areas",
    Bilingual("工作领域", "Work areas"),
    Bilingual("各工作领域的名称、概要和出处，一行一个。", "The areas of the bureau’s work, one a row."),
    (*RECORD_COLUMNS, *c.PROOF_COLUMNS),
    work_area_rows,
    RESTS_ON,
)
