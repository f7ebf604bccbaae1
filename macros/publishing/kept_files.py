"""The files of a published site that were not built here: what earlier releases left for readers, and anything else."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping

from macros.publishing.difference_report import Difference
from macros.publishing.live_site import Live, decoded, for_each
from macros.system.checksums import BUILD_RECORD, KEPT_SUMS, SUMS, NotSums, read_sums
from macros.system.content_names import COPIES, ContentNamed, combined, content_named

LARGEST_LIST = 32 * 2**20
"""Bytes of the largest list of checksums that is read: some quarter of a million files."""
MOST_KEPT = 20_000
"""Files of earlier releases that are asked for; a list of more is no honest one."""
LARGEST_KEPT = 32 * 2**20
"""Bytes of the largest file of an earlier release."""


def listed_by(live: Live, name: str) -> dict[str, str] | None:
    """A list of checksums as the live site has it, none if there is no such file; None where it cannot be read."""
    found = live.file(name, LARGEST_LIST)
    try:
        return read_sums(found.content.decode("utf-8")) if found.there and not found.odd else {}
    except (NotSums, UnicodeDecodeError):
        return None


def extras(live: Live, built: Mapping[str, str], published: frozenset[str]) -> Iterator[Difference]:
    """Every file that is listed or there and was not ``built`` here, unless an earlier release left it.

    ``published`` is what the ledger knows to have been named after its content; of that, anything may be there still.
    """
    listed, kept = listed_by(live, SUMS) or {}, listed_by(live, KEPT_SUMS)
    if kept is None or kept.keys() & {*built, SUMS, KEPT_SUMS, BUILD_RECORD}:
        yield Difference(KEPT_SUMS, "different")
    kept = kept or {}
    groups: defaultdict[str, list[ContentNamed]] = defaultdict(list)
    for name in {*listed, *kept, *(live.names() or ())} - built.keys() - {SUMS, KEPT_SUMS, BUILD_RECORD}:
        found = content_named(name)
        if found and found.group in published:
            groups[found.group].append(found)
        else:
            yield Difference(name, "unknown" if found else "unexpected")
    if sum(map(len, groups.values())) > MOST_KEPT:
        yield Difference(KEPT_SUMS, "different")
        return
    yield from for_each([*groups.values()], lambda group: group_differences(live, sorted(group), kept))


def group_differences(live: Live, files: list[ContentNamed], kept: Mapping[str, str]) -> Iterator[Difference]:
    """What is wrong with files that share a digest: not there, not listed as they are, or not what the digest says.

    A compressed copy holds what the file holds that it stands beside.
    """
    digests: dict[str, str] = {}
    for file in files:
        answer = live.file(file.name, LARGEST_KEPT)
        content = answer.content
        if answer.odd or not answer.there:
            yield Difference(file.name, answer.odd or "missing")
            continue
        if kept.get(file.name) != hashlib.sha256(content).hexdigest():
            yield Difference(file.name, "unexpected")
        if file.copy:
            content = decoded(content, COPIES[file.copy], LARGEST_KEPT) or b""
            if digests.get(file.own) != hashlib.sha256(content).hexdigest():
                yield Difference(file.name, "unexpected")
        else:
            digests[file.own] = hashlib.sha256(content).hexdigest()
    if combined(digests) != files[0].digest:
        yield from (Difference(file.name, "unexpected") for file in files)
