"""Without make, and without all that Windows lacks, the commands do the same (tests/windows.py tells what is acted)."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path, PureWindowsPath

import pytest

from macros.__main__ import main
from macros.system.checksums import BUILD_RECORD, sums_of
from macros.system.failures import printable_name
from tests.conftest import Change
from tests.drafts import contents, empty_bureau
from tests.night import some
from tests.places import DATA, HANDBOOK, ROOT

HERE = [sys.executable, "-m", "macros"]
THERE = [sys.executable, "-m", "tests.windows"]
COMMAND = re.compile(r"`(?:make [^`]+)` \| `(python -m macros [^`]+)`")


def run(command: list[str], *words: object) -> tuple[int, str, str]:
    """Exit status, output and errors of a command; line ends as they are."""
    done = subprocess.run([*command, *map(str, words)], cwd=ROOT, capture_output=True, check=False)
    encoding = "gbk" if command is THERE else "utf-8"
    return done.returncode, done.stdout.decode(encoding), done.stderr.decode(encoding)


@pytest.mark.parametrize("data", some([DATA, ROOT / "tests/fixtures/wrong", ROOT / "tests/fixtures/uncovered"], 3))
def test_check(data: Path) -> None:
    status, out, errors = run(HERE, "check", "--data", data)
    there = run(THERE, "check", "--data", data)
    in_gbk = out.encode("gbk", "backslashreplace").decode("gbk")
    assert there == (status, in_gbk.replace("\n", "\r\n"), errors)


@pytest.mark.night
def test_build(site: Path, tmp_path: Path) -> None:
    """What stood there is replaced, and every file is what it is elsewhere."""
    shutil.copytree(site, tmp_path / "site")
    (tmp_path / "site/index.html").write_text("stale", "utf-8")
    status, out, _ = run(THERE, "build", "--data", DATA, "--site", tmp_path / "site")
    assert status == 0 and "没有问题。" in out
    found, known = sums_of(tmp_path / "site"), sums_of(site)
    assert {one for one in found.keys() | known.keys() if found.get(one) != known.get(one)} <= {BUILD_RECORD}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.night
def test_a_build_that_fails(tmp_path: Path, data: Path, change: Change) -> None:
    change("bureau.yml", "current_document: ", "current_document: x")
    assert run(THERE, "build", "--data", data, "--site", tmp_path / "site")[0] == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data"]


@pytest.mark.night
def test_new(data: Path) -> None:
    words = ("new", "--data", data, "--", "activity")
    assert run(HERE, *words, "here")[0] == run(THERE, *words, "there")[0] == 0
    assert (data / "activities/there.yml").read_bytes() == (data / "activities/here.yml").read_bytes()
    status, _, errors = run(THERE, *words, "there")
    assert status == 1 and "“there”已经用在 data/activities/there.yml" in errors


@pytest.mark.night
def test_import(tmp_path: Path) -> None:
    paper = ROOT / "tests/fixtures/received/summary-2031.docx"
    made: list[dict[str, bytes]] = []
    for command in (HERE, THERE):
        bureau = empty_bureau(tmp_path / f"{len(made)}")
        assert run(command, "import", "--data", bureau, paper)[0] == 0
        made.append(contents(bureau))
    assert made[0] == made[1] and "documents/summary-2031.docx" in made[0]


@pytest.mark.night
def test_ready() -> None:
    status, out, errors = run(HERE, "ready", "--data", DATA)
    assert run(THERE, "ready", "--data", DATA) == (status, out.replace("\n", "\r\n"), errors)


@pytest.mark.night
def test_ledger(site: Path, data: Path, tmp_path: Path) -> None:
    copy = tmp_path / "other"
    for folder, command in ((data, HERE), (copy, THERE)):
        folder.mkdir(exist_ok=True)
        (folder / "bureau.yml").touch()
        assert run(command, "ledger", "--data", folder, "--site", site)[0] == 0
    assert (copy / "ledger.txt").read_bytes() == (data / "ledger.txt").read_bytes()


@pytest.mark.night
def test_serve(data: Path) -> None:
    command = [*THERE, "serve", "--data", str(data), "--port", "0"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as running:
        assert running.stdout
        address = running.stdout.readline().decode().strip()
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(f"{address}work-areas/bases/", timeout=60) as answer:
            assert b"<h1" in answer.read()
        running.send_signal(signal.SIGINT)
        assert running.wait(60) == 0


def test_names_are_told_with_slashes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sep", "\\")
    assert printable_name(PureWindowsPath("C:/data/bureau.yml")) == "C:/data/bureau.yml"


@pytest.mark.parametrize("language", HANDBOOK)
def test_the_commands_of_the_table_exist(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What the handbook says to type instead of make is understood."""
    commands = COMMAND.findall((HANDBOOK[language] / "commands.md").read_text("utf-8"))
    assert len(commands) >= 15
    for command in commands:
        assert main([command.split()[3], "--help"]) == 0
        assert set(re.findall("--[a-z]+", command)) <= set(re.findall("--[a-z]+", capsys.readouterr().out)), command
