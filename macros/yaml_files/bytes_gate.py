"""The first gate: size, encoding and characters, before any YAML is looked at."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.problems import Problem
from macros.yaml_files.characters import hidden_characters, not_composed, readable
from macros.yaml_files.source import Message, Source, message

LARGEST = 256 * 1024
"""Bytes. About 85,000 Han characters; the slowest file of this size takes under 2 seconds."""

OFFICE = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")
"""How docx and xlsx, doc and xls, and PDF files begin."""

CONFLICT = re.compile(r"(<{7}|>{7}|\|{7})( |$)|={7}$")


def too_large(size: int) -> Message | None:
    """A file may not be larger than LARGEST: row "a huge file: seconds and gigabytes"."""
    if size <= LARGEST:
        return None
    return message(
        f"文件太大：上限是 {LARGEST // 1024} KB。",
        "把内容分成几个文件；图片、表格等附件不要放进数据文件。",
        f"The file is too large: the limit is {LARGEST // 1024} KB.",
        "Split it into several files; images and tables do not belong in a data file.",
    )


def not_text(data: bytes) -> Message | None:
    """A data file is plain text: a renamed Word, Excel or PDF file is named as such."""
    if not data.startswith(OFFICE):
        return None
    return message(
        "这是 Word、Excel、WPS 或 PDF 文件，不是纯文本文件，因此没有读取。",
        "用记事本新建一个文件，把内容粘贴进去，编码选“UTF-8”，扩展名用 .yml。",
        "This is a Word, Excel, WPS or PDF file, not a plain text file, so it was not read.",
        "Paste its content into a new file in Notepad and save that as UTF-8, ending in .yml.",
    )


def conflict_marker(line: str) -> Message | None:
    """No line is a merge-conflict marker: two versions of the file were never made one."""
    if not CONFLICT.match(line):
        return None
    return message(
        f"此行“{line[:7]}”是合并冲突的标记：两人改了同一处，还没有选定用哪一份。",
        "与同事核对，留下正确的一份，删去 <<<<<<<、|||||||、=======、>>>>>>> 这几行。",
        f"“{line[:7]}” marks a merge conflict: two people changed this, and nobody has chosen yet.",
        "Keep the right version and delete the lines <<<<<<<, |||||||, ======= and >>>>>>>.",
    )


def directive(line: str) -> Message | None:
    """No line begins with %: there it is an instruction to the YAML reader, never data."""
    if not line.startswith("%"):
        return None
    return message(
        "行首的“%”是给软件的指令，数据文件里不用。",
        "删去这一行；如果是正文，请放到“字段名: ”之后，并加半角双引号。",
        "A % at the beginning of a line is a directive, which data files do not use.",
        'Delete the line; if it is text, put it after its field name, in "quotes".',
    )


def refused_lines(source: Source) -> Iterator[Problem]:
    """Lines after which the rest of the file cannot be understood."""
    for row, line in enumerate(source.lines):
        for rule in (conflict_marker, directive):
            if said := rule(line):
                yield source.problem(row, 0, said)


def refused_characters(source: Source) -> Iterator[Problem]:
    """Every character that may not stand in data, and the first on each line not in NFC."""
    for row, line in enumerate(source.lines):
        for at, said in hidden_characters(line):
            yield source.problem(row, at, said)
        if found := not_composed(readable(line)):
            yield source.problem(row, *found)
