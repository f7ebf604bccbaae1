"""Alliances that the bureau leads."""

from __future__ import annotations

from macros.records.paged_record import InWorkArea


class Alliance(InWorkArea):
    """A body the bureau has founded or leads together with others."""
