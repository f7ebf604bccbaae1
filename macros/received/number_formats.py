"""Numbers as word processors print them before paragraphs: 一, ①, iv."""

from __future__ import annotations

from collections.abc import Callable, Mapping

BULLETS = {"\uf0b7": "•", "\uf06c": "●", "\uf06e": "■", "\uf075": "◆", "\uf0d8": "➢", "\uf0fc": "✓", "\uf0a8": "□"}
"""Bullets in symbol fonts, which are no characters of any text, and what they look like."""
PLAIN_DIGITS = "零一二三四五六七八九"
FORMAL_DIGITS = "零壹贰叁肆伍陆柒捌玖"
LARGEST_WRITTEN = 9999
"""The largest number that is written in Han; larger ones stay in digits."""


def in_han(number: int, digits: str = PLAIN_DIGITS, ranks: str = "十百千") -> str:
    """十二, 一百零五."""
    if not 0 < number <= LARGEST_WRITTEN:
        return str(number)
    said, gap = "", False
    for place in range(len(str(number)) - 1, -1, -1):
        digit = number // 10**place % 10
        if digit:
            said += (digits[0] if gap else "") + digits[digit] + (ranks[place - 1] if place else "")
        gap = not digit
    return said[1:] if 10 <= number < 20 and digits == PLAIN_DIGITS else said


def by_digits(number: int) -> str:
    """二〇."""
    return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(number))


def one_of(signs: str) -> Callable[[int], str]:
    """甲, 乙; beyond the last sign, digits."""
    return lambda number: signs[number - 1] if 0 < number <= len(signs) else str(number)


def run_of(first: str, count: int) -> Callable[[int], str]:
    """① to ⑳; beyond, digits."""
    return one_of("".join(chr(ord(first) + at) for at in range(count)))


def lettered(number: int) -> str:
    """a to z, then aa, bb, as word processors count."""
    return chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 9) if number > 0 else str(number)


def roman(number: int) -> str:
    """iv."""
    if not 0 < number < 4000:
        return str(number)
    said = ""
    for size, sign in zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        "m cm d cd c xc l xl x ix v iv i".split(),
        strict=True,
    ):
        said += sign * (number // size)
        number %= size
    return said


FORMATS: Mapping[str, Callable[[int], str]] = {
    **dict.fromkeys(("chineseCounting", "chineseCountingThousand", "japaneseCounting"), in_han),
    **dict.fromkeys(("taiwaneseCounting", "taiwaneseCountingThousand", "koreanCounting"), in_han),
    **dict.fromkeys(("ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand"), by_digits),
    **dict.fromkeys(
        ("chineseLegalSimplified", "ideographLegalTraditional"), lambda n: in_han(n, FORMAL_DIGITS, "拾佰仟")
    ),
    "ideographTraditional": one_of("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": one_of("子丑寅卯辰巳午未申酉戌亥"),
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), run_of("①", 20)),
    "decimalEnclosedParen": run_of("⑴", 20),
    "decimalEnclosedFullstop": run_of("⒈", 20),
    "ideographEnclosedCircle": run_of("㊀", 10),
    **dict.fromkeys(
        ("decimalFullWidth", "decimalFullWidth2"), lambda n: "".join(chr(ord(one) + 0xFEE0) for one in str(n))
    ),
    "decimalZero": lambda number: f"{number:02}",
    "lowerLetter": lettered,
    "upperLetter": lambda number: lettered(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "none": lambda number: "",
}
"""How each format of OOXML (ST_NumberFormat) prints a number; those that are not listed print digits."""


def printed_number(number: int, style: str) -> str:
    """A number in a format of OOXML."""
    return FORMATS.get(style, str)(number)
