"""The catalogue: every published item, its status worked out from errata and later periods, and how it is narrowed."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser

from macros.register.catalogue import catalogue_items
from macros.register.register import Register
from macros.text.languages import LANGUAGES
from tests.night import some


def statuses(register: Register) -> dict[str, tuple[str, ...]]:
    """The status of every item."""
    return {f"{one.kind_name}.{one.id}": one.status for one in catalogue_items(register)}


def test_with_one_document_everything_is_in_force(register: Register) -> None:
    assert set(statuses(register).values()) == {("in-force",)}


@pytest.mark.parametrize(
    ("item", "status"),
    [
        ("document.h1-work-summary", ("superseded",)),
        ("document.later-report", ("in-force",)),
        ("activity.science-week", ("corrected", "superseded")),
        ("activity.technology-to-the-countryside", ("superseded",)),
        ("work-area.bases", ("superseded",)),
        ("work-area.full-area", ("in-force",)),
        ("alliance.river-crab", ("in-force",)),
        ("evaluation.full-round", ("in-force",)),
        ("erratum.materials-recount", ("in-force",)),
    ],
)
def test_status(full_register: Register, item: str, status: tuple[str, ...]) -> None:
    assert statuses(full_register)[item] == status


def test_every_record_is_in_it(full_register: Register) -> None:
    found = {one.id for one in catalogue_items(full_register)}
    for kind in ("texts", "work_areas", "evaluations", "errata"):
        assert set(getattr(full_register, kind)) <= found, kind
    for section in full_register.sections.values():
        assert set(section.records) <= found, section.address


def test_it_is_read_without_a_script(site: Path, register: Register) -> None:
    for language in LANGUAGES:
        page = html.fromstring((site / language.prefix / "catalogue/index.html").read_text("utf-8"))
        rows = page.xpath("//table[contains(@class, 'catalogue')]/tbody/tr")
        assert len(rows) == len(catalogue_items(register)) and all(row.get("hidden") is None for row in rows)
        assert page.xpath("//*[@id='narrow'][@hidden]")
        assert page.xpath("//*[@class='catalogue__same']/div[last()]/dd/text()")
        assert not page.xpath("//table//a[@hreflang]"), "what is the same in every row is said once"


@pytest.mark.parametrize(
    ("words", "kind", "count"),
    some(
        [("河蟹", "alliance", 1), ("", "", 11), ("河蟹", "", 2), ("", "activity", 2), ("没有这样的条目", "", 0)],
        4,
        spread=True,
    ),
)
def test_it_is_narrowed_in_a_browser(browser: Browser, address: str, words: str, kind: str, count: int) -> None:
    page = browser.new_page()
    page.goto(f"{address}catalogue/")
    page.fill("#narrow-words", words)
    page.select_option("#narrow-kind", kind)
    assert page.locator(".catalogue tbody tr:visible").count() == count
    assert page.locator("#narrow [role=status]").text_content() == f"显示{count}条，共11条"
    page.close()
