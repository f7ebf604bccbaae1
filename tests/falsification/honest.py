"""Honest work that looks like an attempt: it passes; or it is refused for the right reason, told first."""

from __future__ import annotations

from tests.falsification.attempt import AREA, DOCUMENT, GRANTS, PROJECTS, VERBATIM, attempt
from tests.falsification.second_document import second

NOTE = "    zh: 原文没有写计量单位（疑为“元”）。照录，不补单位。\n"


HONEST = (
    second("less than half of the plan", "完成不足规划数的一半", "Less than half of the plan was done."),
    second(
        "a campaign with numbers in its name",
        "“三减三健”讲座办了15场",
        "Of the talks “Three Reductions and Three Healths” 15 were held.",
    ),
    second("tertiary hospitals", "全市有三级医院2家", "The city has 2 tertiary hospitals."),
    second("secondary hospitals", "全市有二级以上医院5家", "The city has 5 hospitals at or above the secondary level."),
    second("a rate with a stroke", "孕产妇死亡率10.5/10万", "Maternal mortality was 10.5 per 100,000."),
    second("minutes and seconds", "救护车平均8分30秒到达", "Ambulances arrive in 8 minutes 30 seconds on average."),
    second(
        "an item number that touches a range",
        "2.30至50亩的小地块占比高",
        "2. Plots of 30 to 50 mu make up a large share.",
        numeral="30至50亩",
    ),
    second(
        "an article of a regulation",
        "依据《条例》第二十条第（一）项公开15件",
        "Under Article 20, item (1) of the Regulations 15 were published.",
    ),
    second("people served", "服务群众约3500人次", "About 3,500 people were served."),
    second("all passed", "抽检合格率100%", "All samples passed."),
    second(
        "a label with a name",
        "“两癌”筛查完成8000人",
        "8,000 people were screened for the “two cancers”.",
        label=("“两癌”筛查", "Screened for the “two cancers”"),
    ),
    attempt("一体化", (AREA, "zh: 科技局牵头组织成立“XX市", "zh: 推进一体化，科技局牵头组织成立“XX市")),
    attempt("第一时间", (AREA, "zh: 科技局牵头组织成立“XX市", "zh: 第一时间响应，科技局牵头组织成立“XX市")),
    attempt("a note that quotes what it is about", (DOCUMENT, NOTE, NOTE.replace("原文没有写", "“价值30万”没有写"))),
    second("a row of a table", "门急诊量\t45万人次", "Visits 450,000", quote="门急诊量 45万人次"),
    attempt("a zero-width character in the received text", (VERBATIM, "受到村民歡迎", "受到\u200b村民歡迎")),
    second(
        "a no-break space in the received text", "发放\u00a0手册15册", "It handed out 15 books.", quote="发放 手册15册"
    ),
    attempt(
        "the message names the emendation that is wrong",
        (
            DOCUMENT,
            "emendations:\n",
            "emendations:\n  - id: found\n    kind: insertion\n    stood: 将引导\n    printed: 已引导\n"
            "    zh: 用词\n    en: Wording\n",
        ),
        (PROJECTS, "该批项目的实施将引导", "该批项目的实施已引导"),
    ),
    attempt("the message names the slip in a quote", (PROJECTS, GRANTS, GRANTS.replace("230", "231"))),
)
