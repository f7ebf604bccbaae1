"""Compares the edition we print with the verbatim text, character by character.

The verbatim text goes through a plain script conversion (OpenCC ``t2s``); every place where
the edition then differs must be a recorded emendation. The comparison is the proof that
nothing else was changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from macros.records.document import Document, Emendation, Sentence
from macros.text.han_scripts import simplifier


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a sentence as printed; ``emendation`` tells why it is not what ``stood``."""

    printed: str
    stood: str
    emendation: Emendation | None = None


@dataclass(frozen=True)
class Mismatch:
    """The first place where edition and verbatim text part without a recorded reason.

    ``offset`` counts the characters of the sentence before it, ``at`` those of the line.
    """

    sentence: str
    offset: int
    at: int
    printed: str
    stood: str


@dataclass(frozen=True)
class VerbatimLine:
    """A line of the verbatim text that belongs to the document."""

    number: int
    verbatim: str
    plain: str


@dataclass(frozen=True)
class Block:
    """A heading or a paragraph of the edition."""

    sentences: tuple[Sentence, ...]
    heading: bool


def verbatim_lines(document: Document, text: str) -> list[VerbatimLine]:
    """The lines of the verbatim text that belong to the document, converted to Simplified script."""
    omitted = {one.line for one in document.omitted}
    kept = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip() and number not in omitted]
    if document.script == "zh-Hans":
        return [VerbatimLine(number, line, line) for number, line in kept]
    return [VerbatimLine(number, line, simplifier().convert(line)) for number, line in kept]


def blocks_of(document: Document) -> Iterator[Block]:
    """The headings and paragraphs of the edition, in order."""
    for section in document.sections:
        yield Block((section.heading,), heading=True)
        paragraph: list[Sentence] = []
        for sentence in section.sentences:
            if sentence.new_paragraph and paragraph:
                yield Block(tuple(paragraph), heading=False)
                paragraph = []
            paragraph.append(sentence)
        if paragraph:
            yield Block(tuple(paragraph), heading=False)


def compare_line(
    plain: str, block: Block, emendations: Sequence[Emendation]
) -> tuple[dict[str, list[Run]], Mismatch | None]:
    """Walks a line and its block side by side; returns each sentence as runs, or where they part."""
    ordered = sorted(emendations, key=lambda one: -len(one.stood))
    runs: dict[str, list[Run]] = {}
    at = 0
    for sentence in block.sentences:
        runs[sentence.id] = []
        if plain.startswith(sentence.zh, at) and not any(one.printed in sentence.zh for one in ordered):
            runs[sentence.id].append(Run(sentence.zh, sentence.zh))
            at += len(sentence.zh)
            continue
        i = start = 0
        while i < len(sentence.zh):
            change = next(
                (one for one in ordered if sentence.zh.startswith(one.printed, i) and plain.startswith(one.stood, at)),
                None,
            )
            if change:
                if start < i:
                    runs[sentence.id].append(Run(sentence.zh[start:i], sentence.zh[start:i]))
                runs[sentence.id].append(Run(change.printed, change.stood, change))
                i, at = i + len(change.printed), at + len(change.stood)
                start = i
            elif at < len(plain) and sentence.zh[i] == plain[at]:
                i, at = i + 1, at + 1
            else:
                return runs, Mismatch(sentence.id, i, at, sentence.zh[i : i + 8], plain[at : at + 8])
        if start < i:
            runs[sentence.id].append(Run(sentence.zh[start:i], sentence.zh[start:i]))
    if at < len(plain):
        last = block.sentences[-1]
        return runs, Mismatch(last.id, len(last.zh), at, "", plain[at : at + 8])
    return runs, None
