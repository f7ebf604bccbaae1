"""What a person is told where a translation disagrees with its Chinese: what is wrong, and how to put it right."""

from __future__ import annotations

from macros.quantities.expression import Expression, Qualifier, Sense
from macros.quantities.hedges import HEDGE_OF_WORD, Hedge
from macros.quantities.parity.disagreements import Disagreement
from macros.quantities.parity.faults import Fault
from macros.text.languages import Bilingual

QUALIFIER_WORDS = {
    Qualifier.EXACT: ("没有限定词", "no qualifier"),
    Qualifier.NEARLY: ("“近”", "“nearly”"),
    Qualifier.OVER: ("“多、超过”", "“more than”"),
    Qualifier.ABOUT: ("“约”", "“about”"),
    Qualifier.AT_LEAST: ("“以上、至少”", "“at least”"),
    Qualifier.AT_MOST: ("“以内、至多”", "“at most”"),
    Qualifier.UNDER: ("“不足”", "“fewer than”"),
    Qualifier.CONTRADICTORY: ("互相矛盾的限定词", "qualifiers that contradict each other"),
}
KIND_WORDS = {
    Sense.COUNT: ("数量", "a count"),
    Sense.PERCENT: ("百分数", "a percentage"),
    Sense.PERMILLE: ("千分数", "a per mille figure"),
    Sense.POINTS: ("百分点", "percentage points"),
    Sense.FRACTION: ("分数", "a fraction"),
    Sense.RANGE: ("区间", "a range"),
    Sense.RATIO: ("比", "a ratio"),
    Sense.RANK: ("名次", "a place in a ranking"),
    Sense.MULTIPLE: ("倍数", "a multiple"),
    Sense.PER: ("计算单位（每……）", "a rate"),
    Sense.DATE: ("日期", "a date"),
    Sense.NAME: ("名称", "a name"),
    Sense.ORDINAL: ("次序", "an ordinal"),
    Sense.ENUMERATOR: ("序号", "the number of a part"),
}
HEDGES_IN_ENGLISH = {
    Hedge.NOT: "not",
    Hedge.UNDONE: "not, yet to",
    Hedge.EXPECTED: "will, is expected to",
    Hedge.PLANNED: "plans to, is to",
    Hedge.AIMED: "aims to, strives to",
}
"""What staff may write in English for what a Chinese word says of a quantity."""
DIFFERENCES = {
    Fault.VALUE: ("二者不同", "they differ"),
    Fault.SCALE: ("位数不同", "the number of noughts differs"),
    Fault.UNIT: ("单位不同", "the units differ"),
    Fault.CURRENCY: ("币种不同", "the currencies differ"),
    Fault.COUNTED: ("所数的对象不同", "they count different things"),
    Fault.SIGN: ("正负不同", "one is negative and the other is not"),
    Fault.OPPOSITE: ("所说的事相反", "what is said of them is opposite"),
    Fault.REACHED: ("一个说变化了多少，一个说变到多少", "one says by how much it changed, the other to how much"),
    Fault.HOPED: ("一个说已经做到，一个说将要做", "one says that it is done, the other that it is to come"),
    Fault.DIRECTION: ("一个说增，一个说减", "one says a rise and the other a fall"),
}


def what_disagrees(found: Disagreement) -> Bilingual:
    """What is wrong, in one sentence in each language."""
    zh, en = found.zh, found.en
    if zh and en is None and found.fault is Fault.NEGATION:
        return Bilingual(
            f"英文里没有写出中文“{zh.text}”所带的“{zh.negated}”。",
            f"The English leaves out the “{zh.negated}” that the Chinese says of “{zh.text}”.",
        )
    if zh is None or en is None:
        return what_is_missing(zh or en, in_english=zh is not None)
    if found.fault is Fault.ORDER:
        return Bilingual(
            f"中文“{zh.text}”与其他数的先后次序，在英文里被调换了。",
            f"“{en.text}” stands in another order among the numbers of the English than “{zh.text}” in the Chinese.",
        )
    if found.fault is Fault.QUALIFIER:
        ours, theirs = QUALIFIER_WORDS[zh.qualifier], QUALIFIER_WORDS[en.qualifier]
        return Bilingual(
            f"中文“{zh.text}”：{ours[0]}；英文“{en.text}”：{theirs[0]}。",
            f"The Chinese “{zh.text}” has {ours[1]}; the English “{en.text}” has {theirs[1]}.",
        )
    if found.fault is Fault.KIND:
        ours, theirs = KIND_WORDS[zh.kind], KIND_WORDS[en.kind]
        return Bilingual(
            f"中文“{zh.text}”是{ours[0]}，英文“{en.text}”却是{theirs[0]}。",
            f"The Chinese “{zh.text}” is {ours[1]}; the English “{en.text}” is {theirs[1]}.",
        )
    if found.fault is Fault.NEGATION:
        return denied(zh, en)
    difference = DIFFERENCES.get(found.fault, DIFFERENCES[Fault.VALUE])
    return Bilingual(
        f"中文是“{zh.text}”，英文却是“{en.text}”：{difference[0]}。",
        f"The Chinese says “{zh.text}” and the English “{en.text}”: {difference[1]}.",
    )


def what_is_missing(expression: Expression | None, in_english: bool) -> Bilingual:
    """What is wrong where one language lacks an expression."""
    text = expression.text if expression else ""
    if in_english:
        return Bilingual(f"英文里缺少中文的“{text}”。", f"The English lacks “{text}” of the Chinese.")
    return Bilingual(f"英文里的“{text}”，中文里没有。", f"The English says “{text}”, which the Chinese does not.")


def fix_of_missing(expression: Expression | None, in_english: bool) -> Bilingual:
    """What to do where one language lacks an expression."""
    text = expression.text if expression else ""
    if in_english:
        return Bilingual(f"在英文中补上“{text}”。", f"Put “{text}” into the English.")
    return Bilingual(
        f"从英文中删去“{text}”；如果中文漏写了，先补中文。",
        f"Take “{text}” out of the English, or, if the Chinese forgot it, put it there first.",
    )


def denied(zh: Expression, en: Expression) -> Bilingual:
    """What is wrong where one language says no, and the other does not."""
    if en.negated:
        return Bilingual(
            f"英文在“{en.text}”处有否定词“{en.negated}”，中文没有。",
            f"The English says “{en.negated}” about “{en.text}”; the Chinese does not.",
        )
    return Bilingual(
        f"中文“{zh.text}”前有“{zh.negated}”，英文“{en.text}”却没有否定。",
        f"The Chinese says “{zh.negated}” (not) about “{zh.text}”; the English “{en.text}” is not denied.",
    )


def how_to_fix(found: Disagreement) -> Bilingual:
    """What to do, in one sentence in each language."""
    zh, en = found.zh, found.en
    if zh and en is None and found.fault is Fault.NEGATION:
        words = HEDGES_IN_ENGLISH[HEDGE_OF_WORD.get(zh.negated, Hedge.NOT)]
        return Bilingual(
            f"在英文的这个数量处写出“{zh.negated}”的意思（如 {words}）。",
            f"Say at this quantity of the English what “{zh.negated}” says ({words}).",
        )
    if zh is None or en is None:
        return fix_of_missing(zh or en, in_english=zh is not None)
    if found.fault is Fault.ORDER:
        return Bilingual(
            "按中文的次序写，或在每个数后写明数的是什么。",
            "Keep to the order of the Chinese, or write behind each number what it counts.",
        )
    return Bilingual(
        f"把英文“{en.text}”改成与中文“{zh.text}”一致。",
        f"Change “{en.text}” in the English so that it says what “{zh.text}” says.",
    )
