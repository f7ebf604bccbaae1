"""The short way through a file takes only what the long way takes without a word, and reads the same in it."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from macros.yaml_files.quick import quick
from macros.yaml_files.reader import closely, read_bytes
from tests.mutate.raw import BYTE_CHANGES
from tests.places import DATA
from tests.reading.test_accepted import ACCEPTED
from tests.reading.test_refused import ROWS

FILES = sorted(DATA.rglob("*.yml"))
SIGNS = (
    *(
        "：",
        "，",
        " #",
        "# ",
        "“",
        "（",
        '"',
        "'",
        ": ",
        ":",
        "- ",
        "-",
        "  ",
        "\n",
        "\n  ",
        "{",
        "}",
        "[",
        "]",
        ",",
        "|",
    ),
    *(
        ">",
        "&a ",
        "*a",
        "!t ",
        "? ",
        "%",
        "　",
        "＃",
        "~",
        "<<: ",
        "@",
        "`",
        "\n- ",
        "\n\n",
        "\n...\n",
        "\n---\n",
        "e\u0301",
    ),
)
TRIES = 40


def agree(data: bytes) -> bool:
    """Whether the short way took it; if so, the long way must agree to the letter."""
    found = quick(data)
    if found is None:
        return False
    reading, problems = closely(data, "x.yml")
    assert problems == [] and reading is not None, data
    assert (reading.text, reading.value) == found and list(reading.value) == list(found[1]), data
    return True


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_real_files_go_the_short_way(file: Path) -> None:
    assert agree(file.read_bytes())


@pytest.mark.parametrize(
    ("data", "kept"),
    [*((file.read_bytes(), False) for file in FILES), (b"a: 'it''s'\n", True), (b"a: |\n  x\n", True)],
)
def test_values_that_are_not_kept_are_read_again(data: bytes, kept: bool) -> None:
    """Kept are those of a file in which rules look for more than stands in it word for word."""
    reading, _ = read_bytes(data, "x.yml")
    assert reading is not None and quick(data)
    lean = reading.lean()
    assert (lean.values is not None) == kept
    assert lean.value == reading.value and lean.said == reading.said


def raw(data: str | bytes) -> bytes:
    return data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass")


@pytest.mark.parametrize("data", [pytest.param(row[1], id=row[0]) for row in ACCEPTED])
def test_accepted(data: str | bytes) -> None:
    agree(raw(data))


@pytest.mark.parametrize("data", [pytest.param(row.values[0], id=row.id) for row in ROWS])
def test_refused(data: str | bytes) -> None:
    assert not agree(raw(data))


@pytest.mark.parametrize("seed", range(TRIES))
def test_spoiled(seed: int) -> None:
    """The beginnings of real files with a sign put in, or bytes changed."""
    chance = Random(seed)
    for _ in range(20):
        lines = chance.choice(FILES).read_text("utf-8").split("\n")
        start = chance.randrange(len(lines))
        text = "\n".join(lines[start : start + 25])
        at = chance.randrange(len(text) + 1)
        agree((text[:at] + chance.choice(SIGNS) + text[at + chance.randint(0, 2) :]).encode())
        agree(chance.choice(BYTE_CHANGES)(chance, text.encode() or b"a: 1\n"))


def test_some_spoiled_files_go_the_short_way() -> None:
    """Else the test above would compare nothing."""
    text = (DATA / "activities/science-week.yml").read_text("utf-8")
    assert sum(agree(text[:at].encode() + b"\n" + text[at:].encode()) for at in range(0, len(text), 25)) > 5
