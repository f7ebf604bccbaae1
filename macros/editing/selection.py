"""What a person has selected: whole clauses of a sentence, the quantities in them, and how a record names these.

A selection is a sentence and where in it the first and last character stand. All else is read in the document.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from macros.problems import Refused
from macros.quantities.expression import Expression, Qualifier, Sense
from macros.records.collection import Collection
from macros.records.figure import FigureEntry
from macros.records.quantities import READ_AS_ZH
from macros.records.resolver import quantities_meant
from macros.records.sources import Sources
from macros.text.clauses import clauses_of
from macros.text.languages import Bilingual

NOT_IN_DOCUMENT = Bilingual("文件里没有这个位置，请重新选择。", "The document has no such place. Select again.")
NONE_SELECTED = Bilingual("所选的分句里没有数量。", "There is no quantity in the clauses selected.")
CANNOT_BE_TOLD = Bilingual(
    "程序分不清所选的数在分句中的位置，不能记为数据。", "The program cannot tell which number of the clause is meant."
)
BETWEEN_NAMES = re.compile("[、，；]|以及|和|及|与")
"""What stands between the names of a list."""
CLOSED = re.compile(r"^[“”‘’《》「」\s]+|[“”‘’《》「」\s]+$")
UNIT_SIGNS = {Sense.PERCENT: "%", Sense.PERMILLE: "‰", Sense.POINTS: "个百分点", Sense.MULTIPLE: "倍"}
"""What stands for the unit of a quantity that has none."""
IN_LABELS = re.compile(r"[“”‘’《》]+|^[并又再还已共其中，、\s]+|[、，\s]+$")


@dataclass(frozen=True)
class Selection:
    """A stretch of a sentence, by the full id of that."""

    sentence: str
    start: int
    end: int


def selected(collection: Collection, document: str, ident: object, start: object, end: object) -> Selection:
    """The place that a request names, looked up; raises Refused where there is none."""
    key = f"{document}#{ident}"
    sentence = collection.sentences.get(key)
    numbers = type(start) is int and type(end) is int
    if sentence is None or not numbers or not 0 <= start < end <= len(sentence.zh):  # type: ignore[operator]
        raise Refused(NOT_IN_DOCUMENT)
    return Selection(key, start, end)  # type: ignore[arg-type]


def whole_selection(collection: Collection, place: Selection) -> Selection:
    """The whole clauses that a selection touches; the whole sentence where it touches none."""
    text = collection.sentences[place.sentence].zh
    touched = [one for one in clauses_of(text) if one[0] < place.end and place.start < one[1]]
    return Selection(place.sentence, *(touched[0][0], touched[-1][1]) if touched else (0, len(text)))


def selected_words(collection: Collection, place: Selection) -> str:
    """The words of a stretch."""
    return collection.sentences[place.sentence].zh[place.start : place.end]


def selected_quantities(collection: Collection, place: Selection) -> list[Expression]:
    """The quantities that stand in a stretch, in order."""
    found = collection.sources.expressions(place.sentence)
    return [one for one in found if one.is_quantity and place.start < one.end and one.start < place.end]


def is_cell(collection: Collection, place: Selection) -> bool:
    """Whether the sentence is a cell of a table."""
    return collection.sentences[place.sentence].role in ("head", "cell")


def source_needed(collection: Collection, place: Selection, quote: str) -> dict[str, str]:
    """The field ``source`` of what quotes words: nothing where they stand in one sentence alone."""
    sources = collection.sources
    if len(sources.standing(quote)) == 1:
        return {}
    document = place.sentence.partition("#")[0]
    alone = len(sources.standing(quote, document)) == 1
    return {"source": document if alone else place.sentence}


def quoting_fields(collection: Collection, place: Selection) -> dict[str, str]:
    """The fields ``quote`` and, where it is needed, ``source`` of the whole clauses around a selection."""
    quote = selected_words(collection, whole_selection(collection, place))
    return {"quote": quote, **source_needed(collection, place, quote)}


def figure_fields(collection: Collection, place: Selection, at: object) -> tuple[Expression, dict[str, Any]]:
    """The quantity that begins at ``at`` within the selected clauses, and the fields that name it.

    ``at`` may be None where there is only one. Raises Refused where there is none, or none that could be told.
    """
    wide = whole_selection(collection, place)
    found = selected_quantities(collection, wide)
    meant = [one for one in found if at is None or one.start == at]
    if len(meant) != 1:
        raise Refused(NONE_SELECTED)
    one = meant[0]
    if is_cell(collection, place):
        document, _, cell = place.sentence.partition("#")
        alone = len(collection.sources.cells(cell)) == 1
        return one, {"cell": cell, **({} if alone else {"source": document})}
    fields = quoting_fields(collection, place)
    for numeral in numerals(selected_words(collection, wide), one, wide.start):
        entry = FigureEntry.model_construct(quote=fields["quote"], numeral=numeral, reading=None)
        if quantities_meant(collection.sources, entry, place.sentence) == [one]:
            return one, fields | ({"numeral": numeral} if numeral else {})
    raise Refused(CANNOT_BE_TOLD)


def numerals(quote: str, one: Expression, start: int) -> list[str | None]:
    """How a quantity may be named within its quote, the shortest first: not at all, as written, with words around."""
    at, end = one.start - start, one.end - start
    longer = [quote[at : min(end + more, len(quote))] for more in range(1, 12)]
    before = [quote[max(at - more, 0) : end] for more in range(1, 12)]
    return [None, one.text, *longer, *before]


def words_with_figures(collection: Collection, place: Selection, record: str) -> str:
    """The words of a stretch, every quantity in it that is a figure named as one; as they are without a ``record``."""
    text = collection.sentences[place.sentence].zh
    named = {
        (figure.start, figure.start + len(figure.written)): figure.id
        if entry.id == record
        else f"{entry.id}.{figure.id}"
        for entry, _, figure in collection.figures()
        if record and figure.source == place.sentence
    }
    made, at = "", place.start
    for (start, end), ident in sorted(named.items()):
        if at <= start and end <= place.end:
            made += text[at:start] + f"{{{ident}}}"
            at = end
    return made + text[at : place.end]


def label_proposed(collection: Collection, place: Selection, one: Expression) -> str:
    """What a quantity may count, in the words around it: 发放科技资料 of 发放科技资料15000份; heads, of a cell."""
    sentence = collection.sentences[place.sentence]
    if sentence.under:
        return "".join(dict.fromkeys(sentence.under))
    text = sentence.zh
    start, end = next((span for span in clauses_of(text) if span[0] <= one.start < span[1]), (0, len(text)))
    others = [found for found in collection.sources.expressions(place.sentence) if found.is_quantity and found != one]
    start = max([start, *(found.end for found in others if found.end <= one.start)])
    end = min([end, *(found.start for found in others if found.start >= one.end)])
    said = IN_LABELS.sub("", text[start : one.start]) + IN_LABELS.sub("", text[one.end : end])
    return "".join(char for char in said if char not in "“”‘’《》") or text[start:end]


def selected_names(words: str) -> list[str]:
    """The names in selected words: 水产 and 水禽 of 水产、水禽; marks of quotation around them are none of theirs."""
    parts = [CLOSED.sub("", one) for one in BETWEEN_NAMES.split(words)] if "、" in words else [CLOSED.sub("", words)]
    return list(dict.fromkeys(one for one in parts if one))


def reading_shown(sources: Sources, one: Expression) -> Bilingual:
    """How a quantity is read, in plain digits: 近3000万元 as 近 30,000,000元."""
    joint = {Sense.RANGE: "–", Sense.RATIO: ":", Sense.FRACTION: "/"}.get(one.kind, "")
    number = joint.join(in_thousands(value) for value in one.values)
    plain = one.qualifier is Qualifier.EXACT
    unit = one.unit or UNIT_SIGNS.get(one.kind, "")
    return Bilingual(
        f"{'' if plain else READ_AS_ZH.get(one.qualifier, '')}{number}{unit}",
        f"{'' if plain else one.qualifier.value.replace('-', ' ') + ' '}{number} {unit}".rstrip(),
    )


def in_thousands(value: Decimal) -> str:
    """A value in digits, in groups of three."""
    return f"{value.normalize():,f}"


def standing_of(sources: Sources, part: dict[str, Any], documents: Sequence[str]) -> tuple[str, int] | None:
    """The sentence of what quotes words, and where they begin; None where that cannot be told."""
    quote = str(part.get("quote") or "")
    found = sources.standing(quote, str(part.get("source") or ""))
    own = found if len(found) == 1 else [one for one in found if one.partition("#")[0] in documents]
    start = sources.place_of(quote, own[0]) if len(own) == 1 else None
    return None if start is None else (own[0], start)
