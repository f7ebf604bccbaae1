"""Temporary folders that outlive no run for long: what a killed process left is removed by the next one."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

LOCK = ".scratch.lock"
"""Held by the process that the folder belongs to; the system lets go of it however that process ends."""
UNLOCKED_AFTER = 60.0
"""Seconds after which an empty folder without a lock was left by a process killed as it began."""


@contextmanager
def scratch_folder(parent: Path, prefix: str, rescue: Callable[[Path], None] = lambda stale: None) -> Iterator[Path]:
    """Makes a new folder below ``parent`` for the block, and removes it afterwards.

    First every folder of that ``prefix`` whose process has died is removed, after ``rescue`` has taken from it what
    must not be lost. Raises OSError where no folder can be made.
    """
    parent.mkdir(parents=True, exist_ok=True)
    for stale in parent.glob(f"{prefix}*"):
        remove_if_stale(stale, rescue)
    folder = Path(tempfile.mkdtemp(prefix=prefix, dir=parent))
    lock = FileLock(folder / LOCK)
    try:
        with lock:
            yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def temporary_folder() -> AbstractContextManager[Path]:
    """A scratch folder where the system keeps temporary files."""
    return scratch_folder(Path(tempfile.gettempdir()), "open-bureau-")


def remove_if_stale(folder: Path, rescue: Callable[[Path], None]) -> None:
    """Removes a scratch folder that no process holds; anything else of that name stays as it is."""
    if folder.is_symlink() or not folder.is_dir():
        return
    if not (folder / LOCK).is_file():
        with suppress(OSError):
            if time.time() - folder.stat().st_mtime > UNLOCKED_AFTER:
                folder.rmdir()  # Fails, as it should, where the folder holds anything.
        return
    with suppress(Timeout, OSError), FileLock(folder / LOCK, timeout=0):
        rescue(folder)
        shutil.rmtree(folder, ignore_errors=True)
