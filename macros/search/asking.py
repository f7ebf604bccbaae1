"""Words that put a question and name nothing: a search for what is meant leaves them out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from macros.records import addresses

SKIPPED: Final = tuple(
    """
    谁 哪些 哪个 哪家 哪里 哪儿 哪位 哪种 哪几个 哪几家 在哪 在哪里 在哪儿 什么 啥 啥时候 什么时候 何时 几时 多久
    怎么 怎么办 咋 咋办 怎样 如何 为什么 为何 为啥 是否 是不是 有没有 有无 有哪些 有什么 能不能 可不可以 会不会
    要不要 请问 请教 我想 我要 我们想 我想问 想知道 想问 想了解 一下 可以 能否 吗 呢 吧 啊 呀 嘛 哦 了 的 地 得 之
    是 有 在 和 与 及 或 给 为 把 被 向 从 对 于 以 将 由 所 让 叫 跟 到 也 都 还 就 又 再 才 很 太 最 更 这 那 这个
    那个 这些 那些 我 你 您 他 她 们 我们 你们 他们 咱们 大家 人家 自己 关于 有关 情况 相关 介绍 查询 查 查看 查找
    寻找 搜索 哪些事 做了 就是 应该 需要 怎么样 咋样 干啥 干什么 干嘛 做什么 怎么回事 具体 详细 主要 所有 全部 一些
    目前 现有 本市 我市 全市 我县 本地 当地 这边 贵局 本局 我局 局里 你局 市里 政府 用 做 办 去 来 看 听 找 问 讲 教
    发 收 送 拿 要 想 说 能 会 不 没 没有 里 上 中 拿了 办理 怎么办理 去哪 去哪里 去哪儿 请 帮我 麻烦 谢谢 你好 您好
    知道 告诉 一览 每 各 该 些 着 过 东西 玩意 比较 对比 相比 几多 谁能 打算 啥样 加入 参加 好不好 点样 边度 乜嘢 咩
    嘅 喺 攞到 攞 系 唔 佢 佢哋 边间 边个 哪年 哪天 哪一天 哪月 什么时间 什么日子 开始 结束 时间 多长时间 什么叫
    工作 开展 进行 实施 推进 做好 落实 怎么弄 怎么搞 如何办 哪能 谁来 谁管
    a an the of to for in on at by with from and or is are was were be been being do does did done has have had
    having it its this that these those who whom whose what which when where why how there here any some can could
    may might should would will shall must i we you they he she me us my our your their them him her please about
    tell show find list give gave get gets getting got go goes went come came take took make made want wants need
    needs know see look looking into onto over under than then also only more most very much as if so not no s t m
    re ve near per each every all other such anything something anyone someone details detail information info
    """.split()
)
"""Left out wherever they stand by themselves."""
DEFINING: Final = (
    *"什么是 什么叫 是什么 是啥 什么意思 啥意思 是什么意思 的意思 意思 含义 定义 的定义 解释".split(),
    *"怎么算 怎么理解 指什么 何谓 等于 换算 怎么换算".split(),
    *("what is a", "what is an", "what is", "what are", "what does", "meaning", "define", "definition", "explain"),
    *("stand for", "convert", "conversion"),
)
"""They ask what a word means."""
COUNTING: Final = (
    *"多少 有多少 几 有几 几个 几家 几名 几项 几人 几次 几份 几亩 几位 几种 几件 几套 几本".split(),
    *"几批 几条 几户 几所 几处 几多 总数 总额 总计 合计 总共 一共 共计 共有 数量 个数 数目 总量".split(),
    *("how many", "how much", "number of", "total", "in total", "sum", "count", "amount of", "how large", "how big"),
)
"""They ask for a figure."""
MOMENTS: Final = (
    *"今年 去年 上半年 下半年 本年 本月 最近 目前 现在 近年".split(),
    *("this year", "last year", "first half", "recently", "now"),
)
"""They prefer what is of that time, and ask for nothing by themselves."""
OTHER_YEARS: Final = (*"前年 大前年 明年 后年 次年".split(), "next year", "year before last", "years ago")
"""The same; and where nothing is of that time, no figure answers."""
ASKED_PAGES: Final[Mapping[str, str]] = {
    "联系方式": addresses.ABOUT_PAGE,
    "关于本站": addresses.ABOUT_PAGE,
    "意见反馈": addresses.FEEDBACK_PAGE,
    "纠错": addresses.FEEDBACK_PAGE,
    "评议问卷": addresses.SURVEY_PAGE,
    "更正": addresses.CORRECTIONS_PAGE,
    "更新": addresses.CHANGES_PAGE,
    "开放数据": addresses.DATA_PAGE,
    "字段说明": addresses.DATA_PAGE,
    "原文": addresses.SOURCES_INDEX,
    "公开目录": addresses.CATALOGUE_PAGE,
    "打印": addresses.PRINT_PAGE,
    "词语说明": addresses.GLOSSARY_PAGE,
    "全部数据": addresses.FIGURES_PAGE,
    "工作领域": addresses.WORK_AREA_INDEX,
}
"""Words, each for its group (records/synonyms.yml), that ask for a page of the site."""
WEAK: Final = tuple("科技局 种植 咨询 支持 服务 科技 技术 项目 建设 推广 得到 企业 申报 成立".split())
"""Words, each for its group, that say little beside others: the bureau itself, and what is done everywhere."""
