"""A plan said once holds for the clauses that follow it, and for all that stands under its heading."""

from __future__ import annotations

import pytest

from macros.quantities.chinese.carried_hedges import carried_hedge, hedge_under, is_of_plans
from macros.quantities.hedges import UNDER_PLANS

CARRIED = {
    # the clause in ⟦⟧ is asked about
    "力争总产不低于5万吨，⟦新增高标准农田3000亩⟧。": "力争",
    "力争总产不低于5万吨，新增农田3000亩，⟦培育农场10家以上⟧。": "力争",
    "2032年全区上下力争总产5万吨，⟦新增农田3000亩⟧。": "力争",
    "预计全年实现产值10亿元，⟦同比增长5%⟧。": "预计",
    "计划新建泵站12座，⟦改造8座⟧。": "计划",
    "明年拟建泵站2座，⟦改造8座⟧。": "拟",
    "明年将新增基地3个，⟦扩建5个⟧。": "将",
    "确保总产5万吨，⟦面积18万亩⟧。": "确保",
    "有望突破100家，⟦增长6%⟧。": "有望",
    "力争新增10家；⟦培育20家⟧。": "力争",
    "力争全年完成10个项目，已完成6个，⟦完工3个⟧。": "",
    "力争全年完成10个项目，⟦已完成6个⟧。": "",
    "力争全年完成10个项目，⟦目前完成6个⟧。": "",
    "力争全年完成10个项目，⟦完成了6个⟧。": "",
    "全年完成10个项目，⟦新增20家⟧。": "",
    "新增20家，力争达到30家，⟦培育5家⟧。": "力争",
    "⟦新增20家⟧，力争达到30家。": "",
    "拟建泵站一座，⟦总投资300万元⟧。": "",
    "计划总投资10亿元，⟦完成投资3亿元⟧。": "",
    "未完成10项，⟦完成20项⟧。": "",
    "没有新增项目，⟦续建20个⟧。": "",
    "印发《力争上游行动方案》，⟦新增20家⟧。": "",
    "为企业争取资金300万元，⟦惠及20家⟧。": "",
}


@pytest.mark.parametrize(("marked", "hedge"), CARRIED.items())
def test_a_plan_holds_until_a_clause_tells_what_is_so(marked: str, hedge: str) -> None:
    at = marked.index("⟦")
    assert carried_hedge(marked.replace("⟦", "").replace("⟧", ""), at) == hedge


HEADINGS = {
    "三、2032年工作打算": True,
    "四、下一步工作": True,
    "五、2032年工作计划": True,
    "（二）下半年工作安排": True,
    "2032年主要目标": True,
    "一、目标任务完成情况": False,
    "二、存在问题及下一步打算": False,
    "三、实施星火计划": False,
    "2031年工作总结和2032年工作计划": False,
    "二、主要工作": False,
}


@pytest.mark.parametrize(("heading", "plans"), HEADINGS.items())
def test_a_heading_of_plans_is_told_from_one_of_results(heading: str, plans: bool) -> None:
    assert is_of_plans(heading) is plans


def test_a_clause_that_tells_what_is_so_is_none_of_the_plans_it_stands_among() -> None:
    headings = ("（一）抓生产", "三、2032年工作打算")
    assert hedge_under("新增农田3000亩", headings) == UNDER_PLANS
    assert hedge_under("目前已有农田3000亩", headings) == ""
    assert hedge_under("新增农田3000亩", headings[:1]) == ""
