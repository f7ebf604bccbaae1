"""Building: whole or not at all, from any folder into any folder, and new records appear by themselves."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from filelock import FileLock

from macros.building.build import build
from macros.publishing import site_folder
from macros.publishing.site_folder import RECORD_KEYS, swap, work_folder
from macros.system.checksums import BUILD_RECORD, SUMS, sums_of, write_sums
from macros.system.temporary_folders import FOLDER_LOCK
from tests.commands import answer
from tests.conftest import Change
from tests.places import DATA, environment_of_a_copy, project_copy


@pytest.mark.night
def test_a_site_of_many_pages_is_built_in_more_parts_and_is_the_same(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("macros.building.build.VERY_FEW_PAGES", 0)
    assert build(DATA, tmp_path / "site")
    assert sums_of(tmp_path / "site") == sums_of(site)


def site_before(folder: Path, name: str = "index.html") -> Path:
    """A site that an earlier build made, of one page."""
    folder.mkdir()
    (folder / name).write_text("before")
    (folder / BUILD_RECORD).write_text(json.dumps(dict.fromkeys(RECORD_KEYS)))
    write_sums(folder)
    return folder


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        (
            "activities/science-week.yml",
            "quote: 发放科技资料15000份",
            "quote: 发放科技资料1500份",
            'No source document contains "发放科技资料1500份"',
        ),
        (
            "activities/science-week.yml",
            "quote: 发放科技资料15000份",
            "quote: 发放科技材料15000份",
            'No source document contains "发放科技材料15000份"',
        ),
        ("work-areas/bases.yml", "      en: Where the emphasis lies\n", "", 'The field "en" is missing'),
        ("work-areas/bases.yml", "lead_figure:", "leadfigure:", 'There is no field "leadfigure"'),
    ],
    ids=["a digit", "a quote", "a translation", "a key"],
)
def test_a_failed_build_says_where_and_leaves_the_site(
    data: Path, change: Change, tmp_path: Path, file: str, old: str, new: str, words: str
) -> None:
    site = site_before(tmp_path / "site")
    lines = (data / file).read_text("utf-8")[: (data / file).read_text("utf-8").index(old)].count("\n")
    change(file, old, new)
    done = answer("build", "--data", data, "--site", site)
    assert done.returncode == 1
    assert words in done.stderr
    place = [line for line in done.stderr.splitlines() if line.startswith(f"data/{file}:")]
    assert place and abs(int(place[0].split(":")[1]) - lines - 1) <= 1, done.stderr
    assert "Traceback" not in done.stderr
    assert sorted(path.name for path in site.iterdir()) == [SUMS, BUILD_RECORD, "index.html"]
    assert (site / "index.html").read_text() == "before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "site"]


def test_a_good_build_replaces_the_site_whole(rebuilt: Path, site: Path) -> None:
    found = {name for name in sums_of(rebuilt) if not name.endswith((".br", ".gz"))}
    assert found == sums_of(site).keys() and "pages/0/index.html" not in found
    assert [path.name for path in rebuilt.parent.iterdir()] == ["site"]


def test_a_swap_that_fails_puts_the_site_back(tmp_path: Path) -> None:
    site = site_before(tmp_path / "site")
    with pytest.raises(OSError, match="No such file"):
        swap(tmp_path / "never made", site, tmp_path / "aside")
    assert (site / "index.html").read_text() == "before"


def test_a_swap_takes_one_step_where_the_system_can(tmp_path: Path) -> None:
    for name in ("made", "site"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(name)
    assert site_folder.exchange(tmp_path / "made", tmp_path / "site") == (sys.platform == "linux")
    assert (tmp_path / "site/index.html").read_text() == "made" and (tmp_path / "made/index.html").read_text() == "site"
    assert not site_folder.exchange(tmp_path / "nothing", tmp_path / "site")


def test_a_site_moved_aside_by_a_killed_build_comes_back(tmp_path: Path) -> None:
    stale, site = tmp_path / ".site.killed00", tmp_path / "site"
    stale.mkdir()
    (stale / FOLDER_LOCK).touch()
    site_before(stale / "before")
    with work_folder(site) as work:
        assert (site / "index.html").read_text() == "before" and not stale.exists() and work.is_dir()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("holder", ["a running build", "somebody else"])
def test_only_what_killed_builds_left_is_removed(tmp_path: Path, holder: str) -> None:
    folder = tmp_path / ".site.kept0000"
    folder.mkdir()
    (folder / "mine").touch()
    if holder == "somebody else":
        with work_folder(tmp_path / "site"):
            pass
    else:
        with FileLock(folder / FOLDER_LOCK), work_folder(tmp_path / "site"):
            pass
    assert (folder / "mine").exists()


AREA = """order: 8
title:
  zh: 新的领域
  en: A new area
summary:
  zh: 引进技术成果{results}。
  en: It brought in {results} research results.
quote: 引进技术成果9项
figures:
  - id: results
    label:
      zh: 引进的成果
      en: Results brought in anew
    quote: 引进技术成果9项
"""


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the demonstration with a new work area and a new activity, a file each."""
    folder = tmp_path_factory.mktemp("grown")
    data = Path(shutil.copytree(DATA, folder / "data"))
    (data / "work-areas/new-area.yml").write_text(AREA, "utf-8")
    activity = AREA.replace("order: 8", "order: 8\nwork_area: outreach\nperiod: first-half")
    activity = activity.replace("zh: 新的领域", "zh: 新的活动").replace("en: A new area", "en: A new activity")
    (data / "activities/new-activity.yml").write_text(activity, "utf-8")
    assert build(data, folder / "site")
    return folder / "site"


def test_one_new_file_is_all_a_new_work_area_takes(grown: Path) -> None:
    site = grown
    for prefix, title, label in (("", "新的领域", "引进的成果"), ("en/", "A new area", "Results brought in anew")):
        assert title in (site / prefix / "work-areas/new-area/index.html").read_text("utf-8")
        for page in ("index.html", "work-areas/index.html", "site-map/index.html"):
            assert title in (site / prefix / page).read_text("utf-8"), page
        assert label in (site / prefix / "figures/index.html").read_text("utf-8")
        assert "new-area" in (site / prefix / "sources/h1-work-summary/index.html").read_text("utf-8")
        assert "new-area" in (site / prefix / "outreach/index.html").read_text("utf-8"), "next page"


def test_one_new_file_is_all_a_new_activity_takes(grown: Path) -> None:
    site = grown
    for prefix, title in (("", "新的活动"), ("en/", "A new activity")):
        assert title in (site / prefix / "outreach/new-activity/index.html").read_text("utf-8")
        for page in ("outreach/index.html", "figures/index.html", "site-map/index.html"):
            assert title in (site / prefix / page).read_text("utf-8"), page


def test_a_bureau_without_alliance_or_outreach_has_no_such_pages(data: Path, tmp_path: Path) -> None:
    from macros.register.load import load
    from macros.register.menu import menu
    from macros.register.site_pages import record_pages

    register, _ = load(data)
    assert register is not None
    bare = replace(register, sections={})
    assert [
        key
        for key, _ in menu(
            replace(bare, figures={"commissioners.new-breeds": register.figures["commissioners.new-breeds"]})
        )
    ][2] == "figures"
    assert [key for key, _ in menu(bare)] == ["home", "work-areas", "figures-and-money", "sources", "about"]
    assert not any(page.address.startswith(("alliance", "outreach")) for page in record_pages(bare))


def test_check_lists_every_problem_of_every_file(data: Path, change: Change) -> None:
    change("activities/science-week.yml", "en: Topics", "en: Six topics")
    change("work-areas/bases.yml", "en: Priority demonstration bases", "en: Eight demonstration bases")
    done = answer("check", "--data", data, "--lang", "en")
    assert done.returncode == 1
    assert "\n2 problems, and 2 that follow" in done.stdout
    assert done.stdout.index("activities/science-week.yml") < done.stdout.index("work-areas/bases.yml")


def test_check_prints_coverage() -> None:
    done = answer("check", "--data", DATA)
    assert done.returncode == 0
    assert "37/37" in done.stdout


@pytest.mark.night
def test_an_undefined_name_in_a_page_ends_the_build(tmp_path: Path) -> None:
    copy = project_copy(tmp_path / "copy")
    page = copy / "docs/about.md"
    page.write_text(page.read_text("utf-8") + "\n{{ nobody_knows() }}\n", "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "macros", "build"],
        cwd=copy,
        env=environment_of_a_copy(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert "about.md" in done.stderr + done.stdout and "nobody_knows" in done.stderr + done.stdout
    assert not (copy / "site").exists()
