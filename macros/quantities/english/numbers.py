"""English numbers: in digits (15,000; 2.3 million; 1.5bn) and in words of any size."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from macros.quantities.english.tokens import Tokens

SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
ONES = {word: value for value, word in enumerate(SMALL)} | {word: 10 * at for at, word in enumerate(TENS, 2)}
ONES |= {"nil": 0, "fourty": 40}
HUNDRED = "hundred"
POWERS_OF_1000 = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
DOZENS_AND_SCORES = {"dozen": 12, "score": 20}
ENGLISH_SCALES = {HUNDRED: 100} | POWERS_OF_1000 | DOZENS_AND_SCORES
NUMBER_SUFFIXES = {"k": 10**3, "mn": 10**6, "bn": 10**9, "tn": 10**12, "trn": 10**12}
"""Letters that touch a number in digits."""
MONEY_SUFFIXES = NUMBER_SUFFIXES | {"m": 10**6, "b": 10**9, "t": 10**12}
"""Letters that touch an amount of money; elsewhere m is a metre and t a tonne."""
VAGUE = {"tens": 10, "dozens": 10, "scores": 10, "hundreds": 100, "thousands": 10**3}
VAGUE |= {"millions": 10**6, "billions": 10**9, "trillions": 10**12}
"""Plurals that say no more than that it is above so many: “dozens of” is how English says 数十, above ten."""
SEVERAL = (("several",), ("a", "few"), ("many",), ("some", "few"))
HALVES = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}
GLYPHS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
FIRST_WORDS = frozenset({"a", "an", *ONES, *VAGUE, *HALVES, *GLYPHS, *(words[0] for words in SEVERAL)})
"""Words that a number can begin with; most words of a text are none."""
NO_LIMIT = 10**30


@dataclass(frozen=True, slots=True)
class EnglishNumber:
    """A number that ends before the token at ``end``; ``scale`` is what a word behind it has multiplied it by."""

    value: Decimal
    end: int
    scale: int = 1
    vague: bool = False
    in_words: bool = False


def number_at(tokens: Tokens, at: int, money: bool = False, joins: bool = True) -> EnglishNumber | None:
    """The longest number that begins at a token, or None.

    ``money`` where a currency stands before it; ``joins`` is False where “and” is to end it (between one and two).
    """
    if tokens[at].number is None and tokens[at].text not in FIRST_WORDS:
        return None
    found = (
        vague_at(tokens, at)
        or in_digits(tokens, at, money)
        or part_of_scale(tokens, at)
        or in_words(tokens, at, joins)
        or glyph_at(tokens, at)
    )
    return found and with_half(tokens, found)


def glyph_at(tokens: Tokens, at: int) -> EnglishNumber | None:
    """½ by itself."""
    value = GLYPHS.get(tokens[at].text)
    return None if value is None else EnglishNumber(value, at + 1)


def in_digits(tokens: Tokens, at: int, money: bool) -> EnglishNumber | None:
    """15,000; 2.3 million; 1.5bn; 2½."""
    value = tokens[at].number
    if value is None:
        return None
    end = at + 1
    if tokens[end].glued and tokens[end].text in GLYPHS:
        value, end = value + GLYPHS[tokens[end].text], end + 1
    suffix = (MONEY_SUFFIXES if money else NUMBER_SUFFIXES).get(tokens[end].text)
    if suffix and tokens[end].glued:
        return EnglishNumber(value * suffix, end + 1, suffix)
    return scaled(tokens, EnglishNumber(value, end))


def scaled(tokens: Tokens, number: EnglishNumber) -> EnglishNumber:
    """The number times the words of scale behind it: 3 million, 15,000 dozen, 2 hundred thousand, a 5-million fund."""
    while True:
        place = number.end
        if tokens[place].text == "-" and tokens[place].glued and tokens[place + 1].glued:
            place += 1
        scale = ENGLISH_SCALES.get(tokens[place].text)
        if scale is None or (tokens[place].text == "score" and tokens[place + 1].text != "of"):
            return number
        number = replace(number, value=number.value * scale, end=place + 1, scale=min(number.scale * scale, NO_LIMIT))
        if len(str(number.scale)) > 24:
            return number


def vague_at(tokens: Tokens, at: int) -> EnglishNumber | None:
    """Hundreds of; tens of thousands of; several hundred; a few million."""
    value, end = VAGUE.get(tokens[at].text), at + 1
    if value is None:
        for words in SEVERAL:
            if tokens.words(at, len(words)) == words and tokens[at + len(words)].text in ENGLISH_SCALES:
                value, end = ENGLISH_SCALES[tokens[at + len(words)].text], at + len(words) + 1
    if value is None or (tokens[at].text in ("scores", "tens") and tokens[end].text != "of"):
        return None
    value = 10 if value == DOZENS_AND_SCORES["dozen"] else value
    while (more := tokens[end + (tokens[end].text == "of")].text) in VAGUE or more in POWERS_OF_1000:
        value *= POWERS_OF_1000.get(more) or VAGUE[more]
        end += 1 + (tokens[end].text == "of")
        if value > NO_LIMIT:
            break
    if tokens[end].text in ("upon", "and") and tokens[end + 1].text == tokens[at].text:
        end += 2
    end += tokens[end].text == "of"
    return EnglishNumber(Decimal(value), end, vague=True, in_words=True)


def part_of_scale(tokens: Tokens, at: int) -> EnglishNumber | None:
    """Half a million; a quarter of a million; half a dozen."""
    part = HALVES.get(tokens[at].text)
    place = at + 1
    if tokens[at].text in ("a", "one") and tokens[at + 1].text in HALVES:
        part, place = HALVES[tokens[at + 1].text], at + 2
    if part is None:
        return None
    place += tokens[place].text == "of"
    place += tokens[place].text == "a"
    scale = ENGLISH_SCALES.get(tokens[place].text)
    return None if scale is None else scaled(tokens, EnglishNumber(part * scale, place + 1, scale, in_words=True))


def in_words(tokens: Tokens, at: int, joins: bool) -> EnglishNumber | None:
    """One hundred and twenty-three thousand four hundred; fifteen hundred; a hundred."""
    total, group, limit, place = 0, 0, NO_LIMIT, at
    room = NO_LIMIT
    """What the next word must stay below: it shrinks from hundreds to tens to ones."""
    if tokens[at].text in ("a", "an") and tokens[at + 1].text in ENGLISH_SCALES:
        if tokens[at + 1].text in DOZENS_AND_SCORES:
            dozen = scaled(tokens, EnglishNumber(Decimal(1), at + 1, in_words=True))
            return dozen if dozen.end > at + 1 else None
        group, place, room = 1, at + 1, 0
    last = at
    while True:
        word = tokens[place].text
        if word in ONES and (ONES[word] < room or room == NO_LIMIT) and (room == NO_LIMIT or ONES[word] > 0):
            group += ONES[word]
            room = 10 if ONES[word] >= 20 else 0
        elif word == HUNDRED and 0 < group < 100 and room != 100:
            group, room = group * 100, 100
        elif word in POWERS_OF_1000 and group and POWERS_OF_1000[word] < limit:
            total, limit = total + group * POWERS_OF_1000[word], POWERS_OF_1000[word]
            group, room = 0, min(limit, 1000)
        else:
            break
        place = last = place + 1
        place = behind_joint(tokens, place, room, joins, limit)
    if last == at:
        return None
    scale = POWERS_OF_1000.get(tokens[last - 1].text, 1)
    return scaled(tokens, EnglishNumber(Decimal(total + group), last, scale, in_words=True))


def behind_joint(tokens: Tokens, place: int, room: int, joins: bool, limit: int) -> int:
    """The place behind a hyphen (twenty-three) or an “and” (a hundred and three) where the number goes on, or here."""
    if tokens[place].text == "-":
        following = tokens[place + 1].text
        return place + 1 if following in ONES or following in ENGLISH_SCALES else place
    if tokens[place].text == "and" and joins and room >= 100:
        following = tokens[place + 1].text
        after = place + 2
        if ONES.get(following, 0) >= 20 and tokens[after].text == "-":
            after += 1
        after += ONES.get(following, 0) >= 20 and 0 < ONES.get(tokens[after].text, 0) < 10
        goes_on = tokens[after].text
        if ONES.get(following, 0) and goes_on != HUNDRED and POWERS_OF_1000.get(goes_on, 0) < limit:
            return place + 1
    return place


def with_half(tokens: Tokens, number: EnglishNumber) -> EnglishNumber:
    """Two and a half; one and a half million; three and a quarter."""
    first, article, part = tokens.words(number.end, 3)
    if number.vague or first != "and" or article not in ("a", "one", "three") or part.removesuffix("s") not in HALVES:
        return number
    times = 3 if article == "three" else 1
    if (times == 3) != part.endswith("s"):
        return number
    if number.scale > 1:
        return replace(
            number, value=number.value + times * HALVES[part.removesuffix("s")] * number.scale, end=number.end + 3
        )
    value = number.value + times * HALVES[part.removesuffix("s")]
    return scaled(tokens, replace(number, value=value, end=number.end + 3))
