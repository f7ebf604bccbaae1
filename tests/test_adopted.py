"""An adopted repository works as it stands: all that its hosts run, in one language and in two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from macros.adopting.adopt import adopt
from tests.test_adopt import ENGLISH, NAME
from tests.test_another_bureau import Published, git, publish
from tests.test_site import dead_links, pages_of

pytestmark = pytest.mark.night
"""In the gate, test_adopt.py builds such a repository, and test_another_bureau.py runs what hosts run."""
DEMONSTRATIONS_OWN = re.compile(
    "特派员|特派員|大闸蟹|大閘蟹|洪湖|科技局|commissioner|crab|Honghu|science and technology", re.I
)
"""Words that only the demonstration has reason to use."""


@pytest.fixture(
    scope="module",
    params=[pytest.param("", id="chinese-alone"), pytest.param(ENGLISH, id="with-english")],
)
def adopted(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Published]:
    """Made by one command; a record of the example is changed, checked, merged and published."""
    project = adopt(NAME, request.param, tmp_path_factory.mktemp("adopted") / "project")
    yield from publish(project, "data/work-areas/example.yml", ("zh: 整理资料\n", "zh: 整理资料数量\n"))


def test_every_step_of_the_workflows_succeeds(adopted: Published) -> None:
    assert adopted.said["Check the data and show problems at their lines"] == ""
    assert "整理资料数量" in adopted.said["Tell what changes for the public"]
    assert "全部一致" in adopted.said["Compare the live site with a fresh build"]
    assert "/work-areas/example/" in (adopted.project / "data/ledger.txt").read_text("utf-8")
    assert set(git(adopted.project, "status", "--porcelain").split()) <= {"M", "data/ledger.txt", "??", "statements/"}


def test_the_site_is_whole_and_nothing_on_it_is_the_demonstrations(
    adopted: Published, request: pytest.FixtureRequest
) -> None:
    site = adopted.project / "site"
    pages = pages_of(site)
    english = "with-english" in request.node.name
    assert {"", "work-areas/example/", "zh-hant/sources/example/"} <= pages.keys()
    assert english == ("en/work-areas/example/" in pages) == any(path.startswith("en/") for path in pages)
    assert dead_links(site, pages, urlsplit(adopted.address).netloc) == []
    assert NAME in (site / "index.html").read_text("utf-8")
    # The handbook gives examples; the department of that name is what readers of any bureau may ask for.
    ours = [path for path in files(site) if "handbook" not in path.parts]
    said = {path: DEMONSTRATIONS_OWN.findall(path.read_bytes().decode("utf-8", "replace")) for path in ours}
    for path in site.glob("search/*/*/similar.json"):
        said[path] = [word for word in said[path] if word.lower() != "science and technology"]
    assert {path.relative_to(site).as_posix(): words for path, words in said.items() if words} == {}


def files(site: Path) -> list[Path]:
    """Every file of the site but pictures, fonts and archives, whose bytes are no text."""
    return [
        path for path in site.rglob("*") if path.suffix in {".html", ".json", ".csv", ".xml", ".txt", ".js", ".css"}
    ]
