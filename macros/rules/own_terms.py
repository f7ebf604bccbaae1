"""A bureau's own units and periods add to those of the software, and redefine none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from macros.problems import Problem
from macros.records.collection import Collection
from macros.records.kinds import PERIODS, UNITS, Kind
from macros.records.periods import shipped_periods
from macros.records.units import shipped_units
from macros.records.vocabulary import Period, Unit
from macros.text.languages import Bilingual


def own_terms_add(collection: Collection) -> Iterator[Problem]:
    """An entry of a bureau has an id and words of its own: what the software reads one way is never read another."""
    yield from added(collection, UNITS, shipped_units(), "written")
    yield from added(collection, PERIODS, shipped_periods(), "words")


def added(collection: Collection, kind: Kind, shipped: Iterable[Unit | Period], name: str) -> Iterator[Problem]:
    """The entries of one vocabulary; ``name`` is the field that holds how a source writes them."""
    ids = {one.id for one in shipped}
    words = {word: one.id for one in shipped for word in getattr(one, name)}
    for entry in collection.judged(kind):
        for index, one in enumerate(entry.record.entries):
            if one.id in ids:
                yield entry.problem(
                    ("entries", index, "id"),
                    Bilingual(f"“{one.id}”是软件自带的，不能改写。", f'"{one.id}" comes with the software as it is.'),
                    Bilingual("删去这一条；确是另一个词的，另起编号。", "Delete it; give another word another id."),
                )
            for place, word in enumerate(getattr(one, name)):
                if words.setdefault(word, one.id) != one.id:
                    yield entry.problem(
                        ("entries", index, name, place),
                        Bilingual(
                            f"“{word}”已经是“{words[word]}”的写法。",
                            f'"{word}" is a way to write "{words[word]}" already.',
                        ),
                        Bilingual("删去这个写法。", "Delete this word."),
                    )


RULES = (own_terms_add,)
