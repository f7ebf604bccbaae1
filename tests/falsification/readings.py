"""Readings: words of a sentence that the grammar must not leave off a number."""

from __future__ import annotations

from tests.falsification.second_document import second

ATTEMPTS = (
    second(
        "不足 apart from its number",
        "完成不足规划数的一半",
        "Half of the plan was done.",
        summary=("完成规划数的{second}", "It did {second} of the plan."),
    ),
    second("不到 apart from its number", "不到计划的三成", "30% of the plan."),
    second("接近 apart from its number", "接近目标任务的80%", "80% of the target."),
    second("近 apart from its number", "近全市总数的四成", "40% of the city’s total."),
    second("超过 apart from its number", "超过去年同期水平的2倍", "Twice the level of the same period of last year."),
    second("远远不足 apart from its number", "远远不足所需的500万元", "CNY 5 million, as needed."),
    second(
        "per 100,000 left off",
        "报告发病率为每10万人156.3例",
        "The reported incidence was 156.3 cases per 100,000 people.",
        summary=("全市发病{second}", "The city had {second}."),
    ),
    second(
        "per 1,000 left off",
        "每千人口医师2.1人",
        "There were 2.1 doctors per 1,000 people.",
        summary=("全市医师{second}", "The city has {second} as doctors."),
    ),
    *(
        second(f"hedge not read: {zh}", zh, "15 were completed.", summary=("完成{second}", "It completed {second}."))
        for zh in ("难以完成15家", "并非15家", "15家被取消", "尚待完成15家", "本应完成15家")
    ),
    second("plan not read", "15家计划于明年开工", "15 are planned to start next year.", told=("计划数，非已完成数",)),
)
