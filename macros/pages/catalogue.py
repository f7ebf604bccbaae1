"""The page of the catalogue."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from macros.pages.references import languages_of
from macros.pages.rendering import Here, Renderer
from macros.register.catalogue import CatalogueItem


def catalogue(renderer: Renderer, here: Here) -> str:
    """Everything published, in a table; while that is all on one page, it can be narrowed down there."""
    word = renderer.interface(here.language)
    page = renderer.lists.on(here.address)
    rows: list[dict[str, Any]] = [
        {
            "item": one,
            "kind": word(f"kind-{one.listed_as}"),
            "status": [{"id": status, "name": word(f"status-{status}")} for status in one.status],
            "languages": languages_of(here, renderer.led_to(one.address), renderer.register.languages),
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
        same=same_in_all(page.rows),
        files_beside=renderer.register.files_beside,
    )


def same_in_all(rows: Sequence[CatalogueItem]) -> frozenset[str]:
    """The columns that say the same in every row: those are said once, above the table.

    Of a document the source is its own text, so that alone does not differ. A table of one row keeps its columns.
    """
    if len(rows) < 2:
        return frozenset()
    values: dict[str, set[Any]] = {
        "issuer": {tuple(issuer.zh for issuer in one.issuers) for one in rows},
        "date": {(one.date, one.published) for one in rows},
        "source": {one.documents for one in rows},
        "status": {one.status for one in rows},
    }
    return frozenset({name for name, found in values.items() if len(found) == 1} | {"languages"})
