"""Files beside a document: attachments, and the original of its text. Which are taken, and what they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import StringConstraints

from macros.received.lines import LARGEST_RECEIVED, LeftOut, ReadDocument
from macros.records.base import BilingualText, Strict, described
from macros.text.personal_numbers import PersonalNumber

ATTACHED_ENDINGS = ("pdf", "docx", "ofd", "xlsx", "doc", "xls", "wps", "png", "jpg", "html")
"""How files end that may stand beside a document."""
FILE_PATTERN = rf"^[A-Za-z0-9][A-Za-z0-9._-]{{0,100}}\.({'|'.join(ATTACHED_ENDINGS)})$"
AttachedName = Annotated[str, StringConstraints(pattern=FILE_PATTERN)]
"""The name of a file beside a document: no folders, no blanks, an ending of those that are published."""

LARGEST_ATTACHED = LARGEST_RECEIVED
"""Bytes of the largest file beside a document."""


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
    wanted = sorted(set(names))
    if not wanted:
        return {}
    from macros.records.attached_content import attached_file  # Its readers take long to import.

    found = {name: attached_file(folder / name, name in originals) for name in wanted}
    return {name: one for name, one in found.items() if one}
