"""Judging file by file, on one core or on many, finds the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros import loading
from macros.records.collection import collect

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.mark.parametrize("size", (1, 5_000, 10**9))
@pytest.mark.parametrize("data", ("wrong", "everything"))
def test_parts_make_no_difference(data: str, size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    collection, _ = collect(FIXTURES / data)
    found = loading.found_by((*loading.RULES, *loading.WHOLE), collection)
    monkeypatch.setattr(loading, "IN_A_PART", size)
    judged, whole = loading.judge(collection)
    assert sorted([*judged, *whole]) == sorted(found)
