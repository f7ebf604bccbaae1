"""The drafts of records from one document: its areas, each with figures and statements."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from macros.drafting.areas import Area, areas_of, bare_heading, record_for
from macros.drafting.figures import Quantity, label_of, naming_words, quantities_of, with_subject
from macros.drafting.names import id_from, untaken
from macros.drafting.prose import as_prose, tidy_marks
from macros.drafting.read_document import DocumentDraft, EnglishOf, proposed, where_any
from macros.drafting.related import bases_in, words_before
from macros.drafting.series import EarlierFigures, NamedFigure
from macros.drafting.summaries import summary_of
from macros.quantities.chinese.relations import RelationKind
from macros.records.base import Statement, Strict
from macros.records.collecting import paragraphs
from macros.records.collection import Collection
from macros.records.figure import FigureEntry
from macros.records.kinds import DOCUMENTS, WORK_AREAS, Entry
from macros.records.resolver import Resolver, as_sentence, sentence_meant
from macros.records.shared_parts import figure_entries
from macros.records.sources import Sources
from macros.staff.fields import order_of
from macros.staff.schemas import schema_line
from macros.text.clauses import clauses_of
from macros.text.placeholders import UNDECIDED, without_marker
from macros.yaml_files.editing import new_file
from macros.yaml_files.reader import Reading


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
    guessed: list[str] = field(default_factory=list)
    """The sentences that were put into it though they stand under no heading of it."""


class Drafting:
    """One document being drafted."""

    def __init__(self, document: DocumentDraft, collection: Collection, english: EnglishOf) -> None:
        self.document, self.collection, self.english = document, collection, english
        self.own = Entry(DOCUMENTS, document.ident, document.edition, Reading(f"{document.ident}.yml", "", {}))
        documents = collection.of(DOCUMENTS).values()
        self.sources = Sources((*paragraphs(documents), *paragraphs([self.own])), collection.units.words)
        periods = {one.id: one.record.period for one in (*documents, self.own)}
        self.earlier = EarlierFigures(collection, Resolver(self.sources, collection.units, collection.periods, periods))
        self.required = collection.declared.english_required
        self.records: dict[str, RecordDraft] = {}
        self.named: dict[Quantity, tuple[str, str]] = {}
        """The record and the id of each figure that was drafted."""
        self.labels: dict[Quantity, str] = {}
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
            progress(at + 1, 2 * len(texts))
        self.bases = bases_in([one for found in held.values() for one in found], self.sources)
        done = len(texts)
        for area in areas_of(self.document.edition, [ident for ident, found in held.items() if found]):
            record, certain = self.record_of(area)
            for sentence in area.sentences:
                for quantity in held[sentence.id]:
                    self.figure(record, quantity)
                placed = certain and sentence.id not in area.guessed
                if sentence.id in area.guessed:
                    record.guessed.append(sentence.zh)
                if not held[sentence.id]:
                    self.statement(record, sentence.zh, self.key(sentence.id), placed)
            done += len(area.sentences)
            progress(min(done, 2 * len(texts)), 2 * len(texts))

    def record_of(self, area: Area) -> tuple[RecordDraft, bool]:
        """The record that an area goes into: one drafted already, one that is there, or a new one; and whether that is
        certain, as it is not where their titles are only alike."""
        drafted = {ident: (one.area.title,) for ident, one in self.records.items()}
        titles = {
            ident: (without_marker(one.record.title.zh), bare_heading(one.record.quote))
            for ident, one in self.collection.of(WORK_AREAS).items()
        }
        ident = record_for(area.title, titles) or next(
            (one for one, (same,) in drafted.items() if same == area.title), ""
        )
        certain = ident not in titles or area.title in titles[ident]
        if ident in self.records:
            return self.records[ident], certain
        entry = self.collection.of(WORK_AREAS).get(ident)
        if entry is None:
            ident = id_from(area.title, self.taken | self.records.keys(), "area")
        self.records[ident] = record = RecordDraft(ident, entry, area)
        return record, certain

    def figure(self, record: RecordDraft, one: Quantity) -> None:
        """Drafts a figure."""
        base = self.bases.get(one)
        label = label_of(one, self.collection.periods, self.over(one, base))
        label = with_subject(label, one, self.collection.periods)
        label = as_prose(label, self.sources.units) or self.plain_title(record)
        earlier = self.earlier.before(one, label, base, record.ident)
        known = {one.id for _, one in figure_entries(record.entry.record)} if record.entry else set()
        taken = known | {str(figure["id"]) for figure in record.figures}
        values: dict[str, Any] = {"id": self.id_of(label, earlier, taken)}
        if earlier:
            values["series"] = self.earlier.series_of(earlier)
            figure = earlier[1]
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
        if base is None or one.is_respective:
            return ""
        part = next((other for other in reversed(self.labels) if self.bases.get(other) == base), None)
        shares = one.kind is RelationKind.SHARE and part is not None and part.kind is RelationKind.PART
        return self.labels[part if part and shares else base]

    def id_of(self, label: str, earlier: NamedFigure | None, taken: set[str]) -> str:
        """The id of a figure: of an earlier one with the period of this document behind it, or from its label."""
        if earlier is None:
            return id_from(label, taken, "figure")
        ident, figure = earlier[0].partition(".")[2], earlier[1]
        period = self.document.edition.period
        stem = figure.series or ident
        return untaken(f"{stem}-{period}" if period.isascii() else f"{stem}-2", taken, "figure")

    def of(self, record: RecordDraft, one: Quantity, base: Quantity | None) -> str:
        """The id of the figure that another is of; nothing where its words leave it open."""
        if base:
            holder, ident = self.named[base]
            return ident if holder == record.ident else f"{holder}.{ident}"
        if one.kind is RelationKind.RATE and record.entry and len(words_before(one)) < 8:
            before = [other for other in self.named if other.sentence == one.sentence]
            if before:
                return self.earlier.reached(one, before[-1], record.ident).removeprefix(f"{record.ident}.")
        return ""

    def statement(self, record: RecordDraft, text: str, sentence: str, placed: bool) -> None:
        """Drafts what a sentence without a quantity says: its clauses, and the English that they have elsewhere.

        One that was put into its record by guess is proposed in its own words, so that a person must decide on it.
        """
        spans = clauses_of(text)
        quote = text[spans[0][0] : spans[-1][1]]
        said = self.english(as_sentence(quote)) or self.english(text)
        english = {"en": f"{UNDECIDED}{said}"} if said or self.required else {}
        own = as_sentence(quote)
        writable = tidy_marks(own) == own and not {*"{}"} & {*own} and UNDECIDED not in own
        chinese = {} if placed else {"zh": UNDECIDED + own * writable}
        values: dict[str, Any] = {**chinese, **english, "quote": quote}
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

    def plain_title(self, record: RecordDraft) -> str:
        """The heading of a record, or the title of the document, without any number, and without braces: what stands in
        these would name a figure."""
        headings = (record.area.title, without_marker(self.document.edition.title.zh))
        words = (re.sub("[{}]", "", one) for one in headings)
        return next((found for one in words if (found := as_prose(one, self.sources.units))), "")

    def title_of(self, record: RecordDraft) -> str:
        """The title of a new record; the number in it, where there is one, names the figure that was drafted of it."""
        title = record.area.title
        named = [(one, ident) for one, ident in record.summed_up if one.sentence == self.key(record.area.heading.id)]
        if len(named) == 1 and not {*"{}"} & {*title} and title.count(named[0][0].one.text) == 1:
            return tidy_marks(title.replace(named[0][0].one.text, f"{{{named[0][1]}}}"))
        return self.plain_title(record)

    def text_of(self, record: RecordDraft, order: int) -> str:
        """The file of a new record."""
        title = self.title_of(record)
        values: dict[str, Any] = {
            "order": order,
            "title": proposed(title, self.english, wanted=self.required),
            "summary": proposed(
                summary_of(record.summed_up, record.statements, title, self.key(record.area.heading.id), self.sources),
                self.english,
                wanted=self.required,
            ),
            "quote": record.area.quote,
        }
        values |= where_any("source", record.source)
        values |= lists_drafted(record)
        return new_file(in_order_of(WORK_AREAS.model, values), schema_line(WORK_AREAS))


def lists_drafted(record: RecordDraft) -> dict[str, Any]:
    """The new figures and statements of a record, those that there are, each with its fields in order."""
    found: dict[str, tuple[type[Strict], list[dict[str, Any]]]]
    found = {"figures": (FigureEntry, record.figures), "statements": (Statement, record.statements)}
    return {name: [in_order_of(part, one) for one in held] for name, (part, held) in found.items() if held}


def in_order_of(part: type[Strict], values: Mapping[str, Any]) -> dict[str, Any]:
    """Fields in the order of files."""
    return {name: values[name] for name in order_of(part) if name in values}
