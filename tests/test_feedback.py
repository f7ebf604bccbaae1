"""Feedback: the questions come from the register, and where answers go comes from the bureau's record."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from playwright.sync_api import Browser, expect

from macros.pages.site import Site
from macros.register.register import Register
from macros.text.languages import LANGUAGES, Language
from tests.night import some
from tests.pages import Shown, html_of, site_of
from tests.test_readiness import with_bureau


def shown(site: Site, language: Language, macro: str = "feedback") -> Any:
    """The feedback page of a language, or that of the questions."""
    source = {"feedback": "feedback.md", "survey": "feedback/survey.md"}[macro]
    return html.fromstring(f"<div>{html_of(site, Shown(f'{language.prefix}{source}', macro))}</div>")


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda one: one.code)
def test_the_five_questions_are_put(register: Register, language: Language) -> None:
    page = shown(site_of(register), language, "survey")
    (questions,) = [one for one in register.work_areas["enterprises-rate-offices"].lists if one.id == "questions"]
    written = site_of(register).renderer.written
    assert page.xpath("//legend/text()") == [written(language, language.text(one)) for one in questions.items]
    names = page.xpath("//fieldset//input/@name")
    assert len(set(names)) == 5 and len(names) == 15
    assert not page.xpath("//*[@id='report-an-error']") and not shown(site_of(register), language).xpath("//fieldset")


def test_without_questions_there_is_no_page_of_them(register: Register) -> None:
    areas = {ident: one.model_copy(update={"lists": []}) for ident, one in register.work_areas.items()}
    site = site_of(replace(register, work_areas=areas))
    assert "feedback/survey.md" in site_of(register).pages and "feedback/survey.md" not in site.pages
    assert not shown(site, LANGUAGES[0]).xpath("//a[contains(@href, 'survey')]")


def test_without_a_channel_it_says_so_and_sends_nothing(register: Register) -> None:
    page = shown(site_of(register), LANGUAGES[0])
    assert "尚未提供受理渠道" in page.text_content()
    assert not page.xpath("//form") and {one.get("type") for one in page.xpath("//button")} == {"button"}
    for one in (page, shown(site_of(register), LANGUAGES[0], "survey")):
        (first, *_) = one.xpath("//p[contains(@class, 'note')] | //input | //textarea")
        assert "尚未提供受理渠道" in first.text_content(), "before the first box"


PAGE_OF_PROJECTS = "/work-areas/projects/"


def test_a_report_names_its_page_and_is_copied(browser: Browser, address: str) -> None:
    """From the link below a record to the text to send, as a reader does it; the browser lets nothing be copied."""
    shown = browser.new_page()
    shown.goto(f"{address}work-areas/projects/")
    shown.click(".report a")
    shown.wait_for_url("**/feedback/?page=*")
    expect(shown.locator("#error-page")).to_have_value(re.compile(f"{PAGE_OF_PROJECTS}$"))
    shown.fill("#error-stands", "230万元")
    shown.click("#copy-report")
    whole = shown.input_value("#report-whole").splitlines()
    assert whole[0] == "内容纠错：市科技局" and whole[1].endswith(PAGE_OF_PROJECTS) and "现在的内容 230万元" in whole
    expect(shown.locator("#report-said")).not_to_be_empty()
    shown.close()


@pytest.mark.parametrize(
    ("page", "cited", "label", "amount"),
    some(
        [
            ("work-areas/projects/", "#figure-grants", "获资助项目的无偿资助合计", "230万元"),
            ("figures/", "#projects\\.grants", "获资助项目的无偿资助合计", "230万元"),
            ("zh-hant/work-areas/projects/", "#figure-grants", "獲資助項目的無償資助合計", "230萬元"),
            ("en/work-areas/projects/", "#figure-grants", "Total grants to the funded projects", "CNY 2.3 million"),
        ],
        2,
        spread=True,
    ),
)
def test_a_figure_is_reported_from_its_citation(
    browser: Browser, address: str, page: str, cited: str, label: str, amount: str
) -> None:
    shown = browser.new_page()
    shown.goto(f"{address}{page}")
    shown.click(f"{cited} .cite__button")
    shown.click(f"{cited} .cite a[href*='figure=']")
    expect(shown.locator("#error-page")).to_have_value(re.compile(f"/{page}$"))
    expect(shown.locator("#error-figure")).to_have_value(f"{label} projects.grants")
    expect(shown.locator("#error-stands")).to_have_value(amount)
    shown.close()


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
        links = [one.partition("?")[0] for one in page.xpath("//a/@href") if one.endswith("#report-an-error")]
        assert links and all("feedback/" in link or "feedback" in file.parts for link in links), file


def test_rounds_are_published(full_register: Register) -> None:
    site = site_of(full_register)
    page = html_of(site, Shown("work-areas/enterprises-rate-offices.md", "work_area", ("enterprises-rate-offices",)))
    tree = html.fromstring(f"<div>{page}</div>")
    (round_,) = tree.xpath("//section[h2[starts-with(@id, 'evaluation-')]]")
    assert "120" in round_.text_content()


DOWNLOADS = ".//p[@class='downloads']//a[@download]/@href"


def test_every_table_leads_to_its_download(site: Path) -> None:
    """In its section, or once for all at the end; but for the tables that explain fields, columns and rules."""
    explaining = {"staff", "data", "readiness", "handbook"}
    tables = 0
    for file in site.rglob("*.html"):
        if explaining & {*file.relative_to(site).parts}:
            continue
        page = html.fromstring(file.read_text("utf-8"))
        for table in page.xpath("//table"):
            section = next(table.iterancestors("figure", "section"), page)
            if "bars" in table.classes:
                continue  # The numbers of the page, drawn.
            forms = section.xpath(DOWNLOADS) or page.xpath(DOWNLOADS)
            assert {form.rpartition(".")[2] for form in forms} == {"csv", "xlsx", "json"}, file
            assert all((file.parent / form).resolve().is_file() for form in forms), file
            tables += 1
    assert tables >= 2 * 7
