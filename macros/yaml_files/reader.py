"""The entry point of this package: a data file, or its bytes -> a reading and its problems."""

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
from macros.yaml_files.characters import readable, refused_characters, refused_lines
from macros.yaml_files.composing import compose
from macros.yaml_files.encoding import LARGEST, decode, not_text, too_large
from macros.yaml_files.garbled import garbled
from macros.yaml_files.knock_on import linked
from macros.yaml_files.read_result import Places, Reading
from macros.yaml_files.source import MOST_LISTED, Message, Source, message
from macros.yaml_files.values import FieldPath, Value

__all__ = ["FieldPath", "Reading", "Value", "read_all", "read_bytes", "read_file"]

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
"""Bytes of files that a worker process reads at a time."""


ReadFile = tuple[Reading | None, list[Problem]]
"""The reading of a file, or None where it could not be read, and what is wrong with the file."""


def read_file(file: Path, shown: str) -> ReadFile:
    """Reads a regular file, shown as ``shown`` in messages."""
    data = bytes_of(file)
    if isinstance(data, Message):
        return None, [Source(shown, "").problem(0, 0, data)]
    return read_bytes(data, shown)


def read_all(files: Sequence[tuple[Path, str]]) -> Iterator[ReadFile]:
    """Reads many files, in order, on all cores."""
    parts = sliced(files, IN_A_PART, lambda file: size_of(file[0]))
    for part, (good, bad) in zip(parts, map_in_processes(lambda at: packed(parts[at]), len(parts)), strict=True):
        for at, ((_, shown), found) in enumerate(zip(part, marshal.loads(good), strict=True)):
            yield (Reading(shown, *found), []) if found else bad[at]


def packed(files: Sequence[tuple[Path, str]]) -> tuple[bytes, dict[int, ReadFile]]:
    """Results of some files: text and values, or None where something is wrong; and the latter results, by number."""
    results = [read_file(file, shown) for file, shown in files]
    good = [(reading.text, reading.values) if reading and not problems else None for reading, problems in results]
    return marshal.dumps(good), {at: result for at, result in enumerate(results) if not good[at]}


def size_of(file: Path) -> int:
    """The bytes of a file as far as can be told before it is opened."""
    try:
        return file.lstat().st_size
    except (OSError, ValueError):
        return 0


def bytes_of(file: Path) -> bytes | Message:
    """The content of a regular file, or why it is not read.

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


def read_bytes(data: bytes, shown: str) -> ReadFile:
    """Reads the bytes of one data file, shown as ``shown`` in messages; whatever they are, it never raises."""
    if said := too_large(len(data)) or not_text(data):
        return None, [Source(shown, "").problem(0, 0, said)]
    text, problems = decode(data, shown)
    if text is None:
        return None, problems
    source = Source(shown, text.replace("\r\n", "\n"))
    if unreadable := [*garbled(source), *islice(refused_lines(source), MOST_LISTED + 1)]:
        return None, listed(problems + unreadable)
    problems += islice(refused_characters(source), MOST_LISTED + 1)
    found = compose(Source(shown, readable(source.text)) if problems else source, problems)
    reading = None
    if found.whole and isinstance(found.value, dict):
        known = Places(*found.places()) if found.problems else None
        reading = Reading(shown, source.text, found.value, known)
    return reading, listed(list(linked(found.problems)))


def listed(problems: list[Problem]) -> list[Problem]:
    """At most MOST_LISTED problems, then one that says that there are more."""
    if len(problems) <= MOST_LISTED:
        return problems
    more = message(
        f"这个文件的问题太多，只列出了 {MOST_LISTED} 处。",
        "先改正已列出的，再检查一次。",
        f"This file has too many problems; only {MOST_LISTED} are listed.",
        "Fix those first, then check again.",
    )
    rest = problems[MOST_LISTED]
    return [*problems[:MOST_LISTED], replace(rest, wrong=more.wrong, fix=more.fix, record="", field="")]
