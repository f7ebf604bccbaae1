"""How a figure is printed: as its source writes it in Chinese, and as English readers write it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from macros.quantities.chinese.reader import read_chinese
from macros.quantities.english.printing import PrintedUnit, quantity_in_english, rate_in_english
from macros.quantities.expression import Expression, Qualifier, Sense
from macros.records.figure import Figure
from macros.records.units import NO_UNIT, UnitTable
from macros.records.vocabulary import FurtherLanguage, Unit

DIGITS_ZH = "0-9０-９〇零一二两三四五六七八九十百千半点廿卅壹贰叁肆伍陆柒捌玖拾佰仟.．,:：∶%％‰/"
NUMERAL = re.compile(
    "(?P<number>(?:零下)?[-−－负正]?(?:[0-9一二两三四五六七八九十百千万]+分之)?"
    "[0-9０-９〇零一二两三四五六七八九十百千万亿半数几廿卅壹贰叁肆伍陆柒捌玖拾佰仟]"
    f"[{DIGITS_ZH}至到~—–-]*(?:(?:[万亿][至到~—–-]{{0,2}}[0-9０-９零一二两三四五六七八九][{DIGITS_ZH}至到~—–-]*)+[万亿]?)?)"
)
"""The numeral in a quantity as a source writes it, without its last scale; the sign of a share is part of it."""
SCALE_AND_SURPLUS = re.compile("[余多几]?[十百千万亿]*[余多几]?")
"""What stands behind a numeral and belongs to the number: its scale, and that it is somewhat more (1万余, 300多万)."""
PREFIX_OF_UNIT = re.compile("(?<=[0-9万亿余多])(?=[千百][瓦克米伏卡帕焦赫安])")
"""Where a unit begins whose first character is a numeral too: 30万 | 千瓦."""


@dataclass(frozen=True)
class Amount:
    """A quantity ready to print: words before the number, the number, what follows it."""

    before: str
    number: str
    after: str
    missing: str = ""
    """Says that the source states no unit; empty where it does."""

    def parts(self) -> list[str]:
        """All there is to print, in order."""
        return [part for part in (self.before, self.number, self.after + self.missing) if part]


def chinese_amount(written: str) -> Amount:
    """A quantity as its source writes it, its number apart from the words around it: 近 | 1.2万 | 人次, 1万余 | 份.

    The number is whole: read by itself it is never another one (1 of 1万余份).
    """
    found = NUMERAL.search(written)
    if found is None:
        return Amount("", written, "")
    ends = [SCALE_AND_SURPLUS.match(written, found.end()), PREFIX_OF_UNIT.search(written, found.start())]
    end = min(one.end() for one in ends if one)
    return Amount(written[: found.start()], written[found.start() : end], written[end:])


BARE_NUMBER = re.compile("[0-9０-９.．,，]+|[〇零一二两三四五六七八九十百千]+")
MAY_SHARE = frozenset({Sense.COUNT, Sense.PERCENT, Sense.PERMILLE, Sense.POINTS, Sense.MULTIPLE})
NEAREST_IN_LIST = 3
"""Characters that may stand between two numbers of a list: 、和, 以及."""


def shared_behind(found: Sequence[Expression], one: Expression) -> str:
    """What a bare number shares with the last one of its list, as it is written there; nothing where it is whole.

    万元 of the 3 and the 5 in 3、5、8万元; % of the 20 in 20、35%.
    """
    if one.kind not in MAY_SHARE or not BARE_NUMBER.fullmatch(one.text):
        return ""
    if one.kind is Sense.COUNT and not one.unit:
        return ""
    end = one.end
    for other in found:
        if other.start < end:
            continue
        number = BARE_NUMBER.match(other.text)
        if other.start - end > NEAREST_IN_LIST or (other.kind, other.unit) != (one.kind, one.unit) or not number:
            return ""
        if number.end() < len(other.text):
            return other.text[number.end() :]
        end = other.end
    return ""


def further_parts(figure: Figure, unit: Unit, words: FurtherLanguage) -> Amount | None:
    """A quantity in a language without a grammar of its own: its digits between the words that its file has.

    None where a word is lacking, and for a rank, which languages write each in their own way: then it stands as the
    source writes it.
    """
    sign = {"percent": "%", "per-mille": "‰"}.get(unit.id, "")
    qualifier, named = words.qualifiers.get(figure.qualifier, ""), words.units.get(unit.id, "")
    joint = {Sense.RATIO: ":", Sense.FRACTION: "/"}.get(figure.kind, "")
    lacking = (not qualifier and figure.qualifier != Qualifier.EXACT) or not (named or sign or joint) or figure.per
    if lacking or figure.kind is Sense.RANK:
        return None
    number = (joint or "–").join(f"{value.normalize():f}" for value in figure.values)
    return Amount(qualifier, number + sign, "" if sign or joint else named)


READ_AS_ZH = {"nearly": "近", "over": "超过", "about": "约", "at-least": "至少", "at-most": "至多", "under": "不足"}
"""What stands before a number that a person has read, by its qualifier."""


def chinese_reading(figure: Figure, unit: Unit) -> str:
    """A quantity as a person has read it, in plain digits: 近2300000元; 40（原文未载单位）."""
    named = f"（{unit.zh}）" if unit.id == NO_UNIT else unit.zh
    return f"{READ_AS_ZH.get(figure.qualifier, '')}{figure.value.normalize():f}{named}"


def english_parts(figure: Figure, unit: Unit) -> tuple[str, str, str]:
    """``(nearly, CNY 30 million, )`` or ``(more than, 50, people)``: words before, number, what stands behind."""
    made = quantity_in_english(figure_expression(figure), noun_of(unit))
    sign = {"percent": "%", "per-mille": "‰"}.get(unit.id, "")
    sign = sign if made.behind.startswith(sign) else ""
    return made.before, made.number + sign, made.behind.removeprefix(sign)


def english_amount(figure: Figure, unit: Unit) -> str:
    """The whole quantity in English: nearly CNY 30 million."""
    before, number, behind = english_parts(figure, unit)
    return " ".join(part for part in (before, number, behind) if part)


def number_in_chinese(value: Decimal) -> str:
    """A computed number as Chinese papers write it, in 万 and 亿 where these leave few digits: 3600万, 1.5亿, 78."""
    for size, word in ((Decimal(10**8), "亿"), (Decimal(10**4), "万")):
        if abs(value) >= size and (value / size * 100) % 1 == 0:
            return f"{(value / size).normalize():f}{word}"
    return f"{value.normalize():f}"


def noun_of(unit: Unit) -> PrintedUnit:
    """How a unit is printed in English, which says nothing for what only counts things."""
    plain = unit.bare_in_english or not unit.written
    return PrintedUnit(currency=unit.currency or "") if plain or unit.currency else PrintedUnit(unit.en, unit.one or "")


def bases_of(figure: Figure, units: UnitTable) -> list[Expression]:
    """What a rate is counted by, read; nothing for what is no rate."""
    return [one for one in read_chinese(figure.per, units.words) if one.kind is Sense.PER]


def base_in_english(figure: Figure, units: UnitTable) -> str:
    """What a rate is counted by: per 10,000 mu; nothing for others. Its unit is known (rules/figure_units.py)."""
    bases = ((base, units.of(base) or NO_UNIT) for base in bases_of(figure, units))
    return " ".join(rate_in_english(base, noun_of(units.by_id[unit])) for base, unit in bases)


def figure_expression(figure: Figure) -> Expression:
    """A figure as the grammar has it."""
    written = unit_written(figure)
    return Expression(figure.written, figure.start, figure.kind, figure.values, written, Qualifier(figure.qualifier))


def unit_written(figure: Figure) -> str:
    """The sign that a range of shares is printed with; other units come from the vocabulary."""
    return {"percent": "%", "per-mille": "‰", "percentage-point": "个百分点", "multiple": "倍"}.get(figure.unit, "")


def english_in_prose(figure: Figure, unit: Unit) -> str:
    """The quantity within a sentence: what a classifier (个, 家, 名) counts is said by the noun that follows."""
    noun = (
        PrintedUnit()
        if unit.classifier or not unit.written
        else PrintedUnit(unit.en, unit.one or "", unit.currency or "")
    )
    return str(quantity_in_english(figure_expression(figure), noun))
