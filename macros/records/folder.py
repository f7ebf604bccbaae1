"""What lies in a data folder: the files that are read, those that are missing, and those that nothing reads."""

from __future__ import annotations

import difflib
import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.problems import Place, Problem, Subject
from macros.records.kinds import FILES, FOLDERS, Entry, Kind
from macros.records.unread_files import KNOWN, MISSING, RECORD_ENDING, is_record
from macros.text.languages import Bilingual
from macros.yaml_files.reader import Reading


@dataclass(frozen=True)
class DataFile:
    """A data file and what was made of it; ``fingerprint`` changes when the file is written."""

    kind: Kind
    id: str
    file: Path
    shown: str
    fingerprint: tuple[int, ...]
    reading: Reading | None = None
    entry: Entry | None = None
    problems: tuple[Problem, ...] = ()


def files_of(data: Path, paths: Sequence[str], sections: Sequence[Kind] = ()) -> tuple[list[DataFile], list[Problem]]:
    """Every file that should be read, nothing made of it yet, and which of those every site needs are absent.

    ``sections`` are the kinds that the bureau declares.
    """
    shown = data.name or data.resolve().name
    files, problems = [], []
    for kind in FILES:
        file = data / kind.place
        if file.exists() or file.is_symlink():
            files.append(DataFile(kind, kind.place, file, f"{shown}/{kind.place}", fingerprint_of(file)))
        elif not kind.optional:
            problems.append(file_missing(kind, shown, paths))
    for kind in (*FOLDERS, *sections):
        folder = data / kind.place
        for file in yaml_files_in(folder) if folder.is_dir() and not folder.is_symlink() else ():
            if not is_record(file.name):
                continue
            ident = file.name.removesuffix(".yml")
            files.append(DataFile(kind, ident, file, f"{shown}/{kind.place}/{file.name}", fingerprint_of(file)))
    return files, problems


def yaml_files_in(folder: Path) -> list[Path]:
    """The YAML files of a folder by name; paths take long to compare whole."""
    return sorted(folder.glob("*.yml"), key=lambda file: file.name)


def fingerprint_of(file: Path) -> tuple[int, ...]:
    """Modification time, size and inode; a unique value if the file cannot be read, so that it counts as changed."""
    try:
        found = file.lstat()
    except OSError:
        return (time.monotonic_ns(),)
    return found.st_mtime_ns, found.st_size, found.st_ino


def folder_missing(data: Path) -> Problem:
    """The data folder itself is absent."""
    return Problem(
        Place(data.name),
        Bilingual(f"找不到数据文件夹“{data.as_posix()}”。", f'There is no data folder "{data.as_posix()}".'),
        Bilingual("检查 DATA= 之后的路径。", "Check the path after DATA=."),
    )


def no_document(shown: str) -> Problem:
    """There is nothing yet that a record could rest on."""
    return Problem(
        Place(f"{shown}/documents"),
        Bilingual("还没有来源文件。", "There is no source document yet."),
        Bilingual(
            "运行 make import FILE=收到的文件.docx 导入一份（没有 make 的，运行 python -m macros import）。",
            "Import one with make import FILE=received.docx (without make: python -m macros import).",
        ),
    )


def file_missing(kind: Kind, shown: str, paths: Sequence[str]) -> Problem:
    """A file every site needs is absent; one that nothing reads may have been meant."""
    base = kind.place.rpartition("/")[2]
    spare = [path for path in paths if path not in KNOWN and "." in path]
    near = [one for one in spare if one.rpartition("/")[2] == base]
    near = near or difflib.get_close_matches(kind.place, spare, n=1, cutoff=0.7)
    zh = f"{near[0]} 是不是它？是就改名为 {kind.place}；" if near else "误删的请恢复；"
    en = f"If {near[0]} is it, rename that {kind.place}; " if near else "Restore it if it was deleted; "
    return Problem(
        Place(f"{shown}/{kind.place}"),
        Bilingual(f"缺少文件（{kind.zh}）。", f"This file ({kind.en}) is missing."),
        Bilingual(
            f"{zh}新建网站的，从本项目的 data/ 复制一份，再按本机构情况修改。",
            f"{en}for a new site, copy it from this project's data/ and adapt it.",
        ),
        about=tuple(Subject(MISSING, one) for one in near),
    )


def files_below(data: str, folder: str = "") -> Iterator[str]:
    """The path of every file, and of every link, in a folder; hidden ones, too, if they end like a record."""
    with os.scandir(f"{data}/{folder}") as found:
        for one in found:
            path = f"{folder}{one.name}"
            if one.name.startswith(".") and not RECORD_ENDING.search(one.name):
                continue
            if one.is_dir(follow_symlinks=False):
                yield from files_below(data, f"{path}/")
            else:
                yield path
