"""The page of corrections."""

from __future__ import annotations

from macros.pages.erratum_rows import errata
from macros.pages.rendering import Here, Renderer


def corrections(renderer: Renderer, here: Here) -> str:
    """All corrections, newest first."""
    page = renderer.lists.on(here.address)
    return renderer.fill("corrections.html", here, page=page, errata=errata(renderer.register, page.rows))
