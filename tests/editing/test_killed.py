"""The editor and its working copy, killed at every step: nothing that was done is lost, and nothing is half done."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from macros.editing.server import EditingServer, editing
from macros.editing.working_copy import WorkingCopy
from macros.problems import Refused
from macros.text.languages import Bilingual
from tests.editing.desk import post
from tests.killed import killed_at
from tests.night import some
from tests.places import ROOT

CHANGES = """
from pathlib import Path
from macros.editing.working_copy import WorkingCopy
from macros.problems import Refused
from macros.text.languages import Bilingual
copy = WorkingCopy(Path({data!r}))
said = Bilingual("改", "Change")
copy.change(said, {{"a.yml": "a: 1\\n", "b/b.yml": "b: 1\\n"}})
copy.change(said, {{"a.yml": "a: 2\\n", "b/new.yml": "n: 1\\n"}}, "typing")
copy.change(said, {{"a.yml": "a: 3\\n", "b/new.yml": "n: 2\\n"}}, "typing")
copy.take_back()
copy.repeat()
copy.change(said, {{"b/b.yml": None}})
copy.save()
"""
BEGUN = {"a.yml": "a: 0\n", "b/b.yml": "b: 0\n"}
STATES = [
    BEGUN,
    {"a.yml": "a: 1\n", "b/b.yml": "b: 1\n"},
    {"a.yml": "a: 2\n", "b/b.yml": "b: 1\n", "b/new.yml": "n: 1\n"},
    {"a.yml": "a: 3\n", "b/b.yml": "b: 1\n", "b/new.yml": "n: 2\n"},
    {"a.yml": "a: 3\n", "b/new.yml": "n: 2\n"},
]
"""What the files hold, one change after the other."""
ACCESSED = ("open", "os.remove")
POINTS = 166
"""How often the changes above open, put in place or remove a file, from the first that is put in place on."""


def held(folder: Path) -> dict[str, str]:
    files = (one for one in folder.rglob("*") if one.is_file())
    return {one.relative_to(folder).as_posix(): one.read_text("utf-8") for one in files}


def begin(folder: Path) -> Path:
    for path, text in BEGUN.items():
        file = folder / "data" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8", newline="\n")
    return folder / "data"


@pytest.fixture(scope="module")
def compiled() -> None:
    """What the changes import has been compiled, so that no file of Python's own is among those put in place."""
    subprocess.run([sys.executable, "-c", "import macros.editing.working_copy"], cwd=ROOT, check=True)


def test_how_often_it_can_be_killed(tmp_path: Path, compiled: None) -> None:
    data = begin(tmp_path)
    done = killed_at(0, "os.rename", CHANGES.format(data=str(data)), ACCESSED)
    assert 50 <= int(done.stdout) <= POINTS, done.stderr
    assert held(data) == STATES[-1]


@pytest.mark.parametrize("point", some(range(1, POINTS + 1), 60))
def test_killed_at_a_file(tmp_path: Path, compiled: None, point: int) -> None:
    data = begin(tmp_path)
    killed_at(point, "os.rename", CHANGES.format(data=str(data)), ACCESSED)
    copy = WorkingCopy(data)
    assert held(copy.work) in STATES
    saved = held(data)
    assert saved in (BEGUN, STATES[-1])
    assert copy.changed() == [] or saved == BEGUN
    while copy.take_back():
        assert held(copy.work) in STATES
    assert held(copy.work) == BEGUN
    while copy.repeat():
        assert held(copy.work) in STATES


@contextmanager
def process(data: Path) -> Iterator[Any]:
    """The editor as a process of its own, as a person starts it; killed in the end as no person would."""
    command = [sys.executable, "-m", "macros", "edit", "--data", str(data), "--port", "0", "--no-browser"]
    running = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8")
    assert running.stdout is not None
    found = re.match(r"http://127\.0\.0\.1:(\d+)/_edit/#(\S+)", running.stdout.readline())
    assert found
    try:
        yield SimpleNamespace(server_port=int(found[1]), token=found[2])
    finally:
        running.kill()
        running.wait()
        running.stdout.close()


def typed(number: int, version: int) -> dict[str, object]:
    where = {"record": "work-areas/bases", "path": ["title", "zh"], "value": f"标题{'甲' * number}"}
    return {"ask": "act", "action": "put", **where, "typing": str(number), "version": version}


def test_a_killed_editor_goes_on_where_it_was(data: Path) -> None:
    with process(data) as first:
        version = post(first, {"ask": "state"})[1]["state"]["version"]
        for number in range(3):
            _, found = post(first, typed(number + 1, version + number))
            assert found["state"]["version"] == version + number + 1
    assert "标题" not in (data / "work-areas/bases.yml").read_text("utf-8")
    with process(data) as second:
        assert second.token == first.token  # So the page that is open goes on.
        _, found = post(second, {"ask": "state", "showing": {"record": "work-areas/bases"}})
        assert found["state"]["record"]["title"] == "标题甲甲甲"
        undo = {"ask": "undo", "showing": {"record": "work-areas/bases"}}
        assert "refused" in post(second, undo | {"version": version + 3})[1], "a page of the run before may be stale"
        _, found = post(second, undo | {"version": found["state"]["version"]})
        assert found["state"]["record"]["title"] == "标题甲甲"


def test_two_editors_of_one_folder(data: Path) -> None:
    with editing(data, 0), pytest.raises(Refused, match="已经在编辑"), EditingServer(data, 0):
        pass


def test_what_others_changed_stays(tmp_path: Path) -> None:
    data = begin(tmp_path)
    copy = WorkingCopy(data)
    copy.change(Bilingual("改", "Change"), {"a.yml": "a: 1\n"})
    (data / "b/b.yml").write_text("b: theirs\n", "utf-8", newline="\n")
    assert copy.conflicts() == [] and copy.text("b/b.yml") == "b: theirs\n"
    (data / "a.yml").write_text("a: theirs\n", "utf-8", newline="\n")
    assert [(one.path, one.theirs, one.ours) for one in copy.conflicts()] == [("a.yml", "a: theirs\n", "a: 1\n")]
    assert WorkingCopy(data).text("a.yml") == "a: 1\n"
    copy.settle(copy.conflicts()[0], ours=True)
    assert copy.conflicts() == [] and copy.save() == ["a.yml"]
    assert held(data) == {"a.yml": "a: 1\n", "b/b.yml": "b: theirs\n"}
