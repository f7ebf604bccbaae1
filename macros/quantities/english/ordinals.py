"""English ordinals: which one (the 11th review), a place in an order of merit (ranked 4th), the parts of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from macros.quantities.english.numbers import HUNDRED, ONES, POWERS_OF_1000, number_at
from macros.quantities.english.tokens import Tokens, holds_any, tokens_of
from macros.quantities.expression import Expression, Qualifier, Sense

ODD_ORDINALS = {
    "first": "one",
    "second": "two",
    "third": "three",
    "fifth": "five",
    "eighth": "eight",
    "ninth": "nine",
}
ODD_ORDINALS |= {"twelfth": "twelve", "fourtieth": "forty"}
ORDINALS = ODD_ORDINALS | {
    (f"{word[:-1]}ieth" if word.endswith("ty") else f"{word}th"): word
    for word in (*ONES, HUNDRED, *POWERS_OF_1000)
    if word not in ODD_ORDINALS.values() and word not in ("zero", "nil")
}
"""Ordinals of one word, with the number that each is of."""
ENDINGS = ("st", "nd", "rd", "th")
RANKED = re.compile(
    r"\b(?:rank(?:s|ed|ing)?|plac(?:e[sd]|ing)|c[oa]me(?:s)?|coming|finish(?:e[sd]|ing)?|stood|took|won|standing|rating|rated)"
    r"(?: (?:in|the|joint|equal|at|overall|No\.|number|to|up|as)){0,3} ?$",
    re.IGNORECASE,
)
PLACE = re.compile(
    r"^[ -](?:place|position|rank|spot)\b|^ (?:in|among|nationwide|nationally)"
    r"(?: the)?(?: whole| entire)? ?(?:province|provincial|city|country|county|nation|prefecture|district|ranking|list|"
    r"table|cities|counties|provinces|bureaus|departments)\b"
)
BESIDE_ORDINAL = 40
"""Characters before an ordinal that are looked at."""
NUMBERED_RANK = re.compile(
    r"\b(?:ranks?|ranked|ranking|placed|rated|came|stands?) (?:as |at |joint )?(?:No\.? ?|[Nn]umber )(\d{1,5})\b"
)
NUMBER_ONE = re.compile(
    r"\b[Nn]umber (one|two|three)"
    r"(?=[,.;:]|$| (?:nationwide|nationally|worldwide|globally|in the|in its|among|for|position|spot|place)\b)"
)
TOP = re.compile(r"\b[Tt]op[ -](\d{1,4}|[a-z]+(?:-[a-z]+)?)\b(?!\.\d| ?%| per ?cent\b)")
ENUMERATED = re.compile(
    r"(?:^|(?<=[.;:!?\n\r—(“])|(?<=[.;:!?,—(“] )|(?<=, and )|(?<=; and ))"
    r"((?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth|[Ss]eventh|[Ee]ighth|[Nn]inth|[Tt]enth)(?:ly)?)(?=[,:])",
)
STEMS_OF_ORDINALS = ("irst", "econd", "hird", "ourth", "ifth", "ixth", "eventh", "ighth", "inth", "enth")
NUMBERED_PARTS = re.compile(
    r"(?=[\s(\dCLPQSclpqs])(?:\b(?:[Pp]art|[Cc]hapter|[Ss]ection|[Ss]tep|[Pp]aragraph|[Pp]age|[Ll]ine|[Ss]entence|[Cc]lause|[Qq]uestion)"
    r" (?P<part>\d{1,4}|[A-Za-z]+)\b(?![,.]\d)"
    r"|(?:^|(?<=[\n\r;:.]) ?|(?<=[;:.] ))\((?P<bracket>\d{1,2})\)|(?:^|(?<=[\n\r]))[ \t]{0,8}(?P<list>\d{1,2})[.)](?= )"
    r")"
)
STEMS_OF_PARTS = (
    *("art ", "hapter ", "ection ", "tep ", "aragraph ", "age ", "ine ", "entence ", "lause ", "uestion "),
    *("(", ") ", ". "),
)
"""Of these one stands in every text with a numbered part."""
TOO_PLAIN = frozenset("class rate hand aid ever timer timers degree".split())
"""Words behind “first-” and “second-” with which it counts nothing."""
NO_ORDINAL_BEHIND = frozenset({("of", "all"), ("and", "foremost"), ("-", "in"), ("to", "none")})
AS_TIME = frozenset({"per", "a", "each", "every", "split", "one"})
"""Words before “second” with which it is a unit of time."""


def value_of_ordinal(written: str) -> int | None:
    """The number of one ordinal: 14th, fourteenth, twenty-first; None where it is none."""
    tokens = Tokens(tokens_of(written))
    found = ordinal_at(tokens, 0)
    return found[0] if found and found[1] == len(tokens) else None


def ordinal_at(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """The number of an ordinal that begins at a token, and the place behind it."""
    token, behind = tokens[at], tokens[at + 1]
    if token.number is not None:
        whole = token.number % 1 == 0 and behind.glued and behind.text in ENDINGS
        return (int(token.number), at + 2) if whole else None
    if token.text in ORDINALS:
        return value_of_word(ORDINALS[token.text]), at + 1
    number = number_at(tokens, at)
    if number is None or not number.in_words or number.vague:
        return None
    last = number.end + (tokens[number.end].text in ("-", "and"))
    word = ORDINALS.get(tokens[last].text)
    if word is None or number.value % 1:
        return None
    added = value_of_word(word)
    if added < 100 and number.value % 100 in (0, *range(20, 100, 10)) and (number.value % 10 == 0) and added < 20:
        if number.value % 100 and added > 9:
            return None
        return int(number.value) + added, last + 1
    return (int(number.value) * added, last + 1) if added >= 100 and last == number.end else None


def value_of_word(word: str) -> int:
    """The value of one number word."""
    return ONES.get(word) or POWERS_OF_1000.get(word) or 100


def ordinal_expression(text: str, tokens: Tokens, at: int) -> tuple[Expression, int] | None:
    """The ordinal or rank that begins at a token of a plain text, and the place behind it."""
    found = ordinal_at(tokens, at)
    if found is None or is_no_ordinal(tokens, at, found[1]):
        return None
    value, end = found
    start, stop = tokens[at].start, tokens[end - 1].end
    if is_place_of_merit(text, start, stop):
        return Expression(text[start:stop], start, Sense.RANK, (Decimal(value),), named=str(value)), end
    return Expression(text[start:stop], start, Sense.ORDINAL, named=str(value)), end


def is_place_of_merit(text: str, start: int, end: int) -> bool:
    """Whether the words around an ordinal make it a place in an order of merit."""
    before, behind = text[max(start - BESIDE_ORDINAL, 0) : start], text[end : end + BESIDE_ORDINAL]
    return RANKED.search(before) is not None or PLACE.search(behind) is not None


def is_no_ordinal(tokens: Tokens, at: int, end: int) -> bool:
    """Whether a word only looks like an ordinal: a second, first-class, at first, second only to, first 3 months."""
    word, before, behind = tokens[at].text, tokens[at - 1].text, tokens[end]
    if behind.text == "-" and behind.glued and tokens[end + 1].text in TOO_PLAIN:
        return True
    if word not in ("first", "second"):
        return False
    return (
        (word == "first" and before == "at")
        or (word == "second" and before in AS_TIME and behind.text not in ("batch", "group", "round", "time"))
        or (behind.text, tokens[end + 1].text) in NO_ORDINAL_BEHIND
        or behind.text in ("few", "several", "only", "aid", "class", "rate", "hand", "lady")
        or behind.text in ONES
        or (behind.number is not None and not behind.glued)
    )


def ranks_in(text: str) -> Iterator[Expression]:
    """Ranked No. 4; the top ten."""
    for found in NUMBERED_RANK.finditer(text) if holds_any(text, ("No", "umber")) else ():
        start = found.start(1)
        begin = max(text.rfind("No", found.start(), start), text.rfind("umber", found.start(), start) - 1)
        yield Expression(text[begin : found.end()], begin, Sense.RANK, (Decimal(found[1]),), named=found[1])
    for found in NUMBER_ONE.finditer(text) if "umber" in text else ():
        place = ONES[found[1]]
        yield Expression(found[0], found.start(), Sense.RANK, (Decimal(place),), named=str(place))
    for found in TOP.finditer(text) if holds_any(text, ("op ", "op-")) else ():
        tokens = Tokens(tokens_of(found[1]))
        number = number_at(tokens, 0)
        if number and number.end == len(tokens):
            value = number.value
            yield Expression(found[0], found.start(), Sense.RANK, (value,), "", Qualifier.AT_MOST, f"top {value:f}")


def enumerators_in(text: str) -> Iterator[Expression]:
    """What numbers the parts of a text: “First, …”, “Part 3.”, (1)."""
    for found in ENUMERATED.finditer(text) if holds_any(text, STEMS_OF_ORDINALS) else ():
        number = value_of_ordinal(found[1].lower().removesuffix("ly"))
        yield Expression(found[1], found.start(1), Sense.ENUMERATOR, named=str(number))
    for found in NUMBERED_PARTS.finditer(text) if holds_any(text, STEMS_OF_PARTS) else ():
        written = found["part"] or found["bracket"] or found["list"]
        tokens = Tokens(tokens_of(written))
        counted = number_at(tokens, 0)
        if counted and counted.end == len(tokens):
            start = found.start("list") if found["list"] else found.start()
            yield Expression(text[start : found.end()], start, Sense.ENUMERATOR, named=f"{counted.value:f}")
