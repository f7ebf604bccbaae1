"""The table ``commitments``: columns and rows."""

from __future__ import annotations

from collections.abc import Iterator

from macros.exports.table import Dataset, Link, Row
from macros.exports.tables import columns as c
from macros.exports.tables.columns import column, needed
from macros.exports.tables.shared import IN_AREA, label_cells, proof_cells
from macros.records.addresses import record_address
from macros.records.shared_parts import full_id
from macros.register.catalogue import paged_records
from macros.register.register import Register
from macros.text.languages import Bilingual


def commitment_rows(register: Register, link: Link) -> Iterator[Row]:
    """Every commitment, with its latest status."""
    for kind, ident, record, area in paged_records(register):
        for commitment in record.commitments:
            yield {
                "id": f"{ident}.{commitment.id}",
                **label_cells(commitment),
                "deadline_zh": commitment.deadline.zh,
                "deadline_en": commitment.deadline.en,
                "due": commitment.due,
                "term": commitment.term and full_id(ident, commitment.term),
                "status": commitment.status,
                "work_area": area,
                "record": ident,
                **proof_cells(commitment.source, commitment.quote),
                "url": link(f"{record_address(kind, ident, area)}#commitment-{commitment.id}"),
            }


COMMITMENTS_TABLE = Dataset(
    "commitments",
    Bilingual("力争实现的目标", "Goals"),
    Bilingual(
        "公开提出的目标、期限和最近公布的状态，一行一个；没有公布结果的照样注明。",
        "Goals set in public, with deadline and the latest status published, one a row; where no result has been "
        "published, it says so.",
    ),
    (
        c.ID,
        *c.LABELS,
        needed("deadline_zh", "期限（中文）", "Deadline (Chinese)", ("按原文", "As stated")),
        needed("deadline_en", "期限（英文）", "Deadline (English)", ("上一列的译文", "The same in English")),
        column("due", "截止日期", "Due", ("原文未载则为空", "Empty if not stated"), "date"),
        column("term", "期限数据", "Term", ("写明期限的数据编号", "Id of the figure that states the time allowed")),
        c.STATUS,
        c.WORK_AREA,
        c.RECORD,
        *c.PROOF_COLUMNS,
    ),
    commitment_rows,
    {**IN_AREA, "term": "figures"},
)
