"""Questions that the bureau puts to those it serves."""

from __future__ import annotations

from macros.records.listing import Listing
from macros.register.register import Register

QUESTIONS = "question"
"""The kind of list that holds them."""


def questions(register: Register) -> list[tuple[str, Listing]]:
    """Every list of questions of a work area, with the area's id."""
    return [(ident, one) for ident, area in register.work_areas.items() for one in area.lists if one.kind == QUESTIONS]
