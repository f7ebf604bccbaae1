"""What stands at addresses that are retired: pages that lead on or say why, anchors with a note, and files.

All of it works on the plainest host: no script, no rule of the server.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date as Date
from typing import TYPE_CHECKING

from markupsafe import Markup

from macros.pages.rendering import Here, Renderer
from macros.records.addresses import record_address
from macros.records.base import BilingualText
from macros.records.kinds import WORK_AREAS
from macros.records.retired import Retired
from macros.register.register import Register
from macros.text.languages import Language

if TYPE_CHECKING:
    from macros.pages.site import Site


@dataclass(frozen=True)
class Notice:
    """One retired address: its page or file, the anchor on it, if any, and what is said of it.

    ``address`` and ``target`` are from the site's root, as everywhere in the code, without the slash before them.
    """

    address: str
    anchor: str
    title: BilingualText
    target: str | None
    why: BilingualText | None
    date: Date | None

    @property
    def is_page(self) -> bool:
        """Whether a page, in every language, or a single file."""
        return not self.address or self.address.endswith("/")


def anchors_retired(register: Register) -> dict[str, list[Notice]]:
    """What is said of the anchors that pages once had, by the address of the page."""
    found: defaultdict[str, dict[str, Notice]] = defaultdict(dict)
    for one in register.retired.values():
        for made in (notice(one, place) for place in one.addresses):
            if made.anchor:
                found[made.address].setdefault(made.anchor, made)
    return {address: list(by_anchor.values()) for address, by_anchor in found.items()}


def notice(one: Retired, place: str) -> Notice:
    """What is said of one of the addresses of a record."""
    address, _, anchor = place.removeprefix("/").partition("#")
    target = None if one.moved_to is None else one.moved_to.removeprefix("/")
    return Notice(address, anchor, one.title, target, one.why, one.date)


def anchors_of(site: Site, source: str, content: str) -> str:
    """What a page says below its content of the anchors that it once had; nothing where all are still there."""
    here = site.here(source)
    found = site.retired.get(here.address, []) if here.base is None else []
    gone = [one for one in found if f' id="{one.anchor}"' not in content]
    return site.renderer.fill("retired/anchors.html", here, notices=gone) if gone else ""


def retired(renderer: Renderer, here: Here, ident: str) -> str:
    """The content of the page at a retired address."""
    one = renderer.register.retired[ident]
    return content_there(renderer, here, notice(one, one.addresses[0]))


def content_there(renderer: Renderer, here: Here, found: Notice) -> str:
    """What stands on the page at an address that is retired, or leads on."""
    return renderer.fill("retired/page.html", here, notice=found)


def retired_files(site: Site, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Every page and file at a retired address; ``files`` are the site's other files, one of which may have moved.

    The address of a work area that has no page of its own leads to the page of its section in the same way.
    """
    made: dict[str, bytes] = {}
    for ident, section in site.register.told.items():
        address = record_address(WORK_AREAS, ident)
        made |= in_every_language(
            site, Notice(address, "", site.register.work_areas[ident].title, section.address, None, None)
        )
    for one in site.register.retired.values():
        for found in (notice(one, place) for place in one.addresses):
            if found.anchor:
                continue
            if found.is_page:
                made |= in_every_language(site, found)
            elif found.target is None:
                made[found.address] = withdrawal_note(found)
            elif found.target in files:
                made[found.address] = files[found.target]
    return made


def in_every_language(site: Site, found: Notice) -> dict[str, bytes]:
    """The page at a retired address in every language."""
    return {f"{to.prefix}{found.address}index.html": page(site, to, found) for to in site.register.languages}


def page(site: Site, language: Language, found: Notice) -> bytes:
    """The whole page at a retired address in one language."""
    here = Here(language, found.address, index=site.renderer.root.index)
    title = language.text(found.title)
    shell = site.shell(f"{language.prefix}{found.address}index.md", title, title, retired=True)
    target = None if found.target is None else here.link(found.target)
    public = site.renderer.public(language.prefix + found.target) if found.target and site.renderer.root.address else ""
    template = site.renderer.environment.get_template("retired/whole.html")
    html = template.render(
        shell={name: Markup(part) for name, part in shell.items()},
        content=Markup(content_there(site.renderer, here, found)),
        target=target,
        canonical=public or target,
    )
    return html.encode()


def withdrawal_note(found: Notice) -> bytes:
    """A file that says that what it held was withdrawn, and why."""
    assert found.why is not None, found.address
    said = {"withdrawn": True, "why": found.why.model_dump(), "date": found.date.isoformat() if found.date else None}
    if not found.address.endswith(".txt"):
        return (json.dumps(said, ensure_ascii=False, indent=2) + "\n").encode()
    english = f"Withdrawn. {found.why.en}\n" if found.why.en else ""
    return f"已撤下。{found.why.zh}\n{english}".encode()
