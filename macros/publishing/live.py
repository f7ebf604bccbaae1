"""A site as it is published: in a folder, or on the web. Only its own address is ever asked."""

from __future__ import annotations

import http.client
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPMessage
from pathlib import Path
from typing import IO, Protocol, cast
from urllib.parse import quote, urlsplit

from macros.publishing.sums import digest_of, files_below

TIMEOUT = 30
TRIES = 3
ERROR_PAGE = "404.html"
LARGEST_TEXT = 64 * 2**20
"""Bytes of the largest list of checksums that is read: some half a million files."""


class Unreachable(Exception):
    """A file that could not be asked for; not the same as one that is not there."""


class Live(Protocol):
    """Where the files of a published site are read."""

    def digest(self, name: str) -> str | None:
        """The SHA-256 of a file; None where there is none."""

    def text(self, name: str) -> str | None:
        """A small file as text; None where there is none."""

    def names(self) -> list[str] | None:
        """Every file there is; None where nobody can tell."""


@dataclass(frozen=True)
class Folder:
    """A site in a folder."""

    root: Path

    def digest(self, name: str) -> str | None:
        """The SHA-256 of a file; what is no plain file below the folder is not there."""
        file = self.root / name
        if not file.is_file() or not file.resolve().is_relative_to(self.root.resolve()):
            return None
        with file.open("rb") as opened:
            return digest_of(opened)

    def text(self, name: str) -> str | None:
        """A small file as text."""
        file = self.root / name
        return file.read_text("utf-8", "replace") if file.is_file() else None

    def names(self) -> list[str]:
        """Every file in the folder."""
        return [name for name, _ in files_below(self.root)]


@dataclass(frozen=True)
class Web:
    """A site on the web; its address ends in a slash."""

    address: str

    def digest(self, name: str) -> str | None:
        """The SHA-256 of a file, as it comes over the line."""
        for left in reversed(range(TRIES)):
            try:
                with self.opened(name) as answer:
                    return None if answer is None else digest_of(answer)
            except (OSError, http.client.HTTPException) as broken:
                if not left:
                    raise Unreachable(f"{self.address}{name}: {broken}") from broken
                time.sleep(1)
        raise AssertionError

    def text(self, name: str) -> str | None:
        """A small file as text."""
        try:
            with self.opened(name) as answer:
                return None if answer is None else answer.read(LARGEST_TEXT).decode("utf-8", "replace")
        except (OSError, http.client.HTTPException) as broken:
            raise Unreachable(f"{self.address}{name}: {broken}") from broken

    def names(self) -> None:
        """Nobody can ask a web server for all it has."""
        return

    @contextmanager
    def opened(self, name: str) -> Iterator[IO[bytes] | None]:
        """A file on its way; None where the server says there is none.

        An error page is itself the answer with which a server says so.
        """
        request = urllib.request.Request(self.address + quote(name), headers={"Accept-Encoding": "identity"})
        try:
            with OPENER.open(request, timeout=TIMEOUT) as answer:
                yield cast(IO[bytes], answer)
        except urllib.error.HTTPError as refused:
            with refused:
                if refused.code not in (403, 404, 410):
                    raise
                yield cast(IO[bytes], refused) if refused.code == 404 and name.endswith(ERROR_PAGE) else None


class SameOrigin(urllib.request.HTTPRedirectHandler):
    """Follows a redirect only within the site's own origin."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> urllib.request.Request | None:
        """The next request, unless it leads elsewhere."""
        if urlsplit(newurl)[:2] != urlsplit(req.full_url)[:2]:
            raise urllib.error.URLError(f"redirected to another place: {newurl}")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


OPENER = urllib.request.build_opener(SameOrigin)


def live_at(place: str) -> Live | None:
    """The site at an address or in a folder; None where it is neither."""
    if place.startswith(("http://", "https://")):
        return Web(place.rstrip("/") + "/")
    return Folder(Path(place)) if place and Path(place).is_dir() else None
