"""``web.config``: how IIS serves this site, made from the same table as the headers of other hosts.

IIS reads it where it lies. It holds only what IIS 7.5 and later let a site decide, and needs no module beyond those of
static sites. Every entry is removed before it is added: the server may have one already, and IIS refuses duplicates.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from lxml import etree
from lxml.builder import E

from macros.exports import feeds
from macros.publishing.headers import (
    CACHE,
    CACHE_FOR_EVER,
    CACHE_SHORTLY,
    CORP,
    FOR_OTHERS,
    IN_UTF_8,
    JSON_FEED,
    OPEN_FILES,
    OPEN_FOLDERS,
    OTHER_TYPE,
    TYPES,
    for_every_file,
)
from macros.records.addresses import INDEX
from macros.text.languages import LANGUAGES, Language

CONFIGURATION_FILE = "web.config"
OTHER_ENDINGS = ("", "kept", "br")
"""Endings of files of no listed type; the empty one is for files without any. IIS sends no file of an unknown type."""
HIDDEN = ("404.html", ".nojekyll", ".git")
"""Names that are answered with 404; the error pages among them, which IIS sends by itself."""
SERVED = "bin"
"""The one name that a page can have of those that IIS hides unless told otherwise."""
LONGEST_QUERY = 8192
"""Bytes; IIS takes 2,048 unless told otherwise, which are 227 Chinese characters of a sentence that is looked for."""
ERROR_PAGES = (("404", "-1"), ("403", "14"))
"""Status and sub-status of what shows the error page: what is not there, and a folder without a page."""
NOTE = """
本站的 IIS 配置，与网页同时生成，放在网站目录中即可生效；IIS 7.5 以上，不需要另装模块。
How IIS 7.5 and later serve this site; built with its pages, and in force where it lies. No further module is needed.
错误页从 IIS 站点的根目录找起；网站放在站点的下级文件夹里时，生成时须写明 SITE_ADDRESS。
Error pages are looked for from the root of the IIS site; for a site below a folder, build with SITE_ADDRESS.
"""


def web_config(policy: str, base: str, kept: Iterable[str], languages: Sequence[Language] = LANGUAGES) -> str:
    """The configuration for a site with this policy; ``base`` is the path of its home page, from the IIS site's root.

    ``kept`` are the folders whose address changes with their content.
    """
    headers = {**for_every_file(policy), CACHE: CACHE_SHORTLY, CORP: "same-origin"}
    root = E.configuration(
        etree.Comment(NOTE),
        web_server(
            E.directoryBrowse(enabled="false"),
            E.defaultDocument(E.files(E.clear(), E.add(value=INDEX)), enabled="true"),
            types(media_types(), E.clientCache(cacheControlMode="NoControl")),
            custom_headers(headers, unwanted=("X-Powered-By",)),
            error_page(base, ""),
            E.security(E.requestFiltering(*hidden_paths())),
        ),
        *(location(language.prefix, error_page(base, language.prefix)) for language in languages if language.prefix),
        *(location(one, custom_headers({CACHE: CACHE_FOR_EVER})) for one in sorted(kept)),
        *(location(one, custom_headers(FOR_OTHERS)) for one in (*OPEN_FOLDERS, *OPEN_FILES)),
        *(location(feeds.atom_address(language), custom_headers(FOR_OTHERS)) for language in languages),
        *(
            location(feeds.json_address(language), types({".json": JSON_FEED}), custom_headers(FOR_OTHERS))
            for language in languages
        ),
    )
    etree.indent(root, "    ")
    content: bytes = etree.tostring(root, xml_declaration=True, encoding="utf-8")
    return content.decode() + "\n"


def web_server(*sections: Any) -> Any:
    """Sections of IIS's own."""
    return E("system.webServer", *sections)


def location(path: str, *sections: Any) -> Any:
    """What holds for one folder or file."""
    return E.location(web_server(*sections), path=path.rstrip("/"))


def media_types() -> dict[str, str]:
    """The media type of every ending, as IIS writes them: with a dot, and the encoding of text behind the type."""
    known = {one: f"{kind}; charset=utf-8" if one in (*IN_UTF_8, "html") else kind for one, kind in TYPES.items()}
    return {f".{one}": kind for one, kind in {**known, **dict.fromkeys(OTHER_ENDINGS, OTHER_TYPE)}.items()}


def types(kinds: Mapping[str, str], *more: Any) -> Any:
    """The media types of files by their endings, in place of those that the server has; and what is ``more``."""
    return E.staticContent(
        *more,
        *(
            element
            for ending, kind in kinds.items()
            for element in (E.remove(fileExtension=ending), E.mimeMap(fileExtension=ending, mimeType=kind))
        ),
    )


def custom_headers(headers: Mapping[str, str], unwanted: Iterable[str] = ()) -> Any:
    """Headers of every answer, in place of those of the same name; those ``unwanted`` are removed."""
    return E.httpProtocol(
        E.customHeaders(
            *(E.remove(name=name) for name in unwanted),
            *(
                element
                for name, value in headers.items()
                for element in (E.remove(name=name), E.add(name=name, value=value))
            ),
        )
    )


def error_page(base: str, prefix: str) -> Any:
    """The error page of a language, sent as a file: sent by its address, IIS would answer with status 200."""
    file = f"{base}{prefix}404.html".removeprefix("/").replace("/", "\\")
    return E.httpErrors(
        *(E.remove(statusCode=status, subStatusCode=more) for status, more in ERROR_PAGES),
        *(
            E.error(statusCode=status, subStatusCode=more, path=file, responseMode="File")
            for status, more in ERROR_PAGES
        ),
        errorMode="Custom",
    )


def hidden_paths() -> Any:
    """What is not served: files for hosts, the error pages by their own address, and queries of excessive length."""
    yield E.requestLimits(maxQueryString=str(LONGEST_QUERY))
    yield E.denyUrlSequences(E.remove(sequence="/_"), E.add(sequence="/_"))
    yield E.hiddenSegments(
        E.remove(segment=SERVED),
        *(element for one in HIDDEN for element in (E.remove(segment=one), E.add(segment=one))),
    )
