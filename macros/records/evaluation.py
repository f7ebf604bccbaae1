"""Evaluation rounds: how those the bureau serves have judged it."""

from __future__ import annotations

from macros.records.base import BilingualText, Id, Named, Sourced, described
from macros.records.figure import Figure, FigureEntry


class ResultEntry(FigureEntry):
    """One result of a round, as a file holds it; ``question`` ties it to the question that was put."""

    question: Id | None = described(
        "所答问题的编号；总体结果不写", "The question answered; none for an overall result", None
    )


class Result(Figure, ResultEntry):
    """One result of a round, as it is read in its source."""


class Evaluation(Sourced):
    """One round of evaluation, as a published document reports it."""

    work_area: Named = described(
        "所属工作领域的编号，即 work-areas/ 中的文件名（不带 .yml）",
        "The work area it belongs to: its file name in work-areas/, without .yml",
        example="water-supply",
    )
    questions: Id | None = described(
        "该领域中问题名单的编号", "The list of questions in that work area", None, example="questions"
    )
    title: BilingualText = described("标题", "Title")
    period: Named = described(
        "所属时期编号；自带的之外，可在 vocabulary/periods.yml 添加",
        "Period; those of the software, and those added in vocabulary/periods.yml",
        example="first-half",
    )
    results: list[ResultEntry] = described("结果", "Results", min_length=1)
