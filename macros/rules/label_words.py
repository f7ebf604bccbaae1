"""What a figure may not be called: another direction, base, whole, rate or opposite than its clause says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.quantities.english.qualifiers import DOWN, UP
from macros.quantities.expression import Direction
from macros.quantities.parity.exchanged import EXCLUDING, SAYS_ONE, exchanged
from macros.quantities.parity.opposites import OPPOSITES, SAYS_ONE_OF_TWO, said_the_opposite
from macros.quantities.parity.units import DOWN_WORDS, NAMES_A_FALL, NAMES_A_RISE, UP_WORDS
from macros.quantities.parity.words import other_rate
from macros.text.languages import Bilingual

RATE_NAMED = re.compile("每(?:半|个)?(?:日|天|周|月|季|年|人|户|亩|村|公顷|万|千|百)|[日月年人户亩]均")
RATES_ALIKE = str.maketrans({"天": "日"})
RISES = {
    "zh": re.compile(f"{UP_WORDS.pattern}|升幅"),
    "en": re.compile(rf"\b(?:{'|'.join(sorted(UP - {'improved'}))})\b", re.I),
}
FALLS = {
    "zh": re.compile(f"{DOWN_WORDS.pattern}|降幅|跌幅"),
    "en": re.compile(rf"\b(?:{'|'.join(sorted(DOWN))})\b", re.I),
}


def called_otherwise_in_chinese(label: str, clause: str, sentence: str, way: Direction) -> Iterator[tuple[str, str]]:
    """What a clause says and a Chinese label says otherwise, where the whole sentence does not say it."""
    for group in EXCLUDING if SAYS_ONE.search(label) else ():
        said = next((found[0] for one in group if (found := one.zh.search(clause)) and not one.zh.search(label)), "")
        named = (one.zh.search(label) for one in group if one.may.search(sentence) is None)
        yield from ((said, found[0]) for found in named if found and said)
    for pair in OPPOSITES if SAYS_ONE_OF_TWO.search(label) else ():
        for one, other in (pair, pair[::-1]):
            said_so, named_so = one.zh.search(clause), other.zh.search(label)
            leads_to = other.zh.search(sentence) or other.may_zh.search(clause)
            if said_so and named_so and not one.zh.search(label) and not leads_to:
                yield said_so[0], named_so[0]
    if (named_by := rates(label)) and (in_clause := rates(clause)):
        stated = {kind_of_rate(one) for one in rates(sentence)}
        yield from ((in_clause[0], one) for one in named_by if kind_of_rate(one) not in stated)
    yield from turned_round("zh", label, clause, way)


def called_otherwise_in_english(label: str, clause: str, way: Direction) -> Iterator[tuple[str, str]]:
    """What a clause says and an English label says otherwise."""
    yield from ((ours[0], theirs[0]) for ours, theirs in exchanged(clause, label))
    if words := said_the_opposite(clause, label):
        yield words[0][0], words[1][0]
    if rate := other_rate(label, clause):
        yield rate.text, label
    yield from turned_round("en", label, clause, way)


def rates(text: str) -> list[str]:
    """The rates of a Chinese text: 每月, 人均."""
    return RATE_NAMED.findall(text)


def kind_of_rate(rate: str) -> str:
    """What a rate is by: 每月 and 月均 are by the month."""
    return rate[0] if rate.endswith("均") else rate.translate(RATES_ALIKE)[-1]


def names_a_direction(label: Bilingual) -> bool:
    """Whether a label says that something rose or fell, in either language."""
    return any(ways[language].search(label.said_in(language)) for ways in (RISES, FALLS) for language in ways)


def is_named_in_clause(language: str, word: str, clause: str, names: re.Pattern[str]) -> bool:
    """Whether a clause itself has the word of a direction, or for English any that may be so translated."""
    return word in clause if language == "zh" else names.search(clause) is not None


def turned_round(language: str, label: str, clause: str, way: Direction) -> Iterator[tuple[str, str]]:
    """A rise that is called a fall, or a fall a rise, and not by the clause itself."""
    up, down = RISES[language].search(label), FALLS[language].search(label)
    if way is Direction.UP and down and not up and not is_named_in_clause(language, down[0], clause, NAMES_A_FALL):
        yield clause, down[0]
    if way is Direction.DOWN and up and not down and not is_named_in_clause(language, up[0], clause, NAMES_A_RISE):
        yield clause, up[0]
