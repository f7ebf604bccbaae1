"""Judging file by file, on one core or on many, finds the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros import loading
from macros.records.collection import collect

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.mark.parametrize("size", (1, 3, 1000))
@pytest.mark.parametrize("data", ("wrong", "everything"))
def test_parts_make_no_difference(data: str, size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    collection, _ = collect(FIXTURES / data)
    found = [
        problem for rule in (*loading.RULES, *loading.WHOLE) for problem in loading.listed_by_file(rule(collection))
    ]
    monkeypatch.setattr(loading, "IN_A_PART", size)
    assert sorted([*loading.judge(collection), *loading.judge_whole(collection)]) == sorted(found)
