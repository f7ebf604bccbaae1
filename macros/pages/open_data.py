"""The page of open data."""

from __future__ import annotations

from macros.exports.files import whole_workbook
from macros.exports.in_languages import datasets_of, rows_as_published
from macros.pages.rendering import Here, Renderer
from macros.register.published import size_for_people

DOWNLOAD_FORMS = ("csv", "xlsx", "json")
EVERYDAY = ("figures", "projects", "lists")
"""The tables that most readers come for; the others are folded."""
MOST_ROWS = 5000
"""Rows of all tables up to which the workbook is made to tell how large it is."""


def datasets(renderer: Renderer, here: Here) -> str:
    """One download of everything with its size, the everyday tables, the others folded, and the terms for reuse."""
    register, root = renderer.register, renderer.root
    tables = [(one, list(rows_as_published(register, one.rows(register, root.link)))) for one in datasets_of(register)]
    small = sum(len(rows) for _, rows in tables) <= MOST_ROWS
    return renderer.fill(
        "datasets.html",
        here,
        tables=[
            {"dataset": dataset, "count": len(rows), "everyday": dataset.name in EVERYDAY} for dataset, rows in tables
        ],
        forms=DOWNLOAD_FORMS,
        size=size_for_people(len(whole_workbook(register, tables))) if small else "",
        absolute=bool(root.address),
    )
