"""Alliances that the bureau leads: the fields that every record with a page has (macros/records/paged_record.py)."""

from __future__ import annotations

from macros.records.paged_record import InWorkArea


class Alliance(InWorkArea):
    """A body the bureau has founded or leads together with others."""
