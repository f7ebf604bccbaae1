"""Chinese shares and proportions: 百分之十五, 万分之三, 三分之一, 一半, 三成, 3:1, 翻一番, 每万人; and 成百上千."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from macros.quantities.chinese.apart import apart_by_measure
from macros.quantities.chinese.numbers import A_NUMBER, DIGIT_VALUES, HAN_FRACTION, IN_DIGITS_ZH, spoken
from macros.quantities.chinese.operands import EXACTLY, operand_at, with_minus
from macros.quantities.chinese.passage import GAP, Passage, Read, expression_in
from macros.quantities.chinese.qualifiers import Bounds, qualified_before, qualified_behind, together_zh
from macros.quantities.chinese.units import unit_at
from macros.quantities.expression import Qualifier, Sense

WHOLES = {"百": Sense.PERCENT, "千": Sense.PERMILLE}
A_PART = rf"{A_NUMBER}{HAN_FRACTION}"
OF_A_WHOLE = (
    rf"(?P<whole>[百千万十]|{A_NUMBER})分之{GAP}(?P<sign>负)?(?P<number>{A_PART})(?P<more>[多余])?"
    rf"(?:(?:至|到|—{{1,2}}|–|-|~)(?:(?P=whole)分之)?(?P<high>{A_PART}))?"
)
"""It takes long to compile, and most runs meet none."""
WHOLLY = re.compile("百分(?:之)?百")
HALF = re.compile(r"(?:一半(?!年|天|个)|半数)|半(?![年天日月小个数径导成山夜价岛程公斤辈生碗])")
ONLY_QUALIFIED = "半"
TENTHS = re.compile(
    r"(?P<number>[一二两三四五六七八九]{1,2}|[1-9](?:\.[0-9])?)(?:成?(?:至|到|—{1,2}|–|-|~)(?P<high>[一二三四五六七八九十]|[1-9](?:\.[0-9])?))?成"
    r"(?![立为果功长都员本效就绩熟年份品交不套型渝分群活材因天色体像语])(?P<more>半|[一二三四五六七八九](?![成年个月天家名项]))?"
)
SLASH = re.compile(
    r"(?P<number>[1-9][0-9]?)/(?P<whole>[1-9][0-9]{0,2})(?![0-9/.万亿])"
    r"|(?P<cases>[0-9]{1,4}(?:\.[0-9]{1,3})?)/(?P<many>(?:10{0,2})?[千万]|10{3,6}(?![0-9]))(?!吨|元|亩|千瓦|[0-9/.])"
)
PAST = re.compile("(?:刚刚?|已|均|都)?(?<![通经超不度越胜透难错罪走路])过\\Z")
"""过九成: a share that is passed, as 过亿 is a scale."""
PARTS_OF_SLASH = (("number", "cases"), ("whole", "many"))
STRONG = {"强": Qualifier.OVER, "弱": Qualifier.UNDER, "多": Qualifier.OVER, "余": Qualifier.OVER}
LEANING = re.compile("[多余](?![数元样种])|[强弱](?=[的，。；、）)]|$)")
RATIO_ZH = re.compile(
    rf"(?P<a>{IN_DIGITS_ZH}){GAP}[:：∶]{GAP}(?P<b>{IN_DIGITS_ZH})(?:{GAP}[:：∶]{GAP}(?P<c>{IN_DIGITS_ZH}))?"
    rf"(?:{GAP}[:：∶]{GAP}(?P<d>{IN_DIGITS_ZH}))?(?![:：∶][0-9])"
    rf"|(?P<x>{IN_DIGITS_ZH}|[一二三四五六七八九十]{{1,2}})比(?P<y>[0-9]+(?![0-9]*[年月%])|[一二三四五六七八九十]{{1,2}}(?![年月]))"
)
LIKE_A_CLOCK = re.compile(r"(?:[01]?[0-9]|2[0-4])[:：][0-5][0-9]|(?:[01][0-9]|2[0-4])[:：][0-5][0-9][:：][0-5][0-9]")
OF_RATIOS = re.compile(r"(?:比例?|按|比为|之比|比值|比重|结构)[^，。；]{0,6}\Z|(?:调整|优化|转变|变)[为成至]\Z")
RATIO_BEHIND = re.compile(f"{GAP}(?:的)?(?:比例|配比|配套|配备|之比|比率|抽签)")
DOUBLING = re.compile(
    "翻了?(?:(?P<nearly>将?近|接近)|(?P<about>约)|(?P<over>超过?|逾))?(?:(?P<times>[一两二三四五六1-9])番|番)(?!茄|号|薯|邦)"
)
SCALES_OF_RATES = "百千万亿"
EACH = rf"每(?=半|{A_NUMBER})"
"""It takes long to compile, and most runs meet none."""
COUNTLESS = {
    re.compile("成百上千|上百上千|几百上千|数以百计|百十来?"): 100,
    re.compile("成千上万|上千上万|数以千计"): 1000,
    re.compile("数以万计"): 10**4,
    re.compile("数以亿计"): 10**8,
}


def whole_expression(
    passage: Passage,
    start: int,
    end: int,
    floor: int,
    kind: Sense,
    values: Sequence[Decimal],
    inside: Sequence[Qualifier] = (),
    unit: str = "",
) -> Read:
    """An expression of a kind, with the qualifiers that touch it."""
    before = qualified_before(passage, start, floor, end, passage.char(start) in "百千万亿半")
    if not before.qualifiers and (past := PAST.search(passage.before(start, floor, 3))):
        before = Bounds(start - past.end() + past.start(), (Qualifier.OVER,))
    behind = qualified_behind(passage, end)
    apart = apart_by_measure(passage, before.at, behind.at, kind)
    qualifier = together_zh((*apart, *before.qualifiers, *inside, *behind.qualifiers))
    made = expression_in(passage, before.at, behind.at, kind, tuple(values), unit, qualifier)
    return Read((made,), behind.at)


def read_share(passage: Passage, at: int, floor: int) -> Read | None:
    """Part of a whole that begins here; None where none does."""
    return (
        wholly(passage, at, floor)
        or of_a_whole(passage, at, floor)
        or half(passage, at, floor)
        or tenths(passage, at, floor)
        or slash(passage, at, floor)
        or doubled(passage, at, floor)
        or countless(passage, at, floor)
    )


def wholly(passage: Passage, at: int, floor: int) -> Read | None:
    """百分之百, 百分百."""
    found = WHOLLY.match(passage.plain, at)
    return whole_expression(passage, at, found.end(), floor, Sense.PERCENT, [Decimal(100)]) if found else None


def of_a_whole(passage: Passage, at: int, floor: int) -> Read | None:
    """百分之十五 is a percentage, 千分之三 per mille, 万分之三 and 三分之一 fractions, 百分之五至十 a range."""
    found = re.compile(OF_A_WHOLE).match(passage.plain, at) if "分之" in passage.plain else None
    if found is None:
        return None
    whole, part = spoken(found["whole"]), spoken(found["number"])
    if whole is None or part is None:
        return None
    end, inside = found.end(), list(part.qualifiers)
    for more in (found["more"] or "", passage.char(end)):
        if more in STRONG and (more in "多余" or found["whole"] not in WHOLES):
            inside.append(STRONG[more])
            end += more != (found["more"] or "")
    start = at - (passage.before(at, floor, 1) == "负")
    negative = bool(found["sign"]) or start < at
    kind = WHOLES.get(found["whole"], Sense.FRACTION)
    high = spoken(found["high"]) if found["high"] else None
    low_value, high_value = with_minus(part.low, negative), high.low if high else part.high
    if kind is Sense.FRACTION:
        return whole_expression(passage, start, end, floor, kind, [low_value, whole.low], inside)
    if high_value > low_value and (high or part.high > part.low):
        unit = "%" if kind is Sense.PERCENT else "‰"
        return whole_expression(passage, start, end, floor, Sense.RANGE, [low_value, high_value], inside, unit)
    return whole_expression(passage, start, end, floor, kind, [low_value], inside)


def half(passage: Passage, at: int, floor: int) -> Read | None:
    """一半, 半数, 过半, 近半, 大半."""
    found = HALF.match(passage.plain, at)
    if found is None:
        return None
    values = [Decimal(1), Decimal(2)]
    before = passage.before(at, floor, 2)
    if before.endswith(("上", "下", "前", "后")):
        return None
    if found[0] == ONLY_QUALIFIED and before.endswith(("大", "小")) and not before.endswith(("扩大", "缩小", "减小")):
        qualifier = Qualifier.OVER if before.endswith("大") else Qualifier.UNDER
        return whole_expression(passage, at - 1, found.end(), floor, Sense.FRACTION, values, [qualifier])
    if found[0] == ONLY_QUALIFIED:
        if not qualified_before(passage, at, floor, found.end(), True).qualifiers or before.endswith("双过"):
            return None
        return whole_expression(
            passage, at, found.end() + (passage.char(found.end()) == "数"), floor, Sense.FRACTION, values
        )
    return whole_expression(passage, at, found.end(), floor, Sense.FRACTION, values)


def tenths(passage: Passage, at: int, floor: int) -> Read | None:
    """三成 is 3/10, 八成五 85/100; 三至五成 a range of tenths."""
    found = TENTHS.match(passage.plain, at)
    said = spoken(found["number"]) if found else None
    if found is None or said is None:
        return None
    end, more = found.end(), found["more"]
    inside = leaning(passage, end)
    end += len(inside)
    high = spoken(found["high"]) if found["high"] else None
    if high or said.high > said.low:
        values = [said.low, high.low if high else said.high]
        return whole_expression(passage, at, end, floor, Sense.RANGE, values, inside, "成")
    if more:
        rest = 5 if more == "半" else DIGIT_VALUES[more]
        return whole_expression(
            passage, at, end, floor, Sense.FRACTION, [Decimal(int(said.low) * 10 + rest), Decimal(100)], inside
        )
    if said.low % 1:
        return whole_expression(
            passage,
            at,
            end,
            floor,
            Sense.FRACTION,
            [Decimal(int(said.low.scaleb(1, EXACTLY))), Decimal(100)],
            inside,
        )
    return whole_expression(passage, at, end, floor, Sense.FRACTION, [said.low, Decimal(10)], inside)


def slash(passage: Passage, at: int, floor: int) -> Read | None:
    """1/3; 5.3/10万."""
    found = SLASH.match(passage.plain, at)
    part, whole = (spoken(found[one] or found[other]) if found else None for one, other in PARTS_OF_SLASH)
    if found is None or part is None or whole is None or part.low >= whole.low:
        return None
    inside = leaning(passage, found.end())
    end = found.end() + len(inside)
    return whole_expression(passage, at, end, floor, Sense.FRACTION, [part.low, whole.low], inside)


def leaning(passage: Passage, at: int) -> list[Qualifier]:
    """What one character right behind a share says: 六成多, 1/3强."""
    found = LEANING.match(passage.plain, at)
    return [STRONG[found[0]]] if found else []


def doubled(passage: Passage, at: int, floor: int) -> Read | None:
    """翻一番 is twice as much, 翻两番 four times."""
    found = DOUBLING.match(passage.plain, at)
    if found is None:
        return None
    said = spoken(found["times"]) if found["times"] else None
    times = Decimal(2 ** int(said.low)) if said else Decimal(2)
    more = [Qualifier.OVER] if passage.char(found.end()) == "多" else []
    inside = [one for one in (Qualifier.NEARLY, Qualifier.ABOUT, Qualifier.OVER) if found[one.value]]
    return whole_expression(passage, at, found.end() + len(more), floor, Sense.MULTIPLE, [times], inside + more)


def countless(passage: Passage, at: int, floor: int) -> Read | None:
    """成百上千家: more than the smaller number."""
    for pattern, least in COUNTLESS.items():
        if found := pattern.match(passage.plain, at):
            unit = unit_at(passage, found.end())
            qualifier = [Qualifier.ABOUT if found[0].startswith("百十") else Qualifier.OVER]
            return whole_expression(passage, at, unit.end, floor, Sense.COUNT, [Decimal(least)], qualifier, unit.word)
    return None


def read_ratio(passage: Passage, at: int, floor: int) -> Read | None:
    """3:1, 6.0:46.9:47.1, 三比一. What could be a time of day is a ratio where ratios are spoken of."""
    found = RATIO_ZH.match(passage.plain, at)
    if found is None:
        return None
    told = OF_RATIOS.search(passage.before(at, 0)) or RATIO_BEHIND.match(passage.plain, found.end())
    if not found["x"] and not told and LIKE_A_CLOCK.fullmatch(found[0]):
        return None
    said = [spoken(part) for part in found.groups() if part]
    values = [one.low for one in said if one]
    if len(values) != len(said):
        return None
    return whole_expression(passage, at, found.end(), floor, Sense.RATIO, values)


def read_per(passage: Passage, at: int, floor: int) -> Read | None:
    """每万人, 每10万人口, 每10万孕产妇: what a rate is counted by."""
    found = re.compile(EACH).match(passage.plain, at) if passage.char(at) == "每" else None
    operand = operand_at(passage, found.end()) if found else None
    if operand is None or not (operand.unit or operand.in_digits or operand.written[-1] in SCALES_OF_RATES):
        return None
    made = expression_in(
        passage, at, operand.end, Sense.PER, (operand.low,), operand.unit, together_zh(operand.qualifiers)
    )
    return Read((made,), operand.end)
