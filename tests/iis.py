"""What IIS would make of a ``web.config``: whether it may be read at all, and what it says of an address.

No IIS runs here. The shape of each section is that of IIS 7.5, in Microsoft's IIS_schema.xml; later versions only add
to it. Which sections a site may write, and which attributes are locked, is what a new server's applicationHost.config
says. How sections merge is what Microsoft's documentation of configuration says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from lxml import etree

TEXT, SOME, BOOL, NUMBER = r".*", r".+", "true|false", "[0-9]+"
STATUS, SUB_STATUS = "[4-9][0-9][0-9]", "-1|[0-9]{1,3}"
MODES = "File|ExecuteURL|Redirect"


@dataclass(frozen=True)
class Shape:
    """What an element may hold: attributes by name with their form, elements by name, and a collection, if it is one.

    ``key`` names the attributes that tell the entries of a collection apart, ``needed`` those that an entry must have.
    """

    attributes: Mapping[str, str] = field(default_factory=dict)
    elements: Mapping[str, Shape] = field(default_factory=dict)
    entry: str = ""
    entries: Mapping[str, str] = field(default_factory=dict)
    key: tuple[str, ...] = ()
    needed: tuple[str, ...] = ()


def listed(name: str, form: str = SOME, needed: bool = True, **more: str) -> Shape:
    """A collection of ``add``s told apart by one attribute; ``more`` are attributes of the collection itself."""
    return Shape(attributes=more, entry="add", entries={name: form}, key=(name,), needed=(name,) if needed else ())


HEADERS = Shape(entry="add", entries={"name": TEXT, "value": TEXT}, key=("name",))
SECTIONS = {
    "directoryBrowse": Shape({"enabled": BOOL, "showFlags": TEXT}),
    "defaultDocument": Shape({"enabled": BOOL}, {"files": listed("value", TEXT, needed=False)}),
    "staticContent": Shape(
        {"defaultDocFooter": TEXT, "isDocFooterFileName": BOOL, "enableDocFooter": BOOL},
        {
            "clientCache": Shape(
                {
                    "cacheControlMode": "NoControl|DisableCache|UseMaxAge|UseExpires",
                    "cacheControlMaxAge": r"([0-9]+\.)?[0-9]{2}:[0-9]{2}:[0-9]{2}",
                    "httpExpires": TEXT,
                    "cacheControlCustom": TEXT,
                }
            )
        },
        entry="mimeMap",
        entries={"fileExtension": SOME, "mimeType": SOME},
        key=("fileExtension",),
        needed=("fileExtension", "mimeType"),
    ),
    "httpProtocol": Shape({"allowKeepAlive": BOOL}, {"customHeaders": HEADERS, "redirectHeaders": HEADERS}),
    "httpErrors": Shape(
        {
            "errorMode": "DetailedLocalOnly|Custom|Detailed",
            "existingResponse": "Auto|Replace|PassThrough",
            "defaultPath": TEXT,
            "defaultResponseMode": MODES,
            "detailedMoreInformationLink": TEXT,
            "allowAbsolutePathsWhenDelegated": BOOL,
        },
        entry="error",
        entries={
            "statusCode": STATUS,
            "subStatusCode": SUB_STATUS,
            "prefixLanguageFilePath": TEXT,
            "path": SOME,
            "responseMode": MODES,
        },
        key=("statusCode", "subStatusCode"),
        needed=("statusCode", "path"),
    ),
    "security/requestFiltering": Shape(
        {"allowDoubleEscaping": BOOL, "allowHighBitCharacters": BOOL, "unescapeQueryString": BOOL},
        {
            "requestLimits": Shape(
                {"maxAllowedContentLength": NUMBER, "maxUrl": NUMBER, "maxQueryString": NUMBER},
                {"headerLimits": Shape()},
            ),
            "hiddenSegments": listed("segment", applyToWebDAV=BOOL),
            "denyUrlSequences": listed("sequence"),
            "alwaysAllowedUrls": listed("url"),
        },
    ),
}
"""The sections that a site may write on a new server, of those that this project could have a use for."""
LOCKED = {"httpErrors": {"allowAbsolutePathsWhenDelegated", "defaultPath"}, "staticContent": {"isDocFooterFileName"}}
"""Attributes that a site may not write."""
HIDDEN = frozenset(
    "web.config bin app_code app_globalresources app_localresources app_webreferences app_data app_browsers".split()
)
"""Parts of an address for which a new server answers 404."""


def faults(config: Any) -> Iterator[str]:
    """Everything for which IIS would answer every request with an error 500.19, or leave something out in silence."""
    if config.tag != "configuration":
        yield f"<{config.tag}> is no configuration"
    paths: list[str] = []
    for child in elements(config):
        if child.tag == "location":
            path = child.get("path", "")
            if set(child.attrib) != {"path"} or not path or path[0] in " ./\\" or path.endswith("/") or path in paths:
                yield f"location {dict(child.attrib)}"
            paths.append(path)
            for group in elements(child):
                yield from of_group(group, f"location {path}")
        else:
            yield from of_group(child, "")


def of_group(group: Any, place: str) -> Iterator[str]:
    """The faults of the sections of IIS at one place."""
    if group.tag != "system.webServer":
        yield f"{place} <{group.tag}>"
    for name, section in sections(group):
        if name not in SECTIONS:
            yield f"{place} {name}: no section that a site may write"
            continue
        yield from (f"{place} {name} {one}: locked" for one in LOCKED.get(name, set()) & set(section.attrib))
        yield from of_element(section, SECTIONS[name], f"{place} {name}")


def of_element(element: Any, shape: Shape, place: str) -> Iterator[str]:
    """The faults of an element and all in it."""
    yield from of_attributes(element, shape.attributes, (), place)
    gone: set[tuple[str, ...]] = set()
    cleared = False
    for child in elements(element):
        key = tuple(str(child.get(one, "-1" if one == "subStatusCode" else "")).lower() for one in shape.key)
        if child.tag in shape.elements:
            yield from of_element(child, shape.elements[child.tag], f"{place}/{child.tag}")
        elif shape.entry and child.tag == "clear" and not child.attrib:
            cleared = True
        elif shape.entry and child.tag == "remove":
            yield from of_attributes(child, {one: shape.entries[one] for one in shape.key}, (), f"{place} remove {key}")
            gone.add(key)
        elif shape.entry and child.tag == shape.entry:
            yield from of_attributes(child, shape.entries, shape.needed, f"{place} {child.tag} {key}")
            if key not in gone and not cleared:
                yield f"{place} {key}: the server may have it already"
            gone.discard(key)
        else:
            yield f"{place}: <{child.tag}>"


def of_attributes(element: Any, known: Mapping[str, str], needed: tuple[str, ...], place: str) -> Iterator[str]:
    """Attributes that are not known, are not of their form, or are missing."""
    for name, value in element.attrib.items():
        if name not in known or not re.fullmatch(known[name], value):
            yield f'{place}: {name}="{value}"'
    yield from (f"{place}: no {name}" for name in needed if name not in element.attrib)


def elements(parent: Any) -> list[Any]:
    """The elements in another, without comments."""
    return [one for one in parent if isinstance(one.tag, str)]


def sections(group: Any) -> Iterator[tuple[str, Any]]:
    """The sections in a group, each with its path; ``security`` is a group itself."""
    for element in elements(group):
        yield from (
            ((f"security/{inner.tag}", inner) for inner in elements(element))
            if element.tag == "security"
            else ((element.tag, element),)
        )


@dataclass(frozen=True)
class Answer:
    """What IIS says of an address: its headers, and the file that it sends where there is nothing, or no page.

    ``no_page`` is for a folder without one.
    """

    headers: Mapping[str, str]
    error: str
    no_page: str
    denied: bool


def answer(config: Any, path: str) -> Answer:
    """What holds for a path without its first slash: of the whole site, then of every place that it lies in."""
    places = (one for one in config.iter("location") if lies_in(path, one.get("path")))
    inner = sorted(places, key=lambda one: len(one.get("path")))
    headers, kinds, errors = dict[str, str](), dict[str, str](), dict[tuple[str, str], str]()
    hidden, sequences = set(HIDDEN), set[str]()
    for place in (config, *inner):
        for entry in place.find("system.webServer").iter("add", "remove", "mimeMap", "error"):
            if entry.tag == "remove":
                headers.pop(entry.get("name"), None)
                kinds.pop(entry.get("fileExtension"), None)
                hidden.discard(entry.get("segment"))
            elif entry.tag == "mimeMap":
                kinds[entry.get("fileExtension")] = entry.get("mimeType")
            elif entry.tag == "error":
                errors[entry.get("statusCode"), entry.get("subStatusCode")] = entry.get("path")
            elif entry.get("name"):
                headers[entry.get("name")] = entry.get("value")
            hidden |= {entry.get("segment")} - {None} if entry.tag == "add" else set()
            sequences |= {entry.get("sequence")} - {None} if entry.tag == "add" else set()
    kind = kinds.get(PurePosixPath(path).suffix or ".", "")
    denied = (
        not kind or bool(hidden & set(path.lower().split("/"))) or any(sequence in f"/{path}" for sequence in sequences)
    )
    return Answer({**headers, "Content-Type": kind}, errors["404", "-1"], errors["403", "14"], denied)


def lies_in(path: str, place: str) -> bool:
    """Whether a path is that of a place, or is below it; letters are alike, large or small."""
    return f"{path.lower()}/".startswith(f"{place.lower()}/")


def read(content: bytes) -> Any:
    """A configuration as elements."""
    return etree.fromstring(content)
