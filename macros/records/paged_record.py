"""The fields of every record with a page: work areas (``Content``) and records of sections (``InWorkArea``)."""

from __future__ import annotations

from macros.records.base import BilingualText, FigureId, Named, Sourced, Statement, Whole, described
from macros.records.commitment import Commitment
from macros.records.figure import FigureEntry
from macros.records.listing import Listing
from macros.records.project import Project, Stage


class Content(Sourced):
    """A record with a page of its own; its ``source`` and ``quote`` are the words it is named after."""

    order: Whole = described("排列次序，小的在前", "Place in the order, smallest first", 1, ge=1, le=100000)
    title: BilingualText = described("标题", "Title")
    summary: BilingualText = described(
        "一两句话的概要；数字不直接写，写 {数据编号}",
        "A sentence or two in summary; no number is typed: write {figure}, the id of a figure",
    )
    lead_figure: FigureId | None = described(
        "首要数据，写它的编号", "Lead figure, by its identifier", None, example="materials"
    )
    figures: list[FigureEntry] = described("数据", "Figures", [])
    statements: list[Statement] = described("做了什么", "What was done", [])
    lists: list[Listing] = described("名单", "Lists of named things", [])
    pipeline: list[Stage] = described("项目阶段及其数据，由先到后", "Stages of the pipeline, in order", [])
    projects: list[Project] = described("项目", "Projects", [])
    not_stated: list[BilingualText] = described(
        "读者会问、原文没有写明的事项", "What readers would ask and the source does not state", []
    )
    commitments: list[Commitment] = described("力争实现的目标", "Goals it strives for", [])


class InWorkArea(Content):
    """A record with a page that belongs to a work area, as those of sections do."""

    work_area: Named = described(
        "所属工作领域的编号，即 work-areas/ 中的文件名（不带 .yml）",
        "The work area it belongs to: its file name in work-areas/, without .yml",
        example="water-supply",
    )
