"""Outreach activities: a period, and the fields that every record with a page has (macros/records/paged_record.py)."""

from __future__ import annotations

from macros.records.base import Named, described
from macros.records.paged_record import InWorkArea


class Activity(InWorkArea):
    """An outreach activity."""

    period: Named = described(
        "所属时期编号，见 vocabulary/periods.yml", "Period, from vocabulary/periods.yml", example="first-half"
    )
