"""UTF-8 text that was read in another encoding and saved again: ``科技`` became ``ç§‘æŠ€`` or ``绉戞妧``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.problems import Problem
from macros.yaml_files.source import Message, Source, message

LEADS = "âãäåæçèéï"
"""The first bytes, in UTF-8, of Chinese characters and punctuation, as Western encodings read them."""
WESTERN = {char: byte for byte in range(0x80, 0xC0) if (char := bytes([byte]).decode("cp1252", "ignore"))}
"""The characters of Windows' Western encoding that stand for the other bytes; Latin-1 and five bytes are U+0080 on."""
AS_WESTERN = re.compile("(?:[{}][\x80-\xbf{}]{{2}}){{2,}}".format(LEADS, "".join(WESTERN)))

COMMON_IN_GBK = "锛銆鐨"
"""What GBK makes of ， 。 and 的: characters that Chinese text of today does not use."""
AS_GBK = re.compile("[\u4e00-\u9fff€]{3,}")


def garbled(source: Source) -> Iterator[Problem]:
    """No text may have been read in a wrong encoding: the file is not read further, as if it were in that encoding.

    Yields the first place in Western letters, or else in Chinese characters, and says what stood there.
    """
    found = next(garbled_runs(source.text), None)
    if found:
        at, meant = found
        row, start = source.text.count("\n", 0, at), source.text.rfind("\n", 0, at) + 1
        yield source.problem(row, at - start, was_garbled(meant))


def garbled_runs(text: str) -> Iterator[tuple[int, str]]:
    """Where each garbled run of characters begins, and what it was."""
    if any(sign in text for sign in LEADS):
        for run in AS_WESTERN.finditer(text):
            yield run.start(), bytes(WESTERN.get(char, ord(char)) for char in run[0]).decode("utf-8", "ignore")
    if any(sign in text for sign in COMMON_IN_GBK):
        for run in AS_GBK.finditer(text):
            meant = read_as_gbk(run[0])
            if any(sign in run[0] for sign in COMMON_IN_GBK) and 2 * len(meant) >= len(run[0]):
                yield run.start(), meant


def read_as_gbk(text: str) -> str:
    """The Chinese text that became ``text`` when its UTF-8 was read as GBK, in which Windows has € for byte 0x80.

    Three characters of it were two; of honest text, less than a third makes sense.
    """
    raw = b"\x80".join(part.encode("gbk", "ignore") for part in text.split("€"))
    return "".join(char for char in raw.decode("utf-8", "ignore") if char >= "\u2000")


def was_garbled(text: str) -> Message:
    """The file holds text that was misread; ``text`` is what stood there."""
    return message(
        f"此处是乱码：文件曾以错误的编码打开后保存，原来的文字是“{text[:20]}”，因此没有读取。",
        "从备份或历史版本恢复这个文件，或按原文重新输入；以后打开时，编码选“UTF-8”。",
        f"The text here is garbled: the file was opened in a wrong encoding and saved; it was “{text[:20]}”. "
        "The file was not read.",
        "Restore the file from a backup or an earlier version, or type the text again from the original; "
        "choose the encoding UTF-8 when opening it.",
    )
