"""A real nginx with the configuration that is built with the site: what it sends for every kind of file."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from macros.exports.table import Root
from macros.publishing.compare_sites import Built, live_differences
from macros.publishing.compressing import add_copies
from macros.publishing.headers import TYPES, for_every_file
from macros.publishing.hosts import prepare_for_hosts
from macros.publishing.live_site import Web
from macros.register.register import Register
from macros.system.checksums import FOR_HOSTS, write_sums
from tests import nginx
from tests.serving import headers_for, rules_in
from tests.system_packages import BROTLI, find_nginx

pytestmark = pytest.mark.skipif(find_nginx() is None, reason="no nginx here; make test installs it where it may")

SHORT, KEPT = "public, max-age=300", "public, max-age=31536000, immutable"
OWN, OTHERS = ("same-origin", None), ("cross-origin", "*")
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture(scope="module")
def copied(site: Path, addressed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration with a sitemap and compressed copies."""
    folder = Path(shutil.copytree(site, tmp_path_factory.mktemp("nginx") / "site"))
    shutil.copy(addressed / "sitemap.xml", folder)
    add_copies(folder)
    write_sums(folder)
    return folder


@pytest.fixture(scope="module")
def with_brotli(copied: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    if not BROTLI.exists():
        pytest.skip("nginx has no brotli module here")
    with nginx.served(copied, copied, tmp_path_factory.mktemp("brotli"), brotli=True) as address:
        yield address


@pytest.fixture(scope="module")
def address(copied: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with nginx.served(copied, copied, tmp_path_factory.mktemp("work")) as address:
        yield address


def get(address: str, path: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, bytes]:
    """The answer and what it holds, as it was sent."""
    with closing(HTTPConnection(urlsplit(address).netloc)) as connection:
        connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        return answer, answer.read()


def address_of(copied: Path, pattern: str) -> str:
    """The address of a file whose name holds a digest."""
    return "/" + next(iter(sorted(copied.glob(pattern)))).relative_to(copied).as_posix()


@pytest.mark.parametrize(
    ("pattern", "kind", "cache", "readers"),
    [
        ("index.html", "text/html; charset=utf-8", SHORT, OWN),
        ("en/index.html", "text/html; charset=utf-8", SHORT, OWN),
        ("assets/site.*.css", "text/css; charset=utf-8", KEPT, OWN),
        ("assets/icon.*.svg", "image/svg+xml", KEPT, OWN),
        ("assets/scripts.*/box.js", "text/javascript; charset=utf-8", KEPT, OWN),
        ("search/en/index.json", "application/json", SHORT, OWN),
        ("search/en/*/k0.bin", "application/octet-stream", KEPT, OWN),
        ("search/zh/*/t0.json", "application/json", KEPT, OWN),
        ("data/figures.csv", "text/csv; charset=utf-8", SHORT, OTHERS),
        ("data/figures.json", "application/json", SHORT, OTHERS),
        ("data/records/work-areas/projects.json", "application/json", SHORT, OTHERS),
        ("data/catalogue.jsonld", "application/ld+json", SHORT, OTHERS),
        ("data/figures.xlsx", WORKBOOK, SHORT, OTHERS),
        ("data/index.html", "text/html; charset=utf-8", SHORT, OWN),
        ("zh-hant/changes/feed.json", "application/feed+json", SHORT, OTHERS),
        ("sources/*/*.txt", "text/plain; charset=utf-8", SHORT, OTHERS),
        ("sitemap.xml", "text/xml; charset=utf-8", SHORT, OTHERS),
        ("llms.txt", "text/plain; charset=utf-8", SHORT, OTHERS),
        ("robots.txt", "text/plain; charset=utf-8", SHORT, OWN),
    ],
)
def test_headers(
    address: str, copied: Path, pattern: str, kind: str, cache: str, readers: tuple[str, str | None]
) -> None:
    path = address_of(copied, pattern)
    answer, content = get(address, path)
    assert (answer.status, answer.headers["Content-Type"], answer.headers["Cache-Control"]) == (200, kind, cache)
    found = answer.headers["Cross-Origin-Resource-Policy"], answer.headers["Access-Control-Allow-Origin"]
    assert found == readers
    assert_guarded(answer, copied)
    assert content == (copied / path[1:]).read_bytes()


def assert_guarded(answer: HTTPResponse, copied: Path) -> None:
    """Every answer bears the headers of the table, each once, and those that ``_headers`` gives."""
    given = headers_for("/", rules_in((copied / "_headers").read_text("utf-8")))
    for name in for_every_file(""):
        assert answer.headers.get_all(name) == [given[name]], name


def is_folder(copied: Path, path: str) -> bool:
    """Whether there is a folder at an address, and no page in it."""
    return (copied / path.strip("/")).is_dir()


@pytest.mark.parametrize(
    ("path", "language"),
    [
        ("/nothing", "zh-Hans"),
        ("/en/nothing/", "en"),
        ("/zh-hant/nothing/x.csv", "zh-Hant"),
        ("/data/nothing.csv", "zh-Hans"),
        ("/assets/site.0123456789.css", "zh-Hans"),
        ("/en/changes/feed.jso", "en"),
        ("/404.html", "zh-Hans"),
        ("/en/404.html", "en"),
        ("/_headers", "zh-Hans"),
        ("/_nginx.conf", "zh-Hans"),
        ("/web.config", "zh-Hans"),
        ("/.nojekyll", "zh-Hans"),
        ("/.git/config", "zh-Hans"),
        ("/en/.hidden", "en"),
        ("/assets/", "zh-Hans"),
        ("/data/records/", "zh-Hans"),
        ("/en/staff/", "en"),
    ],
)
def test_what_is_not_there_is_told_in_the_readers_language(
    address: str, copied: Path, path: str, language: str
) -> None:
    answer, content = get(address, path)
    assert (answer.status, answer.headers["Cache-Control"]) == (403 if is_folder(copied, path) else 404, SHORT)
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert f'<html lang="{language}"'.encode() in content
    assert_guarded(answer, copied)


@pytest.mark.parametrize(
    ("method", "path", "status", "location"),
    [
        ("GET", "/about", 301, "/about/"),
        ("GET", "/en", 301, "/en/"),
        ("POST", "/", 405, None),
        ("HEAD", "/", 200, None),
    ],
)
def test_other_answers_are_guarded_too(
    address: str, copied: Path, method: str, path: str, status: int, location: str | None
) -> None:
    answer, _ = get(address, path, method)
    assert (answer.status, answer.headers["Location"]) == (status, location)
    assert_guarded(answer, copied)


def test_copies_are_sent_to_browsers_that_take_them(address: str, copied: Path) -> None:
    for path, file in (("/", "index.html"), ("/data/figures.csv", "data/figures.csv")):
        answer, content = get(address, path, Accept_Encoding="gzip, br")
        assert (answer.headers["Content-Encoding"], answer.headers["Vary"]) == ("gzip", "Accept-Encoding")
        assert content == (copied / f"{file}.gz").read_bytes()
        plain, content = get(address, path)
        assert plain.headers["Content-Encoding"] is None and content == (copied / file).read_bytes()
    assert_guarded(answer, copied)


def test_brotli_copies_are_sent_where_nginx_can(with_brotli: str, copied: Path) -> None:
    for path, file in (("/", "index.html"), ("/data/figures.csv", "data/figures.csv")):
        answer, content = get(with_brotli, path, Accept_Encoding="gzip, br")
        assert (answer.headers["Content-Encoding"], answer.headers["Vary"]) == ("br", "Accept-Encoding")
        assert content == (copied / f"{file}.br").read_bytes()
        assert_guarded(answer, copied)
        answer, content = get(with_brotli, path, Accept_Encoding="gzip")
        assert content == (copied / f"{file}.gz").read_bytes()


def test_without_copies_files_are_compressed_on_the_way(site: Path, tmp_path: Path) -> None:
    assert not (site / "index.html.gz").exists()
    with nginx.served(site, site, tmp_path) as address:
        for path, file in (("/", "index.html"), ("/data/figures.csv", "data/figures.csv")):
            answer, content = get(address, path, Accept_Encoding="gzip")
            assert answer.headers["Content-Encoding"] == "gzip"
            assert gzip.decompress(content) == (site / file).read_bytes()
        answer, content = get(address, "/data/figures.xlsx", Accept_Encoding="gzip")
        assert answer.headers["Content-Encoding"] is None and content.startswith(b"PK")


def test_a_site_below_a_folder(register: Register, site: Path, tmp_path: Path) -> None:
    """Such as https://bureau.example/v1.0/: error pages and the languages of readers are found there too."""
    folder = Path(shutil.copytree(site, tmp_path / "root/v1.0"))
    policy = headers_for("/", rules_in((site / "_headers").read_text("utf-8")))["Content-Security-Policy"]
    prepare_for_hosts(folder, register, Root(), "/v1.0/", policy)
    work = tmp_path / "work"
    work.mkdir()
    with nginx.served(tmp_path / "root", folder, work) as address:
        for path, language in (("/v1.0/nothing", "zh-Hans"), ("/v1.0/en/nothing", "en")):
            answer, content = get(address, path)
            assert answer.status == 404 and f'<html lang="{language}"'.encode() in content
        assert get(address, address_of(tmp_path / "root", "v1.0/assets/site.*.css"))[0].headers["Cache-Control"] == KEPT
        assert get(address, "/v1.0/data/figures.csv")[0].headers["Access-Control-Allow-Origin"] == "*"


def test_verifying_finds_every_file_as_it_was_built(address: str, copied: Path) -> None:
    """The error pages too, which nginx sends with status 404 and nothing else."""
    assert list(live_differences(Web(address), Built.of(copied, frozenset()))) == []


def test_verifying_tells_of_another_error_page(copied: Path, tmp_path: Path) -> None:
    changed = Path(shutil.copytree(copied, tmp_path / "site"))
    (changed / "en/404.html").write_text("spoiled", "utf-8")
    work = tmp_path / "work"
    work.mkdir()
    with nginx.served(changed, changed, work) as address:
        found = live_differences(Web(address), Built.of(copied, frozenset()))
        assert [str(one) for one in found] == ["缺少 missing: en/404.html"]


def test_every_kind_of_file_has_a_type(site: Path) -> None:
    kinds = {
        path.suffix[1:] for path in site.rglob("*") if path.is_file() and path.name not in FOR_HOSTS and path.suffix
    }
    assert kinds <= TYPES.keys()
