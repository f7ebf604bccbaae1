"""Summaries and other prose: numbers typed, placeholders exchanged, languages that differ."""

from __future__ import annotations

from tests.falsification.attempt import (
    AREA,
    BASES,
    BUREAU,
    COMMISSIONERS,
    CRAB,
    DOCUMENT,
    PROJECTS,
    RATE,
    WEEK,
    attempt,
)

SUMMARY_WEEK = "，发放科技资料{materials}，接受现场咨询与服务{advice}。"


ATTEMPTS = (
    attempt("summary with an inflated number", (WEEK, "发放科技资料{materials}，", "发放科技资料15万份，")),
    attempt("summary with a number in Han", (WEEK, "发放科技资料{materials}，", "发放科技资料九万份，")),
    attempt("summary with full-width digits", (WEEK, "发放科技资料{materials}，", "发放科技资料５００００份，")),
    attempt("summary with a financial numeral", (WEEK, "发放科技资料{materials}，", "发放科技资料玖万份，")),
    attempt("summary with a vague number", (WEEK, "发放科技资料{materials}，", "发放科技资料数十万份，")),
    attempt("summary with a percentage", (WEEK, "科技活动周期间，科技局", "科技活动周期间，满意率百分之百，科技局")),
    attempt("the right number, typed", (WEEK, "发放科技资料{materials}，", "发放科技资料15000份，")),
    attempt(
        "two placeholders exchanged in Chinese",
        (WEEK, SUMMARY_WEEK, "，发放科技资料{advice}，接受现场咨询与服务{materials}。"),
    ),
    attempt(
        "two placeholders exchanged in English",
        (
            WEEK,
            "handed out {materials} of science and technology material and gave on-the-spot advice and service ({advice})",
            "handed out {advice} of science and technology material and gave on-the-spot advice and service ({materials})",
        ),
    ),
    attempt(
        "two placeholders exchanged in both",
        (WEEK, SUMMARY_WEEK, "，发放科技资料{advice}，接受现场咨询与服务{materials}。"),
        (
            WEEK,
            "handed out {materials} of science and technology material and gave on-the-spot advice and service ({advice})",
            "handed out {advice} of science and technology material and gave on-the-spot advice and service ({materials})",
        ),
        told=("4000人次",),
    ),
    attempt(
        "a placeholder of another record",
        (WEEK, "发放科技资料{materials}，", "发放科技资料{technology-to-the-countryside.materials}，"),
    ),
    attempt("a placeholder that does not exist", (WEEK, "发放科技资料{materials}，", "发放科技资料{material}，")),
    attempt("fifteen hundred for 15,000", (WEEK, "handed out {materials} of", "handed out fifteen hundred copies of")),
    attempt("dozen", (WEEK, "handed out {materials} of", "handed out {materials} dozen of"), told=("dozen",)),
    attempt(
        "ten million for 10", (PROJECTS, "papers for {projects-prepared} projects", "papers for ten million projects")
    ),
    attempt("months for years in the deadline", (CRAB, "en: within {goal-term} (from", "en: within 3 months (from")),
    attempt("three months in words", (CRAB, "en: within {goal-term} (from", "en: within three months (from")),
    attempt(
        "deadline without its number", (CRAB, 'zh: "{goal-term}内（起算日期原文未载）"', "zh: 年内（起算日期原文未载）")
    ),
    attempt(
        "USD put before a placeholder",
        (PROJECTS, "with grants of {grants}.", "with grants of USD {grants}."),
        told=("USD",),
    ),
    attempt(
        "more than for nearly, typed", (PROJECTS, "helped {applicants} enterprises", "helped more than 20 enterprises")
    ),
    attempt(
        "more than before a placeholder",
        (PROJECTS, "helped {applicants} enterprises", "helped more than {applicants} enterprises"),
    ),
    attempt("超过 before a placeholder", (PROJECTS, "已经帮助{applicants}企业", "已经帮助超过{applicants}企业")),
    attempt(
        "万 behind a placeholder",
        (COMMISSIONERS, "派出{sent-last-year}科技", "派出{sent-last-year}万科技"),
        told=("万",),
    ),
    attempt("a digit before a placeholder", (COMMISSIONERS, "派出{sent-last-year}科技", "派出9{sent-last-year}科技")),
    attempt("a date that nobody states", (WEEK, "科技活动周期间，科技局", "2023年5月科技活动周期间，科技局")),
    attempt(
        "English date that nobody states",
        (WEEK, "en: During Science and Technology Week", "en: In May 2023, during Science and Technology Week"),
    ),
    attempt("a rank that nobody states", (WEEK, "开展现场咨询活动，发放", "开展现场咨询活动，居全省第一，发放")),
    attempt(
        "English rank that nobody states",
        (
            WEEK,
            "held on-the-spot advice sessions, handed",
            "held on-the-spot advice sessions, ranking first in the province, handed",
        ),
    ),
    attempt("a multiple", (PROJECTS, "无偿资助金额{grants}。", "无偿资助金额{grants}，翻了两番。")),
    attempt(
        "English multiple", (PROJECTS, "with grants of {grants}.", "with grants of {grants}, three times last year's.")
    ),
    attempt("half", (WEEK, "科技局联合其他部门", "科技局联合半数以上部门")),
    attempt("none", (PROJECTS, "with grants of {grants}.", "with grants of {grants} and none repaid.")),
    attempt(
        "zh and en exchanged",
        (
            RATE,
            "  zh: 企业评机关\n  en: Enterprises rate government offices\n",
            "  zh: Enterprises rate government offices\n  en: 企业评机关\n",
        ),
    ),
    attempt("English equal to the Chinese", (RATE, "en: Enterprises rate government offices", "en: 企业评机关")),
    attempt("TODO", (RATE, "en: Enterprises rate government offices", "en: TODO")),
    attempt("待译", (RATE, "en: Enterprises rate government offices", "en: 待译")),
    attempt("blank", (RATE, "en: Enterprises rate government offices", 'en: " "')),
    attempt("empty", (RATE, "en: Enterprises rate government offices", "en:")),
    attempt("Traditional in a Simplified field", (RATE, "zh: 企业评机关\n", "zh: 企業評機關\n")),
    attempt("summary denied", (BASES, "重点建设{bases-built}科技", "未建设{bases-built}科技")),
    attempt(
        "summary says achieved",
        (
            AREA,
            "力争在{river-crab.goal-term}内把“洪湖清水”蟹打造成中国“驰名商标”",
            "已在{river-crab.goal-term}内把“洪湖清水”蟹打造成中国“驰名商标”",
        ),
    ),
    attempt("English says achieved", (AREA, "and strives to make", "and has made")),
    *(
        attempt(
            f"a telephone number in English alone: {name}",
            (BUREAU, "demonstration: yes\n", 'demonstration: yes\noffice_numbers:\n  - "13912345678"\n'),
            (file, old, f"{old} Call 139 1234 5678."),
        )
        for name, file, old in (
            ("a summary", PROJECTS, "with grants of {grants}."),
            ("a sentence", DOCUMENT, "    s7-2: First, the bureau actively carried out science outreach."),
        )
    ),
    attempt("title changed", (PROJECTS, "zh: 科技项目申报", "zh: 获奖科技项目"), told=("获奖科技项目",)),
    *(
        attempt(f"another year: {name}", (COMMISSIONERS, old, new))
        for name, old, new in (
            ("last year in English", "This year the bureau again appointed", "Last year the bureau again appointed"),
            ("this year", "去年试点向", "今年试点向"),
            ("next year", "今年继续聘任", "明年继续聘任"),
            ("the year before last", "去年试点向", "前年试点向"),
            ("in a rewording", "zh: 去年的试点工作受到", "zh: 今年的试点工作受到"),
            ("in a label", "zh: 继续聘任科技特派员", "zh: 去年聘任科技特派员"),
            ("in an English label", "en: Commissioners appointed again", "en: Commissioners appointed last year"),
        )
    ),
    attempt(
        "another year in a sentence", (DOCUMENT, "this year we again appointed 15", "last year we again appointed 15")
    ),
    attempt("done in Chinese and to come in English", (PROJECTS, "has already helped", "will help")),
    attempt("a label that denies", (COMMISSIONERS, "zh: 为各地解决生产技术问题", "zh: 各地尚未解决的生产技术问题")),
    attempt("an English label that denies", (COMMISSIONERS, "problems solved", "problems not solved")),
)
