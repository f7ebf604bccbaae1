"""Old engines: builds of Chromium that npm still holds, fetched when first needed and kept in ``.cache/engines/``.

Chinese offices and the web views of phones still run such engines. The builds are for Linux on x86-64.
"""

from __future__ import annotations

import base64
import hashlib
import io
import shutil
import subprocess
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

import brotli
from filelock import FileLock

from tests.browser import find
from tests.places import ROOT

PACKAGE = "chrome-aws-lambda"
CACHE = ROOT / ".cache/engines"


@dataclass(frozen=True)
class Build:
    """A release of the package, and what npm states of it: the SHA-512 of the file, in base64."""

    release: str
    digest: str


BUILDS = {
    73: Build("1.12.2", "IRO6MGA1rHbY9XAS7Jxj9uUd65K/9dbYqNtnm3JrBNpu98YEjbzN+8OcTSG41f/ugrgxKTtUGFXzNZ/es4djow=="),
    80: Build("2.1.1", "Wer2QuygxsCov5bM2+8CLa6qYpNsc5AxYTlgTne00aFoxFP491LGJRxOQtGnYtsJP6UG4pB0SfrwTyPnLys1Lw=="),
    86: Build("5.3.1", "KklZTy2p2U/86cCh1hKL3PGDqoirQCAg7uejvNIn0rDBkWj4Su4GOjYMRVB3kthLwmnWhh3x63RDBTCAaQ9Q3Q=="),
    88: Build("5.5.0", "nYSDzTsVEVsvIFaUUAUN53ulXBLKSRXFS+eVYZOLZD5SA1If59rqBAiy4raMgorQwXWqjSsjK1SF4As+qzPLqA=="),
    92: Build("10.1.0", "NZQVf+J4kqG4sVhRm3WNmOfzY0OtTSm+S8rg77pwePa9RCYHzhnzRs8YvNI6L9tALIW6RpmefWiPURt3vURXcw=="),
}
"""By version of Chromium."""


def program(version: int | None) -> tuple[Path, Path | None]:
    """The program of a version and the folder of the libraries that came with it; of none, today's browser."""
    if version is None:
        today = find()
        assert today, "no browser: run make test, which installs one"
        return Path(today), None
    folder = CACHE / str(version)
    CACHE.mkdir(parents=True, exist_ok=True)
    with FileLock(f"{folder}.lock"):
        if not folder.is_dir():
            with tempfile.TemporaryDirectory(dir=CACHE) as unfinished:
                unpack(fetched(BUILDS[version], Path(unfinished)), Path(unfinished) / "engine")
                shutil.move(Path(unfinished) / "engine", folder)
    return folder / "chromium", folder / "lib"


def fetched(build: Build, folder: Path) -> bytes:
    """The file of a release, as npm is set up to get it; another file than the one known is an error."""
    npm = shutil.which("npm")
    assert npm, "npm fetches old engines: install it (Debian: apt-get install npm)"
    subprocess.run([npm, "pack", "--silent", f"{PACKAGE}@{build.release}"], cwd=folder, check=True, capture_output=True)
    file = (folder / f"{PACKAGE}-{build.release}.tgz").read_bytes()
    digest = base64.b64encode(hashlib.sha512(file).digest()).decode()
    assert digest == build.digest, f"{PACKAGE} {build.release} is not the file it was: {digest}"
    return file


def unpack(file: bytes, folder: Path) -> None:
    """Puts the program and its libraries, which are compressed by themselves, into a folder."""
    folder.mkdir()
    with tarfile.open(fileobj=io.BytesIO(file)) as package:
        for member in package:
            name = Path(member.name).name
            if not name.endswith(".br"):
                continue
            content = package.extractfile(member)
            assert content
            data = brotli.decompress(content.read())
            if name.endswith(".tar.br"):
                with tarfile.open(fileobj=io.BytesIO(data)) as libraries:
                    libraries.extractall(folder, filter="data")
            else:
                (folder / "chromium").write_bytes(data)
                (folder / "chromium").chmod(0o755)
