"""One name for each unit in both languages, and what the words around a Chinese quantity tell of it."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from macros.quantities.counted_nouns import CHINESE_NOUNS, ENGLISH_NOUNS
from macros.quantities.english.reader import read_english
from macros.quantities.english.units import TIME_UNITS
from macros.quantities.expression import Direction, Expression, Sense


class UnitWords(Protocol):
    """A unit as the vocabulary has it: how Chinese writes it, its English plural and singular, its currency's code."""

    @property
    def written(self) -> Sequence[str]:
        """The Chinese ways of writing it."""

    @property
    def en(self) -> str:
        """The English plural."""

    @property
    def one(self) -> str | None:
        """The English singular."""

    @property
    def currency(self) -> str | None:
        """The code of a currency by ISO 4217; nothing for other units."""

    @property
    def classifier(self) -> bool:
        """Whether it only counts, and English leaves it to the noun."""


CHINESE_MEASURES = {
    "year": "年 周年 载 年度 学年", "month": "月 个月", "week": "周 星期 个星期",
    "day": "天 日 个自然日 自然日", "hour": "小时 个小时 时", "minute": "分钟 分", "second": "秒 秒钟",
    "quarter": "季度 个季度 季", "working day": "工作日 个工作日", "century": "世纪 个世纪", "mu": "亩",
    "hectare": "公顷", "acre": "英亩", "square mile": "平方英里", "km": "公里 千米",
    "m": "米", "cm": "厘米", "mm": "毫米", "km2": "平方公里 平方千米",
    "m2": "平方米 平米 ㎡", "m3": "立方米", "tonne": "吨 吨标准煤", "kg": "公斤 千克", "g": "克", "mg": "毫克",
    "jin": "斤", "litre": "升", "ml": "毫升", "kWh": "千瓦时 度", "kW": "千瓦", "MW": "兆瓦", "W": "瓦",
    "kV": "千伏", "V": "伏", "degree": "摄氏度 ℃", "µg/m3": "微克/立方米 微克每立方米", "µg": "微克",
    "MWh": "兆瓦时", "kVA": "千伏安", "nautical mile": "海里", "nm": "纳米", "µm": "微米", "li": "里 华里",
    "CNY": "元 人民币 元人民币 圆 块 块钱 RMB CNY", "USD": "美元 美金", "HKD": "港元 港币", "EUR": "欧元",
    "JPY": "日元", "GBP": "英镑", "MOP": "澳门元", "TWD": "新台币", "KRW": "韩元", "RUB": "卢布", "AUD": "澳元",
    "CAD": "加元", "SGD": "新加坡元 新元", "CHF": "瑞士法郎", "person-time": "人次 人（次） 人(次)",
    "vehicle-time": "车次 辆次", "person-day": "人天 人日", "GB": "GB", "TB": "TB",
}  # fmt: skip
"""Measures by the one name that they have here, with the Chinese ways of writing them."""
BY_WRITTEN = {word: name for name, words in CHINESE_MEASURES.items() for word in words.split()}
TIMES_IN_CHINESE = frozenset("次 人次 遍 回 趟 场次 人（次） 人(次)".split())
"""What English counts by “times”."""
BRACKETED_TIMES = re.compile(r"[（(]次[）)]")
TIME_NAMES = frozenset({*TIME_UNITS.values(), "working day"})
CLAUSE_PARTS = re.compile("[，。；：！？、（）()\n]")
DENIED_BEHIND = re.compile("未(?!来|必|满|达|超)|没有")
CHINESE_NEGATION = re.compile("[未没不无非否缺欠败拒免莫]|[闲空]置|孤儿")
DENIED_OTHERWISE = re.compile(
    "禁止|严禁|禁[放烧捕养烟]|防止|防范|预防|严防|杜绝|取消|停[用办产业止]|废[止除]|[撤注吊]销|驳回|退回|流[标拍]|破产|歉收|烂尾|僵尸"
    "|逾期|违约|尚待|[有亟仍]待|缺[少乏]|短缺|欠缺|差距|暂停|推迟|谢绝|拒绝|闲置|失[去联]|消除|零[差跑投]"
    "|拖欠|欠[薪税费缴款租]|空[置缺]|待[审批办验整查处建修拆定]|缓[缴征建办]|暂缓|失[学业明]|在[办审途]|正在|尚在"
    "|缺[勤考岗席课货失陷位]|弃权|反对|违[规法纪章]|超标|劣质|问题食品|危[房桥楼]|文盲|禁渔|封[闭停锁]|断头路|漏[报登缴检]|瞒报"
    "|免(?:费|收|除|征|缴|检|试|申)|不(?:及|足|够|符|规范|充分|便|当|力|均|平衡)|无[需须偿]"
)
"""Words that say in another way that something is not so, or may not be: 严禁 is 不得, 停用 no longer in use."""
LEADS_WITH_A_DENIAL = re.compile(f"(?:今年|去年|全年|全[国省市县区]|共|已|现|有)*({DENIED_OTHERWISE.pattern})")
ONLY_NAMED_SO = re.compile("未成年|未来|不动产|不锈钢|不断|不仅|无障碍|无人机|无线|无烟|非|否|缺陷|免疫|败|莫")
"""Chinese in which 未, 不 or 无 denies nothing of what is counted."""
SECONDS = re.compile("[0-9一二三四五]{1,3}秒")
"""Behind 分 they make it minutes: 8分30秒."""
UP_WORDS = re.compile(
    "增长|增加|上升|提高|提升|上涨|扩大|加快|回升|攀升|跃升|前移|前进|进位|多增|偏[多高]|增至|升至|增收|增幅|多出|增(?=[0-9约近超达])|升(?=[0-9约近超达])"
    "|增产|比[^，。；、：]{0,8}?(?:[年月季周期日天次届]|计划|目标|预算|平均|水平)[^，。；、：]{0,6}?多(?!种|个|项|家|次|方|元|数|年|少)"
)
DOWN_WORDS = re.compile(
    "下降|减少|降低|下滑|后移|退步|退后|后退|放缓|缩小|少增|偏[少低]|回落|缩减|下调|压减|缩短|压缩|跌|减(?=[0-9约近超达])|降(?=[0-9约近超达至])|少了|降至"
    "|收窄|减产|减收|比[^，。；、：]{0,8}?(?:[年月季周期日天次届]|计划|目标|预算|平均|水平)[^，。；、：]{0,6}?少(?!数|年|量|于|有|儿)"
)
NAMES_A_RISE = re.compile(f"{UP_WORDS.pattern}|升幅|增速|增势|增量|涨")
NAMES_A_FALL = re.compile(f"{DOWN_WORDS.pattern}|降幅|减[排税负灾免亏损]|降[费本耗]")
"""What may be called a rise or a fall that then went the other way: 增速放缓, 降幅扩大, 减排量提高."""
GENERIC = frozenset("个 项 种 条 类 批 处 所 座 组 对 款 场".split())
CATEGORIES = frozenset({"类", "大类", "小类"})
LONGEST_NOUN = max(map(len, CHINESE_NOUNS))


def unit_in_chinese(unit: str, units: Mapping[str, UnitWords]) -> str:
    """The one name of a unit written in Chinese: a currency's code, a measure; empty where it only counts.

    The vocabulary, by how Chinese writes its units, is asked first: one of these has the name by which its own English
    is read.
    """
    if not unit:
        return ""
    if known := units.get(unit) or units.get(BRACKETED_TIMES.sub("次", unit)):
        return "" if known.classifier else known.currency or name_as_read(known.en)
    if unit in BY_WRITTEN:
        return BY_WRITTEN[unit]
    whole, per, part = unit.partition("/")
    if not per:
        return ""
    names = [unit_in_chinese(whole, units), unit_in_chinese(part, units)]
    return "/".join(names) if all(names) else names[0]


@functools.lru_cache(maxsize=2**12)
def name_as_read(words: str) -> str:
    """The one name of the unit that the grammar of English reads in some words; empty where it reads none."""
    found = read_english(f"3 {words}")
    return found[0].unit if len(found) == 1 and found[0].kind is Sense.COUNT else ""


def is_currency(unit: str) -> bool:
    """Whether a unit is a currency, by its code."""
    code = unit.partition("/")[0]
    return len(code) == 3 and code.isupper() and code.isalpha()


def class_of(expression: Expression) -> str:
    """The class of what is counted (person, place, copy), as far as its unit or noun tells; empty where it is open."""
    if expression.unit in CATEGORIES:
        return CHINESE_NOUNS[expression.unit]
    noun = expression.counted
    if noun:
        return CHINESE_NOUNS.get(noun) or ENGLISH_NOUNS.get(noun, "")
    if expression.unit == "person-time":
        return "visit"
    return CHINESE_NOUNS.get(expression.unit, "")


def in_context(text: str, expressions: Sequence[Expression]) -> tuple[Expression, ...]:
    """Chinese expressions with what the words around them tell: direction, noun counted, negation, minutes."""
    return tuple(placed_words(text, expression) for expression in expressions)


def placed_words(text: str, expression: Expression) -> Expression:
    """A Chinese expression with what its clause says of it."""
    if not expression.is_quantity:
        return expression
    before, behind = clause_around(text, expression)
    return replace(
        expression,
        direction=expression.direction or way_to(before, expression),
        counted=expression.counted or noun_beside(before, behind, expression),
        negated=expression.negated or denied_behind(behind),
        unit="分钟" if expression.unit == "分" and SECONDS.match(behind) else expression.unit,
    )


def clause_around(text: str, expression: Expression) -> tuple[str, str]:
    """The clause before and behind an expression, not further than some words."""
    before = CLAUSE_PARTS.split(text[max(expression.start - 40, 0) : expression.start])[-1]
    return before, CLAUSE_PARTS.split(text[expression.end : expression.end + 40])[0]


def denied_behind(behind: str) -> str:
    """The word later in a Chinese clause that says that it is not so yet: 15个项目尚未开工."""
    found = DENIED_BEHIND.search(behind)
    return found[0] if found else ""


def may_be_denied(text: str, expression: Expression, whole: bool) -> bool:
    """Whether any word around an expression, in its clause or the ``whole`` text, could be an English “not”."""
    return any(CHINESE_NEGATION.search(part) for part in ([text] if whole else clause_around(text, expression)))


def is_denied_beside(text: str, expression: Expression) -> bool:
    """Whether the clause of a Chinese expression has any word that denies, also in another way: 逾期 for 未缴."""
    return any(CHINESE_NEGATION.search(one) or DENIED_OTHERWISE.search(one) for one in clause_around(text, expression))


def begins_with_a_denial(clause: str) -> re.Match[str] | None:
    """The word that denies in another way where a clause begins with it: 逾期贷款, and not 查处违法案件."""
    return LEADS_WITH_A_DENIAL.match(clause)


def denies_somehow(clause: str, text: str) -> bool:
    """Whether a Chinese clause may deny what it counts; by a deed (停用) only if the text does not tell the deed."""
    otherwise = begins_with_a_denial(clause)
    return (otherwise is not None and otherwise[1] not in text) or CHINESE_NEGATION.search(
        ONLY_NAMED_SO.sub("", clause)
    ) is not None


def direction_in(before: str) -> Direction:
    """Which way the last verb before a quantity says that it went."""
    places = [(found.start(), Direction.UP) for found in UP_WORDS.finditer(before)]
    places += [(found.start(), Direction.DOWN) for found in DOWN_WORDS.finditer(before)]
    return max(places)[1] if places else Direction.NONE


def way_to(before: str, expression: Expression) -> Direction:
    """Which way a quantity says that it went; 提高到2倍 says what it came to, and not by how many times."""
    if expression.kind is Sense.MULTIPLE and before.endswith(("到", "至", "为", "的", "是", "达")):
        return Direction.NONE
    return direction_in(before + expression.text[:2])


def noun_beside(before: str, behind: str, expression: Expression) -> str:
    """The known noun that touches a Chinese count: 镇 of 14个镇, 基地 of 示范基地10个, 项目 of 3个项目."""
    if expression.kind not in (Sense.COUNT, Sense.RANGE) or (expression.unit and expression.unit not in GENERIC):
        return ""
    for size in range(LONGEST_NOUN, 0, -1):
        if behind[:size] in CHINESE_NOUNS and len(behind) >= size:
            return behind[:size]
    if not behind:
        for size in range(LONGEST_NOUN, 1, -1):
            if before[-size:] in CHINESE_NOUNS and len(before) >= size:
                return before[-size:]
    return ""
