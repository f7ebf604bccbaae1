"""Files beside a document: attachments, and the original of its text. Which are taken, and what they are.

They are read piece by piece for their checksum and stay where they are: they may be large.
"""

from __future__ import annotations

import hashlib
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import StringConstraints

from macros.received.html import read_html
from macros.received.lines import COVERED, CannotReadError, LeftOut, ReadDocument
from macros.received.read import LARGEST_RECEIVED, READ_DIRECTLY, read_received
from macros.received.searched_text import PACKED, SEARCHED, CannotBeSearchedError, SearchedText, searched_texts
from macros.records.base import BilingualText, Strict, described
from macros.text.personal_numbers import PersonalNumber, find

ATTACHED_ENDINGS = ("pdf", "docx", "ofd", "xlsx", "doc", "xls", "wps", "png", "jpg", "html")
"""How files end that may stand beside a document."""
FILE_PATTERN = rf"^[A-Za-z0-9][A-Za-z0-9._-]{{0,100}}\.({'|'.join(ATTACHED_ENDINGS)})$"
AttachedName = Annotated[str, StringConstraints(pattern=FILE_PATTERN)]
"""The name of a file beside a document: no folders, no blanks, an ending of those that are published."""

MAY_COVER = frozenset({"pdf", "ofd"})
"""Endings of files in which something may be painted over words."""
LARGEST_ATTACHED = LARGEST_RECEIVED
"""Bytes of the largest file beside a document."""
FIRST_BYTES = {
    "pdf": (b"%PDF-",),
    "png": (b"\x89PNG\r\n\x1a\n",),
    "jpg": (b"\xff\xd8\xff",),
    **dict.fromkeys(("doc", "xls", "wps"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",)),
}
"""How files of a kind begin."""

BETWEEN_DIGITS = re.compile(r"[^0-9０-９+＋Xx]+")
MOST_PIECES = 4
"""Pieces that people write a personal number in; a list of numbers in a script has more."""


class Attachment(Strict):
    """A file that belongs to a document and is published beside it."""

    file: AttachedName = described(
        f"文件名，与本文件放在同一目录；类型：{'、'.join(ATTACHED_ENDINGS)}",
        f"File name, beside this file; of these types: {', '.join(ATTACHED_ENDINGS)}",
        example="report-annex-1.pdf",
    )
    title: BilingualText = described("附件名称", "What it is called")


@dataclass(frozen=True, slots=True)
class HeldNumber:
    """A personal number in a file: the part of the file, the words with it, and where it stands in these."""

    where: str
    text: str
    number: PersonalNumber


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file as received: where it is, its size in bytes, its checksum, and whether it is what its ending says."""

    path: Path
    size: int
    sha256: str
    genuine: bool
    personal: tuple[HeldNumber, ...] = ()
    """The personal numbers in it, each once."""
    searched: bool = True
    """Whether it could be searched for them; formats that the program does not read are not."""
    read: ReadDocument | None = None
    """What the program reads in the original of a document; None where it is of no format that is read here."""

    covered: int = 0
    """The characters in it that something dark covers, and that whoever has it can copy all the same."""

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """What an original holds beside the document in it."""
        return self.read.left_out if self.read else ()


def ending_of(name: str) -> str:
    """The ending of a file's name."""
    return name.rpartition(".")[2]


def is_attachable(name: str) -> bool:
    """Whether a name ends as those of files beside documents do, in whatever case."""
    return "." in name and ending_of(name).lower() in ATTACHED_ENDINGS


def published_name(name: str) -> str:
    """The name that a file is published under: a web page is offered as text, so that no browser ever runs it."""
    return f"{name}.txt" if ending_of(name) == "html" else name


def attached_files(folder: Path, names: Iterable[str], originals: Set[str]) -> Mapping[str, AttachedFile]:
    """Those of the files named that are there: plain files, not links, that can be read. The originals are read."""
    found = {name: attached_file(folder / name, name in originals) for name in sorted(set(names))}
    return {name: one for name, one in found.items() if one}


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
