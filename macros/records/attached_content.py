"""What is in the files beside a document: whether they are what they are called, and what must not stand in them.

They are read piece by piece for their checksum and stay where they are: they may be large.
"""

from __future__ import annotations

import hashlib
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from macros.received.html import read_html
from macros.received.lines import COVERED, CannotReadError, ReadDocument
from macros.received.read import READ_DIRECTLY, read_received
from macros.received.searched_text import PACKED, SEARCHED, CannotBeSearchedError, SearchedText, searched_texts
from macros.records.attached_files import LARGEST_ATTACHED, AttachedFile, HeldNumber, ending_of
from macros.text.personal_numbers import find

FIRST_BYTES = {
    "pdf": (b"%PDF-",),
    "png": (b"\x89PNG\r\n\x1a\n",),
    "jpg": (b"\xff\xd8\xff",),
    **dict.fromkeys(("doc", "xls", "wps"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",)),
}
"""How files of a kind begin."""

MAY_COVER = frozenset({"pdf", "ofd"})
"""Endings of files in which something may be painted over words."""
BETWEEN_DIGITS = re.compile(r"[^0-9０-９+＋Xx]+")
MOST_PIECES = 4
"""Pieces that people write a personal number in; a list of numbers in a script has more."""


def attached_file(file: Path, original: bool) -> AttachedFile | None:
    """A file with its checksum; None where it is no plain file or cannot be read. One that is too large is not read."""
    try:
        if file.is_symlink() or not file.is_file():
            return None
        size = file.stat().st_size
        if size > LARGEST_ATTACHED:
            return AttachedFile(file, size, "", genuine=True)
        with file.open("rb") as opened:
            digest = hashlib.file_digest(opened, "sha256").hexdigest()
        genuine = is_genuine(file)
        if not genuine or ending_of(file.name) not in SEARCHED:
            return AttachedFile(file, size, digest, genuine)
        found = document_in(file) if original or ending_of(file.name) in MAY_COVER else None
        covered = sum(one.text.count(COVERED) for one in found.left_out if one.why == "covered") if found else 0
        read = found if original else None
        try:
            held = {one.number.digits: one for text in searched_texts(file) for one in personal_numbers_in(text)}
        except CannotBeSearchedError:
            return AttachedFile(file, size, digest, genuine, searched=False, read=read, covered=covered)
        return AttachedFile(file, size, digest, genuine, tuple(held.values()), read=read, covered=covered)
    except OSError:
        return None


def document_in(file: Path) -> ReadDocument | None:
    """The document that the program reads in a file by itself; None where it cannot."""
    if ending_of(file.name) not in READ_DIRECTLY:
        return None
    try:
        return read_received(file)
    except CannotReadError:
        return None


def personal_numbers_in(text: SearchedText) -> Iterator[HeldNumber]:
    """The personal numbers in a text of a file. In what a program wrote, digits in many pieces are no number."""
    for one in find(text.text):
        said = text.text[one.start : one.end]
        if text.typed or len(BETWEEN_DIGITS.findall(said)) < MOST_PIECES:
            yield HeldNumber(text.where, said, one)


def is_genuine(file: Path) -> bool:
    """Whether the bytes of a file are of the kind that its ending says."""
    ending = ending_of(file.name)
    if ending in PACKED:
        try:
            with zipfile.ZipFile(file) as packed:
                return PACKED[ending] in packed.namelist()
        except (zipfile.BadZipFile, ValueError, NotImplementedError):
            return False
    if ending == "html":
        return read_html(file.read_bytes()) is not None
    with file.open("rb") as opened:
        return opened.read(8).startswith(FIRST_BYTES[ending])
