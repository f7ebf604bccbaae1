"""A hedge said once for what follows: 力争总产不低于5万吨，新增高标准农田3000亩, both of which are aims."""

from __future__ import annotations

import re
from collections.abc import Iterable

from macros.quantities.chinese.hedges import HEDGE
from macros.quantities.hedges import DENIALS, HEDGE_OF_WORD, UNDER_PLANS
from macros.text.clauses import balanced, clauses_of

LEADS_WITHIN = 14
"""Characters of a clause within which a hedge stands that rules what follows, too: 2032年全区上下力争."""
SAYS_DONE = re.compile(
    "已(?!有之)|目前|现已|截至|截止|实际|累计|现有|[\u4e00-\u9fff](?<![为除])了(?![解结])|去年以来|今年以来|到位资金|其间"
)
"""A clause with one of these tells what is so, whatever the clauses before it aim at."""
OF_THE_THING = re.compile("(?:该?项目)?(?:总投资|计划投资|概算|总?占地|总?建筑面积|设计|总?规模|总长)")
"""A clause that begins so describes what is planned, and no plan of its own: 拟建泵站一座，总投资300万元."""
NAMES_A_PLAN = re.compile("计划(?:总|年度)?(?:投资|用地|任务|总量)")


def carried_hedge(text: str, at: int) -> str:
    """The word by which an earlier clause puts into the future what stands ``at`` a place of ``text``.

    ``text`` is a sentence, with those before it that end in a semicolon. The hedge stands near the beginning of its
    clause, before any number; it holds until a clause tells what is so. Empty where nothing is carried over.
    """
    word = ""
    for start, end in clauses_of(text):
        clause = text[start:end]
        done = SAYS_DONE.search(clause)
        if at < end:
            return "" if done or OF_THE_THING.match(clause) else word
        word = leading_hedge(clause) or ("" if done else word)
    return word


def leading_hedge(clause: str) -> str:
    """The hedge near the beginning of a clause that puts into the future all that it goes on to name."""
    inside = balanced(clause)
    found = next((one for one in HEDGE.finditer(clause) if not inside[one.start()]), None)
    if found is None or found.start() > LEADS_WITHIN or HEDGE_OF_WORD[found[0]] in DENIALS:
        return ""
    return "" if NAMES_A_PLAN.match(clause, found.start()) else found[0]


OF_PLANS = re.compile(
    "打算|下一步|下步|下阶段|工作思路|努力方向|(?:工作|年|季度)计划|计划安排|工作安排|工作部署|工作展望|(?:工作|主要|预期)目标|目标任务"
)
OF_RESULTS = re.compile("完成|落实|执行|进展|实现|情况|回顾|成效|问题|总结")


def is_of_plans(heading: str) -> bool:
    """Whether a heading says of what stands under it that it is planned: 三、2032年工作打算.

    One that names results or faults beside plans (存在问题及下一步打算) says nothing of either.
    """
    return OF_PLANS.search(heading) is not None and not OF_RESULTS.search(heading)


def hedge_under(clause: str, headings: Iterable[str]) -> str:
    """The hedge that the headings of a clause put on it; none on a clause that tells what is so."""
    return UNDER_PLANS if not SAYS_DONE.search(clause) and any(map(is_of_plans, headings)) else ""
