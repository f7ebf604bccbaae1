"""Resolves records against the documents: each quote to its sentence, each figure to what stands there.

What files hold names words of the source; what pages print follows from those words. A part whose words are not found
stays as it is, without a sentence, and the rules say why (rules/quotes.py, rules/figures.py).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from macros.quantities.chinese.hedges import HEDGE
from macros.quantities.chinese.relations import relation_in
from macros.quantities.expression import Expression, Sense
from macros.quantities.hedges import HEDGE_OF_WORD, Hedge
from macros.records.base import BilingualText, Sourced, Statement, StatementOfPlan, Strict
from macros.records.evaluation import Result, ResultEntry
from macros.records.figure import NO_PERIOD, Figure, FigureEntry
from macros.records.kinds import BUREAU, DOCUMENTS, ERRATA, EVALUATIONS, PAGED, Entry, Kind
from macros.records.listing import Item
from macros.records.periods import PeriodTable, dated_id, of_the_year
from macros.records.quantities import english_in_prose, further_parts, shared_behind
from macros.records.rebuilding import rebuilt, with_fields
from macros.records.section import DatedValue, FieldValue
from macros.records.shared_parts import figures_of, full_id
from macros.records.sources import Sources
from macros.records.units import UnitTable
from macros.records.vocabulary import FurtherLanguage

FIGURE_PLACEHOLDER = re.compile(r"(?<!\{)\{([a-z0-9][a-z0-9-]*(?:\.[a-z0-9][a-z0-9-]*)?)\}(?!\})")
"""``{figure}`` of the same record, or ``{record.figure}``."""


def holds_placeholders(kind: Kind) -> bool:
    """Whether numbers stand as placeholders in the texts of a kind's records."""
    return bool(kind.section) or kind in (*PAGED, EVALUATIONS, DOCUMENTS, ERRATA)


def rests_on_quotes(kind: Kind) -> bool:
    """Whether a kind's records rest on words of a source."""
    return bool(kind.section) or kind in (*PAGED, EVALUATIONS, BUREAU)


@dataclass(frozen=True)
class Resolver:
    """What records are resolved against."""

    sources: Sources
    units: UnitTable
    periods: PeriodTable
    document_periods: Mapping[str, str]
    """The period of each document."""
    further: Mapping[str, FurtherLanguage] = field(default_factory=dict)
    """Languages beside Chinese and English, by code."""

    def entry(self, entry: Entry) -> Entry:
        """An entry with the sentence of every quote and what every figure says."""
        if not rests_on_quotes(entry.kind):
            return entry
        standing = {
            (one.quote, one.source): self.sources.standing(one.quote, one.source)
            for _, one in entry.parts
            if isinstance(one, Sourced | Item | FieldValue) and one.quote
        }
        documents = {one[0].partition("#")[0] for one in standing.values() if len(one) == 1}

        def change(part: Strict, fields: Mapping[str, Any]) -> Strict:
            if isinstance(part, FigureEntry) and part.cell:
                return self.cell_figure(part, fields, documents)
            if not isinstance(part, Sourced | Item | FieldValue) or not part.quote:
                return with_fields(part, fields)
            return self.part(part, fields, sentence_meant(standing[part.quote, part.source], documents))

        record = rebuilt(entry.record, change)
        return entry if record is entry.record else replace(entry, record=record, typed=entry.record)

    def cell_figure(self, figure: FigureEntry, fields: Mapping[str, Any], documents: Collection[str]) -> Strict:
        """A figure that a cell states; its words are those of the cell, whatever is quoted beside it."""
        sentence = sentence_meant(self.sources.cells(figure.cell or "", figure.source), documents)
        if not sentence:
            return with_fields(figure, fields)
        text = self.sources.sentences[sentence].zh
        return self.part(figure.model_copy(update={"quote": text}), {**fields, "quote": text}, sentence)

    def part(self, part: Sourced | Item | FieldValue, fields: Mapping[str, Any], sentence: str) -> Strict:
        """One part with its sentence, if that could be told; a figure with all that is read there."""
        changed = {**fields, "source": sentence}
        if isinstance(part, Statement) and not part.zh:
            changed["zh"] = as_sentence(part.quote)
        if type(part) is Statement and sentence and (hedge := self.hedge_over(part.quote, sentence)):
            return with_fields(part, {**changed, "hedge": hedge}, StatementOfPlan)
        if isinstance(part, FigureEntry) and changed["source"]:
            found = self.figure(part, changed["source"])
            if found is not None:
                return with_fields(part, {**changed, **found}, Result if isinstance(part, ResultEntry) else Figure)
        if isinstance(part, FieldValue) and (date := self.date(part, sentence)):
            return with_fields(part, {**changed, "date": date}, DatedValue)
        return with_fields(part, changed)

    def date(self, value: FieldValue, sentence: str) -> str:
        """The date that a value of a section means: the only one in its quote; empty where it means none."""
        start = self.sources.place_of(value.quote or "", sentence) if sentence else None
        if start is None or value.words or value.term or value.figure:
            return ""
        end = start + len(value.quote or "")
        within = (one for one in self.sources.expressions(sentence) if start <= one.start and one.end <= end)
        dates = [dated_id(one.named) for one in within if one.kind is Sense.DATE]
        return dates[0] if len(dates) == 1 else ""

    def hedge_over(self, quote: str, sentence: str) -> Hedge | None:
        """What is said, before a quote or over it, of a quote that does not itself say that it tells of a plan."""
        start = self.sources.place_of(quote, sentence)
        if start is None or HEDGE.search(quote):
            return None
        return HEDGE_OF_WORD.get(self.sources.hedge_over(sentence, start))

    def figure(self, figure: FigureEntry, sentence: str) -> Mapping[str, Any] | None:
        """What a figure says, read in its sentence; None where it cannot be told which quantity is meant."""
        meant = quantities_meant(self.sources, figure, sentence)
        if len(meant) != 1:
            return None
        one = meant[0]
        unit = figure.reading.unit if figure.reading else self.units.of(one, self.sources.sentences[sentence].zh)
        if unit not in self.units.by_id:
            return None
        return {
            "kind": Sense.COUNT if figure.reading else one.kind,
            "values": (figure.reading.value,) if figure.reading else one.values,
            "unit": unit,
            "qualifier": figure.reading.qualifier if figure.reading else str(one.qualifier),
            "written": one.text,
            "start": one.start,
            "period": self.period(sentence, one.start, figure.period),
            "hedged": one.negated or self.sources.hedge_over(sentence, one.start),
            "per": one.per,
            "shared": self.sources.sentences[sentence].counted_in
            or shared_behind(self.sources.expressions(sentence), one),
            **(self.relation(sentence, one) if figure.of else {}),
        }

    def relation(self, sentence: str, one: Expression) -> Mapping[str, Any]:
        """What a quantity is of another figure, as its sentence says."""
        said = self.sources.sentences[sentence]
        head = said.under[-1] if said.under else ""
        read = [replace(other, start=other.start + len(head)) for other in self.sources.expressions(sentence)]
        stated = relation_in(head + said.zh, replace(one, start=one.start + len(head)), read)
        if stated is None:
            return {}
        against = dated_id(stated.against) if stated.against[:1].isdigit() else stated.against
        return {"relation": stated.kind, "against": against, "related": stated.words}

    def period(self, sentence: str, at: int, given: str | None = None) -> str:
        """The period of a quantity: the one ``given``, or that its paragraph states, or a heading of plans over it.

        In words (去年) it is by the year of its document.

        Where it states none, that, and the period of the document.
        """
        document = self.document_periods[sentence.partition("#")[0]]
        under = self.sources.sentences[sentence].under
        if under and not given:
            in_heads = (one.id for head in reversed(under) for one in self.periods.stated(head))
            stated = next(in_heads, "")
        else:
            stated = given or self.periods.stated_before(self.sources, sentence, at)
        stated = stated or self.periods.stated_over(self.sources, sentence, at)
        return of_the_year(stated, document) if stated else f"{NO_PERIOD}-{document}"


def sentence_meant(standing: Sequence[str], documents: Collection[str]) -> str:
    """The sentence that a quote is from, of those in which it stands; nothing where it cannot be told.

    That is the only one or, of several, the only one in a document that other quotes of the record are from. So what
    a later document says again, as formal papers do, leaves the records of the earlier one as they were.
    """
    own = standing if len(standing) == 1 else [one for one in standing if one.partition("#")[0] in documents]
    return own[0] if len(own) == 1 else ""


def quantities_meant(sources: Sources, figure: FigureEntry, sentence: str) -> list[Expression]:
    """The quantities of a sentence that a figure may mean.

    Those of its quote, or the one of these that its numeral is, or those that the numeral touches.

    A reading that a person states is of what the numeral names, whether the program reads it or not.
    """
    start = sources.place_of(figure.quote, sentence)
    if start is None:
        return []
    end = start + len(figure.quote)
    within = [one for one in sources.expressions(sentence) if start <= one.start and one.end <= end]
    if figure.numeral and not figure.reading:
        exactly = [one for one in within if one.is_quantity and one.text == figure.numeral]
        if len(exactly) == 1:
            return exactly
    if figure.numeral:
        at = figure.quote.find(figure.numeral)
        if at < 0 or figure.quote.find(figure.numeral, at + 1) >= 0:
            return []
        start, end = start + at, start + at + len(figure.numeral)
    if figure.reading:
        return [Expression(figure.numeral, start, Sense.COUNT)] if figure.numeral else []
    if not figure.numeral:
        return [one for one in within if one.is_quantity]
    touched = (one for one in sources.expressions(sentence) if one.start < end and start < one.end)
    return [one for one in touched if one.is_quantity]


def as_sentence(quote: str) -> str:
    """A clause as a sentence of its own."""
    return quote.rstrip("，。；：、") + ("" if quote.endswith(("！", "？")) else "。")


def with_numbers(entry: Entry, figures: Mapping[str, Figure], resolver: Resolver) -> Entry:
    """An entry with the figures that its texts name printed in them, in each language as it prints numbers."""
    if not holds_placeholders(entry.kind) or "{" not in entry.reading.said:
        return entry

    units = resolver.units

    def printed(text: str, code: str) -> str:
        def one(found: re.Match[str]) -> str:
            figure = figures.get(full_id(entry.id, found[1]))
            if figure is None:
                return found[0]
            if code == "en" and units.by_id[figure.unit].en:
                return english_in_prose(figure, units.by_id[figure.unit])
            if code in resolver.further:
                parts = further_parts(figure, units.by_id[figure.unit], resolver.further[code])
                return " ".join(parts.parts()) if parts else figure.in_full
            return figure.in_full

        return FIGURE_PLACEHOLDER.sub(one, text)

    def change(part: Strict, fields: Mapping[str, Any]) -> Strict:
        if isinstance(part, BilingualText):
            texts: dict[str, Any] = {"zh": printed(part.zh, "zh"), "en": printed(part.en, "en")}
            if part.others:
                texts["others"] = {code: printed(text, code) for code, text in part.others.items()}
            fields = {**fields, **{name: text for name, text in texts.items() if text != getattr(part, name)}}
        return with_fields(part, fields)

    record = rebuilt(entry.record, change)
    return entry if record is entry.record else replace(entry, record=record, typed=entry.typed or entry.record)


@dataclass(frozen=True)
class Resolution:
    """All entries resolved, and what they were resolved against."""

    resolver: Resolver
    entries: Mapping[tuple[str, str], tuple[Entry, Entry]]
    """By kind and id: each as it was given, and resolved with its numbers printed."""

    def known(self, entry: Entry) -> Entry | None:
        """The same entry, resolved; None where another was given."""
        given, resolved = self.entries.get((entry.kind.place, entry.id), (None, None))
        return resolved if given is entry else None

    @cached_property
    def figures(self) -> Mapping[str, Figure]:
        """Every figure that could be read, by ``record.figure``."""
        return named_figures(resolved for _, resolved in self.entries.values())


def all_resolved(entries: Sequence[Entry], resolver: Resolver, before: Resolution | None = None) -> Resolution:
    """All entries, resolved, with their numbers printed.

    What was worked out ``before`` is kept for every entry that is given again, where neither the sources, the
    vocabularies nor any figure says something else now: else one saved record would cost as much as all.
    """
    if before and before.resolver == resolver:
        known = {id(entry): old for entry in entries if (old := before.known(entry))}
        read = [known.get(id(entry)) or resolver.entry(entry) for entry in entries]
        figures = named_figures(read)
        if as_printed(figures) == as_printed(before.figures):
            kept = zip(entries, read, strict=True)
            printed = [known.get(id(given)) or with_numbers(one, figures, resolver) for given, one in kept]
            return resolution_of(resolver, entries, printed)
    read = [resolver.entry(entry) for entry in entries]
    figures = named_figures(read)
    return resolution_of(resolver, entries, [with_numbers(one, figures, resolver) for one in read])


def resolution_of(resolver: Resolver, given: Iterable[Entry], resolved: Iterable[Entry]) -> Resolution:
    """Entries as they were given, each with what it was resolved to."""
    return Resolution(
        resolver, {(one.kind.place, one.id): (one, made) for one, made in zip(given, resolved, strict=True)}
    )


def named_figures(entries: Iterable[Entry]) -> dict[str, Figure]:
    """Every figure of resolved entries, by ``record.figure``."""
    return {f"{entry.id}.{figure.id}": figure for entry in entries for figure in figures_of(entry.record)}


def as_printed(figures: Mapping[str, Figure]) -> dict[str, tuple[object, ...]]:
    """What a text prints of each figure follows from this alone."""
    return {name: (one.in_full, one.kind, one.values, one.unit, one.qualifier) for name, one in figures.items()}
