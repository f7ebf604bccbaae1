"""Outreach activities: a period, and the fields that every record with a page has (macros/records/paged_record.py)."""

from __future__ import annotations

from macros.records.base import Named, described
from macros.records.paged_record import InWorkArea


class Activity(InWorkArea):
    """An outreach activity."""

    period: Named = described(
        "所属时期编号；自带的之外，可在 vocabulary/periods.yml 添加",
        "Period; those of the software, and those added in vocabulary/periods.yml",
        example="first-half",
    )
