"""Interface words: what stands in braces is filled in and nothing else, and no word that a page asks for is missing."""

from __future__ import annotations

import ast
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from macros.exports.datasets import by_name
from macros.pages.about import SUPPLIED_BY_BUREAU
from macros.problems import Problem
from macros.records.base import BilingualText
from macros.records.shipped import SHIPPED_WORDS, shipped_words
from macros.register.load import load
from macros.register.menu import menu
from macros.register.register import Register
from macros.text.placeholders import PLACEHOLDER, filled
from tests.asked_words import IN_CODE, IN_LISTS, TEMPLATES, asked_for
from tests.conftest import Change
from tests.pages import html_of, shown, site_of
from tests.places import DOCS, ROOT

WORDS = "vocabulary/interface.yml"


class Recorded(dict[str, BilingualText]):
    """Interface words that remember which of them were asked for."""

    asked: set[str]

    def __getitem__(self, key: str) -> BilingualText:
        self.asked.add(key)
        return super().__getitem__(key)


def recording(word: Callable[..., str], asked: set[str]) -> Callable[..., str]:
    """The words of a language, looked up already, that tell which of them were asked for."""

    def told(key: str, **filled_in: object) -> str:
        asked.add(key.replace("_", "-"))
        return word(key, **filled_in)

    return told


def test_the_words_asked_for_are_all_known(register: Register) -> None:
    """Making every page asks for no word that ``asked_for`` has overlooked."""
    recorded = Recorded(register.interface)
    recorded.asked = set()
    site = site_of(replace(register, interface=recorded))
    for language, word in site.renderer.interfaces.items():
        site.renderer.interfaces[language] = recording(word, recorded.asked)
    for page in shown(register):
        html_of(site, page)
    of_sections = set(register.interface) - set(shipped_words())
    assert recorded.asked <= set(asked_for()) | of_sections
    assert len(recorded.asked) > 80


def test_every_word_asked_for_is_there() -> None:
    """With the names that are filled in, in both languages; no word is there that nothing asks for."""
    assert set(asked_for()) == set(shipped_words())
    for key, names in asked_for().items():
        for text in (shipped_words()[key].zh, shipped_words()[key].en):
            assert set(PLACEHOLDER.findall(text)) <= names, key


def test_a_bureau_may_word_a_few(data: Path) -> None:
    (data / WORDS).write_text("entries:\n  home:\n    zh: 第一页\n    en: First page\n", "utf-8")
    register, problems = load(data)
    assert register is not None, problems
    assert register.interface["home"].en == "First page"
    assert register.interface["site-map"] == shipped_words()["site-map"]


def test_templates_ask_by_name() -> None:
    """Through a variable they ask only for what the bureau has not supplied, and for the parts of records."""
    through_variables = {"not_stated.html": 1, "fields.html": 2}
    for template in TEMPLATES.rglob("*.html"):
        text = template.read_text("utf-8")
        variable = re.findall(r"\bui\((?![\"'])", text)
        assert len(variable) == through_variables.get(template.name, 0), template
        for key in re.findall(r"\bui\([\"']([^\"']+)", text):
            assert key in asked_for(), (template, key)


def test_code_asks_for_what_it_says(register: Register) -> None:
    """The keys in macros/: of the menu, of what the bureau has not supplied, and where one is written out."""
    written = {
        node.slice.value
        for file in (ROOT / "macros").rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Subscript)
        and isinstance(node.value, ast.Attribute)
        and node.value.attr == "interface"
        and isinstance(node.slice, ast.Constant)
    }
    asked = {key for key, _ in menu(register)} | {one.replace("_", "-") for one in SUPPLIED_BY_BUREAU} | written
    of_sections = set(register.interface) - set(shipped_words())
    assert asked <= {*IN_CODE, *IN_LISTS} | of_sections
    assert "document-summary" in written


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("See all {count} figures", "See all 29 figures"),
        ("{count}{count}", "2929"),
        ("{nobody} {Count} {} {0} {{count}} { count }", "{nobody} {Count} {} {0} {29} { count }"),
        ("{count.__class__} {count!r} {count:>9} {count[0]}", "{count.__class__} {count!r} {count:>9} {count[0]}"),
        ("} {", "} {"),
    ],
)
def test_filling_in(text: str, made: str) -> None:
    assert filled(text, {"count": 29}) == made
    assert filled("{count}", {"count": "{count} <b>"}) == "{count} <b>"


ALL_FIGURES = ("zh: 查看全部{count}项数据", "en: See all {count} figures")
BROKEN = {
    "a brace without a partner": (
        ALL_FIGURES[1],
        "en: See all {count figures",
        "all-figures.en",
        "A brace has no partner",
    ),
    "a brace too many": (ALL_FIGURES[1], "en: See all {count}} figures", "all-figures.en", "A brace has no partner"),
    "an attribute": (ALL_FIGURES[1], "en: See all {count.__class__}", "all-figures.en", "does not hold a plain"),
    "a number": (ALL_FIGURES[0], "zh: 查看全部{0}项数据", "all-figures.zh", "does not hold a plain"),
    "a format": (ALL_FIGURES[0], "zh: 查看全部{count:>9}项数据", "all-figures.zh", "does not hold a plain"),
    "an unknown name": (ALL_FIGURES[0], "zh: 查看全部{number}项数据", "all-figures.zh", 'for "{number}" here'),
    "one language only": (ALL_FIGURES[1], "en: See all figures", "all-figures.en", "filled in with {count}"),
    "where nothing is filled in": ("zh: 网站地图\n", "zh: 网站{count}地图\n", "site-map.zh", "Delete it."),
    "an unknown word": ("  site-map:\n", "  sitemap:\n", "sitemap", "Write site-map."),
}


def said(problems: list[Problem]) -> list[tuple[str, str]]:
    """Field and English message of each problem with the interface words."""
    return [
        (problem.field, f"{problem.wrong.en} {problem.fix.en}")
        for problem in problems
        if problem.place.path.endswith(WORDS)
    ]


@pytest.mark.parametrize(("old", "new", "field", "words"), BROKEN.values(), ids=list(BROKEN))
def test_a_slip_in_a_word_is_named(data: Path, change: Change, old: str, new: str, field: str, words: str) -> None:
    shutil.copy(SHIPPED_WORDS, data / WORDS)
    change(WORDS, old, new)
    register, problems = load(data)
    assert register is None
    found = [message for at, message in said(problems) if at == f"entries.{field}".rstrip(".")]
    assert any(words in message for message in found), said(problems)


@pytest.mark.parametrize(("file", "ident"), [("commitment-statuses", "no-result-stated")])
def test_a_term_that_records_mean_without_naming_it_stays(data: Path, change: Change, file: str, ident: str) -> None:
    change(f"vocabulary/{file}.yml", f"  - id: {ident}\n", f"  - id: {ident}-x\n")
    _, problems = load(data)
    assert any(problem.wrong.en == f'The entry "{ident}" is missing.' for problem in problems), problems
    assert any(problem.place.path == f"data/vocabulary/{file}.yml" and problem.place.line > 1 for problem in problems)


def test_the_text_of_a_document_has_one_name(register: Register) -> None:
    """It is 整理文本 on its page, and so on every other."""
    said = [one.zh for one in register.interface.values()]
    said += [file.read_text("utf-8") for file in DOCS.rglob("*.md")]
    said += [words.zh for one in by_name(register).values() for words in (one.title, one.about)]
    assert any("整理文本" in one for one in said)
    assert [one for one in said if re.search("刊印(的)?(简体)?文[本字]", one)] == []
