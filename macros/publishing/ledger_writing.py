"""The ledger as it is written: what a finished site holds is added to what was published before."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import quote

from filelock import FileLock

from macros.records.ledger import LEDGER, NOT_LINKED, read_ledger
from macros.records.ledger_lines import (
    STATED,
    ChecksumTold,
    FigureTold,
    FileTold,
    edition_told,
    erratum_told,
)
from macros.system.atomic_write import remove_partial, write_atomically
from macros.system.checksums import digest_of_file, site_files
from macros.system.content_names import content_named

LEDGER_HEADER = """\
# 公布台账：公布过的全部网址，一行一个，后面是页内锚点；公布过的数据、来源文件和长期保留的文件，也是一行一个。
# 由 make ledger 和 make publish 添加，只增不减，不要手工改动。
# Everything ever published: addresses, one a line, with the anchors on the page; figures; source documents; files.
# make ledger and make publish add to it; nothing is ever taken out.
"""
PAGE_FILE = "index.html"
TAG = re.compile(rb'<([a-z][a-z0-9]*)(?=[\s>])[^>]*?\sid="?([^"\s>]+)[^>]*>')
NOT_ANCHORS = frozenset(b"input select textarea button output svg g title desc text path".split())
"""Controls of the page, and the inside of drawings."""
NAMES_ONLY = re.compile(rb"card-.*|.*-caption|number-.*|term-.*|search-results")
"""Ids by which one part of a page names another: what a card, a caption or a number of a text belongs to has an address
of its own, and an explained term is no record."""
STARTS, ENDS = b'id="main"', b"</main>"
"""Around what a page says; header and footer are on every page, and their ids are no link targets."""


def ledger_text(addresses: Mapping[str, frozenset[str]], facts: Iterable[str] = ()) -> str:
    """The ledger as a text, sorted: addresses first."""
    lines = [" ".join([address, *sorted(addresses[address])]) for address in sorted(addresses)]
    return LEDGER_HEADER + "".join(f"{line}\n" for line in [*lines, *sorted(facts)])


def joined_ledgers(*ledgers: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """Everything that any of the ledgers holds."""
    found: dict[str, frozenset[str]] = {}
    for ledger in ledgers:
        for address, anchors in ledger.items():
            found[address] = found.get(address, frozenset()) | anchors
    return found


def published_in(site: Path) -> dict[str, frozenset[str]]:
    """Every address of a finished site that a reader can link to, with its anchors."""
    return {
        file_address(name): frozenset(anchors_in(path.read_bytes()) if name.endswith(".html") else ())
        for name, path in site_files(site)
        if not NOT_LINKED.fullmatch(name)
    }


def facts_in(site: Path) -> frozenset[str]:
    """What a finished site tells of its figures, documents and files that are kept, as lines of the ledger.

    It comes from the site's own open data, so that what is remembered is what was published. An address that was
    retired says nothing of the kind.
    """
    told: list[FigureTold | ChecksumTold | FileTold] = []
    for row in rows_of(site / "data/figures.json"):
        unit, qualifier, period, written = (row[name] for name in ("unit", "qualifier", "period", "written"))
        sense = row["hedge"] or STATED, row["per"] or ""
        told.append(FigureTold(row["id"], amount_told(row), unit, qualifier, period, written, *sense))
    for row in rows_of(site / "data/errata.json"):
        told.append(erratum_told(*(row[name] for name in ("id", "figure", "date", "stood_zh", "stands_zh"))))
    told += [
        ChecksumTold("attachment", row["source"], row["sha256"]) for row in rows_of(site / "data/attachments.json")
    ]
    for file in sorted(site.glob("data/records/documents/*.json")):
        (record,) = rows_of(file)
        if record.get("id") == file.stem:
            told.append(
                ChecksumTold("document", file.stem, digest_of_file(site / "sources" / file.stem / record["verbatim"]))
            )
            sentences = (one for part in record["sections"] for one in (part["heading"], *part["sentences"]))
            told.append(edition_told(file.stem, ((one["id"], one["zh"]) for one in sentences)))
    named = (content_named(name) for name, _ in site_files(site))
    told += {FileTold(one.group) for one in named if one}
    return frozenset(one.line for one in told)


def amount_told(row: Mapping[str, Any]) -> str:
    """The value, range or ratio in a row of the table of figures, as a ledger writes it."""
    if row.get("ratio"):
        return str(row["ratio"])
    ends = [row["value"]] if row.get("value") is not None else [row["low"], row["high"]]
    return "..".join(format(Decimal(str(one)).normalize(), "f") for one in ends)


def rows_of(file: Path) -> list[dict[str, Any]]:
    """The rows of a table, or the one record, in a file of open data; nothing where there is no such file."""
    if not file.is_file():
        return []
    found = json.loads(file.read_bytes(), parse_float=Decimal)
    return found if isinstance(found, list) else [found]


def file_address(name: str) -> str:
    """The address of a file: ``en/about/index.html`` is read at ``/en/about/``."""
    folder = name.removesuffix(PAGE_FILE) if name == PAGE_FILE or name.endswith(f"/{PAGE_FILE}") else name
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
    """Adds what a site holds to the ledger of a data folder; returns how many lines and anchors are new.

    One process at a time: another that adds to the same ledger waits.
    """
    with alone(data / LEDGER):
        remove_partial(data / LEDGER)
        before = read_ledger(data)
        addresses, facts = joined_ledgers(before.addresses, published_in(site)), before.facts | facts_in(site)
        new = count(addresses, facts) - count(before.addresses, before.facts)
        if new:
            write_atomically(data / LEDGER, ledger_text(addresses, facts).encode())
    return new


@contextmanager
def alone(file: Path) -> Iterator[None]:
    """Keeps all other processes that ask for the same from a file. Raises OSError for it where it cannot be locked."""
    lock = FileLock(file.with_name(f".{file.name}.lock"))
    try:
        lock.acquire()
    except OSError as error:
        error.filename = str(file)
        raise
    try:
        yield
    finally:
        with suppress(PermissionError):  # Windows removes no file that is open.
            Path(lock.lock_file).unlink(missing_ok=True)
        lock.release()
        with suppress(PermissionError):
            Path(lock.lock_file).unlink(missing_ok=True)


def count(addresses: Mapping[str, frozenset[str]], facts: frozenset[str]) -> int:
    """How many addresses, anchors, figures and documents there are."""
    return len(addresses) + sum(map(len, addresses.values())) + len(facts)
