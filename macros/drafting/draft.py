"""A document that was read, and the data there is -> a draft: the files that are new, and those that change.

Nothing here reads or writes a file. What a draft proposes in words begins with the marker of proposals; what it reads
in the document (quotes, which number is meant, date and number of a document) needs none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from macros.drafting.many_changes import Addition, with_entries_added, with_fields_added
from macros.drafting.read_document import EnglishOf, document_draft
from macros.drafting.record_drafts import Drafting, RecordDraft, in_order_of, lists_drafted
from macros.received.lines import ReadDocument
from macros.records.base import Sourced
from macros.records.collection import Collection
from macros.records.figure import FigureEntry
from macros.records.kinds import DOCUMENTS, WORK_AREAS, Entry
from macros.records.listing import Item
from macros.records.resolver import rests_on_quotes, sentence_meant
from macros.records.section import FieldValue
from macros.records.shared_parts import figure_entries
from macros.records.shipped_example import EXAMPLE_ID
from macros.records.sources import Sources
from macros.records.walk import walk
from macros.staff.fields import order_at, order_of
from macros.staff.schemas import schema_line
from macros.yaml_files.editing import new_file
from macros.yaml_files.reader import FieldPath


@dataclass(frozen=True)
class DraftSummary:
    """What a draft holds, for whoever asked for it."""

    sentences: int
    figures: int
    statements: int
    framing: tuple[str, ...]
    records: tuple[tuple[str, str, bool], ...]
    """Heading, file and whether that is new."""
    guessed: tuple[tuple[str, str], ...] = ()
    """Sentences that stand under no heading of the record that they were put into, and that heading."""


@dataclass(frozen=True)
class Draft:
    """Files by their paths in the data folder: new ones, and those that change with their texts before and after."""

    ident: str
    new: Mapping[str, bytes]
    changed: Mapping[str, tuple[str, str]]
    told: DraftSummary


def draft_of(
    read: ReadDocument,
    verbatim: bytes,
    original: tuple[str, bytes] | None,
    ident: str,
    collection: Collection,
    english: EnglishOf,
    text_of: Callable[[str], str],
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Draft | None:
    """The draft of a document; None where its text holds none.

    ``original`` is the file received and its name, where the verbatim text was made from it; ``text_of`` gives the
    text of a data file by its path as the collection shows it.
    """
    given = {"verbatim": f"{ident}.txt", **({"original": original[0]} if original else {})}
    document = document_draft(read, verbatim, given, ident, collection, english)
    if document is None:
        return None
    drafting = Drafting(document, collection, english)
    drafting.drafted(progress)
    drafting.told_apart()
    new = {f"documents/{ident}.txt": verbatim}
    if original:
        new[f"documents/{original[0]}"] = original[1]
    changes: dict[str, str] = {}
    areas = (one for one in collection.of(WORK_AREAS).values() if one.id != EXAMPLE_ID)  # It goes with this import.
    order = max((one.record.order for one in areas), default=0)
    records = []
    for record in drafting.records.values():
        place = f"work-areas/{record.ident}.yml"
        records.append((record.area.title, place, record.entry is None))
        if record.entry is None:
            order += 1
            new[place] = drafting.text_of(record, order).encode()
        else:
            path = record.entry.reading.path
            changes[path] = appended(text_of(path), record)
    new[f"documents/{ident}.yml"] = new_file(
        in_order_of(DOCUMENTS.model, document.values), schema_line(DOCUMENTS)
    ).encode()
    additions: dict[str, list[Addition]] = {}
    for entry, at, value in (*sources_named(drafting), *series_named(drafting)):
        order = order_at(entry.kind.model, at[:-1])
        additions.setdefault(entry.reading.path, []).append((at, value, order))
    for path, found in additions.items():
        changes[path] = with_fields_added(changes.get(path) or text_of(path), found)
    told = DraftSummary(
        len(document.edition.text_sentences()),
        sum(len(one.figures) for one in drafting.records.values()),
        sum(len(one.statements) for one in drafting.records.values()),
        tuple(one.zh for one in document.edition.sentences() if one.role == "framing"),
        tuple(records),
        tuple((text, one.area.title) for one in drafting.records.values() for text in one.guessed),
    )
    return Draft(ident, new, {path: (text_of(path), text) for path, text in changes.items()}, told)


def appended(text: str, record: RecordDraft) -> str:
    """The text of a record with the new figures and statements behind those it has."""
    for name, found in lists_drafted(record).items():
        text = with_entries_added(text, (name,), found, order_of(WORK_AREAS.model))
    return text


def sources_named(drafting: Drafting) -> Iterable[tuple[Entry, FieldPath, str]]:
    """Parts whose words now stand in the new document too: where each is, and the source that it must name."""
    grown = {ident for ident, one in drafting.records.items() if one.entry}
    for entry in drafting.collection.all():
        if not rests_on_quotes(entry.kind):
            continue
        resolved: Mapping[FieldPath, Any] = dict(entry.parts)
        typed = [(path, one) for path, one in walk(entry.typed or entry.record) if quotes(one)]
        now = {path: standing(drafting.sources, one) for path, one in typed}
        documents = {one[0].partition("#")[0] for one in now.values() if len(one) == 1}
        if entry.kind is WORK_AREAS and entry.id in grown:
            documents.add(drafting.document.ident)
        for path, _ in typed:
            was = resolved[path].source
            if was and sentence_meant(now[path], documents) != was:
                document = was.partition("#")[0]
                alone = [one for one in now[path] if one.partition("#")[0] == document] == [was]
                yield entry, (*path, "source"), document if alone else was


def quotes(part: Any) -> bool:
    """Whether a part names words, or a cell, of a source."""
    return isinstance(part, Sourced | Item | FieldValue) and bool(part.quote or getattr(part, "cell", None))


def standing(sources: Sources, part: Any) -> Sequence[str]:
    """The sentences in which the words of a part stand, or the cells that it may mean."""
    if isinstance(part, FigureEntry) and part.cell:
        return sources.cells(part.cell, part.source)
    return sources.standing(part.quote, part.source)


def series_named(drafting: Drafting) -> Iterable[tuple[Entry, FieldPath, str]]:
    """Earlier figures that get a series, since a figure of the new document goes on from them."""
    for entry in drafting.collection.paged():
        for path, figure in figure_entries(entry.record):
            if series := drafting.earlier.given.get(f"{entry.id}.{figure.id}"):
                yield entry, (*path, "series"), series
