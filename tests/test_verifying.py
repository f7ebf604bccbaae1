"""Verifying: a live site is compared with one built again, on the web or in a folder, and differences are named."""

from __future__ import annotations

import gzip
import shutil
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import ThreadingHTTPServer
from pathlib import Path
from socket import socket
from socketserver import BaseRequestHandler, ThreadingTCPServer
from time import sleep

import brotli
import pytest

from macros.__main__ import main
from macros.building.build import build
from macros.exports.table import Root
from macros.publishing import kept_files, live_site, upload, web_request
from macros.publishing.build_record import record_text
from macros.publishing.compare_sites import Built, has_copies, verify
from macros.publishing.compressing import add_copies
from macros.publishing.hosts import host_files
from macros.publishing.ledger_writing import facts_in
from macros.publishing.live_site import Live, SiteInFolder, Unreachable, Web, decoded, live_at
from macros.records.ledger import parsed_ledger
from macros.register.register import Register
from macros.system.checksums import FOR_HOSTS, KEPT_SUMS, SUMS, NotSums, read_sums, release_of, write_sums
from tests import nginx
from tests.night import some
from tests.places import DATA
from tests.publishing.sites import small_site
from tests.publishing.tampering import WAYS, Host, edit, keep, record
from tests.serving import Compressed, ObjectStorage, Quiet, running, served
from tests.small import few_pages, small_bureau
from tests.system_packages import find_nginx

VERIFY = ["verify", "--data", str(DATA)]
RECORD = {
    "address": None,
    "commit": "1" * 40,
    "committed": "2024-01-01T00:00:00Z",
    "clean": True,
    "data": "2" * 64,
    "lock": "3" * 64,
    "versions": {"python": "3.11.7", "mkdocs": "1.6.1"},
}
NOTHING = "<h1>Not here</h1>"
MORE = {"404.html": NOTHING, "en/404.html": NOTHING, "_headers": "/*\n  X-Frame-Options: DENY\n"}
FILES = 20


def site_of(folder: Path, version: str) -> Path:
    """A small site with all that a build adds."""
    site = small_site(folder, version)
    for name, text in MORE.items():
        edit(site, name, text)
    (site / "build.json").write_text(record_text(RECORD), "utf-8")
    write_sums(site)
    return site


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    """What was built here."""
    return site_of(tmp_path / "ours", "one")


@pytest.fixture
def before(tmp_path: Path) -> Path:
    """The release before."""
    return site_of(tmp_path / "before", "before")


@pytest.fixture
def theirs(tmp_path: Path, ours: Path, before: Path) -> Path:
    """What is live: the site that was built here, and beside it what the release before left."""
    place = upload.Target((), str(tmp_path / "place"))
    for site in (before, ours):
        upload.publish(place, site, release_of(site), 5)
    return Path(shutil.copytree((tmp_path / "place/current").resolve(), tmp_path / "theirs"))


@contextmanager
def both_ways(site: Path, handler: type[Quiet] = Host) -> Iterator[list[Live]]:
    """The site in its folder and on the web."""
    with served(site, handler=handler) as address:
        yield [SiteInFolder(site), Web(address)]


def told(place: Live, ours: Path, *releases: Path) -> tuple[int, list[str]]:
    """What verifying answers and says, but for what cannot be seen from the web."""
    lines: list[str] = []
    known = parsed_ledger("\n".join(line for site in releases for line in facts_in(site))).files
    status = verify(place, lambda: Built.of(ours, known), lines.append)
    if isinstance(place, Web) and status < 2:
        assert "cannot be seen from here" in lines.pop()
        if "a page of the server's own" in lines[-1]:
            lines.pop()
    return status, lines


def test_the_same_site(ours: Path, before: Path, theirs: Path) -> None:
    with both_ways(theirs) as lives:
        for live in lives:
            assert told(live, ours, before) == (0, [f"{FILES} 个文件全部一致。 All {FILES} files are the same."])


@pytest.mark.parametrize("way", some(WAYS, 10))
def test_tampering_is_told(way: str, ours: Path, before: Path, theirs: Path) -> None:
    """Each way by itself, in the folder and on the web; nothing else is said."""
    done = WAYS[way]
    done.tamper(theirs)
    with both_ways(theirs, done.server or Host) as (folder, web):
        for place, expected in ((folder, done.folder), (web, done.folder if done.web is None else done.web)):
            status, said = told(place, ours, before)
            assert status == (1 if expected else 0), (place, said)
            found = [line.partition(" ")[2] for line in said if ": " in line and "网站" not in line]
            assert all(any(want in line for line in found) for want in expected), (place, said)
            assert all(any(want in line for want in expected) for line in found), (place, said)


def test_there_are_ways_enough() -> None:
    assert sum(1 for way in WAYS.values() if way.folder) >= 12
    assert sum(1 for way in WAYS.values() if way.web or (way.web is None and way.folder)) >= 12


def test_every_difference_is_named(ours: Path, theirs: Path, before: Path) -> None:
    for number in range(12):
        edit(theirs, f"pages/{number}/index.html")
    edit(theirs, "a page \x1b[2J.html")
    for number in range(60):
        edit(theirs, f"more/{number}.html")
    status, said = told(SiteInFolder(theirs), ours, before)
    assert status == 1 and len(said) == 52
    assert said[-2] == "……另有 23 处。 … and 23 more."
    assert said[-1] == f"73 处不符（共 {FILES} 个文件）。 73 differences in {FILES} files."
    assert "多余 not expected: a page ·[2J.html" in said


def test_another_commit_is_said_and_is_no_difference(ours: Path, theirs: Path, before: Path) -> None:
    record(theirs, commit="a" * 40, data="b" * 64, versions={"python": "9.9.9"})
    with both_ways(theirs) as lives:
        for live in lives:
            status, said = told(live, ours, before)
            assert status == 0
            assert said[0].startswith('网站是由另一次提交生成的：网站 "aaaa')
            assert f'The site was built from other data: live "{"b" * 64}"; here "{"2" * 64}".' in said[1]
            assert '{"python": "9.9.9"}' in said[2] and "All" in said[3]


def test_another_address_is_said(ours: Path, theirs: Path, before: Path) -> None:
    record(theirs, address="https://another.example/")
    status, said = told(SiteInFolder(theirs), ours, before)
    assert status == 1 and 'built for another address: live "https://another.example/"; here null.' in said[0]


def test_what_earlier_releases_left_is_known_from_the_ledger(ours: Path, theirs: Path, before: Path) -> None:
    """What no ledger knows is no release's, whatever its name."""
    assert told(SiteInFolder(theirs), ours, before)[0] == 0
    status, said = told(SiteInFolder(theirs), ours)
    assert status == 1 and all("of no release that the ledger knows" in line for line in said[:-1])


def test_a_file_that_an_earlier_release_left_is_gone(ours: Path, theirs: Path, before: Path) -> None:
    (style,) = before.glob("assets/*")
    (theirs / "assets" / style.name).unlink()
    status, said = told(SiteInFolder(theirs), ours, before)
    assert status == 1 and f"缺少 missing: assets/{style.name}" in said


def test_compressed_copies_that_were_built(ours: Path, theirs: Path, before: Path) -> None:
    """Built with copies, published with them, and each of them the right one; of earlier releases too."""
    for site in (ours, theirs):
        left = (site / KEPT_SUMS).read_bytes() if (site / KEPT_SUMS).exists() else None
        (site / KEPT_SUMS).unlink(missing_ok=True)
        kept = read_sums(left.decode()) if left else {}
        hidden = {name: (site / name).read_bytes() for name in kept}
        for name in kept:
            (site / name).unlink()
        add_copies(site)
        write_sums(site)
        for name, content in hidden.items():
            (site / name).parent.mkdir(parents=True, exist_ok=True)
            (site / name).write_bytes(content)
        if left is not None:
            (site / KEPT_SUMS).write_bytes(left)
    with both_ways(theirs) as lives:
        for live in lives:
            assert has_copies(live) and told(live, ours, before)[0] == 0, told(live, ours, before)
        copy = theirs / "pages/1/index.html.br"
        copy.write_bytes((theirs / "pages/2/index.html.br").read_bytes())
        for live in lives:
            assert "不同 different: pages/1/index.html.br" in told(live, ours, before)[1]


@pytest.mark.parametrize(
    "text", [None, "<!doctype html>", f"{'0' * 64}  ../../etc/passwd\n", f"{'0' * 64}  /etc/passwd\n"]
)
def test_a_site_that_lists_nothing(ours: Path, theirs: Path, text: str | None) -> None:
    (theirs / SUMS).unlink()
    if text:
        (theirs / SUMS).write_text(text)
    with both_ways(theirs) as lives:
        for live in lives:
            status, said = told(live, ours)
            assert status == 2 and "There is no SHA256SUMS there" in said[0]


def test_names_that_lead_out_are_no_list() -> None:
    for name in ("/etc/passwd", "../x", "a/../../x"):
        with pytest.raises(NotSums):
            read_sums(f"{'0' * 64}  {name}\n")


def test_a_list_without_end(ours: Path, theirs: Path, before: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A list that is too long is not gone through, in bytes or in files; nor is a file that is longer than it was."""
    (folder,) = before.glob("search/zh/*/")
    monkeypatch.setattr(kept_files, "MOST_KEPT", 3)
    for number in range(4):
        keep(theirs, f"{folder.relative_to(before)}/k{number}.bin")
    edit(theirs, "pages/3/index.html", "more than was built " * 10_000)
    with both_ways(theirs) as lives:
        for live in lives:
            said = told(live, ours, before)[1]
            assert "不同 different: SHA256SUMS.kept" in said and "不同 different: pages/3/index.html" in said
    monkeypatch.setattr("macros.publishing.compare_sites.LARGEST_LIST", 100)
    monkeypatch.setattr(kept_files, "LARGEST_LIST", 100)
    assert told(SiteInFolder(theirs), ours, before)[0] == 2


@pytest.mark.parametrize("encoding", ["gzip", "br"])
def test_what_would_grow_without_end_is_cut(encoding: str) -> None:
    bomb = b"\0" * 2**24
    packed = gzip.compress(bomb) if encoding == "gzip" else brotli.compress(bomb)
    tracemalloc.start()
    found = decoded(packed, encoding, 1000)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found is not None and len(found) == 1001 and most < 2**20
    assert decoded(packed[: len(packed) // 2], encoding, 2**25) != bomb
    assert decoded(b"not compressed", encoding, 1000) is None


def dripping(connected: socket, what: bytes) -> None:
    """Sends something now and then, until the other side has had enough."""
    while True:
        connected.sendall(what)
        sleep(0.02)


def flooding(connected: socket, what: bytes) -> None:
    """Sends something without end."""
    while True:
        connected.sendall(what * 1000)


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
UNREACHABLE: dict[str, tuple[bytes, bytes, Callable[[socket, bytes], None] | None, str]] = {
    # what a server sends first, then without end and how; what is said
    "a body that drips": (HEAD + b"\r\n", b"x", dripping, "longer than"),
    "a head that drips": (HEAD + b"X: ", b"x", dripping, "longer than"),
    "never more than a beginning": (b"", b"HTTP/1.1 100 Continue\r\n\r\n", dripping, "longer than"),
    "an end that does not end": (
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n0\r\n",
        b"X: y\r\n",
        dripping,
        "longer than",
    ),
    "a redirect with a body without end": (
        b"HTTP/1.1 302 Found\r\nLocation: /x\r\n\r\n",
        b"x" * 1000,
        flooding,
        "too many redirects",
    ),
    "redirects without end": (
        b"HTTP/1.1 302 Found\r\nLocation: /x\r\nContent-Length: 0\r\n\r\n",
        b"",
        None,
        "too many",
    ),
    "too many headers": (HEAD, b"X: y\r\n", flooding, "more than 100 headers"),
    "too long a header": (HEAD + b"X: ", b"x" * 1000, flooding, "more than 65536 bytes"),
    "less than it says": (HEAD + b"Content-Length: 9\r\n\r\nx", b"", None, "IncompleteRead"),
    "no chunks": (HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nx", b"", None, "IncompleteRead"),
    "no HTTP": (b"220 \x1b[2J ftp\r\n", b"", None, "220 ·[2J ftp"),
    "nothing": (b"", b"", None, "without response"),
    "an error that acts on a terminal": (b"HTTP/1.1 500 \x1b[2Jfine\r\n\r\n", b"", None, "500: ·[2Jfine"),
}


@contextmanager
def sending(first: bytes, then: bytes, how: Callable[[socket, bytes], None] | None) -> Iterator[str]:
    """The address of a server that knows no HTTP."""

    class Raw(BaseRequestHandler):
        def handle(self) -> None:
            self.request.recv(4096)
            with suppress(OSError):
                self.request.sendall(first)
                if how:
                    how(self.request, then)

    server = ThreadingTCPServer(("127.0.0.1", 0), Raw)
    server.daemon_threads = True
    with running(server) as address:
        yield address


@pytest.mark.parametrize("case", some(UNREACHABLE, 6))
def test_a_hostile_server_comes_to_an_end(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """In little memory, and with one line of words that no terminal obeys."""
    first, then, how, expected = UNREACHABLE[case]
    monkeypatch.setattr(live_site, "TRIES", 1)
    monkeypatch.setattr(web_request, "LONGEST", 1)
    with sending(first, then, how) as address:
        tracemalloc.start()
        with pytest.raises(Unreachable) as stopped:
            Web(address).file("index.html", 10_000)
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert expected in str(stopped.value) and str(stopped.value).isprintable() and most < 2**23


def test_an_answer_without_end_is_cut() -> None:
    with sending(HEAD + b"\r\n", b"x" * 1000, flooding) as address:
        assert len(Web(address).file("index.html", 10_000).content) <= 10_000 + live_site.SLACK + 1


@pytest.mark.parametrize("location", ["http://[::1", "file:///etc/passwd", "http://127.0.0.1:99999999/", "//\xff/"])
def test_a_redirect_to_nowhere_leads_elsewhere(location: str) -> None:
    head = f"HTTP/1.1 302 Found\r\nLocation: {location}\r\n\r\n".encode("latin-1")
    with sending(head, b"", None) as address:
        assert Web(address).file("index.html", 10).odd == "elsewhere"


def test_all_files_together_come_to_an_end(theirs: Path, ours: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live_site, "AT_FIRST", 0)
    monkeypatch.setattr(live_site, "EACH", 0)
    with pytest.raises(Unreachable):
        told(SiteInFolder(theirs), ours)


def test_names_and_records_of_any_length(theirs: Path, ours: Path, before: Path) -> None:
    """A list may hold any name; only so much of it is shown, and too long a record is not gone through."""
    with (theirs / KEPT_SUMS).open("a", encoding="utf-8") as lines:
        lines.write(f"{'0' * 64}  {'a/' * 499}\n")
    (theirs / "build.json").write_text("[" * 10**6 + "]" * 10**6)
    status, said = told(SiteInFolder(theirs), ours, before)
    assert status == 1 and max(map(len, said)) < 500 and "不同 different: build.json" in said
    with (theirs / KEPT_SUMS).open("a", encoding="utf-8") as lines:
        lines.write(f"{'0' * 64}  {'a/' * 10**6}\n")
    assert "不同 different: SHA256SUMS.kept" in told(SiteInFolder(theirs), ours, before)[1]


class Chunked(Host):
    """A host that sends pieces, names its encodings in old ways, and leads an index to its folder."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if self.path.endswith("/index.html") and path.exists():
            self.send_response(308)
            self.send_header("Location", self.path.removesuffix("index.html"))
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        path = path / "index.html" if path.is_dir() else path
        refused = path.name in FOR_HOSTS or not path.exists()
        path = path if path.exists() else path.parent
        self.send_response(405 if refused else 200)
        self.send_header("Content-Type", f'{self.guess_type(str(path))}; Charset="UTF8"')
        self.send_header("Content-Encoding", "x-gzip")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        content = gzip.compress(b"" if refused else path.read_bytes(), mtime=0)
        for piece in (content[:10], content[10:]):
            self.wfile.write(b"%x;a=b\r\n%s\r\n" % (len(piece), piece))
        self.wfile.write(b"0\r\nX-Trailer: x\r\n\r\n")


@pytest.mark.parametrize("handler", [Quiet, Compressed, Chunked])
def test_an_honest_server_of_another_kind(handler: type[Quiet], ours: Path, before: Path, theirs: Path) -> None:
    """HTTP/1.0 and 1.1, whole and in pieces, compressed unasked; a firewall that refuses what looks like a secret."""
    with served(theirs, handler=handler) as address:
        assert told(Web(address), ours, before) == (0, [f"{FILES} 个文件全部一致。 All {FILES} files are the same."])


class Own404(Host):
    """A host with an error page of its own."""

    def send_head(self):  # type: ignore[no-untyped-def]  # as the class it is of
        """No page of the site where there is nothing."""
        if not Path(self.translate_path(self.path)).exists():
            self.send_error(404)
            return None
        return super().send_head()  # type: ignore[no-untyped-call]


@pytest.mark.parametrize("handler", [Host, Own404])
def test_another_error_page_is_said_and_is_no_difference(handler: type[Quiet], ours: Path, theirs: Path) -> None:
    lines: list[str] = []
    with served(theirs, handler=handler) as address:
        verify(Web(address), lambda: Built.of(ours, frozenset()), lines.append)
    assert any("a page of the server's own" in line for line in lines) == (handler is Own404)


def test_where_links_name_the_index_no_folder_need_be_shown(ours: Path, tmp_path: Path) -> None:
    class Names(ObjectStorage):
        """Files by their exact names, below a folder."""

        def do_GET(self) -> None:
            self.directory = str(Path(self.directory) / "live")
            self.path = self.path.removeprefix("/live")
            super().do_GET()

    record(ours, index_links=True)
    theirs = Path(shutil.copytree(ours, tmp_path / "live"))
    with served(theirs, handler=Names) as address:
        assert told(Web(address), ours)[0] == 0
        (ours / "build.json").write_text(record_text(RECORD))
        assert "读者打开时不同 different as readers get it: pages/1/index.html" in told(Web(address), ours)[1]


def test_only_the_site_itself_is_asked(theirs: Path) -> None:
    asked: list[str] = []

    class Other(Quiet):
        def do_GET(self) -> None:
            asked.append(self.path)

    class Elsewhere(Quiet):
        to = ""

        def do_GET(self) -> None:
            self.send_response(302)
            self.send_header("Location", self.to)
            self.end_headers()

    other = ThreadingHTTPServer(("127.0.0.1", 0), Other)
    with running(other) as elsewhere, served(theirs, handler=Elsewhere) as address:
        Elsewhere.to = elsewhere
        found = Web(address).file("index.html", 10)
        assert not found.there and found.odd == "elsewhere"
    assert asked == []


def test_every_file_for_hosts_is_known_by_name(register: Register) -> None:
    assert host_files(register, Root(), "/", "", ["assets"]).keys() == set(FOR_HOSTS)


@pytest.mark.parametrize("name", some(FOR_HOSTS, 9))
def test_a_file_for_hosts_need_not_be_served(name: str, ours: Path, tmp_path: Path) -> None:
    """A host takes it for itself; in a folder it has to be, and where it is served it has to be the same."""
    edit(ours, name, "for hosts")
    write_sums(ours)
    theirs = Path(shutil.copytree(ours, tmp_path / "live"))
    (theirs / name).unlink()
    assert told(SiteInFolder(theirs), ours)[0] == 1
    with served(theirs, handler=Host) as address:
        assert told(Web(address), ours)[0] == 0
    (theirs / name).write_text("for others", "utf-8")
    with served(theirs, handler=Host) as address:
        assert f"不同 different: {name}" in told(Web(address), ours)[1]


@pytest.mark.parametrize(
    "place",
    [
        *("", "ftp://host.example/", "/nowhere/at/all", "https:///", "https://host.example/?a"),
        *("https://host.example/#a", "https://me@host.example/", "https://host.example:port/"),
        *("https://host example/", "https://host..example/"),
    ],
)
def test_what_is_no_place(place: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert live_at(place) is None
    assert main([*VERIFY, "--url", place]) == 2
    assert "URL=" in capsys.readouterr().err


@pytest.mark.parametrize("place", ["https://Host.Example", "https://host.example/", "https://host.example//"])
def test_one_place_in_many_spellings(place: str) -> None:
    assert live_at(place) == Web("https://host.example/")


def test_a_chinese_place() -> None:
    assert live_at("https://政务.example/公开 一") == Web("https://xn--zfr164b.example/%E5%85%AC%E5%BC%80%20%E4%B8%80/")


def test_a_server_that_is_not_there(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(live_site, "PAUSE", 0.0)
    assert main([*VERIFY, "--url", "http://127.0.0.1:9/"]) == 2
    assert "Cannot be read" in capsys.readouterr().err


def test_a_file_that_cannot_be_asked_for(theirs: Path) -> None:
    """As one that may not be read: it may be there, so nothing is said of it but that."""
    with pytest.raises(Unreachable):
        SiteInFolder(theirs).file("x" * 300, 10)


@pytest.mark.night
def test_the_real_site_is_built_again_and_compared(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In a folder and by a real nginx with the site's own configuration; for no address but the caller's."""
    monkeypatch.delenv("SITE_ADDRESS", raising=False)
    copy = Path(shutil.copytree(site, tmp_path / "live"))
    assert main([*VERIFY, "--url", str(copy)]) == 0
    (copy / "about/index.html").write_text("spoiled")
    assert main([*VERIFY, "--url", str(copy)]) == 1
    said = capsys.readouterr().out.splitlines()
    differences = [line for line in said if " different: " in line or " missing: " in line]
    assert differences == ["不同 different: about/index.html"]
    assert main([*VERIFY, "--url", str(copy), "--address", "https://bureau.example/"]) == 1
    said = capsys.readouterr().out.splitlines()
    assert any("built for another address: live null" in line for line in said)
    assert any("different: build.json" in line for line in said)


@pytest.mark.night
@pytest.mark.skipif(find_nginx() is None, reason="no nginx here; make test installs it where it may")
def test_on_a_real_server(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A small site, built for the address nginx serves it at, with compressed copies; then one copy is exchanged."""
    root, work = Path(shutil.copytree(site, tmp_path / "site")), tmp_path / "work"
    work.mkdir()
    data = small_bureau(tmp_path)
    monkeypatch.setenv("DOCS", str(few_pages(tmp_path / "docs")))
    verify = ["verify", "--data", str(data), "--url"]
    with nginx.served(root, root, work) as address:
        monkeypatch.setenv("SITE_ADDRESS", address)
        assert build(data, root, compress=True)
        monkeypatch.delenv("SITE_ADDRESS")
        assert main([*verify, address]) == 0, capsys.readouterr().out
        shutil.copy(root / "en/index.html.gz", root / "index.html.gz")
        assert main([*verify, address]) == 1
        said = capsys.readouterr().out
        assert "different as readers get it: index.html" in said and "different: index.html.gz" in said
