"""Coverage: nothing in a source document goes unused (DESIGN, honesty rule 2)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from macros.problems import Problem, Said
from macros.records.alike import figures_of
from macros.records.collection import Collection
from macros.records.kinds import DOCUMENTS
from macros.rules.editions import sentence_path
from macros.rules.numerals import DIGITS


def sentences_used(collection: Collection) -> Iterator[Problem]:
    """Every sentence of a document is cited by some record. A record that cannot be read must be mended first."""
    if not collection.complete:
        return
    used = {one.sentence for entry in collection.all() for one in entry.cited}
    for ident, entry in collection.of(DOCUMENTS).items():
        for sentence in entry.record.sentences():
            if f"{ident}#{sentence.id}" not in used:
                yield entry.problem(
                    (*sentence_path(entry.record, sentence.id), "zh"),
                    Said(f"没有任何记录用到这一句：{sentence.zh}", f"No record uses this sentence: {sentence.zh}"),
                    Said(
                        f"在相关记录中引用 {ident}#{sentence.id}。",
                        f"Cite {ident}#{sentence.id} in the record it belongs to.",
                    ),
                )


def numerals_recorded(collection: Collection) -> Iterator[Problem]:
    """Every number in digits that a document states is a figure of some record."""
    if not collection.complete:
        return
    covered = numeral_spans(collection)
    for ident, entry in collection.of(DOCUMENTS).items():
        for sentence in entry.record.sentences():
            key = f"{ident}#{sentence.id}"
            for other in entry.record.other_numerals:
                if other.sentence == sentence.id:
                    covered[key] += [
                        (found.start(), found.end()) for found in re.finditer(re.escape(other.text), sentence.zh)
                    ]
            for found in re.finditer(DIGITS, sentence.zh):
                if not any(start <= found.start() and found.end() <= end for start, end in covered[key]):
                    number = sentence.zh[found.start() : found.end() + 1]
                    yield entry.problem(
                        (*sentence_path(entry.record, sentence.id), "zh"),
                        Said(
                            f"这一句中的“{number}”没有记为数据。",
                            f'The number "{number}" of this sentence is no record\'s figure.',
                        ),
                        Said(
                            "在相关记录的 figures 中登记；不是数量的，登记到本文件的 other_numerals。",
                            "Record it under figures; if it is no quantity, list it under other_numerals of this file.",
                        ),
                    )


def numeral_spans(collection: Collection) -> defaultdict[str, list[tuple[int, int]]]:
    """For each sentence, the stretches of text that figures take their numerals from."""
    spans: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for entry in collection.all():
        for figure in figures_of(entry.record):
            sentence = collection.sentences.get(figure.source)
            quote = sentence.zh.find(figure.quote) if sentence else -1
            numeral = figure.quote.find(figure.written)
            if quote >= 0 and numeral >= 0:
                spans[figure.source].append((quote + numeral, quote + numeral + len(figure.written)))
    return spans


WHOLE = (sentences_used, numerals_recorded)
