"""Tests read bureaus of their own: the guard that has them do so, and the variable that names other prose."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands import answer
from tests.places import DATA, ROOT

NOT_TO_BE_READ = {
    # a file of the repository: from where it is named, and how
    "a record": (Path("/"), str(ROOT / "data/bureau.yml")),
    "a page": (Path("/"), str(ROOT / "docs/about.md")),
    "by a detour": (ROOT / "tests", "../docs/../data/bureau.yml"),
}


@pytest.mark.parametrize("name", NOT_TO_BE_READ)
def test_a_test_that_reads_what_the_bureau_publishes_fails(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, path = NOT_TO_BE_READ[name]
    monkeypatch.chdir(folder)
    with pytest.raises(AssertionError, match="tests read tests/fixtures/"):
        open(path, "rb")  # noqa: PTH123, SIM115


def test_what_code_cites_may_be_read() -> None:
    assert (ROOT / "docs/maintainers/engine.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("command", "said"), [(["check"], "prose/about.md:2:11"), (["build", "--site={prose}/site"], "prose/site")]
)
def test_another_folder_of_prose(
    command: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is checked, and no site is put into it."""
    (tmp_path / "prose").mkdir()
    (tmp_path / "prose/about.md").write_text("---\ntitle: 关于 #1 本站\ndescription: 说明\n---\n", "utf-8")
    words = [one.format(prose=tmp_path / "prose") for one in command]
    monkeypatch.setenv("DOCS", str(tmp_path / "prose"))
    done = answer(*words, f"--data={DATA}")
    assert done.returncode in (1, 2) and said in done.stdout + done.stderr
    assert [path.name for path in (tmp_path / "prose").iterdir()] == ["about.md"]
