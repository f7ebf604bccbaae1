"""Changes to the text of a data file: what they make, and that every other byte stays as it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import product
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from macros.yaml_files.editing import new_file, with_entry, with_value, without
from macros.yaml_files.reader import read_bytes
from macros.yaml_files.written import CannotWriteError, as_read
from tests.groups import in_groups
from tests.places import DATA, FIXTURES

FILES = sorted([*DATA.rglob("*.yml"), *(FIXTURES / "yunling/data").rglob("*.yml")])
TEXTS = {file.relative_to(FIXTURES).as_posix(): file.read_bytes().decode("utf-8") for file in FILES}
ODD = """\
# 抬头
title: {zh: 甲, en: 'A: b'}   
list:
- a
-   b   
# about c
-
  # inside
  c: 1

  d: |
    two
      lines

  # behind d
  e: >-
    folded
    text
empty:
nothing: []
deep:
     - [x, "y", {k: v}]
     - - p
       - q
# the end"""
TEXTS["odd"] = ODD
HARD = (
    "15000", "1e3", "-1", "2031-01-01", "yes", "no", "true", "null", "~", "", " x", "x ", "a: b", "a #b", "#b",
    "- a", "-", "? a", ": a", "[a]", "{figure} of it", "a, b", "甲，乙", '"quoted"', "it's", "'", "\\n", "\\",
    "a\nb", "a\n", "\na", "a\n\n b\n", "〔待核〕甲", "〔待核〕", "%x", "@x", "`x`", "&x", "*x", "!x", "|", ">",
    "= x", "<<", "：甲", "＃1", "“甲”", "甲 #1", "1,000", "0x1F", ".5", "12:30", "x" * 300, "a:", "...", "---",
    "🦀", "é",
)  # fmt: skip


def value_of(text: str) -> Any:
    """The values that our reader reads in a text in which nothing is wrong."""
    reading, problems = read_bytes(text.encode("utf-8"), "x.yml")
    assert reading and not problems, problems
    return reading.value


def paths_in(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The paths of all values inside a value."""
    for step, one in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield (*path, step)
        yield from paths_in(one, (*path, step))


def put(value: Any, path: tuple[str | int, ...], new: Any) -> Any:
    """A copy of a value with another one at a path."""
    if not path:
        return new
    copy: Any = value.copy()
    copy[path[0]] = put(value.get(path[0]) if isinstance(value, dict) else value[path[0]], path[1:], new)
    return copy


def concerned(text: str, path: tuple[str | int, ...]) -> range:
    """The lines from the name of a field, or the beginning of an entry, to the next thing that is not part of it."""
    reading, _ = read_bytes(text.encode("utf-8"), "x.yml")
    assert reading
    places = {**reading.places, **{(*path, ""): place for path, place in reading.keys.items()}}
    own = [place.line for at, place in places.items() if at[: len(path)] == path]
    later = [place.line for at, place in places.items() if at[: len(path)] != path and place.line > max(own)]
    lines, first = text.splitlines(), min(own) - 1
    while isinstance(path[-1], int) and not re.match(r" *-|.*\[", lines[first]):  # The dash stands above a comment.
        first -= 1
    return range(first, min(later, default=text.count("\n") + 2))


def check_elsewhere(old: str, new: str, lines: range) -> None:
    """Every line outside of some is as it was, to the byte."""
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    first, last = max(lines.start, 0), len(before) - lines.stop
    assert before[:first] == after[:first]
    if last > 0:
        assert before[-last:] == after[-last:]


def shapes(text: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    """Values that programs write: texts, numbers, yes and no, lists and sets of fields."""
    names = st.sampled_from(["zh", "en", "id", "quote", "s1-2", "1"])
    leaves = text | st.integers(0, 99999) | st.booleans()
    return st.recursive(
        leaves, lambda one: st.lists(one, max_size=3) | st.dictionaries(names, one, max_size=3), max_leaves=6
    )


LETTERS = st.sampled_from(list("ab 19:#-,'\"\\{}[]|>&*!%@`~?\n，。：“”〔〕甲乙é＃－"))
ANY_TEXT = st.sampled_from(HARD) | st.text(LETTERS, max_size=12)
NAMES = st.sampled_from([*sorted(TEXTS), *["odd"] * len(TEXTS)])
"""Of the files to be changed; every second time the odd one."""
AS_FILED = st.sampled_from(["lf", "crlf", "mark"])


def filed(name: str, how: str) -> str:
    """The text of a file with the line ends, or the mark at its beginning, that some editors give it."""
    text = TEXTS[name]
    return text.replace("\n", "\r\n") if how == "crlf" else f"\ufeff{text}" if how == "mark" else text


@in_groups(product(HARD, ["field", "new field", "entry", "brackets", "new file"]), spread=True)
def test_a_text_reads_back_to_the_letter(hard: str, place: str) -> None:
    made = {
        "field": lambda: value_of(with_value("a: 1\nb: 2\n", ("a",), hard))["a"],
        "new field": lambda: value_of(with_value("a: 1\n", ("b",), hard))["b"],
        "entry": lambda: value_of(with_entry("a:\n  - 1\n", ("a",), hard))["a"][1],
        "brackets": lambda: value_of(with_entry("a: [x]\n", ("a",), hard, 0))["a"][0],
        "new file": lambda: value_of(new_file({"a": {"b": [hard]}}))["a"]["b"][0],
    }[place]()
    assert made == hard


@given(NAMES, AS_FILED, st.data())
def test_a_value_is_changed_and_nothing_else(name: str, how: str, data: st.DataObject) -> None:
    text = filed(name, how)
    old = value_of(text)
    path = data.draw(st.sampled_from(list(paths_in(old))))
    new = data.draw(shapes(ANY_TEXT))
    made = with_value(text, path, new)
    assert value_of(made) == put(old, path, as_read(new))
    check_elsewhere(text, made, concerned(text, path))
    assert ("\r\n" in made) == (how == "crlf") and made.count("\r") == (made.count("\n") if how == "crlf" else 0)
    assert made.startswith("\ufeff") == (how == "mark")


@given(NAMES, AS_FILED, st.data())
def test_a_field_or_entry_comes_and_goes(name: str, how: str, data: st.DataObject) -> None:
    """What is added and taken away again leaves the file as it was, to the byte."""
    text = filed(name, how)
    old = value_of(text)
    groups = [path for path in ((), *paths_in(old)) if isinstance(at(old, path), list | dict) and at(old, path)]
    path = data.draw(st.sampled_from(groups))
    new, there = data.draw(shapes(ANY_TEXT)), at(old, path)
    if isinstance(there, list):
        number = data.draw(st.integers(0, len(there)))
        made, added = with_entry(text, path, new, number), (*path, number)
        assert value_of(made) == put(old, path, [*there[:number], as_read(new), *there[number:]])
    else:
        order = data.draw(st.permutations([*there, "added"]))
        made, added = with_value(text, (*path, "added"), new, order), (*path, "added")
        assert value_of(made) == put(old, added, as_read(new))
    assert without(made, added) == text


@given(NAMES, AS_FILED, st.data())
def test_what_is_taken_away_is_gone_alone(name: str, how: str, data: st.DataObject) -> None:
    text = filed(name, how)
    old = value_of(text)
    path = data.draw(st.sampled_from(list(paths_in(old))))
    assume(len(path) > 1 or len(old) > 1)
    made = without(text, path)
    there = at(old, path[:-1])
    left = [one for n, one in enumerate(there) if n != path[-1]] if isinstance(there, list) else {**there}
    if isinstance(left, dict):
        del left[path[-1]]
    assert value_of(made) == put(old, path[:-1], left)
    check_elsewhere(text, made, concerned(text, path if left else path[:-1]))


@given(shapes(ANY_TEXT))
def test_a_new_file_holds_what_it_is_given(value: Any) -> None:
    text = new_file({"x": value}, "# schema")
    assert text.startswith("# schema\nx:") and text.endswith("\n") and value_of(text) == {"x": as_read(value)}


def at(value: Any, path: tuple[str | int, ...]) -> Any:
    """What stands at a path."""
    for step in path:
        value = value[step]
    return value


REFUSED = {
    "a tab": (lambda: with_value("a: 1\n", ("a",), "x\ty"), "制表符"),
    "what nobody sees": (lambda: with_value("a: 1\n", ("a",), "x\u200by"), "看不见"),
    "half a character": (lambda: with_value("a: 1\n", ("a",), "\ud800"), "半个字符"),
    "no such entry": (lambda: with_value("a: [x]\n", ("a", 1), "y"), "没有这个位置"),
    "below a text": (lambda: with_value("a: x\n", ("a", "b"), "y"), "没有这个位置"),
    "an entry of a text": (lambda: with_entry("a: x\n", ("a",), "y"), "没有这个位置"),
    "an entry behind the end": (lambda: with_entry("a: [x]\n", ("a",), "y", 2), "没有这个位置"),
    "nothing to take away": (lambda: without("a: x\n", ("b",)), "没有这个位置"),
    "the last field": (lambda: without("a: x\n", ("a",)), "不能替您改动"),
    "an alias": (lambda: with_value("a: *b\n", ("a",), "x"), "特殊"),
    "no set of fields": (lambda: with_value("- a\n", ("a",), "x"), "列表"),
    "a merge conflict": (lambda: with_value("a: 1\n=======\nb: 2\n", ("a",), "x"), "合并冲突"),
    "empty field name": (lambda: with_value("a: 1\n", ("",), "x"), "字段名"),
    "a field name that merges": (lambda: with_value("a: 1\n", ("<<",), "x"), "<<"),
}


@pytest.mark.parametrize(("change", "said"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_done_is_said(change: Callable[[], str], said: str) -> None:
    with pytest.raises(CannotWriteError) as raised:
        change()
    assert said in raised.value.said.zh and raised.value.said.en


CHANGED = {
    "beside a problem": (with_value("a: 甲 #1\nb: 2\n", ("b",), "x"), "a: 甲 #1\nb: x\n"),
    "the problem itself": (with_value("a: 甲\u200b\nb: 2\n", ("a",), "x"), "a: x\nb: 2\n"),
    "quotes stay": (with_value("a: 'x'\nb: \"y\"\n", ("a",), "z"), "a: 'z'\nb: \"y\"\n"),
    "brackets stay": (with_value("a: {zh: x}\n", ("a", "en"), "y"), "a: {zh: x, en: y}\n"),
    "a line becomes a block": (with_value("a: x\nb: y\n", ("a",), "k\nl"), "a: |-\n  k\n  l\nb: y\n"),
    "in order": (with_value("id: x\nquote: y\n", ("label",), "l", ("id", "label")), "id: x\nlabel: l\nquote: y\n"),
    "the first in order": (with_value("a:\n  - b: 1\n", ("a", 0, "id"), "i", ("id", "b")), "a:\n  - id: i\n    b: 1\n"),
    "mixed line ends": (with_value("a: 1\r\nb: 2\nc: 3\r\n", ("b",), "x"), "a: 1\r\nb: x\nc: 3\r\n"),
    "yes and numbers": (new_file({"a": True, "b": 5, "c": "5", "d": None}), 'a: yes\nb: 5\nc: "5"\nd:\n'),
    "a comment stays": (without("a:\n  # about x\n  - x\n  - y\n", ("a", 0)), "a:\n  # about x\n  - y\n"),
    "a list is begun": (with_entry("a: 1\nc: 2\n", ("b",), "x", None, ("a", "b", "c")), "a: 1\nb: [x]\nc: 2\n"),
    "behind a block": (
        with_value("a: |\n  x\n\n# about c\nc: 1\n", ("b",), "y", ("a", "b", "c")),
        "a: |\n  x\nb: y\n\n# about c\nc: 1\n",
    ),
    "no part of a block": (with_value("a: x  \nb: y\n", ("a",), "k\nl"), "a: |-\n  k\n  l\nb: y\n"),
    "with what stands behind it": (without("a: x  \nb: y\n", ("a",)), "b: y\n"),
    "as it was": (with_value("a:   x\n", ("a",), "x"), "a:   x\n"),
}  # fmt: skip


@pytest.mark.parametrize(("made", "text"), CHANGED.values(), ids=CHANGED)
def test_a_change_is_written_so(made: str, text: str) -> None:
    assert made == text
