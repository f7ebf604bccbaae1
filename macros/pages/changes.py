"""The page of what is new or changed."""

from __future__ import annotations

from macros.pages.rendering import Here, Renderer
from macros.records.addresses import CHANGES_PAGE
from macros.register.news import news_sentence


def changes(renderer: Renderer, here: Here) -> str:
    """What is new or changed, newest first, and the feeds of it."""
    register = renderer.register
    word = renderer.interface(here.language)
    page = renderer.lists.on(here.address)
    return renderer.fill(
        "changes.html",
        here,
        page=page,
        found=[
            {
                "news": row,
                "kind": word(f"kind-{row.item.listed_as}"),
                "summary": news_sentence(register, row, here.language),
            }
            for row in page.rows
        ],
        feeds=CHANGES_PAGE,
    )
