"""The live preview: whatever was changed, each file is what a build from nothing would write, byte for byte."""

from __future__ import annotations

import errno
import http.client
import os
import shutil
import urllib.error
import urllib.request
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from macros.building import reload
from macros.building.build import build
from macros.building.preview import Preview
from macros.building.serve import Server
from macros.system.checksums import FOR_HOSTS
from tests.conftest import Change
from tests.night import BOTH, some
from tests.places import DATA, DOCS
from tests.serving import running, watched

WEEK = "activities/science-week.yml"
ELSEWHERE = (*FOR_HOSTS, "build.json", "SHA256SUMS")
"""Files for hosts, and what a build says of itself: a preview does not show them."""

Edit = Callable[[Path, Change], None]


def more(data: Path, _: Change) -> None:
    text = (data / WEEK).read_text("utf-8")
    (data / "activities/second-week.yml").write_text(text.replace("zh: 科技活动周\n", "zh: 秋季活动周\n", 1), "utf-8")


def less(data: Path, _: Change) -> None:
    (data / "activities/second-week.yml").unlink()


def blank_line(data: Path, _: Change) -> None:
    """The verbatim text with one line more; its digest goes with it."""
    text = data / "documents/h1-work-summary.zh-Hant.txt"
    text.write_bytes(text.read_bytes() + b"\n")


def another_word(data: Path, _: Change) -> None:
    """A word of the interface, as the bureau has it."""
    text = "entries:\n  home-check:\n    zh: 每个数都能查到原句。\n    en: Every number leads to its own sentence.\n"
    (data / "vocabulary/interface.yml").write_text(text, "utf-8")


EDITS: dict[str, tuple[Edit, list[str]]] = {
    # what is changed: how, and files that it changes
    "nothing": (lambda *_: None, []),
    "the label of a figure": (
        lambda _, change: change(WEEK, "zh: 科技活动周发放科技资料", "zh: 科技活动周发放的科技资料"),
        ["outreach/science-week/index.html", "figures/index.html", "data/figures.csv"],
    ),
    "the title of the document": (
        lambda _, change: change(
            "documents/h1-work-summary.yml",
            "s0: Half-year work summary",
            "s0: Half-year summary",
        ),
        ["en/sources/h1-work-summary/index.html", "en/work-areas/bases/index.html"],
    ),
    "a word of the interface": (another_word, ["index.html"]),
    "a record more": (
        more,
        ["outreach/second-week/index.html", "outreach/index.html", "en/site-map/index.html", "data/activities.json"],
    ),
    "the order of records": (
        lambda _, change: change("work-areas/bases.yml", "order: ", "order: 1"),
        ["work-areas/index.html", "zh-hant/work-areas/bases/index.html"],
    ),
    "a record less": (less, ["outreach/index.html", "en/site-map/index.html"]),
    "the text received": (blank_line, ["sources/h1-work-summary/index.html"]),
}
ALWAYS = ["about/index.html"]
"""Files that are asked for after every edit, whatever it changes."""


@pytest.fixture
def preview(data: Path, tmp_path: Path) -> Preview:
    return Preview(data, tmp_path / "preview")


def same_as_built(preview: Preview, site: Path) -> None:
    """Every file of a clean build, asked of the preview."""
    assert build(preview.data, site)
    files = {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}
    different = [path for path, content in files.items() if path not in ELSEWHERE and preview.file(path) != content]
    assert not different and len(files) > 200


@pytest.mark.night
def test_every_file_is_as_built(preview: Preview, data: Path, change: Change, tmp_path: Path) -> None:
    for name, (edit, _) in EDITS.items():
        edit(data, change)
        preview.refresh()
        assert not preview.loaded.problems
        same_as_built(preview, tmp_path / name)


@pytest.mark.parametrize("name", some(EDITS, 5))
def test_what_an_edit_changes_is_as_in_a_preview_of_its_own(
    preview: Preview, data: Path, change: Change, tmp_path: Path, name: str
) -> None:
    edit, paths = EDITS[name]
    if edit is less:
        more(data, change)
        preview.refresh()
    before = {path: preview.file(path) for path in paths}
    edit(data, change)
    preview.refresh()
    assert not preview.loaded.problems
    fresh = Preview(data, tmp_path / name)
    for path in [*paths, *ALWAYS]:
        content = preview.file(path)
        assert content is not None and content == fresh.file(path), (name, path)
        assert content != before.get(path), f"{path} does not show {name}"


@pytest.mark.parametrize("which", BOTH)
def test_files_of_every_kind_are_as_built(preview: Preview, site: Path, which: str) -> None:
    """Of the site as it stands, the first and the last file of every sort, by ending and topmost folders."""
    kinds = defaultdict[tuple[str, ...], list[str]](list)
    for file in sorted(site.rglob("*")):
        path = file.relative_to(site)
        if file.is_file() and path.as_posix() not in ELSEWHERE:
            kinds[*path.parts[:-1][:2], path.suffix].append(path.as_posix())
    every = sorted({path for paths in kinds.values() for path in (paths[0], paths[-1])})
    assert len(every) > 60
    tried = every[::9] if which == "some" else every
    assert [path for path in tried if preview.file(path) != (site / path).read_bytes()] == []


def test_a_mistake_leaves_the_last_good_pages(preview: Preview, data: Path, change: Change) -> None:
    page = "outreach/science-week/index.html"
    before = preview.file(page)
    change(WEEK, "资料15000份", "资料1500份")
    preview.refresh()
    assert "figures[0].quote" in [problem.field for problem in preview.loaded.problems] and preview.file(page) == before
    change("work-areas/bases.yml", "order: ", "orders: ")
    preview.refresh()
    assert {"figures[0].quote", "orders"} <= {problem.field for problem in preview.loaded.problems}
    change("work-areas/bases.yml", "orders: ", "order: ")
    change(WEEK, "资料1500份", "资料15000份")
    preview.refresh()
    assert not preview.loaded.problems and preview.file(page) == before


@pytest.fixture
def server(data: Path, tmp_path: Path) -> Iterator[Server]:
    made = Server(data, 0, tmp_path)
    with made.watched(), running(made):
        yield made


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A preview of data that nobody edits."""
    made = Server(DATA, 0, tmp_path_factory.mktemp("untouched"))
    with made.watched(), running(made):
        yield made


def asked(server: Server, path: str) -> tuple[int, str]:
    """Status and text of an answer."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{server.server_port}/{path}") as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as answer:
        return answer.code, answer.read().decode()


def told_after(server: Server, number: str) -> str:
    """What is wrong, as it is told after a state; a file that is written once may be news more than once."""
    for _ in range(10):
        number, _, told = asked(server, f"_preview/{number}")[1].partition("\n")
        if told:
            return told
    return ""


def page_with(server: Server, path: str, words: str) -> str:
    """A page as soon as it says something."""
    for _ in range(10):
        number, page = shown(asked(server, path)[1])
        if words in page:
            return page
        asked(server, f"_preview/{number}")
    return page


def test_a_saved_change_is_told_and_shown(server: Server, change: Change) -> None:
    status, page = asked(server, "outreach/science-week/")
    number = page.partition('data-number="')[2].partition('"')[0]
    assert status == 200 and "15000" in page and number
    change(WEEK, "zh: 科技活动周发放科技资料", "zh: 科技活动周发出的科技资料")
    status, news = asked(server, f"_preview/{number}")
    assert status == 200 and news.partition("\n")[0] != number and not news.partition("\n")[2]
    assert "科技活动周发出的科技资料" in asked(server, "outreach/science-week/")[1]
    change(WEEK, "资料15000份", "资料1500份")
    assert "没有“发放科技资料1500份”" in told_after(server, news.partition("\n")[0])


def test_an_open_page_shows_what_is_saved_and_what_is_wrong(browser: Browser, server: Server, change: Change) -> None:
    address = f"http://127.0.0.1:{server.server_port}/"
    page, trouble = watched(browser, address)
    page.goto(f"{address}outreach/science-week/")
    notice = page.locator("pre[role=alert]")
    change(WEEK, "zh: 科技活动周发放科技资料", "zh: 科技活动周发出的科技资料")
    expect(page.locator("#main")).to_contain_text("科技活动周发出的科技资料")
    change(WEEK, "资料15000份", "资料1500份")
    expect(notice).to_contain_text("没有“发放科技资料1500份”")
    expect(page.locator("#main")).to_contain_text("15000")
    change(WEEK, "资料1500份", "资料15000份")
    expect(notice).to_have_count(0)
    page.context.close()
    assert trouble == []


BAD_PROSE = {
    # what is added to a page, and what is said of it
    "a link to no page": ("[x](nowhere.md)", '"nowhere.md" leads to no page'),
    "a macro that is not there": ("{{ nowhere() }}", 'No macro is called "nowhere"'),
    "a name that is not there": ("{{ nowhere }}", 'No macro is called "nowhere"'),
    "half a statement": ("{% if %}", "cannot be read"),
    "a name that only the engine knows is not there": ("{{ page.nowhere }}", "has no attribute 'nowhere'"),
}


@pytest.fixture
def prose(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the demonstration's prose that a test may break; servers made after it show it."""
    folder = Path(shutil.copytree(DOCS, tmp_path / "docs"))
    monkeypatch.setenv("DOCS", str(folder))
    return folder


def shown(page: str) -> tuple[str, str]:
    """The number of the state that a page says it is of, and the page without it."""
    number = page.partition('data-number="')[2].partition('"')[0]
    return number, page.replace(f'data-number="{number}"', "")


@pytest.mark.parametrize("name", some(BAD_PROSE, 3))
def test_prose_that_cannot_be_made_leaves_the_last_good_page_and_says_why(
    prose: Path, server: Server, name: str
) -> None:
    added, said = BAD_PROSE[name]
    number, before = shown(asked(server, "about/")[1])
    about = prose / "about.md"
    good = about.read_text("utf-8")
    about.write_text(f"{good}\n{added}\n", "utf-8")
    (prose / "new.md").write_text(f"---\ntitle: New\ndescription: New\n---\n\n{added}\n", "utf-8")
    assert asked(server, f"_preview/{number}")[1].partition("\n")[0] != number
    for _ in range(2):  # The second time as the first: nothing half-made is shown.
        status, page = asked(server, "about/")
        assert status == 200 and shown(page)[1] == before
        told = asked(server, "_preview/none")[1]
        assert said in told and "(about/index.html)" in told and "（about/index.html）" in told
    status, page = asked(server, "new/")
    assert status == 500 and "/_preview.js" in page
    about.write_text(f"{good}\nMended.\n", "utf-8")
    assert "Mended." in page_with(server, "about/", "Mended.")


def test_what_keeps_a_site_from_being_begun_is_told(
    prose: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    number, before = shown(asked(server, "about/")[1])

    def gone() -> None:
        raise FileNotFoundError(errno.ENOENT, "gone", "overrides/scripts/page.js")

    monkeypatch.setattr(server.preview, "begin_anew", gone)
    (prose / "about.md").write_text("---\ntitle: Other\ndescription: Other\n---\n\n# Other\n", "utf-8")
    assert "overrides/scripts/page.js" in told_after(server, number)
    status, page = asked(server, "about/")
    assert status == 200 and shown(page)[1] == before


@pytest.mark.parametrize(("code", "begun"), [("def x(): ...", True), ("def x(:", False)])
def test_code_that_is_no_python_starts_nothing_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str, begun: bool
) -> None:
    (tmp_path / "macros").mkdir()
    (tmp_path / "macros/new.py").write_text(code, "utf-8")
    started: list[object] = []
    monkeypatch.setattr(reload, "ROOT", tmp_path)
    monkeypatch.setattr(reload, "STARTED", 0.0)
    monkeypatch.setattr(os, "execv", lambda *given: started.append(given))
    with nullcontext() if begun else pytest.raises(SyntaxError):
        reload.start_again_if_code_changed()
    assert bool(started) == begun


def test_what_is_not_there(untouched: Server) -> None:
    status, page = asked(untouched, "en/nothing/")
    assert status == 404 and '<html lang="en"' in page
    assert asked(untouched, "about")[0] == 200, "a folder without its slash is led to the page"
    assert asked(untouched, "assets/none.css")[0] == 404


OUTSIDE = (
    *("%2fetc/passwd", "/etc/passwd", "../" * 12 + "etc/passwd", "%2e%2e/" * 12 + "etc/passwd"),
    *("..%2f" * 12 + "etc/passwd", "..%5c" * 12 + "etc%5cpasswd", "C:%5cWindows%5cwin.ini", "%5c%5chost%5cshare"),
    *("%00", "a" * 5000, "a/" * 5000),
)
"""Paths that lead out of the site, or nowhere on any system."""


@pytest.mark.parametrize("path", OUTSIDE, ids=range(len(OUTSIDE)))
def test_no_path_leads_out_of_the_site(untouched: Server, path: str) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", untouched.server_port, timeout=60)
    connection.request("GET", f"/{path}")
    answer = connection.getresponse()
    assert answer.status == 404 and b"root:" not in answer.read()
    connection.close()


@pytest.mark.parametrize(
    ("host", "status"),
    [("bureau.example", 403), ("127.0.0.1.bureau.example", 403), ("", 403), ("localhost", 200), ("127.0.0.1", 200)],
)
def test_another_name_for_this_machine_is_refused(untouched: Server, host: str, status: int) -> None:
    port = untouched.server_port
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", "/_preview.js", headers={"Host": f"{host}:{port}" if host else ""})
    assert connection.getresponse().status == status
    connection.close()


@pytest.mark.parametrize(
    ("before", "after", "path"),
    some(
        [
            ("languages: [zh]\n", "", "en/about/index.html"),
            ("languages: [zh]\n", "languages: [zh, hant]\n", "zh-hant/about/index.html"),
            ("languages: [zh, hant]\n", "languages: [zh, en]\n", "en/404.html"),
            ("", "languages: [zh]\n", "en/about/index.html"),
        ],
        4,
        spread=True,
    ),
)
def test_languages_come_and_go(before: str, after: str, path: str, tmp_path: Path) -> None:
    """Prose has pages in each language that there is, and none in another."""
    data = Path(shutil.copytree(DATA, tmp_path / "data"))
    bureau = (data / "bureau.yml").read_text("utf-8")
    (data / "bureau.yml").write_text(bureau + before, "utf-8")
    preview = Preview(data, tmp_path / "made")
    assert preview.file("about/index.html")
    (data / "bureau.yml").write_text(bureau + after, "utf-8")
    preview.refresh()
    assert preview.file(path) == Preview(data, tmp_path / "anew").file(path)
