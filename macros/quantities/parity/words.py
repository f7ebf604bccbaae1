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
    r"|miss\w*|below|difficult\w*|hard\w*|unable|unprecedented|first|new|before|without|prevent\w*|avoid\w*|in\w+ble"
    r"|un\w+|less|under|exclud\w*|other than|except\w*)\b|n['’]t\b",
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


OPPOSITES = tuple(
    (
        re.compile(ours),
        re.compile(ours_not),
        re.compile(rf"\b(?:{theirs})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{theirs_not})\b", re.IGNORECASE),
    )
    for ours, ours_not, theirs, theirs_not in (
        (
            r"盈利|盈余|顺差",
            r"亏|赤字|逆差",
            r"profit\w*|surplus\w*|earn\w*|gains?|income",
            r"loss|losses|lost|deficits?",
        ),
        (
            r"提前|提早",
            r"推迟|延期|延后|滞后|逾期|拖延|超期|晚",
            r"earl(?:y|ier)|ahead|advance\w*|before|sooner|prior|forward",
            r"late|later|behind|delay\w*|overdue|postpone\w*|put off|after",
        ),
        (
            r"(?<!不)高于|高出",
            r"(?<!不)低于",
            r"above|higher|over|more|exceed\w*|outpac\w*|faster|ahead",
            r"below|lower|under|less|fewer|short of|slower|behind",
        ),
        (
            r"超额|超计划|超目标",
            r"未完成|不足",
            r"exceed\w*|above|surpass\w*|over\w*|beyond|more|ahead|excess",
            r"short of|short by|below|miss\w*|under|fail\w*|behind",
        ),
        (
            r"(?<!不)仅|只有",
            r"多达|高达",
            r"only|just|mere\w*|no more than|alone|solely|few\w*",
            r"as (?:many|much) as|no (?:fewer|less) than|fully",
        ),
        (
            r"在建|正在建设|续建",
            r"建成|竣工|完工|完成|落成|投产",
            r"under construction|being|under ?way|in progress|ongoing|continu\w*",
            r"completed|finished|built",
        ),
        (
            r"(?:[0-9一二三四五六七八九十]个?[年月日天周]|[年月][底末])(?:之前|以前|前|之内|以内|内)",
            r"(?:[0-9一二三四五六七八九十]个?[年月日天周]|[年月][底末])(?:之后|以后|后)",
            r"before|by|within|in|until|prior|ahead|no later|ago|earlier|to",
            r"after|following|later|beyond",
        ),
        (
            r"[自从][^，。；]{1,14}(?:起|开始|以来)",
            r"截至|截止|为止",
            r"from|since|start\w*|beginning|effective|onwards?|as of|with effect|after|in force",
            r"until|till|by|up to|as of|as at|at|so far|to date|through|end",
        ),
        (
            r"(?<![公中])共[计有为达约近]?(?=[0-9一二两三四五六七八九十百千万])|合计|总计",
            r"各(?![级类项地方界种部单县市区乡镇村族位自])|[人户亩村]均|平均|每[人户村亩家个名位]",
            r"in all|total\w*|altogether|combined|overall|together|sum",
            r"\d[^.,;]{0,30} (?:each|apiece)|per (?:person|head|capita|household|family|village|mu)|averag\w*",
        ),
        (
            r"出口",
            r"进口",
            r"export\w*",
            r"import(?:s|ed|ing)?",
        ),
        (
            r"收入",
            r"支出",
            r"income\w*|revenue\w*|earn\w*|receipts|took in",
            r"spend\w*|spent|expenditure\w*|expens\w*|outlay\w*",
        ),
        (
            r"男",
            r"女",
            r"m[ae]n|males?|boys?",
            r"wom[ae]n|females?|girls?",
        ),
        (
            r"城镇|城市|城区",
            r"农村|乡村",
            r"urban",
            r"rural",
        ),
        (
            r"国有|公办|公立",
            r"民营|私营|民办|私立",
            r"state|public",
            r"private\w*",
        ),
        (
            r"失业",
            r"就业",
            r"unemploy\w*|jobless|lost|out of work",
            r"employ(?:ment|ed)",
        ),
        (
            r"存款",
            r"贷款",
            r"deposit\w*",
            r"loans?|lending|credit\w*|lent",
        ),
        (
            r"资产(?!负债)",
            r"负债|债务",
            r"assets?",
            r"liabilit\w+|debts?",
        ),
        (
            r"死亡|遇难|身亡",
            r"受伤",
            r"died|dead|deaths?|killed|fatal\w*|lives|lost",
            r"injur\w+|wounded|hurt",
        ),
        (
            r"批准|核准|获批",
            r"否决|驳回",
            r"approv\w*|grant\w*|authoris\w*",
            r"reject\w*|refus\w*|turned down|veto\w*|voted down|dismiss\w*",
        ),
        (
            r"结余|节余",
            r"缺口|短缺",
            r"surplus\w*|balance\w*|left|remain\w*|sav\w+",
            r"shortfall\w*|shortage\w*|gap\w*|deficit\w*|lack\w*|short",
        ),
        (
            r"减免|免征|免收|豁免|减征",
            r"征收|收取|征缴",
            r"waiv\w*|exempt\w*|relie\w+|remi\w+|cuts?|reduc\w*|free|forg\w+",
            r"collect\w*|lev(?:y|ied|ies)|charg\w*",
        ),
        (
            r"表彰|表扬|嘉奖",
            r"处罚|惩处|处分|问责",
            r"prais\w*|commend\w*|award\w*|honou?r\w*|reward\w*|cit(?:ed|ations?)",
            r"punish\w*|penal\w*|fine[ds]?|disciplin\w*|sanction\w*",
        ),
        (
            r"关停|关闭|注销",
            r"新设|开办|设立|新建|成立",
            r"clos\w+|shut\w*|deregist\w*|cancel\w*",
            r"open\w*|set up|establish\w*|found\w*|built|register\w*",
        ),
        (
            r"迁入|流入|转入|调入",
            r"迁出|流出|转出|调出",
            r"into|inflow\w*|in|arriv\w*|incoming",
            r"out|outflow\w*|left|outgoing",
        ),
        (
            r"(?<!不)合格|(?<![不未])达标",
            r"不合格|[不未]达标",
            r"pass\w*|qualif\w*|me?et|meets|standards?|no|none|never",
            r"fail\w*|unqualified|substandard|below|not|without",
        ),
    )
)
"""Words that say one thing, and those that say its opposite, in Chinese and in English."""


def said_the_opposite(zh_text: str, en_text: str) -> tuple[re.Match[str], re.Match[str]] | None:
    """The words where the Chinese says only one of two opposites, a profit or a loss, and the English the other."""
    for ours, ours_not, theirs, theirs_not in OPPOSITES:
        zh, zh_not = ours.search(zh_text), ours_not.search(zh_text)
        if bool(zh) == bool(zh_not):
            continue
        wrong, right = (theirs_not, theirs) if zh else (theirs, theirs_not)
        said = wrong.search(en_text)
        if (stated := zh or zh_not) and said and not right.search(en_text):
            return stated, said
    return None
