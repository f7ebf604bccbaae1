"""Temporary folders that outlive no run for long: what a killed process left is removed by the next one."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path

from filelock import BaseFileLock, FileLock, Timeout

FOLDER_LOCK = ".scratch.lock"
"""Held by the process that the folder belongs to; the system lets go of it however that process ends."""
RANDOM = re.compile(r"[a-z0-9_]{8}")
"""What follows the prefix in the name of a folder that tempfile makes."""
UNLOCKED_AFTER = 60.0
"""Seconds after which an empty folder without a lock was left by a process killed as it began."""


@contextmanager
def scratch_folder(parent: Path, prefix: str, rescue: Callable[[Path], None] = lambda stale: None) -> Iterator[Path]:
    """Makes a new folder below ``parent`` for the block, and removes it afterwards.

    First every folder of that ``prefix`` whose process has died is removed, after ``rescue`` has taken from it what
    must not be lost. Raises OSError where no folder can be made.
    """
    parent.mkdir(parents=True, exist_ok=True)
    for path in sorted(parent.iterdir()):
        if path.name.startswith(prefix) and RANDOM.fullmatch(path.name.removeprefix(prefix)):
            remove_if_stale(path, rescue)
    folder, lock = locked_folder(parent, prefix)
    try:
        yield folder
    finally:
        remove(folder, lock)


def locked_folder(parent: Path, prefix: str) -> tuple[Path, FileLock]:
    """Makes a folder and locks it; once more where another run took it for a stale one before it was locked."""
    while True:
        folder = Path(tempfile.mkdtemp(prefix=prefix, dir=parent))
        lock = FileLock(folder / FOLDER_LOCK)
        with suppress(FileNotFoundError):
            lock.acquire()
            if (folder / FOLDER_LOCK).exists():
                return folder, lock
            lock.release()


def temporary_folder() -> AbstractContextManager[Path]:
    """A scratch folder where the system keeps temporary files."""
    return scratch_folder(Path(tempfile.gettempdir()), "open-bureau-")


def remove_if_stale(folder: Path, rescue: Callable[[Path], None]) -> None:
    """Removes a scratch folder that no process holds; anything else of that name stays as it is."""
    if folder.is_symlink() or not folder.is_dir() or not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        return  # What belongs to another user is left to that user.
    if not (folder / FOLDER_LOCK).is_file():
        with suppress(OSError):
            if time.time() - folder.stat().st_mtime > UNLOCKED_AFTER:
                folder.rmdir()  # Fails, as it should, where the folder holds anything.
        return
    with suppress(Timeout, OSError), FileLock(folder / FOLDER_LOCK, timeout=0) as lock:
        rescue(folder)
        remove(folder, lock)


def remove(folder: Path, lock: BaseFileLock) -> None:
    """Removes a scratch folder, its lock last, so that the next run tries again what cannot be removed now.

    The lock is let go first: Windows removes no file that is open.
    """
    try:
        for below, _, _ in os.walk(folder):
            Path(below).chmod(0o700)  # A folder that may not be written to cannot be emptied.
        for path in folder.iterdir():
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            elif path.name != FOLDER_LOCK:
                path.unlink()
    except OSError:
        lock.release()
        return
    lock.release()
    with suppress(OSError):
        (folder / FOLDER_LOCK).unlink(missing_ok=True)
        folder.rmdir()
