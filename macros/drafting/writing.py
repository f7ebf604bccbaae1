"""Writes a draft into a data folder: all of it or nothing, over nothing; what a killed run began the next one ends."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from macros.drafting.draft import Draft
from macros.problems import Refused
from macros.system.atomic_write import create_atomically, remove_partial, write_atomically
from macros.system.temporary_folders import scratch_folder
from macros.text.languages import Bilingual

STAGED_IN = ".cache/importing"
"""Beside the data folder."""
READY = "ready.json"
"""Written last: with it a stage is whole, and what it holds is to be written; without it nothing was begun."""


@dataclass(frozen=True)
class Staged:
    """A file of a stage: where it goes, the sha256_of of what it replaces, nothing for a new one, and its own."""

    path: str
    before: str
    after: str


@contextmanager
def stage_for(data: Path, finished: Callable[[list[str]], None]) -> Iterator[Path]:
    """A folder in which the files for a data folder are put together. What a killed run had begun to write is finished
    first, and ``finished`` is told which files of it are now otherwise than that run left them."""
    prefix = f"{sha256_of(str(data.resolve()).encode())[:12]}-"

    def rescue(stale: Path) -> None:
        if (stale / READY).is_file():
            finished(written(stale, data))

    place = data.resolve().parent / STAGED_IN
    place.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(place / f"{prefix}lock", timeout=0), scratch_folder(place, prefix, rescue) as folder:
            yield folder
    except Timeout as error:
        raise Refused(
            Bilingual(
                f"另一个导入正在写 {data}。等它结束，再运行一次。",
                f"Another import is writing into {data}. Wait until it has ended, then run this again.",
            )
        ) from error


def sha256_of(content: bytes) -> str:
    """The SHA-256 of some bytes."""
    return hashlib.sha256(content).hexdigest()


def write(draft: Draft, data: Path, stage: Path, paths: Mapping[str, str]) -> None:
    """Writes a draft by way of a stage. Raises Refused, with nothing written, where another program has written a file
    of it meanwhile. ``paths`` are the places of changed files, by how the collection shows them."""
    files = [(path, "", content) for path, content in draft.new.items()]
    for shown, (before, after) in draft.changed.items():
        files.append((paths[shown], sha256_of(before.encode()), after.encode()))
    staged = []
    for number, (path, was, content) in enumerate(files):
        (stage / str(number)).write_bytes(content)
        staged.append(Staged(path, was, sha256_of(content)))
    for one in staged:
        if state_of(data / one.path) != one.before:
            raise Refused(
                Bilingual(
                    f"{one.path} 刚刚被别的程序改动，什么都没有写入。请再运行一次。",
                    f"Another program has just changed {one.path}; nothing was written. Run this again.",
                )
            )
    plan = json.dumps([[one.path, one.before, one.after] for one in staged])
    write_atomically(stage / READY, plan.encode())
    if theirs := "、".join(written(stage, data)):
        raise Refused(
            Bilingual(
                f"{theirs} 刚刚被别的程序改动，没有并入；其余已经写入。",
                f"Another program has just changed {theirs}, which was left as it is; all else was written.",
            )
        )


def written(stage: Path, data: Path) -> list[str]:
    """Writes what a whole stage holds; returns the files that somebody has changed since, which stay as they are."""
    theirs = []
    for number, (path, before, after) in enumerate(json.loads((stage / READY).read_bytes())):
        file = data / path
        file.parent.mkdir(parents=True, exist_ok=True)
        remove_partial(file)
        state = state_of(file)
        if state == after:
            continue
        content = (stage / str(number)).read_bytes()
        if state != before or not (create_atomically(file, content) if not before else replaced(file, content)):
            theirs.append(path)
    return theirs


def replaced(file: Path, content: bytes) -> bool:
    """Replaces a file."""
    write_atomically(file, content)
    return True


def state_of(file: Path) -> str:
    """The sha256_of of a file; nothing where there is none."""
    return sha256_of(file.read_bytes()) if file.is_file() else "no file" if file.exists() or file.is_symlink() else ""
