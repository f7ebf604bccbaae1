"""The table ``errata``: columns and rows."""

from __future__ import annotations

from collections.abc import Iterator

from macros.exports.table import Dataset, Link, Row
from macros.exports.tables import columns as c
from macros.exports.tables.columns import needed
from macros.register.register import Register
from macros.text.languages import Bilingual


def erratum_rows(register: Register, link: Link) -> Iterator[Row]:
    """Every correction, newest first."""
    for ident in register.erratum_pages:
        one = register.errata[ident]
        yield {
            "id": ident,
            "figure": one.figure,
            "date": one.date,
            "withdrawn": one.withdrawn is not None,
            "stood_zh": one.stood.zh,
            "stood_en": one.stood.en,
            "stands_zh": one.stands.zh,
            "stands_en": one.stands.en,
            "why_zh": one.why.zh,
            "why_en": one.why.en,
            "url": link(register.erratum_address(ident)),
        }


WHY = (
    needed("why_zh", "理由（中文）", "Reason (Chinese)", ("为什么改动", "Why it was changed")),
    needed("why_en", "理由（英文）", "Reason (English)", ("上一列的译文", "The same in English")),
)
ERRATA_TABLE = Dataset(
    "errata",
    Bilingual("更正", "Corrections"),
    Bilingual(
        "对已公布数据的全部更正，由新到旧；尚无更正时本表为空。",
        "All corrections of published figures, newest first; empty until there is one.",
    ),
    (
        c.ID,
        needed(
            "figure", "更正的数据", "Figure", ("数据编号；已撤下的不在数据表中", "Its id; not in figures if withdrawn")
        ),
        needed("date", "更正日期", "Date", ("更正的日期", "Date of the correction"), "date"),
        needed("withdrawn", "是否撤下", "Withdrawn", ("数据已撤下为 true", "true where the figure is gone"), "boolean"),
        needed("stood_zh", "原来的内容（中文）", "Before (Chinese)", ("更正前的内容", "What stood")),
        needed("stood_en", "原来的内容（英文）", "Before (English)", ("上一列的译文", "The same in English")),
        needed("stands_zh", "现在的内容（中文）", "Now (Chinese)", ("更正后的内容", "What stands")),
        needed("stands_en", "现在的内容（英文）", "Now (English)", ("上一列的译文", "The same in English")),
        *WHY,
        c.URL,
    ),
    erratum_rows,
    {},
)
