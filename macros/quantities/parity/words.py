"""What a translator says in other words: the primary sector for 第一产业, 8 March for 三八."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from macros.quantities.expression import Expression, Sense
from macros.quantities.parity.units import CHINESE_MEASURES

ORDINALS_IN_WORDS = (
    (
        re.compile("第[一二三]、?.{0,6}产业|^[一二三]产$"),
        {"1": r"primary", "2": r"secondary", "3": r"tertiary|services?"},
    ),
    (
        re.compile("等(?:奖|功)"),
        {
            "1": r"first[- ](?:class|prize|place)|(?:gold|top) (?:award|prize|medal)",
            "2": r"second[- ](?:class|prize|place)|silver",
            "3": r"third[- ](?:class|prize|place)|bronze",
        },
    ),
)
"""Chinese ordinals, by their own words, that English has words for."""
QUANTITIES_IN_WORDS = (
    (re.compile("24个?小时"), re.compile(r"round[- ]the[- ]clock|day and night|24/7")),
    (re.compile("[1一][次遍回]"), re.compile(r"\bonce\b")),
)
NOTHING_EN = re.compile(r"\b(?:nothing|no|none|free of charge|without|not)\b|n['’]t\b", re.IGNORECASE)
REFUSED_ZH = re.compile("不予(?!追究|收取)[^，。；：、\n]{0,12}\\Z")
DENIED = (
    r"not(?! only\b)|no(?!\. ?\d)|none|nobody|nothing|never|without|cannot|fail\w*|refus\w*|lack\w*"
    r"|un(?!it|ifi|veil|lock|cover)\w+ed|incomplete|invalid\w*|yet to"
)
ENGLISH_NEGATION = re.compile(rf"\b(?:{DENIED})\b|n['’]t\b", re.IGNORECASE)
REFUSED = (
    rf"{DENIED}|non-\w+|declin\w*|den(?:y|ied|ies|ial\w*)|reject\w*|withh[eo]ld\w*|exempt\w*|dismiss\w*"
    r"|turned (?:down|away)"
)
REFUSED_EN = re.compile(rf"\b(?:{REFUSED})\b|n['’]t\b", re.IGNORECASE)
MONTH_AND_DAY = re.compile(r"(\d\d)-(\d\d)")
HAN_ONES = "〇一二三四五六七八九"


def lacks_only_a_numeral(zh: Expression, zh_text: str, en_text: str) -> bool:
    """Whether the English says in words what it has no numeral for: an ordinal, a time, nothing for 0元."""
    small = en_text.lower()
    if zh.kind in (Sense.ORDINAL, Sense.NAME):
        around = zh_text[zh.start : zh.end + 6]
        ways = (words.get(zh.named, "") for known, words in ORDINALS_IN_WORDS if known.search(around))
        return any(way and re.search(rf"\b(?:{way})\b", small) for way in ways)
    if zh.is_quantity and not any(zh.values):
        return NOTHING_EN.search(en_text) is not None
    return any(ours.fullmatch(zh.text) and theirs.search(small) for ours, theirs in QUANTITIES_IN_WORDS)


def is_day_of_a_name(en: Expression, zh_text: str) -> bool:
    """Whether an English date is the name of a day in Chinese: 8 March of 三八红旗手, 1 May of 五一."""
    found = MONTH_AND_DAY.fullmatch(en.named) if en.kind is Sense.DATE else None
    if found is None:
        return False
    month, day = int(found[1]), int(found[2])
    return f"{han_to_31(month)}{han_to_31(day)}" in zh_text or f"{month}·{day}" in zh_text


def han_to_31(number: int) -> str:
    """A month or day as names of days have it: 三, 十一, and the digits one by one from 12 on (一二九)."""
    tens, ones = divmod(number, 10)
    if number in (10, 11):
        return "十" + HAN_ONES[ones] * bool(ones)
    return HAN_ONES[tens] * bool(tens) + HAN_ONES[ones]


def refusals_lost(zh_text: str, zh: tuple[Expression, ...], en_text: str) -> Iterator[Expression]:
    """What was refused (不予公开3件) where the English has no word that denies anything."""
    for one in zh if "不予" in zh_text and REFUSED_EN.search(en_text) is None else ():
        refused = REFUSED_ZH.search(zh_text, max(one.start - 20, 0), one.start)
        if refused and one.is_quantity and any(one.values):
            yield replace(one, negated="不予")


RATES = (
    {name: name for name in ("year", "month", "week", "day", "quarter", "hour")},
    {
        "hectare": "hectare", "mu": "mu", "square kilomet(?:re|er)": "km2", "square met(?:re|er)": "m2",
        "square mile": "square mile", "acre": "acre", "cubic met(?:re|er)": "m3", "tonne": "tonne", "kilogram": "kg",
    },
)  # fmt: skip
"""What rates are counted by, as English writes it, and its measure: time, and what is measured."""


def other_rate(en_text: str, zh_text: str) -> Expression | None:
    """The 每年 of the Chinese where the English says “per month”, of which the Chinese says nothing."""
    for names in RATES if "每" in zh_text else ():
        words = {theirs: CHINESE_MEASURES[name].replace(" ", "|") for theirs, name in names.items()}
        ours = re.search(f"每(?:半|个)?(?:{'|'.join(words.values())})", zh_text)
        for theirs, written in words.items() if ours else ():
            said = re.search(
                rf"\b(?:per|each|every|(?:once|twice|times) (?:an?|in a)) {theirs}\b", en_text, re.IGNORECASE
            )
            if ours and said and not re.search(written, zh_text):
                return Expression(ours[0], ours.start(), Sense.PER)
    return None


def other_measure(en: Expression, zh_text: str) -> bool:
    """Whether English counts by a measure that the Chinese does not speak of: per hectare for 亩产."""
    _, per, part = en.unit.partition("/")
    words = CHINESE_MEASURES.get(part, "").split() if per and "/" not in zh_text else []
    return bool(words) and not any(word in zh_text for word in words)


OPPOSITES = (
    (
        re.compile("盈利|盈余|顺差"),
        re.compile("亏|赤字|逆差"),
        re.compile(r"\b(?:profit\w*|surplus\w*|earn\w*|gains?|income)\b", re.IGNORECASE),
        re.compile(r"\b(?:loss|losses|lost|deficits?)\b", re.IGNORECASE),
    ),
    (
        re.compile("提前|提早"),
        re.compile("推迟|延期|延后|滞后|逾期|拖延|超期|晚"),
        re.compile(r"\b(?:earl(?:y|ier)|ahead|advance\w*|before|sooner|prior|forward)\b", re.IGNORECASE),
        re.compile(r"\b(?:late|later|behind|delay\w*|overdue|postpone\w*|put off|after)\b", re.IGNORECASE),
    ),
)
"""Words that say one thing, and those that say its opposite, in Chinese and in English."""


def says_the_opposite(zh_text: str, en_text: str) -> bool:
    """Whether the Chinese says only one of two opposites, a profit or a loss, and the English only the other."""
    for ours, ours_not, theirs, theirs_not in OPPOSITES:
        zh = (ours.search(zh_text) is not None, ours_not.search(zh_text) is not None)
        if zh[0] == zh[1]:
            continue
        en = (theirs.search(en_text) is not None, theirs_not.search(en_text) is not None)
        if en == (zh[1], zh[0]):
            return True
    return False
