"""Puts the register together from a collection in which no rule found a problem."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from macros.received.received_text import received_text
from macros.records.addresses import ABOUT_PAGE, record_address
from macros.records.base import BilingualText
from macros.records.bureau import Bureau
from macros.records.collection import Collection
from macros.records.document import Edition, Note
from macros.records.figure import NO_PERIOD
from macros.records.kinds import (
    BUREAU,
    DOCUMENTS,
    EMENDATION_KINDS,
    ERRATA,
    EVALUATIONS,
    EXPLAINED_TERMS,
    FURTHER_LANGUAGES,
    INTERFACE,
    ITEM_KINDS,
    RETIRED,
    SECTIONS,
    SPELLINGS,
    STAGES,
    STATUSES,
    SYNONYMS,
    TABLES,
    WORK_AREAS,
    Entry,
    Kind,
)
from macros.records.periods import dated_period
from macros.records.section import DeclaredSection
from macros.records.shared_parts import figures_of
from macros.records.shipped import shipped_qualifiers, shipped_terms, shipped_words
from macros.records.vocabulary import ExplainedTerm, OwnTable, Period, SynonymGroup
from macros.register.published import Citation, PrintedDocument, PublishedFigure, PublishedSection
from macros.register.register import Register
from macros.text.placeholders import filled

Translated = TypeVar("Translated", bound=BilingualText)


def register_of(collection: Collection, before: Register | None = None) -> Register:
    """The register of a collection in which no rule found a problem; of the one ``before``, if any, the documents that
    have not changed are taken over with all that was worked out of them.
    """
    entries = in_order(collection)
    further = {code: one.record for code, one in collection.of(FURTHER_LANGUAGES).items()}
    interface = translated(interface_words(collection), {code: one.words for code, one in further.items()})
    figures = {
        f"{entry.id}.{one.id}": PublishedFigure(
            f"{entry.id}.{one.id}", one, entry.kind, entry.id, area_of(entry), entry.record.title
        )
        for entry in entries
        for one in figures_of(entry.record)
    }
    cited = {
        (entry.kind.place, entry.id): tuple(dict.fromkeys(one.sentence for one in entry.cited)) for entry in entries
    }
    periods = translated(all_periods(collection, interface), {code: one.periods for code, one in further.items()})
    return Register(
        bureau=the(collection, BUREAU),
        work_areas=ordered_records(collection, WORK_AREAS),
        sections=sections_with_records(collection),
        evaluations=ordered_records(collection, EVALUATIONS),
        errata=ordered_records(collection, ERRATA),
        retired=ordered_records(collection, RETIRED),
        texts={
            ident: printed_before(before, ident, entry.record, collection.verbatim[ident])
            or printed_document(entry.record, collection.verbatim[ident])
            for ident, entry in newest_first(collection.of(DOCUMENTS), periods)
        },
        verbatim=collection.verbatim,
        attached=collection.attached,
        sentences=collection.sentences,
        figures=figures,
        figures_by_record=grouped(figures.values(), lambda one: one.record),
        figures_by_area=grouped(figures.values(), lambda one: one.work_area),
        citations=citations(entries, cited, figures, the(collection, BUREAU)),
        cited=cited,
        units=translated(collection.units.by_id, {code: one.units for code, one in further.items()}),
        qualifiers=translated(shipped_qualifiers(), {code: one.qualifiers for code, one in further.items()}),
        periods=periods,
        item_kinds=terms(collection, ITEM_KINDS),
        stages=terms(collection, STAGES),
        statuses=terms(collection, STATUSES),
        emendation_kinds=terms(collection, EMENDATION_KINDS),
        tables=tables_declared(collection),
        files_published=frozenset(one.lstrip("/") for one in collection.ledger.addresses if one.startswith("/data/")),
        interface={**interface, **section_words(collection)},
        spellings={one.zh: one.hant for one in the(collection, SPELLINGS).entries},
        own_synonyms=own_synonyms(collection),
        explained=explained_terms(collection),
        languages=collection.languages,
        further=further,
    )


def translated(entries: Mapping[str, Translated], words: Mapping[str, Mapping[str, str]]) -> Mapping[str, Translated]:
    """Entries of a vocabulary with what the files of further languages call them; ``words`` is by code and id."""
    if not any(words.values()):
        return entries
    made = dict(entries)
    for ident, one in entries.items():
        if own := {code: by_id[ident] for code, by_id in words.items() if ident in by_id}:
            made[ident] = one.model_copy(update={"others": {**one.others, **own}})
    return made


def newest_first(documents: Mapping[str, Entry], periods: Mapping[str, Period]) -> list[tuple[str, Entry]]:
    """Documents by their period, the latest first; those of one period by when they were published or written."""

    def moment(entry: Entry) -> tuple[int, str]:
        document = entry.record
        return periods[document.period].order, str(document.published or document.date or "")

    return sorted(documents.items(), key=lambda one: moment(one[1]), reverse=True)


def sections_with_records(collection: Collection) -> dict[str, PublishedSection]:
    """The sections that have records, by id, in order; what is empty does not exist."""
    return {
        kind.section: PublishedSection(kind, the_section(collection, kind), ordered_records(collection, kind))
        for kind in collection.sections
        if collection.of(kind)
    }


def the_section(collection: Collection, kind: Kind) -> DeclaredSection:
    """What declares a kind."""
    section: DeclaredSection = collection.of(SECTIONS)[kind.section].record
    return section


def section_words(collection: Collection) -> dict[str, BilingualText]:
    """What menus and lists call the sections and the kinds of their records: their titles."""
    sections = [(kind, the_section(collection, kind)) for kind in collection.sections]
    return {
        **{f"section-{kind.section}": section.title for kind, section in sections},
        **{
            f"{word}-{kind.name}": section.one or section.title
            for kind, section in sections
            for word in ("kind", "search-kind")
        },
    }


def grouped(
    figures: Iterable[PublishedFigure], key: Callable[[PublishedFigure], str]
) -> dict[str, tuple[PublishedFigure, ...]]:
    """Figures by what ``key`` says of them, each group in the order of the site."""
    found: defaultdict[str, list[PublishedFigure]] = defaultdict(list)
    for figure in figures:
        found[key(figure)].append(figure)
    return {name: tuple(group) for name, group in found.items()}


def all_periods(collection: Collection, words: Mapping[str, BilingualText]) -> dict[str, Period]:
    """Every period by id: those with words of their own, the dates that sentences state, and what states none."""
    found = dict(collection.periods.by_id)
    for ident in (period for entry in collection.all() for period in entry.periods_named):
        if ident not in found:
            found[ident] = dated_period(ident)
    for _, _, figure in collection.figures():
        if figure.period not in found:
            found[figure.period] = undated_period(figure.period, found, words) or dated_period(figure.period)
        if figure.against[:1].isdigit():
            found.setdefault(figure.against, dated_period(figure.against))
    return found


def undated_period(ident: str, periods: Mapping[str, Period], words: Mapping[str, BilingualText]) -> Period | None:
    """The period of figures whose source states none: that, and the period of their document; else None."""
    if not ident.startswith(f"{NO_PERIOD}-"):
        return None
    document, said = periods[ident.removeprefix(f"{NO_PERIOD}-")], words["period-not-stated"]
    texts: dict[str, Any] = {
        name: filled(getattr(said, name), {"period": getattr(document, name)}) for name in ("zh", "en")
    }
    others = {
        code: filled(text, {"period": document.said_in(code)})
        for code, text in said.others.items()
        if document.said_in(code)
    }
    return Period.model_construct(id=ident, order=document.order, **texts, others=others)


def the(collection: Collection, kind: Kind) -> Any:
    """The record of a kind that has one file."""
    entry = collection.single(kind)
    assert entry is not None, kind.place
    return entry.record


def interface_words(collection: Collection) -> Mapping[str, BilingualText]:
    """The interface words: those of the software, in the bureau's own wording where it has one."""
    own = collection.single(INTERFACE)
    return {**shipped_words(), **(own.record.entries if own else {})}


def tables_declared(collection: Collection) -> tuple[OwnTable, ...]:
    """The tables that the bureau declares; none where it has no such file."""
    entry = collection.single(TABLES)
    return tuple(entry.record.entries) if entry else ()


def own_synonyms(collection: Collection) -> tuple[SynonymGroup, ...]:
    """The synonyms that the bureau adds; none where it has no such file."""
    entry = collection.single(SYNONYMS)
    return tuple(entry.record.entries) if entry else ()


def explained_terms(collection: Collection) -> tuple[ExplainedTerm, ...]:
    """The terms that the bureau explains, and behind them those of the software that have no word of these."""
    entry = collection.single(EXPLAINED_TERMS)
    own: tuple[ExplainedTerm, ...] = tuple(entry.record.entries) if entry else ()
    taken = {word for one in own for word in one.in_chinese}
    return (*own, *(one for one in shipped_terms() if not taken.intersection(one.in_chinese)))


def terms(collection: Collection, kind: Kind) -> dict[str, Any]:
    """A vocabulary by id."""
    return {entry.id: entry for entry in the(collection, kind).entries}


def ordered_records(collection: Collection, kind: Kind) -> dict[str, Any]:
    """The records of a kind by id, in the order they ask for."""
    return {
        entry.id: entry.record
        for entry in sorted(collection.of(kind).values(), key=lambda one: (getattr(one.record, "order", 0), one.id))
    }


def area_of(entry: Entry) -> str:
    """The work area an entry belongs to: itself, if it is one."""
    return entry.id if entry.kind is WORK_AREAS else entry.record.work_area


def in_order(collection: Collection) -> list[Entry]:
    """Every record with figures, work area by work area."""
    position = {ident: place for place, ident in enumerate(ordered_records(collection, WORK_AREAS))}
    kinds = (WORK_AREAS, *collection.sections, EVALUATIONS)
    entries = [entry for kind in kinds for entry in collection.of(kind).values()]
    return sorted(
        entries,
        key=lambda one: (position[area_of(one)], kinds.index(one.kind), getattr(one.record, "order", 0), one.id),
    )


def printed_before(before: Register | None, ident: str, document: Edition, verbatim: bytes) -> PrintedDocument | None:
    """A document as the register ``before`` has it, if neither its edition nor its verbatim text has changed since."""
    printed = before.texts.get(ident) if before else None
    return (
        printed if before and printed and printed.document is document and before.verbatim[ident] == verbatim else None
    )


def printed_document(document: Edition, verbatim: bytes) -> PrintedDocument:
    """A document as it is printed beside its verbatim text."""
    received = received_text(verbatim)
    notes: defaultdict[str, list[Note]] = defaultdict(list)
    for note in document.notes:
        notes[note.sentence].append(note)
    return PrintedDocument(
        document,
        tuple((number, line) for number, line in enumerate(received.lines if received else [], 1) if line.strip()),
        document.runs,
        {ident: tuple(one) for ident, one in notes.items()},
    )


def citations(
    entries: Iterable[Entry],
    cited: Mapping[tuple[str, str], tuple[str, ...]],
    figures: Mapping[str, PublishedFigure],
    bureau: Bureau,
) -> dict[str, tuple[Citation, ...]]:
    """For each sentence, the records that use it, in the order of the site."""
    taken_from: defaultdict[tuple[str, str], list[PublishedFigure]] = defaultdict(list)
    for figure in figures.values():
        taken_from[figure.record, figure.figure.source].append(figure)
    found: defaultdict[str, list[Citation]] = defaultdict(list)
    for entry in entries:
        area = area_of(entry)
        address = record_address(entry.kind, entry.id, area)
        for sentence in cited[entry.kind.place, entry.id]:
            taken = tuple(taken_from.get((entry.id, sentence), ()))
            found[sentence].append(Citation(entry.record.title, address, area, taken))
    for sentence in dict.fromkeys(one.source for one in bureau.names_in_source):
        found[sentence].append(Citation(bureau.name, ABOUT_PAGE, "", ()))
    return {sentence: tuple(one) for sentence, one in found.items()}
