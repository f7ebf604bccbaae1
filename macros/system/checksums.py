"""``SHA256SUMS``: the checksum of every file of a site, in the form that ``sha256sum -c`` reads."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import IO

SUMS = "SHA256SUMS"
BUILD_RECORD = "build.json"
"""What the build says of itself; see build_record.py."""
KEPT_SUMS = "SHA256SUMS.kept"
"""At the place of publication: the files of earlier releases that stay for readers with open pages."""
FOR_HOSTS = ("_headers", "_nginx.conf", "web.config", ".nojekyll")
"""Files that a host takes for itself: it may not serve them, and no reader asks for them."""
SUMS_LINE = re.compile(r"([0-9a-f]{64})  (.{1,1000})")
BLOCK_SIZE = 1 << 16


class NotSums(ValueError):
    """A text that is no list of checksums."""


def digest_of(content: IO[bytes]) -> str:
    """The SHA-256 of what a file holds, read block by block."""
    found = hashlib.sha256()
    while block := content.read(BLOCK_SIZE):
        found.update(block)
    return found.hexdigest()


def digest_of_file(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as opened:
        return digest_of(opened)


def site_files(site: Path) -> Iterator[tuple[str, Path]]:
    """Every file of a site by its path from the root, sorted; a link is a file too, so that none goes unseen.

    Raises OSError for a folder that cannot be looked into.
    """

    def refuse(error: OSError) -> None:
        raise error

    found: list[tuple[str, Path]] = []
    for folder, folders, files in os.walk(site, onerror=refuse):
        here = Path(folder)
        links = [name for name in folders if Path(folder, name).is_symlink()]
        inside = "".join(f"{part}/" for part in here.relative_to(site).parts)
        found += ((f"{inside}{name}", here / name) for name in (*files, *links))
    yield from sorted(found)


def sums_of(site: Path) -> dict[str, str]:
    """The checksum of every file of a site but the list of checksums itself; none for what is no plain file."""
    return {name: digest_of_file(path) if is_plain(path) else "" for name, path in site_files(site) if name != SUMS}


def is_plain(path: Path) -> bool:
    """Whether a path is a file itself: no link, and nothing that is waited for when it is read."""
    return path.is_file() and not path.is_symlink()


def sums_text(sums: Mapping[str, str]) -> str:
    """The list as a text, sorted by name."""
    return "".join(f"{digest}  {name}\n" for name, digest in sorted(sums.items()))


def read_sums(text: str) -> dict[str, str]:
    """The list that a text holds; names that lead out of the site are refused."""
    found: dict[str, str] = {}
    for line in text.splitlines():
        match = SUMS_LINE.fullmatch(line)
        if not match or PurePosixPath(match[2]).is_absolute() or ".." in PurePosixPath(match[2]).parts:
            raise NotSums(line[:200])
        found[match[2]] = match[1]
    return found


def write_sums(site: Path) -> None:
    """Writes the list into a finished site."""
    (site / SUMS).write_text(sums_text(sums_of(site)), "utf-8", newline="\n")


def release_of(site: Path) -> str:
    """What a finished site is called among releases: the digest of its list, and so of all of it."""
    return digest_of_file(site / SUMS)[:16]


def differences(site: Path) -> list[str]:
    """Every file of a folder that is not as its list says: missing, changed or not listed."""
    listed, found = read_sums((site / SUMS).read_text("utf-8")), sums_of(site)
    names = sorted(listed.keys() | found.keys())
    return [name for name in names if listed.get(name) != found.get(name)]
