"""Asks every address outside the site that the built site links to: ``make links``.

One dead link fails the run and is told with the pages it stands on. Sites are asked one after another, politely.
"""

from __future__ import annotations

import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

from lxml import html

from macros.system import console

TRIES = 3
PAUSE = 2.0
PATIENCE = 20.0
KNOCKING = {"User-Agent": "link check of a public-disclosure site", "Accept": "*/*"}
REFUSES_PROGRAMS = frozenset({401, 403, 405, 429})
"""Answers of a server that is there and lets no program in: told, not counted as dead."""


@dataclass(frozen=True)
class Link:
    """An address outside the site, and the pages that lead there."""

    address: str
    pages: tuple[str, ...]


def links(site: Path, own: str = "") -> list[Link]:
    """What the site's pages link to on other hosts; ``own`` is the site's own address, if it has one."""
    found: dict[str, set[str]] = {}
    for page in sorted(site.rglob("*.html")):
        for address in addresses(page):
            if not (own and address.startswith(own)):
                found.setdefault(address, set()).add(page.relative_to(site).as_posix())
    return [Link(address, tuple(sorted(pages))) for address, pages in sorted(found.items())]


def addresses(page: Path) -> Iterator[str]:
    """The outside addresses that a reader of the page can follow, without their fragments."""
    for link in html.fromstring(page.read_bytes()).iter("a"):
        address = urldefrag(str(link.get("href") or "")).url
        if urlsplit(address).scheme in ("http", "https"):
            yield address


def answer(address: str) -> int | str:
    """The status that the address answers with after redirects, or why there is no answer."""
    said: int | str = ""
    for again in range(TRIES):
        if again:
            time.sleep(PAUSE)
        try:
            with urllib.request.urlopen(urllib.request.Request(address, headers=KNOCKING), timeout=PATIENCE) as reply:
                return int(reply.status)
        except urllib.error.HTTPError as refused:
            said = refused.code
            if said < 500 and said != 429:
                break
        except (OSError, ValueError) as failed:
            said = str(failed) or type(failed).__name__
    return said


def alive(said: int | str) -> bool:
    """Whether something is there."""
    return isinstance(said, int) and (said < 400 or said in REFUSES_PROGRAMS)


def main(arguments: list[str]) -> int:
    """Asks them all; fails where one is dead."""
    site = Path(arguments[0])
    if not (site / "index.html").is_file():
        print(f"{site}: 这里没有生成好的网站。 There is no built site here.", file=sys.stderr)
        return 2
    found, dead = links(site, *arguments[1:]), 0
    for link in found:
        said = answer(link.address)
        dead += not alive(said)
        mark = "  " if said == 200 else "? " if alive(said) else "✗ "
        print(f"{mark}{said}  {link.address}  ({', '.join(link.pages)})", flush=True)
    print(f"外部链接 links to other sites: {len(found)}; 打不开 dead: {dead}")
    return 1 if dead else 0


if __name__ == "__main__":
    console.prepare()
    sys.exit(main(sys.argv[1:]))
