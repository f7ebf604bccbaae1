"""Quotes: every word and number rests on a sentence of a published document (docs/maintainers/honesty-rules.md, 1)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Any

from macros.problems import Problem, Subject
from macros.records.collection import Collection
from macros.records.glossary import Thing, id_choice
from macros.records.kinds import BUREAU, DOCUMENTS, Entry
from macros.records.listing import Item
from macros.records.shared_parts import Cited
from macros.records.sources import named_by
from macros.records.unread_files import ASTRAY
from macros.rules.emendations import departure_at
from macros.rules.references import nothing_so_called
from macros.text.clauses import clauses_around
from macros.text.languages import Bilingual
from macros.yaml_files.reader import FieldPath

NEARLY = 0.7
"""The share of a quote's characters that stand in its sentence where the quote was copied from there."""


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


def documents_lost(collection: Collection) -> tuple[Subject, ...]:
    """What a problem with a document that is gone would be about: what was quoted from it follows from that."""
    bureau = collection.single(BUREAU)
    named = bureau.record.current_document if bureau else ""
    lost = named and not collection.exists(DOCUMENTS, named)
    return (Subject(ASTRAY, named), Subject(DOCUMENTS.place, named)) if lost else ()


def likeness(quote: str, text: str) -> float:
    """How much of a quote stands in a text: the share of its pairs of characters that do."""
    pairs = {quote[at : at + 2] for at in range(max(1, len(quote) - 1))}
    return sum(pair in text for pair in pairs) / len(pairs)


def copied_wrong(quote: str, sentence: str) -> Bilingual:
    """The sentence that a quote was to be copied from, and where a quote that is nearly right departs from it first."""
    slip = Bilingual("", "")
    compared = SequenceMatcher(None, quote, sentence, autojunk=False)
    bare = re.sub(r"^\W+|\W+$", "", quote)
    if bare in sentence:  # With marks and spaces nobody needs to begin or end.
        slip = slip_of(quote.replace(bare, "", 1), "")
    elif sum(block.size for block in compared.get_matching_blocks()) >= NEARLY * len(quote):
        for tag, start, end, first, last in compared.get_opcodes():
            around = tag == "insert" and start in (0, len(quote))  # What stands before and behind the quote.
            if tag != "equal" and not around:
                slip = slip_of(quote[start:end], there(quote, sentence, start, end, first, last))
                break
    return Bilingual(
        f"{slip.zh}请从原句逐字摘录。原句：{sentence}",
        f"{slip.en}Copy the words to the letter from the sentence: {sentence}",
    )


def there(quote: str, sentence: str, start: int, end: int, first: int, last: int) -> str:
    """What stands in a sentence from ``first`` to ``last`` in place of what a quote has from ``start`` to ``end``.

    At either end of a quote that is as much as was typed, since the sentence goes on.
    """
    if start == end or (start != 0 and end != len(quote)):
        return sentence[first:last]
    return sentence[max(first, last - (end - start)) : last] if start == 0 else sentence[first : first + end - start]


def slip_of(typed: str, stands: str) -> Bilingual:
    """What was typed in place of what stands in the source, either of which may be nothing."""
    if not typed:
        return Bilingual(f"漏了“{stands}”。", f'"{stands}" is left out. ')
    if not stands:
        return Bilingual(f"多了“{typed}”。", f'"{typed}" is too much. ')
    return Bilingual(f"“{typed}”应为“{stands}”。", f'"{typed}" should be "{stands}". ')


def where_quoted(collection: Collection, quote: str) -> str | None:
    """The sentence in which a quote stands."""
    return collection.sources.cut_from(quote)


def no_such_sentence(collection: Collection, entry: Entry, path: FieldPath, given: str, quote: str) -> Problem:
    """A sentence that does not exist, with the one that holds the quote; a document that is gone is named instead."""
    document, _, ident = given.partition("#")
    elsewhere = where_quoted(collection, quote)
    if document not in collection.of(DOCUMENTS):
        return document_gone(collection, entry, path, document, elsewhere)
    things = [Thing(f"{document}#{sentence.id}") for sentence in collection.of(DOCUMENTS)[document].record.sentences()]
    about, file = Subject("sentence", given), collection.of(DOCUMENTS)[document].reading.path
    return entry.problem(
        path,
        Bilingual(f"{file} 中没有编号为“{ident}”的句子。", f'There is no sentence "{ident}" in {file}.'),
        quoted_there(elsewhere)
        if elsewhere
        else id_choice(
            given,
            things,
            Bilingual(
                f"如果误删或改了编号，请在 {file} 中恢复。", f"If it was deleted or renamed, restore it in {file}."
            ),
        ),
        about=(about,),
        follows=(*(() if elsewhere else (Subject(f"edition {file}"),)), about),
    )


def document_gone(
    collection: Collection, entry: Entry, path: FieldPath, document: str, elsewhere: str | None
) -> Problem:
    """A document that does not exist, how many records cite it, and the one that now holds what is quoted from it."""
    problem = nothing_so_called(collection, entry, path, document, DOCUMENTS)
    count = collection.citing[document]
    wrong = Bilingual(
        f"{problem.wrong.zh.rstrip('。')}，却有 {count} 份记录引用它。",
        f'There is no document "{document}", yet {count} record{" cites" if count == 1 else "s cite"} it.',
    )
    if not elsewhere:
        return replace(problem, wrong=wrong)
    now = elsewhere.partition("#")[0]
    fix = Bilingual(
        f"这里的引文现在出自 {elsewhere}。如果 {document}.yml 改名成了 {now}.yml，请改回；否则改 source。",
        f"The words quoted here now stand in {elsewhere}. If {document}.yml was renamed {now}.yml, name it "
        f"{document}.yml again; if not, change source.",
    )
    return replace(problem, wrong=wrong, fix=fix)


def quoted_there(sentence: str) -> Bilingual:
    """What to do about a quote that stands in another sentence than the one cited."""
    return Bilingual(
        f"这句引文现在出自 {sentence}：改 source；如果是误改了编号，请改回。",
        f"These words now stand in {sentence}: change source, or change the id back if it was changed by mistake.",
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


def grounds(collection: Collection, entry: Entry, cited: Cited) -> tuple[Subject, ...]:
    """What problems with a citation would be about: what is said on the strength of it follows from them."""
    path = cited.path if cited.own else cited.path[:-2]
    own = (entry.subject(*path, "source"), entry.subject(*path, "quote"))
    return (*sentence_changed(collection, cited.sentence), *own)


def items_stand_in_quote(collection: Collection) -> Iterator[Problem]:
    """What a list names, and how a source names the bureau, stands in the quote: no name is added or altered."""
    for entry in collection.judged():
        for cited in entry.cited:
            if (isinstance(cited.part, Item) or entry.kind is BUREAU) and cited.part.zh not in cited.quote:
                yield item_not_quoted(collection, entry, cited)


def item_not_quoted(collection: Collection, entry: Entry, cited: Cited) -> Problem:
    """A name that its quote does not hold; where only the sentence has it, the quote was cut too short."""
    sentence = collection.sentences.get(cited.sentence)
    short = sentence is not None and cited.quote in sentence.zh and cited.part.zh in sentence.zh
    path = cited.path if cited.own else cited.path[:-2]
    return entry.problem(
        (*path, "quote") if short else (*cited.path, "zh"),
        Bilingual(f"引文中没有“{cited.part.zh}”。", f'The quote does not contain "{cited.part.zh}".'),
        Bilingual(
            f"原句中有，请把引文摘录完整。原句：{sentence.zh}", f"The sentence does; quote more of it: {sentence.zh}"
        )
        if sentence and short
        else Bilingual(f"名称按原文照录。引文：{cited.quote}", f"Write the name as the source does: {cited.quote}"),
        follows=grounds(collection, entry, cited),
    )


RULES = (quotes_stand_in_source, items_stand_in_quote)
