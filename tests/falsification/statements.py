"""Statements: clauses cut, rewordings, translations that say another thing."""

from __future__ import annotations

from tests.falsification.attempt import AREA, BASES, COMMISSIONERS, CRAB, LEADING, WEEK, attempt

ATTEMPTS = (
    attempt(
        "a statement's clause invented",
        (WEEK, "    quote: 积极开展科普宣传活动\n", "    quote: 获得全国先进单位称号\n"),
    ),
    attempt(
        "a prize quoting 活动",
        (
            WEEK,
            "  - en: The bureau actively carried out science outreach.\n    quote: 积极开展科普宣传活动\n",
            "  - zh: 获得全国科普先进单位称号。\n    en: It won a national prize.\n    quote: 活动\n",
        ),
    ),
    attempt(
        "a prize quoting a comma",
        (
            WEEK,
            "  - en: The bureau actively carried out science outreach.\n    quote: 积极开展科普宣传活动\n",
            "  - zh: 获得全国科普先进单位称号。\n    en: It won a national prize.\n    quote: ，\n",
        ),
    ),
    attempt(
        "a prize on a whole clause",
        (
            WEEK,
            "  - en: The bureau actively carried out science outreach.\n",
            "  - zh: 获得全国科普先进单位称号。\n    en: It won a national prize for science outreach.\n",
        ),
        told=("获得全国科普先进单位称号",),
    ),
    attempt(
        "a clause without its 力争",
        (
            AREA,
            "    quote: 推进产学研结合，提升洪湖河蟹产业技术创新能力\n",
            "    quote: 在3年内把“洪湖清水”蟹打造成中国“驰名商标”\n",
        ),
    ),
    attempt(
        "half of a clause",
        (
            COMMISSIONERS,
            "    quote: 受到了广大农民群众的欢迎，取得了良好的经济和社会效益\n",
            "    quote: 受到了广大农民群众\n",
        ),
    ),
    attempt(
        "two clauses that do not stand together",
        (
            COMMISSIONERS,
            "    quote: 受到了广大农民群众的欢迎，取得了良好的经济和社会效益\n",
            "    quote: 去年，取得了良好的经济和社会效益\n",
        ),
    ),
    attempt(
        "number in a statement's English",
        (LEADING, "applied for {projects-applied} projects", "applied for 40 projects"),
    ),
    attempt(
        "statement's English without its number",
        (LEADING, "applied for {projects-applied} projects", "applied for projects"),
    ),
    attempt(
        "statement's English denied",
        (AREA, "en: The alliance is intended to bring industry", "en: The alliance is not intended to bring industry"),
        told=("is not intended to bring",),
    ),
    attempt(
        "statement's English says another thing",
        (BASES, "en: The bureau pushed ahead with the project", "en: The bureau completed the project"),
        told=("completed the project",),
    ),
    attempt(
        "reworded with a number",
        (WEEK, "zh: 现场咨询活动由科技局联合其他部门开展；", "zh: 现场咨询活动由科技局联合20个部门开展；"),
    ),
    attempt(
        "reworded",
        (WEEK, "zh: 现场咨询活动由科技局联合其他部门开展；", "zh: 现场咨询活动由科技局联合全市各部门开展；"),
        told=("联合全市各部门开展",),
    ),
    attempt(
        "reworded as a denial",
        (WEEK, "zh: 现场咨询活动由科技局联合其他部门开展；", "zh: 现场咨询活动未联合任何部门开展；"),
    ),
    attempt(
        "a goal reworded as met",
        (
            CRAB,
            "    en: The aim is, within {goal-term},",
            "    zh: 已在{goal-term}内打造成。\n    en: The aim is, within {goal-term},",
        ),
    ),
    attempt(
        "a goal reworded without its term",
        (
            CRAB,
            "    en: The aim is, within {goal-term}, to make",
            "    zh: 把“洪湖清水”蟹打造成中国“驰名商标”。\n    en: It makes",
        ),
    ),
)
