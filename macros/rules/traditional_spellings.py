"""Spellings of the Traditional edition: they change the script of a word, never the word."""

from __future__ import annotations

from collections.abc import Iterator

from macros.problems import Problem
from macros.records.collection import Collection
from macros.records.kinds import SPELLINGS
from macros.text.han_scripts import same_words
from macros.text.languages import Bilingual


def same_word(collection: Collection) -> Iterator[Problem]:
    """Both spellings are one word: turned into Simplified script they are the same, digit for digit."""
    for entry in collection.judged(SPELLINGS):
        for index, one in enumerate(entry.record.entries):
            if not same_words(one.zh, one.hant):
                yield entry.problem(
                    ("entries", index, "hant"),
                    Bilingual(
                        f"“{one.hant}”不是“{one.zh}”的繁体写法，换成了别的字。",
                        f'"{one.hant}" is not "{one.zh}" in Traditional script; it is another word.',
                    ),
                    Bilingual(
                        "只换字形，不换词，也不增减文字。", "Change the script only: the same word, nothing added."
                    ),
                )


def once(collection: Collection) -> Iterator[Problem]:
    """A word has one spelling."""
    for entry in collection.judged(SPELLINGS):
        seen: dict[str, int] = {}
        for index, one in enumerate(entry.record.entries):
            if one.zh in seen:
                yield entry.problem(
                    ("entries", index, "zh"),
                    Bilingual(f"“{one.zh}”前面已经写过。", f'"{one.zh}" is already listed above.'),
                    Bilingual("删去其中一条。", "Delete one of the two."),
                )
            seen.setdefault(one.zh, index)


RULES = (same_word, once)
