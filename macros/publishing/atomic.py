"""Files that are written whole or not at all, whatever happens on the way."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

ENDING = ".part"
"""Ends the names of files that are being written."""


def write_atomically(file: Path, content: bytes) -> None:
    """Replaces the content of ``file`` in one step; on any failure (OSError) the file is as it was before.

    A link is followed. A new file may be read by all, one that was there keeps its mode.
    """
    target = file.resolve()
    remove_partial(target)
    mode = target.stat().st_mode & 0o777 if target.exists() else 0o644
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=ENDING, dir=target.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as opened:
            opened.write(content)
            opened.flush()
            os.fsync(opened.fileno())
        part.chmod(mode)
        part.replace(target)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise


def remove_partial(file: Path) -> None:
    """Removes what a process that was killed while it wrote ``file`` left beside it."""
    target = file.resolve()
    for part in target.parent.glob(f".{target.name}.*{ENDING}"):
        with suppress(OSError):
            part.unlink()
