"""Edits of a copy of the data, for tables of cases."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

Edit = Callable[[Path], object]
"""Changes a data folder."""


def replaced(file: str, old: str, new: str) -> Edit:
    """Text of a file replaced, once."""

    def edit(data: Path) -> None:
        text = (data / file).read_text("utf-8")
        assert old in text
        (data / file).write_text(text.replace(old, new, 1), "utf-8")

    return edit


def removed(file: str) -> Edit:
    """A file deleted."""
    return lambda data: (data / file).unlink()


def moved(file: str, to: str) -> Edit:
    """A file renamed or moved."""

    def edit(data: Path) -> None:
        (data / to).parent.mkdir(exist_ok=True)
        (data / file).rename(data / to)

    return edit


def cut(file: str, start: str, end: str = "") -> Edit:
    """The text of a file from one place to another, or to its end, left out."""

    def edit(data: Path) -> None:
        text = (data / file).read_text("utf-8")
        first = text.index(start)
        (data / file).write_text(text[:first] + (text[text.index(end, first) :] if end else ""), "utf-8")

    return edit


def added(file: str, content: str = "x: 1\n") -> Edit:
    """A file added, and its folder."""

    def edit(data: Path) -> None:
        (data / file).parent.mkdir(exist_ok=True)
        (data / file).write_text(content, "utf-8")

    return edit


def copied(file: str, to: str) -> Edit:
    """A file copied."""
    return lambda data: (data / to).write_bytes((data / file).read_bytes())


def doubled(file: str) -> Edit:
    """The text of a file pasted below itself."""
    return lambda data: (data / file).write_bytes((data / file).read_bytes() * 2)


def together(*edits: Edit) -> Edit:
    """Several edits, one after the other."""

    def edit(data: Path) -> None:
        for one in edits:
            one(data)

    return edit
