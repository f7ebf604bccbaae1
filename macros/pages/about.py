"""What the page about the site shows: coverage, what nobody has stated, how to reach the bureau."""

from __future__ import annotations

from macros.pages.rendering import Here, Renderer
from macros.register.translated import translation_counts

SUPPLIED_BY_BUREAU = (
    "site_address",
    "site_code",
    "icp",
    "police_record",
    "address",
    "telephone",
    "email",
    "data_terms",
)
"""Fields of the bureau's record that the site names as not supplied while they are empty."""


def coverage(renderer: Renderer, here: Here) -> str:
    """How much of the sources is used, and what was changed in them."""
    register = renderer.register
    documents = [text.document for text in register.texts.values()]
    return renderer.fill(
        "coverage.html",
        here,
        used=register.sentences_used(),
        kinds=sum(len(document.emendations) for document in documents),
        places=sum(sum(1 for _ in text.changes()) for text in register.texts.values()),
        translations=translation_counts(register),
        notes_count=sum(len(document.notes) for document in documents),
    )


def not_stated(renderer: Renderer, here: Here) -> str:
    """What the sources do not state and what the bureau has not supplied."""
    bureau = renderer.register.bureau
    return renderer.fill(
        "not_stated.html",
        here,
        not_stated=[one for text in renderer.register.texts.values() for one in text.document.not_stated],
        not_supplied=[name for name in SUPPLIED_BY_BUREAU if getattr(bureau, name) is None],
    )


def contact(renderer: Renderer, here: Here) -> str:
    """How to reach the bureau, or that it has not said."""
    return renderer.fill("contact.html", here)
