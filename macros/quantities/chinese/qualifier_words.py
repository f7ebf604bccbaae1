"""The words before a Chinese quantity that say how exact it is, by where they may stand."""

from __future__ import annotations

from collections.abc import Iterable

from macros.quantities.expression import Qualifier

NEARLY, OVER, ABOUT = Qualifier.NEARLY, Qualifier.OVER, Qualifier.ABOUT
AT_LEAST, AT_MOST, UNDER = Qualifier.AT_LEAST, Qualifier.AT_MOST, Qualifier.UNDER

ABOUT_CHAR = (
    "(?<![签预契违公邀履特相纽大赴毁爽缔解])(?<!(?<![损流丢遗缺])失)(?<!(?<![环情季细])节)"
    "(?<!(?<![整融联综组混结集符])合)(?<!(?<![手陆持连后])续)(?<!(?<![0-9一二两三四五六七八九十百千余多])条)约"
)
"""约 that says about, and no 签约 or 节约; 损失约, 环节约 and 12条约 have it behind a word."""
PLAIN_VERBS = {
    NEARLY: ("将近", "接近", "逼近"),
    ABOUT: ("大约",),
    AT_LEAST: (
        *("不少于", "不低于", "不小于", "不得少于", "不得低于", "不下于?", "至少", "最少", "起码", "最低"),
        *("大于等于", "大于或等于"),
    ),
    AT_MOST: (
        *("不超过", "不高于", "不大于", "不多于", "不得超过", "不得高于", "不得多于", "未超过", "至多", "最多", "最高"),
        *("小于等于", "小于或等于"),
    ),
    UNDER: (
        *("(?<![找查服视在些处多])不足", "(?<![达找收看听得做办])不到"),
        *("达不到", "未到", "未达到?", "还不到"),
    ),
}
"""Words that say how exact a part is, whatever it is measured against."""
COMPARING_VERBS = {
    OVER: (
        *("远超过?", "(?<![不未])超过", "(?<![不未])超出", "(?<![不得])高于", "(?<![不得])大于", "(?<![不得])多于"),
        "超逾",
    ),
    UNDER: ("(?<![不得])少于", "(?<![不得])低于", "(?<![不得])小于", "不及"),
}
"""Words that, where a measure parts them from the number, only 的 makes say so: 超过去年同期20% is by so much."""
BESIDE_A_WHOLE = {
    NEARLY: ("(?<![最附邻靠临远亲走拉贴就新将接])近",),
    ABOUT: (ABOUT_CHAR,),
    OVER: ("逾", "(?<![赶反高])超", "突破"),
    UNDER: ("不满", "未满"),
}
"""Words of many other uses: parted from the number, they count before a word for the whole, or for a goal."""
ONLY_TOUCHING = {
    NEARLY: ("几近", "几乎", "快到"),
    ABOUT: ("大概", "约莫", "大致", "估计", "约计", "近似", "上下"),
    OVER: ("高出", "冲破", "(?<![突打攻识爆侦冲撕])破", "好", "(?<![=<>-])>"),
    AT_LEAST: ("不短于", "不早于", "≥", "保底"),
    AT_MOST: ("最大", "不长于", "≤", "上限"),
    UNDER: ("尚不足", "(?<![=<>-])<"),
}
"""Words that count only where they touch the number."""
WORDS_BEFORE = {
    qualifier: tuple(
        word
        for words in (PLAIN_VERBS, COMPARING_VERBS, BESIDE_A_WHOLE, ONLY_TOUCHING)
        for word in words.get(qualifier, ())
    )
    for qualifier in (NEARLY, OVER, ABOUT, AT_LEAST, AT_MOST, UNDER)
}
"""All of them, which stand right before the number."""


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of some patterns, the longest first."""
    return "|".join(sorted(words, key=len, reverse=True))
