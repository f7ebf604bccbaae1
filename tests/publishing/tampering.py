"""Ways to tamper with a published site, and the lines that verifying says of each, in its folder and on the web."""

from __future__ import annotations

import gzip
import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from email.message import Message
from pathlib import Path

import brotli

from macros.publishing.build_record import record_text
from macros.system.checksums import BUILD_RECORD, KEPT_SUMS, SUMS, digest_of_file, read_sums, sums_text, write_sums
from macros.system.content_names import named_after
from tests.serving import Quiet

PHISH = "<h1>Send your password</h1>"
PAGE = "pages/3/index.html"
OPENED = "/pages/3/"
"""Where readers open it."""
Tamper = Callable[[Path], None]
Asked = Callable[[Message], bool] | None


@dataclass(frozen=True)
class Way:
    """A way of tampering: what is done to the folder, what the server does, and what is said here and there.

    ``web`` is ``None`` where what is said on the web is the same as in the folder; the states stand before the names.
    """

    tamper: Tamper
    folder: tuple[str, ...] = ()
    web: tuple[str, ...] | None = None
    server: type[Quiet] | None = None


class Host(Quiet):
    """A host as sites are published on: an error page of the site, and compressed copies where they stand."""

    def send_head(self):  # type: ignore[no-untyped-def]  # as the class it is of
        """A compressed copy if there is one and the reader takes it; the error page where there is nothing."""
        path = Path(self.translate_path(self.path))
        if path.is_dir() and self.path.endswith("/"):
            path = path / "index.html"
        for ending, encoding in ((".br", "br"), (".gz", "gzip")):
            copy = path.with_name(path.name + ending)
            if encoding in self.headers.get("Accept-Encoding", "") and copy.is_file():
                return self.send(200, copy, self.guess_type(str(path)), encoding)
        if not path.exists():
            return self.send(404, Path(self.directory) / self.site / "404.html", "text/html", "")
        return super().send_head()

    site = "theirs"

    def send(self, status: int, file: Path, kind: str, encoding: str):  # type: ignore[no-untyped-def]
        """One file, under another name."""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(file.stat().st_size if file.exists() else 0))
        if encoding:
            self.send_header("Content-Encoding", encoding)
        self.end_headers()
        return file.open("rb") if file.exists() else None


def answering(
    page: str,
    status: int = 200,
    content: str = "",
    asked_by: Asked = None,
    **headers: str,
) -> type[Quiet]:
    """A host that answers those who ask for one page in its own way, and for all else as it should."""

    class Own(Host):
        def do_GET(self) -> None:
            if not self.path.endswith(page) or (asked_by and not asked_by(self.headers)):
                super().do_GET()
                return
            file = Path(self.translate_path(self.path))
            file = file / "index.html" if file.is_dir() else file
            self.send_response(status)
            for name, value in {"Content_Type": self.guess_type(str(file)), **headers}.items():
                for part in value.split("\n"):
                    self.send_header(name.replace("_", "-"), part)
            self.end_headers()
            self.wfile.write(content.encode() or file.read_bytes())

    return Own


def asks(name: str, word: str) -> Asked:
    """Whether who asks says some word of themselves in a header."""
    return lambda headers: word in headers.get(name, "")


class Elsewhere(Host):
    """A host that leads the home page to another folder, in which the links on the same page lead to other pages."""

    def do_GET(self) -> None:
        if self.path == "/theirs/":
            self.send_response(302)
            self.send_header("Location", "/copy/")
            self.end_headers()
            return
        self.path = self.path.replace("/copy/", "/theirs/")
        super().do_GET()


class Knowing(Host):
    """A server that answers for everything but the name that verifying was known to ask for."""

    def do_GET(self) -> None:
        if not Path(self.translate_path(self.path)).exists() and "no-such-file" not in self.path:
            self.path = "/theirs/index.html"
        super().do_GET()


class Everything(Host):
    """A server that answers for every address with the home page."""

    def do_GET(self) -> None:
        if not Path(self.translate_path(self.path)).exists():
            self.path = "/theirs/index.html"
        super().do_GET()


def both(*tampers: Tamper) -> Tamper:
    """One after the other."""

    def all_of_them(site: Path) -> None:
        for tamper in tampers:
            tamper(site)

    return all_of_them


def edit(site: Path, name: str = PAGE, text: str = PHISH) -> None:
    (site / name).parent.mkdir(parents=True, exist_ok=True)
    (site / name).unlink(missing_ok=True)
    (site / name).write_text(text, "utf-8")


def listed(site: Path) -> None:
    """Has the list of checksums say what is there."""
    kept = site / KEPT_SUMS
    left = kept.read_bytes() if kept.exists() else None
    kept.unlink(missing_ok=True)
    write_sums(site)
    if left is not None:
        kept.write_bytes(left)


def keep(site: Path, name: str, text: str = PHISH) -> None:
    """Adds a file and appends its checksum to the list of what earlier releases left."""
    edit(site, name, text)
    with (site / KEPT_SUMS).open("a", encoding="utf-8") as lines:
        lines.write(f"{digest_of_file(site / name)}  {name}\n")


def record(site: Path, **fields: object) -> None:
    """Changes the record of the build, and the list of checksums with it."""
    told = json.loads((site / BUILD_RECORD).read_text("utf-8"))
    (site / BUILD_RECORD).write_text(record_text({**told, **fields}), "utf-8")
    listed_record(site)


def story(site: Path, value: str) -> None:
    """Puts JSON of any kind in place of a value of the record."""
    record(site, versions={"python": "HERE"})
    edit(site, BUILD_RECORD, (site / BUILD_RECORD).read_text("utf-8").replace('"HERE"', value))
    listed_record(site)


def listed_record(site: Path) -> None:
    """Has the list of checksums say what the record holds."""
    sums = read_sums((site / SUMS).read_text("utf-8"))
    (site / SUMS).write_text(sums_text(sums | {BUILD_RECORD: digest_of_file(site / BUILD_RECORD)}), "utf-8")


def linked(site: Path, name: str, to: str | Path) -> None:
    (site / name).unlink()
    (site / name).symlink_to(to)


def linked_outside(site: Path) -> None:
    """The same page, through a link that could lead elsewhere tomorrow."""
    shutil.copy(site / PAGE, site.parent / "copy.html")
    linked(site, PAGE, site.parent / "copy.html")


def folder_linked(site: Path) -> None:
    """The same folder, through a link."""
    (site / "pages/3").rename(site.parent / "elsewhere")
    (site / "pages/3").symlink_to(site.parent / "elsewhere")


def copy_of(site: Path, ending: str, content: bytes = PHISH.encode()) -> None:
    """A compressed copy, which may hold something else than the page it stands beside."""
    made = gzip.compress(content, mtime=0) if ending == ".gz" else brotli.compress(content)
    (site / (PAGE + ending)).write_bytes(made)


def more_behind(site: Path) -> None:
    """A compressed copy that goes on where it should end."""
    page = gzip.compress((site / PAGE).read_bytes(), mtime=0)
    (site / (PAGE + ".gz")).write_bytes(page + gzip.compress(PHISH.encode(), mtime=0))


def of_its_own_name(site: Path, ending: str = ".html") -> None:
    """A page named after what it really holds, as assets are."""
    digest = named_after({f"site{ending}": PHISH.encode()})
    keep(site, f"assets/site.{digest}{ending}")


def in_an_earlier_folder(site: Path) -> None:
    """One more file beside those that an earlier release left."""
    (name,) = [one for one in read_sums((site / KEPT_SUMS).read_text()) if one.endswith(".bin")]
    keep(site, name.replace("k0", "k9"))


def earlier_asset(site: Path) -> str:
    """The style sheet that an earlier release left."""
    return next(name for name in read_sums((site / KEPT_SUMS).read_text()) if name.endswith(".css"))


def spoilt(site: Path) -> None:
    name = earlier_asset(site)
    text = (site / KEPT_SUMS).read_text().splitlines(keepends=True)
    (site / KEPT_SUMS).write_text("".join(line for line in text if name not in line))
    keep(site, name)


def another_case(site: Path) -> None:
    edit(site, "pages/3/Index.html")
    keep(site, "Assets/site.css")


def append(site: Path, name: str, text: str) -> None:
    with (site / name).open("a", encoding="utf-8") as opened:
        opened.write(text)


ZEROS = "0" * 64

WAYS: dict[str, Way] = {
    "a page is changed": Way(edit, (f"different: {PAGE}",)),
    "a page is changed, and the list with it": Way(
        both(edit, listed),
        ("different: SHA256SUMS", f"different: {PAGE}"),
    ),
    "a page is gone": Way(lambda site: (site / PAGE).unlink(), (f"missing: {PAGE}",)),
    "a folder is added and listed as kept": Way(
        lambda site: keep(site, "phish/index.html"), ("not expected: phish/index.html",)
    ),
    "a folder is added and listed": Way(
        both(lambda site: edit(site, "phish/index.html"), listed),
        ("different: SHA256SUMS", "not expected: phish/index.html"),
    ),
    "a folder is added and listed nowhere": Way(
        lambda site: edit(site, "phish/index.html"), ("not expected: phish/index.html",), ()
    ),
    "a page is added among the assets": Way(
        lambda site: keep(site, "assets/login/index.html"), ("not expected: assets/login/index.html",)
    ),
    "a page is added that is named after what it holds": Way(
        of_its_own_name, ("of no release that the ledger knows: assets/site.",)
    ),
    "a file is added beside those of an earlier release": Way(in_an_earlier_folder, ("not expected: search/zh/",)),
    "a file of an earlier release is changed, and its list": Way(spoilt, ("not expected: assets/site.",)),
    "a page is replaced by a link to another": Way(
        lambda site: linked(site, PAGE, "../4/index.html"),
        (f"a link in place of a file: {PAGE}",),
        (f"different: {PAGE}",),
    ),
    "a page is replaced by a link to its like outside": Way(
        linked_outside,
        (f"a link in place of a file: {PAGE}",),
        (),
    ),
    "a folder is replaced by a link": Way(
        folder_linked, ("not expected: pages/3", f"a link in place of a file: {PAGE}"), ()
    ),
    "the error page is gone": Way(lambda site: (site / "404.html").unlink(), ("missing: 404.html",)),
    "the error page is changed": Way(lambda site: edit(site, "404.html"), ("different: 404.html",)),
    "names in other letter case": Way(
        another_case,
        ("not expected: Assets/site.css", "not expected: pages/3/Index.html"),
        ("not expected: Assets/site.css",),
    ),
    "the headers for hosts are weakened": Way(
        lambda site: edit(site, "_headers", "/*\n  Refresh: 0; url=https://example.org\n"), ("different: _headers",)
    ),
    "a gzip copy holds something else": Way(
        lambda site: copy_of(site, ".gz"),
        (f"not expected: {PAGE}.gz",),
        (f"different as readers get it: {PAGE}",),
    ),
    "a brotli copy holds something else": Way(
        lambda site: copy_of(site, ".br"),
        (f"not expected: {PAGE}.br",),
        (f"different as readers get it: {PAGE}",),
    ),
    "a gzip copy beside a right brotli one holds something else": Way(
        both(lambda site: copy_of(site, ".gz"), lambda site: copy_of(site, ".br", (site / PAGE).read_bytes())),
        (f"not expected: {PAGE}.br", f"not expected: {PAGE}.gz"),
        (f"different as readers get it: {PAGE}",),
    ),
    "a gzip copy holds more behind what it should": Way(
        more_behind,
        (f"not expected: {PAGE}.gz",),
        (f"different as readers get it: {PAGE}",),
    ),
    "names in the lists lead out of the site": Way(
        lambda site: append(site, KEPT_SUMS, f"{ZEROS}  ../../etc/passwd\n"),
        ("different: SHA256SUMS.kept", "not expected: assets", "not expected: search"),
        ("different: SHA256SUMS.kept",),
    ),
    "the list is followed by a second one": Way(
        lambda site: append(site, SUMS, (site / SUMS).read_text()), ("different: SHA256SUMS",)
    ),
    "the record says another address": Way(
        lambda site: record(site, address="https://evil.example/"), ("different: build.json",)
    ),
    "the record is changed, the list is not": Way(
        lambda site: edit(site, BUILD_RECORD, (site / BUILD_RECORD).read_text().replace('"1.6.1"', '"9.9.9"')),
        ("different: SHA256SUMS",),
    ),
    "the record says other data for the same commit": Way(
        lambda site: record(site, data="f" * 64), ("different: build.json",)
    ),
    "the record says more than it should": Way(lambda site: record(site, note=PHISH), ("different: build.json",)),
    "the record is gone": Way(
        lambda site: (site / BUILD_RECORD).unlink(), ("different: SHA256SUMS", "missing: build.json")
    ),
    "a page leads to another site": Way(
        lambda site: None,
        web=(f"leads elsewhere: {PAGE}",),
        server=answering("pages/3/index.html", 302, Location="http://127.0.0.1:9/"),
    ),
    "the address that readers open leads to another site": Way(
        lambda site: None,
        web=(f"leads elsewhere: {PAGE}",),
        server=answering("pages/3/", 302, Location="http://127.0.0.1:9/"),
    ),
    "a header sends readers away": Way(
        lambda site: None,
        web=(f"leads elsewhere: {PAGE}",),
        server=answering("pages/3/", 200, Refresh="0; url=http://127.0.0.1:9/"),
    ),
    "the address that readers open shows another page": Way(
        lambda site: None,
        web=(f"different as readers get it: {PAGE}",),
        server=answering("pages/3/", 200, PHISH),
    ),
    "a page is served as plain text": Way(
        lambda site: None,
        web=(f"served as another type of file: {PAGE}",),
        server=answering("pages/3/", 200, Content_Type="text/plain"),
    ),
    "the server answers for everything": Way(
        lambda site: None, web=("answered though there is no such file: ",), server=Everything
    ),
    "the server answers for everything but what it is expected to be asked for": Way(
        lambda site: None, web=("answered though there is no such file: ",), server=Knowing
    ),
    "the home page leads to another folder of the same host": Way(
        lambda site: None, web=("leads elsewhere: index.html",), server=Elsewhere
    ),
    "a file that search engines ask for is added": Way(
        lambda site: edit(site, "robots.txt", "User-agent: *\nDisallow: /\n"), ("not expected: robots.txt",)
    ),
    "the record tells a story": Way(
        lambda site: record(site, commit=None, versions={"python": PHISH}), ("different: build.json",)
    ),
    "the record tells of no day": Way(
        lambda site: record(site, commit=None, committed=PHISH), ("different: build.json",)
    ),
    "the record is no text": Way(lambda site: story(site, '"\\ud800"'), ("different: build.json",)),
    "the record has no bottom": Way(lambda site: story(site, "[" * 900 + "]" * 900), ("different: build.json",)),
    "the record sends readers away": Way(
        lambda site: None, web=("leads elsewhere: build.json",), server=answering("build.json", Refresh="0; url=/x")
    ),
    "the list of what was kept says another checksum of a page": Way(
        lambda site: append(site, KEPT_SUMS, f"{ZEROS}  {PAGE}\n"), ("different: SHA256SUMS.kept",)
    ),
    **{
        f"the address that readers open shows another page with status {status}": Way(
            lambda site: None, web=(f"different as readers get it: {PAGE}",), server=answering(OPENED, status, PHISH)
        )
        for status in (403, 404, 410)
    },
    **{
        f"another page for {who}": Way(
            lambda site: None,
            web=(f"different as {'search engines' if name == 'Baiduspider' else 'readers'} get it: {PAGE}",),
            server=answering(OPENED, 200, PHISH, asks(header, name)),
        )
        for who, header, name in (
            ("who reads Chinese", "Accept-Language", "zh"),
            ("who comes from a search", "Referer", "baidu"),
            ("telephones", "User-Agent", "Mobile"),
            ("search engines", "User-Agent", "Baiduspider"),
        )
    },
    "another page for all but us": Way(
        lambda site: None,
        web=(f"different: {PAGE}",),
        server=answering(PAGE, 200, PHISH, lambda headers: "verify" not in headers.get("User-Agent", "")),
    ),
    **{
        f"{what} with the right page": Way(
            lambda site: None,
            web=(f"served so that browsers make something else of it: {PAGE}",),
            server=answering(OPENED, status, "", None, **headers),
        )
        for what, status, headers in (
            ("no new page", 205, {}),
            ("another encoding of characters", 200, {"Content_Type": "text/html; charset=gbk"}),
            ("two types", 200, {"Content_Type": "text/html\ntext/html; charset=utf-7"}),
            ("a compression that is none", 200, {"Content_Encoding": "gzip"}),
            ("a compression that nobody asked for", 200, {"Content_Encoding": "zstd"}),
            ("an order to save", 200, {"Content_Disposition": "attachment; filename=setup.exe"}),
            ("a style of another site", 200, {"Link": "<https://evil.example/x.css>; rel=stylesheet"}),
        )
    },
    "a style sheet is served as plain text": Way(
        lambda site: None,
        web=("served as another type of file: assets/site.", "not expected: assets/site."),
        server=answering(".css", Content_Type="text/plain"),
    ),
}
