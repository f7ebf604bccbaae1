"""What a figure is called: nothing that its clause does not say (rules/rewordings.py, rules/label_words.py)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.edits import replaced
from tests.rules.bureau import AREA, bureau, figure, figures, said

ZH, EN = "figures[0].label.zh", "figures[0].label.en"
LABELS = {
    # the clause, what its figure is called in Chinese and English, and where that is refused; nothing where it passes
    "a denial": ("发放资料20份", "未发放资料", "Material", ZH),
    "a denial in English": ("发放资料20份", "资料", "Material not handed out", EN),
    "what a clause denies": ("未办结件20件", "未办结件", "Cases not closed", ""),
    "a word that only looks like a denial": ("资助未成年人20人", "未成年人", "Minors", ""),
    "a fall for a rise": ("产量增长5%", "产量降幅", "Output", ZH),
    "a rise for a fall": ("产量下降5%", "产量增幅", "Output", ZH),
    "a fall for a rise in English": ("产量增长5%", "产量变化", "Fall in output", EN),
    "its own direction": ("产量下降5%", "产量降幅", "Fall in output", ""),
    "another base": ("产量同比增长5%", "产量环比增幅", "Growth of output", ZH),
    "another base in English": ("产量同比增长5%", "产量增幅", "Growth of output on the previous month", EN),
    "its own base": ("产量同比增长5%", "产量同比增幅", "Growth of output on a year earlier", ""),
    "another whole": ("全市排名第9", "全省排名", "Rank", ZH),
    "another whole in English": ("全市排名第9", "排名", "Rank in the province", EN),
    "its own whole": ("全市排名第9", "全市排名", "Rank in the city", ""),
    "another rate": ("每季度办讲座2场", "每月讲座", "Talks", ZH),
    "another rate in English": ("每季度办讲座2场", "讲座", "Talks each month", EN),
    "its own rate": ("每季度办讲座2场", "每季度讲座", "Talks each quarter", ""),
    "a rate in other words": ("每月办讲座2场", "月均讲座", "Talks a month", ""),
    "an opposite": ("出口2万元", "进口额", "Trade", ZH),
    "an opposite in English": ("出口2万元", "出口额", "Imports", EN),
    "no opposite": ("出口2万元", "出口额", "Exports", ""),
    "an opposite that its clause leads to": ("农村居民进城落户20人", "城镇新落户居民", "New urban residents", ""),
    "a country that is no nation": ("全市乡村旅游点3个", "乡村旅游点", "Holiday sites in the country", ""),
    "a year up to today": ("今年以来注册志愿者达20人", "目前志愿者", "Volunteers today", ""),
    "a day for a year": ("今年接待20人", "接待", "Visitors today", EN),
    "the unemployed": ("见习岗位3个", "见习岗位", "Trainee posts for the unemployed", ""),
    "what is as it should be": ("抽检合格23批次", "合格批次", "Batches with no fault", ""),
    "what is being built": ("在建项目23个", "在建项目", "Projects not yet finished", ""),
    "what is late": ("晚点航班23架次", "晚点航班", "Flights not on time", ""),
    "a deed undone in English": ("解决问题50个", "问题", "Problems unsolved", EN),
    "a kind that English denies": ("开展暗访检查45次", "暗访检查", "Unannounced inspections", ""),
    "a kind by its law": ("拆除违建3处", "违建", "Unauthorized buildings", ""),
    "a deed that only looks undone": ("卸货12万吨", "卸货量", "Cargo unloaded", ""),
    "a find that only looks undone": ("文物出土320件", "文物出土", "Relics unearthed", ""),
    "a failure of a thing": ("设备故障35次", "设备故障", "Equipment failures", ""),
    "what is no longer so": ("注销企业1200户", "注销企业", "Firms no longer registered", ""),
    "what is not yet so": ("正在办理案件23件", "在办案件", "Cases not yet closed", ""),
    "what was sent back": ("驳回申请23件", "驳回申请", "Applications not granted", ""),
    "what only the clause says is missing": ("未使用土地5亩", "土地", "Land not used", ""),
    "a denial in shorter words": ("不符合标准车辆淘汰23辆", "不合标准车辆", "Vehicles below standard", ""),
    "what is owed": ("拖欠工资案件23件", "未付工资案件", "Cases of unpaid wages", ""),
    "what stands empty": ("空置房23套", "未入住房屋", "Homes nobody lives in", ""),
    "what waits": ("待审案件23件", "未审案件", "Cases not yet tried", ""),
    "what is in hand": ("正在审理23件", "未审结", "Not decided", ""),
    "what was dealt with, denied": ("查处违法案件23件", "未查处案件", "Cases", ZH),
    "what was solved, denied": ("解决逾期问题23个", "未解决问题", "Problems", ZH),
    "what grew by its name is a fall": ("减排量增长5%", "减排量降幅", "Emissions avoided", ZH),
    "who was absent": ("缺考23人", "未参加考试", "Did not sit the test", ""),
    "who was against": ("反对票23张", "不同意票", "Votes not in favour", ""),
    "against the rules": ("违规办学机构23家", "不合规办学机构", "Schools that did not follow the rules", ""),
    "over the limits": ("超标样品23份", "不达标样品", "Samples that did not pass", ""),
    "what is closed": ("封闭道路23条", "不通车道路", "Roads not open", ""),
    "what is put off": ("暂缓公开3件", "暂不公开", "Not disclosed for now", ""),
    "what was put off, and is not": ("暂缓公开3件", "未暂缓公开", "Put off", ZH),
    "growth that slowed": ("增速放缓2%", "增速放缓", "Slower growth", ""),
    "a fall that grew": ("房价降幅扩大到2%", "房价降幅", "Fall in house prices", ""),
    "a rise that shrank": ("房价涨幅回落至2%", "房价涨幅", "Rise in house prices", ""),
    "fewer that rise": ("涨价商品减少12种", "涨价商品减少数", "Fewer goods with rising prices", ""),
}


@pytest.mark.parametrize("case", LABELS)
def test_what_a_figure_may_be_called(case: str, tmp_path: Path) -> None:
    clause, zh, en, expected = LABELS[case]
    data = bureau(tmp_path, [f"{clause}。"], figures(figure(clause), quote=clause))
    replaced(AREA, "      zh: 数\n      en: Number", f"      zh: {zh}\n      en: {en}")(data)
    assert [field for field, _ in said(data)] == ([expected] if expected else [])


SUMMARIES = {
    "its own direction": ("产量增长{first}。", "Output rose {first}.", False),
    "the other direction": ("产量下降{first}。", "Output fell {first}.", True),
    "no direction": ("增幅为{first}。", "It was {first}.", False),
}


@pytest.mark.parametrize("case", SUMMARIES)
def test_a_figure_is_told_the_way_it_went(case: str, tmp_path: Path) -> None:
    zh, en, refused = SUMMARIES[case]
    data = bureau(tmp_path, ["产量增长5%。"], figures(figure("产量增长5%"), quote="产量增长5%"))
    replaced(AREA, "  zh: 做了工作。\n  en: Work was done.", f'  zh: "{zh}"\n  en: "{en}"')(data)
    assert bool(said(data)) is refused
