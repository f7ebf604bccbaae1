"""Chinese decades, centuries, generations, days of the week, lunar days, and the first months of a year."""

from __future__ import annotations

import re

from macros.quantities.chinese.dates import TO_DATE
from macros.quantities.chinese.moments import two_places
from macros.quantities.chinese.numbers import spoken
from macros.quantities.chinese.passage import GAP, Passage, Read, expression_in, taken_as
from macros.quantities.expression import Sense

A_CENTURY = r"(?:[12]?[0-9]|二十一?|十[一二三四五六七八九])世纪"
A_DECADE = r"(?:[0-9]0|[一二三四五六七八九]十|[零〇]0)"
DECADE = re.compile(
    rf"(?:(?P<century>{A_CENTURY}|[上本]世纪|(?:公元)?(?P<hundreds>1[5-9]|20)(?=[0-9]0年代)){GAP})?"
    rf"(?:(?P<decade>{A_DECADE})|(?P<low>[一二三四五六七八])(?P<high>[二三四五六七八九])十)年代"
)
DECADES_LISTED = re.compile(rf"(?P<low>{A_DECADE})(?:年代)?(?P<sign>[、和]|{TO_DATE})(?P<high>{A_DECADE})年代")
CENTURY_ZH = re.compile(A_CENTURY)

GENERATION = re.compile(
    r"(?P<digits>[0-9][05]|[五六七八九零〇][零〇五])(?:、(?P<more>[0-9][05]|[五六七八九零〇][零〇五]))?后(?![续来勤备台面方退期缀果序置的者再由因天])"
)
WEEK = re.compile(
    r"(?:星期|礼拜|(?<=每)周(?=[一二三四五六日天](?:上午|下午|晚|早|例会|[至到、和，。]))|(?<![一两二三四五六七八九十0-9每围])周)(?P<low>[一二三四五六日天末])(?![次期场天届批个月年])"
    rf"(?:{TO_DATE}(?:星期|礼拜|周)?(?P<high>[一二三四五六日天]))?"
)
WEEKDAYS = "一二三四五六日"
LUNAR = re.compile(
    "(?:农历)?(?:正|冬|腊)月(?:初?[一二三四五六七八九十]{1,2}|廿[一二三四五六七八九]?)?|农历[一二三四五六七八九十]{1,2}月(?:初[一二三四五六七八九十]"
    "|[一二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?)?|大?年初[一二三四五六七八]|(?:除夕|大年三十)(?=[^年])|初[一二三四五六七八九十](?=[至到—、，。])"
)
FIRST_PART = re.compile(
    rf"(?<![目此之以提生超])[前头](?:(?P<number>[二两三2-3]){GAP}季度|(?P<months>{'1[01]|[2-9]|十一?|[两二三四五六七八九]'}){GAP}个月(?!内))"
)
ERA = re.compile(rf"公元(?P<before>前)?(?P<year>[0-9]{{1,4}}){GAP}年")
YEARS_OF_CENTURY = {"上": "19", "本": "20"}


def read_period(passage: Passage, at: int, floor: int) -> Read | None:
    """Whatever of these begins here; None where none does."""
    return (
        decades(passage, at)
        or centuries(passage, at)
        or generations(passage, at)
        or weekdays_zh(passage, at)
        or first_part(passage, at)
        or lunar(passage, at)
        or era(passage, at)
    )


def era(passage: Passage, at: int) -> Read | None:
    """公元前221年: -0221."""
    found = ERA.match(passage.plain, at)
    if found is None:
        return None
    return taken_as(passage, at, found.end(), Sense.DATE, f"{'-' if found['before'] else ''}{found['year']:0>4}")


def hundreds_of(written: str | None, decade: str) -> str:
    """The hundreds of a decade's years: 19 of 上世纪, 20世纪 and of 90年代 alone; 20 of 本世纪 and of 20年代 alone."""
    if written and written[0] in YEARS_OF_CENTURY:
        return YEARS_OF_CENTURY[written[0]]
    if written and written.endswith("世纪"):
        said = spoken(written.removesuffix("世纪"))
        return f"{int(said.low) - 1 if said else 0:02}"
    return "20" if decade < "30" else "19"


def decade_named(written: str | None, decade: str) -> str:
    """1990s of 90 or 九十."""
    digits = decade if decade.isdigit() else two_places(decade.replace("零", "0").replace("〇", "0"))
    return f"{hundreds_of(written, digits)}{digits}s"


def decades(passage: Passage, at: int) -> Read | None:
    """上世纪90年代, 20世纪八九十年代, 1990年代, 70至90年代."""
    if several := DECADES_LISTED.match(passage.plain, at):
        low, high = decade_named(None, several["low"]), decade_named(None, several["high"])
        if several["sign"] in "、和":
            first = expression_in(passage, at, several.end("low"), Sense.DATE, named=low)
            last = expression_in(passage, several.start("high"), several.end(), Sense.DATE, named=high)
            return Read((first, last), several.end())
        return taken_as(passage, at, several.end(), Sense.DATE, f"{low}..{high}")
    found = DECADE.match(passage.plain, at)
    if found is None:
        return None
    century = f"{int(found['hundreds']) + 1}世纪" if found["hundreds"] else found["century"]
    if found["decade"]:
        return taken_as(passage, at, found.end(), Sense.DATE, decade_named(century, found["decade"]))
    low, high = (decade_named(century, f"{found[part]}十") for part in ("low", "high"))
    return taken_as(passage, at, found.end(), Sense.DATE, f"{low}..{high}")


def centuries(passage: Passage, at: int) -> Read | None:
    """21世纪: 21c."""
    found = CENTURY_ZH.match(passage.plain, at)
    said = spoken(found[0].removesuffix("世纪")) if found else None
    return taken_as(passage, at, found.end(), Sense.DATE, f"{said.low}c") if found and said else None


def generations(passage: Passage, at: int) -> Read | None:
    """80后: those born in the 1980s; 95后: those born since 1995."""
    found = GENERATION.match(passage.plain, at)
    if found is None or (at and passage.char(at - 1).isdigit()):
        return None
    places = [(found.start("digits"), found.end("digits") if found["more"] else found.end())]
    places += [(found.start("more"), found.end())] if found["more"] else []
    made = []
    for start, end in places:
        digits = "".join(
            str("零一二三四五六七八九".index(one.replace("〇", "零"))) if not one.isdigit() else one
            for one in passage.plain[start : start + 2]
        )
        year = f"{'20' if digits < '30' else '19'}{digits}"
        made.append(expression_in(passage, start, end, Sense.DATE, named=f"{year}s" if digits[1] == "0" else year))
    return Read(tuple(made), found.end())


def weekdays_zh(passage: Passage, at: int) -> Read | None:
    """周一至周五: W1..W5, as ISO 8601 counts the days of a week."""
    found = WEEK.match(passage.plain, at)
    if found is None or found["low"] == "末":
        return None
    days = [f"W{WEEKDAYS.index(day.replace('天', '日')) + 1}" for day in (found["low"], found["high"]) if day]
    return taken_as(passage, at, found.end(), Sense.DATE, "..".join(days))


def first_part(passage: Passage, at: int) -> Read | None:
    """前三季度: Q1..Q3; 前11个月: 01..11."""
    found = FIRST_PART.match(passage.plain, at)
    if found is None:
        return None
    if found["number"]:
        return taken_as(passage, at, found.end(), Sense.DATE, f"Q1..Q{int(two_places(found['number']))}")
    return taken_as(passage, at, found.end(), Sense.DATE, f"01..{two_places(found['months'])}")


def lunar(passage: Passage, at: int) -> Read | None:
    """A day of the lunar calendar, by its own name: 正月十五."""
    found = LUNAR.match(passage.plain, at)
    return taken_as(passage, at, found.end(), Sense.DATE, found[0]) if found else None
