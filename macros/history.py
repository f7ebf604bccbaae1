"""The data as it stands at another commit of the repository."""

from __future__ import annotations

import io
import subprocess
import zipfile
from pathlib import Path

from macros.console import concerning


def data_at(commit: str, data: Path, folder: Path) -> Path | None:
    """Writes the data folder of ``commit`` below ``folder``; None where git knows no such commit or folder.

    ``data`` is the data folder of the working tree; ``commit`` is anything git can name, such as ``main``.
    """
    if commit.startswith("-"):
        return None
    data = data.resolve()
    with concerning("git"):
        done = subprocess.run(
            ["git", "-C", str(data), "archive", "--format=zip", commit, "."], capture_output=True, check=False
        )
    if done.returncode != 0:
        return None
    target = folder / data.name
    with zipfile.ZipFile(io.BytesIO(done.stdout)) as archive:
        # Never writes outside the folder, and makes no links. Records have ASCII names; others may not fit the system.
        archive.extractall(target, [name for name in archive.namelist() if name.isascii()])
    return target
