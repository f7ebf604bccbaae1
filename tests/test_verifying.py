"""Verifying: a live site is compared with one built anew, on the web or in a folder, and differences are named."""

from __future__ import annotations

import functools
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from macros.__main__ import main
from macros.exports.table import Root
from macros.publishing import target
from macros.publishing.hosts import host_files
from macros.publishing.live import Folder, Live, Unreachable, Web, live_at
from macros.publishing.sums import FOR_HOSTS, SUMS, NotSums, read, release_of, sums_of, write
from macros.publishing.verifying import record_of, verify
from macros.register import Register
from tests.publishing.sites import small_site
from tests.serving import Quiet, served

RECORD = '{"address": null, "commit": "1", "data": "2"}'


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    """What was built here."""
    return with_record(small_site(tmp_path / "ours", "one"), RECORD)


@pytest.fixture
def theirs(tmp_path: Path, ours: Path) -> Path:
    """What is live."""
    return Path(shutil.copytree(ours, tmp_path / "theirs"))


def with_record(site: Path, record: str) -> Path:
    (site / "build.json").write_text(record)
    write(site)
    return site


@contextmanager
def both_ways(site: Path) -> Iterator[list[Live]]:
    """The site in its folder and on the web."""
    with served(site) as address:
        yield [Folder(site), Web(address)]


def told(live: Live, ours: Path) -> tuple[int, list[str]]:
    """What verifying answers and says."""
    lines: list[str] = []
    status = verify(live, lambda address: (sums_of(ours), record_of(Folder(ours))), lines.append)
    return status, [line for line in lines if "stated address" not in line]


def test_the_same_site(ours: Path, theirs: Path) -> None:
    with both_ways(theirs) as lives:
        for live in lives:
            status, (said,) = told(live, ours)
            assert status == 0 and said.endswith("All 17 files are the same.")


def test_every_difference_is_named(ours: Path, theirs: Path) -> None:
    (theirs / "pages/1/index.html").write_text("spoiled")
    (theirs / "pages/2/index.html").unlink()
    (theirs / "pages/new page.html").write_text("more")
    write(theirs)
    (theirs / "pages/3/index.html").write_text("spoiled after the list was written")
    with both_ways(theirs) as lives:
        for live in lives:
            status, said = told(live, ours)
            assert status == 1
            assert said == [
                "不同 different: SHA256SUMS",
                "不同 different: pages/1/index.html",
                "缺少 missing: pages/2/index.html",
                "不同 different: pages/3/index.html",
                "多余 not expected: pages/new page.html",
                "5 处不符（共 17 个文件）。 5 differences in 17 files.",
            ]


def test_in_a_folder_nothing_hides(ours: Path, theirs: Path) -> None:
    (theirs / "hidden.html").write_text("listed nowhere")
    (theirs / "link.html").symlink_to("/etc/hostname")
    assert told(Folder(theirs), ours)[1] == [
        "多余 not expected: hidden.html",
        "多余 not expected: link.html",
        "2 处不符（共 17 个文件）。 2 differences in 17 files.",
    ]


def test_another_commit_is_said_and_is_no_difference(ours: Path, theirs: Path) -> None:
    with_record(theirs, RECORD.replace('"1"', '"another\\u001b[2J"'))
    with both_ways(theirs) as lives:
        for live in lives:
            status, said = told(live, ours)
            assert status == 0
            assert said[0] == 'commit: 网站 live "another\\u001b[2J"; 此处 here "1"'


def test_what_earlier_releases_left_is_expected(ours: Path, tmp_path: Path) -> None:
    place = target.Target((), str(tmp_path / "place"))
    before = small_site(tmp_path / "before", "before")
    for site in (before, ours):
        target.publish(place, site, release_of(site), 5)
    live = tmp_path / "place/current"
    with both_ways(live) as lives:
        assert [told(one, ours)[0] for one in lives] == [0, 0]
    (style,) = before.glob("assets/*")
    (live / "assets" / style.name).unlink()
    (live / "assets" / style.name).write_text("spoiled")
    assert told(Folder(live), ours)[1][0] == f"多余 not expected: assets/{style.name}"


@pytest.mark.parametrize("text", [None, "<!doctype html>", f"{'0' * 64}  ../../etc/passwd\n"])
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
            read(f"{'0' * 64}  {name}\n")


class Elsewhere(Quiet):
    """A server that sends whoever asks for a page to another place."""

    to = ""

    def do_GET(self) -> None:
        if self.path.endswith("pages/1/index.html"):
            self.send_response(302)
            self.send_header("Location", self.to)
            self.end_headers()
        else:
            super().do_GET()


def test_only_the_site_itself_is_asked(ours: Path, theirs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    class Other(Quiet):
        def do_GET(self) -> None:
            asked.append(self.path)

    monkeypatch.setattr("macros.publishing.live.TRIES", 1)
    handler = functools.partial(Other, directory=str(theirs))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as other, served(theirs, handler=Elsewhere) as address:
        threading.Thread(target=other.serve_forever, daemon=True).start()
        monkeypatch.setattr(Elsewhere, "to", f"http://127.0.0.1:{other.server_port}/")
        with pytest.raises(Unreachable, match="redirected to another place"):
            told(Web(address), ours)
        other.shutdown()
    assert asked == []


def test_every_file_for_hosts_is_known_by_name(register: Register) -> None:
    assert host_files(register, Root(), "/", "", ["assets"]).keys() == set(FOR_HOSTS)


@pytest.mark.parametrize("name", FOR_HOSTS)
def test_a_file_for_hosts_need_not_be_served(name: str, ours: Path, theirs: Path) -> None:
    """A host takes it for itself; in a folder it has to be, and where it is served it has to be the same."""
    for site in (ours, theirs):
        (site / name).write_text("for hosts", "utf-8")
        write(site)
    (theirs / name).unlink()
    assert told(Folder(theirs), ours)[0] == 1
    with served(theirs) as address:
        assert told(Web(address), ours)[0] == 0
    (theirs / name).write_text("for others", "utf-8")
    with served(theirs) as address:
        assert f"不同 different: {name}" in told(Web(address), ours)[1]


@pytest.mark.parametrize("place", ["", "ftp://host.example/", "/nowhere/at/all"])
def test_what_is_no_place(place: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert live_at(place) is None
    assert main(["verify", "--url", place]) == 1
    assert "URL=" in capsys.readouterr().err


def test_a_server_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", "--url", "http://127.0.0.1:9/"]) == 2
    assert "Cannot be read" in capsys.readouterr().err


def test_the_real_site_is_built_anew_and_compared(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("SITE_ADDRESS", raising=False)
    live = Path(shutil.copytree(site, tmp_path / "live"))
    (live / "about/index.html").write_text("spoiled")
    assert main(["verify", "--url", str(live)]) == 1
    said = capsys.readouterr().out.splitlines()
    differences: list[Any] = [line for line in said if " different: " in line or " missing: " in line]
    assert differences == ["不同 different: about/index.html"]
