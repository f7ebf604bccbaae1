"""Full-width signs and missing spaces where YAML wants its own half-width signs.

Chinese prose holds ：＃－“” by right, so each rule looks only where the half-width sign
would have meant something. A line already known to be broken is looked at more broadly.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from macros.yaml_files.source import Message, message

HEAD = r" *(?:- +)*"
SURE_KEY = r"[a-z][a-z0-9_-]*"
LIKELY_KEY = r"[^\s:：，、。；（(“”\"'\[{#＃!&*%@-][^\s:：，、。；“”\"'\[{]{0,29}"
ODD_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
TWINS = {"“": '"', "”": '"', "„": '"', "＂": '"', "‘": "'", "’": "'", "＇": "'"} | {
    "｛": "{", "［": "[", "｜": "|", "＞": ">"
}  # fmt: skip

NUMBER = re.compile(r"[0-9０-９]+(?:[.．][0-9０-９]+)?")

IF_TEXT_ZH = "如果它是正文，请给整段内容加半角双引号。"
IF_TEXT_EN = 'If it is text, put the whole value in "straight quotes".'


class Slip(NamedTuple):
    """What was found in a line, and at which column, counted from 0."""

    column: int
    said: Message
    weak: bool = False
    """Whether it may be honest text, and counts only where no other slip stands above it."""


def name_of_space(space: str) -> tuple[str, str]:
    """What a space that is not the ordinary one is called, in both languages."""
    names = {"\u3000": ("全角空格", "full-width"), "\u00a0": ("不间断空格", "no-break")}
    zh, en = names.get(space, ("特殊空格", "special"))
    return zh, f"{en} space (U+{ord(space):04X})"


def odd_space(text: str, broken: bool) -> Slip | None:
    """Indentation, and what follows a colon or dash, is ordinary spaces only.

    Indented by another space, a field would silently become text, or a sibling.
    """
    found = re.match(rf"(?:{HEAD}(?:{SURE_KEY}:|-)?)?([{ODD_SPACES}])", text)
    if not found:
        return None
    zh, en = name_of_space(found[1])
    return Slip(found.start(1), message(
        f"此处是{zh}，不是普通空格，不能用来缩进（行首空格）或分隔。",
        "删去，切换到半角（英文）输入后按空格键。",
        f"This is a {en}, which cannot indent or separate anything.",
        "Delete it and type ordinary spaces.",
    ))  # fmt: skip


def odd_space_at_end(text: str, broken: bool) -> Slip | None:
    """No value or field name ends with a space: nobody sees it, and it makes one word differ from another."""
    if not text[-1:].isspace():
        return None
    zh, en = name_of_space(text[-1])
    return Slip(len(text.rstrip()), message(
        f"末尾有{zh}，它看不见，却会成为内容的一部分。",
        "删去；把光标移到行末，按退格键。",
        f"The text ends with a {en}, which cannot be seen but would be part of it.",
        "Delete it; put the cursor at the end of the line and press Backspace.",
    ))  # fmt: skip


def full_width_dash(text: str, broken: bool) -> Slip | None:
    """An entry of a list begins with a half-width - and a space, a number below zero with - alone."""
    found = re.match(rf"{HEAD}([－＊](?![－＊])|[﹣−–—‐‑•·](?=[ \u3000]))", text)
    if found and found[1] == "－" and (number := NUMBER.match(text, found.end())):
        return Slip(found.start(1), full_width_minus(unicodedata.normalize("NFKC", number[0])))
    return found and Slip(found.start(1), message(
        f"列表条目前用了“{found[1]}”，整行被当成了普通文字。",
        f"改成半角减号加一个空格“- ”。{IF_TEXT_ZH}",
        f"“{found[1]}” does not begin a list entry; the line became plain text.",
        f"Type a half-width hyphen and a space: “- ”. {IF_TEXT_EN}",
    ))  # fmt: skip


def full_width_minus(number: str) -> Message:
    """A full-width － stands before a number: it is a minus, or the dash of an entry."""
    return message(
        f"数字 {number} 前面的减号“－”是全角的，没有被认作负号或条目的开头。",
        f"如果是负数，请写成“-{number}”；如果是列表条目，请写成“- {number}”，减号后面加一个空格。{IF_TEXT_ZH}",
        f"The “－” before {number} is full-width; it is neither a minus nor the dash of an entry.",
        f"For a number below zero, type “-{number}”; for a list entry, “- {number}” with a space. {IF_TEXT_EN}",
    )


def full_width_hash(text: str, broken: bool) -> Slip | None:
    """A comment begins with a half-width #, on a line of its own. ＃ inside a word is text."""
    found = re.search(r"(?:^|(?<=\s))＃", text)
    return found and Slip(found.start(), message(
        "注释前用了全角“＃”，注释会被当成正文。",
        f"注释要单独成行，以半角“# ”开头。{IF_TEXT_ZH}",
        "A full-width ＃ does not begin a comment; the comment became text.",
        f"Begin a comment with a half-width #, on a line of its own. {IF_TEXT_EN}",
    ))  # fmt: skip


def full_width_colon(text: str, broken: bool) -> Slip | None:
    """A field name ends with a half-width colon and a space."""
    key = LIKELY_KEY if broken else SURE_KEY
    found = re.match(rf"{HEAD}[\"'“]?({key})[\"'”]?[ \u3000]?([：﹕∶︰])", text)
    return found and Slip(found.start(2), message(
        f"字段名“{found[1]}”后面是全角冒号“{found[2]}”，没有被认作字段。",
        f"改成半角冒号加一个空格，即“{found[1]}: ”。{IF_TEXT_ZH}",
        f"A full-width “{found[2]}” follows “{found[1]}”, so it was not taken as a field name.",
        f"Type a half-width colon and a space: “{found[1]}: ”. {IF_TEXT_EN}",
    ))  # fmt: skip


def no_space_after_colon(text: str, broken: bool) -> Slip | None:
    """A space follows the colon of a field name. Addresses and times (https:, 12:30) are text."""
    key = LIKELY_KEY if broken else SURE_KEY
    found = re.match(rf"{HEAD}(?!mailto:|tel:|urn:)({key}) ?(:)(?=[^\W\d_]|[“”\"'\[{{])", text)
    return found and Slip(found.start(2), message(
        f"字段名“{found[1]}”的冒号后面缺少空格，没有被认作字段。",
        f"在冒号后面加一个半角空格，即“{found[1]}: ”。{IF_TEXT_ZH}",
        f"No space follows the colon of “{found[1]}”, so it was not taken as a field name.",
        f"Type a space after the colon: “{found[1]}: ”. {IF_TEXT_EN}",
    ))  # fmt: skip


def no_space_after_dash(text: str, broken: bool) -> Slip | None:
    """A space follows the dash of a list entry. Numbers below zero and --- are text."""
    found = re.match(rf"{HEAD}(-)(?=[^\W\d_]|[“”\"'])", text)
    return found and Slip(found.start(1), message(
        "列表条目的减号后面缺少空格，整行被当成了普通文字。",
        f"在减号后面加一个半角空格，即“- ”。{IF_TEXT_ZH}",
        "No space follows the dash of this list entry; the line became plain text.",
        f"Type a space after the dash: “- ”. {IF_TEXT_EN}",
    ))  # fmt: skip


def full_width_twin(text: str, broken: bool) -> Slip | None:
    """Quotes, brackets, | and > that begin a value are half-width where YAML is to see them.

    “…” begins much honest Chinese text, so it is refused only where the line is broken.
    """
    signs = "".join(TWINS) if broken else "＂＇"
    found = re.match(rf"{HEAD}(?:[^\s:：]{{1,40}}: +)?([{signs}])", text)
    return found and Slip(found.start(1), message(
        f"此处的全角 {found[1]} 只是文字，不起引号或括号的作用。",
        f"改成半角的 {TWINS[found[1]]} ；成对的符号两头都要改。{IF_TEXT_ZH}",
        f"The full-width {found[1]} is only text here; it neither quotes nor brackets anything.",
        f"Type a half-width {TWINS[found[1]]} , at both ends if it comes in pairs. {IF_TEXT_EN}",
    ), weak=True)  # fmt: skip


def full_width_in_brackets(text: str, broken: bool) -> Slip | None:
    """Between [ ] or { } entries are separated by half-width commas and colons."""
    if not broken:
        return None
    found = re.match(rf"{HEAD}(?:[^\s:：]{{1,40}}: +)?[\[{{][^\]}}]*?([，、：；｝］])", text)
    return found and Slip(found.start(1), message(
        f"方括号或花括号里用了全角“{found[1]}”，各项没有分开。",
        f"改成半角标点，逗号和冒号后面加空格。{IF_TEXT_ZH}",
        f"A full-width “{found[1]}” does not separate entries between brackets.",
        f"Type half-width punctuation with a space after it. {IF_TEXT_EN}",
    ))  # fmt: skip


def numbered_entry(line: str) -> Slip | None:
    """An entry of a list begins with a dash, not with a number such as ``1.``, ``2、`` or ``（3）``."""
    found = re.match(r" *((?:[0-9０-９]{1,2}[.．、)）]|[(（][0-9０-９]{1,2}[)）]|[①-⑳])(?![0-9０-９]))", line)
    return found and Slip(found.start(1), message(
        f"“{found[1]}”不能作为列表条目的开头。",
        "每个条目以“- ”开头（半角减号加一个空格），并与上面的条目对齐；"
        "如果是上一行的续文，请并成一行，或在字段名后写“|”，正文另起一行。",
        f"“{found[1]}” does not begin a list entry.",
        "Begin each entry with “- ”, a hyphen and a space, aligned with the entries above; if it is more of the text "
        "above, keep it on one line, or write | after the field name and begin the text on the next line.",
    ))  # fmt: skip


def field_in_quotes(line: str) -> Slip | None:
    """Quotes go around a value, or around a name, but not around both at once."""
    found = re.match(r""" *((["'])[^"':]+:.*\2) *$""", line)
    return found and Slip(found.start(1), message(
        "引号括住了整行，字段名和内容没有分开。",
        "删去行首和行末的引号；内容需要引号时，只括住冒号后面的内容。",
        "The quotes enclose the whole line, so the field name and its value are not separated.",
        "Delete the quotes at both ends of the line; if the value needs quotes, put them around the value alone.",
    ))  # fmt: skip


AT_LINE_START = (full_width_dash, full_width_colon, no_space_after_colon, no_space_after_dash)
ANYWHERE = (odd_space, full_width_hash, full_width_twin)
SLIPS = (*AT_LINE_START, *ANYWHERE, full_width_in_brackets)
IN_TEXT = (*ANYWHERE, odd_space_at_end)
IN_TEXT_AT_LINE_START = (*AT_LINE_START, *IN_TEXT)
LINE_RULES = (numbered_entry, field_in_quotes)


def slips_in_lines(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, Slip]]:
    """The likeliest slip in each of some numbered lines that are known to be broken."""
    for row, line in lines:
        if line.lstrip(" ")[:1] not in ("", "#"):
            slips = (slip for rule in SLIPS if (slip := rule(line, True)))
            yield from ((row, slip) for slip in islice(slips, 1))


def in_whole_line(line: str) -> Slip | None:
    """The slip in a line that by itself is neither a field nor an entry."""
    return next((slip for rule in LINE_RULES if (slip := rule(line))), None)


def in_text(text: str, *, starts_line: bool, broken: bool) -> Slip | None:
    """The slip in a plain value or field name that YAML took without complaint."""
    rules = IN_TEXT_AT_LINE_START if starts_line else IN_TEXT
    return next((slip for rule in rules if (slip := rule(text, broken))), None)
