"""Resolves an entry: finds the sentence of every quote, and reads there what every figure says."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from macros.quantities.chinese.hedges import HEDGE
from macros.quantities.chinese.relations import relation_in
from macros.quantities.expression import Expression, Sense
from macros.quantities.hedges import HEDGE_OF_WORD, Hedge
from macros.records.base import Sourced, Statement, StatementOfPlan, Strict
from macros.records.evaluation import Result, ResultEntry
from macros.records.figure import NO_PERIOD, Figure, FigureEntry
from macros.records.kinds import BUREAU, EVALUATIONS, PAGED, Entry, Kind
from macros.records.listing import Item
from macros.records.periods import PeriodTable, dated_id, of_the_year
from macros.records.quantities import shared_behind
from macros.records.rebuilding import rebuilt, with_fields
from macros.records.section import DatedValue, FieldValue
from macros.records.sources import Sources
from macros.records.units import UnitTable
from macros.records.vocabulary import FurtherLanguage


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
        if record is entry.record:
            return entry
        return replace(entry, record=record, typed=entry.record, parts_typed=entry.parts)

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
