"""The words before and after a Chinese quantity that say how exact it is, and what several of them amount to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from macros.quantities.chinese.passage import GAP, Passage
from macros.quantities.chinese.qualifier_words import ABOUT_CHAR, WORDS_BEFORE, any_of
from macros.quantities.expression import Qualifier

NEARLY, OVER, ABOUT = Qualifier.NEARLY, Qualifier.OVER, Qualifier.ABOUT
AT_LEAST, AT_MOST, UNDER = Qualifier.AT_LEAST, Qualifier.AT_MOST, Qualifier.UNDER

SCALED_BEFORE = {
    OVER: (
        "(?<![以之础会网线路街台场身海江岛晚早手桌山市地向往北南马车船楼])上",
        "(?<![通经超不度越胜透难错罪走路])过",
    ),
}
"""Words that mean it only right before 百, 千, 万 or 亿."""
ADVERBS = {
    ABOUT: f"大约|大概|{ABOUT_CHAR}",
    AT_LEAST: "至少|最少|起码|不少于",
    AT_MOST: "至多|最多|最高|不超过",
}
"""Words that may be parted from the number by a verb: 约占一半, 至少发布1篇."""
LINKS = {ABOUT: "[有占为是达需用合计]|达到|占到", AT_LEAST: "[一-鿿]{1,4}", AT_MOST: "[一-鿿]{1,4}"}
WHAT_IS_HIGHEST = (
    "气温|温度|体温|气压|血压|风[速力]|水位|潮位|负荷|浓度|单价|[成报]交?价|得分|纪录|记录|海拔|时速|峰值|值|点|学历"
)
"""Behind 最高 it is a thing measured, of which the number is no limit: 最高气温39.6℃."""
NOT_LINKS = re.compile(f"[一二两三四五六七八九十百千万亿的]|以上|以下|^(?:{WHAT_IS_HIGHEST})")
INCLUDED = "(?:[（(]含[^（()）]{0,8}[）)])?"
EXCLUDED = "[（(]不(?:包?含|包括)[^（()）]{0,8}[）)]"
WORDS_AFTER = {
    OVER: ("有余(?!地)", "开外", "之多", "不止", f"{EXCLUDED}以上", f"以上{EXCLUDED}"),
    UNDER: (f"{EXCLUDED}以下", f"以下{EXCLUDED}"),
    AT_LEAST: ("及以上", "及其以上", f"{INCLUDED}以上(?!市(?:公司|企业|后备|辅导|挂牌)){INCLUDED}"),
    AT_MOST: (
        *("及以下", f"{INCLUDED}以下(?![简几各三四五六两]|[1-9]|措施|方面|问题|工作|任务|条件|情形){INCLUDED}"),
        *("以内", "之内", "以里", "封顶", "为限"),
    ),
    ABOUT: ("左右(?![两岸手逢侧邻])", "上下(?![游级班联楼])"),
}
MORE_BEHIND_UNIT = re.compile("多(?![方元样功层种边媒项次级维场年家少数])")
"""三年多, 一个多月: behind a measure."""
INSIDE = {
    OVER: "余(?![额量款数粮热杭姚])|多(?!元化|[媒功样边方数余少维])|有余",
    ABOUT: "来(?![源自历自电信客年自访宾临])|(?<=[百千万])把(?=[人块户元斤亩名里])",
}
"""Between the number and its unit: 50多个, 二十余项, 十来家."""


def grouped_by(
    words: Mapping[Qualifier, Iterable[str]], before: str, after: str
) -> tuple[tuple[Qualifier, re.Pattern[str]], ...]:
    """For each qualifier a compiled pattern of its words."""
    return tuple((qualifier, re.compile(f"{before}(?:{any_of(some)}){after}")) for qualifier, some in words.items())


BEFORE_NUMBER = grouped_by(WORDS_BEFORE, "", rf"[了到]?{GAP}\Z")
BEFORE_SCALE = grouped_by(SCALED_BEFORE, "", rf"{GAP}\Z")
APART = tuple((one, re.compile(rf"(?:{ADVERBS[one]})({LINKS[one]}){GAP}\Z")) for one in ADVERBS)
BEHIND_ALL = grouped_by(WORDS_AFTER, GAP, "")
BEHIND_NUMBER = grouped_by({one: (words,) for one, words in INSIDE.items()}, GAP, "")
KEY_TECHNOLOGIES = re.compile(
    f"{GAP}(?:余|多)?[项个条种类道大].{{0,8}}?(?:技术|瓶颈|难题|难关|关键|核心|卡脖子|“卡脖子”|短板|堵点|问题|关口)"
)
"""Behind 突破 it says what was achieved, and not that a number was exceeded."""


RECENT_YEARS = re.compile(
    "(?:[两二三四五六七八九十2-9]|10)(?:年(?!的?(?:时间|努力|建设|奋战|发展历程)|半|多|余)|个月来|个季度)|.{1,4}[年月天]来"
)
"""Behind 近 they are the years just past (近三年累计), and not nearly so many."""
LASTING = re.compile(
    "(?:历时|历经|经过|耗时|用时|花了?|用了|长达|持续|连续|通过|透过|已有?|有|达|为期|时隔|跨越|度过|工作|从事|任职|时间|了|过)\\Z"
)


@dataclass(frozen=True, slots=True)
class Bounds:
    """Where an expression begins or ends with the qualifiers that touch it, and what they say."""

    at: int
    qualifiers: tuple[Qualifier, ...] = ()


def qualified_before(passage: Passage, start: int, floor: int, end: int, scaled: bool) -> Bounds:
    """The qualifiers right before a number that stands from ``start`` to ``end``, the outermost first.

    ``scaled`` where the number begins with a scale, so that 上百 and 过亿 may be read.
    """
    found: list[Qualifier] = []
    at = start
    while True:
        window = passage.before(at, floor, 8)
        options = BEFORE_NUMBER + (BEFORE_SCALE if scaled and at == start else ())
        hits = [(match.start(), one, match) for one, pattern in options if (match := pattern.search(window))]
        if not hits:
            return Bounds(at, (*apart_before(passage, at, floor), *found))
        first, qualifier, match = min(hits, key=lambda hit: hit[0])
        if match[0].startswith("突破") and KEY_TECHNOLOGIES.match(passage.plain, end):
            return Bounds(at, tuple(found))
        if (
            match[0][0] == "近"
            and RECENT_YEARS.match(passage.plain, start)
            and not LASTING.search(passage.before(at - 1, 0))
        ):
            return Bounds(at, tuple(found))
        if match[0][0] == "好" and (match[0] != "好" or passage.char(start) != "几"):
            return Bounds(at, tuple(found))
        at -= len(window) - first
        found.insert(0, qualifier)


def apart_before(passage: Passage, start: int, floor: int) -> tuple[Qualifier, ...]:
    """A qualifier with a verb between it and the number. It counts, though it does not touch."""
    window = passage.before(start, floor, 12)
    for qualifier, pattern in APART:
        found = pattern.search(window)
        if found and not NOT_LINKS.search(found[1]):
            return (qualifier,)
    return ()


def qualified_inside(passage: Passage, at: int) -> Bounds:
    """A qualifier between a number and its unit."""
    return first_match(passage, at, BEHIND_NUMBER)


def qualified_behind(passage: Passage, at: int) -> Bounds:
    """The qualifiers right behind a whole quantity."""
    found: tuple[Qualifier, ...] = ()
    while True:
        one = first_match(passage, at, BEHIND_ALL)
        if not one.qualifiers:
            return Bounds(at, found)
        at, found = one.at, found + one.qualifiers


def first_match(passage: Passage, at: int, patterns: Iterable[tuple[Qualifier, re.Pattern[str]]]) -> Bounds:
    """The first of some patterns that stands at a place."""
    for qualifier, pattern in patterns:
        if found := pattern.match(passage.plain, at):
            return Bounds(found.end(), (qualifier,))
    return Bounds(at)


AGREEING = (
    (frozenset({ABOUT, NEARLY}), NEARLY),
    (frozenset({ABOUT, OVER}), OVER),
    (frozenset({ABOUT, AT_LEAST}), AT_LEAST),
    (frozenset({ABOUT, AT_MOST}), AT_MOST),
    (frozenset({ABOUT, UNDER}), UNDER),
    (frozenset({OVER, AT_LEAST}), OVER),
    (frozenset({UNDER, AT_MOST}), UNDER),
    (frozenset({NEARLY, UNDER}), UNDER),
)
"""Pairs that say the same twice, or of which one only makes the other more exact: 约近百家, 超过50家以上."""


def together_zh(qualifiers: Iterable[Qualifier]) -> Qualifier:
    """What the qualifiers of one quantity amount to; contradictory where no reading satisfies them all."""
    different = frozenset(qualifiers) - {Qualifier.EXACT}
    if len(different) > 1:
        return next((meant for pair, meant in AGREEING if pair == different), Qualifier.CONTRADICTORY)
    return next(iter(different), Qualifier.EXACT)
