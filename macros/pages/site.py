"""The site being built: what the doors to MkDocs and to MkDocs-Macros work on."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from html import escape, unescape
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup

from macros.exports.files import export_files
from macros.exports.table import Root
from macros.pages.assets import ALL_STYLES, DOCUMENT_STYLES, PROSE, joined_assets
from macros.pages.fallback import without_bounds
from macros.pages.glossary import LINKED, with_glossary_links
from macros.pages.head import Head
from macros.pages.macro_table import FRAGMENTS
from macros.pages.navigation import NavEntry, PageLink, added_pages, is_for_staff, staff_navigation
from macros.pages.policy import page_policy, script_sources
from macros.pages.prose import END_OF_TITLE, FRAGMENT_MARK, Prose, for_readers, in_theme, needs_theme
from macros.pages.rendering import Here, InBothScripts, Renderer
from macros.pages.retired import anchors_retired, retired_files
from macros.pages.templates import templates_in
from macros.problems import Refused
from macros.records.addresses import INDEX, WORK_AREA_INDEX, address_of_source, search_folder, verbatim_address
from macros.records.bureau import ADDRESS_PATTERN
from macros.records.field_messages import with_meant
from macros.records.format_messages import PATTERNS
from macros.records.suggested_values import in_form
from macros.register.menu import menu
from macros.register.paging import ROWS
from macros.register.register import Register
from macros.register.site_pages import Page, further_pages, record_pages
from macros.text.both_scripts import in_script
from macros.text.han_scripts import kept
from macros.text.languages import CHINESE, LANGUAGES, TRADITIONAL, Bilingual, Language, language_of

FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
CODE_IN_PROSE = re.compile(r"^( *)(`{3,}|~{3,}).*?^\1\2[ \t]*$|(`+)[^`\n]+\3", re.DOTALL | re.MULTILINE)
"""Blocks of code, and code within a line."""
ERROR_PAGE = "404"
ANY_NAME = "~any~"
"""Stands for the name of a page in its folder: no name holds such a sign, and no address writes it otherwise."""


@dataclass(repr=False)  # MkDocs-Macros prints all that config.extra holds, which would be the whole register.
class Site:
    """A register, its renderer and its pages, for one run of the engine."""

    register: Register
    renderer: Renderer
    base: str
    pages: dict[str, Page]
    assets: dict[str, tuple[str, str]]
    policy: str = ""
    prose: list[str] = field(default_factory=list)
    """The Markdown files of pages that people wrote, once MkDocs has looked for them."""
    fallbacks: set[str] = field(default_factory=set)
    """Those of them that stand for pages which nobody has written in their language."""
    titles: dict[str, str] = field(default_factory=dict)
    """What those of them are called that ``nav`` names and that are for staff."""
    nav: tuple[NavEntry, ...] = ()
    """The pages that mkdocs.yml adds to menu and site map."""
    staff: tuple[str, ...] = ()
    """The pages for staff in order, as Markdown files of the Chinese edition."""
    copyright: str = ""
    """What mkdocs.yml adds to the footer, as HTML."""

    def __post_init__(self) -> None:
        self.head = Head(self.register, self.renderer, self.pages)
        self.retired = anchors_retired(self.register)
        self.renderer.added = partial(added_pages, self)
        self.folders: dict[tuple[Language, str], dict[str, str]] = {}
        self.for_traditional: dict[tuple[str, ...], str] = {}

    def fill_in(self, source: str, html: str, said: bool = False) -> str:
        """Puts fragments where macros left their marks in the HTML of a page, whose Markdown file is ``source``.

        So the HTML of a record never passes through Markdown, and no character of it can act as markup; and it is made
        only when the page is written, so that not all pages are in memory at one time. ``said`` is whether the page has
        said already that nobody has translated it.
        """

        here = self.here(source)

        def fragment(found: re.Match[str]) -> str:
            made = self.fragment(here, *unescape(found[1]).split(" "))
            own = f'<div lang="{here.language.tag}" dir="{here.language.direction}">'
            return f"{own}\n{made}\n</div>" if source in self.fallbacks else made

        filled_in = FRAGMENT_MARK.sub(fragment, html)
        if source in self.fallbacks and FRAGMENT_MARK.sub("", html).strip():
            return self.in_chinese(source, filled_in, said)
        return filled_in

    def fragment(self, here: Here, name: str, *arguments: str) -> str:
        """The HTML of a fragment on one page; that of a Chinese page is filled once for both of its scripts, and kept
        until the Traditional edition of the page takes it.
        """
        if not here.language.is_chinese:
            return self.filled_fragment(here, name, *arguments)
        both = TRADITIONAL in self.register.languages
        key = (here.address, name, *arguments)
        made = self.for_traditional.pop(key, None) if here.language is TRADITIONAL else None
        if made is None:
            page = (InBothScripts if both else Here)(CHINESE, here.address, here.base, here.index)
            made = self.filled_fragment(page, name, *arguments)
        if both and here.language is CHINESE:
            self.for_traditional[key] = made
        return self.renderer.written(here.language, in_script(made, here.language is TRADITIONAL))

    def filled_fragment(self, here: Here, name: str, *arguments: str) -> str:
        """The same, filled for this page."""
        made = FRAGMENTS[name](self.renderer, here, *arguments)
        return with_glossary_links(made, self.renderer, here) if name in LINKED else made

    def prose_of(self, source: str, html: str) -> Prose | None:
        """A page of prose as the theme sets it, fragments filled in; None where it has no use for the theme."""
        if not needs_theme(html):
            return None
        language = self.language_of(source)
        word = self.renderer.interface(language)
        html = for_readers(html, lambda key, **values: self.renderer.written(language, word(key, **values)))
        title, end, text = html.partition(END_OF_TITLE)
        title, text = (title + end, text) if end else ("", html)
        return Prose(self.fill_in(source, in_theme(title)), self.fill_in(source, in_theme(text), said=bool(end)))

    def in_chinese(self, source: str, html: str, said: bool = False) -> str:
        """A page of prose that nobody has translated: marked as Chinese, after a line that says so."""
        language = self.language_of(source)
        words = escape(without_bounds(self.renderer.interface(language)("page-not-translated")))
        note = "" if said else f'<p class="note untranslated__page">{words}</p>\n'
        return f'{note}<div class="untranslated__prose" lang="{language.han}" dir="ltr">\n{html}\n</div>'

    def is_of_other_language(self, source: str) -> bool:
        """Whether a page of prose is in a language that the bureau has not chosen: it stands in its folder."""
        folder, slash, _ = source.partition("/")
        off = {one.prefix.rstrip("/") for one in LANGUAGES if one not in self.register.languages}
        return bool(slash) and folder in off

    def language_of(self, source: str) -> Language:
        """The language of a page, from its place below docs/."""
        return language_of(source, self.register.languages)

    def here(self, source: str) -> Here:
        """The page that a Markdown file becomes."""
        language = self.language_of(source)
        address = address_of_source(source.removeprefix(language.prefix))
        base = self.base if address == f"{ERROR_PAGE}/" else None
        return Here(language, address, base, self.renderer.root.index)

    def is_for_staff(self, source: str) -> bool:
        """Whether a Markdown file, in any language, becomes a page for staff: in no menu, map or search."""
        return is_for_staff(source.removeprefix(self.language_of(source).prefix))

    def named(self, source: str) -> tuple[str, str] | None:
        """Title and description of the record page that a Markdown file stands for, if it does."""
        language = self.language_of(source)
        page = self.pages.get(source.removeprefix(language.prefix))
        return (language.text(page.title), language.text(page.description)) if page else None

    def source_of(self, path: str) -> str | None:
        """The Markdown file that becomes the page at a path, ``en/about/index.html``; None where there is none."""
        candidates = (f"{path.removesuffix(ending)}.md" for ending in ("/index.html", ".html"))
        return next((candidate for candidate in candidates if self.has_source(candidate)), None)

    def has_source(self, source: str) -> bool:
        """Whether there is such a Markdown file: one that was written, or one that a record page stands for."""
        return source in self.prose or source.removeprefix(self.language_of(source).prefix) in self.pages

    def sources(self) -> Iterator[str]:
        """The Markdown file of every page: of prose first, then of records."""
        yield from self.prose
        yield from (language.prefix + source for source in self.pages for language in self.register.languages)

    def count(self) -> int:
        """How many pages the site has, those of prose not counted: a number to tell how far a build has come."""
        return len(self.pages) * len(self.register.languages)

    def prose_in_traditional(self, text: str) -> str:
        """A Chinese prose page as Markdown for the Traditional edition; its front matter is turned where it is used.

        Code stays as it is: it is typed into files and commands, which are in Simplified Chinese.
        """
        front, body = FRONT_MATTER.match(text), FRONT_MATTER.sub("", text, count=1)
        body = CODE_IN_PROSE.sub(lambda code: kept(code[0]), body)
        return (front[0] if front else "") + self.renderer.traditional(body)

    def shell(self, source: str, title: str, description: str, retired: bool = False) -> dict[str, str]:
        """What surrounds the content of a page: head, header and footer, and the language.

        An error page and a ``retired`` one are not to be found by their addresses, so their heads name none.
        """
        here = self.here(source)
        address = None if retired or here.base is not None else here.address
        language = here.language
        site_name = self.renderer.text(self.register.bureau.site_name, language)
        words: dict[str, Any] = {"site_name": site_name, "alternates": self.alternates(here), "policy": self.policy}
        return {
            "head": self.renderer.fill(
                "head.html",
                here,
                address=address,
                found=not self.is_for_staff(source),
                **self.head.words(here, title or without_bounds(site_name), description),
                **words,
            ),
            "linked": self.head.linked_data(here, title or without_bounds(site_name), description),
            "style": here.asset(self.assets[self.style_of(source)][0]),
            "prose_style": here.asset(self.assets[PROSE][0]),
            "contents": self.renderer.written(language, without_bounds(self.renderer.interface(language)("contents"))),
            "staff": staff_navigation(self, here) if self.is_for_staff(source) else "",
            "printed": self.printed(here, site_name),
            **self.around(here),
            "language": language.tag,
            "direction": language.direction,
        }

    def style_of(self, source: str) -> str:
        """The style sheet of a page: that of documents on theirs, else that of all pages."""
        page = self.pages.get(source.removeprefix(self.language_of(source).prefix))
        return DOCUMENT_STYLES if page and page.macro[0] == "document" else ALL_STYLES

    def around(self, here: Here) -> dict[str, str]:
        """Header and footer of a page.

        In those of pages of one folder nothing differs but the name of the page: they are filled once for the folder,
        unless ``nav`` adds a page to the menu, which may be marked on some of them alone.
        """
        folder, _, name = here.address.rstrip("/").rpartition("/")
        if not folder or here.base is not None or self.nav:
            return self.filled_around(here)
        key = (here.language, folder)
        if key not in self.folders:
            self.folders[key] = self.filled_around(replace(here, address=f"{folder}/{ANY_NAME}/"))
        return {part: html.replace(ANY_NAME, name) for part, html in self.folders[key].items()}

    def filled_around(self, here: Here) -> dict[str, str]:
        """The same, filled for this page."""
        language = here.language
        site_name = self.renderer.text(self.register.bureau.site_name, language)
        header = {
            "site_name": site_name,
            "alternates": self.alternates(here),
            "menu": self.menu(here),
            "prefix": language.prefix,
            "search_folder": search_folder(language),
        }
        return {
            "header": self.renderer.fill("header.html", here, **header),
            "footer": self.renderer.fill("footer.html", here, copyright=Markup(self.copyright)),
        }

    def printed(self, here: Here, site_name: object) -> str:
        """What only a printed page says: what it is, where it was and how old the record is."""
        document = self.register.texts[self.register.current_document].document
        address = here.address if here.base is None else None
        return self.renderer.fill("printed.html", here, site_name=site_name, document=document, address=address)

    def exports(self) -> dict[str, bytes]:
        """Every file of open data by address, and what stands at addresses of files and pages that are gone."""
        files = export_files(self.register, self.renderer.root, self.renderer.tabulated.workbook)
        texts = {
            verbatim_address(ident, text.document.verbatim): self.register.verbatim[ident]
            for ident, text in self.register.texts.items()
        }
        held = self.register.all_beside if self.register.retired else []  # One that has moved is put at both addresses.
        beside = {one.address: one.file.path.read_bytes() for one in held}
        return files | retired_files(self, files | texts | beside)

    def alternates(self, here: Here) -> list[dict[str, object]]:
        """This page in every language."""
        return [
            {
                "tag": language.tag,
                "name": language.name,
                "locale": language.locale,
                "href": here.link(self.alternate(here), language),
                "address": self.renderer.public(language.prefix + self.alternate(here)),
                "current": language is here.language,
            }
            for language in self.register.languages
        ]

    def sitemap(self, sources: Iterable[str]) -> list[dict[str, object]]:
        """Every page with its address in each language, for search engines."""
        link = self.renderer.root.link
        entries: list[dict[str, object]] = []
        for here in map(self.here, sources):
            if here.base is None:
                alternates = [
                    {"tag": language.tag, "href": link(language.prefix + here.address)}
                    for language in self.register.languages
                ]
                entries.append({"loc": link(here.language.prefix + here.address), "alternates": alternates})
        return sorted(entries, key=lambda entry: str(entry["loc"]))

    @staticmethod
    def alternate(here: Here) -> str:
        """Where the page is in another language; the error page's reader is sent to the home page."""
        return "" if here.base is not None else here.address

    def menu(self, here: Here) -> list[dict[str, object]]:
        """The main menu, with the section of this page marked; what ``nav`` adds stands behind all else.

        A section that tells a work area has no entry of its own: that of the work areas is marked on its pages.
        """
        word = self.renderer.interface(here.language)
        told = tuple(PageLink("", "", one.address) for one in self.register.told.values())
        own = (
            PageLink(word(key), here.link(address), address, told if address == WORK_AREA_INDEX else ())
            for key, address in menu(self.register)
        )
        return [
            {"title": one.title, "link": one.link, "exact": one.address == here.address, "current": one.leads_to(here)}
            for one in (*own, *added_pages(self, here))
        ]


def mark(name: str, *arguments: str) -> str:
    """Stands in the Markdown of a page for a fragment that is put in later."""
    return f'\n\n<div data-fragment="{escape(" ".join([name, *arguments]))}"></div>\n\n'


def root_of(register: Register) -> Root:
    """Where the site will be published (as the build was told, else as the bureau has stated), and what links to
    folders must name there.

    ``INDEX_LINKS`` is a matter of the host, as ``SITE_ADDRESS`` is; a word other than yes and no ends the build, and so
    does an address that the bureau could not state either.
    """
    named = os.environ.get("INDEX_LINKS", "").strip().lower()
    if named not in ("", "yes", "no"):
        raise Refused(
            Bilingual(
                f"INDEX_LINKS 只能是 yes 或 no，此处为“{named}”。请改正后重新生成。",
                f'INDEX_LINKS must be yes or no, not "{named}". Correct it and build again.',
            )
        )
    address = os.environ.get("SITE_ADDRESS") or register.bureau.site_address or ""
    if address and not re.fullmatch(ADDRESS_PATTERN, address):
        zh, en = with_meant(in_form(address, ADDRESS_PATTERN), *PATTERNS[ADDRESS_PATTERN])
        raise Refused(
            Bilingual(
                f"SITE_ADDRESS 的格式不对：“{address}”。{zh}",
                f'SITE_ADDRESS is not in the right form: "{address}". {en}',
            )
        )
    return Root.at(address, INDEX if named == "yes" else "")


def begin(register: Register, overrides: Path, root: Root, rows: int = ROWS) -> Site:
    """A site ready to be built from a register, with the templates and styles in ``overrides``.

    ``root`` is where it will be published; ``rows`` is how many rows a page of a list holds.
    """
    assets = joined_assets(overrides)
    files = {name: path for name, (path, _) in assets.items()}
    renderer = Renderer(register, overrides / "fragments", files, root, rows)
    made = (*record_pages(register), *further_pages(register, renderer.lists))
    pages = {page.source: page for page in made}
    base = urlsplit(root.address).path or "/"
    policy = page_policy(script_sources(templates_in(overrides)), register.bureau)
    return Site(register, renderer, base, pages, assets, policy)
