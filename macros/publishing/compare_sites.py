"""Compares a published site with a fresh build of this checkout, file by file, as readers get it."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.publishing.compare_build_record import LARGEST_RECORD, difference_notes, record_differences, record_in
from macros.publishing.difference_report import Difference, DifferenceState, difference_lines
from macros.publishing.kept_files import LARGEST_LIST, extras, listed_by
from macros.publishing.live_site import HOME_FILE, Answer, Live, Web, for_each
from macros.system.checksums import BUILD_RECORD, FOR_HOSTS, SUMS, digest_of_file, site_files, sums_text
from macros.system.content_names import COPIES
from macros.text.languages import Bilingual

ERROR_FILE = "404.html"
UNBIDDEN = ("robots.txt", "favicon.ico", "apple-touch-icon.png", "sitemap.xml", ".well-known/security.txt")
"""What browsers and search engines ask every site for; where nothing of the kind was built, nothing is there."""


@dataclass(frozen=True)
class Built:
    """What was built here: checksum and size of every file, and the record of the build."""

    sums: Mapping[str, str]
    sizes: Mapping[str, int]
    record: Mapping[str, Any]
    published: frozenset[str]
    """What earlier releases may have left that is named after its content, as the ledger knows it."""

    @classmethod
    def of(cls, site: Path, published: frozenset[str]) -> Built:
        """What a finished site holds."""
        files = {name: path for name, path in site_files(site) if name != SUMS}
        sums = {name: digest_of_file(path) for name, path in files.items()}
        sizes = {name: path.stat().st_size for name, path in files.items()}
        return cls(sums, sizes, json.loads(files[BUILD_RECORD].read_bytes()), published)


Build = Callable[[], Built | None]
"""Builds the site for the address that the caller verifies."""


def has_copies(live: Live) -> bool:
    """Whether the live site was built with compressed copies, so that ours is built with them too."""
    return any(name.endswith(".br") for name in listed_by(live, SUMS) or {})


def live_differences(live: Live, ours: Built) -> Iterator[Difference]:
    """Every file that differs from what was built here, or that only one of the two has.

    What earlier releases left for readers with open pages may be there if the ledger knows it, it is listed, and it is
    what its name says.
    """
    yield from for_each(sorted(ours.sums.keys() - {BUILD_RECORD}), lambda name: file_differences(live, name, ours))
    record = live.file(BUILD_RECORD, LARGEST_RECORD)
    yield from record_differences(record, ours.record)
    expected = sums_text({**ours.sums, BUILD_RECORD: hashlib.sha256(record.content).hexdigest()}).encode()
    if live.file(SUMS, LARGEST_LIST).content != expected:
        yield Difference(SUMS, "different")
    yield from extras(live, ours.sums, ours.published)
    if isinstance(live, Web):
        if live.file(missing := no_such_file(), 0).there:
            yield Difference(missing, "answered")
        else:
            asked = [name for name in UNBIDDEN if name not in ours.sums and live.file(name, 0).there]
            yield from (Difference(name, "unexpected") for name in asked)


def no_such_file() -> str:
    """A name that no site has and that a server cannot know beforehand."""
    return f"{secrets.token_hex(8)}/{HOME_FILE}"


def file_differences(live: Live, name: str, ours: Built) -> Iterator[Difference]:
    """What is wrong with one file that was built here, as it is stored and as readers and search engines get it."""
    size, expected = ours.sizes[name], ours.sums[name]
    found = live.file(name, size)
    right = hashlib.sha256(found.content).hexdigest() == expected
    web = isinstance(live, Web)
    if found.odd:
        yield Difference(name, found.odd)
    elif not found.there:
        # A server may show its error page for what is not there alone, and keep to itself what is meant for it.
        if not (web and (name in FOR_HOSTS or may_be_hidden(name) or (is_error_page(name) and right))):
            yield Difference(name, "missing")
    elif not right:
        yield Difference(name, "different")
    elif not is_error_page(name) and not name.endswith(tuple(COPIES)):
        # Where every link names its index, nobody opens the address of a folder, and not every host shows it.
        unopened = name.endswith(HOME_FILE) and bool(ours.record.get("index_links"))
        states = (read_wrongly(answer, expected, unopened) for answer in live.as_read(name, size))
        if state := next((one for one in states if one), None):
            yield Difference(name, state)
        elif isinstance(live, Web) and name.endswith(".html") and searched_wrongly(live, name, size, expected):
            yield Difference(name, "searched")


def read_wrongly(answer: Answer, expected: str, unopened: bool) -> DifferenceState | None:
    """What is wrong with a file as readers get it; one that is ``unopened`` need not be there."""
    if answer.odd or not answer.there:
        return answer.odd or (None if unopened else "served")
    return "served" if hashlib.sha256(answer.content).hexdigest() != expected else None


def searched_wrongly(live: Web, name: str, size: int, expected: str) -> bool:
    """Whether a search engine gets another page; a server may turn away who only says to be one."""
    return read_wrongly(live.as_searched(name, size), expected, unopened=True) is not None


def is_error_page(name: str) -> bool:
    """Whether a file is what a server shows where there is nothing."""
    return name.rpartition("/")[2] == ERROR_FILE


def may_be_hidden(name: str) -> bool:
    """Whether a server may keep a file to itself as one that begins with a dot; not what is well known."""
    return name.startswith(".") and not name.startswith(".well-known/")


def verify(live: Live, build: Build, say: Callable[[str], None]) -> int:
    """Compares and tells; 0 where all is the same, 1 where anything differs, 2 where it cannot be told."""
    if not listed_by(live, SUMS):
        say(
            f"那里没有可读的 {SUMS}，无法核对；可能不是本项目生成的网站，或者地址不对。\n"
            f"There is no {SUMS} there that can be read; it may be another site, or the address may be wrong."
        )
        return 2
    ours = build()
    if ours is None:
        return 2
    for note in difference_notes(record_in(live.file(BUILD_RECORD, LARGEST_RECORD)) or {}, ours.record):
        say(f"{note.zh} {note.en}")
    found = sorted(set(live_differences(live, ours)))
    for line in difference_lines(found, len(ours.sums)):
        say(line)
    if isinstance(live, Web):
        if not shows_error_page(live, ours):
            say(f"{OTHER_ERROR_PAGE.zh} {OTHER_ERROR_PAGE.en}")
        say(f"{NOT_SEEN.zh} {NOT_SEEN.en}")
    return 1 if found else 0


def shows_error_page(live: Live, ours: Built) -> bool:
    """Whether readers who open an address that is not there see one of the error pages that were built here."""
    pages = [name for name in ours.sums if is_error_page(name)]
    shown = live.file(no_such_file(), max((ours.sizes[name] for name in pages), default=0))
    return hashlib.sha256(shown.content).hexdigest() in {ours.sums[name] for name in pages}


OTHER_ERROR_PAGE = Bilingual(
    "读者打开不存在的网址时，看到的不是本站的 404.html，而是服务器自己的页面；请打开一个不存在的网址看一看。",
    "Readers who open an address that is not there see a page of the server's own, not 404.html; open one and look.",
)
NOT_SEEN = Bilingual(
    "服务器上没有列入清单的文件，通过网址看不到；要查，请在服务器上核对文件夹。",
    "Files on the server that no list names cannot be seen from here; to look for them, verify the folder there.",
)
