"""A file as it was received, in any format -> the lines of its document; what it holds tells which reader it needs."""

from __future__ import annotations

from pathlib import Path

from macros.received.docx import read_docx
from macros.received.html import read_html
from macros.received.lines import CannotReadError, ReadDocument
from macros.received.received_text import received_text
from macros.text.languages import Bilingual

LARGEST_RECEIVED = 25 * 2**20
"""Bytes of the largest file that is read: more, some hosts of static sites do not take."""


def read_received(file: Path) -> ReadDocument:
    """The document in a file; raises ``CannotReadError``, which says why it cannot be read and what to do."""
    try:
        data = file.read_bytes() if file.stat().st_size <= LARGEST_RECEIVED else b""
    except OSError as error:
        raise CannotReadError(Bilingual(f"读不到 {file}。", f"{file} cannot be read.")) from error
    if file.suffix.lower() == ".docx":
        return read_docx(file)
    if file.suffix.lower() in (".html", ".htm") and (page := read_html(data)):
        return page
    if file.suffix.lower() == ".txt" and (text := received_text(data)):
        return ReadDocument(tuple(line.strip(" \u3000\r") for line in text.lines if line.strip()))
    raise CannotReadError(Bilingual("还不能读这种格式。", "This format cannot be read yet."))
