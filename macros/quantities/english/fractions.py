"""English fractions: half a year, two-thirds, 3 in 10,000, 1/3."""

from __future__ import annotations

from decimal import Decimal

from macros.quantities.english.measured import EnglishAmount, measured, with_half_behind
from macros.quantities.english.numbers import HALVES, ONES, number_at, part_of_scale
from macros.quantities.english.ordinals import ORDINALS, value_of_word
from macros.quantities.english.tokens import Tokens
from macros.quantities.english.units import measure_at, part_of_100
from macros.quantities.expression import Sense

POWERS_OF_TEN = frozenset(10**power for power in range(1, 13))


OCCASIONS = frozenset({"once", "twice", "thrice", "times"})
"""Before “a quarter” they say how often in three months."""
SMALL_CHANCE = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 20, 50, 200, 500})
"""“One in five”: of so many; of a power of ten, any number may be (3 in 10,000)."""


def fraction_at(tokens: Tokens, at: int) -> EnglishAmount | None:
    """A fraction in words or figures, or half a unit."""
    if part_of_scale(tokens, at) or (tokens[at + 1].text == "quarter" and tokens[at - 1].text in OCCASIONS):
        return None
    return half_at(tokens, at) or parts_at(tokens, at) or chance_at(tokens, at) or slashed_at(tokens, at)


def half_at(tokens: Tokens, at: int) -> EnglishAmount | None:
    """Half a year; half of them; one half; a quarter of an hour; a year and a half."""
    if tokens[at].text in ("a", "an") and (one := measure_at(tokens, at + 1, digits=False)):
        whole = with_half_behind(tokens, EnglishAmount((Decimal(1),), one[1], unit=one[0]))
        return whole if whole.end > one[1] else None
    place = at + (tokens[at].text in ("a", "one") and tokens[at + 1].text in HALVES)
    part = HALVES.get(tokens[place].text)
    if part is None or number_at(tokens, at) or (tokens[place].text == "quarter" and place == at):
        return None
    behind = place + 1
    if tokens[behind].text == "-" and tokens[behind].glued:
        joined = measure_at(tokens, behind + 1, digits=False)
        return EnglishAmount((part,), joined[1], unit=joined[0]) if joined and tokens[place].text == "half" else None
    if tokens[place].text == "half" and (unit := measure_at(tokens, behind, digits=False)):
        return EnglishAmount((part,), unit[1], unit=unit[0])
    article = behind + (tokens[behind].text == "of")
    if tokens[article].text in ("a", "an") and (share := part_of_100(tokens, article + 1)):
        return EnglishAmount((part,), share[1], share[0])
    if tokens[article].text in ("a", "an") and (unit := measure_at(tokens, article + 1, digits=False)):
        return EnglishAmount((part,), unit[1], unit=unit[0])
    if tokens[place].text == "quarter" and tokens[behind].text != "of":
        return None
    return EnglishAmount((Decimal(1), 1 / part), behind, Sense.FRACTION)


def parts_at(tokens: Tokens, at: int) -> EnglishAmount | None:
    """One third; two-thirds; three quarters; nine tenths; a third of; three ten-thousandths."""
    above = tokens[at].text
    if above == "a":
        counted: Decimal | None = Decimal(1)
    else:
        counted = Decimal(ONES[above]) if ONES.get(above) else tokens[at].number
    place = at + 1 + (tokens[at + 1].text == "-" and tokens[at + 1].glued)
    if counted is None:
        return None
    found = denominator_at(tokens, place)
    if found is None:
        return None
    below, end = found
    plural = tokens[end - 1].text.endswith("s")
    if plural != (counted != 1) or below < 2 or tokens[end].text in ("place", "position"):
        return None
    if above == "a" and tokens[end].text != "of" and tokens[end].is_word:
        return None
    if (
        tokens[place].text == "quarters"
        and tokens[end].text != "of"
        and (tokens[at].number is not None or tokens[at - 1].text in ("past", "last", "next", "for", "over"))
    ):
        return EnglishAmount((counted,), end, unit="quarter")
    return EnglishAmount((counted, Decimal(below)), end, Sense.FRACTION)


def denominator_at(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Thirds, quarters, hundredths, ten-thousandths: into how many parts, and the place behind it."""
    word = tokens[at].text
    single = word.removesuffix("s")
    if single in ("quarter", "half", "halve"):
        return (4 if single == "quarter" else 2), at + 1
    if single == "second" or single == "first":
        return None
    if single in ORDINALS:
        return value_of_word(ORDINALS[single]), at + 1
    if word in ("ten", "hundred") and tokens[at + 1].text in ("-", "thousandth", "thousandths"):
        last = at + 1 + (tokens[at + 1].text == "-")
        large = ORDINALS.get(tokens[last].text.removesuffix("s"))
        if large and value_of_word(large) >= 1000:
            return value_of_word(word) * value_of_word(large), last + 1
    return None


def chance_at(tokens: Tokens, at: int) -> EnglishAmount | None:
    """3 in 10,000; one in five; 3 out of every 10."""
    above = number_at(tokens, at)
    if above is None or above.vague or above.scale > 1 or above.value % 1:
        return None
    place = above.end
    place += tokens[place].text == "out" and tokens[place + 1].text == "of"
    if tokens[place].text not in ("in", "of") or (tokens[place].text == "of" and place == above.end):
        return None
    place += 1 + (tokens[place + 1].text == "every")
    below = number_at(tokens, place)
    if below is None or below.vague or below.value <= above.value or below.value % 1:
        return None
    every = tokens[place - 1].text in ("every",) or tokens[above.end].text == "out"
    if not every and below.value not in POWERS_OF_TEN and not (above.value == 1 and below.value in SMALL_CHANCE):
        return None
    if measured(tokens, EnglishAmount((below.value,), below.end)).end != below.end:
        return None
    return EnglishAmount((above.value, below.value), below.end, Sense.FRACTION)


def slashed_at(tokens: Tokens, at: int) -> EnglishAmount | None:
    """1/3."""
    above, slash, below = tokens[at].number, tokens[at + 1], tokens[at + 2].number
    if above is None or below is None or slash.text != "/" or not (slash.glued and tokens[at + 2].glued):
        return None
    if not 0 < above < below or tokens[at + 3].text == "/" or above % 1 or below % 1:
        return None
    return EnglishAmount((above, below), at + 3, Sense.FRACTION)
