"""Packages of XML, as .docx, .ofd and .xlsx are: opened within limits, so that no file can ask for time or memory."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from xml.etree import ElementTree

from lxml import etree

from macros.received.lines import CannotReadError
from macros.received.reasons import DAMAGED, LOCKED, TOO_LARGE

LARGEST_UNPACKED = 64 * 2**20
"""Bytes of all XML in one package; what holds more would take minutes to read, or was made to."""
LARGEST_PART = 32 * 2**20
"""Bytes of one part that is read whole: lxml takes some ten times as much memory."""
MOST_PARTS = 10_000
DAMAGED_PACKAGE = (
    *(zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, etree.XMLSyntaxError, ElementTree.ParseError),
    *(ValueError, LookupError, RuntimeError, EOFError, OSError),
)
"""What reading a package raises where it is damaged, locked, or packed in a way that is not known."""


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to: of what type, and the name of that part; of none outside the package."""

    type: str
    target: str


class Package:
    """A package that is open: its parts by name, whatever the case of the names."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.archive = archive

    @cached_property
    def parts(self) -> dict[str, zipfile.ZipInfo]:
        """Every part by its name in small letters, without a slash before it."""
        return {part_name(part.filename): part for part in self.archive.infolist()}

    def xml(self, name: str) -> etree._Element | None:
        """The root of a part; None where there is no such part. A part with a DTD is refused: none has one by right."""
        part = self.parts.get(part_name(name))
        if part is None:
            return None
        if part.file_size > LARGEST_PART:
            raise CannotReadError(TOO_LARGE)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        root = etree.fromstring(self.archive.read(part), parser)
        if root.getroottree().docinfo.internalDTD is not None:
            raise CannotReadError(DAMAGED)
        return root

    def relations(self, name: str) -> dict[str, Relation]:
        """What a part of an Office package refers to inside of it, by id."""
        folder, _, file = name.rpartition("/")
        root = self.xml(f"{folder}/_rels/{file}.rels")
        return {
            one.get("Id", ""): Relation(one.get("Type", "").rpartition("/")[2], inside(folder, one.get("Target", "")))
            for one in (() if root is None else root.iterchildren("{*}Relationship"))
            if one.get("TargetMode") != "External"
        }


def part_name(name: str) -> str:
    """A name of a part as it is looked up: programs write it in other cases, and with either slash."""
    return name.replace("\\", "/").lstrip("/").lower()


def inside(folder: str, target: str) -> str:
    """The name of a part that is named from a folder of the package; names that lead out of it lead nowhere."""
    return posixpath.normpath(target.replace("\\", "/") if target.startswith("/") else f"{folder}/{target}").lstrip("/")


@contextmanager
def open_package(file: Path) -> Iterator[Package]:
    """Opens a package for the block. Raises ``CannotReadError`` where it, or what is read within the block, is damaged,
    locked or too large; no more is unpacked than the sizes that it declares."""
    try:
        with zipfile.ZipFile(file) as archive:
            parts = list(filter(is_xml, archive.infolist()))
            if len(archive.infolist()) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
                raise CannotReadError(TOO_LARGE)
            if any(part.flag_bits & 1 for part in parts):
                raise CannotReadError(LOCKED)
            if len({part_name(part.filename) for part in parts}) < len(
                parts
            ):  # Which of two is meant, nobody can tell.
                raise CannotReadError(DAMAGED)
            yield Package(archive)
    except DAMAGED_PACKAGE as error:  # RecursionError, of elements nested without end, is a RuntimeError.
        raise CannotReadError(DAMAGED) from error


def is_xml(part: zipfile.ZipInfo) -> bool:
    """Whether a part is XML by its name."""
    return part.filename.lower().endswith((".xml", ".rels", ".vml"))


def local(element: etree._Element) -> str:
    """The name of an element without its namespace: packages of one format use several. Comments have none."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
