"""The stem of an English word: fishery and fisheries share one. The browser uses the same Snowball algorithm."""

from __future__ import annotations

import functools

import snowballstemmer

_english = snowballstemmer.stemmer("english")


@functools.cache
def stem(word: str) -> str:
    """The stem of a folded word."""
    return str(_english.stemWord(word))
