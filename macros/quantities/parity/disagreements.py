"""Whether an English text says the quantities, dates and names of its Chinese one, and what it says otherwise."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from macros.quantities.chinese.numbers import DIGIT_VALUES
from macros.quantities.english.printing import ONE_IN_TWO_PARTS
from macros.quantities.english.qualifiers import DOWN, UP
from macros.quantities.english.reader import read_english
from macros.quantities.expression import Direction, Expression, Qualifier, Sense
from macros.quantities.hedges import HEDGE_OF_WORD, Hedge
from macros.quantities.parity.came_to import reached_apart
from macros.quantities.parity.exchanged import exchanged
from macros.quantities.parity.faults import Fault, denied_apart, faults
from macros.quantities.parity.hedges_in_english import hedges_lost, told_as_planned
from macros.quantities.parity.names import born_as_dates, dates_apart, names_apart
from macros.quantities.parity.one_form import BY_HAND, Said, rate_in_one_form, rates_of, said
from macros.quantities.parity.opposites import said_the_opposite
from macros.quantities.parity.order import LARGEST_TABLE, dates_exchanged, moved_pairs, paired_in_order
from macros.quantities.parity.readings import read_alike
from macros.quantities.parity.units import (
    NAMES_A_FALL,
    NAMES_A_RISE,
    TIME_NAMES,
    UnitWords,
    begins_with_a_denial,
    clause_around,
    in_context,
    may_be_denied,
)
from macros.quantities.parity.words import (
    ENGLISH_NEGATION,
    denial_lost,
    is_day_of_a_name,
    lacks_only_a_numeral,
    other_measure,
    other_rate,
    refusals_lost,
)

TIME_WORDS = {
    "year": ("year", "annual", "twelve month", "12 month"),
    "month": ("month",),
    "week": ("week",),
    "day": ("day", "dai"),
    "hour": ("hour",),
    "minute": ("minute",),
    "quarter": ("quarter",),
    "century": ("centur",),
}
"""Beginnings of words that say a unit of time."""
REACH_OF_NEGATION = 80
"""Characters before a number; a “not” that stands behind it may be of another clause in Chinese."""
ENGLISH_MARK = re.compile(r"[,.;:](?=\s|\Z)")
LEFT_OPEN_IN_ENGLISH = re.compile(
    rf"{ENGLISH_NEGATION.pattern}|\b(?:pending|undecided|still|remain\w*|empty|vacant|idle|outstanding|await\w*|overdue|irregular\w*|\w+less)\b",
    re.IGNORECASE,
)
"""What English may say beside a quantity of what is not so, or not done: without a manager, pending, overdue."""
DEEDS_IN_ENGLISH = re.compile(
    r"\b(?:reject|refus|cancel|revok|withdr|abolish|repeal|stop|ceas|suspend|dismiss|bann|prohibit|forbid|waiv|exempt"
    r"|lift|shut|delet|prevent|bankrupt|return|remov|eliminat|postpon|delay|overdue|violat|breach|miss|absen|illegal"
    r"|unlawful|pending|empty|vacan|idle|against|oppos|exceed|conceal|danger|illitera|owed|owing|left|remain)\w*",
    re.IGNORECASE,
)
"""English for what Chinese says to be so no more: 取消 cancelled."""
HALF_CHARACTER = -2
"""Stands for 半 among the small numbers."""
SMALL_HAN = DIGIT_VALUES | {"双": 2, "俩": 2, "仨": 3, "半": HALF_CHARACTER}


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Something that the two languages say differently; ``zh`` or ``en`` is None where that language lacks it."""

    fault: Fault
    zh: Expression | None = None
    en: Expression | None = None


def disagreements(
    zh: Sequence[Expression], en: Sequence[Expression], units: Mapping[str, UnitWords]
) -> tuple[Disagreement, ...]:
    """Everything that the English says otherwise than the Chinese; empty where they agree.

    Quantities must agree one by one and in order, or what they count must tell which is which; dates, ordinals and
    names must agree as sets. Where an expression may be read in two ways, it is read as the other language has it.
    """
    chinese, english = read_alike(born_as_dates(zh), tuple(en), units)
    ours, theirs = said(chinese, units, chinese=True), said(english, units, chinese=False)
    found = list(quantities_apart(ours, theirs))
    if all(one.is_quantity for one in (*chinese, *english)):
        return tuple(found)  # There is no rate, date or name to compare.
    if [one.values for one in ours] == [one.values for one in theirs]:
        found += [Disagreement(Fault.ORDER, *both) for both in dates_exchanged(chinese, english)]
    found += rates_apart(chinese, english, units)
    for apart in (dates_apart(chinese, english), names_apart(chinese, english)):
        lacking, invented = apart
        pairs = min(len(lacking), len(invented))
        found += [Disagreement(Fault.VALUE, *both) for both in zip(lacking[:pairs], invented[:pairs], strict=True)]
        found += [Disagreement(Fault.NOT_IN_ENGLISH, zh=one) for one in lacking[pairs:]]
        found += [Disagreement(Fault.NOT_IN_CHINESE, en=one) for one in invented[pairs:]]
    return tuple(found)


def text_disagreements(
    zh_text: str, zh: Sequence[Expression], en_text: str, units: Mapping[str, UnitWords]
) -> tuple[Disagreement, ...]:
    """The same for texts: the words around the Chinese quantities tell their direction and what they count.

    ``zh`` is what the Chinese grammar reads in ``zh_text``.
    """
    chinese, english = in_context(zh_text, zh), read_english(en_text)
    found = disagreements(chinese, english, units)
    unread = unread_digits(zh_text, zh)
    return (
        *(
            one
            for one in found
            if not (
                takes_a_word(one, unread)
                or is_said_otherwise(one, zh_text, en_text)
                or is_recent(one, en_text)
                or is_denied_elsewhere(one, zh_text, en_text)
                or went_both_ways(one, zh_text, en_text)
            )
        ),
        *ones_apart(chinese, en_text, units),
        *(Disagreement(Fault.NEGATION, zh=one) for one in refusals_lost(zh_text, chinese, en_text)),
        *(Disagreement(Fault.NEGATION, zh=one) for one in hedges_lost(chinese, english, en_text, units)),
        *(Disagreement(Fault.HOPED, *both) for both in told_as_planned(zh_text, chinese, english, en_text, units)),
        *(Disagreement(Fault.UNIT, en=one) for one in english if other_measure(one, zh_text)),
        *opposites(zh_text, chinese, en_text, english),
        *by_for_to(zh_text, chinese, en_text, english, units),
        *said_of_another(zh_text, en_text),
    )


def by_for_to(
    zh_text: str, zh: Sequence[Expression], en_text: str, en: Sequence[Expression], units: Mapping[str, UnitWords]
) -> Iterator[Disagreement]:
    """What changed by so much in one language and came to so much in the other."""
    ours, theirs = said(zh, units, chinese=True), said(en, units, chinese=False)
    for one, other in reached_apart(ours, zh_text, theirs, en_text):
        yield Disagreement(Fault.REACHED, one.source, other.source)


def said_of_another(zh_text: str, en_text: str) -> Iterator[Disagreement]:
    """What the languages say otherwise without a number: the year, the base of a comparison, the whole, a denial."""
    for ours, theirs in exchanged(zh_text, en_text):
        yield Disagreement(Fault.VALUE, said_without_a_number(ours), said_without_a_number(theirs))
    if en_text and (denied := denial_lost(zh_text, en_text)):
        yield Disagreement(Fault.NOT_IN_ENGLISH, said_without_a_number(denied))


def said_without_a_number(found: re.Match[str]) -> Expression:
    """Words that say something without a number, as they are told of."""
    return Expression(found[0], found.start(), Sense.NAME)


def opposites(zh_text: str, zh: Sequence[Expression], en_text: str, en: Sequence[Expression]) -> Iterator[Disagreement]:
    """What one language calls a profit, or by the year, and the other a loss, or by the month, and the like."""
    both = any(one.is_quantity for one in zh) and any(one.is_quantity for one in en)
    if both and (words := said_the_opposite(zh_text, en_text)):
        yield Disagreement(Fault.OPPOSITE, *map(said_without_a_number, words))
    if rate := other_rate(en_text, zh_text):
        yield Disagreement(Fault.UNIT, rate)


def is_said_otherwise(found: Disagreement, zh_text: str, en_text: str) -> bool:
    """Whether a language says in words, or in a name, what the other has a numeral for."""
    if found.en is None:
        return found.zh is not None and lacks_only_a_numeral(found.zh, zh_text, en_text)
    return found.zh is None and is_day_of_a_name(found.en, zh_text)


def ones_apart(zh: Sequence[Expression], en_text: str, units: Mapping[str, UnitWords]) -> Iterator[Disagreement]:
    """What English must say of a Chinese one that needs no numeral: its unit of time (一年: a year), and a negation."""
    small = en_text.lower()
    for one in said([one for one in zh if not BY_HAND.search(one.text)], units, chinese=True):
        words = TIME_WORDS.get(one.unit, ())
        if one.optional and words and not any(word in small for word in words):
            yield Disagreement(Fault.NOT_IN_ENGLISH, zh=one.source)
        denied = one.optional and HEDGE_OF_WORD.get(one.source.negated) is Hedge.NOT
        if denied and not ENGLISH_NEGATION.search(en_text):
            yield Disagreement(Fault.NEGATION, zh=one.source)


def is_recent(found: Disagreement, en_text: str) -> bool:
    """Whether 近 of 近三年来 is the “past” of “the past three years”, and no “nearly”."""
    if found.fault is not Fault.QUALIFIER or found.zh is None or found.en is None:
        return False
    before = en_text[max(found.en.start - 12, 0) : found.en.start].lower()
    is_time = found.en.unit in TIME_NAMES and found.en.qualifier is Qualifier.EXACT
    return is_time and found.zh.text.startswith("近") and before.endswith(("past ", "last ", "recent ", "previous "))


def is_denied_elsewhere(found: Disagreement, zh_text: str, en_text: str) -> bool:
    """Whether a “not” that one language seems to lack stands elsewhere in its sentence, or in another word (拒)."""
    if found.fault is not Fault.NEGATION or found.zh is None or found.en is None:
        return False
    if HEDGE_OF_WORD.get(found.zh.negated) is Hedge.NOT:
        later = zh_text.find(found.zh.negated, found.zh.end) >= 0 and zh_text.find(found.zh.negated) > found.zh.start
        beside = LEFT_OPEN_IN_ENGLISH.search(english_clause(en_text, found.en)) is not None
        return beside or (later and ENGLISH_NEGATION.search(en_text) is not None)
    before = en_text[max(found.en.start - REACH_OF_NEGATION, 0) : found.en.start].lower()
    whole = found.en.negated not in before
    return may_be_denied(zh_text, found.zh, whole) or is_denied_in_another_way(found.zh, zh_text, found.en, en_text)


def is_denied_in_another_way(zh: Expression, zh_text: str, en: Expression, en_text: str) -> bool:
    """Whether an English “not” is a Chinese deed (停用: no longer in use), and no “not stopped”."""
    said_so = begins_with_a_denial(clause_around(zh_text, zh)[0])
    return said_so is not None and DEEDS_IN_ENGLISH.search(english_clause(en_text, en)) is None


def english_clause(text: str, expression: Expression) -> str:
    """The words around an English expression, from one mark to the next."""
    marks = [found.end() for found in ENGLISH_MARK.finditer(text)]
    begin = max((one for one in marks if one <= expression.start), default=0)
    return text[begin : min((one for one in marks if one >= expression.end), default=len(text))]


def went_both_ways(found: Disagreement, zh_text: str, en_text: str) -> bool:
    """Whether what seems a rise in one language and a fall in the other is growth that slowed, or came down to so much.

    增速放缓2% is growth that was 2% slower; 涨幅收窄至2% is a rise of 2%, and 降幅收窄至2% a fall.
    """
    if found.fault is not Fault.DIRECTION or found.zh is None or found.en is None:
        return False
    before, _ = clause_around(zh_text, found.zh)
    if not (NAMES_A_RISE.search(before) and NAMES_A_FALL.search(before)):
        return False
    words = {*re.findall("[a-z]+", english_clause(en_text, found.en).lower())}
    both = words & (UP | {"steepened", "deepened"}) and words & (DOWN | {"slower", "smaller"})
    name = {Direction.UP: "[涨增升][幅速势]", Direction.DOWN: "[降跌减]幅"}.get(found.en.direction)
    came_to = before.endswith(("至", "到", "为")) and name is not None and re.search(name, before)
    return bool(both or came_to)


def unread_digits(zh_text: str, zh: Sequence[Expression]) -> Counter[int]:
    """The numbers whose Han characters stand in Chinese words that are no expressions (两者, 双方, 三农)."""
    chars = list(zh_text)
    for expression in zh:
        chars[expression.start : expression.end] = " " * len(expression.text)
    return Counter(SMALL_HAN[char] for char in chars if char in SMALL_HAN)


def takes_a_word(found: Disagreement, unread: Counter[int]) -> bool:
    """Whether a small number in English words that the Chinese seems to lack is in one of its words (两者: the two).

    That word is taken out of ``unread``, as it stands for one number only; 半 stands for every half.
    """
    if found.zh is not None or found.en is None or found.en.unit:
        return False
    if found.en.kind is Sense.FRACTION and found.en.values == ONE_IN_TWO_PARTS:
        return unread[HALF_CHARACTER] > 0
    if found.en.kind is not Sense.COUNT:
        return False
    value = found.en.values[0]
    in_words = not any(char.isdigit() for char in found.en.text) and found.en.qualifier is Qualifier.EXACT
    if not in_words or value % 1 or unread[int(value)] < 1:
        return False
    unread[int(value)] -= 1
    return True


def rates_apart(
    zh: Sequence[Expression], en: Sequence[Expression], units: Mapping[str, UnitWords]
) -> Iterator[Disagreement]:
    """Rates (每万人) that only one language has; “each” and 每家 are none."""
    theirs = [(rate_in_one_form(rate, units, chinese=False), rate) for rate in rates_of(en)]
    for rate in rates_of(zh):
        form = rate_in_one_form(rate, units, chinese=True)
        match = next((other for other in theirs if other[0] == form), None)
        if match:
            theirs.remove(match)
        else:
            yield Disagreement(Fault.NOT_IN_ENGLISH, zh=rate)
    yield from (Disagreement(Fault.NOT_IN_CHINESE, en=rate) for _, rate in theirs)


def quantities_apart(zh: list[Said], en: list[Said]) -> Iterator[Disagreement]:
    """What the quantities of two texts disagree in."""
    in_order = paired_in_order(zh, en)
    few = (len(zh) - len(in_order)) * (len(en) - len(in_order)) * max(len(in_order), 1) <= LARGEST_TABLE
    moved = moved_pairs(zh, en, in_order) if few else []
    for place, other, may_stand in (*((*pair, True) for pair in in_order), *moved):
        if not may_stand and not zh[place].optional:
            yield Disagreement(Fault.ORDER, zh[place].source, en[other].source)
        if denied_apart(zh[place], en[other]):
            yield Disagreement(Fault.NEGATION, zh[place].source, en[other].source)
    paired = [(place, other) for place, other, _ in moved] + in_order
    ours = at_no_place_of({place for place, _ in paired}, zh)
    theirs = at_no_place_of({other for _, other in paired}, en)
    values = {one.values for one in theirs}
    yield from unlike_pairs([one for one in ours if not one.optional or one.values in values], theirs, few)


def at_no_place_of(places: set[int], some: Sequence[Said]) -> list[Said]:
    """The quantities that stand at none of some places, in order."""
    return [one for place, one in enumerate(some) if place not in places]


def unlike_pairs(zh: list[Said], en: list[Said], few: bool) -> Iterator[Disagreement]:
    """The quantities that do not agree with any: those that belong together in pairs, and the rest.

    Those with the same value belong together first, unless there are too many to look for them.
    """
    for by_value in (True, False) if few else (False,):
        for ours in list(zh):
            match = next((other for other in en if belongs(ours, other, by_value)), None)
            if match:
                yield Disagreement(next(faults(ours, match), Fault.VALUE), ours.source, match.source)
                zh.remove(ours)
                en.remove(match)
    yield from (Disagreement(Fault.NOT_IN_ENGLISH, zh=one.source) for one in zh if not one.optional)
    yield from (Disagreement(Fault.NOT_IN_CHINESE, en=one.source) for one in en if not one.optional)


def belongs(zh: Said, en: Said, by_value: bool) -> bool:
    """Whether a quantity of the English stands for one of the Chinese that it does not agree with."""
    if by_value:
        return zh.values == en.values and not (zh.optional and en.optional)
    return not zh.optional and not en.optional
