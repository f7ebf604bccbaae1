"""JSON-LD of pages and of the catalogue of datasets: it expands, and every term of it is in its vocabulary."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from lxml import html
from markupsafe import Markup
from pyld import jsonld
from rdflib import Graph
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF, SDO

from macros.exports.table import Root
from macros.pages.json_ld import script
from macros.pages.site import Site, begin
from macros.register.register import Register
from macros.text.languages import LANGUAGES
from tests.exports.tables import NOT_SHOWN, ROWS, every
from tests.pages import html_of, shown
from tests.places import ROOT as PROJECT

SCHEMA_ORG = {"@context": {"@vocab": "https://schema.org/", "id": "@id", "type": "@type"}}
BASE = "https://bureau.example/record/"
SPDX = "http://spdx.org/rdf/terms#"


def offline(address: str, options: Any) -> dict[str, Any]:
    """schema.org's context, from here; nothing else is fetched."""
    assert address.rstrip("/") == "https://schema.org", address
    return {"contextUrl": None, "documentUrl": address, "document": SCHEMA_ORG}


def expanded(document: Any, base: str = BASE) -> list[Any]:
    """A document expanded by pyld."""
    found: list[Any] = jsonld.expand(document, {"base": base, "documentLoader": offline})
    return found


def graph_of(document: Any, base: str = BASE) -> Graph:
    """The statements of a document."""
    return Graph().parse(data=json.dumps(expanded(document, base)), format="json-ld")


def pages_of(register: Register, address: str) -> Iterator[tuple[str, Any]]:
    """The JSON-LD of every page."""
    site: Site = begin(register, PROJECT / "overrides", Root.at(address))
    for one in shown(register):
        if not one.macro:
            page = html.fromstring(html_of(site, one))
            (text,) = page.xpath("//script[@type='application/ld+json']/text()")
            yield one.source, json.loads(text)


@pytest.fixture(scope="module")
def plain(register: Register) -> dict[str, Any]:
    return dict(pages_of(register, ""))


@pytest.fixture(scope="module")
def full(full_register: Register) -> dict[str, Any]:
    return dict(pages_of(full_register, BASE))


def test_every_page_expands_into_terms_of_schema_org(plain: dict[str, Any], full: dict[str, Any]) -> None:
    for source, document in (*plain.items(), *full.items()):
        graph = graph_of(document)
        assert len(graph) > 1, source
        for _, predicate, value in graph:
            if predicate == RDF.type:
                assert str(value).removeprefix("https://schema.org/") in SDO, (source, value)
            else:
                assert str(predicate).removeprefix("https://schema.org/") in SDO, (source, predicate)


def types(document: Any) -> list[str]:
    return [one["@type"] for one in document["@graph"]]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("index.md", ["GovernmentOrganization", "WebPage", "BreadcrumbList"]),
        ("sources/h1-work-summary.md", ["GovernmentOrganization", "WebPage", "BreadcrumbList", "Report"]),
        ("en/work-areas/bases.md", ["GovernmentOrganization", "WebPage", "BreadcrumbList", "Report"]),
        ("figures.md", ["GovernmentOrganization", "WebPage", "BreadcrumbList", "Dataset"]),
        (
            "data.md",
            ["GovernmentOrganization", "WebPage", "BreadcrumbList", *["Dataset"] * (len(ROWS) - len(NOT_SHOWN))],
        ),
        ("404.md", ["GovernmentOrganization"]),
    ],
)
def test_each_page_tells_what_it_is(plain: dict[str, Any], source: str, expected: list[str]) -> None:
    assert types(plain[source]) == expected


def node(document: Any, kind: str) -> Any:
    return next(one for one in document["@graph"] if one["@type"] == kind)


def test_what_nobody_stated_is_not_there(plain: dict[str, Any]) -> None:
    report = node(plain["sources/h1-work-summary.md"], "Report")
    assert not {"dateCreated", "datePublished", "reportNumber", "identifier"} & set(report)
    assert set(node(plain["index.md"], "GovernmentOrganization")) == {"@type", "@id", "name"}
    assert "license" not in node(plain["figures.md"], "Dataset")


def test_what_is_stated_is_there(full: dict[str, Any]) -> None:
    report = node(full["en/sources/later-report.md"], "Report")
    assert report["dateCreated"] == "2001-12-31" and report["datePublished"] == "2002-01-08T16:30+08:00"
    assert report["reportNumber"] == "测科〔2001〕9号" and report["encoding"]["contentUrl"].startswith(BASE)
    bureau = node(full["en/index.md"], "GovernmentOrganization")
    assert bureau["email"] == "office@bureau.example" and bureau["address"] == "One Test Road"
    assert node(full["en/figures.md"], "Dataset")["license"]["text"] == "Free to use with the source named"


def test_trails_lead_home(plain: dict[str, Any]) -> None:
    for language in LANGUAGES:
        trail = node(plain[f"{language.prefix}work-areas/bases.md"], "BreadcrumbList")["itemListElement"]
        assert [one["position"] for one in trail] == [1, 2, 3]
        assert [one["item"]["@id"] for one in trail] == ["../../", "../", "./"]


def test_datasets_are_described_at_length(plain: dict[str, Any]) -> None:
    for source in ("data.md", "en/data.md"):
        for one in plain[source]["@graph"]:
            if one["@type"] == "Dataset":
                assert 50 <= len(one["description"]) <= 5000, one["name"]
                assert [form["encodingFormat"].partition("/")[0] for form in one["distribution"]]


@pytest.mark.parametrize("text", ["</script><b>", "<!--", "a & b", "\u2028", '"\\'])
def test_no_text_leaves_the_script(text: str) -> None:
    made = script({"name": text})
    assert isinstance(made, Markup) and not set("<>&\u2028") & set(made)
    assert json.loads(made) == {"name": text}


def test_the_catalogue_of_datasets_is_dcat(every_files: dict[str, bytes]) -> None:
    graph = graph_of(json.loads(every_files["data/catalogue.jsonld"]), f"{BASE}data/catalogue.jsonld")
    known = {str(DCAT): DCAT, str(DCTERMS): DCTERMS, str(FOAF): FOAF}
    for _, predicate, value in graph:
        term = str(value if predicate == RDF.type else predicate)
        space = next((one for one in known if term.startswith(one)), None)
        assert term == str(RDF.type) or term.startswith(SPDX) or (space and term.removeprefix(space) in known[space]), (
            term
        )
    (catalogue,) = graph.subjects(RDF.type, DCAT.Catalog)
    datasets = list(graph.objects(catalogue, DCAT.dataset))
    assert len(datasets) == sum(f"data/{one.name}.csv" in every_files for one in every())
    for subject in (catalogue, *datasets):
        for needed in (DCTERMS.title, DCTERMS.description, DCTERMS.publisher):
            assert list(graph.objects(subject, needed)), (subject, needed)
    for dataset in datasets:
        forms = list(graph.objects(dataset, DCAT.distribution))
        assert len(forms) >= 3
        for form in forms:
            assert list(graph.objects(form, DCAT.accessURL))
            (address,) = graph.objects(form, DCAT.downloadURL)
            (size,) = graph.objects(form, DCAT.byteSize)
            path = str(address).removeprefix(BASE)
            assert path.startswith("sources/") or int(str(size)) == len(every_files[path])
