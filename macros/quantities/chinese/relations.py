"""How a Chinese sentence relates a quantity to another one: 同比增长1.3%, 其中3.2万吨, 占63%, 完成年度目标的103.4%."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from macros.quantities.expression import Expression, Sense


class RelationKind(StrEnum):
    """What a quantity is of another one."""

    INCREASE = "increase"
    DECREASE = "decrease"
    CHANGE = "change"
    """A change whose sign tells the way: 同比-4.6%, 增速为1.3%."""
    TIMES = "times"
    """How many times what it was: 是上年的1.5倍, 翻一番."""
    PART = "part"
    SHARE = "share"
    RATE = "rate"
    """How much of a target or plan was reached: 完成率, 到位率, 完成年度目标的103.4%."""
    RESULT = "result"
    """What was reached of a target or plan: 目标3.5亿元，完成3.62亿元."""


CHANGES = frozenset({RelationKind.INCREASE, RelationKind.DECREASE, RelationKind.CHANGE, RelationKind.TIMES})


class Against(StrEnum):
    """What a change is measured against, where that is no date."""

    YEAR_EARLIER = "year-earlier"
    """The same period of the year before: 同比, 比去年同期."""
    LAST_YEAR = "last-year"
    LAST_YEAR_END = "last-year-end"
    YEAR_START = "year-start"
    PERIOD_BEFORE = "period-before"
    """环比, 比上期."""
    LAST_QUARTER = "last-quarter"
    LAST_MONTH = "last-month"
    TARGET = "target"


@dataclass(frozen=True, slots=True)
class StatedRelation:
    """A relation that a sentence states: its kind, what a change is against, and its words to the end of the quantity.

    ``against`` is one of ``Against``, or a date as ``Expression.named`` has it; empty where nothing is said.
    """

    kind: RelationKind
    against: str
    words: str


HERE = "[^，,；;。！？：:\n]"
"""A character of the same clause."""
SHARE_KINDS = frozenset({Sense.PERCENT, Sense.PERMILLE, Sense.FRACTION, Sense.RANGE, Sense.MULTIPLE})
COUNT_KINDS = frozenset({Sense.COUNT, Sense.RANGE})
KINDS_OF_CHANGE = frozenset({*SHARE_KINDS, *COUNT_KINDS, Sense.POINTS})
"""Kinds that may be a change."""
CLAUSE = re.compile("[，,；;。！？：:\n]")
PART_OF_SENTENCE = re.compile("[；;。！？\n]")
TARGETS = "(?:目标|任务|计划|预算|指标)"
LINK_TO_NUMBER = "(?:分别)?(?:为|达到?|是|至|已|均|约|仅|只有|超过?|突破|接近|近|了){0,3}"
"""What may stand between a word and the number it introduces."""
NUMBER_LISTED = f"(?:{HERE}{{1,24}}[、和及])?"
"""A number before this one in a list of which both are: 增长1.3%、2.5%."""
UP_BESIDE = "增长|增加|上升|上涨|提高|提升|扩大|新增|净增|增产|增收|超出|高出|超额完成|超额|延长|增|升|涨"
DOWN_BESIDE = "负增长|下降|减少|降低|下滑|下跌|回落|缩减|缩短|收窄|压减|压缩|减产|减收|净减|减|降|跌"
BESIDE = "(?:分别|各|均|仅|只)?了?(?:约|近|超过?|接近|突破){0,2}"
"""What may stand between a verb and its number; 到, 至 and 为 say what it came to, and not by how much it changed."""
UP_COMPARED = "多|高|快|超过?|长"
DOWN_COMPARED = "少|低|慢|短"
UP_OF_THINGS = "新增|净增|增加|增产|增收|增长"
DOWN_OF_THINGS = "减少|减产|减收|净减|压减"
CHANGED = re.compile(
    f"(?:(?P<down>{DOWN_BESIDE})|(?P<up>{UP_BESIDE})){BESIDE}{NUMBER_LISTED}\\Z"
    f"|(?:(?P<fell>[降减跌]幅)|(?P<rose>[增升涨]幅)){LINK_TO_NUMBER}{NUMBER_LISTED}\\Z"
)
CHANGED_AGAINST = re.compile(f"(?:(?P<up>{UP_COMPARED})|(?P<down>{DOWN_COMPARED}))[出了]?{BESIDE}\\Z")
CHANGED_THINGS = re.compile(f"(?:(?P<up>{UP_OF_THINGS})|(?P<down>{DOWN_OF_THINGS}))(?!到|至|为){HERE}{{0,24}}\\Z")
CHANGE_BEHIND = re.compile("(?:左右|以上)?的(?:(?P<up>增长|增幅|增速|升幅|涨幅|提升)|(?P<down>下降|降幅|减幅|跌幅))")
SIGNED = re.compile(f"(?:增速|增长率|增减率?|变化|变动|同比|环比){LINK_TO_NUMBER}\\Z")
CAME_TO = re.compile("[到至为成]了?(?:约|近|超过?)?\\Z")
COMES_TO_TIMES = re.compile(f"(?:是|为|达到?|相当于|系){HERE}{{0,12}}的{LINK_TO_NUMBER}\\Z")
COMPARING = "(?:相比|相较|对比|[比较与同跟和])"
A_YEAR_BEFORE = "(?:去年|上年度?|上一年度?)"
COMPARED_WITH = re.compile(
    "(?P<year_earlier>同比|(?:比|较|与|同|跟|和)(?:之|于|了)?YEAR(?:同期|同月|同季度?|同一时期)|比同期|较同期)"
    "|(?P<period_before>环比|(?:比|较|与|同)(?:上一?期|前一期|上一季|上一阶段))"
    "|(?P<last_year_end>(?:比|较|与|同)YEAR?(?<=年|度)(?:年)?[末底])"
    "|(?P<year_start>(?:比|较|与|同)(?:今年|本年)?年?初)"
    "|(?P<last_quarter>(?:比|较|与|同)上一?个?季度?)"
    "|(?P<last_month>(?:比|较|与|同)上一?个?月)"
    "|(?P<target>(?:比|较|超额?(?:完成)?|高于|高出|超出|低于)HERE{0,6}TARGETS|超额完成)"
    "|(?P<last_year>(?:比|较|与|同|跟)YEAR|(?:是|为|达到?|相当于)YEAR的)".replace("YEAR", A_YEAR_BEFORE)
    .replace("HERE", HERE)
    .replace("TARGETS", TARGETS)
)
BEFORE_A_DATE = re.compile(f'(?:{COMPARING}|是|为|相当于|达到?)[“"]?\\Z')
ONLY_COMPARED = re.compile(f"{COMPARING}{HERE}{{1,16}}(?:相比|比较|比)?\\Z|{HERE}{{0,8}}同比\\Z")
RATE = re.compile(
    f"(?:完成|到位|执行|兑现|落实|实现|达成|履约|支出|拨付)(?:进度|率|比例){NUMBER_LISTED}{LINK_TO_NUMBER}\\Z"
    f"|(?:完成|达到?|实现|达成|为|是|占|相当于)了?{HERE}{{0,12}}{TARGETS}(?:总|任务)?(?:数|值|额|量)?的{LINK_TO_NUMBER}\\Z"
)
SHARE = re.compile(
    f"(?:占比|占{HERE}{{0,24}}?的?(?:比重|比例|份额)|(?:所占)?比重|份额){NUMBER_LISTED}{LINK_TO_NUMBER}\\Z"
    f"|(?<!侵)占据?(?:到|了)?(?:{HERE}{{1,24}}的)?{NUMBER_LISTED}{LINK_TO_NUMBER}\\Z"
    f"|占(?:全|总|同|该|本|地|财政|生产|[A-Z]){HERE}{{0,24}}{LINK_TO_NUMBER}\\Z"
)
SHARE_BEHIND = re.compile("的(?=[\u4e00-\u9fff])(?!增|降|目标|任务|速度)")
AMONG = re.compile("其中|包括|当中")
SHARE_TOLD = re.compile("[，,、（(]?(?:分别|约)?(?:所?占)(?!地|用)[^，,；;。！？]{0,24}?(?:[0-9０-９]%|‰|分之|[成半])")
"""Behind a part: the share that it has."""
RESULT = re.compile(f"(?:完成|到位|实现|达到|落实|执行|兑现|拨付|支出|使用|建成|实际|累计|已){HERE}{{0,16}}\\Z|达\\Z")


def relation_in(text: str, one: Expression, found: Sequence[Expression] = ()) -> StatedRelation | None:
    """The relation that a sentence states of one quantity in it; None where its words state none.

    ``found`` are the expressions of the sentence, among them the dates that it may be compared with. What the clause
    of the quantity says holds before 其中, which holds up to the next semicolon.
    """
    clause = max((mark.end() for mark in CLAUSE.finditer(text, 0, one.start)), default=0)
    before = text[clause : one.start]
    return (
        changed(text, clause, one, found)
        or (matched(RATE, RelationKind.RATE, text, clause, one) if one.kind in SHARE_KINDS else None)
        or (matched(SHARE, RelationKind.SHARE, text, clause, one) if one.kind in SHARE_KINDS else None)
        or among(text, one)
        or (matched(RESULT, RelationKind.RESULT, text, clause, one) if counts_or_measures(one) and before else None)
    )


def counts_or_measures(one: Expression) -> bool:
    """Whether a quantity counts or measures things: a range in per cent does not."""
    return one.kind in COUNT_KINDS and one.unit not in ("%", "％", "‰", "成", "个百分点", "百分点", "倍")


def matched(
    pattern: re.Pattern[str], kind: RelationKind, text: str, clause: int, one: Expression
) -> StatedRelation | None:
    """A relation that words right before a quantity state in its clause."""
    words = pattern.search(text[clause : one.start])
    return StatedRelation(kind, "", text[clause + words.start() : one.end]) if words else None


def among(text: str, one: Expression) -> StatedRelation | None:
    """Part of a whole that 其中 introduces; of a fraction, the share of what 其中 or the noun behind it names."""
    part = max((mark.end() for mark in PART_OF_SENTENCE.finditer(text, 0, one.start)), default=0)
    words = AMONG.search(text, part, one.start)
    if counts_or_measures(one):
        words = words or SHARE_TOLD.match(text, one.end)
        return StatedRelation(RelationKind.PART, "", words[0].lstrip("，,、（(")) if words else None
    if one.kind not in SHARE_KINDS or one.kind is Sense.MULTIPLE:
        return None
    behind = SHARE_BEHIND.match(text, one.end)
    return StatedRelation(RelationKind.SHARE, "", one.text) if words or behind else None


def changed(text: str, clause: int, one: Expression, found: Sequence[Expression]) -> StatedRelation | None:
    """A change that the clause of a quantity states, and what it is measured against."""
    if one.kind not in KINDS_OF_CHANGE:
        return None
    before = text[clause : one.start]
    against, begins = compared_with(text, clause, one, found)
    if one.kind is Sense.MULTIPLE and (one.text.startswith("翻") or "翻" in one.text or COMES_TO_TIMES.search(before)):
        known = against or one.text.startswith("翻")
        return StatedRelation(RelationKind.TIMES, against, text[min(begins, one.start) : one.end]) if known else None
    word = CHANGED.search(before) or (CHANGED_AGAINST.search(before) if against else None)
    if word is None and counts_or_measures(one) and not CAME_TO.search(before):
        word = CHANGED_THINGS.search(before)
    if word is not None:
        kind = RelationKind.INCREASE if word.lastgroup in ("up", "rose") else RelationKind.DECREASE
        return StatedRelation(kind, against, text[min(begins, clause + word.start()) : one.end])
    if behind := CHANGE_BEHIND.match(text, one.end):
        kind = RelationKind.INCREASE if behind.lastgroup == "up" else RelationKind.DECREASE
        return StatedRelation(kind, against, text[min(begins, one.start) : behind.end()])
    if one.kind not in COUNT_KINDS and (signed := SIGNED.search(before)):
        return StatedRelation(RelationKind.CHANGE, against, text[min(begins, clause + signed.start()) : one.end])
    return None


def compared_with(text: str, clause: int, one: Expression, found: Sequence[Expression]) -> tuple[str, int]:
    """What a quantity is compared with, and where these words begin; in its clause, or in one before that says no more.

    Nothing, and the end of the quantity, where nothing is said.
    """
    dates = [date for date in found if date.kind is Sense.DATE and date.named[:1].isdigit()]
    start = clause
    for _ in range(2):
        for date in reversed(dates):
            if start <= date.start < one.start and (link := BEFORE_A_DATE.search(text, start, date.start)):
                return date.named, link.start()
        words = list(COMPARED_WITH.finditer(text, start, one.start))
        if words and words[-1].lastgroup:
            return Against(words[-1].lastgroup.replace("_", "-")), words[-1].start()
        earlier = max((mark.end() for mark in CLAUSE.finditer(text, 0, max(clause - 1, 0))), default=0)
        if start != clause or not clause or not ONLY_COMPARED.fullmatch(text[earlier : clause - 1]):
            break
        start = earlier
    return "", one.end
