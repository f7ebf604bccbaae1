"""Figures: the numeral stands in the quote, and value, unit and qualifier say what it says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from macros.problems import Problem
from macros.records.collection import Collection
from macros.records.figure import EXACT, Figure
from macros.records.glossary import how_to_add
from macros.records.kinds import QUALIFIERS, UNITS, Entry
from macros.records.quantities import parse, qualifier_of
from macros.records.shared_parts import figures_of
from macros.records.vocabulary import Qualifier, Unit
from macros.text.languages import Bilingual
from macros.yaml_files.reader import FieldPath


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
        Bilingual(
            f"引文中没有“{figure.written}”这个数。", f'The quote does not contain the numeral "{figure.written}".'
        ),
        Bilingual(
            f"原句中有，请把引文摘录完整。原句：{sentence.zh}", f"The sentence does; quote more of it: {sentence.zh}"
        )
        if sentence and short
        else Bilingual(f"按引文照写。引文：{figure.quote}", f"Write it as the quote does: {figure.quote}"),
    )


def figure_agrees(
    entry: Entry, path: FieldPath, figure: Figure, units: Mapping[str, Unit], qualifiers: Mapping[str, Qualifier]
) -> Iterator[Problem]:
    """One figure's value, qualifier and unit against its numeral."""
    parts = parse(figure.written, qualifiers)
    if parts is None:
        yield entry.problem(
            (*path, "written"),
            Bilingual(f"“{figure.written}”不像一个数量。", f'"{figure.written}" does not read as a quantity.'),
            Bilingual("写法如：15000份、近3000万元、50多个。", "Write it like 15000份, 近3000万元 or 50多个."),
        )
        return
    if parts.value != figure.value:
        yield entry.problem(
            (*path, "value"),
            Bilingual(
                f"数值与原文不符：原文“{figure.written}”应为 {parts.value:f}，此处为 {figure.value:f}。",
                f'The value does not agree with the source: "{figure.written}" is {parts.value:f}, '
                f"not {figure.value:f}.",
            ),
            Bilingual(
                f"改为 {parts.value:f}；若原文有误，照录并加编者注。",
                f"Write {parts.value:f}; if the source is wrong, keep it and add an editor's note.",
            ),
        )
    said = qualifier_of(parts, qualifiers)
    if figure.qualifier in qualifiers and figure.qualifier != said:
        yield entry.problem(
            (*path, "qualifier"),
            Bilingual(
                f"限定词与原文“{figure.written}”不符。", f'The qualifier does not agree with "{figure.written}".'
            ),
            Bilingual(f"应为 {said}（{qualifiers[said].zh}）。", f"It should be {said} ({qualifiers[said].en})."),
        )
    unit = units.get(figure.unit)
    if unit and (parts.unit not in unit.written if parts.unit else unit.written):
        fitting = [
            ident for ident, one in units.items() if parts.unit in one.written or (not parts.unit and not one.written)
        ]
        yield entry.problem(
            (*path, "unit"),
            Bilingual(f"单位与原文“{figure.written}”不符。", f'The unit does not agree with "{figure.written}".'),
            Bilingual(f"应为：{'、'.join(fitting)}。", f"It should be: {', '.join(fitting)}.")
            if fitting
            else how_to_add(UNITS, "", entry.reading.path.partition("/")[0], parts.unit),
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


RULES = (figures_agree,)
