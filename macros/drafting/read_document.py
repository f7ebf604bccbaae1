"""The record of a document: what its own text says of it, and which of its lines the program would take wrongly."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from macros.drafting.document_period import document_period
from macros.received.html import line_furniture
from macros.received.lines import ReadDocument
from macros.received.received_text import received_text
from macros.records.base import BilingualText
from macros.records.collection import Collection
from macros.records.cutting import HAN, stretches_of, with_whole_title
from macros.records.document import Document, Edition, Sentence
from macros.records.document_ends import ORGAN, closely
from macros.records.editions import edition_of
from macros.records.emended_lines import as_row, document_lines
from macros.records.ends_borne import ends_borne
from macros.records.kinds import BUREAU, DOCUMENTS, EMENDATION_KINDS
from macros.records.shipped import shipped_words
from macros.records.sources import read_sentence
from macros.records.tables import tables_of
from macros.text.clauses import clauses_of
from macros.text.han_scripts import simplifier, traditionaliser
from macros.text.languages import Bilingual
from macros.text.placeholders import UNDECIDED

EnglishOf = Callable[[str], str]
"""The English that the same Chinese has elsewhere in the data; nothing where it has none."""
ISSUES = re.compile(r"(?=关于|转发|印发|公布|发布|[0-9〇○零一二三四五六七八九]{4}年|[上下]半年|第[一二三四]季度|的)")
"""What stands in a title behind the name of the body that issued it."""
MENU_BEGINS = re.compile(r"(?:[0-9]{1,2}[.．、]\s*)?(?:网站)?[首主]页.{0,20}")
"""The first entry of the menu of a page, which a text that was copied from it may begin with."""
LONGEST_ENTRY = 10
"""Characters of an entry of a menu."""
TITLE_AGAIN = Bilingual("重复的标题", "the title once more")
MADE_FULL_WIDTH = ((",", "，", "comma"), (";", "；", "semicolon"), (":", "：", "colon"), ("?", "？", "question-mark"))
FRAMES = (
    re.compile(r"(?:现|特)?将[^，。；0-9]{0,30}(?:如下|通报|公布|报告|汇报)[^，。；0-9]{0,6}[：:。]"),
    re.compile(
        r"(?:本|此|该)(?:报告|总结|年报|公报|年度报告)(?:按照|根据|依据|由)[^。；]*(?:编制|制作|形成)[^。；]*。"
    ),
    re.compile(r"[^，。；]{0,10}(?:咨询|联系|监督|举报|服务|投诉)?电话(?:号码)?[：:为][^。；]*[。；]?"),
    re.compile(r"(?:欢迎|敬请)[^。；0-9]{0,30}(?:监督|指正|批评|来电|垂询)[^。；0-9]{0,10}。"),
    re.compile(r"特此(?:通知|通报|报告|公告|通告|函复|函告|说明)。"),
)
"""Sentences of fixed forms, which say nothing of what was done."""


@dataclass(frozen=True)
class DocumentDraft:
    """The record of a document as its file will hold it, and the edition that is cut by it."""

    ident: str
    values: Mapping[str, Any]
    edition: Edition


def document_draft(
    read: ReadDocument,
    verbatim: bytes,
    given: Mapping[str, Any],
    ident: str,
    collection: Collection,
    english: EnglishOf,
) -> DocumentDraft | None:
    """The draft of a document's record; None where its text holds no document.

    The period is always to be decided on: which of those that a text names it is of, its readers judge.
    ``given`` are the fields that follow from the file: ``verbatim``, ``original``.
    """
    received = received_text(verbatim)
    lines = received.lines if received else []
    values: dict[str, Any] = {
        "issuer": bilingual("-", "-"),
        "period": UNDECIDED,
        **{name: given[name] for name in ("verbatim",)},
        "script": script_written("\n".join(lines)),
        **({"original": given["original"]} if "original" in given else {}),
    }
    if "original" not in given:
        values |= where_any("omitted", lines_left_out(lines, values["script"]))
    document = Document.model_validate(values, context=collection.declared)
    values |= where_any("marks", headings_missed(document, lines, read))
    edition = edition_of(Document.model_validate(values, context=collection.declared), verbatim)
    if edition is None:
        return None
    values |= where_any("emendations", emendations_of(edition, collection))
    edition = edition_of(Document.model_validate(values, context=collection.declared), verbatim)
    if edition is None:
        return None
    values |= where_any("framing", [one.id for one in edition.text_sentences() if frames(one, collection)])
    ends = ends_of(edition, collection)
    values = {
        **values,
        "issuer": issuer_of(edition, collection, english),
        "period": document_period(edition, collection),
    }
    values |= ends | where_any("translations", translations_of(edition, english))
    edition = edition_of(Document.model_validate(values, context=collection.declared), verbatim)
    assert edition is not None, "it was one before anything was said of it"
    period = str(values["period"]).removeprefix(UNDECIDED)
    return DocumentDraft(ident, values | {"period": f"{UNDECIDED}{period}"}, edition)


def where_any(name: str, found: Any) -> dict[str, Any]:
    """A field with what was found; no field where that is nothing."""
    return {name: found} if found else {}


def bilingual(zh: str, en: str) -> dict[str, str]:
    """A text as files hold it; without English where there is none."""
    return {"zh": zh, "en": en} if en else {"zh": zh}


def proposed(zh: str, english: EnglishOf, *, wanted: bool) -> dict[str, str]:
    """A text that a person is to decide on, with the English that the data has for it; only the marker if it is
    ``wanted`` and there is none."""
    found = english(zh)
    return bilingual(f"{UNDECIDED}{zh}", f"{UNDECIDED}{found}" if found or wanted else "")


def script_written(text: str) -> str:
    """The script of a text: Traditional where more of its characters would change in becoming Simplified."""
    text = text.replace("\0", "")
    traditional, simplified = (
        sum(old != new for old, new in zip(text, converter().convert(text), strict=False))
        for converter in (simplifier, traditionaliser)
    )
    return "zh-Hant" if traditional > simplified else "zh-Hans"


def lines_left_out(lines: Sequence[str], script: str) -> list[dict[str, Any]]:
    """Lines of a plain text that frame the page it was copied from, and why each is no part of the document.

    Beside those that say so themselves, these are what follows 首页 up to the title, and the title once more.
    """
    plain = [str(simplifier().convert(line)).strip() if script == "zh-Hant" else line.strip() for line in lines]
    found: dict[int, Bilingual] = {}
    words = shipped_words()
    in_menu, title = False, ""
    for number, line in enumerate(plain, 1):
        why = line_furniture(line) if line else None
        in_menu = not title and (MENU_BEGINS.fullmatch(line) is not None or (in_menu and len(line) <= LONGEST_ENTRY))
        if why or (in_menu and line):
            found[number] = words[f"left-out-{why or 'navigation'}"]
        elif line and not title:
            title = line
        elif line and line == title:
            found[number] = TITLE_AGAIN
            break
        elif line:
            break
    found |= {
        number: words[f"left-out-{why}"]
        for number, line in enumerate(plain, 1)
        if line and (why := line_furniture(line))
    }
    return [
        {
            "line": number,
            "zh": f"{UNDECIDED}{said.zh}，不属于文件正文",
            "en": f"{UNDECIDED}{said.en}, no part of the document",
        }
        for number, said in sorted(found.items())
    ]


def emendations_of(edition: Edition, collection: Collection) -> list[dict[str, str]]:
    """Half-width marks between Chinese characters, which Chinese prose does not take, each to be printed full-width.

    None where the same mark stands in a number too, or where the bureau has no name for such changes.
    """
    kind = next((ident for ident, one in (collection.terms(EMENDATION_KINDS) or {}).items() if "标点" in one.zh), "")
    text = "\n".join(one.zh for one in edition.text_sentences())
    return [
        {
            "id": name,
            "kind": kind,
            "stood": mark,
            "printed": printed,
            "zh": f"{UNDECIDED}中文行文用全角标点",
            "en": f"{UNDECIDED}Chinese prose takes full-width punctuation",
        }
        for mark, printed, name in MADE_FULL_WIDTH
        if kind and re.search(rf"{HAN.pattern}{re.escape(mark)}|{re.escape(mark)}{HAN.pattern}", text)
        if not re.search(rf"[0-9A-Za-z]\s*{re.escape(mark)}\s*[0-9A-Za-z]", text)
    ]


def headings_missed(document: Document, lines: list[str], read: ReadDocument) -> list[dict[str, Any]]:
    """The lines that the file itself formats as headings and the program takes for text."""
    formatted = {at + 1 for at, level in getattr(read, "headings", {}).items() if level}
    if not formatted:
        return []
    whole = with_whole_title(document, document_lines(document, lines))
    tables = tables_of([(line.number, as_row(line)) for line in whole], frozenset()) if whole else []
    stretches = list(stretches_of(document, whole, tables)) if whole else []
    known = {one.line.number for one in stretches if one.heading or one.role or one.table}
    return [{"line": one.line.number, "is": "heading"} for one in stretches if one.line.number in formatted - known]


def frames(sentence: Sentence, collection: Collection) -> bool:
    """Whether a sentence is of a form that only introduces or closes, or of marks alone, and holds no quantity."""
    said = sentence.zh.strip()
    says_something = bool(clauses_of(said)) and re.search(r"\w", said) is not None
    if sentence.role is not None or (says_something and not any(one.fullmatch(said) for one in FRAMES)):
        return False
    return not any(one.is_quantity for one in read_sentence(sentence, collection.units.words))


def known_bodies(collection: Collection) -> Iterator[BilingualText]:
    """Bodies that the data names already: the bureau, as sources call it too, and who issued earlier documents."""
    if bureau := collection.single(BUREAU):
        yield bureau.record.name
        yield from bureau.record.names_in_source
    yield from (entry.record.issuer for entry in collection.of(DOCUMENTS).values())


def issuer_of(edition: Edition, collection: Collection, english: EnglishOf) -> dict[str, str]:
    """Who issued a document: whoever its foot or head names, else whom its title begins with, else the bureau.

    Only a body that the data knows and that is named at the foot or the head is no proposal.
    """
    known = {one.zh: one.en for one in known_bodies(collection)}
    signed = [closely(one.zh) for one in edition.sentences() if one.role == "issuer"]
    title = edition.sections[0].heading.zh
    begun = [title[: one.start()] for one in ISSUES.finditer(title) if ORGAN.fullmatch(title[: one.start()])]
    heads = [name for name in known if title.startswith(name)]
    required = collection.declared.english_required
    for name in ("、".join(dict.fromkeys(signed)), *sorted(heads, key=len, reverse=True)):
        if name in known and (known[name] or not required):
            return bilingual(name if signed else f"{UNDECIDED}{name}", known[name])
    named = "、".join(dict.fromkeys(signed)) or next(iter(begun), "") or next(iter(known), "")
    return proposed(named, english, wanted=required)


def ends_of(edition: Edition, collection: Collection) -> dict[str, str]:
    """The date and the number that stand at the head or the foot of a document, each where only one does."""
    return {field: found[0] for field, found in ends_borne(edition, collection).items() if len(found) == 1}


def translations_of(edition: Edition, english: EnglishOf) -> dict[str, dict[str, str]]:
    """The English that earlier documents have for sentences and cells to the letter, each to be decided on."""
    found: dict[str, str] = {}
    cells: set[str] = set()
    for one in edition.sentences():
        is_cell = one.role in ("head", "cell")
        if one.en or (is_cell and one.zh in cells):
            continue
        if is_cell:
            cells.add(one.zh)
        if said := english(one.zh):
            found[one.id] = f"{UNDECIDED}{said}"
    return {"en": found} if found else {}
