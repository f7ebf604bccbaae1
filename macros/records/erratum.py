"""Errata: what was published, what stands now, why, and since when."""

from __future__ import annotations

from macros.records.base import BilingualText, Day, FigureId, Strict, described


class Erratum(Strict):
    """One correction of a published figure or text."""

    figure: FigureId = described(
        "更正的数据，写作“记录编号.数据编号”；更正来源文件整理后的文字时，写文件编号",
        "The figure corrected, written record.figure; or the id of a document whose printed text is corrected",
    )
    withdrawn: BilingualText | None = described(
        "数据已撤下时，写明原来的数据名称；未撤下则不写",
        "What the figure was called, if it has been withdrawn; else leave out",
        None,
    )
    date: Day = described("更正日期（年-月-日）", "Date of the correction (year-month-day)")
    stood: BilingualText = described("原来的内容", "What stood")
    stands: BilingualText = described("现在的内容", "What stands")
    why: BilingualText = described("更正原因", "Why")
