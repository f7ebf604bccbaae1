"""Work areas: what the bureau does, area by area."""

from __future__ import annotations

from macros.records.paged_record import Content


class WorkArea(Content):
    """One area of the bureau's work."""
