"""A file as it was received, in any format -> the lines of its document; what it holds tells which reader it needs."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from pathlib import Path

from macros.received.docx import read_docx
from macros.received.html import read_html
from macros.received.lines import LARGEST_RECEIVED, CannotReadError, ReadDocument
from macros.received.odt_unseen import copy_without_hidden
from macros.received.ofd import read_ofd
from macros.received.office import as_docx
from macros.received.pdf import read_pdf
from macros.received.reasons import (
    ARCHIVE,
    DAMAGED,
    EMPTY,
    FORMAT_NOT_READ,
    HOLDS_NO_TEXT,
    LARGE_FILE,
    LOCKED,
    NO_ENCODING,
    NOT_THERE,
)
from macros.received.received_text import received_text
from macros.received.searched_text import PACKED
from macros.system.temporary_folders import temporary_folder

CONTENT_TYPES = "[Content_Types].xml"
"""What every file of Microsoft Office holds."""
LARGEST_MANIFEST = 2**20
"""Bytes of a list of parts that is looked into."""
READ_DIRECTLY = frozenset({"docx", "pdf", "ofd", "html"})
"""Endings of files, other than plain texts, that are read without LibreOffice."""
OFFICE_ENDINGS = frozenset({"doc", "wps", "odt"})
"""Endings of files that LibreOffice reads; of .rtf it garbles the numbers of paragraphs (一? for 一、)."""
SIGNATURES = {
    b"%PDF-": "pdf",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "ole",
    b"Rar!\x1a\x07": "archive",
    b"7z\xbc\xaf\x27\x1c": "archive",
    b"\x1f\x8b\x08": "archive",
}
PAGE_BEGINS = re.compile(
    rb"(?i)\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b", re.DOTALL
)
LOCKED_MARK = "EncryptedPackage".encode("utf-16-le")
"""What a file of Microsoft Office holds that is locked, whatever its ending."""


def read_received(file: Path) -> ReadDocument:
    """The document in a file; raises ``CannotReadError``, which says why it cannot be read and what to do.

    A file is read as what its bytes show it to be: what is called .doc may be a web page, or a .docx.
    """
    try:
        size = file.stat().st_size
        if not file.is_file():
            raise CannotReadError(NOT_THERE)
        if size > LARGEST_RECEIVED:
            raise CannotReadError(LARGE_FILE)
        if not size:
            raise CannotReadError(EMPTY)
        found = READER_OF[format_of(file)](file)
    except OSError as error:
        raise CannotReadError(NOT_THERE) from error
    if not found.lines:
        raise CannotReadError(HOLDS_NO_TEXT)
    return found


def format_of(file: Path) -> str:
    """What a file is: by its first bytes, or what it packs, else by its ending."""
    ending = file.suffix.lower().removeprefix(".")
    if ending == "txt":
        return ending
    with file.open("rb") as opened:
        data = opened.read(4096)
    kind = next((kind for begin, kind in SIGNATURES.items() if data.startswith(begin)), "")
    if data.startswith(b"PK"):
        kind = packed_format(file, ending)
    if kind == "ole":
        if LOCKED_MARK in file.read_bytes():
            raise CannotReadError(LOCKED)
        kind = ending if ending in ("doc", "wps") else "doc" if ending == "docx" else ""
    if not kind and (ending in ("html", "htm") or PAGE_BEGINS.match(data.removeprefix(b"\xef\xbb\xbf"))):
        kind = "html"
    if kind == "archive":
        raise CannotReadError(ARCHIVE)
    if not kind and ending in (*READ_DIRECTLY, *OFFICE_ENDINGS):
        raise CannotReadError(DAMAGED)
    return kind or "other"


def packed_format(file: Path, ending: str) -> str:
    """What a ZIP archive is."""
    try:
        with zipfile.ZipFile(file) as archive:
            names = set(archive.namelist())
            locked = any(one.flag_bits & 1 for one in archive.infolist()) or is_locked_odt(archive, names)
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise CannotReadError(DAMAGED) from error
    if locked:
        raise CannotReadError(LOCKED)
    held = next((kind for kind in ("docx", "ofd") if PACKED[kind] in names), "odt" if "content.xml" in names else "")
    if held or ending in ("docx", "ofd"):
        return held or ending
    return "other" if {CONTENT_TYPES, PACKED["xlsx"]} & names else "archive"


def is_locked_odt(archive: zipfile.ZipFile, names: AbstractSet[str]) -> bool:
    """Whether a file of LibreOffice says that its parts are locked with a password."""
    listed = "META-INF/manifest.xml"
    if listed not in names or archive.getinfo(listed).file_size > LARGEST_MANIFEST:
        return False
    return b"encryption-data" in archive.read(listed)


def read_web_page(file: Path) -> ReadDocument:
    """The document in a web page; raises ``CannotReadError``."""
    found = read_html(file.read_bytes())
    if found is None:
        raise CannotReadError(DAMAGED)
    return found


def read_plain_text(file: Path) -> ReadDocument:
    """The lines of a plain text, in whatever encoding it came; raises ``CannotReadError``."""
    found = received_text(file.read_bytes())
    if found is None:
        raise CannotReadError(NO_ENCODING)
    return ReadDocument(tuple(line.strip(" \u3000") for line in found.lines if line.strip()))


def read_by_office(ending: str) -> Callable[[Path], ReadDocument]:
    """A reader of files with an ending that LibreOffice turns into Word files."""

    def read(file: Path) -> ReadDocument:
        if not zipfile.is_zipfile(file):
            with as_docx(file, ending) as made:
                return read_docx(made)
        with temporary_folder() as folder:
            copy = folder / f"shown.{ending}"
            hidden = copy_without_hidden(file, copy)  # Refuses what is too large to be unpacked.
            with as_docx(copy, ending) as made:
                found = read_docx(made)
        return replace(found, left_out=(*hidden, *found.left_out))

    return read


def refuse(file: Path) -> ReadDocument:
    """Refuses a file of a kind that nothing reads."""
    raise CannotReadError(FORMAT_NOT_READ)


READER_OF: Mapping[str, Callable[[Path], ReadDocument]] = {
    "docx": read_docx,
    "pdf": read_pdf,
    "ofd": read_ofd,
    "html": read_web_page,
    "txt": read_plain_text,
    **{ending: read_by_office(ending) for ending in sorted(OFFICE_ENDINGS)},
    "other": refuse,
}
"""The reader of each format."""
