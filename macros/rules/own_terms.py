"""A bureau's own units and periods add to those of the software, and redefine none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from macros.problems import Problem
from macros.records.collection import Collection
from macros.records.kinds import PERIODS, UNITS, Kind
from macros.records.shipped import shipped_periods, shipped_units
from macros.records.vocabulary import Period, Unit
from macros.text.languages import Bilingual

WORD_FORMS = {
    "written": re.compile(r"^(?![\s多余来近约半几数])[^\s0-9０-９〇零一二两三四五六七八九十百千万亿%‰,，。；、]+$"),
    "words": re.compile("^(?=.*[年月季期日来间后前时五])[\u3400-\u9fff0-9]{2,}$"),
}
"""What may be a word for a unit, and for a period."""


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
                if not WORD_FORMS[name].search(word):
                    yield entry.problem(
                        ("entries", index, name, place),
                        Bilingual(f"“{word}”不能单独用作这样的词。", f'"{word}" alone cannot be such a word.'),
                        Bilingual(
                            "单位写原文中的单位词，不含数字；时期至少写两个字，并含年、月、季、期、日、时、来、间、后、前、五之一。",
                            "A unit is written as the source has it, without a numeral; a period takes two characters "
                            "or more, with 年, 月, 季, 期, 日, 时, 来, 间, 后, 前 or 五 among them.",
                        ),
                    )
                elif words.setdefault(word, one.id) != one.id:
                    yield entry.problem(
                        ("entries", index, name, place),
                        Bilingual(
                            f"“{word}”已经是“{words[word]}”的写法。",
                            f'"{word}" is a way to write "{words[word]}" already.',
                        ),
                        Bilingual("删去这个写法。", "Delete this word."),
                    )


RULES = (own_terms_add,)
