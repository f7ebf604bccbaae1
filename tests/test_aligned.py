"""Where two lists differ, and which words of two texts do: whatever they are, nothing is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from macros.staff.aligned import MOST_COMPARED, differing, word_changes

FEW = st.lists(st.integers(0, 6), max_size=30)


@given(FEW, FEW)
def test_what_differs_makes_one_list_of_the_other(old: list[int], new: list[int]) -> None:
    made, done = [], 0
    for first, last, begin, end in differing(old, new):
        made += [*old[done:first], *new[begin:end]]
        assert first < last or begin < end
        done = last
    assert [*made, *old[done:]] == new


@given(FEW)
def test_nothing_differs_between_the_same(one: list[int]) -> None:
    assert list(differing(one, one)) == []


def test_long_lists_take_no_longer_than_they_are() -> None:
    """Of 20,000 cells, half of them alike, only those that changed differ; and all may."""
    old: list[object] = [number if number % 2 else "—" for number in range(20_000)]
    new = [*old[:5_000], "new", *old[5_000:15_001], "changed", *old[15_002:]]
    assert list(differing(old, new)) == [(5000, 5000, 5000, 5001), (15001, 15002, 15002, 15003)]
    assert len(old) ** 2 > MOST_COMPARED
    assert list(differing(["a"] * 2_000, ["b"] * 2_000)) == [(0, 2000, 0, 2000)]


@given(st.text("ab1 中文。", max_size=30), st.text("ab1 中文。", max_size=30))
def test_the_parts_of_two_texts_are_the_texts(old: str, new: str) -> None:
    parts = word_changes(old, new)
    assert "".join(both + was for both, was, _ in parts) == old
    assert "".join(both + now for both, _, now in parts) == new
    assert all(not (both and (was or now)) for both, was, now in parts)


def test_words_are_words_and_chinese_is_characters() -> None:
    assert word_changes("发放15,000份", "发放1,500份") == [("发放", "", ""), ("", "15,000", "1,500"), ("份", "", "")]
    assert word_changes("未完成", "完成") == [("", "未", ""), ("完成", "", "")]


def test_one_item_that_moves_is_all_that_differs() -> None:
    assert list(differing([*range(10)], [9, *range(9)])) == [(0, 0, 0, 1), (9, 10, 10, 10)]
