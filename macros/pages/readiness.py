"""The page that says whether the site may go live."""

from __future__ import annotations

from macros.pages.rendering import Here, Renderer
from macros.staff.readiness import FOR_PEOPLE


def readiness(renderer: Renderer, here: Here) -> str:
    """Every rule that a program can check, with what is missing and where to put it."""
    found = renderer.assessed
    word = renderer.interface(here.language)
    return renderer.fill(
        "readiness.html",
        here,
        findings=[{"finding": one, "state": word(f"state-{one.state}")} for one in found],
        blocking=sum(1 for one in found if one.blocks),
        for_people=FOR_PEOPLE,
    )
