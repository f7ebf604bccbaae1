"""Coverage: nothing in a source document goes unused (docs/maintainers/honesty-rules.md, rule 2)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from macros.problems import Problem, Subject
from macros.quantities.expression import Expression
from macros.records.collection import Collection
from macros.records.cutting import IN_A_TABLE
from macros.records.document import Document, Edition, Section, Sentence, sentence_path
from macros.records.figure import Figure
from macros.records.kinds import DOCUMENTS, Entry
from macros.records.shared_parts import Cited, figure_entries
from macros.rules.emendations import departure_at
from macros.rules.miscopied import NEARLY, likeness
from macros.text.languages import Bilingual


def records_lost(collection: Collection) -> tuple[Subject, ...]:
    """What problems with records that others name and that are not there are about: theirs may be what goes unused."""
    return (Subject("record"), *(Subject(kind.place) for kind in collection.paged_kinds))


def sentences_used(collection: Collection) -> Iterator[Problem]:
    """Every sentence of a document that says something is cited by some record.

    Headings, what stands at head and foot, and what only introduces or closes need none. Records that cannot be read
    come first.
    """
    if not collection.complete:
        return
    used = cited_sentences(collection)
    failing: list[tuple[Entry, Cited]] | None = None
    for ident, entry in collection.of(DOCUMENTS).items():
        for section in sections_of(entry):
            unused = [one for one in section.sentences if one.role is None and f"{ident}#{one.id}" not in used]
            if unused:
                failing = citations_that_fail(collection) if failing is None else failing
                yield nothing_uses(collection, entry, section.heading.id, unused, failing)


def sections_of(entry: Entry) -> list[Section]:
    """The sections of a document; none where its text cannot be read."""
    return entry.record.sections if isinstance(entry.record, Edition) else []


def cited_sentences(collection: Collection) -> frozenset[str]:
    """Every sentence that some record cites."""
    return frozenset(one.sentence for entry in collection.all() for one in entry.cited)


MOST_NAMED = 50
"""Sentences of a section that a message names."""


def nothing_uses(
    collection: Collection, entry: Entry, section: str, unused: list[Sentence], failing: list[tuple[Entry, Cited]]
) -> Problem:
    """The sentences of a section that no record uses; a citation that fails may have meant one of them."""
    first, ids = unused[0], [one.id for one in unused]
    meant = [
        subject
        for other, cited in failing
        if any(cited.quote in one.zh for one in unused)
        for subject in (other.subject(*cited.path, "source"), other.subject(*cited.path, "quote"))
    ]
    alone = len(unused) == 1
    more = len(ids) > MOST_NAMED
    return entry.problem(
        sentence_path(entry.record, first.id),
        Bilingual(
            f"没有任何记录用到这一句（{first.id}）：{first.zh}",
            f"No record uses this sentence ({first.id}): {first.zh}",
        )
        if alone
        else Bilingual(
            f"没有任何记录用到这一节的 {len(ids)} 句：{'、'.join(ids[:MOST_NAMED])}{'等' if more else ''}。",
            f"No record uses these {len(ids)} sentences of the section: {', '.join(ids[:MOST_NAMED])}"
            f"{' and so on' if more else ''}.",
        ),
        Bilingual(
            f"在相关记录中引用 {entry.id}#{first.id}{'' if alone else '等句'}；如果误删了引用它的记录，请恢复。",
            f"Cite {entry.id}#{first.id}{'' if alone else ' and the others'} in the records they belong to; "
            "if a record that did was deleted by mistake, restore it.",
        ),
        about=(Subject(f"unused {entry.reading.path}", section),),
        follows=(*meant[:20], *records_lost(collection)),
    )


def citations_that_fail(collection: Collection) -> list[tuple[Entry, Cited]]:
    """Every citation whose sentence is not there or does not hold its quote."""
    sentences = collection.sentences
    return [
        (entry, cited)
        for entry in collection.all()
        for cited in entry.cited
        if cited.own and (cited.sentence not in sentences or cited.quote not in sentences[cited.sentence].zh)
    ]


def numerals_recorded(collection: Collection) -> Iterator[Problem]:
    """Every quantity that a document states, however it is written, is a figure of some record."""
    if not collection.complete:
        return
    recorded, lost = quantities_recorded(collection)
    used = cited_sentences(collection)
    for ident, entry in collection.of(DOCUMENTS).items():
        for sentence in (one for section in sections_of(entry) for one in (section.heading, *section.sentences)):
            if sentence.role in IN_A_TABLE:
                continue
            key = f"{ident}#{sentence.id}"
            counted = [one for one in collection.sources.expressions(key) if one.is_quantity]
            spans = [*recorded[key], *no_quantities(entry.record, sentence)] if counted else []
            for found in counted:
                if any(start < found.end and found.start < end for start, end in spans):
                    continue
                yield not_recorded(collection, entry, sentence, found, lost, unused=key not in used)


def not_recorded(
    collection: Collection,
    entry: Entry,
    sentence: Sentence,
    found: Expression,
    lost: list[tuple[Subject, str]],
    *,
    unused: bool,
) -> Problem:
    """A quantity of a document that no record has."""
    path = sentence_path(entry.record, sentence.id)
    section = Subject(f"unused {entry.reading.path}", sentence.id.partition("-")[0])
    return entry.problem(
        path,
        Bilingual(
            f"这一句中的“{found.text}”没有记为数据。",
            f'The number "{found.text}" of this sentence is no record\'s figure.',
        ),
        Bilingual(
            "在相关记录的 figures 中登记；不是数量的，在本文件的 notes 中说明，并写 no_quantity: yes。",
            "Record it under figures; if it is no quantity, say so in a note of this file, with no_quantity: yes.",
        ),
        follows=(
            *(figure for figure, quote in lost if quote in sentence.zh or likeness(quote, sentence.zh) >= NEARLY),
            departure_at(entry, sentence.id),
            Subject("figure"),
            *records_lost(collection),
            *((section,) if unused else ()),
        ),
    )


def no_quantities(document: Document, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The stretches of a sentence of which an editor's note says, for all to read, that they are no quantity."""
    for note in document.notes:
        at = sentence.zh.find(note.about)
        if note.no_quantity and note.sentence == sentence.id and at >= 0:
            yield at, at + len(note.about)


Spans = defaultdict[str, list[tuple[int, int]]]


def quantities_recorded(collection: Collection) -> tuple[Spans, list[tuple[Subject, str]]]:
    """For each sentence, the stretches that figures are read from; and the figures that could not be read.

    Each of these comes with its quote, by which its sentence can be told even where a character of it is wrong.
    """
    spans: Spans = defaultdict(list)
    lost: list[tuple[Subject, str]] = []
    for entry in collection.all():
        for path, figure in figure_entries(entry.record):
            if isinstance(figure, Figure):
                spans[figure.source].append((figure.start, figure.start + len(figure.written)))
            else:
                lost.append((entry.subject(*path), figure.quote))
    return spans, lost


def framing_says_nothing(collection: Collection) -> Iterator[Problem]:
    """A sentence marked as one that only introduces or closes is there, is no heading, and holds no quantity."""
    for ident, entry in collection.of(DOCUMENTS).items():
        if not isinstance(entry.record, Edition):
            continue
        text = {one.id for section in entry.record.sections for one in section.sentences}
        for index, marked in enumerate(entry.record.framing):
            if marked not in text:
                yield entry.problem(
                    ("framing", index),
                    Bilingual(f"正文没有编号为“{marked}”的句子。", f'No sentence of the text has the id "{marked}".'),
                    Bilingual("核对编号；标题不必标注。", "Check the id; headings need no mark."),
                )
                continue
            counted = [one.text for one in collection.sources.expressions(f"{ident}#{marked}") if one.is_quantity]
            if counted:
                yield entry.problem(
                    ("framing", index),
                    Bilingual(
                        f"这一句有数量“{counted[0]}”，不只是引导或收尾。",
                        f'This sentence holds the quantity "{counted[0]}" and does more than introduce or close.',
                    ),
                    Bilingual(
                        "从 framing 中删去，在相关记录里登记。",
                        "Take it out of framing and record it.",
                    ),
                )


RULES = (sentences_used, numerals_recorded, framing_says_nothing)
