"""A qualifier that what the quantity is measured against parts from its number: 不足规划数的一半, 接近目标任务的80%."""

from __future__ import annotations

import re

from macros.quantities.chinese.passage import NUMERAL_CHARS, Passage
from macros.quantities.chinese.qualifier_words import BESIDE_A_WHOLE, COMPARING_VERBS, PLAIN_VERBS, any_of
from macros.quantities.expression import Qualifier, Sense

PARTS_AND_TIMES = frozenset({Sense.PERCENT, Sense.PERMILLE, Sense.FRACTION, Sense.MULTIPLE, Sense.RANGE})
"""Kinds that are so much of something."""
NEVER_VERB = (
    "(?![位场岗会期案]|之处|部分|问题|及时|及格|者|项目|标(?!准)|龄|意见|情绪|性|额(?!度)"
    "|时限|年限|期限|用地|业务|范围)"
)
"""Not behind a word that would be a verb: 不到位, 不足之处, 超过部分."""
PLAIN_OR_ABOUT = PLAIN_VERBS | {Qualifier.ABOUT: (*PLAIN_VERBS[Qualifier.ABOUT], "约为")}
MEASURED_AGAINST = "目标|计划|规划|任务|指标|预算|[去上前]年|同期|所需|应有"
A_WHOLE = f"(?:全[国省市县区球州院年体部]|总|整|{MEASURED_AGAINST})"
POINT_IN_TIME = "上一(?:年度?|季度|周期|轮)|第[一二三四]季度|十[一二三四]五|(?:19|20)[0-9]{2}年|[0-9]{1,2}月份?"
A_CHAR = f"(?![{NUMERAL_CHARS}的])[㐀-鿿]"
A_MEASURE = f"(?:{POINT_IN_TIME}|{A_CHAR}){{1,16}}?"
REACHED = (
    f"(?:{MEASURED_AGAINST}|需要|需求|定额|限额|总数|总量|总额|总体|全部|水平|[资年用本保售产]额|收入|支出|费用|经费|成本|造价|产值|利润|投资|全[国省市县区年])"
    "(?:任务|资金|经费|投资|目标|总?[数额量值])?"
)
"""Words for what was needed, planned or there before, at the end of a measure."""
LONGEST_APART = 24
PATTERNS_APART = (
    (PLAIN_OR_ABOUT, rf"{NEVER_VERB}{A_MEASURE}的\Z", PARTS_AND_TIMES),
    (COMPARING_VERBS, rf"{NEVER_VERB}{A_MEASURE}的\Z", PARTS_AND_TIMES),
    (BESIDE_A_WHOLE, rf"(?={A_WHOLE}){A_MEASURE}的\Z", PARTS_AND_TIMES),
    (PLAIN_OR_ABOUT, rf"{NEVER_VERB}(?:{A_MEASURE})??{REACHED}\Z", PARTS_AND_TIMES),
    (PLAIN_OR_ABOUT, rf"{NEVER_VERB}(?:{A_MEASURE})??{REACHED}的\Z", frozenset({Sense.COUNT})),
    (COMPARING_VERBS, rf"{NEVER_VERB}(?:{A_MEASURE})??{REACHED}的\Z", frozenset({Sense.COUNT})),
)
APART_BY_MEASURE = tuple(
    (qualifier, re.compile(any_of(words)), f"(?:{any_of(words)}){behind}", kinds)
    for verbs, behind, kinds in PATTERNS_APART
    for qualifier, words in verbs.items()
)
"""Each with its verbs alone: the whole takes long to compile, and most runs meet no such verb."""
ANY_VERB = re.compile("|".join(dict.fromkeys(verbs.pattern for _, verbs, _, _ in APART_BY_MEASURE)))
IN_EVERY_VERB = re.compile("[近约不至最码于超未逾突]")
"""One of these stands in each of those words."""
ENDS_CLAUSE = re.compile("[，。；、：！？\\s）)》”]|$")


def apart_by_measure(passage: Passage, start: int, end: int, kind: Sense) -> tuple[Qualifier, ...]:
    """The qualifier that stands before what a quantity is measured against, which stands before the quantity.

    A count must end its clause: 低于计划的3个 is fewer, while 低于计划的3个县 are counties below the plan.
    """
    if kind is Sense.COUNT and not ENDS_CLAUSE.match(passage.plain, end):
        return ()
    window = passage.before(start, 0, LONGEST_APART)
    if IN_EVERY_VERB.search(window) is None or ANY_VERB.search(window) is None:
        return ()
    found = (
        one
        for one, verbs, whole, kinds in APART_BY_MEASURE
        if kind in kinds and verbs.search(window) and re.search(whole, window)
    )
    return tuple(found)[:1]
