"""What a server says of the files besides sending them: the one table that every host's configuration is made from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from macros.exports import feeds
from macros.pages.policy import header_policy
from macros.records.addresses import search_folder
from macros.text.languages import LANGUAGES, Language

CORP = "Cross-Origin-Resource-Policy"
CORS = "Access-Control-Allow-Origin"
CACHE = "Cache-Control"

FOR_OTHERS = {CORP: "cross-origin", CORS: "*"}
"""For open data: programs of other sites may read it."""
OPEN_FOLDERS = ("data", "sources")
"""The folders of open data and of verbatim texts; the pages in them are open to others with them."""
OPEN_FILES = ("llms.txt", "sitemap.xml")
"""Files at the site's root for programs of others."""
JSON_FEED, ATOM = "application/feed+json", "application/atom+xml"

TYPES = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "csv": "text/csv",
    "txt": "text/plain",
    "xml": "text/xml",
    "svg": "image/svg+xml",
    "json": "application/json",
    "jsonld": "application/ld+json",
    "atom": ATOM,
    "bin": "application/octet-stream",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "gz": "application/gzip",
}
"""The media type of every kind of file there is."""
OTHER_TYPE = "application/octet-stream"
"""Of any other file: lists of checksums, copies compressed with brotli."""
IN_UTF_8 = ("css", "js", "csv", "txt", "xml")
"""Kinds whose type says in which encoding they are, as HTML's always does; JSON and Atom need not."""

SENSORS = ("accelerometer", "camera", "geolocation", "gyroscope", "magnetometer", "microphone")
OTHER_POWERS = ("autoplay", "display-capture", "encrypted-media", "fullscreen", "midi", "payment", "usb")
"""What pages could ask a browser for; these ask for nothing."""

CACHE_FOR_EVER = "public, max-age=31536000, immutable"
"""For files whose address changes with their content."""
CACHE_SHORTLY = "public, max-age=300"
"""For all else: what is published is on every screen five minutes later."""


def for_every_file(policy: str) -> dict[str, str]:
    """The headers that every answer bears. A page sends other sites its host's name at most, and over https only."""
    return {
        "Content-Security-Policy": header_policy(policy),
        "Strict-Transport-Security": "max-age=31536000",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "strict-origin",
        "Permissions-Policy": ", ".join(f"{one}=()" for one in (*SENSORS, *OTHER_POWERS)),
        "Cross-Origin-Opener-Policy": "same-origin",
    }


def headers_file(policy: str, folders: Iterable[str], languages: Sequence[Language] = LANGUAGES) -> str:
    """The file ``_headers``, as Netlify, Cloudflare Pages and others read it; ``folders`` stand at the site's root.

    Hosts differ in what they make of two rules that give one header, so no two rules that meet give the same one.
    What is not said here, hosts of this kind do by themselves: media types, compression, and revalidating pages.
    """
    rules: dict[str, dict[str, str]] = {"/*": for_every_file(policy), "/": {CORP: "same-origin"}}
    for folder in sorted(folders):
        rules[f"/{folder}/*"] = dict(FOR_OTHERS) if folder in OPEN_FOLDERS else {CORP: "same-origin"}
    rules["/assets/*"] |= {CACHE: CACHE_FOR_EVER}
    for language in languages:
        rules[f"/{search_folder(language)}:digest/*"] = {CACHE: CACHE_FOR_EVER}
        for address, kind in ((feeds.json_address(language), JSON_FEED), (feeds.atom_address(language), ATOM)):
            rules[f"/{address}"] = {CORS: "*", "Content-Type": kind}
    return "\n\n".join(as_written(pattern, headers) for pattern, headers in rules.items()) + "\n"


def as_written(pattern: str, headers: Mapping[str, str]) -> str:
    """One rule of the file: the addresses it is for, and below them, indented, what they bear."""
    return "\n".join([pattern, *(f"  {name}: {value}" for name, value in headers.items())])
