"""Which sentence of a document states what its record says: who issued it, of what period, on what day, its number."""

from __future__ import annotations

from macros.drafting.document_period import periods_named
from macros.records.collection import Collection
from macros.records.document import Edition, Sentence
from macros.records.document_ends import closely
from macros.records.ends_borne import days_named
from macros.records.kinds import DOCUMENTS

STATED_BY_ITSELF = ("issuer", "period", "date", "document_number")
"""Fields of a document's record that say what its text says, where it says it."""


def stated_where(collection: Collection, document: str, field: str, value: str) -> str | None:
    """The words of the first sentence that states what a field says; nothing where none does.

    None for a field that is not of this kind, and for a document that cannot be read.
    """
    entry = collection.of(DOCUMENTS).get(document)
    if field not in STATED_BY_ITSELF or not value or entry is None or not isinstance(entry.record, Edition):
        return None
    return next((one.zh for one in entry.record.text_sentences() if says_so(collection, one, field, value)), "")


def says_so(collection: Collection, sentence: Sentence, field: str, value: str) -> bool:
    """Whether a sentence states what a field says: at its head or foot, or a period anywhere."""
    if field == "period":
        return value in periods_named(sentence, collection)
    if field == "date":
        return sentence.role in ("date", "issuer") and value in days_named(sentence, collection)
    return closely(value) in closely(sentence.zh)
