"""A point or a stretch of the calendar in Chinese, and how it is named: 2023-06-30, 06-30, 2023, Q3, H1, 09:30."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from macros.quantities.chinese.numbers import DIGIT_VALUES, spoken
from macros.quantities.chinese.passage import GAP, Passage
from macros.quantities.chinese.units import after_gap

ONE_TO_31 = (
    r"(?:3[01]|[12][0-9]|0?[1-9]|三十一?|(?:二十|廿)[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九])"
)
ONE_TO_12 = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
HOURS = r"(?:2[0-4]|[01]?[0-9]|二十[一二三四]?|十[一二三四五六七八九]?|[零一二三四五六七八九两])"
MINUTES = r"(?:[0-5]?[0-9]|[二三四五]?十[一二三四五六七八九]?|[零〇]?[一二三四五六七八九])"
FOUR_DIGITS = r"(?:(?:1[5-9]|2[01])[0-9]{2}(?![0-9])|[一二][〇零0Oo一二三四五六七八九]{3})"
YEAR_ZH = re.compile(
    rf"(?P<number>{FOUR_DIGITS}|[0-9]{{2}}(?=年(?:[0-9]{{1,2}}月|年?[底初末])))"
    rf"{GAP}(?:财|学|会计)?年(?!来|多|余|半|间|历史|以上|以内|之内|左右)(?:度(?!假)|份)?"
)
MONTH_ZH = re.compile(rf"(?P<number>{ONE_TO_12}){GAP}月(?![球亮饼刊租薪经子嫂老息票龄])(?:份(?!额))?")
DAY_ZH = re.compile(
    rf"(?P<number>{ONE_TO_31}){GAP}(?P<word>[日号])(?!本|报(?!告|道|送)|元|均|常|产|照|记|夜|楼|馆|令|台风)"
)
QUARTER_ZH = re.compile(rf"第?(?P<number>[一二三四1-4]){GAP}季度")
HALF_ZH = re.compile("(?P<number>[上下前后])半年(?!报)")
ISO_DAY = re.compile(
    r"(?P<year>(?:19|20)[0-9]{2})(?P<sign>[-/.])(?P<month>1[0-2]|0?[1-9])(?P=sign)(?P<day>3[01]|[12][0-9]|0?[1-9])"
    r"(?![0-9/-]|\.[0-9])"
)
ISO_MONTH = re.compile(
    r"(?P<year>(?:19|20)[0-9]{2})[-/](?P<month>1[0-2]|0[1-9])(?![0-9/-]|\.[0-9]|[年亿万%家个人名项号期])"
)
DOTTED_MONTH = re.compile(r"(?:^|(?<=[（(\n]))(?P<year>(?:19|20)[0-9]{2})[.](?P<month>1[0-2]|0[1-9])(?=[）)\n]|\Z)")
"""2023.12, alone in a line or in brackets; elsewhere it may be a number."""
EIGHT_DIGITS = re.compile(
    r"(?P<year>(?:19|20)[0-9]{2})(?P<month>1[0-2]|0[1-9])(?P<day>3[01]|[12][0-9]|0[1-9])(?![0-9.,%A-Za-z]|[年亿万个人元家])"
)
AFTER_NOON = ("下午", "晚上", "晚间", "当晚", "傍晚", "夜间", "午后", "晚", "夜")
PART_OF_DAY = "|".join(("上午", "中午", "早上", "早晨", "清晨", "凌晨", "午间", "早", *AFTER_NOON))
CLOCK = re.compile(
    rf"(?:(?P<part>{PART_OF_DAY}){GAP})?(?P<hour>{HOURS})(?:"
    rf"{GAP}[:：](?P<minute>[0-5][0-9])(?:[:：][0-5][0-9])?(?![0-9:：.∶%])"
    rf"|{GAP}(?P<word>时(?![期代段候长效刻空常机事政速点装]|间)|点(?![多要建意的]|[0-9])|[点时](?=[0-9一二三四五十零]{{1,3}}分))"
    rf"(?:{GAP}(?P<min>{MINUTES})分(?!之)|(?P<more>半|整|钟|许))?)"
)
TIME_FOLLOWS = re.compile(r"前|后|起|开始|至|到|左右|—|-|–|结束|正式|准时|，|。")
ROUGHLY_FOLLOWS = re.compile("左右|前|许|开始|准时|正式")


@dataclass(frozen=True, slots=True)
class Calendar:
    """What is said of a point or stretch of time, each part as it is named; empty where it is not said."""

    year: str = ""
    month: str = ""
    day: str = ""
    part: str = ""
    """Q3 or H1."""
    time: str = ""
    late: bool = False
    """Whether the time is one after noon, in words."""

    def __str__(self) -> str:
        days = "-".join(part for part in (self.year, self.month, self.part, self.day) if part)
        if self.day and not self.month:
            days = f"---{self.day}"
        return "T".join(part for part in (days, self.time) if part)

    def after(self, first: Calendar) -> Calendar:
        """The same, as the end of a range: what it leaves out is as in its beginning."""
        made = self
        if self.time and not self.day and not self.month and not self.year:
            hours = f"{int(self.time[:2]) + 12:02}{self.time[2:]}"
            time = hours if first.late and not self.late and self.time < "12" else self.time
            return replace(first, time=time)
        if self.day and not self.month:
            made = replace(made, month=first.month)
        if first.year and not self.year:
            made = replace(made, year=first.year)
        return made


@dataclass(frozen=True, slots=True)
class CalendarFound:
    """Something of the calendar, and the place behind it."""

    what: Calendar
    end: int


def two_places(number: str) -> str:
    """A month, day or hour in two digits."""
    said = spoken(number)
    return f"{int(said.low) if said else 0:02}"


def year_named(number: str) -> str:
    """2023 of 2023, 二〇二三 or 23."""
    digits = "".join(str(DIGIT_VALUES.get(char, char)) for char in number).replace("O", "0").replace("o", "0")
    return digits if len(digits) == 4 else f"{'19' if digits > '49' else '20'}{digits}"


def calendar_at(passage: Passage, at: int) -> CalendarFound | None:
    """The longest date, period or time that begins here; None where none does."""
    return digits_at(passage, at) or words_at(passage, at)


def digits_at(passage: Passage, at: int) -> CalendarFound | None:
    """2023-06-30, 2023/6/30, 2023.6.30, 2023-06, 20230630, each with a time behind it or not."""
    for pattern in (ISO_DAY, ISO_MONTH, DOTTED_MONTH, EIGHT_DIGITS):
        if found := pattern.match(passage.plain, at):
            parts = found.groupdict()
            what = Calendar(
                parts["year"], two_places(parts["month"]), two_places(parts["day"]) if "day" in parts else ""
            )
            return with_time(passage, CalendarFound(what, found.end()))
    return None


def words_at(passage: Passage, at: int) -> CalendarFound | None:
    """2023年6月30日, 2023年第三季度, 6月30日上午9时, 6月, 上半年: as much of it as stands there."""
    what, end = Calendar(), at
    if year := YEAR_ZH.match(passage.plain, at):
        what, end = Calendar(year_named(year["number"])), year.end()
        end_of_gap = after_gap(passage, end)
    else:
        end_of_gap = at
    for pattern, letter in ((QUARTER_ZH, "Q"), (HALF_ZH, "H")):
        if part := pattern.match(passage.plain, end_of_gap):
            number = {"上": "1", "前": "1", "下": "2", "后": "2"}.get(part["number"]) or str(
                int(two_places(part["number"]))
            )
            return CalendarFound(replace(what, part=letter + number), part.end())
    if month := MONTH_ZH.match(passage.plain, end_of_gap):
        what, end = replace(what, month=two_places(month["number"])), month.end()
        if day := DAY_ZH.match(passage.plain, after_gap(passage, end)):
            what, end = replace(what, day=two_places(day["number"])), day.end()
            return with_time(passage, CalendarFound(what, end))
    return CalendarFound(what, end) if end > at else clock_at(passage, at)


def with_time(passage: Passage, found: CalendarFound) -> CalendarFound:
    """A date with the time of day that stands behind it."""
    clock = clock_at(passage, after_gap(passage, found.end))
    if clock is None:
        return found
    return CalendarFound(replace(found.what, time=clock.what.time, late=clock.what.late), clock.end)


def clock_at(passage: Passage, at: int) -> CalendarFound | None:
    """A time of day: 9:30, 上午9时30分, 下午3点."""
    found = CLOCK.match(passage.plain, at)
    if found is None or not is_clock(passage, found):
        return None
    hour = int(two_places(found["hour"]))
    late = found["part"] in AFTER_NOON or (found["part"] in ("中午", "午间") and hour < 3)
    minute = found["minute"] or (two_places(found["min"]) if found["min"] else "30" if found["more"] == "半" else "00")
    return CalendarFound(Calendar(time=f"{hour + 12 * (late and hour < 12):02}:{minute}", late=late), found.end())


def is_clock(passage: Passage, found: re.Match[str]) -> bool:
    """Whether it is a time and no ratio (3:10), count of points (三点要求) or hours."""
    if found["part"] or found["min"]:
        return True
    if found["minute"]:
        return found["hour"].isdigit()
    if found["word"] == "点":
        follows = TIME_FOLLOWS if found["hour"].isdigit() else ROUGHLY_FOLLOWS
        return bool(found["more"] or follows.match(passage.plain, found.end()))
    return found["hour"].isdigit() or found["hour"] in ("零", "二十四")
