"""Finds identity-card and mobile numbers in text, however they are typed, and masks them.

Personal information is removed before anything is published (政府信息公开条例, article 15).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

BETWEEN = r"[ \t\r\n\u00a0\u3000\-‐‑–—－·.．,，]{0,2}"
"""What people put between digits: spaces, hyphens, dots, line breaks."""
DIGIT = "[0-9０-９]"
NOT_INSIDE = r"(?<![0-9０-９])"
NOT_FOLLOWED = r"(?![0-9０-９])"
"""A number is not cut out of a longer one; a letter may touch it, as in ``Tel139…``."""
CHECKSUM = re.compile(r"(?<![0-9A-Za-z])[0-9a-f]{64}(?![0-9A-Za-z])")
"""A SHA-256 sum; digits in it mean nothing."""

MOBILE = re.compile(
    rf"{NOT_INSIDE}(?:[+＋]?[8８][6６]{BETWEEN})?[1１]{BETWEEN}[3-9３-９](?:{BETWEEN}{DIGIT}){{9}}{NOT_FOLLOWED}"
)
IDENTITY = re.compile(rf"{NOT_INSIDE}[1-9１-９](?:{BETWEEN}{DIGIT}){{16}}{BETWEEN}[0-9０-９XxＸｘ]{NOT_FOLLOWED}")
OLD_IDENTITY = re.compile(rf"{NOT_INSIDE}[1-9１-９](?:{BETWEEN}{DIGIT}){{14}}{NOT_FOLLOWED}")

FEWEST_DIGITS = 11
ELEVEN_DIGITS = re.compile(rf"{DIGIT}(?:{BETWEEN}{DIGIT}){{{FEWEST_DIGITS - 1}}}")

HALF_WIDTH = str.maketrans("０１２３４５６７８９ＸｘＡ", "0123456789XXA")
DIGITS_SHOWN = 2
"""Digits at the beginning that a message may show."""


@dataclass(frozen=True)
class PersonalNumber:
    """A personal number in a text: its place, its digits, and whether it is a mobile number."""

    start: int
    end: int
    digits: str
    mobile: bool


def digits_of(text: str) -> str:
    """The digits of a number, half-width, without what stands between them."""
    return "".join(char for char in text.translate(HALF_WIDTH).upper() if char.isdigit() or char == "X")


def born(digits: str) -> bool:
    """Whether the birth date inside an identity number is a real one.

    The check digit is not asked for: a mistyped identity number is personal information as well.
    """
    year = digits[6:10] if len(digits) == 18 else f"19{digits[6:8]}"
    month, day = (digits[10:12], digits[12:14]) if len(digits) == 18 else (digits[8:10], digits[10:12])
    try:
        return 1900 <= date(int(year), int(month), int(day)).year <= 2100
    except ValueError:
        return False


def may_hold_one(text: str) -> bool:
    """Whether there are digits enough for a personal number anywhere in a text; where there are not, none is there."""
    return len(text) >= FEWEST_DIGITS and ELEVEN_DIGITS.search(text) is not None


def find(text: str) -> Iterator[PersonalNumber]:
    """Every identity-card and mobile number in ``text``."""
    if not may_hold_one(text):
        return
    text = CHECKSUM.sub("#" * 64, text)
    for pattern in (IDENTITY, OLD_IDENTITY):
        for match in pattern.finditer(text):
            digits = digits_of(match[0])
            if born(digits):
                yield PersonalNumber(match.start(), match.end(), digits, mobile=False)
    for match in MOBILE.finditer(text):
        digits = digits_of(match[0])
        yield PersonalNumber(match.start(), match.end(), digits[-11:], mobile=True)


def masked(text: str) -> str:
    """``text`` with the digits of every personal number, but for the first two, replaced by asterisks."""
    if not may_hold_one(text):
        return text
    chars = list(text)
    for found in find(text):
        seen = 0
        for at in range(found.start, found.end):
            if chars[at].isdigit() or chars[at] in "XxＸｘ":
                seen += 1
                chars[at] = chars[at] if seen <= DIGITS_SHOWN else "*"
    return "".join(chars)
