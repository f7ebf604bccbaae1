"""The ledger: every address that was ever published, with the anchors on it that readers can link to.

One address a line, its anchors behind it. Lines are only ever added, may stand in any order and twice, so that git
merges two ledgers line by line (``.gitattributes``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import quote

from macros.problems import Place
from macros.publishing.sums import FOR_HOSTS, KEPT, RECORD, SUMS, files_below

LEDGER = "ledger.txt"
"""The file's name in the data folder."""
HEADER = """\
# 网址台账：公布过的全部网址，一行一个，后面是页内锚点。由 make ledger 和 make publish 添加，只增不减，
# 不要手工改动。
# Every address ever published, one a line, with the anchors on its page. make ledger and make publish add to it;
# nothing is ever taken out.
"""
LINE = re.compile(r"/[!-~]*(?: [!-~]+)*")

INDEX = "index.html"
BY_NAME = "|".join(map(re.escape, (*FOR_HOSTS, "sitemap.xml", SUMS, KEPT, RECORD)))
NOT_LINKED = re.compile(
    rf"assets/.*|search/[a-z]+/(?:[0-9a-f]+/.*|{re.escape('index.json')})|(?:[a-z-]+/)?404\.html"
    rf"|(?:.*/)?\..*|.*\.(?:gz|br)|{BY_NAME}"
)
"""Files that no reader links to: assets and search shards, whose names change with what they hold; error pages;
what is meant for hosts and search engines; compressed copies; what the build says of itself."""

TAG = re.compile(rb'<([a-z][a-z0-9]*)(?=[\s>])[^>]*?\sid="?([^"\s>]+)[^>]*>')
NOT_ANCHORS = frozenset(b"input select textarea button output svg g title desc text path".split())
"""Controls of the page, and the inside of drawings."""
NAMES_ONLY = re.compile(rb"card-.*|.*-caption|search-results")
"""Ids by which one part of a page names another: what a card or a caption belongs to has an address of its own."""
STARTS, ENDS = b'id="main"', b"</main>"
"""Around what a page says; what surrounds it is on every page and nobody's to link to."""


@dataclass(frozen=True)
class Ledger:
    """Addresses with their anchors, the line on which each stands, the lines that are none, and the file itself."""

    addresses: Mapping[str, frozenset[str]] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    unread: tuple[int, ...] = ()
    path: str = LEDGER

    def place(self, address: str) -> Place:
        """Where an address stands."""
        return Place(self.path, self.lines.get(address, 1))


def read_ledger(data: Path) -> Ledger:
    """The ledger of a data folder; an empty one where there is none."""
    file = data / LEDGER
    if file.is_symlink() or not file.is_file():
        return Ledger()
    shown = data.name or data.resolve().name
    return replace(parsed(file.read_text("utf-8", errors="replace")), path=f"{shown}/{LEDGER}")


def parsed(text: str) -> Ledger:
    """The ledger that a text holds."""
    addresses: dict[str, frozenset[str]] = {}
    lines: dict[str, int] = {}
    unread = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if not LINE.fullmatch(line):
            unread.append(number)
            continue
        address, *anchors = line.split(" ")
        addresses[address] = addresses.get(address, frozenset()) | frozenset(anchors)
        lines.setdefault(address, number)
    return Ledger(addresses, lines, tuple(unread))


def written(addresses: Mapping[str, frozenset[str]]) -> str:
    """The ledger as a text, sorted."""
    return HEADER + "".join(f"{' '.join([one, *sorted(addresses[one])])}\n" for one in sorted(addresses))


def together(*ledgers: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """Everything that any of the ledgers holds."""
    found: dict[str, frozenset[str]] = {}
    for one in ledgers:
        for address, anchors in one.items():
            found[address] = found.get(address, frozenset()) | anchors
    return found


def published_in(site: Path) -> dict[str, frozenset[str]]:
    """Every address of a finished site that a reader can link to, with its anchors."""
    return {
        address_of(name): frozenset(anchors_in(path.read_bytes()) if name.endswith(".html") else ())
        for name, path in files_below(site)
        if not NOT_LINKED.fullmatch(name)
    }


def address_of(name: str) -> str:
    """The address of a file: ``en/about/index.html`` is read at ``/en/about/``."""
    folder = name.removesuffix(INDEX) if name == INDEX or name.endswith(f"/{INDEX}") else name
    return "/" + quote(folder)


def anchors_in(page: bytes) -> Iterator[str]:
    """The ids in the content of a page. Only pages of our own making are read, so that no parser is needed.

    A row that lists what has an address elsewhere (``data-entry``) moves as lists grow, and is no anchor.
    """
    content = page[page.find(STARTS) + len(STARTS) : page.rfind(ENDS)]
    for match in TAG.finditer(content):
        if match[1] in NOT_ANCHORS or NAMES_ONLY.fullmatch(match[2]) or b" data-entry=" in match[0]:
            continue
        yield quote(match[2].decode(), safe="!$&'()*+,-./:;=?@_~")


def add(data: Path, site: Path) -> int:
    """Adds what a site holds to the ledger of a data folder; returns how many addresses and anchors are new."""
    before = read_ledger(data).addresses
    after = together(before, published_in(site))
    if after != before:
        (data / LEDGER).write_text(written(after), "utf-8", newline="\n")
    return count(after) - count(before)


def count(addresses: Mapping[str, frozenset[str]]) -> int:
    """How many addresses and anchors there are."""
    return len(addresses) + sum(map(len, addresses.values()))
