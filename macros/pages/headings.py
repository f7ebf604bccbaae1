"""Headings in Chinese: browsers may begin a new line between any two characters, but not within a name of a period."""

from __future__ import annotations

import re

HEADING = re.compile(r"(<h([1-6])\b[^>]*>)(.*?)(</h\2>)", re.DOTALL)
ONE_TAG = re.compile("(<[^>]*>)")
IN_ONE_PIECE = re.compile("[0-9]{4}年度?|[上下]半年|第?[一二三四1-4]季度|[0-9]{1,2}月份?")
"""What stays on one line: 2032年, 上半年, 一季度."""
NAMED_IN_ALL = "年季月"
"""Of these each of them holds one."""


def unbroken(html: str) -> str:
    """HTML in which the periods that its headings name stay in one piece."""
    if not any(named in html for named in NAMED_IN_ALL):
        return html
    return HEADING.sub(lambda found: f"{found[1]}{pieces(found[3])}{found[4]}", html)


def pieces(html: str) -> str:
    """The content of a heading, periods in its text in elements of their own."""
    parts = ONE_TAG.split(html)
    texts = [IN_ONE_PIECE.sub(r'<span class="unbroken">\g<0></span>', text) for text in parts[::2]]
    return "".join(part for pair in zip(texts, [*parts[1::2], ""], strict=True) for part in pair)
