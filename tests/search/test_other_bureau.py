"""The search of a bureau with other words and other figures: nothing rests on the words of the demonstration."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from macros.building.build import build
from tests.conftest import made_once
from tests.places import VALLEY
from tests.search import engine
from tests.serving import served


@pytest.fixture(scope="module")
def valley(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site of a bureau with figures of every kind, served."""

    def make(folder: Path) -> None:
        assert build(VALLEY / "data", folder / "site")

    with served(made_once(tmp_path_factory, "valley", make) / "site") as address:
        yield address


BUSINESS, HARVEST = "work-areas/business/", "work-areas/harvest/"
AS_THEY_STAND = [
    ("1.2亿", f"{BUSINESS}#figure-granted"),
    ("120000000", f"{BUSINESS}#figure-granted"),
    ("12000万元", f"{BUSINESS}#figure-granted"),
    ("1亿2千万", f"{BUSINESS}#figure-granted"),
    ("4.5千万", f"{BUSINESS}#figure-central"),
]
"""Other ways to write a number: found as the number itself."""
IN_OTHER_WORDS = [
    ("一亿二千万", f"{BUSINESS}#figure-granted"),
    ("1800万", f"{BUSINESS}#figure-county"),
    ("18000000", f"{BUSINESS}#figure-county"),
    ("1.8千万", f"{BUSINESS}#figure-county"),
    ("百分之九十八点五", f"{HARVEST}#figure-pass"),
    ("百分之50", f"{BUSINESS}#figure-arrived-rate"),
    ("千分之三点二", f"{BUSINESS}#figure-death"),
    ("第七", f"{BUSINESS}#figure-rank"),
    ("第7名", f"{BUSINESS}#figure-rank"),
    ("4500w元", f"{BUSINESS}#figure-central"),
    ("98.5 per cent", f"{HARVEST}#figure-pass"),
    ("培训了多少农民", f"{BUSINESS}#figure-trained"),
]


def test_a_number_is_found_however_it_is_written(page: Page, valley: str) -> None:
    page.goto(valley)
    asked = [query for query, _ in AS_THEY_STAND]
    for (query, wanted), found in zip(AS_THEY_STAND, engine.find(page, asked), strict=True):
        assert found[0] == wanted, (query, found)
    asked = [query for query, _ in IN_OTHER_WORDS]
    for (query, wanted), (answers, found) in zip(IN_OTHER_WORDS, engine.meant(page, asked), strict=True):
        assert [*answers, *found][0] == wanted, (query, answers, found)


def test_no_figure_answers_who_asks_for_a_number_that_is_nowhere(page: Page, valley: str) -> None:
    page.goto(valley)
    assert [answers for answers, _ in engine.meant(page, ["3千人次", "培训农民3333人"])] == [[], []]


FOR_EACH = [
    ("合作社平均净收入多少", {f"{BUSINESS}#figure-income", f"{BUSINESS}#figure-income-next"}),
    ("每万亩多少技术人员", {f"{BUSINESS}#figure-technicians"}),
    ("每个农民培训了多少", set[str]()),
    ("平均培训多少农民", set[str]()),
]


def test_a_sum_for_all_is_no_answer_to_who_asks_for_each(page: Page, valley: str) -> None:
    page.goto(valley)
    asked = [query for query, _ in FOR_EACH]
    for (query, wanted), (answers, _) in zip(FOR_EACH, engine.meant(page, asked), strict=True):
        assert set(answers) == wanted, query
    page.goto(f"{valley}en/")
    ((answers, found),) = engine.meant(page, ["how many farmers were trained per village"])
    assert answers == [] and f"{BUSINESS}#figure-trained" in found


def test_where_documents_state_their_years_no_year_is_asked_of_what_is_not_stated(page: Page, valley: str) -> None:
    page.goto(valley)
    assert engine.meant(page, ["2010年"]) == [([], [])]
    page.goto(f"{valley}en/")
    assert engine.meant(page, ["2010"]) == [([], [])]


def test_a_sentence_is_found_by_its_number_in_every_document(page: Page, valley: str) -> None:
    page.goto(valley)
    ((answers, found),) = engine.meant(page, ["s1-1"])
    assert set(answers) == {f"sources/summary-{year}/#s1-1" for year in (2041, 2042, 2045)} and found == []
    assert engine.meant(page, ["s9-9"]) == [([], [])]
