"""Words that put a question and name nothing: a search for what is meant leaves them out."""

from __future__ import annotations

from typing import Final

SKIPPED: Final = tuple(
    """
    谁 哪些 哪个 哪家 哪里 哪儿 在哪 在哪里 什么 什么时候 何时 怎么 怎么办 怎样 如何 为什么 是否 是不是 有没有 有哪些
    是什么 请问 我想 想知道 一下 可以 能不能 吗 呢 吧 啊 了 的 地 得 是 有 在 和 与 及 给 为 把 被 向 从 对
    到 也 都 还 就 这 那 我 你 他 我们 他们 关于 情况 相关 介绍 查询 哪些事 做了 就是
    a an the of to for in on at by with from and or is are was were be been do does did has have had it its this that
    who whom whose what which when where why how there any some can could i we you they me my our your please about
    tell show find list
    """.split()
)
"""Left out wherever they stand by themselves."""
COUNTING: Final = (
    *"多少 有多少 几 有几 几个 几家 几名 几项 几人 几次 几份 几亩".split(),
    *"总数 总额 总计 合计 总共 一共 共计 数量 个数 数目 总量".split(),
    *("how many", "how much", "number of", "total", "totals", "in total", "sum", "count", "amount of", "how large"),
)
"""They ask for a figure."""
MOMENTS: Final = (
    *"今年 去年 上半年 下半年 本年 本月 最近 目前 现在 近年".split(),
    *("this year", "last year", "first half", "recently", "now"),
)
"""They prefer what is of that time, and ask for nothing by themselves."""
OTHER_YEARS: Final = (*"前年 大前年 明年 后年 次年".split(), "next year", "year before last", "years ago")
"""The same; and where nothing is of that time, no figure answers."""
