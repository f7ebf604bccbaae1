"""Reads Chinese text: every expression with a numeral, whole, with what it says."""

from __future__ import annotations

import functools
import re
from collections.abc import Collection

from macros.quantities.chinese.counts import read_quantity
from macros.quantities.chinese.dates import read_date, read_shared_dates
from macros.quantities.chinese.hedged_behind import hedged_behind
from macros.quantities.chinese.hedges import hedged
from macros.quantities.chinese.moments import PART_OF_DAY
from macros.quantities.chinese.names import read_name
from macros.quantities.chinese.no_numbers import read_no_number
from macros.quantities.chinese.numbers import FINANCIAL_DIGITS
from macros.quantities.chinese.order import NUMBERED_THINGS, SIGNS_OF_PARTS, read_ordinal, read_part_number
from macros.quantities.chinese.passage import (
    NUMERAL_CHARS,
    TO_PLAIN,
    Passage,
    PassageRule,
    Read,
    word_set,
)
from macros.quantities.chinese.periods import read_period
from macros.quantities.chinese.rates import with_bases
from macros.quantities.chinese.shares import read_per, read_ratio, read_share
from macros.quantities.chinese.words import STARTING_ELSEWHERE
from macros.quantities.expression import Expression, Sense

READERS: tuple[PassageRule, ...] = (
    *(read_shared_dates, read_part_number, read_ratio, read_period, read_date, read_share, read_name, read_ordinal),
    *(read_per, read_no_number, read_quantity),
)
"""What may begin at a place, in the order in which it is tried: the first that fits is what stands there."""
ANY_NUMERAL = f"0-9{NUMERAL_CHARS}"
BEGINNINGS = (
    rf"(?!零下)[{ANY_NUMERAL}半]",
    rf"[{FINANCIAL_DIGITS}拾佰仟](?=[{FINANCIAL_DIGITS}拾佰仟万亿元圆角])",
    r"(?<![A-Za-z0-9])[A-Za-z]",
    "几(?=[十百千万亿])|(?<![人总次户件个家台辆套篇份项倍指参系多少岁页册张只亩天年学单双奇偶读票股基位分级])数(?=[十百千万亿])",
    rf"第(?=[ 　（(]?[{ANY_NUMERAL}（(])|倒数第|每(?=[{ANY_NUMERAL}半])",
    "翻(?=了?(?:将?近|接近|约|超过?|逾)?[一两三四五六1-9]?番)",
    rf"[前头](?=[ ]?[{ANY_NUMERAL}])|其(?=[一二三四五六七八九十])|[初高大](?=[一二三四])|零(?=[.点时])",
    rf"[（(〔［\[【](?=[ ]?[{ANY_NUMERAL}])|[“「『‘]",
    f"[{''.join(SIGNS_OF_PARTS)}]",
    "[上本]世纪|公元前?(?=[0-9])|[上下前后]半年|周(?=[一二三四五六日天])|星期(?=[一二三四五六日天])|礼拜|农历|[正腊冬]月|大?年初",
    rf"(?:{PART_OF_DAY})(?=[ ]?[{ANY_NUMERAL}])",
    rf"(?:{NUMBERED_THINGS})(?=[ ]?[{ANY_NUMERAL}])",
    "成百|成千|几百上千|上百上千|上千上万|数以[百千万亿]计",
)
TITLE = re.compile(r"《[^《》\n]{1,120}》")


def longest_first(words: Collection[str]) -> str:
    """A pattern for any of some words, tried only where one of their first characters stands."""
    firsts = "".join(sorted({word[0] for word in words}))
    return f"(?=[{re.escape(firsts)}])(?:{'|'.join(map(re.escape, words))})"


BEGINNING = re.compile("|".join((*BEGINNINGS, longest_first(STARTING_ELSEWHERE))))
"""Where something may begin that the readers know."""


def read_chinese(text: str, units: Collection[str]) -> tuple[Expression, ...]:
    """Every expression with a numeral in a Chinese text: in order, apart, each the longest that stands there.

    ``units`` are the unit words that are known, as they are written (家, 人次, 平方米). What touches a number is part
    of its expression: qualifiers, a sign, scales, a half, the unit. Plain words with a numeral character (进一步, 统一)
    are none. Depends on nothing but its arguments, and raises for no text.
    """
    return read_passage(text, frozenset(units))


@functools.lru_cache(maxsize=2**15)
def read_passage(text: str, units: frozenset[str]) -> tuple[Expression, ...]:
    """The same of a text that several rules may ask of."""
    passage = Passage(text, text.translate(TO_PLAIN), word_set(units))
    found: list[Expression] = []
    at = floor = 0
    while beginning := BEGINNING.search(passage.plain, at):
        at = beginning.start()
        taken = read_at(passage, at, floor)
        if taken is None:
            at += 1
            continue
        found.extend(taken.expressions)
        at = max(taken.end, at + 1)
        floor = at
    placed = hedged(passage.plain, with_bases(passage.plain, titles_kept(passage, found)))
    return hedged_behind(passage.plain, placed)


def read_at(passage: Passage, at: int, floor: int) -> Read | None:
    """What begins at a place, by the first reader that knows it."""
    for reader in READERS:
        if taken := reader(passage, at, floor):
            return taken
    return None


def titles_kept(passage: Passage, found: list[Expression]) -> list[Expression]:
    """The expressions, with the quantities inside a title in 《》 taken as part of a name."""
    titles = [(title.start(), title.end()) for title in TITLE.finditer(passage.plain)]
    if not titles:
        return found
    made, at = [], 0
    for one in found:
        while at < len(titles) and titles[at][1] <= one.start:
            at += 1
        inside = at < len(titles) and titles[at][0] < one.start and one.end <= titles[at][1]
        made.append(as_name(one) if inside and (one.is_quantity or one.kind is Sense.PER) else one)
    return made


def as_name(one: Expression) -> Expression:
    """The same words as part of a name."""
    return Expression(one.text, one.start, Sense.NAME, named=one.text)
