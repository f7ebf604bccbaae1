"""A site really built of hostile text, opened in a real browser: the text is shown, and nothing in it acts."""

from __future__ import annotations

import io
import shutil
from pathlib import Path
from typing import BinaryIO, NamedTuple
from urllib.parse import urlencode

import pytest
from lxml import html
from playwright.sync_api import Browser, Dialog

from macros.building.build import build
from macros.register.register import Register
from macros.register.site_pages import record_pages
from macros.text.languages import LANGUAGES
from tests.hostile import PRINTED, add_hostile_document, allow_any_words, fill_with_payloads, typed
from tests.later import with_every_field
from tests.night import BOTH
from tests.pages import html_of, shown, site_of
from tests.places import DATA
from tests.serving import Quiet, served

ACTIVE = (
    "script:not([src], [type='application/ld+json'], head > script:first-of-type, header.top > .elder-bar + script), "
    "iframe, object, embed, base, img, math, form:not(header.top form.search, form.feedback), [srcdoc], "
    "meta[http-equiv]:not(head > meta[charset]:first-child + meta), main :is(style, link:not([rel=modulepreload]))"
)
CHANNELS = ["https://forms.example/answer", "https://issues.example/record"]
"""The only other sites that pages lead to: where the bureau takes feedback."""
LOOK = """() => {
    const all = [...document.querySelectorAll('*')];
    const named = all.filter(one => !one.matches('link[hreflang], link[rel=canonical]'));
    const links = named.flatMap(one => ['href', 'src', 'action', 'xlink:href'].map(name => one.getAttribute(name)))
        .filter(one => !CHANNELS.includes(one));
    const kinds = links.filter(Boolean).map(one => new URL(one, location.href)).map(
        one => one.origin === location.origin ? 'own' : one.protocol);
    return {
        title: document.title,
        description: document.querySelector('meta[name=description]').content,
        active: [...document.querySelectorAll(ACTIVE)].map(one => one.outerHTML),
        handlers: all.flatMap(one => one.getAttributeNames()).filter(one => one.startsWith('on')),
        links: [...new Set(kinds)],
        hacked: window.hacked,
    };
}""".replace("ACTIVE", repr(ACTIVE)).replace("CHANNELS", repr(CHANNELS))


pytestmark = pytest.mark.night
"""The gate fills every template with payloads (test_injection.py) and tries what the policy stops (test_policy.py)."""


class Hostile(NamedTuple):
    """A site built of hostile text, the register it was built from, and the folder that no template may make."""

    site: Path
    register: Register
    trap: Path


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Hostile:
    folder = tmp_path_factory.mktemp("hostile")
    data = with_every_field(Path(shutil.copytree(DATA, folder / "data")))
    trap = folder / "trap"
    with pytest.MonkeyPatch.context() as patch:
        allow_any_words(patch)
        assert fill_with_payloads(data) > 1300
        add_hostile_document(data, trap)
        register = build(data, folder / "record")  # The bureau gives this path in its site_address.
    assert register is not None
    return Hostile(folder / "record", register, trap)


def titles_and_descriptions(register: Register) -> dict[str, tuple[str, str]]:
    """What each page of a record is called and described as, by its address."""
    written = site_of(register).renderer.written
    found = {}
    for page in record_pages(register):
        for language in LANGUAGES:
            names = dict.fromkeys((language.text(page.title), language.text(register.bureau.site_name)))
            title, description = (
                written(language, " - ".join(names)),
                written(language, language.text(page.description)),
            )
            found[language.prefix + page.address] = title, description
    return found


class Staying(Quiet):
    """A file server whose pages lead nowhere by themselves, so that each can be looked at."""

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """A file; of a page, what leads on does nothing under another name, which is as long as that of the header."""
        found = super().send_head()
        if found is None or not self.path.endswith(("/", ".html")):
            return found
        with found:
            return io.BytesIO(found.read().replace(b'http-equiv="refresh"', b'data-equiv="refresh"'))


@pytest.mark.parametrize("which", BOTH)
def test_nothing_acts_in_a_browser(hostile: Hostile, browser: Browser, which: str) -> None:
    trouble: list[str] = []
    expected = titles_and_descriptions(hostile.register)
    seen = dict[str, tuple[str, str]]()

    def refuse(dialog: Dialog) -> None:
        trouble.append(f"dialog {dialog.message}")
        dialog.dismiss()

    with served(hostile.site, handler=Staying) as address:
        page = browser.new_page()
        page.on("dialog", refuse)
        page.on("request", lambda one: trouble.append(one.url) if not one.url.startswith(address) else None)
        page.on("response", lambda one: trouble.append(f"{one.status} {one.url}") if one.status >= 400 else None)
        page.on("console", lambda one: trouble.append(one.text) if one.type in ("error", "warning") else None)
        page.on("pageerror", lambda one: trouble.append(str(one)))
        for file in sorted(hostile.site.rglob("*.html"))[:: 10 if which == "some" else 1]:
            path = file.relative_to(hostile.site).as_posix().removesuffix("index.html")
            page.goto(address + path)
            found = page.evaluate(LOOK)
            seen[path] = found["title"], found["description"]
            trouble += [f"{path}: {one}" for one in (*found["active"], *found["handlers"])]
            assert set(found["links"]) <= {"own", "mailto:", "tel:"} and found["hacked"] is None, path
        page.close()
    assert trouble == []
    asked = expected.keys() & seen.keys() if which == "some" else expected.keys()
    assert len(asked) > (5 if which == "some" else 30)
    assert {path: seen[path] for path in asked} == {
        path: (" ".join(title.split()), description) for path, (title, description) in expected.items() if path in asked
    }


@pytest.mark.parametrize("which", BOTH)
def test_nothing_acts_in_search_results(hostile: Hostile, browser: Browser, which: str) -> None:
    """Payloads as queries, and whatever hostile text they find."""
    trouble: list[str] = []
    shown_results = 0

    def refuse(dialog: Dialog) -> None:
        trouble.append(f"dialog {dialog.message}")
        dialog.dismiss()

    with served(hostile.site) as address:
        page = browser.new_page()
        page.on("dialog", refuse)
        page.on("request", lambda one: trouble.append(one.url) if not one.url.startswith(address) else None)
        page.on("console", lambda one: trouble.append(one.text) if one.type in ("error", "warning") else None)
        page.on("pageerror", lambda one: trouble.append(str(one)))
        for payload in PRINTED[:: 6 if which == "some" else 1]:
            page.goto(f"{address}en/search/?{urlencode({'q': payload})}")
            page.wait_for_selector("#search-results[data-state=done]", state="attached")
            found = page.evaluate(LOOK)
            trouble += [f"{payload}: {one}" for one in (*found["active"], *found["handlers"])]
            assert set(found["links"]) <= {"own", "mailto:", "tel:"} and found["hacked"] is None, payload
            assert str(page.locator("h1").text_content()).endswith(f"Search: {payload}")
            shown_results += page.locator("#search-results > li").count()
        page.close()
    assert trouble == []
    assert shown_results > (10 if which == "some" else 100)


WITHOUT_LINKS = """all => all.map((one) => {
  const copy = one.cloneNode(true);
  copy.querySelectorAll("a").forEach((link) => link.remove());
  return copy.textContent.trim();
})"""
"""The words of elements, without those of links."""


def test_every_sentence_is_shown_as_it_stands(hostile: Hostile, browser: Browser) -> None:
    with served(hostile.site) as address:
        page = browser.new_page()
        page.goto(f"{address}en/sources/hostile/")
        printed = [f"{one}。" for one in PRINTED]
        assert page.locator(".sentence__text").all_text_contents()[1:] == printed
        assert page.locator(".sentence__translation").all_text_contents()[1:] == list(PRINTED)
        page.goto(f"{address}sources/hostile/")
        assert page.locator(".verbatim li").all_text_contents()[2:] == printed[1:]
        page.goto(f"{address}work-areas/hostile/")
        said = page.locator(".statements > li > p:first-child").evaluate_all(WITHOUT_LINKS)
        assert said == [typed(one)["zh"].strip() for one in PRINTED]
        page.close()


def test_the_engine_hands_every_fragment_through(hostile: Hostile) -> None:
    """MkDocs, its plugins, Markdown and the theme leave what the templates made as it is, to the letter."""
    site, checked = site_of(hostile.register), 0
    for one in shown(hostile.register):
        if one.macro and one.macro != "retired":  # What is said at an address that is gone never passes the engine.
            here = site.here(one.source)
            name = one.source.replace(".md", ".html") if "404" in one.source else None
            file = hostile.site / (name or f"{here.language.prefix}{here.address}index.html")
            made = html_of(site, one)
            assert made.strip() in file.read_text("utf-8"), one
            checked += 1
    assert checked > 50


def test_no_template_is_run(hostile: Hostile) -> None:
    """Every brace of the data is on the pages: no template language has taken one away."""
    assert not hostile.trap.exists()
    page = html.fromstring((hostile.site / "sources/hostile/index.html").read_text("utf-8"))
    assert str(hostile.trap) in str(page.findtext(".//title"))
    for payload in PRINTED:
        assert payload in page.text_content(), payload
