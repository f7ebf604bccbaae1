"""Files that are named after what they hold, so that each can be kept for ever: assets, and the search index.

A name carries 80 bits of a checksum of all files that share it, so that nobody can make other content for a name.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from macros.system.checksums import sums_text

DIGEST_DIGITS = 20
COPIES = {".gz": "gzip", ".br": "br"}
"""Endings of compressed copies, and what servers call their form."""

SINGLE_ASSET = re.compile(
    rf"assets/(?P<stem>[\w-]+)\.(?P<digest>[0-9a-f]{{{DIGEST_DIGITS}}})(?P<ending>\.\w+)", re.ASCII
)
TOGETHER = re.compile(
    rf"(?P<group>(?:assets/[\w-]+\.|search/[a-z]+/)(?P<digest>[0-9a-f]{{{DIGEST_DIGITS}}})/)(?P<own>[\w.-]*)", re.ASCII
)


@dataclass(frozen=True, order=True)
class ContentNamed:
    """A file by its name: what shares its digest, its own name there, and the ending of a compressed copy."""

    group: str
    digest: str
    own: str
    copy: str
    name: str


def content_named(name: str) -> ContentNamed | None:
    """A file that is named after what it holds, or a whole folder of such files; None for any other name."""
    copy = next((ending for ending in COPIES if name.endswith(ending)), "")
    bare = name.removesuffix(copy)
    if found := SINGLE_ASSET.fullmatch(bare):
        return ContentNamed(bare, found["digest"], found["stem"] + found["ending"], copy, name)
    if found := TOGETHER.fullmatch(bare):
        return ContentNamed(found["group"], found["digest"], found["own"], copy, name)
    return None


def named_after(files: Mapping[str, bytes]) -> str:
    """What the name carries of some files: it changes with any of their own names and contents."""
    return combined({name: hashlib.sha256(content).hexdigest() for name, content in files.items()})


def combined(sums: Mapping[str, str]) -> str:
    """The same from the checksums of the files."""
    return hashlib.sha256(sums_text(sums).encode()).hexdigest()[:DIGEST_DIGITS]
