"""Feedback: the questions come from the register, and where answers go comes from the bureau's record."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lxml import html

from macros.pages.site import Site
from macros.register.register import Register
from macros.text.languages import LANGUAGES, Language
from tests.pages import Shown, html_of, site_of
from tests.test_readiness import with_bureau


def shown(site: Site, language: Language) -> Any:
    """The feedback page of a language."""
    return html.fromstring(f"<div>{html_of(site, Shown(f'{language.prefix}feedback.md', 'feedback'))}</div>")


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda one: one.code)
def test_the_five_questions_are_put(register: Register, language: Language) -> None:
    page = shown(site_of(register), language)
    (questions,) = [one for one in register.work_areas["enterprises-rate-offices"].lists if one.id == "questions"]
    written = site_of(register).renderer.written
    assert page.xpath("//legend/text()") == [written(language, language.text(one)) for one in questions.items]
    names = page.xpath("//fieldset//input/@name")
    assert len(set(names)) == 5 and len(names) == 15
    assert page.xpath("//*[@id='report-an-error']")


def test_without_a_channel_it_says_so_and_sends_nothing(register: Register) -> None:
    page = shown(site_of(register), LANGUAGES[0])
    assert "尚未提供受理渠道" in page.text_content()
    assert not page.xpath("//form") and not page.xpath("//button[not(@data-print)]")


@pytest.mark.parametrize(
    ("field", "given", "path"),
    [
        ("feedback_form", "https://forms.example/x", "//form[@method='post']/@action"),
        ("issue_tracker", "https://issues.example/x", "//a/@href[. = 'https://issues.example/x']"),
        ("email", "office@bureau.example", "//a/@href[. = 'mailto:office@bureau.example']"),
        ("telephone", "027-12345", "//a/@href[. = 'tel:027-12345']"),
    ],
)
def test_each_channel_is_offered(register: Register, field: str, given: str, path: str) -> None:
    page = shown(site_of(with_bureau(register, **{field: given})), LANGUAGES[0])
    (found,) = page.xpath(path)
    assert given in found and "尚未提供受理渠道" not in page.text_content()
    assert bool(page.xpath("//form")) == (field == "feedback_form")


def test_every_link_to_report_an_error_leads_there(site: Path) -> None:
    for file in site.rglob("*.html"):
        page = html.fromstring(file.read_text("utf-8"))
        links = [one for one in page.xpath("//a/@href") if one.endswith("#report-an-error")]
        assert links and all("feedback/" in link or file.parent.name == "feedback" for link in links), file


def test_rounds_are_published_with_their_downloads(full_register: Register) -> None:
    site = site_of(full_register)
    page = html_of(site, Shown("work-areas/enterprises-rate-offices.md", "work_area", ("enterprises-rate-offices",)))
    tree = html.fromstring(f"<div>{page}</div>")
    (round_,) = tree.xpath("//section[h2[starts-with(@id, 'evaluation-')]]")
    assert "120" in round_.text_content()
    assert [one.rpartition("/")[2] for one in round_.xpath(".//a[@download]/@href")] == [
        *("evaluations.csv", "evaluations.xlsx", "evaluations.json"),
    ]


DOWNLOADS = ".//p[@class='downloads']//a[@download]/@href"


def test_every_table_leads_to_its_download(site: Path) -> None:
    """In its section, or once for all at the end; but for the tables that explain fields, columns and rules."""
    explaining = ("staff", "data", "readiness")
    tables = 0
    for file in site.rglob("*.html"):
        if file.parent.name in explaining or file.parent.parent.name in explaining:
            continue
        page = html.fromstring(file.read_text("utf-8"))
        for table in page.xpath("//table"):
            section = next(table.iterancestors("figure", "section"))
            forms = section.xpath(DOWNLOADS) or page.xpath(DOWNLOADS)
            assert {form.rpartition(".")[2] for form in forms} == {"csv", "xlsx", "json"}, file
            assert all((file.parent / form).resolve().is_file() for form in forms), file
            tables += 1
    assert tables >= 2 * 7
