"""Honest work that looks like an attempt: it passes; or it is refused for the right reason, told first."""

from __future__ import annotations

from tests.falsification.attempt import DOCUMENT, GRANTS, PROJECTS, VERBATIM, attempt
from tests.falsification.second_document import second

NOTE = "    zh: 原文没有写计量单位（疑为“元”）。照录，不补单位。\n"


HONEST = (
    second("less than half of the plan", "完成不足规划数的一半", "Less than half of the plan was done."),
    second(
        "a campaign with numbers in its name",
        "“三减三健”讲座办了15场",
        "Of the talks “Three Reductions and Three Healths” 15 were held.",
    ),
    second("a rate with a stroke", "孕产妇死亡率10.5/10万", "Maternal mortality was 10.5 per 100,000."),
    attempt("a note that quotes what it is about", (DOCUMENT, NOTE, NOTE.replace("原文没有写", "“价值30万”没有写"))),
    second("a row of a table", "门急诊量\t45万人次", "Visits 450,000", quote="门急诊量 45万人次"),
    attempt("a zero-width character in the received text", (VERBATIM, "受到村民歡迎", "受到\u200b村民歡迎")),
    second(
        "a no-break space in the received text", "发放\u00a0手册15册", "It handed out 15 books.", quote="发放 手册15册"
    ),
)

CAUSES = (
    (
        attempt(
            "an emendation that is wrong",
            (
                DOCUMENT,
                "emendations:\n",
                "emendations:\n  - id: found\n    kind: insertion\n    stood: 将引导\n    printed: 已引导\n"
                "    zh: 用词\n    en: Wording\n",
            ),
            (PROJECTS, "该批项目的实施将引导", "该批项目的实施已引导"),
        ),
        "“将引导”→“已引导”",
    ),
    (attempt("a slip in a quote", (PROJECTS, GRANTS, GRANTS.replace("230", "231"))), "获得无偿资助金额231万元"),
    (
        attempt("a script that is not the text's", (DOCUMENT, "script: zh-Hant", "script: zh-Hans")),
        "script 却写 zh-Hans",
    ),
)
"""Attempts that are refused by several rules, with words of the cause, which is told first."""
