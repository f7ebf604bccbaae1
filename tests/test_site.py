"""One real build: the exact set of pages, every link and anchor, languages, and the trail from figure to sentence."""

from __future__ import annotations

import itertools
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml import etree, html

from macros.records.document import Edition, Note
from macros.register.numbers_in_text import SORTS
from macros.register.register import Register
from macros.text.han_scripts import Traditional
from macros.text.languages import LANGUAGES, TRADITIONAL, Language, language_of
from tests.conftest import SITE_ADDRESS
from tests.pages import Shown, html_of, site_of

PAGES = {
    "",
    "about/",
    "alliance/",
    "catalogue/",
    "changes/",
    "corrections/",
    "data/",
    "feedback/",
    "feedback/survey/",
    "figures/",
    "glossary/",
    "outreach/",
    "outreach/science-week/",
    "outreach/technology-to-the-countryside/",
    "print/",
    "readiness/",
    "search/",
    "site-map/",
    "sources/",
    "sources/h1-work-summary/",
    "staff/fields/",
    "work-areas/",
    "work-areas/bases/",
    "work-areas/commissioners/",
    "work-areas/enterprises-rate-offices/",
    "work-areas/leading-enterprises/",
    "work-areas/projects/",
}
LED_ON = {"work-areas/alliance/": "alliance/", "work-areas/outreach/": "outreach/"}
"""Work areas that the page of their section tells of, and where it is: their own addresses lead there."""
HAN = re.compile("[\u4e00-\u9fff]")
LATIN_WORD = re.compile(r"[A-Za-z]{3,}")
LATIN_IN_CHINESE = {"English", "nf", "zh", "txt", "SHA", "ICP", "work", "summary", "Hant"}
LATIN_IN_CHINESE |= {"Atom", "UTF"}
LATIN_IN_CHINESE |= {"CSV", "XLSX", "JSON", "Feed", "all", "xlsx", "datapackage", "json", "catalogue", "jsonld", "llms"}
"""Latin words that belong on a Chinese page: the name of the other language, names of files and forms, SHA-256, ICP."""

LOCALES = {"zh": "zh_CN", "hant": "zh_TW", "en": "en_GB"}
HOST = re.compile(r"https?://([a-zA-Z0-9.:-]+)")
STANDARDS = {"schema.org", "www.iana.org", "datapackage.org", "www.w3.org", "jsonfeed.org", "xmlns.com", "purl.org"}
STANDARDS |= {"spdx.org"}
STANDARDS |= {"fontawesome.com"}  # The licence of an icon, in the style sheet of the theme.
"""Whose names stand in files because a standard has them there."""

Tree = Any
"""A parsed page; the parser comes without types."""


def pages_of(site: Path) -> dict[str, Tree]:
    """Every HTML page by its path on the site; not those that lead on to another at once."""
    found = {}
    for file in sorted(site.rglob("*.html")):
        path = file.relative_to(site).as_posix()
        page = html.fromstring(file.read_text("utf-8"))
        if not page.xpath("//meta[@http-equiv='refresh']"):
            found[path.removesuffix("index.html")] = page
    return found


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda one: one.code)
def test_areas_that_a_section_tells_of_lead_to_its_page(site: Path, language: Language) -> None:
    for address, target in LED_ON.items():
        page = html.fromstring((site / language.prefix / address / "index.html").read_text("utf-8"))
        (refresh,) = page.xpath("//meta[@http-equiv='refresh']/@content")
        led = urljoin(f"/{language.prefix}{address}", refresh.partition("url=")[2])
        assert (
            led
            == f"/{language.prefix}{target}"
            == urljoin(f"/{language.prefix}{address}", page.xpath("//main//*[@class='block']//a/@href")[0])
        )


def test_no_page_links_to_an_address_that_leads_on(pages: dict[str, Tree]) -> None:
    for path, page in pages.items():
        targets = {urlsplit(urljoin(f"http://site/{path}", one)).path.lstrip("/") for one in page.xpath("//a/@href")}
        assert not targets & {language.prefix + one for language in LANGUAGES for one in LED_ON}, path


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Tree]:
    return pages_of(site)


def test_exactly_these_pages(pages: dict[str, Tree]) -> None:
    expected = {language.prefix + page for language in LANGUAGES for page in PAGES}
    assert set(pages) == expected | {language.prefix + "404.html" for language in LANGUAGES}


def dead_links(site: Path, pages: dict[str, Tree], host: str = "site") -> list[tuple[str, str]]:
    """Every page with a link on it that leads to no file, or to no anchor of a page."""
    dead = []
    for path, page in pages.items():
        for target in page.xpath("//a/@href | //link/@href | //script/@src | //img/@src"):
            url = urlsplit(urljoin(f"http://{host}/{path}", target))
            assert url.netloc == host, f"{path} links to {target}"
            where = unquote(url.path).lstrip("/")
            if where in pages:
                if url.fragment and not pages[where].xpath("//*[@id=$id]", id=url.fragment):
                    dead.append((path, target))
            elif not (site / where).is_file():
                dead.append((path, target))
    return dead


def test_every_link_and_anchor_leads_somewhere(site: Path, pages: dict[str, Tree]) -> None:
    assert dead_links(site, pages) == []


def test_ids_are_unique(pages: dict[str, Tree]) -> None:
    for path, page in pages.items():
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids)), f"{path}: {sorted(ident for ident in ids if ids.count(ident) > 1)}"


def test_headings_nest_and_have_ids(pages: dict[str, Tree]) -> None:
    for path, page in pages.items():
        levels = [int(one.tag[1]) for one in page.xpath("//h1|//h2|//h3|//h4")]
        assert levels[0] == 1 and levels.count(1) == 1, path
        assert all(after <= before + 1 for before, after in itertools.pairwise(levels)), (path, levels)
        assert page.xpath("//*[self::h1 or self::h2 or self::h3][not(@id)]") == [], path


def test_every_page_says_its_language_and_leads_to_the_others(pages: dict[str, Tree]) -> None:
    for path, page in pages.items():
        language = language_of(path)
        inner = path.removeprefix(language.prefix)
        assert page.get("lang") == language.tag, path
        switch = {
            one.get("hreflang"): urlsplit(urljoin(f"http://site/{path}", one.get("href"))).path.lstrip("/")
            for one in page.xpath("//nav[contains(@class, 'languages')]//a")
        }
        target = "" if inner == "404.html" else inner
        assert switch == {one.tag: one.prefix + target for one in LANGUAGES}, path
        assert page.xpath("//link[@hreflang]") == [], "nobody has said where the site is"


def test_with_an_address_the_head_names_every_language_in_full(register: Register) -> None:
    site = site_of(register)
    head = html.fromstring(html_of(site, Shown("en/figures.md")))
    found = {one.get("hreflang"): one.get("href") for one in head.xpath("//link[@hreflang]")}
    assert found == {language.tag: f"https://bureau.example/record/{language.prefix}figures/" for language in LANGUAGES}


def text_outside(page: Tree, excluded: str) -> str:
    """The text of a page, titles and labels included, but for elements that match ``excluded``."""
    copy = html.fromstring(etree.tostring(page, encoding="unicode", method="html"))
    for one in copy.xpath(f"//*[self::script or self::style or self::code or {excluded}]"):
        one.drop_tree()
    labels = copy.xpath("//@aria-label | //@title | //@alt | //@data-label | //meta[@name='description']/@content")
    return " ".join([*copy.itertext(), *labels])


def test_no_chinese_on_english_pages(pages: dict[str, Tree], register: Register) -> None:
    quoted = set("".join(note.en for text in register.texts.values() for note in text.document.notes))
    quoted |= set(
        "".join(emendation.en for text in register.texts.values() for emendation in text.document.emendations)
    )
    for path, page in pages.items():
        if page.get("lang") == "en":
            left = set(HAN.findall(text_outside(page, "starts-with(@lang, 'zh')"))) - quoted
            assert left == set(), path


def test_no_english_words_on_chinese_pages(pages: dict[str, Tree]) -> None:
    for path, page in pages.items():
        if page.get("lang") == "zh-Hans":
            left = set(LATIN_WORD.findall(text_outside(page, "@lang='en' or @class='printed'"))) - LATIN_IN_CHINESE
            assert left == set(), path


def test_titles_and_descriptions(pages: dict[str, Tree]) -> None:
    titles: dict[str, str] = {}
    for path, page in pages.items():
        title, description = page.findtext(".//title"), page.xpath("//meta[@name='description']/@content")[0]
        assert title and description, path
        assert titles.setdefault(title, path) == path, f"{path} and {titles[title]} share a title"


def test_nothing_unrendered_is_left(site: Path) -> None:
    for file in site.rglob("*.html"):
        text = file.read_text("utf-8")
        assert "{{" not in text and "{%" not in text and "data-fragment" not in text, file
        assert "Undefined" not in text, file


def test_every_figure_leads_to_the_sentence_that_states_it(pages: dict[str, Tree], register: Register) -> None:
    for figure in register.figures.values():
        for language in LANGUAGES:
            quote = figure.figure.quote
            quote = Traditional(register.spellings)(quote) if language is TRADITIONAL else quote
            address, _, anchor = figure.address.partition("#")
            page = pages[language.prefix + address]
            (card,) = page.xpath("//*[@id=$id]/ancestor-or-self::*[self::section or self::article][1]", id=anchor)
            assert quote in card.text_content(), figure.id
            links = [urljoin(f"http://site/{language.prefix}{address}", href) for href in card.xpath(".//a/@href")]
            (target,) = {urlsplit(one) for one in links if one.endswith(f"/{figure.figure.source.replace('#', '/#')}")}
            (sentence,) = pages[target.path.lstrip("/")].xpath("//*[@id=$id]", id=target.fragment)
            printed = shown_text(sentence.xpath(".//*[contains(@class, 'sentence__text')]")[0])
            assert quote in printed, figure.id
            assert any(anchor in href for href in sentence.xpath(".//a/@href")), f"{figure.id} is not linked back"


def shown_text(element: Tree) -> str:
    """What an element says, without what its marks open."""
    return "".join(element.xpath(".//text()[not(ancestor::*[@hidden])]"))


def test_sentences_are_listed_in_the_order_of_the_document(pages: dict[str, Tree], register: Register) -> None:
    order = [sentence.partition("#")[2] for sentence in register.sentences]
    listed = 0
    for path, page in pages.items():
        links = page.xpath("//ul[@class='cited']/li//a/@href")
        found = [href.partition("#")[2] for href in links if "glossary/" not in href]
        assert found == [one for one in order if one in found], path
        listed += len(found)
    assert listed > 100


def test_the_figures_page_holds_every_figure(pages: dict[str, Tree], register: Register) -> None:
    for language in LANGUAGES:
        rows = pages[f"{language.prefix}figures/"].xpath("//tbody/tr/@id")
        assert sorted(rows) == sorted(register.figures)
        sorts = [SORTS.index(register.sort_of(register.figures[one])) for one in rows]
        assert sorts == sorted(sorts) and len(set(sorts)) == 3


def test_the_edition_and_the_verbatim_text_are_printed_whole(
    site: Path, pages: dict[str, Tree], register: Register
) -> None:
    for ident, text in register.texts.items():
        page = pages[f"sources/{ident}/"]
        printed = [shown_text(one) for one in page.xpath("//*[contains(@class, 'sentence__text')]")]
        assert printed == [sentence.zh for sentence in text.document.sentences()]
        lines = ["".join(one.itertext()) for one in page.xpath("//*[@class='verbatim']/li")]
        assert lines == [line for _, line in text.lines]
        assert (site / f"sources/{ident}/{text.document.verbatim}").read_bytes() == register.verbatim[ident]


def test_every_note_is_shown_where_it_applies(pages: dict[str, Tree], register: Register) -> None:
    for language in LANGUAGES:
        shown = pages[f"{language.prefix}sources/h1-work-summary/"].xpath("//@id[starts-with(., 'note-')]")
        assert shown == [f"note-{note.id}" for text in register.texts.values() for note in sorted_notes(text.document)]
    assert "疑缺“万”字" in pages["work-areas/leading-enterprises/"].text_content()
    assert "clearly very small" in pages["en/figures/"].text_content()


def sorted_notes(document: Edition) -> list[Note]:
    """The notes in the order of the sentences they stand under."""
    order = [sentence.id for sentence in document.sentences()]
    return sorted(document.notes, key=lambda one: order.index(one.sentence))


def test_the_sitemap_lists_every_page_in_every_language(addressed: Path, pages: dict[str, Tree]) -> None:
    tree = etree.parse(str(addressed / "sitemap.xml"))
    spaces = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    found = {one.removeprefix(SITE_ADDRESS) for one in tree.xpath("//s:loc/text()", namespaces=spaces)}
    public = (path for path in pages if not path.endswith("404.html"))
    assert found == {path for path in public if not path.endswith(("/fields/", "readiness/"))}
    for entry in tree.xpath("//s:url", namespaces=spaces):
        assert len(entry.xpath("x:link/@hreflang", namespaces=spaces)) == len(LANGUAGES)
    assert f"Sitemap: {SITE_ADDRESS}sitemap.xml\n" in (addressed / "robots.txt").read_text("utf-8")


def test_without_an_address_none_is_invented(site: Path) -> None:
    """No sitemap, which takes whole addresses only, and nowhere an address but those of standards."""
    assert not list(site.glob("sitemap*")) and "Sitemap" not in (site / "robots.txt").read_text("utf-8")
    for file in (path for path in site.rglob("*") if path.is_file()):
        text = file.read_bytes()
        assert b"localhost" not in text and b"127.0.0.1" not in text, file
        if file.suffix != ".xlsx":  # Made of the same rows as the tables beside it; its parts name schemas by address.
            assert set(HOST.findall(text.decode("utf-8", "replace"))) <= STANDARDS, file


def test_what_the_head_says_to_those_who_share_a_page(addressed: Path, site: Path) -> None:
    """Only where the site's address is known: each of these takes whole addresses, or is of use beside one alone."""
    led_on = {f"{language.prefix}{one}" for language in LANGUAGES for one in LED_ON}
    for file in sorted(addressed.rglob("*.html")):
        if f"{file.parent.relative_to(addressed).as_posix()}/" in led_on:
            continue
        path = file.relative_to(addressed).as_posix().removesuffix("index.html")
        language, head = language_of(path), html.parse(str(file)).getroot().find("head")
        found = {one.get("property"): one.get("content") for one in head.xpath("meta[@property]")}
        canonical = head.xpath("link[@rel='canonical']/@href")
        locales = head.xpath("meta[@property='og:locale']/@content")
        if path.endswith("404.html"):
            assert (found, canonical) == ({}, []), path
            continue
        title = head.findtext("title")
        assert canonical == [found["og:url"]] == [SITE_ADDRESS + path], path
        assert locales == [LOCALES[language.code]], path
        others = head.xpath("meta[@property='og:locale:alternate']/@content")
        assert sorted([*locales, *others]) == sorted(LOCALES.values()), path
        assert title in (found["og:title"], f"{found['og:title']} - {found['og:site_name']}"), path
        assert found["og:description"] == head.xpath("meta[@name='description']/@content")[0] != "", path
        record = re.search(r"(work-areas|outreach|sources)/[^/]+/$|(^|/)alliance/$", path)
        assert found["og:type"] == ("article" if record else "website"), path
    for file in site.rglob("*.html"):
        if f"{file.parent.relative_to(site).as_posix()}/" not in led_on:
            assert not re.search('property="og:|rel="canonical', file.read_text("utf-8")), file


def test_browsers_of_two_engines_and_telephones_are_told(pages: dict[str, Tree]) -> None:
    """Browsers with two engines take the newer; telephones make no numbers of telephones out of figures."""
    for path, page in pages.items():
        for name, content in (("renderer", "webkit"), ("format-detection", "telephone=no")):
            assert page.xpath("//head/meta[@name=$name]/@content", name=name) == [content], path


def test_records_are_not_printed_into_every_page(pages: dict[str, Tree], register: Register) -> None:
    header = pages["about/"].xpath("//header")[0]
    addresses = " ".join(header.xpath(".//a/@href"))
    assert not any(f"work-areas/{ident}" in addresses for ident in register.work_areas)


def test_no_other_host_is_named(site: Path) -> None:
    for file in [*site.rglob("*.html"), *site.rglob("*.css")]:
        for found in re.findall(r"(?:src|href|url)\s*[=(]\s*[\"']?(https?:[^\"') ]+)", file.read_text("utf-8")):
            pytest.fail(f"{file} loads {found}")
