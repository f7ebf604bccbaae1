"""Serves the editor and the pages as the public will see them, to a browser on this machine and to nobody else.

Whoever asks must know the token, name this machine as the host, and not come from another site. The page takes the
token from the fragment of its address, which no request and no log holds.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import mimetypes
import os
import re
import secrets
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from filelock import FileLock, Timeout

from macros.building.serve import TEXT_TYPES
from macros.editing.answers import state_shown
from macros.editing.left_over import tolerated
from macros.editing.record_view import words
from macros.editing.requests import STALE, answer_to
from macros.editing.seen import SeenByPublic
from macros.editing.session import Session
from macros.pages.policy import header_policy
from macros.problems import Refused
from macros.publishing.headers import for_every_file
from macros.system.checkout import ROOT
from macros.system.console import tell
from macros.system.failures import failure_message
from macros.text.languages import Bilingual, language_of
from macros.yaml_files.written import CannotWriteError

PAGE_FOLDER = Path(__file__).with_name("page")
EDITOR_PLACE = "_edit/"
"""Where the editor stands on the server; all else is the site as it will be."""
LARGEST_REQUEST = 2**16
"""Bytes of a request; the longest text that a field takes is a fifth of it."""
POLICY = "; ".join(
    (
        "default-src 'none'",
        *("script-src 'self'", "style-src 'self'", "img-src 'self'", "connect-src 'self'", "frame-src 'self'"),
        *("form-action 'none'", "base-uri 'none'", "object-src 'none'"),
    )
)
LONGEST_REQUEST_SECONDS = 300
"""Seconds for which a connection may be silent; a browser then opens another."""
COOKIE = "editing"
LENGTH_OF_TOKEN = 43
TAKEN_ALREADY = Bilingual(
    "这份数据已经在编辑。请用已打开的编辑页，或先关掉那个程序。",
    "This data is being edited already. Use the page that is open, or end that program first.",
)
CANNOT_SHOW = Bilingual(
    "现在还看不到网页：数据有问题，改好后就能看到。",
    "There is nothing to show yet: the data has problems. Fix them first.",
)


class EditingServer(ThreadingHTTPServer):
    """The editor on a port of this machine; one request is dealt with at a time."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"
    request_queue_size = 128

    def __init__(self, data: Path, port: int) -> None:
        """Takes up the working copy. Raises Refused where another program has it."""
        folder = data.resolve().parent / ".cache" / "editing"
        folder.mkdir(parents=True, exist_ok=True)
        self.held = FileLock(folder / f"{data.resolve().name}.lock")
        try:
            self.held.acquire(timeout=0)
        except Timeout:
            raise Refused(TAKEN_ALREADY) from None
        try:
            super().__init__(("127.0.0.1", port), EditingHandler)
        except OSError:
            self.held.release()
            raise
        self.session = Session(data)
        self.token = token_in(self.session.copy.folder / "token")
        self.pages: SeenByPublic | None = None
        self.shown = -1
        self.stale = False
        """Whether the pages are those of the data as it was taken: what is wrong now was wrong from the start."""

    @property
    def hosts(self) -> tuple[str, ...]:
        """The names that a browser on this machine calls this server by."""
        return tuple(f"{name}:{self.server_port}" for name in ("127.0.0.1", "localhost"))

    @property
    def address(self) -> str:
        """The address that a person opens."""
        return f"http://127.0.0.1:{self.server_port}/{EDITOR_PLACE}#{self.token}"

    @property
    def cookie(self) -> str:
        """What a browser that knew the token is known by when it asks for pages."""
        return hashlib.sha256(f"pages {self.token}".encode()).hexdigest()

    def page_of_site(self, path: str) -> bytes | None:
        """A file of the site as the working copy stands. Raises Refused where there is none to show at all."""
        with self.session.lock:
            try:
                if self.pages is None or (self.stale and self.shown != self.session.version):
                    self.pages, self.stale = self.first_pages()
                elif self.shown != self.session.version:
                    self.pages.refresh()
            except (LookupError, SystemExit):
                raise Refused(CANNOT_SHOW) from None
            self.shown = self.session.version
            return self.pages.file(path)

    def first_pages(self) -> tuple[SeenByPublic, bool]:
        """The pages as everything stands; where that cannot be shown, as it was taken, and that they are that."""
        copy = self.session.copy
        try:
            return SeenByPublic(copy.work, copy.folder / "seen", partial(tolerated, self.session)), False
        except LookupError:
            return SeenByPublic(copy.base, copy.folder / "seen", partial(tolerated, self.session)), True

    def server_close(self) -> None:
        """Lets go of the working copy, too."""
        super().server_close()
        self.held.release()

    def handle_error(self, request: object, client_address: object) -> None:
        """Tells what kept a request from being answered; a browser that has left is no error."""
        error = sys.exception()
        if error and not isinstance(error, ConnectionError):
            tell(error)


def token_in(file: Path) -> str:
    """The token of a working copy, the same at every start, so that a page that is open goes on."""
    if not file.is_file() or file.stat().st_size != LENGTH_OF_TOKEN:
        file.unlink(missing_ok=True)
        with os.fdopen(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as opened:
            opened.write(secrets.token_urlsafe(32).encode())
    return file.read_text("utf-8")


class EditingHandler(BaseHTTPRequestHandler):
    """Answers a browser on this machine."""

    server: EditingServer
    protocol_version = "HTTP/1.1"
    timeout = LONGEST_REQUEST_SECONDS

    def is_ours(self) -> bool:
        """Whether the request names this machine as its host, and no other site sent it."""
        origin, came = self.headers.get("Origin"), self.headers.get("Sec-Fetch-Site", "none")
        named = self.headers.get("Host") in self.server.hosts
        return named and came in ("none", "same-origin") and origin in (None, f"http://{self.headers.get('Host')}")

    def do_GET(self) -> None:
        """A file of the editor, which holds nothing of the data; or of the site, for a browser that knew the token."""
        path = unquote(urlsplit(self.path).path).removeprefix("/")
        came_by_link = (
            self.headers.get("Sec-Fetch-Mode") == "navigate" and self.headers.get("Host") in self.server.hosts
        )
        if not (self.is_ours() or came_by_link):
            return self.refuse(HTTPStatus.FORBIDDEN)
        if path.startswith(EDITOR_PLACE):
            name = path.removeprefix(EDITOR_PLACE) or "index.html"
            file = ROOT / "overrides/styles/tokens.css" if name == "tokens.css" else PAGE_FOLDER / name
            if name not in ("tokens.css", *(one.name for one in PAGE_FOLDER.iterdir())):
                return self.refuse(HTTPStatus.NOT_FOUND)
            return self.answer(file.read_bytes(), name, POLICY)
        given = self.headers.get("Cookie", "")
        cookies = dict(part.strip().partition("=")[::2] for part in given.split(";"))
        if not hmac.compare_digest(cookies.get(COOKIE, "").encode(), self.server.cookie.encode()):
            return self.refuse(HTTPStatus.FORBIDDEN)
        return self.answer_page(f"{path}index.html" if path == "" or path.endswith("/") else path)

    def answer_page(self, name: str) -> None:
        """A file of the site."""
        try:
            content, status = self.server.page_of_site(name), HTTPStatus.OK
            if content is None and self.server.page_of_site(f"{name}/index.html") is not None:
                self.send_response(HTTPStatus.MOVED_PERMANENTLY)
                self.send_header("Location", f"/{name}/")
                self.send_header("Content-Length", "0")
                return self.end_headers()
            if content is None:
                pages = self.server.pages
                assert pages is not None
                name, status = f"{language_of(name, pages.languages).prefix}404.html", HTTPStatus.NOT_FOUND
                content = self.server.page_of_site(name) or b""
        except Refused as refused:
            sheets = (f"/{EDITOR_PLACE}{name}" for name in ("tokens.css", "editor.css"))
            style = "".join(f'<link rel="stylesheet" href="{sheet}">' for sheet in sheets)
            words_said = f"<p>{refused.said.zh}<p>{refused.said.en}"
            said = f"<!doctype html><meta charset=utf-8><title>…</title>{style}<div class=none>{words_said}</div>"
            return self.answer(said.encode(), "index.html", POLICY, framed=True)
        policy = self.server.pages.site.policy if self.server.pages else POLICY
        return self.answer(content, name, policy, status, framed=True)

    def do_POST(self) -> None:
        """A request of the page."""
        size = self.headers.get("Content-Length", "")
        if not re.fullmatch("[0-9]{1,9}", size) or int(size) > LARGEST_REQUEST:
            self.close_connection = True
            return self.refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        body = self.rfile.read(int(size))
        told = self.headers.get("X-Token", "").encode()
        kind = self.headers.get("Content-Type", "").partition(";")[0]
        if not self.is_ours() or not hmac.compare_digest(told, self.server.token.encode()):
            return self.refuse(HTTPStatus.FORBIDDEN)
        if self.path != f"/{EDITOR_PLACE}api" or kind != "application/json":
            return self.refuse(HTTPStatus.NOT_FOUND)
        try:
            request = json.loads(body)
            assert isinstance(request, dict)
        except (ValueError, AssertionError, RecursionError):
            return self.refuse(HTTPStatus.BAD_REQUEST)
        with self.server.session.lock:
            found = self.found(request)
        return self.answer(json.dumps(found, ensure_ascii=False).encode("utf-8", "replace"), "answer.json", POLICY)

    def found(self, request: Mapping[str, object]) -> dict[str, object]:
        """The answer to a request, or why there is none."""
        session, pages = self.server.session, self.server.pages
        try:
            if request.get("ask") == "seen":
                return {"current": pages is not None and pages.is_current and not self.server.stale}
            return answer_to(session, request)
        except Refused as refused:
            stale = {"state": state_shown(session, None, None)} if refused.said == STALE else {}
            return {"refused": words(refused.said), **stale}
        except CannotWriteError as refused:
            return {"refused": words(refused.said)}
        except OSError as error:
            said = failure_message(error)
            if said is None:
                raise
            return {"refused": words(said)}

    def refuse(self, status: HTTPStatus) -> None:
        """Says no more than that."""
        self.answer(b"", "index.html", POLICY, status)

    def answer(
        self, content: bytes, name: str, policy: str, status: HTTPStatus = HTTPStatus.OK, framed: bool = False
    ) -> None:
        """Sends a file; pages of the site may be framed by the editor, and nothing by anybody else."""
        kind = TEXT_TYPES.get(Path(name).suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
        self.send_response(status)
        headers = for_every_file(policy)
        del headers["Strict-Transport-Security"]
        if framed:
            headers["Content-Security-Policy"] = header_policy(policy).replace(
                "frame-ancestors 'none'", "frame-ancestors 'self'"
            )
            headers["X-Frame-Options"] = "SAMEORIGIN"
        headers |= {
            "Content-Type": f"{kind}; charset=utf-8" if kind.startswith("text/") else kind,
            "Content-Length": str(len(content)),
            "Cache-Control": "no-store",
        }
        if name == "answer.json":
            headers["Set-Cookie"] = f"{COOKIE}={self.server.cookie}; Path=/; HttpOnly; SameSite=Strict"
        for header, value in headers.items():
            self.send_header(header, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing: what matters is shown on the page."""


@contextmanager
def editing(data: Path, port: int) -> Iterator[EditingServer]:
    """A server that answers until the end of the block."""
    with EditingServer(data, port) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
