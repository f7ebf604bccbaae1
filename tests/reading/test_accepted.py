"""Every input that must be accepted: the exact values, and where they stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.problems import Place
from macros.text.languages import Bilingual
from macros.yaml_files.reader import FieldPath, Reading, Value, read_bytes, read_file

Row = tuple[str, str | bytes, Value, FieldPath, str]

ACCEPTED: list[Row] = [  # id, input, value, a path, where the value at that path begins
    ("no", "a: no\n", {"a": "no"}, ("a",), "1:4"),
    ("on-off-yes", "a: [on, off, yes, true]", {"a": ["on", "off", "yes", "true"]}, ("a", 1), "1:9"),
    ("octal", "a: 010\n", {"a": "010"}, ("a",), "1:4"),
    ("sexagesimal", "a: 12:30\n", {"a": "12:30"}, ("a",), "1:4"),
    ("digits", "a: 110101199003074514\n", {"a": "110101199003074514"}, ("a",), "1:4"),
    ("float", "a: 1.50\nb: 1e3\nc: .inf\n", {"a": "1.50", "b": "1e3", "c": ".inf"}, ("c",), "3:4"),
    ("date", "a: 2024-13-40\n", {"a": "2024-13-40"}, ("a",), "1:4"),
    ("null-words", "a: null\nb: ~\n", {"a": "null", "b": "~"}, ("b",), "2:4"),
    ("key-words", "no: 1\n010: 2\n", {"no": "1", "010": "2"}, ("010",), "2:6"),
    ("empty", "a:\nb: 1\n", {"a": None, "b": "1"}, ("a",), "1:3"),
    ("empty-entry", "a:\n  -\n  - x\n", {"a": [None, "x"]}, ("a", 1), "3:5"),
    ("empty-quoted", "a: \"\"\nb: ''\n", {"a": "", "b": ""}, ("b",), "2:4"),
    ("empty-groups", "a: {}\nb: []\n", {"a": {}, "b": []}, ("b",), "2:4"),
    ("no-final-newline", "a: b", {"a": "b"}, ("a",), "1:4"),
    ("bom", "\ufeffa: b\n", {"a": "b"}, ("a",), "1:4"),
    ("crlf", "a: b\r\nc:\r\n  - d\r\n", {"a": "b", "c": ["d"]}, ("c", 0), "3:5"),
    ("bom-crlf", "\ufeffa: |\r\n  b\r\n  c\r\n", {"a": "b\nc\n"}, ("a",), "1:4"),
    ("document-start", "---\na: b\n...\n", {"a": "b"}, ("a",), "2:4"),
    ("comments", "# 甲：乙 # 丙\n  # ＃ “\na: b\n\n# －\n", {"a": "b"}, ("a",), "3:4"),
    ("comments-between", "a:\n  # 甲\n  - b\n# 乙\n  - [c,\n     # 丙\n     d]\n# 丁", {"a": ["b", ["c", "d"]]},
     ("a", 1, 1), "7:6"),
    ("list-unindented", "a:\n- b\n- c: d\n  e: f\n", {"a": ["b", {"c": "d", "e": "f"}]},
     ("a", 1, "e"), "4:6"),
    ("nested", "甲:\n  乙:\n    - 丙: 丁\n", {"甲": {"乙": [{"丙": "丁"}]}},
     ("甲", "乙", 0, "丙"), "3:10"),
    ("list-in-list", "a:\n  - - b\n    - c\n", {"a": [["b", "c"]]}, ("a", 0, 1), "3:7"),
    ("flow", "a: {zh: 甲, en: [x, 'y, z']}\n", {"a": {"zh": "甲", "en": ["x", "y, z"]}},
     ("a", "en", 1), "1:20"),
    ("flow-lines", "a: [\n  x,\n  y,\n]\n", {"a": ["x", "y"]}, ("a", 1), "3:3"),
    ("pair-in-list", "a: [b: c]\n", {"a": [{"b": "c"}]}, ("a", 0, "b"), "1:8"),
    ("json", '{"a": 1, "b":["x"]}', {"a": "1", "b": ["x"]}, ("b", 0), "1:15"),
    ("question-mark-key", "? a\n: b\n", {"a": "b"}, ("a",), "2:3"),
    ("quoted-key", '"a b": c\n', {"a b": "c"}, ("a b",), "1:8"),
    ("key-with-space", "a b: c\n", {"a b": "c"}, ("a b",), "1:6"),
    ("single-quoted", "a: 'It''s #1: \\n'\n", {"a": "It's #1: \\n"}, ("a",), "1:4"),
    ("double-quoted", 'a: "x\\ny \\u4e2d \\"z\\""\n', {"a": 'x\ny 中 "z"'}, ("a",), "1:4"),
    ("plane-2", "a: 𠀀b\nc: [𠀀, d]\n", {"a": "𠀀b", "c": ["𠀀", "d"]}, ("c", 1), "2:8"),
    ("literal", "a: |\n  甲：乙\n\n   － 丙\nb: c\n", {"a": "甲：乙\n\n － 丙\n", "b": "c"},
     ("b",), "5:4"),
    ("literal-strip", "a: |-\n  甲\n  乙\n\n", {"a": "甲\n乙"}, ("a",), "1:4"),
    ("literal-keep", "a: |+\n  甲\n\n", {"a": "甲\n\n"}, ("a",), "1:4"),
    ("folded", "a: >-\n  one\n  two\n", {"a": "one two"}, ("a",), "1:4"),
    ("folded-han", "a: >\n  甲乙，\n  丙丁。\nb: c\n", {"a": "甲乙，丙丁。\n", "b": "c"}, ("b",), "4:4"),
    ("folded-nested", "a:\n  - b: >-\n      甲\n      乙\n    c: d\n", {"a": [{"b": "甲乙", "c": "d"}]},
     ("a", 0, "c"), "5:8"),
    ("folded-at-end", "a: >\n  甲\n  乙", {"a": "甲乙"}, ("a",), "1:4"),
    ("folded-paragraphs", "a: >\n\n  甲\n  乙\n\n  one\n  two\n\n\n  丙\n", {"a": "\n甲乙\none two\n\n丙\n"},
     ("a",), "1:4"),
    ("folded-keep", "a: >+\n  甲\n  乙\n\n", {"a": "甲乙\n\n"}, ("a",), "1:4"),
    ("folded-deeper-lines", "a: >-\n  甲\n    乙\n  丙\n  丁\n", {"a": "甲\n  乙\n丙丁"}, ("a",), "1:4"),
    ("folded-same-words", "a: >-\n  甲\n  甲\n  甲 甲\n  甲\n", {"a": "甲甲甲 甲甲"}, ("a",), "1:4"),
    ("folded-spaces-at-ends", "a: >-\n  甲 \n  乙\n\n  one  \n  two \n", {"a": "甲乙\none two "}, ("a",), "1:4"),
    ("folded-full-width", "a: >-\n  １５\n  万（甲）\n  、乙\n  ％\n", {"a": "１５万（甲）、乙％"}, ("a",), "1:4"),
    ("folded-shared-signs", "a: >-\n  他说：\n  “甲”\n  “乙”——\n  “丙”…\n  丁\n", {"a": "他说：“甲”“乙”——“丙”…丁"},
     ("a",), "1:4"),
    ("folded-shared-signs-in-english", "a: >-\n  “One”\n  “two” —\n  “three”…\n  four\n",
     {"a": "“One” “two” — “three”… four"}, ("a",), "1:4"),
    ("folded-signs-alone", "a: >-\n  “\n  …\n", {"a": "“ …"}, ("a",), "1:4"),
    ("folded-korean", "a: >-\n  대한\n  민국\n", {"a": "대한 민국"}, ("a",), "1:4"),
    ("literal-paragraphs", "a: |\n  　　第一段。\n  　　zh：第二段\n",
     {"a": "　　第一段。\nzh：第二段\n".replace("\nzh", "\n　　zh")}, ("a",), "1:4"),
    ("literal-looks-broken", "a: |\n  b：c\n  ＃ d\n  - e\n  \"f\n  <<: *g\n  %h\n  =======\n",
     {"a": 'b：c\n＃ d\n- e\n"f\n<<: *g\n%h\n=======\n'}, ("a",), "1:4"),
    ("colon-in-prose", "a: 注：本表－“甲”为准\n", {"a": "注：本表－“甲”为准"}, ("a",), "1:4"),
    ("colon-in-entries", "a:\n  - 时间：九点\n  - PPP：公私合营\n",
     {"a": ["时间：九点", "PPP：公私合营"]}, ("a", 1), "3:5"),
    ("colon-in-value", "a: zh：甲\nb: zh:甲\n", {"a": "zh：甲", "b": "zh:甲"}, ("b",), "2:4"),
    ("hash-in-word", "a: 3＃楼\nb: C#\n", {"a": "3＃楼", "b": "C#"}, ("a",), "1:4"),
    ("dashes-in-prose", "a: 甲——乙－丙\nb:\n  - ——丁\n",
     {"a": "甲——乙－丙", "b": ["——丁"]}, ("b", 0), "3:5"),
    ("curly-quotes", "a: “甲”\nb: “甲”和“乙”\nc: ‘丙’\n",
     {"a": "“甲”", "b": "“甲”和“乙”", "c": "‘丙’"}, ("b",), "2:4"),
    ("brackets-in-prose", "a: （甲）《乙》［2024］5号\nb: 见[1]，{2}\n",
     {"a": "（甲）《乙》［2024］5号", "b": "见[1]，{2}"}, ("b",), "2:4"),
    ("full-width-space-inside", "a: 甲　乙\u00a0丙\n", {"a": "甲　乙\u00a0丙"}, ("a",), "1:4"),
    ("space-at-end-in-quotes", 'a: "甲\u3000"\n', {"a": "甲\u3000"}, ("a",), "1:4"),
    ("rare-characters", "a: 锛用木工锛。鐨与銆\n", {"a": "锛用木工锛。鐨与銆"}, ("a",), "1:4"),
    ("western-letters", "a: «CAFÉ» é”… Ã° naïve çà\n", {"a": "«CAFÉ» é”… Ã° naïve çà"}, ("a",), "1:4"),
    ("numbered-text", "a: 1. 甲\nb:\n  - 2、乙\n  - （3）丙\n",
     {"a": "1. 甲", "b": ["2、乙", "（3）丙"]}, ("b", 1), "4:5"),
    ("minus-in-text", "a: －5℃\nb:\n  - −5\n", {"a": "－5℃", "b": ["−5"]}, ("b", 0), "3:5"),
    ("whole-line-in-quotes", 'a:\n  "b: 2"\n', {"a": "b: 2"}, ("a",), "2:3"),
    ("comma-in-quotes", 'a: ["甲，乙"]\n', {"a": ["甲，乙"]}, ("a", 0), "1:5"),
    ("addresses", "a:\n  - https://x.cn/a?b=c#d\n  - mailto:a@b.cn\n  - tel:010-1\n",
     {"a": ["https://x.cn/a?b=c#d", "mailto:a@b.cn", "tel:010-1"]}, ("a", 2), "4:5"),
    ("negative", "a:\n  - -5\n  - --x\n", {"a": ["-5", "--x"]}, ("a", 0), "2:5"),
    ("markup", "a: '<b>x</b> {{ y }} {% z %} --8<-- &amp; *i*'\n",
     {"a": "<b>x</b> {{ y }} {% z %} --8<-- &amp; *i*"}, ("a",), "1:4"),
    ("markup-plain", "a: <script>x</script> [b](javascript:c)\n",
     {"a": "<script>x</script> [b](javascript:c)"}, ("a",), "1:4"),
    ("full-width-digits", "a: １２３\n", {"a": "１２３"}, ("a",), "1:4"),
    ("emoji", "a: 😀\n", {"a": "😀"}, ("a",), "1:4"),
    ("20-levels", "a: " + "[" * 19 + "]" * 19, {"a": [[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]},
     ("a", *[0] * 18), "1:22"),
    ("same-key-elsewhere", "a: {x: 1}\nb: {x: 2}\nA: 3\n",
     {"a": {"x": "1"}, "b": {"x": "2"}, "A": "3"}, ("b", "x"), "2:8"),
    ("hash-in-quotes", "a: \"甲 #1\"\nb: ' #2'\n\"c #\": d\n", {"a": "甲 #1", "b": " #2", "c #": "d"}, ("c #",), "3:8"),
    ("hash-in-text", "a: |\n  甲 #1\n  # 乙\nb: >-\n  two #3\nc: x#y",
     {"a": "甲 #1\n# 乙\n", "b": "two #3", "c": "x#y"}, ("c",), "6:4"),
    ("hash-in-brackets", "a: [b#c, {d: e#1}]\n", {"a": ["b#c", {"d": "e#1"}]}, ("a", 1, "d"), "1:14"),
    ("numbers-in-brackets", 'a: [1, 2,3, "15,000", 2024,2025]\n', {"a": ["1", "2", "3", "15,000", "2024", "2025"]},
     ("a", 3), "1:13"),
    ("comma-in-number", "a: 15,000\nb: 1,2\n", {"a": "15,000", "b": "1,2"}, ("b",), "2:4"),
    ("underscore-in-quotes", 'a: "x_y \\\\_z"\n', {"a": "x_y \\_z"}, ("a",), "1:4"),
    ("arrows", "a: 1\n# <<<<<<< in a comment\nb: '======='\n", {"a": "1", "b": "======="},
     ("b",), "3:4"),
]  # fmt: skip


def reading_of(data: str | bytes) -> Reading:
    """The reading of an input that has no problems."""
    reading, problems = read_bytes(data if isinstance(data, bytes) else data.encode(), "d.yml")
    assert problems == []
    assert reading is not None
    return reading


ROWS = [pytest.param(*row, id=name) for name, *row in ACCEPTED]


@pytest.mark.parametrize(("data", "value", "path", "at"), ROWS)
def test_accepted(data: str | bytes, value: Value, path: FieldPath, at: str) -> None:
    """The value is exactly the text that was typed, and its place is where it begins."""
    reading = reading_of(data)
    assert reading.value == value
    assert str(reading.places[path]) == f"d.yml:{at}"


def test_places_and_keys() -> None:
    """Every value has a place, every field name too; the whole begins at its first field."""
    reading = reading_of("# 甲\nfigures:\n  - label:\n      zh: 份\n")
    label = ("figures", 0, "label")
    assert {path: str(place) for path, place in reading.places.items()} == {
        (): "d.yml:2:1",
        ("figures",): "d.yml:3:3",
        ("figures", 0): "d.yml:3:5",
        label: "d.yml:4:7",
        (*label, "zh"): "d.yml:4:11",
    }
    assert {path: str(place) for path, place in reading.keys.items()} == {
        ("figures",): "d.yml:2:1",
        label: "d.yml:3:5",
        (*label, "zh"): "d.yml:4:7",
    }
    assert reading.lines == ("# 甲", "figures:", "  - label:", "      zh: 份", "")


def test_place_of_the_nearest() -> None:
    """A path that does not exist stands where the nearest enclosing value stands."""
    reading = reading_of("a:\n  b: 1\n")
    assert reading.place(("a", "b")) == Place("d.yml", 2, 6)
    assert reading.place(("a", "b", 3, "c")) == Place("d.yml", 2, 6)
    assert reading.place(("a", "x")) == Place("d.yml", 2, 3)
    assert reading.place(("x",)) == Place("d.yml", 1, 1)


def test_problem() -> None:
    """A later check's problem carries place, field and line."""
    reading = reading_of("figures:\n  - a\n  - a\n  - label: {zh: 份}\n")
    wrong, fix = Bilingual("错", "Wrong"), Bilingual("改", "Fix")
    path: FieldPath = ("figures", 2, "label", "zh")
    problem = reading.problem(path, wrong, fix, record="x")
    assert (problem.place, problem.record) == (Place("d.yml", 4, 17), "x")
    assert problem.field == "figures[2].label.zh"
    assert problem.excerpt == "  - label: {zh: 份}"
    assert reading.problem(path, wrong, fix, at_key=True).place == Place("d.yml", 4, 13)
    assert reading.problem(path, wrong, fix, place=Place("d.yml", 1, 2)).excerpt == "figures:"
    assert reading.problem((), wrong, fix, place=Place("other.yml", 1, 2)).excerpt == ""
    assert reading.problem(("figures", 0), wrong, fix, at_key=True).place.line == 2


def test_reading_with_problems() -> None:
    """What could be read is still handed on, refused characters as boxes, first fields kept."""
    reading, problems = read_bytes("a: x\u200by\nb: &c d\na: z\n".encode(), "d.yml")
    assert reading is not None
    assert reading.value == {"a": "x□y", "b": "d"}
    assert [problem.place.line for problem in problems] == [1, 2, 3]
    assert reading.keys[("a",)].line == 1


def test_read(tmp_path: Path) -> None:
    """A regular file is read and shown under the name it is given."""
    file = tmp_path / "a.yml"
    file.write_bytes("a: 甲\n".encode())
    reading, problems = read_file(file, "data/a.yml")
    assert problems == []
    assert reading is not None
    assert (reading.path, reading.value) == ("data/a.yml", {"a": "甲"})
