"""Changes of a folder: of what its files hold, of what they are called, and of what stands in their place."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from random import Random

from tests.mutate.nasty import FILE_NAMES, VALUES
from tests.mutate.raw import BYTE_CHANGES
from tests.mutate.yaml_text import YAML_CHANGES


class Thing(Enum):
    """What may stand in a folder in place of a file."""

    NOTHING = "nothing"
    LINK = "link"
    FOLDER = "folder"
    PIPE = "pipe"


@dataclass
class Draft:
    """A folder with some files changed: ``originals`` as they are on disk, ``changed`` on top of them."""

    originals: Mapping[str, bytes]
    changed: dict[str, bytes | Thing] = field(default_factory=dict)

    def files(self) -> list[str]:
        """The paths of all regular files."""
        return sorted(one for one in {*self.originals, *self.changed} if isinstance(self.get(one), bytes))

    def get(self, path: str) -> bytes | Thing:
        """What stands at a path."""
        return self.changed.get(path, self.originals.get(path, Thing.NOTHING))

    def text(self, path: str) -> str:
        """A file as text; every byte that is no text comes back by ``put``."""
        content = self.get(path)
        return content.decode("utf-8", "surrogateescape") if isinstance(content, bytes) else ""

    def put(self, path: str, text: str) -> None:
        """Changes a file."""
        self.changed[path] = text.encode("utf-8", "surrogateescape")


def change_yaml(random: Random, draft: Draft) -> None:
    path = random.choice([file for file in draft.files() if file.endswith(".yml")])
    for _ in range(random.choice([1, 1, 1, 2, 4])):
        changed = random.choice(YAML_CHANGES)(random, draft.text(path))
        if changed is not None:
            draft.put(path, changed)


def change_bytes(random: Random, draft: Draft) -> None:
    path = random.choice(draft.files())
    for _ in range(random.choice([1, 1, 1, 2, 5])):
        content = draft.get(path)
        if isinstance(content, bytes) and content:
            draft.changed[path] = random.choice(BYTE_CHANGES)(random, content)


def change_verbatim(random: Random, draft: Draft) -> None:
    """Spoils a verbatim text, and mostly records its new checksum, so that the rules behind that one are reached."""
    texts = [file for file in draft.files() if file.endswith(".txt")]
    if not texts:
        return
    path = random.choice(texts)
    content = draft.get(path)
    if isinstance(content, bytes) and content:
        draft.changed[path] = random.choice(BYTE_CHANGES)(random, content)
    if random.random() < 0.7:
        record_checksums(draft)


def replace_everywhere(random: Random, draft: Draft) -> None:
    """Replaces a few characters in every file, so that quotes, sentences and verbatim text still agree."""
    path = random.choice(draft.files())
    text = draft.text(path)
    if not text:
        return
    at = random.randrange(len(text))
    old, new = text[at : at + random.randint(1, 4)], random.choice(VALUES).replace("\n", "")
    for file in draft.files():
        if old in draft.text(file):
            draft.put(file, draft.text(file).replace(old, new, random.choice([1, 3, -1]) if len(new) < 200 else 1))
    record_checksums(draft)


def record_checksums(draft: Draft) -> None:
    """Writes the checksum of each verbatim text into the document that names it."""
    for path in draft.files():
        folder, _, name = path.rpartition("/")
        named = re.search("^verbatim: (.+)$", draft.text(path), re.MULTILINE) if name.endswith(".yml") else None
        content = draft.get(f"{folder}/{named[1]}") if named else None
        if isinstance(content, bytes):
            checksum = f"sha256: {hashlib.sha256(content).hexdigest()}"
            draft.put(path, re.sub("^sha256: .*$", checksum, draft.text(path), flags=re.MULTILINE))


def rename_file(random: Random, draft: Draft) -> None:
    """Moves or copies a file to another name or folder."""
    path, other = random.choice(draft.files()), random.choice(draft.files())
    folder = random.choice([path.rpartition("/")[0], other.rpartition("/")[0], "errata", "drafts", ".hidden"])
    target = f"{folder}/{random.choice([other.rpartition('/')[2], *FILE_NAMES])}".lstrip("/")
    if any(file.startswith(f"{target}/") or target.startswith(f"{file}/") for file in draft.files()):
        return
    draft.changed[target] = draft.get(path)
    if random.random() < 0.7 and target != path:
        draft.changed[path] = Thing.NOTHING


def replace_file(random: Random, draft: Draft) -> None:
    """Puts something else where a file was."""
    draft.changed[random.choice(draft.files())] = random.choice([*Thing, b"", b"\n", b"a", b"[]", b"x: 1\n" * 1000])


CHANGES: tuple[Callable[[Random, Draft], None], ...] = (
    *(change_yaml,) * 9,
    *(change_bytes,) * 5,
    *(replace_everywhere, change_verbatim) * 2,
    *(rename_file, replace_file),
)


def spoil(random: Random, draft: Draft) -> None:
    """Changes one to three files of a folder."""
    for _ in range(random.choice([1, 1, 2, 3])):
        random.choice(CHANGES)(random, draft)
