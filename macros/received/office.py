"""Files of older office programs (.doc, .wps, .odt): LibreOffice, where it is installed, makes .docx of them."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from macros.received.lines import CannotReadError
from macros.received.reasons import NO_OFFICE, OFFICE_FAILED
from macros.system.temporary_folders import temporary_folder

OFFICE_SECONDS = 120
"""Seconds after which LibreOffice is ended."""
PROGRAMS = ("soffice", "libreoffice")
INSTALLED = (
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
"""Where it lies on systems whose search path does not name it."""

OFFICE_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
</item>
</oor:items>
"""
"""What LibreOffice is told: it runs no program that a file holds, and fetches nothing that a file links to."""


def office_program() -> str | None:
    """Where LibreOffice is; None where it is not installed."""
    found = (*map(shutil.which, PROGRAMS), *(place for place in INSTALLED if Path(place).is_file()))
    return next((place for place in found if place), None)


@contextmanager
def as_docx(file: Path, ending: str) -> Iterator[Path]:
    """Makes a Word file of one with an ending, for the block. Raises ``CannotReadError``.

    LibreOffice gets a copy under a plain name and a profile of its own, so that one which is open does not matter.
    """
    program = office_program()
    if program is None:
        raise CannotReadError(NO_OFFICE)
    with temporary_folder() as folder:
        source = folder / f"received.{ending}"
        shutil.copyfile(file, source)
        profile = folder / "profile"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_bytes(OFFICE_SETTINGS.encode())
        command = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nolockcheck"]
        command += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "made"), str(source)]
        run_or_end(command)
        made = folder / "made" / "received.docx"
        if not made.is_file():
            raise CannotReadError(OFFICE_FAILED)
        yield made


def run_or_end(command: list[str]) -> None:
    """Runs LibreOffice, and ends it with all that it started where it takes too long or this process is interrupted."""
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)
    try:
        process.wait(OFFICE_SECONDS)
    except subprocess.TimeoutExpired as error:
        raise CannotReadError(OFFICE_FAILED) from error
    finally:
        end_all(process)


def end_all(process: subprocess.Popen[bytes]) -> None:
    """Ends a process that runs, and those that it started."""
    if sys.platform != "win32":
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    elif process.poll() is None:
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
    process.wait()
