"""The editor's page in a real browser: words selected with the mouse or the keyboard become the right records."""

from __future__ import annotations

import difflib
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from macros.text.placeholders import UNDECIDED
from tests.editing.desk import choose, drag, field, into, opened, said
from tests.places import DATA, FIXTURES

BASES = "work-areas/bases"


def test_words_selected_by_mouse_become_a_figure_a_statement_and_list_entries(data: Path, browser: Browser) -> None:
    with opened(data, browser) as (page, server):
        recorded = page.locator(".mark--figure", has_text="近3000万")
        recorded.first.click()
        page.locator(".card--open").get_by_role("button", name="删除").click()
        expect(recorded).to_have_count(0)
        drag(page, "s5-5", "3000万")
        into(page, BASES)
        choose(page, "figure")
        label = field(page, "figures", 1, "label", "zh")
        expect(label).to_be_focused()
        page.keyboard.type("社会投入")
        page.keyboard.press("Enter")
        drag(page, "s7-3", "知识产权、保障安全健康、抗震减灾")
        into(page, BASES)
        choose(page, "item")
        page.select_option("#list", "")
        page.select_option("#kind", "topic")
        page.fill("#title", "主题")
        page.locator("#go").click()
        said(page, "新建名单")
        drag(page, "s1-4", "切实增强服务意识")
        into(page, BASES)
        choose(page, "statement")
        said(page, "记入")
        written = (server.session.copy.work / f"{BASES}.yml").read_text("utf-8")
        page.locator("#undo").click()
        said(page, "已撤销")
        without = (server.session.copy.work / f"{BASES}.yml").read_text("utf-8")
    before = (DATA / f"{BASES}.yml").read_text("utf-8")
    assert (
        added(before, written)
        == f"""\
  - id: gai-pi-xiang-mu-di-shi
    label:
      zh: 社会投入
      en: {UNDECIDED}
    quote: 该批项目的实施将引导社会资金、企业科技投入近3000万元
  - en: {UNDECIDED}
    quote: 切实增强服务意识和服务能力
  - id: zhu-ti
    kind: topic
    title:
      zh: 主题
      en: {UNDECIDED}
    quote: 活动围绕促进民生、节约能源、循环经济、知识产权、保障安全健康、抗震减灾等方面开展
    items:
      - id: zhi-shi-chan-quan
        zh: 知识产权
        en: {UNDECIDED}Intellectual property
      - id: bao-zhang-an-quan-jian-kang
        zh: 保障安全健康
        en: {UNDECIDED}Safety and health
      - id: kang-zhen-jian-zai
        zh: 抗震减灾
        en: {UNDECIDED}Earthquake resistance and disaster reduction
"""
    )
    assert "切实增强服务意识和服务能力" not in without and "社会投入" in without
    assert (data / f"{BASES}.yml").read_text("utf-8") == before  # Nothing was saved.


def added(before: str, after: str) -> str:
    """The lines that were added; none may be gone."""
    lines = list(difflib.ndiff(before.splitlines(True), after.splitlines(True)))
    assert not [line for line in lines if line.startswith("- ")]
    return "".join(line[2:] for line in lines if line.startswith("+ "))


def test_the_keyboard_alone_makes_decides_and_saves_a_figure(data: Path, browser: Browser) -> None:
    with opened(data, browser) as (page, _):
        page.locator("#document").focus()
        page.keyboard.press("ArrowDown")
        for _ in range(3):
            page.keyboard.press("ArrowDown")
        chosen = page.evaluate("getSelection().toString()")
        page.keyboard.press("Enter")
        page.locator("#menu:not([hidden])").wait_for()
        page.keyboard.press("Enter")
        said(page, "记入")
        page.keyboard.press("F8")
        page.keyboard.type("Done")
        page.keyboard.press("Enter")
        said(page, "填写")
        page.keyboard.press("Control+s")
        page.locator("dialog[open] #save-now").wait_for()
        page.keyboard.press("Enter")
        said(page, "已保存 1 个文件")
    kept = "".join(one.read_text("utf-8") for one in data.glob("*/*.yml"))
    assert chosen and f"  - en: Done\n    quote: {chosen}\n" in kept and UNDECIDED not in kept


def test_problems_are_told_at_the_field_and_keep_a_save_back(data: Path, browser: Browser) -> None:
    with opened(data, browser) as (page, _):
        page.locator(".mark--title[data-key*=bases]").first.click()
        summary = field(page, "summary", "zh")
        summary.fill("建设了9999个基地。")
        told = page.locator("#side .problems[data-field=summary] .problem--wrong")
        expect(told.first).to_contain_text("9999")
        page.locator("#save").click()
        page.locator("#save-now").click()
        expect(page.locator("dialog[open]")).to_contain_text("还有问题没有改正")
    assert "9999" not in (data / f"{BASES}.yml").read_text("utf-8")


def test_the_pages_show_what_is_not_saved_yet(data: Path, browser: Browser) -> None:
    with opened(data, browser) as (page, _):
        page.locator(".mark--title[data-key*=bases]").first.click()
        field(page, "title", "zh").fill("示范基地建设")
        said(page, "填写")
        page.locator("#see").click()
        expect(page.frame_locator("iframe").locator("h1")).to_have_text("示范基地建设")


@pytest.mark.night
def test_somebody_elses_change_of_the_same_file_is_told(data: Path, browser: Browser) -> None:
    with opened(data, browser) as (page, _):
        page.locator(".mark--title[data-key*=bases]").first.click()
        field(page, "title", "zh").fill("示范基地建设")
        said(page, "填写")
        file = data / f"{BASES}.yml"
        theirs = file.read_text("utf-8").replace("order: 3", "order: 4")
        file.write_text(theirs, "utf-8", newline="\n")
        page.locator("#save").click()
        page.locator("#save-now").click()
        expect(page.locator("dialog[open]")).to_contain_text("有人也改了这个文件")
        assert file.read_text("utf-8") == theirs
        page.locator("#theirs").click()
        expect(page.locator("dialog[open]")).to_contain_text("没有要保存的改动")
        page.keyboard.press("Escape")
        page.locator("#undo").click()
        said(page, "已撤销")
        expect(field(page, "title", "zh")).to_have_value("示范基地建设")
    assert file.read_text("utf-8") == theirs


@pytest.mark.night
def test_what_i_changed_is_a_patch_and_a_branch(tmp_path: Path, data: Path, browser: Browser) -> None:
    """The branch is made of objects alone: HEAD, index and files of the person stay as they are."""

    def git(*words: str) -> str:
        return subprocess.run(["git", "-C", tmp_path, *words], capture_output=True, check=True, encoding="utf-8").stdout

    git("init", "-q", "-b", "main")
    git("config", "user.name", "某人")
    git("config", "user.email", "someone@bureau.example")
    (tmp_path / ".gitignore").write_text(".cache/\n", "utf-8", newline="\n")
    git("add", ".")
    git("commit", "-qm", "first")
    (tmp_path / "staged.txt").write_text("x", "utf-8", newline="\n")
    git("add", "staged.txt")
    state = (git("status", "--porcelain=v2", "--branch"), git("ls-files", "--stage"))
    with opened(data, browser) as (page, _):
        page.locator(".mark--title[data-key*=bases]").first.click()
        field(page, "title", "zh").fill("示范基地建设")
        said(page, "填写")
        page.locator("#changes").click()
        with page.expect_download() as got:
            page.locator("#patch").click()
        patch = Path(got.value.path()).read_text("utf-8")
        page.locator("#branch").click()
        said(page, "已建分支 edit/")
        shown = page.locator("dialog[open] .copied input").evaluate_all("(all) => all.map((one) => one.value)")
        expect(page.locator("#branch")).to_be_hidden()
    assert (git("status", "--porcelain=v2", "--branch"), git("ls-files", "--stage")) == state
    branch = git("branch", "--list", "edit/*", "--format=%(refname:short)").strip()
    assert shown == [f"git push origin {branch}", branch]
    assert git("log", "-1", "--format=%an %ae %P", branch).split()[:2] == ["某人", "someone@bureau.example"]
    changed = git("diff", "main", branch)
    assert "+  zh: 示范基地建设" in changed
    subprocess.run(["git", "-C", tmp_path, "apply", "--check", "-"], input=patch.encode(), check=True)
    subprocess.run(["git", "-C", tmp_path, "apply", "-"], input=patch.encode(), check=True)
    assert git("diff", branch, "--", "data") == ""


def test_a_number_that_is_recorded_is_opened_and_not_recorded_again(data: Path, browser: Browser) -> None:
    with opened(data, browser) as (page, server):
        drag(page, "s5-5", "3000万")
        choose(page, "recorded", "近3000万元")
        expect(field(page, "figures", 5, "label", "zh")).to_have_value("将引导社会资金、企业科技投入")
        assert server.session.copy.changed() == []


@pytest.mark.night
def test_a_changed_text_leaves_its_translation_to_be_decided_again(data: Path, browser: Browser) -> None:
    """What was decided before is proposed beside it, and Enter accepts it."""
    with opened(data, browser) as (page, server):
        page.locator(".mark--title[data-key*=bases]").first.click()
        field(page, "title", "zh").fill("示范基地建设")
        said(page, "填写")
        english = "Innovation demonstration bases"
        assert server.session.record(BASES).value["title"] == {"zh": "示范基地建设", "en": f"{UNDECIDED}{english}"}
        page.keyboard.press("F8")
        expect(field(page, "title", "en")).to_be_focused()
        page.keyboard.press("Enter")
        said(page, "核定")
        assert server.session.record(BASES).value["title"] == {"zh": "示范基地建设", "en": english}
        drag(page, "s0", "上半年")
        choose(page, "sentence")
        area = field(page, "translations", "en", "s0")
        expect(area).to_have_value("Half-year work summary of the Municipal Science and Technology Bureau")
        area.fill("A summary")
        said(page, "填写")
        assert server.session.collection.sentences["h1-work-summary#s0"].en == "A summary"


@pytest.mark.night
def test_numbers_in_tables_and_relations(tmp_path: Path, browser: Browser) -> None:
    """A cell becomes a figure by its place; what a figure is a change of is chosen, and how is read."""
    data = Path(shutil.copytree(FIXTURES / "yunling/data", tmp_path / "data"))
    with opened(data, browser) as (page, server):
        collection = server.session.collection
        cell = next(one for one in collection.sentences.values() if one.role == "cell" and one.counted_in)
        document = next(key for key, one in collection.sentences.items() if one is cell).partition("#")[0]
        page.select_option("#bar select", document)
        drag(page, cell.id, cell.zh)
        choose(page, "figure")
        said(page, "记入")
        made = [
            one for record in server.session.records() for one in figures_in(record.value) if one.get("cell") == cell.id
        ]
        assert len(made) == 1 and "quote" not in made[0] and "numeral" not in made[0]


def figures_in(value: Any) -> list[Any]:
    """The figures of a record as its file holds it."""
    return list(value.get("figures") or [])
