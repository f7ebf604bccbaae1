"""Whatever the bytes are, reading answers within its limits and never raises."""

from __future__ import annotations

import os
import re
import resource
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from macros.problems import report
from macros.yaml_files.characters import hidden_characters, readable
from macros.yaml_files.composing import LIBYAML
from macros.yaml_files.encoding import LARGEST
from macros.yaml_files.reader import read_bytes, read_file
from tests.night import some
from tests.places import ROOT
from tests.reading.test_parsers import agree

NASTY = {  # id: (beginning, what is repeated up to the largest size)
    "brackets": ("", "["),
    "bracket-pairs": ("a: [", "[],"),
    "braces": ("a: ", "{a: "),
    "flow-entries": ("a: [", "a,"),
    "flow-same-names": ("a: {", "a,"),
    "flow-deep": ("[" * 19, "a,"),
    "flow-question-marks": ("a: {", "? a,"),
    "flow-colons": ("a: [", "a:,"),
    "dashes": ("", "- "),
    "dash-lines": ("a:\n", "- \n"),
    "question-marks": ("", "? "),
    "question-lines": ("", "? a\n"),
    "question-deep": ("? " * 19, "a"),
    "colons": ("a: ", ": "),
    "same-name": ("", "a:\n"),
    "double-quotes": ("a: ", '""'),
    "open-quote": ('a: "', "a "),
    "open-quote-lines": ('a: "', "\n"),
    "escapes": ("a: [", '"\\x41",'),
    "bad-escapes": ("a: [", '"\\ud800",'),
    "single-quotes": ("a: '", "''"),
    "curly-quotes": ("a: ", "“"),
    "words": ("a: ", "a "),
    "letters": ("a: ", "a"),
    "han": ("a: ", "汉"),
    "one-long-key": ("", "a"),
    "comment": ("#", "c"),
    "comments": ("", "#\n"),
    "blank-lines": ("", "\n"),
    "spaces": ("", " "),
    "tabs": ("", "\t\n"),
    "literal": ("a: |\n", " x\n"),
    "literal-blank": ("a: |\n", "\n"),
    "folded": ("a: >\n", " x\n"),
    "swallowed-lines": ("a:\n", " x\n"),
    "swallowed-values": ("", "- a\n b\n"),
    "text-lines": ("", "汉\n"),
    "slip-lines": ("", "zh：文\n"),
    "tags": ("a: [", "!a x,"),
    "long-tag": ("a: !<", "%41"),
    "anchors": ("a: [", "&a x,"),
    "aliases": ("a: [", "*a,"),
    "documents": ("", "---\n"),
    "directives": ("", "%A\n"),
    "long-version": ("%YAML 1.", "1"),
    "conflicts": ("", "=======\n"),
    "indicator": ("a: |", "9"),
    "combining-marks": ("a: e", "\u0316\u0301"),
    "not-composed": ("a: ", "e\u0301"),
    "zero-width": ("a: ", "\u200ba"),
    "nul": ("a: ", "\0a"),
    "commas": ("a: [", "，"),
    "hashes": ("a: ", "＃ "),
    "carriage-returns": ("", "\r"),
}
NASTY_BYTES = {
    "bad-utf-8": b"\xff",
    "bad-between": b"\xffa",
    "cesu-8": b"\xed\xa0\x80",
    "gbk": "名称: 张三\n".encode("gbk"),
    "big5": "名稱: 張三\n".encode("big5"),
    "utf-16": "名称: 张三\n".encode("utf-16-be"),
    "utf-32": "名称: 张三\n".encode("utf-32-le"),
    "all-bytes": bytes(range(256)),
}


def largest(start: bytes, unit: bytes) -> bytes:
    """As many bytes as a file may have."""
    return (start + unit * (LARGEST // len(unit) + 1))[:LARGEST]


def many_names() -> bytes:
    """As many different field names as fit."""
    return "".join(f"{number:x}:\n" for number in range(LARGEST // 4)).encode()[:LARGEST]


def staircase() -> bytes:
    """Each line is indented by one space more than the last."""
    return "".join(f"{' ' * depth}a:\n" for depth in range(700)).encode()[:LARGEST]


def late(start: str, unit: str, end: str) -> bytes:
    """The mistake stands at the very end, far below what it belongs to."""
    return largest(start.encode(), unit.encode())[: -len(end)] + end.encode()


INPUTS = {
    **{name: largest(start.encode(), unit.encode()) for name, (start, unit) in NASTY.items()},
    **{name: largest(b"", unit) for name, unit in NASTY_BYTES.items()},
    "many-names": many_names(),
    "staircase": staircase(),
    "late-bracket": late("a: 1\n", "\n", "\n ]"),
    "late-bracket-comments": late("a: 1\n", " # ：\n", "\n ]"),
    "late-bad-escape": late('a: "', "\n", '\\q"'),
    "late-no-colon": late("a: 1\n", "\n", "\nb\nc"),
}

CHILD = """
import sys
from macros.problems import report
from macros.yaml_files.reader import read_bytes
reading, problems = read_bytes(sys.stdin.buffer.read(), "x.yml")
assert reading is not None or problems
assert len(problems) <= 101
report(problems)
"""


def limit_memory() -> None:
    """512 MB for the whole interpreter."""
    resource.setrlimit(resource.RLIMIT_AS, (512 * 2**20, 512 * 2**20))


@pytest.mark.parametrize("name", some(INPUTS, 8))
def test_largest(name: str) -> None:
    """The worst file of its kind is answered, and its problems printed, within 512 MB."""
    done = subprocess.run(
        [sys.executable, "-c", CHILD],
        input=INPUTS[name],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        preexec_fn=limit_memory,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()[-2000:]


def test_every_character_is_safe_for_the_parser() -> None:
    """All that PyYAML or libyaml cannot print, or takes for a line end, is refused and replaced."""
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    made = readable(every)
    assert len(list(yaml.parse(f"# {made.replace(chr(10), chr(32))}", Loader=LIBYAML))) == 2
    assert not yaml.reader.Reader.NON_PRINTABLE.search(made)
    assert not re.search("[\r\x85\u2028\u2029\ufeff]", made)
    assert len(made) == len(every)
    assert not list(hidden_characters(made))


def test_size_is_checked_before_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file over the cap is refused by its size and not even opened: this one has 8 GB."""
    huge = tmp_path / "huge.yml"
    with huge.open("wb") as file:
        file.truncate(8 * 2**30)
    monkeypatch.delattr(Path, "open")
    reading, problems = read_file(huge, "huge.yml")
    assert reading is None
    assert "上限是 256 KB" in problems[0].wrong.zh


def test_cap_is_exact() -> None:
    """A file of the cap is read; one byte more is not."""
    data = b"a: " + b"b" * (LARGEST - 3)
    assert read_bytes(data, "x")[1] == []
    assert len(read_bytes(data + b"b", "x")[1]) == 1


@pytest.mark.parametrize("kind", ["link", "dead-link", "folder", "pipe", "device", "missing"])
def test_only_regular_files(kind: str, tmp_path: Path) -> None:
    """Links, folders, pipes and devices are refused without being opened."""
    target, file = tmp_path / "target.yml", tmp_path / "file.yml"
    target.write_text("a: 1\n")
    if kind == "link":
        file.symlink_to(target)
    elif kind == "dead-link":
        file.symlink_to(tmp_path / "nothing")
    elif kind == "folder":
        file.mkdir()
    elif kind == "pipe":
        os.mkfifo(file)
    elif kind == "device":
        file = Path("/dev/zero")
    reading, problems = read_file(file, "data/x.yml")
    assert reading is None
    expected = "打不开" if kind == "missing" else "不是普通文件"
    assert [str(problem.place) for problem in problems] == ["data/x.yml:1:1"]
    assert expected in problems[0].wrong.zh


def test_replaced_while_opening(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that becomes a link between look and opening is refused."""
    secret, file = tmp_path / "secret.yml", tmp_path / "file.yml"
    secret.write_text("a: secret\n")
    file.write_text("a: 1\n")
    seen = file.lstat()
    file.unlink()
    file.symlink_to(secret)
    monkeypatch.setattr(Path, "lstat", lambda self: seen)
    reading, problems = read_file(file, "x")
    assert reading is None
    assert "不是普通文件" in problems[0].wrong.zh


def test_the_gate_gives_one_answer() -> None:
    """What is tried must not depend on chance, or a clean clone fails now and then."""
    assert settings.get_profile("gate").derandomize
    assert settings().derandomize or settings() == settings.get_profile("chance")


VALID = """\
# 工作领域：示例
id: bases
title: {zh: 基地, en: "Bases \\u4e2d"}
figures:
  - value: 15000份
    label:
      zh: 发放“材料”：＃1
      en: 'It''s handed out'
  - [a, b, {c: d}]
text: |
  　　第一段。
  － 第二段
note: >-
  one
  two

  第一行，
  “第二行”
empty:
"""
INSERTED = st.sampled_from(
    list("：－＃＊“”＂｛［，\t\r\0 \n:-#&*!|>%@`?{}[],'\"\\~<=")
    + list("\u3000\u00a0\u200b\u202e\x85\u2028\ud800\ufeff\u0301\u0340")
    + ["<<: ", "---\n", "...\n", "{{", "\\U00110000", "\\ud800", "\\_", "  ", "- ", " #", "|2", ">5", "15,000", "“\n”"]
)


def check(data: bytes) -> None:
    """Reading answers with a value or with problems, and every place and message holds up."""
    reading, problems = read_bytes(data, "x.yml")
    assert reading is not None or problems
    for problem in problems:
        assert problem.place.line >= 1 and problem.place.column >= 1
        assert problem.place.column <= len(problem.excerpt) + 1
        report([problem]).encode()
    if reading is not None:
        assert set(reading.keys) <= set(reading.places)
        assert all(place.line <= len(reading.lines) for place in reading.places.values())
    agree(data)


@given(st.binary(max_size=400))
@example(b"\xef\xbb\xbf")
@example(b'a: "\\UFFFFFFFF')
@example(b"{<\n\xe3\x80\x80")
@settings(max_examples=4 * settings().max_examples)
def test_any_bytes(data: bytes) -> None:
    """Arbitrary bytes never raise."""
    check(data)


@given(st.text(alphabet="ab1：:-－ \n\t\"'“”[]{},，、#＃&*!|>%?\\x<=~…甲\u3000\u200b\u00a0\ufeff\x85\r\0", max_size=80))
@settings(max_examples=6 * settings().max_examples)
def test_any_yaml_like_text(text: str) -> None:
    """Arbitrary heaps of YAML signs and their full-width twins never raise."""
    check(text.encode())


@given(st.lists(st.tuples(st.integers(0, len(VALID)), st.integers(0, 3), INSERTED), max_size=4))
@settings(max_examples=4 * settings().max_examples)
def test_mutated_yaml(changes: list[tuple[int, int, str]]) -> None:
    """A valid file with a few characters replaced never raises."""
    text = VALID
    for at, removed, inserted in changes:
        text = text[:at] + inserted + text[at + removed :]
    check(text.encode("utf-8", "surrogatepass"))


@given(st.lists(st.sampled_from(["", " ", "甲", "乙”", "“丙", "ab", "12 ", "  丁", "…", "，", "#", "  "]), max_size=12))
@settings(max_examples=4 * settings().max_examples)
def test_folded_text_keeps_every_sign(lines: list[str]) -> None:
    """After >, line breaks and spaces alone may go: all that can be seen stays, in order."""
    text = "a: >\n  起\n" + "".join(f"  {line}\n" for line in lines) + "b: c\n"
    reading, _ = read_bytes(text.encode(), "x.yml")
    assert reading is not None
    assert re.sub(r"\s", "", str(reading.value["a"])) == re.sub(r"\s", "", "起" + "".join(lines))
    check(text.encode())


@given(st.integers(0, len(VALID)), st.sampled_from(["gbk", "utf-16", "utf-8", "utf-32-be"]))
@settings(max_examples=2 * settings().max_examples)
def test_cut_off(at: int, encoding: str) -> None:
    """A file cut off at any byte, in any encoding, never raises; nor does one that begins anywhere."""
    check(VALID.encode(encoding)[:at])
    check(VALID.encode(encoding)[at:])


def test_the_file_that_is_mutated_is_valid() -> None:
    """Otherwise the test above would prove little."""
    assert read_bytes(VALID.encode(), "x")[1] == []
