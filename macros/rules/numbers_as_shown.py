"""Verbatim texts: the numbers that are read in them are those that people see in the document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import PurePosixPath

from macros.problems import Place, Problem
from macros.received.lines import TAB
from macros.records.collection import Collection
from macros.records.emended_lines import document_lines
from macros.records.kinds import DOCUMENTS
from macros.text.languages import Bilingual

TURNING = re.compile("[\u061c\u200f\u202b\u202d\u202e\u2067]")
"""Characters that turn text round, or keep it from being set as it is; marks for left to right change no Chinese."""
ENDS_IN_GROUP = re.compile("[1-9][0-9]{0,2}(?:,[0-9]{3})*,[0-9]{0,2}$")
ENDS_GROUP = re.compile("[0-9]{3}(?![0-9])")
ENDS_IN_POINT = re.compile(r"[\u4e00-\u9fff][0-9]+\.$")
ENDS_IN_DIGIT = re.compile(r"[\u4e00-\u9fff][0-9]+(?:\.[0-9]+)?$")
QUANTITY_BEGINS = re.compile(r"[0-9]+(?:\.[0-9]+)?(?:[%％‰万亿家个项人件次元亩吨公户名场篇])")
RUNNING = 20
"""Characters of a line that may be one of running text; shorter ones are lines of a form, or headings."""


def read_in_the_order_shown(collection: Collection) -> Iterator[Problem]:
    """The text received holds no character that turns text round: what people see would not be what is stored."""
    for entry in collection.judged(DOCUMENTS):
        shown = PurePosixPath(entry.reading.path).with_name(entry.record.verbatim)
        for number, line in enumerate(collection.received(entry.id), 1):
            if found := TURNING.search(line):
                code = f"U+{ord(found[0]):04X}"
                yield Problem(
                    Place(str(shown), number, found.start() + 1),
                    Bilingual(
                        f"这里有改变文字方向的隐形字符（{code}），显示的顺序与存储的不同，数字会被倒着读。",
                        f"An invisible character here turns the text round ({code}): it shows in another order than it "
                        "is stored in, digits too.",
                    ),
                    Bilingual("向发文单位重新取得这份文本。", "Get the text anew from whoever issued it."),
                    excerpt=line,
                )


def no_number_is_broken(collection: Collection) -> Iterator[Problem]:
    """No line of the text received ends within a number that goes on in the next, as in text cut to a width."""
    for entry in collection.judged(DOCUMENTS):
        shown = PurePosixPath(entry.reading.path).with_name(entry.record.verbatim)
        lines = document_lines(entry.typed or entry.record, collection.received(entry.id))
        for line, after in pairwise(lines):
            if after.number == line.number + 1 and breaks_number(line.plain, after.plain):
                yield Problem(
                    Place(str(shown), line.number, max(len(line.plain), 1)),
                    Bilingual(
                        f"第{line.number}行在数字中间断开，下一行接着是“{after.plain[:8]}”，程序会把它读成两个数。",
                        f'Line {line.number} ends within a number that goes on with "{after.plain[:8]}"; it would be '
                        "read as two.",
                    ),
                    Bilingual(
                        "这是按固定宽度断行的文本。请用原来的文件（如 .docx）导入，或向发文单位取得不断行的文本。",
                        "The text was cut to a width. Import the file it came from (.docx perhaps), or get it without "
                        "such line breaks.",
                    ),
                    excerpt=line.plain,
                )


def breaks_number(line: str, after: str) -> bool:
    """Whether a line ends within a number: within its groups, behind its point, or between digits in running text."""
    if TAB in line or TAB in after:
        return False
    return (
        (ENDS_IN_GROUP.search(line) is not None and ENDS_GROUP.match(line.rpartition(",")[2] + after) is not None)
        or (ENDS_IN_POINT.search(line) is not None and QUANTITY_BEGINS.match(after) is not None)
        or (
            len(line) >= RUNNING and ENDS_IN_DIGIT.search(line) is not None and QUANTITY_BEGINS.match(after) is not None
        )
    )


RULES = (read_in_the_order_shown, no_number_is_broken)
