"""A built site as the public diff sees it: its files by their public names, without what a build says of itself.

Nothing is ignored but

- the checksums in the names of assets and of the search index, wherever they are written: they only repeat that the
  content of those files differs, and those files are compared;
- ``SHA256SUMS``, which only repeats what all other files hold;
- in ``build.json`` the commit, its date, whether it was built clean, the digest of the data and of the locked packages,
  and the versions: they differ from build to build though nothing public does. The address is compared.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from macros.records.addresses import INDEX, SEARCH_PAGE
from macros.staff.site_statements import PageRead, read_page
from macros.system.checksums import BUILD_RECORD, SUMS, digest_of_file, site_files
from macros.system.content_names import content_named
from macros.text.languages import LANGUAGES, Language

BUILD_STAMP = ("commit", "committed", "clean", "data", "lock", "versions")
DIGEST = "*"
"""Stands for a checksum in a name."""
FIGURES_FILE = "data/figures.csv"

TextRow = Mapping[str, str]
"""The cells of a row by their columns."""


@dataclass(frozen=True)
class PublishedSite:
    """A folder that holds a site; None where there is no site to compare with."""

    folder: Path | None

    @cached_property
    def files(self) -> dict[str, Path]:
        """Every file that is compared, by its name without checksums."""
        found = site_files(self.folder) if self.folder else ()
        return {self.bare(name): path for name, path in found if name != SUMS}

    @cached_property
    def languages(self) -> tuple[Language, ...]:
        """The languages that the software does not know: those that have a search index of their own."""
        found = (re.fullmatch(rf"{SEARCH_PAGE}([a-z-]+)/index\.json", name) for name in self.files)
        codes = sorted({one[1] for one in found if one} - {one.code for one in LANGUAGES})
        return tuple(Language(code, f"{code}/", code, code, code) for code in codes)

    @cached_property
    def digests(self) -> re.Pattern[bytes] | None:
        """What matches the checksums that stand in the names of this site."""
        listed = site_files(self.folder) if self.folder else ()
        named = {one.digest for name, _ in listed if (one := content_named(name))}
        return re.compile("|".join(sorted(named)).encode()) if named else None

    def bare(self, name: str) -> str:
        """A name with a sign in place of its checksum."""
        named = content_named(name)
        return name.replace(named.digest, DIGEST) if named else name

    def content(self, name: str) -> bytes:
        """What a file holds, without what is ignored; nothing where there is no such file."""
        if name not in self.files:
            return b""
        content = self.files[name].read_bytes()
        if name == BUILD_RECORD:
            record = json.loads(content)
            content = json.dumps({key: value for key, value in record.items() if key not in BUILD_STAMP}).encode()
        return self.digests.sub(DIGEST.encode(), content) if self.digests else content

    def differs(self, name: str, other: PublishedSite) -> bool:
        """Whether a file is in one of two sites alone, or not the same in both."""
        if name not in self.files or name not in other.files:
            return True
        same = digest_of_file(self.files[name]) == digest_of_file(other.files[name])
        return not same and self.content(name) != other.content(name)

    def page(self, name: str) -> PageRead:
        """What the page that a file holds says; nothing where there is no such file."""
        return read_page(self.content(name), address_of(name)) if name in self.files else PageRead()

    def rows(self, name: str) -> dict[str, TextRow]:
        """The rows of a table by their key, the first column; a key that comes again is numbered."""
        found: dict[str, TextRow] = {}
        for row in csv.DictReader(io.StringIO(self.content(name).decode("utf-8-sig", "replace"), newline="")):
            values = {str(column): str(value) for column, value in row.items()}
            key = next(iter(values.values()), "")
            found[key if key not in found else f"{key} ({len(found)})"] = values
        return found


def is_page_file(name: str) -> bool:
    """Whether a file is a page."""
    return name.endswith(".html")


def address_of(name: str) -> str:
    """The address of the page in a file: ``en/about/`` for ``en/about/index.html``."""
    return name.removesuffix(INDEX) if name == INDEX or name.endswith(f"/{INDEX}") else name
