"""Cuts the lines of a document into headings, sentences and the cells of tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from macros.records.document import (
    Document,
    LineRole,
    Run,
    Section,
    Sentence,
    Translations,
)
from macros.records.document_ends import at_foot, at_head, below_title, title_length
from macros.records.document_lines import (
    SENTENCE_ENDS,
    heading_levels,
    is_heading,
    item_numbers,
    run_in_heading,
)
from macros.records.emended_lines import Line, as_row
from macros.records.tables import Cell, Table, tables_of
from macros.text.clauses import CLOSED_BY, Span, balanced

IN_A_TABLE = ("head", "cell")
ENDS_A_SENTENCE = re.compile(f"[{''.join(SENTENCE_ENDS)}]")
HAN = re.compile("[\u4e00-\u9fff]")


@dataclass(frozen=True)
class Stretch:
    """A heading, or the sentences of a line: where each begins and ends in it, and what they are."""

    line: Line
    spans: tuple[Span, ...]
    heading: bool = False
    role: LineRole | None = None
    table: Table | None = None
    """The table of which the line is a row."""


def cut_document(document: Document, lines: Sequence[Line]) -> Cutter:
    """A document cut into paragraphs, sections and tables.

    Sections are numbered s0, which the title heads, s1 …, as they come, and their sentences s1-1, s1-2 …; tables t1 ….
    """
    lines = with_whole_title(document, lines)
    heads = frozenset(one.line for one in document.marks if one.is_ == "heading")
    tables = tables_of([(line.number, as_row(line)) for line in lines], heads)
    cutter = Cutter(document, tables)
    stretches = list(stretches_of(document, lines, tables))
    title = [one.heading for one in stretches].index(True)
    headings = [one for one in stretches[title + 1 :] if one.heading]
    ranks = heading_levels([one.line.printed for one in headings])
    levels = dict(zip((one.line.number for one in headings), ranks, strict=True))
    cutter.heading(stretches[title], 0)
    for one in (*stretches[:title], *stretches[title + 1 :]):
        if one.table:
            cutter.row(one, one.table)
        elif one.heading:
            cutter.heading(one, levels[one.line.number])
        else:
            cutter.text(one)
    return cutter


def with_whole_title(document: Document, lines: Sequence[Line]) -> list[Line]:
    """The lines of a document with those of its title made one; a line that a person has marked is left alone."""
    title = at_head([line.printed for line in lines])
    length = title_length([line.printed for line in lines[title : title + 3]])
    parts = lines[title : title + length]
    if {one.line for one in document.marks} & {line.number for line in parts} or any(line.cells for line in parts):
        return list(lines)
    whole = Line(
        parts[0].number, "".join(line.plain for line in parts), tuple(run for line in parts for run in line.runs)
    )
    return [*lines[:title], whole, *lines[title + length :]]


def stretches_of(document: Document, lines: Sequence[Line], tables: Sequence[Table]) -> Iterator[Stretch]:
    """Every line by what it is; one that begins with a heading and goes on with text makes two."""
    marks = {one.line: one.is_ for one in document.marks}
    rows = {number: table for table in tables for number in range(table.first, table.last + 1)}
    printed = [line.printed for line in lines]
    title = at_head(printed)
    ends = {title + at: role for at, role in below_title(printed[title:]).items()} | at_foot(printed)
    for at, (line, text) in enumerate(zip(lines, printed, strict=True)):
        if line.number in rows:
            yield Stretch(line, (), table=rows[line.number])
            continue
        marked = marks.get(line.number)
        run_in = run_in_heading(text) if marked is None else 0
        if at < title:
            yield Stretch(line, ((0, len(text)),), role="document-number")
        elif at == title or marked == "heading" or (marked is None and at not in ends and is_heading(text)):
            yield Stretch(line, ((0, len(text)),), heading=True)
        elif marked is None and at in ends:
            yield Stretch(line, ((0, len(text)),), role=ends[at])
        elif run_in:
            yield Stretch(line, ((0, run_in),), heading=True)
            begins = len(text) - len(text[run_in:].lstrip())
            yield Stretch(line, tuple((start + begins, end + begins) for start, end in sentence_spans(text[begins:])))
        else:
            yield Stretch(line, tuple(sentence_spans(text)))


class Cutter:
    """Gives the stretches of a document their ids, in order, and keeps what was made of them."""

    def __init__(self, document: Document, tables: list[Table]) -> None:
        self.tables = tables
        self.translations = document.translations
        self.translated_cells = translated_cells(tables, document.translations)
        self.framing = frozenset(document.framing)
        self.paragraphs: list[tuple[Sentence, ...]] = []
        self.sections: list[Section] = []
        self.runs: dict[str, tuple[Run, ...]] = {}

    def heading(self, stretch: Stretch, level: int) -> None:
        """Begins a section."""
        made = self.sentence(f"s{len(self.sections)}", stretch, stretch.spans[0])
        self.paragraphs.append((made,))
        self.sections.append(Section.model_construct(heading=made, level=level, sentences=[]))

    def text(self, stretch: Stretch) -> None:
        """Adds the sentences of a line to the section begun last."""
        section, number = self.sections[-1], len(self.sections) - 1
        before = sum(1 for one in section.sentences if one.role not in IN_A_TABLE)
        skipped = item_numbers([stretch.line.printed[start:end] for start, end in stretch.spans])
        made = tuple(
            self.sentence(f"s{number}-{before + at}", stretch, span, skip)
            for at, (span, skip) in enumerate(zip(stretch.spans, skipped, strict=True), 1)
        )
        self.paragraphs.append(made)
        section.sentences.extend(made)

    def row(self, stretch: Stretch, table: Table) -> None:
        """Adds the cells of a row of a table to the section begun last; empty ones say nothing."""
        for cell in table.rows[stretch.line.number - table.first]:
            if cell.text:
                made = self.cell(table, cell)
                self.runs[made.id] = stretch.line.cells[cell.column - 1]
                self.paragraphs.append((made,))
                self.sections[-1].sentences.append(made)

    def cell(self, table: Table, cell: Cell) -> Sentence:
        """A cell with its translation, its own or that of an equal cell; what is no word needs none."""
        ident = table.cell_id(cell)
        translated = ident if is_translated(ident, self.translations) else self.translated_cells.get(cell.text, ident)
        return Sentence.model_construct(
            id=ident,
            zh=cell.text,
            en=self.translations.en.get(translated, "") or ("" if HAN.search(cell.text) else cell.text),
            others=self.translations.of(translated),
            path=("translations", "en", ident),
            mark=None,
            role="head" if cell.head or table.names_row(cell) else "cell",
            under=(*table.row_heads(cell), *table.column_heads(cell)),
            counted_in=table.unit_of(cell) if table.states_number(cell) else None,
        )

    def sentence(self, ident: str, stretch: Stretch, span: Span, skip: int = 0) -> Sentence:
        """A sentence with its translation, if there is one; ``skip`` characters of it are its number."""
        start, end = span
        self.runs[ident] = stretch.line.runs_between(start + skip, end)
        return Sentence.model_construct(
            id=ident,
            zh=stretch.line.printed[start + skip : end],
            en=self.translations.en.get(ident, ""),
            others=self.translations.of(ident),
            path=("translations", "en", ident),
            mark=stretch.line.printed[start : start + skip] or None,
            role="framing" if ident in self.framing else stretch.role,
        )


def translated_cells(tables: Sequence[Table], translations: Translations) -> dict[str, str]:
    """The first cell with each text that is translated: the others like it need not be."""
    found: dict[str, str] = {}
    for table in tables:
        for cell in table.cells:
            if is_translated(table.cell_id(cell), translations):
                found.setdefault(cell.text, table.cell_id(cell))
    return found


def is_translated(ident: str, translations: Translations) -> bool:
    """Whether a sentence or cell has a translation of its own, in whatever language."""
    return ident in translations.en or bool(translations.of(ident))


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence of a line begins and ends: behind 。！？；, unless that stands in quotation marks."""
    inside = balanced(text)
    start = 0
    for at in (found.start() for found in ENDS_A_SENTENCE.finditer(text)):
        if at >= start and not inside[at]:
            end = at + 1
            while end < len(text) and (text[end] in CLOSED_BY or text[end] in SENTENCE_ENDS):
                end += 1
            yield start, end
            start = end
    if text[start:].strip():
        yield start, len(text)
