"""Translations whose Chinese has changed since they were written, as the history of the data tells.

A translation was written in the commit in which its file first held it. If the Chinese beside it was another then, it
may be out of date. Without git, only the marker of proposals tells: whoever changes a text puts it there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from macros.register.git_history import git
from macros.translating.texts import Translatable
from macros.yaml_files.reader import read_bytes
from macros.yaml_files.values import Value

CHANGE = re.compile(rb":[0-7]{6} (?:100644|100755) [0-9a-f]+ ([0-9a-f]+) [AM]\0([^\0]+)\0")
"""A file of a commit as ``git log --raw -z`` tells it: the id of what it held, and its path."""


def stale_texts(data: Path, texts: Sequence[Translatable], code: str) -> Mapping[str, str]:
    """The names of the texts whose Chinese was another when they were translated, and what it was."""
    translated: dict[str, list[Translatable]] = defaultdict(list)
    for one in texts:
        if one.typed and one.field[0] != "translations":
            translated[one.name.partition(" ")[0]].append(one)
    versions = versions_of(data)
    found: dict[str, str] = {}
    for path, those in translated.items():
        found |= changed_since(those, versions.get(path, ()), data, code)
    return found


def versions_of(data: Path) -> Mapping[str, list[str]]:
    """What each file of the data folder held in earlier commits, the newest first, by its path; nothing without git."""
    listed = git(
        data, "log", "--raw", "-z", "--no-renames", "--no-abbrev", "--first-parent", "-m", "--format=", "--", "."
    )
    prefix = (git(data, "rev-parse", "--show-prefix") or b"").rstrip(b"\n")
    found: dict[str, list[str]] = defaultdict(list)
    for blob, path in CHANGE.findall(listed or b""):
        found[path.removeprefix(prefix).decode("utf-8", "replace")].append(blob.decode("ascii"))
    return found


def changed_since(texts: Sequence[Translatable], versions: Sequence[str], data: Path, code: str) -> dict[str, str]:
    """Of the texts of one file, those whose translation once stood beside another Chinese text, and not beside this."""
    begun: dict[str, frozenset[str]] = {}
    left = list(texts)
    for version in versions:
        pairs = pairs_at(git(data, "cat-file", "blob", version) or b"", code)
        left = [one for one in left if one.typed in pairs]
        begun |= {one.name: pairs[one.typed] for one in left}
        if not left:
            break
    return {one.name: min(begun[one.name]) for one in texts if one.zh not in begun.get(one.name, {one.zh})}


def pairs_at(content: bytes, code: str) -> Mapping[str, frozenset[str]]:
    """The Chinese texts beside each translation in a file."""
    reading, _ = read_bytes(content, "")
    found: dict[str, set[str]] = defaultdict(set)
    for zh, said in translated_pairs(reading.value if reading else None, code):
        found[said].add(zh)
    return {said: frozenset(texts) for said, texts in found.items()}


def translated_pairs(value: Value, code: str) -> Iterator[tuple[str, str]]:
    """The pairs in a value; a statement without Chinese of its own says what it quotes."""
    if isinstance(value, dict):
        zh, said = value.get("zh") or value.get("quote"), value.get(code)
        if isinstance(zh, str) and isinstance(said, str):
            yield zh, said
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from translated_pairs(one, code)
