"""Whether the English of a text says another of several things that exclude each other: this year for 去年.

What is looked at are years, spans of time, what a change is measured against, and whose total or ranking it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Way:
    """One of them: the Chinese that says it, any Chinese that may have been so translated, the English, and the English
    that can say nothing else.
    """

    zh: re.Pattern[str]
    may: re.Pattern[str]
    en: re.Pattern[str]
    alone: re.Pattern[str]


def way(zh: str, may: str, en: str, alone: str = "") -> Way:
    """One of several, by its words; all its English can say nothing else where no other is given."""
    said, only = (re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for words in (en, alone or en))
    return Way(re.compile(zh), re.compile(f"{zh}|{may}"), said, only)


def total_or_rank(place: str, adjective: str) -> str:
    """The English that says of what place a total, a rank or an average is."""
    return (
        rf"(?:in|of|across|throughout|for) the (?:whole |entire )?{place}|{place}-?wide"
        rf"|{adjective} (?:average|mean|total|figure|ranking|level)"
    )


THIS = "this|the (?:current|present|whole|full|same)|that"
EXCLUDING = (
    (
        way(
            "去年|上年|上一年",
            "前一年|同比|同期|往年|历年|年来|以来|连续",
            r"(?:last|(?:the )?(?:previous|preceding|prior)) year|year before|a year (?:earlier|ago)"
            r"|year[- ](?:on|over)[- ]year",
        ),
        way(
            "今年|本年|当年",
            "年内|全年|年度|本|半年|年[初底末]|[比较同与][去上]年|上年结转",
            "this year|the (?:current|present) year",
        ),
        way("明年|下一年|来年|次年|下年度", "下一步|今后|未来|下阶段", "(?:next|the (?:coming|following)) year"),
    ),
    (
        way(
            "当日|当天|今日|今天",
            "[日天现]|目前|如今|以来|至今|截至",
            f"today|(?:{THIS}) day|(?:in|for|over|during) the day",
        ),
        way("本周|当周", "周|星期", f"(?:{THIS}) week|(?:in|for|over|during) the week"),
        way("本月|当月|全月", "月", f"(?:{THIS}) month|(?:in|for|over|during) the month"),
        way("本季|当季|全季", "季", f"(?:{THIS}) quarter|(?:in|for|over|during) the quarter"),
        way("今年|本年|当年|全年", "年", f"(?:{THIS}) year|(?:in|for|over|during) the year"),
    ),
    (
        way(
            "同比|[去上]年同期|[比较][去上]年(?![初底末])",
            "同期|去年|上年|上一年|前一年|前年|往年",
            r"year[- ](?:on|over)[- ]year|a year (?:earlier|before|ago)"
            r"|(?<!end of )(?:last|previous|preceding|prior) year|year before",
        ),
        way(
            "环比|[比较]上(?:个?月|个?季|周|期)",
            "上个?[月季周期]|上一",
            r"(?:previous|preceding|last|prior|on the) (?:month|quarter|week|period)"
            r"|a (?:month|quarter|week) (?:earlier|before|ago)"
            r"|(?:month|quarter|week)[- ](?:on|over)[- ](?:month|quarter|week)",
        ),
        way(
            "[比较]年初",
            "年初|1月|一月|年[末底]",
            "(?:beginning|start) of (?:the|this|last) year|since January|year[- ]start",
        ),
    ),
    (
        way(
            "全球|全世界",
            "球|世界|国际",
            r"world\w*|global\w*|international\w*",
            f"{total_or_rank('world', 'global')}|globally",
        ),
        way(
            "全国",
            "国|华|央|乡|农|村",
            r"countr(?:y|ies)|nation(?:al|ally|wide|s)?",
            f"{total_or_rank('(?:country|nation)', 'national')}|nationally",
        ),
        way("全省", "省", r"provinc\w+", total_or_rank("province", "provincial")),
        way("全市", "[市城]", r"cit(?:y|ies)|municipal\w*", total_or_rank("city", "municipal")),
        way("全县", "县", r"count(?:y|ies)\w*", total_or_rank("county", "county")),
        way(
            "全区",
            "区",
            r"districts?|regions?|regional\w*",
            total_or_rank("(?:district|region)", "(?:district|regional)"),
        ),
    ),
)
"""Groups of what excludes each other."""
SAYS_ONE = re.compile("|".join(one.zh.pattern for group in EXCLUDING for one in group))
"""Any of them in Chinese: most texts say none, and need no closer look."""


def exchanged(zh_text: str, en_text: str) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    """What the Chinese says and the English does not, with another of its kind that only the English says."""
    for group in EXCLUDING if SAYS_ONE.search(zh_text) else ():
        said = (found for one in group if (found := one.zh.search(zh_text)) and not one.en.search(en_text))
        others = (found for one in group if not one.may.search(zh_text) and (found := one.alone.search(en_text)))
        ours, theirs = next(said, None), next(others, None)
        if ours and theirs:
            yield ours, theirs
