"""Words whose characters have several Traditional forms: how they are found in a text (han_words.toml)."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterable
from pathlib import Path

COUNTED_MEASURE = re.compile(r"(?<=[0-9])[余多]?(?:只(?![有要能是需好在])|里(?![程面])|斗(?!争))")
"""Behind digits these are measures, which no dictionary of words can tell."""
MEASURE_FORMS = str.maketrans({"余": "餘", "只": "隻"})
"""How a counted measure is written; 里 and 斗 stay as they are."""


@functools.cache
def word_lists() -> tuple[frozenset[str], frozenset[str], dict[str, str]]:
    """The words looked for before the dictionary is, all known words, and those that are written as stated."""
    held = tomllib.loads(Path(__file__).with_name("han_words.toml").read_text("utf-8"))
    exact: dict[str, str] = held["exact"]
    first = frozenset(held["first"].split()) | frozenset(exact)
    return first, first | frozenset(held["known"].split()), exact


def longest_of_words(words: Iterable[str]) -> re.Pattern[str]:
    """Finds the longest of some words at a place; sorted by their first characters, since most places hold none."""
    by_first: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda one: (-len(one), one)):
        by_first.setdefault(word[0], []).append(re.escape(word[1:]))
    return re.compile("|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in sorted(by_first.items())))


@functools.cache
def first_words() -> re.Pattern[str]:
    """Finds measures behind digits and the words that are looked for before the dictionary is."""
    return re.compile(f"(?P<counted>{COUNTED_MEASURE.pattern})|{longest_of_words(word_lists()[0]).pattern}")
