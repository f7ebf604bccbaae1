"""``web.config``: IIS would take it, and it says of every file what the other hosts' configurations say."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from macros.publishing import iis
from macros.publishing.headers import ATOM, CACHE_FOR_EVER, CACHE_SHORTLY, JSON_FEED, OTHER_TYPE, TYPES, for_every_file
from tests.iis import answer, faults, read
from tests.serving import headers_for, rules_in

CORP, CORS = "Cross-Origin-Resource-Policy", "Access-Control-Allow-Origin"
OWN, OTHERS = ("same-origin", None), ("cross-origin", "*")


@pytest.fixture(scope="module")
def config(addressed: Path) -> Any:
    """As it was built."""
    return read((addressed / iis.CONFIGURATION_FILE).read_bytes())


def test_iis_would_take_it(config: Any) -> None:
    assert list(faults(config)) == []


SPOILED = {
    "a name of no section": ("<directoryBrowse", "<directoryBrowser"),
    "a section of the server's own": ('<directoryBrowse enabled="false"/>', "<handlers/>"),
    "a word for yes or no": ('<directoryBrowse enabled="false"/>', '<directoryBrowse enabled="no"/>'),
    "an unknown attribute": ("<httpErrors errorMode", "<httpErrors errormode"),
    "a locked attribute": ("<httpErrors errorMode", '<httpErrors defaultPath="404.html" errorMode'),
    "a mode that is none": ('responseMode="File"', 'responseMode="Url"'),
    "a status that is none": ('<error statusCode="404"', '<error statusCode="40"'),
    "no type": (' mimeType="text/html; charset=utf-8"', ""),
    "an empty type": ('mimeType="text/html; charset=utf-8"', 'mimeType=""'),
    "a type that a server has": ('<remove fileExtension=".html"/>', ""),
    "a header that a server has": ('<remove name="X-Frame-Options"/>', ""),
    "a page that a server has": ("<clear/>", ""),
    "a place at the root": ('<location path="en">', '<location path="/en">'),
    "a place twice": ('<location path="en">', '<location path="data">'),
    "something else in a place": ('<location path="en">', '<location path="en"><appSettings/>'),
    "a section of a later version": ("<requestFiltering>", '<requestFiltering removeServerHeader="true">'),
}


@pytest.mark.parametrize("kind", SPOILED)
def test_what_iis_would_refuse_is_told(addressed: Path, kind: str) -> None:
    before, after = SPOILED[kind]
    text = (addressed / iis.CONFIGURATION_FILE).read_text("utf-8")
    assert before in text
    assert list(faults(read(text.replace(before, after, 1).encode())))


@pytest.mark.parametrize(
    ("pattern", "kind", "cache", "readers"),
    [
        ("index.html", "text/html; charset=utf-8", CACHE_SHORTLY, OWN),
        ("en/index.html", "text/html; charset=utf-8", CACHE_SHORTLY, OWN),
        ("assets/site.*.css", "text/css; charset=utf-8", CACHE_FOR_EVER, OWN),
        ("assets/icon.*.svg", "image/svg+xml", CACHE_FOR_EVER, OWN),
        ("assets/scripts.*/box.js", "text/javascript; charset=utf-8", CACHE_FOR_EVER, OWN),
        ("search/en/index.json", "application/json", CACHE_SHORTLY, OWN),
        ("search/en/*/k0.bin", "application/octet-stream", CACHE_FOR_EVER, OWN),
        ("search/zh/*/t0.json", "application/json", CACHE_FOR_EVER, OWN),
        ("data/figures.csv", "text/csv; charset=utf-8", CACHE_SHORTLY, OTHERS),
        ("data/records/work-areas/projects.json", "application/json", CACHE_SHORTLY, OTHERS),
        ("data/catalogue.jsonld", "application/ld+json", CACHE_SHORTLY, OTHERS),
        ("zh-hant/changes/feed.json", JSON_FEED, CACHE_SHORTLY, OTHERS),
        ("sources/*/*.txt", "text/plain; charset=utf-8", CACHE_SHORTLY, OTHERS),
        ("sitemap.xml", "text/xml; charset=utf-8", CACHE_SHORTLY, OTHERS),
        ("llms.txt", "text/plain; charset=utf-8", CACHE_SHORTLY, OTHERS),
        ("robots.txt", "text/plain; charset=utf-8", CACHE_SHORTLY, OWN),
        ("SHA256SUMS", OTHER_TYPE, CACHE_SHORTLY, OWN),
    ],
)
def test_what_it_says_of_a_file(
    addressed: Path, config: Any, pattern: str, kind: str, cache: str, readers: tuple[str, str | None]
) -> None:
    """The table that nginx is tested with."""
    found = answer(config, path_of(addressed, pattern))
    given = found.headers
    assert (given["Content-Type"], given["Cache-Control"], given[CORP], given.get(CORS)) == (kind, cache, *readers)
    assert not found.denied


def path_of(site: Path, pattern: str) -> str:
    """The path of a file whose name holds a digest."""
    return sorted(site.glob(pattern))[0].relative_to(site).as_posix()


def test_every_file_is_sent_with_the_headers_of_the_table(addressed: Path, config: Any) -> None:
    rules = rules_in((addressed / "_headers").read_text("utf-8"))
    for file in (one for one in addressed.rglob("*") if one.is_file()):
        path = file.relative_to(addressed).as_posix()
        found, expected = answer(config, path), headers_for(f"/{path}", rules)
        if path.endswith("404.html") or path in (iis.CONFIGURATION_FILE, "_headers", "_nginx.conf", ".nojekyll"):
            assert found.denied, path
            continue
        assert not found.denied, path
        assert {name: found.headers[name] for name in for_every_file("")} == {
            name: expected[name] for name in for_every_file("")
        }, path
        feed = path.endswith(("feed.json", "feed.atom"))
        assert feed or found.headers[CORP] == expected.get(CORP, found.headers[CORP]), path
        assert (found.headers["Cache-Control"] == CACHE_FOR_EVER) == bool(
            re.search(r"[./][0-9a-f]{20}[./]", f"/{path}")
        ), path


@pytest.mark.parametrize("ending", [*TYPES, "kept", "br"])
def test_every_kind_of_file_has_a_type(config: Any, ending: str) -> None:
    assert answer(config, f"x.{ending}").headers["Content-Type"].startswith(TYPES.get(ending, OTHER_TYPE))


def test_an_unknown_kind_of_file_is_not_sent(config: Any) -> None:
    assert answer(config, "x.conf").denied and answer(config, "en/changes/feed.atom").headers["Content-Type"] == ATOM


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("nothing", r"record\404.html"),
        ("data/nothing.csv", r"record\404.html"),
        ("en/nothing/", r"record\en\404.html"),
        ("en/changes/feed.json", r"record\en\404.html"),
        ("EN/nothing/", r"record\en\404.html"),
        ("zh-hant/nothing/x.csv", r"record\zh-hant\404.html"),
        ("english/", r"record\404.html"),
    ],
)
def test_the_error_page_of_the_readers_language(addressed: Path, config: Any, path: str, file: str) -> None:
    """A path from the root of the IIS site, below which the site's own folder lies."""
    assert answer(config, path).error == answer(config, path).no_page == file
    assert (addressed / file.replace("\\", "/").removeprefix("record/")).is_file()


def test_a_long_sentence_can_be_looked_for(config: Any) -> None:
    (limits,) = config.iter("requestLimits")
    assert int(limits.get("maxQueryString")) >= len("q=") + 500 * len(quote("水"))


def test_the_server_adds_nothing_of_its_own_on_caching(config: Any) -> None:
    """What a server has set for all its sites would stand beside what the site says."""
    assert [one.get("cacheControlMode") for one in config.iter("clientCache")] == ["NoControl"]


@pytest.mark.parametrize(
    "path", ["_headers", "_nginx.conf", "en/_x/a.html", ".nojekyll", ".git/config", "404.html", "Web.config"]
)
def test_what_is_not_for_readers_is_not_sent(config: Any, path: str) -> None:
    assert answer(config, path).denied
    assert not answer(config, "work-areas/bin/index.html").denied, "IIS hides this name elsewhere"
    assert not answer(config, "en/a_b/index.html").denied and not answer(config, ".well-known/security.txt").denied
