"""Hosts that look for no page in a folder, or leave files out: every page is reached, and no link leads astray."""

from __future__ import annotations

import re
import shutil
from html import unescape
from pathlib import Path
from urllib.parse import urldefrag

import pytest
from lxml import html
from playwright.sync_api import Browser, expect

from macros.__main__ import main
from macros.building.build import build
from macros.problems import Refused
from macros.publishing.ledger_writing import published_in
from macros.records.addresses import with_file
from macros.text.languages import LANGUAGES
from tests.night import some
from tests.serving import Jekyll, NoHome, ObjectStorage, Quiet, TakesSlash, WithoutSlash, served, watched

ADDRESS = "https://bureau.example/record/"
RETIRED = ("outreach/open-day/", "sources/old-report/")
"""Pages of that data whose addresses are retired: the first was withdrawn, the other has moved."""
FULL = re.compile(rf"{re.escape(ADDRESS)}[^\s\"'<>,)]*")
FOLDER = re.compile(r"""(?<=["',( ])(?:\.{0,2}/)*(?:[a-z0-9.-]+/)+(?:#[a-z0-9.-]*)?(?=["',)\s])""")
UPWARDS = re.compile(r"""(?<=")(?:\.{1,2}/)+(?=["#])""")
"""Links to folders, at no stated address, as they stand between the signs that surround one in each kind of file."""
LINKED = re.compile(r"ld\+json\">(.*?)</script>")
TARGETS = """() => ({
  links: [...document.querySelectorAll("a[href], form[action], link[href]")].map((one) => one.href || one.action),
  ids: [...document.querySelectorAll("[id]")].map((one) => one.id),
})"""


def built(data: Path, folder: Path, **environment: str) -> Path:
    """A site built in an environment."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("SITE_ADDRESS", raising=False)
        for name, value in environment.items():
            patch.setenv(name, value)
        assert build(data, folder)
    return folder


@pytest.fixture(scope="module")
def named(full_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose links name the file, at no stated address."""
    return built(full_data, tmp_path_factory.mktemp("named") / "site", INDEX_LINKS="yes")


@pytest.fixture(scope="module")
def plain(full_site: Path) -> Path:
    """The same site for hosts that look for a page in a folder."""
    return full_site


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("", "index.html"),
        ("./", "./index.html"),
        ("../en/", "../en/index.html"),
        ("a/#b", "a/index.html#b"),
        ("a/#b/", "a/index.html#b/"),
        ("#b", "#b"),
        ("a/feed.json", "a/feed.json"),
        ("/", "/index.html"),
        (ADDRESS, f"{ADDRESS}index.html"),
    ],
)
def test_a_link_with_its_file(link: str, expected: str) -> None:
    assert with_file(link, "") == link
    assert with_file(link, "index.html") == expected


def walked(browser: Browser, address: str, first: str) -> set[str]:
    """Follows every link from a page on, in a browser: the paths of the pages seen.

    Ends the test where a link leads to no page, file or anchor, or where a page lacks a file that it loads.
    """
    page, trouble = watched(browser, address)
    anchors: dict[str, set[str]] = {}
    linked, left, files = set[str](), [address + first], set[str]()
    while left:
        url = left.pop()
        if url in anchors:
            continue
        page.goto(url)
        found = page.evaluate(TARGETS)
        anchors[url] = set(found["ids"])
        linked |= {one for one in found["links"] if one.startswith(address)}
        for target in {urldefrag(one).url.partition("?")[0] for one in found["links"] if one.startswith(address)}:
            is_page = target.endswith(("/", ".html"))
            (left.append if is_page else files.add)(target)
    gone = [file for file in files if page.request.get(file).status != 200]
    page.context.close()
    astray = [
        one
        for one in linked
        if (to := urldefrag(one)).fragment and to.fragment not in anchors[to.url.partition("?")[0]]
    ]
    assert (trouble, gone, astray) == ([], [], [])
    return {url.removeprefix(address) for url in anchors}


def pages_of(site: Path) -> set[str]:
    """Every page that others lead to: error pages and those at retired addresses are reached in other ways."""
    found = {file.relative_to(site).as_posix() for file in site.rglob("*.html")}
    names = ("404.html", *(f"{one}index.html" for one in RETIRED))
    apart = {language.prefix + name for language in LANGUAGES for name in names}
    assert apart <= found
    return found - apart


@pytest.mark.parametrize(
    ("handler", "at_root", "first"),
    [
        pytest.param(ObjectStorage, True, "", id="with a home page", marks=pytest.mark.night),
        pytest.param(NoHome, False, "en/index.html", id="without, below a folder", marks=pytest.mark.night),
    ],
)
def test_object_storage_every_page_is_reached(
    browser: Browser, named: Path, handler: type[Quiet], at_root: bool, first: str
) -> None:
    with served(named, at_root=at_root, handler=handler) as address:
        assert walked(browser, address, first) - {""} == pages_of(named)


@pytest.mark.night
def test_object_storage_is_what_links_to_folders_fail_on(browser: Browser, site: Path) -> None:
    """The server is as strict as it is meant to be: what is built for other hosts does not work there."""
    with served(site, at_root=True, handler=ObjectStorage) as address:
        page = browser.new_page()
        answer = page.goto(f"{address}en/")
        assert answer is not None and answer.status == 404
        page.close()


@pytest.mark.night
def test_object_storage_the_error_page_leads_back(browser: Browser, named: Path) -> None:
    with served(named, at_root=True, handler=ObjectStorage) as address:
        page = browser.new_page()
        answer = page.goto(f"{address}work-areas/nothing/")
        assert answer is not None and answer.status == 404
        links = {urldefrag(one).url for one in page.evaluate(TARGETS)["links"] if one.startswith(address)} - {page.url}
        assert len(links) > 10 and [link for link in links if page.request.get(link).status != 200] == []
        page.close()


@pytest.mark.night
def test_object_storage_a_retired_page_leads_on(browser: Browser, named: Path) -> None:
    with served(named, at_root=True, handler=ObjectStorage) as address:
        page = browser.new_page()
        for language in LANGUAGES:
            source = html.parse(str(named / language.prefix / "sources/old-report/index.html")).getroot()
            assert source.xpath("//link[@rel='canonical']/@href") == ["../h1-work-summary/index.html"]
            page.goto(f"{address}{language.prefix}sources/old-report/index.html")
            page.wait_for_url(f"{address}{language.prefix}sources/h1-work-summary/index.html")
        page.close()


@pytest.mark.night
def test_object_storage_search_and_languages(browser: Browser, named: Path) -> None:
    """Suggestions, results, a result, and the same page in another language."""
    with served(named, at_root=True, handler=ObjectStorage) as address:
        page, trouble = watched(browser, address)
        page.goto(f"{address}work-areas/projects/index.html")
        page.locator("#search-box").fill("科技活动周")
        page.locator("#search-options > li").first.click()
        expect(page).to_have_url(re.compile(re.escape(f"{address}outreach/science-week/index.html") + r"\?mark=[^#]*$"))
        page.locator("#search-box").fill("15000")
        page.keyboard.press("Enter")
        page.locator("#search-results > li a").first.click()
        expect(page).to_have_url(f"{address}outreach/science-week/index.html?mark=15000#figure-materials")
        page.get_by_role("link", name="English", exact=True).click()
        expect(page).to_have_url(f"{address}en/outreach/science-week/index.html")
        page.goto(f"{address}en/search/index.html?q=湿地")
        page.locator("#search-results[data-state=done]").wait_for(state="attached")
        page.locator(".others a").click()
        expect(page).to_have_url(re.compile(re.escape(f"{address}search/index.html?q=")))
        page.context.close()
        assert trouble == []


@pytest.mark.night
def test_every_address_in_full_names_a_file(full_data: Path, tmp_path: Path) -> None:
    """In pages, tables, feeds, linked data, the sitemap and the index for machines."""
    site = built(full_data, tmp_path / "site", INDEX_LINKS="yes", SITE_ADDRESS=ADDRESS.rstrip("/"))
    there = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
    found: dict[str, set[str]] = {}
    for name in sorted(there):
        if name not in ("build.json", "SHA256SUMS") and not name.endswith((".xlsx", ".gz", ".bin", ".pdf")):
            text = unescape((site / name).read_text("utf-8"))
            found[name] = {urldefrag(one).url.removeprefix(ADDRESS) for one in FULL.findall(text)}
    assert {name: wrong for name, to in found.items() if (wrong := to - there)} == {}
    for name in ("sitemap.xml", "en/changes/feed.atom", "en/changes/feed.json", "data/figures.csv", "llms.txt"):
        assert len(found[name]) > 1, name
    assert {"en/about/index.html"} <= found["en/about/index.html"] & found["sitemap.xml"]
    for one in RETIRED:
        head = html.parse(str(site / "en" / one / "index.html")).getroot().find("head")
        moved = f"{ADDRESS}en/sources/h1-work-summary/index.html"
        assert head.xpath("link[@rel='canonical']/@href") == ([moved] if one.startswith("sources") else [])
        assert head.xpath("meta[@property]") == head.xpath("link[@rel='alternate'][@hreflang]") == []
    assert '"index_links": true' in (site / "build.json").read_text("utf-8")


def test_no_file_leads_to_a_folder(named: Path, plain: Path) -> None:
    """In tables, feeds, linked data and the search index, where the site's address is not known."""
    assert folders_in(named) == {}
    kinds = {Path(name).suffix for name in folders_in(plain)}
    assert kinds == {".atom", ".csv", ".html", ".json", ".jsonld", ".txt"}, "what such links look like elsewhere"


def folders_in(site: Path) -> dict[str, set[str]]:
    """Every link to a folder in files of text, and in what pages tell machines."""
    for_scripts = {
        f"search/{language.code}/index.json" for language in LANGUAGES
    }  # They put the names of files to folders.
    found = {}
    for file in (
        path for path in site.rglob("*") if path.suffix in (".atom", ".csv", ".html", ".json", ".jsonld", ".txt")
    ):
        name, text = file.relative_to(site).as_posix(), file.read_text("utf-8")
        text = "".join(LINKED.findall(text)) if file.suffix == ".html" else text
        links = {*FOLDER.findall(text), *UPWARDS.findall(text)}
        if links and name not in for_scripts and name != "robots.txt":
            found[name] = links
    return found


def test_no_address_is_another(named: Path, plain: Path) -> None:
    """The files are the same ones, and so are the addresses that readers may keep."""
    assert published_in(plain).keys() == published_in(named).keys()
    assert "index.html" not in (plain / "index.html").read_text("utf-8")


@pytest.mark.night
def test_verifying_wants_to_know_of_it(
    named: Path, full_data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As of the site's address: whoever verifies says so, and is told where the site says otherwise."""
    monkeypatch.delenv("SITE_ADDRESS", raising=False)
    given = ["verify", "--data", str(full_data), "--url", str(named)]
    monkeypatch.setenv("INDEX_LINKS", "yes")
    assert main(given) == 0
    monkeypatch.delenv("INDEX_LINKS")
    assert main(given) == 1
    assert "Links are written another way (INDEX_LINKS): live true; here null." in capsys.readouterr().out


def test_a_word_that_is_neither_yes_nor_no(full_data: Path, tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("INDEX_LINKS", "index.html")
        with pytest.raises(Refused) as refused:
            build(full_data, tmp_path / "site")
    assert 'INDEX_LINKS must be yes or no, not "index.html"' in str(refused.value)
    assert not (tmp_path / "site").exists()


@pytest.mark.night
def test_jekyll_every_page_is_reached_and_nothing_is_left_out(browser: Browser, plain: Path, tmp_path: Path) -> None:
    hidden = [".well-known/security.txt", "_headers"]
    with served(plain, at_root=True, handler=Jekyll) as address:
        assert {f"{one}index.html" for one in walked(browser, address, "")} == pages_of(plain)
        assert [status(browser, address + one) for one in hidden] == [200, 200]
    as_it_was = Path(shutil.copytree(plain, tmp_path / "site"))
    (as_it_was / ".nojekyll").unlink()
    with served(as_it_was, at_root=True, handler=Jekyll) as address:
        assert [status(browser, address + one) for one in hidden] == [404, 404]


@pytest.mark.parametrize(
    ("path", "expected"),
    some(
        [
            ("search?q=15000", "search/?q=15000"),
            ("en/about", "en/about/"),
            ("en/work-areas/projects#main", "en/work-areas/projects/#main"),
            ("en/about/index.html", "en/about/index.html"),
            ("404.html", "404.html"),
            ("", ""),
        ],
        3,
        spread=True,
    ),
)
def test_a_page_without_a_slash_is_left_for_the_one_with_it(
    browser: Browser, plain: Path, path: str, expected: str
) -> None:
    """Its links would lead to other languages, or nowhere."""
    with served(plain, at_root=True, handler=WithoutSlash) as address:
        page, trouble = watched(browser, address)
        page.goto(address + path)
        expect(page).to_have_url(address + expected)
        links = {urldefrag(one).url for one in page.evaluate(TARGETS)["links"] if one.startswith(address)}
        assert [link for link in links if page.request.get(link).status != 200] == trouble == []
        page.context.close()


@pytest.mark.night
def test_where_the_slash_is_taken_away_it_is_added_once(browser: Browser, plain: Path) -> None:
    with served(plain, at_root=True, handler=TakesSlash) as address:
        page, _ = watched(browser, address)
        asked: list[str] = []
        page.on("request", lambda one: asked.append(one.url.removeprefix(address)))
        page.goto(f"{address}about", wait_until="networkidle")
        assert page.url == f"{address}about" and asked.count("about/") == 1 and asked.count("about") == 2
        page.context.close()


def test_nobody_is_sent_to_another_host(browser: Browser, plain: Path) -> None:
    """Not either where an error page is shown at an address that names one behind two slashes."""
    with served(plain, at_root=True, handler=ObjectStorage) as address:
        page, trouble = watched(browser, address)
        page.goto(f"{address}/elsewhere.example/x", wait_until="networkidle")
        expect(page).to_have_url(f"{address}/elsewhere.example/x/")
        assert [one for one in trouble if "elsewhere" in one and not one.startswith(("404", "Failed"))] == []
        page.context.close()


def status(browser: Browser, address: str) -> int:
    """With what a server answers."""
    with browser.new_context() as context:
        return context.request.get(address).status
