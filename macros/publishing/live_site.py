"""A site as it is published: in a folder, or on the web. Only its own address is ever asked."""

from __future__ import annotations

import gzip
import http.client
import io
import time
import urllib.error
import urllib.request
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPMessage
from pathlib import Path
from typing import IO, Literal, Protocol, cast
from urllib.parse import quote, urlsplit, urlunsplit

import brotli

from macros.system.checksums import BLOCK, files_below
from macros.system.content_names import COPIES

TIMEOUT = 30
"""Seconds that a server may stay silent."""
LONGEST = 300
"""Seconds that one file may take."""
TRIES = 3
AT_ONCE = 8
"""Files asked for at the same time."""
LIKE_A_BROWSER = {"User-Agent": "Mozilla/5.0 (compatible; make verify)"}
"""A server is to answer as it answers readers."""
PLAIN, COMPRESSED, GZIP = "identity", "gzip, br", "gzip"
"""What a reader's program takes: nothing compressed; what browsers take; what older programs take."""
NOT_THERE = (403, 404, 410)
SLACK = 1024
"""Bytes by which compression may make a small file larger."""
INDEX = "index.html"

Odd = Literal["link", "elsewhere", "type"]
"""What may be wrong with a file besides what it holds: it is a link; it leads elsewhere; its type is wrong."""


class Unreachable(Exception):
    """A file that could not be asked for; not the same as one that is not there."""


class LeadsElsewhere(urllib.error.URLError):
    """An answer that sends readers to another site."""


@dataclass(frozen=True)
class Answer:
    """What is found at an address: whether a file is there, what it holds (of an error page, if not), what is odd."""

    there: bool
    content: bytes = b""
    odd: Odd | None = None
    encoding: str = ""


class Live(Protocol):
    """Where the files of a published site are read. Of a file at most ``most`` bytes are kept, and one more."""

    def file(self, name: str, most: int) -> Answer:
        """A file as it is stored."""

    def as_read(self, name: str, most: int) -> Iterator[Answer]:
        """The file in the other forms in which readers may get it."""

    def names(self) -> list[str] | None:
        """Every file there is; None where nobody can tell."""


@dataclass(frozen=True)
class Folder:
    """A site in a folder."""

    root: Path

    def file(self, name: str, most: int) -> Answer:
        """A file; what can be reached through a link alone is none of the site's."""
        file = self.root / name
        below = [step for step in (file, *file.parents) if step != self.root and step.is_relative_to(self.root)]
        try:
            if any(step.is_symlink() for step in below):
                return Answer(False, odd="link")
            if not file.is_file():
                return Answer(False)
            with file.open("rb") as opened:
                return Answer(True, opened.read(most + 1))
        except OSError as broken:
            raise Unreachable(str(broken)) from broken

    def as_read(self, name: str, most: int) -> Iterator[Answer]:
        """A folder has each file in one form."""
        return iter(())

    def names(self) -> list[str]:
        """Every file in the folder."""
        return [name for name, _ in files_below(self.root)]


@dataclass(frozen=True)
class Web:
    """A site on the web; its address ends in a slash."""

    address: str

    def file(self, name: str, most: int) -> Answer:
        """A file, asked for by its name."""
        return self.asked(name, PLAIN, most)

    def as_read(self, name: str, most: int) -> Iterator[Answer]:
        """The file as browsers get it: compressed where the server does that, and at the address of its folder."""
        address = name.removesuffix(INDEX) if name.rpartition("/")[2] == INDEX else name
        answer = self.asked(address, COMPRESSED, most)
        yield answer
        if answer.encoding == "br":
            yield self.asked(address, GZIP, most)

    def names(self) -> None:
        """Nobody can ask a web server for all it has."""
        return

    def asked(self, name: str, encoding: str, most: int) -> Answer:
        """What the server answers, asked again where the line breaks."""
        for left in reversed(range(TRIES)):
            try:
                with self.opened(name, encoding) as (status, headers, stream):
                    return answered(name, status, headers, read(stream, most + SLACK), most)
            except LeadsElsewhere:
                return Answer(False, odd="elsewhere")
            except (OSError, http.client.HTTPException) as broken:
                if not left:
                    raise Unreachable(f"{self.address}{name}: {broken}") from broken
                time.sleep(1)
        raise AssertionError

    @contextmanager
    def opened(self, name: str, encoding: str) -> Iterator[tuple[int, Message, IO[bytes]]]:
        """An answer on its way; that there is no such file is an answer too."""
        headers = LIKE_A_BROWSER | {"Accept-Encoding": encoding}
        request = urllib.request.Request(self.address + quote(name), headers=headers)
        try:
            with OPENER.open(request, timeout=TIMEOUT) as answer:
                yield answer.status, answer.headers, cast(IO[bytes], answer)
        except urllib.error.HTTPError as refused:
            with refused:
                if refused.code not in NOT_THERE:
                    raise
                yield refused.code, refused.headers, cast(IO[bytes], refused)


def answered(name: str, status: int, headers: Message, content: bytes, most: int) -> Answer:
    """What an answer of a server comes to."""
    encoding = (headers.get("Content-Encoding") or "").lower()
    if encoding and not name.endswith(tuple(COPIES)):
        content = decoded(content, encoding, most) or content
    if status in NOT_THERE:
        return Answer(False, content)
    if "Refresh" in headers:
        return Answer(True, content, "elsewhere", encoding)
    page = name.endswith((".html", "/")) or not name
    return Answer(True, content, "type" if page and headers.get_content_type() != "text/html" else None, encoding)


def read(stream: IO[bytes], most: int) -> bytes:
    """At most one byte more than ``most``, and of what is too slow nothing."""
    until = time.monotonic() + LONGEST
    held = bytearray()
    while len(held) <= most and (block := stream.read(BLOCK)):
        held += block
        if time.monotonic() > until:
            raise TimeoutError(f"longer than {LONGEST} s")
    return bytes(held[: most + 1])


def decoded(content: bytes, encoding: str, most: int) -> bytes | None:
    """Compressed content as readers see it, up to one byte more than ``most``; None where it cannot be read."""
    try:
        if encoding == "gzip":
            return gzip.GzipFile(fileobj=io.BytesIO(content)).read(most + 1)
        if encoding == "br":
            return bytes(brotli.Decompressor().process(content, output_buffer_limit=most + 1))[: most + 1]
    except (OSError, EOFError, zlib.error, brotli.error):
        pass
    return None


class SameOrigin(urllib.request.HTTPRedirectHandler):
    """Follows a redirect only within the site's own origin."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> urllib.request.Request | None:
        """The next request, unless it leads elsewhere."""
        if urlsplit(newurl)[:2] != urlsplit(req.full_url)[:2]:
            raise LeadsElsewhere(f"redirected to another place: {newurl}")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


OPENER = urllib.request.build_opener(SameOrigin)


def live_at(place: str) -> Live | None:
    """The site at an address or in a folder; None where it is neither. An address names a site and nothing on it.

    A Chinese name is asked for as the network spells it.
    """
    if not place.startswith(("http://", "https://")):
        return Folder(Path(place)) if place and Path(place).is_dir() else None
    try:
        parts = urlsplit(place)
        named = parts.hostname and parts.port != 0 and " " not in parts.netloc
        netloc = parts.netloc.lower().encode("idna").decode("ascii")
    except ValueError:
        return None
    if not named or parts.username is not None or parts.query or parts.fragment:
        return None
    return Web(urlunsplit((parts.scheme, netloc, quote(parts.path.rstrip("/"), safe="/%") + "/", "", "")))
