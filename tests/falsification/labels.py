"""Labels: numbers and units in words that no grammar lists."""

from __future__ import annotations

from tests.falsification.attempt import DOCUMENT, PROJECTS, Attempt, attempt


def label(ident: str, zh: str) -> Attempt:
    """Another Chinese label of the grants."""
    return attempt(f"label: {ident}", (PROJECTS, "zh: 获资助项目的无偿资助合计", f"zh: {zh}"), told=(zh,))


def english_label(ident: str, en: str) -> Attempt:
    """Another English label of the grants."""
    return attempt(
        f"English label: {ident}", (PROJECTS, "en: Total grants to the funded projects", f"en: {en}"), told=(en,)
    )


ATTEMPTS = (
    label("兆", "无偿资助逾兆元"),
    label("亿万", "亿万元无偿资助"),
    label("双倍", "双倍无偿资助"),
    label("成倍", "资助成倍增长合计"),
    label("仨", "仨项目的资助"),
    label("首位", "全省首位的无偿资助"),
    label("榜首", "居全省榜首的无偿资助"),
    label("唯一", "全省唯一的无偿资助"),
    label("another unit", "无偿资助合计（单位为亿元）"),
    label("another currency", "无偿资助合计（美元）"),
    english_label("crore", "A crore in grants"),
    english_label("myriad", "A myriad yuan in grants"),
    english_label("gross", "A gross of grants"),
    english_label("couple", "A couple of grants"),
    english_label("triple", "Triple grants"),
    english_label("multimillion", "Multimillion grants"),
    english_label("a circled digit", "Grants of ⑧ million"),
    english_label("another currency", "Total grants in US dollars"),
    attempt(
        "English label: a number with a letter of another alphabet",
        (PROJECTS, "en: Total grants to the funded projects", "en: Grants of \u043ene million"),
    ),
    *(
        attempt(f"label: {number}", (PROJECTS, "zh: 获资助项目的无偿资助合计", f"zh: 无偿资助{number}合计"))
        for number in ("⼀亿元", "Ⅸ亿元", "⑨亿元", "〸亿元", "½亿元", "٣亿元", "10⁹元", "9O0O万元")
    ),
    *(
        attempt(
            f"English label: {number}", (PROJECTS, "en: Total grants to the funded projects", f"en: Grants, {number}")
        )
        for number in ("٣ million", "½ billion", "Ⅸ million", "ｔｗｏ million", "ᴛᴡᴏ million", "CNY l00 million")
    ),
    attempt("a name in letters of two alphabets", (DOCUMENT, "Languang Electronics", "L\u0430ngu\u0430ng Electronics")),
)
