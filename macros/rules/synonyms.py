"""Synonyms: a word stands in one group, groups have something to say, and units exist."""

from __future__ import annotations

from collections.abc import Iterator

from macros.problems import Problem
from macros.records.collection import Collection
from macros.records.kinds import SYNONYMS
from macros.text.languages import Bilingual


def in_one_group(collection: Collection) -> Iterator[Problem]:
    """A word stands in one group, and there once; upper and lower case are one."""
    for entry in collection.judged(SYNONYMS):
        seen = set[str]()
        for index, group in enumerate(entry.record.entries):
            for field, words in (("zh", group.zh), ("en", group.en)):
                for number, word in enumerate(words):
                    if word.lower() in seen:
                        yield entry.problem(
                            ("entries", index, field, number),
                            Bilingual(f"“{word}”前面已经写过。", f'"{word}" is already listed above.'),
                            Bilingual(
                                "一个词只写在一组里；删去其中一处。", "A word is in one group: delete one of the two."
                            ),
                        )
                    seen.add(word.lower())


def not_alone(collection: Collection) -> Iterator[Problem]:
    """A group is two words at least, or a word and a unit."""
    for entry in collection.judged(SYNONYMS):
        for index, group in enumerate(entry.record.entries):
            if not group.words or len(group.words) + len(group.units) < 2:
                yield entry.problem(
                    ("entries", index),
                    Bilingual("这一组只有一个词，没有别的词可以和它对应。", "A group of one word says nothing."),
                    Bilingual(
                        "补上意思相近的词，或者删去这一组。", "Add a word that means the same, or delete the group."
                    ),
                )


def units_of_groups(collection: Collection) -> Iterator[Problem]:
    """Units are those of the software and of the bureau."""
    for entry in collection.judged(SYNONYMS):
        for index, group in enumerate(entry.record.entries):
            for number, unit in enumerate(group.units):
                if unit not in collection.units.by_id:
                    yield entry.problem(
                        ("entries", index, "units", number),
                        Bilingual(f"没有单位“{unit}”。", f'There is no unit "{unit}".'),
                        Bilingual(
                            "写单位的编号，见 macros/records/units.yml 和 vocabulary/units.yml。",
                            "Write the id of a unit from macros/records/units.yml or vocabulary/units.yml.",
                        ),
                    )


RULES = (in_one_group, not_alone, units_of_groups)
