"""A small run of the search benchmark, so that it cannot rot: generated records are valid, and ours finds them."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from macros.building.build import build
from macros.text.languages import CHINESE, ENGLISH, LANGUAGES, Language
from tests.tools.bench.corpus import pages_of
from tests.tools.bench.generator import generate
from tests.tools.bench.search import compare, truth

pytestmark = pytest.mark.night

RECORDS = 40


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of generated records."""
    folder = tmp_path_factory.mktemp("generated")
    assert build(generate(folder / "data", RECORDS), folder / "site")
    return folder / "site"


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda one: one.code)
def test_all_pages_are_found_by_what_they_say(
    generated: Path, browser: Browser, tmp_path: Path, language: Language
) -> None:
    (row,) = compare(browser, RECORDS, language, competitors=False, site=generated, folder=tmp_path)
    assert "| ours | 1.000 | 1.000 | 1.000 |" in row


def test_truth_is_told_without_an_index(generated: Path) -> None:
    chinese, english = pages_of(generated, CHINESE), pages_of(generated, ENGLISH)
    assert len(chinese) == len(english) > RECORDS
    assert "outreach/science-week/" in truth(chinese, "馳名商標 河蟹", CHINESE) | truth(chinese, "15,000", CHINESE)
    assert truth(chinese, "15,000 驰名商标", CHINESE) >= {"", "sources/h1-work-summary/"}
    assert truth(english, "fishery", ENGLISH) == truth(english, "fisheries", ENGLISH) != set()
    assert truth(english, "xyzzy", ENGLISH) == set()


def test_the_generator_writes_the_same_twice(tmp_path: Path) -> None:
    made = [generate(tmp_path / name, RECORDS) for name in ("one", "other")]
    files = [{path.relative_to(folder): path.read_bytes() for path in folder.rglob("*.yml")} for folder in made]
    assert files[0] == files[1]
    assert len(list((made[0] / "work-areas").glob("area-*.yml"))) == 1
