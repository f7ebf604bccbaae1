"""The content policy: what it allows, that pages work under it in a real browser, and that it stops what it should.

The server sends the headers of the file ``_headers`` that is built with the site, as hosts of static sites do.
"""

from __future__ import annotations

import html
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.exports.table import Root
from macros.pages.policy import (
    header_policy,
    inline_scripts,
    page_policy,
    script_sources,
    scripts_not_allowed,
    source_of,
)
from macros.pages.templates import templates_in
from macros.publishing.headers import SENSORS
from macros.publishing.hosts import prepare_for_hosts
from macros.register.register import Register
from tests.night import BOTH, some
from tests.places import ROOT
from tests.serving import Headed, Quiet, headers_for, rules_in, served, watched
from tests.test_readiness import with_bureau
from tests.test_reading_views import SPOKEN

WORKING = """getComputedStyle(document.querySelector('.skip')).position === 'absolute'
    && document.documentElement.classList.contains('js')"""
"""Whether a page's style sheet and scripts are at work."""
ADDED = "<script>document.title = 'taken over';</script>"


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ("<script>a()</script>", ["a()"]),
        ('<SCRIPT type="module">\na()\n</SCRIPT >', ["\na()\n"]),
        ('<script type="application/ld+json">{}</script><script >b</script>', ["b"]),
        ('<script src="x.js"></script><script type="module" src="x.js"></script>', []),
        ("<script data-src='x'>a</script>", ["a"]),
        ("<scripture>a</scripture>", []),
    ],
)
def test_the_inline_scripts_of_a_page(given: str, found: list[str]) -> None:
    assert list(inline_scripts(given)) == found


def test_a_hash_as_the_standard_has_it() -> None:
    """The example of CSP Level 3, section 8.3, which is that of Level 2."""
    assert source_of("alert('Hello, world.');") == "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"


def test_what_the_policy_says(register: Register) -> None:
    expected = (
        "default-src 'none'; script-src 'self' 'sha256-x'; style-src 'self'; img-src 'self' data:; "
        "connect-src 'self'; form-action 'self'{}; base-uri 'none'; object-src 'none'"
    )
    assert page_policy(["'sha256-x'"], register.bureau) == expected.format("")
    asking = with_bureau(register, feedback_form="https://forms.example:8443/a/b")
    assert page_policy(["'sha256-x'"], asking.bureau) == expected.format(" https://forms.example:8443")
    assert header_policy("x") == "x; frame-ancestors 'none'"


def test_the_policy_is_that_of_the_built_pages(site: Path) -> None:
    """Its hashes are of the scripts in the pages, all of them and no others; header and pages say the same."""
    built = {source_of(script) for file in site.rglob("*.html") for script in inline_scripts(file.read_text("utf-8"))}
    templates = script_sources(templates_in(ROOT / "overrides"))
    assert built == set(templates) and built
    header = headers_for("/", rules_in((site / "_headers").read_text("utf-8")))["Content-Security-Policy"]
    assert set(re.findall(r"'sha256-[^']+'", header)) == built
    for file in site.rglob("*.html"):
        first, meta = re.findall(r"<(meta [^>]*)>", file.read_text("utf-8"))[:2]
        assert first == 'meta charset="utf-8"', file
        name, policy = re.fullmatch(r'meta http-equiv="([^"]+)" content="([^"]+)"', meta).groups()  # type: ignore[union-attr]
        assert (name, header_policy(html.unescape(policy))) == ("Content-Security-Policy", header), file


def test_nothing_unsafe_is_asked_for(site: Path) -> None:
    for name in ("_headers", "_nginx.conf", "index.html"):
        assert "unsafe" not in (site / name).read_text("utf-8"), name
    for file in [*(ROOT / "overrides").rglob("*.html"), ROOT / "overrides/icon.svg"]:
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", file.read_text("utf-8"), re.I), file


def test_a_script_of_no_template_ends_the_build(site: Path, register: Register, tmp_path: Path) -> None:
    page = (site / "about/index.html").read_text("utf-8")
    policy = headers_for("/", rules_in((site / "_headers").read_text("utf-8")))["Content-Security-Policy"]
    assert list(scripts_not_allowed([("about/index.html", page)], policy)) == []
    (tmp_path / "index.html").write_text(page + ADDED, "utf-8")
    with pytest.raises(SystemExit, match=r"index\.html.*taken over"):
        prepare_for_hosts(tmp_path, register, Root(), "/", policy)
    assert [path.name for path in tmp_path.iterdir()] == ["index.html"]


@pytest.fixture(scope="module")
def guarded(site: Path) -> Iterator[str]:
    """The demonstration with its headers."""
    with served(site, at_root=True, handler=Headed) as address:
        yield address


@pytest.mark.parametrize("which", BOTH)
def test_no_page_breaks_the_policy(browser: Browser, guarded: str, site: Path, which: str) -> None:
    page, trouble = watched(browser, guarded)
    seen = 0
    for file in sorted(site.rglob("*.html"))[:: 4 if which == "some" else 1]:
        if 'http-equiv="refresh"' in file.read_text("utf-8"):
            continue  # It leads on before anything can be asked of it.
        answer = page.goto(guarded + file.relative_to(site).as_posix().removesuffix("index.html"))
        assert answer is not None and "frame-ancestors 'none'" in answer.headers["content-security-policy"]
        assert page.evaluate(WORKING), file
        seen += 1
    page.context.close()
    assert trouble == [] and seen > (15 if which == "some" else 80)


def search(page: Page, address: str) -> None:
    """Suggestions while typing, and the page of results, in a language whose index holds stems."""
    page.goto(f"{address}en/")
    page.keyboard.press("/")
    page.keyboard.type("grants")
    expect(page.locator("#search-options > li").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("#search-results > li:visible").first).to_be_visible()
    page.goto(f"{address}search/?q=科技")
    expect(page.locator("#search-results > li:visible").first).to_be_visible()


def large_type(page: Page, address: str) -> None:
    """Chosen, and remembered on another page."""
    page.goto(address)
    page.get_by_label("长者版").check()
    page.goto(f"{address}en/figures/")
    expect(page.locator("html")).to_have_class(re.compile(r"\belder\b"))


def read_aloud(page: Page, address: str) -> None:
    """From beginning to end; the voice itself is stood in for."""
    page.add_init_script(SPOKEN)
    page.goto(f"{address}about/")
    page.get_by_label("长者版").check()
    page.get_by_role("button", name="朗读本页").click()
    for _ in range(200):  # Waiting inside the page would evaluate a string, which the policy forbids.
        if page.evaluate("spoken.length > 3"):
            break
        page.wait_for_timeout(50)
    expect(page.get_by_role("button", name="朗读本页")).to_be_visible()


def narrow_the_catalogue(page: Page, address: str) -> None:
    """By words."""
    page.goto(f"{address}catalogue/")
    rows = page.locator(".catalogue tbody tr:visible")
    before = rows.count()
    page.locator("#narrow-words").fill("科技活动周")
    expect(rows).not_to_have_count(before)


def menu(page: Page, address: str) -> None:
    """On a phone."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(address)
    page.get_by_role("button", name="菜单").click()
    page.get_by_role("navigation", name="主菜单").get_by_role("link", name="来源文件").click()
    assert page.url == f"{address}sources/"


@pytest.mark.parametrize("use", some([search, large_type, read_aloud, narrow_the_catalogue, menu], 2))
def test_everything_works_under_the_policy(browser: Browser, guarded: str, use: Callable[[Page, str], None]) -> None:
    page, trouble = watched(browser, guarded)
    use(page, guarded)
    page.context.close()
    assert trouble == []


SMUGGLED = {
    ADDED: "script-src-elem inline",
    """<img src="x.svg" onerror="document.title = 'taken over'">""": "script-src-attr inline",
    "<script src='data:text/javascript,document.title=\"taken over\"'></script>": "script-src-elem data",
    "<style>body { background: url(x.png) }</style>": "style-src-elem inline",
    '<p style="color: red">': "style-src-attr inline",
    '<base href="https://elsewhere.example/">': "base-uri https://elsewhere.example/",
    '<img src="https://elsewhere.example/x.png">': "img-src https://elsewhere.example/x.png",
    '<iframe src="https://elsewhere.example/"></iframe>': "frame-src https://elsewhere.example",
    '<object data="x.svg"></object>': "object-src ",
}
"""What might be put into a page, and how the browser says that it has refused it."""


@pytest.mark.parametrize("headers", [True, False], ids=["with headers", "the page alone"])
def test_what_was_smuggled_into_a_page_does_nothing(
    browser: Browser, site: Path, tmp_path: Path, headers: bool
) -> None:
    """Also on hosts that send no headers of ours."""
    page = (site / "about/index.html").read_text("utf-8")
    (tmp_path / "index.html").write_text(page.replace("</body>", f"{''.join(SMUGGLED)}</body>"), "utf-8")
    if headers:
        shutil.copyfile(site / "_headers", tmp_path / "_headers")
    with served(tmp_path, at_root=True, handler=Headed if headers else Quiet) as address:
        opened, trouble = watched(browser, address)
        failed = dict[str, str | None]()
        opened.on("requestfailed", lambda one: failed.update({one.url: one.failure}))
        opened.goto(address)
        assert opened.title() != "taken over"
        opened.context.close()
    for added, violation in SMUGGLED.items():
        assert any(one.startswith(f"policy: {violation}") for one in trouble), added
    elsewhere = [one for one in trouble if one.startswith("https://elsewhere")]
    assert elsewhere and all(failed[one] == "csp" for one in elsewhere), "it was fetched"


def test_no_other_site_can_frame_a_page(browser: Browser, guarded: str, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(f'<iframe src="{guarded}about/"></iframe>', "utf-8")
    with served(tmp_path, at_root=True) as address:
        page = browser.new_page()
        said: list[str] = []
        page.on("console", lambda one: said.append(one.text))
        page.goto(address)
        assert page.frames[1].url.startswith("chrome-error:")
        page.close()
    assert any("frame-ancestors" in one or "X-Frame-Options" in one for one in said), said


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (
            "/",
            {"Cross-Origin-Resource-Policy": "same-origin", "Access-Control-Allow-Origin": None, "Cache-Control": None},
        ),
        ("/en/about/", {"Cross-Origin-Resource-Policy": "same-origin", "Cache-Control": None}),
        ("/data/figures.csv", {"Cross-Origin-Resource-Policy": "cross-origin", "Access-Control-Allow-Origin": "*"}),
        ("/en/changes/feed.json", {"Content-Type": "application/feed+json", "Access-Control-Allow-Origin": "*"}),
        ("/assets/site.0123456789.css", {"Cache-Control": "public, max-age=31536000, immutable"}),
        ("/search/en/0123456789/k0.bin", {"Cache-Control": "public, max-age=31536000, immutable"}),
        ("/search/en/index.json", {"Cache-Control": None, "Cross-Origin-Resource-Policy": "same-origin"}),
    ],
)
def test_the_headers_for_hosts_of_static_sites(site: Path, path: str, expected: dict[str, str | None]) -> None:
    found = headers_for(path, rules_in((site / "_headers").read_text("utf-8")))
    assert {name: found.get(name) for name in expected} == expected
    always = ("Strict-Transport-Security", "X-Content-Type-Options", "Referrer-Policy", "Cross-Origin-Opener-Policy")
    assert all(found[name] for name in always)
    assert all(f"{sensor}=()" in found["Permissions-Policy"] for sensor in SENSORS)


def test_the_headers_of_every_file_hold(site: Path) -> None:
    """No address is given a header twice; limits of hosts are kept; whatever is kept for a year has a digest."""
    text = (site / "_headers").read_text("utf-8")
    rules = rules_in(text)
    assert len(rules) <= 100 and max(map(len, text.splitlines())) <= 2000
    for file in (one for one in site.rglob("*") if one.is_file()):
        path = "/" + file.relative_to(site).as_posix().removesuffix("index.html")
        kept = "immutable" in headers_for(path, rules).get("Cache-Control", "")
        assert kept == bool(re.search(r"[./][0-9a-f]{20}[./]", path)), path
