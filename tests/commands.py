"""Commands run in the process of the tests: most of the time of a command in one of its own goes into its imports."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
from pathlib import Path

from macros.__main__ import main


def writes_pages(folder: Path) -> bool:
    """Whether a build somewhere below a folder has written a page. Its folders may vanish while they are looked at."""
    written = (Path(place, name) for place, _, names in os.walk(folder) for name in names)
    return any(page.suffix == ".html" and "/.site." in page.as_posix() for page in written)


def answer(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Exit status and words of a command; what ends it with a traceback is raised here."""
    words, out, err = [str(one) for one in arguments], io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(words)
    return subprocess.CompletedProcess(words, code, out.getvalue(), err.getvalue())
