"""The register: every record, checked once, read-only ever after. Pages, macros and exports start here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import get_args

from macros.records.addresses import (
    CORRECTIONS_PAGE,
    document_address,
)
from macros.records.annual_report import annual_report_year
from macros.records.attached_files import AttachedFile
from macros.records.base import BilingualText
from macros.records.bureau import Bureau
from macros.records.cutting import IN_A_TABLE
from macros.records.document import LineRole, Note, Sentence
from macros.records.erratum import Erratum
from macros.records.evaluation import Evaluation
from macros.records.figure import Figure
from macros.records.retired import Retired
from macros.records.shared_parts import full_id
from macros.records.shipped import shipped_synonyms
from macros.records.vocabulary import ExplainedTerm, FurtherLanguage, OwnTable, Period, SynonymGroup, Term, Unit
from macros.records.work_area import WorkArea
from macros.register.areas_told_by_sections import told_by_sections
from macros.register.numbers_in_text import NumberInText, numbers_by_document, what_it_counts
from macros.register.paging import ROWS, numbered
from macros.register.published import (
    Citation,
    FileBeside,
    NumbersCovered,
    PrintedDocument,
    PublishedFigure,
    PublishedSection,
    SentencesUsed,
)
from macros.text.chunks import sliced
from macros.text.languages import LANGUAGES, Language

KINDS_WITHOUT_RECORD = ("heading", *(role for role in get_args(LineRole) if role not in IN_A_TABLE))
"""What sentences are that need no record, in the order in which they are named."""
MOST_KEY_FIGURES = 6
"""Figures that the home page shows where the bureau names none."""


@dataclass(frozen=True)
class Register:
    """Everything that may be published."""

    bureau: Bureau
    work_areas: Mapping[str, WorkArea]
    sections: Mapping[str, PublishedSection]
    """The sections that the bureau declares and has records of, in order."""
    evaluations: Mapping[str, Evaluation]
    errata: Mapping[str, Erratum]
    retired: Mapping[str, Retired]
    texts: Mapping[str, PrintedDocument]
    verbatim: Mapping[str, bytes]
    sentences: Mapping[str, Sentence]
    figures: Mapping[str, PublishedFigure]
    figures_by_record: Mapping[str, tuple[PublishedFigure, ...]]
    figures_by_area: Mapping[str, tuple[PublishedFigure, ...]]
    citations: Mapping[str, tuple[Citation, ...]]
    cited: Mapping[tuple[str, str], tuple[str, ...]]
    """The sentences that each record rests on, by the place of its kind and its id."""
    units: Mapping[str, Unit]
    qualifiers: Mapping[str, Term]
    periods: Mapping[str, Period]
    item_kinds: Mapping[str, Term]
    stages: Mapping[str, Term]
    statuses: Mapping[str, Term]
    emendation_kinds: Mapping[str, Term]
    tables: tuple[OwnTable, ...]
    """The tables of open data that the bureau declares."""
    files_published: frozenset[str]
    """The files of open data that the ledger knows, from the root of the site."""
    interface: Mapping[str, BilingualText]
    spellings: Mapping[str, str]
    own_synonyms: tuple[SynonymGroup, ...] = ()
    """Groups of words for one thing that the bureau adds."""
    explained: tuple[ExplainedTerm, ...] = ()
    """The terms that the bureau explains and, behind them, those that the software does."""
    attached: Mapping[str, AttachedFile] = field(default_factory=dict)
    """The files beside the documents' texts, by the name that documents give them."""
    languages: tuple[Language, ...] = LANGUAGES
    """The editions of the site, Chinese first."""
    further: Mapping[str, FurtherLanguage] = field(default_factory=dict)
    """What is known of those beside Chinese and English, by code."""

    @property
    def synonyms(self) -> tuple[SynonymGroup, ...]:
        """Groups of words for one thing: those of the software, read only when asked for, and the bureau's own."""
        return (*shipped_synonyms(), *self.own_synonyms)

    @cached_property
    def told(self) -> Mapping[str, PublishedSection]:
        """The work areas that have no page of their own, with the section whose page tells of each."""
        return told_by_sections(self.work_areas, self.sections, self.evaluations)

    def files_beside(self, ident: str) -> list[FileBeside]:
        """The files that are published beside the text of a document: its original first, then its attachments."""
        document = self.texts[ident].document
        original = [(document.original, None)] if document.original else []
        named = [*original, *((one.file, one.title) for one in document.attachments)]
        return [FileBeside(ident, name, title, self.attached[name]) for name, title in named]

    @property
    def all_beside(self) -> list[FileBeside]:
        """Those of all documents."""
        return [one for ident in self.texts for one in self.files_beside(ident)]

    def notes_on(self, reference: str, words: str) -> list[Note]:
        """The editor's notes on a sentence that concern any of ``words``."""
        document, _, sentence = reference.partition("#")
        notes = self.texts[document].notes.get(sentence, ())
        return [note for note in notes if overlaps(note.about, words) and not note.wording_only]

    def notes_on_figure(self, one: PublishedFigure) -> list[Note]:
        """The editor's notes on the words of a figure; of words nearer to another number of the quote, none."""
        figure = one.figure
        alike = [
            other.figure
            for other in self.figures_by_record.get(one.record, ())
            if other.figure.source == figure.source and other.figure.quote == figure.quote
        ] or [figure]
        text = self.sentences[figure.source].zh
        start = max(text.find(figure.quote), 0)
        return [
            note
            for note in self.notes_on(figure.source, figure.quote)
            if note.about not in figure.quote
            or gap(figure, text.find(note.about, start), note.about)
            == min(gap(other, text.find(note.about, start), note.about) for other in alike)
        ]

    def place(self, document: str, anchor: str) -> str:
        """Where something stands in a source document: on the page of its part, to the very place."""
        _, parts = self.texts[document].parted
        return f"{numbered(document_address(document), parts.get(anchor, 1))}#{anchor}"

    def sentence_address(self, sentence: str) -> str:
        """The very sentence: ``document#s1-2`` -> ``sources/document/#s1-2``."""
        document, _, ident = sentence.partition("#")
        return self.place(document, ident)

    def note_address(self, document: str, note: Note) -> str:
        """The very note, which stands with its sentence."""
        page, _, _ = self.place(document, note.sentence).partition("#")
        return f"{page}#note-{note.id}"

    def erratum_address(self, ident: str) -> str:
        """The very correction."""
        return f"{numbered(CORRECTIONS_PAGE, self.erratum_pages[ident])}#erratum-{ident}"

    def erratum_title(self, erratum: Erratum) -> BilingualText:
        """What the figure of a correction is called; as its withdrawal calls it where it is gone."""
        if erratum.figure in self.texts:
            return self.texts[erratum.figure].document.title
        figure = self.figures.get(erratum.figure)
        return figure.figure.label if figure else self.withdrawn.get(erratum.figure, self.interface["corrections"])

    @cached_property
    def withdrawn(self) -> Mapping[str, BilingualText]:
        """What each figure was called that an erratum withdraws."""
        return {erratum.figure: erratum.withdrawn for erratum in self.errata.values() if erratum.withdrawn}

    @cached_property
    def errata_listed(self) -> tuple[tuple[str, ...], ...]:
        """All corrections, newest first, page by page."""
        newest_first = sorted(self.errata, key=lambda ident: self.errata[ident].date, reverse=True)
        return sliced(newest_first, ROWS)

    @cached_property
    def erratum_pages(self) -> Mapping[str, int]:
        """The page of each correction."""
        return {ident: number for number, page in enumerate(self.errata_listed, 1) for ident in page}

    @cached_property
    def erratum_order(self) -> Mapping[str, int]:
        """The place of each correction among all, newest first."""
        return {ident: place for place, ident in enumerate(self.erratum_pages)}

    @cached_property
    def errata_by_record(self) -> Mapping[str, tuple[str, ...]]:
        """The corrections of the figures of each record, newest first."""
        found: dict[str, tuple[str, ...]] = {}
        for ident in self.erratum_pages:
            record = self.errata[ident].figure.partition(".")[0]
            found[record] = (*found.get(record, ()), ident)
        return found

    @cached_property
    def sentence_order(self) -> Mapping[str, int]:
        """The place of each sentence among all."""
        return {ident: place for place, ident in enumerate(self.sentences)}

    @cached_property
    def numbers_in_text(self) -> Mapping[str, tuple[NumberInText, ...]]:
        """The numbers of each document that are recorded as figures, in the order of its text."""
        return numbers_by_document(self.figures, self.units, self.sentence_order)

    def sort_of(self, one: PublishedFigure) -> str:
        """What a figure counts: money, people or things."""
        return what_it_counts(one, self.figures, self.units)

    @cached_property
    def states_money(self) -> bool:
        """Whether any figure is a sum of money."""
        return any(self.sort_of(one) == "money" for one in self.figures.values())

    @cached_property
    def glossary(self) -> tuple[ExplainedTerm, ...]:
        """The explained terms that stand in a source document, in the order in which they are explained."""
        text = "\n".join(one.zh for one in self.sentences.values())
        return tuple(one for one in self.explained if any(word in text for word in one.in_chinese))

    @cached_property
    def text_order(self) -> Mapping[str, int]:
        """The place of each source document among all."""
        return {ident: place for place, ident in enumerate(self.texts)}

    @cached_property
    def current_document(self) -> str:
        """The document that the home page tells of: the one that the bureau names, else that of the latest period, and
        among several of them the one that most figures are read in."""
        if self.bureau.current_document:
            return self.bureau.current_document
        figures = Counter(one.figure.source.partition("#")[0] for one in self.figures.values())
        return max(self.texts, key=lambda one: (self.periods[self.texts[one].document.period].order, figures[one]))

    @cached_property
    def key_figures(self) -> tuple[PublishedFigure, ...]:
        """The figures that the home page shows: those that the bureau names, else the first of each work area that is
        read in the current document."""
        if self.bureau.key_figures:
            return tuple(self.figures[one] for one in self.bureau.key_figures)
        own = [
            [one for one in self.figures_by_record.get(area, ()) if self.is_current(one.figure.source)]
            for area in self.work_areas
        ]
        return tuple(figures[0] for figures in own if figures)[:MOST_KEY_FIGURES]

    def is_current(self, source: str) -> bool:
        """Whether a sentence or cell stands in the current document."""
        return source.partition("#")[0] == self.current_document

    @cached_property
    def annual_reports(self) -> Mapping[str, int]:
        """The statutory annual reports among the documents and the years that they are for, newest first."""
        years = {ident: annual_report_year(text.document) for ident, text in self.texts.items()}
        found = {ident: year for ident, year in years.items() if year is not None}
        return dict(sorted(found.items(), key=lambda one: one[1], reverse=True))

    @cached_property
    def newest_periods(self) -> Mapping[str, int]:
        """The place of the latest period of the documents of each issuer, by its Chinese name."""
        found: dict[str, int] = {}
        for text in self.texts.values():
            order = self.periods[text.document.period].order
            found[text.document.issuer.zh] = max(found.get(text.document.issuer.zh, 0), order)
        return found

    @cached_property
    def series(self) -> Mapping[str, tuple[PublishedFigure, ...]]:
        """The figures of each series."""
        found: dict[str, tuple[PublishedFigure, ...]] = {}
        for figure in self.figures.values():
            if figure.figure.series:
                found[figure.figure.series] = (*found.get(figure.figure.series, ()), figure)
        return found

    @cached_property
    def named_by(self) -> Mapping[str, tuple[PublishedFigure, ...]]:
        """The figures that name a figure as what they are a change, a part, a share or the result of, by its id."""
        found: dict[str, tuple[PublishedFigure, ...]] = {}
        for one in self.figures.values():
            if one.figure.of:
                ident = full_id(one.record, one.figure.of)
                found[ident] = (*found.get(ident, ()), one)
        return found

    def whole_of(self, one: PublishedFigure) -> PublishedFigure | None:
        """The figure that one names as what it is a change, a part, a share or the result of."""
        return self.figures[full_id(one.record, one.figure.of)] if one.figure.of else None

    def coverage(self) -> tuple[int, int]:
        """How many sentences of all documents are accounted for, and how many there are."""
        counts = [self.document_coverage(ident) for ident in self.texts]
        return sum(used for used, _ in counts), sum(total for _, total in counts)

    def document_coverage(self, ident: str) -> tuple[int, int]:
        """How many sentences of a document are used by records or need none, and how many there are, without cells."""
        document = self.texts[ident].document
        sentences, without = document.text_sentences(), document.without_record
        used = (one for one in sentences if one.id in without or self.citations.get(f"{ident}#{one.id}"))
        return sum(1 for _ in used), len(sentences)

    def sentences_used(self, *idents: str) -> SentencesUsed:
        """How many sentences of some documents, or of all, records use, and what the others are: headings, dates."""
        found = [(ident, one) for ident in idents or self.texts for one in self.texts[ident].document.text_sentences()]
        others = [one.role or "heading" for ident, one in found if not self.citations.get(f"{ident}#{one.id}")]
        kinds = tuple(kind for kind in KINDS_WITHOUT_RECORD if kind in others)
        headings = sum(self.texts[ident].document.heading_count() for ident in idents or self.texts)
        return SentencesUsed(len(found), len(found) - len(others), kinds, headings)

    @cached_property
    def places_of_figures(self) -> Mapping[str, set[tuple[str, int]]]:
        """Where figures stand in each document: sentence or cell, and character."""
        found: dict[str, set[tuple[str, int]]] = {}
        for one in self.figures.values():
            document, _, sentence = one.figure.source.partition("#")
            found.setdefault(document, set()).add((sentence, one.figure.start))
        return found

    def numbers_covered(self, ident: str) -> NumbersCovered:
        """What of the numbers and tables of a document is recorded as figures; each number counts once."""
        document = self.texts[ident].document
        cells = {table.cell_id(cell) for table in document.tables for cell in table.cells if cell.text}
        here = [sentence for sentence, _ in self.places_of_figures.get(ident, ())]
        return NumbersCovered(
            numbers=sum(1 for one in here if one not in cells),
            tables=len(document.tables),
            cells=len(cells),
            cells_recorded=len(cells.intersection(here)),
        )


def gap(figure: Figure, at: int, words: str) -> int:
    """How many characters stand between a number and words of its sentence that begin ``at`` a place."""
    return max(at - (figure.start + len(figure.written)), figure.start - (at + len(words)), 0)


def overlaps(about: str, words: str) -> bool:
    """Whether a note on ``about`` concerns a reader of ``words``: one contains the other."""
    return about in words or words in about
