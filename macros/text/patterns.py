"""Patterns made of words, and patterns that are compiled when they are first asked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any, cast


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of the words, longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern that is compiled when it is first asked for, if it is: for those that most data never brings up.

    The others are compiled once, at the start, for all processes that part from it.
    """
    return cast("re.Pattern[str]", LatePattern(pattern, flags))


class LatePattern:
    """What ``late`` makes: it answers as ``re.Pattern`` does."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        """A method of the compiled pattern, which is kept, so that it is asked for in this way once."""
        found: Callable[..., Any] = getattr(self.compiled, name)
        setattr(self, name, found)
        return found

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern, compiled."""
        return re.compile(self.pattern, self.flags)
