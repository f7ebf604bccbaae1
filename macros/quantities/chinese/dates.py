"""Chinese dates in a text: single ones, ranges (1—6月) and several that share a word (3、5、7月)."""

from __future__ import annotations

import re
from dataclasses import replace

from macros.quantities.chinese.moments import (
    DAY_ZH,
    FOUR_DIGITS,
    HOURS,
    MONTH_ZH,
    ONE_TO_12,
    ONE_TO_31,
    YEAR_ZH,
    Calendar,
    CalendarFound,
    calendar_at,
    two_places,
    year_named,
)
from macros.quantities.chinese.passage import GAP, Passage, Read, expression_in, taken_as
from macros.quantities.chinese.qualifiers import qualified_before
from macros.quantities.chinese.units import after_gap
from macros.quantities.expression import Sense

TO_DATE = rf"{GAP}(?:至|到|—{{1,2}}|–|-|~|―|－|−|‒|起[至到]|延至|持续到){GAP}"
TO_A_DATE = re.compile(TO_DATE)
FOUR_TO_FOUR = re.compile(
    rf"(?P<low>{FOUR_DIGITS}){GAP}年?(?:{TO_DATE}|/(?=[0-9]{{4}}(?:学年|年度)))(?P<high>{FOUR_DIGITS}){GAP}(?:(?:财|学)?年(?:度|份)?(?!来|多|余))?"
)
A_POINT = r"(?P<year{0}>(?:19|20)[0-9]{{2}})[.](?P<month{0}>1[0-2]|0?[1-9])"
POINT_TO_POINT = re.compile(rf"{A_POINT.format(1)}{TO_DATE}{A_POINT.format(2)}(?![0-9.万亿%]|[元家个])")
FOUR_TO_TWO = re.compile(
    rf"(?P<low>(?:19|20)[0-9]{{2}})(?:{TO_DATE}|/)(?P<high>[0-9]{{2}})(?:学年|年度|财年|赛季)(?:度)?"
)
SHORT_RANGES = (
    ("month", re.compile(rf"(?P<low>{ONE_TO_12}){TO_DATE}(?P<high>{ONE_TO_12}){GAP}月(?![龄球])份?")),
    ("day", re.compile(rf"(?P<low>{ONE_TO_31}){TO_DATE}(?P<high>{ONE_TO_31}){GAP}[日号](?!内|以内|之内|以上|游)")),
    ("part", re.compile(rf"第?(?P<low>[一二三1-3]){TO_DATE}第?(?P<high>[二三四2-4]){GAP}季度")),
    ("time", re.compile(rf"(?P<low>{HOURS}){TO_DATE}(?P<high>{HOURS}){GAP}[时点](?![期代间段])")),
)
SHORT_LISTS = (
    ("year", re.compile(rf"(?:{FOUR_DIGITS})(?:{GAP}[、和与及]{GAP}(?:{FOUR_DIGITS})){{1,11}}{GAP}(?:两)?年(?:度)?")),
    (
        "month",
        re.compile(
            rf"(?:{ONE_TO_12})(?:{GAP}[、和与及]{GAP}(?:{ONE_TO_12})){{1,11}}{GAP}(?:两)?月份?(?!{GAP}[0-9一二三十]{{1,3}}[日号])"
        ),
    ),
    ("day", re.compile(rf"(?:{ONE_TO_31})(?:{GAP}[、和与及]{GAP}(?:{ONE_TO_31})){{1,11}}{GAP}(?:两)?日(?!内)")),
    ("part", re.compile(rf"(?:第?[一二三四1-4])(?:{GAP}[、和与及]{GAP}第?[一二三四1-4]){{1,3}}{GAP}(?:两个)?季度")),
)
LISTED_NUMBER = re.compile(r"第?([0-9]+|[〇零一二三四五六七八九十]+)")
TWO_MONTHS = re.compile("(?P<low>[一二三四五六七八])(?P<high>[二三四五六七八九])月(?:份|间)?")
BARE_YEAR = re.compile(
    r"(?P<number>(?:19[4-9]|20[0-6])[0-9])(?=[)）〕\]］]|全国|中国|世界|全球|国际|版(?!本|权)|杯|届|级(?=[学新]生|本科|研究生|硕士|博士|班)|款)"
)
DAYS_COUNTED_BEFORE = re.compile(
    r"(?:为期|共计?|历时|累计|连续|提前|满|间隔|每|期限[为是]?|工期|逾期|超期|停工|缩短|延长|前后|不超过|至少|起|内|后)[了至到为]?\Z"
)
DAYS_COUNTED_BEHIND = re.compile(
    "内|之内|以内|以上|以下|左右|游|(?:行政)?拘留|的期限|期限|(?<=0日)无理由|无理由|后(?=[，。]|仍|未|内|再)"
)


def read_date(passage: Passage, at: int, floor: int) -> Read | None:
    """A date or a range of dates; None where no date begins here."""
    if in_number(passage, at):
        return None
    return (
        years_to_years(passage, at)
        or range_of_dates(passage, at, floor)
        or bare_year(passage, at)
        or two_months(passage, at)
    )


def read_shared_dates(passage: Passage, at: int, floor: int) -> Read | None:
    """Several dates that share their last word; None where none begin here."""
    return shared_dates(passage, at) if not in_number(passage, at) else None


def in_number(passage: Passage, at: int) -> bool:
    """Whether a place is inside a number in digits."""
    return passage.char(at).isdigit() and passage.char(at - 1).isdigit()


def years_to_years(passage: Passage, at: int) -> Read | None:
    """2021–2025年, 2021年至2025年, 2021—2025, 2021.03—2023.05, 2023-24学年."""
    if found := POINT_TO_POINT.match(passage.plain, at):
        low, high = (f"{found[f'year{side}']}-{two_places(found[f'month{side}'])}" for side in "12")
        return taken_as(passage, at, found.end(), Sense.DATE, f"{low}..{high}") if low < high else None
    if (found := FOUR_TO_TWO.match(passage.plain, at)) and int(found["high"]) == (int(found["low"]) + 1) % 100:
        return taken_as(passage, at, found.end(), Sense.DATE, f"{found['low']}..{int(found['low']) + 1}")
    found = FOUR_TO_FOUR.match(passage.plain, at)
    if found is None:
        return None
    low, high = year_named(found["low"]), year_named(found["high"])
    behind = passage.plain[found.end() : found.end() + 1]
    if low >= high or (
        found[0][-1].isdigit() and (passage.units.at(passage.plain, found.end()) or behind in tuple("万亿%."))
    ):
        return None
    if found[0][-1] == "年" and calendar_goes_on(passage, found.end()):
        return None
    return taken_as(passage, at, found.end(), Sense.DATE, f"{low}..{high}")


def calendar_goes_on(passage: Passage, at: int) -> bool:
    """Whether a month stands behind a year."""
    return MONTH_ZH.match(passage.plain, after_gap(passage, at)) is not None


def leading(passage: Passage, at: int) -> CalendarFound:
    """The year, or the year and month, that stand before numbers which only share a later word."""
    what, end = Calendar(), at
    if year := YEAR_ZH.match(passage.plain, at):
        what, end = Calendar(year_named(year["number"])), after_gap(passage, year.end())
    if month := MONTH_ZH.match(passage.plain, end):
        what, end = Calendar(what.year, two_places(month["number"])), after_gap(passage, month.end())
    return CalendarFound(what, end)


def named_with(start: Calendar, part: str, number: str) -> Calendar:
    """What a number says that shares its word: 06 of 1—6月."""
    if part == "year":
        return Calendar(year_named(number))
    if part == "month":
        return Calendar(start.year, two_places(number))
    if part == "part":
        return Calendar(start.year, part=f"Q{int(two_places(number))}")
    if part == "time":
        return Calendar(start.year, start.month, start.day, time=f"{two_places(number)}:00")
    return Calendar(start.year, start.month, two_places(number))


def shared_dates(passage: Passage, at: int) -> Read | None:
    """3、5、7月 and 2021、2022年: several dates that share their last word; the first has what stands before it."""
    start = leading(passage, at)
    for part, pattern in SHORT_LISTS:
        found = pattern.match(passage.plain, start.end)
        if found is None or (start.what.month and part != "day") or (start.what.year and part == "year"):
            continue
        numbers = list(LISTED_NUMBER.finditer(passage.plain, start.end, found.end()))
        starts = [at, *(number.start() for number in numbers[1:])]
        ends = [*(number.end() for number in numbers[:-1]), found.end()]
        named = [str(named_with(start.what, part, number[1])) for number in numbers]
        if named != sorted(set(named)):
            continue
        return Read(
            tuple(
                expression_in(passage, first, last, Sense.DATE, named=name)
                for first, last, name in zip(starts, ends, named, strict=True)
            ),
            found.end(),
        )
    return None


def range_of_dates(passage: Passage, at: int, floor: int) -> Read | None:
    """A date, and the one that a range leads to: 1—6月, 2019年1月1日到12月31日, 9时至17时."""
    if short := short_range(passage, at):
        return short
    first = calendar_at(passage, at) or day_alone(passage, at, floor)
    if first is None or counts_years(passage, at, floor, first):
        return None
    sign = TO_A_DATE.match(passage.plain, first.end)
    if sign:
        last = calendar_at(passage, sign.end()) or day_of_range(passage, sign.end(), first.what)
        if last and fits(first.what, last.what):
            return taken_as(passage, at, last.end, Sense.DATE, f"{first.what}..{last.what.after(first.what)}")
    return taken_as(passage, at, first.end, Sense.DATE, str(first.what))


def fits(first: Calendar, last: Calendar) -> bool:
    """Whether a range may lead from one to the other: it ends no coarser than it begins."""
    if last.time and not first.time:
        return False
    return not (first.day and not last.day and not last.time) and not (first.part and not last.part)


def short_range(passage: Passage, at: int) -> Read | None:
    """1—6月, 2023年1至6月, 6月1—3日, 一至三季度: a range of which only the end has the word."""
    before = leading(passage, at)
    for part, pattern in SHORT_RANGES:
        found = pattern.match(passage.plain, before.end)
        if found is None or (before.what.month and part != "day"):
            continue
        low, high = named_with(before.what, part, found["low"]), named_with(before.what, part, found["high"])
        if str(low) < str(high) or part == "month":
            return taken_as(passage, at, found.end(), Sense.DATE, f"{low}..{high}")
    return None


def day_alone(passage: Passage, at: int, floor: int) -> CalendarFound | None:
    """15日, where it is a day of the month and no number of days (15日内, 为期3日)."""
    found = DAY_ZH.match(passage.plain, at)
    if (
        found is None
        or found["word"] != "日"
        or found["number"] == "一"
        or DAYS_COUNTED_BEHIND.match(passage.plain, found.end())
    ):
        return None
    if DAYS_COUNTED_BEFORE.search(passage.before(at, 0)) or qualified_before(passage, at, floor, at, False).qualifiers:
        return None
    return CalendarFound(Calendar(day=two_places(found["number"])), found.end())


def day_of_range(passage: Passage, at: int, first: Calendar) -> CalendarFound | None:
    """The day that a range of days leads to: 30日 of 6月1日至30日, 6日8时 of 8月5日14时至6日8时."""
    found = DAY_ZH.match(passage.plain, at) if first.day else None
    if found is None:
        return None
    clock = calendar_at(passage, found.end()) if first.time else None
    timed = clock if clock and clock.what == Calendar(time=clock.what.time, late=clock.what.late) else None
    what = replace(timed.what if timed else Calendar(), day=two_places(found["number"]))
    return CalendarFound(what, timed.end if timed else found.end())


def counts_years(passage: Passage, at: int, floor: int, found: CalendarFound) -> bool:
    """Whether a round year is rather a number of years: 近2000年, 2000年历史."""
    only_year = str(found.what) == found.what.year and found.what.year.endswith("00")
    return only_year and bool(qualified_before(passage, at, floor, at, False).qualifiers)


def bare_year(passage: Passage, at: int) -> Read | None:
    """A year in brackets, or before what takes place in it: （2012）, 2023全国科技活动周."""
    found = BARE_YEAR.match(passage.plain, at)
    return taken_as(passage, at, found.end(), Sense.DATE, found["number"]) if found else None


def two_months(passage: Passage, at: int) -> Read | None:
    """七八月."""
    found = TWO_MONTHS.match(passage.plain, at)
    if found is None or int(two_places(found["high"])) != int(two_places(found["low"])) + 1:
        return None
    return taken_as(passage, at, found.end(), Sense.DATE, f"{two_places(found['low'])}..{two_places(found['high'])}")
