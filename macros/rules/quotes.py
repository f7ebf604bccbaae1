"""Quotes: every word and number rests on a sentence of a published document (docs/maintainers/honesty-rules.md, 1)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from macros.problems import Problem, Subject
from macros.records.collection import Collection
from macros.records.figure import Figure
from macros.records.kinds import DOCUMENTS, Entry
from macros.records.shared_parts import Cited, figure_entries
from macros.records.sources import named_by
from macros.rules.emendations import departure_at
from macros.rules.miscopied import copied_wrong, likeness
from macros.rules.missing_sources import documents_lost, no_such_sentence
from macros.text.clauses import clauses_around, whole_clauses
from macros.text.languages import Bilingual
from macros.yaml_files.reader import FieldPath


def in_unread_document(collection: Collection, source: str, quote: str) -> bool:
    """Whether words may stand in a document that could not be read: its own problem comes first."""
    unread = collection.unread_documents
    return source.partition("#")[0] in unread if source else bool(unread) and not collection.sources.standing(quote)


def quotes_stand_in_source(collection: Collection) -> Iterator[Problem]:
    """A quote stands in the sentence it cites, to the letter."""
    for entry in collection.judged():
        for cited in entry.cited:
            if cited.own and not in_unread_document(collection, typed_source(entry, cited.path), cited.quote):
                yield from quote_stands(collection, entry, cited)


def quote_stands(collection: Collection, entry: Entry, cited: Cited) -> Iterator[Problem]:
    """One quote: whole clauses of one sentence."""
    typed = typed_source(entry, cited.path)
    if cited.sentence or not cited.quote:
        return
    sources = collection.sources
    document, _, ident = typed.partition("#")
    if typed and (document not in collection.of(DOCUMENTS) or (ident and typed not in sources.sentences)):
        yield no_such_sentence(collection, entry, (*cited.path, "source"), typed, cited.quote)
        return
    standing = sources.standing(cited.quote, typed)
    if len(standing) > 1:
        yield stands_several_times(entry, cited, standing)
    elif elsewhere := sources.standing(cited.quote):
        yield entry.problem(
            (*cited.path, "source"),
            Bilingual(f"{typed} 中没有这句引文。", f"These words do not stand in {typed}."),
            Bilingual(
                f"这句引文出自 {elsewhere[0]}：删去 source，或改为 {elsewhere[0]}。",
                f"They stand in {elsewhere[0]}: delete source, or write that.",
            ),
        )
    elif cut := sources.cut_from(cited.quote, typed) or sources.cut_from(cited.quote):
        yield quote_cut_short(collection, entry, cited, cut)
    else:
        yield not_in_source(collection, entry, cited, typed)


def figures_stand_once(collection: Collection) -> Iterator[Problem]:
    """The quote of a figure stands once in its sentence: another place may speak of another period, or deny it."""
    for entry in collection.judged():
        for path, figure in figure_entries(entry.record):
            if isinstance(figure, Figure):
                places = list(whole_clauses(collection.sentences[figure.source].zh, figure.quote))
                if len(places) > 1:
                    yield entry.problem(
                        (*path, "quote"),
                        Bilingual("这句引文在本句中不止一处。", "These words stand more than once in their sentence."),
                        Bilingual(
                            "连同前后的分句一起摘录，只指一处。",
                            "Quote the clause before or behind too, so that one place is meant.",
                        ),
                    )


def typed_source(entry: Entry, path: FieldPath) -> str:
    """What a file says under ``source`` of a part; nothing where it leaves it out."""
    part: Any = entry.typed or entry.record
    for step in path:
        part = part[step] if isinstance(step, int) else getattr(part, step)
    return str(part.source)


def stands_several_times(entry: Entry, cited: Cited, standing: Sequence[str]) -> Problem:
    """A quote that stands in more than one sentence, of which none is named."""
    return entry.problem(
        (*cited.path, "quote"),
        Bilingual(
            f"几处都有这句引文：{'、'.join(standing[:5])}。",
            f"These words stand in several places: {', '.join(standing[:5])}.",
        ),
        Bilingual(f"写明出自哪一句，例如 source: {standing[0]}", f"Say which is meant: source: {standing[0]}"),
    )


def quote_cut_short(collection: Collection, entry: Entry, cited: Cited, sentence: str) -> Problem:
    """A quote that is cut out of a clause: what was left off may turn its sense round (未, 将, 力争)."""
    text = collection.sentences[sentence].zh
    start = text.find(cited.quote)
    whole = clauses_around(text, start, start + len(cited.quote))
    return entry.problem(
        (*cited.path, "quote"),
        Bilingual("引文不是完整的分句。", "The quote is no whole clause."),
        Bilingual(f"从一个标点抄到下一个标点：{whole}", f"Copy from one punctuation mark to the next: {whole}"),
        follows=sentence_changed(collection, sentence),
    )


def not_in_source(collection: Collection, entry: Entry, cited: Cited, typed: str) -> Problem:
    """A quote that stands nowhere, with the sentence that is most like it."""
    named = [one for one in collection.sentences if named_by(typed, one)]
    near = max(named, key=lambda one: likeness(cited.quote, collection.sentences[one].zh), default="")
    if not near:
        return entry.problem(
            (*cited.path, "quote"),
            Bilingual("没有可引用的来源文件。", "There is no source document to quote from."),
            Bilingual("先登记来源文件。", "Register the source document first."),
            follows=documents_lost(collection),
        )
    return entry.problem(
        (*cited.path, "quote"),
        Bilingual(f"来源文件中没有“{cited.quote}”。", f'No source document contains "{cited.quote}".'),
        copied_wrong(cited.quote, collection.sentences[near].zh),
        follows=(
            *documents_lost(collection),
            *sentence_changed(collection, near),
            *emendations_that_fail(collection, near),
        ),
    )


def sentence_changed(collection: Collection, sentence: str) -> tuple[Subject, ...]:
    """What a problem with the words of a sentence would be about: whatever quotes it follows from that."""
    document, _, ident = sentence.partition("#")
    entry = collection.of(DOCUMENTS).get(document)
    return (departure_at(entry, ident),) if entry else ()


def emendations_that_fail(collection: Collection, sentence: str) -> Iterator[Subject]:
    """What problems with the words of emendations would be about: what quotes a text as emended follows from them."""
    entry = collection.of(DOCUMENTS).get(sentence.partition("#")[0])
    if entry:
        yield from (entry.subject("emendations", index, "stood") for index in range(len(entry.record.emendations)))


RULES = (quotes_stand_in_source, figures_stand_once)
