"""The word of a clause that says that what it tells is not so, or not yet so: 未完成15个项目, 力争新增20家."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import replace

from macros.quantities.chinese.passage import CLAUSE_MARKS
from macros.quantities.expression import Expression, Sense

NOT_OF_BU = (
    "断|仅|但|光|同(?!意)|少|等|一|只|止|限|论|管|良|动产|锈钢|法|利|合格|文明|稳定|忘|懈|折不扣|可或缺|愧|误|久|慎|明|安全|满意|胜|妨|惜|乏|失时机"
    "|低于|超过|足|到|高于|大于|小于|多于|及|满|下于?[0-9一二三四五六七八九十百千]|早于|晚于|短于|长于|得(?:少于|低于|超过|高于|多于)|予|料|由|啻"
    "|匹配|规则|对称|平衡|充分|规范|舍|饱和|畅|便|力|实|当|适|孕|错|符合?|均|可抗力|透水|愿|见|幸|育|朽|解|屈|吝|遗余力"
)
NOT_OF_WU = (
    "偿|人机|人驾驶|人车|人艇|人配送|人值守|线|锡|害|障碍|纸化|缝|论|疑|党派|形|机|菌|私|公害|烟|废|组织|证|照|牌|房|业|讼|棣|为|限|价|比|数|理由|籍|核|尘|边|量|穷"
    "|极|极县|愧|微不至|所谓|水印|接触|感|抵押|还本|陪护|动力|界|损|源|毒|核化|疫|症状|忧|须|需"
)
NOT_OF_WEI = (
    "来|成年|婚|予|央|雨绸缪|病|知|免|遂|名湖|满|到|超过"
    "|达到?(?:[\u4e00-\u9fff]{1,12}?的)?[0-9一二两三四五六七八九十百千半]"
)
MONEY_TO_WIN = (
    "(?:到|了|(?:上级|中央|省级?|国家级?|市级?|区级?|各级|各类|科技|财政|专项|政策|政策性|无偿|外来|社会|重点|更多|项目|到位|债券|中央和省级?)*"
    "(?:资金|项目|经费|补助|专项|债券|债|贷款|政策|支持|投资|指标|名额|扶持|资助|奖补|用地))"
)
FUTURE_VERBS = (
    "(?:全[面力程]|[于在以为与对向按会是再继进逐大分陆持不实新建开推组举完达支投扶加增设安启落力重着围同共统累带拉促使让引培打创争形吸"
    "帮助覆惠节减降突超占成发改制出修保确供提用派召邀评验申招采购搭布续压缩])"
)
"""What begins with one of these behind 将 is a verb, or stands before one: 将新增, 将进一步扩大."""
MOVED_BY_BA = (
    "列[入为]|纳入|移[出送交]|压[缩减]|缩短|精简|[减降增]至|降[到低]|减[到少]|增加|提[高升]|扩大|调整|下放|取消|整合|合并|划分|分[为成解]"
    "|拨[付给]|发放|下达|返还|退还|集中|统筹|安排|划[转拨]|作为|用于|转[为化]|认定|评为|确定|细化|推广|延长|[由从]"
)
"""Verbs of what is done to the thing that 将 stands before, where it is 把: 将办理时限压缩50%."""
STANDING_BEFORE = {
    "未": ("", f"(?!{NOT_OF_WEI})"),
    "没": ("(?<![淹沉埋出吞罚查抄缴湮覆泯])", "(?![收落过头入有])"),
    "不": ("", f"(?!{NOT_OF_BU})"),
    "无": ("(?<![有毫从虚])", f"(?!{NOT_OF_WU})"),
    "难以": ("", "(?!置信|忘怀)"),
    **dict.fromkeys(("本应", "本该", "原应", "原该"), ("", "(?!当前|用)")),
    "将": (
        "(?:(?<=[即必])|(?<![干主名大老健小麻武上中少])(?!将(?:近|军|领|士|[0-9“《]|[一二两三四五六七八九十百千几]|其|该|各|所有|有关"
        f"|此|全[市省区县部]|原|这|本|(?!{FUTURE_VERBS})[^，。；：！？\\n]{{2,14}}?(?:{MOVED_BY_BA}))))",
        "",
    ),
    "拟": ("(?<![模虚草])", "(?!定|订|制|合|人|写|态|稿|建立法|任|录用)"),
    "争取": ("(?<!的)(?<!竞相)", f"(?!{MONEY_TO_WIN})"),
    "预期": ("", "(?!目标|效果|成果|寿命)"),
    "计划": (
        "(?:^|(?<=[，；。：！？、（“\\s年月日原并还共前步局区市县省司团们均也总再预期初内将已]))",
        "(?!项目|单列|生育|书|内|外|类|指标|任务|支持|资助|的|表|数|总数|目标|、|》|”|，|。|经济|管理|在内|科|处)",
    ),
    "目标": (
        "(?<!完成)(?<!实现)(?<!达到)(?<!完成年度)(?<!完成全年)(?<!超年度)(?<!超全年)",
        "(?=(?:值|任务)?(?:为|是|：|:|达|到|[0-9一二两三四五六七八九十百千]|增长|新增|控制在|突破|超过))",
    ),
    **dict.fromkeys(("没有", "无法", "并非", "尚待", "有待", "亟待", "仍待", "原定"), ("", "")),
    **dict.fromkeys(("还差", "尚差", "仍差", "只差", "还缺", "尚缺", "仍缺", "只缺"), ("", "")),
    "确保": ("", "(?![^，。；：！？\\n]{0,16}了)"),
    "努力": ("", "(?=完成|实现|达到?|新增|建成|培育|打造)"),
    **dict.fromkeys(("力争", "力求", "预计", "有望", "可望", "打算"), ("", "")),
}
"""Hedges that stand before the quantity, each with what must stand before it and behind it to make it one."""
FIRST_OF_HEDGE = f"(?=[{''.join(sorted({word[0] for word in STANDING_BEFORE}))}])"
HEDGE = re.compile(
    f"{FIRST_OF_HEDGE}(?:"
    + "|".join(f"{before}{word}{behind}" for word, (before, behind) in sorted(STANDING_BEFORE.items(), reverse=True))
    + ")"
)
BRACKETED = re.compile(r"[（(][^（()）\n]{1,60}[）)]")
MOST_CLOSED = 4
"""Hedges in closed brackets that are passed over to find the one before them."""
CAN_BE_HEDGED = frozenset(Sense) - {Sense.NAME, Sense.ORDINAL, Sense.ENUMERATOR, Sense.PER}


def hedged(plain: str, expressions: list[Expression]) -> tuple[Expression, ...]:
    """The expressions with the nearest hedge before them in their clause."""
    if not expressions:
        return ()
    ends = [mark.end() for mark in CLAUSE_MARKS.finditer(plain)]
    words = [(found.start(), found[0]) for found in HEDGE.finditer(plain)]
    places = [place for place, _ in words]
    closed = closed_at(plain, places)
    made = []
    for one in expressions:
        clause = bisect.bisect_right(ends, one.start)
        begins = ends[clause - 1] if clause else 0
        last = bisect.bisect_left(places, one.start) - 1
        within = range(last, max(last - MOST_CLOSED, -1), -1)
        hedge = next((words[at] for at in within if words[at][0] >= begins and closed[at] > one.start), None)
        made.append(replace(one, negated=hedge[1]) if hedge and one.kind in CAN_BE_HEDGED else one)
    return tuple(made)


def closed_at(plain: str, places: Sequence[int]) -> list[int]:
    """For each hedge where the bracket that it stands in closes: （不含农户） denies nothing behind it."""
    brackets = [(found.start(), found.end()) for found in BRACKETED.finditer(plain)]
    starts = [start for start, _ in brackets]
    closed = []
    for place in places:
        at = bisect.bisect_right(starts, place) - 1
        inside = at >= 0 and place < brackets[at][1]
        closed.append(brackets[at][1] if inside else len(plain))
    return closed
