"""How one file that is no page differs between two sites: a table by its rows, other text by its lines or values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from macros.staff.aligned import differing
from macros.staff.built_site import PublishedSite
from macros.staff.site_statements import json_lines

FileState = Literal["added", "gone", "changed"]
JSON_ENDINGS = (".json", ".jsonld", ".webmanifest")
SEARCH_INDEX = "search/"
"""The folder of the search index, which is compared by its bytes: what it holds is made from the texts of the pages."""


@dataclass(frozen=True)
class LineChange:
    """A value or line that is gone, is new, or became another; ``where`` is its row and column."""

    where: str
    old: str | None
    new: str | None


@dataclass(frozen=True)
class FileChange:
    """A file that differs; ``lines`` is empty for a file that is no text, or where only the order differs."""

    name: str
    state: FileState
    lines: tuple[LineChange, ...] = ()


def file_change(name: str, old: PublishedSite, new: PublishedSite) -> FileChange:
    """How a file that is not the same in both sites differs."""
    state: FileState = "added" if name not in old.files else "gone" if name not in new.files else "changed"
    if name.startswith(SEARCH_INDEX):
        return FileChange(name, state)
    if name.endswith(".csv"):
        return FileChange(name, state, tuple(row_changes(name, old, new)))
    if state == "gone":
        return FileChange(name, state)
    changes = line_changes(lines_of(name, old), lines_of(name, new))
    return FileChange(name, state, tuple(not_moved(changes) if is_table(name, old, new) else changes))


def is_table(name: str, old: PublishedSite, new: PublishedSite) -> bool:
    """Whether a JSON file has the rows of a table, which its CSV file tells by their keys."""
    table = name.removesuffix(".json") + ".csv"
    return table != name and table in old.files and table in new.files


def not_moved(changes: Iterable[LineChange]) -> Iterator[LineChange]:
    """The changes without values that only stand elsewhere."""
    listed = list(changes)
    both = Counter(one.old for one in listed) & Counter(one.new for one in listed)
    left = both.copy(), both.copy()
    for one in listed:
        sides = [(counts, text) for counts, text in zip(left, (one.old, one.new), strict=True) if text is not None]
        moved = [counts[text] > 0 for counts, text in sides]
        for counts, text in sides:
            counts[text] -= 1
        if not all(moved):
            yield one


def row_changes(name: str, old: PublishedSite, new: PublishedSite) -> Iterator[LineChange]:
    """Every cell of a table that differs, by the key of its row and its column; a row that is new or gone, whole."""
    was, now = old.rows(name), new.rows(name)
    for key in [*now, *(key for key in was if key not in now)]:
        before, after = was.get(key), now.get(key)
        if before is None or after is None:
            yield LineChange(key, whole_row(before), whole_row(after))
        else:
            for column in dict.fromkeys([*after, *before]):
                if before.get(column, "") != after.get(column, ""):
                    yield LineChange(f"{key} · {column}", before.get(column), after.get(column))


def whole_row(row: object) -> str | None:
    """The cells of a row that hold anything."""
    return "; ".join(f"{column}: {cell}" for column, cell in row.items() if cell) if isinstance(row, dict) else None


def lines_of(name: str, site: PublishedSite) -> list[str]:
    """The values of a JSON file, the lines of another text; nothing for a file that is no text."""
    content = site.content(name)
    if name.endswith(JSON_ENDINGS):
        try:
            return json_lines(content) if content else []
        except ValueError:
            return []
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return []
    return [] if "\0" in text else text.splitlines()


def line_changes(old: list[str], new: list[str]) -> Iterator[LineChange]:
    """The lines that differ: together where as many stand in place of others, else each by itself."""
    for first, last, begin, end in differing(old, new):
        before, after = old[first:last], new[begin:end]
        if len(before) == len(after):
            yield from (LineChange("", was, now) for was, now in zip(before, after, strict=True))
        else:
            yield from (LineChange("", was, None) for was in before)
            yield from (LineChange("", None, now) for now in after)
