"""A qualifier that what the quantity is measured against parts from its number: 不足规划数的一半, 接近目标任务的80%."""

from __future__ import annotations

import re

from macros.quantities.chinese_passage import NUMERAL_CHARS, Passage
from macros.quantities.chinese_qualifiers import ABOUT_CHAR, any_of
from macros.quantities.expression import Qualifier, Sense

PARTS_AND_TIMES = frozenset({Sense.PERCENT, Sense.PERMILLE, Sense.FRACTION, Sense.MULTIPLE, Sense.RANGE})
"""Kinds that are so much of something."""
NEVER_VERB = "(?![位场岗会期案]|之处|部分|问题|及时|及格|者|项目|标(?!准)|龄|意见|情绪|性|额(?!度)|时限|年限|期限|用地|业务|范围)"
"""Not behind a word that would be a verb: 不到位, 不足之处, 超过部分."""
PLAIN_VERBS = {
    Qualifier.UNDER: (
        "(?<![找查服视在些处多])不足",
        "(?<![达找收看听得做办])不到",
        "达不到",
        "未到",
        "未达到?",
        "还不到",
    ),
    Qualifier.NEARLY: ("将近", "接近", "逼近"),
    Qualifier.ABOUT: ("大约", "约为"),
    Qualifier.AT_LEAST: (
        *("不少于", "不低于", "不小于", "不得少于", "不得低于", "不下于?", "至少", "最少", "起码", "最低"),
        *("大于等于", "大于或等于"),
    ),
    Qualifier.AT_MOST: (
        *("不超过", "不高于", "不大于", "不多于", "不得超过", "不得高于", "不得多于", "未超过", "至多", "最多", "最高"),
        *("小于等于", "小于或等于"),
    ),
}
"""Words that say how exact a part is, whatever it is measured against."""
COMPARING_VERBS = {
    Qualifier.OVER: (
        "远超过?",
        "(?<![不未])超过",
        "(?<![不未])超出",
        "(?<![不得])高于",
        "(?<![不得])大于",
        "(?<![不得])多于",
        "超逾",
    ),
    Qualifier.UNDER: ("(?<![不得])少于", "(?<![不得])低于", "(?<![不得])小于", "不及"),
}
"""Words that only 的 behind the measure makes say so: 超过去年同期20% is by so much."""
BESIDE_A_WHOLE = {
    Qualifier.NEARLY: ("(?<![最附邻靠临远亲走拉贴就新将接])近",),
    Qualifier.ABOUT: (ABOUT_CHAR,),
    Qualifier.OVER: ("逾", "(?<![赶反高])超", "突破"),
    Qualifier.UNDER: ("不满", "未满"),
}
"""Words of many other uses: they count right before a word for the whole or for what was to be reached."""
A_WHOLE = "(?:全[国省市县区球州院年体部]|总|整|目标|计划|规划|任务|指标|预算|[去上前]年|同期|所需|应有)"
POINT_IN_TIME = "上一(?:年度?|季度|周期|轮)|第[一二三四]季度|十[一二三四]五|(?:19|20)[0-9]{2}年|[0-9]{1,2}月份?"
A_CHAR = f"(?![{NUMERAL_CHARS}的])[㐀-鿿]"
A_MEASURE = f"(?:{POINT_IN_TIME}|{A_CHAR}){{1,16}}?"
REACHED = (
    "(?:所需|需要|需求|计划|规划|目标|任务|指标|预算|应有|定额|限额|总数|总量|总额|总体|全部|同期|水平|[去上前]年|全[国省市县区年])"
    "(?:任务|资金|经费|投资|目标|总?[数额量值])?"
)
"""Words for what was needed, planned or there before, at the end of a measure."""
LONGEST_APART = 24
PATTERNS_APART = (
    (PLAIN_VERBS, rf"{NEVER_VERB}{A_MEASURE}的\Z", PARTS_AND_TIMES),
    (COMPARING_VERBS, rf"{NEVER_VERB}{A_MEASURE}的\Z", PARTS_AND_TIMES),
    (BESIDE_A_WHOLE, rf"(?={A_WHOLE}){A_MEASURE}的\Z", PARTS_AND_TIMES),
    (PLAIN_VERBS, rf"{NEVER_VERB}(?:{A_MEASURE})??{REACHED}\Z", PARTS_AND_TIMES),
    (PLAIN_VERBS, rf"{NEVER_VERB}(?:{A_MEASURE})??{REACHED}的\Z", frozenset({Sense.COUNT})),
    (COMPARING_VERBS, rf"{NEVER_VERB}(?:{A_MEASURE})??{REACHED}的\Z", frozenset({Sense.COUNT})),
)
APART_BY_MEASURE = tuple(
    (qualifier, re.compile(f"(?:{any_of(words)}){behind}"), kinds)
    for verbs, behind, kinds in PATTERNS_APART
    for qualifier, words in verbs.items()
)
ENDS_CLAUSE = re.compile("[，。；、：！？\\s）)》”]|$")


def apart_by_measure(passage: Passage, start: int, end: int, kind: Sense) -> tuple[Qualifier, ...]:
    """The qualifier that stands before what a quantity is measured against, which stands before the quantity.

    A count must end its clause: 低于计划的3个 is fewer, while 低于计划的3个县 are counties below the plan.
    """
    if kind is Sense.COUNT and not ENDS_CLAUSE.match(passage.plain, end):
        return ()
    window = passage.before(start, 0, LONGEST_APART)
    found = (one for one, pattern, kinds in APART_BY_MEASURE if kind in kinds and pattern.search(window))
    return tuple(found)[:1]
