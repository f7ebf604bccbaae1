"""Work areas, alliances and activities: the records that have pages."""

from __future__ import annotations

from macros.records.base import Id, told
from macros.records.content import Content


class WorkArea(Content):
    """One area of the bureau's work."""


class Alliance(Content):
    """A body the bureau has founded or leads together with others."""

    work_area: Id = told("所属工作领域的编号", "The work area it belongs to")


class Activity(Content):
    """An outreach activity."""

    work_area: Id = told("所属工作领域的编号", "The work area it belongs to")
    period: Id = told("所属时期编号", "Period, from vocabulary/periods.yml")
