"""The marker of what the program proposed: wherever it stands it is told, and nothing with it is published."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from macros.problems import causes
from macros.records.collecting import collect
from macros.records.collection import Collection
from macros.register.load import load
from macros.rules.undecided import proposals_decided, undecided_parts
from macros.text.placeholders import UNDECIDED
from macros.yaml_files.editing import new_file
from macros.yaml_files.reader import read_bytes
from tests.commands import answer
from tests.places import DATA, FIXTURES

BUREAUS = (DATA, FIXTURES / "everything" / "data", FIXTURES / "languages" / "data", FIXTURES / "yunling" / "data")


SOURCE_WORDS = {"quote", "numeral", "stood", "about"}


def marked(value: Any, name: str = "") -> tuple[Any, int]:
    """A value with the marker before every text in it, and how many of these are no words of a source."""
    if isinstance(value, dict):
        inside = {key: marked(one, key) for key, one in value.items()}
        return {key: one for key, (one, _) in inside.items()}, sum(count for _, count in inside.values())
    if isinstance(value, list):
        each = [marked(one) for one in value]
        return [one for one, _ in each], sum(count for _, count in each)
    return f"{UNDECIDED}{value}", int(name not in SOURCE_WORDS)


@pytest.mark.parametrize("data", [one for one in BUREAUS if one.is_dir()], ids=lambda data: data.parent.name)
def test_the_marker_is_found_in_every_text_of_every_file(data: Path) -> None:
    for held in collect(data)[0].readings:
        value, count = marked(held.value)
        reading, problems = read_bytes(new_file(value).encode(), held.path)
        assert reading and not problems
        parts = list(undecided_parts(reading))
        assert sum(len(texts) for _, texts, _ in parts) == count
        assert len(list(proposals_decided(Collection(readings=(reading,))))) == len(parts)


@pytest.fixture
def bureau(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FIXTURES / "yunling" / "data", tmp_path / "data"))


def changed(data: Path, name: str, old: str, new: str) -> None:
    """Changes a file of a data folder."""
    file = data / name
    text = file.read_text("utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), "utf-8", newline="\n")


def test_nothing_undecided_can_be_published(bureau: Path, tmp_path: Path) -> None:
    changed(bureau, "work-areas/grain.yml", "zh: 粮食总产\n", f"zh: {UNDECIDED}粮食总产\n")
    for command in (["check"], ["build", "--site", str(tmp_path / "site")]):
        assert answer(*command, "--data", bureau).returncode == 1
    assert not (tmp_path / "site").exists()


def test_what_else_is_wrong_with_an_undecided_text_follows_from_that(bureau: Path) -> None:
    changed(bureau, "work-areas/grain.yml", "zh: 粮食总产\n", f"zh: {UNDECIDED}粮食总产5万吨\n")
    changed(bureau, "work-areas/grain.yml", "en: Grain output\n", f"en: {UNDECIDED}\n")
    (found,) = causes(load(bureau)[1])
    assert found.problem.field == "figures[1].label.zh" and len(found.consequences) > 1
    assert found.problem.wrong.zh == "程序的建议，尚未由人核定；另一种语言还没有写。"


def test_what_is_wrong_elsewhere_comes_first_and_does_not_follow(bureau: Path) -> None:
    changed(bureau, "work-areas/food.yml", "zh: “菜篮子”供应\n", f"zh: {UNDECIDED}“菜篮子”供应\n")
    changed(bureau, "work-areas/grain.yml", "quote: 总产5.08万吨\n", "quote: 总产5.09万吨\n")
    assert [one.problem.field for one in causes(load(bureau)[1])][-1] == "title.zh"
    assert len(causes(load(bureau)[1])) > 1


def test_words_of_a_source_may_hold_the_marker(bureau: Path) -> None:
    changed(bureau, "documents/summary-2031.txt", "建成高标准农田", f"{UNDECIDED}建成高标准农田")
    changed(bureau, "work-areas/grain.yml", "quote: 建成高标准农田", f"quote: {UNDECIDED}建成高标准农田")
    assert load(bureau)[1] == []
