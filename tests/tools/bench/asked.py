"""How often the first three results answer what people type: ``python -m tests.tools.bench.asked``.

The queries and what answers them stand in asked.txt; in fresh.txt, six.txt, seen.txt and strangers.txt those of people
who had not seen the words of the search, and in eight.txt some more. The last third of each journey is held out: it is
reported apart, and nothing is tuned on it. Our own search is asked as a reader asks it, through its page of results.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Browser

from macros.building.build import build
from macros.system import console
from macros.text.languages import CHINESE, ENGLISH, language_of
from tests.places import DATA
from tests.serving import launched, served
from tests.tools.bench.corpus import pages_of, write_bare, write_stock
from tests.tools.bench.engines import ask_material, ask_pagefind

QUERIES = Path(__file__).with_suffix(".txt")
FRESH = QUERIES.with_name("fresh.txt")
NOTHING = "nothing"
"""What answers a query about which nothing is recorded: no results."""
FIRST = 3
"""Results among which the answer must be."""
SHOWN = """() => [...document.querySelectorAll(".hit__title a")].map((one) => one.href)"""


@dataclass(frozen=True)
class Asked:
    """A query, the pages it is typed on, and what answers it: words that an address must hold one of."""

    journey: str
    prefix: str
    query: str
    right: tuple[str, ...]
    held_out: bool

    def answered(self, addresses: Iterable[str]) -> bool:
        """Whether one of the first results answers it; ``index`` is the home page, and ``nothing`` no results."""
        if self.right == (NOTHING,):
            return not list(addresses)
        return any(wanted in (one or "index") for one in list(addresses)[:FIRST] for wanted in self.right)


def asked_queries(text: str) -> list[Asked]:
    """The queries of a file like asked.txt."""
    found: list[Asked] = []
    for section in text.split("\n[")[1:]:
        head, *lines = section.strip().splitlines()
        journey, prefix = (part.strip() for part in head.rstrip("]").split(","))
        for number, line in enumerate(lines):
            query, right = line.split(" -> ")
            found.append(Asked(journey, prefix, query, tuple(right.split()), number >= len(lines) * 2 / 3))
    return found


def shown_first(browser: Browser, site: Path, asked: Sequence[Asked]) -> Iterator[tuple[Asked, list[str]]]:
    """Each query with the addresses of what the page of results shows, in order of reading."""
    with served(site) as root:
        page = browser.new_context().new_page()
        for one in asked:
            page.goto(f"{root}{one.prefix}search/?q={quote(one.query)}")
            page.wait_for_selector("#search-results[data-state=done]", state="attached")
            yield one, [without_query(str(link), root + one.prefix) for link in page.evaluate(SHOWN)]
        page.context.close()


def without_query(link: str, root: str) -> str:
    """The address below ``root`` that a link leads to, without what is asked of the page."""
    path, mark, anchor = link.removeprefix(root).partition("#")
    return path.partition("?")[0] + mark + anchor


def scores(journeys: Iterable[tuple[Asked, bool]]) -> Iterator[str]:
    """Lines with the share of queries that were answered, by journey and together; those held out apart."""
    tallies: dict[tuple[str, bool], list[bool]] = defaultdict(list)
    for one, right in journeys:
        tallies[one.journey, one.held_out].append(right)
        tallies["all", one.held_out].append(right)
    for name in dict.fromkeys(name for name, _ in tallies):
        tuned, held_out = (share(tallies[name, apart]) for apart in (False, True))
        yield f"| {name} | {tuned} | {held_out} |"


def share(right: Sequence[bool]) -> str:
    """How many of all."""
    return f"{sum(right)}/{len(right)}" + (f" ({sum(right) / len(right):.0%})" if right else "")


def on_pages(asked: Asked, addresses: Iterable[str]) -> Asked:
    """The same question to a search that knows pages only."""
    if asked.right == (NOTHING,):
        return asked
    pages = {one.partition("#")[0] for one in addresses if any(wanted in (one or "index") for wanted in asked.right)}
    return replace(asked, right=tuple(page or "index" for page in pages))


def known_addresses(site: Path, code: str) -> list[str]:
    """Every address in the index of a language."""
    folder = site / "search" / code
    head = json.loads((folder / "index.json").read_text("utf-8"))
    return [one[0] for file in (folder / head["folder"]).glob("t*.json") for one in json.loads(file.read_text("utf-8"))]


def others(browser: Browser, site: Path, asked: Sequence[Asked], folder: Path) -> Iterator[str]:
    """The same queries asked of stock Pagefind and stock Material, which are given the same pages."""
    for name, write, ask in (("Pagefind", write_bare, ask_pagefind), ("Material", write_stock, ask_material)):
        judged = []
        for language in (CHINESE, ENGLISH):
            mine = [one for one in asked if language_of(one.prefix).is_chinese == language.is_chinese]
            pages = pages_of(site, language)
            made = write(pages, language, folder / name / language.code)
            found = ask(browser, made, [one.query for one in mine]).found
            known = known_addresses(site, language.code)
            judged += [(one, on_pages(one, known).answered(found[one.query])) for one in mine]
        yield f"stock {name}"
        yield from scores(judged)


def main(arguments: list[str]) -> int:
    """Prints the shares, and which queries were not answered."""
    parser = argparse.ArgumentParser(prog="python -m tests.tools.bench.asked", description=__doc__)
    parser.add_argument("--queries", type=Path, default=QUERIES, help="a file of queries, such as fresh.txt")
    parser.add_argument("--site", type=Path, help="the demonstration, built already")
    parser.add_argument("--others", action="store_true", help="ask stock Pagefind and stock Material too")
    parser.add_argument("--missed", action="store_true", help="list the queries that were not answered, none held out")
    given = parser.parse_args(arguments)
    asked = asked_queries(given.queries.read_text("utf-8"))
    with tempfile.TemporaryDirectory() as work, launched() as browser:
        site = given.site or Path(work) / "site"
        if not given.site:
            assert build(DATA, site)
        answers = list(shown_first(browser, site, asked))
        print("| journey | tuned on | held out |", "|---|---:|---:|", sep="\n")
        print(*scores((one, one.answered(found)) for one, found in answers), sep="\n")
        for one, found in answers:
            if given.missed and not one.held_out and not one.answered(found):
                print(f"{one.prefix}{one.query}: {found[:FIRST]}")
        if given.others:
            print(*others(browser, site, asked, Path(work)), sep="\n")
    return 0


if __name__ == "__main__":
    console.prepare()
    sys.exit(main(sys.argv[1:]))
