"""The page for readers who answer."""

from __future__ import annotations

from macros.pages.rendering import Here, Renderer
from macros.records.addresses import record_address
from macros.records.kinds import WORK_AREAS
from macros.records.listing import Listing
from macros.register.register import Register

QUESTIONS = "question"
"""The kind of list that holds questions put to those the bureau serves."""


def feedback(renderer: Renderer, here: Here) -> str:
    """The questions put to readers, and a way to report an error: a form to send, or one to print."""
    return renderer.fill(
        "feedback.html",
        here,
        groups=[
            {"area": record_address(WORK_AREAS, ident), "id": ident, "list": one}
            for ident, one in questions(renderer.register)
        ],
    )


def questions(register: Register) -> list[tuple[str, Listing]]:
    """Every list of questions of a work area, with the area's id."""
    return [(ident, one) for ident, area in register.work_areas.items() for one in area.lists if one.kind == QUESTIONS]
