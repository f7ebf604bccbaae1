"""The field reference: every field of every kind and part, in both languages, in stable places."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from macros.pages.highlighting import MarkedRun, marked_runs
from macros.records.base import Strict
from macros.register.register import Register
from macros.staff.fields import every_part, fields_of, part_word
from macros.staff.schemas import kinds_by_name
from macros.text.languages import CHINESE, ENGLISH, LANGUAGES, Language
from tests.pages import Shown, html_of, site_of

SECTIONS = {
    **{name: kinds[0].model for name, kinds in kinds_by_name().items()},
    **every_part(),
}
IDS = """
work-area evaluation erratum retired-address document bureau units periods terms
interface traditional synonyms glossary language part-attachment part-bilingual part-figure part-statement
part-listing part-item part-stage part-project part-commitment
part-progress part-result part-omission part-emendation part-note part-line-mark part-translations
part-stated-reading part-unit part-period part-spelling part-synonym-group part-term part-security
section section-record tables
part-section-field part-section-term part-field-value part-own-table part-explained-term
""".split()
"""Addresses that are published and must not change; new ones are added."""


@pytest.fixture(scope="module", params=[CHINESE, ENGLISH], ids=lambda one: one.code)
def language(request: pytest.FixtureRequest) -> Language:
    chosen: Language = request.param
    return chosen


@pytest.fixture(scope="module")
def page(site: Path, language: Language) -> Any:
    return html.fromstring((site / language.prefix / "staff/fields/index.html").read_text("utf-8"))


def test_the_sections_have_the_ids_they_always_had(page: Any) -> None:
    assert set(page.xpath("//h3/@id")) == set(IDS) == set(SECTIONS)


@pytest.mark.parametrize("ident", IDS)
def test_each_section_tells_every_field(page: Any, language: Language, ident: str) -> None:
    model: type[Strict] = SECTIONS[ident]
    (table,) = page.xpath("//table[parent::*[@aria-labelledby=$id]]", id=ident)
    assert table.get("class") == "stacked"
    rows = table.xpath("./tbody/tr")
    fields = fields_of(model)
    assert [row.findtext("th/code") for row in rows] == [field.name for field in fields]
    for row, field in zip(rows, fields, strict=True):
        required, meaning, form = row.xpath("td")
        said = {"zh": ("必填", "选填"), "en": ("required", "optional")}[language.code]
        assert required.text_content() == said[0 if field.required else 1]
        assert meaning.text_content() == language.text(field.meaning)
        assert form.text_content().startswith(language.text(field.form))
        assert field.example in form.text_content() and field.default in form.text_content()
        assert row.xpath(".//a/@href") == ([f"#{part_word(field.part)}"] if field.part else [])
        assert all(one.get("data-label") for one in (required, meaning, form))


def test_fields_have_the_names_they_have_in_files(page: Any) -> None:
    names = page.xpath("//table[parent::*[@aria-labelledby='part-period']]//th/code/text()")
    assert names == ["zh", "en", "id", "order", "words", "from", "to"]


def test_every_kind_says_where_its_files_are(page: Any) -> None:
    said = " ".join(one.text_content() for one in page.xpath("//p/code"))
    for kinds in kinds_by_name().values():
        for kind in kinds:
            assert f"data/{kind.place}" in said


def test_it_is_linked_where_staff_look_and_not_where_the_public_does(site: Path, language: Language) -> None:
    def links(name: str) -> list[str]:
        page = html.fromstring((site / language.prefix / name / "index.html").read_text("utf-8"))
        return list(page.xpath("//main//a/@href"))

    assert "../staff/fields/" in links("about")
    assert "../staff/fields/" not in links("site-map")


@pytest.mark.parametrize(
    ("text", "of", "marked"),
    [
        ("见 vocabulary/units.yml", CHINESE, [MarkedRun("见 "), MarkedRun("vocabulary/units.yml", "code")]),
        ("ICP备案号", CHINESE, [MarkedRun("ICP备案号")]),
        ("原文写有“等”时为 yes", CHINESE, [MarkedRun("原文写有“等”时为 "), MarkedRun("yes", "code")]),
        ("230万元 is 2300000", ENGLISH, [MarkedRun("230万元", "chinese"), MarkedRun(" is 2300000")]),
        (
            "Unit, from vocabulary/units.yml",
            ENGLISH,
            [MarkedRun("Unit, from "), MarkedRun("vocabulary/units.yml", "code")],
        ),
        ("Title", ENGLISH, [MarkedRun("Title")]),
    ],
)
def test_what_is_foreign_to_a_language_is_marked(text: str, of: Language, marked: list[MarkedRun]) -> None:
    assert list(marked_runs(text, of)) == marked


@pytest.mark.parametrize(
    ("languages", "untranslated", "required"),
    [
        (("zh", "hant", "en"), "refuse", "必填"),
        (("zh", "hant", "en"), "mark", "选填"),
        (("zh",), "refuse", "选填"),
    ],
)
def test_english_is_required_where_the_site_has_it(
    languages: tuple[str, ...], untranslated: str, required: str, register: Register
) -> None:
    bureau = register.bureau.model_copy(update={"untranslated": untranslated})
    chosen = tuple(one for one in LANGUAGES if one.code in languages)
    shown = html_of(site_of(replace(register, bureau=bureau, languages=chosen)), Shown("staff/fields.md", "fields", ()))
    # A group of synonyms may do without English words anywhere.
    rows = html.fromstring(shown).xpath("//tr[th/code='en'][not(contains(., 'subsidy'))]")
    assert rows and {row.xpath("string(td[1])") for row in rows} == {required}
    assert html.fromstring(shown).xpath("string(//tr[th/code='zh']/td[1])") == "必填"
