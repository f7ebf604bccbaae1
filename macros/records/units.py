"""The units of the software and those that a bureau adds, found by how a source writes them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from macros.quantities.chinese.reader import read_chinese
from macros.quantities.english.reader import read_english
from macros.quantities.expression import Expression, Sense
from macros.quantities.parity.disagreements import Disagreement, said_of_another, text_disagreements
from macros.records.shipped import shipped_units
from macros.records.vocabulary import Unit

NO_UNIT = "not-stated"
DEGREE = "degree-celsius"
BY_KIND = {
    Sense.PERCENT: "percent",
    Sense.PERMILLE: "per-mille",
    Sense.POINTS: "percentage-point",
    Sense.RATIO: "ratio",
    Sense.FRACTION: "fraction",
    Sense.MULTIPLE: "multiple",
    Sense.RANK: "rank",
}
"""Units of quantities that are none of things: what kind they are says what they count."""

# 期 counts issues of what is printed and courses that are held; what is counted stands beside it.
ISSUE, COURSE = "issue", "training-course"
TAUGHT = "(?:培训|轮训|研修|讲座|讲堂|课堂|课程|夜校|论坛|沙龙|班)"
COURSES_BEFORE = re.compile(
    f"{TAUGHT}(?:班|课|会|活动|教育|工作)*[，,、]?(?:共计?|累计|总计|先后|已|举办|开办|开展|组织|完成|办|了|达到?)*\\Z"
)
COURSES_BEHIND = re.compile(f"[^，。；：！？简刊报讯]{{0,12}}{TAUGHT}(?!简报|信息|教材|刊)")


@dataclass(frozen=True)
class UnitTable:
    """All units that figures may have; a bureau's stand behind those of the software and replace none."""

    entries: tuple[Unit, ...]

    @classmethod
    def with_own(cls, own: Iterable[Unit]) -> UnitTable:
        """The units of the software and a bureau's own."""
        return cls((*shipped_units(), *own))

    @cached_property
    def by_id(self) -> Mapping[str, Unit]:
        """Units by id."""
        return {one.id: one for one in reversed(self.entries)}

    @cached_property
    def by_writing(self) -> Mapping[str, Unit]:
        """Units by how a source writes them."""
        listed = {word: one for one in reversed(self.entries) for word in one.written}
        return {more: one for word, one in listed.items() for more in bracketed(word)} | listed

    @cached_property
    def words(self) -> frozenset[str]:
        """Every way in which a source may write a unit."""
        return frozenset(self.by_writing)

    @cached_property
    def told_otherwise(self) -> Callable[[str, str], tuple[Disagreement, ...]]:
        """What the English of a Chinese text says otherwise; once for the same texts."""

        @lru_cache(maxsize=2**15)
        def compared(zh: str, en: str) -> tuple[Disagreement, ...]:
            read = read_chinese(zh, self.words)
            numbers = read or read_english(en)
            return text_disagreements(zh, read, en, self.by_writing) if numbers else tuple(said_of_another(zh, en))

        return compared

    def of(self, expression: Expression, text: str = "") -> str | None:
        """The id of a quantity's unit: that of its kind, or of the word written; None for a word that none has.

        The ``text`` that it stands in tells courses (举办培训班3期) from issues of what is printed (编发简报3期).
        """
        if expression.kind in BY_KIND:
            return BY_KIND[expression.kind]
        if expression.unit == "度" and "零下" in expression.text:
            return DEGREE
        if not expression.unit:
            return NO_UNIT
        unit = self.by_writing.get(expression.unit)
        if unit and unit.id == ISSUE and counts_courses(text, expression):
            return COURSE
        return unit.id if unit else None


def bracketed(word: str) -> Iterator[str]:
    """Other ways of writing a unit: 次 in brackets where it may be left out, 户（次） of 户次; those of half width."""
    full = f"{word[:-1]}（次）" if len(word) > 1 and word.endswith("次") else word
    yield from (full, full.replace("（", "(").replace("）", ")"))


def counts_courses(text: str, expression: Expression) -> bool:
    """Whether what is counted in a text are courses, by the words right before it or behind it in its clause."""
    if COURSES_BEFORE.search(text, 0, expression.start):
        return True
    return COURSES_BEHIND.match(text, expression.end) is not None
