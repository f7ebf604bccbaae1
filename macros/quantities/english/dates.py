"""English dates, and how they are named: 2023-06-30, 06-30, 2023, 01..06, 2021..2025, 1990s, Q3, H1, 10:30."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from macros.quantities.english.numbers import ONES
from macros.quantities.english.ordinals import value_of_ordinal
from macros.quantities.english.tokens import holds_any
from macros.quantities.expression import Expression, Sense

MONTH_NAMES = "January February March April May June July August September October November December".split()
MONTH_NUMBERS = {name: f"{at:02}" for at, name in enumerate(MONTH_NAMES, 1)} | {"Sept": "09"}
MONTH_NUMBERS |= {name[:3]: number for name, number in MONTH_NUMBERS.items()}
MONTH = f"(?:{'|'.join(MONTH_NAMES)})"
MON = rf"(?:{'|'.join(sorted(MONTH_NUMBERS, key=len, reverse=True))})\b\.?"
MONTH_STEMS = tuple(name[:3] for name in MONTH_NAMES)
YEAR = r"(?:1[5-9]|20)\d\d"
CENTURIES = ("15", "16", "17", "18", "19", "20")
"""What the digits of a year begin with."""
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
TO = r"(?: ?[–—-] ?| to | until | through | till | and )"

DAYS_OF_MONTH = re.compile(
    rf"(?=[0-9A-S])(?:(?<![\w.,])(?P<d1>{DAY}){TO}(?P<d2>{DAY})(?: of)? (?P<m>{MON})(?:,? (?P<y>{YEAR})(?!\d))?"
    rf"|(?<!\w)(?P<m_>{MON}) (?P<d1_>{DAY}){TO}(?P<d2_>{DAY})(?!\w)(?! ?(?:{MON}))(?:,? (?P<y_>{YEAR})(?!\d))?)"
)
DAY_MONTH = re.compile(
    rf"(?=[0-9A-S])(?:(?<![\w.,])(?P<d>{DAY})(?: day)?(?: of)?[ -](?P<m>{MON})(?:[,-]? ?(?P<y>{YEAR})(?!\d))?"
    rf"|(?<!\w)(?P<m_>{MON}) (?P<d_>{DAY})(?!\w|[.,]\d)(?:,? (?P<y_>{YEAR})(?!\d))?"
    rf"|(?<!\w)(?P<m__>{MON})(?: of)?,? (?P<y__>{YEAR})(?!\d))"
)
DAY_IN_WORDS = re.compile(rf"\bthe ([a-z]+(?:-[a-z]+)?) of ({MONTH})(?: ({YEAR}))?\b")
IN_DIGITS = re.compile(
    r"(?=\d)(?<![\w/.-])(?:"
    r"(?P<y>(?:1[89]|20)\d\d)(?P<s>[-/.])(?P<m>0?[1-9]|1[0-2])(?P=s)(?P<d>0?[1-9]|[12]\d|3[01])(?![\w/-]|\.\d)"
    r"|(?P<d_>0?[1-9]|[12]\d|3[01])(?P<s_>[/.])(?P<m_>0?[1-9]|1[0-2])(?P=s_)(?P<y_>(?:1[89]|20)\d\d)(?![\w/-])"
    r"|(?P<y__>(?:19|20)\d\d)-(?P<m__>0[1-9]|1[0-2])(?![\w/-]))"
)
LONG_MONTH = re.compile(rf"\b({'|'.join(name for name in MONTH_NAMES if name not in ('March', 'May'))})\b")
BEFORE_MONTH = "|".join(
    rf"(?<=\b{word} )"
    for word in "in since by of from until to during and last this early late before after between In Since By".split()
)
MAY_OR_MARCH = re.compile(
    rf"(?=Ma)(?:(?:{BEFORE_MONTH}|(?<=[–-]))(May|March)\b"
    rf"|\b(May|March)(?= (?:to|through|and|until) {MONTH}\b| ?[–-] ?[A-Z]))"
)
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEEKDAY = re.compile(rf"\b({'|'.join(WEEKDAY_NAMES)})s?\b")
DECADE_WORDS = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90,
}  # fmt: skip
DECADES = re.compile(
    r"(?=[12mpt])(?:(?:\b(?:post|mid|pre)-|(?<!\w))(?P<full>(?:1[5-9]|20)\d0)['’]?s\b"
    r"|(?:\bthe |\bpost-|\bmid-)['’‘]?(?P<short>\d0)['’]?s\b"
    r"|\b(?:the |mid-)(?:nineteen[ -])?"
    rf"(?P<word>{'|'.join(DECADE_WORDS)})\b)"
)
CENTURY = re.compile(r"\b((?:\d{1,2}(?:st|nd|rd|th))|[A-Za-z]+(?:-[a-z]+)?)[ -]century\b")
QUARTER = re.compile(
    r"\b(?P<q>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|1st|2nd|3rd|4th|[Ll]ast)[ -]quarters?\b"
    rf"(?:(?: of)? (?P<y>{YEAR})\b)?|\bQ(?P<n>[1-4])(?:(?:[ -]|/| of )(?P<y_>{YEAR})\b)?"
    rf"|\b(?P<y__>{YEAR})[ -]?Q(?P<n_>[1-4])\b"
)
QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
THREE_QUARTERS = re.compile(rf"\b[Ff]irst (two|three|2|3) quarters\b(?:(?: of)? (?P<y>{YEAR})\b)?")
FIRST_MONTHS = re.compile(
    r"\b[Ff]irst (?P<n>1[01]|[2-9]|two|three|four|five|six|seven|eight|nine|ten|eleven) months\b"
    rf"(?:(?: of)? (?P<y>{YEAR})\b| of the year\b)?"
)
HALF_OF_YEAR = re.compile(
    r"\b(?P<h>[Ff]irst|[Ss]econd|[Ll]atter|1st|2nd)[ -]half(?:[ -]year)?\b"
    rf"(?! of (?!(?:the )?(?:year|this|last|next|{YEAR})))(?: of (?:the )?(?P<y>{YEAR})\b)?"
    rf"|\bH(?P<n>[12])(?: (?:of )?(?P<y_>{YEAR})\b)?|\b(?P<y__>{YEAR})[ -]?H(?P<n_>[12])\b"
)
HALF_YEAR = re.compile(r"\b[Hh]alf-year(?:ly)?(?= [a-z])")
"""Half-year as an adjective: a half-year summary is of one half or the other."""
TIME_OF_DAY = re.compile(
    r"(?=\d)(?<![\d:.,])(?:"
    r"(?P<h>[01]?\d|2[0-4]):(?P<m>[0-5]\d)(?::[0-5]\d)?(?![\d:]|\.\d)(?: ?(?P<half>[ap])\.?m\b\.?)?"
    r"|(?P<h_>1?\d)(?:\.(?P<m_>[0-5]\d))? ?(?P<half_>[ap])\.?m\b\.?|(?P<h__>1?\d) o['’]clock)"
)
TWO_YEARS = re.compile(rf"(?<![\w.,/-])(?P<a>{YEAR})(?: ?[–—-] ?|/)(?P<b>{YEAR}|\d\d)(?![\w/]|[.,-]\d)")
FISCAL = re.compile(rf"\bFY ?({YEAR})\b")
ONE_YEAR = re.compile(rf"(?<![\w.,/:$¥€£#%+-])({YEAR})(?![\w%:]|[.,/+-]\d|-[a-z]|\+)")
NO_YEAR_BEFORE = re.compile(
    r"(?:more than|over|above|nearly|almost|about|around|some|least|most|than|to|only|total of|CNY|RMB|USD|EUR|HKD|"
    r"with|[a-z]ed|gave|gives?|held|sent|sold|ran|built|set up|out|has|have|had|were|was|another|these|those|all)"
    r"[ \u00a0]$"
)
YEAR_BEFORE = re.compile(
    r"(?:\b(?:[Ii]n|[Ss]ince|[Oo]f|[Uu]ntil|[Tt]ill|[Bb]y|[Dd]uring|years?|early|late|[Tt]hroughout|[Bb]efore|[Aa]fter|"
    r"FY|fiscal|calendar|dated|mid|end|published|issued|founded|established|[Ff]rom|[Tt]he|[Ff]or|[Bb]etween|"
    r"Measures|Law|Plan|Regulations?|Olympics|spring|summer|autumn|winter|to|and|with|over|than)[ \u00a0-]|[(\[〔])$"
)
PLURAL_BEHIND = re.compile(
    r"^[ \u00a0](?:(?:new|more|other|local|small|rural|square|cubic|US|Hong Kong|Chinese)[ \u00a0]){0,2}"
    r"(?:thousand|million|billion|dozen|people|mu|yuan|km|kg|tonnes?|hectares?|per ?cent|percent|times|staff|"
    r"(?!(?:this|its|was|has|is|his|us|as|results|rules|measures|regulations|guidelines|plans|games|statistics|figures|status)\b)"
    r"[a-z]{2,30}(?<!s)s)\b"
)
BESIDE_YEAR = 24


def iso(year: str | None, month: str | None = None, day: str | None = None) -> str:
    """2023-06-30, 06-30, 2023-06, 2023: what is known of a date."""
    number = MONTH_NUMBERS.get(
        (month or "").rstrip("."), month and f"{int(month):02}" if month and month[0].isdigit() else None
    )
    days = f"{int(re.sub('[a-z]+', '', day)):02}" if day else None
    return "-".join(part for part in (year, number, days) if part)


def dates_in(text: str) -> Iterator[Expression]:
    """Every date of a plain text; they may overlap, and the first in this order counts."""
    in_month, in_year = holds_any(text, MONTH_STEMS), holds_any(text, CENTURIES)
    for found in DAYS_OF_MONTH.finditer(text) if in_month else ():
        month, year = found["m"] or found["m_"], found["y"] or found["y_"]
        first, last = found["d1"] or found["d1_"], found["d2"] or found["d2_"]
        yield date(found, f"{iso(year, month, first)}..{iso(year, month, last)}")
    for found in DAY_MONTH.finditer(text) if in_month else ():
        month = found["m"] or found["m_"] or found["m__"]
        yield date(found, iso(found["y"] or found["y_"] or found["y__"], month, found["d"] or found["d_"]))
    for found in DAY_IN_WORDS.finditer(text) if in_month else ():
        day = value_of_ordinal(found[1])
        if day and day < 32:
            yield date(found, iso(found[3], found[2], str(day)))
    for found in IN_DIGITS.finditer(text) if in_year else ():
        parts = [found[name] or found[name + "_"] for name in "ym"]
        yield date(found, iso(parts[0] or found["y__"], parts[1] or found["m__"], found["d"] or found["d_"]))
    yield from periods_in(text)
    for pattern in (LONG_MONTH, MAY_OR_MARCH) if in_month else ():
        for found in pattern.finditer(text):
            yield date(found, MONTH_NUMBERS[found[1] or found[2]])
    for found in WEEKDAY.finditer(text) if "day" in text else ():
        yield date(found, f"W{WEEKDAY_NAMES.index(found[1]) + 1}")
    if in_year:
        yield from years_in(text)


def date(found: re.Match[str], named: str) -> Expression:
    """A date that a pattern has found."""
    return Expression(found[0], found.start(), Sense.DATE, named=named)


def periods_in(text: str) -> Iterator[Expression]:
    """Decades, centuries, halves, quarters and times of day."""
    for found in DECADES.finditer(text):
        written = found["full"] or found["short"] or f"19{DECADE_WORDS[found['word']]}"
        yield date(found, f"{written}s")
    for found in CENTURY.finditer(text) if "century" in text else ():
        number = value_of_ordinal(found[1].lower())
        if number:
            yield date(found, f"{number}c")
    for found in THREE_QUARTERS.finditer(text) if "quarters" in text else ():
        yield date(found, dashed(found["y"], "Q1..Q2" if found[1] in ("two", "2") else "Q1..Q3"))
    for found in FIRST_MONTHS.finditer(text) if "months" in text else ():
        last = ONES.get(found["n"]) or int(found["n"])
        yield date(found, dashed(found["y"], f"01..{last:02}"))
    for found in QUARTER.finditer(text) if holds_any(text, ("quarter", "Q")) else ():
        quarter = found["n"] or found["n_"] or QUARTERS[found["q"].lower()]
        yield date(found, dashed(found["y"] or found["y_"] or found["y__"], f"Q{quarter}"))
    for found in HALF_OF_YEAR.finditer(text) if holds_any(text, ("half", "H")) else ():
        half = found["n"] or found["n_"] or ("1" if found["h"].lower() in ("first", "1st") else "2")
        yield date(found, dashed(found["y"] or found["y_"] or found["y__"], f"H{half}"))
    for found in HALF_YEAR.finditer(text):
        yield date(found, "half-year")
    for found in TIME_OF_DAY.finditer(text):
        if is_time(text, found):
            yield date(found, time_of(found))


def is_time(text: str, found: re.Match[str]) -> bool:
    """Whether 10:30 is a time of day, and no ratio."""
    if found["h"] is None or found["half"]:
        return True
    return re.search(r"ratio[a-z ]{0,12}$", text[max(found.start() - BESIDE_YEAR, 0) : found.start()]) is None


def time_of(found: re.Match[str]) -> str:
    """10:30, in 24 hours."""
    hour = int(found["h"] or found["h_"] or found["h__"])
    half = found["half"] or found["half_"]
    hour = hour % 12 + 12 * (half == "p") if half and hour <= 12 else hour
    return f"{hour:02}:{found['m'] or found['m_'] or '00'}"


def dashed(year: str | None, part: str) -> str:
    """2023-Q3, or Q3."""
    return f"{year}-{part}" if year else part


def years_in(text: str) -> Iterator[Expression]:
    """2021–2025, 2021-25, FY2023, 2023: a year, where it is no count of anything."""
    for found in TWO_YEARS.finditer(text):
        last = found["b"] if len(found["b"]) == 4 else found["a"][:2] + found["b"]
        if found["a"] < last and not is_count_of_things(text, found.start(), found.end()):
            yield date(found, f"{found['a']}..{last}")
    for found in FISCAL.finditer(text):
        yield date(found, found[1])
    for found in ONE_YEAR.finditer(text):
        if not is_count_of_things(text, found.start(), found.end()):
            yield date(found, found[1])


def is_count_of_things(text: str, start: int, end: int) -> bool:
    """Whether a number that could be a year counts something: what stands before and behind it tells."""
    before, behind = text[max(start - BESIDE_YEAR, 0) : start], text[end : end + BESIDE_YEAR * 2]
    if YEAR_BEFORE.search(before) and not NO_YEAR_BEFORE.search(before):
        return False
    if PLURAL_BEHIND.search(behind):
        return True
    return bool(NO_YEAR_BEFORE.search(before)) and not YEAR_BEFORE.search(before)


def year_as_count(expression: Expression) -> Expression | None:
    """A bare year read as a count of that many, for texts that leave both open; None where it is more than a year."""
    if expression.kind is not Sense.DATE or not re.fullmatch(r"\d{4}", expression.named):
        return None
    return Expression(expression.text, expression.start, Sense.COUNT, (Decimal(expression.named),))
