"""What records of different kinds hold alike: figures, and parts that rest on a source sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from macros.records.base import Sourced
from macros.records.evaluation import Evaluation
from macros.records.figure import Figure, FigureEntry
from macros.records.listing import Item, Listing
from macros.records.paged_record import Content
from macros.records.section import FieldValue
from macros.records.walk import walk
from macros.yaml_files.reader import FieldPath


@dataclass(frozen=True)
class Cited:
    """A part of a record, the sentence it cites and the words it quotes."""

    path: FieldPath
    part: Any
    sentence: str
    quote: str
    own: bool = True
    """Whether the part carries the quote itself, rather than taking it from its list."""


def figure_entries(record: Any) -> Iterator[tuple[FieldPath, FigureEntry]]:
    """The figures of a record, read or not, and where each stands; none for kinds that have none."""
    if isinstance(record, Evaluation):
        yield from ((("results", index), one) for index, one in enumerate(record.results))
    elif isinstance(record, Content):
        yield from ((("figures", index), one) for index, one in enumerate(record.figures))


def figures_of(record: Any) -> Sequence[Figure]:
    """The figures of a record that could be read in their source."""
    entries = (
        record.results if isinstance(record, Evaluation) else record.figures if isinstance(record, Content) else ()
    )
    return [one for one in entries if isinstance(one, Figure)]


def full_id(record: str, given: str) -> str:
    """The id ``record.figure`` of a figure that a record names, as one of its own (``figure``) or of another."""
    return given if "." in given else f"{record}.{given}"


def citations_of(record: Any) -> Iterator[Cited]:
    """Every part of a record that rests on a sentence."""
    return cited_in(walk(record))


def cited_in(parts: Iterable[tuple[FieldPath, Any]]) -> Iterator[Cited]:
    """The parts that rest on a sentence; an item without a source of its own rests on its list's."""
    for path, part in parts:
        if isinstance(part, Sourced) or (isinstance(part, FieldValue) and part.quote):
            yield Cited(path, part, part.source, part.quote or "")
        if isinstance(part, Listing):
            for index, item in enumerate(part.items):
                yield item_citation(part, item, (*path, "items", index))


def item_citation(listing: Listing, item: Item, path: FieldPath) -> Cited:
    """What an item rests on: its own sentence and quote, else those of its list."""
    if item.quote:
        return Cited(path, item, item.source, item.quote)
    return Cited(path, item, listing.source, listing.quote, own=False)


def named_period(part: BaseModel) -> str:
    """The period that a part of a record other than a figure names; empty where it names none."""
    return str(vars(part).get("period") or "") if not isinstance(part, FigureEntry) else ""
