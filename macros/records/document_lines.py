"""What each line of a document is: its title, a heading of some level, text, or what stands at its head and foot."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from macros.text.clauses import balanced

FootRole = Literal["attachments", "issuer", "date", "distribution"]
HAN_NUMBER = "[一二三四五六七八九十]{1,3}"
NUMBER_STYLES = (
    re.compile(rf"\s*第{HAN_NUMBER}[编篇]"),
    re.compile(rf"\s*第{HAN_NUMBER}[章部](?:分)?"),
    re.compile(rf"\s*第{HAN_NUMBER}节"),
    re.compile(rf"\s*{HAN_NUMBER}、"),
    re.compile(rf"\s*[（(]{HAN_NUMBER}[）)]"),
    re.compile(r"\s*[0-9]{1,2}[.．、](?![0-9])"),
    re.compile(r"\s*[（(][0-9]{1,2}[）)]"),
    re.compile(r"\s*[①-⑳]"),
)
"""How headings are numbered, the highest first (GB/T 9704: 一、 above （一） above 1. above (1))."""
LONGEST_HEADING = 40
"""Characters of a heading without a number."""
LONGEST_RUN_IN = 40
"""Characters of a heading behind which its text goes on in the same line."""
GOES_ON = frozenset("，、：,:")
SENTENCE_ENDS = frozenset("。！？；")
DAY_LINE = re.compile(
    r"(?:[0-9０-９]{4}|[〇○零一二三四五六七八九]{4})年(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})月"
    r"(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})日(?:印发)?"
)
DOCUMENT_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,16}[〔\[（(【][0-9]{4}[〕\]）)】]\s*第?[0-9]{1,5}号")
ATTACHMENTS = re.compile(r"附件(?:[0-9一二三四五六七八九十]{1,2})?[：:]")
AT_THE_FOOT = re.compile(r"[（(]此件.{1,12}[）)]|抄送[：:]|主题词[：:]|联系人[：:]")
SALUTATION = re.compile(r"[\u4e00-\u9fff、，（）()]{2,60}[：:]")
ISSUER_LINE = re.compile(r"[\u4e00-\u9fff（）()·]{2,40}")
NUMBERED_ITEM = re.compile(r"(?P<number>[0-9]{1,2})[.．、](?P<digit>[0-9])?")


def number_style(text: str) -> int | None:
    """Which of the styles of numbering a line begins with; None for none."""
    return next((at for at, style in enumerate(NUMBER_STYLES) if style.match(text)), None)


def is_heading(text: str) -> bool:
    """Whether a line is a heading: no sentence ends in it, none goes on behind it, and it is numbered or short."""
    whole = not SENTENCE_ENDS & set(text) and text[-1] not in GOES_ON
    return whole and (number_style(text) is not None or len(text) <= LONGEST_HEADING)


def run_in_heading(text: str) -> int:
    """Where the heading ends behind which a line goes on (（一）稳中有增。全年…): behind its mark; 0 where none is.

    It is numbered, short, one clause, and closed by 。; what follows is at least a sentence.
    """
    number = next((found for style in NUMBER_STYLES if (found := style.match(text))), None)
    if number is None:
        return 0
    inside = balanced(text)
    marks = (at for at in range(number.end(), len(text)) if text[at] in SENTENCE_ENDS | GOES_ON and not inside[at])
    end = next(marks, -1)
    if end < 0 or text[end] != "。" or end > LONGEST_RUN_IN or not text[end + 1 :].strip():
        return 0
    return 0 if re.search("[0-9０-９]", text[number.end() : end]) else end + 1


def heading_levels(headings: Sequence[str]) -> list[int]:
    """The levels of the headings below the title of a document, in order, from 1.

    Numbered ones have that of their style among those that the document uses; one without a number is of the first.
    """
    styles = [number_style(text) for text in headings]
    used = sorted({style for style in styles if style is not None})
    return [1 if style is None else 1 + used.index(style) for style in styles]


def at_head(lines: Sequence[str]) -> int:
    """How many lines stand above the title: document numbers, each alone on its line."""
    return next((at for at, line in enumerate(lines) if not DOCUMENT_NUMBER.fullmatch(line)), 0)


def at_foot(lines: Sequence[str]) -> dict[int, FootRole]:
    """What the last lines of a document are, by place: attachments, issuer, date, and notes of distribution.

    An issuer stands alone on its line, next to the date, or is the last line that is none of the others and no
    heading of anything.
    """
    found: dict[int, FootRole] = {}
    for at in range(len(lines) - 1, 0, -1):
        text = lines[at]
        if DAY_LINE.fullmatch(text):
            found[at] = "date"
        elif ATTACHMENTS.match(text):
            found[at] = "attachments"
        elif AT_THE_FOOT.match(text):
            found[at] = "distribution"
        elif found.get(at + 1) in ("date", "issuer") and ISSUER_LINE.fullmatch(text) and number_style(text) is None:
            found[at] = "issuer"
        elif (
            at + 1 in found
            and NUMBERED_ITEM.match(text)
            and any(ATTACHMENTS.match(one) for one in lines[max(at - 9, 0) : at])
        ):
            found[at] = "attachments"
        else:
            break
    return found


def is_salutation(text: str) -> bool:
    """Whether a line addresses those that a document is sent to: 区政府办公室："""
    return SALUTATION.fullmatch(text) is not None


def item_numbers(sentences: Sequence[str]) -> list[int]:
    """How many characters at the beginning of each sentence of a paragraph number it in a way that can be misread.

    In 1.基地偏少；2.30至50亩的小地块占比高 the second begins with the number 2 and a point, and no 2.30. That shows
    only from the item before it.
    """
    found: list[int] = []
    expected = 0
    for text in sentences:
        number = NUMBERED_ITEM.match(text)
        follows = number is not None and int(number["number"]) == expected
        found.append(number.end() - 1 if number and number["digit"] and follows else 0)
        if number and (follows or not number["digit"]):
            expected = int(number["number"]) + 1
    return found
