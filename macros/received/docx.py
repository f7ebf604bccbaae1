"""A Word file as it was received -> lines: paragraphs with their automatic numbers, tables, text boxes, notes.

Kept is what a reader sees when all changes are accepted. What is not: deleted and hidden text, headers and footers,
comments, tables of contents, pictures and objects; each is told, and so is inserted text, which is kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from macros.received.docx_elements import (
    CONTAINERS,
    SYMBOL_FONTS,
    below,
    characters,
    chosen_in,
    columns_of,
    in_fallback,
    is_drop_cap,
    is_to_be_filled_in,
    plain_text,
    reach_down,
    shown_form,
    up_to,
)
from macros.received.docx_styles import Numbering, Styles, child, is_on, value
from macros.received.joining import as_set, clean, joined
from macros.received.lines import COVERED, CannotReadError, LeftOut, ReadDocument, Reason, SpanningCell, table_lines
from macros.received.package import Package, Relation, local, open_package
from macros.received.page_ends import PAGE_NUMBER
from macros.received.reasons import DAMAGED

REMOVED = frozenset({"del", "moveFrom"})
PAGE_FIELDS = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b")
COMPUTED_FIELDS = re.compile(r"\s*(?:DATE|TIME|SAVEDATE|PRINTDATE|FILENAME)\b")
"""Fields whose result is another each time a program opens or prints the file."""
CONTENTS_FIELD = re.compile(r"\s*TOC\b")

SILENT_FIELDS = re.compile(
    r"\s*(?i:XE|TC|TA|RD|TOC|TOA|INDEX|SET|ASK|FILLIN|PRIVATE|NEXT|NEXTIF|SKIPIF|ADVANCE|BARCODE|HYPERLINK|PAGE|NUMPAGES|"
    r"SECTION|SECTIONPAGES|FORMTEXT|FORMCHECKBOX|FORMDROPDOWN)\b|\s*\Z"
)
"""Fields that show nothing where they stand, or nothing that is text."""

DRAWN_FIELDS = re.compile(r"\s*(?i:EQ|SYMBOL)\b")
"""Fields that Word draws as their instruction says, whatever result is stored: ① and what stands above characters."""


@dataclass
class ParagraphState:
    """A paragraph being read: its text, and what hangs on it."""

    style: str = ""
    text: list[str] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    way: str = ""
    """Whether the run being read is set higher or lower."""
    notes: list[tuple[str, str]] = field(default_factory=list)
    told: tuple[str, int] = ("", -1)
    """Why the last of it was told, and how many pieces of text there were: what follows goes on in it."""


def read_docx(file: Path) -> ReadDocument:
    """The document in a Word file; raises ``CannotReadError``."""
    with open_package(file) as package:
        top = package.relations("")
        main = next((one.target for one in top.values() if one.type == "officeDocument"), "word/document.xml")
        root = package.xml(main)
        body = child(root, "body")
        if body is None:
            raise CannotReadError(DAMAGED)
        return DocxReader(package, package.relations(main)).read(body)


class DocxReader:
    """Reads the parts of one file; fields that are open reach from paragraph to paragraph."""

    def __init__(self, package: Package, relations: dict[str, Relation]) -> None:
        self.package, self.relations = package, relations
        self.styles = Styles(self.part("styles"))
        self.numbering = Numbering(self.part("numbering"), self.styles)
        self.notes = {
            (kind, value(one, "id")): one for kind in ("footnote", "endnote") for one in self.part(f"{kind}s")
        }
        self.lines: list[str] = []
        self.headings: dict[int, int] = {}
        self.left_out: list[LeftOut] = []
        self.fields: list[list[str]] = []  # Of each field that is open: its instruction, and "shown" once it is past.
        self.chosen: list[str] = []  # Of each such field, what was chosen in it.
        self.fields_end = True
        self.carried = ""  # The text of a paragraph that goes on in the next: its end was deleted.

    def part(self, kind: str) -> etree._Element:
        """A part that the document refers to, by what it is; an empty one where there is none."""
        name = next((one.target for one in self.relations.values() if one.type == kind), "")
        root = self.package.xml(name)
        return etree.Element("none") if root is None else root

    def read(self, body: etree._Element) -> ReadDocument:
        """The whole document, then what stands beside it."""
        marks = [value(one, "fldCharType") for one in body.iter("{*}fldChar")]
        self.fields_end = marks.count("begin") == marks.count("end")
        self.blocks(body)
        self.put(self.carried)
        shown = {value(one, "id") for one in body.iter("{*}headerReference", "{*}footerReference")}
        for ident, relation in self.relations.items():
            if ident in shown:
                self.beside(relation)
        for comment in self.part("comments"):
            self.tell("annotation", plain_text(comment))
        return ReadDocument(tuple(self.lines), tuple(self.left_out), self.headings)

    def tell(self, why: Reason, text: str) -> None:
        """Tells what is left out, on one line; a table of contents, which comes in many pieces, on one altogether."""
        said = " ".join(text.split())
        if said and why == "navigation" and self.left_out and self.left_out[-1].why == why:
            said = f"{self.left_out.pop().text} {said}"
        if said:
            self.left_out.append(LeftOut(why, said))

    def tell_run(self, why: Reason, text: str, state: ParagraphState, begins: int) -> None:
        """Tells what a run held; with what was told of the run before for the same reason, as programs part runs
        wherever the script changes."""
        if state.told == (why, begins) and self.left_out and self.left_out[-1].why == why:
            text = self.left_out.pop().text + text
        self.tell(why, text)
        state.told = (why, len(state.text))

    def beside(self, relation: Relation) -> None:
        """Tells a header or footer: its paragraphs, and the words of watermarks."""
        root = self.package.xml(relation.target)
        why: Reason = "header" if relation.type == "header" else "footer"
        for one in () if root is None else root.iter("{*}p", "{*}textpath"):
            said = plain_text(one) if local(one) == "p" else value(one, "string")
            self.tell("page-number" if PAGE_NUMBER.fullmatch(said) else why, said)

    def put(self, text: str, heading: int | None = None) -> None:
        """Puts down the lines of a paragraph."""
        for line in text.split("\n"):
            if said := clean(line):
                if heading is not None:
                    self.headings[len(self.lines)] = heading
                self.lines.append(said)

    def blocks(self, parent: etree._Element) -> None:
        """The paragraphs and tables of a part of the document, in order."""
        for one in parent:
            name = local(one)
            if name == "p":
                self.paragraph(one)
            elif name == "tbl":
                self.table(one)
            elif name in REMOVED:
                self.tell("deleted", plain_text(one))
            elif name == "altChunk":
                self.tell("object", "altChunk")
            elif name == "sdt" and value(child(one, "sdtPr", "docPartObj", "docPartGallery")) == "Table of Contents":
                self.tell("navigation", plain_text(one))
            elif name in CONTAINERS:
                self.blocks(one)
            elif name == "AlternateContent":
                self.blocks(shown_form(one))
            else:
                self.tell("object", plain_text(one))

    def paragraph(self, paragraph: etree._Element) -> None:
        """A paragraph: its number and text, then the text boxes and notes that hang on it."""
        state = ParagraphState(self.styles.of(paragraph))
        text = self.words(paragraph, state)
        if is_to_be_filled_in(paragraph):
            self.tell("control", text)
        elif child(paragraph, "pPr", "rPr", "del") is not None or is_drop_cap(paragraph):
            self.carried = text
        else:
            self.put(text, self.styles.heading(paragraph))
        self.hanging(state)

    def hanging(self, state: ParagraphState) -> None:
        """The text boxes and notes of a paragraph, as lines behind it."""
        for box in state.boxes:
            self.blocks(box)
        for note in state.notes:
            if note in self.notes:
                self.blocks(self.notes[note])

    def words(self, paragraph: etree._Element, state: ParagraphState) -> str:
        """The number and the text of a paragraph; a number alone is left out, though it counts."""
        before = self.numbering.before(paragraph)
        carried, self.carried = self.carried, ""
        self.inline(paragraph, state)
        text = carried + "".join(state.text)
        if text.strip():
            return before + text.lstrip(" \u3000\t\xa0") if before else text
        self.tell("control", before)
        return ""

    def inline(self, parent: etree._Element, state: ParagraphState) -> None:
        """The parts of a paragraph, in order."""
        for one in parent:
            name = local(one)
            if name == "r":
                self.run(one, state)
            elif name in REMOVED:
                self.tell_run("deleted", plain_text(one), state, len(state.text))
            elif name in ("ins", "moveTo"):
                before = len(state.text)
                self.inline(one, state)
                self.tell_run("inserted", "".join(state.text[before:]), state, before)
            elif name == "sdt" and is_on(child(one, "sdtPr", "showingPlcHdr")):
                self.tell("control", plain_text(one))
            elif name == "fldSimple":
                self.simple_field(one, state)
            elif name in ("oMath", "oMathPara"):
                self.tell("object", "".join(one.itertext()))
            elif name == "AlternateContent":
                self.inline(shown_form(one), state)
            elif name in CONTAINERS:
                self.inline(one, state)
            else:
                self.tell("object", "subDoc" if name == "subDoc" else plain_text(one))

    def simple_field(self, element: etree._Element, state: ParagraphState) -> None:
        """A field in one element: its result is text, but for page numbers and tables of contents."""
        instruction = value(element, "instr")
        if CONTENTS_FIELD.match(instruction) or PAGE_FIELDS.match(instruction):
            self.tell("navigation" if CONTENTS_FIELD.match(instruction) else "page-number", plain_text(element))
        else:
            before = len(state.text)
            self.inline(element, state)
            if COMPUTED_FIELDS.match(instruction):
                self.tell("computed", "".join(state.text[before:]))

    def run(self, run: etree._Element, state: ParagraphState) -> None:
        """A run of text; what is hidden, blackened or struck out is told."""
        why: Reason | None = "hidden" if self.styles.hides(run, state.style) else None
        if why is None and self.styles.blackens(run, state.style):
            why = "covered"
        if why is None and self.styles.strikes(run, state.style):
            why = "deleted"
        if SYMBOL_FONTS.match(value(child(run, "rPr", "rFonts"), "ascii")):
            why = "object"
        before, state.way = len(state.text), value(self.styles.of_run(run, state.style, "vertAlign"))
        for one in run:
            self.piece(one, state)
        if why and (said := "".join(state.text[before:])):
            del state.text[before:]
            self.tell_run(why, COVERED * len(said) if why == "covered" else said, state, before)

    def piece(self, one: etree._Element, state: ParagraphState) -> None:
        """What a run holds: characters, breaks, marks of fields and notes, pictures."""
        name = local(one)
        if name == "fldChar":
            self.field_mark(one, state)
        elif name == "instrText" and self.fields:
            self.fields[-1][0] += one.text or ""
        elif name in ("footnoteReference", "endnoteReference"):
            state.notes.append((name.removesuffix("Reference"), value(one, "id")))
        elif name == "AlternateContent":
            for each in shown_form(one):
                self.piece(each, state)
        elif name in ("drawing", "pict", "object"):
            self.picture(one, name, state)
        elif name == "ruby":
            for each in one.iterfind("{*}rubyBase/{*}r"):
                self.run(each, state)
            self.tell("annotation", plain_text(child(one, "rt")))
        elif said := characters(one):
            self.say(as_set(said, state.way, "".join(state.text[-1:])), state)
        elif name in ("sym", "symEx"):
            self.tell("object", f"{value(one, 'font')} {value(one, 'char')}")
        elif name != "rPr":
            self.tell("object", plain_text(one))

    def say(self, text: str, state: ParagraphState) -> None:
        """Text, unless it stands in a field that is no text: in its instruction, or in a table of contents."""
        for instruction, *shown in self.fields:
            if CONTENTS_FIELD.match(instruction):
                self.tell("navigation", text)
                return
            if not shown:
                self.tell("object", text)
                return
            if PAGE_FIELDS.match(instruction):
                self.tell("page-number", text)
                return
            if COMPUTED_FIELDS.match(instruction):
                self.tell("computed", text)
        state.text.append(text)

    def field_mark(self, element: etree._Element, state: ParagraphState) -> None:
        """Where a field begins, its result begins, or it ends; in a file where one does not end, they are no matter."""
        mark = value(element, "fldCharType")
        if not self.fields_end:
            return
        if mark == "begin":
            self.fields.append([""])
            self.chosen.append(chosen_in(element))
        elif self.fields and mark == "separate":
            self.fields[-1].append("shown")
        elif self.fields and mark == "end":
            instruction, *shown = self.fields.pop()
            if chosen := self.chosen.pop():
                self.say(chosen, state)
            elif DRAWN_FIELDS.match(instruction) or not (shown or SILENT_FIELDS.match(instruction)):
                self.tell("object", instruction)  # Numbers, symbols and sums that Word works out.

    def picture(self, element: etree._Element, name: str, state: ParagraphState) -> None:
        """A drawing: the text boxes in it, or what is said of it."""
        boxes = [one for one in element.iter("{*}txbxContent") if not in_fallback(one, element)]
        outermost = [one for one in boxes if not any(up in boxes for up in one.iterancestors())]
        state.boxes += outermost
        if outermost:
            return
        described = next(element.iter("{*}docPr"), None)
        said = value(described, "descr") or value(described, "title") or value(described, "name")
        words = "".join(value(one, "string") for one in element.iter("{*}textpath"))
        embedded = next((value(one, "ProgID") for one in element.iter("{*}OLEObject")), "")
        is_object = name == "object" or next(element.iter("{*}chart", "{*}relIds"), None) is not None
        self.tell("object" if is_object else "picture", words or embedded or said or name)

    def table(self, table: etree._Element) -> None:
        """A table as lines; what lays out a page in one row or one column is read as paragraphs."""
        rows = [row for row in below(table, "tr") if not self.is_deleted(row)]
        cells = [list(below(row, "tc")) for row in rows]
        if len(rows) < 2 or max(map(len, cells)) < 2:
            for row in cells:
                for cell in row:
                    self.blocks(cell)
            return
        after: list[ParagraphState] = []
        places = [list(columns_of(row, row_cells)) for row, row_cells in zip(rows, cells, strict=True)]
        read: list[list[SpanningCell]] = []
        for at, row_places in enumerate(places):
            said: list[SpanningCell] = [SpanningCell("")] * (row_places[0].column if row_places else 0)
            for one in row_places:
                if not one.cell_goes_on:
                    text = self.cell_text(one.cell, after)
                    said.append(SpanningCell(text, 1 + reach_down(places[at + 1 :], one.column), one.columns))
                    continue
                self.tell("hidden", plain_text(one.cell))  # Word shows the first of merged cells alone.
                if not at or not any(up.column == one.column for up in places[at - 1]):
                    said.append(SpanningCell("", 1, one.columns))
            read.append(said)
        self.lines += table_lines(read)
        for state in after:
            self.hanging(state)

    def is_deleted(self, row: etree._Element) -> bool:
        """Whether a row was deleted in a tracked change, or is hidden, which is told."""
        deleted = child(row, "trPr", "del") is not None
        if not deleted and not is_on(child(row, "trPr", "hidden")):
            return False
        self.tell("deleted" if deleted else "hidden", plain_text(row))
        return True

    def cell_text(self, cell: etree._Element, after: list[ParagraphState]) -> str:
        """All that a cell says, on one line."""
        said: list[str] = []
        for one in cell.iter("{*}p"):
            if in_fallback(one, cell) or any(local(up) == "txbxContent" for up in up_to(one, cell)):
                continue
            state = ParagraphState(self.styles.of(one))
            words = self.words(one, state)
            if is_to_be_filled_in(one):
                self.tell("control", words)
            else:
                said.append(words)
            after.append(state)
        text = joined("\n".join(said))
        if child(cell, "tcPr", "cellDel") is None:
            return text
        self.tell("deleted", text)
        return ""
