"""Files that are written whole or not at all, whatever happens on the way."""

from __future__ import annotations

import glob
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from macros.problems import Refused
from macros.text.languages import Bilingual

PART_ENDING = ".part"
"""Ends the names of files that are being written."""


def check_of_its_kind(file: Path, beginning: str, variable: str) -> None:
    """Raises Refused unless what begins so may be written into ``file``, which was named with ``variable``.

    It may where there is nothing, an empty file, or one that begins so too; a device or a pipe holds nothing.
    """
    if file.is_dir():
        raise Refused(
            Bilingual(
                f"{variable} 是一个文件夹（{file}）。请写一个文件。",
                f"{variable} is a folder ({file}). Name a file.",
            )
        )
    if not file.is_file() or not file.stat().st_size:
        return
    with file.open("rb") as there:
        if not there.read(len(beginning.encode())) == beginning.encode():
            raise Refused(
                Bilingual(
                    f"{variable} 是已有的另一种文件（{file}），没有覆盖。请写一个新的文件，或先把它移走。",
                    f"{variable} is another file, which is there already ({file}); it was not overwritten. "
                    "Name a new one, or move it away first.",
                )
            )


def write_atomically(file: Path, content: bytes) -> None:
    """Replaces the content of ``file`` in one step; on any failure (OSError) the file is as it was before.

    A new file may be read by all, one that was there keeps its mode.
    """
    mode = file.stat().st_mode & 0o777 if file.exists() else 0o644
    handle, name = tempfile.mkstemp(prefix=f".{file.name}.", suffix=PART_ENDING, dir=file.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as opened:
            opened.write(content)
            opened.flush()
            os.fsync(opened.fileno())
        part.chmod(mode)
        part.replace(file)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise


def create_atomically(file: Path, content: bytes) -> bool:
    """Writes a file that is not there, whole in one step; False, and nothing done, where something is there already."""
    handle, name = tempfile.mkstemp(prefix=f".{file.name}.", suffix=PART_ENDING, dir=file.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as opened:
            opened.write(content)
            opened.flush()
            os.fsync(opened.fileno())
        part.chmod(0o644)
        try:
            os.link(part, file)  # Never replaces anything, as a rename would.
        except FileExistsError:
            return False
        except OSError:  # A file system without links.
            if file.exists() or file.is_symlink():
                return False
            part.rename(file)
        return True
    finally:
        with suppress(OSError):
            part.unlink()


def remove_partial(file: Path) -> None:
    """Removes what a process that was killed while it wrote ``file`` left beside it; nobody else may be writing it."""
    for part in file.parent.glob(f".{glob.escape(file.name)}.*{PART_ENDING}"):
        with suppress(OSError):
            part.unlink()
