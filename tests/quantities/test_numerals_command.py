"""``make numerals`` and the command behind it, as real processes."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.night import some
from tests.places import ROOT

MAKE = ["make", "--silent", "numerals"]


def run(command: list[str], **environment: str) -> subprocess.CompletedProcess[bytes]:
    """A command of the project, with some variables set."""
    return subprocess.run(command, cwd=ROOT, env=os.environ | environment, capture_output=True)


def readings(output: bytes) -> list[dict[str, object]]:
    """The objects that were printed, one a line."""
    return [json.loads(line) for line in output.decode("utf-8").splitlines()]


def test_what_is_read_is_printed_one_object_a_line() -> None:
    done = run([*MAKE, "TEXT=近3000万元，每家30—50%；3:1，万分之三；1—6月未完成15个，5G，-3.19‰，第3批"])
    assert done.returncode == 0 and "近3000万元".encode() in done.stdout
    assert readings(done.stdout) == [
        {"text": "近3000万元", "start": 0, "kind": "count", "value": 30000000, "unit": "元", "qualifier": "nearly"},
        {"text": "30—50%", "start": 10, "kind": "range", "low": 30, "high": 50, "unit": "%", "qualifier": "exact"},
        {"text": "3:1", "start": 17, "kind": "ratio", "value": "3:1", "unit": "", "qualifier": "exact"},
        {"text": "万分之三", "start": 21, "kind": "fraction", "value": "3/10000", "unit": "", "qualifier": "exact"},
        {
            **{"text": "1—6月", "start": 26, "kind": "date", "value": "01..06", "low": "01", "high": "06"},
            **{"unit": "", "qualifier": "exact"},
        },
        {
            **{"text": "15个", "start": 33, "kind": "count", "value": 15, "unit": "个", "qualifier": "exact"},
            "negated": "未",
        },
        {"text": "5G", "start": 37, "kind": "name", "value": "5G", "unit": "", "qualifier": "exact"},
        {"text": "-3.19‰", "start": 40, "kind": "permille", "value": -3.19, "unit": "‰", "qualifier": "exact"},
        {"text": "第3批", "start": 47, "kind": "ordinal", "value": "3", "unit": "批", "qualifier": "exact"},
    ]


HOSTILE = ["'", '"', "`id`", "$(id)", "$HOME", "%", "\\", "; echo 1家", "#", "--help", "$$", "&|"]


@pytest.mark.parametrize("hostile", ["".join(HOSTILE), *some(HOSTILE, len(HOSTILE))])
def test_no_character_of_the_text_acts(hostile: str) -> None:
    done = run([*MAKE, f"TEXT={hostile}共12家{hostile}"])
    assert done.returncode == 0
    places = [reading["start"] for reading in readings(done.stdout) if reading["text"] == "12家"]
    assert places == [len(hostile) + 1]


@pytest.mark.parametrize("environment", [{"LC_ALL": "C", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "gbk"}])
def test_the_output_is_in_utf_8_on_every_console(environment: dict[str, str]) -> None:
    done = run([sys.executable, "-m", "macros", "numerals", "--", "共12家"], **environment)
    assert [reading["unit"] for reading in readings(done.stdout)] == ["家"]


@pytest.mark.parametrize("text", ["", "  "])
def test_no_text_is_told(text: str) -> None:
    done = run([sys.executable, "-m", "macros", "numerals", "--", text])
    assert done.returncode == 2 and done.stdout == b""
    assert "没有写明要读的文字".encode() in done.stderr and b"There is no text to read" in done.stderr
