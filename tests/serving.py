"""A site on a local server, and a real browser that reaches nothing else."""

from __future__ import annotations

import functools
import gzip
import io
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import TCPServer
from typing import Any, BinaryIO
from urllib.parse import quote, unquote, urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser import find

OFFLINE = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
NO_ADDRESS_BAR = "--disable-features=WebUIOmniboxPopup,WebUIOmniboxFullPopup,WebUIOmniboxAimPopup"
"""Spares what Chromium gets ready below the address bar of every window, which no test shows: two processes that drew
pages of their own, more than half of what all tests in a browser cost. It takes the place of Playwright's own list."""

REPORT = """addEventListener("securitypolicyviolation", (event) => {
  console.error(`policy: ${event.effectiveDirective} ${event.blockedURI}`);
}, true);"""
"""Has a page tell what its policy forbids."""


class Quiet(SimpleHTTPRequestHandler):
    """A plain file server that says nothing."""

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


class Headed(Quiet):
    """A file server that sends the headers that ``_headers`` in its folder asks for, as hosts of static sites do."""

    def end_headers(self) -> None:
        """Adds the headers of every rule that fits the address."""
        rules = rules_in((Path(self.directory) / "_headers").read_text("utf-8"))
        for name, value in headers_for(self.path.partition("?")[0], rules).items():
            self.send_header(name, value)
        super().end_headers()


class Compressed(Quiet):
    """A file server that compresses, as those of the public web do."""

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """The file, compressed where that pays."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        kind = self.guess_type(path)
        if not path.is_file() or not kind.startswith(("text/", "application/j", "image/svg")):
            return super().send_head()
        content = gzip.compress(path.read_bytes(), mtime=0)
        self.send_response(200)
        for name, value in (("Content-Type", kind), ("Content-Encoding", "gzip"), ("Content-Length", len(content))):
            self.send_header(name, str(value))
        self.end_headers()
        return io.BytesIO(content)


class ObjectStorage(Quiet):
    """Serves files by their exact names: no page is looked for in a folder, and what is not there is ``404.html``.

    ``home`` is what the bare address of the host shows, as most such hosts let one say.
    """

    home = "index.html"

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """The file of exactly this name."""
        name = unquote(urlsplit(self.path).path).removeprefix("/") or self.home
        if name and not name.endswith("/") and (Path(self.directory) / name).is_file():
            self.path = f"/{quote(name)}"
            return super().send_head()
        content = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return io.BytesIO(content)


class NoHome(ObjectStorage):
    """The same, where the bare address shows nothing."""

    home = ""


class WithoutSlash(Quiet):
    """Shows the page of a folder at the folder's address without a slash too, and sends nobody on to one with it."""

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """The page of a folder, or the file."""
        path, mark, query = self.path.partition("?")
        if Path(self.translate_path(path)).is_dir() and not path.endswith("/"):
            self.path = f"{path}/index.html{mark}{query}"
        return super().send_head()


class TakesSlash(WithoutSlash):
    """The same, and sends readers on from the address with a slash to the one without."""

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """On, the page of a folder, or the file."""
        path, mark, query = self.path.partition("?")
        if not path.strip("/") or not path.endswith("/"):
            return super().send_head()
        self.send_response(308)
        self.send_header("Location", f"{path.rstrip('/')}{mark}{query}")
        self.send_header("Content-Length", "0")
        self.end_headers()
        return None


class Jekyll(Quiet):
    """Publishes a folder as GitHub Pages does from a branch: through Jekyll, unless the folder says otherwise.

    Jekyll leaves out every file and folder whose name begins with one of four signs.
    """

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """The file, if Jekyll has not left it out."""
        names = unquote(urlsplit(self.path).path).split("/")
        left_out = any(name.startswith(("_", ".", "#", "~")) for name in names)
        if left_out and not (Path(self.directory) / ".nojekyll").exists():
            self.send_error(404)
            return None
        return super().send_head()


STOP = 0.02
"""Seconds after which a server sees that it is to stop; left alone it takes half a second, at the end of every test."""
WAITING = 128
"""Connections that may wait to be taken; as Python has it they are six, and a browser tries others a second later."""


@contextmanager
def running(server: TCPServer) -> Iterator[str]:
    """The address of a server that answers on a thread of its own, until the end."""
    with server:
        server.socket.listen(WAITING)
        threading.Thread(target=server.serve_forever, args=(STOP,), daemon=True).start()
        yield f"http://127.0.0.1:{server.socket.getsockname()[1]}/"
        server.shutdown()


@dataclass
class Host:
    """A host that keeps nothing of the release before, and lets what ``kept`` says be kept for ten minutes.

    ``folder`` is the release that it has now; ``asked`` is every path it was asked for.
    """

    folder: Path
    kept: Callable[[str], bool]
    asked: list[str] = field(default_factory=list)


@contextmanager
def hosted(host: Host) -> Iterator[str]:
    """The address of a host that can be given another release while it serves."""

    class Deployed(Quiet):
        """Answers with the release of the moment."""

        def __init__(self, *given: Any) -> None:
            super().__init__(*given, directory=str(host.folder))

        def send_head(self) -> io.BytesIO | BinaryIO | None:
            """Every answer is a whole one: what a browser has is never said to be still as it was."""
            host.asked.append(self.path)
            del self.headers["If-Modified-Since"]
            return super().send_head()

        def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
            """The error page of the release."""
            content = (host.folder / "404.html").read_bytes()
            self.send_response(code, message)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def end_headers(self) -> None:
            """Pages, and what is not there, may be kept as well."""
            self.send_header("Cache-Control", "max-age=600" if host.kept(self.path) else "no-store")
            super().end_headers()

    with running(ThreadingHTTPServer(("127.0.0.1", 0), Deployed)) as address:
        yield address


Rules = list[tuple[str, list[tuple[str, str]]]]


def rules_in(text: str) -> Rules:
    """The rules of a ``_headers`` file: each a pattern of addresses and the headers they bear."""
    blocks = [block.splitlines() for block in text.strip().split("\n\n")]
    return [(first, [split_header(line) for line in lines]) for first, *lines in blocks]


def split_header(line: str) -> tuple[str, str]:
    """Name and value of an indented line."""
    name, colon, value = line.strip().partition(": ")
    assert line.startswith("  ") and colon and value, line
    return name, value


def headers_for(path: str, rules: Rules) -> dict[str, str]:
    """The headers of an address; two rules that give it the same header are an error, for hosts differ in that."""
    found: dict[str, str] = {}
    for pattern, headers in rules:
        form = re.sub(r":[a-z]+", "[^/]+", re.escape(pattern).replace(r"\*", ".*"))
        for name, value in headers if re.fullmatch(form, path) else ():
            assert name not in found, f"{path} is given {name} twice"
            found[name] = value
    return found


@contextmanager
def served(site: Path, at_root: bool = False, handler: type[Quiet] = Quiet) -> Iterator[str]:
    """The address of a site on a plain file server, below a sub-path or at the root."""
    serving = functools.partial(handler, directory=str(site if at_root else site.parent))
    with running(ThreadingHTTPServer(("127.0.0.1", 0), serving)) as address:
        yield address + ("" if at_root else f"{site.name}/")


@contextmanager
def launched() -> Iterator[Browser]:
    """A browser, closed in the end."""
    program = find()
    assert program, "no browser: run make test, which installs one"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=[*OFFLINE, NO_ADDRESS_BAR])
        yield started
        started.close()


def watched(browser: Browser, address: str, **more: Any) -> tuple[Page, list[str]]:
    """A page in a window of its own, and all that goes wrong in it: violations, foreign requests, errors."""
    context = browser.new_context(**more)
    context.add_init_script(REPORT)
    page = context.new_page()
    trouble: list[str] = []
    page.on("request", lambda one: trouble.append(one.url) if not one.url.startswith(address) else None)
    page.on("response", lambda one: trouble.append(f"{one.status} {one.url}") if one.status >= 400 else None)
    page.on("console", lambda one: trouble.append(one.text) if one.type in ("error", "warning") else None)
    page.on("pageerror", lambda one: trouble.append(str(one)))
    return page, trouble
