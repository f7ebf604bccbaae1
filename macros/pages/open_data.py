"""The page of open data."""

from __future__ import annotations

from macros.exports.datasets import datasets_of
from macros.exports.dcat import MEDIA_TYPES
from macros.pages.rendering import Here, Renderer


def datasets(renderer: Renderer, here: Here) -> str:
    """Every dataset with its columns and downloads, and the terms for reuse."""
    register, root = renderer.register, renderer.root
    return renderer.fill(
        "datasets.html",
        here,
        tables=[
            {"dataset": dataset, "count": sum(1 for _ in dataset.rows(register, root.link))}
            for dataset in datasets_of(register)
        ],
        forms=tuple(MEDIA_TYPES),
        absolute=bool(root.address),
    )
