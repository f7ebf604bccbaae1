"""Where quotes stand: the sentences of all documents, looked up by the clauses they are made of."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from itertools import chain

from macros.quantities.chinese.carried_hedges import carried_hedge, hedge_under
from macros.quantities.chinese.reader import read_chinese
from macros.quantities.english.reader import read_english
from macros.quantities.expression import Expression, Sense
from macros.quantities.parity.disagreements import Disagreement
from macros.records.document import Sentence
from macros.records.tables import NUMBERING
from macros.text.clauses import clauses_of, whole_clauses

OF_AIMS = re.compile("(?:目标|计划|任务)(?:数|值|任务|任务数)?(?:[（(][^（）()]*[）)])?\\Z")
"""A head of a table that says of what stands under it that it is aimed at: 年度目标, 计划数."""


@dataclass(frozen=True)
class Paragraph:
    """Sentences that stand together in a document."""

    document: str
    sentences: tuple[Sentence, ...]
    headings: tuple[str, ...] = ()
    """What it stands under, the nearest first and the title of the document last."""


class Sources:
    """The sentences of all documents, by id and by clause, and the quantities in them.

    ``paragraphs`` are those of all documents in order; ``units`` the unit words that may be written.
    """

    def __init__(self, paragraphs: Iterable[Paragraph], units: frozenset[str]) -> None:
        self.units = units
        self.read: dict[str, tuple[Expression, ...]] = {}
        """What was read in sentences so far."""
        self.chinese: dict[str, tuple[Expression, ...]] = {}
        self.english: dict[str, tuple[Expression, ...]] = {}
        """What was read in the Chinese and the English of sentences by itself, as far as that was read ahead."""
        self.told: dict[tuple[str, str], tuple[Disagreement, ...]] = {}
        """What the English of sentences says otherwise, as far as that was worked out, by the two texts."""
        self.sentences: dict[str, Sentence] = {}
        self.places: dict[str, tuple[Paragraph, int]] = {}
        """The paragraph of each sentence, and its place in it."""
        for paragraph in paragraphs:
            for place, sentence in enumerate(paragraph.sentences):
                ident = f"{paragraph.document}#{sentence.id}"
                self.sentences[ident] = sentence
                self.places[ident] = paragraph, place

    def keep(self, before: Sources) -> None:
        """Keeps what was read ``before`` of the sentences that are the same."""
        if before.units == self.units:
            same = (ident for ident, one in before.sentences.items() if self.sentences.get(ident) == one)
            self.read |= {ident: before.read[ident] for ident in same if ident in before.read}
            self.chinese, self.english = before.chinese, before.english

    def chinese_in(self, text: str) -> tuple[Expression, ...]:
        """Every numeral expression of a Chinese text, which may be that of a sentence."""
        known = self.chinese.get(text)
        return read_chinese(text, self.units) if known is None else known

    def english_in(self, text: str) -> tuple[Expression, ...]:
        """Every numeral expression of an English text, which may be that of a sentence."""
        known = self.english.get(text)
        return read_english(text) if known is None else known

    def before(self, ident: str) -> tuple[Sentence, ...]:
        """The sentences before one in its paragraph."""
        paragraph, place = self.places[ident]
        return paragraph.sentences[:place]

    def headings(self, ident: str) -> tuple[str, ...]:
        """What a sentence stands under, the nearest first and the title of its document last."""
        return self.places[ident][0].headings

    def hedge_over(self, ident: str, at: int) -> str:
        """The hedge that an earlier clause or a heading puts on what stands at a place of a sentence; empty for none.

        Sentences that end in a semicolon go on in the next. What stands in a table under 年度目标 is an aim.
        """
        if any(OF_AIMS.search(head) for head in self.sentences[ident].under):
            return "目标"
        paragraph, place = self.places[ident]
        text = self.sentences[ident].zh
        first = place
        while first and paragraph.sentences[first - 1].zh.endswith(("；", ";")):
            first -= 1
        before = "".join(one.zh for one in paragraph.sentences[first:place])
        start, end = next((one for one in clauses_of(text) if at < one[1]), (at, at))
        return carried_hedge(before + text, len(before) + at) or hedge_under(text[start:end], paragraph.headings)

    @cached_property
    def by_clause(self) -> Mapping[str, Mapping[str, Sequence[str]]]:
        """The ids of the sentences that hold a clause, by document: what is often said stands in many.

        Of cells only those that name something, others have a place.
        """
        found: defaultdict[str, dict[str, list[str]]] = defaultdict(dict)
        for ident, sentence in self.sentences.items():
            if sentence.role == "cell":
                continue
            document = ident.partition("#")[0]
            for clause in dict.fromkeys(sentence.zh[start:end] for start, end in clauses_of(sentence.zh)):
                found[clause].setdefault(document, []).append(ident)
        return found

    def expressions(self, ident: str) -> tuple[Expression, ...]:
        """Every numeral expression of a sentence; many rules ask, and it is read once."""
        found = self.read.get(ident)
        if found is None:
            found = self.read[ident] = read_sentence(self.sentences[ident], self.units)
        return found

    def standing(self, quote: str, source: str = "") -> list[str]:
        """The sentences in which a quote stands in whole clauses; only those that ``source`` names, if given."""
        spans = clauses_of(quote)
        if not spans:
            return []
        start, end = spans[0]
        by_document = self.by_clause.get(quote[start:end], {})
        document = source.partition("#")[0]
        idents = by_document.get(document, ()) if source else chain.from_iterable(by_document.values())
        return [ident for ident in idents if named_by(source, ident) and self.place_of(quote, ident) is not None]

    @cached_property
    def documents(self) -> Sequence[str]:
        """The ids of all documents, in order."""
        return tuple(dict.fromkeys(paragraph.document for paragraph, _ in self.places.values()))

    def cells(self, cell: str, source: str = "") -> list[str]:
        """The cells with a place (t1-r4c2); only that of the document that ``source`` names, if given."""
        named = (f"{document}#{cell}" for document in self.documents if named_by(source, f"{document}#{cell}"))
        return [one for one in named if one in self.sentences and self.sentences[one].role in ("head", "cell")]

    def place_of(self, quote: str, sentence: str) -> int | None:
        """Where a quote begins in a sentence, in whole clauses; None where it does not stand there."""
        return next(whole_clauses(self.sentences[sentence].zh, quote), None)

    def cut_from(self, quote: str, source: str = "") -> str | None:
        """The first sentence that holds the words of a quote at all, whole clauses or not; None where none does."""
        return next(
            (ident for ident, one in self.sentences.items() if named_by(source, ident) and quote in one.zh), None
        )


def read_sentence(sentence: Sentence, units: frozenset[str]) -> tuple[Expression, ...]:
    """Every numeral expression of a sentence; a bare number in a cell is counted in what the heads of its table say.

    The number of a row is none.
    """
    if sentence.under and sentence.under[-1].replace(" ", "") in NUMBERING:
        return ()
    if sentence.counted_in is None:
        return read_chinese(sentence.zh, units)
    whole = sentence.zh + sentence.counted_in
    read = [
        replace(one, text=sentence.zh) for one in read_chinese(whole, units) if one.is_quantity and one.text == whole
    ]
    plain = unicodedata.normalize("NFKC", sentence.zh).replace(",", "").replace("−", "-")
    return tuple(read) or (Expression(sentence.zh, 0, Sense.COUNT, (Decimal(plain),), sentence.counted_in),)


def named_by(source: str, sentence: str) -> bool:
    """Whether a sentence is the one that ``source`` names, or of the document it names; any if it names nothing."""
    return not source or source in (sentence, sentence.partition("#")[0])
