"""libyaml and PyYAML's own parser: what is composed from the events of the one is what the other gives, or is left."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
import yaml

from macros.yaml_files.characters import readable
from macros.yaml_files.composing import LIBYAML, Composition, compose
from macros.yaml_files.reader import read_all, read_bytes
from macros.yaml_files.source import MOST_LISTED, Source
from tests.mutate.raw import BYTE_CHANGES
from tests.places import DATA, ROOT
from tests.reading.test_accepted import ACCEPTED
from tests.reading.test_refused import ROWS

FILES = sorted(DATA.rglob("*.yml"))
TEXTS = [raw if isinstance(raw, bytes) else raw.encode("utf-8", "surrogatepass") for _, raw, *_ in ACCEPTED]
SIGNS = (
    *("：", "，", " #", "# ", "“", "（", '"', "'", ": ", ":", "- ", "-", "  ", "\n", "\n  ", "{", "}", "[", "]", ","),
    *("|", ">", "&a ", "*a", "!t ", "? ", "?", "%", "\u3000", "＃", "~", "<<: ", "@", "`", "\n- ", "\n\n", "\n...\n"),
    *("\n---\n", "e\u0301", "\\", "\\u4e2d", "\n? ", "\n: ", "#", "15,000", "𠀀"),
)


def agree(data: bytes) -> bool:
    """Whether libyaml's events raise no doubt; if so, those of PyYAML's own parser must give the same to the letter."""
    text = readable(data.decode("utf-8", "replace").replace("\r\n", "\n"))
    quick = compose(Source("x.yml", text), [])
    near = Composition(Source("x.yml", text), LIBYAML, [], most=0, keep=True)
    near.run()
    if not near.whole or near.problems:
        return False
    own = Composition(Source("x.yml", text), yaml.SafeLoader, [], most=MOST_LISTED, keep=True)
    own.run()
    assert own.whole and not own.problems, text
    assert repr(quick.value) == repr(near.value) == repr(own.value), text
    assert near.places() == own.places(), text
    return True


def test_real_files_are_read_by_libyaml() -> None:
    """Else reading would take twenty times as long."""
    assert [file.name for file in FILES if not agree(file.read_bytes())] == []


def test_what_is_accepted_is_read_by_libyaml() -> None:
    """All of the table but what the two parsers do not read alike."""
    assert [name for (name, *_), raw in zip(ACCEPTED, TEXTS, strict=True) if not agree(raw)] == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a: [b?]\n", id="question-mark-in-brackets"),
        pytest.param("a: {b: c?, d: e}\n", id="question-mark-in-braces"),
        pytest.param("a: [b: ]\n", id="empty-value-before-a-space"),
        pytest.param("a: {b, c: d}\n", id="name-alone"),
        pytest.param("? a", id="no-value-and-no-line-end"),
        pytest.param("? a-", id="no-value-and-no-line-end-behind-a-dash"),
        pytest.param("a: [-:]\n", id="dash-and-colon"),
        pytest.param('a: "\\ud800"\n', id="surrogate"),
    ],
)
def test_where_the_parsers_differ(text: str) -> None:
    """What libyaml accepts, refuses or places otherwise is left to PyYAML's own parser."""
    assert not agree(text.encode())


def test_what_is_refused() -> None:
    """libyaml takes nothing that PyYAML's own parser refuses."""
    for row in ROWS:
        raw = row.values[0]
        agree(raw if isinstance(raw, bytes) else str(raw).encode("utf-8", "replace"))


def test_spoiled_files() -> None:
    """The beginnings of real files and of small ones with signs put in, or bytes changed; some are still accepted."""
    chance = Random(1)
    taken = 0
    for _ in range(1500):
        if chance.random() < 0.4:
            lines = chance.choice(FILES).read_text("utf-8").split("\n")
            start = chance.randrange(len(lines))
            text = "\n".join(lines[start : start + 12])
        else:
            text = chance.choice(TEXTS).decode()[:400]
        for _ in range(chance.randint(1, 2)):
            at = chance.randrange(len(text) + 1)
            text = text[:at] + chance.choice(SIGNS) + text[at + chance.randint(0, 2) :]
        taken += agree(text.encode())
        agree(chance.choice(BYTE_CHANGES)(chance, text.encode() or b"a: 1\n"))
    assert taken > 100


WITHOUT = """
import json, sys
sys.modules["yaml._yaml"] = None
import yaml
assert not yaml.__with_libyaml__
from macros.yaml_files.reader import read_bytes
answers = []
for text in json.load(sys.stdin):
    reading, problems = read_bytes(text.encode("utf-8", "surrogatepass"), "x.yml")
    answers.append([repr(reading and (reading.value, reading.places, reading.keys)), repr(problems)])
json.dump(answers, sys.stdout)
"""


def test_without_libyaml() -> None:
    """Where PyYAML was built without libyaml, its own parser reads all, to the same effect."""
    given = [raw.decode() for raw in TEXTS]
    given += [raw for row in ROWS if isinstance(raw := row.values[0], str) and len(raw) < 2000]
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT],
        input=json.dumps(given),
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    for text, answer in zip(given, json.loads(done.stdout), strict=True):
        reading, problems = read_bytes(text.encode("utf-8", "surrogatepass"), "x.yml")
        assert answer == [repr(reading and (reading.value, reading.places, reading.keys)), repr(problems)], text


def test_many_files_are_read_like_one(tmp_path: Path) -> None:
    """Files read on all cores give what each of them gives by itself, right or wrong, in order."""
    files = []
    for number, raw in enumerate([*TEXTS, *(file.read_bytes() for file in FILES), b"a: 1\na: 2\n", b"\xff", b"a: [\n"]):
        file = tmp_path / f"{number}.yml"
        file.write_bytes(raw + b"\n# " + b"x" * 40_000)  # So that there are several parts.
        files.append((file, f"data/{number}.yml"))
    for (file, shown), (reading, problems) in zip(files, read_all(files), strict=True):
        alone, wrong = read_bytes(file.read_bytes(), shown)
        assert problems == wrong and reading == alone
        if reading and alone:
            assert (reading.value, reading.found, reading.said) == (alone.value, alone.found, alone.said)


@pytest.mark.parametrize(
    ("data", "kept"),
    [
        pytest.param(b"a: 1\n", False, id="plain"),
        pytest.param(b"a: 'it''s'\n", True, id="doubled-quote"),
        pytest.param(b"a: |\n  x\n", True, id="block"),
        pytest.param(b'a: "\\u4e2d"\n', True, id="escape"),
        pytest.param(b"a: x\n  y\n", True, id="joined-lines"),
    ],
)
def test_values_that_are_not_kept_are_read_again(data: bytes, kept: bool) -> None:
    """Kept are those of a file in which rules look for more than stands in it word for word."""
    reading, _ = read_bytes(data, "x.yml")
    assert reading is not None
    lean = reading.lean()
    assert (lean.values is not None) == kept
    assert lean.value == reading.value and lean.said == reading.said
    assert all(text in lean.said for text in reading.value.values() if isinstance(text, str))
