"""Emendations: facts, names and words changed in the text that was received."""

from __future__ import annotations

from tests.falsification.attempt import BASES, COMMISSIONERS, COUNTRY, DOCUMENT, PROJECTS, RATE, Attempt, attempt


def emended(ident: str, stood: str, printed: str, *more: tuple[str, str, str], kind: str = "insertion") -> Attempt:
    """One more emendation of the document, and the quotes that follow it."""
    made = f'emendations:\n  - id: found\n    kind: {kind}\n    stood: "{stood}"\n    printed: "{printed}"\n'
    made += "    zh: 用词\n    en: Wording\n"
    return attempt(f"emendation: {ident}", (DOCUMENT, "emendations:\n", made), *more)


ATTEMPTS = (
    attempt(
        "an emendation of a number",
        (
            DOCUMENT,
            "emendations:\n",
            "emendations:\n  - id: more\n    kind: punctuation\n    stood: 230万元\n    printed: 980万元\n    zh: 标点\n    en: Punctuation\n",
        ),
    ),
    attempt(
        "an emendation of a unit",
        (
            DOCUMENT,
            "emendations:\n",
            "emendations:\n  - id: unit\n    kind: punctuation\n    stood: 30万亩\n    printed: 30万元\n    zh: 标点\n    en: Punctuation\n",
        ),
    ),
    attempt(
        "an emendation that supplies a scale",
        (
            DOCUMENT,
            "emendations:\n",
            "emendations:\n  - id: scale\n    kind: insertion\n    stood: 980多元\n    printed: 980多万元\n    zh: 疑缺“万”字\n    en: A character seems to be missing\n",
        ),
    ),
    attempt(
        "an emendation of a qualifier",
        (
            DOCUMENT,
            "emendations:\n",
            "emendations:\n  - id: nearly\n    kind: insertion\n    stood: 近3000\n    printed: 超3000\n    zh: 用词\n    en: Wording\n",
        ),
    ),
    attempt(
        "an emendation of a hedge",
        (
            DOCUMENT,
            "emendations:\n",
            "emendations:\n  - id: will\n    kind: insertion\n    stood: 将引导\n    printed: 已引导\n    zh: 用词\n    en: Wording\n",
        ),
    ),
    attempt(
        "an emendation of 力争",
        (
            DOCUMENT,
            "emendations:\n",
            "emendations:\n  - id: strive\n    kind: insertion\n    stood: 力争在\n    printed: 已在\n    zh: 用词\n    en: Wording\n",
        ),
    ),
    attempt(
        "an emendation that denies",
        (
            DOCUMENT,
            "emendations:\n",
            "emendations:\n  - id: deny\n    kind: insertion\n    stood: 受到村民欢迎\n    printed: 未受到村民欢迎\n    zh: 缺字\n    en: A character is missing\n",
        ),
    ),
    attempt(
        "an emendation of a name",
        (
            DOCUMENT,
            "emendations:\n",
            "emendations:\n  - id: name\n    kind: term-swap\n    stood: 蓝光电子\n    printed: 红光电子\n    zh: 用词\n    en: Wording\n",
        ),
    ),
    emended(
        "难以",
        "受到村民欢迎",
        "难以受到村民欢迎",
        (COUNTRY, "    quote: 受到村民欢迎\n", "    quote: 难以受到村民欢迎\n"),
        (DOCUMENT, "villagers welcomed them", "villagers could hardly welcome them"),
    ),
    emended(
        "取消",
        "召开局长办公会",
        "取消局长办公会",
        (RATE, "科技局高度重视，召开局长办公会", "科技局高度重视，取消局长办公会"),
        (RATE, "        quote: 召开局长办公会", "        quote: 取消局长办公会"),
        (RATE, "        zh: 召开局长办公会\n", "        zh: 取消局长办公会\n"),
    ),
    emended(
        "in hand to done",
        "目前重点做好",
        "目前已做好",
        (BASES, "目前重点做好国家星火计划项目“", "目前已做好国家星火计划项目“"),
        (BASES, "目前重点做好国家星火计划项目“", "目前已做好国家星火计划项目“"),
    ),
    emended(
        "what two numbers count",
        "科技示范基地10个,组建水产企业2个",
        "水产企业10个,组建科技示范基地2个",
        (COMMISSIONERS, "quote: 共建立科技示范基地10个", "quote: 共建立水产企业10个"),
        (COMMISSIONERS, "quote: 组建水产企业2个", "quote: 组建科技示范基地2个"),
    ),
    emended(
        "received to paid back",
        "获得无偿资助金额",
        "返还无偿资助金额",
        (PROJECTS, "quote: 获得无偿资助金额230万元\n", "quote: 返还无偿资助金额230万元\n"),
        (PROJECTS, "类，获得无偿资助金额230万元，", "类，返还无偿资助金额230万元，"),
    ),
    emended(
        "a company, quotes too",
        "蓝光电子",
        "红光电子",
        (PROJECTS, "      zh: 蓝光电子\n", "      zh: 红光电子\n"),
        (PROJECTS, "quote: 蓝光电子的", "quote: 红光电子的"),
        (PROJECTS, "quote: 蓝光电子的", "quote: 红光电子的"),
        kind="term-swap",
    ),
    emended(
        "words called punctuation",
        "企业科技投入",
        "政府科技投入",
        (PROJECTS, "社会资金、企业科技投入近3000万元\n", "社会资金、政府科技投入近3000万元\n"),
        kind="punctuation",
    ),
    emended("last year to the year before", "去年,我市", "前年,我市"),
    emended("in all to each", "共建立", "各建立", (COMMISSIONERS, "quote: 共建立科技", "quote: 各建立科技")),
    attempt("an emendation of another kind", (DOCUMENT, "kind: punctuation", "kind: insertion")),
)
