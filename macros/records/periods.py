"""Periods: what a text says of when, before a figure in its sentence or paragraph, or in a heading of plans over it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from macros.quantities.chinese.carried_hedges import hedge_under
from macros.quantities.chinese.reader import read_chinese
from macros.quantities.dates_printed import date_in_chinese, date_in_english
from macros.quantities.expression import Expression, Sense
from macros.records.shipped import shipped_periods
from macros.records.sources import Sources
from macros.records.vocabulary import Period
from macros.text.clauses import clauses_of
from macros.text.patterns import alternatives

OF_A_THING = re.compile("的|工作|任务|目标|重点|计划|预算|总结|报告|考核")
"""What stands behind a time that belongs to a thing and says nothing of when: 全年工作."""
COMPARED = re.compile("[比较与同跟][^，。；]{0,2}$")
"""What stands before a time that something is compared with: 比去年, 较上年, 与去年."""

NEEDS_NO_ENTRY = re.compile("[0-9]{4}(?:-(?:h[12]|q[1-4]|0[1-9]|1[0-2]))?")
"""The id of a year, of a half or a quarter of one, or of a month: 2031, 2031-h1, 2031-q3, 2031-11."""
OF_THE_YEAR = {
    "last-year": (-1, ""),
    "last-year-first-half": (-1, "-h1"),
    "this-year": (0, ""),
    "whole-year": (0, ""),
    "first-half": (0, "-h1"),
    "second-half": (0, "-h2"),
    "next-year": (1, ""),
}
"""How many years from the year of its document a period in words is, and what part of that year."""
LAST_MONTHS = {"h1": 6, "h2": 12, "q1": 3, "q2": 6, "q3": 9, "q4": 12}
WHOLE_YEAR = 13
"""Stands behind the last month of its year, as what is said of a whole year comes after what is said of its parts."""


@dataclass(frozen=True)
class Stated:
    """A period that a text states: its id, the words, and where these begin."""

    id: str
    words: str
    start: int


@dataclass(frozen=True)
class PeriodTable:
    """All periods that words may state; a bureau's stand behind those of the software and replace none."""

    entries: tuple[Period, ...]

    @classmethod
    def with_own(cls, own: Iterable[Period]) -> PeriodTable:
        """The periods of the software and a bureau's own."""
        return cls((*shipped_periods(), *own))

    @cached_property
    def by_id(self) -> Mapping[str, Period]:
        """Periods by id."""
        return {one.id: one for one in reversed(self.entries)}

    def __contains__(self, ident: object) -> bool:
        """Whether there is such a period: one of the software, of the bureau, or a year or a part of one."""
        return isinstance(ident, str) and (ident in self.by_id or NEEDS_NO_ENTRY.fullmatch(ident) is not None)

    @cached_property
    def by_words(self) -> Mapping[str, str]:
        """The id of the period that words state."""
        return {word: one.id for one in reversed(self.entries) for word in one.words}

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Any words that state a period."""
        return re.compile(alternatives(self.by_words) or "(?!)")

    def stated(self, text: str, dates: Sequence[Expression] = (), *, of_things: bool = False) -> list[Stated]:
        """The periods that a text states, in order, but for those that something is only compared with.

        Those that belong to a thing (全年工作) are left out too, unless ``of_things`` are asked for.

        ``dates`` are what the grammar found in it; a date that states a year, a half of one or less is a period too.
        """
        found = [Stated(self.by_words[one[0]], one[0], one.start()) for one in self.pattern.finditer(text)]
        dated = [
            Stated(dated_id(one.named), one.text, one.start)
            for one in dates
            if one.kind is Sense.DATE and one.named[:1].isdigit() and not any(held(one, word) for word in found)
        ]
        if not found and not dated:
            return []  # As most sentences state none.
        covered = [(one.start, one.start + len(one.words)) for one in dated]
        found = [one for one in found if not any(start <= one.start < end for start, end in covered)]
        return [
            one
            for one in sorted((*found, *dated), key=lambda one: one.start)
            if not COMPARED.search(text, 0, one.start)
            and (of_things or not OF_A_THING.match(text, one.start + len(one.words)))
        ]

    def carried(self, text: str, dates: Sequence[Expression], clause: int) -> list[Stated]:
        """The periods of a text that hold for the clause that begins at a place of it.

        These are the ones stated there, and those that open or close an earlier clause: 去年，… and …以来，….
        """
        spans = clauses_of(text)
        edges = {start for start, _ in spans} | {end for _, end in spans}
        return [
            one
            for one in self.stated(text, dates)
            if one.start >= clause or one.start in edges or one.start + len(one.words) in edges
        ]

    def stated_before(self, sources: Sources, sentence: str, at: int) -> str:
        """The period of a quantity at a place of a sentence: the last that is stated before it in the paragraph.

        Nothing where none is stated.
        """
        text = sources.sentences[sentence].zh
        clause = max((start for start, _ in clauses_of(text) if start <= at), default=0)
        stated = [one for one in self.carried(text, sources.expressions(sentence), clause) if one.start < at]
        document = sentence.partition("#")[0]
        for earlier in reversed(sources.before(sentence)):
            if stated:
                break
            stated = self.carried(earlier.zh, sources.expressions(f"{document}#{earlier.id}"), len(earlier.zh))
        return stated[-1].id if stated else ""

    def stated_over(self, sources: Sources, sentence: str, at: int) -> str:
        """The period that a heading of plans states for what stands under it: 三、2032年工作打算.

        It is that of the nearest heading that states one, if that is of plans; not of a clause that tells what is so,
        nor that of the title, which is the document's.
        """
        text = sources.sentences[sentence].zh
        clause = next((text[start:end] for start, end in clauses_of(text) if at < end), "")
        for heading in sources.headings(sentence)[:-1]:
            dates = read_chinese(heading, sources.units)
            if stated := self.stated(heading, dates, of_things=True):
                return stated[0].id if len(stated) == 1 and hedge_under(clause, (heading,)) else ""
        return ""


def held(date: Expression, word: Stated) -> bool:
    """Whether words that state a period hold all of a date: 上半年."""
    return word.start <= date.start and date.end <= word.start + len(word.words)


def dated_id(named: str) -> str:
    """The id of the period that a date names: 2023-06-30, 2023-h1, 01-to-06."""
    return named.replace("..", "-to-").lower()


def of_the_year(period: str, document: str) -> str:
    """A period in words, by the year that its document is of: 全年 of a summary of 2031 is 2031, 去年 is 2030.

    Itself where the document states no year, and where it is no such word.
    """
    if not NEEDS_NO_ENTRY.fullmatch(document) or period not in OF_THE_YEAR:
        return period
    years, part = OF_THE_YEAR[period]
    return f"{int(document[:4]) + years}{part}"


def dated_period(ident: str) -> Period:
    """The period that the id of a date stands for; its order is that of its year and of its last month."""
    named = "..".join(part if part.endswith(("s", "c")) else part.upper() for part in ident.split("-to-"))
    digits = re.match("(?P<year>[0-9]{4})?-?(?:(?P<month>[0-9]{2})(?![0-9])|(?P<part>[hq][1-4]))?", ident)
    year, month, part = digits.group("year", "month", "part") if digits else ("", "", "")
    last = int(month) if month else LAST_MONTHS.get(part or "", WHOLE_YEAR if year else 0)
    return Period(id=ident, order=int(year or 0) * 100 + last, zh=date_in_chinese(named), en=date_in_english(named))


MONTHS_OF_PARTS = {"h1": (1, 6), "h2": (7, 12), "q1": (1, 3), "q2": (4, 6), "q3": (7, 9), "q4": (10, 12)}
ONE_DATE = re.compile("(?P<year>[0-9]{4})(?:-(?P<part>[hq][1-4])|-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?")


def span_of(period: Period) -> tuple[date, date] | None:
    """The first and the last day of a period: as its entry says, or of the date that it is; None where nobody says."""
    if period.start and period.end:
        return period.start, period.end
    first, _, last = period.id.partition("-to-")
    from_day, to_day = ONE_DATE.fullmatch(first), ONE_DATE.fullmatch(last or first)
    if from_day is None or to_day is None:
        return None
    try:
        return days_of(from_day)[0], days_of(to_day)[1]
    except ValueError:  # 2023-02-30
        return None


def days_of(found: re.Match[str]) -> tuple[date, date]:
    """The first and the last day of a year, of a part of one, of a month or of a day."""
    year = int(found["year"])
    if found["day"]:
        day = date(year, int(found["month"]), int(found["day"]))
        return day, day
    first, last = MONTHS_OF_PARTS.get(found["part"] or "", (1, 12))
    if found["month"]:
        first = last = int(found["month"])
    return date(year, first, 1), date(year + last // 12, last % 12 + 1, 1) - date.resolution
