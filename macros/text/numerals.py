"""Numbers as Chinese and English write them, and the values they stand for."""

from __future__ import annotations

import functools
import re
from collections import Counter
from decimal import Decimal

SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
WORD_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}

DIGITS = r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?"
HAN_SCALE = r"(?:百|千|十)?(?:万亿|万|亿)|百|千"

ARABIC_ZH = re.compile(rf"({DIGITS})[多余]?({HAN_SCALE})?")
ARABIC_EN = re.compile(rf"({DIGITS})(?:[ \u00a0](thousand|million|billion|trillion))?", re.IGNORECASE)
HAN = re.compile("[〇零一二两三四五六七八九十百千万亿半]+")

HAN_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
SMALL_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve "
    "thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
).split()
ENGLISH_WORDS = (
    {word: Decimal(value) for value, word in enumerate(SMALL_NUMBERS)}
    | {
        word: Decimal(10 * value)
        for value, word in enumerate("thirty forty fifty sixty seventy eighty ninety".split(), 3)
    }
    | {"half": Decimal("0.5"), "hundred": Decimal(100)}
)


def scale_of(written: str | None) -> int:
    """What 万, 千万 or 万亿 multiplies by; 1 for none."""
    product = 1
    for char in written or "":
        product *= SCALES[char]
    return product


def grouped_digits(digits: str) -> Decimal:
    """``15,000`` as a number."""
    return Decimal(digits.replace(",", ""))


@functools.lru_cache(maxsize=2**15)
def arabic_zh(text: str) -> tuple[Decimal, ...]:
    """Values of the numbers written in digits in Chinese text: ``1万`` is 10000. Several rules ask of the same text."""
    return tuple(grouped_digits(found[1]) * scale_of(found[2]) for found in ARABIC_ZH.finditer(text))


def arabic_en(text: str) -> list[Decimal]:
    """Values of the numbers written in digits in English text: ``2.3 million`` is 2300000."""
    return [
        grouped_digits(found[1]) * WORD_SCALES.get((found[2] or "").lower(), 1) for found in ARABIC_EN.finditer(text)
    ]


def han(text: str) -> Decimal | None:
    """The value of a number written in Han characters, or None where it is none: ``十五`` is 15."""
    if text == "半":
        return Decimal("0.5")
    total = section = digit = 0
    for char in text:
        if char in HAN_DIGITS:
            digit = HAN_DIGITS[char]
        elif char in "十百千":
            section += (digit or 1) * SCALES[char]
            digit = 0
        elif char in "万亿":
            total = (total + section + digit) * SCALES[char]
            section = digit = 0
        else:
            return None
    return Decimal(total + section + digit)


def words_zh(text: str) -> list[Decimal]:
    """Values that Han characters in the text may stand for."""
    return [value for found in HAN.finditer(text) if (value := han(found[0])) is not None]


def words_en(text: str) -> list[Decimal]:
    """Values that English number words in the text may stand for."""
    return [ENGLISH_WORDS[word] for word in re.findall(r"[a-z]+", text.lower()) if word in ENGLISH_WORDS]


def unmatched(zh: str, en: str) -> tuple[list[Decimal], list[Decimal]]:
    """Numbers in digits that the other language lacks: those of the Chinese, those of the English.

    A number in digits may be matched by digits or by words (``3`` by ``three``, ``3`` by ``三``);
    words alone ask for nothing, since 一 and "one" are seldom counts.
    """
    digits_zh, digits_en = arabic_zh(zh), arabic_en(en)
    if sorted(digits_zh) == sorted(digits_en):
        return [], []
    lacking_en = Counter(digits_zh) - Counter(digits_en) - Counter(words_en(en))
    lacking_zh = Counter(digits_en) - Counter(digits_zh) - Counter(words_zh(zh))
    return sorted(lacking_en.elements()), sorted(lacking_zh.elements())


def printable_numbers(values: list[Decimal]) -> str:
    """Numbers as a message prints them."""
    return ", ".join(f"{value:,f}" for value in values)
