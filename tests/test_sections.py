"""Sections that a bureau declares: pages, menu, tables, and nothing of what is empty or of another bureau."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from macros.building.build import build
from macros.problems import Problem
from macros.records.collecting import declared_sections
from macros.records.paged_record import Content
from macros.records.shipped import shipped_synonyms
from macros.register.load import load
from macros.staff.new_record import start
from tests.exports.tables import from_csv, from_json, from_xlsx
from tests.places import DATA, DISTRICT, FIXTURES

SUBSIDIES, TASKS = "subsidies", "key-tasks"


def data_with_sections(folder: Path) -> Path:
    """The data of the district with three sections that have records and one that has none."""
    shutil.copytree(DISTRICT / "data", folder)
    return Path(shutil.copytree(FIXTURES / "sections/data", folder, dirs_exist_ok=True))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The district's site."""
    folder = tmp_path_factory.mktemp("sections")
    assert build(data_with_sections(folder / "data"), folder / "site")
    return folder / "site"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Data to break."""
    return data_with_sections(tmp_path / "data")


def page_of(site: Path, address: str) -> Any:
    return html.fromstring((site / address / "index.html").read_text("utf-8"))


@pytest.mark.parametrize(
    ("prefix", "expected"),
    [
        ("", ["补助发放", "工程项目", "重点任务"]),
        ("zh-hant/", ["補助發放", "工程項目", "重點任務"]),
        ("en/", ["Subsidies", "Works", "Key tasks"]),
    ],
)
def test_the_menu_and_the_map_hold_the_sections_in_order(built: Path, prefix: str, expected: list[str]) -> None:
    for address in ("", "site-map/"):
        links = [one.text_content().strip() for one in page_of(built, prefix + address).xpath("//header//nav//a")]
        assert [one for one in links if one in expected] == expected
    assert set(expected) <= {one.text_content() for one in page_of(built, f"{prefix}site-map/").xpath("//main//a")}


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (
            "subsidies/",
            [
                ["青云灌溉合作社节水补助", "青云灌溉合作社", "12万元", "5月10日"],
                ["白石蓄水合作社节水补助", "白石蓄水合作社", "8万元", "6月3日"],
            ],
        ),
        (
            "en/key-tasks/",
            [
                ["Rural water points built", "Rural water points built", "Water Supply Division", "20", "Finished"],
                ["River chiefs trained", "River chiefs trained", "Rivers Division", "40 people", "In progress"],
            ],
        ),
    ],
    ids=["names, figures, dates", "texts, terms"],
)
def test_a_section_is_a_table_of_its_columns(built: Path, address: str, expected: list[list[str]]) -> None:
    rows = page_of(built, address).xpath("//main//table[@class='stacked']/tbody/tr")
    assert [[re.sub(r"\s+", " ", one.text_content()).strip() for one in row] for row in rows] == expected


def test_a_section_without_columns_shows_cards_that_lead_to_its_pages(built: Path) -> None:
    links = page_of(built, "river-projects/").xpath("//li[@class='card']//h3/a/@href")
    assert links == ["east-canal/", "west-sluice/"]
    for address in links:
        assert (built / "en/river-projects" / address / "index.html").is_file()


def test_each_section_downloads_the_same_in_every_form(built: Path) -> None:
    for name, amounts in ((SUBSIDIES, ["120000", "80000"]), (TASKS, None), ("river-projects", None)):
        rows = from_csv((built / f"data/{name}.csv").read_bytes())
        ids = [row["id"] for row in rows]
        assert [row["id"] for row in from_json((built / f"data/{name}.json").read_bytes())] == ids
        assert [row["id"] for row in from_xlsx((built / f"data/{name}.xlsx").read_bytes(), name)] == ids
        assert amounts is None or [row["amount"] for row in rows] == amounts
    assert [row["paid"] for row in from_csv((built / "data/subsidies.csv").read_bytes())] == ["05-10", "06-03"]


def test_what_is_empty_exists_nowhere(built: Path) -> None:
    """A section without records and tables without rows have no page, no file, and are named by no page."""
    assert not (built / "empty-list").exists()
    for name in ("empty-list", "lists", "projects", "commitments", "evaluations", "emendations"):
        assert not list((built / "data").glob(f"{name}.*")), name
    for file in built.rglob("*.html"):
        text = file.read_text("utf-8")
        assert "尚无记录的栏目" not in text and "empty-list" not in text, file
        assert not re.search(r"data/(?:lists|projects|commitments|evaluations|emendations)\.", text), file


def own_words() -> set[str]:
    """What the demonstration's data calls its own records, figures, lists, places and tables, in both languages."""
    register, problems = load(DATA)
    assert register is not None, problems
    records: dict[str, Content] = {**register.work_areas}
    texts = [one for section in register.sections.values() for one in (section.section.title, section.section.one)]
    for section in register.sections.values():
        records |= section.records
    texts += [one.title for one in records.values()]
    texts += [figure.label for record in records.values() for figure in record.figures]
    texts += [part for record in records.values() for one in record.lists for part in (one.title, *one.items)]
    texts += [*register.tables, *(one.about for one in register.tables)]
    words = {word for text in texts if text for word in (text.zh, text.en)}
    return {one for one in words if len(one) >= (4 if one.isascii() else 3)} | {"特派员", "下乡", "河蟹", "科普"}


def said_by(site: Path) -> Iterator[tuple[str, str]]:
    """What every page and file of open data says, but for the reference of fields, which shows examples."""
    for file in sorted(site.rglob("*")):
        if file.suffix in (".html", ".json", ".csv", ".jsonld", ".txt") and "staff" not in file.parts:
            yield file.relative_to(site).as_posix(), file.read_text("utf-8")


GENERAL = {"Questions", "Projects", "项目", "Alliance", "Training", "Companies", "Enterprises", "Places", "Information"}
"""Words that the demonstration uses, and so does everybody."""


def test_no_word_of_the_demonstration_is_on_another_bureaus_site(built: Path) -> None:
    words = sorted(own_words() - GENERAL)
    assert len(words) > 100
    found = {(word, name) for name, text in said_by(built) for word in words if word in text}
    everyday = " ".join(word for group in shipped_synonyms() for word in group.words)
    assert sorted(one for one in found if not (one[1].endswith("similar.json") and one[0] in everyday)) == []


DATE = "  - field: paid\n    quote: 5月10日向青云灌溉合作社拨付节水补助12万元"
BROKEN = {
    "a number typed": (TASKS, "  zh: 建成农村供水点{target}，", "  zh: 建成农村供水点20个，", "figure"),
    "a column it has not": (TASKS, "  - field: division", "  - field: office", "has no column"),
    "a column twice": (TASKS, "  - field: division", "  - field: task", "is filled twice"),
    "a name not in the quote": (TASKS, "      zh: 供水科\n", "      zh: 排水科\n", "does not contain"),
    "a term it has not": (TASKS, "term: finished", "term: done", "has no term"),
    "a term the quote denies": (TASKS, "term: finished", "term: going-on", "does not contain"),
    "a figure of nobody": (TASKS, "    figure: target", "    figure: other", "no figure"),
    "words for a figure": (TASKS, "    figure: target", "    term: finished", "is of type figure"),
    "no date": (
        SUBSIDIES,
        DATE,
        "  - field: paid",
        "date",
    ),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_value_says_what_its_column_and_its_quote_do(own: Path, case: str) -> None:
    place, old, new, words = BROKEN[case]
    file = own / place / ("water-points.yml" if place == TASKS else "qingyun.yml")
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8", newline="\n")
    _, problems = load(own)
    assert any(words in one.wrong.en for one in problems), [one.wrong.en for one in problems]


@pytest.mark.parametrize("ident", ["figures", "data", "en", "work-areas"])
def test_a_section_takes_no_address_of_the_site(own: Path, ident: str) -> None:
    (own / "sections/empty-list.yml").rename(own / f"sections/{ident}.yml")
    _, problems = load(own)
    assert any("is an address of the site" in one.wrong.en for one in problems)


def test_a_record_of_a_section_is_begun_like_any_other(own: Path) -> None:
    assert [kind.section for kind in declared_sections(own)] == [SUBSIDIES, "river-projects", TASKS, "empty-list"]
    made = start(own, TASKS, "reservoirs")
    assert not isinstance(made, Problem) and made == own / "key-tasks/reservoirs.yml"
    assert "section-record.json" in made.read_text("utf-8")
    taken = start(own, TASKS, "qingyun")
    assert isinstance(taken, Problem) and "already that of" in taken.wrong.en


@pytest.mark.parametrize(
    "title", ["  zh: 河道工程\n", "  zh: 河道工程\n  ug: x\n"], ids=["Chinese alone", "a further language"]
)
def test_a_section_is_read_in_whatever_languages_it_is(title: str, own: Path) -> None:
    shutil.copytree(FIXTURES / "languages/data/languages", own / "languages")
    with (own / "bureau.yml").open("a", encoding="utf-8") as bureau:
        bureau.write("languages: [zh, en, ja, ug]\nuntranslated: mark\n")
    file = own / "sections/river-projects.yml"
    file.write_text(
        re.sub("(?m)^title:\n(?:  .*\n)+", f"title:\n{title}", file.read_text("utf-8")), "utf-8", newline="\n"
    )
    assert "river-projects" in [kind.section for kind in declared_sections(own)]
    assert load(own)[1] == []
