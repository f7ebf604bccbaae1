"""Characters and lines that may not stand in data, whatever the field."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from macros.problems import Problem
from macros.yaml_files.encoding import HOLE
from macros.yaml_files.source import Message, Source, message

LONGEST_RUN_OF_MARKS = 30
"""UAX 15 "Stream-Safe Text Format". Python sorts longer runs in quadratic time."""

_LAST_TWO_OF_EACH_PLANE = "".join(
    chr(plane + last) for plane in range(0x10000, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)
)


class Family(NamedTuple):
    """Characters that are refused together, and what to call them."""

    pattern: str
    zh: str
    en: str
    fix_zh: str
    fix_en: str


FAMILIES = (
    Family(
        r"\t",
        "制表符（Tab 键）",
        "a tab",
        "删去，改按空格键；从 Excel 或网页粘贴的文字常带有它。",
        "Delete it and type spaces. Text pasted from Excel or a web page often brings tabs.",
    ),
    Family(  # A lone CR ends a line for YAML, but not for Git.
        r"[\r\x85\u2028\u2029]",
        "特殊换行符",
        "a line end of another kind",
        "删去，改按回车键换行。",
        "Delete it and press Enter instead.",
    ),
    Family(
        r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]",
        "控制字符",
        "a control character",
        "删去；它看不见，把光标移到此处按 Delete 键。",
        "Delete it; it cannot be seen, so put the cursor here and press Delete.",
    ),
    Family(
        r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]",
        "改变文字方向的隐形字符",
        "an invisible character that changes the direction of text",
        "删去；它看不见，却会使显示的顺序与实际内容不同。",
        "Delete it; it makes the text look different from what it is.",
    ),
    Family(  # The rest of Unicode's Default_Ignorable_Code_Point, and U+FFF9..FFFB.
        r"[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065"
        r"\u206a-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
        r"\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]",
        "看不见的字符（零宽字符一类）",
        "an invisible (zero-width) character",
        "删去；把光标移到此处按 Delete 键，或重新输入这几个字。",
        "Delete it; put the cursor here and press Delete, or type these words again.",
    ),
    Family(
        r"[\ud800-\udfff]",
        "半个字符（不成对的代理码）",
        "half a character (a lone surrogate)",
        "删去，直接输入完整的字，不要写成 \\u 代码。",
        "Delete it and type the whole character itself, not a \\u code.",
    ),
    Family(
        r"[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]",
        "自造字（私有区字符）",
        "a private-use character",
        "换成标准字；自造字在别的电脑上显示不出来。",
        "Use a standard character; other computers cannot show this one.",
    ),
    Family(
        rf"[\ufdd0-\ufdef\ufffe\uffff{_LAST_TWO_OF_EACH_PLANE}]",
        "无效字符",
        "a code that is no character",
        "删去，按原文重新输入。",
        "Delete it and type the text again from the original.",
    ),
    Family(
        "\ufffd",
        "乱码替代符“\ufffd”（此前转换编码时丢了字）",
        "the replacement character \ufffd (an earlier change of encoding lost text here)",
        "对照原文，重新输入丢失的字。",
        "Look up the original and type the lost text again.",
    ),
)

COMMON = re.compile(r"[\n -~\u4e00-\u9fff，。、；：？！·—–…‘’“”（）《》【】％]+")
"""Characters of which nearly every text consists, and to which no rule objects."""

REFUSED_LINE = re.compile(r"\n(%|={7}$|(?:<{7}|>{7}|\|{7})(?= |$))", re.MULTILINE)

_ANY = re.compile("|".join(f"((?:{family.pattern})+)" for family in FAMILIES))


UNSEEN = re.compile("|".join(family.pattern for family in FAMILIES[1:5]))
"""Line ends of other kinds, controls, what turns the direction of text, and all else that nobody sees."""


def hidden_characters(text: str) -> Iterator[tuple[int, Message]]:
    """No character may be invisible, half, private or lost: it would publish what nobody sees.

    Yields where each run of them begins, and what to say of it.
    """
    for found in _ANY.finditer(text):
        family = FAMILIES[(found.lastindex or 1) - 1]
        run = found.group()
        codes = " ".join(f"U+{ord(char):04X}" for char in dict.fromkeys(run[:200]))[:48].rstrip()
        said = message(
            f"此处有{family.zh}：{codes}。",
            family.fix_zh,
            f"There is {family.en} here: {codes}.",
            family.fix_en,
        )
        yield found.start(), said


def readable(text: str) -> str:
    """The text with a box for each refused character, as YAML would stop or split lines there."""
    return _ANY.sub(lambda run: (" " if "\t" in run[0] else HOLE) * len(run[0]), text)


def not_composed(text: str) -> tuple[int, Message] | None:
    """Text is in Unicode's composed form (NFC), so that what looks the same is the same.

    Returns the first place that is not, and what to say of it.
    """
    if text.isascii():
        return None
    marks = 0
    for at, char in enumerate(text):
        marks = marks + 1 if unicodedata.combining(char) else 0
        if marks > LONGEST_RUN_OF_MARKS:
            return at - marks + 1, message(
                f"此处有 {LONGEST_RUN_OF_MARKS} 个以上的附加符号叠在一个字上。",
                "删去多余的附加符号。",
                f"More than {LONGEST_RUN_OF_MARKS} combining marks are stacked on one character.",
                "Delete the marks that do not belong.",
            )
    composed = unicodedata.normalize("NFC", text)
    if composed == text:
        return None
    pairs = enumerate(zip(text, composed, strict=False))
    at = next((i for i, (old, new) in pairs if old != new), len(composed))
    want = composed[at : at + 1]
    return at, message(
        f"此处“{text[at : at + 2].strip()}”的写法不标准（不合 NFC），会被当成另外的字。",
        f"删去后重新输入“{want}”。",
        "This is not in Unicode's composed form (NFC): text that looks the same would differ.",
        f"Delete it and type “{want}” again.",
    )


def conflict_marker(marker: str) -> Message:
    """The line is a merge-conflict marker: two versions of the file were never made one."""
    return message(
        f"此行“{marker}”是合并冲突的标记：两人改了同一处，还没有选定用哪一份。",
        "与同事核对，留下正确的一份，删去 <<<<<<<、|||||||、=======、>>>>>>> 这几行。",
        f"“{marker}” marks a merge conflict: two people changed this, and nobody has chosen yet.",
        "Keep the right version and delete the lines <<<<<<<, |||||||, ======= and >>>>>>>.",
    )


DIRECTIVE = message(
    "行首的“%”是给软件的指令，数据文件里不用。",
    "删去这一行；如果是正文，请放到“字段名: ”之后，并加半角双引号。",
    "A % at the beginning of a line is a directive, which data files do not use.",
    'Delete the line; if it is text, put it after its field name, in "quotes".',
)


def refused_lines(source: Source) -> Iterator[Problem]:
    """Lines after which the rest of a file cannot be understood: merge-conflict markers and YAML directives."""
    text = f"\n{source.text}"
    for found in REFUSED_LINE.finditer(text):
        said = DIRECTIVE if found[1] == "%" else conflict_marker(found[1])
        yield source.problem(text.count("\n", 0, found.start()), 0, said)


def refused_characters(source: Source) -> Iterator[Problem]:
    """Every character that may not stand in data, and the first on each line not in NFC."""
    rare = COMMON.sub("", source.text)
    suspect = rare and (_ANY.search(rare) or any(map(unicodedata.combining, rare)))
    if not suspect and unicodedata.is_normalized("NFC", source.text):
        return  # Line by line would take fifty times as long.
    for row, line in enumerate(source.lines):
        for at, said in hidden_characters(line):
            yield source.problem(row, at, said)
        if found := not_composed(readable(line)):
            yield source.problem(row, *found)
