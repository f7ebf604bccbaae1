"""What a Chinese quantity is counted or measured in, and which unit words count after a single Han digit."""

from __future__ import annotations

import re
from dataclasses import dataclass

from macros.quantities.chinese.passage import GAP, HAN_WORD, Passage

LATIN_UNITS = (
    "km²|km2|m²|m2|m³|m3|cm²|cm2|cm³|㎡|㎥|㎞|㎏|㎜|㎝|℃|°C|℉|°|′|kWh|kW·h|kW|MWh|MW·h|MWp|kWp|MW|GWh|GW·h|GW|TWh|kV|mV|V|MVA|kVA|kHz|MHz|GHz|Hz"
    "|km|cm|mm|nm|μm|µm|um|kg|mg|μg|µg|ug|mL|ml|MPa|kPa|hPa|Pa|kB|KB|MB|GB|TB|PB|Mbps|Gbps|bps|Tbps|dBA|dB|ppm|ppb|rpm|ha|hm²|mol|min"
    "|PFlops|EFlops|PFLOPS|EFLOPS|kcal|kJ|MJ|GJ|TJ|tce|TEU|m|g|t|L|W|h|s"
)
LATIN_UNIT = re.compile(rf"(?:{LATIN_UNITS})(?![A-Za-z0-9])")
SIGNS_OF_MONEY = re.compile(r"(?:(?:US|HK|NT|A|C|S)?\$|[¥￥€£₩]|RMB|CNY|USD|EUR|HKD|JPY|GBP) ?\Z")
SOME_GAP = re.compile(GAP)
PER_SIGN = re.compile(rf"/(?:百|千|万|亿|[1-9][0-9]*万?)?(?:(?:{LATIN_UNITS}|[da])(?![A-Za-z0-9]))?")
SLASHED = re.compile(rf"[{HAN_WORD}]{{1,4}}/(?:{LATIN_UNITS}|(?!百|千|万|亿)[{HAN_WORD}])")
ADDED = re.compile("[（(][次户份套项人台件家个场批册处例间所座只篇条起名栋幢支辆艘宗部本张株枚幅期对组队][）)]")
MULTIPLIED = re.compile(r"·(?:[㐀-鿿]{1,2}|[A-Za-z]{1,3})")

NOT_AFTER_ONE = frozenset(
    (
        "批 些 种 类 段 片 层 番 股 级 代 线 届 方 面 头 手 道 度 时 分 点 口 把 块 环 门 体 群 行 列 号 "
        "角 本 样 边 路 带 心 生 世 里 步 旬 圈 根 流 下 句 顿 身 国 院 校 站 期 辈 队 团 大 省 市 县 区 "
        "乡 镇 村 日 成 折 位 粒 席 字 声 色 脸 组 季 株 单 尺 寸 刻 秒 方面 院士 部门 轮 员 副 串 支 套 章 "
        "课 堂 店 厂 车 船 岗 网 企 楼 室 岁 斤 两 页 碗 杯 排 连 营 班 节 枚 盘 柜 眼 首 封 趟 遍 颗 朵 "
        "盏 具 卷 集 版 辑 顶 扇 尊"
    ).split()
)
"""After 一 they say “some”, “the whole” or which one, and not how many."""
OF_CASES = (
    "[较重特]{1,2}大(?:及?以上)?|一般|典型|恶性|群体性?|突发|安全|生产|交通|道路|食品|药品|环境|行政|民事|刑事|治安|电信|网络|劳动|医疗"
    "|邻里|校园|消费|知识产权|涉.{1,2}(?=案|事)|非法.{0,4}(?=案)|[\u4e00-\u9fff]{2}(?=案(?![，。]))"
)
"""What a case may be: a word before 案 or 事故, and no verb (一起化解矛盾)."""
COUNTS_ONE_ONLY_BEFORE = {
    "起": f"(?:{OF_CASES}){{0,4}}(?:案|事故|纠纷|投诉|火灾|事件|违法|违规|灾害|疫情|警情|险情|舆情|诉讼)|以上|有效",
    "人": "(?!一|们|当先|之|多岗|空巷|手|为|民|生|次?多)",
    "家": "(?!人|一|子|之|独大|老小|亲)",
    "次": "(?!性|次|又|函|能源|办|次)",
    "年": "(?!一|四季|到头|之|年|级|初|之计|又|多来)",
    "天": "(?!一|天|到晚|下|之|比)",
    "个": "(?!也不|不少|样|个|劲|时期|方面|不落|不漏|巴掌|萝卜|口子|窗口|盘子|标准|声音|调|重要|多样|确定|道理)",
    "项": "(?!项|一)",
    "件": "(?!件|一|事一次办)",
    "条": "(?!龙|心|条|街|鞭|路走|主线|线)",
    "张": "(?!网|图|蓝图|表|纸|清单|白纸|床|嘴|王牌|名片|牌)",
    "名": "(?!不文|之)",
    "户": "(?!一|多)",
    "座": "(?!座|难求)",
    "月": "(?!)",
    "周": "(?!一|年|边|遭|报|岁|内外)",
    "处": "(?!处)",
    "场": "(?!场|硬仗|空|及时雨)",
    "间": "(?!)",
    "只": "(?!只|能|有|要|是)",
    "笔": "(?!笔|勾销)",
    "份": "(?!份)",
    "元": "(?!化|论|复始)",
    "亩": "(?!亩)",
    "吨": "(?!吨)",
    "套": "设备|系统|装置|住房|房|机组|生产线",
    "部": "(?!分)",
    "篇": "(?!篇)",
}
"""After 一 they count one only before such words."""
COUNTS_DIGIT_ONLY_BEFORE = {"日": re.compile("(?:之|以)?内|以[上下]|(?:行政)?拘留|游|期限")}
"""After a single Han digit they count only before such words: 三日内, and not 三日 of a month."""
NOT_AFTER_DIGIT = frozenset(
    (
        "分 度 角 里 手 面 方 线 级 号 楼 环 代 心 路 体 边 生 下 时 流 样 番 身 网 柜 步 把手 国 院 校 队 "
        "团 字 色 行 列 大 股 带 块 口 室 点 岁时 企 店 厂 车 船 房 段 根 员 席 位数 本 头 连 营 排 日 刻 "
        "周岁 季 门 世 圈 旬 星 金"
    ).split()
)
"""After a single Han digit they make a name or an idiom (四面, 二级); after digits and longer numbers they count."""
ORDINAL_AFTER_TWO = frozenset("期 级 类 次 等 届 批 代 线 楼 环 手 组 部 班 层 轮 段 套 本 队 院 中 小 部".split())
"""二 before them says which one, for two of them are 两."""
WORDS_AFTER_UNIT = {
    "人": "民币",
    "年": "级|龄|轻",
    "日": "本",
    "天": "津|然",
    "时": "代|间|期",
    "周": "岁|年(?=[庆纪])|边|期",
    "期": "间",
    "元": "旦|宵",
    "台": "州|湾",
    "省": "级|委|政府|厅|直|际",
    "市": "级|场|委|政府|直|民|值",
    "县": "级|委|域|政府",
    "区": "域|级|委|块|间|别|直|政府",
    "村": "级|民|委",
    "镇": "级|政府",
    "乡": "级|村|镇",
    "国": "家|际|内|务院|资",
    "批": "准|示|复",
    "条": "例",
    "门": "诊|口|店|槛",
    "口": "岸",
    "度": "假",
    "分": "之|公司|局|会场|中心|管",
}
"""What follows a unit word and makes another word with it: 3年级."""
MAKES_WORD = {unit: re.compile(words) for unit, words in WORDS_AFTER_UNIT.items() if words}
STARTS_PHRASE = {unit: re.compile(words) for unit, words in COUNTS_ONE_ONLY_BEFORE.items()}
NONE_LEFT_OUT = re.compile("[都也]?不(?:能|许|得|可)?[落漏少](?![于到实])")
"""Behind 一 and a unit: 一户不落 says all of them."""
DETERMINERS = re.compile(
    r"(?:[这那每某另哪任又首]|任何|唯一|(?<![目此之以日年月天生提推延滞移退落靠拖])[前后]|仅有的|(?<!但|可|若|还|总|就|只)是|作为|成为|当作|视为|看作|算得上|堪称)\Z"
)
"""Before 一 and a unit word they say which one, or what something is, and count nothing."""


POINTS_MADE = re.compile(
    "要求|意见|建议|体会|措施|希望|考虑|做法|经验|启示|感受|工作|原因|理由|说明|优势|不足|认识|思考|变化|特点"
)
"""三点要求 are three; 三点 alone is rather a time of day."""


@dataclass(frozen=True, slots=True)
class UnitFound:
    """A unit word and where it ends; empty, at the place behind the number, where there is none."""

    word: str
    end: int


def unit_at(passage: Passage, at: int) -> UnitFound:
    """The unit that stands at a place, blanks before it aside: 家, 人（次）, 微克/立方米, kWh, 件/万人."""
    start = after_gap(passage, at)
    word = passage.units.at(passage.plain, start)
    if slashed := SLASHED.match(passage.plain, start):
        word = max(word, slashed[0], key=len)
    if not word and (latin := LATIN_UNIT.match(passage.plain, start)):
        word = latin[0]
    end = start + len(word)
    if word[-1:].isascii() and word[-1:].isalpha() and passage.char(end).isascii() and passage.char(end).isalnum():
        return UnitFound("", at)
    made = MAKES_WORD.get(word)
    if not word or (made and made.match(passage.plain, end)):
        return UnitFound("", at)
    for more in (ADDED, MULTIPLIED):
        if found := more.match(passage.plain, end):
            end = found.end()
    end = per_at(passage, end)
    return UnitFound(passage.text[start:end], end)


def after_gap(passage: Passage, at: int) -> int:
    """The place behind the blanks that stand here, which are two at most."""
    gap = SOME_GAP.match(passage.plain, at)
    return gap.end() if gap else at


def per_at(passage: Passage, at: int) -> int:
    """The end of what a unit is divided by: 件/万人, 元/吨."""
    sign = PER_SIGN.match(passage.plain, at)
    if sign is None:
        return at
    word = passage.units.at(passage.plain, sign.end())
    return sign.end() + len(word) if word or sign.end() > at + 2 or sign[0][-1].isalpha() else at


def counts_after_one(passage: Passage, start: int, unit: UnitFound) -> bool:
    """Whether 一 at ``start`` and a unit word count one of something.

    The line is that of a careful editor of official documents. A countable thing that there is one of counts: 一个项目,
    一家企业, 举办一场培训. It does not where 一 says “some” or “the whole” (一批, 一系列, 一些), which one (这一个,
    下一个, 另一项), what something is (是一项长期任务), what was named before it is (“公开”一项), or belongs to a word
    (一次性, 一条龙).
    """
    head = unit.word[:1] if unit.word[:1] in "起人家次年天个项件条张名户座周处场只笔份元亩吨篇套部" else unit.word
    named = passage.before(start, 0, 1) in ("”", "》", "』")
    if named or unit.word in NOT_AFTER_ONE or DETERMINERS.search(passage.before(start, 0, 4)):
        return False
    if NONE_LEFT_OUT.match(passage.plain, unit.end):
        return False
    condition = STARTS_PHRASE.get(unit.word if unit.word in STARTS_PHRASE else head if len(unit.word) == 1 else "")
    return condition is None or condition.match(passage.plain, unit.end) is not None


def counts_after_digit(passage: Passage, digit: str, start: int, unit: UnitFound) -> bool:
    """Whether a single Han digit and a unit word count something, and are no name or idiom."""
    if digit == "一":
        return counts_after_one(passage, start, unit)
    if unit.word in COUNTS_DIGIT_ONLY_BEFORE and digit != "两":
        return COUNTS_DIGIT_ONLY_BEFORE[unit.word].match(passage.plain, unit.end) is not None
    if digit == "二" and unit.word in ORDINAL_AFTER_TWO:
        return False
    if unit.word == "点":
        return POINTS_MADE.match(passage.plain, unit.end) is not None
    return unit.word not in NOT_AFTER_DIGIT or (digit == "两" and unit.word == "日")
