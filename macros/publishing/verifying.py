"""Compares a published site with one built anew from this checkout, file by file."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Literal

from macros.problems import Said
from macros.publishing.live import Live, Web
from macros.publishing.sums import FOR_HOSTS, KEPT, RECORD, SUMS, NotSums, read

AT_ONCE = 8
"""Files asked for at the same time."""

State = Literal["missing", "different", "unexpected"]
SAID: dict[State, Said] = {
    "missing": Said("缺少", "missing"),
    "different": Said("不同", "different"),
    "unexpected": Said("多余", "not expected"),
}


@dataclass(frozen=True, order=True)
class Difference:
    """One file that is not as it should be."""

    name: str
    state: State

    def __str__(self) -> str:
        return f"{SAID[self.state].zh} {SAID[self.state].en}: {self.name}"


def record_of(live: Live) -> dict[str, Any]:
    """What the live site says it was built from; nothing where it says nothing that can be read."""
    text = live.text(RECORD)
    try:
        found = json.loads(text) if text else None
    except ValueError:
        found = None
    return found if isinstance(found, dict) else {}


def has_copies(live: Live) -> bool:
    """Whether the live site was built with compressed copies, so that ours is built with them too."""
    return any(name.endswith(".br") for name in listed_by(live, SUMS) or {})


def listed_by(live: Live, name: str) -> dict[str, str] | None:
    """A list of checksums as the live site has it; None where it has none that can be read."""
    text = live.text(name)
    try:
        return None if text is None else read(text)
    except NotSums:
        return None


def differences(live: Live, ours: Mapping[str, str]) -> Iterator[Difference]:
    """Every file that differs from what was built here, ``ours``, or that only one of the two has.

    The record of the build and the list of checksums say from which commit they are; both are compared by what they
    say. What earlier releases left for readers with open pages may be there if it is listed.
    """
    theirs = listed_by(live, SUMS) or {}
    kept = listed_by(live, KEPT) or {}
    there = live.names()
    names = (ours.keys() | theirs.keys() | set(there or ())) - {SUMS, KEPT, RECORD}
    with ThreadPoolExecutor(AT_ONCE) as pool:
        found = dict(zip(sorted(names), pool.map(live.digest, sorted(names)), strict=True))
    for name, digest in found.items():
        expected = ours.get(name)
        if digest is None:
            if expected is not None and not (name in FOR_HOSTS and isinstance(live, Web)):
                yield Difference(name, "missing")
            elif expected is None and name in (there or ()):  # A link that leads out of the folder.
                yield Difference(name, "unexpected")
        elif expected is None:
            if name not in kept or kept[name] != digest:
                yield Difference(name, "unexpected")
        elif digest != expected:
            yield Difference(name, "different")
    if theirs != list_expected(ours, theirs):
        yield Difference(SUMS, "different")


def list_expected(ours: Mapping[str, str], theirs: Mapping[str, str]) -> dict[str, str]:
    """The list that the live site should have: ours, with its own record of the build."""
    record = {RECORD: theirs[RECORD]} if RECORD in theirs else {}
    return {**ours, **record}


def notes(theirs: Mapping[str, Any], ours: Mapping[str, Any]) -> Iterator[str]:
    """How the two records of the build differ: no fault by itself, but the reason for differences."""
    for name in sorted(theirs.keys() | ours.keys()):
        if theirs.get(name) != ours.get(name):
            yield f"{name}: 网站 live {shown(theirs.get(name))}; 此处 here {shown(ours.get(name))}"


def shown(value: Any) -> str:
    """A value of a record of a build, on one line and with nothing that a terminal would obey."""
    text = json.dumps(value, ensure_ascii=True)
    return text if len(text) <= 300 else text[:300] + "…"


Build = Callable[[str], tuple[dict[str, str], dict[str, Any]] | None]
"""Builds the site for an address; returns its checksums and its record."""


def verify(live: Live, build: Build, say: Callable[[str], None]) -> int:
    """Compares and tells; 0 where all is the same, 1 where anything differs, 2 where it cannot be told."""
    if listed_by(live, SUMS) is None:
        say(
            f"那里没有可读的 {SUMS}，无法核对；可能不是本项目生成的网站，或者地址不对。\n"
            f"There is no {SUMS} there that can be read; it may be another site, or the address may be wrong."
        )
        return 2
    theirs = record_of(live)
    stated = str(theirs.get("address") or "")
    if isinstance(live, Web) and stated.rstrip("/") != live.address.rstrip("/"):
        say(f"网站写明的地址 stated address: {shown(stated)}")
    made = build(stated)
    if made is None:
        return 2
    ours, record = made
    for note in notes(theirs, record):
        say(note)
    found = sorted(differences(live, ours))
    for one in found:
        say(str(one))
    files = len(ours)
    if found:
        count = f"{len(found)} difference{'' if len(found) == 1 else 's'}"
        say(f"{len(found)} 处不符（共 {files} 个文件）。 {count} in {files} files.")
        return 1
    say(f"{files} 个文件全部一致。 All {files} files are the same.")
    return 0
