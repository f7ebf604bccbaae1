"""The glossary: a word is explained once."""

from __future__ import annotations

from collections.abc import Iterator

from macros.problems import Problem
from macros.records.collection import Collection
from macros.records.kinds import EXPLAINED_TERMS
from macros.text.languages import Bilingual


def explained_once(collection: Collection) -> Iterator[Problem]:
    """No word stands in two entries, and none twice in one; upper and lower case are one."""
    for entry in collection.judged(EXPLAINED_TERMS):
        seen = set[str]()
        for index, term in enumerate(entry.record.entries):
            named: list[tuple[str, tuple[int, ...], str]] = [("zh", (), term.zh), ("en", (), term.en)]
            named += [("words", (at,), word) for at, word in enumerate(term.words)]
            named += [("english", (at,), word) for at, word in enumerate(term.english)]
            for field, at, word in named:
                if word and word.lower() in seen:
                    yield entry.problem(
                        ("entries", index, field, *at),
                        Bilingual(f"“{word}”前面已经写过。", f'"{word}" is already listed above.'),
                        Bilingual(
                            "一个词只说明一次；删去其中一处。", "A word is explained once: delete one of the two."
                        ),
                    )
                seen.add(word.lower())


RULES = (explained_once,)
