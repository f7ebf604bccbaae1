"""Coverage: nothing in a source document goes unused (docs/maintainers/honesty-rules.md, rule 2)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from macros.problems import Problem, Subject
from macros.records.collection import Collection
from macros.records.document import Sentence, sentence_path
from macros.records.kinds import DOCUMENTS, PAGED, UNITS, Entry
from macros.records.shared_parts import Cited, figures_of
from macros.rules.emendations import departure_at
from macros.text.languages import Bilingual
from macros.text.numerals import DIGITS

RECORDS_LOST = (Subject("record"), *(Subject(kind.place) for kind in PAGED))
"""What problems with records that others name and that are not there are about: theirs may be what goes unused."""


def sentences_used(collection: Collection) -> Iterator[Problem]:
    """Every sentence of a document is cited by some record. A record that cannot be read must be fixed first."""
    if not collection.complete:
        return
    used = cited_sentences(collection)
    failing: list[tuple[Entry, Cited]] | None = None
    for ident, entry in collection.of(DOCUMENTS).items():
        for index, section in enumerate(entry.record.sections):
            unused = [one for one in (section.heading, *section.sentences) if f"{ident}#{one.id}" not in used]
            if unused:
                failing = citations_that_fail(collection) if failing is None else failing
                yield nothing_uses(entry, index, unused, failing)


def cited_sentences(collection: Collection) -> frozenset[str]:
    """Every sentence that some record cites."""
    return frozenset(one.sentence for entry in collection.all() for one in entry.cited)


def nothing_uses(entry: Entry, section: int, unused: list[Sentence], failing: list[tuple[Entry, Cited]]) -> Problem:
    """The sentences of a section that no record uses; a citation that fails may have meant one of them."""
    first, ids = unused[0], [one.id for one in unused]
    meant = [
        subject
        for other, cited in failing
        if any(cited.quote in one.zh for one in unused)
        for subject in (other.subject(*cited.path, "source"), other.subject(*cited.path, "quote"))
    ]
    alone = len(unused) == 1
    return entry.problem(
        (*sentence_path(entry.record, first.id), "zh"),
        Bilingual(f"没有任何记录用到这一句：{first.zh}", f"No record uses this sentence: {first.zh}")
        if alone
        else Bilingual(
            f"没有任何记录用到这一节的 {len(ids)} 句：{'、'.join(ids)}。",
            f"No record uses these {len(ids)} sentences of the section: {', '.join(ids)}.",
        ),
        Bilingual(
            f"在相关记录中引用 {entry.id}#{first.id}{'' if alone else '等句'}；如果误删了引用它的记录，请恢复。",
            f"Cite {entry.id}#{first.id}{'' if alone else ' and the others'} in the records they belong to; "
            "if a record that did was deleted by mistake, restore it.",
        ),
        about=(Subject(f"unused {entry.reading.path}", f"sections[{section}]"),),
        follows=(*meant[:20], *RECORDS_LOST),
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
    """Every number in digits that a document states is a figure of some record."""
    if not collection.complete:
        return
    covered, lost = numeral_spans(collection)
    used = cited_sentences(collection)
    words = sorted((word for unit in (collection.terms(UNITS) or {}).values() for word in unit.written), key=len)
    for ident, entry in collection.of(DOCUMENTS).items():
        for sentence in entry.record.sentences():
            key = f"{ident}#{sentence.id}"
            for other in entry.record.other_numerals:
                if other.sentence == sentence.id:
                    covered[key] += [
                        (found.start(), found.end()) for found in re.finditer(re.escape(other.text), sentence.zh)
                    ]
            for found in re.finditer(DIGITS, sentence.zh):
                if any(start <= found.start() and found.end() <= end for start, end in covered[key]):
                    continue
                path = sentence_path(entry.record, sentence.id)
                number = sentence.zh[found.start() : end_of_quantity(sentence.zh, found.end(), words)]
                yield entry.problem(
                    (*path, "zh"),
                    Bilingual(
                        f"这一句中的“{number}”没有记为数据。",
                        f'The number "{number}" of this sentence is no record\'s figure.',
                    ),
                    Bilingual(
                        "在相关记录的 figures 中登记；不是数量的，登记到本文件的 other_numerals。",
                        "Record it under figures; if it is no quantity, list it under other_numerals of this file.",
                    ),
                    follows=(
                        *(figure for figure, zh in lost if zh in sentence.zh),
                        departure_at(entry, sentence.id),
                        Subject("figure"),
                        *RECORDS_LOST,
                        *(
                            (Subject(f"unused {entry.reading.path}", f"sections[{path[1]}]"),)
                            if key not in used
                            else ()
                        ),
                    ),
                )


def end_of_quantity(text: str, at: int, units: Sequence[str]) -> int:
    """Where the quantity whose digits end at a place ends: behind its scale and its unit word, or one character on."""
    scale = re.compile("[多余]?[十百千万亿]*[多余]?").match(text, at)
    end = scale.end() if scale else at
    return max([max(end, at + 1), *(end + len(word) for word in units if text.startswith(word, end))])


Spans = defaultdict[str, list[tuple[int, int]]]


def numeral_spans(collection: Collection) -> tuple[Spans, list[tuple[Subject, str]]]:
    """For each sentence, the stretches that figures take their numerals from; and the figures that find none.

    Each of these comes with the words by which its sentence can be told: its quote, or the whole sentence.
    """
    spans: Spans = defaultdict(list)
    lost: list[tuple[Subject, str]] = []
    for entry in collection.all():
        field = "results" if hasattr(entry.record, "results") else "figures"
        for index, figure in enumerate(figures_of(entry.record)):
            sentence = collection.sentences.get(figure.source)
            quote = sentence.zh.find(figure.quote) if sentence else -1
            numeral = figure.quote.find(figure.written)
            if quote >= 0 and numeral >= 0:
                spans[figure.source].append((quote + numeral, quote + numeral + len(figure.written)))
            else:
                told_by = (figure.quote, sentence.zh) if sentence else (figure.quote,)
                lost += [(entry.subject(field, index), words) for words in told_by]
        if entry.kind is DOCUMENTS:
            ids = {one.id for one in entry.record.sentences()}
            others = enumerate(entry.record.other_numerals)
            lost += [(entry.subject("other_numerals", n), one.text) for n, one in others if one.sentence not in ids]
    return spans, lost


RULES = (sentences_used, numerals_recorded)
