"""What a bureau will need that this document does not fill: later periods and documents, results, progress, errata."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from macros.building.build import build
from macros.register.load import load
from macros.register.register import Register
from tests.later import half_a_year_on
from tests.small import few_pages


@pytest.fixture
def later(data: Path) -> Path:
    """The demonstration half a year on."""
    return half_a_year_on(data)


@pytest.fixture
def later_register(later: Path) -> Register:
    found, problems = load(later)
    assert found is not None, problems
    return found


def test_the_same_figure_over_time(later_register: Register) -> None:
    series = [figure for figure in later_register.figures.values() if figure.figure.series == "commissioners"]
    order = later_register.periods
    series.sort(key=lambda one: order[one.figure.period].order)
    assert [int(one.figure.value) for one in series] == [15, 15, 18]


def test_two_documents_are_covered(later_register: Register) -> None:
    assert later_register.coverage() == (46, 46)


def test_progress_gives_the_status(later_register: Register) -> None:
    (goal,) = later_register.sections["alliances"].records["river-crab"].commitments
    assert goal.status == "in-progress"
    assert goal.model_copy(update={"progress": []}).status == "no-result-stated"


def test_all_of_it_is_published(full_site: Path) -> None:
    def text(page: str) -> str:
        return str(html.fromstring((full_site / page / "index.html").read_text("utf-8")).text_content())

    assert "表示满意" in text("work-areas/enterprises-rate-offices")
    assert "Good marks for openness" in text("en/work-areas/enterprises-rate-offices")
    assert "推进中" in text("alliance") and "An application has been made." in text("en/alliance")
    assert "2001年12月31日" in text("sources/later-report") and "31 December 2001" in text("en/sources/later-report")
    for page in ("corrections", "outreach/science-week", "work-areas/outreach"):
        assert "录入时漏了末位数字" in text(page), page
        assert "15 January 2002" in text(f"en/{page}"), page


def test_progress_of_an_unknown_status_is_refused(later: Path) -> None:
    path = later / "alliances/river-crab.yml"
    path.write_text(path.read_text("utf-8").replace("status: in-progress", "status: done"), "utf-8")
    _, problems = load(later)
    assert [problem.field for problem in problems] == ["commitments[0].progress[0].status"]


@pytest.mark.night
def test_a_result_of_an_evaluation_can_be_corrected(
    later: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is shown with the other corrections, and on the page of the work area that was evaluated."""
    text = (later / "errata/materials-recount.yml").read_text("utf-8")
    text = text.replace("science-week.materials", "second-half-round.satisfied").replace("15000份", "95份")
    text = text.replace("15,000 copies", "95 copies")
    (later / "errata/satisfied.yml").write_text(text, "utf-8")
    site = tmp_path / "site"
    monkeypatch.setenv("DOCS", str(few_pages(tmp_path / "prose")))
    assert build(later, site)
    for page in ("corrections", "work-areas/enterprises-rate-offices"):
        found = html.fromstring((site / page / "index.html").read_text("utf-8")).xpath("//*[@id='erratum-satisfied']")
        assert len(found) == 1 and found[0].text_content() == "表示满意", page


def test_an_erratum_of_nothing_is_refused(later: Path) -> None:
    path = later / "errata/materials-recount.yml"
    path.write_text(path.read_text("utf-8").replace("science-week.materials", "science-week.leaflets"), "utf-8")
    _, problems = load(later)
    assert [(problem.field, problem.place.path) for problem in problems] == [
        ("figure", "data/errata/materials-recount.yml")
    ]
