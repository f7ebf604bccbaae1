"""Compares our search with stock Material's and stock Pagefind's: ``make bench-search``.

Truth is literal: a page is to be found if and only if it holds every term of the query after folding. The same pages
are given to all three, in one run on one machine.
"""

from __future__ import annotations

import argparse
import platform
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from subprocess import CalledProcessError

from playwright.sync_api import Browser, Error

from macros.building.build import build
from macros.pages.navigation import is_for_staff
from macros.search.collected import NO_RESULTS
from macros.search.page_text import PageText
from macros.system import console
from macros.text.languages import CHINESE, ENGLISH, Language
from tests.search.truth import holds, terms
from tests.serving import launched
from tests.tools.bench.corpus import pages_of, write_bare, write_stock
from tests.tools.bench.engines import Answers, ask_material, ask_ours, ask_pagefind
from tests.tools.bench.generator import generate
from tests.tools.bench.queries import CHINESE_QUERIES, ENGLISH_QUERIES

KNOWN = 40
"""Pages that are looked for by their title."""
HEAD = "| records | language | search | recall | precision | MRR | first query | requests | median | p95 |"
RULE = "|---:|---|---|---:|---:|---:|---:|---:|---:|---:|"


def truth(pages: dict[str, PageText], query: str, language: Language) -> set[str]:
    """The pages that hold every term of a query."""
    return {
        address
        for address, page in pages.items()
        if all(
            any(holds(text, term, quoted, language is ENGLISH) for text in (page.title, page.heading, *page.passages))
            for term, quoted in terms(query)
        )
    }


def is_looked_for(address: str) -> bool:
    """Whether a page is in the search: neither a list of all others nor for staff."""
    return address not in NO_RESULTS and not is_for_staff(f"{address}index.md")


def known_items(pages: dict[str, PageText]) -> dict[str, str]:
    """Titles that one page alone has, with that page."""
    titles: dict[str, list[str]] = {}
    for address, page in pages.items():
        titles.setdefault(page.title, []).append(address)
    alone = [(title, found[0]) for title, found in titles.items() if len(found) == 1 and "/" in found[0].rstrip("/")]
    return dict(Random(2).sample(alone, min(KNOWN, len(alone))))


def compare(
    browser: Browser, records: int, language: Language, competitors: bool, site: Path, folder: Path
) -> Iterator[str]:
    """A row of the table for each search; what a search that fails has said stands in its row."""
    pages = {address: text for address, text in pages_of(site, language).items() if is_looked_for(address)}
    queries = CHINESE_QUERIES if language is CHINESE else ENGLISH_QUERIES
    known = known_items(pages)
    expected = {query: truth(pages, query, language) for query in queries}
    asked = [*queries, *known]
    engines: dict[str, Callable[[], Answers]] = {"ours": lambda: ask_ours(browser, site, language.prefix, asked)}
    if competitors:
        engines["stock Pagefind"] = lambda: ask_pagefind(browser, write_bare(pages, language, folder / "bare"), asked)
        engines["stock Material"] = lambda: ask_material(browser, write_stock(pages, language, folder / "stock"), asked)
    for name, answer in engines.items():
        try:
            yield row(records, language, name, answer(), expected, known)
        except (Error, CalledProcessError) as failed:
            yield f"| {records} | {language.name} | {name} | {' '.join(str(failed).split())[:200]} |"


def row(
    records: int, language: Language, name: str, answers: Answers, expected: dict[str, set[str]], known: dict[str, str]
) -> str:
    """Scores of one search: recall and precision are means over the queries that have, or get, an answer."""
    recalls, precisions = [], []
    for query, wanted in expected.items():
        got = set(answers.found[query])
        right = len(got & wanted)
        if wanted:
            recalls.append(right / len(wanted))
        if got:
            precisions.append(right / len(got))
    ranks = [
        answers.found[title].index(page) + 1 if page in answers.found[title] else 0 for title, page in known.items()
    ]
    mrr = sum(1 / rank for rank in ranks if rank) / len(ranks)
    return (
        f"| {records} | {language.name} | {name} | {mean(recalls):.3f} | {mean(precisions):.3f} | {mrr:.3f} "
        f"| {answers.first_bytes / 1024:.0f} KB in {answers.first_seconds:.2f} s | {answers.first_requests} "
        f"| {answers.median():.1f} ms | {answers.slowest_twentieth():.1f} ms |"
    )


def mean(numbers: list[float]) -> float:
    """The mean, or 0 of none."""
    return sum(numbers) / len(numbers) if numbers else 0.0


def main(arguments: list[str]) -> int:
    """Prints the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.tools.bench.search", description=__doc__)
    parser.add_argument("--records", type=int, nargs="+", default=[10, 1000], help="10 is the demonstration")
    parser.add_argument("--site", type=Path, help="a site of that many records that has been built already")
    parser.add_argument("--alone", action="store_true", help="ask our own search only")
    given = parser.parse_args(arguments)
    print(
        f"{platform.machine()}, Python {platform.python_version()}; "
        f"{len(CHINESE_QUERIES) + len(ENGLISH_QUERIES)} queries"
    )
    print(HEAD, RULE, sep="\n")
    for records in given.records:
        with tempfile.TemporaryDirectory() as work, launched() as browser:
            site = given.site or Path(work) / "site"
            if not given.site:
                assert build(generate(Path(work) / "data", records), site)
            for language in (CHINESE, ENGLISH):
                folder = Path(work) / language.code
                for line in compare(browser, records, language, not given.alone, site, folder):
                    print(line, flush=True)
    return 0


if __name__ == "__main__":
    console.prepare()
    sys.exit(main(sys.argv[1:]))
