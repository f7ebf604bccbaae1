"""Asks a web server for one address, in bounded time and memory, whatever it answers."""

from __future__ import annotations

import http.client
import io
import socket
import string
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from email.message import Message
from http.client import HTTPMessage, HTTPResponse
from typing import IO, Any, cast
from urllib.parse import quote, urljoin, urlsplit

from macros.system.checksums import BLOCK_SIZE

TIMEOUT = 30
"""Seconds that a server may stay silent."""
LONGEST = 300
"""Seconds that one answer may take, its head included."""
MOST_REDIRECTS = 5
REDIRECTS = (301, 302, 303, 307, 308)
ASK_AGAIN = (407, 408, 425, 429)
"""Refusals that say nothing of the file."""


class TooSlow(Exception):
    """An answer that took too long; it is not asked for again."""


class LeadsElsewhere(Exception):
    """An answer that sends readers to another site, or to another folder, where links lead to other pages."""


class Bounded(io.RawIOBase):
    """What a socket receives, until it has taken too long: a server may send a byte now and then for ever."""

    def __init__(self, connected: socket.socket) -> None:
        self.connected = connected
        self.stream = connected.makefile("rb", buffering=0)
        self.until = time.monotonic() + LONGEST

    def readable(self) -> bool:
        """It is only read."""
        return True

    def readinto(self, buffer: Any) -> int | None:
        """The next bytes. Raises TooSlow."""
        left = self.until - time.monotonic()
        if left <= 0:
            raise TooSlow(f"longer than {LONGEST} s")
        self.connected.settimeout(min(TIMEOUT, left))
        try:
            return self.stream.readinto(buffer)
        except TimeoutError as silent:
            if left < TIMEOUT:
                raise TooSlow(f"longer than {LONGEST} s") from silent
            raise

    def close(self) -> None:
        """Lets go of the socket."""
        self.stream.close()
        super().close()


class Response(HTTPResponse):
    """An answer that ends, from its first line to its last."""

    def __init__(self, sock: socket.socket, *given: Any, **named: Any) -> None:
        super().__init__(sock, *given, **named)
        unbounded, self.fp = self.fp, io.BufferedReader(Bounded(sock))
        unbounded.close()

    def read(self, amt: int | None = None) -> bytes:
        """The next bytes; where the line broke before all were there, the library says so only when asked for all."""
        block = super().read(amt)
        if not block and amt and self.length:
            raise http.client.IncompleteRead(block, self.length)
        return block


class Plain(http.client.HTTPConnection):
    """A connection whose answers end."""

    response_class = Response


class Secure(http.client.HTTPSConnection):
    """The same over TLS."""

    response_class = Response


class OverPlain(urllib.request.HTTPHandler):
    """Opens http addresses."""

    def http_open(self, req: urllib.request.Request) -> HTTPResponse:
        """The answer."""
        return self.do_open(Plain, req)


class OverTLS(urllib.request.HTTPSHandler):
    """Opens https addresses."""

    def https_open(self, req: urllib.request.Request) -> HTTPResponse:
        """The answer."""
        return self.do_open(Secure, req)


class NotFollowed(urllib.request.HTTPRedirectHandler):
    """Leaves redirects to us: the library would read all that comes with one, however long."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> None:
        """No next request."""
        return

    def http_error_302(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage
    ) -> None:
        """Nothing is made of the address that it names."""
        return

    http_error_301 = http_error_303 = http_error_307 = http_error_308 = http_error_302


OPENER = urllib.request.build_opener(OverPlain, OverTLS, NotFollowed)


@contextmanager
def opened(address: str, headers: Mapping[str, str]) -> Iterator[tuple[int, Message, IO[bytes]]]:
    """An answer on its way: its status, head and body. That there is no such file is an answer too.

    Raises LeadsElsewhere, TooSlow, OSError or HTTPException.
    """
    for _ in range(MOST_REDIRECTS):
        request = urllib.request.Request(address, headers=dict(headers))
        try:
            with OPENER.open(request, timeout=TIMEOUT) as answer:
                yield answer.status, answer.headers, cast(IO[bytes], answer)
                return
        except urllib.error.HTTPError as refused:
            with refused:
                if refused.code in REDIRECTS and "Location" in refused.headers:
                    address = led_to(address, refused.headers["Location"])
                elif 400 <= refused.code < 500 and refused.code not in ASK_AGAIN:
                    yield refused.code, refused.headers, cast(IO[bytes], refused)
                    return
                else:
                    raise
    raise http.client.HTTPException("too many redirects")


def led_to(address: str, location: str) -> str:
    """Where a redirect leads: to the same folder of the same site, or links on the page would lead elsewhere."""
    try:
        there = quote(urljoin(address, location), safe=string.punctuation)
        here, parts = urlsplit(address), urlsplit(there)
    except ValueError as broken:
        raise LeadsElsewhere(location) from broken
    if parts[:2] != here[:2] or parts.path.rpartition("/")[0] != here.path.rpartition("/")[0]:
        raise LeadsElsewhere(there)
    return there


def read_answer(stream: IO[bytes], most: int) -> bytes:
    """At most one byte more than ``most``."""
    held = bytearray()
    while len(held) <= most and (block := stream.read(min(BLOCK_SIZE, most + 1 - len(held)))):
        held += block
    return bytes(held)
