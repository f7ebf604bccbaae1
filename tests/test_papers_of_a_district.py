"""Papers as bureaus write them: a year, a half-year, a report with tables and a table alone; published whole."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.register.load import load
from macros.register.menu import menu
from macros.register.register import Register
from tests.pages import Shown, html_of, site_of
from tests.places import FIXTURES, ROOT

YUNLING = FIXTURES / "yunling"
NO_FIGURES = """site_name: {zh: 某局政务公开, en: A Bureau – Public Record}
name: {zh: 示例, en: Example}
current_document: example
"""


@pytest.fixture(scope="module")
def district() -> Register:
    register, problems = load(YUNLING / "data")
    assert register is not None, problems
    return register


def test_every_number_is_read_as_it_stands(district: Register) -> None:
    """Each line of figures.tsv was compared by eye with the papers."""
    _, *expected = (YUNLING / "figures.tsv").read_text("utf-8").splitlines()
    read = [
        "\t".join(
            [
                *(ident, one.figure.in_full, one.figure.kind, one.figure.amount, one.figure.unit),
                *(one.figure.qualifier, one.figure.period, str(one.figure.hedge or "")),
                f"{one.figure.relation or ''} {one.figure.of or ''}".strip(),
            ]
        )
        for ident, one in sorted(district.figures.items())
    ]
    assert read == expected


def test_nothing_in_them_goes_unused(district: Register) -> None:
    used, total = district.coverage()
    assert used == total > 50


def test_their_tables_are_whole(district: Register) -> None:
    sizes = {
        f"{ident} {table.id}": (table.height, table.width)
        for ident, text in district.texts.items()
        for table in text.document.tables
    }
    assert sizes == {"disclosure-2031 t1": (10, 4), "disclosure-2031 t2": (4, 4), "key-tasks-2031 t1": (6, 7)}


def test_the_newest_paper_comes_first(district: Register) -> None:
    assert [*district.texts] == ["first-half-2032", "disclosure-2031", "summary-2031", "key-tasks-2031"]


@pytest.mark.parametrize("name", ["disclosure-2031.html"])
def test_an_original_is_published_beside_its_text(name: str, district: Register) -> None:
    assert [Path(one.address).name for one in district.files_beside("disclosure-2031")] == [f"{name}.txt"]


def test_a_bureau_without_a_single_figure_is_published(tmp_path: Path) -> None:
    """Its home page shows no empty frames, and its menu leads to no empty page."""
    data = tmp_path / "data"
    shutil.copytree(ROOT / "macros/adopting/start/data", data)
    for name, old, new in (
        ("documents/example.txt", "今年整理资料12份。", "今年整理了资料。"),
        ("documents/example.yml", "This year 12 copies of material were sorted.", "This year material was sorted."),
        ("work-areas/example.yml", "今年整理资料{sorted}", "今年整理了资料"),
        ("work-areas/example.yml", "This year {sorted} of material were sorted", "This year material was sorted"),
    ):
        text = (data / name).read_text("utf-8")
        assert old in text
        (data / name).write_text(text.replace(old, new), "utf-8")
    area = data / "work-areas/example.yml"
    text = area.read_text("utf-8")
    area.write_text(
        text[: text.index("figures:")]
        + "statements:\n  - en: This year material was sorted.\n    quote: 今年整理了资料\n",
        "utf-8",
    )
    (data / "bureau.yml").write_text(NO_FIGURES, "utf-8")
    register, problems = load(data)
    assert register is not None, problems
    assert not register.figures and ("figures", "figures/") not in menu(register)
    for language in register.languages:
        home = html_of(site_of(register), Shown(f"{language.prefix}index.md", "home", ()))
        assert "headline" not in home and 'id="check"' not in home
