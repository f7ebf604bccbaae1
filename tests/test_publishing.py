"""Publishing beside the live site: one swap, nothing lost for readers, a way back, and nothing half done."""

from __future__ import annotations

import fcntl
import getpass
import json
import os
import shutil
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.publishing import upload
from macros.publishing.build_record import digest_of_folder
from macros.records.ledger import NOT_LINKED
from macros.system.checksums import BUILD_RECORD, KEPT_SUMS, SUMS, release_of, write_sums
from tests.night import some
from tests.places import DATA
from tests.publishing.killing import kill_builds, kill_often
from tests.publishing.sites import command, data_folder, run, served, small_site

MEMORY = Path("/dev/shm")
"""Kills in the usual run; ``python -m tests.publishing --kills 60`` has more, ``--swaps 100`` swaps under load."""


@pytest.fixture
def sites(tmp_path: Path) -> dict[str, Path]:
    """Three versions of a small site."""
    return {name: small_site(tmp_path / name, name) for name in ("one", "two", "three")}


@pytest.fixture
def small_data(tmp_path: Path) -> Path:
    """A data folder that publishing may write the ledger into."""
    return data_folder(tmp_path / "data")


@pytest.fixture
def folder() -> Iterator[Path]:
    """Where to publish: in memory where there is such a place, for the disk is waited for at every swap."""
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as name:
        yield Path(name, "served here")


def publish(folder: Path, site: Path, keep: int = 5) -> str:
    return upload.publish(upload.Target((), str(folder)), site, release_of(site), keep)


def rollback(folder: Path) -> str:
    return upload.rollback(upload.Target((), str(folder)))


def releases(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "releases").iterdir() if "-" in path.name and path.name[0] != ".")


def test_publishing_swaps_and_going_back_swaps_back(folder: Path, sites: dict[str, Path]) -> None:
    for name, site in sites.items():
        assert publish(folder, site).endswith(release_of(site))
        assert served(folder, sites) == name
    for name in ("two", "one"):
        rollback(folder)
        assert served(folder, sites) == name
    with pytest.raises(upload.Failed, match="no earlier release"):
        rollback(folder)
    assert served(folder, sites) == "one"
    publish(folder, sites["three"])
    rollback(folder)
    assert served(folder, sites) == "one", "what was rolled back does not come back"


def test_there_is_a_site_at_every_moment(folder: Path, sites: dict[str, Path]) -> None:
    publish(folder, sites["one"])
    missed, looked, swapping = 0, 0, threading.Event()

    def look() -> None:
        nonlocal missed, looked
        while not swapping.is_set():
            missed += not (folder / "current/index.html").exists()
            looked += 1

    reader = threading.Thread(target=look)
    reader.start()
    for name in ("two", "one", "three"):
        publish(folder, sites[name])
    rollback(folder)
    swapping.set()
    reader.join()
    assert missed == 0 and looked > 100


def test_readers_with_open_pages_keep_their_assets(folder: Path, sites: dict[str, Path]) -> None:
    for site in sites.values():
        publish(folder, site)
    for site in sites.values():
        for file in [*site.glob("assets/*"), *site.glob("search/zh/*/*")]:
            assert (folder / "current" / file.relative_to(site)).read_bytes() == file.read_bytes()
    rollback(folder)
    (style,) = sites["three"].glob("assets/*")
    assert (folder / "current/assets" / style.name).read_bytes() == style.read_bytes()


def test_only_the_last_releases_stay(folder: Path, tmp_path: Path) -> None:
    versions = [small_site(tmp_path / f"v{number}", f"v{number}") for number in range(5)]
    for site in versions:
        publish(folder, site, keep=3)
    assert releases(folder) == [f"{number}-{release_of(versions[number - 1])}" for number in (3, 4, 5)]
    assert len(list((folder / "current/assets").iterdir())) == 4, "of the releases there were when it was published"


def test_the_same_site_is_not_published_twice(folder: Path, sites: dict[str, Path]) -> None:
    assert publish(folder, sites["one"]) == publish(folder, sites["one"])
    assert len(releases(folder)) == 1
    page = folder / "current/index.html"
    page.write_text("spoiled")
    publish(folder, sites["one"])
    assert served(folder, sites) == "one"


def test_everybody_may_read_what_is_published(folder: Path, sites: dict[str, Path]) -> None:
    (sites["one"] / "index.html").chmod(0o600)
    publish(folder, sites["one"])
    for path in (folder / "current").resolve().rglob("*"):
        assert path.stat().st_mode & 0o777 == (0o755 if path.is_dir() else 0o644), path


@pytest.mark.parametrize("spoil", some(["changed", "missing", "more", "no list", "list"], 3))
def test_a_site_that_is_not_whole_is_refused(
    folder: Path, sites: dict[str, Path], small_data: Path, spoil: str
) -> None:
    publish(folder, sites["one"])
    page = sites["two"] / "pages/3/index.html"
    if spoil == "changed":
        page.write_text("another")
    elif spoil == "missing":
        page.unlink()
    elif spoil == "more":
        (page.parent / "more.html").write_text("more")
    elif spoil == "no list":
        (sites["two"] / SUMS).unlink()
    else:
        (sites["two"] / SUMS).write_text("this is no list\n")
    done = run(*command("publish", folder, sites["two"], small_data))
    assert done.returncode == 2 and "make site" in done.stderr and "Traceback" not in done.stderr
    assert served(folder, sites | {"two": sites["one"]}) == "one"


def test_a_site_of_other_data_is_not_published(folder: Path, sites: dict[str, Path], small_data: Path) -> None:
    """A site that was built before the data was changed, or from a copy without its ledger."""
    site, made_from = sites["one"], digest_of_folder(small_data)
    for digest, status in ((made_from, 0), ("0" * 64, 2)):
        record = json.loads((site / BUILD_RECORD).read_text("utf-8"))
        (site / BUILD_RECORD).write_text(json.dumps({**record, "data": digest}), "utf-8")
        write_sums(site)
        done = run(*command("publish", folder, site, small_data))
        assert done.returncode == status, done.stderr
    assert "was not built from what" in done.stderr and "run make site again" in done.stderr
    assert json.loads((folder / "current" / BUILD_RECORD).read_text("utf-8"))["data"] == made_from


def test_an_upload_that_is_not_whole_is_not_swapped_in(folder: Path, sites: dict[str, Path]) -> None:
    publish(folder, sites["one"])
    (sites["two"] / "pages/3/index.html").write_text("lost on the way")
    with pytest.raises(upload.Failed, match="not whole"):
        publish(folder, sites["two"])
    assert served(folder, {"one": sites["one"]}) == "one" and len(releases(folder)) == 1


def test_what_an_archive_program_says_is_told_and_the_upload_is_removed(
    folder: Path, sites: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where the disk there is full: it would stay full, and nobody would know."""
    publish(folder, sites["one"])
    tar = tmp_path / "bin/tar"
    tar.parent.mkdir()
    tar.write_text(
        "#!/bin/sh\ncat >/dev/null; echo half >releases/incoming/half\n"
        'for n in $(seq 99); do echo "tar: $n: Cannot write: No space left on device" >&2; done; exit 2\n'
    )
    tar.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tar.parent}{os.pathsep}{os.environ['PATH']}")
    with pytest.raises(upload.Failed, match="No space left on device") as failed:
        publish(folder, sites["two"])
    assert "the room there" in str(failed.value) and str(failed.value).count("No space") == 2 * upload.MOST_HEARD
    assert served(folder, sites) == "one" and not (folder / "releases/incoming").exists()


LEFT_OUT = {
    # a file that is live and not in the next site, and the address that is named
    "pages/3/index.html": "/pages/3/",
    "index.html": "/",
    "en/a page/index.html": "/en/a page/",
    "data/figures.csv": "/data/figures.csv",
    "search/index.html": "/search/",
    "assets.html": "/assets.html",
    "data/404.htm": "/data/404.htm",
    "activities/handbook/index.html": "/activities/handbook/",
}
NOBODY_LINKS_TO = (
    *("assets/old.0123456789.css", "search/zh/0123456789/k1.bin", "search/zh/index.json", "404.html", "en/404.html"),
    *("pages/1/index.html.br", "sitemap.xml.gz", "_headers", "build.json", ".nojekyll", ".well-known/security.txt"),
    *(
        "handbook/online/index.html",
        "handbook/editor.zh.png",
        "en/handbook/index.html",
        "zh-hant/staff/fields/index.html",
    ),
)


@pytest.mark.parametrize("through", [(), ("sh", "-c")], ids=["here", "through a shell, as over ssh"])
@pytest.mark.parametrize("file", some(LEFT_OUT, 3))
def test_what_is_live_is_not_lost(
    file: str, through: tuple[str, ...], folder: Path, sites: dict[str, Path], tmp_path: Path
) -> None:
    """Without a ledger and without git: the live release itself knows which addresses there are."""
    place = upload.Target(through, str(folder))
    with_file(sites["one"], file)
    upload.publish(place, sites["one"], release_of(sites["one"]), 5)
    (sites["two"] / file).unlink(missing_ok=True)
    write_sums(sites["two"])
    with pytest.raises(upload.Failed, match=f"not on the site to be published: {LEFT_OUT[file]}\\. Nothing"):
        upload.publish(place, sites["two"], release_of(sites["two"]), 5)
    assert served(folder, sites) == "one" and len(releases(folder)) == 1
    upload.publish(place, with_file(sites["two"], file), release_of(sites["two"]), 5)
    assert served(folder, sites) == "two"


def test_what_nobody_links_to_may_go(folder: Path, sites: dict[str, Path]) -> None:
    for file in NOBODY_LINKS_TO:
        with_file(sites["one"], file)
    publish(folder, sites["one"])
    publish(folder, sites["two"])
    assert served(folder, sites) == "two"


def test_a_shell_and_python_know_the_same_of_addresses() -> None:
    """The one expression of what no reader links to, in the two languages that read it."""
    names = [*LEFT_OUT, *NOBODY_LINKS_TO, SUMS, KEPT_SUMS, "sources/report/report.txt", "search/zh/x/k0.bin", "a.brx"]
    done = subprocess.run(
        ["grep", "-xE", upload.UNLINKED], input="\n".join(names), capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == [name for name in names if NOT_LINKED.fullmatch(name)]


def test_the_command_says_what_would_be_lost(folder: Path, sites: dict[str, Path], small_data: Path) -> None:
    publish(folder, sites["one"])
    for number in range(3, 12):
        (sites["two"] / f"pages/{number}/index.html").unlink()
    write_sums(sites["two"])
    done = run(*command("publish", folder, sites["two"], small_data))
    assert done.returncode == 1 and "/pages/10/, /pages/11/, /pages/3/" in done.stderr
    assert "要发布的网站里没有" in done.stderr and "data/retired/" in done.stderr and "Traceback" not in done.stderr
    assert not (small_data / "ledger.txt").exists()


def with_file(site: Path, name: str) -> Path:
    """The site with one more file."""
    (site / name).parent.mkdir(parents=True, exist_ok=True)
    if not (site / name).exists():
        (site / name).write_text("more")
    write_sums(site)
    return site


def test_two_publishers_at_once(folder: Path, sites: dict[str, Path]) -> None:
    publish(folder, sites["one"])
    with (folder / "releases/.lock").open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(upload.Failed, match="under way"):
            publish(folder, sites["two"])
        with pytest.raises(upload.Failed, match="under way"):
            rollback(folder)
    assert served(folder, sites) == "one"
    publish(folder, sites["two"])
    assert served(folder, sites) == "two"


@pytest.mark.parametrize("there", ["a folder", "a file", "a link elsewhere", "a link that leads nowhere"])
def test_a_current_of_somebody_else_stays_as_it_is(folder: Path, sites: dict[str, Path], there: str) -> None:
    publish(folder, sites["one"])
    current = folder / "current"
    current.unlink()
    if there == "a folder":
        current.mkdir()
    elif there == "a file":
        current.write_text("mine")
    else:
        current.symlink_to(folder.parent if there == "a link elsewhere" else "releases/nothing")
    before = current.lstat()
    with pytest.raises(upload.Failed, match="no link of ours"):
        publish(folder, sites["two"])
    with pytest.raises(upload.Failed, match="no link of ours"):
        rollback(folder)
    assert current.lstat() == before and len(releases(folder)) == 1


FOREIGN = ["incoming/x", "removing.old/x", "releases/x", "releases/1-0123456789abcdef/x", "current/x", ".hidden", "x"]


@pytest.mark.parametrize("name", FOREIGN)
def test_a_folder_with_anything_else_in_it_is_no_target(folder: Path, sites: dict[str, Path], name: str) -> None:
    (folder / name).parent.mkdir(parents=True)
    (folder / name).write_text("mine")
    with pytest.raises(upload.Failed, match="Other files are there"):
        publish(folder, sites["one"])
    with pytest.raises(upload.Failed, match="no earlier release"):
        rollback(folder)
    assert [path for path in folder.rglob("*") if path.is_file()] == [folder / name]


def test_what_others_put_beside_releases_stays(folder: Path, sites: dict[str, Path]) -> None:
    publish(folder, sites["one"])
    for name in (*FOREIGN[:3], "releases/7-notes/x"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("mine")
    for name in ("two", "three", "one", "two"):
        publish(folder, sites[name], keep=2)
    rollback(folder)
    assert all((folder / name).read_text() == "mine" for name in (*FOREIGN[:3], "releases/7-notes/x"))


def test_there_is_always_one_to_go_back_to(folder: Path, tmp_path: Path) -> None:
    versions = {f"v{number}": small_site(tmp_path / f"v{number}", f"v{number}") for number in range(5)}
    publish(folder, versions["v0"], keep=2)
    publish(folder, versions["v1"], keep=2)
    rollback(folder)
    publish(folder, versions["v2"], keep=2)
    publish(folder, versions["v3"], keep=2)
    rollback(folder)
    publish(folder, versions["v4"], keep=2)
    rollback(folder)
    assert served(folder, versions) == "v2"


@pytest.mark.parametrize(
    ("text", "through", "place"),
    [
        ("web@host.example:/srv/site", ["ssh", "-o", "BatchMode=yes", "--", "web@host.example"], "/srv/site"),
        ("ssh://web@host.example:2222/srv/site", ["-p", "2222", "--", "web@host.example"], "/srv/site"),
        ("/srv/site", [], "/srv/site"),
        ("site", [], f"{Path.cwd()}/site"),
    ],
)
def test_targets(text: str, through: list[str], place: str) -> None:
    found = upload.target_named(text, "ssh")
    assert found is not None and found.folder == place
    assert list(found.through)[len(found.through) - len(through) :] == through


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "-oProxyCommand=sh:/x", "--help", "~", "~/site", "host:~/site"),
        *("host:", "web@host:", "web@host", "ssh://host", "ssh://host:22", "sftp://host/x", "https://host/x"),
    ],
)
def test_what_is_no_target(text: str) -> None:
    assert upload.target_named(text, "ssh") is None


def test_the_commands_tell_what_they_did(folder: Path, sites: dict[str, Path], small_data: Path) -> None:
    done = run(*command("publish", folder, sites["one"], small_data))
    assert done.returncode == 0 and "Published: 1-" in done.stdout and "commit" in done.stdout
    assert (small_data / "ledger.txt").read_text().splitlines()[4:6] == ["/", "/pages/0/ title"]
    done = run(*command("rollback", folder))
    assert done.returncode == 1 and "没有更早的版本" in done.stderr
    assert run(*command("publish", "", sites["one"], small_data)).returncode == 2


@pytest.mark.parametrize("kills", [1, pytest.param(24, marks=pytest.mark.night)])
def test_killed_at_any_moment_the_site_is_whole(
    kills: int, sites: dict[str, Path], folder: Path, small_data: Path
) -> None:
    del sites["three"]
    found = kill_often(folder, sites, small_data, kills, seed=7)
    assert sum(count for outcome, count in found.items() if outcome != "ended before") == kills


@pytest.mark.night
def test_a_build_killed_at_any_moment_leaves_the_site_whole(tmp_path: Path) -> None:
    builds = 6
    (tmp_path / "built").mkdir()
    found = kill_builds(tmp_path / "built/site", DATA, builds, seed=7)
    assert found.total() - found["ended before"] == builds


@pytest.fixture
def sshd(tmp_path: Path) -> Iterator[tuple[str, str]]:
    """A real ssh server on the loopback, with a key of its own: the target's host and port, and how to connect."""
    program = shutil.which("sshd", path="/usr/sbin:/usr/bin")
    if not program or os.geteuid() != 0:
        pytest.skip("needs sshd, and root to run it")
    Path("/run/sshd").mkdir(exist_ok=True)
    for name in ("host", "user"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(tmp_path / name)], check=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = [f"HostKey={tmp_path}/host", f"AuthorizedKeysFile={tmp_path}/user.pub", "StrictModes=no", "UsePAM=no"]
    server = subprocess.Popen(
        [program, "-D", "-f", "/dev/null", "-o", "ListenAddress=127.0.0.1", "-p", str(port)]
        + [part for option in options for part in ("-o", option)]
    )
    known = (tmp_path / "host.pub").read_text().split()[:2]
    (tmp_path / "known").write_text(f"[127.0.0.1]:{port} {' '.join(known)}\n")
    for _ in range(100):
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.05)
    yield (
        f"ssh://{getpass.getuser()}@127.0.0.1:{port}",
        (f"ssh -F none -i {tmp_path}/user -o UserKnownHostsFile={tmp_path}/known -o IdentitiesOnly=yes"),
    )
    server.terminate()
    server.wait()


def test_over_ssh(sshd: tuple[str, str], folder: Path, sites: dict[str, Path], small_data: Path) -> None:
    host, ssh = sshd
    for name in ("one", "two"):
        done = run(*command("publish", f"{host}{folder}", sites[name], small_data), SSH_COMMAND=ssh)
        assert done.returncode == 0, done.stderr
        assert served(folder, sites) == name
    assert run(*command("rollback", f"{host}{folder}"), SSH_COMMAND=ssh).returncode == 0
    assert served(folder, sites) == "one"
    done = run(*command("publish", f"{host}/dev/null/x", sites["one"], small_data), SSH_COMMAND=ssh)
    assert done.returncode == 1 and "Traceback" not in done.stderr and "Publishing was not finished" in done.stderr
