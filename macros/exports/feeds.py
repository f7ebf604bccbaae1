"""Feeds of what is new or changed, in each language: JSON Feed 1.1 and Atom (RFC 4287).

Every date in them is in the data. A JSON Feed without items is valid and is always there. Atom requires a date of its
own (``updated``), so there is no Atom feed until there is a dated item; a made-up date would be the alternative.
Where the data has a day only, Atom and JSON Feed, which know only moments, are given the beginning of that day in
China; the day itself is on the page of changes, which says so.
"""

from __future__ import annotations

import uuid
from typing import Any

from lxml import etree
from lxml.builder import ElementMaker

from macros.exports.table import Root
from macros.exports.writers import json_bytes
from macros.records.addresses import CHANGES_PAGE, relative
from macros.register.news import News, news, news_sentence
from macros.register.register import Register
from macros.text.han_scripts import Traditional
from macros.text.languages import TRADITIONAL, Language

ATOM = "http://www.w3.org/2005/Atom"
JSON_FEED = "https://jsonfeed.org/version/1.1"
NEWEST = 100
"""Items that a feed holds."""
E = ElementMaker(namespace=ATOM, nsmap={None: ATOM})


def json_address(language: Language) -> str:
    """Where the JSON Feed of a language is."""
    return f"{language.prefix}{CHANGES_PAGE}feed.json"


def atom_address(language: Language) -> str:
    """Where the Atom feed of a language is, if there is one."""
    return f"{language.prefix}{CHANGES_PAGE}feed.atom"


def feed_files(register: Register, root: Root) -> dict[str, bytes]:
    """The feeds of every language."""
    found = news(register)[:NEWEST]
    made = {}
    for language in register.languages:
        made[json_address(language)] = json_feed(register, language, found, root)
        if found:
            made[atom_address(language)] = atom_feed(register, language, found, root)
    written = Traditional(register.spellings)
    turned = {json_address(TRADITIONAL), atom_address(TRADITIONAL)} & made.keys()
    return made | {address: written(made[address].decode()).encode() for address in turned}


def json_feed(register: Register, language: Language, found: list[News], root: Root) -> bytes:
    """The JSON Feed of a language; the feed's own address is in it where the site's is known."""
    bureau = register.bureau
    feed: dict[str, Any] = {
        "version": JSON_FEED,
        "title": language.text(bureau.site_name),
        "language": language.tag,
        "authors": [{"name": language.text(bureau.name)}],
    }
    if root.address:
        feed["home_page_url"] = root.link(language.prefix)
        feed["feed_url"] = root.link(json_address(language))
    feed["items"] = [
        {
            "id": identifier(register, one, language),
            "url": link(one, language, root),
            "title": language.text(one.item.title),
            "content_text": news_sentence(register, one, language),
            "date_published": one.instant.isoformat(),
        }
        for one in found
    ]
    return json_bytes(feed)


def atom_feed(register: Register, language: Language, found: list[News], root: Root) -> bytes:
    """The Atom feed of a language; it was updated when its newest item was."""
    bureau = register.bureau
    home = link_to("", language, root)
    feed = E.feed(
        E.title(language.text(bureau.site_name)),
        E.id(urn(register, f"feed/{language.code}")),
        E.updated(found[0].instant.isoformat()),
        E.author(E.name(language.text(bureau.name))),
        E.link(rel="alternate", href=home),
    )
    feed.set("{http://www.w3.org/XML/1998/namespace}lang", language.tag)
    if root.address:
        feed.append(E.link(rel="self", href=root.link(atom_address(language))))
    for one in found:
        feed.append(
            E.entry(
                E.title(language.text(one.item.title)),
                E.id(identifier(register, one, language)),
                E.updated(one.instant.isoformat()),
                E.link(rel="alternate", href=link(one, language, root)),
                E.summary(news_sentence(register, one, language)),
            )
        )
    return bytes(etree.tostring(feed, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def link(one: News, language: Language, root: Root) -> str:
    """The page of an item."""
    return link_to(one.item.address, language, root)


def link_to(address: str, language: Language, root: Root) -> str:
    """A page of a language: in full where the site's address is known, else from where the feed is."""
    target = f"{language.prefix}{address}"
    if root.address:
        return root.link(target)
    return root.named(relative(target, f"{language.prefix}{CHANGES_PAGE}"))


def identifier(register: Register, one: News, language: Language) -> str:
    """A name of an item that stays the same wherever the site is published."""
    return urn(register, f"{one.item.kind.place}/{one.item.id}/{language.code}")


def urn(register: Register, name: str) -> str:
    """A name that is the bureau's own: two bureaus' sites share none."""
    bureau = register.bureau
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{bureau.name.zh}/{bureau.site_name.zh}/{name}").urn
