"""Whether the public diff tells what an edit changes, judged by a comparison of files that knows nothing of it."""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jinja2 import FileSystemBytecodeCache

from macros.building.build import run_scope
from macros.building.scope import Scope
from macros.pages.site import begin, root_of
from macros.publishing.end_of_build import finish
from macros.publishing.hosts import prepare_for_hosts
from macros.register.load import load
from macros.staff.built_site import PublishedSite
from macros.staff.site_diff import SiteChanges, site_changes
from macros.system.clock import today
from tests.places import ROOT

CHECKSUM = re.compile(rb"(?<![0-9a-f])[0-9a-f]{20}(?![0-9a-f])")
WHITE = re.compile(rb"[ \t\r\n\f]+")


@dataclass(frozen=True)
class JudgedEdit:
    """What the diff tells of an edit, and the faults of it."""

    changes: SiteChanges
    faults: list[str]


class EditedBureau:
    """A data folder with its prose, the site of both, and a copy to edit."""

    def __init__(self, data: Path, folder: Path, docs: Path) -> None:
        self.data, self.folder, self.docs = data, folder, docs
        self.last: JudgedEdit | None = None
        folder.mkdir(exist_ok=True)
        self.templates = FileSystemBytecodeCache(str(folder))
        assert self.build(data, folder / "site")
        self.site = PublishedSite(folder / "site")
        self.bytes = public_bytes(folder / "site")
        self.texts = {name: shown_texts(content) for name, content in self.bytes.items() if name.endswith(".html")}

    def build(self, data: Path, site: Path) -> bool:
        """Builds a site by one run of MkDocs, which costs least; whether there is nothing to say against the data."""
        register, _ = load(data, today())
        if register is None:
            return False
        shutil.rmtree(site, ignore_errors=True)
        begun = begin(register, ROOT / "overrides", root_of(register))
        begun.renderer.environment.bytecode_cache = self.templates
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("DOCS", str(self.docs))
            try:
                run_scope(begun, Scope(), site)
                prepare_for_hosts(site, register, begun.renderer.root, begun.base, begun.policy)
                finish(site, data, register, "text", "both")
            except SystemExit:  # As where an address is lost.
                return False
        return True

    def judge(self, change: Callable[[Path], object]) -> JudgedEdit | None:
        """Edits the copy, builds it and compares; None where the edit does not pass the checks."""
        edited, site = self.folder / "edited", self.folder / "edited-site"
        self.last = None
        shutil.rmtree(edited, ignore_errors=True)
        shutil.copytree(self.data, edited)
        change(edited)
        if not self.build(edited, site):
            return None
        changes = site_changes(self.site, PublishedSite(site))
        self.last = JudgedEdit(changes, list(self.faults(site, changes)))
        return self.last

    def faults(self, site: Path, changes: SiteChanges) -> Iterator[str]:
        """What the diff says that is not so, and what it does not say that is so."""
        ours = public_bytes(site)
        different = {name for name in self.bytes.keys() | ours.keys() if self.bytes.get(name) != ours.get(name)}
        if not different and not changes.empty:
            yield "the files are the same, and the diff is not empty"
        if changes.empty and any(squeezed(self.bytes.get(name)) != squeezed(ours.get(name)) for name in different):
            yield f"the diff is empty, and files differ: {sorted(different)}"
        named = {file.name for file in changes.files}
        pages = {page for one in changes.seen for page in one.pages}
        pages |= {f"zh-hant/{page}" for one in changes.seen if one.change in changes.derived for page in one.pages}
        pages |= {*changes.pages_added, *changes.pages_gone}
        for name in sorted(different):
            if not name.endswith(".html"):
                if name not in named:
                    yield f"the diff does not name {name}"
            elif self.texts.get(name) != shown_texts(ours.get(name, b"")) and page_address(name) not in pages:
                yield f"the diff tells no text of {name}"
        for name in sorted(named - different):
            yield f"the diff names {name}, which is the same"


def public_bytes(site: Path) -> dict[str, bytes]:
    """Every file by its name without checksums, with its bytes; of the record of the build what is public alone."""
    found: dict[str, bytes] = {}
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if not path.is_file() or name == "SHA256SUMS":
            continue
        content = path.read_bytes()
        if name == "build.json":
            record = json.loads(content)
            content = repr([record.get("address"), record.get("index_links")]).encode()
        found[CHECKSUM.sub(b"*", name.encode()).decode()] = CHECKSUM.sub(b"*", content)
    return found


def page_address(name: str) -> str:
    """The address of the page in a file."""
    return re.sub("(^|/)index\\.html$", "\\1", name)


def squeezed(content: bytes | None) -> bytes | None:
    """Content without any white space."""
    return WHITE.sub(b"", content) if content is not None else None


def shown_texts(content: bytes) -> Counter[str]:
    """Every text of a page and every text that stands for something in it, in any order, without white space."""
    reader = TextReader()
    reader.feed(content.decode())
    return Counter("".join(text.split()) for text in reader.found if text.strip())


class TextReader(HTMLParser):
    """Collects texts with the reader of the standard library."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.within = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.within = tag if tag in ("script", "style") else ""
        self.found += [value for name, value in attrs if value and name in ("alt", "title", "aria-label", "href")]

    def handle_endtag(self, tag: str) -> None:
        self.within = ""

    def handle_data(self, data: str) -> None:
        if not self.within:
            self.found.append(data)
