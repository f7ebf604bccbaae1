"""The folder that a site is built into: which folders may be replaced, and how a new site takes the old one's place."""

from __future__ import annotations

import ctypes
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from macros.problems import Refused, Said
from macros.publishing.scratch import scratch_folder
from macros.publishing.sums import KEPT, RECORD, SUMS, NotSums, files_below, read

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCES = ("data", "docs", "macros", "overrides", "tests", ".git", ".venv")
"""The folders of the checkout in which nothing may be built."""
RECORD_KEYS = frozenset({"commit", "data", "lock", "versions"})
"""What every ``build.json`` of ours says, and hardly any other file."""
LITTER = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""What systems leave in folders that people look into."""
SHOWN = 3
"""Names that a message lists."""


def check_replaceable(site: Path, data: Path) -> None:
    """Raises Refused unless a build of ``data`` may put a site in place of whatever is at ``site``.

    It may where there is nothing, an empty folder, or a site that a build of ours made and nobody added to. Links are
    followed first. ``site`` may neither be nor hold the checkout, the data, the folder one works in or the home folder.
    """
    target = site.resolve()
    for folder in (ROOT, data, Path.cwd(), *home()):
        if holds(target, folder.resolve()):
            raise refused(target, f"它是或包含 {folder.resolve()}", f"it is, or holds, {folder.resolve()}")
    check_outside(site, data, "SITE")
    file = next((one for one in climb(target) if one.exists() and not one.is_dir()), None)
    if file:
        raise refused(target, f"{file} 是一个文件", f"{file} is a file")
    if os.path.ismount(target):
        raise refused(target, "它是磁盘或分区的根目录", "it is the root of a disk")
    foreign = foreign_files(target)
    if foreign:
        listed = ", ".join(foreign[:SHOWN]) + (" …" if len(foreign) > SHOWN else "")
        raise refused(
            target, f"其中有不是本程序生成的文件（{listed}）", f"it holds files that no build made ({listed})"
        )


def check_outside(folder: Path, data: Path, option: str) -> None:
    """Raises Refused where a folder to write a site into lies within the data, or within the sources of the checkout.

    ``option`` is what the folder was named with, such as ``SITE``.
    """
    target = folder.resolve()
    for source in (data, *(ROOT / name for name in SOURCES)):
        if holds(source.resolve(), target):
            raise refused(target, f"它在 {source.resolve()} 之内", f"it lies within {source.resolve()}", option)


def refused(target: Path, zh: str, en: str, option: str = "SITE") -> Refused:
    """Why a site is not written into a folder, and what to do instead."""
    return Refused(
        Said(
            f"不会把网站写到 {target}：{zh}。请用 {option}= 写一个新的或空的文件夹，或者先把那里的东西移走。",
            f"No site is written into {target}: {en}. Name a new or empty folder with {option}=, "
            "or move away what is there.",
        )
    )


def home() -> list[Path]:
    """The home folder, where there is one."""
    try:
        return [Path.home()]
    except RuntimeError:
        return []


def holds(outer: Path, inner: Path) -> bool:
    """Whether ``inner`` is ``outer`` or lies below it, by whatever name: systems differ in what they call the same."""
    return any(outer == one or (outer.exists() and one.exists() and outer.samefile(one)) for one in climb(inner))


def climb(path: Path) -> tuple[Path, ...]:
    """A path and all above it."""
    return (path, *path.parents)


def foreign_files(folder: Path) -> list[str]:
    """The files in a folder that are not of a site of ours, sorted; none where there is no folder, or an empty one."""
    if not folder.is_dir():
        return []
    listed = files_of_ours(folder)
    return [name for name, _ in files_below(folder) if name not in listed and Path(name).name not in LITTER]


def files_of_ours(folder: Path) -> frozenset[str]:
    """The files of a site that a build made, by its own list; none where the folder holds no such site.

    A list of checksums alone proves nothing: mirrors of programs have one too.
    """
    try:
        listed = read((folder / SUMS).read_text("utf-8"))
        record = json.loads((folder / RECORD).read_text("utf-8"))
    except (OSError, ValueError, NotSums):
        return frozenset()
    if RECORD not in listed or not isinstance(record, dict) or not record.keys() >= RECORD_KEYS:
        return frozenset()
    return frozenset({*listed, SUMS, KEPT})


@contextmanager
def work_folder(site: Path) -> Iterator[Path]:
    """A folder beside ``site`` to build in, on the same disk; a build that was killed before has its end here.

    Raises OSError where no folder can be made.
    """

    def rescue(stale: Path) -> None:
        """Puts back a site that was moved aside by a build that then was killed."""
        if (stale / "before").is_dir() and not site.exists():
            (stale / "before").rename(site)

    with scratch_folder(site.parent, f".{site.name}.", rescue) as folder:
        yield folder


def swap(made: Path, site: Path, before: Path) -> None:
    """Puts the folder ``made`` where ``site`` is; what was there goes to ``before``, or comes back if that fails.

    On Linux there is a whole site at every moment. Elsewhere there is none for an instant; were the build killed just
    then, the next one brings the old site back (``work_folder``).
    """
    if site.exists() and exchange(made, site):
        return
    if site.exists():
        site.rename(before)
    try:
        made.rename(site)
    except OSError:
        if before.exists():
            before.rename(site)
        raise


def exchange(one: Path, other: Path) -> bool:
    """Exchanges two folders in a single step; False where the system or the disk knows no such step."""
    if sys.platform != "linux":
        return False
    renameat2 = getattr(ctypes.CDLL(None), "renameat2", None)
    at_fdcwd, rename_exchange = -100, 2
    return (
        renameat2 is not None
        and renameat2(at_fdcwd, os.fsencode(one), at_fdcwd, os.fsencode(other), rename_exchange) == 0
    )
