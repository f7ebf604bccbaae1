"""The datasets of figures, of the work areas and of what stands in their records."""

from __future__ import annotations

from macros.exports import columns as c
from macros.exports import record_rows, rows
from macros.exports.columns import column, needed
from macros.exports.table import Dataset
from macros.problems import Said

RESTS_ON = {"sentence": "sources"}
IN_AREA = {"work_area": "work-areas", **RESTS_ON}

FIGURES = Dataset(
    "figures",
    Said("数据", "Figures"),
    Said(
        "来源文件中的每一个数，一行一个，附引文和出处；限定词与原文一致，不同时期、不同口径的数不能相加。",
        "Every number in the source documents, one a row, with its quote and source; qualifiers are as strong as in "
        "the source, and numbers of different periods or definitions must not be added up.",
    ),
    c.FIGURE,
    rows.figures,
    IN_AREA,
)
RECORD_COLUMNS = (
    c.ID,
    *c.LABELS,
    *c.SUMMARIES,
    c.WORK_AREA,
    needed("figures", "数据项数", "Figures", ("本记录的数据项数", "How many figures the record has"), "integer"),
)
WORK_AREAS = Dataset(
    "work-areas",
    Said("工作领域", "Work areas"),
    Said("各工作领域的名称、概要和出处，一行一个。", "The areas of the bureau’s work, one a row."),
    (*RECORD_COLUMNS, *c.PROOF),
    record_rows.work_areas,
    RESTS_ON,
)
PROJECTS = Dataset(
    "projects",
    Said("项目", "Projects"),
    Said(
        "原文列出名称的科技项目、承担企业、所属计划和所处阶段，一行一个；资助金额只在原文载明时给出。",
        "Science and technology projects that the source names, with enterprise, programme and stage, one a row; "
        "grants are given only where the source states them.",
    ),
    (
        c.ID,
        *c.LABELS,
        needed("company_zh", "承担企业（中文）", "Enterprise (Chinese)", ("承担企业", "Who carries it out")),
        needed("company_en", "承担企业（英文）", "Enterprise (English)", ("上一列的译文", "The same in English")),
        needed("programme_zh", "所属计划（中文）", "Programme (Chinese)", ("所属计划", "Programme it belongs to")),
        needed("programme_en", "所属计划（英文）", "Programme (English)", ("上一列的译文", "The same in English")),
        needed("stage", "阶段", "Stage", ("阶段编号，见词汇表", "Id of the stage; see the vocabulary")),
        column("grant", "资助金额", "Grant", ("本项目资助金额的数据编号", "Id of the figure of its own grant")),
        column(
            "grant_together",
            "合计资助金额",
            "Grants in all",
            ("几个项目合计金额的数据编号，不能平均分摊", "Id of the figure of a total for several; not to be divided"),
        ),
        c.WORK_AREA,
        c.RECORD,
        *c.PROOF,
    ),
    record_rows.projects,
    {**IN_AREA, "grant": "figures", "grant_together": "figures"},
)
COMMISSIONERS = Dataset(
    "commissioners",
    Said("科技特派员", "Commissioners"),
    Said(
        "各时期科技特派员人数，由先到后；取自系列编号为 commissioners 的数据。",
        "Numbers of science and technology commissioners, period by period: the figures of the series commissioners.",
    ),
    c.FIGURE,
    rows.series("commissioners"),
    IN_AREA,
)


def named_things(name: str, title: Said, about: Said, *kinds: str) -> Dataset:
    """A table of the things named in lists of some kinds, or of all."""
    return Dataset(
        name,
        title,
        about,
        (c.ID, c.KIND, *c.NAMED[1:]),
        record_rows.named(kinds),
        {**IN_AREA, "total": "figures"},
    )


PLACES = named_things(
    "places",
    Said("派往地点", "Places"),
    Said(
        "原文列出名称的派往地点，一行一个；总数见 total 列所指的数据。",
        "Places that the source names, one a row; the column total leads to the figure that counts all of them.",
    ),
    "place",
)
BASES = named_things(
    "bases",
    Said("基地", "Bases"),
    Said(
        "原文列出名称的示范基地，一行一个；总数见 total 列所指的数据。",
        "Demonstration bases that the source names, one a row; the column total leads to the figure that counts all.",
    ),
    "base",
)
COMPANIES = Dataset(
    "companies",
    Said("企业", "Enterprises"),
    Said(
        "原文点名的企业，每提到一次为一行：列入名单，或承担项目。",
        "Enterprises that the source names, a row for each mention: in a list, or as carrying out a project.",
    ),
    (
        c.ID,
        *c.LABELS,
        c.WORK_AREA,
        c.RECORD,
        column("list", "名单", "List", ("所在名单的编号", "Id of the list it stands in")),
        column("project", "承担项目", "Project", ("承担项目的编号", "Id of the project it carries out")),
        *c.PROOF,
    ),
    record_rows.companies,
    {**IN_AREA, "project": "projects"},
)
LISTS = named_things(
    "lists",
    Said("名单", "Lists"),
    Said(
        "全部名单的各项，一行一项：问题、步骤、地点、品种、主题、单位等，种类见 kind 列。",
        "Every item of every list, one a row: questions, steps, places, breeds, topics, institutions, by kind.",
    ),
)
ALLIANCES = Dataset(
    "alliances",
    Said("联盟", "Alliances"),
    Said(
        "牵头组建的联盟，一行一个；成员、服务见名单表，目标见目标表。",
        "Alliances that the bureau leads, one a row; members and services are in lists, goals in commitments.",
    ),
    (*RECORD_COLUMNS, *c.PROOF),
    record_rows.alliances,
    IN_AREA,
)
ACTIVITIES = Dataset(
    "activities",
    Said("科普活动", "Outreach activities"),
    Said(
        "科普宣传和科技下乡活动，一行一项；主题、单位见名单表。",
        "Outreach activities, one a row; topics and institutions are in lists.",
    ),
    (*RECORD_COLUMNS, c.PERIOD, *c.PROOF),
    record_rows.activities,
    IN_AREA,
)
COMMITMENTS = Dataset(
    "commitments",
    Said("力争实现的目标", "Goals"),
    Said(
        "公开提出的目标、期限和最近公布的状态，一行一个；没有公布结果的照样注明。",
        "Goals set in public, with deadline and the latest status published, one a row; where no result has been "
        "published, it says so.",
    ),
    (
        c.ID,
        *c.LABELS,
        needed("deadline_zh", "期限（中文）", "Deadline (Chinese)", ("按原文", "As stated")),
        needed("deadline_en", "期限（英文）", "Deadline (English)", ("上一列的译文", "The same in English")),
        column("due", "截止日期", "Due", ("原文未载则为空", "Empty if not stated"), "date"),
        column("term", "期限数据", "Term", ("写明期限的数据编号", "Id of the figure that states the time allowed")),
        c.STATUS,
        c.WORK_AREA,
        c.RECORD,
        *c.PROOF,
    ),
    record_rows.commitments,
    {**IN_AREA, "term": "figures"},
)
EVALUATIONS = Dataset(
    "evaluations",
    Said("评议结果", "Evaluation results"),
    Said(
        "企业和群众评议的各轮结果，一行一项；尚无公布的结果时本表为空。",
        "Results of the rounds in which those it serves have judged the bureau, one a row; empty until published.",
    ),
    (
        c.ID,
        needed("round_zh", "评议轮次（中文）", "Round (Chinese)", ("评议轮次的名称", "Name of the round")),
        needed("round_en", "评议轮次（英文）", "Round (English)", ("上一列的译文", "The same in English")),
        column("question", "所答问题", "Question", ("名单表中问题的编号", "Id of the question, in lists")),
        *c.FIGURE[1:],
    ),
    rows.evaluations,
    {**IN_AREA, "question": "lists"},
)
