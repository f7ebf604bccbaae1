"""A PDF file as it was received -> lines. What was read is remembered, since it takes long: a second for some pages.

It is remembered in .cache/received/, by the checksum of the file and that of the program that read it. Whoever deletes
it only waits once more; whoever changes it deceives themselves alone, since .cache is in no repository.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from typing import Any

from macros.received.lines import CannotReadError, LeftOut, ReadDocument
from macros.received.reasons import DAMAGED, TOO_LARGE
from macros.system.atomic_write import write_atomically
from macros.system.checkout import ROOT
from macros.text.languages import Bilingual

REMEMBERED = ROOT / ".cache" / "received"
PDF_SECONDS = 180
"""Seconds after which reading is given up."""


def read_pdf(file: Path) -> ReadDocument:
    """The document in a PDF file; raises ``CannotReadError``."""
    found = found_in(file)
    if "reason" in found:
        raise CannotReadError(Bilingual(*found["reason"]))
    return ReadDocument(tuple(found["lines"]), tuple(LeftOut(why, text) for why, text in found["left_out"]))


def texts_of_pdf(file: Path) -> Iterator[tuple[str, str]]:
    """Every text of a PDF file, shown or not, with the part of the file; raises ``CannotReadError``. A scan has few."""
    found = found_in(file)
    if "reason" in found and not found.get("is_scan"):
        raise CannotReadError(Bilingual(*found["reason"]))
    yield from ((where, text) for where, text in found["searched"])


def found_in(file: Path) -> dict[str, Any]:
    """What reading a file found, or had found (macros/received/pdf_pages.py tells what it holds)."""
    with file.open("rb") as opened:
        digest = hashlib.file_digest(opened, "sha256").hexdigest()
    kept = REMEMBERED / f"{digest}-{reader_version()}.json"
    with suppress(OSError, ValueError):
        found: dict[str, Any] = json.loads(kept.read_bytes())
        if found.keys() & {"reason", "lines"}:
            return found
    data = run_reader(file)
    remember(kept, data)
    return dict(json.loads(data))


def remember(kept: Path, data: bytes) -> None:
    """Keeps what was read, and removes what earlier versions of the program read; where it cannot, nothing is kept."""
    with suppress(OSError):
        REMEMBERED.mkdir(parents=True, exist_ok=True)
        write_atomically(kept, data)
        version_now = kept.name.partition("-")[2]
        for one in REMEMBERED.iterdir():
            if not one.name.endswith(version_now):
                one.unlink()


def run_reader(file: Path) -> bytes:
    """What the process writes that reads a file; it is not waited for without end, nor may it take all memory."""
    command = [sys.executable, "-m", "macros.received.pdf_pages", str(file.resolve())]
    try:
        done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=PDF_SECONDS)
    except subprocess.TimeoutExpired as error:
        raise CannotReadError(TOO_LARGE) from error
    if done.returncode or not done.stdout:
        raise CannotReadError(TOO_LARGE if done.returncode < 0 else DAMAGED)
    return done.stdout


def reader_version() -> str:
    """A checksum of all that decides what is read in a file: this room, and the packages it reads with."""
    sources = sorted(Path(__file__).parent.glob("*.py"))
    said = [*(one.read_bytes() for one in sources), sys.version.encode()]
    said += [version(name).encode() for name in ("pdfplumber", "pdfminer.six")]
    return hashlib.sha256(b"\0".join(said)).hexdigest()[:16]
