"""Work areas, what the bureau does: the fields that every record with a page has (macros/records/paged_record.py)."""

from __future__ import annotations

from macros.records.paged_record import Content


class WorkArea(Content):
    """One area of the bureau's work."""
