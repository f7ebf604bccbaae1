"""Folds text, so that what a reader would call the same is the same; overrides/scripts/fold.js does likewise.

Full-width and half-width, upper and lower case, Traditional and Simplified, with and without accents are one.
Punctuation and spaces fall away; only the point of a decimal number stays. The unit of search is a Latin word
(``alliance``) or any other single character (``科``, ``5``, ``%``).
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import Final

from macros.text.han_scripts import simplified

KEPT_MARKS: Final = frozenset("%.,")
"""Marks that mean something beside a digit."""
FOLDED_UNIT = re.compile(r"[a-z]+|(?<=[0-9])\.(?=[0-9])|[^ .,a-z]")
NUMBER_FORM = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")
DIGITS_OF_ONE: Final = r"([0-9][0-9,]*(?:\.[0-9]+)?)"
LARGE_NUMBER = re.compile(
    rf"{DIGITS_OF_ONE} *([十百千]?亿)(?:{DIGITS_OF_ONE}([十百千]?万))?"
    rf"|{DIGITS_OF_ONE} *(万亿|[十百千]?万|[百千](?![克米瓦伏卡帕赫分])|(?:thousand|million|billion)(?![a-z]))"
)
TIMES: Final = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8, "万亿": 12, "thousand": 3, "million": 6, "billion": 9}
"""What a word behind a number multiplies it by, as a power of ten."""


class Folding(dict[int, str]):
    """What ``str.translate`` asks for: every character folded, each looked at once."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = fold_character(chr(code))
        return folded


def fold_character(char: str) -> str:
    """One character folded; a space stands for what falls away."""
    kept = []
    for part in unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).lower()):
        if unicodedata.category(part) == "Mn":
            continue
        simple = simplified().get(part, part)
        kept.append(simple if simple in KEPT_MARKS or unicodedata.category(simple)[0] in "LN" else " ")
    return "".join(kept)


_folding = Folding()


def fold(text: str) -> str:
    """``text`` folded, with a space for everything that falls away."""
    return text.translate(_folding)


def numbers_written_out(folded: str) -> str:
    """Folded text with large numbers written out: ``3000万``, ``3千万`` and ``30 million`` as ``30000000``, and
    ``1亿2千万`` as ``120000000``."""
    return LARGE_NUMBER.sub(lambda found: written_out(*found.groups()), folded)


def written_out(*steps: str | None) -> str:
    """Numbers and what multiplies each, in turn, as one number in plain digits."""
    parts = [
        in_plain_digits(number, zeros_of(times))
        for number, times in zip(steps[::2], steps[1::2], strict=True)
        if number and times
    ]
    return parts[0] if len(parts) == 1 else without_exponent(sum(map(Decimal, parts)))


def zeros_of(times: str) -> int:
    """The zeros that a word adds to a number: 千万 adds seven."""
    return TIMES.get(times) or sum(TIMES[char] for char in times)


def in_plain_digits(number: str, zeros: int) -> str:
    """A number times a power of ten, in plain digits: ``1.5`` and 4 make ``15000``."""
    return without_exponent(Decimal(number.replace(",", "")).scaleb(zeros))


def without_exponent(number: Decimal | int) -> str:
    """A number in plain digits."""
    value = format(number, "f")
    return value.rstrip("0").rstrip(".") if "." in value else value


def units(folded: str) -> list[str]:
    """The units of folded text, in order."""
    return FOLDED_UNIT.findall(folded)


def numbers(folded: str) -> set[str]:
    """The numbers in folded text, without commas."""
    return {found.replace(",", "") for found in NUMBER_FORM.findall(folded)}


def is_word(unit: str) -> bool:
    """Whether a unit is a Latin word."""
    return "a" <= unit[:1] <= "z"
