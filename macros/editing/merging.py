"""Two changes of one text, made apart, put together line by line where they do not touch."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

LinesChanged = tuple[int, int, list[str]]
"""Lines of the text that both began with, from one number to before another, and what stands in their place."""


def merged(base: str | None, one: str | None, other: str | None) -> tuple[str | None] | None:
    """The text ``base`` with the changes to ``one`` and to ``other``, each None where there is no file.

    In a tuple, since that may be None as well; None where both changed the same lines, or lines side by side.
    """
    if one == other or other == base:
        return (one,)
    if one == base:
        return (other,)
    if base is None or one is None or other is None:
        return None
    lines = base.split("\n")
    changes = sorted([*lines_changed(lines, one.split("\n")), *lines_changed(lines, other.split("\n"))])
    made, at = list[str](), -1
    for start, end, new in changes:
        if start <= at:
            return None
        made += [*lines[max(at, 0) : start], *new]
        at = end
    return ("\n".join([*made, *lines[at:]]),)


def lines_changed(lines: list[str], new: list[str]) -> Iterator[LinesChanged]:
    """What is different between two lists of lines."""
    for how, start, end, new_start, new_end in SequenceMatcher(None, lines, new, autojunk=False).get_opcodes():
        if how != "equal":
            yield start, end, new[new_start:new_end]
