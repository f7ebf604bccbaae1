"""Identity: one id, one thing."""

from __future__ import annotations

import functools
from collections import Counter, defaultdict
from collections.abc import Iterator

from pydantic import BaseModel

from macros.problems import Problem
from macros.records.collection import Collection
from macros.records.document import Sentence
from macros.records.figure import Figure
from macros.records.kinds import EVALUATIONS, Entry
from macros.text.languages import Bilingual
from macros.yaml_files.reader import FieldPath


def ids_once_in_list(collection: Collection) -> Iterator[Problem]:
    """Within one list of a file (figures, lists, items, sentences …) an id stands once, case aside."""
    for entry in collection.judged():
        for path, part in entry.parts:
            for name in lists_of(type(part)):
                yield from repeated_ids(entry, (*path, name), getattr(part, name))


@functools.cache
def lists_of(part: type[BaseModel]) -> list[str]:
    """The fields of a kind of part that hold a list."""
    return [name for name, field in part.model_fields.items() if "list[" in str(field.annotation)]


def repeated_ids(entry: Entry, path: tuple[str | int, ...], parts: list[object]) -> Iterator[Problem]:
    """Parts of one list that share an id."""
    seen: dict[str, int] = {}
    for index, part in enumerate(parts):
        ident = getattr(part, "id", None)
        if not isinstance(ident, str) or isinstance(part, Sentence):
            continue  # Sentences have a rule of their own, over all sections.
        if ident.lower() in seen:
            first = entry.place((*path, seen[ident.lower()], "id")).line
            yield entry.problem(
                (*path, index, "id"),
                Bilingual(
                    f"编号“{ident}”重复，第{first}行已经用过。", f'The id "{ident}" is already used on line {first}.'
                ),
                Bilingual(
                    "换一个没有用过的编号；如果整条重复了，删去一条。",
                    "Choose an id not yet in use; if the whole entry was pasted twice, delete one.",
                ),
            )
        seen.setdefault(ident.lower(), index)


def records_once(collection: Collection) -> Iterator[Problem]:
    """Two records with figures never share an id, whatever their kinds: figures are addressed ``record.figure``."""
    seen: dict[str, Entry] = {}
    for kind in (*collection.paged_kinds, EVALUATIONS):
        for ident, entry in collection.of(kind).items():
            if ident in seen:
                other = seen[ident].reading.path
                yield entry.problem(
                    (),
                    Bilingual(f"编号“{ident}”与 {other} 相同。", f'The id "{ident}" is also that of {other}.'),
                    Bilingual("给其中一个文件换个文件名。", "Rename one of the two files."),
                )
            seen.setdefault(ident, entry)


def series_alike(collection: Collection) -> Iterator[Problem]:
    """Figures of one series share a unit, and rates what they are per, and differ in period; else they are no trend."""
    series: defaultdict[str, list[tuple[Entry, FieldPath, Figure]]] = defaultdict(list)
    for entry, path, figure in collection.figures():
        if figure.series is not None:
            series[figure.series].append((entry, path, figure))
    for name, found in series.items():
        usual = Counter(figure.per + figure.unit for _, _, figure in found).most_common(1)[0][0]
        periods: set[str] = set()
        for entry, path, figure in found:
            if figure.per + figure.unit != usual:
                yield entry.problem(
                    (*path, "series"),
                    Bilingual(f"系列“{name}”的单位不一致。", f'The series "{name}" mixes units.'),
                    Bilingual(
                        f"同一系列的单位应一致，此系列多用“{usual}”。",
                        f'All figures of a series share a unit, mostly "{usual}" here.',
                    ),
                )
            if figure.period in periods:
                yield entry.problem(
                    (*path, "series"),
                    Bilingual(
                        f"系列“{name}”在同一时期有两个数。", f'The series "{name}" has two figures for one period.'
                    ),
                    Bilingual("同一系列每个时期只能有一个数。", "A series holds one figure a period."),
                    follows=(entry.subject(*path, "id"),),
                )
            periods.add(figure.period)


RULES = (ids_once_in_list,)
WHOLE_RULES = (records_once, series_alike)
