"""The ledger as it is read: every address, figure and source document that was ever published.

One address a line, with the anchors on it that readers can link to; figures and documents as records/ledger_lines.py
writes them. Lines are only ever added, may stand in any order and twice, so that git merges two ledgers line by line
(``.gitattributes``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from macros.problems import Place
from macros.records.ledger_lines import ChecksumTold, FigureTold, FileTold, parsed_fact
from macros.system.checksums import BUILD_RECORD, FOR_HOSTS, KEPT_SUMS, SUMS

LEDGER = "ledger.txt"
"""The file's name in the data folder."""
LEDGER_LINE = re.compile(r"/[!-~]*(?: [!-~]+)*")

FILES_BY_NAME = "|".join(map(re.escape, (*FOR_HOSTS, "sitemap.xml", SUMS, KEPT_SUMS, BUILD_RECORD)))
NOT_LINKED = re.compile(
    rf"assets/.*|search/[a-z]+/(?:[0-9a-f]+/.*|{re.escape('index.json')})|(?:[a-z-]+/)?404\.html"
    rf"|(?:.*/)?\..*|.*\.(?:gz|br)|(?:[a-z]{{2,3}}(?:-[a-z0-9]{{2,8}})*/)?(?:handbook|staff)/.*|{FILES_BY_NAME}"
)
"""Files that no reader links to: assets and search shards, whose names change with what they hold; error pages;
what is meant for hosts and search engines; compressed copies; what the build says of itself; and pages for staff, which
change with the software, so that an upgrade takes nothing away that a bureau has published."""


@dataclass(frozen=True)
class Ledger:
    """Addresses with their anchors; ``facts``, the lines on figures and documents; on which line each stands; the lines
    that say nothing; and the file itself.
    """

    addresses: Mapping[str, frozenset[str]] = field(default_factory=dict)
    facts: frozenset[str] = frozenset()
    lines: Mapping[str, int] = field(default_factory=dict)
    unread: tuple[int, ...] = ()
    path: str = LEDGER

    def place(self, entry: str) -> Place:
        """Where an address or a fact stands."""
        return Place(self.path, self.lines.get(entry, 1))

    @cached_property
    def figures(self) -> Mapping[str, frozenset[FigureTold]]:
        """All that was ever told of each figure, by its full id."""
        found: dict[str, frozenset[FigureTold]] = {}
        for one in map(parsed_fact, sorted(self.facts)):
            if isinstance(one, FigureTold):
                found[one.id] = found.get(one.id, frozenset()) | {one}
        return found

    @cached_property
    def documents(self) -> Mapping[str, frozenset[str]]:
        """The checksums of the verbatim texts that were published of each document."""
        return self.checksums("document")

    @cached_property
    def attachments(self) -> Mapping[str, frozenset[str]]:
        """The checksums of the attachments and originals that were published with each document."""
        return self.checksums("attachment")

    @cached_property
    def editions(self) -> Mapping[str, frozenset[str]]:
        """The checksums of the sentences that were published of each document."""
        return self.checksums("edition")

    @cached_property
    def errata(self) -> Mapping[str, frozenset[str]]:
        """The checksums of what was published of each erratum; none where an older ledger has only its anchor."""
        anchors = (anchor for anchor in self.anchors if anchor.startswith("erratum-"))
        return dict.fromkeys(
            (anchor.removeprefix("erratum-") for anchor in anchors), frozenset[str]()
        ) | self.checksums("erratum")

    def checksums(self, what: str) -> dict[str, frozenset[str]]:
        """Every checksum that was ever told of each document, edition or erratum, by its id."""
        found: dict[str, frozenset[str]] = {}
        for one in map(parsed_fact, self.facts):
            if isinstance(one, ChecksumTold) and one.what == what:
                found[one.id] = found.get(one.id, frozenset()) | {one.sha256}
        return found

    @cached_property
    def files(self) -> frozenset[str]:
        """What is named after its content, and was part of a release."""
        return frozenset(one.group for one in map(parsed_fact, self.facts) if isinstance(one, FileTold))

    @cached_property
    def anchors(self) -> frozenset[str]:
        """Every anchor of every page."""
        return frozenset(anchor for anchors in self.addresses.values() for anchor in anchors)


def read_ledger(data: Path) -> Ledger:
    """The ledger of a data folder; an empty one where there is none."""
    file = data / LEDGER
    if file.is_symlink() or not file.is_file():
        return Ledger()
    shown = data.name or data.resolve().name
    return replace(parsed_ledger(file.read_text("utf-8", errors="replace")), path=f"{shown}/{LEDGER}")


def parsed_ledger(text: str) -> Ledger:
    """The ledger that a text holds."""
    addresses: dict[str, frozenset[str]] = {}
    facts: set[str] = set()
    lines: dict[str, int] = {}
    unread = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if LEDGER_LINE.fullmatch(line):
            address, *anchors = line.split(" ")
            addresses[address] = addresses.get(address, frozenset()) | frozenset(anchors)
            lines.setdefault(address, number)
        elif parsed_fact(line):
            facts.add(line)
            lines.setdefault(line, number)
        else:
            unread.append(number)
    return Ledger(addresses, frozenset(facts), lines, tuple(unread))
