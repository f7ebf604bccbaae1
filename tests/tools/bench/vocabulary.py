"""Words that made-up records are composed of. No place of these names is meant."""

from __future__ import annotations

import itertools
from typing import NamedTuple


class Words(NamedTuple):
    """Chinese words and their translation."""

    zh: str
    en: str


def table(text: str) -> list[Words]:
    """Words and their translations, a line each."""
    return [Words(*line.split(" ", 1)) for line in text.strip().splitlines()]


PLACES = [
    Words(f"{first.zh}{second.zh}镇", f"{first.en}{second.en} Town")
    for first, second in itertools.product(
        table("青 Qing\n白 Bai\n石 Shi\n金 Jin\n龙 Long\n柳 Liu\n沙 Sha\n云 Yun\n桃 Tao\n枫 Feng"),
        table("港 gang\n湾 wan\n塘 tang\n垸 yuan\n坪 ping\n岗 gang\n桥 qiao\n溪 xi"),
    )
]
PRODUCTS = table("""
河蟹 river crab
泥鳅 loach
小龙虾 crayfish
莲藕 lotus root
水稻 rice
棉花 cotton
油菜 rapeseed
黄鳝 swamp eel
鳜鱼 mandarin fish
生猪 pigs
蛋鸭 laying ducks
蔬菜 vegetables
食用菌 mushrooms
茶叶 tea
柑橘 citrus
西瓜 watermelon
""")
METHODS = table("""
生态养殖 ecological farming
病害防治 disease control
测土配方施肥 soil-tested fertilising
节水灌溉 water-saving irrigation
良种繁育 seed breeding
稻田综合种养 mixed farming of paddy fields
冷链保鲜 cold storage
废弃物利用 use of waste
温棚育苗 greenhouse seedlings
水质调控 water-quality control
""")
TOPICS = table("""
技术培训 Training
示范推广 Demonstration
良种引进 New breeds
现场咨询 Advice on the spot
质量检测 Quality testing
成果转化 Putting research to use
科普宣传 Science outreach
产销对接 Matching growers with buyers
""")
BODIES = table("""
科技特派员 the science and technology commissioners
市科技局 the municipal science and technology bureau
专家服务队 the expert service team
农技推广站 the extension station
渔业合作社 the fishery cooperatives
示范基地 the demonstration base
产业联盟 the industry alliance
龙头企业 the leading enterprise
""")
BENEFITS = table("""
受到群众欢迎 and people welcomed it
带动农户增收 which raised the income of farm households
解决了生产中的难题 which solved problems of production
降低了用药成本 which cut the cost of treatment
提高了产品质量 which improved the quality of the produce
形成了可复制的做法 which others can follow
促进了产学研结合 which brought industry, universities and research together
保护了湖区生态 which protected the ecology of the fisheries
""")
