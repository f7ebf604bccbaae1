"""Where pages are found: those that ``nav`` in mkdocs.yml adds to menu and site map; those for staff are in neither."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from macros.pages.fallback import quiet
from macros.records.addresses import READINESS_PAGE
from macros.register.menu import menu
from macros.text.languages import CHINESE, Bilingual, Language

if TYPE_CHECKING:
    from macros.pages.rendering import Here
    from macros.pages.site import Site

STAFF_FOLDERS = ("handbook/", "staff/")
"""The folders of docs/ whose pages are for those who work on the site."""
HANDBOOK = "handbook/index.md"
STAFF_ALSO = f"{READINESS_PAGE.rstrip('/')}.md"
"""A page for staff that has kept its address outside those folders."""
LINK_TO_PAGE = re.compile(r"\]\(([\w./-]+\.md)")


@dataclass(frozen=True)
class NavEntry:
    """An entry of ``nav``: a Markdown file below docs/, or an address elsewhere; of a section, its first page.

    ``title`` is Chinese, or None where the page says it itself; ``below`` are the pages of a section.
    """

    title: str | None
    target: str
    below: tuple[NavEntry, ...] = ()

    @property
    def is_elsewhere(self) -> bool:
        """Whether it leads to another site."""
        return "://" in self.target


@dataclass(frozen=True)
class PageLink:
    """A page as a list of pages names it; ``link`` is from the page that the list is on."""

    title: str
    link: str
    address: str
    below: tuple[PageLink, ...] = ()

    def leads_to(self, here: Here) -> bool:
        """Whether a page is this one, below it, or below one of those that this one stands for."""
        at, own = here.address, self.address
        return at == own or bool(own and at.startswith(own)) or any(one.leads_to(here) for one in self.below)


def nav_entries(given: object) -> Iterator[NavEntry]:
    """The entries of ``nav`` as mkdocs.yml gives them: names of files, or titles with one or with more entries."""
    if isinstance(given, str):
        yield NavEntry(None, given)
    elif isinstance(given, list):
        for one in given:
            yield from nav_entries(one)
    elif isinstance(given, dict):
        for title, what in given.items():
            below = tuple(nav_entries(what))
            if isinstance(what, str):
                yield NavEntry(str(title), what)
            elif below:
                yield NavEntry(str(title), below[0].target, below)


def with_those_below(entries: Iterable[NavEntry]) -> Iterator[NavEntry]:
    """All entries, sections followed by what is below them."""
    for one in entries:
        yield one
        yield from with_those_below(one.below)


def no_such_page(target: str) -> Bilingual:
    """What is told where ``nav`` names no page."""
    return Bilingual(
        f"mkdocs.yml 的 nav 写了 {target}，没有这个网页。请改为 docs 里的文件名，或删去这一项。",
        f"nav in mkdocs.yml names {target}, which is no page. Name a file in docs/, or delete the entry.",
    )


def is_for_staff(inner: str) -> bool:
    """Whether a Markdown file, by its path below the folder of its language, is a page for staff."""
    return inner.startswith((*STAFF_FOLDERS, READINESS_PAGE)) or inner == STAFF_ALSO


def staff_pages(prose: Mapping[str, str], nav: Iterable[NavEntry]) -> list[str]:
    """The pages for staff of the Chinese edition, in order; ``prose`` is the text of its Markdown files by path.

    The handbook begins with its index; then come the pages that ``nav`` names, then those that the index links to, as
    they are named there, then all others by name.
    """
    index = prose.get(HANDBOOK, "")
    linked = (f"handbook/{name}" for name in LINK_TO_PAGE.findall(index))
    named = (
        HANDBOOK,
        *(one.target for one in with_those_below(nav)),
        *linked,
        *sorted(prose, key=lambda one: (one == STAFF_ALSO, one)),
    )
    return [one for one in dict.fromkeys(named) if one in prose and is_for_staff(one)]


def title_in(site: Site, source: str, language: Language, given: str | None = None) -> str:
    """What the page of a Chinese Markdown file is called in a language; ``given`` is what ``nav`` calls it in Chinese.

    The title of a page that nobody has written in that language is marked as Chinese.
    """
    own = language.prefix + source
    named = site.named(own)
    title = named[0] if named else site.titles.get(own, "")
    if language.is_chinese:
        return given or title
    return quiet(title or given or "") if own in site.fallbacks or not title else title


def page_link(site: Site, here: Here, entry: NavEntry) -> PageLink | None:
    """An entry of ``nav`` as a page shows it; None for a page for staff, and for one of another language."""
    if entry.is_elsewhere:
        return PageLink(entry.title or entry.target, entry.target, entry.target)
    if entry.below:
        below = tuple(link for one in entry.below if (link := page_link(site, here, one)))
        title = entry.title if here.language.is_chinese and entry.title else below[0].title if below else ""
        return replace(below[0], title=title, below=below) if below else None
    language = site.language_of(entry.target)
    if is_for_staff(entry.target.removeprefix(language.prefix)) or language not in (CHINESE, here.language):
        return None
    address = site.here(entry.target).address
    title = title_in(site, entry.target.removeprefix(language.prefix), here.language, entry.title)
    return PageLink(title, here.link(address), address)


def added_pages(site: Site, here: Here) -> list[PageLink]:
    """What ``nav`` adds to the main menu and to the site map: all but what the menu has already."""
    there = {address for _, address in menu(site.register)}
    links = (page_link(site, here, one) for one in site.nav)
    return [one for one in links if one and one.address not in there]


def staff_navigation(site: Site, here: Here) -> str:
    """What stands below a page for staff: all pages for staff, and those before and after it."""
    links = [
        PageLink(title_in(site, one, here.language), here.link(address), address)
        for one in site.staff
        for address in (site.here(one).address,)
    ]
    at = next((number for number, one in enumerate(links) if one.address == here.address), None)
    before, after = (None, None) if at is None else (links[at - 1] if at else None, (*links, None)[at + 1])
    return site.renderer.fill(
        "staff_pages.html", here, staff_pages=links, here_at=here.address, before=before, after=after
    )
