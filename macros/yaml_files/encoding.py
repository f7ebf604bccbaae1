"""Bytes -> text. Only UTF-8 of limited size is read; for anything else, say what it seems to be."""

from __future__ import annotations

import codecs
import unicodedata
from collections.abc import Iterator
from itertools import islice

from macros.problems import Problem
from macros.yaml_files.source import MOST_LISTED, Message, Source, message

LARGEST = 256 * 1024
"""Bytes. About 85,000 Han characters; the slowest file of this size takes under 2 seconds."""

OFFICE = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")
"""How docx and xlsx, doc and xls, and PDF files begin."""

HOLE = "□"
"""Stands where a character was refused, so that columns stay true while reading goes on."""

BYTE_ORDER_MARKS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

ENCODING_NAMES = {
    "utf-32-le": "UTF-32 (LE)",
    "utf-32-be": "UTF-32 (BE)",
    "utf-16-le": "UTF-16 (LE)",
    "utf-16-be": "UTF-16 (BE)",
    "gbk": "GBK",
    "gb18030": "GB18030",
    "big5": "Big5",
}

SAVE_AS_ZH = (
    "另存为 UTF-8。记事本：“文件”→“另存为”，编码选“UTF-8”。"
    "WPS：“另存为”，类型选“纯文本（*.txt）”，编码选“Unicode (UTF-8)”，再把扩展名改回原样。"
    "VS Code：点右下角的编码名称，先“通过编码重新打开”并选原来的编码，再“通过编码保存”并选“UTF-8”。"
)
SAVE_AS_EN = (
    "Save the file as UTF-8. Notepad: File, Save As, Encoding: UTF-8. "
    "WPS: Save As, type Plain Text (*.txt), encoding Unicode (UTF-8), then give it back its old ending. "
    "VS Code: click the encoding at the bottom right, Reopen with Encoding (the present one), "
    "then Save with Encoding, UTF-8."
)


def too_large(size: int) -> Message | None:
    """A file may not be larger than LARGEST."""
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


def other_encoding(name: str) -> Message:
    """The file is in an encoding that we can name."""
    return message(
        f"文件不是 UTF-8 编码，看起来是 {name} 编码，因此没有读取。",
        SAVE_AS_ZH,
        f"The file is not UTF-8; it seems to be {name}, so it was not read.",
        SAVE_AS_EN,
    )


def damaged(run: str) -> Message:
    """Some bytes inside a UTF-8 file are not UTF-8."""
    shown = " ".join(f"0x{ord(char) - 0xDC00:02X}" for char in run[:8])
    return message(
        f"此处有损坏的文字（字节 {shown} 不是 UTF-8 编码）。",
        f"删去此处，按原文重新输入，再保存为 UTF-8。{SAVE_AS_ZH}",
        f"The text is damaged here (bytes {shown} are not UTF-8).",
        f"Delete the damaged text and type it again from the original. {SAVE_AS_EN}",
    )


def decode(data: bytes, shown: str) -> tuple[str | None, list[Problem]]:
    """Text of UTF-8 bytes, a leading BOM dropped; or what else the bytes seem to be.

    Other encodings are never converted silently, because a wrong guess
    gives wrong Chinese that looks right to the machine.
    """
    if wide := wide_encoding(data):
        lines = data.decode(wide, "replace").removeprefix("\ufeff").splitlines() or [""]
        return None, [Source(shown, lines[0]).problem(0, 0, other_encoding(ENCODING_NAMES[wide]))]
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        # Halves of surrogate pairs (CESU-8) come through here, to be refused by name later.
        return data.decode("utf-8", "surrogatepass"), []
    except UnicodeDecodeError as error:
        if name := chinese_encoding(data):
            return None, [_at_byte(data, error.start, name, shown)]
    text = data.decode("utf-8", "surrogateescape")
    readable = "".join(HOLE if "\ud800" <= char <= "\udfff" else char for char in text)
    places = _damaged_places(text, Source(shown, readable))
    return readable, list(islice(places, MOST_LISTED + 1))


def wide_encoding(data: bytes) -> str:
    """UTF-16 or UTF-32 by its mark; without one, by NUL bytes and by reading as sense."""
    for mark, name in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return name
    few = data.count(b"\0") * 5 < len(data)  # In UTF-16, half the bytes of ASCII are NUL.
    if b"\0" not in data or (few and "\ufffd" not in data.decode("utf-8", "replace")):
        return ""
    return next((name for _, name in BYTE_ORDER_MARKS if _makes_sense(data, name)), "")


def _makes_sense(data: bytes, name: str) -> bool:
    """Decodes whole, has a line end or a colon, and no unassigned or control characters.

    A line feed read in the wrong byte order is U+0A00, which is not a character.
    """
    try:
        text = data.decode(name)
    except UnicodeDecodeError:
        return False
    kinds = {unicodedata.category(char) for char in set(text) - set("\t\r\n")}
    return kinds.isdisjoint(("Cc", "Cn", "Co")) and ("\n" in text or ":" in text or "：" in text)


def chinese_encoding(data: bytes) -> str:
    """GBK, GB18030 or Big5: whichever gives mostly everyday characters.

    Both standards put punctuation and everyday characters ("level 1") in their first rows,
    and bytes of one read as the other rarely fall there. Bytes that are mostly good UTF-8
    are a damaged file, not a Chinese encoding.
    """
    as_utf8 = data.decode("utf-8", "replace")
    if sum(char > "\x7f" for char in as_utf8) > 2 * as_utf8.count("\ufffd"):
        return ""
    shares = {
        "gb18030": _everyday(data, "gb18030", "gb2312", range(0xA1, 0xD8)),
        "big5": _everyday(data, "big5", "big5", range(0xA1, 0xC7)),
    }
    best = max(shares, key=lambda name: shares[name])
    if shares[best] < 0.5:
        return ""
    if best == "big5":
        return "Big5"
    same = data.decode("gbk", "replace") == data.decode("gb18030", "replace")
    return "GBK" if same else "GB18030"


def _everyday(data: bytes, encoding: str, standard: str, rows: range) -> float:
    """The share of the non-ASCII characters that stand in the first rows of a standard."""
    chars = [char for char in data.decode(encoding, "replace") if char > "\x7f"]
    return sum(_lead(char, standard) in rows for char in chars) / len(chars) if chars else 0.0


def _lead(char: str, encoding: str) -> int:
    return (char.encode(encoding, "ignore") or b"\0")[0]


def _at_byte(data: bytes, start: int, name: str, shown: str) -> Problem:
    """Points at the first character that is not UTF-8, counted in the encoding it is in."""
    first = data.rfind(b"\n", 0, start) + 1
    line = data[first:].split(b"\n", 1)[0].decode(name, "replace").rstrip("\r")
    column = len(data[first:start].decode(name, "replace"))
    row = data.count(b"\n", 0, start)
    source = Source(shown, "\n" * row + line)
    return source.problem(row, column, other_encoding(name))


def _damaged_places(text: str, source: Source) -> Iterator[Problem]:
    """Every run of bytes that are not UTF-8, at its line and column."""
    for row, line in enumerate(text.split("\n")):
        start = 0
        while start < len(line):
            end = start
            while end < len(line) and "\ud800" <= line[end] <= "\udfff":
                end += 1
            if end > start:
                yield source.problem(row, start, damaged(line[start:end]))
            start = end + 1
