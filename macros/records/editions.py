"""The edition of a document: the received text, converted to Simplified script, emended, cut into sentences.

Nobody types it: what a person adds is why a line is left out, what is emended and why, and the translations.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from macros.records.base import BilingualText
from macros.records.document import Document, Edition, Emendation, OmittedLine, Run, Section, Sentence
from macros.text.clauses import CLOSED_BY, balanced
from macros.text.han_scripts import simplifier
from macros.yaml_files.characters import UNSEEN

HEADING = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[章节部篇]"
    r"|[0-9]{1,2}[.．、](?![0-9])|[（(][0-9]{1,2}[）)])"
)
"""How a heading begins: 一、, （二）, 第三章, 4., (5)."""
LONGEST_SENTENCE = 4000
"""Characters of a sentence; a longer one is a text in which the marks have been lost."""
AS_SPACES = {
    ord(char): " " for char in "\t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
}
"""Blanks of every width but the Chinese one, which sentences hold as plain spaces."""
LONGEST_HEADING = 40
"""Characters of a heading without a number."""
GOES_ON = frozenset("，、：,:")
SENTENCE_ENDS = frozenset("。！？；")


@dataclass(frozen=True)
class Line:
    """A line of the received text that belongs to the document, in Simplified script and emended."""

    number: int
    plain: str
    runs: tuple[Run, ...]

    @property
    def printed(self) -> str:
        """The line as it is printed."""
        return "".join(run.printed for run in self.runs)


def edition_of(document: Document, verbatim: bytes | None) -> Edition | None:
    """The edition of a document.

    None where its verbatim text is not there, is not UTF-8, holds nothing, or holds a sentence without an end.
    """
    try:
        text = (verbatim or b"").decode("utf-8")
    except UnicodeDecodeError:
        return None
    lines = document_lines(document, text)
    if not lines or endless_line(lines):
        return None
    received = text.split("\n")
    omitted = [
        OmittedLine.model_construct(**one.__dict__, stood="".join(received[one.line - 1 : one.line]).strip())
        for one in document.omitted
    ]
    paragraphs, sections, runs = cut_into_sentences(document, lines)
    first = sections[0].heading
    return Edition.model_construct(
        **{
            **document.__dict__,
            "title": document.title or BilingualText.model_construct(zh=first.zh, en=first.en, others=first.others),
            "sha256": hashlib.sha256(verbatim or b"").hexdigest(),
            "omitted": omitted,
            "sections": sections,
            "runs": runs,
            "paragraphs": paragraphs,
        }
    )


def endless_line(lines: Sequence[Line]) -> int:
    """The number of the first line with a sentence longer than any sentence is; 0 where there is none."""
    long = (line for line in lines if len(line.printed) > LONGEST_SENTENCE)
    return next(
        (
            line.number
            for line in long
            if any(end - start > LONGEST_SENTENCE for start, end in sentence_spans(line.printed))
        ),
        0,
    )


def document_lines(document: Document, text: str) -> list[Line]:
    """The lines of the verbatim text that belong to the document."""
    omitted = {one.line for one in document.omitted}
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        received = without_invisible(line)
        if number not in omitted and received:
            plain = received if document.script == "zh-Hans" else simplifier().convert(received)
            found.append(Line(number, plain, emended(plain, document.emendations)))
    return found


def without_invisible(line: str) -> str:
    """A line of the received text as readers see it; empty where they see nothing."""
    return UNSEEN.sub("", line).translate(AS_SPACES).strip()


def emended(plain: str, emendations: Sequence[Emendation]) -> tuple[Run, ...]:
    """A line in runs, every emendation applied wherever its words stand; where two could, the longer."""
    by_words = {one.stood: one for one in emendations}
    if not by_words:
        return (Run(plain, plain),)
    words = "|".join(re.escape(word) for word in sorted(by_words, key=len, reverse=True))
    runs: list[Run] = []
    at = 0
    for found in re.finditer(words, plain):
        if at < found.start():
            runs.append(Run(plain[at : found.start()], plain[at : found.start()]))
        one = by_words[found[0]]
        runs.append(Run(one.printed, one.stood, one))
        at = found.end()
    if at < len(plain):
        runs.append(Run(plain[at:], plain[at:]))
    return tuple(runs)


def cut_into_sentences(
    document: Document, lines: Sequence[Line]
) -> tuple[list[tuple[Sentence, ...]], list[Section], dict[str, tuple[Run, ...]]]:
    """The paragraphs of a document, its sections, and the runs of each sentence. The first line is its title.

    Sections are numbered s0, s1 …, as they come, and their sentences s1-1, s1-2 ….
    """
    marks = {one.line: one.is_ for one in document.marks}
    paragraphs: list[tuple[Sentence, ...]] = []
    sections: list[Section] = []
    runs: dict[str, tuple[Run, ...]] = {}
    for place, line in enumerate(lines):
        stretches = [(0, len(line.printed))]
        heads = is_heading(line.printed) if line.number not in marks else marks[line.number] == "heading"
        if place == 0 or heads:
            ids = [f"s{len(sections)}"]
        else:
            stretches = list(sentence_spans(line.printed))
            before = len(sections[-1].sentences)
            ids = [f"s{len(sections) - 1}-{before + number}" for number in range(1, len(stretches) + 1)]
        made = []
        for ident, (start, end) in zip(ids, stretches, strict=True):
            runs[ident] = runs_between(line.runs, start, end)
            made.append(sentence(document, ident, line.printed[start:end]))
        paragraphs.append(tuple(made))
        if place == 0 or heads:
            sections.append(Section.model_construct(heading=made[0], sentences=[]))
        else:
            sections[-1].sentences.extend(made)
    return paragraphs, sections, runs


def sentence(document: Document, ident: str, text: str) -> Sentence:
    """A sentence with its translation, if there is one."""
    english = document.translations.en.get(ident, "")
    others = document.translations.of(ident)
    return Sentence.model_construct(id=ident, zh=text, en=english, others=others, path=("translations", "en", ident))


def is_heading(text: str) -> bool:
    """Whether a line is a heading: no sentence ends in it, none goes on behind it, and it is numbered or short."""
    whole = not SENTENCE_ENDS & set(text) and text[-1] not in GOES_ON
    return whole and (HEADING.match(text) is not None or len(text) <= LONGEST_HEADING)


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence of a line begins and ends: behind 。！？；, unless that stands in quotation marks."""
    inside = balanced(text)
    start = 0
    for at, char in enumerate(text):
        if char in SENTENCE_ENDS and not inside[at]:
            end = at + 1
            while end < len(text) and (text[end] in CLOSED_BY or text[end] in SENTENCE_ENDS):
                end += 1
            if end > start:
                yield start, end
                start = end
    if text[start:].strip():
        yield start, len(text)


def runs_between(runs: Sequence[Run], start: int, end: int) -> tuple[Run, ...]:
    """The runs of a line from one place to another; an emendation that two sentences share is in the first."""
    found: list[Run] = []
    at = 0
    for run in runs:
        first, last = max(start, at), min(end, at + len(run.printed))
        if (run.emendation and start <= at < end) or (run.emendation and at == end == start):
            found.append(run)
        elif first < last and not run.emendation:
            found.append(Run(run.printed[first - at : last - at], run.stood[first - at : last - at]))
        at += len(run.printed)
    return tuple(found)
