"""Bytes as they were received -> text. What is normalised on the way is found by the program, and told on the page."""

from __future__ import annotations

import codecs
import unicodedata
from dataclasses import dataclass

MARKED = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks and the encodings that they stand for."""
UNMARKED = ("utf-8", "gb18030", "big5")
"""Encodings of texts without a mark, in the order in which they are tried. GBK and GB 2312 are part of GB 18030."""
NAMES_OF_ENCODINGS = {
    "utf-8": "UTF-8",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "gb18030": "GB 18030",
    "big5": "Big5",
}
COMMON_IN_BIG5 = range(0xA4, 0xC7)
"""The first bytes of the 5,401 characters in common use."""
LEAST_COMMON = 0.95
"""The part of the Han characters of a text in Big5 that are in common use: of damaged text in GBK it is half."""
PARAGRAPH_INDENT = "\u3000"


@dataclass(frozen=True, slots=True)
class ReceivedText:
    """A text, the encoding it came in, and how it was normalised: ``mark``, ``line-ends``, ``indents``."""

    text: str
    encoding: str
    normalised: tuple[str, ...]

    @property
    def lines(self) -> list[str]:
        """Its lines."""
        return self.text.split("\n")


def received_text(data: bytes) -> ReceivedText | None:
    """The text that bytes hold; None where they are no text in an encoding that Chinese offices use."""
    for mark, encoding in MARKED:
        if data.startswith(mark):
            return text_of(data[len(mark) :], encoding, ("mark",))
    found = (text_of(data, encoding, ()) for encoding in UNMARKED)
    return next((one for one in found if one is not None), None)


def text_of(data: bytes, encoding: str, normalised: tuple[str, ...]) -> ReceivedText | None:
    """Bytes in one encoding; None where they are none, or where what comes out is no writing."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    if "\0" in text or (encoding != "utf-8" and not is_writing(text)):
        return None
    if encoding == "big5" and not is_common_in_big5(text):
        return None
    if "\r" in text:
        normalised = (*normalised, "line-ends")
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if any(line.startswith(PARAGRAPH_INDENT) for line in text.split("\n")):
        normalised = (*normalised, "indents")
    return ReceivedText(text, encoding, normalised)


def is_writing(text: str) -> bool:
    """Whether a text holds no character that is nobody's, of private use or a control, as wrongly decoded bytes do."""
    return all(char in "\t\n\r" or unicodedata.category(char) not in ("Cc", "Cn", "Co", "Cs") for char in text)


def is_common_in_big5(text: str) -> bool:
    """Whether the Han characters of a text are those in common use, as none are that were decoded wrongly."""
    first = [char.encode("big5")[0] for char in text if unicodedata.category(char) == "Lo"]
    return bool(first) and sum(one in COMMON_IN_BIG5 for one in first) >= LEAST_COMMON * len(first)
