"""What a document bears of itself at its head and its foot: its date and its number."""

from __future__ import annotations

import re

from macros.quantities.expression import Sense
from macros.records.collection import Collection
from macros.records.document import Edition, Sentence
from macros.records.document_ends import closely
from macros.records.sources import read_sentence

A_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


def ends_borne(edition: Edition, collection: Collection) -> dict[str, list[str]]:
    """The days of its signature, or of a line below its title, and the numbers above that, each once, by the field of
    its record.
    """
    ends = [one for one in edition.sentences() if one.role in ("date", "document-number", "issuer")]
    days = (day for one in ends for day in days_named(one, collection))
    numbers = (closely(one.zh) for one in ends if one.role == "document-number")
    return {"date": list(dict.fromkeys(days)), "document_number": list(dict.fromkeys(numbers))}


def days_named(sentence: Sentence, collection: Collection) -> list[str]:
    """The days of a year that a sentence names, in order."""
    read = read_sentence(sentence, collection.units.words)
    return [one.named for one in read if one.kind is Sense.DATE and A_DAY.fullmatch(one.named)]
