"""Vocabularies and interface words: terms redefined, exchanged or turned round."""

from __future__ import annotations

from tests.falsification.attempt import INTERFACE, KINDS, PERIODS, STAGES, STATUSES, UNITS, Attempt, attempt


def period(ident: str, words: str, zh: str = "历年累计", en: str = "over the years") -> Attempt:
    """A period of the bureau's own."""
    made = f"entries:\n  - id: own-period\n    order: 1\n    zh: {zh}\n    en: {en}\n    words: [{words}]\n"
    return attempt(f"period: {ident}", (PERIODS, "entries:\n", made))


def unit(ident: str, written: str, zh: str = "石", en: str = "stones", more: str = "") -> Attempt:
    """A unit of the bureau's own."""
    made = f"entries:\n  - id: own-unit\n    zh: {zh}\n    en: {en}\n    written: [{written}]\n{more}"
    return attempt(f"unit: {ident}", (UNITS, "", made))


def worded(ident: str, key: str, zh: str, en: str) -> Attempt:
    """An interface word in another wording."""
    return attempt(f"interface: {ident}", (INTERFACE, "", f'entries:\n  {key}:\n    zh: "{zh}"\n    en: "{en}"\n'))


ATTEMPTS = (
    attempt(
        "CNY redefined",
        (UNITS, "", "entries:\n  - id: cny\n    zh: 美元\n    en: USD\n    written: [元]\n    currency: USD\n"),
    ),
    attempt(
        "元 written for another unit",
        (UNITS, "", "entries:\n  - id: dollar\n    zh: 美元\n    en: dollars\n    written: [元]\n    currency: USD\n"),
    ),
    attempt(
        "名 written for another unit",
        (UNITS, "", "entries:\n  - id: thousand-people\n    zh: 千人\n    en: thousand people\n    written: [名]\n"),
    ),
    attempt(
        "上半年 redefined",
        (
            PERIODS,
            "entries:\n",
            "entries:\n  - id: first-half\n    order: 1\n    zh: 全年\n    en: whole year\n    words: [上半年]\n",
        ),
    ),
    attempt(
        "去年 given another meaning",
        (
            PERIODS,
            "entries:\n",
            "entries:\n  - id: ten-years\n    order: 1\n    zh: 十年来\n    en: in ten years\n    words: [去年]\n",
        ),
    ),
    attempt(
        "a bureau's period reworded",
        (
            PERIODS,
            "    zh: 开展科技下乡以来\n    en: since the countryside activities began\n",
            "    zh: 上半年\n    en: first half of the year\n",
        ),
    ),
    attempt(
        "a period of words that mean nothing",
        (
            PERIODS,
            "entries:\n",
            "entries:\n  - id: ever\n    order: 1\n    zh: 历年累计\n    en: over the years\n    words: [资助]\n",
        ),
    ),
    attempt(
        "qualifiers redefined",
        ("vocabulary/qualifiers.yml", "", "entries:\n  - id: nearly\n    zh: 近\n    en: more than\n"),
    ),
    attempt(
        "an interface word turned round",
        ("vocabulary/interface.yml", "", "entries:\n  hedge-expected:\n    zh: 已实现\n    en: achieved\n"),
        told=("已实现",),
    ),
    attempt(
        "a kind of list reworded",
        (
            KINDS,
            "    zh: 探索解决的难题\n    en: problems it seeks to solve\n",
            "    zh: 已解决的难题\n    en: problems solved\n",
        ),
        told=("已解决的难题",),
    ),
    period("longer words than the software's", "今年我们", "去年", "last year"),
    period("a comma", "'，'"),
    period("one character", "的"),
    period("letters of a name", "XX市"),
    period("a space", "' '"),
    period("digits", "'15'"),
    period("a placeholder", "'{grants}'"),
    period("called as one of the software", "目前", "去年", "last year"),
    period("a year that nothing states", "目前", "2023年", "in 2023"),
    unit("a digit", "'0'"),
    unit("a scale", "万"),
    unit("a scale with a unit of the software", "亿元"),
    unit("a qualifier", "多"),
    unit("a space", "' '"),
    unit("a placeholder", "'{grants}'"),
    unit("a number and a unit", "5000套"),
    unit("a currency that does not exist", "石", more="    currency: ZZZ\n"),
    unit("called as money", "石", "亿元", "CNY 100 million"),
    unit("English words of money", "石", more="    english: [CNY, million]\n"),
    worded("a hedge left out", "period-hedged", "{period}", "{period}"),
    worded("a blank hedge", "hedge-expected", " ", " "),
    worded("Chinese in the English", "hedge-expected", "预期", "预期"),
    worded("TODO", "hedge-expected", "TODO", "TODO"),
    worded("a denial for a colon", "colon", "不", "not "),
    worded("a wording that is never shown", "period-not-stated", "{period}", "{period}"),
    attempt(
        "a bureau's period in other English",
        (PERIODS, "    en: since the countryside activities began\n", "    en: since the bureau was founded\n"),
        told=("since the bureau was founded",),
    ),
    attempt(
        "a kind of emendation reworded",
        (
            "vocabulary/emendation-kinds.yml",
            "    zh: 标点规范\n    en: punctuation\n",
            "    zh: 原文如此\n    en: as it stands\n",
        ),
        told=("原文如此", "as it stands"),
    ),
    worded("one hedge for another", "hedge-not", "预期数，非已完成数", "expected, not a result"),
    worded("a number", "home", "首页（获资助9000万元）", "Home (CNY 90 million)"),
    attempt(
        "two statuses called alike", (STATUSES, "    zh: 未实现\n    en: missed\n", "    zh: 已实现\n    en: met\n")
    ),
    attempt("two stages called alike in Chinese", (STAGES, "    zh: 准备申报材料\n", "    zh: 获得资助\n")),
    attempt("two kinds of list called alike in English", (KINDS, "en: problems it seeks to solve", "en: Enterprises")),
)
