"""Documents: the text that was received, its translations, notes, lines and facts of its head."""

from __future__ import annotations

from tests.falsification.attempt import BUREAU, COUNTRY, DOCUMENT, PROJECTS, VERBATIM, attempt

UNSEEN = {"zero-width": "\u200b", "line separator": "\u2028"}
"""Characters that are not printed: the text that can be downloaded holds them alone."""
SPOTS = {
    "lost character": "\ufffd",
    "private use": "\ue000",
    "NUL": "\0",
    "bidi": "\u202e",
}


ATTEMPTS = (
    attempt(
        "the received text rewritten",
        (VERBATIM, "獲得無償資助金額230萬元", "獲得無償資助金額980萬元"),
        (PROJECTS, "获得无偿资助金额230万元\n", "获得无偿资助金额980万元\n"),
        (DOCUMENT, "received grants of CNY 2.3 million", "received grants of CNY 9.8 million"),
        (PROJECTS, "获得无偿资助金额230万元，立项数", "获得无偿资助金额980万元，立项数"),
        told=("980万元",),
    ),
    attempt(
        "the received text rewritten, quotes left", (VERBATIM, "獲得無償資助金額230萬元", "獲得無償資助金額980萬元")
    ),
    attempt(
        "a sentence added to the received text",
        (VERBATIM, "立項數和資助總額再創佳績。", "立項數和資助總額再創佳績。獲全國一等獎3項。"),
    ),
    attempt(
        "a line left out",
        (DOCUMENT, "omitted:\n", "omitted:\n  - line: 22\n    zh: 网页文字\n    en: Text of the web page\n"),
    ),
    attempt(
        "a sentence's translation with another number",
        (DOCUMENT, "received grants of CNY 2.3 million", "received grants of CNY 23 million"),
    ),
    attempt(
        "a sentence's translation in another currency",
        (DOCUMENT, "received grants of CNY 2.3 million", "received grants of USD 2.3 million"),
    ),
    attempt(
        "a sentence's translation without its number",
        (DOCUMENT, "received grants of CNY 2.3 million", "received grants"),
    ),
    attempt(
        "a sentence's translation with another qualifier",
        (DOCUMENT, "nearly CNY 30 million", "more than CNY 30 million"),
    ),
    attempt("a sentence's translation without its qualifier", (DOCUMENT, "nearly CNY 30 million", "CNY 30 million")),
    attempt(
        "two numbers of a translation exchanged",
        (
            DOCUMENT,
            "Under the scheme, 14 towns and other places [unclear in the source], among them Luoshan, Chahe and Daijiachang, received 15 commissioners",
            "Under the scheme, 15 towns and other places [unclear in the source], among them Luoshan, Chahe and Daijiachang, received 14 commissioners",
        ),
    ),
    attempt("a sentence's translation in months", (DOCUMENT, "of China within 3 years.", "of China within 3 months.")),
    attempt(
        "a sentence's translation gone",
        (DOCUMENT, "    s7-2: First, the bureau actively carried out science outreach.\n", ""),
    ),
    attempt(
        "a sentence's translation a placeholder",
        (DOCUMENT, "    s7-2: First, the bureau actively carried out science outreach.\n", "    s7-2: TBD\n"),
    ),
    attempt(
        "a sentence's translation in Chinese",
        (
            DOCUMENT,
            "    s7-2: First, the bureau actively carried out science outreach.\n",
            "    s7-2: 一是积极开展科普宣传活动。\n",
        ),
    ),
    attempt(
        "two translations exchanged",
        (DOCUMENT, "    s4-3: second, we", "    s4-4: second, we"),
        (DOCUMENT, "    s4-4: third, we", "    s4-3: third, we"),
    ),
    attempt(
        "a number hidden as none",
        (
            DOCUMENT,
            "notes:\n",
            "notes:\n  - id: hidden\n    sentence: s5-4\n    about: 230万元\n    no_quantity: yes\n    zh: 文号\n    en: A document number\n",
        ),
    ),
    attempt(
        "a note with a number",
        (DOCUMENT, "    zh: 原文没有写计量单位（疑为“元”）。照录，不补单位。\n", "    zh: 实为300万元。\n"),
    ),
    attempt(
        "a note's English with a number",
        (DOCUMENT, "The source gives no unit (yuan is probably meant).", "The source means CNY 3 million."),
    ),
    attempt(
        "a note taken out",
        (
            DOCUMENT,
            "  - id: no-unit\n    zh: 原文没有写计量单位（疑为“元”）。照录，不补单位。\n    en: The source gives no unit (yuan is probably meant). Printed as it stands, with no unit supplied.\n    sentence: s7-7\n    about: 价值30万\n",
            "",
        ),
        told=("原文没有写计量单位",),
    ),
    attempt(
        "an invented date of the document",
        (DOCUMENT, "period: first-half\n", "period: first-half\ndate: 2023-07-10\n"),
        told=("2023年7月10日",),
    ),
    attempt(
        "an invented document number",
        (DOCUMENT, "period: first-half\n", "period: first-half\ndocument_number: 洪科发〔2023〕12号\n"),
        told=("洪科发〔2023〕12号",),
    ),
    attempt("another period of the document", (DOCUMENT, "period: first-half\n", "period: whole-year\n")),
    attempt(
        "another title",
        (
            DOCUMENT,
            "issuer:\n",
            "title:\n  zh: 市科技局全年工作总结\n  en: Work summary of the Bureau for the whole year\nissuer:\n",
        ),
        told=("全年工作总结",),
    ),
    attempt(
        "another issuer",
        (
            DOCUMENT,
            "issuer:\n  zh: 市科技局\n  en: Municipal Science and Technology Bureau\n",
            "issuer:\n  zh: 国务院\n  en: State Council\n",
        ),
        told=("国务院",),
    ),
    attempt("a heading made text", (DOCUMENT, "notes:\n", "marks:\n  - line: 16\n    is: text\n\nnotes:\n")),
    attempt("a name of the bureau that no source has", (BUREAU, "  - zh: XX市科技局\n", "  - zh: 洪湖市科技局\n")),
    attempt(
        "an invented site code",
        (BUREAU, "demonstration: yes\n", 'demonstration: yes\nsite_code: "4210830001"\n'),
        told=("4210830001",),
    ),
    attempt(
        "an invented telephone",
        (BUREAU, "demonstration: yes\n", "demonstration: yes\ntelephone: 0716-2222222\n"),
        told=("0716-2222222",),
    ),
    *(
        attempt(f"received text: {name}", (VERBATIM, "市科技局以主題活動為契機", f"市科技局以主題{spot}活動為契機"))
        for name, spot in SPOTS.items()
    ),
    *(
        attempt(
            f"received text: {name}",
            (VERBATIM, "市科技局以主題活動為契機", f"市科技局以主題{spot}活動為契機"),
            told=("h1-work-summary.zh-Hant.txt",),
        )
        for name, spot in UNSEEN.items()
    ),
    attempt(
        "an erratum of nothing",
        (
            "errata/one.yml",
            "",
            "figure: projects.grants\ndate: 2002-01-01\nstood:\n  zh: 980万元\n  en: CNY 9.8 million\n"
            "stands:\n  zh: 230万元\n  en: CNY 2.3 million\nwhy:\n  zh: 录入有误\n  en: It was mistyped\n",
        ),
        told=("980万元", "录入有误"),
    ),
    attempt(
        "a line left out twice", (DOCUMENT, "omitted:\n", "omitted:\n  - line: 2\n    zh: 另一说法\n    en: Another\n")
    ),
    attempt(
        "a line marked twice",
        (DOCUMENT, "\nnotes:\n", "\nmarks:\n  - line: 10\n    is: heading\n  - line: 10\n    is: text\n\nnotes:\n"),
    ),
    attempt(
        "no quantity where none is read",
        (
            DOCUMENT,
            "\nnotes:\n",
            "\nnotes:\n  - id: found\n    sentence: s7-6\n    about: 受到村民欢迎\n    no_quantity: yes\n"
            "    zh: 说明\n    en: A remark\n",
        ),
    ),
    attempt("the script of a document", (DOCUMENT, "script: zh-Hant", "script: zh-Hans")),
    attempt(
        "a line made a heading",
        (DOCUMENT, "\nnotes:\n", "\nmarks:\n  - line: 12\n    is: heading\n\nnotes:\n"),
        told=("h1-work-summary",),
    ),
    attempt(
        "a note kept from the figure",
        (DOCUMENT, "    about: 价值30万\n", "    about: 价值30万\n    wording_only: yes\n"),
        told=("原文没有写计量单位",),
    ),
    attempt(
        "a hope of a sentence told as a fact in English",
        (DOCUMENT, "Carrying out these projects will draw in nearly", "Carrying out these projects drew in nearly"),
    ),
    attempt(
        "a number that is hidden, and its figure with it",
        (
            DOCUMENT,
            "notes:\n",
            "notes:\n  - id: hidden\n    sentence: s5-2\n    about: 近半年\n    no_quantity: yes\n    zh: 泛指\n    en: In general\n",
        ),
        (
            PROJECTS,
            "  - id: time-spent\n    label:\n      zh: 组织申报所用时间\n      en: Time spent preparing applications\n"
            "    quote: 通过近半年的精心组织\n",
            "",
        ),
        told=("组织申报所用时间", "泛指"),
    ),
    attempt(
        "an emendation that takes a character out",
        (
            DOCUMENT,
            "emendations:\n",
            "emendations:\n  - id: out\n    kind: insertion\n    stood: 受到村民\n    printed: 受村民\n    zh: 衍字\n    en: A stray character\n",
        ),
        (COUNTRY, "quote: 受到村民欢迎", "quote: 受村民欢迎"),
        told=("受村民欢迎", "衍字"),
    ),
)
