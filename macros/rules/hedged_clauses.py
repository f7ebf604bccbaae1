"""Words that say that what a clause tells is not so, or not yet so, as the grammar reads them before a number."""

from __future__ import annotations

import re

from macros.quantities.chinese.hedges import HEDGE

OF_A_RESULT = re.compile("未(?!来|成年|婚|央|知|名)|没有|尚(?!书)|取消|推迟|暂停|中止|终止|放弃|落空|失败")
"""Words that besides hedges say of a goal that it is not reached."""


def hedges(text: str) -> list[str]:
    """The hedges of a text, in order: 未, 力争, 预计."""
    return [found[0] for found in HEDGE.finditer(text)]


def not_reached(text: str) -> list[str]:
    """The words of a text that say that something is not, or not yet, as it was to be."""
    return [*hedges(text), *OF_A_RESULT.findall(text)]
