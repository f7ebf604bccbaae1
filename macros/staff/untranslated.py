"""Where the Chinese changed and the English did not, as two built sites tell: a translation may be out of date."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from macros.staff.built_site import PublishedSite
from macros.staff.site_diff import SiteChanges
from macros.text.languages import CHINESE, ENGLISH

NOT_WORDS = ("href", "src", "id", "json-ld")
"""Kinds of statements that change with others, or are no words."""


@dataclass(frozen=True)
class Untranslated:
    """A text whose Chinese changed alone, by its file and place in it; or on a page of which only the Chinese changed,
    and how many more such pages."""

    where: str
    chinese: str


def untranslated(old: PublishedSite, new: PublishedSite, changes: SiteChanges) -> list[Untranslated]:
    """Every text that open data holds in both languages, and every other page."""
    found: dict[str, Untranslated] = {}
    if not any(name.startswith(ENGLISH.prefix) for name in new.files):
        return []  # The site has no English.
    for file in changes.files:
        if file.state == "changed" and file.name.endswith((".csv", ".json")) and file.name.startswith("data/"):
            for one in in_file(file.name, old, new):
                found.setdefault(one.chinese, one)
    return [*found.values(), *pages_left(changes, found)]


def in_file(name: str, old: PublishedSite, new: PublishedSite) -> Iterator[Untranslated]:
    """The texts of one file that stand at the same place in both sites."""
    read = rows_in_both if name.endswith(".csv") else values_in_both
    before, after = dict(read(name, old)), dict(read(name, new))
    for place, (chinese, english) in after.items():
        if place in before and before[place][0] != chinese and before[place][1] == english and english:
            yield Untranslated(f"{name}: {place}", chinese)


def rows_in_both(name: str, site: PublishedSite) -> Iterator[tuple[str, tuple[str, str]]]:
    """Pairs of cells of a table in Chinese and English: ``label_zh`` and ``label_en``."""
    for key, row in site.rows(name).items():
        for column in row:
            stem = column.removesuffix("_zh")
            if stem != column and f"{stem}_en" in row:
                yield f"{key} · {stem}", (row[column], row[f"{stem}_en"])


def values_in_both(name: str, site: PublishedSite) -> Iterator[tuple[str, tuple[str, str]]]:
    """Pairs of texts in a JSON file; parts that have an id are known by it, others by their number."""
    try:
        yield from pairs_below(json.loads(site.content(name)), "")
    except ValueError:
        return


def pairs_below(value: Any, path: str) -> Iterator[tuple[str, tuple[str, str]]]:
    """The pairs in a value, with the names that lead to it."""
    if isinstance(value, list):
        for number, one in enumerate(value):
            ident = one.get("id", number) if isinstance(one, dict) else number
            yield from pairs_below(one, f"{path}.{ident}")
    elif isinstance(value, dict):
        if isinstance(value.get("zh"), str) and isinstance(value.get("en"), str):
            yield path.lstrip("."), (value["zh"], value["en"])
        for name, one in value.items():
            yield from pairs_below(one, f"{path}.{name}")


def pages_left(changes: SiteChanges, told: Iterable[str]) -> Iterator[Untranslated]:
    """Pages that say something else in Chinese, and in English what they said; but for texts that are ``told``."""
    english = {
        page.removeprefix(ENGLISH.prefix)
        for one in changes.seen
        if one.change.language is ENGLISH and one.change.kind not in NOT_WORDS
        for page in one.pages
    }
    known = tuple(told)
    for one in changes.seen:
        change = one.change
        if change.language is not CHINESE or change.kind in NOT_WORDS or change.old is None or not change.new:
            continue
        if change.moved or any(text in change.new for text in known):
            continue
        if left := [page for page in one.pages if page not in english]:
            more = f" (+{len(left) - 1})" if len(left) > 1 else ""
            yield Untranslated(f"/{left[0]}{more}", change.new)
