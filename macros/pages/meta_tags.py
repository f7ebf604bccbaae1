"""The meta tags that government sites in China carry (docs/maintainers/disclosure-rules.md, rules 1 to 4).

Every value comes from data; a tag whose value nobody has supplied is left out. ``Column…`` tags stand on pages that
people wrote (columns), article tags on pages made from records.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from macros.exports.table import Root
from macros.records import addresses
from macros.records.bureau import Bureau
from macros.register.catalogue import CatalogueItem
from macros.text.languages import Language

Tag = tuple[str, str]

COLUMN_TYPES = {
    "": "首页",
    addresses.ABOUT_PAGE: "概况信息",
    addresses.WORK_AREA_INDEX: "工作动态",
    addresses.FIGURES_PAGE: "数据发布",
    addresses.DATA_PAGE: "数据开放",
    addresses.CATALOGUE_PAGE: "信息公开目录",
    addresses.FEEDBACK_PAGE: "咨询投诉",
}
"""The rule's own names for kinds of column. A column that none of them fits has no type rather than a wrong one."""


def site_tags(bureau: Bureau, language: Language, root: Root) -> Iterator[Tag]:
    """Rule 1: every page names its site; domain and site code only where the bureau has supplied them."""
    yield "SiteName", language.text(bureau.site_name)
    if root.address:
        yield "SiteDomain", urlsplit(root.address).netloc
    if bureau.site_code:
        yield "SiteIDCode", bureau.site_code


def column_tags(
    address: str, title: str, description: str, below: Sequence[str], own_type: str | None = None
) -> Iterator[Tag]:
    """Rule 2: a column has a name, a description, keywords (its name and the records in it) and a type, if one fits.

    ``own_type`` is what a section of the bureau says that it is.

    Raises LookupError where a column lacks its name or description: the page's front matter must give both.
    """
    if not title or not description:
        raise LookupError(f"栏目缺少名称或说明。A column lacks its title or description: {address}")
    yield "ColumnName", title
    yield "ColumnDescription", description
    yield "ColumnKeywords", ",".join((title, *below))
    if kind := COLUMN_TYPES.get(address, own_type):
        yield "ColumnType", kind


def article_tags(item: CatalogueItem, title: str, language: Language) -> Iterator[Tag]:
    """Rules 3 and 4: a record has a title, a time of publication and a source.

    ``PubDate`` wants the time of day (YYYY-MM-DD HH:MM), and a false one is a veto item. So it is given only where the
    data has the time, in ``published``; a document's date alone makes none, and midnight is never put in its place.
    """
    yield "ArticleTitle", title
    if item.published:
        yield "PubDate", f"{item.published:%Y-%m-%d %H:%M}"
    yield "ContentSource", ",".join(language.text(issuer) for issuer in item.issuers)
