"""Whatever a console can show, every problem is listed on it; wherever a checkout lies, it can be built."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import product
from pathlib import Path

import pytest

from macros.system.checksums import BUILD_RECORD, sums_of
from tests.commands import answer
from tests.night import some
from tests.places import ROOT
from tests.small import few_pages, small_bureau
from tests.test_changes import git
from tests.test_reproducible import project_in

Environment = Mapping[str, str]
Said = dict[str, tuple[int, bytes, bytes]]
"""Of commands: the exit status, what was printed, and the errors."""

PLAIN = {"LC_ALL": "C", "PYTHONUTF8": "0"}
"""A system that knows ASCII alone."""
CONSOLES = {
    "gbk": {"PYTHONIOENCODING": "gbk"},
    "ascii": {"PYTHONIOENCODING": "ascii"},
    "latin-1": {"PYTHONIOENCODING": "latin-1"},
    "cp437": {"PYTHONIOENCODING": "cp437"},
    "C": PLAIN,
}
"""Consoles and what each is set up with; that of a Chinese system is made below."""
ENCODINGS = {"C": "ascii", "locale": "gbk"}
"""The encodings of those that are not called by theirs."""
WRONG = """
nonsense: "• ² 😀 甲"
other_nonsense: • ² 😀 #1
"""
COMMANDS = {
    "good": {"check": 0, "ready": 1, "diff": 0},
    "bad": {"check": 1, "ready": 1, "diff": 1, "build": 1, "check --format json": 1},
}
"""Exit status of each command with good data, none of it ready to go live, and with bad."""
IN_A_CHECKOUT = ["check", "diff --base HEAD", "build"]


def environment(*more: Environment) -> dict[str, str]:
    """This one without what the machine says of encodings, and with more."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "LC_", "LANG"))}
    return kept | {"PYTHONDONTWRITEBYTECODE": "1", "LC_ALL": "C.UTF-8"} | {k: v for one in more for k, v in one.items()}


@pytest.fixture(scope="module")
def chinese() -> Iterator[Environment]:
    """A Chinese system that writes GBK: its locale, made here; where none can be made, its encoding alone."""
    with tempfile.TemporaryDirectory() as folder:
        if shutil.which("localedef"):
            command = ["localedef", "-i", "zh_CN", "-f", "GBK", f"{folder}/zh_CN.GBK"]
            subprocess.run(command, capture_output=True, check=False)
        made = {"LC_ALL": "zh_CN.GBK", "LOCPATH": folder, "PYTHONUTF8": "0"}
        yield made if Path(folder, "zh_CN.GBK").is_dir() else PLAIN | {"PYTHONIOENCODING": "gbk"}


@pytest.fixture(scope="module")
def committed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A small bureau, committed as main: as it is, and spoiled with signs that most encodings lack."""
    folders = {name: small_bureau(tmp_path_factory.mktemp(name)) for name in COMMANDS}
    for folder in folders.values():
        few_pages(folder.parent / "prose")
        git(folder.parent, "init", "-q", "-b", "main")
        git(folder.parent, "add", "-A")
        git(folder.parent, "commit", "-qm", "base")
    with (folders["bad"] / "work-areas/visits.yml").open("a", encoding="utf-8") as file:
        file.write(WRONG)
    return folders


def to_build(command: str, data: Path) -> list[str]:
    """What a build is told besides: where the site goes."""
    return [f"--site={data.parent / 'x'}"] if command == "build" else []


def run_all(data: Path, commands: Mapping[str, int], around: Environment) -> Said:
    """Runs commands side by side, with the prose beside the data; exit status, output and errors of each."""
    running, prose = {}, {"DOCS": str(data.parent / "prose")}
    for command in commands:
        words = [
            sys.executable,
            "-m",
            "macros",
            *command.split(),
            f"--data={data}",
            *to_build(command, data),
        ]
        running[command] = subprocess.Popen(
            words, cwd=ROOT, env=environment(around, prose), stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
    ended = {command: process.communicate() for command, process in running.items()}
    return {command: (running[command].returncode, *said) for command, said in ended.items()}


def said_in_full(data: Path, commands: Mapping[str, int]) -> Said:
    """What commands say, with the prose beside the data, where every sign can be said."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DOCS", str(data.parent / "prose"))
        ended = {command: answer(*command.split(), f"--data={data}", *to_build(command, data)) for command in commands}
    return {command: (one.returncode, one.stdout.encode(), one.stderr.encode()) for command, one in ended.items()}


@pytest.fixture(scope="module")
def expected(committed: dict[str, Path]) -> Callable[[str], Said]:
    """What a console that shows everything shows, of good data or bad."""
    return cache(lambda name: said_in_full(committed[name], COMMANDS[name]))


@pytest.mark.night
def test_what_is_wrong_can_be_seen(expected: Callable[[str], Said]) -> None:
    """Else the test below would compare nothing."""
    status, out, _ = expected("bad")["check"]
    assert status == 1 and out.decode().count("• ² 😀") >= 2 and "problem" in out.decode()
    assert "problem" in expected("bad")["build"][2].decode()


@pytest.mark.parametrize(("console", "name"), some(product(["locale", *CONSOLES], reversed(COMMANDS)), 18, spread=True))
def test_every_console_shows_all(
    console: str,
    name: str,
    chinese: Environment,
    committed: dict[str, Path],
    expected: Callable[[str], Said],
) -> None:
    encoding = ENCODINGS.get(console, console)
    found = run_all(committed[name], COMMANDS[name], CONSOLES.get(console, chinese))
    for command, (status, *streams) in found.items():
        assert status == COMMANDS[name][command], command
        for said, full in zip(streams, expected(name)[command][1:], strict=True):
            assert said == full.decode().encode(encoding, "backslashreplace"), command


@pytest.mark.night
@pytest.mark.parametrize(
    ("system", "name", "commands"),
    [
        pytest.param("locale", "科技处 文件".encode(), IN_A_CHECKOUT, id="utf-8-on-gbk"),
        pytest.param("C", "政务 公开（试）".encode(), IN_A_CHECKOUT, id="utf-8-on-ascii"),
        pytest.param("locale", "政务 公开（试）".encode("gbk"), IN_A_CHECKOUT, id="gbk, all"),
    ],
)
def test_a_checkout_under_a_chinese_path(
    system: str,
    name: bytes,
    commands: list[str],
    chinese: Environment,
    site: Path,
    tmp_path: Path,
) -> None:
    """The bytes of the path are Chinese to the system, or nothing that it knows."""
    project = tmp_path / os.fsdecode(name) / "project"
    project_in(project, backwards=False)
    around = environment(chinese if system == "locale" else PLAIN)
    for command in commands:
        words = [sys.executable, "-m", "macros", *command.split()]
        done = subprocess.run(words, cwd=project, env=around, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
        assert b"Traceback" not in done.stderr
    found, known = sums_of(project / "site"), sums_of(site)
    assert {one for one in found.keys() | known.keys() if found.get(one) != known.get(one)} <= {BUILD_RECORD}
    assert '"clean": true' in (project / "site" / BUILD_RECORD).read_text("utf-8")


@pytest.mark.night
def test_a_base_with_names_that_the_system_lacks(data: Path) -> None:
    """They are no records, and are left where they are."""
    few_pages(data.parent / "prose")
    stray = data / "activities/草稿 一.yml"
    stray.write_text("a: b\n", "utf-8")
    git(data.parent, "init", "-q", "-b", "main")
    git(data.parent, "add", "-A")
    git(data.parent, "commit", "-qm", "base")
    stray.unlink()
    status, out, errors = run_all(data, {"diff": 0}, PLAIN)["diff"]
    assert (status, errors) == (0, b"") and b"Files changed (1)" in out
