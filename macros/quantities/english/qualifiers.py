"""English words that say how exact a quantity is, before it and behind it, and how the clause means it."""

from __future__ import annotations

from collections.abc import Iterable

from macros.quantities.english.tokens import OPAQUE, Tokens
from macros.quantities.expression import Direction, Qualifier

Phrases = dict[str, tuple[tuple[tuple[str, ...], Qualifier], ...]]


def by_first_word(phrases: dict[Qualifier, str]) -> Phrases:
    """Phrases by their first word, the longest first; each qualifier's are written with bars between."""
    found: dict[str, list[tuple[tuple[str, ...], Qualifier]]] = {}
    for qualifier, written in phrases.items():
        for phrase in written.split("|"):
            words = tuple(phrase.split())
            found.setdefault(words[0], []).append((words, qualifier))
    return {first: tuple(sorted(ways, key=lambda way: -len(way[0]))) for first, ways in found.items()}


BEFORE = by_first_word(
    {
        Qualifier.NEARLY: (
            "nearly|almost|close to|close on|just under|just short of|just below|nearing|approaching|not quite|"
            "a little under|a little less than|little short of"
        ),
        Qualifier.OVER: (
            "over the age of|above the age of|"
            "more than|over|above|exceeding|exceed|exceeds|exceeded|upwards of|upward of|in excess of|greater than|"
            "higher than|surpassing|surpass|surpasses|surpassed|topping|topped|beyond|broke through|breaking through|"
            "broken through|longer than|larger than|older than"
        ),
        Qualifier.ABOUT: (
            "about|around|some|roughly|approximately|circa|approx .|approx|ca .|c .|~|≈|an estimated|or so|"
            "in the region of|in the order of|on the order of|somewhere around"
        ),
        Qualifier.AT_LEAST: (
            "at least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum of|not below|"
            "no lower than|not lower than|no smaller than|≥|no under|not under|"
            "no younger than|not younger than|no earlier than|not earlier than"
        ),
        Qualifier.AT_MOST: (
            "at most|at the most|up to|no more than|not more than|not exceeding|not to exceed|does not exceed|"
            "do not exceed|did not exceed|must not exceed|may not exceed|shall not exceed|not exceed|within|"
            "a maximum of|maximum of|no greater than|not over|not above|no higher than|not higher than|≤|"
            "no longer than|not longer than|no later than|not later than|no older than|not older than"
        ),
        Qualifier.UNDER: (
            "under the age of|below the age of|"
            "fewer than|less than|under|below|short of|lower than|smaller than|shorter than|younger than|<|not even"
        ),
    }
)
BEFORE[">"] = (((">",), Qualifier.OVER),)
BEHIND = by_first_word(
    {
        Qualifier.OVER: "odd|- odd|and counting",
        Qualifier.ABOUT: "or so|or thereabouts|or thereabout|approximately|roughly|- ish|give or take",
        Qualifier.AT_LEAST: (
            "or more|and more|or above|and above|and over|or over|or longer|or higher|or greater|or upwards|"
            "and upwards|and up|or older|at least|plus|- plus|+|at a minimum|minimum"
        ),
        Qualifier.AT_MOST: (
            "or less|or fewer|or below|and below|or under|and under|or shorter|or lower|at most|at the most|"
            "at the latest|maximum|at a maximum|or younger"
        ),
    }
)
NEVER_BEHIND = frozenset({"plus", "minimum", "maximum", "approximately", "roughly", "odd"})
"""Words that belong to what follows where a number follows."""
CLAUSE_ENDS = frozenset('.;:!?,()[]–—“”"') | {OPAQUE + "end"}
NEGATIONS = frozenset(
    "not never without cannot failed fail fails unable neither nor unfinished uncompleted incomplete undelivered "
    "unresolved unpaid unspent unused unfilled unavailable lacking lacked".split()
)
NO_MORE = frozenset("fewer less more later longer older younger earlier".split())
"""Behind “no” they make it a limit (no more than 5), and no denial."""
UP = frozenset(
    "rose rise rises risen rising increase increased increases increasing increment grew grow grows grown growing "
    "growth gain gained climbed jumped surged soared raised higher improved expanded upward "
    "accelerated quickened rebounded widened".split()
)
DOWN = frozenset(
    "fell fall falls fallen falling decrease decreased decreases decreasing dropped drop drops dropping declined "
    "decline declines declining reduced reduce reduces reducing reduction lowered lower cut cuts cutting shrank "
    "shrunk shortened slashed contracted slid dipped downward slimmed "
    "slowed slowing narrowed narrowing eased easing moderated shrinking".split()
)
NEXT_TO_IT = {"up": Direction.UP, "down": Direction.DOWN, "off": Direction.DOWN}
"""Directions only where they touch the quantity, or “by” stands between: elsewhere a verb has them (set up)."""
VERBS_WITH_UP = frozenset(
    "set sets setting hand handed handing make makes made making take takes took taken taking build builds built "
    "building pick picked draw drew drawn drawing follow followed following speed sped opened opening clean cleaned "
    "cleaning break broke broken bring brought come came put puts putting write wrote written give gave given sum "
    "summed sign signed signing turn turned split divide divided back backed free freed open shut closed lay laid "
    "laying pay paid pass passed settle settled track tracked note noted show showed step stepped start started use "
    "used".split()
)
"""Verbs that “up” or “down” behind them belongs to: set up 15 bases."""
NOT_OF_DIRECTION = frozenset({"higher", "lower", "up", "down"})
UP_OR_DOWN_BEFORE = (UP | DOWN) - NOT_OF_DIRECTION
UP_BEHIND, DOWN_BEHIND = UP | {"more"}, DOWN | {"less", "fewer", "down"}
UP_OR_DOWN_BEHIND = UP_BEHIND | DOWN_BEHIND
"""Words of direction before a quantity, and right behind it."""
VERB_REACH = 12
"""So many words from a quantity the verb is looked for that says where it went."""


def before_at(tokens: Tokens, at: int) -> tuple[Qualifier, int] | None:
    """The phrase before a number that begins at a token, and the place behind it."""
    return phrase_at(tokens, at, BEFORE)


EXPECTED = frozenset("planned required needed necessary targeted target budgeted expected original".split())
"""Words for what a quantity was to be: fewer than the planned 200."""


def behind_what_was_expected(tokens: Tokens, at: int) -> int:
    """The place behind “the planned” between a qualifier and its number, and behind “the” after “than”; or here."""
    if tokens[at].text != "the":
        return at
    if tokens[at + 1].text in EXPECTED:
        return at + 2
    return at + (tokens[at - 1].text == "than" or tokens.words(at - 2, 2) == ("short", "of"))


def behind_at(tokens: Tokens, at: int) -> tuple[Qualifier, int] | None:
    """The phrase behind a number that begins at a token, and the place behind it."""
    found = phrase_at(tokens, at, BEHIND)
    if found and tokens[found[1] - 1].text in NEVER_BEHIND and tokens[found[1]].number is not None:
        return None
    if found and tokens[at].text == "+" and not (tokens[at].glued and ends_word(tokens, at + 1)):
        return None
    if found and tokens[at].text == "-" and not (tokens[at].glued and tokens[at + 1].glued):
        return None
    return found


def ends_word(tokens: Tokens, at: int) -> bool:
    """Whether the token does not go on with the word before it."""
    return not tokens[at].glued or not (tokens[at].is_word or tokens[at].number is not None)


def phrase_at(tokens: Tokens, at: int, phrases: Phrases) -> tuple[Qualifier, int] | None:
    """The longest of some phrases at a place."""
    ways = phrases.get(tokens[at].text)
    for words, qualifier in ways or ():
        if tokens.words(at, len(words)) == words:
            return qualifier, at + len(words)
    return None


def together(qualifiers: Iterable[Qualifier]) -> Qualifier:
    """What several qualifiers of one quantity amount to; different ones contradict each other."""
    different = set(qualifiers) - {Qualifier.EXACT}
    if len(different) > 1:
        return Qualifier.CONTRADICTORY
    return different.pop() if different else Qualifier.EXACT


def ends_clause(tokens: Tokens, at: int) -> bool:
    """Whether a clause ends at this mark."""
    token = tokens[at]
    return token.start < 0 or token.text in CLAUSE_ENDS


def negation_before(tokens: Tokens, at: int) -> str:
    """The word earlier in the clause that says that it is not so, or not yet; empty where none does."""
    for place in range(at - 1, max(at - 40, -1), -1):
        word, following = tokens[place].text, tokens[place + 1].text
        if word in CLAUSE_ENDS:
            return ""
        if before_at(tokens, place):
            continue
        if (word in NEGATIONS or word.endswith(("n't", "n’t"))) and following not in ("only", "just", "merely"):
            return word
        if word == "yet" and following == "to":
            return "yet to"
        if word == "no" and following not in NO_MORE:
            return word
    return ""


NEGATED_BEHIND = NEGATIONS - {"no", "without", "cannot", "nor", "neither", "unpaid", "unspent", "unused", "lacking"}


def negation_behind(tokens: Tokens, at: int) -> str:
    """The word later in the clause that says so: 15 projects were not finished."""
    for place in range(at, at + VERB_REACH):
        token = tokens[place]
        if ends_clause(tokens, place) or token.number is not None:
            return ""
        word, following = token.text, tokens[place + 1].text
        if before_at(tokens, place):
            return ""
        if (word in NEGATED_BEHIND or word.endswith(("n't", "n’t"))) and following not in ("only", "just", "merely"):
            return word
        if word == "yet" and following == "to":
            return "yet to"
        if word == "no" and following == "longer" and tokens[place + 2].text != "than":
            return "no longer"
    return ""


def direction_of(tokens: Tokens, first: int, end: int) -> Direction:
    """Whether the clause says that something rose or fell by the quantity between two places."""
    beside = first - 1 - (tokens[first - 1].text == "by")
    if tokens[beside - 1].text not in VERBS_WITH_UP and tokens[beside].text in NEXT_TO_IT:
        return NEXT_TO_IT[tokens[beside].text]
    for place in range(end, min(end + 3, len(tokens))):
        if ends_clause(tokens, place) or tokens[place].number is not None or tokens[place].text in ("of", "in", "to"):
            break
        if tokens[place].text in UP_OR_DOWN_BEHIND and tokens[place - 1].text != "to":
            return Direction.DOWN if tokens[place].text in DOWN_BEHIND else Direction.UP
    for place in range(first - 1, max(first - 1 - VERB_REACH, -1), -1):
        word = tokens[place].text
        if word in CLAUSE_ENDS:
            break
        if word in UP_OR_DOWN_BEFORE:
            return Direction.DOWN if word in DOWN else Direction.UP
    return Direction.NONE
