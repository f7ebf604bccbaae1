"""What a change tells the public, and the errata it asks for: over a real git repository."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

from macros.register.git_history import data_at
from macros.register.load import load, load_since
from macros.staff.diff_markdown import markdown
from macros.staff.diff_texts import inert
from macros.staff.public_diff import DataChanges, PublicChanges, data_changes
from macros.system.clock import today
from tests.commands import answer
from tests.conftest import Change
from tests.night import some
from tests.small import ERRATUM, few_pages, record, remember, small_bureau

WEEK = "activities/science-week.yml"
DOCUMENT = "documents/h1-work-summary.yml"


def erratum(stood: str, stands: str, stood_en: str, stands_en: str) -> str:
    """An erratum on the published figure of materials."""
    texts = {"stood": stood, "stands": stands, "stood_en": stood_en, "stands_en": stands_en}
    return ERRATUM.format(figure="science-week.materials", date="2001-08-01", **texts)


def git(folder: Path, *arguments: str) -> None:
    names = {"GIT_AUTHOR_NAME": "t", "GIT_AUTHOR_EMAIL": "t@t", "GIT_COMMITTER_NAME": "t", "GIT_COMMITTER_EMAIL": "t@t"}
    subprocess.run(["git", "-C", str(folder), *arguments], check=True, env=os.environ | names, capture_output=True)


@pytest.fixture(autouse=True)
def prose(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Few pages, so that sites are built fast."""
    monkeypatch.setenv("DOCS", str(few_pages(tmp_path / "prose")))


@pytest.fixture
def committed(data: Path) -> Path:
    """The demonstration, committed as main in a repository of its own."""
    git(data.parent, "init", "-q", "-b", "main")
    git(data.parent, "add", "-A")
    git(data.parent, "commit", "-qm", "base")
    return data


def commit_all(data: Path) -> None:
    """Commits the data, as main in a repository of its own if there is none yet."""
    if not (data.parent / ".git").exists():
        git(data.parent, "init", "-q", "-b", "main")
    git(data.parent, "add", "-A")
    git(data.parent, "commit", "-qm", "change")


def diff(data: Path, base: str = "main", proposed: str = "") -> subprocess.CompletedProcess[str]:
    return answer("diff", "--data", data, f"--base={base}", f"--proposed={proposed}")


def data_diff(data: Path, base: str = "main", proposed: str = "") -> DataChanges:
    """What ``diff`` tells of the data alone, for which no site is built."""
    with tempfile.TemporaryDirectory() as name:
        before = data_at(base, data, Path(name, "base"))
        after = data_at(proposed, data, Path(name, "proposed")) if proposed else data
        loaded = load_since(None, after, today())
        assert loaded.register is not None, loaded.problems
        return data_changes(load_since(None, before), before, loaded, after)


def printed(changes: DataChanges) -> str:
    """What is printed of it."""
    return markdown(PublicChanges("main", changes, None, (), ()))


@pytest.mark.night
def test_nothing_changes(tmp_path: Path) -> None:
    data = small_bureau(tmp_path / "project")
    commit_all(data)
    done = diff(data)
    assert done.returncode == 0, done.stderr
    assert "公开内容没有变化 · Nothing changes for the public" in done.stdout and done.stdout.count("###") == 1


def use_another_figure(data: Path, change: Change) -> None:
    """Makes the published figure of materials another one that the source also states."""
    change(WEEK, "    quote: 发放科技资料15000份", "    quote: 接受现场咨询与服务4000人次")
    change(
        WEEK,
        "  - id: advice\n",
        "  - id: handed-out\n    label:\n      zh: 资料\n      en: Material\n    quote: 发放科技资料15000份\n"
        "  - id: advice\n",
    )


def test_a_changed_figure_needs_an_erratum(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCS", str(few_pages(tmp_path / "prose")))
    data = small_bureau(tmp_path / "project")
    commit_all(data)
    record(data, "visits", {"morning": "120人次", "afternoon": "120人次", "noon": "1200人次"})
    done = diff(data)
    assert done.returncode == 1
    assert "缺少更正说明 · Errata missing" in done.stdout
    assert "`visits.morning`: 1200人次 → 120人次" in done.stdout
    assert "数据新增 · Figures added (1)" in done.stdout


def test_an_erratum_says_what_stood_and_what_stands(committed: Path, change: Change) -> None:
    use_another_figure(committed, change)
    errata = committed / "errata"
    errata.mkdir()
    (errata / "materials.yml").write_text(erratum("1500份", "4000人次", "1,500", "4,000"), "utf-8")
    assert data_diff(committed).without_erratum, "an erratum that states another number does not count"
    (errata / "materials.yml").write_text(erratum("15000份", "5000份", "15,000", "5,000"), "utf-8")
    assert any("does not say what stands now" in problem.wrong.en for problem in load(committed)[1])
    (errata / "materials.yml").write_text(erratum("1.5万份", "4000人次", "15,000", "4,000"), "utf-8")
    assert not data_diff(committed).without_erratum


def test_a_withdrawn_figure_needs_an_erratum(committed: Path, change: Change) -> None:
    text = (committed / WEEK).read_text("utf-8")
    start, end = text.index("  - id: advice"), text.index("statements:")
    (committed / WEEK).write_text(text[:start] + text[end:], "utf-8")
    change(WEEK, "，接受现场咨询与服务{advice}。", "。")
    change(WEEK, " and gave on-the-spot advice and service ({advice}).", ".")
    gone = "  - id: gone\n    sentence: s7-3\n    about: 4000人次\n    no_quantity: yes\n"
    gone += "    zh: 已撤下\n    en: Withdrawn\n"
    change(DOCUMENT, "\nnotes:\n", f"\nnotes:\n{gone}")
    assert "science-week.advice" in printed(data_diff(committed)).split("Errata missing")[1]
    (committed / "errata").mkdir()
    gone = erratum("4000人次", "（撤下）", "4,000", "(withdrawn)").replace("materials", "advice")
    withdrawn = gone + "withdrawn:\n  zh: 接受现场咨询与服务\n  en: Advice and service\n"
    (committed / "errata/advice.yml").write_text(withdrawn, "utf-8")
    assert not data_diff(committed).without_erratum


@pytest.mark.night
def test_pages_and_translations(committed: Path, change: Change) -> None:
    change("work-areas/bases.yml", "zh: 建设重点\n", "zh: 建设的重点\n")
    area = (committed / "work-areas/bases.yml").read_text("utf-8")
    (committed / "alliances/second.yml").write_text(area + "work_area: bases\n", "utf-8")
    (committed / "work-areas/third.yml").write_text(area, "utf-8")
    done = diff(committed)
    assert "新增页面 · Pages that appear (3)\n\n- /en/work-areas/third/" in done.stdout
    assert "\n- /work-areas/third/ 创新示范基地\n- /zh-hant/work-areas/third/" in done.stdout
    assert "Chinese changed, English not (1)" in done.stdout and "建设的重点" in done.stdout


def test_broken_data_is_listed_instead(tmp_path: Path) -> None:
    data = small_bureau(tmp_path / "project")
    commit_all(data)
    file = data / "work-areas/visits.yml"
    file.write_text(
        file.read_text("utf-8").replace("quote: 上午接待群众1200人次", "quote: 上午接待群众12人次"), "utf-8"
    )
    done = diff(data)
    assert done.returncode == 1 and "No source document contains" in done.stdout


def test_other_changes_are_named_by_file(committed: Path, change: Change) -> None:
    change("bureau.yml", "zh: 市科技局政务公开\n", "zh: 市科技局信息公开\n")
    changes = data_diff(committed)
    assert changes.files == ("bureau.yml",)
    assert "改动的文件 · Files changed (1)\n\n- bureau.yml" in printed(changes)


@pytest.mark.night
def test_what_a_figure_is_called_is_told(tmp_path: Path) -> None:
    """A number under another name says something else; so does any text."""
    data = small_bureau(tmp_path / "project")
    commit_all(data)
    file = data / "work-areas/visits.yml"
    text = file.read_text("utf-8").replace(
        "zh: 接待群众\n      en: Visits\n    quote: 上午", "zh: 到馆<读者>\n      en: Readers\n    quote: 上午"
    )
    file.write_text(text.replace("en: Visitors were received.", "en: Leaders were received."), "utf-8")
    done = diff(data)
    assert done.returncode == 0, done.stdout + done.stderr
    for told in (
        "**简体**: ⟦接待群众⟧ → ⟦到馆&#60;读者&#62;⟧",
        "− ⟦Visitors⟧ were received.",
        "＋ ⟦Leaders⟧ were received.",
    ):
        assert told in done.stdout, done.stdout
    assert "| 到馆&#60;读者&#62;<br>Readers | 1200人次 → 1200人次<br>label&#95;zh: 接待群众 → 到馆" in done.stdout


def test_what_is_wrong_comes_first_and_what_the_ledger_gains_is_told(tmp_path: Path) -> None:
    """Of long comments hosts show the beginning; and a line that nothing was published for may excuse anything."""
    data = small_bureau(tmp_path / "project")
    remember(data)
    commit_all(data)
    text = (data / "ledger.txt").read_text("utf-8")
    lines = text.replace(
        "/sources/report/ s0 s0-1\n", "/sources/report/ s0 s0-2\n/changes/\ndocument other " + "0" * 64 + "\n"
    )
    assert lines != text
    (data / "ledger.txt").write_text(lines, "utf-8")
    record(data, "another", {"morning": "1200人次"})
    commit_all(data)
    said = printed(data_diff(data, "HEAD~1", "HEAD"))
    found = [said.index(one) for one in ("The ledger has lost", "Entered in the ledger")]
    assert found == sorted(found)
    tail = said[found[1] :].splitlines()[2:5]
    assert tail == ["- document other " + "0" * 64, "- /changes/", "- /sources/report/&#35;s0-2"]


FIELD = "summary:\n  zh: 接待了群众。"
EARLIER: dict[str, tuple[str, str, str, list[str]]] = {
    # what was wrong with what stood: file, text, what it read, and files that cannot be compared
    "a rule of today is broken": ("work-areas/visits.yml", FIELD, "summary:\n  zh: 接待了群众5次。", []),
    "a field that no longer exists": ("work-areas/visits.yml", FIELD, f"old: x\n{FIELD}", ["work-areas/visits.yml"]),
    "a field that was not asked for": ("bureau.yml", "name: \n  zh: 某局\n  en: A bureau\n", "", ["bureau.yml"]),
    "a figure without a number": ("work-areas/visits.yml", "quote: 上午接待群众1200人次", "quote: 接待群众", []),
    "an area that is not there": ("work-areas/visits.yml", "quote: 接待群众\n", "quote: 接待来宾\n", []),
}


@pytest.mark.night
@pytest.mark.parametrize("case", some(EARLIER, 5))
def test_what_stood_need_not_meet_the_rules_of_today(case: str, tmp_path: Path) -> None:
    """The site of then cannot be built: that is said, and why. The data is read as far as it can be."""
    file, new, old, unread = EARLIER[case]
    data = small_bureau(tmp_path / "project")
    text = (data / file).read_text("utf-8")
    assert new in text
    (data / file).write_text(text.replace(new, old, 1), "utf-8")
    commit_all(data)
    (data / file).write_text(text, "utf-8")
    record(data, "all-of-it", {"first": "120人次", "second": "120人次", "third": "近1200人次", "fourth": "1200人次"})
    done = diff(data)
    assert "Traceback" not in done.stderr and done.returncode == 1, done.stdout + done.stderr
    assert "⚠️ main 的数据不符合现行规则" in done.stdout and "meet the rules of today" in done.stdout
    assert "- `all-of-it.first`: 1200人次 → 120人次" in done.stdout
    assert "原来的网站无法生成，没有可比较的网页。" in done.stdout and "data/" in done.stdout.split("Why:")[1]
    assert "Nothing changes" not in done.stdout and "The new site has " in done.stdout
    named = [line.removeprefix("- data/") for line in done.stdout.splitlines() if line.startswith("- data/")]
    assert named == unread


@pytest.mark.night
def test_what_stood_and_cannot_be_read_at_all(tmp_path: Path) -> None:
    data = small_bureau(tmp_path / "project")
    whole = tmp_path / "whole"
    shutil.copytree(data, whole)
    for file in data.rglob("*.yml"):
        file.write_bytes(b"\xff\xfe\x00")
    commit_all(data)
    shutil.rmtree(data)
    shutil.move(whole, data)
    done = diff(data)
    assert done.returncode == 0 and done.stdout.count("- data/") == len([*data.rglob("*.yml")]), done.stdout
    assert "原来的网站无法生成" in done.stdout and "Nothing changes" not in done.stdout


@pytest.mark.night
def test_a_document_that_stood_and_is_no_yaml(tmp_path: Path) -> None:
    """Then the figures of then cannot be read either: the ledger, which is compared apart, is what holds them."""
    data = small_bureau(tmp_path / "project")
    file = data / "documents/report.yml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("title:", "title: [", 1), "utf-8")
    commit_all(data)
    file.write_text(text, "utf-8")
    done = diff(data)
    assert "原来的网站无法生成" in done.stdout and "- data/documents/report.yml" in done.stdout
    assert "Nothing changes" not in done.stdout and "The new site has " in done.stdout


HIDING = {
    "left out of archives": "data/work-areas/visits.yml export-ignore\n* export-ignore\n",
    "replaced in archives": "*.yml export-subst\n",
    "in another encoding": "*.yml working-tree-encoding=UTF-16\n",
}


@pytest.mark.parametrize("how", some(HIDING, 3))
def test_a_commit_cannot_hide_its_data(how: str, tmp_path: Path) -> None:
    """What a proposed commit says of its own files does not change what is read of them; nothing is checked out."""
    data = small_bureau(tmp_path / "政务 公开")
    commit_all(data)
    git(data.parent, "switch", "-q", "-c", "proposed")
    record(data, "visits", {"morning": "120人次", "afternoon": "120人次"})
    commit_all(data)
    (data.parent / ".gitattributes").write_text(HIDING[how], "utf-8")
    git(data.parent, "add", ".gitattributes")
    git(data.parent, "commit", "-q", "-m", "hide")
    git(data.parent, "switch", "-q", "main")
    assert "`visits.morning`: 1200人次 → 120人次" in printed(data_diff(data, "main", "proposed"))
    assert not (data.parent / ".gitattributes").exists()
    assert data_diff(data, "proposed", "main").without_erratum and not data_diff(data, "main", "main").files


def test_a_commit_that_takes_from_the_ledger(tmp_path: Path) -> None:
    """Told of the two commits alone, since a proposal's own checks may say anything."""
    data = small_bureau(tmp_path / "project")
    remember(data)
    commit_all(data)
    (data / "ledger.txt").unlink()
    record(data, "visits", {"morning": "120人次", "afternoon": "120人次"})
    commit_all(data)
    changes = data_diff(data, "HEAD~1", "HEAD")
    assert changes.without_erratum and "公布台账少了内容 · The ledger has lost entries" in printed(changes)
    assert "figure visits.morning 1200 person-time exact not-stated-this-year as:stated 1200人次" in changes.ledger_lost
    record(data, "visits", {"morning": "1200人次", "afternoon": "120人次"})
    commit_all(data)
    assert data_diff(data, "HEAD~2", "HEAD").ledger_lost


def test_links_in_a_commit_lead_nowhere(tmp_path: Path) -> None:
    data = small_bureau(tmp_path / "project")
    commit_all(data)
    (data / "documents/other.yml").symlink_to("/etc/passwd")
    commit_all(data)
    done = diff(data, "HEAD~1", "HEAD")
    assert done.returncode == 1 and "data/documents/other.yml" in done.stdout and "root:" not in done.stdout


@pytest.mark.parametrize("proposed", some(["--output=x", "nowhere", "HEAD:data"], 3))
def test_an_unknown_proposal_is_said(committed: Path, proposed: str) -> None:
    done = diff(committed, "main", proposed)
    assert done.returncode == 2 and "cannot be read" in done.stderr and "Traceback" not in done.stderr


@pytest.mark.parametrize("base", some(["nowhere", "--output=x", ""], 3))
def test_an_unknown_base_is_said(committed: Path, base: str) -> None:
    done = diff(committed, base)
    assert done.returncode == 2 and "cannot be read" in done.stderr and "Traceback" not in done.stderr


def test_a_cell_is_inert() -> None:
    told = "&#60;b&#62;&#124;&#42;x&#42;⟨U&#43;000A⟩&#64;user⟨U&#43;202E⟩ &#91;a&#93;&#40;b&#41;"
    assert inert("<b>|*x*\n@user\u202e [a](b)") == told
