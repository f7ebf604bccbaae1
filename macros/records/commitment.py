"""Commitments: goals with a deadline, and what has been reported of them since."""

from __future__ import annotations

from macros.records.base import BilingualText, Day, FigureId, Id, Named, Statement, described

NO_RESULT = "no-result-stated"
"""Status of a commitment of which no progress is on record."""


class Progress(Statement):
    """What a later document reports of a commitment."""

    status: Named = described(
        "目标状态，见 vocabulary/commitment-statuses.yml",
        "Status after this report, from vocabulary/commitment-statuses.yml",
        example="in-progress",
    )
    period: Named = described(
        "报告所属时期的编号；自带的之外，可在 vocabulary/periods.yml 添加",
        "The period reported on; those of the software, and those added in vocabulary/periods.yml",
        example="first-half",
    )


class Commitment(Statement):
    """A goal the bureau has set itself in public."""

    id: Id = described("目标编号，本文件内不重复", "Identifier, unique in this file")
    term: FigureId | None = described("写明期限的数据编号", "The figure that states the time allowed", None)
    deadline: BilingualText = described("期限，按原文", "The deadline, as stated")
    due: Day | None = described(
        "截止日期（年-月-日）；原文没有写明则不写", "Due date (year-month-day); leave out if not stated", None
    )
    progress: list[Progress] = described("此后公布的进展，由先到后", "Progress reported since, in order", [])

    @property
    def status(self) -> str:
        """The status after the latest progress, or that no result has been stated."""
        return self.progress[-1].status if self.progress else NO_RESULT
