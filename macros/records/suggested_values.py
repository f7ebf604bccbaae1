"""What staff may have meant by a value in another form than its field takes: the same value in the right form."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from decimal import Decimal

from macros.quantities.chinese.numbers import value_of_number
from macros.quantities.chinese.reader import read_chinese
from macros.quantities.expression import Sense
from macros.records.base import FIGURE_PATTERN, NUMBER_PATTERN, SOURCE_PATTERN

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
MONTH_NAME = rf"(?P<name>{'|'.join(MONTHS)})[a-z]*\.?"
YEAR, MONTH, DAY = r"(?P<year>\d{4})", r"(?P<month>\d{1,2})", r"(?P<day>\d{1,2})"
DATE_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{YEAR}\s*[-/.年]\s*{MONTH}\s*[-/.月]\s*{DAY}\s*[日号]?",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})",
        rf"{DAY}(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH_NAME},?\s+{YEAR}",
        rf"{MONTH_NAME}\s+{DAY}(?:st|nd|rd|th)?,?\s+{YEAR}",
        rf"{DAY}[-/.]{MONTH}[-/.]{YEAR}",
    )
)
"""Forms in which people write a date; the last is taken only where no other reading of it is a date."""
UNFINISHED = re.compile(r"\d{4}\s*(?:[-/.年]\s*(?:\d{1,2}\s*月?)?)?")
"""A year, or a year and a month."""
TIME = re.compile(r"(?P<hour>\d{1,2})\s*[:时点]\s*(?P<minute>\d{1,2})?\s*分?(?:[:\d.]*(?:Z|[+-]\d\d:?\d\d)?)?$")

EXCEL = re.compile(r"[0-9](?:\.[0-9]{1,15})?E\+[0-9]{1,2}", re.IGNORECASE)
"""How Excel shows a number that is too long for its cell, and saves it as text."""

YES = frozenset("是 对 有 真 √ ✓ y on 1".split())
NO = frozenset("否 不 不是 无 没有 假 × n off 0".split())
CHOICES = {
    "zh-Hant": frozenset("繁体 繁体字 繁體 繁體字 traditional zh-tw zh-hk zh_hant hant".split()),
    "zh-Hans": frozenset("简体 简体字 简体中文 simplified zh-cn zh_hans hans zh".split()),
    "zh": frozenset("中文 汉语 chinese zh-hans zh-cn cn".split()),
    "en": frozenset("英文 英语 english eng en-gb en-us".split()),
}
"""What people write for the values that a field allows."""


def half_width(text: str) -> str:
    """Text with digits, letters and signs as a keyboard set to English types them, and no spaces around it.

    Word makes a dash of a hyphen.
    """
    return re.sub("[\u2010-\u2015\u2212]", "-", unicodedata.normalize("NFKC", text)).strip()


def digits(text: str) -> str:
    """Text in half width, its Han digits as digits: ``二〇二四年六月三十日`` is ``2024年6月30日``."""

    def number(found: re.Match[str]) -> str:
        if len(found[0]) == 4:
            return "".join(str(value_of_number(digit)) for digit in found[0])
        value = value_of_number(found[0])
        return found[0] if value is None else f"{value:f}"

    return re.sub("[〇零一二三四五六七八九十]+", number, half_width(text))


def day(text: str) -> str | None:
    """A date in another form, as year-month-day; None where it is none, or may be two."""
    text = digits(text)
    for form in DATE_FORMS:
        if found := form.fullmatch(text):
            parts = found.groupdict()
            month = MONTHS.index(parts["name"][:3].lower()) + 1 if "name" in parts else int(parts["month"])
            days = [real(int(parts["year"]), month, int(parts["day"]))]
            if form is DATE_FORMS[-1]:  # 3/4/2024: the third of April, or the fourth of March.
                days.append(real(int(parts["year"]), int(parts["day"]), month))
            found_days = {one for one in days if one}
            return found_days.pop() if len(found_days) == 1 else None
    return None


def of_two(text: str) -> bool:
    """Whether a date may be two: 3/4/2024."""
    return DATE_FORMS[-1].fullmatch(digits(text)) is not None and day(text) is None


def real(year: int, month: int, of_month: int) -> str | None:
    """A day as year-month-day, if the calendar has it."""
    try:
        return date(year, month, of_month).isoformat()
    except ValueError:
        return None


def moment(text: str) -> str | None:
    """A date and time of day in another form, as ``2001-07-31 09:30``."""
    text = digits(text)
    found = TIME.search(text)
    if not found or not (of := day(text[: found.start()].rstrip(" T,，"))):
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    return f"{of} {hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def number(text: str) -> str | None:
    """The one number in a text, in digits: ``1.5万份`` is 15000. None where there is none, or a sign before it."""
    text = half_width(text).replace("，", ",").removesuffix(".")
    if EXCEL.fullmatch(text):
        return f"{Decimal(text).normalize():f}"
    found = [one for one in read_chinese(text, frozenset()) if one.kind is Sense.COUNT]
    if len(found) != 1 or found[0].start or re.search("[0-9A-Za-z.%-]", text[found[0].end :]):
        return None
    value = f"{found[0].values[0].normalize():f}"
    return value if re.fullmatch(NUMBER_PATTERN, value) else None


def yes_no(text: str) -> str | None:
    """Yes or no in other words."""
    plain = half_width(text).casefold()
    return "yes" if plain in YES | {"yes", "true"} else "no" if plain in NO | {"no", "false"} else None


def allowed_value(text: str, allowed: list[str]) -> str | None:
    """The value that a field allows, from what people call it."""
    plain = half_width(text).casefold()
    return next((one for one in allowed if plain == one.casefold() or plain in CHOICES.get(one, ())), None)


def asked_for(address: str) -> str:
    """An address as browsers ask for it: scheme and host in lower case, a host of other letters as ``xn--``."""
    scheme, mark, rest = address.partition("://")
    if not mark:
        return address
    host, slash, path = rest.partition("/")
    name, colon, port = host.partition(":")
    try:
        name = name.encode("idna").decode("ascii")
    except UnicodeError:  # No host: an empty label, or one that is too long.
        return address
    return f"{scheme.lower()}{mark}{name.lower()}{colon}{port}{slash}{path}"


def in_form(text: str, pattern: str) -> str | None:
    """Text made to fit the form of its field by what changes no meaning: width, case, spaces, brackets, https://."""
    plain = half_width(text)
    lower = re.sub(r"[\s_]+", "-", plain.lower())
    if "://" in plain or "@" in plain:
        lower = plain = re.sub(r"\s+", "", plain)
    if pattern == FIGURE_PATTERN and re.search(r"\s", plain):
        return None  # Which space is the dot between a record and its figure, nobody can tell.
    joint = {SOURCE_PATTERN: "#", FIGURE_PATTERN: "."}.get(pattern)
    if joint:  # Of the parts, the first may have been typed as the name of its file.
        lower = re.sub(r"\s*[#/.,，、\s]\s*", joint, re.sub(r"\.ya?ml\b", "", plain.lower()), count=1)
    tries = (
        plain,
        asked_for(plain),
        lower,
        re.sub(r"[\s_]+", "-", lower),
        re.sub(r"[\s()-]+", "-", plain).strip("-"),
        asked_for(f"https://{plain}"),
        f"/{plain.lstrip('/')}",
        f"/{plain.strip('/')}/",
        plain.lower().replace(" ", ""),
    )
    return next((one for one in tries if one != text and re.fullmatch(pattern, one)), None)
