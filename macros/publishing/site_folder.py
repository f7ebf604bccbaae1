"""The folder that a site is built into: which folders may be replaced, and how a new site takes the old one's place."""

from __future__ import annotations

import ctypes
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from macros.problems import Refused
from macros.system.checkout import ROOT, docs_folder
from macros.system.checksums import BUILD_RECORD, KEPT_SUMS, SUMS, NotSums, read_sums, site_files
from macros.system.temporary_folders import scratch_folder
from macros.text.languages import Bilingual

PROTECTED_FOLDERS = ("data", "docs", "macros", "overrides", "tests")
"""The folders of the checkout in which nothing may be written, beside those whose names begin with a dot."""
RECORD_KEYS = frozenset({"commit", "data", "lock", "versions"})
"""What every ``build.json`` of ours says, and hardly any other file."""
TARGET_MARK = ".open-bureau"
"""The file that marks the folder ``releases`` at a place of publication (upload.sh)."""
SYSTEM_LITTER = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""What systems leave in folders that people look into."""
FEW_NAMES = 3
"""Names that a message lists."""


def check_replaceable(site: Path, data: Path) -> None:
    """Raises Refused unless a build of ``data`` may put a site in place of whatever is at ``site``.

    It may where there is nothing, an empty folder, or a site that a build of ours made and nobody added to. Links are
    followed first. Raises OSError where a folder cannot be looked into.
    """
    target = check_apart(site, data, "SITE")
    file = next((one for one in climb(target) if one.exists() and not one.is_dir()), None)
    if file:
        raise refused(target, f"{file} 是一个文件", f"{file} is a file")
    if os.path.ismount(target):
        raise refused(target, "它是磁盘或分区的根目录", "it is the root of a disk")
    for above in target.parents:
        if files_of_ours(above):
            raise refused(target, f"它在另一个网站 {above} 之内", f"it lies within another site, {above}")
    if any((one / TARGET_MARK).exists() or (one / "releases" / TARGET_MARK).exists() for one in climb(target)):
        raise refused(target, "那里是发布网站的地方，只能用 make publish", "sites are published there, by make publish")
    if foreign := foreign_files(target):
        raise not_ours(target, foreign)


def check_apart(folder: Path, data: Path, option: str) -> Path:
    """Raises Refused unless a folder lies apart from the checkout, the data, the home folder and the one worked in.

    It may be none of them, hold none of them, and not lie within the data, or within the sources of the checkout.
    Returns it with its links followed; ``option`` is what it was named with, such as ``SITE``.
    """
    try:
        target = folder.resolve()
    except (OSError, RuntimeError) as loop:
        raise refused(folder, "链接绕成了圈", "its links lead in a circle", option) from loop
    for other in (ROOT, data, Path.cwd(), *home_folder()):
        if holds(target, other.resolve()):
            raise refused(target, f"它是或包含 {other.resolve()}", f"it is, or holds, {other.resolve()}", option)
    hidden = [one for one in climb(target) if one.name.startswith(".") and one.name != ".cache" and one.parent == ROOT]
    for source in (data, docs_folder(), *(ROOT / name for name in PROTECTED_FOLDERS), *hidden):
        if holds(source.resolve(), target):
            raise refused(target, f"它在 {source.resolve()} 之内", f"it lies within {source.resolve()}", option)
    return target


def refused(target: Path, zh: str, en: str, option: str = "SITE") -> Refused:
    """Why a site is not written into a folder, and what to do instead."""
    return Refused(
        Bilingual(
            f"不会把网站写到 {target}：{zh}。请用 {option}= 写一个新的或空的文件夹，或者先把那里的东西移走。",
            f"No site is written into {target}: {en}. Name a new or empty folder with {option}=, "
            "or move away what is there.",
        )
    )


def not_ours(target: Path, foreign: list[str]) -> Refused:
    """Why a folder with files of others is not replaced."""
    listed = ", ".join(foreign[:FEW_NAMES]) + (" …" if len(foreign) > FEW_NAMES else "")
    return refused(target, f"其中有不是本程序生成的文件（{listed}）", f"it holds files that no build made ({listed})")


def home_folder() -> list[Path]:
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
    return [name for name, _ in site_files(folder) if name not in listed and Path(name).name not in SYSTEM_LITTER]


def files_of_ours(folder: Path) -> frozenset[str]:
    """The files of a site that a build made, by its own list; none where the folder holds no such site.

    A list of checksums alone proves nothing: mirrors of programs have one too.
    """
    if not (folder / SUMS).is_file() or not (folder / BUILD_RECORD).is_file():
        return frozenset()
    try:
        listed = read_sums((folder / SUMS).read_text("utf-8"))
        record = json.loads((folder / BUILD_RECORD).read_text("utf-8"))
    except (OSError, ValueError, NotSums, RecursionError):
        return frozenset()
    if BUILD_RECORD not in listed or not isinstance(record, dict) or not record.keys() >= RECORD_KEYS:
        return frozenset()
    return frozenset({*listed, SUMS, KEPT_SUMS})


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
    """Puts the folder ``made`` where ``site`` is; what was there comes back if that fails, or if others added to it.

    Then Refused is raised: people put files anywhere, at any moment, and a site is never moved aside with theirs. On
    Linux there is a whole site at every moment. Elsewhere there is none for an instant; were the build killed just
    then, the next one brings the old site back (``work_folder``).
    """
    if not site.exists():
        made.rename(site)
        return
    exchanged = exchange(made, site)
    old = made if exchanged else before
    try:
        if not exchanged:
            site.rename(before)
        if foreign := foreign_files(old):
            raise not_ours(site, foreign)
        if not exchanged:
            made.rename(site)
    except (OSError, Refused):
        if exchanged:
            exchange(made, site)
        elif before.exists():
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
