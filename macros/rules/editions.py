"""Editions: the verbatim text is untouched, and the edition differs from it only by recorded emendations."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from macros.editions import Block, Mismatch, blocks_of, compare, lines_of
from macros.problems import Problem, Said
from macros.records.collection import Collection
from macros.records.document import Document
from macros.records.kinds import DOCUMENTS, Entry

SENTENCE_END = re.compile(r"[。！？；][”’）》]?(?=.)")


def documents_with_text(collection: Collection) -> Iterator[tuple[Entry, Document, str]]:
    """Documents whose verbatim text is there and is UTF-8."""
    for entry in collection.judged(DOCUMENTS):
        try:
            yield entry, entry.record, collection.verbatim[entry.id].decode("utf-8")
        except (KeyError, UnicodeDecodeError):
            continue


def verbatim_unchanged(collection: Collection) -> Iterator[Problem]:
    """The verbatim text is there and is, byte for byte, the one whose SHA-256 was recorded."""
    for entry in collection.judged(DOCUMENTS):
        data = collection.verbatim.get(entry.id)
        if data is None:
            yield entry.problem(
                ("verbatim",),
                Said(
                    f"读不到原始文本“{entry.record.verbatim}”：没有这个文件，或它不是普通文件，或超过 1 MB。",
                    f'There is no verbatim text "{entry.record.verbatim}", or it is no plain file or over 1 MB.',
                ),
                Said("把原始文本放在本文件旁边。", "Put the verbatim text beside this file."),
            )
        elif hashlib.sha256(data).hexdigest() != entry.record.sha256:
            yield entry.problem(
                ("sha256",),
                Said("原始文本被改动过：校验值不符。", "The verbatim text has been changed: its SHA-256 differs."),
                Said(
                    f"恢复原始文本。现有文本的校验值为 {hashlib.sha256(data).hexdigest()}。",
                    f"Restore the verbatim text. What is there now has {hashlib.sha256(data).hexdigest()}.",
                ),
            )
        elif not is_utf8(data):
            yield entry.problem(
                ("verbatim",),
                Said("原始文本不是 UTF-8 编码。", "The verbatim text is not UTF-8."),
                Said("另存为 UTF-8 后重新登记校验值。", "Save it as UTF-8 and record its new SHA-256."),
            )


def is_utf8(data: bytes) -> bool:
    """Whether the bytes are UTF-8 text."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def omissions_stand(collection: Collection) -> Iterator[Problem]:
    """A line left out of the edition reads as recorded."""
    for entry, document, text in documents_with_text(collection):
        lines = text.split("\n")
        for index, one in enumerate(document.omitted):
            actual = lines[one.line - 1].strip() if one.line <= len(lines) else ""
            if actual != one.stood:
                yield entry.problem(
                    ("omitted", index, "stood"),
                    Said(
                        f"原始文本第{one.line}行不是这样。", f"Line {one.line} of the verbatim text does not read so."
                    ),
                    Said(f"该行为：{actual or '（空行）'}", f"It reads: {actual or '(empty)'}"),
                )


def edition_accounted_for(collection: Collection) -> Iterator[Problem]:
    """Where the edition departs from the plain conversion of the verbatim text, an emendation says why."""
    for entry, document, text in documents_with_text(collection):
        blocks, lines = list(blocks_of(document)), lines_of(document, text)
        if len(blocks) != len(lines):
            yield entry.problem(
                ("sections",),
                Said(
                    f"刊印文本有{len(blocks)}段（含标题），原始文本有{len(lines)}段。",
                    f"The edition has {len(blocks)} headings and paragraphs; the verbatim text has {len(lines)}.",
                ),
                Said(
                    "逐段对应；不属于正文的行写入 omitted。",
                    "Match them one by one; list under omitted what is no part of the text.",
                ),
            )
            continue
        used: set[str] = set()
        for block, line in zip(blocks, lines, strict=True):
            runs, mismatch = compare(line.plain, block, document.emendations)
            used |= {run.emendation.id for one in runs.values() for run in one if run.emendation}
            if mismatch:
                yield departs(entry, document, block, mismatch)
        yield from unused_emendations(entry, document, used)


def departs(entry: Entry, document: Document, block: Block, mismatch: Mismatch) -> Problem:
    """An unexplained difference, at its sentence."""
    at = sentence_path(document, mismatch.sentence)
    return entry.problem(
        (*at, "zh"),
        Said(
            f"刊印文本从第{mismatch.offset + 1}字起与原始文本不一致："
            f"刊印“{mismatch.printed}”，原始文本为“{mismatch.stood}”。",
            f"The edition departs from the verbatim text at character {mismatch.offset + 1}: "
            f'printed "{mismatch.printed}", verbatim "{mismatch.stood}".',
        ),
        Said(
            "照原始文本改回；确需校改的，登记到 emendations 并说明理由。",
            "Restore it; if it must be emended, record an emendation with its reason.",
        ),
    )


def sentence_path(document: Document, ident: str) -> tuple[str | int, ...]:
    """Where a sentence stands in the file."""
    for index, section in enumerate(document.sections):
        if section.heading.id == ident:
            return ("sections", index, "heading")
        for position, sentence in enumerate(section.sentences):
            if sentence.id == ident:
                return ("sections", index, "sentences", position)
    return ("sections",)


def unused_emendations(entry: Entry, document: Document, used: set[str]) -> Iterator[Problem]:
    """An emendation that changes nothing is a mistake in the list."""
    for index, one in enumerate(document.emendations):
        if one.id not in used:
            yield entry.problem(
                ("emendations", index),
                Said(f"校改“{one.id}”没有用到。", f'The emendation "{one.id}" applies nowhere.'),
                Said("检查 stood 与 printed，或删去这一条。", "Check stood and printed, or delete it."),
            )


def sentences_end_once(collection: Collection) -> Iterator[Problem]:
    """A sentence ends at 。！？ or ；, and nothing follows: so a figure leads to a short passage."""
    for entry in collection.judged(DOCUMENTS):
        for sentence in entry.record.sentences():
            found = SENTENCE_END.search(sentence.zh)
            if found:
                yield entry.problem(
                    (*sentence_path(entry.record, sentence.id), "zh"),
                    Said("一句之内又有句号或分号。", "This sentence holds more than one sentence."),
                    Said(
                        f"在“{sentence.zh[: found.end()][-8:]}”之后拆成两句。",
                        f'Split it after "{sentence.zh[: found.end()][-8:]}".',
                    ),
                )


def notes_stand(collection: Collection) -> Iterator[Problem]:
    """The words that an editor's note or an exempted numeral is about stand in the sentence it names."""
    for entry in collection.judged(DOCUMENTS):
        printed = {one.id: one.zh for one in entry.record.sentences()}
        about = [("notes", n, one.sentence, one.about, "about") for n, one in enumerate(entry.record.notes)]
        about += [
            ("other_numerals", n, one.sentence, one.text, "text") for n, one in enumerate(entry.record.other_numerals)
        ]
        for field, index, sentence, words, name in about:
            if words not in printed.get(sentence, ""):
                yield entry.problem(
                    (field, index, name),
                    Said(f"句子 {sentence} 中没有“{words}”。", f'Sentence {sentence} does not contain "{words}".'),
                    Said(
                        f"从该句照抄。该句：{printed.get(sentence, '（没有这一句）')}",
                        f"Copy it from the sentence: {printed.get(sentence, '(no such sentence)')}",
                    ),
                )


RULES = (verbatim_unchanged, omissions_stand, edition_accounted_for, sentences_end_once, notes_stand)
