"""Which lines of a document are headings, of which level, and how items are numbered."""

from __future__ import annotations

import re
from collections.abc import Sequence

from macros.text.clauses import balanced

HAN_NUMBER = "[一二三四五六七八九十]{1,3}"
NUMBER_STYLES = (
    re.compile(rf"\s*第{HAN_NUMBER}[编篇]"),
    re.compile(rf"\s*第{HAN_NUMBER}[章部](?:分)?"),
    re.compile(rf"\s*第{HAN_NUMBER}节"),
    re.compile(rf"\s*{HAN_NUMBER}[、.．]"),
    re.compile(rf"\s*[（(]{HAN_NUMBER}[）)]"),
    re.compile(r"\s*[0-9０-９]{1,2}[.．、](?![0-9])"),
    re.compile(r"\s*[（(]?[0-9０-９]{1,2}[）)]"),
    re.compile(r"\s*[①-⑳]"),
)
"""How headings are numbered, the highest first (GB/T 9704: 一、 above （一） above 1. above (1))."""
LONGEST_HEADING = 40
"""Characters of a heading without a number."""
LONGEST_RUN_IN = 40
"""Characters of a heading behind which its text goes on in the same line."""
LABELLED_VALUE = re.compile(r"(?!附件|附表|附录)[^：:0-9]{1,16}[：:].+")
"""A line that gives something under a label (预算金额：120万元) says something, and heads nothing."""
LOWEST_MARKED = 4
"""The lowest style of numbers, （一）, whose headings may end in a mark."""
CLOSED_BY_MARK = re.compile(r"[^。！？；：:]*？|[^。！？；，：:,]*[：:]")
ENUMERATES = re.compile(
    r".*下列.*|.*(?:如下|[一二两三四五六七八九十几][个件项条点种]方?面?\D?|以下|包括|分别|的|有|为|是|情形|条件|[0-9]\D{0,3})[：:]"
)
SPACED_HEADING = re.compile(r"[^。！？；，：:, \u3000]{2,20}(?=  |\u3000)")
"""A heading that only blanks part from its text: （一）培训　全年办班3期。"""
TEXT_BEHIND = re.compile(r"[ \u3000]+[^0-9０-９ \u3000](?:(?!  |\u3000).)*[。！？；].*")
"""What it is parted from: no number, and no row of several columns."""
GOES_ON = frozenset("，、：,:")
SENTENCE_ENDS = frozenset("。！？；")
NUMBERED_ITEM = re.compile(r"(?P<number>[0-9]{1,2})[.．、](?P<digit>[0-9])?")


def number_style(text: str) -> int | None:
    """Which of the styles of numbering a line begins with; None for none."""
    return next((at for at, style in enumerate(NUMBER_STYLES) if style.match(text)), None)


def is_heading(text: str) -> bool:
    """Whether a line is a heading: no sentence ends in it, none goes on behind it, and it is numbered or short.

    One without a number is no label with what it stands for."""
    whole = SENTENCE_ENDS.isdisjoint(text) and text[-1] not in GOES_ON
    if whole and number_style(text) is None:
        return len(text) <= LONGEST_HEADING and LABELLED_VALUE.fullmatch(text) is None
    return whole or is_marked_heading(text)


def is_marked_heading(text: str) -> bool:
    """Whether a line numbered as chapters and parts are is a heading though a mark ends it: 一、主要工作： 一、为何？

    It is short, of one clause, and neither begins an enumeration nor says a number.
    """
    style = number_style(text)
    if style is None or style > LOWEST_MARKED or len(text) > LONGEST_RUN_IN or CLOSED_BY_MARK.fullmatch(text) is None:
        return False
    return text.endswith("？") or not ENUMERATES.fullmatch(text)


def run_in_heading(text: str) -> int:
    """Where the heading ends behind which a line goes on (（一）稳中有增。全年…): behind its mark; 0 where none is.

    It is numbered, short, one clause, and closed by 。 or by wide blanks; what follows is at least a sentence.
    """
    number = next((found for style in NUMBER_STYLES if (found := style.match(text))), None)
    if number is None:
        return 0
    spaced = SPACED_HEADING.match(text, number.end())
    if spaced and TEXT_BEHIND.fullmatch(text, spaced.end()) and not re.search("[0-9０-９]", spaced[0]):
        return spaced.end()
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
