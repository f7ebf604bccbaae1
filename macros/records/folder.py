"""What lies in a data folder: the files that are read, those that are missing, and those that nothing reads."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.problems import Place, Problem, Said
from macros.publishing.ledger import LEDGER
from macros.reading.reader import Reading
from macros.records.base import ID_PATTERN
from macros.records.kinds import DOCUMENTS, FILES, FOLDERS, Entry, Kind

RESERVED_IDS = frozenset(
    {"con", "prn", "aux", "nul", "index"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)}
)
"""Names that cannot be file or page names on every system."""


@dataclass(frozen=True)
class Taken:
    """A data file and what was made of it; ``stamp`` tells whether the file has been written since."""

    kind: Kind
    id: str
    file: Path
    shown: str
    stamp: tuple[int, ...]
    reading: Reading | None = None
    entry: Entry | None = None
    problems: tuple[Problem, ...] = ()


def files_of(data: Path) -> tuple[list[Taken], list[Problem]]:
    """Every file that should be read, nothing made of it yet, and which of those every site needs are absent."""
    shown = data.name or data.resolve().name
    files, problems = [], []
    for kind in FILES:
        file = data / kind.place
        if file.exists() or file.is_symlink():
            files.append(Taken(kind, kind.place, file, f"{shown}/{kind.place}", stamp_of(file)))
        else:
            problems.append(file_missing(kind, shown))
    for kind in FOLDERS:
        folder = data / kind.place
        for file in sorted(folder.glob("*.yml")) if folder.is_dir() and not folder.is_symlink() else ():
            ident = file.name.removesuffix(".yml")
            files.append(Taken(kind, ident, file, f"{shown}/{kind.place}/{file.name}", stamp_of(file)))
    return files, problems


def stamp_of(file: Path) -> tuple[int, ...]:
    """What changes when a file is written; nothing that is alike for a file that cannot be looked at."""
    try:
        found = file.lstat()
    except OSError:
        return (time.monotonic_ns(),)
    return found.st_mtime_ns, found.st_size, found.st_ino


def folder_missing(data: Path) -> Problem:
    """The data folder itself is absent."""
    return Problem(
        Place(data.name),
        Said(f"找不到数据文件夹“{data.as_posix()}”。", f'There is no data folder "{data.as_posix()}".'),
        Said("检查 DATA= 之后的路径。", "Check the path after DATA=."),
    )


def file_missing(kind: Kind, shown: str) -> Problem:
    """A file every site needs is absent."""
    return Problem(
        Place(f"{shown}/{kind.place}"),
        Said(f"缺少文件（{kind.zh}）。", f"This file ({kind.en}) is missing."),
        Said("从本项目的 data/ 复制一份，再按本机构情况修改。", "Copy it from this project's data/ and adapt it."),
    )


def bad_file_name(ident: str, shown: str) -> Iterator[Problem]:
    """A file name is the id in the URL: lower-case, no reserved names (HOSTILE-INPUTS)."""
    if not re.fullmatch(ID_PATTERN, ident):
        yield Problem(
            Place(shown),
            Said("文件名不能用作网址。", "The file name cannot serve in a URL."),
            Said(
                "只用小写英文字母、数字和短横线，以字母或数字开头，不超过63个字符。",
                "Use lower-case letters, digits and hyphens only, beginning with a letter or digit, 63 at most.",
            ),
        )
    elif ident in RESERVED_IDS:
        yield Problem(
            Place(shown),
            Said(f"“{ident}”是系统保留名称。", f'"{ident}" is a reserved name.'),
            Said("换一个文件名。", "Choose another file name."),
        )


def strangers(data: Path) -> Iterator[Problem]:
    """Files that nothing reads: a misnamed record would otherwise vanish without a word."""
    known = {kind.place for kind in FILES}
    folders = {kind.place for kind in FOLDERS}
    for path in sorted(files_below(str(data))):
        folder, _, name = path.rpartition("/")
        if path in known or (folder in folders and name.endswith(".yml")):
            continue
        extra = path == LEDGER or (folder == DOCUMENTS.place and name.endswith(".txt"))
        if extra and not (data / path).is_symlink():
            continue
        yield Problem(
            Place(f"{data.name}/{path}"),
            Said("没有任何页面会用到这个文件。", "Nothing reads this file."),
            Said(
                "记录文件以 .yml 结尾，放在所属文件夹内；否则请移出 data/。",
                "A record ends in .yml and lies in the folder of its kind; anything else belongs outside data/.",
            ),
        )


def files_below(data: str, folder: str = "") -> Iterator[str]:
    """The path of every file, and of every link, in a folder; what begins with a dot is nobody's business."""
    with os.scandir(f"{data}/{folder}") as found:
        for one in found:
            path = f"{folder}{one.name}"
            if one.name.startswith("."):
                continue
            if one.is_dir(follow_symlinks=False):
                yield from files_below(data, f"{path}/")
            else:
                yield path
