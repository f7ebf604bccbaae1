"""The page of the catalogue."""

from __future__ import annotations

from typing import Any

from macros.pages.references import languages_of
from macros.pages.rendering import Here, Renderer


def catalogue(renderer: Renderer, here: Here) -> str:
    """Everything published, in a table; while that is all on one page, it can be narrowed down there."""
    word = renderer.interface(here.language)
    page = renderer.lists.on(here.address)
    rows: list[dict[str, Any]] = [
        {
            "item": one,
            "kind": word(f"kind-{one.listed_as}"),
            "status": [{"id": status, "name": word(f"status-{status}")} for status in one.status],
            "languages": languages_of(here, one.address, renderer.register.languages),
        }
        for one in page.rows
    ]
    kinds = dict.fromkeys((row["item"].listed_as, row["kind"]) for row in rows)
    statuses = dict.fromkeys((status["id"], status["name"]) for row in rows for status in row["status"])
    return renderer.fill(
        "catalogue.html",
        here,
        page=page,
        rows=rows,
        kinds=list(kinds),
        all_statuses=list(statuses),
        files_beside=renderer.register.files_beside,
    )
