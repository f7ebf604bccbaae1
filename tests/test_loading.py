"""Judging file by file, on one core or on many, afresh or after an earlier load, finds the same."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.records.collecting import collect
from macros.records.shipped import ALL_AS_TEXT, SHIPPED_DATA
from macros.register import load
from macros.register.load import Loaded, load_since
from macros.yaml_files.reader import read_bytes
from tests.conftest import Change
from tests.places import DATA

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.mark.parametrize("size", (1, 5_000, 10**9))
@pytest.mark.parametrize("data", ("wrong", "everything"))
def test_parts_make_no_difference(data: str, size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    collection, _ = collect(FIXTURES / data)
    found = load.found_by((*load.FILE_RULES, *load.FOLDER_RULES), collection)
    monkeypatch.setattr(load, "CHUNK_CHARACTERS", size)
    judged, whole = load.judge(collection)
    assert sorted([*judged, *whole]) == sorted(found)


@pytest.mark.parametrize("file", sorted(SHIPPED_DATA.glob("*.yml")), ids=lambda file: file.name)
def test_what_is_shipped_reads_alike(file: Path) -> None:
    """It is read without a look at slips of typing: there are none, and our own reader finds the same values."""
    reading, problems = read_bytes(file.read_bytes(), file.name)
    assert reading is not None and problems == []
    assert reading.value == yaml.load(file.read_text("utf-8"), ALL_AS_TEXT)


EDITS = {
    # a file, what stands in it and what is put there instead: what is kept of the load before must make no difference
    "a figure that a text elsewhere names": (
        "alliances/river-crab.yml",
        "    quote: 力争在3年内把“洪湖清水”蟹打造成中国“驰名商标”\nstatements:",
        "    quote: 通过近半年的精心组织\nstatements:",
    ),
    "a label": ("alliances/river-crab.yml", "zh: 争创“驰名商标”的期限", "zh: 期限5年"),
    "an emendation": ("documents/h1-work-summary.yml", "    printed: 优化\n", "    printed: 优良化\n"),
    "a period's words": ("vocabulary/periods.yml", "words: [开展科技下乡以来]", "words: [去年]"),
}


@pytest.mark.parametrize("edit", EDITS)
def test_what_was_loaded_before_makes_no_difference(edit: str, tmp_path: Path) -> None:
    data = Path(shutil.copytree(DATA, tmp_path / "data"))
    before = load_since(None, data)
    assert before.problems == ()
    file, old, new = EDITS[edit]
    text = (data / file).read_text("utf-8")
    assert old in text
    (data / file).write_text(text.replace(old, new, 1), "utf-8")
    again, afresh = load_since(before, data), load_since(None, data)
    assert set(again.problems) == set(afresh.problems) != set()
    assert resolved(again) == resolved(afresh)


def resolved(loaded: Loaded) -> dict[tuple[str, str], Any]:
    """Every record of a load, with all that is read in its sources and printed in its texts."""
    return {(entry.kind.place, entry.id): entry.record for entry in loaded.collection.all()}


def test_one_saved_record_costs_no_more_than_itself(data: Path, change: Change) -> None:
    """All others are the very same as before; nothing is read in their sources again."""
    before = load_since(None, data)
    change("work-areas/bases.yml", "zh: 创新示范基地\n", "zh: 示范基地\n")
    again = load_since(before, data)
    assert again.problems == () and resolved(again) == resolved(load_since(None, data))
    old, new = resolved(before), resolved(again)
    assert [place for place in new if new[place] is not old[place]] == [("work-areas", "bases")]


@pytest.mark.parametrize(
    ("file", "old", "new", "kept"),
    [
        ("work-areas/bases.yml", "zh: 创新示范基地\n", "zh: 示范基地\n", True),
        ("documents/h1-work-summary.yml", "Technology Bureau\nperiod", "Technology Office\nperiod", False),
    ],
)
def test_a_document_is_printed_anew_once_it_has_changed(
    file: str, old: str, new: str, kept: bool, data: Path, change: Change
) -> None:
    loaded = load_since(None, data)
    change(file, old, new)
    before, again, afresh = (one.register for one in (loaded, load_since(loaded, data), load_since(None, data)))
    assert before and again and afresh and again.texts == afresh.texts
    assert all(one is before.texts[ident] for ident, one in again.texts.items()) is kept
