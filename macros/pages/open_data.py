"""The page of open data."""

from __future__ import annotations

from macros.exports.in_languages import datasets_of
from macros.pages.rendering import Here, Renderer
from macros.register.published import size_for_people

DOWNLOAD_FORMS = ("csv", "xlsx", "json")
EVERYDAY = ("figures", "projects", "lists")
"""The tables that most readers come for; the others are folded."""


def datasets(renderer: Renderer, here: Here) -> str:
    """One download of everything with its size, the everyday tables, the others folded, and the terms for reuse."""
    counts, workbook = renderer.tabulated.counts, renderer.tabulated.workbook
    return renderer.fill(
        "datasets.html",
        here,
        tables=[
            {"dataset": one, "count": counts[one.name], "everyday": one.name in EVERYDAY}
            for one in datasets_of(renderer.register)
        ],
        forms=DOWNLOAD_FORMS,
        size=size_for_people(len(workbook)) if workbook else "",
        absolute=bool(renderer.root.address),
    )
