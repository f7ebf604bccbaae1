"""Judging file by file, on one core or on many, finds the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.records.collection import collect
from macros.register import load

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.mark.parametrize("size", (1, 5_000, 10**9))
@pytest.mark.parametrize("data", ("wrong", "everything"))
def test_parts_make_no_difference(data: str, size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    collection, _ = collect(FIXTURES / data)
    found = load.found_by((*load.FILE_RULES, *load.FOLDER_RULES), collection)
    monkeypatch.setattr(load, "CHUNK_CHARACTERS", size)
    judged, whole = load.judge(collection)
    assert sorted([*judged, *whole]) == sorted(found)
