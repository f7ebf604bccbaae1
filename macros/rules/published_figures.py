"""Published figures: one that changes or goes has errata that say what stood.

What was published is known from the ledger, so that this holds by whatever way the data was changed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from macros.problems import Problem
from macros.quantities.chinese.reader import read_chinese
from macros.quantities.expression import Expression
from macros.records.base import BilingualText
from macros.records.collection import Collection
from macros.records.kinds import ERRATA, EVALUATIONS, RETIRED, Entry, Kind
from macros.records.ledger_lines import STATED, FigureTold, one_line
from macros.rules.moved_figures import Whereabouts, record_files_by_id
from macros.rules.references import in_broken_record
from macros.text.languages import Bilingual

ERRATA_FOLDER = f"data/{ERRATA.place}/"


@dataclass(frozen=True)
class Unexplained:
    """A published figure that says something else now (nothing if it is gone), and what no erratum says that stood."""

    figure: str
    stood: tuple[FigureTold, ...]
    now: FigureTold | None


def unexplained(found: Whereabouts) -> Iterator[Unexplained]:
    """Every published figure that changed or went, unless errata say so: what stood each time, and that it is gone.

    Where records, figures, errata or retired addresses cannot be read, their own problems come first.
    """
    collection = found.collection
    if not all_valid(collection, ERRATA, RETIRED):
        return
    errata = errata_by_figure(found)
    for name, told in sorted(found.told.items()):
        now = found.shown[name].told if name in found.shown else None
        unread = now is None and name in collection.figure_ids
        if unread or in_broken_record(collection, name) or (now is None and found.went_with_its_record(name)):
            continue
        corrections = [one.record for one in errata.get(name, ())]
        withdrawn = bool(corrections) and corrections[-1].withdrawn is not None
        changed = [one for one in sorted(told) if now is None or not one.is_now(now)]
        lacking = tuple(
            one
            for one in changed
            if not any(
                says(collection, erratum.stood, one, to_the_letter=bool(now and one.amount == now.amount))
                for erratum in corrections
            )
        )
        if lacking or (now is None and not withdrawn):
            yield Unexplained(name, lacking or tuple(sorted(told)), now)


def whereabouts(collection: Collection) -> Whereabouts:
    """What became of all figures that the ledger knows."""
    return Whereabouts(collection, collection.ledger.figures)


def figures_stay_as_published(collection: Collection) -> Iterator[Problem]:
    """A published figure says what it said, or errata lead from all that it ever said to what it says now.

    Where a whole record is lost, that is told (vanished_from_data.py), and not its figures one by one.
    """
    found = whereabouts(collection)
    for one in unexplained(found):
        if one.now is None and record_lost(found, one.figure):
            continue
        if shown := found.shown.get(one.figure):
            yield shown.entry.problem(shown.path, *changed_or_gone(one))
        else:
            yield Problem(collection.ledger.place(one.stood[-1].line), *changed_or_gone(one))


def record_lost(found: Whereabouts, figure: str) -> bool:
    """Whether the record of a figure was published and is gone, and is not retired."""
    gone = not any(
        found.collection.exists(kind, figure.partition(".")[0]) for kind in (*found.collection.paged_kinds, EVALUATIONS)
    )
    published = any(file in found.collection.ledger.addresses for file in record_files_by_id(found.collection, figure))
    return gone and published and not any(found.retirements(figure))


def changed_or_gone(one: Unexplained) -> tuple[Bilingual, Bilingual]:
    """What is wrong with a figure that no erratum accounts for, and what to do."""
    stood = "、".join(dict.fromkeys(f"“{told.written}”" for told in one.stood))
    stood_en = ", ".join(dict.fromkeys(f'"{told.written}"' for told in one.stood))
    if one.now is None:
        return (
            Bilingual(
                f"数据 {one.figure} 公布过{stood}，现在没有了，也没有更正。",
                f"The figure {one.figure} was published as {stood_en} and is gone, without an erratum.",
            ),
            Bilingual(
                f"恢复这项数据和它的编号；确已撤下的，在 {ERRATA_FOLDER} 新增一条更正：figure 写 {one.figure}，"
                f"stood 写出{stood}，并写 withdrawn。数据改了编号，或整条记录改名、撤下的，"
                "在 data/retired/ 停用原来的网址。",
                f"Restore the figure and its id; if it was withdrawn, add a file to {ERRATA_FOLDER} with figure: "
                f"{one.figure}, {stood_en} in stood, and withdrawn. If its id changed, or its whole record was renamed "
                "or withdrawn, retire the old addresses in data/retired/.",
            ),
        )
    now = f"“{one.now.written}”", f'"{one.now.written}"'
    differ = [told for told in one.stood if told.written == one.now.written]
    more = f" ({in_ids(differ[0])} → {in_ids(one.now)})" if differ else ""
    return (
        Bilingual(
            f"数据 {one.figure} 公布过{stood}，现在是{now[0]}{more}，没有更正说明原来的数。",
            f"The figure {one.figure} was published as {stood_en} and is now {now[1]}{more}; no erratum says what "
            "stood.",
        ),
        Bilingual(
            f"恢复原来的数；确需改动的，在 {ERRATA_FOLDER} 新增一条更正：figure 写 {one.figure}，stood 写出{stood}，"
            f"stands 写出{now[0]}，再写原因和日期。",
            f"Restore what stood; if it must change, add a file to {ERRATA_FOLDER} with figure: {one.figure}, "
            f"{stood_en} in stood, {now[1]} in stands, why and the date.",
        ),
    )


def in_ids(told: FigureTold) -> str:
    """What a figure tells besides its words."""
    further = [one for one in (told.hedge, told.per) if one not in ("", STATED)]
    return ", ".join([told.unit, told.qualifier, told.period, *further])


def errata_by_figure(found: Whereabouts) -> dict[str, list[Entry]]:
    """The errata of each figure, the oldest first; those of a figure that has moved with those of what it is now."""
    errata: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in sorted(found.collection.of(ERRATA).values(), key=lambda one: (one.record.date, one.id)):
        errata[found.name_now(entry.record.figure)].append(entry)
    return dict(errata)


def says(collection: Collection, words: BilingualText, told: FigureTold, *, to_the_letter: bool = False) -> bool:
    """Whether words state a figure as it was told: as its source writes it or, where that is enough, its value.

    What stands in the words is read: 5000份 is not said by 15000份. Words that only a person can read are looked for.
    """
    text, written = one_line(words.zh), one_line(told.written)
    read = quantities_said(collection, text)
    whole = any(one.text == written for one in read) or (written in text and not quantities_said(collection, written))
    return whole or (not to_the_letter and any(one.values == told.values for one in read))


def values_said(collection: Collection, text: str) -> frozenset[tuple[Decimal, ...]]:
    """What each quantity that a text states amounts to."""
    return frozenset(one.values for one in quantities_said(collection, text))


def quantities_said(collection: Collection, text: str) -> list[Expression]:
    """The quantities that a text states."""
    return [one for one in read_chinese(text, collection.units.words) if one.is_quantity]


def all_valid(collection: Collection, *kinds: Kind) -> bool:
    """Whether every record of some kinds can be read."""
    valid = {(kind.place, ident) for kind in kinds for ident in collection.of(kind)}
    places = {kind.place for kind in kinds}
    return all(one in valid for one in collection.named if one[0] in places)


RULES = (figures_stay_as_published,)
