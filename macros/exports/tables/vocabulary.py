"""The table ``vocabulary``: columns and rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from macros.exports.table import Dataset, Link, Row
from macros.exports.tables import columns as c
from macros.exports.tables.columns import column, needed
from macros.exports.tables.shared import label_cells, note_cells
from macros.register.register import Register
from macros.text.languages import Bilingual


def term_rows(register: Register, link: Link) -> Iterator[Row]:
    """Every term that other tables name by its id."""
    terms: dict[str, Mapping[str, Any]] = {
        "units": register.units,
        "qualifiers": register.qualifiers,
        "periods": register.periods,
        "item-kinds": register.item_kinds,
        "project-stages": register.stages,
        "commitment-statuses": register.statuses,
        "emendation-kinds": register.emendation_kinds,
    }
    for name, entries in terms.items():
        for ident, one in entries.items():
            explained = getattr(one, "explained", None)
            yield {
                "id": f"{name}.{ident}",
                "vocabulary": name,
                "term": ident,
                **label_cells(one),
                **note_cells(explained),
                "start": getattr(one, "start", None),
                "end": getattr(one, "end", None),
            }


VOCABULARY_TABLE = Dataset(
    "vocabulary",
    Bilingual("词汇表", "Vocabulary"),
    Bilingual(
        "其他各表用编号表示的单位、限定词、时期、种类、阶段和状态，一行一个。",
        "Units, qualifiers, periods, kinds, stages and statuses that other tables name by their ids, one a row.",
    ),
    (
        c.ID,
        needed(
            "vocabulary", "所属词汇", "Vocabulary", ("单位、限定词、时期等", "Units, qualifiers, periods and so on")
        ),
        needed("term", "词条编号", "Term", ("其他各表所用的编号", "The id that other tables use")),
        *c.LABELS,
        column("note_zh", "解释（中文）", "Explained (Chinese)", ("词条的含义", "What the term means")),
        column("note_en", "解释（英文）", "Explained (English)", ("上一列的译文", "The same in English")),
        column(
            "start",
            "起始日期",
            "First day",
            ("时期的第一天；原文未载则为空", "Of a period; empty if not stated"),
            "date",
        ),
        column(
            "end",
            "截止日期",
            "Last day",
            ("时期的最后一天；原文未载则为空", "Of a period; empty if not stated"),
            "date",
        ),
    ),
    term_rows,
    {},
)
