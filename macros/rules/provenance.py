"""Provenance: every word and number rests on a sentence of a published document (DESIGN, honesty rule 1)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from macros.problems import Problem, Said, Subject
from macros.quantities import parse, qualifier_of
from macros.reading.reader import FieldPath
from macros.records.alike import Cited, figures_of
from macros.records.collection import Collection
from macros.records.figure import EXACT, Figure
from macros.records.kinds import DOCUMENTS, QUALIFIERS, UNITS, Entry
from macros.records.listing import Item
from macros.records.naming import Thing, choice
from macros.records.vocabulary import Qualifier, Unit
from macros.rules.departures import departure_at
from macros.rules.numerals import arabic_zh, shown
from macros.rules.references import nothing_so_called


def in_broken_document(collection: Collection, sentence: str) -> bool:
    """Whether the document cited exists but could not be read: its own problem comes first."""
    document = sentence.partition("#")[0]
    return collection.exists(DOCUMENTS, document) and document not in collection.of(DOCUMENTS)


def quotes_stand_in_source(collection: Collection) -> Iterator[Problem]:
    """A quote stands in the sentence it cites, to the letter."""
    for entry in collection.judged():
        for cited in entry.cited:
            if cited.own and not in_broken_document(collection, cited.sentence):
                yield from quote_stands(collection, entry, cited)


def quote_stands(collection: Collection, entry: Entry, cited: Cited) -> Iterator[Problem]:
    """One quote, with the sentence where it really stands if it stands elsewhere."""
    sentence = collection.sentences.get(cited.sentence)
    if sentence is None:
        yield no_such_sentence(collection, entry, (*cited.path, "source"), cited.sentence, cited.quote)
    elif cited.quote not in sentence.zh:
        elsewhere = where_quoted(collection, cited.quote)
        yield entry.problem(
            (*cited.path, "source" if elsewhere else "quote"),
            Said(
                f"引文与来源文件不符：句子 {cited.sentence} 中没有“{cited.quote}”。",
                f'The quote is not in the source: sentence {cited.sentence} does not contain "{cited.quote}".',
            ),
            Said(
                f"这句引文出自 {elsewhere}，请改 source。" if elsewhere else f"请从原句逐字摘录。原句：{sentence.zh}",
                f"These words stand in {elsewhere}; change source."
                if elsewhere
                else f"Copy the words to the letter from the sentence: {sentence.zh}",
            ),
            follows=sentence_changed(collection, cited.sentence),
        )


def where_quoted(collection: Collection, quote: str) -> str | None:
    """The sentence in which a quote stands."""
    return next((ident for ident, one in collection.sentences.items() if quote in one.zh), None)


def no_such_sentence(collection: Collection, entry: Entry, path: FieldPath, given: str, quote: str) -> Problem:
    """A sentence that does not exist, with the one that holds the quote; a document that is gone is named instead."""
    document, _, ident = given.partition("#")
    elsewhere = where_quoted(collection, quote)
    if document not in collection.of(DOCUMENTS):
        problem = nothing_so_called(collection, entry, path, document, DOCUMENTS)
        return replace(problem, mend=quoted_there(elsewhere)) if elsewhere else problem
    things = [Thing(f"{document}#{one.id}") for one in collection.of(DOCUMENTS)[document].record.sentences()]
    about, file = Subject("sentence", given), collection.of(DOCUMENTS)[document].reading.path
    return entry.problem(
        path,
        Said(f"{file} 中没有编号为“{ident}”的句子。", f'There is no sentence "{ident}" in {file}.'),
        quoted_there(elsewhere)
        if elsewhere
        else choice(
            given,
            things,
            Said(f"如果误删或改了编号，请在 {file} 中恢复。", f"If it was deleted or renamed, restore it in {file}."),
        ),
        about=(about,),
        follows=(*(() if elsewhere else (Subject(f"edition {file}"),)), about),
    )


def quoted_there(sentence: str) -> Said:
    """What to do about a quote that stands in another sentence than the one cited."""
    return Said(
        f"这句引文现在出自 {sentence}：改 source；如果是误改了编号，请改回。",
        f"These words now stand in {sentence}: change source, or change the id back if it was changed by mistake.",
    )


def sentence_changed(collection: Collection, sentence: str) -> tuple[Subject, ...]:
    """What a problem with the words of a sentence would be about: whatever quotes it follows from that."""
    document, _, ident = sentence.partition("#")
    entry = collection.of(DOCUMENTS).get(document)
    return (departure_at(entry, ident),) if entry else ()


def grounds(collection: Collection, entry: Entry, cited: Cited) -> tuple[Subject, ...]:
    """What problems with a citation would be about: what is said on the strength of it follows from them."""
    path = cited.path if cited.own else cited.path[:-2]
    own = (entry.subject(*path, "source"), entry.subject(*path, "quote"))
    return (*sentence_changed(collection, cited.sentence), *own)


def figures_agree(collection: Collection) -> Iterator[Problem]:
    """A figure's numeral stands in its quote; value, unit and qualifier say what that numeral says."""
    units: Mapping[str, Unit] = collection.terms(UNITS) or {}
    qualifiers: Mapping[str, Qualifier] = collection.terms(QUALIFIERS) or {}
    if not units or EXACT not in qualifiers:
        return
    for entry in collection.judged():
        field = "results" if hasattr(entry.record, "results") else "figures"
        for index, figure in enumerate(figures_of(entry.record)):
            path = (field, index)
            found = [
                *numeral_quoted(collection, entry, path, figure),
                *figure_agrees(entry, path, figure, units, qualifiers),
            ]
            own = (entry.subject(*path, "source"), entry.subject(*path, "quote"), entry.subject(*path, "written"))
            yield from (replace(one, follows=own) for one in found)


def numeral_quoted(collection: Collection, entry: Entry, path: FieldPath, figure: Figure) -> Iterator[Problem]:
    """A figure's numeral stands in its quote; where only the sentence has it, the quote was cut too short."""
    if stands_whole(figure.written, figure.quote):
        return
    sentence = collection.sentences.get(figure.source)
    short = sentence is not None and figure.quote in sentence.zh and stands_whole(figure.written, sentence.zh)
    yield entry.problem(
        (*path, "quote" if short else "written"),
        Said(f"引文中没有“{figure.written}”这个数。", f'The quote does not contain the numeral "{figure.written}".'),
        Said(f"原句中有，请把引文摘录完整。原句：{sentence.zh}", f"The sentence does; quote more of it: {sentence.zh}")
        if sentence and short
        else Said(f"按引文照写。引文：{figure.quote}", f"Write it as the quote does: {figure.quote}"),
    )


def figure_agrees(
    entry: Entry, path: FieldPath, figure: Figure, units: Mapping[str, Unit], qualifiers: Mapping[str, Qualifier]
) -> Iterator[Problem]:
    """One figure's value, qualifier and unit against its numeral."""
    parts = parse(figure.written, qualifiers)
    if parts is None:
        yield entry.problem(
            (*path, "written"),
            Said(f"“{figure.written}”不像一个数量。", f'"{figure.written}" does not read as a quantity.'),
            Said("写法如：15000份、近3000万元、50多个。", "Write it like 15000份, 近3000万元 or 50多个."),
        )
        return
    if parts.value != figure.value:
        yield entry.problem(
            (*path, "value"),
            Said(
                f"数值与原文不符：原文“{figure.written}”应为 {parts.value:f}，此处为 {figure.value:f}。",
                f'The value does not agree with the source: "{figure.written}" is {parts.value:f}, '
                f"not {figure.value:f}.",
            ),
            Said(
                f"改为 {parts.value:f}；若原文有误，照录并加编者注。",
                f"Write {parts.value:f}; if the source is wrong, keep it and add an editor's note.",
            ),
        )
    said = qualifier_of(parts, qualifiers)
    if figure.qualifier in qualifiers and figure.qualifier != said:
        yield entry.problem(
            (*path, "qualifier"),
            Said(f"限定词与原文“{figure.written}”不符。", f'The qualifier does not agree with "{figure.written}".'),
            Said(f"应为 {said}（{qualifiers[said].zh}）。", f"It should be {said} ({qualifiers[said].en})."),
        )
    unit = units.get(figure.unit)
    if unit and (parts.unit not in unit.written if parts.unit else unit.written):
        fitting = [
            ident for ident, one in units.items() if parts.unit in one.written or (not parts.unit and not one.written)
        ]
        yield entry.problem(
            (*path, "unit"),
            Said(f"单位与原文“{figure.written}”不符。", f'The unit does not agree with "{figure.written}".'),
            Said(
                f"应为：{'、'.join(fitting) or '先在 vocabulary/units.yml 中补充该单位'}。",
                f"It should be: {', '.join(fitting) or 'a unit to be added to vocabulary/units.yml first'}.",
            ),
        )


def stands_whole(written: str, quote: str) -> bool:
    """Whether the numeral stands in the quote and is not cut out of a longer number there.

    ``5000份`` does not stand in ``15000份``, nor ``15000`` in ``15000份``'s neighbour ``150000``.
    """
    at = quote.find(written)
    while at >= 0:
        before, behind = quote[at - 1 : at], quote[at + len(written) : at + len(written) + 1]
        cut = (before in NUMERIC and written[0] in NUMERIC and before) or (
            behind in NUMERIC and written[-1] in NUMERIC and behind
        )
        if not cut:
            return True
        at = quote.find(written, at + 1)
    return False


NUMERIC = frozenset("0123456789.,多余万亿半")


def items_stand_in_quote(collection: Collection) -> Iterator[Problem]:
    """What a list names stands in its quote to the letter, so that no name is added or altered."""
    for entry in collection.judged():
        for cited in entry.cited:
            if isinstance(cited.part, Item) and cited.part.zh not in cited.quote:
                yield item_not_quoted(collection, entry, cited)


def item_not_quoted(collection: Collection, entry: Entry, cited: Cited) -> Problem:
    """A name that its quote does not hold; where only the sentence has it, the quote was cut too short."""
    sentence = collection.sentences.get(cited.sentence)
    short = sentence is not None and cited.quote in sentence.zh and cited.part.zh in sentence.zh
    path = cited.path if cited.own else cited.path[:-2]
    return entry.problem(
        (*path, "quote") if short else (*cited.path, "zh"),
        Said(f"引文中没有“{cited.part.zh}”。", f'The quote does not contain "{cited.part.zh}".'),
        Said(f"原句中有，请把引文摘录完整。原句：{sentence.zh}", f"The sentence does; quote more of it: {sentence.zh}")
        if sentence and short
        else Said(f"名称按原文照录。引文：{cited.quote}", f"Write the name as the source does: {cited.quote}"),
        follows=grounds(collection, entry, cited),
    )


def numbers_supported(collection: Collection) -> Iterator[Problem]:
    """A number in a record's Chinese text stands in a sentence that this record cites."""
    sentences = collection.sentences
    for entry in collection.judged():
        summary = getattr(entry.record, "summary", None)
        if summary is not None:
            yield from unsupported(collection, entry, ("summary", "zh"), summary.zh, entry.cited)
        for one in entry.cited:
            text = getattr(one.part, "zh", None)
            if not isinstance(one.part, Item | Figure) and isinstance(text, str) and one.sentence in sentences:
                yield from unsupported(collection, entry, (*one.path, "zh"), text, [one])


def unsupported(
    collection: Collection, entry: Entry, path: FieldPath, text: str, cited: Sequence[Cited]
) -> Iterator[Problem]:
    """Numbers in a text that none of the cited sentences states; where none of them exists, that is what is wrong."""
    numbers = arabic_zh(text)
    there = [one for one in (collection.sentences.get(one.sentence) for one in cited) if one] if numbers else []
    known = {value for one in there for value in arabic_zh(one.zh)}
    extra = [value for value in numbers if value not in known]
    if extra and there:
        yield entry.problem(
            path,
            Said(f"来源句子中没有这个数：{shown(extra)}。", f"No cited sentence states this number: {shown(extra)}."),
            Said(
                "改成原文的数，或引用载有此数的句子。",
                "Write the number of the source, or cite the sentence that states it.",
            ),
            follows=tuple(subject for one in cited for subject in grounds(collection, entry, one)),
        )


RULES = (quotes_stand_in_source, figures_agree, items_stand_in_quote, numbers_supported)
