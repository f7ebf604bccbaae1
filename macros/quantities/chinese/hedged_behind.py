"""The word behind a Chinese quantity that says that it is not so, or not yet: 3家尚未开工, 20家企业被取消资格."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from macros.quantities.chinese.hedges import NOT_OF_WEI
from macros.quantities.chinese.passage import HAN_WORD
from macros.quantities.expression import Expression, Sense

LONGEST_SUBJECT = 8
NO_SUBJECT = "用于|投入|[因为是的由把对从而但以和与及中后前内外上下其被未将拟]"
WHEN = "(?=[于在年今明下陆分全建投开竣完实达增新])"
STANDING_BEHIND = {
    "未": f"(?!{NOT_OF_WEI})",
    **dict.fromkeys(("没有", "难以", "无法", "落空", "有待", "尚待", "亟待", "仍待", "预计", "有望", "力争"), ""),
    **dict.fromkeys(("被取消", "被撤销", "被否决", "被驳回", "被终止", "被叫停", "被退回", "被注销", "被拒绝"), ""),
    **dict.fromkeys(("计划", "拟", "将"), WHEN),
}
"""Hedges that stand behind the quantity, each with what must stand behind it."""
SAID_BEHIND = "|".join(f"{word}{behind}" for word, behind in STANDING_BEHIND.items())
BEHIND_QUANTITY = re.compile(
    f"(?P<subject>(?:(?!{NO_SUBJECT}|{SAID_BEHIND})[{HAN_WORD}]){{0,{LONGEST_SUBJECT}}}+)(?P<said>{SAID_BEHIND})"
)
"""What is counted, at most, and the word."""
DESCRIBES = re.compile(f"[{HAN_WORD}]{{0,12}}的(?![，。；：！？、]|$)")
"""的 behind it makes it describe what is counted: 未达标的企业."""
STARTS_COUNTING = re.compile("(?:[，。；：！？、（(\\s]|有|其中|其余|剩余|另|共)\\Z")
COUNTED_THINGS = frozenset({Sense.COUNT, Sense.RANGE, Sense.FRACTION, Sense.PERCENT})


def hedged_behind(plain: str, found: Sequence[Expression]) -> tuple[Expression, ...]:
    """The expressions with what is said behind those that no word before them puts in doubt."""
    made = []
    for at, one in enumerate(found):
        until = found[at + 1].start if at + 1 < len(found) else len(plain)
        said = word_behind(plain, one, until) if one.kind in COUNTED_THINGS and not one.negated else ""
        made.append(replace(one, negated=said) if said else one)
    return tuple(made)


def word_behind(plain: str, one: Expression, until: int) -> str:
    """The word, where what is counted is its subject and stands before ``until``; empty where there is none."""
    said = BEHIND_QUANTITY.match(plain, one.end, until)
    if said is None or DESCRIBES.match(plain, said.end()):
        return ""
    if not said["subject"] and one.start and not STARTS_COUNTING.search(plain[max(one.start - 2, 0) : one.start]):
        return ""
    return said["said"]
