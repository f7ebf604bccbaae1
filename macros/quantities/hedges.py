"""What a clause may say of a quantity that is not so, or not yet so, and the Chinese words that say it: one table."""

from __future__ import annotations

from enum import StrEnum


class Hedge(StrEnum):
    """What a clause says of a quantity that it does not state plainly."""

    NOT = "not"
    """It is not so: 未完成15个."""
    UNDONE = "undone"
    """It was due, or was there, and is not so: 尚待验收5项, 还差3家, 20家被取消资格."""
    EXPECTED = "expected"
    PLANNED = "planned"
    AIMED = "aimed"
    LISTED = "listed"
    """It stands under a heading of plans (三、下一步打算), whatever its own clause says."""


DENIALS = frozenset({Hedge.NOT, Hedge.UNDONE})
"""Those that say that nothing of the quantity is there; the others put it into the future."""
UNDER_PLANS = "列于打算、计划之下"
"""Stands for a word where a heading puts its hedge on all that stands under it."""
WORDS_OF_HEDGES = {
    Hedge.NOT: ("未", "没有", "没", "不", "无", "无法", "并非"),
    Hedge.UNDONE: (
        *("难以", "尚待", "有待", "亟待", "仍待", "本应", "本该", "原应", "原该", "原定", "落空"),
        *("还差", "尚差", "仍差", "只差", "还缺", "尚缺", "仍缺", "只缺"),
        *("被取消", "被撤销", "被否决", "被驳回", "被终止", "被叫停", "被退回", "被注销", "被拒绝"),
    ),
    Hedge.EXPECTED: ("将", "预计", "预期", "有望", "可望"),
    Hedge.PLANNED: ("拟", "计划", "打算"),
    Hedge.AIMED: ("力争", "力求", "争取", "目标", "确保", "努力"),
    Hedge.LISTED: (UNDER_PLANS,),
}
"""Every word that ``Expression.negated`` may hold in Chinese, by what it says."""
HEDGE_OF_WORD = {word: hedge for hedge, words in WORDS_OF_HEDGES.items() for word in words}
