"""What numbers the parts of a Chinese text (一是, 1.), which one of several (第3批), and places in a ranking."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from macros.quantities.chinese.numbers import spoken
from macros.quantities.chinese.passage import (
    CLAUSE_MARKS,
    GAP,
    HAN_WORD,
    NUMERAL_CHARS,
    Passage,
    Read,
    expression_in,
    taken_as,
)
from macros.quantities.chinese.units import UnitFound, after_gap
from macros.quantities.expression import Expression, Qualifier, Sense

HAN_TO_99 = "[一二三四五六七八九十]{1,3}"
OF_A_NOTE = re.compile(r"[\[［〔【](?P<number>[0-9]{1,3})[\]］〕】](?![0-9])")
"""The mark of a note behind what it is about: 完成3项[1]."""
SIGNS_OF_PARTS = {
    char: number
    for first, size in (("①", 20), ("⑴", 20), ("⒈", 20), ("㈠", 10), ("❶", 10), ("㊀", 10))
    for number, char in ((at + 1, chr(ord(first) + at)) for at in range(size))
}
IN_BRACKETS = re.compile(rf"[（(]{GAP}(?P<number>[0-9]{{1,2}}|{HAN_TO_99}){GAP}[）)]")
SAYING = re.compile(rf"(?P<number>{HAN_TO_99})(?:是(?!否|非)|要(?=[{HAN_WORD}])|则是)")
WITH_COMMA = re.compile(rf"(?P<number>{HAN_TO_99})[、．]|(?P<digits>[0-9]{{1,2}})(?:[、）)]|[.．]{GAP}(?![0-9])|\t)")
OF_A_HEADING = re.compile(
    rf"(?P<number>[1-9](?![0-9])|[0-9]{{1,2}}(?:\.[0-9]{{1,2}}){{1,3}})[ \u3000]{{1,2}}(?=[{HAN_WORD}])"
)
"""1 概况 and 1.1 人员, as technical papers number their parts."""
COUNTED_BEHIND = frozenset(f"{NUMERAL_CHARS}几大多余来分成倍折届级期年月日时点秒号")
"""What makes a quantity, a time or a name of the number before it, though it is no unit: 3 大工程."""
WITH_DOT_AND_DIGIT = re.compile(r"(?P<digits>[0-9]{1,2})\.(?=[0-9])")
YEAR_BEHIND = re.compile(r"(?:19|20)[0-9]{2}年")
OF_THEM = re.compile("其(?P<number>[一二三四五六七八九十])(?=[，、是：])")
FIRST_OF_ALL = re.compile(rf"第(?P<number>{HAN_TO_99})(?=[，：]|、(?!第?[一二三四五六七八九十]))")
LONGEST_LIST = 1500
"""Characters that the number before, or behind, of the same list is looked for in."""

ORDINAL_NUMBER = "(?P<number>[0-9]{1,6}|[一二三四五六七八九十百千零〇]{1,9})"
ORDINAL_ZH = re.compile(
    rf"(?:倒数)?第{GAP}(?:{ORDINAL_NUMBER}|[（(]{GAP}(?P<inner>[0-9]{{1,3}}|{HAN_TO_99}){GAP}[）)])"
)
MORE_ORDINALS = re.compile(
    rf"(?P<sign>[、和至到—–-]|及|以及)(?:第)?{ORDINAL_NUMBER}(?=[、和至到—–及]|产业|[批次期章条款项轮季部类组阶等名位届级])"
)
KIND_OF_PART = re.compile(
    "批次?|次(?!性)|届|期|编|章|条|款|项|目|部分|轮|个工作日|个自然日|个月|个|代|阶段|卷|页|版|册|课(?!堂)|讲|篇|集|场|站|组|类|级|层|步|梯队|产业|方面|节|幕|周|天|年|月|代|辑|批次|只|件|所|家|例|标段|军|师|团|稿|季|道|套|类别"
)
RANKED_BY = re.compile(
    "(?:排名|排位|位次|名次|位居|位列|名列|领跑|跻身|进入|挺进|排在|排到|排|列|居|跃居|升至|升到|跃升至|上升到|前移至|进位至|全[国省市县区州]|同类|获|获得|荣获|夺得|勇夺|取得|成绩|评比|考核|总分|综合|保持|稳居|连续[^，。；]{0,6})[^，。；：！？]{0,8}?\\Z"
)
SLOGANS = re.compile("(?:安全|质量|健康|生命|群众|人民|顾客|客户|预防|信誉|服务|法律|实践|民生|发展|项目|环保|纪律)\\Z")
PUT_FIRST = re.compile("[放摆][在到]\\Z|置于\\Z")
"""放在第一位: what comes first in what one does, and no place in an order of merit."""
NO_PARTS = frozenset({"", "方", "元", "分", "口", "面"})
"""Units that 第三 makes another word with: 第三方."""
PLACE_WORD = re.compile(f"{GAP}(?:名(?!称|单)|位(?!置|于))")
ENDS_THERE = re.compile("[，。；：、！？）)”》的 ]|$|并|且|，")
TOP_ZH = re.compile(
    rf"(?<![目此之以日提年月空当史])前{GAP}(?P<number>[0-9]{{1,4}}|[一二两三四五六七八九十百]{{1,4}}){GAP}(?P<unit>名|位|强|甲|(?=[，。；、）]|$))"
)
OF_A_TERM = re.compile(
    rf"(?P<number>{HAN_TO_99})(?:届(?=中央|中纪委|[省市县区州]委|[^，。；]{{0,5}}(?:人大|政协|全会|党代会|常委会|人民代表|委员会)|[一二三四五六七八九十]{{1,2}}次)|次(?=会议|全会|全体))"
)
SESSION_BEFORE = re.compile(r"届[^，。；\d]{0,12}\Z")
WITHOUT_DI = re.compile(
    rf"(?P<number>[0-9]{{1,2}}|{HAN_TO_99})(?:期(?=工程|项目|建设|扩建|规划|用地|改造|厂房|标准|（|\(|、)|等(?=[奖功品座舱])(?:奖|功)?|年级|级(?!联动|书记|以上|及)(?=[甲乙丙响以、，。；医保地重河公台风资旅施等预防水质]|标准|学科|保护|$)|审|孩|胎)"
    r"|(?P<first>[一二])(?:期|级|类|等|审|届)|(?P<class>[初高大])(?P<year>[一二三四])(?=学生|年级|学年|新生|、)|(?P<more>[0-9]{1,2})级(?=(?:及?以上|左右)?(?:的)?(?:地震|大风|阵风|风|余震|强震))"
)
NUMBERED_THINGS = (
    "附件|附表|附图|附录|专栏|案例|图表|(?<![代发外手报列填仪钟上])表|(?<![意企试地])图|方案|问题|任务|选项|注|标段|包"
)
"""What is numbered with the number behind it: 附件3, 表2."""
ATTACHED = re.compile(
    rf"(?:{NUMBERED_THINGS})"
    rf"{GAP}(?P<number>[0-9]{{1,2}}|[一二三四五六七八九十]{{1,2}})"
    r"(?![0-9.%个项家名次张份幅件条万亿余多类种点年月])(?=[：:、，。；．.）)》 ]|$|-)"
)


def number_named(written: str) -> str:
    """An ordinal number in digits."""
    said = spoken(written)
    return f"{said.low:f}" if said and said.low == said.high and written else written


def read_part_number(passage: Passage, at: int, floor: int) -> Read | None:
    """What numbers a part of the text: ①, （一）, 一是, 一、, 1., 其一, 第一，; None where none begins here."""
    char = passage.char(at)
    if char in SIGNS_OF_PARTS:
        return taken_as(passage, at, at + 1, Sense.ENUMERATOR, str(SIGNS_OF_PARTS[char]))
    if found := IN_BRACKETS.match(passage.plain, at) or OF_THEM.match(passage.plain, at):
        return taken_as(passage, at, found.end(), Sense.ENUMERATOR, number_named(found["number"]))
    if found := OF_A_NOTE.match(passage.plain, at):
        return taken_as(passage, at, found.end(), Sense.ENUMERATOR, found["number"])
    if (found := SAYING.match(passage.plain, at)) and says_part(passage, at, found):
        return taken_as(passage, at, found.end(), Sense.ENUMERATOR, number_named(found["number"]))
    if not passage.starts_part(at):
        return None
    if found := FIRST_OF_ALL.match(passage.plain, at):
        return taken_as(passage, at, found.end(), Sense.ENUMERATOR, number_named(found["number"]))
    if found := WITH_COMMA.match(passage.plain, at):
        return part_with_comma(passage, at, found)
    if (found := OF_A_HEADING.match(passage.plain, at)) and numbers_heading(passage, at, found):
        return taken_as(passage, at, found.end("number"), Sense.ENUMERATOR, found["number"])
    found = WITH_DOT_AND_DIGIT.match(passage.plain, at)
    if found and dot_numbers_part(passage, at, found):
        return taken_as(passage, at, found.end(), Sense.ENUMERATOR, found["digits"])
    return None


def says_part(passage: Passage, at: int, found: re.Match[str]) -> bool:
    """Whether 一是 or 一要 numbers a part: after a mark, or (一是 alone) after a word that no numeral makes with it."""
    before = passage.before(at, 0, 1)
    if not before or before in "，。；：、！？（“\n\r \t　:;,":
        return True
    return found[0].endswith("是") and before not in "之统唯单如归同合万第其有" and before not in "一二三四五六七八九十"


def part_with_comma(passage: Passage, at: int, found: re.Match[str]) -> Read | None:
    """一、 or 1. at the beginning of a line, sentence or bracket."""
    if passage.char(at - 1) in ("”", "’") or (
        found["digits"] and passage.char(at - 1) in "（(" and found[0][-1] in "、"
    ):
        return None
    end = found.end() if found[0][-1] != "\t" else found.end("digits")
    return taken_as(passage, at, end, Sense.ENUMERATOR, number_named(found["number"] or found["digits"]))


def numbers_heading(passage: Passage, at: int, found: re.Match[str]) -> bool:
    """Whether a number with a blank behind it (1.1 人员) numbers a heading: it begins a text without marks, counting
    nothing."""
    counts = passage.units.at(passage.plain, found.end()) or passage.char(found.end()) in COUNTED_BEHIND
    return not counts and not passage.plain[:at].strip() and CLAUSE_MARKS.search(passage.plain, at) is None


def dot_numbers_part(passage: Passage, at: int, found: re.Match[str]) -> bool:
    """Whether 2. before a digit numbers a part (2.30至50亩), and 2.30 is no number.

    It does where the number before it, or for 1. the number behind it, numbers a part of the line, and before a year.
    """
    if YEAR_BEHIND.match(passage.plain, found.end()):
        return True
    number = int(found["digits"])
    line = passage.plain.rfind("\n", 0, at) + 1
    before = passage.plain[max(line, at - LONGEST_LIST) : at]
    if number > 1:
        return re.search(rf"(?:^|[\n。；;：:（(])\s*{number - 1}[.．、]", before) is not None
    behind = passage.plain[found.end() : found.end() + LONGEST_LIST // 5].partition("\n")[0]
    return re.search(r"[。；;]\s*2[.．、]", behind) is not None


def read_ordinal(passage: Passage, at: int, floor: int) -> Read | None:
    """Which one (第3批, 第一产业, 二等奖, 附件2) or a place in an order of merit (第十五名, 排名第2, 前三名)."""
    if found := TOP_ZH.match(passage.plain, at):
        return top_of_ranking(passage, at, found)
    if found := ORDINAL_ZH.match(passage.plain, at):
        return with_di(passage, at, found)
    if found := ATTACHED.match(passage.plain, at):
        return taken_as(passage, at, found.end(), Sense.ORDINAL, number_named(found["number"]))
    if (found := OF_A_TERM.match(passage.plain, at)) and (
        found[0].endswith("届") or SESSION_BEFORE.search(passage.before(at, 0))
    ):
        return taken_as(passage, at, found.end(), Sense.ORDINAL, number_named(found["number"]))
    found = WITHOUT_DI.match(passage.plain, at)
    if found is None or passage.before(at, floor, 1) in tuple("共计每近约超这两"):
        return None
    number = found["number"] or found["first"] or found["year"] or found["more"]
    return taken_as(passage, at, found.end(), Sense.ORDINAL, number_named(number))


def top_of_ranking(passage: Passage, at: int, found: re.Match[str]) -> Read | None:
    """前三名: a place not below the third."""
    said = spoken(found["number"])
    if said is None or (
        not found["unit"]
        and not RANKED_BY.search(passage.before(at, 0, 24))
        and passage.before(at, 0, 2) not in ("进入", "跻身", "省内", "市里")
    ):
        return None
    rank = expression_in(passage, at, found.end(), Sense.RANK, (said.low,), found["unit"], Qualifier.AT_MOST)
    return Read((rank,), found.end())


def with_di(passage: Passage, at: int, found: re.Match[str]) -> Read | None:
    """第 and a number: a rank with 名 or 位 or where an order of merit is spoken of, otherwise which one.

    A rank from below is negative: 倒数第二 is -2.
    """
    written = found["number"] or found["inner"]
    said = spoken(written)
    if said is None:
        return None
    end = found.end()
    from_below = found[0].startswith("倒数")
    place = PLACE_WORD.match(passage.plain, end)
    several = MORE_ORDINALS.match(passage.plain, end)
    if PUT_FIRST.search(passage.before(at, 0, 3)):
        return ordinals_from(passage, at, end, written)
    if found["number"] and not (several and not place) and (place or is_rank(passage, at, end)):
        unit = place[0].strip(" \u3000") if place else ""
        value = said.low.copy_negate() if from_below else said.low
        last = place.end() if place else end
        return Read((expression_in(passage, at, last, Sense.RANK, (Decimal(value),), unit),), last)
    return ordinals_from(passage, at, end, written)


def is_rank(passage: Passage, at: int, end: int) -> bool:
    """Whether a bare 第2 is a place in an order of merit: one is spoken of before it, or nothing follows it."""
    before = passage.before(at, 0, 24)
    if SLOGANS.search(before):
        return False
    if part_at(passage, end).word:
        return False
    ranked = RANKED_BY.search(before) is not None
    behind = ENDS_THERE.match(passage.plain, end)
    return bool(behind) if not ranked else (behind is not None or passage.char(end) not in "产方时责要书课线手梯动")


def part_at(passage: Passage, at: int) -> UnitFound:
    """The word for what 第3 is one of: 批, 产业, or any unit that things are counted by."""
    start = after_gap(passage, at)
    if part := KIND_OF_PART.match(passage.plain, start):
        return UnitFound(part[0], part.end())
    word = passage.units.at(passage.plain, start)
    return UnitFound("", at) if word in NO_PARTS else UnitFound(word, start + len(word))


def ordinals_from(passage: Passage, at: int, end: int, written: str) -> Read:
    """第3批; 第一、二、三产业 is three of them, and 第1至3批 two."""
    part = part_at(passage, end)
    if part.word:
        made = expression_in(passage, at, part.end, Sense.ORDINAL, unit=part.word, named=number_named(written))
        return Read((made,), part.end)
    found = [expression_in(passage, at, end, Sense.ORDINAL, named=number_named(written))]
    while more := MORE_ORDINALS.match(passage.plain, end):
        start = more.end("sign")
        found.append(expression_in(passage, start, more.end(), Sense.ORDINAL, named=number_named(more["number"])))
        end = more.end()
    if len(found) > 1 and (place := PLACE_WORD.match(passage.plain, end)):
        return ranks_from(passage, found, place)
    part = part_at(passage, end)
    if len(found) > 1 and part.word:
        end, last_one = part.end, found[-1]
        found[-1] = expression_in(passage, last_one.start, end, Sense.ORDINAL, unit=part.word, named=last_one.named)
    return Read(tuple(found), end)


def ranks_from(passage: Passage, found: Sequence[Expression], unit: re.Match[str]) -> Read:
    """第1—5名: several places in an order of merit, of which only the last has the word."""
    ends = [*(one.end for one in found[:-1]), unit.end()]
    made = (
        expression_in(passage, one.start, end, Sense.RANK, (Decimal(one.named),), unit[0])
        for one, end in zip(found, ends, strict=True)
    )
    return Read(tuple(made), unit.end())
