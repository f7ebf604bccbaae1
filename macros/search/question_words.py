"""Words that put a question and name nothing: a search for what is meant leaves them out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from macros.records import addresses

SKIPPED: Final = tuple(
    """
    谁 教 领 哪些 哪个 哪家 哪里 哪儿 哪位 哪种 哪几个 哪几家 在哪 在哪里 在哪儿 什么 啥 啥时候 什么时候 何时 几时 怎么
    怎么办 咋 咋办 怎样 如何 为什么 为何 为啥 是否 是不是 有没有 有无 有哪些 有什么 能不能 可不可以 会不会 要不要
    请问 我想 我要 我们想 我想问 想知道 想问 想了解 一下 可以 能否 吗 呢 吧 啊 呀 嘛 哦 了 的 地 得 之 是 有 在 和
    与 及 或 给 为 把 被 向 从 对 于 以 将 由 所 让 叫 跟 到 也 都 还 就 又 再 才 很 太 最 更 这 那 这个 那个 这些
    那些 我 你 您 他 她 们 我们 你们 他们 咱们 大家 人家 自己 关于 有关 相关 介绍 查询 查 查看 查找 寻找 搜索 就是
    应该 需要 怎么样 咋样 怎么回事 具体 详细 主要 所有 全部 一些 现有 本市 我市 全市 我县 本地 当地 这边 贵局 本局
    我局 局里 你局 市里 政府 用 办 去 来 看 听 找 问 讲 发 收 要 想 说 能 会 不 没 没有 里 上 中 拿了 办理 怎么办理
    去哪 去哪里 去哪儿 请 帮我 麻烦 谢谢 你好 您好 知道 告诉 一览 各 该 些 着 过 东西 玩意 比较 对比 相比 谁能
    啥样 加入 参加 好不好 点样 边度 乜嘢 咩 嘅 喺 攞到 攞 系 唔 佢 佢哋 边间 边个 哪年 哪天 哪一天 哪月 什么时间
    什么日子 开始 结束 时间 进行 实施 推进 做好 落实 怎么弄 怎么搞 如何办 哪能 谁来 谁管 有啥 有何 有谁 有没 有木有
    有吗 有人 没人 有用 有用吗 到底 究竟 其实 真 真的 好像 听说 据说 一般 平时 经常 老是 总是 一直 已经 曾 曾经 正在
    刚 刚才 马上 尽快 我家 家里 我们家 我们村 我们镇 我们局 我们这 我们这里 我们这儿 俺 俺们 咱 这里 这儿 那里 那儿
    那边 你们局 你们那 你们那里 某 某个 某些 管 管吗 靠谱 行 行不行 行吗 好吗 对吗 对不对 是吗 可行 想找 想看 想查
    想要 想学 想请 要找 要查 要看 求 求问 哪位知道 谁知道 问下 问一下 问问 打听 打听一下 咨询下 看看 看下 查下
    查一下 找下 说说 说一下 讲讲 讲一下 给我 不是 未 别 不要 多 少 点 大概 大约 左右 差不多 老 挺 蛮 咯 哈 哟 唉 哎
    噢 哇 哩 呐 喔 嗯 噻 撒 其 其中 其他 其它 另外 之一 方面 等 等等 以及 还有 并 而 但 但是 不过 如果 要是 因为
    所以 那么 然后 才能 怎么会 怎么做 怎么用 如何做 怎么看 怎么查 怎么找 怎么知道 怎么拿 怎么领 怎么得到 怎么能
    怎样才能 如何才能 怎么才能 哪有 哪里有 哪儿有 哪里能 哪里可以 在哪能 在哪可以 在哪看 哪里看 在哪里看 在哪查
    哪里查 在哪找 哪里找 去哪找 去哪看 到哪 到哪里 往哪 上哪 上哪儿 上哪里 几月 几号 几点 哪一个 哪一家 哪一项 哪类
    哪方面 哪些方面 哪几项 哪几类 哪几种 哪几位 哪几名 什么样 什么样的 啥样的 何种 何人 何处 何地 原因 什么原因
    啥原因 名单 名字 名称 叫什么 叫啥 叫什么名字 内容 部分 种 类 类型 下 内 后 时 时候 期间 以来 以后 以前 之前 之后
    文中 文里 文件里 文件中 里面 里边 上面 下面 这份 这篇 此 本 官方 最新 公布 孩子 小孩 小朋友 适合 比 更多 好多
    多不多 好不 行么 如今 眼下 分别 各自 属于 包括 包含 涉及 提到 提到的 写的 说的 讲的 里说的 一共有 是不是就是
    就是说 能够 想请问 请问一下 有什么用 有啥用 有何用 干嘛用 干什么用 用途 论文 写论文 作业 写作业
    a an the of to for in on at by with from and or is are was were be been being has have had having it its this
    that these those who whom whose what which when where why how there here any some can could may might should
    would will shall must i we you they he she me us my our your their them him her please about tell show find list
    get gets getting go goes went come came take took make made want wants need needs know see look looking into
    onto over under than then also only more most very much as if so not no s t m re ve near every all
    other such anything something anyone someone details detail information info hi hello dear thanks thank kindly
    regarding concerning related relating names name named called lists kind kinds type types sort way ways thing
    things stuff say says said mention mentioned mentions exactly actually really currently already yet still ever
    even just many few lot lots several both either neither because while whether but up out down off between among
    within through during after before since until against like used using own same let everybody nobody im ive dont
    doesnt isnt wont cant whats wheres hows page pages online actual various certain specific particular whole
    officially government thesis paper essay homework dissertation
    """.split()
)
"""Left out wherever they stand by themselves."""
DEEDS: Final = tuple(
    """
    做了 干了 做过 干过 搞了 办了 忙了 做什么 干什么 做啥 干啥 干嘛 忙啥 忙什么 做 干 忙 搞 做事 干活 工作 工作情况
    情况 事 事情 哪些事 大事 要事 实事 好事 亮点 成绩 业绩 政绩 概况 综述 回顾 进展 重点工作 主要工作 开展
    do does did done doing work works worked working happen happened busy overview highlights highlight accomplish
    accomplished accomplishment accomplishments achieve achieved
    """.split()
)
"""They ask what was done, and are left out where something else is named."""
DEFINING: Final = (
    *"什么是 什么叫 是什么 是啥 什么意思 啥意思 是什么意思 的意思 意思 含义 定义 的定义 解释 指的是 是指 何为".split(),
    *"合多少 合几 折合多少 折合成 等于多少 相当于 相当于多少 相当于几".split(),
    *"怎么算 怎么理解 指什么 何谓 等于 换算 怎么换算 什么单位 啥单位 是个啥 是什么东西 全称 简称 缩写".split(),
    *"是干嘛的 是干什么用的 是做什么用的".split(),
    *"区别 有啥区别 有什么区别 有何区别 的区别 差别 有什么差别 差异".split(),
    *"不同 有什么不同 有何不同 不一样 有啥不一样".split(),
    *("what is a", "what is an", "what is", "what are", "what does", "meaning", "define", "definition", "explain"),
    *("stand for", "stands for", "convert", "conversion", "mean", "means", "equal", "equals"),
    *("in hectares", "in square metres", "in acres", "to hectares", "to square metres", "to acres"),
    *("in a mu", "in one mu", "in a hectare", "in an acre", "to a hectare"),
    *("difference", "differences", "differ", "different from", "versus", "vs"),
)
"""They ask what a word means, or how two differ."""
COUNTING: Final = (
    *"多少 有多少 几 有几 几个 几家 几名 几项 几人 几次 几份 几亩 几位 几种 几件 几套 几本".split(),
    *"几批 几条 几户 几所 几处 几多 总数 总额 总计 合计 总共 一共 共计 共有 数量 个数 数目 总量 总和".split(),
    *"多少个 多少家 多少项 多少份 多少种 多少次 多少套 多少条 多少批 多少所 占多少 达到多少 好多个 规模 几何".split(),
    *("how many", "how much", "number of", "total", "in total", "sum", "count", "amount of", "how large"),
)
"""They ask for a figure."""
FOR_EACH: Final = tuple("平均 人均 户均 每 每家 每个 每人 每户 每项 average apiece each per".split())
"""They ask what comes to each: a sum for all is no answer."""
MOMENTS: Final = (
    *"今年 去年 上半年 本年 本月 最近 目前 现在 近年 近几年 近年来 这半年 今年上半年 本年度 当前".split(),
    *("this year", "last year", "first half", "recently", "now"),
)
"""They prefer what is of that time, and ask for nothing by themselves."""
OTHER_YEARS: Final = (
    *"前年 大前年 明年 后年 次年 下半年 下一步 下个月 下月".split(),
    *("next year", "second half", "next month", "year before last", "years ago"),
)
"""The same; and where nothing is of that time, no figure answers."""
YEAR_WORD: Final = "年份"
"""A word for the group of words for the year."""
ASKED_PAGES: Final[Mapping[str, str]] = {
    "首页": "",
    "长者版": addresses.ABOUT_PAGE,
    "英文版": addresses.ABOUT_PAGE,
    "联系方式": addresses.ABOUT_PAGE,
    "关于本站": addresses.ABOUT_PAGE,
    **dict.fromkeys(("没有写明", YEAR_WORD, "城市名称", "成文日期", "文号"), addresses.ABOUT_PAGE),
    "意见反馈": addresses.FEEDBACK_PAGE,
    "纠错": addresses.FEEDBACK_PAGE,
    "评议问卷": addresses.SURVEY_PAGE,
    "更正": addresses.CORRECTIONS_PAGE,
    "更新": addresses.CHANGES_PAGE,
    "引用": addresses.DATA_PAGE,
    "校改": addresses.SOURCES_INDEX,
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
WEAK: Final = tuple("主管部门 种植 咨询 支持 服务 科技 技术 项目 建设 推广 得到 企业 申报 成立 国家级".split())
"""Words, each for its group, that say little beside others: the bureau itself, and what is done everywhere."""
ITSELF: Final = "主管部门"
"""A word for the group that names the bureau itself; what it is called stands in the bureau's own data."""
