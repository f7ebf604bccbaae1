"""Numbers as Chinese writes them: Han, financial, in digits and mixed, and the exact values they stand for."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from macros.quantities.expression import Qualifier

FINANCIAL_DIGITS = "壹贰叁肆伍陆柒捌玖"
DIGIT_VALUES = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
ORDINARY_DIGITS = "".join(DIGIT_VALUES)
POWERS = {"亿": 8, "万": 4, "千": 3, "百": 2, "十": 1}
"""The scales, largest first, as powers of ten."""
TO_ORDINARY = str.maketrans(
    dict(zip("〇两" + FINANCIAL_DIGITS + "拾佰仟", "零二一二三四五六七八九十百千", strict=True))
    | {"廿": "二十", "卅": "三十", "卌": "四十"}
)
PREFIXED_UNITS = "瓦|克|米|伏|焦|卡|帕|赫|字节|安时"
"""With 千 before them they are units of their own: 5千瓦."""

DECIMALS = r"(?:\.[0-9]+)?"
GROUPS = (
    r"[1-9][0-9]{0,2}(?:(?:,[0-9]{3})+|(?:，[0-9]{3})+|(?:’[0-9]{3})+|(?:[ \u00a0\u2009\u202f\u3000][0-9]{3})+)"
    r"(?![0-9]|[,，][0-9])"
)
IN_DIGITS_ZH = rf"(?:{GROUPS}|[0-9]++){DECIMALS}"
"""A number in digits, in groups of three or not: 1,200 or 1 200 or 1200.5."""
SCALE_CHAR = rf"(?:[十万亿]|百(?!帕|分[之比点制数率])|千(?!(?:{PREFIXED_UNITS})))"
HAN_DIGIT_CHAR = f"[{ORDINARY_DIGITS}]"
VAGUE_CHAR = rf"(?:[多余来几](?={SCALE_CHAR})|个(?=亿))"
SCALES_OF_NUMBER = rf"(?:(?:{VAGUE_CHAR})?{SCALE_CHAR})++"
BLANKS_WITHIN = r"[ \u00a0\u2009\u202f\u3000]{1,2}"
BLANKS_BEFORE_SCALE = rf"(?:{BLANKS_WITHIN}(?=[多余来几个]?[万亿]))?"
"""The blank that some leave between digits and Chinese: 1.25 亿元."""
REST_APART = rf"(?:(?<=亿){BLANKS_WITHIN}[0-9]{{1,4}}{DECIMALS}{BLANKS_WITHIN}万)?"
"""The rest of 3 亿 2000 万元, where a blank stands on both sides of it."""
MIXED_NUMBER = (
    rf"{IN_DIGITS_ZH}(?:{BLANKS_BEFORE_SCALE}{SCALES_OF_NUMBER}{REST_APART}(?:零?{IN_DIGITS_ZH}{SCALES_OF_NUMBER})*+"
    rf"(?:(?<=[万亿])(?:[1-9](?![0-9.,，:：]|{SCALE_CHAR}|[年月日号时])|[0-9]{{3,4}}(?![0-9.,:：]|年)))?)?"
)
WHOLLY_HAN = (
    rf"(?:[几数](?={SCALE_CHAR}))?(?:{HAN_DIGIT_CHAR}|{SCALE_CHAR}|[廿卅卌])"
    rf"(?:{HAN_DIGIT_CHAR}|{SCALE_CHAR}|[廿卅卌]|{VAGUE_CHAR}|(?<=[十廿卅百千万])几(?!乎|何)"
    rf"|(?<=[万亿]){IN_DIGITS_ZH}(?={SCALE_CHAR}))*+"
)
HAN_FRACTION = r"(?:点[〇零一二三四五六七八九]+)?"
IN_FINANCIAL = rf"[{FINANCIAL_DIGITS}拾佰仟][{FINANCIAL_DIGITS}零拾佰仟万亿]*+(?<=[拾佰仟万亿{FINANCIAL_DIGITS}])"
A_NUMBER = rf"(?:{MIXED_NUMBER}|{WHOLLY_HAN}|{IN_FINANCIAL})"
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
SCIENTIFIC = re.compile(
    rf"(?P<digits>[0-9]+{DECIMALS})[×xX*]10(?:\^(?P<power>[0-9]{{1,2}})|(?P<raised>[{RAISED}]{{1,2}}))"
)
"""3.2×10^5, 3.2×10⁵."""
NUMBER_ZH = re.compile(f"{SCIENTIFIC.pattern}|{A_NUMBER}")
BLANKS_AT_SCALE = re.compile(rf"{BLANKS_WITHIN}(?=[多余来几个]?[万亿]|$)|(?<=亿){BLANKS_WITHIN}")
HAN_DECIMALS = re.compile("点([〇零一二三四五六七八九]++)")
ONLY_DIGITS = re.compile(IN_DIGITS_ZH)
TWO_DIGITS = re.compile("一两|一二|二三|两三|三四|四五|五六|六七|七八|八九|三五")
ADJACENT = re.compile(rf"[一二两三四五六七八九]{{2,}}|{HAN_DIGIT_CHAR}{{3,}}")
LAST_SCALES = re.compile("[百千佰仟万亿]+$")
LONGEST_NUMBER = 60
"""Characters: what is longer is no number that anyone reads."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a number says: one value, or two for 五六十; what 多, 余, 来 or 几 inside it adds."""

    low: Decimal
    high: Decimal
    qualifiers: tuple[Qualifier, ...] = ()


def shifted(whole: int, decimals: int) -> Decimal:
    """``whole`` with so many decimals, exact whatever the size: no context of arithmetic rounds it."""
    return Decimal(f"{whole}E-{decimals}") if decimals else Decimal(whole)


def plain_digits(written: str) -> str:
    """The digits of a number without what stands between its groups."""
    return re.sub("[^0-9.]", "", written)


@functools.lru_cache(maxsize=2**14)
def spoken(written: str) -> Spoken | None:
    """What a number says, or None where it is none: 一千二百, 1亿5千, 三十多, 五六十, 十几, 壹佰, 1,200.5, 三点五."""
    if len(written) > LONGEST_NUMBER:
        return None
    if found := SCIENTIFIC.fullmatch(written):
        power = found["power"] or found["raised"].translate(str.maketrans(RAISED, "0123456789"))
        exact = Decimal(format(Decimal(f"{found['digits']}E{power}"), "f"))
        return Spoken(exact, exact)
    qualifiers = tuple(vague_of(written))
    body = re.sub("[多余来个]", "", BLANKS_AT_SCALE.sub("", written))
    pairs = ADJACENT.findall(body.partition("点")[0])
    if not pairs:
        value = value_of_number(body)
        return None if value is None else Spoken(value, value, qualifiers)
    if len(pairs) > 1 or not TWO_DIGITS.fullmatch(pairs[0]):
        return None
    at = body.index(pairs[0])
    low, high = value_of_number(body[: at + 1] + body[at + 2 :]), value_of_number(body[:at] + body[at + 1 :])
    return Spoken(low, high, qualifiers) if low is not None and high is not None and low < high else None


def vague_of(written: str) -> Iterator[Qualifier]:
    """多, 余, 几 and 数 in a number mean more than it; 来 means about."""
    if re.search("[多余几数]", written):
        yield Qualifier.OVER
    if "来" in written:
        yield Qualifier.ABOUT


def value_of_number(written: str) -> Decimal | None:
    """The value of one number without 多, 余 and 来, or None where its scales are in no order that says one.

    Of 几 and 数 the least that they can mean is taken: 几十 is 10, 十几 is 10.
    """
    whole, _, fraction = written.translate(TO_ORDINARY).partition("点")
    whole = re.sub("几[十百千]?", "", re.sub("^[几数]", "一", whole))
    whole = whole.lstrip("零") or "零"
    decimals = max((len(digits.partition(".")[2]) for digits in ONLY_DIGITS.findall(whole)), default=0)
    value = value_in_parts(whole, decimals, first=True)
    if value is None or not fraction:
        return None if value is None else shifted(value, decimals)
    return shifted(
        value * 10 ** len(fraction) + int("".join(str(DIGIT_VALUES[char]) for char in fraction)), len(fraction)
    )


def value_in_parts(written: str, decimals: int, first: bool) -> int | None:
    """The value in units of the last decimal: what the largest scale multiplies, and the rest behind it.

    一亿三千万 is 一 × 亿 and 三千万. A scale with nothing before it is one of it where it comes first, as 十 always is.
    """
    char = next((char for char in POWERS if char in written), "")
    if not char:
        return digit_value(written, decimals)
    head, _, tail = written.rpartition(char)
    if char in head or (char in "十百千" and len(head) > 1 and not head[-1].isdigit()):
        return None
    alone = 10**decimals if first or char == "十" else None
    count = value_in_parts(head, decimals, first) if head else alone
    rest = rest_value(tail, POWERS[char], decimals)
    return None if count is None or rest is None else count * 10 ** POWERS[char] + rest


def rest_value(written: str, power: int, decimals: int) -> int | None:
    """The value of what stands behind a scale, smaller than it.

    A lone digit is of the next place: 一万五 is 15,000; and so is 5千 behind 亿, which nobody means as 5,000.
    """
    if not written:
        return 0
    if power == POWERS["亿"] and re.fullmatch(".千", written):
        return rest_value(f"{written}万", power, decimals)
    if written in DIGIT_VALUES or (len(written) == 1 and written.isdigit()):
        digit = digit_value(written, decimals)
        return None if digit is None else digit * int(10 ** (power - 1))
    value = value_in_parts(written.lstrip("零"), decimals, first=False)
    return value if value is not None and value < 10 ** (power + decimals) else None


def digit_value(written: str, decimals: int) -> int | None:
    """The value of one Han digit, or of a number in digits."""
    if written in DIGIT_VALUES:
        return DIGIT_VALUES[written] * int(10**decimals)
    if not ONLY_DIGITS.fullmatch(written):
        return None
    whole, _, fraction = plain_digits(written).partition(".")
    return int(whole + fraction.ljust(decimals, "0"))


def sharing_scale(low: str, high: str) -> Decimal | None:
    """The value of ``low`` with the scale that only ``high`` has, as 30 in 30—50万; None where it shares none."""
    scales = LAST_SCALES.search(high)
    alone = spoken(low)
    if scales is None or alone is None or re.search("[万亿]", low):
        return None
    for at in range(scales.start(), scales.end()):
        count = spoken(high[:at]) if at else None
        if count is not None and alone.low < count.low:
            shared = spoken(low + high[at:])
            return None if shared is None else shared.low
    return None
