"""Fragments for people who compute or keep up: datasets, the catalogue, what is new."""

from __future__ import annotations

from typing import Any

from macros.exports.datasets import DATASETS
from macros.exports.dcat import FORMS
from macros.pages.fragments.shared import languages_of
from macros.pages.rendering import Here, Renderer
from macros.records.addresses import CHANGES_PAGE
from macros.register.news import summary


def datasets(renderer: Renderer, here: Here) -> str:
    """Every dataset with its columns and downloads, and the terms for reuse."""
    register, root = renderer.register, renderer.root
    return renderer.fill(
        "datasets.html",
        here,
        tables=[{"dataset": one, "count": sum(1 for _ in one.rows(register, root.link))} for one in DATASETS],
        forms=tuple(FORMS),
        absolute=bool(root.address),
    )


def catalogue(renderer: Renderer, here: Here) -> str:
    """Everything published, in a table; while that is all on one page, it can be narrowed down there."""
    word = renderer.interface(here.language)
    page = renderer.lists.on(here.address)
    rows: list[dict[str, Any]] = [
        {
            "item": one,
            "kind": word(f"kind-{one.kind_name}"),
            "status": [{"id": status, "name": word(f"status-{status}")} for status in one.status],
            "languages": languages_of(here, one.address),
        }
        for one in page.rows
    ]
    kinds = dict.fromkeys((row["item"].kind_name, row["kind"]) for row in rows)
    statuses = dict.fromkeys((status["id"], status["name"]) for row in rows for status in row["status"])
    return renderer.fill("catalogue.html", here, page=page, rows=rows, kinds=list(kinds), all_statuses=list(statuses))


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
            {"news": one, "kind": word(f"kind-{one.item.kind_name}"), "summary": summary(register, one, here.language)}
            for one in page.rows
        ],
        feeds=CHANGES_PAGE,
    )
