"""Shows the site on this machine while it is being written: a page is made when it is asked for, and reloads itself."""

from __future__ import annotations

import mimetypes
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from macros.building.preview import NotMade, Preview
from macros.building.reload import start_again_if_code_changed
from macros.problems import report
from macros.register.prose import problems_of_prose
from macros.system.checkout import ROOT, docs_folder
from macros.system.console import tell, told_of_error
from macros.system.temporary_folders import temporary_folder
from macros.text.languages import Bilingual, language_of
from macros.text.personal_numbers import masked

RELOAD_SCRIPT = Path(__file__).with_name("preview.js")
PATIENCE = 25
"""Seconds after which a page that waits for a change asks again."""
NAMES_OF_THIS_MACHINE = ("127.0.0.1", "localhost")
"""What a browser on this machine calls it: any other name was made to lead here by another site (DNS rebinding)."""
NO_PAGE = b'<!DOCTYPE html><meta charset="utf-8"><title>-</title><body></body>'
"""What is shown of a page that could not be made yet; preview.js writes the reason into it."""
CANNOT_BE_MADE = Bilingual(
    "网页（{name}）生成不了。改好以前，页面保持上一次的样子：",
    "The page ({name}) cannot be made; until this is mended it is shown as it was:",
)
TEXT_TYPES = {
    ".csv": "text/csv",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".js": "text/javascript",
}


class FileChanges(FileSystemEventHandler):
    """Notes which files have been written, and numbers the states of the site."""

    def __init__(self) -> None:
        self.written: set[Path] = set()
        self.number = 0
        self.news = threading.Condition()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """A file was written, moved or deleted; reading one is no change."""
        paths = {Path(str(path)) for path in (event.src_path, event.dest_path) if path}
        aside = all(path.name.startswith(".") or path.parent.name == "__pycache__" for path in paths)
        if event.event_type in ("opened", "closed_no_write") or event.is_directory or aside:
            return
        with self.news:
            self.written |= paths
            self.number += 1
            self.news.notify_all()

    def wait(self, number: str) -> int:
        """Waits a while for a state other than ``number``; returns the number of the one there is."""
        with self.news:
            self.news.wait_for(lambda: str(self.number) != number, PATIENCE)
            return self.number

    def taken(self) -> set[Path]:
        """What has been written since this was last asked."""
        with self.news:
            written, self.written = self.written, set()
            return written


class Server(ThreadingHTTPServer):
    """The preview on a port of this machine; one page is made at a time."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"
    """On Windows this would let two previews have the same port."""
    request_queue_size = 128
    """A browser opens more connections at once than Python lets wait; the others would be tried a second later."""

    def __init__(self, data: Path, port: int, folder: Path) -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self.data = data.resolve()
        self.preview = Preview(data, folder)
        self.changes = FileChanges()
        self.lock = threading.Lock()
        self.told = ""
        self.last_good: dict[str, bytes] = {}

    def file(self, path: str) -> bytes | None:
        """A file of the site as everything stands now; one that cannot be made, as it was when that was last asked for.

        Then it is told why; raises NotMade where it has not been made before.
        """
        with self.lock:
            self.take_changes()
            try:
                content = self.preview.file(path)
            except NotMade as stopped:
                said = (CANNOT_BE_MADE.zh.format(name=path), CANNOT_BE_MADE.en.format(name=path), masked(str(stopped)))
                self.tell("\n".join(said))
                if path not in self.last_good:
                    raise
                return self.last_good[path]
            if content is not None:
                self.last_good[path] = content
            return content

    def take_changes(self) -> None:
        """Brings the preview up to what has been written since."""
        written = self.changes.taken()
        if not written:
            return
        stopped = ""
        try:
            if any(path.suffix == ".py" for path in written):
                start_again_if_code_changed()
            if any(self.data in path.parents for path in written):
                self.preview.refresh()
            if any(self.data not in path.parents for path in written):
                self.preview.begin_anew()
        except SystemExit as error:  # So MkDocs and hooks.py end a build; the last good pages stay.
            stopped = str(error)
        except Exception as error:  # As where a template is gone.
            stopped = told_of_error(error)
        problems = [*self.preview.loaded.problems, *problems_of_prose(docs_folder(), self.preview.loaded.register)]
        self.tell(report(problems) if problems else stopped)

    def tell(self, problems: str) -> None:
        """Prints what is wrong with the data, once, and when it is fixed."""
        if problems != self.told:
            print(problems or "没有问题。 No problems.", file=sys.stderr, flush=True)
        self.told = problems

    def handle_error(self, request: object, client_address: object) -> None:
        """Tells what kept a page from being made; a browser that has left is no error."""
        error = sys.exception()
        if error and not isinstance(error, ConnectionError):
            tell(error)

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Notes what is written in the data, and in all that pages are made of, until the end."""
        observer = Observer()
        for folder in {self.data, docs_folder(), ROOT / "macros", ROOT / "overrides"}:
            observer.schedule(self.changes, str(folder), recursive=True)
        observer.start()
        try:
            yield
        finally:
            observer.stop()


class Handler(BaseHTTPRequestHandler):
    """Answers a browser on this machine."""

    server: Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """A file of the site, or news of a change."""
        if (self.headers.get("Host") or "").partition(":")[0] not in NAMES_OF_THIS_MACHINE:
            return self.answer(b"", "none.txt", HTTPStatus.FORBIDDEN)
        path = unquote(urlsplit(self.path).path).removeprefix("/")
        if path == "_preview.js":
            return self.answer(RELOAD_SCRIPT.read_bytes(), path)
        if path.startswith("_preview/"):
            number = self.server.changes.wait(path.rpartition("/")[2])
            with self.server.lock:
                self.server.take_changes()
            return self.answer(f"{number}\n{self.server.told}".encode(), "news.txt")
        number = self.server.changes.number
        try:
            self.answer_file(path, number)
        except NotMade:
            self.answer(with_script(NO_PAGE, number), "none.html", HTTPStatus.INTERNAL_SERVER_ERROR)

    def answer_file(self, path: str, number: int) -> None:
        """A file of the site in the state ``number``, by its address. Raises NotMade where there has never been any."""
        name = f"{path}index.html" if path == "" or path.endswith("/") else path
        content = self.server.file(name)
        status = HTTPStatus.OK
        if content is None and self.server.file(f"{name}/index.html") is not None:
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", f"/{path}/")
            self.send_header("Content-Length", "0")
            return self.end_headers()
        if content is None:
            status, name = HTTPStatus.NOT_FOUND, f"{language_of(path, self.server.preview.languages).prefix}404.html"
            content = self.server.file(name) or b""
        if name.endswith(".html"):
            content = with_script(content, number)
        return self.answer(content, name, status)

    def answer(self, content: bytes, name: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        """Sends a file."""
        kind = TEXT_TYPES.get(Path(name).suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing: what matters is what is wrong with the data."""


def with_script(page: bytes, number: int) -> bytes:
    """A page of the state ``number`` with the script that shows it anew."""
    script = f'<script src="/_preview.js" data-number="{number}" async></script></body>'
    return page.replace(b"</body>", script.encode(), 1)


def serve(data: Path, port: int) -> None:
    """Serves the site until interrupted; while the data has a problem, the last good pages stay on show."""
    with temporary_folder() as folder, Server(data, port, folder) as server, server.watched():
        print(f"http://127.0.0.1:{server.server_port}/", flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print()
