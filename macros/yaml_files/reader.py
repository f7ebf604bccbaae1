"""The door of this package: a data file, or its bytes, -> a reading and its problems."""

from __future__ import annotations

import marshal
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from macros.problems import Problem
from macros.system.processes import map_in_processes
from macros.text.chunks import sliced
from macros.yaml_files.bytes_gate import (
    LARGEST,
    not_text,
    refused_characters,
    refused_lines,
    too_large,
)
from macros.yaml_files.characters import readable
from macros.yaml_files.encoding import decode
from macros.yaml_files.events import gather
from macros.yaml_files.knock_on import linked
from macros.yaml_files.quick import quick
from macros.yaml_files.reading import Places, Reading
from macros.yaml_files.source import MOST_LISTED, Message, Source, message
from macros.yaml_files.values import FieldPath, Value

__all__ = ["FieldPath", "Reading", "Value", "read", "read_all", "read_bytes"]

NOT_A_FILE = message(
    "这不是普通文件（是链接、文件夹或设备），因此没有读取。",
    "把文件本身放到这里，不要放快捷方式或链接。",
    "This is not a regular file (it is a link, a folder or a device), so it was not read.",
    "Put the file itself here, not a link to it.",
)
CANNOT_OPEN = message(
    "文件打不开：它不存在，或没有读取的权限。",
    "检查文件名和权限；如果文件正在别的软件里打开，请先关闭。",
    "The file cannot be opened: it does not exist, or may not be read.",
    "Check its name and permissions; if it is open in another program, close it there.",
)


IN_A_PART = 2**20
"""Bytes of files that a process is handed at a time."""


def read(file: Path, shown: str) -> tuple[Reading | None, list[Problem]]:
    """Reads a regular file, shown as ``shown`` in messages."""
    data = bytes_of(file)
    if isinstance(data, Message):
        return None, [Source(shown, ()).problem(0, 0, data)]
    return read_bytes(data, shown)


def read_all(files: Sequence[tuple[Path, str]]) -> Iterator[tuple[Reading | None, list[Problem]]]:
    """Reads many files, in order; the faultless ones on all cores."""
    parts = sliced(files, IN_A_PART, lambda file: size_of(file[0]))

    def quickly(part: int) -> bytes:
        found = (bytes_of(file) for file, _ in parts[part])
        return marshal.dumps([quick(data) if isinstance(data, bytes) else None for data in found])

    for part, packed in zip(parts, map_in_processes(quickly, len(parts)), strict=True):
        for (file, shown), found in zip(part, marshal.loads(packed), strict=True):
            yield (Reading(shown, *found), []) if found else read(file, shown)


def size_of(file: Path) -> int:
    """The bytes of a file as far as can be told before it is opened."""
    try:
        return file.lstat().st_size
    except (OSError, ValueError):
        return 0


def bytes_of(file: Path) -> bytes | Message:
    """The content of a regular file, or why it is not read; row "symlinks: published".

    Links and devices are refused, and the size is checked, before anything is read.
    """
    try:
        before = file.lstat()
        if not stat.S_ISREG(before.st_mode):
            return NOT_A_FILE
        if said := too_large(before.st_size):
            return said
        with file.open("rb") as opened:
            if not os.path.samestat(before, os.fstat(opened.fileno())):
                return NOT_A_FILE  # It was replaced, perhaps by a link, in between.
            return opened.read(LARGEST + 1)
    except (OSError, ValueError):
        return CANNOT_OPEN


def read_bytes(data: bytes, shown: str) -> tuple[Reading | None, list[Problem]]:
    """Reads the bytes of one data file. Whatever they are, it answers and never raises."""
    if found := quick(data):
        return Reading(shown, *found), []
    return closely(data, shown)


def closely(data: bytes, shown: str) -> tuple[Reading | None, list[Problem]]:
    """Reads the bytes of one data file the long way, gate by gate, and tells all that is wrong with them."""
    if said := too_large(len(data)) or not_text(data):
        return None, [Source(shown, ()).problem(0, 0, said)]
    text, problems = decode(data, shown)
    if text is None:
        return None, problems
    source = Source(shown, tuple(text.replace("\r\n", "\n").split("\n")))
    if unreadable := list(islice(refused_lines(source), MOST_LISTED + 1)):
        return None, listed(problems + unreadable)
    problems += islice(refused_characters(source), MOST_LISTED + 1)
    tree = gather(Source(shown, tuple(map(readable, source.lines))), problems)
    reading = None
    if tree.whole and isinstance(tree.value, dict):
        reading = Reading(shown, "\n".join(source.lines), tree.value, Places(tree.places, tree.keys))
    return reading, listed(list(linked(tree.problems)))


def listed(problems: list[Problem]) -> list[Problem]:
    """At most MOST_LISTED problems, then a word that there are more."""
    if len(problems) <= MOST_LISTED:
        return problems
    more = message(
        f"这个文件的问题太多，只列出了 {MOST_LISTED} 处。",
        "先改正已列出的，再检查一次。",
        f"This file has too many problems; only {MOST_LISTED} are listed.",
        "Mend those first, then check again.",
    )
    rest = problems[MOST_LISTED]
    return [*problems[:MOST_LISTED], replace(rest, wrong=more.wrong, mend=more.mend, record="", field="")]
