"""How a date is printed in both languages, from what the grammars name it: 2023-06-30, 01..06, 2023-H1, 1990s, 21c."""

from __future__ import annotations

import re

from macros.quantities.english.dates import MONTH_NAMES
from macros.quantities.english.printing import ordinal_in_english


def date_in_english(named: str) -> str:
    """30 June 2023, June 2023, 30 June, 2023, January to June, first half of 2023: a date by what it is named."""
    first, to, last = named.partition("..")
    if to:
        return f"{one_date_in_english(first)} to {one_date_in_english(last)}"
    return one_date_in_english(named)


def one_date_in_english(named: str) -> str:
    """One date, without a range."""
    year, _, rest = named.partition("-") if len(named) > 4 and named[:4].isdigit() else ("", "", named)
    if rest.startswith(("H", "Q")):
        which = {"1": "first", "2": "second", "3": "third", "4": "fourth"}[rest[1]]
        part = f"the {which} {'half' if rest[0] == 'H' else 'quarter'}"
        return f"{part} of {year}" if year else part
    if rest.endswith("s"):
        return f"the {rest}" if len(rest) == 3 else rest
    if rest.endswith("c"):
        return f"the {ordinal_in_english(int(rest[:-1]))} century"
    month, _, day = rest.partition("-")
    if not (month.isdigit() and len(month) == 2):
        return named
    parts = (str(int(day)) if day else "", MONTH_NAMES[int(month) - 1], year)
    return " ".join(part for part in parts if part)


def date_in_chinese(named: str) -> str:
    """2023年6月30日, 1月至6月, 2023年上半年, 第三季度, 20世纪90年代, 21世纪: a date by what it is named."""
    first, to, last = named.partition("..")
    return f"{one_date_in_chinese(first)}至{one_date_in_chinese(last)}" if to else one_date_in_chinese(named)


def one_date_in_chinese(named: str) -> str:
    """One date, without a range."""
    year, rest = (named[:4], named[5:]) if re.match("[0-9]{4}(-|$)", named) else ("", named)
    before = f"{year}年" if year else ""
    if rest[:1] in ("H", "Q"):
        part = {"H1": "上半年", "H2": "下半年"}.get(rest) or f"第{'一二三四'[int(rest[1]) - 1]}季度"
        return before + part
    if rest.endswith("s") and rest[:-1].isdigit():
        century = f"{int(rest[:2]) + 1}世纪" if len(rest) == 5 else ""
        return f"{century}{rest[-3:-1]}年代"
    if rest.endswith("c") and rest[:-1].isdigit():
        return f"{rest[:-1]}世纪"
    month, _, day = rest.partition("-")
    if rest and not (month.isdigit() and len(month) == 2 and (not day or day.isdigit())):
        return named
    parts = (f"{int(month)}月" if month else "", f"{int(day)}日" if day else "")
    return before + "".join(parts)
