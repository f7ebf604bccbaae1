"""English ranges and ratios: 15 to 20, between 3 and 5, 300,000–500,000, three or four, 3:1."""

from __future__ import annotations

from macros.quantities.english.amounts import amount_at, scaled_like
from macros.quantities.english.measured import EnglishAmount
from macros.quantities.english.numbers import number_at
from macros.quantities.english.tokens import Tokens
from macros.quantities.expression import Sense

RATIO_WORDS = frozenset({"ratio", "proportion", "odds"})


def between_at(tokens: Tokens, at: int) -> EnglishAmount | None:
    """Between 3 and 5."""
    if tokens[at].text != "between":
        return None
    for joins in (True, False):
        low = amount_at(tokens, at + 1, joins)
        high = amount_at(tokens, low.end + 1) if low and tokens[low.end].text == "and" else None
        if low and high and (made := range_of(tokens, low, high)):
            return made
    return None


def ranged_at(tokens: Tokens, first: int, at: int) -> EnglishAmount | None:
    """An amount, or a range or ratio that begins with it: 15 to 20; 300,000–500,000; three or four; 3:1."""
    low = amount_at(tokens, at)
    if low is None:
        return None
    if ratio := ratio_at(tokens, first, low):
        return ratio
    place = low.end
    joint = tokens[place]
    dash = joint.text in ("–", "—", "-") and (joint.glued == tokens[place + 1].glued)
    to = joint.text == "to" and tokens[first - 1].text != "from"
    if not (dash or to or joint.text == "or"):
        return low
    high = amount_at(tokens, place + 1)
    if high is None or (high.values[0] < 0):
        return low
    if joint.text == "or" and not are_neighbours(low, high):
        return low
    return range_of(tokens, low, high) or low


def are_neighbours(low: EnglishAmount, high: EnglishAmount) -> bool:
    """Whether “three or four” is as vague as 三四: the next number, or the next round one."""
    step = high.values[0] - low.values[0]
    return step > 0 and (step == 1 or (step in (10, 100, 1000, 10**4) and low.values[0] % step == 0))


def range_of(tokens: Tokens, low: EnglishAmount, high: EnglishAmount) -> EnglishAmount | None:
    """The range of two amounts of one kind and unit, which may stand with one of them only; None where it is none."""
    same = (low.kind, low.unit) == (high.kind, high.unit)
    shared = low.is_bare or (low.money and high.is_bare)
    if not (same or shared) or len(low.values) > 1 or len(high.values) > 1:
        return None
    low = scaled_like(tokens, low, high)
    if not low.values[0] < high.values[0]:
        return None
    signs = {
        Sense.PERCENT: "%",
        Sense.PERMILLE: "‰",
        Sense.POINTS: "percentage points",
        Sense.MULTIPLE: "times",
    }
    unit = signs.get(high.kind) or high.unit or low.unit
    return EnglishAmount((low.values[0], high.values[0]), high.end, Sense.RANGE, unit)


def ratio_at(tokens: Tokens, first: int, low: EnglishAmount) -> EnglishAmount | None:
    """3:1; 6.0:46.9:47.1; three to one; a ratio of 1 to 3."""
    if not low.is_bare:
        return None
    values, end = list(low.values), low.end
    while tokens[end].text == ":" and tokens[end].glued and (number := tokens[end + 1].number) is not None:
        values.append(number)
        end += 2
        if len(values) > 8:
            break
    if len(values) > 1:
        return EnglishAmount(tuple(values), end, Sense.RATIO)
    following = number_at(tokens, end + 1) if tokens[end].text == "to" else None
    if following is None:
        return None
    said = any(tokens[place].text in RATIO_WORDS for place in range(first - 3, first))
    falls = tokens[first - 1].text != "from" and 0 < following.value < low.values[0]
    return EnglishAmount((low.values[0], following.value), following.end, Sense.RATIO) if said or falls else None
