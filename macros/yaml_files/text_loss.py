"""What YAML drops from a text, or changes in it, without a word: each is refused, or done as it was meant."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator

from macros.yaml_files.messages import BETWEEN_SCRIPTS, COMMENT_BEHIND
from macros.yaml_files.source import BLOCK, Found, Scalar, Source

HANGUL = re.compile(r"[\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff]")
"""Korean, which puts spaces between its words."""


def comments_behind(source: Source, scalars: Iterable[Scalar], last: int) -> Iterator[Found]:
    """A comment stands on a line of its own: behind something else, # is most often meant as text ("ranked #1").

    Looks at all lines up to ``last``; ``scalars`` are the texts and names in them, which may hold any sign.
    """
    covered: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for one in scalars:
        for row in range(one.line + (one.style in BLOCK), one.end_line + 1):
            start = one.column if row == one.line else 0
            covered[row].append((start, one.end_column if row == one.end_line else len(source.lines[row])))
    for row, line in enumerate(source.lines[: last + 1]):
        at, sign = 0, -1
        for start, end in (*covered[row], (len(line), len(line))):
            if sign < 0:
                at, sign = end, line.find("#", at, start)
        if line[: max(sign, 0)].strip(" "):
            yield row, sign, COMMENT_BEHIND


def unfolded(scalar: Scalar, source: Source, text: str) -> tuple[str, list[Found]]:
    """The text after > with its line breaks as they were meant, and those of which nobody can tell what they mean.

    YAML makes each break within a paragraph a space. Spaces at the end of a line cannot be seen, so they are dropped.
    """
    made, at, before, unclear = "", 0, "", list[Found]()
    if scalar.style != ">":
        return text, unclear
    lines = source.lines[scalar.line + 1 : scalar.end_line + 1]
    indent = next((len(line) - len(line.lstrip(" ")) for line in lines if line.strip(" ")), 0)
    for row, line in enumerate(lines, scalar.line + 1):
        words = line[indent:]
        start = text.find(words, at)
        if not words or start < 0:
            continue
        between = text[at:start]
        if between == " ":  # All other breaks are line feeds.
            made = made.rstrip(" ")
            meant = space_between(before.rstrip(" "), words)
            if meant is None:
                unclear.append((row, indent, BETWEEN_SCRIPTS))
            between = meant or ""
        made, at, before = made + between + words, start + len(words), words
    return made + text[at:], unclear


def space_between(before: str, after: str) -> str | None:
    """What a line break between two lines stands for: nothing in Chinese, a space in letters, None if it may be either.

    This follows the rules of CSS for segment breaks. Signs that both scripts share, such as “ and …, go with the
    nearest character that is no such sign.
    """
    sides = {script_of(reversed(before)), script_of(after)} - {None}
    if len(sides) == 2:
        return None
    return "" if True in sides else " "


def script_of(text: Iterable[str]) -> bool | None:
    """Whether the first character that tells is of Chinese, or of a script with spaces; None where none tells."""
    for char in text:
        width = unicodedata.east_asian_width(char)
        if width != "A" or char.isalpha():
            return width in "WFH" and not HANGUL.match(char)
    return None
