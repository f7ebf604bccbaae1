"""English text cut into words, numbers in digits and marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from macros.quantities.expression import Expression

HALF_WIDTH_MARKS = str.maketrans("０１２３４５６７８９％．￥＄＋／：−‑‐", "0123456789%.¥$+/:---")
"""Characters typed in full width, and other hyphens and minus signs: each becomes one character of ASCII."""
WIDE_COMMA = re.compile(r"(?<=\d)，(?=\d{3}(?!\d))")
TOKEN = re.compile(
    r"(?P<word>[A-Za-z]+(?:['’][A-Za-z]+)?)"
    r"|(?P<number>(?:\d{1,3}(?:,\d{3})+(?!\d)|\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)|\d+)(?:\.\d+)?)"
    r"|(?P<mark>\S)"
)
NOT_OF_A_NUMBER = re.compile(r"[ \u00a0\u2009\u202f,]")
LONGEST_ROW_OF_DIGITS = 32
"""Characters; a longer row of digits is no quantity."""
OPAQUE = "\x00"
"""The text of a token that has been read already, as a name or a date."""


class Token(NamedTuple):
    """A word in small letters, a number in digits, or a mark; ``glued`` where nothing stands before it."""

    text: str
    start: int
    end: int
    written: str
    number: Decimal | None = None
    glued: bool = False

    @property
    def is_word(self) -> bool:
        """Whether it consists of letters."""
        return self.text[0].isalpha()


END = Token("\x03", -1, -1, "\x03")
"""Stands behind the last token."""


def holds_any(text: str, words: Sequence[str]) -> bool:
    """Whether any of some words stands in a text, to look for it closely only then."""
    return any(map(text.__contains__, words))


def plain(text: str) -> str:
    """The text with digits and marks in half width, character for character."""
    return WIDE_COMMA.sub(",", text.translate(HALF_WIDTH_MARKS))


def tokens_of(text: str, read: Sequence[Expression] = ()) -> tuple[Token, ...]:
    """The tokens of a plain text; each expression that has been ``read`` already is one opaque token."""
    tokens: list[Token] = []
    at = 0
    for expression in (*read, None):
        until = len(text) if expression is None else expression.start
        tokens += tokens_between(text, at, until)
        if expression is not None:
            tokens.append(Token(OPAQUE, expression.start, expression.end, expression.text))
            at = expression.end
    return tuple(tokens)


def tokens_between(text: str, start: int, end: int) -> list[Token]:
    """The tokens of a stretch of text."""
    tokens: list[Token] = []
    before = -1
    for found in TOKEN.finditer(text, start, end):
        written, (begin, stop) = found[0], found.span()
        readable = found.lastgroup == "number" and len(written) < LONGEST_ROW_OF_DIGITS
        number = Decimal(NOT_OF_A_NUMBER.sub("", written)) if readable else None
        tokens.append(Token(written.lower(), begin, stop, written, number, begin == before))
        before = stop
    return tokens


class Tokens(dict[int, Token]):
    """The tokens of a text by place; behind the last and before the first stands END."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        super().__init__(enumerate(tokens))
        self.texts = tuple([token.text for token in tokens])

    def __missing__(self, place: int) -> Token:
        return END

    def words(self, place: int, count: int) -> tuple[str, ...]:
        """``count`` tokens from a place on."""
        if place < 0:
            return tuple(self[place + step].text for step in range(count))
        found = self.texts[place : place + count]
        return found if len(found) == count else found + (END.text,) * (count - len(found))
