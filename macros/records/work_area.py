"""Work areas, alliances and activities: the records that have pages."""

from __future__ import annotations

from macros.records.base import Named, described
from macros.records.content import Content


class WorkArea(Content):
    """One area of the bureau's work."""


class Alliance(Content):
    """A body the bureau has founded or leads together with others."""

    work_area: Named = described(
        "所属工作领域的编号，即 work-areas/ 中的文件名（不带 .yml）",
        "The work area it belongs to: its file name in work-areas/, without .yml",
        example="outreach",
    )


class Activity(Content):
    """An outreach activity."""

    work_area: Named = described(
        "所属工作领域的编号，即 work-areas/ 中的文件名（不带 .yml）",
        "The work area it belongs to: its file name in work-areas/, without .yml",
        example="outreach",
    )
    period: Named = described(
        "所属时期编号，见 vocabulary/periods.yml", "Period, from vocabulary/periods.yml", example="first-half"
    )
