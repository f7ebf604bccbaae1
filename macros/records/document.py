"""Source documents: the text as it was published, the edition we print, and every difference between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, ValidationInfo, field_validator, model_validator
from pydantic.json_schema import SkipJsonSchema

from macros.records.attached_files import AttachedName, Attachment
from macros.records.base import (
    OTHERS_ALIAS,
    BilingualText,
    Day,
    Id,
    Moment,
    Named,
    Strict,
    Text,
    Whole,
    YesNo,
    declared_languages,
    described,
)
from macros.records.tables import Table
from macros.text.placeholders import without_marker

TEXT_FILE_PATTERN = r"^[A-Za-z0-9][A-Za-z0-9._-]{0,100}\.txt$"

TextFile = Annotated[str, StringConstraints(pattern=TEXT_FILE_PATTERN)]
"""The name of a text file."""


class Omission(BilingualText):
    """A line of the verbatim text that is not part of the document, and why it is left out."""

    line: Whole = described("原始文本的行号，从1起", "Line of the verbatim text, from 1", ge=1)


class OmittedLine(Omission):
    """A line left out, and what stood on it."""

    stood: str


class LineMark(Strict):
    """What a line is, where the program takes it for something else."""

    line: Whole = described("原始文本的行号，从1起", "Line of the verbatim text, from 1", ge=1)
    is_: Literal["heading", "text"] = described(
        "heading 标题、text 正文", "heading or text", alias="is", example="heading"
    )


class Emendation(BilingualText):
    """A change from the plain script conversion of the verbatim text: what stood, what is printed, why."""

    id: Id = described("编号", "Identifier")
    kind: Named = described(
        "种类，见 vocabulary/emendation-kinds.yml",
        "Kind, from vocabulary/emendation-kinds.yml",
        example="term-swap",
    )
    stood: Text = described("原有文字（繁简转换之后）", "What stood, after plain script conversion")
    printed: Text = described("整理后文字", "What is printed")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a sentence as printed; ``emendation`` tells why it is not what ``stood``."""

    printed: str
    stood: str
    emendation: Emendation | None = None


class Note(BilingualText):
    """An editor's note on something that looks wrong in the source and is printed as it stands."""

    id: Id = described("编号", "Identifier")
    sentence: Id = described("所在句子的编号", "The sentence concerned")
    about: Text = described("所说的原文文字", "The words concerned, as printed")
    wording_only: YesNo = described(
        "只涉及字词标点、不影响理解数据时为 yes；此时只在来源文件页显示",
        "yes where only wording or punctuation is concerned; it is then shown on the document's page alone",
        False,
    )
    no_quantity: YesNo = described(
        "程序读作数量、其实不是数量的为 yes，并在说明中写明是什么",
        "yes where the program reads a quantity and there is none; the note says what it is",
        False,
    )


LineRole = Literal[
    "document-number", "salutation", "attachments", "issuer", "date", "distribution", "framing", "head", "cell"
]
"""What a sentence is that says nothing of what was done; ``framing`` is what a person marks so."""


class Sentence(BilingualText):
    """One sentence of the edition, cut by the program, with its translation; empty where there is none yet."""

    id: Id
    path: tuple[str, ...] = Field(exclude=True)
    """Where its translation stands in the file."""
    mark: Text | None = None
    """The number before it that is no part of it where its text could be read as going on from it: 2. of 2.30亩."""
    role: LineRole | None = None
    """What it is at the head or the foot of the document, or in a table; None for text and headings.

    ``head`` is a cell that heads a column or names what its row is about, ``cell`` any other.
    """
    under: tuple[str, ...] = Field((), exclude=True)
    """Of a cell: what its row is about, and what stands above it."""
    counted_in: str | None = Field(None, exclude=True)
    """Of a cell that is a bare number: its unit as the heads of the table write it, empty where they write none."""


class Translations(Strict):
    """The sentences of a document in other languages."""

    others: SkipJsonSchema[Mapping[str, dict[Id, Text]]] = Field({}, alias=OTHERS_ALIAS)
    """By the code of the language; typed beside ``en``."""

    @model_validator(mode="before")
    @classmethod
    def set_apart(cls, given: object, info: ValidationInfo) -> object:
        """Further languages are keys like ``en``, which may be missing where the bureau says so."""
        return declared_languages(given, info, {})

    def of(self, ident: str) -> dict[str, str]:
        """A sentence in further languages, by code."""
        return {code: said[ident] for code, said in self.others.items() if ident in said}

    en: dict[Id, Text] = described(
        "每句一行：句子编号、冒号、英文；缺哪几句，检查时会列出",
        "A line for each sentence: its id, a colon, its English; the check lists those that are missing",
        example="s0: Summary of work in the first half of the year",
    )


class Section(Strict):
    """A heading and the sentences under it; ``level`` is 0 for the title, 1 for what stands next below it."""

    heading: Sentence
    level: int
    sentences: list[Sentence]


class Document(Strict):
    """A published document from which records quote."""

    title: BilingualText | None = described(
        "文件标题；不写时就是正文的第一行和它的译文", "Title; left out, it is the first line and its translation", None
    )
    issuer: BilingualText = described("制发单位", "The body that issued it")
    period: Named = described(
        "所属时期编号；自带的之外，可在 vocabulary/periods.yml 添加",
        "Period; those of the software, and those added in vocabulary/periods.yml",
        example="first-half",
    )
    date: Day | None = described("成文日期；原文未载则不写", "Date of the document; leave out if not stated", None)
    published: Moment | None = described(
        "发布时间（年-月-日 时:分）；不知道具体时刻则不写，不得推算",
        "When it was published (year-month-day hour:minute); leave out if the time is not known, and never guess",
        None,
        example="2001-07-31 09:30",
    )
    document_number: Text | None = described("文号；没有则不写", "Document number; leave out if there is none", None)
    index_number: Text | None = described("索引号；没有则不写", "Index number; leave out if there is none", None)
    verbatim: TextFile = described(
        "原始文本的文件名，与本文件放在同一目录",
        "File name of the verbatim text, beside this file",
        example="h1-work-summary.zh-Hant.txt",
    )
    script: Literal["zh-Hans", "zh-Hant"] = described(
        "原始文本的字体：zh-Hans 简体、zh-Hant 繁体",
        "Script of the verbatim text: zh-Hans is Simplified, zh-Hant Traditional",
    )
    original: AttachedName | None = described(
        "原始文本由之生成的文件（收到的原件），与本文件放在同一目录；原件就是纯文本的不写",
        "The file received that the verbatim text was made from, beside this file; leave out if that was plain text",
        None,
        example="report.html",
    )
    attachments: list[Attachment] = described("附件", "Attachments", [])
    not_stated: list[BilingualText] = described(
        "原文没有写明、读者会问的事", "What readers will ask and the source does not say", []
    )
    omitted: list[Omission] = described("不属于正文而略去的行", "Lines left out as not part of the document", [])
    emendations: list[Emendation] = described("校改", "Emendations", [])
    notes: list[Note] = described("编者注", "Editor's notes", [])
    marks: list[LineMark] = described(
        "程序把标题认作正文、或把正文认作标题的行",
        "Lines where the program takes a heading for text, or text for a heading",
        [],
    )
    framing: list[Id] = described(
        "只起引导、收尾作用而没有实际内容的句子，写编号；有数量的句子不能写",
        "Sentences that only introduce or close and say nothing themselves, by their ids; none with a quantity",
        [],
        example="s0-2",
    )
    translations: Translations = described("各句的译文", "Translations of the sentences", Translations(en={}))

    @field_validator("period", mode="before")
    @classmethod
    def proposed_period(cls, given: object) -> object:
        """A period that is still to be decided on holds for what is read meanwhile; that it is, the file says."""
        return without_marker(given) or given if isinstance(given, str) else given


class Edition(Document):
    """A document as it is printed: its text cut into sentences, every departure from what was received recorded."""

    title: BilingualText
    sha256: str
    """Of the verbatim text."""
    encoding: str
    """The encoding that the text came in."""
    normalised: tuple[str, ...]
    """What was made uniform when it was read (received/received_text.py)."""
    omitted: list[OmittedLine]  # type: ignore[assignment]
    sections: list[Section]
    tables: list[Table] = Field(exclude=True)
    translations: Translations = Field(exclude=True)
    runs: dict[str, tuple[Run, ...]] = Field(exclude=True)
    """Each sentence by its id, in stretches that stand so in the text received, and those that were emended."""
    paragraphs: list[tuple[Sentence, ...]] = Field(exclude=True)
    """The sentences that stand together, headings too, in order."""

    @property
    def headings(self) -> dict[str, tuple[str, ...]]:
        """What each sentence stands under, the nearest heading first and the title last; a heading not under itself."""
        over: list[Section] = []
        found: dict[str, tuple[str, ...]] = {}
        for part in self.sections:
            over = [one for one in over if one.level < part.level]
            found[part.heading.id] = tuple(one.heading.zh for one in reversed(over))
            over.append(part)
            found |= dict.fromkeys((one.id for one in part.sentences), (part.heading.zh, *found[part.heading.id]))
        return found

    @property
    def without_record(self) -> frozenset[str]:
        """The sentences that no record need cite.

        These are headings, what stands at head and foot, what only introduces, and cells: a table is published whole.
        """
        headings = {part.heading.id for part in self.sections}
        return frozenset(headings | {one.id for one in self.sentences() if one.role is not None})

    def text_sentences(self) -> list[Sentence]:
        """Every sentence that is no cell of a table, in order, headings included."""
        cells = {table.cell_id(cell) for table in self.tables for cell in table.cells}
        return [one for one in self.sentences() if one.id not in cells]

    def heading_count(self) -> int:
        """How many of these are headings, the title among them."""
        return len(self.sections)

    def sentences(self) -> list[Sentence]:
        """Every sentence in order, headings included."""
        return [one for part in self.sections for one in (part.heading, *part.sentences)]


def sentence_path(document: Document, ident: str) -> tuple[str | int, ...]:
    """Where the translation of a sentence stands in the file, or where all stand."""
    return ("translations", "en", ident) if ident in document.translations.en else ("translations",)
