"""Figures: what is typed beside a quote, quotes that are cut, readings of words that hold no number."""

from __future__ import annotations

from tests.edits import cut
from tests.falsification.attempt import (
    BUREAU,
    COMMISSIONERS,
    GRANTS,
    INVESTED,
    PROJECTS,
    SENT,
    WEEK,
    Attempt,
    attempt,
)


def invented(ident: str, quote: str, numeral: str, value: str, of: str) -> Attempt:
    """A figure that is read out of words without any numeral."""
    made = f"  - id: invented\n    label:\n      zh: 帮助的企业\n      en: Enterprises helped\n    quote: {quote}\n"
    made += f"    numeral: {numeral}\n    reading:\n      value: {value}\n      unit: {of}\n"
    made += "      why:\n        zh: 如此理解\n        en: So understood\n"
    return attempt(f"reading: {ident}", (PROJECTS, "  - id: time-spent\n", f"{made}  - id: time-spent\n"))


ATTEMPTS = (
    attempt("value typed beside the quote", (PROJECTS, GRANTS, GRANTS + "    value: 23000000\n")),
    attempt("unit typed", (PROJECTS, GRANTS, GRANTS + "    unit: usd\n")),
    attempt("qualifier typed", (PROJECTS, INVESTED, INVESTED + "    qualifier: exact\n")),
    attempt("written typed", (PROJECTS, GRANTS, GRANTS + "    written: 230亿元\n")),
    attempt("quote cut behind the qualifier", (PROJECTS, INVESTED, "    quote: 3000万元\n")),
    attempt("quote cut before 将", (PROJECTS, "该批项目的实施将引导社会", "引导社会")),
    attempt("quote cut inside the numeral", (PROJECTS, "获得无偿资助金额230万元\n", "获得无偿资助金额230\n")),
    attempt("quote with another numeral", (PROJECTS, "获得无偿资助金额230万元\n", "获得无偿资助金额280万元\n")),
    attempt("quote with more words", (PROJECTS, "获得无偿资助金额230万元\n", "共获得无偿资助金额230万元\n")),
    attempt(
        "numeral of another number of the quote",
        (COMMISSIONERS, SENT, SENT.replace("numeral: 15名", "numeral: 14个")),
    ),
    attempt("numeral that is not there", (COMMISSIONERS, SENT, SENT.replace("15名", "150名"))),
    attempt("numeral cut out of a number", (COMMISSIONERS, SENT, SENT.replace("15名", "5名"))),
    attempt("two numbers and none named", (COMMISSIONERS, SENT, SENT.replace("    numeral: 15名\n", ""))),
    attempt(
        "a reading where the program reads",
        (
            PROJECTS,
            GRANTS,
            GRANTS + "    numeral: 230万元\n    reading:\n      value: 23000000\n      unit: cny\n      why:\n"
            "        zh: 笔误\n        en: A slip\n",
        ),
    ),
    attempt(
        "a reading of words that are no number",
        (
            PROJECTS,
            GRANTS,
            GRANTS + "    numeral: 无偿资助\n    reading:\n      value: 23000000\n      unit: cny\n      why:\n"
            "        zh: 如此理解\n        en: So understood\n",
        ),
    ),
    attempt("another sentence's quote", (PROJECTS, GRANTS, "    quote: 建立原料生产基地30万亩\n")),
    attempt("a figure without a number", (PROJECTS, GRANTS, "    quote: 立项数和资助总额再创佳绩\n")),
    attempt(
        "a figure taken out",
        cut(WEEK, "  - id: advice\n", "statements:\n"),
        (WEEK, "，接受现场咨询与服务{advice}。", "。"),
        (WEEK, "material and gave on-the-spot advice and service ({advice}).", "material."),
    ),
    attempt("a period that is not stated", (PROJECTS, GRANTS, GRANTS + "    period: last-year\n")),
    attempt("the document's period stamped on", (PROJECTS, GRANTS, GRANTS + "    period: first-half\n")),
    attempt("a period of the next sentence", (COMMISSIONERS, SENT, SENT + "    period: this-year\n")),
    attempt("a period that hides the hedge", (PROJECTS, INVESTED, INVESTED + "    period: whole-year\n")),
    attempt(
        "label with an invented number",
        (PROJECTS, "zh: 获资助项目的无偿资助合计", "zh: 获8000万元资助项目的无偿资助合计"),
    ),
    attempt("label with a number in Han", (PROJECTS, "zh: 获资助项目的无偿资助合计", "zh: 八千万元无偿资助")),
    attempt(
        "English label with a number",
        (PROJECTS, "en: Total grants to the funded projects", "en: Total grants of CNY 80 million"),
    ),
    attempt(
        "English label with a number in words",
        (PROJECTS, "en: Total grants to the funded projects", "en: Eighty million in grants"),
    ),
    attempt(
        "label: each for total",
        (PROJECTS, "zh: 获资助项目的无偿资助合计", "zh: 每个获资助项目的无偿资助"),
        told=("每个获资助项目的无偿资助",),
    ),
    attempt(
        "English label: each for total",
        (PROJECTS, "en: Total grants to the funded projects", "en: Grant to each funded project"),
        told=("Grant to each funded project",),
    ),
    attempt(
        "label: achieved for aimed at",
        (PROJECTS, "zh: 将引导社会资金、企业科技投入", "zh: 已引导社会资金、企业科技投入"),
        told=("已引导社会资金",),
    ),
    attempt("note with an invented number", (PROJECTS, "各项目的资助金额，原文未载。", "各项目的资助金额为8000万元。")),
    attempt("note with full-width digits", (PROJECTS, "各项目的资助金额，原文未载。", "各项目均为８０万元。")),
    attempt(
        "English note with a number",
        (PROJECTS, "how much each received is not stated in the source", "each received USD 3 million"),
    ),
    attempt(
        "note taken out",
        (
            PROJECTS,
            "    note:\n      zh: 此数为获资助项目的合计；各项目的资助金额，原文未载。\n      en: This is the total for all funded projects; how much each received is not stated in the source.\n",
            "",
        ),
        told=("此数为",),
    ),
    attempt(
        "series of figures that do not belong",
        (COMMISSIONERS, "  - id: places-served\n", "  - id: places-served\n    series: commissioners\n"),
    ),
    attempt(
        "lead figure exchanged",
        (PROJECTS, "lead_figure: grants", "lead_figure: outside-investment"),
        told=("outside-investment",),
    ),
    attempt(
        "key figure exchanged",
        (BUREAU, "  - projects.grants\n", "  - leading-enterprises.funds-secured\n"),
        told=("980",),
    ),
    invented("90,000 out of 精心", "通过近半年的精心组织", "精心", "90000", "enterprise"),
    invented("100% out of 再创佳绩", "立项数和资助总额再创佳绩", "再创佳绩", "100", "percent"),
    invented("rank 1 out of 再创佳绩", "立项数和资助总额再创佳绩", "再创佳绩", "1", "rank"),
    attempt(
        "a label of all the city's",
        (PROJECTS, "zh: 获资助项目的无偿资助合计", "zh: 全市财政科技投入合计"),
        (PROJECTS, "en: Total grants to the funded projects", "en: City-wide spending"),
        told=("全市财政科技投入合计", "City-wide spending"),
    ),
)
