"""Meta tags by page type: from data only, and left out where nobody has supplied the value."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import html

from macros.exports.table import Root
from macros.pages.meta_tags import article_tags, column_tags, site_tags
from macros.pages.rendering import Renderer
from macros.pages.site import Site, begin
from macros.register.register import Register
from macros.text.languages import CHINESE, ENGLISH
from tests.pages import Shown, html_of, site_of
from tests.places import ROOT


def tags(site: Site, source: str) -> dict[str, str]:
    """The tags of a page."""
    page: Any = html.fromstring(html_of(site, Shown(source)))
    found = [(one.get("name"), one.get("content")) for one in page.xpath("//meta[@name]")]
    assert len(dict(found)) == len(found), source
    return {name: content for name, content in found if name[0].isupper()}


@pytest.fixture(scope="module")
def plain(register: Register) -> Site:
    return begin(register, ROOT / "overrides", Root())


@pytest.fixture(scope="module")
def full(full_register: Register) -> Site:
    return site_of(full_register)


COLUMN = {"SiteName", "ColumnName", "ColumnDescription", "ColumnKeywords"}


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("index.md", COLUMN | {"ColumnType"}),
        ("figures.md", COLUMN | {"ColumnType"}),
        ("en/catalogue.md", COLUMN | {"ColumnType"}),
        ("sources/index.md", COLUMN),
        ("work-areas/bases.md", {"SiteName", "ArticleTitle", "ContentSource"}),
        ("en/sources/h1-work-summary.md", {"SiteName", "ArticleTitle", "ContentSource"}),
        ("alliance.md", {"SiteName", "ArticleTitle", "ContentSource"}),
        ("404.md", {"SiteName"}),
    ],
)
def test_nothing_is_invented(plain: Site, source: str, names: set[str]) -> None:
    assert set(tags(plain, source)) == names


def test_what_is_supplied_is_given(full: Site) -> None:
    found = tags(full, "en/sources/later-report.md")
    assert found == {
        "SiteName": "Municipal Science and Technology Bureau – Public Record",
        "SiteDomain": "bureau.example",
        "SiteIDCode": "4200000001",
        "ArticleTitle": "Second-half bulletin (test fixture)",
        "PubDate": "2002-01-08 16:30",
        "ContentSource": "Municipal Science and Technology Bureau",
    }


def test_keywords_are_the_records_of_the_column(plain: Site, register: Register) -> None:
    found = tags(plain, "work-areas/index.md")
    assert found["ColumnKeywords"].split(",") == [
        "工作领域",
        *(area.title.zh for ident, area in register.work_areas.items() if ident not in register.told),
    ]
    assert found["ColumnType"] == "工作动态"


def test_a_date_without_a_time_is_no_time_of_publication(full_register: Register) -> None:
    renderer = site_of(full_register).renderer
    assert isinstance(renderer, Renderer)
    for item in renderer.items:
        given = dict(article_tags(item, "x", CHINESE))
        assert ("PubDate" in given) == (item.published is not None), item.id
    dated = [one for one in renderer.items if one.date and not one.published]
    assert dated, "a correction has a day and no time"


@pytest.mark.parametrize(("title", "description"), [("", "x"), ("x", ""), ("", "")])
def test_a_column_without_name_or_description_ends_the_build(title: str, description: str) -> None:
    with pytest.raises(LookupError, match="about/"):
        list(column_tags("about/", title, description, ()))


def test_the_domain_has_no_path(register: Register) -> None:
    root = Root.at("https://www.bureau.example:8443/record")
    assert dict(site_tags(register.bureau, ENGLISH, root))["SiteDomain"] == "www.bureau.example:8443"
