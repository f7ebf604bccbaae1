"""The editor and the site in a real Firefox, where the machine has one (Debian: firefox-esr)."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from macros.editing.server import editing
from macros.text.placeholders import UNDECIDED
from tests import firefox
from tests.editing.desk import FIND
from tests.firefox import Firefox
from tests.serving import Headed, served

pytestmark = [
    pytest.mark.night,
    pytest.mark.skipif(firefox.find() is None, reason="no Firefox is installed"),
]
BASES = "work-areas/bases"
CHOOSE = """const one = document.querySelector(arguments[0]);
one.value = arguments[1];
one.dispatchEvent(new Event("change"));"""
"""Chooses one of a list."""
SAYS = "return document.querySelector(arguments[0]).value === arguments[1];"
TOO_WIDE = "const one = document.querySelector(arguments[0]); return one.scrollWidth - one.clientWidth;"
SIZE = "return parseFloat(getComputedStyle(document.querySelector(arguments[0])).fontSize);"
FIELD = '#side [data-key=\'["title","zh"]\']'


def drag(window: Firefox, sentence: str, words: str) -> None:
    """Selects words of a sentence with the mouse."""
    left, top, right, bottom = window.run(f"return ({FIND})([...arguments]);", sentence, words, 0)
    window.mouse((left + 1, top), ((left + right) / 2, (top + bottom) / 2), (right - 3, bottom), (right - 1, bottom))
    assert window.run("return getSelection().toString();") == words


def test_a_clerk_at_work(tmp_path: Path, data: Path) -> None:
    def git(*words: str) -> str:
        return subprocess.run(["git", "-C", tmp_path, *words], capture_output=True, check=True, encoding="utf-8").stdout

    git("init", "-q", "-b", "main")
    (tmp_path / ".gitignore").write_text("/*\n!/data/\n", "utf-8", newline="\n")
    git("add", ".")
    git("-c", "user.name=某人", "-c", "user.email=someone@bureau.example", "commit", "-qm", "first")
    with editing(data, 0) as server, firefox.launched(tmp_path) as window:
        window.open(server.address)
        window.shows(".mark--figure", "近3000万")
        window.click(".mark--figure", "近3000万")
        window.click(".card--open button", "删除")
        window.wait("return !document.querySelector('.mark--figure[data-key*=investment]');")
        drag(window, "s5-5", "3000万")
        window.shows("#target")
        window.run(CHOOSE, "#target", BASES)
        window.click("#menu [data-what=figure]")
        window.wait("return document.activeElement.dataset.key === arguments[0];", '["figures",1,"label","zh"]')
        window.type("社会投入")
        window.press("Enter")
        window.shows("#status", "填写")
        made = (server.session.copy.work / f"{BASES}.yml").read_text("utf-8")
        window.click(".mark--title[data-key*=bases]")
        window.click(FIELD)
        window.press("End")
        window.type("情况")
        window.shows("#status", "填写")
        window.wait(SAYS, FIELD, "创新示范基地情况")
        window.wait("return !document.documentElement.dataset.busy;")
        window.click("#undo")
        window.shows("#status", "已撤销")
        window.wait(SAYS, FIELD, "创新示范基地")
        window.press("s", holding="Control")
        window.click("dialog[open] #save-now")
        window.click("dialog[open] #save-draft")  # What was deleted is still named elsewhere.
        window.shows("#status", "已保存")
        window.click("#changes")
        window.shows("dialog[open] #branch")
        wide = window.run(TOO_WIDE, "#dialog")
        for name, typed in (("name", "某人"), ("email", "someone@bureau.example")):
            window.click(f"#{name}")
            window.type(typed)
        window.click("#branch")
        window.shows("dialog[open]", "edit/")
    assert wide == 0 and "zh: 社会投入" in made and f"en: {UNDECIDED}" in made
    assert "社会投入" in git("diff", "main", git("branch", "--list", "edit/*", "--format=%(refname:short)").strip())


def test_a_reader(tmp_path: Path, site: Path) -> None:
    with served(site, True, Headed) as address, firefox.launched(tmp_path) as window:
        window.open(address)
        window.click("#search-box")
        window.type("科技特派员")
        window.shows("#search-options li", "科技特派员")
        window.press("Enter")
        window.shows(".results__count", "条结果")
        window.click(".hits a", "科技特派员")
        window.shows("h1 mark", "科技特派员")
        before = window.run(SIZE, "h1")
        window.click(".elder-switch__label")
        window.shows(".elder-bar")
        after = window.run(SIZE, "h1")
        window.ask("WebDriver:SetWindowRect", width=500, height=800)
        window.click(".top__menu")
        window.click("#sections a", "来源文件")
        window.shows("h1", "来源文件")
        across = window.run(TOO_WIDE, "html")
    assert after > before * 1.2 and across == 0
