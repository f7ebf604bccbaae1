"""A document that was read, and the data there is -> a draft: the files that are new, and those that change.

Nothing here reads or writes a file. What a draft proposes in words begins with the marker of proposals; what it reads
in the document (quotes, which number is meant, date and number of a document) needs none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from macros.drafting.added_fields import Addition, with_fields_added
from macros.drafting.areas import Area, areas_of, bare_heading, record_for
from macros.drafting.figures import Quantity, label_of, naming_words, quantities_of
from macros.drafting.names import id_from, untaken
from macros.drafting.read_document import DocumentDraft, EnglishOf, document_draft, proposed, where_any
from macros.drafting.related import Earlier, bases_in, words_before
from macros.drafting.summaries import summary_of
from macros.quantities.chinese.relations import RelationKind
from macros.received.lines import ReadDocument
from macros.records.base import Sourced, Statement, Strict
from macros.records.collecting import paragraphs
from macros.records.collection import Collection
from macros.records.figure import Figure, FigureEntry
from macros.records.kinds import DOCUMENTS, WORK_AREAS, Entry
from macros.records.listing import Item
from macros.records.resolution import as_sentence, rests_on_quotes, sentence_meant
from macros.records.section import FieldValue
from macros.records.shared_parts import figure_entries
from macros.records.sources import Sources
from macros.records.walk import walk
from macros.staff.fields import order_at, order_of
from macros.staff.schemas import schema_line
from macros.text.clauses import clauses_of
from macros.text.placeholders import UNDECIDED, without_marker
from macros.yaml_files.editing import new_file, with_value
from macros.yaml_files.reader import FieldPath, Reading


@dataclass(frozen=True)
class DraftSummary:
    """What a draft holds, for whoever asked for it."""

    sentences: int
    figures: int
    statements: int
    framing: tuple[str, ...]
    records: tuple[tuple[str, str, bool], ...]
    """Heading, file and whether that is new."""


@dataclass(frozen=True)
class Draft:
    """Files by their paths in the data folder: new ones, and those that change with their texts before and after."""

    ident: str
    new: Mapping[str, bytes]
    changed: Mapping[str, tuple[str, str]]
    told: DraftSummary


@dataclass
class RecordDraft:
    """What goes into the record of a work area: one that is there (``entry``), or a new one."""

    ident: str
    entry: Entry | None
    area: Area
    figures: list[dict[str, Any]] = field(default_factory=list)
    statements: list[dict[str, Any]] = field(default_factory=list)
    source: str = ""
    """What a new record must name as the source of its heading, where its words stand elsewhere too."""
    meant: list[tuple[dict[str, Any], str]] = field(default_factory=list)
    """Each part that quotes, and the sentence that it quotes from."""
    summed_up: list[tuple[Quantity, str]] = field(default_factory=list)


class Drafting:
    """One document being drafted."""

    def __init__(self, document: DocumentDraft, collection: Collection, english: EnglishOf) -> None:
        self.document, self.collection, self.english = document, collection, english
        self.own = Entry(DOCUMENTS, document.ident, document.edition, Reading(f"{document.ident}.yml", "", {}))
        documents = collection.of(DOCUMENTS).values()
        self.sources = Sources((*paragraphs(documents), *paragraphs([self.own])), collection.units.words)
        self.earlier = Earlier(collection)
        self.required = collection.declared.english_required
        self.records: dict[str, RecordDraft] = {}
        self.named: dict[Quantity, tuple[str, str]] = {}
        """The record and the id of each figure that was drafted."""
        self.labels: dict[Quantity, str] = {}
        self.goes_on: dict[Quantity, str] = {}
        """The full id of the earlier figure that a figure goes on from."""
        self.series: dict[str, str] = {}
        """Series that earlier figures get, by their full ids."""
        self.taken = {ident for _, ident in collection.named}

    def key(self, sentence: str) -> str:
        """The full id of a sentence of the document."""
        return f"{self.document.ident}#{sentence}"

    def drafted(self, progress: Callable[[int, int], None]) -> None:
        """Drafts all records."""
        texts = self.document.edition.text_sentences()
        held: dict[str, list[Quantity]] = {}
        for at, one in enumerate(texts):
            held[one.id] = list(quantities_of(self.sources, self.key(one.id)))
            progress(at + 1, len(texts))
        self.bases = bases_in([one for found in held.values() for one in found], self.sources)
        for area in areas_of(self.document.edition, [ident for ident, found in held.items() if found]):
            record = self.record_of(area)
            for sentence in area.sentences:
                for quantity in held[sentence.id]:
                    self.figure(record, quantity)
                if not held[sentence.id]:
                    self.statement(record, sentence.zh, self.key(sentence.id))

    def record_of(self, area: Area) -> RecordDraft:
        """The record that an area goes into: one drafted already, one that is there, or a new one."""
        drafted = {ident: (one.area.title,) for ident, one in self.records.items()}
        titles = {
            ident: (without_marker(one.record.title.zh), bare_heading(one.record.quote))
            for ident, one in self.collection.of(WORK_AREAS).items()
        }
        ident = record_for(area.title, titles) or next(
            (one for one, (same,) in drafted.items() if same == area.title), ""
        )
        if ident in self.records:
            return self.records[ident]
        entry = self.collection.of(WORK_AREAS).get(ident)
        if entry is None:
            ident = id_from(area.title, self.taken | self.records.keys(), "area")
        self.records[ident] = record = RecordDraft(ident, entry, area)
        return record

    def figure(self, record: RecordDraft, one: Quantity) -> None:
        """Drafts a figure."""
        base = self.bases.get(one)
        label = label_of(one, self.collection.periods, self.over(one, base)) or record.area.title
        unit = self.collection.units.of(one.one) or ""
        kind = str(one.kind or "") if base else ""
        earlier = (
            self.earlier.of_base(self.goes_on[base], unit, kind)
            if base in self.goes_on
            else None
            if base
            else self.earlier.of_label(label, unit, record.ident)
        )
        if earlier and earlier[0] in self.goes_on.values():
            earlier = None
        known = {one.id for _, one in figure_entries(record.entry.record)} if record.entry else set()
        taken = known | {str(figure["id"]) for figure in record.figures}
        values: dict[str, Any] = {"id": self.id_of(label, earlier, taken)}
        if earlier:
            ident, figure = earlier
            values["series"] = figure.series or self.series.setdefault(ident, ident.partition(".")[2])
            self.goes_on[one] = ident
            label, said = without_marker(figure.label.zh), without_marker(figure.label.en)
            values["label"] = proposed(label, lambda _: said, wanted=self.required)
        else:
            values["label"] = proposed(label, self.english, wanted=self.required)
        values |= naming_words(one, self.sources)
        if of := self.of(record, one, base):
            values["of"] = of
        self.named[one], self.labels[one] = (record.ident, values["id"]), label
        record.figures.append(values)
        record.meant.append((values, one.sentence))
        record.summed_up.append((one, values["id"]))

    def over(self, one: Quantity, base: Quantity | None) -> str:
        """What a change, a share or a rate is called after: what it is of; of a share, the part that has it."""
        if base is None:
            return ""
        part = next((other for other in reversed(self.labels) if self.bases.get(other) == base), None)
        shares = one.kind is RelationKind.SHARE and part is not None and part.kind is RelationKind.PART
        return self.labels[part if part and shares else base]

    def id_of(self, label: str, earlier: tuple[str, Figure] | None, taken: set[str]) -> str:
        """The id of a figure: of an earlier one with the period of this document behind it, or from its label."""
        if earlier is None:
            return id_from(label, taken, "figure")
        ident, figure = earlier[0].partition(".")[2], earlier[1]
        period = str(self.document.values["period"])
        stem = figure.series or ident
        return untaken(f"{stem}-{period}" if period.isascii() else f"{stem}-2", taken, "figure")

    def of(self, record: RecordDraft, one: Quantity, base: Quantity | None) -> str:
        """The id of the figure that another is of; nothing where its words leave it open."""
        if base:
            holder, ident = self.named[base]
            return ident if holder == record.ident else f"{holder}.{ident}"
        if one.kind is RelationKind.RATE and record.entry and len(words_before(one)) < 8:
            before = [other for other in self.named if other.sentence == one.sentence]
            if before and before[-1].kind is RelationKind.RESULT:
                return (self.earlier.reached(one, before[-1], record.ident) or "").removeprefix(f"{record.ident}.")
        return ""

    def statement(self, record: RecordDraft, text: str, sentence: str) -> None:
        """Drafts what a sentence without a quantity says: its clauses, and the EnglishOf that they have elsewhere."""
        spans = clauses_of(text)
        quote = text[spans[0][0] : spans[-1][1]]
        said = self.english(as_sentence(quote)) or self.english(text)
        english = {"en": f"{UNDECIDED}{said}"} if said or self.required else {}
        values: dict[str, Any] = {**english, "quote": quote}
        record.statements.append(values)
        record.meant.append((values, sentence))

    def told_apart(self) -> None:
        """Names the source of every new part whose words stand elsewhere too, so that it cannot be told by itself."""
        for record in self.records.values():
            old = (
                {one.sentence.partition("#")[0] for one in record.entry.cited if one.sentence}
                if record.entry
                else set()
            )
            quoted = [({"quote": record.area.quote}, self.key(record.area.heading.id))] if not record.entry else []
            every = [*quoted, *record.meant]
            alone = any(self.sources.standing(values["quote"]) == [sentence] for values, sentence in every)
            documents = old | ({self.document.ident} if alone or old else set())
            for values, sentence in every:
                if sentence_meant(self.sources.standing(values["quote"]), documents) != sentence:
                    same = self.sources.standing(values["quote"], self.document.ident)
                    values["source"] = self.document.ident if same == [sentence] else sentence
            if quoted and "source" in quoted[0][0]:
                record.source = quoted[0][0]["source"]

    def title_of(self, record: RecordDraft) -> str:
        """The title of a new record; a number in it names the figure that was drafted of it."""
        title = record.area.title or without_marker(self.document.edition.title.zh)
        for one, ident in record.summed_up:
            if one.sentence == self.key(record.area.heading.id) and title.count(one.one.text) == 1:
                title = title.replace(one.one.text, f"{{{ident}}}")
        return title

    def text_of(self, record: RecordDraft, order: int) -> str:
        """The file of a new record."""
        title = self.title_of(record)
        values: dict[str, Any] = {
            "order": order,
            "title": proposed(title, self.english, wanted=self.required),
            "summary": proposed(
                summary_of(record.summed_up, record.statements, title, self.sources), self.english, wanted=self.required
            ),
            "quote": record.area.quote,
        }
        values |= where_any("source", record.source)
        values |= lists_of(record)
        return new_file(in_order_of(WORK_AREAS.model, values), schema_line(WORK_AREAS))


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
    order = max((one.record.order for one in collection.of(WORK_AREAS).values()), default=0)
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
    )
    return Draft(ident, new, {path: (text_of(path), text) for path, text in changes.items()}, told)


def lists_of(record: RecordDraft) -> dict[str, Any]:
    """The new figures and statements of a record, those that there are, each with its fields in order."""
    found: dict[str, tuple[type[Strict], list[dict[str, Any]]]]
    found = {"figures": (FigureEntry, record.figures), "statements": (Statement, record.statements)}
    return {name: [in_order_of(part, one) for one in held] for name, (part, held) in found.items() if held}


def in_order_of(part: type[Strict], values: Mapping[str, Any]) -> dict[str, Any]:
    """Fields in the order of files."""
    return {name: values[name] for name in order_of(part) if name in values}


def appended(text: str, record: RecordDraft) -> str:
    """The text of a record with the new figures and statements behind those it has."""
    assert record.entry is not None
    values = record.entry.reading.value
    for name, found in lists_of(record).items():
        held: Any = values.get(name) or []
        text = with_value(text, (name,), [*held, *found], order_of(WORK_AREAS.model))
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
            if series := drafting.series.get(f"{entry.id}.{figure.id}"):
                yield entry, (*path, "series"), series
