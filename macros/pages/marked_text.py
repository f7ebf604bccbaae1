"""The text of a source document as its page shows it: in stretches, each with the number or the change that it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from macros.quantities.english.reader import read_english
from macros.quantities.expression import Expression
from macros.records.document import Emendation, Run, Sentence
from macros.register.numbers_in_text import NumberInText, Steps, with_neighbours
from macros.text.languages import Language


@dataclass(frozen=True)
class ShownNumber:
    """A number of a document with its neighbours: among all, and among those that count the same."""

    number: NumberInText
    among_all: Steps
    among_its_sort: Steps


@dataclass(frozen=True)
class MarkedStretch:
    """Words of a sentence: of a number, changed by an emendation, or neither; a number may have several runs."""

    runs: tuple[Run, ...]
    shown: ShownNumber | None = None

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(run.printed for run in self.runs)


def numbers_shown(numbers: Sequence[NumberInText]) -> dict[str, list[ShownNumber]]:
    """The numbers of a document with their neighbours, by the sentence or cell that they stand in."""
    by_sort: defaultdict[str, list[NumberInText]] = defaultdict(list)
    for one in numbers:
        by_sort[one.sort].append(one)
    of_its_sort = {one.anchor: step for some in by_sort.values() for one, step in with_neighbours(some)}
    found: defaultdict[str, list[ShownNumber]] = defaultdict(list)
    for one, step in with_neighbours(numbers):
        found[one.source].append(ShownNumber(one, step, of_its_sort[one.anchor]))
    return dict(found)


def marked_chinese(runs: Sequence[Run], numbers: Sequence[ShownNumber]) -> Iterator[MarkedStretch]:
    """A sentence as printed, its numbers apart."""
    yield from parted(runs, [(one.number.start, one.number.end, one) for one in numbers])


def marked_translation(
    text: str, numbers: Sequence[ShownNumber], language: Language
) -> tuple[list[MarkedStretch], list[ShownNumber]]:
    """A translation, its numbers apart, and the numbers that were not found in it.

    These are all of a language that the program cannot read, and those said in another way.
    """
    places, missing = places_in(text, numbers) if language.is_english else ([], list(numbers))
    return list(parted([Run(text, text)], places)), missing


NumberPlace = tuple[int, int, ShownNumber]


def places_in(text: str, numbers: Sequence[ShownNumber]) -> tuple[list[NumberPlace], list[ShownNumber]]:
    """Where the numbers of a sentence stand in its English: each at the first quantity of its value that is free."""
    free: list[Expression] = [one for one in read_english(text) if one.is_quantity]
    found: list[NumberPlace] = []
    missing: list[ShownNumber] = []
    for one in numbers:
        figure = one.number.figures[0].figure
        alike = [each for each in free if each.values == figure.values]
        best = next((each for each in alike if each.qualifier == figure.qualifier), next(iter(alike), None))
        if best is None:
            missing.append(one)
            continue
        free.remove(best)
        found.append((best.start, best.end, one))
    return sorted(found, key=lambda place: place[0]), missing


def parted(runs: Sequence[Run], places: Sequence[NumberPlace]) -> Iterator[MarkedStretch]:
    """Runs cut at the ends of numbers; what lies in a number makes one stretch, any other run one of its own."""
    pending = list(places)
    inside: list[Run] = []
    at = 0
    for run in runs:
        rest = run.printed
        while rest:
            start, end, shown = pending[0] if pending else (at + len(rest), 0, None)
            if at < start:
                piece, rest = rest[: start - at], rest[start - at :]
                yield MarkedStretch((run_part(run, piece),))
                at += len(piece)
                continue
            piece, rest = rest[: end - at], rest[end - at :]
            inside.append(run_part(run, piece))
            at += len(piece)
            if at == end:
                yield MarkedStretch(tuple(inside), shown)
                inside.clear()
                pending.pop(0)
        if not run.printed and run.emendation:
            yield MarkedStretch((run,))


def run_part(run: Run, piece: str) -> Run:
    """A part of a run, emended as the whole is."""
    return run if piece == run.printed else Run(piece, run.stood, run.emendation)


def by_paragraph(shown: Sequence[object], together: Mapping[str, int]) -> list[list[object]]:
    """The sentences and tables of a section, those of one paragraph of the document together."""
    found: list[list[object]] = []
    last: int | None = None
    for one in shown:
        number = together.get(one.id) if isinstance(one, Sentence) else None
        if number is None or number != last:
            found.append([])
        found[-1].append(one)
        last = number
    return found


def emendation_of(stretch: MarkedStretch) -> Emendation | None:
    """The change that a stretch shows as one; those of punctuation are listed and not marked."""
    (first, *more) = stretch.runs
    if more or stretch.shown or first.emendation is None or first.emendation.kind == "punctuation":
        return None
    return first.emendation
