"""Names of lists and projects, totals, grants and stages."""

from __future__ import annotations

from tests.falsification.attempt import BUREAU, COMMISSIONERS, CRAB, LEADING, PROJECTS, RATE, WEEK, attempt

ATTEMPTS = (
    attempt("a list's name that nobody names", (COMMISSIONERS, "        zh: 螺山\n", "        zh: 峰口\n")),
    attempt("a list's name cut short", (LEADING, "        zh: 德炎水产\n", "        zh: 德炎\n")),
    attempt(
        "a list's English with a number",
        (
            COMMISSIONERS,
            "        en: Gibel carp “CAS III” (Zhongke No. 3)",
            "        en: Gibel carp “CAS III” (Zhongke No. 5)",
        ),
    ),
    attempt(
        "an item taken out",
        (LEADING, "      - id: minhong\n        zh: 闽洪水产\n        en: Minhong Aquatic Products\n", ""),
        told=("闽洪水产",),
    ),
    attempt("open_ended typed", (COMMISSIONERS, "    kind: field\n", "    kind: field\n    open_ended: no\n")),
    attempt("total of another figure", (COMMISSIONERS, "    of: places-served\n", "    of: new-breeds\n")),
    attempt(
        "another project's company",
        (
            PROJECTS,
            "      zh: 蓝光电子\n      en: Languang Electronics\n",
            "      zh: 力拓能源\n      en: Lituo Energy\n",
        ),
    ),
    attempt("a company that is not named", (PROJECTS, "      zh: 蓝光电子\n", "      zh: 华为公司\n")),
    attempt(
        "a programme that is not named",
        (
            PROJECTS,
            "    programme:\n      zh: 科技型中小企业国家创新基金项目计划\n      en: National innovation fund programme for technology-based small and medium-sized enterprises\n    stage: funded\n    grant_together: grants\n    quote: 3个项目",
            "    programme:\n      zh: 国家重点研发计划\n      en: National key programme\n    stage: funded\n    grant_together: grants\n    quote: 3个项目",
        ),
    ),
    attempt(
        "a grant that is land",
        (PROJECTS, "    grant_together: grants\n", "    grant: leading-enterprises.raw-material-land\n"),
    ),
    attempt(
        "a grant that is expected money",
        (PROJECTS, "    grant_together: grants\n", "    grant_together: outside-investment\n"),
        told=("outside-investment",),
    ),
    attempt(
        "its own grant for the total",
        (PROJECTS, "    grant_together: grants\n", "    grant: grants\n"),
    ),
    attempt(
        "a stage that was not reached",
        (
            PROJECTS,
            "  - stage: prepared\n    figures: [projects-prepared, applicants]\n",
            "  - stage: funded\n    figures: [projects-prepared, applicants]\n",
        ),
    ),
    attempt("names not stated taken back", (CRAB, "    names_not_stated: yes\n", ""), told=("原文",)),
    attempt("a company that is an adjective", (PROJECTS, "      zh: 蓝光电子\n", "      zh: 低成本\n")),
    attempt(
        "a programme cut to one word",
        (
            PROJECTS,
            "      zh: 科技型中小企业国家创新基金项目计划\n      en: National innovation",
            "      zh: 国家\n      en: National innovation",
        ),
    ),
    attempt("an item of one character", (LEADING, "        zh: 德炎水产\n", "        zh: 水\n")),
    attempt("an item that is a mark", (LEADING, "        zh: 德炎水产\n", "        zh: 、\n")),
    attempt(
        "an item that is a number",
        (
            LEADING,
            "        zh: 德炎水产\n        en: Deyan Aquatic Products\n",
            "        zh: 4个\n        en: 4 items\n",
        ),
    ),
    attempt("two items in one", (LEADING, "        zh: 德炎水产\n", "        zh: 德炎水产、闽洪水产\n")),
    attempt("an item twice", (LEADING, "        zh: 闽洪水产\n", "        zh: 德炎水产\n")),
    attempt("a question made a statement", (RATE, "        zh: 行政行为是否规范\n", "        zh: 行政行为\n")),
    attempt("the total of another list", (COMMISSIONERS, "    of: new-breeds\n", "    of: new-techniques\n")),
    attempt(
        "expected money as funded",
        (PROJECTS, "figures: [projects-funded, grants]", "figures: [projects-funded, outside-investment]"),
    ),
    attempt(
        "a stage measured by another record",
        (
            PROJECTS,
            "figures: [projects-funded, grants]",
            "figures: [projects-funded, leading-enterprises.funds-secured]",
        ),
    ),
    attempt(
        "a stage twice", (PROJECTS, "pipeline:\n", "pipeline:\n  - stage: funded\n    figures: [outside-investment]\n")
    ),
    attempt(
        "the stage of a project",
        (
            PROJECTS,
            "    stage: funded\n    grant_together: grants\n    quote: 蓝光",
            "    stage: prepared\n    grant_together: grants\n    quote: 蓝光",
        ),
        told=("准备申报材料",),
    ),
    attempt(
        "what a list is of",
        (CRAB, "    kind: member\n", "    kind: partner\n"),
        told=("enterprises · kind: member → partner",),
    ),
    attempt(
        "an enterprise's English",
        (LEADING, "en: Deyan Aquatic Products", "en: Huawei Technologies"),
        told=("Huawei Technologies",),
    ),
    attempt(
        "an activity of another area",
        (WEEK, "work_area: outreach", "work_area: projects"),
        told=("科技项目申报", "科技活动周"),
    ),
    attempt(
        "what a record rests on",
        (PROJECTS, "quote: 积极申报科技项目，促进高新技术产业发展\n", "quote: 受到村民欢迎\n"),
        told=("受到村民欢迎",),
    ),
    attempt(
        "who runs the site",
        (
            BUREAU,
            "demonstration: yes\n",
            "demonstration: yes\norganiser:\n  zh: 国务院办公厅\n  en: General Office of the State Council\n",
        ),
        told=("国务院办公厅", "General Office of the State Council"),
    ),
    attempt(
        "terms that boast",
        (
            BUREAU,
            "demonstration: yes\n",
            "demonstration: yes\ndata_terms:\n  zh: 获资助9000万元\n  en: Grants of CNY 90 million\n",
        ),
        told=("获资助9000万元", "Grants of CNY 90 million"),
    ),
    attempt("no demonstration", (BUREAU, "demonstration: yes\n", "demonstration: no\n"), told=("演示",)),
)
