"""Names of lists and projects, totals, grants and stages."""

from __future__ import annotations

from tests.falsification.attempt import COMMISSIONERS, CRAB, LEADING, PROJECTS, RATE, attempt

ATTEMPTS = (
    attempt("a list's name that nobody names", (COMMISSIONERS, "        zh: 螺山\n", "        zh: 峰口\n")),
    attempt("a list's name cut short", (LEADING, "        zh: 德炎水产\n", "        zh: 德炎\n")),
    attempt(
        "a list's English with a number",
        (COMMISSIONERS, "        en: Zhongke No. 3 gibel carp", "        en: Zhongke No. 5 gibel carp"),
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
        told=("grant",),
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
)
