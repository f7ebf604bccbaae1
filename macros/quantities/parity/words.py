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


NOT_DONE_ZH = re.compile(
    "[未没](?:有)?(?:发生|收到|收取|出现|完成|达到|通过|受理|开展|实施|启动|建成|接到)|未能|尚未|并未|从未"
)
NOTHING_OF_IT_EN = re.compile(
    rf"\b(?:{REFUSED}|zero|nil|0|absen\w+|free|neither|nor|only|behind|short|still|remain\w*|pending|await\w*|outstanding"
    r"|miss\w*|below|difficult\w*|hard\w*|unable|unprecedented|first|new|before|prevent\w*|avoid\w*|in\w+ble|un\w+"
    r"|sub\w+|less|under|exclud\w*|other|except\w*|yet|ceas\w*|stop\w*|rather|instead|late|later|due|wait\w*|empty"
    r"|vacan\w*|over\w*|left|shelv\w*|shy|to be|ha[sd] to|have to|drop\w*|abandon\w*|suspend\w*|postpon\w*|delay\w*"
    r"|dormant|inactive|insufficient|inadequate|slip\w*|laps\w*|continuous\w*|contain\w*|dis\w+ed|record|prepar\w*"
    r"|scattered|outdated|out of date|despite|in spite|turning|in the making|too|wanting|more to"
    r"|all|every|kept|keep|held|spotless|clean|clear|safe\w*|on time|good|well|stable|stead\w*)\b|n['’]t\b",
    re.IGNORECASE,
)
"""English that says that something was not so; also where it says so in other words."""


def denial_lost(zh_text: str, en_text: str) -> re.Match[str] | None:
    """What was not done in Chinese (未发生行政诉讼) where the English has no word that could say so."""
    found = NOT_DONE_ZH.search(zh_text)
    return found if found and NOTHING_OF_IT_EN.search(en_text) is None else None


RATES = (
    {name: name for name in ("year", "month", "week", "day", "quarter", "hour")},
    {
        "hectare": "hectare", "mu": "mu", "square kilomet(?:re|er)": "km2", "square met(?:re|er)": "m2",
        "square mile": "square mile", "acre": "acre", "cubic met(?:re|er)": "m3", "tonne": "tonne", "kilogram": "kg",
    },
    {"(?:person|head|capita)": "person", "(?:household|family)": "household", "village": "village"},
)  # fmt: skip
"""What rates are counted by, as English writes it, and its measure: time, what is measured, and who."""
WHO_IN_CHINESE = {"person": "人 名 位 口", "household": "户 家", "village": "村"}


def other_rate(en_text: str, zh_text: str) -> Expression | None:
    """The 每年 or 年均 of the Chinese where the English says “a month”, of which the Chinese says nothing."""
    for names in RATES if re.search("[每均产]", zh_text) else ():
        words = {
            theirs: (WHO_IN_CHINESE.get(name) or CHINESE_MEASURES[name]).replace(" ", "|")
            for theirs, name in names.items()
        }
        any_of = "|".join(words.values())
        ours = re.search(f"每(?:半|个)?(?:{any_of})(?![一二三四五六日末])|(?:{any_of})均|[年月日]产(?=[0-9])", zh_text)
        for theirs, written in words.items() if ours else ():
            said = re.search(
                rf"\b(?:per|each|every|(?:once|twice|times) (?:an?|in a)) {theirs}\b|\d[^.,;]{{0,24}} an? {theirs}\b"
                rf"|\b{theirs}ly\b",
                en_text,
                re.IGNORECASE,
            )
            if ours and said and not re.search(written, zh_text):
                return Expression(ours[0], ours.start(), Sense.PER)
    return None


def other_measure(en: Expression, zh_text: str) -> bool:
    """Whether English counts by a measure that the Chinese does not speak of: per hectare for 亩产."""
    _, per, part = en.unit.partition("/")
    words = CHINESE_MEASURES.get(part, "").split() if per and "/" not in zh_text else []
    return bool(words) and not any(word in zh_text for word in words)
