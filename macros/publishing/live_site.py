"""A site as it is published: in a folder, or on the web. Only its own address is ever asked."""

from __future__ import annotations

import gzip
import http.client
import io
import time
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from email.message import Message
from pathlib import Path
from typing import Literal, Protocol, TypeVar
from urllib.parse import quote, urlsplit, urlunsplit

import brotli

from macros.problems import printable
from macros.publishing.web_request import LeadsElsewhere, TooSlow, opened, read_answer
from macros.system.checksums import site_files
from macros.system.content_names import COPIES

TRIES = 3
PAUSE = 1.0
"""Seconds between one try and the next."""
AT_ONCE = 8
"""Files asked for at the same time."""
AT_FIRST, EACH = 600, 2
"""Seconds that all files together may take, and for each of them, on average."""
PLAIN, COMPRESSED, GZIP = "identity", "gzip, br", "gzip"
"""What a reader's program takes: nothing compressed; what browsers take; what older programs take."""
CHROME = "Mozilla/5.0 ({}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 {}Safari/537.36"
AT_A_DESK = {
    "User-Agent": CHROME.format("Windows NT 10.0; Win64; x64", ""),
    "Accept": "text/html,application/xhtml+xml,*/*;q=0.8",
    "Accept-Language": "zh-CN,zh;q=0.9",
}
FROM_A_SEARCH = {
    "User-Agent": CHROME.format("Linux; Android 10; K", "Mobile "),
    "Accept": "text/html,application/xhtml+xml,*/*;q=0.8",
    "Accept-Language": "zh-CN,zh;q=0.9,en;q=0.8",
    "Referer": "https://www.baidu.com/",
}
SEARCH_ENGINE = {"User-Agent": "Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)"}
"""Who asks: sites that were broken into often show something else to readers on telephones, to those who come from a
search, or to search engines alone; and nobody is told that it is we who ask."""
SLACK = 1024
"""Bytes by which compression may make a small file larger."""
HOME_FILE = "index.html"
EXPECTED_TYPES = {
    ".html": ("text/html",),
    ".css": ("text/css",),
    ".js": ("text/javascript", "application/javascript", "application/x-javascript"),
}
"""Types without which browsers make something else of a file."""
EXPECTED_IN_UTF_8 = (*EXPECTED_TYPES, ".txt", ".csv", ".xml")

Odd = Literal["link", "elsewhere", "type", "altered"]
"""What may be wrong with a file besides what it holds: it is a link; it leads elsewhere; its type is wrong; what the
server says with it has browsers make something else of it."""
LiveItem = TypeVar("LiveItem")
FoundFile = TypeVar("FoundFile")


class Unreachable(Exception):
    """A file that could not be asked for; not the same as one that is not there."""


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
class SiteInFolder:
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
        return [name for name, _ in site_files(self.root)]


@dataclass(frozen=True)
class Web:
    """A site on the web; its address ends in a slash."""

    address: str

    def file(self, name: str, most: int) -> Answer:
        """A file, asked for by its name."""
        return self.asked(name, PLAIN, most)

    def as_read(self, name: str, most: int) -> Iterator[Answer]:
        """The file as browsers get it: compressed where the server does that, and at the address of its folder."""
        address = bare(name)
        answer = self.asked(address, COMPRESSED, most, FROM_A_SEARCH)
        yield answer
        if answer.encoding == "br":
            yield self.asked(address, GZIP, most, FROM_A_SEARCH)

    def as_searched(self, name: str, most: int) -> Answer:
        """The page as a search engine gets it."""
        return self.asked(bare(name), COMPRESSED, most, SEARCH_ENGINE)

    def names(self) -> None:
        """Nobody can ask a web server for all it has."""
        return

    def asked(self, name: str, encoding: str, most: int, reader: Mapping[str, str] = AT_A_DESK) -> Answer:
        """What the server answers a reader, asked again where the line breaks."""
        headers = {**reader, "Accept-Encoding": encoding}
        for left in reversed(range(TRIES)):
            try:
                with opened(self.address + quote(name), headers) as (status, head, stream):
                    return answered(name, status, head, read_answer(stream, most + SLACK), most)
            except LeadsElsewhere:
                return Answer(False, odd="elsewhere")
            except (OSError, http.client.HTTPException, TooSlow) as broken:
                if not left or isinstance(broken, TooSlow):
                    said = printable(" ".join(str(broken).split()))[:200]
                    raise Unreachable(f"{self.address}{name[:200]}: {said}") from broken
                time.sleep(PAUSE)
        raise AssertionError


def bare(name: str) -> str:
    """Where readers open a file: an index at the address of its folder."""
    return name.removesuffix(HOME_FILE) if name.rpartition("/")[2] == HOME_FILE else name


def for_each(items: Sequence[LiveItem], task: Callable[[LiveItem], Iterable[FoundFile]]) -> Iterator[FoundFile]:
    """What a task finds in each of some items, several at a time. Raises Unreachable where all take too long."""
    until = time.monotonic() + AT_FIRST + EACH * len(items)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for found in pool.map(lambda one: [*task(one)], items):
            if time.monotonic() > until:
                raise Unreachable(f"> {AT_FIRST + EACH * len(items)} s")
            yield from found


def answered(name: str, status: int, headers: Message, content: bytes, most: int) -> Answer:
    """What an answer of a server comes to."""
    encoding = ",".join(headers.get_all("Content-Encoding", [])).lower().strip().removeprefix("x-")
    plain: bytes | None = content
    if encoding not in ("", "identity") and not name.endswith(tuple(COPIES)):
        plain = decoded(content, encoding, most)
    if status >= 400:
        return Answer(False, plain or b"")
    kind = next(
        (
            ending
            for ending in EXPECTED_IN_UTF_8
            if (HOME_FILE if name.endswith("/") or not name else name).endswith(ending)
        ),
        "",
    )
    odd: Odd | None = None
    if "Refresh" in headers:
        odd = "elsewhere"
    elif kind in EXPECTED_TYPES and headers.get_content_type() not in EXPECTED_TYPES[kind]:
        odd = "type"
    elif status != 200 or plain is None or alters(headers, kind):
        odd = "altered"
    return Answer(True, content if plain is None else plain, odd, encoding)


def alters(headers: Message, kind: str) -> bool:
    """Whether browsers read a file otherwise, save it, or style it by what else the server says."""
    types = {one.lower().replace(" ", "") for one in headers.get_all("Content-Type", [])}
    return (
        len(types) > 1
        or bool(kind and headers.get_content_charset("utf-8") not in ("utf-8", "utf8"))
        or bool(kind in EXPECTED_TYPES and headers.get_content_disposition() not in (None, "inline"))
        or any("stylesheet" in one.lower() for one in headers.get_all("Link", []))
    )


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


def live_at(place: str) -> Live | None:
    """The site at an address or in a folder; None where it is neither. An address names a site and nothing on it.

    A Chinese name is asked for as the network spells it.
    """
    if not place.startswith(("http://", "https://")):
        return SiteInFolder(Path(place)) if place and Path(place).is_dir() else None
    try:
        parts = urlsplit(place)
        named = parts.hostname and parts.port != 0 and " " not in parts.netloc
        netloc = parts.netloc.lower().encode("idna").decode("ascii")
    except ValueError:
        return None
    if not named or parts.username is not None or parts.query or parts.fragment:
        return None
    return Web(urlunsplit((parts.scheme, netloc, quote(parts.path.rstrip("/"), safe="/%") + "/", "", "")))
