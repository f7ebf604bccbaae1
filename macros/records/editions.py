"""The edition of a document: the received text, converted to Simplified script, emended, cut into sentences.

Nobody types it: what a person adds is why a line is left out, what is emended and why, and the translations.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from macros.received.received_text import received_text
from macros.records.base import BilingualText
from macros.records.cutting import cut_document, sentence_spans
from macros.records.document import (
    Document,
    Edition,
    OmittedLine,
)
from macros.records.emended_lines import Line, document_lines

LONGEST_SENTENCE = 4000
"""Characters of a sentence; a longer one is a text in which the marks have been lost."""


def edition_of(document: Document, verbatim: bytes | None) -> Edition | None:
    """The edition of a document.

    None where its verbatim text is not there or is no text, holds nothing, or holds a sentence without an end.
    """
    received = received_text(verbatim or b"")
    lines = document_lines(document, received.lines) if received else []
    if received is None or not lines or endless_line(lines):
        return None
    omitted = [
        OmittedLine.model_construct(**one.__dict__, stood="".join(received.lines[one.line - 1 : one.line]).strip())
        for one in document.omitted
    ]
    cutter = cut_document(document, lines)
    sections = cutter.sections
    first = sections[0].heading
    return Edition.model_construct(
        **{
            **document.__dict__,
            "title": document.title or BilingualText.model_construct(zh=first.zh, en=first.en, others=first.others),
            "sha256": hashlib.sha256(verbatim or b"").hexdigest(),
            "encoding": received.encoding,
            "normalised": received.normalised,
            "omitted": omitted,
            "sections": sections,
            "runs": cutter.runs,
            "paragraphs": cutter.paragraphs,
            "tables": cutter.tables,
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
