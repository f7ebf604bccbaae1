"""Compressed copies: of what is worth it, the same as the file, and the same every time."""

from __future__ import annotations

import gzip
from pathlib import Path

import brotli
import pytest

from macros.publishing.compressing import add_copies, copies

TEXT = "一件事。".encode() * 400


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("index.html", TEXT, ["index.html", "index.html.br", "index.html.gz"]),
        ("small.html", TEXT[:1023], ["small.html"]),
        ("book.xlsx", TEXT, ["book.xlsx"]),
        ("index.html.gz", TEXT, ["index.html.gz"]),
    ],
)
def test_which_files_have_copies(tmp_path: Path, name: str, content: bytes, expected: list[str]) -> None:
    (tmp_path / name).write_bytes(content)
    assert add_copies(tmp_path) == (len(expected) > 1)
    assert sorted(path.name for path in tmp_path.iterdir()) == expected


def test_a_copy_is_the_file_and_always_the_same() -> None:
    made = copies(TEXT)
    assert gzip.decompress(made[".gz"]) == brotli.decompress(made[".br"]) == TEXT
    assert copies(TEXT) == made
    flags, time = made[".gz"][3], made[".gz"][4:8]
    assert (flags, time) == (0, b"\0\0\0\0"), "neither a name nor a time"


def test_the_command_adds_them_when_asked(rebuilt: Path, site: Path) -> None:
    page = (rebuilt / "en/index.html").read_bytes()
    assert gzip.decompress((rebuilt / "en/index.html.gz").read_bytes()) == page
    assert brotli.decompress((rebuilt / "en/index.html.br").read_bytes()) == page
    assert not list(site.rglob("*.br")), "they are made only when asked for"
