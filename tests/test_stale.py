"""A site published again on a host that keeps nothing of the release before, for readers whose browser does keep it.

What the browser has kept names files that are gone. It is fetched once past the cache; where that does not help, the
page says so, with links to pages that work without scripts.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.night import some
from tests.serving import Host, hosted
from tests.test_reading_views import SPOKEN

DIGEST = re.compile(r"\b[0-9a-f]{20}\b")
PAGE, RESULTS = "about/", "search/?q=15000"
NOTICE = "#not-loaded"
NO_STORAGE = """Object.defineProperty(window, "sessionStorage", {
  get() { throw new DOMException("switched off", "SecurityError"); },
});"""


@pytest.fixture(scope="module")
def before(site: Path) -> Path:
    """The release that readers have been on."""
    return site


@pytest.fixture(scope="module")
def now(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The release after it: every file that is named after its content has another name."""
    release = Path(shutil.copytree(site, tmp_path_factory.mktemp("now") / "site"))
    named = [*release.glob("assets/*"), *release.glob("search/*/*/")]
    digests = {DIGEST.findall(one.name)[0] for one in named}
    assert len(digests) == 8
    for file in (*release.rglob("*.html"), *release.glob("search/*/index.json")):
        text = file.read_text("utf-8")
        for digest in digests:
            text = text.replace(digest, digest[::-1])
        file.write_text(text, "utf-8")
    for one in named:
        one.rename(one.with_name(DIGEST.sub(lambda found: found[0][::-1], one.name)))
    return release


@pytest.fixture(scope="module")
def broken(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is not to be helped: the host goes on serving the old pages, without the files that they name."""
    release = Path(shutil.copytree(site, tmp_path_factory.mktemp("broken") / "site"))
    for gone in (release / "assets", *release.glob("search/*/*/")):
        shutil.rmtree(gone)
    return release


def pages(path: str) -> bool:
    """What is kept of a page: itself."""
    return path.partition("?")[0].endswith("/")


def pages_and_styles(path: str) -> bool:
    """Its style sheet as well."""
    return pages(path) or path.endswith(".css")


def heads(path: str) -> bool:
    """The head of the index alone."""
    return path.endswith("/index.json")


def nothing(path: str) -> bool:
    """No file at all."""
    return False


def everything(path: str) -> bool:
    """Every file, and that one is not there."""
    return True


@contextmanager
def visited(browser: Browser, host: Host, path: str, *scripts: str) -> Iterator[tuple[Page, str]]:
    """A reader who has been on a page of the site, and is on another now; ``scripts`` change the reader's browser."""
    with hosted(host) as address, browser.new_context() as context:
        for script in scripts:
            context.add_init_script(script)
        page = context.new_page()
        page.goto(address + path)
        if path == RESULTS:
            results(page)
        page.goto(f"{address}en/print/")
        yield page, address


def publish(host: Host, release: Path) -> None:
    """Puts another release in the place of the one there is."""
    host.folder = release
    host.asked.clear()


def type_into_the_box(page: Page) -> None:
    """At once: a key pressed while a page is being left is pressed in vain."""
    page.locator("#search-box").evaluate("(box) => { box.value = '15000'; box.focus(); }")


def suggestions(page: Page) -> None:
    """There are some, for what had been typed."""
    expect(page.locator("#search-options > li").first).to_contain_text("15000")
    expect(page.locator("#search-box")).to_have_value("15000")


def results(page: Page) -> None:
    expect(page.locator("#search-results > li").first).to_be_visible()


def styles(page: Page) -> None:
    expect(page.locator(".skip")).to_have_css("position", "absolute")


def narrowing(page: Page) -> None:
    expect(page.locator("#narrow")).to_be_visible()


def have_it_read(page: Page) -> None:
    page.get_by_label("长者版").check()
    page.get_by_role("button", name="朗读本页").click()


def reading(page: Page) -> None:
    """It is read when asked for again."""
    page.get_by_role("button", name="朗读本页").click()
    expect(page.get_by_role("button", name="停止朗读")).to_be_visible()


@dataclass(frozen=True)
class Use:
    """Where a reader is, what of it is kept, what the reader does, and what shows that it works."""

    path: str
    kept: Callable[[str], bool]
    act: Callable[[Page], None] | None
    works: Callable[[Page], None]


USES = {
    "suggestions": Use(PAGE, pages_and_styles, type_into_the_box, suggestions),
    "results": Use(RESULTS, pages_and_styles, None, results),
    "styles": Use(PAGE, pages, None, styles),
    "narrowing": Use("catalogue/", pages_and_styles, None, narrowing),
    "styles and narrowing": Use("catalogue/", pages, None, narrowing),
    "reading aloud": Use(PAGE, pages_and_styles, have_it_read, reading),
}


@pytest.mark.parametrize("name", some(USES, 6))
def test_a_page_from_before_is_fetched_again(browser: Browser, before: Path, now: Path, name: str) -> None:
    use = USES[name]
    host = Host(before, use.kept)
    with visited(browser, host, use.path, SPOKEN) as (page, address):
        publish(host, now)
        page.goto(address + use.path)
        if use.act:
            with page.expect_navigation():
                use.act(page)
        use.works(page)
        expect(page.locator(NOTICE)).to_be_hidden()
        assert host.asked.count(f"/{use.path}") == 2, "once past the cache, and once to be shown"


@pytest.mark.night
@pytest.mark.parametrize("name", some(USES, 6))
def test_where_that_does_not_help_the_page_says_so(browser: Browser, before: Path, broken: Path, name: str) -> None:
    use = USES[name]
    host = Host(before, use.kept)
    with visited(browser, host, use.path) as (page, address):
        publish(host, broken)
        page.goto(address + use.path)
        if use.act:
            with page.expect_navigation():
                use.act(page)
            use.act(page)
        expect(page.locator(NOTICE)).to_be_visible()
        assert host.asked.count(f"/{use.path}") == 2
        page.goto("about:blank")  # Another page of the site might just be fetching its own files again.
        page.goto(address + use.path)
        if use.act:
            use.act(page)
        expect(page.locator(NOTICE)).to_be_visible()
        assert host.asked.count(f"/{use.path}") == 2, "not again for the same files"


def test_every_page_from_before_is_fetched_again(browser: Browser, before: Path, now: Path) -> None:
    """Not only the first of those that lack the same file."""
    host = Host(before, pages)
    with visited(browser, host, PAGE) as (page, address):
        paths = (PAGE, "figures/", "sources/")
        for path in paths:
            page.goto(address + path)
        publish(host, now)
        for path in paths:
            page.goto(address + path)
            styles(page)
            expect(page.locator(NOTICE)).to_be_hidden()
        assert [host.asked.count(f"/{path}") for path in paths] == [2, 2, 2]


@pytest.mark.night
def test_an_error_page_from_before_is_fetched_again(browser: Browser, before: Path, now: Path) -> None:
    """It answers with 404 once more, and is none that is gone."""
    host = Host(before, pages)
    with visited(browser, host, "nothing/") as (page, address):
        publish(host, now)
        page.goto(f"{address}nothing/")
        styles(page)
        expect(page.locator(NOTICE)).to_be_hidden()
        assert host.asked.count("/nothing/") == 2


LATE = {
    # what is uploaded last: the page that misses it, and what is done there
    "styles": ("assets/site.*.css", PAGE, None, styles),
    "the script of suggestions": ("assets/*/box.js", PAGE, type_into_the_box, suggestions),
    "a script that it imports": ("assets/*/search.js", PAGE, type_into_the_box, suggestions),
    "a script that results import": ("assets/*/terms.js", RESULTS, None, results),
    "the head of the index": ("search/zh/index.json", RESULTS, None, results),
    "a directory of the index": ("search/zh/*/d0.json", RESULTS, None, results),
    "shards of the index": ("search/zh/*/*.bin", RESULTS, None, results),
    "texts of the index": ("search/zh/*/t*.json", PAGE, type_into_the_box, suggestions),
    "filters": ("search/zh/*/facets.json", RESULTS, None, results),
}


@pytest.mark.parametrize("name", some(LATE, 6))
def test_what_was_not_there_yet_is_found_later(browser: Browser, before: Path, tmp_path: Path, name: str) -> None:
    """Also where a browser may keep it for long that a file is not there, as some hosts have it do."""
    pattern, path, act, works = LATE[name]
    release = Path(shutil.copytree(before, tmp_path / "site"))
    late = [*release.glob(pattern)]
    assert late
    for file in late:
        file.unlink()
    host = Host(release, everything)
    with hosted(host) as address, browser.new_context() as context:
        page = context.new_page()
        page.goto(address + path)
        if act:
            act(page)
        expect(page.locator(NOTICE)).to_be_visible()
        publish(host, before)
        later = context.new_page()  # A reader who comes again.
        later.goto(address + path)
        if act:
            act(later)
        works(later)
        expect(later.locator(NOTICE)).to_be_hidden()


def cut_short(site: Path, file: Path) -> bytes:
    """Half of it: an upload that broke off."""
    content = file.read_bytes()
    return content[: len(content) // 2]


def error_page(site: Path, file: Path) -> bytes:
    """What some hosts send, as if it were the file, for all that is not there."""
    return (site / "404.html").read_bytes()


SPOILED = {
    "styles": ("assets/site.*.css", PAGE),
    "a script": ("assets/*/search.js", RESULTS),
    "the head of the index": ("search/zh/index.json", RESULTS),
    "shards of the index": ("search/zh/*/*.bin", RESULTS),
    "texts of the index": ("search/zh/*/t*.json", RESULTS),
}


@pytest.mark.parametrize("spoil", some([cut_short, error_page], 2))
@pytest.mark.parametrize("name", some(SPOILED, 6))
def test_what_is_no_such_file_is_not_taken_for_one(
    browser: Browser, before: Path, tmp_path: Path, name: str, spoil: Callable[[Path, Path], bytes]
) -> None:
    """A search that cannot look says so; it does not say that nothing was found."""
    pattern, path = SPOILED[name]
    release = Path(shutil.copytree(before, tmp_path / "site"))
    for file in release.glob(pattern):
        file.write_bytes(spoil(before, file))
    host = Host(release, nothing)
    with hosted(host) as address, browser.new_context() as context:
        page = context.new_page()
        page.goto(address + path)
        expect(page.locator(NOTICE)).to_be_visible()
        assert host.asked.count(f"/{path}") == 3, "once past the cache, and once to be shown"
        assert page.locator("[data-part=none]:visible").count() == 0


@pytest.mark.night
def test_a_page_that_was_cut_short(browser: Browser, before: Path, tmp_path: Path) -> None:
    """It says so, as far as it has come; and it is fetched again once the upload is complete."""
    release = Path(shutil.copytree(before, tmp_path / "site"))
    file = release / PAGE / "index.html"
    content = file.read_bytes()
    file.write_bytes(content[: content.index(b"<footer")])
    host = Host(release, pages)
    with hosted(host) as address, browser.new_context() as context:
        page = context.new_page()
        page.goto(address + PAGE)
        expect(page.locator(NOTICE)).to_be_visible()
        assert host.asked.count(f"/{PAGE}") == 3
        publish(host, before)
        later = context.new_page()
        later.goto(address + PAGE)
        expect(later.locator("footer")).to_be_visible()
        expect(later.locator(NOTICE)).to_be_hidden()


@pytest.mark.parametrize(
    ("prefix", "words"),
    [
        ("", "本页有一部分没有加载成功"),
        pytest.param("zh-hant/", "本頁有一部分沒有加載成功", marks=pytest.mark.night),
        pytest.param("en/", "Part of this page has not loaded", marks=pytest.mark.night),
    ],
)
def test_what_the_page_says(browser: Browser, before: Path, broken: Path, prefix: str, words: str) -> None:
    """In the reader's language, with links to the site map and to open data."""
    host = Host(before, pages)
    with visited(browser, host, f"{prefix}{PAGE}") as (page, address):
        publish(host, broken)
        page.goto(f"{address}{prefix}{PAGE}")
        notice = page.get_by_role("alert")
        expect(notice).to_contain_text(words)
        links = [urljoin(page.url, str(one.get_attribute("href"))) for one in notice.get_by_role("link").all()]
        assert links == [f"{address}{prefix}site-map/", f"{address}{prefix}data/"]
        assert [page.request.get(link).status for link in links] == [200, 200]


@pytest.mark.night
def test_a_head_of_the_index_from_before_is_fetched_again(browser: Browser, before: Path, now: Path) -> None:
    """The page, which is of this release, stays as it is."""
    host = Host(before, heads)
    with visited(browser, host, RESULTS) as (page, address):
        publish(host, now)
        page.goto(address + RESULTS)
        results(page)
        expect(page.locator(NOTICE)).to_be_hidden()
        assert (host.asked.count("/search/zh/index.json"), host.asked.count(f"/{RESULTS}")) == (1, 1)


@pytest.mark.night
def test_an_index_that_was_open_when_the_site_was_published(browser: Browser, before: Path, now: Path) -> None:
    host = Host(before, nothing)
    with visited(browser, host, PAGE) as (page, address):
        page.goto(address + PAGE)
        type_into_the_box(page)
        suggestions(page)
        publish(host, now)
        page.locator("#search-box").fill("水产")
        expect(page.locator("#search-options > li").first).to_contain_text("水产")
        assert host.asked.count("/search/zh/index.json") == 1 and f"/{PAGE}" not in host.asked


def test_an_index_that_is_not_whole(browser: Browser, before: Path, tmp_path: Path) -> None:
    """The page is fetched again, once, for the fault might be its own; then it says so."""
    release = Path(shutil.copytree(before, tmp_path / "site"))
    shutil.rmtree(next(release.glob("search/zh/*/")))
    host = Host(before, nothing)
    with visited(browser, host, PAGE) as (page, address):
        publish(host, release)
        page.goto(address + RESULTS)
        expect(page.locator(NOTICE)).to_be_visible()
        expect(page.locator("[data-part=count]")).to_contain_text("搜索暂时打不开")
        page.goto(address + PAGE)
        with page.expect_navigation():
            type_into_the_box(page)
        expect(page.locator(NOTICE)).to_be_visible()
        assert (host.asked.count(f"/{RESULTS}"), host.asked.count(f"/{PAGE}")) == (3, 3)


@pytest.mark.night
def test_a_page_that_is_gone_itself_stays_and_says_so(
    browser: Browser, before: Path, broken: Path, tmp_path: Path
) -> None:
    release = Path(shutil.copytree(broken, tmp_path / "site"))
    shutil.rmtree(release / PAGE)
    host = Host(before, pages_and_styles)
    with visited(browser, host, PAGE) as (page, address):
        publish(host, release)
        page.goto(address + PAGE)
        type_into_the_box(page)
        expect(page.locator(NOTICE)).to_be_visible()
        assert page.locator("h1").inner_text() == "关于本站" and host.asked.count(f"/{PAGE}") == 1


@pytest.mark.parametrize("kept", ["", "try {"], ids=["nothing", "whole statements"])
def test_a_script_of_every_page_that_is_cut_short_is_told(
    browser: Browser, site: Path, tmp_path: Path, kept: str
) -> None:
    """It has no mistake in it that a browser would find."""
    release = Path(shutil.copytree(site, tmp_path / "site"))
    (script,) = release.glob("assets/scripts.*/page.js")
    text = script.read_text("utf-8")
    script.write_text(text[: text.index(kept)], "utf-8")
    with hosted(Host(release, nothing)) as address, browser.new_context() as context:
        page = context.new_page()
        page.goto(address + PAGE)
        expect(page.locator(NOTICE)).to_be_visible()


def test_a_page_opened_in_a_folder_says_nothing_of_the_kind(browser: Browser, site: Path) -> None:
    """Browsers load no modules there, so that the search is told to be missing; where it is asked for."""
    page = browser.new_page()
    page.goto((site / "about/index.html").as_uri())
    page.wait_for_selector("form.search[data-started]", state="attached")
    assert page.locator("#not-loaded").is_hidden()
    page.focus("#search-box")
    page.wait_for_selector("#not-loaded")
    page.close()


def test_without_a_connection_the_page_stays_and_says_so(browser: Browser, before: Path) -> None:
    """It is not left for the browser's own page on errors; and all is well once there is a connection again."""
    host = Host(before, pages_and_styles)
    with visited(browser, host, PAGE) as (page, address):
        page.goto(address + PAGE)
        page.context.set_offline(True)
        type_into_the_box(page)
        expect(page.locator(NOTICE)).to_be_visible()
        assert page.url == address + PAGE and page.locator("h1").is_visible()
        page.context.set_offline(False)
        page.reload()
        type_into_the_box(page)
        suggestions(page)


def test_without_storage_nothing_is_fetched_again(browser: Browser, before: Path, now: Path) -> None:
    """Nothing could be remembered, so that it might be fetched for ever."""
    host = Host(before, pages_and_styles)
    with visited(browser, host, PAGE, NO_STORAGE) as (page, address):
        publish(host, now)
        page.goto(address + PAGE)
        type_into_the_box(page)
        expect(page.locator(NOTICE)).to_be_visible()
        assert f"/{PAGE}" not in host.asked
