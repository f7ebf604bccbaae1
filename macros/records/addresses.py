"""Where everything is on the site. Paths are the same in every language and carry no language prefix."""

from __future__ import annotations

from collections.abc import Iterable

from macros.records.kinds import DOCUMENTS, EVALUATIONS, WORK_AREAS, Kind
from macros.text.languages import Language, language_of

WORK_AREA_INDEX = "work-areas/"
FIGURES_PAGE = "figures/"
SOURCES_INDEX = "sources/"
CORRECTIONS_PAGE = "corrections/"
ABOUT_PAGE = "about/"
SEARCH_PAGE = "search/"
SITE_MAP = "site-map/"
PRINT_PAGE = "print/"
DATA_PAGE = "data/"
ANNUAL_REPORTS_PAGE = "annual-reports/"
CATALOGUE_PAGE = "catalogue/"
CHANGES_PAGE = "changes/"
FEEDBACK_PAGE = "feedback/"
SURVEY_PAGE = "feedback/survey/"
READINESS_PAGE = "readiness/"
GLOSSARY_PAGE = "glossary/"


def address_of_source(source: str) -> str:
    """The address of the page that a Markdown file below docs/ becomes; the file is that of a Chinese page."""
    inner = source.removesuffix(".md")
    return "" if inner == "index" else f"{inner.removesuffix('/index')}/"


def record_address(kind: Kind, ident: str, work_area: str = "") -> str:
    """The page of a record; the records of some sections share one, evaluations stand on their work area's."""
    if kind is WORK_AREAS:
        return f"{WORK_AREA_INDEX}{ident}/"
    if kind.section:
        return f"{kind.address}{ident}/" if kind.own_pages else kind.address
    if kind is EVALUATIONS:
        return f"{WORK_AREA_INDEX}{work_area}/"
    raise ValueError(f"{kind.en} records have no page")


def record_at(address: str, sections: Iterable[Kind] = ()) -> tuple[Kind, str] | None:
    """The kind and the id of the record whose page is at an address, in any language; None for any other page.

    Those of ``sections`` may share a page, which then is that of a record without an id.
    """
    path = address.removeprefix(language_of(address).prefix)
    shared = next((kind for kind in sections if path == kind.address and not kind.own_pages), None)
    if shared:
        return shared, ""
    own = ((kind, kind.address) for kind in sections if kind.own_pages)
    for kind, index in ((WORK_AREAS, WORK_AREA_INDEX), (DOCUMENTS, SOURCES_INDEX), *own):
        ident = path.removeprefix(index).partition("/")[0]
        if path.startswith(index) and ident and "." not in ident:
            return kind, ident
    return None


def figure_anchor(kind: Kind, record: str, figure: str) -> str:
    """Where a figure stands on the page of its record, which several records may share."""
    alone = kind is WORK_AREAS or (kind.section and kind.own_pages)
    return f"figure-{figure}" if alone else f"figure-{record}-{figure}"


def figures_address(area: str) -> str:
    """The figures of a work area, where there are too many for one page of all."""
    return f"{FIGURES_PAGE}{area}/"


def document_address(ident: str) -> str:
    """The page of a source document."""
    return f"{SOURCES_INDEX}{ident}/"


def search_folder(language: Language) -> str:
    """The search index of a language."""
    return f"{SEARCH_PAGE}{language.code}/"


def relative(target: str, page: str) -> str:
    """``target`` as a link from the page at ``page``; both are paths from the site's root.

    Relative links work below any sub-path and straight from a folder.
    """
    path, hash_mark, anchor = target.partition("#")
    if path == page:
        return f"#{anchor}" if hash_mark else "./"
    below, here = path.split("/")[:-1], page.split("/")[:-1]
    alike = 0
    while alike < min(len(below), len(here)) and below[alike] == here[alike]:
        alike += 1
    steps = "../" * (len(here) - alike) + "/".join([*below[alike:], path.rpartition("/")[2]])
    return f"{steps or './'}{hash_mark}{anchor}"


INDEX = "index.html"
"""The file that a page in a folder is; hosts look for it where an address ends in a slash."""


def with_file(link: str, file: str) -> str:
    """``link`` with the name of the file that it leads to, if it leads to a folder; ``file`` may be empty.

    For hosts that serve files by their exact names only. A link within a page (``#anchor``) stays as it is.
    """
    path, hash_mark, anchor = link.partition("#")
    return f"{path}{file}{hash_mark}{anchor}" if path.endswith("/") or not link else link


def verbatim_address(ident: str, name: str) -> str:
    """Where the verbatim text can be downloaded; the same in every language."""
    return f"{document_address(ident)}{name}"
